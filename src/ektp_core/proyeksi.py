"""Working days to a target, and the pace that the rest needs.

The closed days are an argument: which days an office keeps closed is not known here. Finish dates and ranges from the
recording log are not here yet.
"""

from collections.abc import Set as AbstractSet
from datetime import date, timedelta
from typing import Literal

from attrs import frozen

from ektp_core.aturan import declare, keputusan_proyek
from ektp_core.galat import EktpError

PROYEKSI_01 = declare(
    "PROYEKSI-01",
    "Hari kerja adalah hari Senin sampai Jumat (atau Sabtu) yang tidak libur; hari pertama dan terakhir ikut dihitung.",
    keputusan_proyek("Karanganyar bekerja enam hari pada 2012; lima atau enam hari adalah pilihan kantor"),
)
PROYEKSI_02 = declare(
    "PROYEKSI-02",
    "Laju yang diperlukan adalah sisa orang dibagi hari kerja, dibulatkan ke atas.",
    keputusan_proyek("laju yang dibulatkan ke bawah tidak mencapai target"),
)

HariPerMinggu = Literal[5, 6]


def working_days(
    awal: date, akhir: date, *, libur: AbstractSet[date] = frozenset(), hari_per_minggu: HariPerMinggu = 5
) -> tuple[date, ...]:
    """The working days from `awal` to `akhir`, both counted, without the closed days; empty when `akhir` is earlier.

    >>> len(working_days(date(2012, 8, 29), date(2012, 9, 30), hari_per_minggu=6))
    28
    """
    if hari_per_minggu not in (5, 6):
        raise EktpError(f"hari kerja seminggu harus 5 atau 6, bukan {hari_per_minggu}")
    semua = (awal + timedelta(days=i) for i in range((akhir - awal).days + 1))
    return tuple(h for h in semua if h.weekday() < hari_per_minggu and h not in libur)


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

    >>> LajuKeTarget(date(2012, 9, 30), 6, 28, 4412).laju
    158
    """

    target: date
    hari_per_minggu: int
    hari_kerja: int
    sisa: int

    @property
    def laju(self) -> int | None:
        """People a working day, rounded up; None when no working day is left."""
        return required_pace(self.sisa, self.hari_kerja)


def check_target(target: date, *, on: date) -> None:
    """Refuse, by `EktpError`, a target that is not after the reference date.

    >>> check_target(date(2012, 9, 30), on=date(2012, 8, 28))
    """
    if target <= on:
        raise EktpError(f"target {target.isoformat()} harus sesudah tanggal acuan {on.isoformat()}")


def pace_to_target(
    sisa: int, *, on: date, target: date, libur: AbstractSet[date] = frozenset(), hari_per_minggu: HariPerMinggu = 5
) -> LajuKeTarget:
    """The working days after the reference date up to the target, and the pace that `sisa` people need.

    Raises `EktpError` when the target is not after the reference date.

    >>> pace_to_target(4412, on=date(2012, 8, 28), target=date(2012, 9, 30), hari_per_minggu=6).hari_kerja
    28
    """
    check_target(target, on=on)
    hari = working_days(on + timedelta(days=1), target, libur=libur, hari_per_minggu=hari_per_minggu)
    return LajuKeTarget(target, hari_per_minggu, len(hari), sisa)
