"""Stories and the truth that they fix: a person's facts, the rows written for them, the papers sent to them.

The category of a paper follows from facts that a story states (dead, moved, what a note says), by the order in which
the contract lists the categories. Nothing here reads a cell.
"""

from __future__ import annotations

from datetime import date
from random import Random

from attrs import Factory, define, field

from .orang import Nomor, Orang, Pencipta
from .tulisan import Sel


@define(eq=False)
class Baris:
    """One row of one sheet; `nomor` is the row number Excel shows, known once the workbook is laid out."""

    lembar: str
    isi: dict[str, Sel]
    kisah: str
    galat: bool = False
    nomor: int = 0


@define(eq=False)
class Insan:
    """What is true of one person, and what was written about him or her."""

    kisah: str
    o: Orang
    wajib: bool | None = True
    terdaftar: bool = True
    mati: bool = False
    ada_mati: bool = False
    pindah: bool = False
    ada_pindah: bool = False
    datang_kelak: bool = False
    catatan: set[str] = Factory(set)
    alamat_asing: bool = False
    daftar: int = 0
    terekam: bool = False
    lihat: bool | None = None
    luar: bool | None = None
    tampil: str | None = None
    nik_lain: set[str] = Factory(set)
    # A resident whose NIK is a number, and whether another sheet lends the whole one.
    angka: bool = False
    utuh: bool = False
    # The NIK that registers and papers may use; none means the person's own.
    nik_pilihan: list[str] = Factory(list)
    baris: list[Baris] = Factory(list)
    kertas: list[Kertas] = Factory(list)

    @property
    def nik_tampil(self) -> str:
        """The NIK that lists show for this person."""
        return self.tampil or (f"{self.o.nik[:15]}?" if self.angka and not self.utuh else self.o.nik)

    @property
    def semua_nik(self) -> set[str]:
        """Every NIK under which a sheet may name this person."""
        return {self.o.nik, self.nik_tampil, *self.nik_lain}

    @property
    def neto(self) -> bool:
        """Whether the person is in the base at the reference date."""
        return self.terdaftar and self.wajib is True and not (self.mati or self.pindah or self.datang_kelak)

    @property
    def belum_diketahui(self) -> bool:
        """Whether nobody can say if this resident is wajib."""
        return self.terdaftar and self.wajib is None

    @property
    def keputusan(self) -> tuple[str, bool]:
        """The category of the kept paper, and whether it is certain; first that applies, as the contract lists them."""
        if self.mati:
            return "MENINGGAL", True
        if "MENINGGAL" in self.catatan and not self.ada_mati:
            return "MENINGGAL", False
        if self.pindah:
            return "PINDAH", True
        if "PINDAH" in self.catatan and not self.ada_pindah:
            return "PINDAH", False
        if not self.terdaftar:
            return "TIDAK_TERDAFTAR", True
        if self.wajib is False or self.datang_kelak:
            return "BUKAN_WAJIB", True
        if "ALAMAT_TIDAK_DIKETAHUI" in self.catatan or self.alamat_asing:
            return "ALAMAT_TIDAK_DIKETAHUI", False
        return "SAH", self.wajib is not None

    @property
    def dikirim(self) -> Kertas | None:
        """The kept paper: NIK as written first, then the smallest number, then (an exact tie) the first row."""
        return min(self.kertas, key=lambda k: (not k.tertulis, k.no.n, k.no.teks, k.baris.nomor), default=None)

    @property
    def belum_pasti(self) -> bool:
        """Whether this person widens the bounds of coverage."""
        kategori, _ = self.keputusan
        return (
            self.neto and bool(self.kertas) and not self.terekam and kategori not in ("SAH", "BUKAN_WAJIB")
        )  # in the base, death and move can only stand by note

    @property
    def tercecer(self) -> bool:
        """Whether this person of the base is neither recorded nor invited."""
        return self.neto and not self.terekam and not self.kertas


@define(eq=False)
class Kertas:
    """An invitation whose identity can be read, with the truth about it."""

    baris: Baris
    insan: Insan
    no: Nomor
    tertulis: bool
    dipakai: str | None = None
    angka: bool = False

    @property
    def nik_dipakai(self) -> str:
        """The NIK under which the paper is read."""
        return self.dipakai or self.insan.nik_tampil

    @property
    def diperbaiki(self) -> bool | None:
        """Whether it had to be repaired; a number that stays a number is a repair by one reading and none by another."""
        return None if self.angka and self.nik_dipakai.endswith("?") else not self.tertulis


@define
class Dunia:
    """Everything one workbook says, and everything true about it."""

    rng: Random
    on: date
    wilayah_ada: bool = True
    tanpa_kolom: frozenset[str] = frozenset()
    cipta: Pencipta = field(init=False)
    baris: list[Baris] = Factory(list)
    insan: list[Insan] = Factory(list)
    pasangan_lemah: list[tuple[str, str]] = Factory(list)

    def __attrs_post_init__(self) -> None:
        self.cipta = Pencipta(self.rng, self.on)

    def manusia(self, kisah: str, o: Orang, *, wajib: bool | None = True, terdaftar: bool = True) -> Insan:
        """A person enters the story."""
        insan = Insan(kisah, o, wajib=wajib, terdaftar=terdaftar)
        self.insan.append(insan)
        return insan

    def tambah(self, insan: Insan | str, lembar: str, isi: dict[str, Sel], *, galat: bool = False) -> Baris:
        """A row, about a person or (given only a story's name) about nobody."""
        kisah = insan if isinstance(insan, str) else insan.kisah
        baris = Baris(lembar, isi, kisah, galat)
        self.baris.append(baris)
        if isinstance(insan, Insan):
            insan.baris.append(baris)
        return baris

    def chance(self, p: float) -> bool:
        """True with probability `p`."""
        return self.rng.random() < p
