"""Run as a process of its own: every case as Excel's JavaScript hands it to xlwings Lite, through xlwings' own machinery.

xlwings decides at its import which decorators are real, so no test can do this in a process where xlwings is known. The
key `noncommercial` is for tests only; in Lite none is needed. Prints one JSON object for `test_xlwings_officejs`.
"""

from __future__ import annotations

import os

os.environ.update(XLWINGS_ON_SERVER="true", XLWINGS_LICENSE_KEY="noncommercial")

import asyncio
import json
import sys
import time
from datetime import date
from types import ModuleType


class JsNull:
    """Stands for JavaScript's null as Pyodide 0.28 and later hand it over; xlwings asks for it at every cell."""


sys.modules["pyodide"], sys.modules["pyodide.ffi"] = ModuleType("pyodide"), ModuleType("pyodide.ffi")
sys.modules["pyodide.ffi"].JsNull = JsNull  # type: ignore[attr-defined]

import xlwings  # noqa: E402
from xlwings.server import arg, custom_functions_call, custom_functions_meta, func  # noqa: E402

from ektp_excel import host_xlwings  # noqa: E402
from host.muat_kasus import Kasus, SelGalat, differences, from_serial, load_cases, serial  # noqa: E402

JENIS_GALAT = {"#N/A": "NotAvailable", "#VALUE!": "Value", "#REF!": "Ref", "#NUM!": "Num", "#DIV/0!": "Div0"}
BANYAK = 50_000


def to_js(nilai: object) -> object:
    """A cell as Office.js sends it: dates as serials, blanks as empty text, errors as objects."""
    if nilai is None:
        return ""
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


def call(nama: str, argumen: list[object], modul: ModuleType = host_xlwings) -> object:
    """One call as xlwings Lite makes it."""
    data = {
        "func_name": nama,
        "args": argumen,
        "version": xlwings.__version__,
        "client": "Office.js",
        "runtime": "1.4",
        "date_format": "dd/mm/yyyy",
        "culture_info_name": "id-ID",
        "caller_address": "Sheet1!A1",
    }
    return asyncio.run(custom_functions_call(data, modul))


def check(kasus: Kasus, *, kosong_null: bool) -> list[str]:
    """The differences of one case; blank cells come as null in newer versions of Excel."""
    argumen: list[object] = [
        r and [[JsNull() if kosong_null and v is None else to_js(v) for v in baris] for baris in r]
        for r in kasus.argumen
    ]
    hilang = len(getattr(host_xlwings, kasus.fungsi).__xlfunc__["args"]) - len(argumen)
    jawab = call(kasus.fungsi, argumen + [None] * hilang)
    assert isinstance(jawab, list)
    json.dumps(jawab, allow_nan=False)  # what cannot be sent would reach no cell
    return differences([[from_js(v) for v in baris] for baris in jawab], kasus)


@func
@arg("isi", ndim=2, err_to_str=True)
def identity(isi, per=None, kawin=None):  # type: ignore[no-untyped-def]
    """The cells of the first argument, handed through."""
    return isi


for _nama in ("per", "kawin"):
    arg(_nama, ndim=2, err_to_str=True)(identity)


def measure() -> dict[str, float]:
    """The time of 50.000 rows against handing the same cells through."""
    lahir = [[20_000.0 + i % 25_000] for i in range(BANYAK)]
    kawin = [[("BELUM KAWIN", "KAWIN")[i % 2]] for i in range(BANYAK)]
    nik = [[f"331311{1 + i % 28:02d}0180{i % 9999:04d}"] for i in range(BANYAK)]
    hasil: dict[str, float] = {}
    diri = ModuleType("diri")
    diri.identity = identity  # type: ignore[attr-defined]
    panggilan: dict[str, list[object]] = {
        "EKTP_WAJIB": [lahir, [[41149.0]], kawin, None, None],
        "EKTP_DOBEL": [nik],
    }
    for nama, argumen in panggilan.items():
        dasar = min(_seconds("identity", argumen[:3], diri) for _ in range(3))
        hasil[nama] = min(_seconds(nama, argumen, host_xlwings) for _ in range(3)) / dasar
    return hasil


def _seconds(nama: str, argumen: list[object], modul: ModuleType) -> float:
    mulai = time.process_time()
    call(nama, argumen, modul)
    return time.process_time() - mulai


def main() -> None:
    kasus = [k for k in load_cases() if not k.sistem_1904]
    hasil = {
        "kasus": {f"{k.fungsi}-{k.nomor}": check(k, kosong_null=False) for k in kasus},
        "null": {f"{k.fungsi}-{k.nomor}": check(k, kosong_null=True) for k in kasus},
        "meta": custom_functions_meta(host_xlwings)["functions"],  # type: ignore[no-untyped-call]
        "kali": measure(),
    }
    print(json.dumps(hasil))


if __name__ == "__main__":
    main()
