"""The add-in file, without Excel: what three readers that are not ours find in it, and that it holds nothing else.

Excel itself has not opened it yet: docs/rujukan/belum-dicoba.md says how a person tries that.
"""

from __future__ import annotations

import re
import struct
import warnings
import zipfile
from importlib import import_module
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import openpyxl
import pytest

from ektp_core.galat import EktpError
from ektp_excel.bangun import addin, ovba
from ektp_excel.bangun.cfb import read_cfb, write_cfb
from ektp_excel.bangun.pembungkus import MODUL_FUNGSI, MODUL_URAIAN, generate
from ektp_excel.fungsi import FUNGSI
from host.conftest import do_without
from host.kantor import Kantor

XLWINGS = {"ThisWorkbook", "Dictionary", "xlwings", "Sheet2"}
PITA = {"ektpRekonsiliasi": "Rekonsiliasi", "ektpPeriksa": "Periksa", "ektpPenyisiran": "Penyisiran"}
# What VBA keeps for itself and an argument could be called by mistake.
TERLARANG = set(
    "and any as boolean byte byref byval call case cdate const currency date debug decimal declare dim do double each else "
    "empty end enum eqv erase error event exit false for friend function get global gosub goto if imp implements in input "
    "integer is let like local long loop lset me mod new next not nothing null object on open option optional or paramarray "
    "preserve print private property public raiseevent redim rem resume return rset select set single static step stop "
    "string sub then time to true type typeof until variant wend while with withevents write xor".split()
)


@pytest.fixture(scope="module")
def xlam() -> bytes:
    return addin.build_addin()


def reader(nama: str) -> Any:
    """A reader of Office files that is not ours."""
    if not find_spec(nama.partition(".")[0]):
        do_without(nama)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # olevba calls pyparsing by old names
        return import_module(nama)


@pytest.fixture(scope="module")
def modul(xlam: bytes) -> dict[str, str]:
    """Every module's text, as olevba reads it."""
    pembaca = reader("oletools.olevba").VBA_Parser("ektp.xlam", data=xlam)
    try:
        # The name of a module with its ending .bas or .cls.
        return {Path(nama).stem: teks for _, _, nama, teks in pembaca.extract_macros()}
    finally:
        pembaca.close()


def part(xlam: bytes, nama: str) -> bytes:
    with zipfile.ZipFile(BytesIO(xlam)) as arsip:
        return arsip.read(nama)


def kerangka(nama: str = "quickstart_addin.xlam") -> bytes:
    return (addin.template_path().parent / nama).read_bytes()


def as_workbook(xlam: bytes, berkas: Path) -> Path:
    """The add-in under the name by which openpyxl takes it for the workbook that it is."""
    with zipfile.ZipFile(BytesIO(xlam)) as asal, zipfile.ZipFile(berkas, "w") as tujuan:
        for nama in asal.namelist():
            tujuan.writestr(nama, asal.read(nama).replace(b"ms-excel.addin.macro", b"ms-excel.sheet.macro"))
    return berkas


def source_of(teks: str) -> list[str]:
    """The lines of a module as they were written, without what the reader does to line ends."""
    return teks.replace("\r\n", "\n").strip().splitlines()


def test_same_sources_give_the_same_bytes(xlam: bytes) -> None:
    assert addin.build_addin() == xlam


def test_olevba_reads_every_module_as_it_was_written(modul: dict[str, str]) -> None:
    assert set(modul) == XLWINGS | set(addin.MODUL)
    for nama in addin.MODUL:
        assert source_of(modul[nama]) == source_of(addin.read_source(f"{nama}.bas"))


def test_no_macro_beyond_ours_and_those_of_xlwings(xlam: bytes) -> None:
    asli = ovba.read_modules(part(kerangka(), "xl/vbaProject.bin"))
    kini = ovba.read_modules(part(xlam, "xl/vbaProject.bin"))
    assert {nama: kini[nama] for nama in XLWINGS} == {nama: asli[nama] for nama in XLWINGS}
    assert asli.keys() - kini.keys() == {"Module1"}  # xlwings' sample, which runs whatever stands beside the workbook
    # What starts by itself is one sub of ours, and it only tells Excel about the functions.
    otomatis = re.compile(r"^\s*(?:Public |Private )?Sub (Auto_\w+|Workbook_\w+)", re.MULTILINE | re.IGNORECASE)
    assert [(nama, m) for nama, teks in kini.items() for m in otomatis.findall(teks)] == [(MODUL_URAIAN, "Auto_Open")]
    dipanggil = set(re.findall(r"^\s+(\w+)", addin.read_source(f"{MODUL_URAIAN}.bas").partition("End Sub")[0], re.M))
    assert dipanggil == {"Public", "If", "On", "Application", "ThisWorkbook", "Uraikan", "Array"}


def test_untouched_modules_keep_their_compressed_bytes(xlam: bytes) -> None:
    olefile = reader("olefile")
    asli = olefile.OleFileIO(part(kerangka(), "xl/vbaProject.bin"))
    kini = olefile.OleFileIO(part(xlam, "xl/vbaProject.bin"), raise_defects=olefile.DEFECT_UNSURE)
    assert kini.parsing_issues == []
    for nama in XLWINGS:
        lama, baru = (ole.openstream(f"VBA/{nama}").read() for ole in (asli, kini))
        assert lama.endswith(baru)
        assert ovba.decompress(baru)
    assert kini.openstream("VBA/_VBA_PROJECT").read() == b"\xcc\x61\xff\xff\x00\x00\x00"
    proyek = kini.openstream("PROJECT").read().decode("cp1252")
    assert re.findall(r"^(?:Document|Class|Module)=(\w+)", proyek, re.MULTILINE) == [
        *("ThisWorkbook", "Dictionary", "xlwings", "Sheet2"),
        *addin.MODUL,
    ]
    assert "Module1" not in proyek


def test_kept_modules_are_what_the_generator_writes_today() -> None:
    segar = generate()
    for nama, teks in segar.items():
        assert teks == addin.read_source(f"{nama}.bas"), "jalankan: python -m ektp_excel.bangun --segarkan"


def test_every_function_has_its_wrapper_and_its_texts(modul: dict[str, str]) -> None:
    tanda_tangan = dict(re.findall(r"^Function (\w+)\((.*)\)", modul[MODUL_FUNGSI], re.MULTILINE))
    assert tanda_tangan.keys() == {f.nama for f in FUNGSI}
    uraian = modul[MODUL_URAIAN].replace('" & ChrW(8230) & "', "…").replace('" & ChrW(8230)', '…"')
    for fungsi in FUNGSI:
        assert tanda_tangan[fungsi.nama] == ", ".join(f"Optional {a.nama}" for a in fungsi.argumen)
        assert not {a.nama.lower() for a in fungsi.argumen} & TERLARANG
        panggilan = uraian.partition(f'Uraikan "{fungsi.nama}", ')[2].partition("    Uraikan ")[0]
        for teks in (fungsi.doc, *(a.doc for a in fungsi.argumen)):
            assert f'"{teks}"' in panggilan
            assert len(teks) <= 255
    for nama in addin.MODUL:
        assert modul[nama].isascii()


def test_ribbon_has_our_buttons_and_the_elements_of_xlwings(xlam: bytes) -> None:
    def elements(xml: bytes) -> dict[str, set[str]]:
        hasil: dict[str, set[str]] = {}
        for satu in ElementTree.fromstring(xml).iter():
            hasil.setdefault(satu.tag, set()).update(satu.attrib)
        return hasil

    kita = elements(part(xlam, "customUI/customUI.xml"))
    punya_xlwings = elements(part(kerangka("addin/xlwings.xlam"), "customUI/customUI.xml"))
    for unsur, sifat in kita.items():
        assert sifat <= punya_xlwings[unsur]
    contoh = elements(part(kerangka("quickstart_addin_ribbon.xlam"), "customUI/customUI.xml"))
    assert kita.keys() == contoh.keys()
    akar = ElementTree.fromstring(part(xlam, "customUI/customUI.xml"))
    ruang = akar.tag.partition("}")[0] + "}"
    assert [tab.attrib["label"] for tab in akar.iter(f"{ruang}tab")] == ["e-KTP"]
    tombol = [(b.attrib["label"], b.attrib["onAction"]) for b in akar.iter(f"{ruang}button")]
    nama = ["Rekonsiliasi", "Periksa", "Penyisiran", "Bantuan"]
    assert tombol == [(satu, f"EktpPita.{satu}") for satu in nama]
    subs = re.findall(
        r"^Public Sub (\w+)\(control As IRibbonControl\)", addin.read_source("EktpPita.bas"), re.MULTILINE
    )
    assert set(subs) == set(nama)


def test_ribbon_has_one_relationship_as_in_xlwings(xlam: bytes) -> None:
    def relations(xlam: bytes) -> list[str]:
        akar = ElementTree.fromstring(part(xlam, "_rels/.rels"))
        return sorted(satu.attrib["Type"] for satu in akar if "extensibility" in satu.attrib["Type"])

    assert relations(xlam) == relations(kerangka("addin/xlwings.xlam"))
    assert len(relations(xlam)) == 1
    with zipfile.ZipFile(BytesIO(xlam)) as arsip:
        assert arsip.namelist()[:2] == ["[Content_Types].xml", "_rels/.rels"]
        assert len(set(arsip.namelist())) == len(arsip.namelist())
        assert arsip.testzip() is None


def test_settings_stand_where_xlwings_looks(xlam: bytes, tmp_path: Path) -> None:
    disetel = addin.with_settings(xlam, {addin.PENAFSIR: r"C:\Users\Budi & Siti\ektp\python.exe"})
    berkas = as_workbook(disetel, tmp_path / "ektp.xlsm")
    buku = openpyxl.load_workbook(berkas)
    proyek = re.search(
        r'PROJECT_NAME As String = "(\w+)"', ovba.read_modules(part(xlam, "xl/vbaProject.bin"))["xlwings"]
    )
    assert proyek
    assert buku.sheetnames == [f"{proyek[1]}.conf"]
    isi = {str(nama): nilai for nama, nilai in buku.worksheets[0].iter_rows(max_col=2, values_only=True)}
    assert isi["Interpreter_Win"] == r"C:\Users\Budi & Siti\ektp\python.exe"
    assert isi["UDF Modules"] == "ektp_excel.host_xlwings"
    assert isi["ADD_WORKBOOK_TO_PYTHONPATH"] == "false"
    assert isi["Debug UDFs"] is False
    # Every setting that xlwings' module asks for anywhere on Windows is answered here, not in some other file.
    ditanya = set(re.findall(r'GetConfig\("([^"]+)"', ovba.read_modules(part(xlam, "xl/vbaProject.bin"))["xlwings"]))
    bebas = {n for n in ditanya if n.endswith("_MAC") or n.startswith(("ONEDRIVE", "SHAREPOINT"))} | {
        "INTERPRETER",
        "TEMP DIR",
    }
    assert ditanya - bebas <= {nama.upper() for nama in isi}


def test_changing_settings_changes_nothing_else(xlam: bytes) -> None:
    baru = addin.with_settings(xlam, {addin.PENAFSIR: "x"})
    assert addin.with_settings(baru, {addin.PENAFSIR: ""}) == xlam
    with zipfile.ZipFile(BytesIO(xlam)) as a, zipfile.ZipFile(BytesIO(baru)) as b:
        assert {n for n in a.namelist() if a.read(n) != b.read(n)} == {"xl/worksheets/sheet1.xml"}
    assert addin.is_ours(baru)


def test_settings_can_be_changed_after_another_program_has_written_the_file(xlam: bytes, tmp_path: Path) -> None:
    berkas = as_workbook(addin.with_settings(xlam, {addin.PENAFSIR: "lama"}), tmp_path / "ektp.xlsm")
    openpyxl.load_workbook(berkas, keep_vba=True).save(berkas)
    baru = addin.with_settings(berkas.read_bytes(), {addin.PENAFSIR: "baru"})
    assert addin.read_settings(baru) == {**addin.SETELAN, addin.PENAFSIR: "baru"}
    assert part(baru, "xl/vbaProject.bin") == part(xlam, "xl/vbaProject.bin")


@pytest.mark.parametrize("lain", [b"", b"PK", kerangka()], ids=["kosong", "rusak", "xlwings"])
def test_a_file_of_another_is_refused(lain: bytes) -> None:
    assert not addin.is_ours(lain)
    with pytest.raises(EktpError, match="buatan ektp"):
        addin.read_settings(lain)


def test_nothing_in_the_file_names_a_machine(xlam: bytes) -> None:
    with zipfile.ZipFile(BytesIO(xlam)) as arsip:
        for nama in arsip.namelist():
            if nama.endswith((".xml", ".rels")):
                assert not re.search(rb"[A-Z]:\\|/home/|felix", arsip.read(nama), re.IGNORECASE), nama


def test_libreoffice_opens_it_and_finds_every_module(kantor: Kantor, tmp_path: Path, xlam: bytes) -> None:
    berkas = tmp_path / "ektp.xlam"
    berkas.write_bytes(xlam)
    # LibreOffice 7.4 knows no add-in by itself, not even xlwings' own: the filter has to be named.
    kantor.run("--infilter=Calc MS Excel 2007 VBA XML", "--convert-to", "ods", "--outdir", str(tmp_path), str(berkas))
    with zipfile.ZipFile(tmp_path / "ektp.ods") as arsip:
        basic = {Path(n).stem: arsip.read(n).decode() for n in arsip.namelist() if n.startswith("Basic/")}
    for nama in addin.MODUL:
        isi = "".join(ElementTree.fromstring(re.sub(r"<!DOCTYPE[^>]*>", "", basic[nama])).itertext())
        # LibreOffice puts two lines of its own before the text, and leaves the attributes out.
        teks = [baris for baris in source_of(addin.read_source(f"{nama}.bas")) if not baris.startswith("Attribute")]
        assert source_of(isi)[-len(teks) :] == teks


@pytest.mark.parametrize("isi", [b"", b"a", b"abc" * 5000, bytes(range(256)) * 40, b"\r\n" * 4097, b"x" * 4096])
def test_compression_is_what_olevba_expects(isi: bytes) -> None:
    padat = ovba.compress(isi)
    assert ovba.decompress(padat) == isi
    if isi:
        assert bytes(reader("oletools.olevba").decompress_stream(bytearray(padat))) == isi


@pytest.mark.parametrize("ukuran", [0, 1, 63, 64, 4095, 4096, 70_000])
def test_compound_file_is_what_olefile_expects(ukuran: int) -> None:
    olefile = reader("olefile")
    isi = {f"Aliran{i}": bytes([i]) * ukuran for i in range(9)}
    data = write_cfb({"VBA": dict(isi), "PROJECT": b"x"})
    ole = olefile.OleFileIO(data, raise_defects=olefile.DEFECT_UNSURE)
    assert {nama: ole.openstream(f"VBA/{nama}").read() for nama in isi} == isi
    assert ole.parsing_issues == []
    assert read_cfb(data) == {"VBA": isi, "PROJECT": b"x"}


def test_a_module_that_vba_could_not_keep_is_refused() -> None:
    with pytest.raises(ValueError, match="VB_Name"):
        ovba.module_bytes("A", "Sub B()\nEnd Sub")
    with pytest.raises(ValueError, match="baris 2"):
        ovba.module_bytes("A", 'Attribute VB_Name = "A"\n' + "x" * 1024)
    with pytest.raises(UnicodeEncodeError):
        ovba.module_bytes("A", 'Attribute VB_Name = "A"\n\u0416')
    with pytest.raises(ValueError, match="OLE"):
        read_cfb(struct.pack("<Q", 0) * 100)
