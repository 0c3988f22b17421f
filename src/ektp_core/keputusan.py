"""A decision with what made it: the ids of the rules, and the evidence with its two sides.

Only the shapes are here; the rules that decide stand where they are applied.
"""

from enum import StrEnum

from attrs import frozen

from ektp_core.kategori import Kategori
from ektp_core.undangan import Undangan


class Alasan(StrEnum):
    """The ground on which somebody is, is not, or cannot be said to be, wajib e-KTP.

    >>> print(Alasan.UMUR)
    UMUR
    """

    UMUR = "UMUR"
    KAWIN = "KAWIN"
    BELUM_17 = "BELUM_17"
    TANPA_ITAP = "TANPA_ITAP"
    BELUM_DATANG = "BELUM_DATANG"
    PINDAH = "PINDAH"
    MENINGGAL = "MENINGGAL"
    BELUM_DIKETAHUI = "BELUM_DIKETAHUI"

    __hash__ = str.__hash__


@frozen
class Bukti:
    """One piece of evidence: what stands on the left (sheet, row, field, value) and on the right.

    `rujukan` is the place of the right-hand value, empty when it is not from a sheet (a reference date, a rule).

    >>> print(Bukti("UNDANGAN", 7, "KETERANGAN", "alm.", "MENINGGAL"))
    UNDANGAN baris 7 KETERANGAN 'alm.' | MENINGGAL
    """

    lembar: str
    baris: int
    kolom: str
    kiri: str
    kanan: str
    rujukan: str = ""

    def __str__(self) -> str:
        tempat = f"{self.rujukan}: " if self.rujukan else ""
        return f"{self.lembar} baris {self.baris} {self.kolom} {self.kiri!r} | {tempat}{self.kanan}"


@frozen
class Keputusan:
    """Whether somebody is wajib e-KTP: `wajib` is None when it cannot be known; `alasan` is the ground.

    >>> Keputusan(True, Alasan.UMUR, ("WAJIB-01",)).bukti
    ()
    """

    wajib: bool | None
    alasan: Alasan
    aturan: tuple[str, ...]
    bukti: tuple[Bukti, ...] = ()


@frozen
class KeputusanUndangan:
    """Where one invitation ends: one row of the sheet `KEPUTUSAN`.

    `nik_dipakai` is the cleaned or repaired NIK; `rujukan` the kept invitation's number for DOBEL; `pasti` is False
    where the figure rests on a note or an unknown; `terekam` says whether the person is recorded; `desa` is the desa
    as it is shown; `diperbaiki` marks an invitation whose person was found other than by its NIK as written; `dipakai`
    is the kept invitation itself, for DOBEL.

    >>> k = KeputusanUndangan(Undangan("12"), Kategori.SAH, ("UNDANGAN-07",))
    >>> k.undangan.nomor, k.kategori.value
    ('12', 'SAH')
    """

    undangan: Undangan
    kategori: Kategori
    aturan: tuple[str, ...]
    bukti: tuple[Bukti, ...] = ()
    nik_dipakai: str = ""
    rujukan: str = ""
    pasti: bool = True
    terekam: bool = False
    nama_terdaftar: str = ""
    desa: str = ""
    diperbaiki: bool = False
    dipakai: Undangan | None = None


KOLOM_KEPUTUSAN = (
    "BARIS NO_UNDANGAN NIK NIK_DIPAKAI NAMA DESA KATEGORI ATURAN BUKTI RUJUKAN PASTI TEREKAM RT RW KETERANGAN "
    "NAMA_TERDAFTAR"
).split()
"""The columns of `KEPUTUSAN`, in their order."""


def show_yes(benar: bool) -> str:
    """How a yes or a no stands in a sheet.

    >>> show_yes(True), show_yes(False)
    ('YA', 'BELUM')
    """
    return "YA" if benar else "BELUM"


def keputusan_row(k: KeputusanUndangan) -> tuple[str, ...]:
    """A decision as the texts of one row of `KEPUTUSAN`, in the order of `KOLOM_KEPUTUSAN`.

    >>> dict(zip(KOLOM_KEPUTUSAN, keputusan_row(KeputusanUndangan(Undangan("12"), Kategori.SAH, ("UNDANGAN-07",)))))["PASTI"]
    'YA'
    """
    u, bukti = k.undangan, k.bukti
    return (
        str(u.baris),
        u.nomor,
        u.nik_tertulis or u.nik,
        k.nik_dipakai,
        u.nama,
        k.desa,
        k.kategori.value,
        ", ".join(k.aturan),
        # Most decisions have one piece of evidence.
        str(bukti[0]) if len(bukti) == 1 else "; ".join(map(str, bukti)),
        k.rujukan,
        show_yes(k.pasti),
        show_yes(k.terekam),
        u.rt,
        u.rw,
        u.keterangan,
        k.nama_terdaftar,
    )
