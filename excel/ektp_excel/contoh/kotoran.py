"""The dirt of real cells: dates spelled out, NIKs with spaces and dots, names in other spellings, desa in capitals.

Every function here changes how a value looks and never what it says.
"""

from datetime import date, datetime
from random import Random

from ektp_excel.contoh.nama import add_gelar, respell
from ektp_excel.contoh.orang import PER, Orang, Sel

_BULAN = (
    "Januari", "Februari", "Maret", "April", "Mei", "Juni", "Juli", "Agustus", "September", "Oktober", "November",
    "Desember",
)  # fmt: skip
_HARI_NOL = date(1899, 12, 30).toordinal()
_SERATUS_TAHUN = date(PER.year - 100, PER.month, PER.day + 1)


def spell_date(acak: Random, hari: date) -> str:
    """The date as text, in one of the ways that clerks write it."""
    cara = int(acak.random() * 8)
    if cara == 0:
        return f"{hari.day} {_BULAN[hari.month - 1]} {hari.year}"
    if cara == 1:
        return f"{hari.day:02d} {_BULAN[hari.month - 1].upper()} {hari.year}"
    if cara == 2 and _SERATUS_TAHUN <= hari <= PER:
        return f"{hari.day}/{hari.month}/{hari.year % 100:02d}"
    if cara == 3:
        return hari.isoformat()
    if cara == 4:
        return f"{hari.day:02d}/{hari.month:02d}/{hari.year}"
    if cara == 5:
        return f"{hari.day:02d}.{hari.month:02d}.{hari.year}"
    return f"{hari:%d-%m-%Y}"


def space_nik(acak: Random, nik: str) -> str:
    """The NIK with separators or invisible characters."""
    cara = int(acak.random() * 6)
    if cara == 0:
        return f"{nik[:4]} {nik[4:8]} {nik[8:12]} {nik[12:]}"
    if cara == 1:
        return f"{nik[:2]}.{nik[2:4]}.{nik[4:6]}.{nik[6:12]}.{nik[12:]}"
    if cara == 2:
        return f"{nik[:6]}-{nik[6:12]}-{nik[12:]}"
    return (nik + " ", nik + "\N{NO-BREAK SPACE}", "\N{ZERO WIDTH SPACE}" + nik)[cara - 3]


def soil_name(acak: Random, o: Orang) -> str:
    """The name in another case, with a title, in the old spelling, or with one space too many."""
    r = acak.random()
    if r < 0.4:
        return respell(acak, o.nama, o.perempuan).upper()
    if r < 0.7:
        return o.nama
    if r < 0.85 and o.lahir < PER.toordinal() - 9000:
        return add_gelar(acak, o.nama, o.perempuan).upper()
    return o.nama.upper().replace(" ", "  ") + " "


def soil_desa(acak: Random, nama: str) -> str:
    """The desa in capitals or with the word before it."""
    return (nama.upper(), f"Desa {nama}", f"DESA {nama.upper()}")[int(acak.random() * 3)]


def misspell(nama: str) -> str:
    """The name with letters missing: another name to every reader."""
    kata = nama.upper().split()
    kata[-1] = kata[-1][:2] + kata[-1][4:] + "X"
    return " ".join(kata)


def to_serial(hari: date) -> int:
    """The day as the number that a cell without a date format shows."""
    return hari.toordinal() - _HARI_NOL


def add_hour(acak: Random, hari: Sel, peluang: float) -> Sel:
    """A recording day, sometimes with the hour that the machine noted."""
    if isinstance(hari, date) and acak.random() < peluang:
        return datetime(hari.year, hari.month, hari.day, acak.randint(8, 20), acak.randint(0, 59))
    return hari


def soil_date(acak: Random, hari: Sel, peluang: float) -> Sel:
    """A date cell, sometimes as text."""
    return spell_date(acak, hari) if isinstance(hari, date) and acak.random() < peluang else hari
