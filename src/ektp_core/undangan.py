"""An invitation to record: one row of the list that the camat signs and the desa serves.

A row is paper: it may be double, damaged, or for somebody unknown here. Who it is for is decided elsewhere.
"""

import re
from datetime import date

from attrs import field, frozen

from ektp_core.alamat import normalize_number
from ektp_core.nik import clean_nik

LEMBAR = "UNDANGAN"
_POTONG = re.compile(r"(\d+)", re.ASCII)


@frozen
class Undangan:
    """One invitation (sheet `UNDANGAN`).

    `nik` is a cleaned NIK, empty when the written one is none; `nik_tertulis` holds what was written where that
    differs. `keterangan` is the desa's note as written. `rt`, `rw` are keys of three digits.

    >>> Undangan(nomor="12", nik="3313110101800001", nama="Budi").nik
    '3313110101800001'
    """

    nomor: str = ""
    nik: str = field(default="", converter=clean_nik)
    nama: str = ""
    tanggal_lahir: date | None = None
    alamat: str = ""
    rt: str = field(default="", converter=normalize_number)
    rw: str = field(default="", converter=normalize_number)
    desa: str = ""
    tanggal_jadwal: date | None = None
    keterangan: str = ""
    baris: int = 0
    nik_tertulis: str = ""


def natural_key(nomor: str) -> tuple[object, ...]:
    """A key that sorts invitation numbers in natural order, then in text order; blank numbers last.

    >>> sorted(["A-10", "A-9", "", "10", "9", "7", "007"], key=natural_key)
    ['007', '7', '9', '10', 'A-9', 'A-10', '']
    """
    if not nomor:
        return (1,)
    return (0, tuple(_part(p) for p in _POTONG.split(nomor) if p), nomor)


def _part(teks: str) -> tuple[int, int, str]:
    """Digits by their value (compared by length first: they may be longer than `int` takes), other text after them."""
    if teks.isascii() and teks.isdigit():
        angka = teks.lstrip("0")
        return 0, len(angka), angka
    return 1, 0, teks.upper()
