"""Cell values -> values that the core's readers take: only what a spreadsheet does to a value, nothing of the rules.

A cell that holds two fields is taken apart here. What a text or a number means is for `ektp_core.masukan` to say.
"""

import re
from datetime import date

from ektp_core.nik import HILANG, clean_nik

_BERLABEL = re.compile(r"\b(RT|RW)\b[\s.:]*([0-9A-Z]+)")
_PEMISAH = re.compile(r"[\s/\\|,;.\-–—]+")
_ILMIAH = re.compile(r"\s*\d[.,]?\d*[eE]\+?1[45]\s*", re.ASCII)


def split_rt_rw(nilai: object, *, rw_dahulu: bool = False) -> tuple[object, object]:
    """RT and RW of one cell, in the order of the header unless the cell names them.

    A cell that the spreadsheet has turned into a date (`1/2`) says neither: which part was the day is not known.

    >>> split_rt_rw("001/002"), split_rt_rw("RW 02 RT. 01"), split_rt_rw("5"), split_rt_rw(date(2012, 2, 1))
    (('001', '002'), ('01', '02'), ('5', None), (None, None))
    """
    if isinstance(nilai, str):
        if berlabel := dict(_BERLABEL.findall(nilai.upper())):
            return berlabel.get("RT"), berlabel.get("RW")
        bagian: list[object] = [b for b in _PEMISAH.split(nilai) if b]
    else:
        bagian = [] if isinstance(nilai, date) else [nilai]
    satu, dua = (*bagian, None, None)[:2]
    return (dua, satu) if rw_dahulu else (satu, dua)


def take_birth_date(nilai: object) -> object:
    """The date of a cell that holds place and date of birth.

    >>> take_birth_date("Karanganyar, 17-08-1980"), take_birth_date(date(1980, 8, 17))
    ('17-08-1980', datetime.date(1980, 8, 17))
    """
    if not isinstance(nilai, str):
        return nilai
    angka = re.search(r"\d", nilai)
    return nilai[angka.start() :] if angka else nilai


def is_damaged_nik(nilai: object) -> bool:
    """Whether a NIK cell is a number, or a text that was one: its 16th digit is lost.

    >>> is_damaged_nik(3313110101800001.0), is_damaged_nik("3,31311E+15"), is_damaged_nik("3313110101800001")
    (True, True, False)
    """
    return clean_nik(nilai).endswith(HILANG) or (isinstance(nilai, str) and _ILMIAH.fullmatch(nilai) is not None)


def column_number(huruf: str) -> int:
    """The column from 0 of its letters.

    >>> column_number("A"), column_number("AA"), column_number("XFD")
    (0, 26, 16383)
    """
    nomor = 0
    for satu in huruf:
        nomor = nomor * 26 + ord(satu) - 64
    return nomor - 1


def column_letters(kolom: int) -> str:
    """The letters of a column from 0.

    >>> column_letters(0), column_letters(26), column_letters(16383)
    ('A', 'AA', 'XFD')
    """
    huruf = ""
    kolom += 1
    while kolom:
        kolom, sisa = divmod(kolom - 1, 26)
        huruf = chr(65 + sisa) + huruf
    return huruf
