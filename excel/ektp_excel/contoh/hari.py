"""The course of the recording days: how many came on which day, from November 2011 to the reference date.

A slow start, about 700 a day from June, about 200 a day in Ramadan, a handful around Lebaran and a rush after it, so
that four fifths of the wajib are recorded by 28 July. The days are facts of this story, not a calendar: no holidays
package.
"""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from functools import cache
from random import Random

from ektp_excel.contoh.orang import PER

_AWAL = date(2011, 11, 14)
_LIBUR = frozenset((
    date(2011, 11, 27), date(2011, 12, 25), date(2011, 12, 26), date(2012, 1, 1), date(2012, 1, 23), date(2012, 2, 5),
    date(2012, 3, 23), date(2012, 4, 6), date(2012, 5, 6), date(2012, 5, 17), date(2012, 5, 18), date(2012, 6, 17),
    date(2012, 8, 17),
))  # fmt: skip
_MINGGU_KELILING = frozenset((date(2012, 6, 24), date(2012, 7, 1), date(2012, 7, 8), date(2012, 7, 15)))
_LEBARAN = frozenset(date(2012, 8, hari) for hari in (19, 20, 21, 22))
_TAHAP = (
    (date(2012, 2, 1), 14), (date(2012, 3, 1), 45), (date(2012, 4, 1), 70), (date(2012, 5, 1), 130),
    (date(2012, 6, 1), 290), (date(2012, 7, 21), 740), (date(2012, 8, 23), 205), (date(2012, 8, 29), 660),
)  # fmt: skip
_BOBOT_HARI = (1.12, 1.05, 1.0, 1.0, 0.87, 0.92, 0.0)


def _expected(hari: date) -> float:
    """How many come on this day by the story."""
    if hari in _LEBARAN:
        return 20.0
    if hari in _MINGGU_KELILING:
        return 240.0
    if hari in _LIBUR:
        return 0.0
    return next(n for sampai, n in _TAHAP if hari < sampai) * _BOBOT_HARI[hari.weekday()]


@cache
def _course() -> tuple[tuple[date, ...], tuple[float, ...]]:
    hari = tuple(_AWAL + timedelta(days=i) for i in range((PER - _AWAL).days + 1))
    return hari, tuple(map(_expected, hari))


def draw_days(acak: Random, banyak: int) -> list[date]:
    """So many recording days in order, as the story distributes them, no two days quite as planned."""
    hari, bobot = _course()
    return sorted(acak.choices(hari, [b * acak.uniform(0.86, 1.14) for b in bobot], k=banyak))


def to_working_day(hari: date) -> date:
    """The day itself, or the first after it on which the office recorded; never after the reference date."""
    while hari < PER and not _expected(hari):
        hari += timedelta(days=1)
    return max(_AWAL, min(hari, PER))


def call_days(hari: Sequence[date], giliran: Mapping[tuple[int, int], float]) -> dict[tuple[int, int], date]:
    """The day to which each RW was called: about when its turn came among all who have come."""
    urut = sorted(giliran.values())
    terakhir = len(hari) - 1
    return {
        rw: hari[min(terakhir, int(bisect_right(urut, letak) / len(urut) * 0.85 * terakhir))]
        for rw, letak in giliran.items()
    }
