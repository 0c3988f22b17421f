"""National holidays, cuti bersama and Idul Fitri of Indonesia as plain dates, from the data of the `holidays` package.

Needs no network. Local election days and an office's own closures are not in it; some offices opened on cuti bersama. Idul
Fitri is that of the joint decision of three ministers (a later year's is an estimate); the sidang isbat of 2011 moved it
by a day afterwards.
"""

from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

import holidays

_RAYA = "Idul Fitri"


def closed_days(awal: date, akhir: date, *, tambahan: Iterable[date] = ()) -> frozenset[date]:
    """The closed days between two dates (both included), with the office's own closures added."""
    libur = (h for tahun in range(awal.year, akhir.year + 1) for h in closed_in(tahun))
    return frozenset(h for h in (*libur, *tambahan) if awal <= h <= akhir)


@lru_cache(maxsize=512)
def closed_in(tahun: int) -> frozenset[date]:
    """The national holidays and cuti bersama of a year."""
    return frozenset(holidays.country_holidays("ID", years=tahun, categories=("public", "government")))


def idul_fitri(awal: int, akhir: int) -> tuple[date, ...]:
    """The first day of each Idul Fitri of these years, in order.

    >>> idul_fitri(2011, 2012)
    (datetime.date(2011, 8, 30), datetime.date(2012, 8, 19))
    """
    libur = holidays.country_holidays("ID", years=range(awal, akhir + 1), language="id")
    raya = {hari for hari, nama in libur.items() if _RAYA in nama}
    return tuple(sorted(hari for hari in raya if hari - timedelta(days=1) not in raya))
