"""Broken and hostile files: one clear Indonesian line, no crash, no hang, bounded memory; or every row accounted for."""

from __future__ import annotations

import re
import tempfile
import time
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from buku.buatan import (
    BUDI,
    ISI,
    PER,
    change,
    parts,
    to_rows,
    wrap_ole,
    write_csv,
    write_ods,
    write_xls,
    write_xlsb,
    write_xlsx,
    write_zip,
)
from ektp_core import EktpError
from ektp_excel.buku.baca import read_buku
from ektp_excel.sel import column_letters, column_number

BAIK = {nama: to_rows(tabel) for nama, tabel in ISI.items()}
PENDUDUK = "xl/worksheets/s1.xml"


def refusal(path: Path) -> str:
    """The one line with which the file is refused."""
    mulai = time.monotonic()
    with pytest.raises(EktpError) as e:
        read_buku(path, on=PER)
    pesan = str(e.value)
    assert pesan.isprintable(), pesan
    assert not re.search(r"\d{15}", pesan), pesan
    assert time.monotonic() - mulai < 20
    return pesan


def spoil(path: Path, **ganti: str | bytes | None) -> Path:
    """The good workbook with these parts instead; None drops a part. `s1` is the sheet PENDUDUK, `buku` the workbook."""
    nama = {
        "s1": PENDUDUK,
        "buku": "xl/workbook.xml",
        "rel": "xl/_rels/workbook.xml.rels",
        "sst": "xl/sharedStrings.xml",
    }
    bagian: dict[str, str | bytes] = dict(parts(BAIK))
    for kunci, isi in ganti.items():
        if isi is None:
            del bagian[nama[kunci]]
        else:
            bagian[nama[kunci]] = isi
    return write_zip(path, bagian)


def with_rows(path: Path, rows: str) -> Path:
    """The good workbook whose PENDUDUK holds these rows after its own."""
    return write_zip(path, parts({**BAIK, "PENDUDUK": BAIK["PENDUDUK"] + rows}))


# Not a workbook at all


@pytest.mark.parametrize(
    ("nama", "isi", "kata"),
    [
        ("b.xlsx", b"", "kosong (0 bita)"),
        ("b.xlsx", b"halo", "bukan buku kerja"),
        ("b.xls", b"<html><table><tr><td>NIK</td></tr></table></html>", "halaman web atau teks"),
        ("b.xls", b"\xef\xbb\xbfNIK\tNAMA\n", "halaman web atau teks"),
        ("b.xlsx", b"PK\x03\x04" + b"\0" * 500, "rusak atau tidak utuh"),
        ("b.ods", bytes(range(256)) * 9, "rusak atau tidak utuh"),
        ("b.xls", bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 3000, "rusak atau tidak utuh"),
        ("b.xlsx", wrap_ole("EncryptedPackage", b"x" * 9000), "terkunci kata sandi"),
        ("b.docx", b"PK", "hanya .xlsx"),
        ("b.pdf", b"%PDF-1.7", "hanya .xlsx"),
        ("b", b"", "hanya .xlsx"),
        ("PENDUDUK.csv", b"NIK;NAMA", "berikan map"),
    ],
)
def test_what_is_no_workbook(tmp_path: Path, nama: str, isi: bytes, kata: str) -> None:
    (tmp_path / nama).write_bytes(isi)
    pesan = refusal(tmp_path / nama)
    assert nama in pesan
    assert kata in pesan


def test_paths_that_lead_nowhere(tmp_path: Path) -> None:
    assert "tidak ada di" in refusal(tmp_path / "tiada.xlsx")
    (tmp_path / "map").mkdir()
    assert "tidak memuat satu pun berkas .csv" in refusal(tmp_path / "map")
    (tmp_path / "putus.xlsx").symlink_to(tmp_path / "tiada")
    assert "tidak ada" in refusal(tmp_path / "putus.xlsx")


@pytest.mark.parametrize("tulis", [write_xlsx, write_xls, write_xlsb, write_ods])
@pytest.mark.parametrize("sisa", [0.02, 0.3, 0.6, 0.9])
def test_truncated(tmp_path: Path, tulis: Callable[[Path], Path], sisa: float) -> None:
    path = tulis(tmp_path / f"b.{tulis.__name__[6:]}")
    isi = path.read_bytes()
    path.write_bytes(isi[: int(len(isi) * sisa)])
    assert "tidak dapat dibaca" in refusal(path)


# A zip archive, but broken inside


@pytest.mark.parametrize(
    ("ganti", "kata"),
    [
        ({"buku": None}, "rusak"),
        ({"s1": None}, "rusak"),
        ({"rel": None}, "rusak"),
        ({"buku": ""}, "rusak"),
        ({"buku": "<workbook><sheets>"}, "rusak"),
        ({"buku": "halo"}, "rusak"),
        ({"buku": b"\xff\xfe\0\0"}, "rusak"),
        ({"s1": "halo"}, "rusak"),
        ({"s1": '<worksheet><sheetData><row r="1"><c r="A1"'}, "rusak"),
        (
            {"s1": '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>7</v></c></row></sheetData></worksheet>'},
            "rusak",
        ),
        ({"s1": '<worksheet><sheetData><row r="1"><c r="1A"><v>7</v></c></row></sheetData></worksheet>'}, "rusak"),
        ({"s1": '<worksheet><sheetData><row r="1"><c r="A0"><v>7</v></c></row></sheetData></worksheet>'}, "rusak"),
        (
            {"s1": '<worksheet><sheetData><row r="1"><c r="A1" t="e"><v>#BARU!</v></c></row></sheetData></worksheet>'},
            "rusak",
        ),
        ({"buku": '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><workbook>&b;</workbook>'}, "DTD"),
        ({"buku": '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><workbook>&a;</workbook>'}, "DTD"),
    ],
)
def test_broken_parts(tmp_path: Path, ganti: Mapping[str, str | bytes | None], kata: str) -> None:
    assert kata in refusal(spoil(tmp_path / "b.xlsx", **ganti))


def test_entities_in_a_sheet_are_never_resolved(tmp_path: Path) -> None:
    rahasia = tmp_path / "rahasia"
    rahasia.write_text("RAHASIA", encoding="utf-8")
    bagian = dict(parts(BAIK))
    bagian[PENDUDUK] = f'<!DOCTYPE x [<!ENTITY e SYSTEM "{rahasia.as_uri()}">]>' + bagian[PENDUDUK].replace(
        "BUDI REKAAN", "&e;"
    )
    assert "RAHASIA" not in refusal(write_zip(tmp_path / "b.xlsx", bagian))


def test_changed_byte_in_the_archive(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "b.xlsx")
    with zipfile.ZipFile(path) as z:
        awal = z.getinfo(PENDUDUK).header_offset + 100
    isi = bytearray(path.read_bytes())
    isi[awal] ^= 0xFF
    path.write_bytes(isi)
    assert "rusak" in refusal(path)


# What would take the memory or the time of the machine


def test_zip_bomb_in_a_sheet_and_in_the_strings(tmp_path: Path) -> None:
    bom = b" " * (64 << 20)
    assert "mengembang" in refusal(spoil(tmp_path / "a.xlsx", s1=b"<worksheet><sheetData>" + bom))
    assert "mengembang" in refusal(spoil(tmp_path / "b.xlsx", sst=bom))
    path = write_ods(tmp_path / "c.ods")
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as z:
        z.writestr("lain.xml", bom)
    assert "mengembang" in refusal(path)


def test_stray_cell_in_the_far_corner(tmp_path: Path) -> None:
    pesan = refusal(with_rows(tmp_path / "b.xlsx", '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'))
    assert "lembar PENDUDUK" in pesan
    assert "XFD1048576" in pesan


def test_stray_cell_far_down_or_far_right_is_read(tmp_path: Path) -> None:
    bawah = read_buku(with_rows(tmp_path / "a.xlsx", '<row r="900000"><c r="B900000"><v>1</v></c></row>'), on=PER)
    assert [(g.lembar, g.baris) for g in bawah.galat] == [("PENDUDUK", 900_000)]
    kanan = read_buku(with_rows(tmp_path / "b.xlsx", '<row r="5"><c r="XFD5"><v>1</v></c></row>'), on=PER)
    assert [g.baris for g in kanan.galat] == [5]


@pytest.mark.parametrize(
    "row",
    [
        '<row r="99999999999"><c r="A99999999999"><v>1</v></c></row>',
        '<row r="1048577"><c r="A1048577"><v>1</v></c></row>',
        '<row r="9"><c r="AAAAAAA9"><v>1</v></c></row>',
        '<row r="9"><c r="XFE9"><v>1</v></c></row>',
        '<row r="9"><c r="A99999999"><v>1</v></c></row>',
    ],
)
def test_cells_beyond_excel(tmp_path: Path, row: str) -> None:
    assert "di luar batas Excel" in refusal(with_rows(tmp_path / "b.xlsx", row))


def test_places_hidden_from_the_look_through_are_tried_apart(tmp_path: Path) -> None:
    """In single quotes the look-through does not see the places; the trial process falls, this one does not."""
    assert "rusak" in refusal(with_rows(tmp_path / "b.xlsx", "<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>"))


def test_rows_out_of_order_are_not_dropped_in_silence(tmp_path: Path) -> None:
    row = f'<row r="2"><c r="A2" t="inlineStr"><is><t>{BUDI}</t></is></c></row>'
    assert "tidak berurutan" in refusal(with_rows(tmp_path / "b.xlsx", row))


def test_stray_cell_in_the_far_corner_of_other_formats(tmp_path: Path) -> None:
    ujung = (
        '<table:table-row table:number-rows-repeated="1048574"/><table:table-row>'
        '<table:table-cell table:number-columns-repeated="16383"/>'
        '<table:table-cell office:value-type="float" office:value="1"/></table:table-row>'
    )
    path = write_ods(tmp_path / "b.ods")
    with zipfile.ZipFile(path) as z:
        bagian = {n: z.read(n).decode() for n in z.namelist()}
    bagian["content.xml"] = bagian["content.xml"].replace("</table:table>", f"{ujung}</table:table>", 1)
    assert "rusak" in refusal(write_zip(path, bagian))


# Folders of .csv


def test_quotation_mark_that_is_never_closed(tmp_path: Path) -> None:
    folder = write_csv(tmp_path / "csv")
    baris = (folder / "PENDUDUK.csv").read_text(encoding="utf-8").splitlines()
    baris[1] = baris[1].replace("BUDI", '"BUDI')
    (folder / "PENDUDUK.csv").write_text("\n".join(baris), encoding="utf-8")
    assert refusal(folder) == "PENDUDUK.csv baris 2: ada tanda kutip yang dibuka dan tidak ditutup"
    baris[1] = f'{BUDI};"' + "x" * 200_000
    (folder / "PENDUDUK.csv").write_text("\n".join(baris), encoding="utf-8")
    assert "PENDUDUK.csv baris 2" in refusal(folder)


def test_csv_sheets_of_one_meaning(tmp_path: Path) -> None:
    folder = write_csv(tmp_path / "csv")
    (folder / "Kematian.csv").write_text("NIK;TGL\n", encoding="utf-8")
    (folder / "Meninggal.csv").write_text("NIK;TGL\n", encoding="utf-8")
    (folder / "._PENDUDUK.csv").write_bytes(b"\0\1")
    assert read_buku(folder, on=PER).dibaca["MENINGGAL"] == 1
    (folder / "MENINGGAL.csv").unlink()
    (folder / "Meninggal.csv").rename(folder / "Wafat.csv")
    assert "'Kematian' dan 'Wafat' sama-sama terbaca sebagai MENINGGAL" in refusal(folder)


def test_nul_and_control_characters_in_cells(tmp_path: Path) -> None:
    tabel = [
        ISI["UNDANGAN"][0],
        ["1", BUDI, "BU\0DI\x07", "JATEN", "x" * 32_767],
        ["2", "33\0", "\u202eIDUB", "", "😀"],
    ]
    isi = read_buku(write_csv(tmp_path / "csv", change(UNDANGAN=tabel)), on=PER)
    assert len(isi.undangan[0].keterangan) == 32_767
    assert [g.baris for g in isi.galat] == [3]


# Anything at all


@pytest.mark.parametrize("tulis", [write_xlsx, write_ods, write_csv])
@given(data=st.data())
def test_spoilt_bytes_give_records_or_one_line(tulis: Callable[[Path], Path], data: st.DataObject) -> None:
    with tempfile.TemporaryDirectory() as tempat:
        path = tulis(Path(tempat) / f"b.{tulis.__name__[6:]}")
        berkas = data.draw(st.sampled_from(sorted(path.iterdir()))) if path.is_dir() else path
        if zipfile.is_zipfile(berkas):
            with zipfile.ZipFile(berkas) as z:
                bagian = {n: z.read(n) for n in z.namelist()}
            nama = data.draw(st.sampled_from(sorted(bagian)))
            write_zip(berkas, {**bagian, nama: _spoil_bytes(data, bagian[nama])})
        else:
            berkas.write_bytes(_spoil_bytes(data, berkas.read_bytes()))
        pesan, hasil = "", None
        try:
            hasil = read_buku(path, on=PER)
        except EktpError as e:
            pesan = str(e)
    assert pesan.isprintable()
    if hasil:
        semua = (hasil.penduduk, hasil.undangan, hasil.perekaman, hasil.mutasi, hasil.wilayah or (), hasil.galat)
        assert sum(hasil.dibaca.values()) == sum(map(len, semua))


@pytest.mark.parametrize("tulis", [write_xls, write_xlsb])
@given(data=st.data())
@settings(max_examples=max(1, settings().max_examples // 8))
def test_spoilt_old_formats_end_no_process(tulis: Callable[[Path], Path], data: st.DataObject) -> None:
    """Each is tried in a process of its own, which takes its time: fewer examples than elsewhere."""
    with tempfile.TemporaryDirectory() as tempat:
        path = tulis(Path(tempat) / f"b.{tulis.__name__[6:]}")
        path.write_bytes(_spoil_bytes(data, path.read_bytes()))
        pesan = ""
        try:
            read_buku(path, on=PER)
        except EktpError as e:
            pesan = str(e)
    assert pesan.isprintable()


def _spoil_bytes(data: st.DataObject, isi: bytes) -> bytes:
    hasil = bytearray(isi)
    for _ in range(data.draw(st.integers(1, 4))):
        di = data.draw(st.integers(0, max(0, len(hasil) - 1)))
        hasil[di : di + data.draw(st.integers(0, 30))] = data.draw(st.binary(max_size=8))
    return bytes(hasil)


def test_names_of_columns() -> None:
    for nomor in (0, 25, 26, 701, 702, 16_383):
        assert column_number(column_letters(nomor)) == nomor
