"""The ribbon's buttons on a workbook that only pretends to be Excel's: the command behind them is the real one."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from openpyxl.workbook import Workbook

from ektp_excel import pita
from ektp_excel.bangun.addin import read_source
from ektp_excel.contoh import make_buku
from ektp_excel.perintah import main
from ektp_excel.pita.bantuan import DAFTAR_FUNGSI, PETUNJUK
from ektp_excel.pita.jalan import run_ektp

XLSX, CSV = 51, 6


class ExcelTiruan:
    """One open workbook and the Excel that holds it, as far as the buttons ask; it is its own `api` and `app`."""

    def __init__(self, isi: Path, nama: str = "undangan desa.xlsx", bentuk: int = XLSX) -> None:
        self._isi = isi
        self.name, self.FileFormat = nama, bentuk
        self.salinan: list[Path] = []
        self.pesan: list[str] = []
        self.terbuka: list[Workbook] = []
        self.lembar: list[str] = []

    @property
    def api(self) -> ExcelTiruan:
        return self

    @property
    def app(self) -> ExcelTiruan:
        return self

    @property
    def Workbooks(self) -> ExcelTiruan:
        return self

    def SaveCopyAs(self, tujuan: str) -> None:
        shutil.copyfile(self._isi, tujuan)
        self.salinan.append(Path(tujuan))

    def Add(self, templat: str) -> ExcelTiruan:
        # Excel reads the file and lets go of it: the new workbook has none.
        self.salinan.append(Path(templat))
        self.terbuka.append(openpyxl.load_workbook(templat))
        return self

    def Worksheets(self, nama: str) -> ExcelTiruan:
        assert nama in self.terbuka[-1].sheetnames
        self.lembar.append(nama)
        return self

    def Activate(self) -> None: ...

    def alert(self, prompt: str, title: str | None = None, *, mode: str | None = None) -> str | None:
        assert (title, mode) == ("e-KTP", "critical")
        self.pesan.append(prompt)
        return "ok"


@pytest.fixture(scope="module")
def jaten(tmp_path_factory: pytest.TempPathFactory) -> Path:
    berkas = tmp_path_factory.mktemp("jaten") / "asli.xlsx"
    make_buku(berkas, wajib=400)
    return berkas


@pytest.fixture
def excel(jaten: Path) -> Iterator[ExcelTiruan]:
    sebelum = jaten.read_bytes()
    tiruan = ExcelTiruan(jaten)
    yield tiruan
    assert jaten.read_bytes() == sebelum
    # Whatever a button does, nothing of the workbook stays behind.
    assert not [satu for satu in tiruan.salinan if satu.parent.exists()]


def test_rekonsiliasi_opens_what_the_command_writes(excel: ExcelTiruan, jaten: Path, tmp_path: Path) -> None:
    pita.rekonsiliasi("28-08-2012", "410", buku=excel)
    assert excel.pesan == []
    assert [satu.name for satu in excel.salinan] == ["undangan desa.xlsx", "hasil_undangan desa.xlsx"]
    salinan = tmp_path / "undangan desa.xlsx"
    shutil.copyfile(jaten, salinan)
    assert main(["rekon", str(salinan), "--per", "2012-08-28", "--pagu", "410"]) == 0
    assert cells(excel.terbuka[0]) == cells(openpyxl.load_workbook(tmp_path / "hasil_undangan desa.xlsx"))


def cells(buku: Workbook) -> dict[str, list[tuple[object, ...]]]:
    return {lembar.title: list(lembar.iter_rows(values_only=True)) for lembar in buku.worksheets}


def test_penyisiran_opens_the_same_at_its_sheet(excel: ExcelTiruan) -> None:
    pita.penyisiran("28 Agustus 2012", "", buku=excel)
    assert excel.lembar == ["PENYISIRAN"]
    assert "RINGKASAN" in excel.terbuka[0].sheetnames


def test_periksa_opens_the_report_as_text(excel: ExcelTiruan) -> None:
    pita.periksa(buku=excel)
    (lembar,) = excel.terbuka[0].worksheets
    baris = [sel.value for sel in lembar["A"] if sel.value]
    assert {sel.number_format for sel in lembar["A"]} == {"@"}
    assert {sel.data_type for sel in lembar["A"]} <= {"s", "n"}
    assert str(baris[0]).startswith("undangan desa.xlsx  (SHA-256 ")
    assert any(str(satu).startswith("PENDUDUK: lembar") for satu in baris)


def test_bantuan_opens_the_instructions(excel: ExcelTiruan) -> None:
    pita.bantuan(buku=excel)
    assert excel.terbuka[0].sheetnames == [PETUNJUK, DAFTAR_FUNGSI]


@pytest.mark.parametrize(
    ("per", "pagu", "pesan"),
    [
        ("kemarin", "", "bukan tanggal"),
        ("28-08-2012", "banyak", "bukan jumlah orang"),
        ("28-08-2001", "", "UU 23/2006"),
    ],
)
def test_what_the_command_refuses_is_shown_in_one_sentence(excel: ExcelTiruan, per: str, pagu: str, pesan: str) -> None:
    pita.rekonsiliasi(per, pagu, buku=excel)
    assert excel.terbuka == []
    (teks,) = excel.pesan
    assert pesan in teks
    assert "\n" not in teks
    assert not teks.startswith("ektp:")


def test_a_new_workbook_has_no_ending_yet(jaten: Path) -> None:
    excel = ExcelTiruan(jaten, "Buku1")
    pita.periksa(buku=excel)
    assert [satu.name for satu in excel.salinan] == ["Buku1.xlsx", "periksa_Buku1.xlsx"]


def test_csv_in_excel_is_refused_before_it_is_copied(jaten: Path) -> None:
    excel = ExcelTiruan(jaten, "undangan.csv", CSV)
    pita.periksa(buku=excel)
    assert excel.salinan == []
    assert excel.pesan == ["undangan.csv bukan buku kerja Excel; simpan dahulu sebagai .xlsx, lalu ulangi"]


def test_excel_that_cannot_copy_is_told(jaten: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    excel = ExcelTiruan(jaten)

    def busy(tujuan: str) -> None:
        raise RuntimeError(-2146827284)

    monkeypatch.setattr(excel, "SaveCopyAs", busy)
    pita.periksa(buku=excel)
    assert "tidak dapat disalin" in excel.pesan[0]


def test_a_leftover_is_named(excel: ExcelTiruan, monkeypatch: pytest.MonkeyPatch) -> None:
    def keep(folder: Path) -> bool:
        shutil.rmtree(folder)
        return False

    monkeypatch.setattr(pita, "remove_folder", keep)
    pita.bantuan(buku=excel)
    assert re.fullmatch(r"Salinan sementara belum terhapus, hapus sendiri: .*ektp-\w+", excel.pesan[0])


def test_the_command_is_run_apart_from_the_users_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ektp_excel.py").write_text("raise SystemExit('modul asing')\n")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PYTHONPATH", str(tmp_path))
    assert "ektp" in run_ektp("--versi")


def test_buttons_call_functions_that_are_there() -> None:
    vba = read_source("EktpPita.bas")
    dipanggil = set(re.findall(r'Jalankan(?:DenganTanggal)? "(\w+)', vba))
    assert dipanggil == set(pita.__all__)
    # What the officer types becomes part of a command line: nothing that would end a text there passes.
    (boleh,) = re.findall(r'Like "\[(.*)\]"', vba)
    assert boleh == "0-9A-Za-z ./-"


def test_calling_book_comes_from_xlwings(excel: ExcelTiruan, monkeypatch: pytest.MonkeyPatch) -> None:
    class Book:
        @staticmethod
        def caller() -> ExcelTiruan:
            return excel

    tiruan: Any = type(sys)("xlwings")
    tiruan.Book = Book
    monkeypatch.setitem(sys.modules, "xlwings", tiruan)
    pita.bantuan()
    assert len(excel.terbuka) == 1
