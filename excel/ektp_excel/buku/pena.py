"""Writes rows of mixed values on the sheets that people read and print, each value in the format of its kind.

Only for sheets of a few thousand cells; the long working sheets have a faster way.
"""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from math import ceil

from ektp_core.cakupan import Rasio
from ektp_excel.buku.gaya import Isi
from ektp_excel.buku.tulisan import cell_text
from ektp_excel.buku.xlsx import Format, Worksheet

TINGGI_GARIS = 13
"""Points of one line of text."""

Nilai = str | int | Decimal | Rasio | date | None
"""Text; a count; a percentage; a coverage; a date; a blank."""


def write_row(lembar: Worksheet, baris: int, kolom: int, nilai: Sequence[Nilai], bentuk: Mapping[Isi, Format]) -> None:
    """Write the values from that cell to the right. A coverage without anybody wajib is written in words."""
    for i, v in enumerate(nilai, kolom):
        match v:
            case None | "":
                lembar.write_blank(baris, i, None, bentuk[Isi.TEKS])
            case str():
                lembar.write_string(baris, i, cell_text(v), bentuk[Isi.TEKS])
            case int():
                lembar.write_number(baris, i, v, bentuk[Isi.ANGKA])
            case Decimal():
                lembar.write_number(baris, i, float(v / 100), bentuk[Isi.PERSEN])
            case Rasio():
                _write_ratio(lembar, baris, i, v, bentuk)
            case _:
                lembar.write_datetime(baris, i, v, bentuk[Isi.TANGGAL])


def _write_ratio(lembar: Worksheet, baris: int, kolom: int, rasio: Rasio, bentuk: Mapping[Isi, Format]) -> None:
    if rasio.pecahan is None:
        lembar.write_string(baris, kolom, str(rasio), bentuk[Isi.TEKS])
    else:
        lembar.write_number(baris, kolom, float(rasio.pecahan), bentuk[Isi.PERSEN])


def line_count(nilai: Sequence[Nilai], lebar: Sequence[float]) -> int:
    """The lines that the longest text needs in columns of these widths (in characters).

    Excel lets such a row grow by itself; LibreOffice does not.

    >>> line_count(["pindah ke rumah anaknya di Kabupaten Sragen", 7], [24, 4])
    2
    """
    return max(ceil(_width(v) / w) if isinstance(v, str) else 1 for v, w in zip(nilai, lebar, strict=True))


def _width(teks: str) -> float:
    # Widths are counted in digits; a capital letter is a quarter wider than a digit.
    return len(teks) + sum(map(str.isupper, teks)) / 4


def write_header(lembar: Worksheet, baris: int, kolom: int, judul: Sequence[str], bentuk: Format) -> None:
    """Write a table's header row."""
    for i, teks in enumerate(judul, kolom):
        lembar.write_string(baris, i, teks, bentuk)
