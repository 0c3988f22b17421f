"""How one truth is written many ways: dates, names, NIK, addresses, as people and spreadsheets write them.

Only spellings that the contract names are used, so that the truth of a cell never depends on taste.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta
from random import Random
from typing import TypeAlias

from .kata import BULAN, BULAN_PENDEK, GELAR_BELAKANG, GELAR_DEPAN, MUHAMMAD

Sel: TypeAlias = str | int | float | date | datetime | None


class Rusak(str):
    """An error cell, such as `#N/A`: a formula that found nothing."""


TAK_TAMPAK = (
    " ",
    ".",
    "-",
    "\u00a0",
    "\u200b",
    "\ufeff",
    "\u200d",
    "\u2060",
    "\t",
    "\n",
    "\u2009",
    "\u202f",
    "\u00ad",
    "'",
)
LAMA = {"u": "oe", "j": "dj", "c": "tj", "ny": "nj", "sy": "sj", "kh": "ch"}


def add_years(hari: date, tahun: int) -> date:
    """The same day in another year; 29 February falls on 28 February in a common year (the contract's convention)."""
    try:
        return hari.replace(year=hari.year + tahun)
    except ValueError:
        return date(hari.year + tahun, 2, 28)


def serial(hari: date) -> int:
    """Excel's day number, 1900 system, for dates after February 1900."""
    return (hari - date(1899, 12, 30)).days


def _two_digits_serve(hari: date, on: date) -> bool:
    return hari <= on < add_years(hari, 100) and hari.year > on.year - 99


def write_tanggal(rng: Random, hari: date, on: date) -> Sel:
    """A date as a cell: a real date, one of ten spellings, or a serial as number or as text."""
    if rng.random() < 0.45:
        return hari
    d, m, y = hari.day, hari.month, hari.year
    ways: list[Sel] = [
        f"{d:02}-{m:02}-{y}",
        f"{d:02}/{m:02}/{y}",
        f"{d}/{m}/{y}",
        f"{d:02}.{m:02}.{y}",
        f"{y}-{m:02}-{d:02}",
        f"{d} {BULAN[m - 1]} {y}",
        f"{d:02} {BULAN[m - 1].upper()} {y}",
        f"{d} {BULAN_PENDEK[m - 1]} {y}",
        f"{d:02}-{BULAN_PENDEK[m - 1]}-{y}",
        f"{y}-{m:02}-{d:02} 00:00:00",
        f" {d:02}-{m:02}-{y} ",
    ]
    if y >= 1930:
        ways += [serial(hari), float(serial(hari)), str(serial(hari))]
    if _two_digits_serve(hari, on):
        ways += [f"{d}/{m}/{y % 100:02}", f"{d:02}-{m:02}-{y % 100:02}"]
    return rng.choice(ways)


def write_waktu(rng: Random, hari: date) -> datetime:
    """A day with an office hour, as recording logs have it."""
    return datetime.combine(hari, time(rng.randint(8, 20), rng.randint(0, 59)))


def respell(nama: str, rng: Random) -> str:
    """Old spelling for some sounds of a name; the Muhammads have spellings of their own."""
    sounds = [s for s in LAMA if rng.random() < 0.6]
    if not sounds:
        return nama
    pattern = re.compile("|".join(sorted(LAMA, key=len, reverse=True)))

    def change(found: re.Match[str]) -> str:
        return LAMA[found[0]] if found[0] in sounds else found[0]

    return " ".join(word if word in MUHAMMAD else pattern.sub(change, word.lower()).upper() for word in nama.split(" "))


def write_nama(rng: Random, nama: str, kelamin: str, *, berat: bool = False) -> str:
    """A name in another case and spacing; `berat` adds titles, old spelling, Muhammad's spellings, BIN/BINTI."""
    hasil = nama
    if berat:
        hasil = respell(hasil, rng)
        first, _, rest = hasil.partition(" ")
        if first in MUHAMMAD and rest:
            hasil = f"{rng.choice(MUHAMMAD)} {rest}"
        if rng.random() < 0.25:
            hasil += " BIN KARTOMEJO" if kelamin == "L" else " BINTI KARTOMEJO"
        elif rng.random() < 0.4:
            hasil += rng.choice(GELAR_BELAKANG)
        if rng.random() < 0.4:
            hasil = rng.choice(GELAR_DEPAN[kelamin]) + hasil
    case = rng.random()
    if case < 0.25:
        hasil = hasil.title()
    elif case < 0.32:
        hasil = hasil.lower()
    if rng.random() < 0.08:
        hasil = hasil.replace(" ", "  ", 1)
    return hasil + rng.choice(("", "", "", "", " ", "  "))


def write_rt(rng: Random, nomor: int) -> Sel:
    """A number of RT or RW: as text with zeros, or as the number that a spreadsheet makes of it."""
    return rng.choice((f"{nomor:03}", f"{nomor:03}", f"{nomor:02}", str(nomor), nomor, float(nomor), f"{nomor:03} "))


def write_desa(rng: Random, desa: str) -> str:
    """A desa's name: other case, the word Desa before it, spaces after it."""
    return rng.choice(
        (desa, desa, desa, desa.title(), f"Desa {desa.title()}", f"DESA {desa}", f"{desa} ", desa.lower())
    )


def write_separated(rng: Random, nik: str) -> str:
    """A NIK with separators or invisible characters; cleaned, it is the same NIK."""
    mark = rng.choice(TAK_TAMPAK)
    shape = rng.randrange(4)
    if shape == 0:
        return f"{nik[:2]}{mark}{nik[2:4]}{mark}{nik[4:6]}{mark}{nik[6:12]}{mark}{nik[12:]}"
    if shape == 1:
        return f"{mark}{nik}"
    if shape == 2:
        return f"{nik}{mark}"
    return f"{nik[:4]}{mark}{nik[4:8]}{mark}{nik[8:12]}{mark}{nik[12:]}"


def write_angka(nik: str) -> float:
    """The number that a spreadsheet keeps of a NIK: the sixteenth digit has become 0."""
    return float(nik[:15] + "0")


def write_lebar(nik: str) -> str:
    """Full-width or Arabic digits: to `str.isdigit` they are a NIK, and they are not ASCII."""
    nol = "０" if int(nik[15]) % 2 else "٠"
    return "".join(chr(ord(nol) + int(c)) for c in nik)


def write_ilmiah(nik: str) -> str:
    """What an export to text leaves of a numeric NIK."""
    return f"{nik[0]},{nik[1:6]}E+15"


def break_calendar(rng: Random, nik: str) -> str:
    """The NIK with a date that no calendar has."""
    ways = (
        f"{nik[:8]}{rng.choice(('13', '00', '19'))}{nik[10:]}",
        f"{nik[:6]}{rng.choice(('00', '32', '72'))}{nik[8:]}",
    )
    return rng.choice([salah for salah in ways if salah != nik])


def mistype(rng: Random, nik: str) -> str:
    """Another calendar-true NIK with the same day and sex: one digit wrong, or two changed places."""
    if rng.random() < 0.5:
        at = rng.choice((12, 13, 14))
        return nik[:at] + rng.choice([c for c in "123456789" if c != nik[at]]) + nik[at + 1 :]
    a, b = nik[2], nik[4]
    return nik[:2] + (b + nik[3] + a if a != b else str((int(a) + 1) % 10) + nik[3] + b) + nik[5:]


def next_day(hari: date, geser: int) -> date:
    """`geser` days later (or earlier)."""
    return hari + timedelta(days=geser)
