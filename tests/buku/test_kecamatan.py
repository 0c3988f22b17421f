"""The template workbook: our own reader knows every sheet and header, and a hand that types in it is helped."""

from __future__ import annotations

import re
import zipfile
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from ektp_core.perekaman import Perekaman
from ektp_excel.bangun.__main__ import build
from ektp_excel.bangun.kecamatan import PILIHAN, write_kecamatan
from ektp_excel.bangun.rumus_contoh import LEMBAR_SEL, LEMBAR_TABEL
from ektp_excel.buku.baca import read_buku
from ektp_excel.fungsi import FUNGSI
from ektp_excel.kolom.ejaan import LEMBAR
from ektp_excel.perintah import main
from ektp_excel.pita.bantuan import DAFTAR_FUNGSI, PETUNJUK

KODE = {"NIK", "NO_KK", "RT", "RW", "NO_UNDANGAN"}
TANGGAL = {"TGL_LAHIR", "TGL_KAWIN", "ITAP_SAMPAI", "TGL_JADWAL", "TGL_REKAM", "TGL_PINDAH", "TGL_MENINGGAL"}


@pytest.fixture(scope="module")
def berkas(tmp_path_factory: pytest.TempPathFactory) -> Path:
    tujuan = tmp_path_factory.mktemp("templat") / "kecamatan.xlsx"
    write_kecamatan(tujuan)
    return tujuan


@pytest.fixture(scope="module")
def buku(berkas: Path) -> Workbook:
    return openpyxl.load_workbook(berkas)


def columns(lembar: Worksheet) -> dict[str, str]:
    """Header -> the column's letter."""
    return {str(sel.value): get_column_letter(i) for i, sel in enumerate(lembar[1], 1)}


def test_same_sources_give_the_same_bytes(berkas: Path, tmp_path: Path) -> None:
    write_kecamatan(tmp_path / "lain.xlsx")
    assert (tmp_path / "lain.xlsx").read_bytes() == berkas.read_bytes()


def test_one_command_builds_both_files(tmp_path: Path, berkas: Path) -> None:
    hasil = build(tmp_path / "baru")
    assert [satu.name for satu in hasil] == ["ektp.xlam", "kecamatan.xlsx"]
    assert hasil[1].read_bytes() == berkas.read_bytes()


def test_it_holds_no_macro(berkas: Path) -> None:
    with zipfile.ZipFile(berkas) as arsip:
        assert not [nama for nama in arsip.namelist() if "vba" in nama.lower() or "externalLink" in nama]
        assert b"macroEnabled" not in arsip.read("[Content_Types].xml")


def test_sheets_stand_in_the_order_of_work(buku: Workbook) -> None:
    assert buku.sheetnames == [PETUNJUK, *LEMBAR, LEMBAR_SEL, LEMBAR_TABEL, DAFTAR_FUNGSI, PILIHAN]


def test_every_sheet_and_header_is_known_to_the_reader(berkas: Path) -> None:
    isi = read_buku(berkas, on=None)
    assert {(j.lembar, j.kolom, j.judul) for j in isi.laporan.cocok} == {
        (lembar.nama, kolom.nama, kolom.nama) for lembar in LEMBAR.values() for kolom in lembar.kolom
    }
    assert isi.laporan.tidak_ada == ()
    assert isi.dibaca == dict.fromkeys(LEMBAR, 0)
    assert isi.galat == []


def test_periksa_and_rekon_take_it_empty(berkas: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["periksa", str(berkas)]) == 0
    assert main(["rekon", str(berkas), "--per", "2012-08-28", "-o", str(tmp_path / "hasil.xlsx")]) == 0
    assert "tidak ada wajib" in capsys.readouterr().out


def test_codes_are_text_and_dates_are_dates_before_anybody_types(buku: Workbook) -> None:
    for nama in LEMBAR:
        lembar = buku[nama]
        for judul, huruf in columns(lembar).items():
            # The format of a whole column is what a cell gets that nobody has touched.
            nomor = column_index_from_string(huruf)
            (kolom,) = [k for k in lembar.column_dimensions.values() if (k.min or 0) <= nomor <= (k.max or 0)]
            bentuk = kolom.number_format
            assert "dd-mm-yyyy" in bentuk if judul in TANGGAL else bentuk == "@", (nama, judul, bentuk)
    assert {judul for nama in LEMBAR for judul in columns(buku[nama])} >= KODE | TANGGAL


@pytest.mark.parametrize(
    ("lembar", "judul", "kata"),
    [
        ("PENDUDUK", "JENIS_KELAMIN", ["L", "P"]),
        ("PENDUDUK", "STATUS_KAWIN", ["BELUM KAWIN", "KAWIN", "CERAI HIDUP", "CERAI MATI"]),
        ("PENDUDUK", "KEWARGANEGARAAN", ["WNI", "WNA"]),
        ("PINDAH", "ARAH", ["KELUAR", "DATANG"]),
    ],
)
def test_words_are_chosen_from_a_list(buku: Workbook, lembar: str, judul: str, kata: list[str]) -> None:
    assert listed(buku, lembar, judul) == kata


def listed(buku: Workbook, lembar: str, judul: str) -> list[object]:
    """The words that a column offers in every one of its rows."""
    huruf = columns(buku[lembar])[judul]
    (aturan,) = [v for v in buku[lembar].data_validations.dataValidation if str(v.sqref) == f"{huruf}2:{huruf}1048576"]
    assert aturan.type == "list"
    cocok = re.fullmatch(rf"{PILIHAN}!\$([A-Z])\$2:\$\1\$(\d+)", aturan.formula1 or "")
    assert cocok
    return [buku[PILIHAN][f"{cocok[1]}{baris}"].value for baris in range(2, int(cocok[2]) + 1)]


def test_offered_status_words_are_those_of_the_chain(buku: Workbook) -> None:
    kata = listed(buku, "PEREKAMAN", "STATUS")
    assert len(kata) == len(set(kata)) == 16
    for satu in kata:
        assert isinstance(satu, str)
        rekam = Perekaman(nik="3313110101800001", tanggal=date(2012, 8, 1), status=satu)
        assert rekam.status == satu
        assert rekam.dikenal or satu == "BIO_CAPTURED"  # which counts as no word


def test_nik_is_asked_for_whole(buku: Workbook) -> None:
    for nama in ("PENDUDUK", "UNDANGAN", "PEREKAMAN", "PINDAH", "MENINGGAL"):
        huruf = columns(buku[nama])["NIK"]
        (aturan,) = [v for v in buku[nama].data_validations.dataValidation if str(v.sqref).startswith(f"{huruf}2:")]
        assert (aturan.type, aturan.operator, aturan.formula1) == ("textLength", "equal", "16")
        assert aturan.errorStyle == "warning"  # what an office has is typed as it is


def test_every_function_has_an_example_and_a_line_of_help(buku: Workbook) -> None:
    rumus = " ".join(
        str(getattr(sel.value, "text", sel.value))
        for nama in (LEMBAR_SEL, LEMBAR_TABEL)
        for baris in buku[nama].iter_rows()
        for sel in baris
        if sel.data_type == "f"
    )
    assert set(re.findall(r"EKTP_[A-Z_]+", rumus)) == {f.nama for f in FUNGSI}
    bantuan = [str(sel.value) for sel in buku[DAFTAR_FUNGSI]["A"]][1:]
    assert [baris.partition("(")[0] for baris in bantuan] == [f.nama for f in FUNGSI]


def test_examples_are_answered_where_there_is_no_add_in(berkas: Path) -> None:
    lembar = openpyxl.load_workbook(berkas, data_only=True)[LEMBAR_SEL]
    jawaban = {str(baris[6].value).partition("(")[0][1:]: baris[7].value for baris in lembar.iter_rows(min_row=2)}
    assert jawaban["EKTP_UMUR"] == 17
    assert jawaban["EKTP_NIK_SAMAR"] == "331311**********"
    assert jawaban["EKTP_ALASAN_KEMBALI"] == "PERIKSA"


def test_instructions_name_every_sheet_and_column(buku: Workbook) -> None:
    isi = {str(sel.value) for sel in buku[PETUNJUK]["B"]}
    assert isi >= set(LEMBAR) | {k.nama for satu in LEMBAR.values() for k in satu.kolom}
