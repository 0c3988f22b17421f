"""Our VBA modules in a real compiler of Basic: LibreOffice's, which knows VBA's grammar. Excel compiles them again itself.

The modules stand in the user's library with a function of the test's beside them; a cell that calls it shows whether the
module it stands in could be compiled.
"""

from __future__ import annotations

from pathlib import Path

import openpyxl
import xlsxwriter

from ektp_excel.bangun.addin import MODUL, read_source
from ektp_excel.pasang.pustaka_basic import add_module
from host.kantor import Kantor

VBA = "Rem Attribute VBA_ModuleType=VBAModule\nOption VBASupport 1\n"
PROBE = "\nPublic Function PROBE_{}()\n PROBE_{} = 42\nEnd Function\n"


def compiles(libreoffice: Path, folder: Path, teks: dict[str, str]) -> dict[str, bool]:
    """Which of these modules LibreOffice compiles."""
    kantor = Kantor(libreoffice, folder)
    for nama, isi in teks.items():
        # Excel's own types are unknown there; a control is an object in any case.
        isi = "\n".join(baris for baris in isi.splitlines() if not baris.startswith("Attribute "))
        isi = isi.replace("As IRibbonControl", "As Object")
        add_module(kantor.user / "basic" / "Standard", nama, VBA + isi + PROBE.format(nama, nama))
    berkas = folder / "uji.xlsx"
    buku = xlsxwriter.Workbook(berkas)
    lembar = buku.add_worksheet()
    for baris, nama in enumerate(teks):
        lembar.write_formula(baris, 0, f"=PROBE_{nama}()")
    buku.close()
    hasil = openpyxl.load_workbook(kantor.recalculate(berkas), data_only=True).worksheets[0]
    return {nama: hasil.cell(baris, 1).value == 42 for baris, nama in enumerate(teks, 1)}


def test_every_module_of_ours_is_compiled(libreoffice: Path, tmp_path: Path) -> None:
    teks = {nama: read_source(f"{nama}.bas") for nama in MODUL}
    assert compiles(libreoffice, tmp_path, teks) == dict.fromkeys(MODUL, True)


def test_a_module_with_a_mistake_is_not(libreoffice: Path, tmp_path: Path) -> None:
    rusak = read_source("EktpPita.bas") + "\nSub Rusak(\n"
    assert compiles(libreoffice, tmp_path, {"EktpPita": rusak}) == {"EktpPita": False}
