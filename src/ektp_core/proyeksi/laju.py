"""The pace that the rest needs until a target, and the day on which a pace is done; several paces side by side.

A pace is people a service day. What an office may count on is not known here: see `selang` for what its log says.
"""

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from math import ceil

from attrs import frozen

from ektp_core.aturan import declare, keputusan_proyek
from ektp_core.galat import EktpError
from ektp_core.proyeksi.kantor import HariPerMinggu, Kantor, Libur
from ektp_core.tulisan import show_date

PROYEKSI_02 = declare(
    "PROYEKSI-02",
    "Laju yang diperlukan adalah sisa orang dibagi hari kerja, dibulatkan ke atas.",
    keputusan_proyek("laju yang dibulatkan ke bawah tidak mencapai target"),
)
PROYEKSI_04 = declare(
    "PROYEKSI-04",
    "Dengan suatu laju, selesai adalah hari kerja pertama saat sisanya habis; hari mulai ikut bila hari kerja.",
    keputusan_proyek("hari yang baru separuh terpakai tetap hari kerja; sisa nol sudah selesai pada hari mulai"),
)
PROYEKSI_05 = declare(
    "PROYEKSI-05",
    "Pelayanan malam menambah orang pada sebuah hari kerja, bukan hari; orangnya dikurangkan dari sisa sebelum laju dihitung.",
    keputusan_proyek("malam hari bukan hari kedua: petugasnya sama, dan yang datang lebih sedikit"),
)

Malam = Mapping[date, int]
"""People whom the office records in the evening of a service day, beyond the day's pace."""
_TANPA_MALAM: Malam = {}


def required_pace(sisa: int, hari: int) -> int | None:
    """People a working day, rounded up, so that `sisa` people are done in `hari` days; None when no day is left.

    >>> required_pace(4412, 28), required_pace(0, 0), required_pace(5, 0)
    (158, 0, None)
    """
    if sisa < 0 or hari < 0:
        raise EktpError("sisa orang dan hari kerja tidak boleh negatif")
    if sisa == 0:
        return 0
    return -(-sisa // hari) if hari else None


@frozen
class LajuKeTarget:
    """What is left to do until a target date: working days after the reference date, and the pace needed.

    `malam` is how many of them the evenings take.

    >>> LajuKeTarget(date(2012, 9, 30), 6, 28, 4412).laju
    158
    """

    target: date
    hari_per_minggu: int
    hari_kerja: int
    sisa: int
    malam: int = 0

    @property
    def laju(self) -> int | None:
        """People a working day, rounded up; None when no working day is left."""
        return required_pace(max(0, self.sisa - self.malam), self.hari_kerja)


def check_target(target: date, *, on: date) -> None:
    """Refuse, by `EktpError`, a target that is not after the reference date.

    >>> check_target(date(2012, 9, 30), on=date(2012, 8, 28))
    """
    if target <= on:
        raise EktpError(f"target {target.isoformat()} harus sesudah tanggal acuan {on.isoformat()}")


def pace_to_target(
    sisa: int,
    *,
    on: date,
    target: date,
    libur: Libur = frozenset(),
    hari_per_minggu: HariPerMinggu = 5,
    kantor: Kantor | None = None,
    malam: Malam = _TANPA_MALAM,
) -> LajuKeTarget:
    """The working days after the reference date up to the target, and the pace that `sisa` people need.

    `kantor` stands for `libur` and `hari_per_minggu` where it is given. Raises `EktpError` when the target is not after
    the reference date, and for an evening on a day that is no service day.

    >>> pace_to_target(4412, on=date(2012, 8, 28), target=date(2012, 9, 30), hari_per_minggu=6).hari_kerja
    28
    """
    check_target(target, on=on)
    kantor = kantor or Kantor(libur, hari_per_minggu=hari_per_minggu)
    _check_evenings(malam, kantor)
    mulai = on + timedelta(days=1)
    orang_malam = sum(orang for hari, orang in malam.items() if mulai <= hari <= target)
    return LajuKeTarget(target, kantor.hari_per_minggu, kantor.count(mulai, target), sisa, orang_malam)


def finish_date(
    sisa: int, laju: int | Decimal | Fraction, *, mulai: date, kantor: Kantor, malam: Malam = _TANPA_MALAM
) -> date | None:
    """The service day on which `sisa` people are done at this pace; `mulai` itself when nobody is left.

    None when that would lie after `kantor.TAHUN_TERAKHIR`. Raises `EktpError` for a negative rest, a pace of 0 or less,
    and an evening on a day that is no service day.

    >>> finish_date(4412, 158, mulai=date(2012, 8, 29), kantor=Kantor(hari_per_minggu=6))
    datetime.date(2012, 9, 29)
    """
    if sisa < 0:
        raise EktpError("sisa orang tidak boleh negatif")
    if laju <= 0:
        raise EktpError("laju harus lebih dari 0")
    _check_evenings(malam, kantor)
    if sisa == 0:
        return mulai
    tersisa, sehari = Fraction(sisa), Fraction(laju)
    terakhir = max((h for h in malam if h >= mulai), default=None)
    if terakhir is not None:
        for hari in kantor.days(mulai, terakhir):
            tersisa -= sehari + malam.get(hari, 0)
            if tersisa <= 0:
                return hari
        mulai = terakhir + timedelta(days=1)
    return kantor.nth(mulai, ceil(tersisa / sehari))


@frozen
class Skenario:
    """One pace: the people it can record until the target, and the day on which `sisa` people are done.

    `selesai` is None when that day lies beyond any calendar. See `compare_paces`.
    """

    laju: int
    sisa: int
    kapasitas: int
    selesai: date | None
    tercapai: bool

    @property
    def sisa_pada_target(self) -> int:
        """Who is still left at the target."""
        return max(0, self.sisa - self.kapasitas)


def compare_paces(
    sisa: int, laju: Iterable[int], *, on: date, target: date, kantor: Kantor, malam: Malam = _TANPA_MALAM
) -> tuple[Skenario, ...]:
    """The paces side by side, in their order: whether each gets there by the target, counted from the day after `on`.

    >>> enam = Kantor(hari_per_minggu=6)
    >>> [s.tercapai for s in compare_paces(4412, [20, 200], on=date(2012, 8, 28), target=date(2012, 9, 30), kantor=enam)]
    [False, True]
    """
    sampai = pace_to_target(sisa, on=on, target=target, kantor=kantor, malam=malam)
    hasil = []
    for satu in laju:
        selesai = finish_date(sisa, satu, mulai=on + timedelta(days=1), kantor=kantor, malam=malam)
        kapasitas = satu * sampai.hari_kerja + sampai.malam
        hasil.append(Skenario(satu, sisa, kapasitas, selesai, selesai is not None and selesai <= target))
    return tuple(hasil)


def _check_evenings(malam: Malam, kantor: Kantor) -> None:
    for hari, orang in sorted(malam.items()):
        if orang < 0:
            raise EktpError(f"orang pada malam {show_date(hari)} tidak boleh negatif")
        if not kantor.is_open(hari):
            raise EktpError(f"malam {show_date(hari)}: hari itu bukan hari kerja; buka dahulu harinya")
