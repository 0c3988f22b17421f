"""What the sheets of a projection are written from, and its sentences, which sheet and terminal share.

Everything is counted elsewhere; here it is only held and put into words.
"""

from collections.abc import Iterator, Mapping
from datetime import date

from attrs import frozen

from ektp_core.proyeksi import BandingLebaran, LogTerlaluPendek, Perkiraan, Proyeksi, Skenario
from ektp_core.proyeksi.dasar import BELUM_DAPAT_DIKETAHUI
from ektp_core.tulisan import show_count
from ektp_excel.buku.laporan import LaporanBaca
from ektp_excel.buku.tulisan import show_date


@frozen
class KantorDipakai:
    """The office as the call described it; `hari` are its service days after the reference date, up to the target."""

    hari_per_minggu: int
    hari: tuple[date, ...]
    tutup: frozenset[date]
    buka: frozenset[date]
    malam: Mapping[date, int]


@frozen
class TempatRekam:
    """A place as the log writes it, its recordings, and whether it was taken for one of here."""

    tempat: str
    banyak: int
    di_sini: bool


@frozen
class BahanProyeksi:
    """Everything that the workbook of a projection shows; `pesan` is what the reader and the reconciliation say."""

    proyeksi: Proyeksi
    kantor: KantorDipakai
    lebaran: BandingLebaran
    tempat: tuple[TempatRekam, ...]
    laporan: LaporanBaca
    pesan: tuple[str, ...]


def show_finish(s: Skenario) -> str:
    """Whether a pace gets there.

    >>> show_finish(Skenario(20, 4412, 560, date(2013, 5, 13), False))
    'tidak tercapai, masih 3.852 orang'
    """
    return "tercapai" if s.tercapai else f"tidak tercapai, masih {show_count(s.sisa_pada_target)} orang"


def show_estimate(hari: date | None, p: Perkiraan) -> str:
    """A day of an estimate, or that no day was reached."""
    return f"sesudah {p.batas.year}" if hari is None else show_date(hari)


def explain_estimate(p: Perkiraan | LogTerlaluPendek) -> Iterator[str]:
    """What must be said with an estimate, or in its place."""
    if isinstance(p, LogTerlaluPendek):
        yield (
            f"Buku perekaman baru memuat {p.hari_log} hari kerja; perkiraan tanggal memerlukan sekurangnya {p.perlu} "
            "(PROYEKSI-07)."
        )
        return
    yield (
        f"Dari {show_count(p.hari_log)} hari kerja di buku perekaman, {show_count(p.ulangan)} ulangan, benih {p.benih}: tiap "
        "hari mendatang mengambil jumlah hari sejenis (musim, hari dalam minggu), seminggu berurutan (PROYEKSI-06)."
    )
    yield (
        "Yang belum pernah terjadi tidak ada di dalamnya. Yang tersisa biasanya lebih sulit didatangkan: tanggal yang "
        "sebenarnya lebih mungkin sesudahnya daripada sebelumnya."
    )
    if p.tanpa_contoh:
        jenis = ", ".join(" ".join(reversed(label)) for label in p.tanpa_contoh)
        yield f"Tanpa contoh di buku perekaman: {jenis}. Hari-hari itu mengambil jumlah hari lain."


def explain_base() -> str:
    """What the base at the target leaves out."""
    return f"Belum dapat diketahui, maka tidak dihitung: {'; '.join(BELUM_DAPAT_DIKETAHUI)} (PROYEKSI-09)."


def explain_lebaran(b: BandingLebaran) -> Iterator[str]:
    """Why two feasts cannot be compared, or on how much of them the sums stand."""
    for tahun in (b.lalu, b.kini):
        if not tahun.tercakup:
            yield f"Buku perekaman tidak mencakup Lebaran {tahun.idul_fitri.year}: tidak ada yang dapat disandingkan."
    if b.bersama:
        yield (
            f"Jumlah hanya memuat {len(b.bersama)} dari {len(b.kini.hari)} hari, yang tercakup buku perekaman pada kedua tahun "
            "(PROYEKSI-10)."
        )
