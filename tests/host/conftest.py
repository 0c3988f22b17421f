"""The real spreadsheet hosts: found on the machine, or the test is skipped; with EKTP_WAJIB_HOST=1 it fails instead."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import NoReturn

import openpyxl
import pytest
import xlsxwriter
from attrs import frozen

from ektp_excel.pasang.libreoffice import install
from host.kantor import Kantor

PLACES = (
    "/usr/lib/libreoffice/program/soffice",
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    "C:/Program Files/LibreOffice/program/soffice.exe",
)


def do_without(host: str) -> NoReturn:
    """Skip the test, unless this machine is one that must have every host."""
    if os.environ.get("EKTP_WAJIB_HOST") == "1":
        pytest.fail(f"{host} tidak ditemukan, padahal EKTP_WAJIB_HOST=1")
    pytest.skip(f"{host} tidak ditemukan")


@pytest.fixture(scope="session")
def libreoffice() -> Path:
    """The LibreOffice program of this machine."""
    found = shutil.which("soffice") or next((place for place in PLACES if Path(place).is_file()), None)
    return Path(found) if found else do_without("LibreOffice")


@pytest.fixture(scope="session")
def kantor(libreoffice: Path, tmp_path_factory: pytest.TempPathFactory) -> Kantor:
    """LibreOffice with a profile of its own, into which the functions have been installed as for a user."""
    if not libreoffice.resolve().with_name("pythonscript.py").is_file():
        do_without("LibreOffice dengan skrip Python")
    kantor = Kantor(libreoffice, tmp_path_factory.mktemp("kantor"))
    install(kantor.user)
    if (jawab := _ask_version(kantor)).startswith("GALAT: LibreOffice ini memakai Python"):
        do_without(f"LibreOffice dengan Python 3.11 ({jawab})")
    return kantor


@frozen
class Pyodide:
    """Node, and the folder into which npm has put Pyodide."""

    node: Path
    folder: Path


@pytest.fixture(scope="session")
def pyodide() -> Pyodide:
    """Pyodide from the folder that EKTP_PYODIDE names: `npm install --prefix <folder> pyodide`."""
    folder = os.environ.get("EKTP_PYODIDE")
    if not folder or not (Path(folder) / "node_modules" / "pyodide" / "pyodide.mjs").is_file():
        do_without("Pyodide (EKTP_PYODIDE)")
    if not (node := shutil.which("node")):
        do_without("Node")
    return Pyodide(Path(node), Path(folder))


def _ask_version(kantor: Kantor) -> str:
    path = kantor.folder / "versi.xlsx"
    buku = xlsxwriter.Workbook(str(path))
    buku.add_worksheet().write_formula("A1", "=EKTP_VERSI()", None, "")
    buku.close()
    return str(openpyxl.load_workbook(kantor.recalculate(path), data_only=True).worksheets[0]["A1"].value)
