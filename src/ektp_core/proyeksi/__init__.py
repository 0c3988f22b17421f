"""From the figures to a date: working days and paces, when the log lets one hope to be done, the base by then, Lebaran.

`kantor` knows which days are open, `laju` what a pace reaches, `selang` what the log promises, `dasar` who is wajib by
then, `lebaran` how the feast compares with last year's; `rencana` puts all but the last together. Closed days and feasts
are arguments throughout.
"""

from ektp_core.proyeksi.dasar import DasarTarget, Perubahan, PerubahanDasar, project_base
from ektp_core.proyeksi.kantor import HariPerMinggu, Kantor, working_days
from ektp_core.proyeksi.laju import (
    LajuKeTarget,
    Skenario,
    check_target,
    compare_paces,
    finish_date,
    pace_to_target,
    required_pace,
)
from ektp_core.proyeksi.lebaran import BandingLebaran, compare_lebaran, find_visits, local_places
from ektp_core.proyeksi.rencana import Proyeksi, Rencana, project
from ektp_core.proyeksi.selang import LogTerlaluPendek, Perkiraan, estimate_finish, label_days, service_log

__all__ = [
    "BandingLebaran",
    "DasarTarget",
    "HariPerMinggu",
    "Kantor",
    "LajuKeTarget",
    "LogTerlaluPendek",
    "Perkiraan",
    "Perubahan",
    "PerubahanDasar",
    "Proyeksi",
    "Rencana",
    "Skenario",
    "check_target",
    "compare_lebaran",
    "compare_paces",
    "estimate_finish",
    "find_visits",
    "finish_date",
    "label_days",
    "local_places",
    "pace_to_target",
    "project",
    "project_base",
    "required_pace",
    "service_log",
    "working_days",
]
