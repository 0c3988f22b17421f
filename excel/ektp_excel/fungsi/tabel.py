"""A table with its header row -> mappings with canonical columns, as the readers of `ektp_core.masukan` take them.

Columns are found as in a workbook's sheets. Rows are numbered from the first row of the range, which is what the
spreadsheet shows when the range begins in row 1.
"""

from collections.abc import Mapping

from attrs import frozen

from ektp_core.galat import EktpError
from ektp_excel.fungsi.bentuk import Rentang
from ektp_excel.fungsi.nilai import is_error_cell, is_galat
from ektp_excel.kolom import BARIS_JUDUL, LEMBAR
from ektp_excel.tabel import CONTOH, TERCATAT, Hitungan, match_columns, name_rows


@frozen
class Tabel:
    """The rows of a table that are not wholly blank, by canonical column, and their numbers in the range."""

    nama: str
    isi: tuple[Mapping[str, object], ...]
    baris: tuple[int, ...]

    def refuse_galat(self) -> None:
        """Refuse a table in which a function has answered GALAT: a figure made from it would hide that row."""
        for nomor, isi in zip(self.baris, self.isi, strict=True):
            for kolom, nilai in isi.items():
                if is_galat(nilai):
                    raise EktpError(f"{self.nama} baris {nomor} kolom {kolom} berisi GALAT, perbaiki dulu")


def read_table(rentang: Rentang | None, nama: str) -> Tabel | None:
    """The table of one argument; None when it is omitted or wholly blank. Raises `EktpError` without a usable header."""
    rows = _used_rows(rentang or ())
    if not rows:
        return None
    lembar = LEMBAR[nama]
    _, kolom, awal = match_columns(rows[: BARIS_JUDUL + CONTOH], lembar, nama)
    pasangan = list(name_rows(enumerate(rows[awal:], awal + 1), kolom, lembar, Hitungan()))
    for _, isi in pasangan:
        _blank_errors(isi)
    return Tabel(nama, tuple(isi for _, isi in pasangan), tuple(nomor for nomor, _ in pasangan))


def _used_rows(rows: Rentang) -> Rentang:
    n = len(rows)
    while n and not any(rows[n - 1]) and all(v is None or v == "" for v in rows[n - 1]):
        n -= 1
    return rows[:n]


def _blank_errors(isi: dict[str, object]) -> None:
    """Whoever reads a NIK or a date refuses an error cell; elsewhere it says nothing."""
    for kolom, nilai in isi.items():
        if isinstance(nilai, str) and nilai[:1] == "#" and is_error_cell(nilai) and kolom not in TERCATAT:
            isi[kolom] = None
