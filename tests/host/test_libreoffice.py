"""The formula functions in a real LibreOffice, which computes an ordinary workbook of Excel as it was written."""

from __future__ import annotations

import ast
import sys
from datetime import date, datetime
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter
from openpyxl.worksheet.worksheet import Worksheet

from ektp_excel.fungsi import FUNGSI
from ektp_excel.host_libreoffice import ektp_skrip, write_module
from ektp_excel.host_libreoffice.jawab import _NOL_BERARTI
from host.kantor import Kantor
from host.muat_kasus import Kasus, SelGalat, differences, from_serial, load_cases

KASUS = load_cases()
KOLOM_JAWAB = 60  # to the right of every cell that a case fills
BASI = "nilai lama yang salah"


def _name(kasus: Kasus) -> str:
    return f"{kasus.fungsi}-{kasus.nomor}"


class Buku:
    """A workbook as Excel would keep it, whose every formula has a wrong result in store."""

    def __init__(self, path: Path, *, sistem_1904: bool = False) -> None:
        self.path = path
        self.buku = xlsxwriter.Workbook(str(path), {"date_1904": sistem_1904})
        self.tanggal = self.buku.add_format({"num_format": "dd-mm-yyyy"})

    def sheet(self, nama: str, sel: dict[tuple[int, int], object]) -> xlsxwriter.worksheet.Worksheet:
        """A sheet with these cells, by (row, column) from 1."""
        lembar = self.buku.add_worksheet(nama)
        for (baris, kolom), nilai in sel.items():
            self._write(lembar, baris - 1, kolom - 1, nilai)
        return lembar

    def _write(self, lembar: xlsxwriter.worksheet.Worksheet, baris: int, kolom: int, nilai: object) -> None:
        if isinstance(nilai, SelGalat):
            lembar.write_formula(baris, kolom, f"={nilai.teks}", None, nilai.teks)
        elif isinstance(nilai, bool):
            lembar.write_boolean(baris, kolom, nilai)
        elif isinstance(nilai, date):
            lembar.write_datetime(baris, kolom, datetime(nilai.year, nilai.month, nilai.day), self.tanggal)
        elif isinstance(nilai, int | float):
            lembar.write_number(baris, kolom, nilai)
        elif nilai is not None:
            lembar.write_string(baris, kolom, str(nilai))


def _write_cases(path: Path, kasus: list[Kasus], *, sistem_1904: bool) -> Path:
    buku = Buku(path, sistem_1904=sistem_1904)
    for satu in kasus:
        lembar = buku.sheet(_name(satu), satu.sel)
        bawah, kanan = len(satu.harap) - 1, KOLOM_JAWAB + len(satu.harap[0]) - 1
        if bawah or kanan > KOLOM_JAWAB:
            lembar.write_array_formula(0, KOLOM_JAWAB, bawah, kanan, f"{{={satu.rumus}}}", None, BASI)
        else:
            lembar.write_formula(0, KOLOM_JAWAB, f"={satu.rumus}", None, BASI)
    buku.buku.close()
    return path


@pytest.fixture(scope="module")
def terhitung(kantor: Kantor, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Worksheet]:
    """The sheets of both workbooks, one for each date system, after LibreOffice has computed them."""
    folder = tmp_path_factory.mktemp("kasus")
    lembar: dict[str, Worksheet] = {}
    for sistem_1904 in (False, True):
        kasus = [k for k in KASUS if k.sistem_1904 is sistem_1904]
        asal = _write_cases(folder / f"kasus_{1904 if sistem_1904 else 1900}.xlsx", kasus, sistem_1904=sistem_1904)
        hasil = openpyxl.load_workbook(kantor.recalculate(asal, timeout=300), data_only=True)
        lembar |= {s.title: s for s in hasil.worksheets}
    return lembar


def _read_back(ada: object, harap: object, *, sistem_1904: bool) -> object:
    """Calc keeps TRUE as 1 and a date as a serial, wherever a cell of an array has no format that says so."""
    if isinstance(harap, bool) and ada in (0, 1):
        return bool(ada)
    if isinstance(harap, date) and isinstance(ada, int | float):
        return from_serial(ada, sistem_1904=sistem_1904)
    return ada


@pytest.mark.parametrize("kasus", KASUS, ids=_name)
def test_case(kasus: Kasus, terhitung: dict[str, Worksheet]) -> None:
    lembar = terhitung[_name(kasus)]
    jawab = [
        [
            _read_back(lembar.cell(b, KOLOM_JAWAB + k).value, harap, sistem_1904=kasus.sistem_1904)
            for k, harap in enumerate(baris, 1)
        ]
        for b, baris in enumerate(kasus.harap, 1)
    ]
    assert differences(jawab, kasus) == []


LAHIR: dict[tuple[int, int], object] = {
    (1, 1): date(1980, 1, 1),
    (2, 1): SelGalat("#N/A"),
    (3, 1): "17 Agustus 1945",
    (5, 1): 41149,
    (1, 2): date(2012, 8, 28),
}


@pytest.fixture(scope="module")
def lain(kantor: Kantor, tmp_path_factory: pytest.TempPathFactory) -> Worksheet:
    """What the case file does not ask for."""
    buku = Buku(tmp_path_factory.mktemp("lain") / "lain.xlsx")
    lembar = buku.sheet("LAIN", LAHIR)
    lembar.write_array_formula("D1:D5", "{=EKTP_UMUR(A:A,B1)}", None, BASI)
    for baris in range(1, 6):
        lembar.write_formula(f"E{baris}", f"=EKTP_UMUR(A{baris},$B$1)", None, BASI)
    rumus = [
        "EKTP_CAKUPAN(0,55865)",
        "EKTP_SELANG_TEREKAM(92,55865,0)",
        'EKTP_WAJIB("1-1-2000","28-8-2012",,"WNI")',
        "EKTP_TANGGAL(A3)",
        'IF(EKTP_WAJIB(A1,B1),"ya","tidak")',
        "EKTP_UMUR()",
        "IFERROR(EKTP_UMUR(A2,B1),0)",
        'COUNTIF(E1:E5,"GALAT*")',
    ]
    for baris, satu in enumerate(rumus):
        lembar.write_formula(baris, 6, f"={satu}", None, BASI)
    dua = buku.sheet("DUA", {})
    dua.write_array_formula("A1:A5", "{=EKTP_UMUR(LAIN!A1:A5,LAIN!B1)}", None, BASI)
    buku.buku.close()
    return openpyxl.load_workbook(kantor.recalculate(buku.path), data_only=True)["LAIN"]


def _column(lembar: Worksheet, kolom: str) -> list[object]:
    return [lembar[f"{kolom}{baris}"].value or None for baris in range(1, 6)]


def test_whole_column_and_single_cells_answer_alike(lain: Worksheet) -> None:
    harap = [32, "GALAT: sel berisi #N/A", 67, None]
    assert _column(lain, "D")[:4] == harap
    assert _column(lain, "E")[:4] == harap
    assert _column(lain, "D")[4] is None  # born on the very day: 0 years
    assert lain["D5"].value == lain["E5"].value == 0


def test_range_of_another_sheet(lain: Worksheet) -> None:
    assert lain.parent is not None
    assert _column(lain.parent["DUA"], "A") == _column(lain, "D")


def test_gaps_zeros_and_native_formulas_around(lain: Worksheet) -> None:
    jawab = [lain.cell(baris, 7).value for baris in range(1, 9)]
    assert jawab[:3] == [0, 51117, False]
    assert jawab[3] == datetime(1945, 8, 17)  # shown as a date in a cell that had no format
    assert jawab[4] == "ya"
    assert str(jawab[5]).startswith("GALAT: isi ")
    assert jawab[6:] == ["GALAT: sel berisi #N/A", 1]


def test_date_systems_of_books_that_follow_each_other(kantor: Kantor, tmp_path: Path) -> None:
    """One office computes a workbook of each kind after the other; the serial number means another day in each."""
    semua = []
    for nomor in range(6):
        buku = Buku(tmp_path / f"{nomor}.xlsx", sistem_1904=nomor % 2 == 1)
        lembar = buku.sheet("A", {(1, 1): 39687})
        lembar.write_formula("B1", "=EKTP_TANGGAL(A1)", None, BASI)
        buku.buku.close()
        semua.append(str(buku.path))
    kantor.run("--convert-to", "xlsx", "--outdir", str(tmp_path / "keluar"), *semua)
    jawab = [
        openpyxl.load_workbook(tmp_path / "keluar" / f"{n}.xlsx", data_only=True)["A"]["B1"].value for n in range(6)
    ]
    assert jawab == [datetime(2008, 8, 27), datetime(2012, 8, 28)] * 3


def test_every_function_has_one_shim() -> None:
    modul = write_module()
    for fungsi in FUNGSI:
        assert modul.count(f"Function {fungsi.nama}(") == 1
        assert modul.count(f'Array("{fungsi.nama}"') == 1
    assert not [baris for baris in modul.splitlines() if len(baris) > 300]


def test_arguments_that_may_be_zero_are_arguments() -> None:
    assert {a.nama for f in FUNGSI for a in f.argumen} >= _NOL_BERARTI


def test_older_python_is_named_in_the_cell(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as tua:
        tua.setattr(sys, "version_info", (3, 10, 19, "final", 0))
        jawab = ektp_skrip.panggil("EKTP_VERSI")
    assert jawab == "GALAT: LibreOffice ini memakai Python 3.10; perlu LibreOffice 25.8 atau lebih baru"


def test_older_python_can_read_the_script() -> None:
    ast.parse(Path(ektp_skrip.__file__).read_text(encoding="utf-8"), feature_version=(3, 7))


def test_without_the_packages_the_cell_says_what_to_do() -> None:
    # This Python has no `uno`, as an office without its Python part would not.
    assert ektp_skrip.panggil("EKTP_VERSI").startswith("GALAT: skrip e-KTP tidak berjalan")
