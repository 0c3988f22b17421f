"""What an officer sees of the result workbook in a real spreadsheet: Indonesian figures and whole NIKs, on any computer."""

from __future__ import annotations

import csv
import subprocess
from pathlib import Path

import pytest

from buku.hasil_rekaan import LAPORAN, make_hasil, nik
from ektp_core.cakupan import Cakupan
from ektp_core.rekonsiliasi.hasil import AngkaWajib
from ektp_excel.buku import write_hasil

# Semicolons, UTF-8, cells as shown, every sheet into its own file.
SARINGAN = "csv:Text - txt - csv (StarCalc):59,34,76,1,,0,false,true,true,false,false,-1"


@pytest.fixture(scope="module")
def tampil(libreoffice: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[list[str]]]:
    """Each sheet's cells as LibreOffice shows them, set to no country."""
    folder = tmp_path_factory.mktemp("tampil")
    c = Cakupan.of(terekam=51_453, pagu=None, daftar=57_000, neto=55_865, belum_pasti=3)
    wajib = AngkaWajib(None, 57_000, 55_865, 3, 0)
    write_hasil(folder / "hasil.xlsx", make_hasil(cakupan=c, wajib=wajib, terekam=51_453), LAPORAN)
    profil = f"-env:UserInstallation={(folder / 'profil').as_uri()}"
    subprocess.run(
        [
            str(libreoffice),
            profil,
            "--headless",
            "--convert-to",
            SARINGAN,
            "--outdir",
            str(folder),
            f"{folder}/hasil.xlsx",
        ],
        # With the tests' own Python on the path the office waits for ever.
        env={"PATH": "/usr/bin:/bin", "HOME": str(folder), "LANG": "C.UTF-8"},
        timeout=180,
        check=True,
        capture_output=True,
        start_new_session=True,
    )
    lembar: dict[str, list[list[str]]] = {}
    for path in folder.glob("hasil-*.csv"):
        with path.open(encoding="utf-8", newline="") as berkas:
            lembar[path.stem.removeprefix("hasil-")] = list(csv.reader(berkas, delimiter=";"))
    return lembar


def test_figures_are_written_as_in_indonesia(tampil: dict[str, list[list[str]]]) -> None:
    neto = next(b for b in tampil["RINGKASAN"] if b[0].startswith("Neto"))
    assert neto[1:4] == ["51.453", "55.865", "92,10%"]
    assert any("28-08-2012" in b for b in tampil["RINGKASAN"])
    assert tampil["TEREKAM LUAR DASAR"][1][1] == "01-07-2012"


def test_niks_and_formulas_are_shown_as_written(tampil: dict[str, list[list[str]]]) -> None:
    baris = tampil["KEPUTUSAN"][6]
    assert baris[2] == nik(6)
    assert baris[14] == "=1+1"
    assert tampil["PENYISIRAN"][1][3] == nik(22)
