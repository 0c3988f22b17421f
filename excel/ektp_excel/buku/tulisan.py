"""Figures and dates as an office writes them, and text that any cell can hold.

A spreadsheet shows numbers after the settings of its computer; sentences are written here, and stay Indonesian anywhere.
"""

import re
from datetime import date

BULAN = (
    *("Januari", "Februari", "Maret", "April", "Mei", "Juni"),
    *("Juli", "Agustus", "September", "Oktober", "November", "Desember"),
)
TERPANJANG = 32_767
"""The most UTF-16 units that one cell of Excel holds."""

_POTONGAN = " … [terpotong]"
# What XML 1.0 cannot carry at all: control characters but tab and newline, halves of surrogate pairs, two non-characters.
_TAK_SAH = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")


def show_date(tanggal: date) -> str:
    """A date in words.

    >>> show_date(date(2012, 8, 28))
    '28 Agustus 2012'
    """
    return f"{tanggal.day} {BULAN[tanggal.month - 1]} {tanggal.year}"


def cell_text(teks: str) -> str:
    """The text as a cell can hold it: what no XML file can carry shows as `\ufffd`, what is too long ends in a mark.

    >>> cell_text("Budi"), cell_text("a\\x00b\\r\\nc"), len(cell_text("x" * 40_000))
    ('Budi', 'a\ufffdb\\nc', 32767)
    """
    if "\r" in teks:
        teks = teks.replace("\r\n", "\n").replace("\r", "\n")
    teks = _TAK_SAH.sub("\ufffd", teks)
    # Only characters beyond U+FFFF take two units: half the limit is short enough whatever they are.
    if len(teks) > TERPANJANG // 2 and _units(teks) > TERPANJANG:
        utuh = teks.encode("utf-16-le")[: 2 * (TERPANJANG - len(_POTONGAN))]
        return utuh.decode("utf-16-le", errors="ignore") + _POTONGAN
    return teks


def _units(teks: str) -> int:
    return len(teks.encode("utf-16-le")) // 2
