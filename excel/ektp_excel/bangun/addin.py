"""`ektp.xlam`: xlwings' own empty add-in with our VBA modules, a ribbon tab and a settings sheet put in, without Excel.

The xlwings that is installed gives the empty add-in, so that the DLL it asks for is the one beside that Python. The same
sources and the same xlwings give the same bytes. No file is written here.
"""

import re
import struct
import zipfile
import zlib
from collections.abc import Mapping
from importlib.resources import files
from importlib.util import find_spec
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape, unescape

from ektp_core.galat import EktpError
from ektp_excel.bangun.ovba import edit_project, read_modules
from ektp_excel.bangun.pembungkus import FUNGSI, MODUL_FUNGSI, MODUL_URAIAN

NAMA = "ektp.xlam"
MODUL_PITA = "EktpPita"
MODUL = (MODUL_FUNGSI, MODUL_URAIAN, MODUL_PITA)
"""The VBA modules that are ours, in the order in which they are put in."""
PENAFSIR = "Interpreter_Win"
"""The setting that names the Python to run."""

Setelan = Mapping[str, str | bool]
SETELAN: Setelan = {
    PENAFSIR: "",
    "Interpreter_Mac": "",
    "PYTHONPATH": "",
    "UDF Modules": FUNGSI,
    "Debug UDFs": False,
    "Use UDF Server": False,
    "Conda Path": "",
    "Conda Env": "",
    "Show Console": False,
    # Whatever lies beside a workbook is no Python of ours.
    "ADD_WORKBOOK_TO_PYTHONPATH": "false",
    "LICENSE_KEY": "",
    "SHOW_ERROR_POPUPS": "true",
}
"""Every setting that xlwings asks for: one that is missing here would be looked for in files of other add-ins."""

_KERANGKA = "quickstart_addin.xlam"
_CONTOH = frozenset({"Module1"})  # xlwings' sample macro, which would run a Python file of the user's
_VBA, _BUKU, _LEMBAR, _PITA = (
    "xl/vbaProject.bin",
    "xl/workbook.xml",
    "xl/worksheets/sheet1.xml",
    "customUI/customUI.xml",
)
_AWAL = ("[Content_Types].xml", "_rels/.rels")
_WAKTU = (1980, 1, 1, 0, 0, 0)
_HUBUNGAN_PITA = (
    '<Relationship Id="rIdEktpPita" Type="http://schemas.microsoft.com/office/2006/relationships/ui/extensibility" '
    f'Target="{_PITA}" />'
)
_INTI = (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?><cp:coreProperties '
    'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>e-KTP</dc:title><dc:creator>ektp</dc:creator>'
    "<dc:description>Fungsi EKTP_ dan tab e-KTP untuk rekonsiliasi undangan perekaman e-KTP.</dc:description>"
    "</cp:coreProperties>"
)
_LEMBAR_SETELAN = re.compile(r'(<sheet name=")_?([\w.]+\.conf)(")')
_PROYEK = re.compile(r'^Public Const PROJECT_NAME As String = "(\w+)"', re.MULTILINE)
_JALUR_PEMBUAT = re.compile(r"<mc:AlternateContent\b.*?</mc:AlternateContent>", re.DOTALL)
_DATA = re.compile(r"<sheetData\s*/>|<sheetData>.*?</sheetData>", re.DOTALL)
_RUSAK = (KeyError, ValueError, IndexError, struct.error, zipfile.BadZipFile, zlib.error)
_BARIS = re.compile(
    r'<row r="\d+"><c r="A\d+" t="inlineStr"><is><t[^>]*>([^<]*)</t></is></c>'
    r'(?:<c r="B\d+" t="(inlineStr|b)">(?:<is><t[^>]*>([^<]*)</t></is>|<v>([01])</v>)</c>)?</row>'
)


def build_addin() -> bytes:
    """The add-in with no Python named in its settings yet."""
    bagian = _unpack(template_path().read_bytes())
    bagian[_VBA] = edit_project(bagian[_VBA], {nama: read_source(f"{nama}.bas") for nama in MODUL}, _CONTOH)
    bagian[_PITA] = read_source("customUI.xml").encode()
    hubungan = bagian["_rels/.rels"].decode()
    if "ui/extensibility" in hubungan:
        raise ValueError("kerangka add-in xlwings sudah berisi pita")
    bagian["_rels/.rels"] = hubungan.replace("</Relationships>", f"{_HUBUNGAN_PITA}</Relationships>").encode()
    bagian[_BUKU] = _activate_settings(bagian[_BUKU].decode(), bagian[_VBA]).encode()
    bagian["docProps/core.xml"] = _INTI.encode()
    bagian[_LEMBAR] = _write_settings(bagian[_LEMBAR].decode(), SETELAN).encode()
    return _pack(bagian)


def with_settings(addin: bytes, setelan: Setelan) -> bytes:
    """The add-in with these settings and else the usual ones; all else in it stays, a signature of its macros too.

    Signing it has Excel write the file anew, so that nothing is expected of how its sheet is written.
    """
    bagian = _unpack(addin)
    bagian[_LEMBAR] = _write_settings(bagian[_LEMBAR].decode(), {**SETELAN, **setelan}).encode()
    return _pack(bagian)


def read_settings(addin: bytes) -> dict[str, str | bool]:
    """The settings sheet of an add-in that was built here; raises `EktpError` for any other file."""
    try:
        lembar = _unpack(addin)[_LEMBAR].decode()
    except _RUSAK as e:
        raise EktpError(f"bukan add-in {NAMA} buatan ektp") from e
    hasil: dict[str, str | bool] = {
        unescape(nama): benar == "1" if jenis == "b" else unescape(teks)
        for nama, jenis, teks, benar in _BARIS.findall(lembar)
    }
    if hasil.keys() < SETELAN.keys():
        raise EktpError(f"bukan add-in {NAMA} buatan ektp")
    return hasil


def is_ours(addin: bytes) -> bool:
    """Whether a file is an add-in of ours, of any version."""
    try:
        return MODUL_PITA in read_modules(_unpack(addin)[_VBA])
    except _RUSAK:
        return False


def read_module(addin: bytes, nama: str) -> str:
    """The text of one VBA module of an add-in of ours."""
    return read_modules(_unpack(addin)[_VBA])[nama]


def template_path() -> Path:
    """xlwings' empty add-in, found without importing xlwings, which asks Windows for much."""
    letak = find_spec("xlwings")
    if letak is None or letak.origin is None:
        raise EktpError('paket xlwings belum terpasang; jalankan: pip install "xlwings>=0.37.8,<0.38"')
    return Path(letak.origin).with_name(_KERANGKA)


def read_source(nama: str) -> str:
    """One of the texts in `modul/`."""
    return files("ektp_excel.bangun").joinpath("modul", nama).read_text(encoding="utf-8")


def _activate_settings(buku: str, vba: bytes) -> str:
    """Give the settings sheet the name under which xlwings' module looks for it, and drop its maker's folder."""
    (proyek,) = _PROYEK.findall(read_modules(vba)["xlwings"])
    buku, banyak = _LEMBAR_SETELAN.subn(rf"\g<1>{proyek}.conf\3", buku)
    if banyak != 1:
        raise ValueError("kerangka add-in xlwings tidak dikenali")
    return _JALUR_PEMBUAT.sub("", buku)


def _write_settings(lembar: str, setelan: Setelan) -> str:
    baris = "".join(_row(i, nama, isi) for i, (nama, isi) in enumerate(setelan.items(), 1))
    baru, banyak = _DATA.subn(lambda _: f"<sheetData>{baris}</sheetData>", lembar)
    if banyak != 1:
        raise ValueError("lembar setelan add-in tidak dikenali")
    return re.sub(r'<dimension ref="[^"]*"', f'<dimension ref="A1:B{len(setelan)}"', baru)


def _row(nomor: int, nama: str, isi: str | bool) -> str:
    kanan = ""
    if isinstance(isi, bool):
        kanan = f'<c r="B{nomor}" t="b"><v>{int(isi)}</v></c>'
    elif isi:
        kanan = f'<c r="B{nomor}" t="inlineStr"><is><t xml:space="preserve">{escape(isi)}</t></is></c>'
    return f'<row r="{nomor}"><c r="A{nomor}" t="inlineStr"><is><t>{escape(nama)}</t></is></c>{kanan}</row>'


def _unpack(addin: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(BytesIO(addin)) as arsip:
        return {nama: arsip.read(nama) for nama in arsip.namelist()}


def _pack(bagian: Mapping[str, bytes]) -> bytes:
    hasil = BytesIO()
    with zipfile.ZipFile(hasil, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as arsip:
        for nama in [*_AWAL, *sorted(bagian.keys() - set(_AWAL))]:
            satu = zipfile.ZipInfo(nama, _WAKTU)
            satu.compress_type = zipfile.ZIP_DEFLATED
            satu.create_system = 0  # else the system that packs it would stand in it
            arsip.writestr(satu, bagian[nama])
    return hasil.getvalue()
