"""Binds every formula function to xlwings: Excel for Windows (COM, no licence key) and xlwings Lite by one definition.

Which of the two is decided at import: Lite (Pyodide), or `XLWINGS_ON_SERVER=true`, takes xlwings' server decorators. On
Linux and macOS without it xlwings' decorators do nothing. A Lite project needs one line: `from ektp_excel.host_xlwings
import *`.
"""

import os
import sys
from collections.abc import Callable
from inspect import Parameter, Signature

from ektp_excel.fungsi import FUNGSI, Fungsi
from ektp_excel.fungsi.bentuk import Jawaban, Rentang

DI_SERVER = sys.platform == "emscripten" or os.environ.get("XLWINGS_ON_SERVER") == "true"
if DI_SERVER:
    from xlwings.server import arg, func, ret
else:
    from xlwings import arg, func, ret

KATEGORI = "e-KTP"
_FORMAT_TANGGAL = "dd-mm-yyyy"
_SISTEM_1904 = "sistem_1904"
# The workbook of the calling cell, asked by the VBA wrapper: a serial number means another day in a 1904 workbook.
_VBA_1904 = "Application.Caller.Parent.Parent.Date1904"
_KOSONG: Rentang = [[None]]


def bind(fungsi: Fungsi) -> Callable[..., Jawaban]:
    """One function as xlwings takes it: named arguments, every range as rows, error cells as their text."""
    banyak = len(fungsi.argumen)
    # Lite gives a blank cell and an omitted argument alike; where one must be given, it was a blank cell.
    kosong = [_KOSONG if DI_SERVER and satu.wajib else None for satu in fungsi.argumen]

    def jembatan(*isi: Rentang | None) -> Jawaban:
        rentang = [ganti if satu is None else satu for satu, ganti in zip(isi, kosong, strict=False)]
        return fungsi.panggil(*rentang, sistem_1904=len(isi) > banyak and bool(isi[banyak]))

    nama = [satu.nama for satu in fungsi.argumen]
    if banyak and not DI_SERVER:
        nama.append(_SISTEM_1904)
    jembatan.__name__ = jembatan.__qualname__ = fungsi.nama
    jembatan.__doc__ = fungsi.doc
    jembatan.__annotations__ = {}
    # xlwings reads the signature; an argument without a default could not be answered in Indonesian when it is omitted.
    jembatan.__signature__ = Signature(  # type: ignore[attr-defined]
        [Parameter(satu, Parameter.POSITIONAL_OR_KEYWORD, default=None) for satu in nama]
    )
    terikat: Callable[..., Jawaban] = jembatan
    for satu in fungsi.argumen:
        terikat = arg(satu.nama, ndim=2, err_to_str=True, doc=satu.doc)(terikat)
    if _SISTEM_1904 in nama:
        terikat = arg(_SISTEM_1904, vba=_VBA_1904)(terikat)
    if fungsi.tanggal:
        terikat = ret(date_format=_FORMAT_TANGGAL)(terikat)
    return func(category=KATEGORI)(terikat)


__all__ = [fungsi.nama for fungsi in FUNGSI]
globals().update({fungsi.nama: bind(fungsi) for fungsi in FUNGSI})
