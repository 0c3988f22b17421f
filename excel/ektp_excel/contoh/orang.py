"""The records of the example's truth: a person with a fate, and a paper with what must become of it.

They are plain mutable slots objects, made some fifty thousand times and filled in step by step; the product's own
records are not used, so that an error there cannot hide in the truth.
"""

from collections.abc import Mapping
from datetime import date, datetime
from enum import Enum

from attrs import define

Sel = str | int | float | date | datetime | None

PER = date(2012, 8, 28)
PER_ORD = PER.toordinal()
TEPAT_17 = date(1995, 8, 28).toordinal()


class Nasib(Enum):
    """Where a person stands at the reference date."""

    DASAR = "wajib, in the base"
    MATI = "dead by the register"
    KELUAR = "moved out by the register"
    DATANG_NANTI = "arrives after the date"
    BELUM_WAJIB = "registered, not wajib"
    BELUM_DIKETAHUI = "birth date unreadable, never married"
    LUAR = "in no row of PENDUDUK"
    TANPA_NIK = "in a row of PENDUDUK that has no usable NIK"


@define(eq=False)
class Orang:
    """One person: particulars as the registry has them, then the truth that the story decides."""

    nama: str
    kunci: str
    lahir: int
    perempuan: bool
    status: str
    desa: int
    rw: int
    rt: int
    kk: str
    ibu: str
    alamat: str
    tgl_kawin: int | None = None
    warga: str = "WNI"
    itap: int | None = None
    nik: str = ""
    nasib: Nasib = Nasib.DASAR
    dipakai: bool = False
    rekam: str = "?"
    nik_rekam: str = ""
    rekam_antara: tuple[int, int] | None = None
    terekam: bool = False
    diundang: bool = True
    surat_utama: str = ""
    surat_lain: tuple[str, ...] = ()
    nik_kedua: str = ""
    nik_salah: str = ""
    senama: bool = False
    catatan: str = ""
    kategori: str = "SAH"
    pasti: bool = True
    sel: Mapping[str, Sel] | None = None
    salinan: tuple[Mapping[str, Sel], ...] = ()
    kembar: "Orang | None" = None

    @property
    def dasar(self) -> bool:
        """Whether the person is counted in the net base."""
        return self.nasib is Nasib.DASAR


@define(eq=False)
class Surat:
    """One row of UNDANGAN: what is written, and the truth about it."""

    orang: Orang | None
    nomor: str
    nik: Sel
    nama: Sel
    lahir: Sel
    alamat: Sel
    rt: Sel
    rw: Sel
    desa: Sel
    jadwal: Sel
    catatan: Sel
    kategori: str
    pasti: bool = True
    nik_dipakai: str = ""
    diperbaiki: bool = False
    kepada: "Surat | None" = None
    baris: int = 0

    @property
    def terekam(self) -> bool:
        """Whether the person whom this paper names is recorded; a NIK that leads to nobody is not."""
        o = self.orang
        return o is not None and o.terekam and (self.kategori != "TIDAK_TERDAFTAR" or o.nasib is Nasib.LUAR)

    @property
    def rujukan(self) -> str:
        """The number of the kept invitation, for a double."""
        return self.kepada.nomor if self.kepada else ""
