"""Headers -> canonical fields, and sheet names -> canonical sheets.

Nothing here knows a file: rows are plain sequences of cell values, so that formula functions find columns the same way.
"""

from ektp_excel.kolom.ejaan import (
    GABUNGAN,
    LEMBAR,
    RT_RW,
    RW_RT,
    TEMPAT_TGL_LAHIR,
    Kolom,
    Lembar,
    header_key,
    show_written,
)
from ektp_excel.kolom.judul import BARIS_JUDUL, Judul, find_header, is_numbering_row
from ektp_excel.kolom.lembar import match_sheets
from ektp_excel.kolom.sisir import KEMBALI

__all__ = [
    "BARIS_JUDUL",
    "GABUNGAN",
    "KEMBALI",
    "LEMBAR",
    "RT_RW",
    "RW_RT",
    "TEMPAT_TGL_LAHIR",
    "Judul",
    "Kolom",
    "Lembar",
    "find_header",
    "header_key",
    "is_numbering_row",
    "match_sheets",
    "show_written",
]
