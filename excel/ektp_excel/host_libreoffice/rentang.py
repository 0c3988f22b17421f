"""A range of Calc as rows of plain values: numbers as floats, blanks as "", TRUE as TRUE, a failed formula as its text.

A reference to whole columns is read as far as its document is used: a column of blanks to the end would cost a second
for each formula.
"""

from collections.abc import Iterator, Sequence

from ektp_excel.host_libreoffice.dokumen import RentangCalc, document_of, last_used_row

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

_LOGIS = 1024  # com.sun.star.util.NumberFormat.LOGICAL


def read_range(rentang: RentangCalc) -> Sequence[Baris]:
    """The rows of a range; of whole columns those down to the last that any sheet uses, so that every answer has room."""
    alamat = rentang.getRangeAddress()
    if alamat.EndRow - alamat.StartRow + 1 >= KOLOM_PENUH:
        akhir = min(max(last_used_row(document_of(rentang)), alamat.StartRow), alamat.EndRow)
        lebar = alamat.EndColumn - alamat.StartColumn
        rentang = rentang.getCellRangeByPosition(0, 0, lebar, akhir - alamat.StartRow)
    return _read_cells(rentang)


def _read_cells(rentang: RentangCalc) -> Sequence[Baris]:
    """The data array has no value for a failed formula, "" for a blank, and 1 for TRUE: the cells are asked for the rest."""
    data = rentang.getDataArray()
    galat = any(None in baris for baris in data)
    logis = any(0.0 in baris or 1.0 in baris for baris in data) and list(_logical_parts(rentang))
    if not galat and not logis:
        return data
    isi = [list(baris) for baris in data]
    for y, baris in enumerate(isi if galat else ()):
        for x in [x for x, nilai in enumerate(baris) if nilai is None]:
            baris[x] = KODE_GALAT.get(rentang.getCellByPosition(x, y).getError(), "#VALUE!")
    for x, y in logis or ():
        if isi[y][x] in (0.0, 1.0):
            isi[y][x] = bool(isi[y][x])
    return isi


def _logical_parts(rentang: RentangCalc) -> Iterator[tuple[int, int]]:
    """Column and row, from 0, of each cell whose format shows a number as TRUE or FALSE."""
    bentuk = document_of(rentang).getNumberFormats()
    asal = rentang.getRangeAddress()
    # The range itself names the format of its first cell only.
    for bagian in rentang.getCellFormatRanges():
        if bentuk.getByKey(bagian.NumberFormat).Type & _LOGIS:
            a = bagian.getRangeAddress()
            for y in range(a.StartRow - asal.StartRow, a.EndRow - asal.StartRow + 1):
                for x in range(a.StartColumn - asal.StartColumn, a.EndColumn - asal.StartColumn + 1):
                    yield x, y
