"""Run inside Pyodide by `jalan_pyodide.mjs`: every case as a plain call, and as xlwings Lite makes it.

What Excel sends comes out of JavaScript here as it does there, so null is Pyodide's own JsNull. Lite gives xlwings its key;
`noncommercial` stands for it and is for tests only.
"""

from __future__ import annotations

import json
import os
import sys
from types import ModuleType
from typing import Any

os.environ.update(XLWINGS_ON_SERVER="true", XLWINGS_LICENSE_KEY="noncommercial")

import xlwings
from xlwings.server import custom_functions_call, custom_functions_meta

from ektp_excel import fungsi
from host.muat_kasus import Kasus, SelGalat, differences, load_cases
from host.sel_officejs import from_js, to_js

# What docs/cara/xlwings-lite.md tells an officer to write; Lite looks for functions in that module.
MAIN = ModuleType("main")
exec("from ektp_excel.host_xlwings import *", MAIN.__dict__)
PANGGIL = {satu.nama: satu for satu in fungsi.FUNGSI}


def call_plainly(kasus: Kasus) -> list[str]:
    """The differences of one case through the function itself."""
    argumen = [r and [[v.teks if isinstance(v, SelGalat) else v for v in baris] for baris in r] for r in kasus.argumen]
    return differences(PANGGIL[kasus.fungsi].panggil(*argumen, sistem_1904=kasus.sistem_1904), kasus)


async def call_as_lite(kasus: Kasus, kosong: str | None) -> list[str]:
    """The differences of one case through xlwings; a blank cell is empty text or null, an omitted argument null."""
    argumen: list[object] = [
        r and [[kosong if v is None else to_js(v) for v in baris] for baris in r] for r in kasus.argumen
    ]
    hilang = len(PANGGIL[kasus.fungsi].argumen) - len(argumen)
    data = {
        "func_name": kasus.fungsi,
        "args": _through_javascript(argumen + [None] * hilang),
        "version": xlwings.__version__,
        "client": "Office.js",
        "runtime": "1.4",
        "date_format": "dd/mm/yyyy",
        "culture_info_name": "id-ID",
        "caller_address": "Sheet1!A1",
    }
    jawab = json.loads(json.dumps(await custom_functions_call(data, MAIN), allow_nan=False))
    return differences([[from_js(v) for v in baris] for baris in jawab], kasus)


def _through_javascript(argumen: list[object]) -> Any:
    import js  # type: ignore[import-not-found]  # there is one only inside Pyodide

    return js.JSON.parse(json.dumps(argumen)).to_py()


async def run() -> str:
    """Every case by both ways, and what ran them."""
    semua = load_cases()
    lite = [k for k in semua if not k.sistem_1904]
    return json.dumps(
        {
            "python": sys.version.split()[0],
            "berkas": fungsi.__file__,
            "nama": [satu["name"] for satu in custom_functions_meta(MAIN)["functions"]],  # type: ignore[no-untyped-call]
            "langsung": {f"{k.fungsi}-{k.nomor}": call_plainly(k) for k in semua},
            "lite": {f"{k.fungsi}-{k.nomor}": await call_as_lite(k, "") for k in lite},
            "null": {f"{k.fungsi}-{k.nomor}": await call_as_lite(k, None) for k in lite},
        }
    )


async def try_network() -> bool:
    """Whether a page can be had; the runner must have refused it."""
    from pyodide.http import pyfetch  # type: ignore[import-not-found]

    try:
        await pyfetch("https://contoh.invalid/")
    except Exception:
        return False
    return True
