"""National holidays and cuti bersama of Indonesia as a plain set of dates, from the data of the `holidays` package.

Needs no network. Local election days and an office's own closures are not in it; some offices opened on cuti bersama.
"""

from collections.abc import Iterable
from datetime import date

import holidays


def closed_days(awal: date, akhir: date, *, tambahan: Iterable[date] = ()) -> frozenset[date]:
    """The closed days between two dates (both included), with the office's own closures added."""
    tahun = range(awal.year, akhir.year + 1)
    libur = holidays.country_holidays("ID", years=tahun, categories=("public", "government"))
    return frozenset(h for h in (*libur, *tambahan) if awal <= h <= akhir)
