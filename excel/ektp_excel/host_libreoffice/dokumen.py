"""The document that a range belongs to, and the day its dates are counted from.

A document that is still being loaded is in no list of open ones; the way to it leads over the forms of its sheet.
"""

from collections.abc import Iterable
from time import monotonic
from typing import Any, Protocol, cast

INGAT = 0.005
"""Seconds for which the date system is remembered: asking for it at every cell of a long column would double the time,
and no office writes one document and loads another so fast."""


class Alamat(Protocol):
    """Where a range lies, counted from 0."""

    StartColumn: int
    StartRow: int
    EndColumn: int
    EndRow: int


class Sel(Protocol):
    """One cell."""

    def getError(self) -> int: ...


class RentangCalc(Protocol):
    """What is used here of a range of cells."""

    NumberFormat: int

    def getRangeAddress(self) -> Alamat: ...
    def getDataArray(self) -> tuple[tuple[object, ...], ...]: ...
    def getCellByPosition(self, kolom: int, baris: int) -> Sel: ...
    def getCellRangeByPosition(self, kiri: int, atas: int, kanan: int, bawah: int) -> "RentangCalc": ...
    def getCellFormatRanges(self) -> Iterable["RentangCalc"]: ...
    def getSpreadsheet(self) -> "LembarCalc": ...


class Kursor(RentangCalc, Protocol):
    """A range that can be sent to the end of what is used."""

    def gotoEndOfUsedArea(self, perluas: bool) -> None: ...


class LembarCalc(RentangCalc, Protocol):
    """What is used here of a sheet."""

    def createCursor(self) -> Kursor: ...


class Tanggal(Protocol):
    """A date of UNO."""

    Year: int


class DaftarLembar(Protocol):
    """The sheets of a document."""

    def getCount(self) -> int: ...
    def getByIndex(self, nomor: int) -> LembarCalc: ...


class Dokumen(Protocol):
    """What is used here of a spreadsheet document."""

    NullDate: Tanggal
    Sheets: DaftarLembar

    def getNumberFormats(self) -> Any: ...


def document_of(rentang: RentangCalc) -> Dokumen:
    """The document of a range."""
    return cast(Dokumen, cast(Any, rentang.getSpreadsheet()).getDrawPage().getForms().getParent())


class SistemTanggal:
    """Whether dates are counted from 1904, as workbooks from old Macs do; remembered for a moment."""

    def __init__(self) -> None:
        self._sampai = float("-inf")
        self._sistem_1904 = False

    def is_1904(self, uno: Any, rentang: RentangCalc | None) -> bool:
        """By the document of the range; without one by the document that the user is looking at, if there is any."""
        if rentang is not None and monotonic() < self._sampai:
            return self._sistem_1904
        dokumen = document_of(rentang) if rentang is not None else _document_in_view(uno)
        sistem_1904 = dokumen is not None and dokumen.NullDate.Year == 1904
        if rentang is not None:
            self._sistem_1904, self._sampai = sistem_1904, monotonic() + INGAT
        return sistem_1904


def last_used_row(dokumen: Dokumen) -> int:
    """The last row that any sheet of the document uses, from 0: the answer's own sheet may be longer than the range's."""
    akhir = 0
    for nomor in range(dokumen.Sheets.getCount()):
        kursor = dokumen.Sheets.getByIndex(nomor).createCursor()
        kursor.gotoEndOfUsedArea(False)
        akhir = max(akhir, kursor.getRangeAddress().EndRow)
    return akhir


def _document_in_view(uno: Any) -> Dokumen | None:
    konteks = uno.getComponentContext()
    meja = konteks.ServiceManager.createInstanceWithContext("com.sun.star.frame.Desktop", konteks)
    dokumen = meja.getCurrentComponent()
    return cast(Dokumen, dokumen) if dokumen is not None and hasattr(dokumen, "NullDate") else None
