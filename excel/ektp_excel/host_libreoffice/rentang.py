"""A range of Calc as rows of plain values: numbers as floats, blanks as "", a failed formula as the text it shows.

A reference to whole columns is read as far as its document is used; the blank rest costs no reading.
"""

from collections.abc import Sequence
from typing import Protocol

Baris = Sequence[object]

KODE_GALAT = {
    503: "#NUM!",
    519: "#VALUE!",
    521: "#NULL!",
    524: "#REF!",
    525: "#NAME?",
    532: "#DIV/0!",
    32767: "#N/A",
}
"""Calc's number of an error -> what the cell shows. Its other errors (Err:502 …) are #VALUE! in a workbook of Excel."""

KOLOM_PENUH = 65_536
"""From this many rows on a range is taken for a reference to whole columns; no list of a kecamatan is as long."""


class Alamat(Protocol):
    """Where a range lies, counted from 0."""

    StartColumn: int
    StartRow: int
    EndColumn: int
    EndRow: int


class Tanggal(Protocol):
    """A date of UNO."""

    Year: int


class Dokumen(Protocol):
    """A spreadsheet document: its sheets, and the day that its dates are counted from."""

    NullDate: Tanggal
    Sheets: "DaftarLembar"


class Sel(Protocol):
    """One cell."""

    def getError(self) -> int: ...


class RentangCalc(Protocol):
    """What is used here of a range of cells."""

    def getRangeAddress(self) -> Alamat: ...
    def getDataArray(self) -> tuple[tuple[object, ...], ...]: ...
    def getCellByPosition(self, kolom: int, baris: int) -> Sel: ...
    def getCellRangeByPosition(self, kiri: int, atas: int, kanan: int, bawah: int) -> "RentangCalc": ...
    def getSpreadsheet(self) -> "LembarCalc": ...


class Kursor(RentangCalc, Protocol):
    """A range that can be sent to the end of what is used."""

    def gotoEndOfUsedArea(self, perluas: bool) -> None: ...


class LembarCalc(RentangCalc, Protocol):
    """What is used here of a sheet."""

    def createCursor(self) -> Kursor: ...
    def getDrawPage(self) -> object: ...


class DaftarLembar(Protocol):
    """The sheets of a document."""

    def getCount(self) -> int: ...
    def getByIndex(self, nomor: int) -> LembarCalc: ...


def read_range(rentang: RentangCalc, dokumen: Dokumen | None) -> tuple[Sequence[Baris], int | None]:
    """The rows of a range; and, for whole columns, after how many of them the document is blank."""
    alamat = rentang.getRangeAddress()
    tinggi = alamat.EndRow - alamat.StartRow + 1
    if tinggi < KOLOM_PENUH or dokumen is None:
        return _read_cells(rentang), None
    lebar = alamat.EndColumn - alamat.StartColumn + 1
    terpakai = min(max(last_used_row(dokumen) - alamat.StartRow + 1, 1), tinggi)
    isi = _read_cells(rentang.getCellRangeByPosition(0, 0, lebar - 1, terpakai - 1))
    return (*isi, *((("",) * lebar,) * (tinggi - terpakai))), terpakai


def last_used_row(dokumen: Dokumen) -> int:
    """The last row that any sheet of the document uses, from 0: the answer's own sheet may be longer than the range's."""
    akhir = 0
    for nomor in range(dokumen.Sheets.getCount()):
        kursor = dokumen.Sheets.getByIndex(nomor).createCursor()
        kursor.gotoEndOfUsedArea(False)
        akhir = max(akhir, kursor.getRangeAddress().EndRow)
    return akhir


def _read_cells(rentang: RentangCalc) -> Sequence[Baris]:
    """The data array has no value for a failed formula and "" for a blank: the former is asked for its error."""
    data = rentang.getDataArray()
    if not any(None in baris for baris in data):
        return data
    return [
        [_show_error(rentang, x, y) if nilai is None else nilai for x, nilai in enumerate(baris)]
        for y, baris in enumerate(data)
    ]


def _show_error(rentang: RentangCalc, kolom: int, baris: int) -> str:
    return KODE_GALAT.get(rentang.getCellByPosition(kolom, baris).getError(), "#VALUE!")
