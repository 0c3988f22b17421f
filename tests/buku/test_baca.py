"""A workbook comes in whole: every row that is not blank is a record or a `Galat` with the place that Excel shows."""

from __future__ import annotations

import csv
import tempfile
import zipfile
from datetime import date, datetime
from pathlib import Path

import pytest
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from buku.buatan import (
    BUDI,
    ISI,
    PER,
    SITI,
    TONO,
    Tabel,
    change,
    letters,
    parts,
    serial,
    to_rows,
    write_csv,
    write_ods,
    write_xls,
    write_xlsb,
    write_xlsx,
    write_zip,
)
from ektp_core.penduduk import StatusKawin
from ektp_excel.buku.baca import IsiBuku, read_buku

ANGKA = 3313111708900000.0


def read(path: Path) -> IsiBuku:
    return read_buku(path, on=PER)


def balance(isi: IsiBuku) -> dict[str, int]:
    """Used and refused rows of each sheet, counted from what came out."""
    pindah = [m for m in isi.mutasi if type(m).__name__ == "Pindah"]
    dipakai = {
        "PENDUDUK": len(isi.penduduk),
        "UNDANGAN": len(isi.undangan),
        "PEREKAMAN": len(isi.perekaman),
        "PINDAH": len(pindah),
        "MENINGGAL": len(isi.mutasi) - len(pindah),
    }
    if isi.wilayah is not None:
        dipakai["WILAYAH"] = len(isi.wilayah)
    return {lembar: n + sum(g.lembar == lembar for g in isi.galat) for lembar, n in dipakai.items()}


# Formats


@pytest.mark.parametrize(
    ("akhiran", "tulis"),
    [("xlsx", write_xlsx), ("xlsm", write_xlsx), ("xls", write_xls), ("xlsb", write_xlsb), ("ods", write_ods)],
)
def test_every_format_gives_the_same_records(tmp_path: Path, akhiran: str, tulis: object) -> None:
    isi = read(tulis(tmp_path / f"buku.{akhiran}"))  # type: ignore[operator]
    dasar = read(write_csv(tmp_path / "csv"))
    assert (isi.penduduk, isi.undangan, isi.perekaman, isi.mutasi) == (
        dasar.penduduk, dasar.undangan, dasar.perekaman, dasar.mutasi,
    )  # fmt: skip
    assert isi.dibaca == {"PENDUDUK": 3, "UNDANGAN": 2, "PEREKAMAN": 1, "PINDAH": 0, "MENINGGAL": 1} == balance(isi)
    assert isi.galat == []
    assert isi.wilayah is None
    assert isi.penduduk[1].status_kawin is StatusKawin.KAWIN
    assert isi.undangan[1].keterangan == "alm."


def test_a_wrong_extension_does_not_matter(tmp_path: Path) -> None:
    path = write_xls(tmp_path / "buku.xls").rename(tmp_path / "buku.xlsx")
    assert read(path).dibaca["PENDUDUK"] == 3


@pytest.mark.parametrize("pemisah", [";", ",", "\t", "|"])
@pytest.mark.parametrize("pengodean", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_csv_in_many_spellings(tmp_path: Path, pemisah: str, pengodean: str) -> None:
    nama = 'BUDÍ; "GOMBLOH", REKAAN\nDARI|DESA\tJATEN'
    tabel: Tabel = [[*ISI["PENDUDUK"][0]], [BUDI, nama, *ISI["PENDUDUK"][1][2:]], [], ["x", *ISI["PENDUDUK"][2][1:]]]
    isi = read(write_csv(tmp_path / "csv", change(PENDUDUK=tabel), pemisah=pemisah, pengodean=pengodean))
    assert isi.penduduk[0].nama == " ".join(nama.split())
    # The record of two lines is one row of Excel, the empty line is another.
    assert [(g.lembar, g.baris) for g in isi.galat] == [("PENDUDUK", 4)]
    assert balance(isi) == isi.dibaca


def test_csv_with_sep_line_and_wrapped_numbers(tmp_path: Path) -> None:
    folder = write_csv(tmp_path / "csv", awal="sep=;\n")
    teks = (folder / "PENDUDUK.csv").read_text(encoding="utf-8").replace(BUDI, f'="{BUDI}"').replace(TONO, "TONO")
    (folder / "PENDUDUK.csv").write_text(teks, encoding="utf-8")
    isi = read(folder)
    assert [p.nik for p in isi.penduduk] == [BUDI, SITI]
    assert [g.baris for g in isi.galat] == [4]


def test_csv_names_and_order_make_the_fingerprint(tmp_path: Path) -> None:
    satu, dua = read(write_csv(tmp_path / "a")), read(write_csv(tmp_path / "b"))
    assert satu.laporan.sha256 == dua.laporan.sha256
    assert satu.laporan.nama == "a"
    (tmp_path / "b" / "lain.csv").write_text("x", encoding="utf-8")
    assert read(tmp_path / "b").laporan.sha256 != satu.laporan.sha256


def test_csv_that_is_not_utf8_is_reported(tmp_path: Path) -> None:
    tabel: Tabel = [ISI["PENDUDUK"][0], [BUDI, "ANDRÉ", *ISI["PENDUDUK"][1][2:]]]
    isi = read(write_csv(tmp_path / "csv", change(PENDUDUK=tabel), pengodean="cp1252"))
    assert isi.penduduk[0].nama == "ANDRÉ"
    assert "PENDUDUK.csv bukan UTF-8; dibaca sebagai Windows-1252." in isi.laporan.pesan


def test_rows_shorter_and_longer_than_the_header(tmp_path: Path) -> None:
    folder = write_csv(tmp_path / "csv")
    with open(folder / "UNDANGAN.csv", "a", encoding="utf-8", newline="") as f:
        csv.writer(f, delimiter=";").writerows([["3", SITI], ["", "", "", "", "", "", "JUMLAH 3"]])
    isi = read(folder)
    assert [u.nomor for u in isi.undangan] == ["1", "2", "3"]
    assert [(g.baris, g.harusnya) for g in isi.galat] == [(5, "baris data; ini baris jumlah")]


# Where a row stands


@given(st.integers(1, 15), st.integers(0, 30), st.integers(0, 3))
@settings(max_examples=25)
def test_rows_are_numbered_as_excel_shows_them(baris: int, kolom: int, kosong: int) -> None:
    tabel: Tabel = [*ISI["UNDANGAN"], *[[]] * kosong, ["3", "x", None, "JATEN"]]
    lembar = {nama: to_rows(isi) for nama, isi in ISI.items()} | {"UNDANGAN": to_rows(tabel, baris, kolom)}
    with tempfile.TemporaryDirectory() as folder:
        isi = read(write_zip(Path(folder) / "buku.xlsx", parts(lembar)))
    assert [u.baris for u in isi.undangan] == [baris + 1, baris + 2]
    assert [(g.baris, g.nilai) for g in isi.galat] == [(baris + 3 + kosong, "x")]
    pojok = next(j for j in isi.laporan.cocok if (j.lembar, j.kolom) == ("UNDANGAN", "NO_UNDANGAN"))
    assert pojok.sel == f"{'ABCDEFGHIJKLMNOPQRSTUVWXYZ'[kolom] if kolom < 26 else 'A' + chr(39 + kolom)}{baris}"


def test_numbering_row_under_the_header_is_no_row(tmp_path: Path) -> None:
    tabel: Tabel = [ISI["UNDANGAN"][0], [1.0, 2.0, 3.0, 4.0, 5.0], *ISI["UNDANGAN"][1:]]
    isi = read(write_xlsx(tmp_path / "b.xlsx", change(UNDANGAN=tabel)))
    assert [u.baris for u in isi.undangan] == [3, 4]
    assert (isi.dibaca["UNDANGAN"], isi.galat) == (2, [])


def test_rows_blank_in_known_columns_still_count(tmp_path: Path) -> None:
    kepala = ["NO", *ISI["PENDUDUK"][0], "LAIN"]
    tabel: Tabel = [
        kepala,
        [1.0, *ISI["PENDUDUK"][1]],
        ["JUMLAH", None, None, 1.0],
        [None] * 9 + ["catatan"],
        [None, "\u00a0", "\u200b"],
    ]
    isi = read(write_xlsx(tmp_path / "b.xlsx", change(PENDUDUK=tabel)))
    assert isi.dibaca["PENDUDUK"] == 3
    assert [(g.baris, g.harusnya) for g in isi.galat] == [
        (3, "baris data; ini baris jumlah"), (4, "NIK 16 angka (NIK kosong)"),
    ]  # fmt: skip


NIK_DAN_LAIN = st.sampled_from([BUDI, SITI, f" {TONO} ", "", None, "-", "0", ANGKA, "x", "\u200b", "JUMLAH", 0.0])
TANGGAL = st.sampled_from(["17-08-1990", "", None, "x", 41149.0, date(1990, 8, 17), "#N/A", "1/2/90"])
TEKS = st.one_of(st.none(), st.sampled_from(["", " ", "#REF!", "JATEN", 1.0]))


@given(
    st.lists(st.tuples(NIK_DAN_LAIN, TEKS, TANGGAL, TEKS, TEKS, TEKS, TEKS, TEKS), max_size=6),
    st.lists(st.tuples(TEKS, NIK_DAN_LAIN, TEKS, TEKS, TEKS), max_size=6),
    st.lists(st.tuples(NIK_DAN_LAIN, TANGGAL), max_size=6),
    st.booleans(),
)
def test_rows_read_are_used_or_refused(penduduk: list, undangan: list, lain: list, sebagai_csv: bool) -> None:
    tabel = {
        "PENDUDUK": [ISI["PENDUDUK"][0], *penduduk],
        "UNDANGAN": [ISI["UNDANGAN"][0], *undangan],
        **{nama: [ISI[nama][0], *lain] for nama in ("PEREKAMAN", "PINDAH", "MENINGGAL")},
    }
    with tempfile.TemporaryDirectory() as folder:
        di = Path(folder)
        isi = read(write_csv(di / "csv", tabel) if sebagai_csv else write_xlsx(di / "b.xlsx", tabel))
    assert isi.dibaca == balance(isi)
    kosong = {None, "", " ", "\u200b"}
    for nama, semua in (("PENDUDUK", penduduk), ("UNDANGAN", undangan), ("PINDAH", lain)):
        assert isi.dibaca[nama] == sum(not kosong.issuperset(row) for row in semua)


# Cells


def test_numeric_niks_lead_the_remarks(tmp_path: Path) -> None:
    tabel: Tabel = [ISI["PENDUDUK"][0], [ANGKA, *ISI["PENDUDUK"][1][1:]], ["3,31311E+15", *ISI["PENDUDUK"][2][1:]]]
    isi = read(write_xlsx(tmp_path / "b.xlsx", change(PENDUDUK=tabel, PIVOT=[])))
    assert isi.penduduk[0].nik == "331311170890000?"
    assert isi.laporan.pesan[0].startswith("Sebagian besar NIK di PENDUDUK (2 dari 2 baris) tersimpan sebagai bilangan")
    assert "Teks" in isi.laporan.pesan[0]


def test_niks_that_were_numbers_once_are_suspected(tmp_path: Path) -> None:
    tabel: Tabel = [ISI["PEREKAMAN"][0], *([f"33131101019{i:04d}0", "20-08-2012"] for i in range(60))]
    pesan = read(write_xlsx(tmp_path / "b.xlsx", change(PEREKAMAN=tabel))).laporan.pesan
    assert pesan[0].startswith("PEREKAMAN: 60 dari 60 NIK berakhir dengan 0.")


def test_error_cells_are_refused_where_they_matter_and_blank_elsewhere(tmp_path: Path) -> None:
    penduduk = [
        ISI["PENDUDUK"][0],
        ["#N/A", *ISI["PENDUDUK"][1][1:]],
        [SITI, "#REF!", "#VALUE!", "P", "KAWIN", "#N/A", "002", "#N/A"],
    ]
    undangan = [ISI["UNDANGAN"][0], ["#REF!", None, "#REF!", "#REF!", "#REF!"], ["2", TONO, "TONO", "DAGEN", "#N/A"]]
    isi = read(write_xlsx(tmp_path / "b.xlsx", change(PENDUDUK=penduduk, UNDANGAN=undangan)))
    assert [(g.lembar, g.baris, g.nilai) for g in isi.galat] == [("PENDUDUK", 2, "#N/A"), ("UNDANGAN", 2, "")]
    siti = isi.penduduk[0]
    assert (siti.nama, siti.rt, siti.desa, siti.tanggal_lahir_tertulis) == ("", "", "", "#VALUE!")
    assert isi.undangan[0].keterangan == ""
    assert isi.dibaca == balance(isi)
    assert any(p.startswith("PENDUDUK: 5 sel berisi galat rumus") for p in isi.laporan.pesan)


def test_dates_of_both_systems(tmp_path: Path) -> None:
    hari = date(2012, 8, 20)
    tabel: Tabel = [ISI["PEREKAMAN"][0], [BUDI, hari], [BUDI, float(serial(hari))]]
    baru = read(write_xlsx(tmp_path / "a.xlsx", change(PEREKAMAN=tabel)))
    assert [r.tanggal for r in baru.perekaman] == [hari, hari]
    lama = date(2016, 8, 21)
    assert [
        r.tanggal for r in read(write_xlsx(tmp_path / "b.xlsx", change(PEREKAMAN=tabel), sistem_1904=True)).perekaman
    ] == [lama] * 2
    for tulis in (write_xls, write_xlsb):
        path = tmp_path / f"c.{tulis.__name__[6:]}"
        assert [r.tanggal for r in read(tulis(path, change(PEREKAMAN=tabel))).perekaman] == [hari] * 2
        assert [r.tanggal for r in read(tulis(path, change(PEREKAMAN=tabel), sistem_1904=True)).perekaman] == [lama] * 2


def test_two_digit_years_need_the_reference_date(tmp_path: Path) -> None:
    tabel: Tabel = [ISI["PENDUDUK"][0], [BUDI, "BUDI", "17/8/45", "L", "BELUM", "1", "2", "JATEN"]]
    path = write_xlsx(tmp_path / "b.xlsx", change(PENDUDUK=tabel))
    assert read_buku(path, on=PER).penduduk[0].tanggal_lahir == date(1945, 8, 17)
    assert read_buku(path, on=None).penduduk[0].tanggal_lahir is None


def test_clock_times_and_other_writers_cells(tmp_path: Path) -> None:
    path = tmp_path / "b.xlsx"
    with xlsxwriter.Workbook(path) as buku:
        jam = buku.add_format({"num_format": "dd/mm/yyyy hh:mm"})
        for nama, tabel in ISI.items():
            lembar = buku.add_worksheet(nama)
            for i, row in enumerate(tabel):
                lembar.write_row(i, 0, row)
            if nama == "PEREKAMAN":
                lembar.write_datetime(1, 1, datetime(2012, 8, 20, 14, 30), jam)
            if nama == "UNDANGAN":
                lembar.write_formula(1, 4, '=IF(1,"pin"&"dah")', None, "pindah")
                lembar.write_rich_string(1, 2, "BUDI ", buku.add_format({"bold": True}), "REKAAN")
    isi = read(path)
    assert isi.perekaman[0].tanggal == date(2012, 8, 20)
    assert (isi.undangan[0].keterangan, isi.undangan[0].nama) == ("pindah", "BUDI REKAAN")


def test_fingerprint_and_name(tmp_path: Path) -> None:
    import hashlib

    path = write_xlsx(tmp_path / "b.xlsx")
    laporan = read(path).laporan
    assert laporan.nama == "b.xlsx"
    assert laporan.sha256 == hashlib.sha256(path.read_bytes()).hexdigest()


def test_progress_names_each_sheet_and_the_file_is_left_alone(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "b.xlsx")
    sebelum = (path.read_bytes(), path.stat().st_mtime_ns)
    lembar: list[str] = []
    read_buku(path, on=PER, progress=lembar.append)
    assert lembar == ["PENDUDUK", "UNDANGAN", "PEREKAMAN", "PINDAH", "MENINGGAL"]
    assert (path.read_bytes(), path.stat().st_mtime_ns) == sebelum
    assert [p.name for p in tmp_path.iterdir()] == ["b.xlsx"]


def test_sheet_written_with_a_prefix_and_without_places(tmp_path: Path) -> None:
    """Forms that other programs write are tried in a process of their own first, then read as usual."""
    bagian: dict[str, str | bytes] = dict(parts({nama: to_rows(tabel) for nama, tabel in ISI.items()}))
    satu = str(bagian["xl/worksheets/s1.xml"])
    for tanda in ("worksheet", "sheetData", "row", "c", "v", "is", "t"):
        satu = (
            satu.replace(f"<{tanda} ", f"<x:{tanda} ")
            .replace(f"<{tanda}>", f"<x:{tanda}>")
            .replace(f"</{tanda}>", f"</x:{tanda}>")
        )
    bagian["xl/worksheets/s1.xml"] = satu.replace("xmlns=", "xmlns:x=")
    sel = '<c t="inlineStr"><is><t>{}</t></is></c>'
    dua = "".join("<row>" + "".join(sel.format(v or "") for v in row) + "</row>" for row in ISI["UNDANGAN"])
    kepala, _, _ = str(bagian["xl/worksheets/s2.xml"]).partition("<row")
    bagian["xl/worksheets/s2.xml"] = f"{kepala}{dua}</sheetData></worksheet>"
    isi = read(write_zip(tmp_path / "b.xlsx", bagian))
    assert [p.nik for p in isi.penduduk] == [BUDI, SITI, TONO]
    assert [u.baris for u in isi.undangan] == [2, 3]


def test_formats_far_from_the_table_cost_nothing(tmp_path: Path) -> None:
    """Blank cells that only carry a format, across all columns and down many rows, are not the table's."""
    lembar = {nama: to_rows(tabel) for nama, tabel in ISI.items()}
    kanan = "".join(f'<c r="{letters(kolom)}9" s="1"/>' for kolom in range(16_384))
    bawah = "".join(f'<row r="{baris}"><c r="A{baris}" s="1"/></row>' for baris in range(10, 30_000))
    lembar["UNDANGAN"] += f'<row r="9">{kanan}</row>{bawah}'
    isi = read(write_zip(tmp_path / "b.xlsx", parts(lembar)))
    assert isi.dibaca == {"PENDUDUK": 3, "UNDANGAN": 2, "PEREKAMAN": 1, "PINDAH": 0, "MENINGGAL": 1}


def test_wide_sheet_is_read(tmp_path: Path) -> None:
    lebar = [f"K{i}" for i in range(16_384 - len(ISI["UNDANGAN"][0]))]
    tabel: Tabel = [[*ISI["UNDANGAN"][0], *lebar], *[[*row, *lebar] for row in ISI["UNDANGAN"][1:]]]
    assert read(write_xlsx(tmp_path / "b.xlsx", change(UNDANGAN=tabel))).dibaca["UNDANGAN"] == 2


def test_zip_entries_with_backslashes(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "b.xlsx")
    with zipfile.ZipFile(path) as z:
        bagian = {n.replace("/", "\\"): z.read(n) for n in z.namelist()}
    assert read(write_zip(tmp_path / "c.xlsx", bagian)).dibaca["PENDUDUK"] == 3
