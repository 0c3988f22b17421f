"""Jemput bola: which team records where on which day, so that the rest is reached by the target, or how many are not.

`prioritas` says who goes first and who is not visited at all, `muat` loads places onto team-days, `jadwal` lays those on
dates. The open days, the teams and what a team can do in a day are arguments.
"""

from ektp_core.jemput_bola.jadwal import Jadwal, Kunjungan, Tempat, TingkatTempat, schedule
from ektp_core.jemput_bola.prioritas import Prioritas, is_visited, priority_of

__all__ = [
    "Jadwal",
    "Kunjungan",
    "Prioritas",
    "Tempat",
    "TingkatTempat",
    "is_visited",
    "priority_of",
    "schedule",
]
