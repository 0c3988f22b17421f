"""The quick way of writing many rows gives the same sheet as XlsxWriter's own, and what it leans on is named here."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import xlsxwriter.workbook
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from ektp_core.galat import EktpError
from ektp_excel.buku import xlsx
from ektp_excel.buku.tulisan import cell_text
from ektp_excel.buku.xlsx import TINGKAT_KEMAS, Kemasan, KolomXml, LembarPanjang, open_workbook, serial

JUDUL = ("NOMOR", "TEKS", "LAIN")
D = date(2012, 8, 28)


def write(path: Path, isi: Sequence[tuple[str, ...]], *, bingkai: bool = False) -> Path:
    kemasan = Kemasan()
    buku = open_workbook(kemasan, tmpdir=str(path.parent), judul="uji", on=D)
    teks, angka = buku.add_format({"num_format": "@"}), buku.add_format({"num_format": "0"})
    lembar = buku.add_worksheet("UJI", worksheet_class=LembarPanjang)
    kolom = [KolomXml("NOMOR", angka, angka=True), KolomXml("TEKS", teks), KolomXml("LAIN", teks)]
    lembar.fill(kolom, buku.add_format({"bold": True}), isi, lambda baris: baris, bingkai=bingkai)
    lembar.autofilter(0, 0, len(isi), 2)
    buku.close()
    path.write_bytes(kemasan.getvalue())
    return path


def read(path: Path) -> list[tuple[object, ...]]:
    return list(load_workbook(path)["UJI"].iter_rows(values_only=True))


def test_rows_read_back_with_every_reader(tmp_path: Path) -> None:
    isi = [
        ("1", "a & b", "<x>"),
        ("0", "", "\"kutip\" 'satu'"),
        ("", "dua\nbaris\t|", "é €"),
        ("16", "3313110101800001", "0"),
    ]
    path = write(tmp_path / "a.xlsx", isi)
    assert read(path) == [
        JUDUL,
        (1, "a & b", "<x>"),
        (0, None, "\"kutip\" 'satu'"),
        (None, "dua\nbaris\t|", "é €"),
        (16, "3313110101800001", "0"),
    ]
    lain = CalamineWorkbook.from_path(path).get_sheet_by_name("UJI").to_python()
    assert lain == [["" if v is None else v for v in baris] for baris in read(path)]


def test_sheet_is_the_one_that_xlsxwriter_would_write(tmp_path: Path) -> None:
    isi = [("1", "satu", "x"), ("2", "dua", "y")]
    with xlsxwriter.Workbook(tmp_path / "b.xlsx") as buku:
        lembar = buku.add_worksheet("UJI")
        lembar.write_row(0, 0, JUDUL)
        for n, (nomor, teks, lain) in enumerate(isi, 1):
            lembar.write_row(n, 0, (int(nomor), teks, lain))
        lembar.autofilter(0, 0, 2, 2)
    cepat, biasa = (load_workbook(p)["UJI"] for p in (write(tmp_path / "a.xlsx", isi), tmp_path / "b.xlsx"))
    assert cepat.calculate_dimension() == biasa.calculate_dimension() == "A1:C3"
    assert cepat.auto_filter.ref == biasa.auto_filter.ref
    assert [[(s.value, s.data_type) for s in b] for b in cepat] == [[(s.value, s.data_type) for s in b] for b in biasa]


def test_cells_stand_in_the_order_of_their_columns(tmp_path: Path) -> None:
    path = write(tmp_path / "a.xlsx", [("", "x", ""), ("1", "", "y")], bingkai=True)
    with zipfile.ZipFile(path) as z:
        assert re.findall(r'r="([A-C][23])"', z.read("xl/worksheets/sheet1.xml").decode()) == [
            *("A2", "B2", "C2", "A3", "B3", "C3")
        ]


@given(st.lists(st.tuples(st.integers(0, 10**9).map(str), st.text(), st.text()), max_size=4))
def test_any_text_is_kept_or_marked(tmp_path_factory: pytest.TempPathFactory, isi: list[tuple[str, str, str]]) -> None:
    path = write(tmp_path_factory.getbasetemp() / "teks.xlsx", isi)

    def seen(teks: str) -> str:
        # The reader undoes neither Excel's _x005F_ nor the trimming that XML allows.
        return cell_text(teks).strip()

    for (nomor, teks, lain), terbaca in zip(isi, read(path)[1:], strict=True):
        assert terbaca[0] == int(nomor)
        for asli, baca in ((teks, terbaca[1]), (lain, terbaca[2])):
            assert (str(baca or "").replace("_x005F_", "_").strip()) == seen(asli)


@pytest.mark.parametrize(("teks", "tertulis"), [("_x0041_", "_x005F_x0041_"), ("_x", "_x"), ("a_x00zz_", "a_x00zz_")])
def test_text_that_looks_like_an_escape_stays_what_it_is(tmp_path: Path, teks: str, tertulis: str) -> None:
    with zipfile.ZipFile(write(tmp_path / "a.xlsx", [("1", teks, "")])) as z:
        assert f"<t>{tertulis}</t>" in z.read("xl/worksheets/sheet1.xml").decode()


def test_more_rows_than_a_sheet_holds_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(xlsx, "BARIS_TERBANYAK", 3)
    write(tmp_path / "a.xlsx", [("1", "", "")] * 2)
    with pytest.raises(EktpError, match="UJI: 3 baris, satu lembar hanya memuat 2"):
        write(tmp_path / "a.xlsx", [("1", "", "")] * 3)


def test_a_row_of_the_wrong_width_is_a_programming_error(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="zip"):
        write(tmp_path / "a.xlsx", [("1", "x")])


def test_dates_are_the_numbers_of_the_spreadsheet() -> None:
    assert (serial(date(2012, 8, 28)), serial(date(1900, 3, 1))) == ("41149", "61")


@pytest.mark.parametrize(
    ("kelas", "nama"),
    [
        (Worksheet, "_write_sheet_data"),
        (Worksheet, "_check_dimensions"),
        (Worksheet, "_xml_start_tag"),
        (Worksheet, "_xml_end_tag"),
        (Format, "_get_xf_index"),
        (xlsxwriter.Workbook, "_store_workbook"),
    ],
)
def test_xlsxwriter_still_has_what_the_quick_way_leans_on(kelas: type, nama: str) -> None:
    assert callable(getattr(kelas, nama, None)), f"XlsxWriter {xlsxwriter.__version__}: {kelas.__name__}.{nama} hilang"


def test_xlsxwriter_still_writes_its_rows_where_the_quick_way_steps_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    dipanggil: list[object] = []
    asli = LembarPanjang._write_sheet_data

    def panggil(lembar: LembarPanjang) -> None:
        dipanggil.append(lembar.fh)
        asli(lembar)

    monkeypatch.setattr(LembarPanjang, "_write_sheet_data", panggil)
    write(tmp_path / "a.xlsx", [("1", "x", "y")])
    assert len(dipanggil) == 1, f"XlsxWriter {xlsxwriter.__version__} tidak lagi memanggil _write_sheet_data"
    assert hasattr(dipanggil[0], "writelines"), f"XlsxWriter {xlsxwriter.__version__}: fh bukan berkas teks"


def test_the_workbook_is_packed_at_the_chosen_level(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tingkat: list[object] = []
    asli = zipfile.ZipFile.__init__

    def catat(self: zipfile.ZipFile, *a: Any, **k: Any) -> None:
        tingkat.append(k.get("compresslevel"))
        asli(self, *a, **k)

    monkeypatch.setattr(zipfile.ZipFile, "__init__", catat)
    write(tmp_path / "a.xlsx", [("1", "x", "y")])
    assert tingkat == [TINGKAT_KEMAS], f"XlsxWriter {xlsxwriter.__version__} mengemas dengan cara lain"
    assert xlsxwriter.workbook.ZipFile is zipfile.ZipFile
