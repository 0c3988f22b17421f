"""Cells as Office.js hands them over and takes them back: dates as serials, errors as objects. Blanks are for the caller."""

from __future__ import annotations

from datetime import date

from host.muat_kasus import SelGalat, from_serial, serial

JENIS_GALAT = {"#N/A": "NotAvailable", "#VALUE!": "Value", "#REF!": "Ref", "#NUM!": "Num", "#DIV/0!": "Div0"}


def to_js(nilai: object) -> object:
    """A cell that is not blank as Office.js sends it."""
    if isinstance(nilai, date):
        return serial(nilai)
    if isinstance(nilai, SelGalat):
        return {"type": "Error", "basicValue": nilai.teks, "errorType": JENIS_GALAT.get(nilai.teks, "Name")}
    return nilai


def from_js(nilai: object) -> object:
    """A cell of the answer as Excel would show it."""
    if isinstance(nilai, dict):
        assert nilai["type"] == "FormattedNumber", nilai
        assert nilai["numberFormat"] == "dd-mm-yyyy"
        return from_serial(nilai["basicValue"])
    return nilai
