"""Small workbooks for the reader's tests, written here byte by byte, so that a test can spoil just one thing in them.

`ISI` is a good workbook as rows of cells; nothing here is read by the product. All people are invented.
"""

from __future__ import annotations

import csv
import struct
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

Sel = str | float | date | None
Tabel = Sequence[Sequence[Sel]]

PER = date(2012, 8, 28)
BUDI, SITI, TONO = "3313111708900001", "3313115009920002", "3313110101500003"

ISI: Mapping[str, Tabel] = {
    "PENDUDUK": [
        "NIK NAMA TGL_LAHIR JENIS_KELAMIN STATUS_KAWIN RT RW DESA".split(),
        [BUDI, "BUDI REKAAN", "17-08-1990", "L", "BELUM KAWIN", "001", "002", "JATEN"],
        [SITI, "SITI REKAAN", "10-09-1992", "P", "KAWIN", "001", "002", "JATEN"],
        [TONO, "TONO REKAAN", "01-01-1950", "L", "KAWIN", "003", "001", "DAGEN"],
    ],
    "UNDANGAN": [
        "NO_UNDANGAN NIK NAMA DESA KETERANGAN".split(),
        ["1", BUDI, "BUDI REKAAN", "JATEN", None],
        ["2", TONO, "TONO REKAAN", "DAGEN", "alm."],
    ],
    "PEREKAMAN": [["NIK", "TGL_REKAM"], [BUDI, "20-08-2012"]],
    "PINDAH": [["NIK", "TGL_PINDAH"]],
    "MENINGGAL": [["NIK", "TGL_MENINGGAL"], [TONO, "01-08-2012"]],
}


def serial(hari: date) -> int:
    """Excel's day number, 1900 system."""
    return (hari - date(1899, 12, 30)).days


def letters(kolom: int) -> str:
    """The letters of a column from 0."""
    return (letters(kolom // 26 - 1) if kolom >= 26 else "") + chr(65 + kolom % 26)


def to_rows(tabel: Tabel, baris: int = 1, kolom: int = 0) -> str:
    """The `<row>` elements of a table whose first cell stands at this row (from 1) and column (from 0)."""
    hasil = []
    for i, row in enumerate(tabel, baris):
        sel = "".join(_cell(f"{letters(j)}{i}", v) for j, v in enumerate(row, kolom))
        hasil.append(f'<row r="{i}">{sel}</row>')
    return "".join(hasil)


def _cell(acuan: str, v: Sel) -> str:
    match v:
        case None:
            return ""
        case date():
            return f'<c r="{acuan}" s="1"><v>{serial(v)}</v></c>'
        case str() if v.startswith("#") and v[-1] in "!?A":
            return f'<c r="{acuan}" t="e"><v>{v}</v></c>'
        case str():
            return f'<c r="{acuan}" t="inlineStr"><is><t xml:space="preserve">{escape(v)}</t></is></c>'
        case _:
            return f'<c r="{acuan}"><v>{v!r}</v></c>'


_NS = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PAKET = "http://schemas.openxmlformats.org/package/2006/relationships"
_GAYA = (
    f'<styleSheet xmlns="{_NS}"><numFmts count="1"><numFmt numFmtId="164" formatCode="dd\\-mm\\-yyyy"/></numFmts>'
    '<cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="164" applyNumberFormat="1"/></cellXfs></styleSheet>'
)


def parts(
    lembar: Mapping[str, str], *, sistem_1904: bool = False, keadaan: Mapping[str, str] | None = None
) -> dict[str, str]:
    """The parts of an .xlsx whose sheets hold these `<row>` elements."""
    nama = list(lembar)
    semua = "".join(
        f'<sheet name={quoteattr(n)} sheetId="{i}" state="{(keadaan or {}).get(n, "visible")}" r:id="r{i}"/>'
        for i, n in enumerate(nama, 1)
    )
    rel = "".join(
        f'<Relationship Id="r{i}" Type="{_REL}/worksheet" Target="worksheets/s{i}.xml"/>'
        for i in range(1, len(nama) + 1)
    )
    return {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
        "_rels/.rels": f'<Relationships xmlns="{_PAKET}"><Relationship Id="r1" Type="{_REL}/officeDocument" '
        'Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'<workbook xmlns="{_NS}" xmlns:r="{_REL}"><workbookPr date1904="{int(sistem_1904)}"/>'
        f"<sheets>{semua}</sheets></workbook>",
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{_PAKET}">{rel}'
        f'<Relationship Id="rg" Type="{_REL}/styles" Target="styles.xml"/></Relationships>',
        "xl/styles.xml": _GAYA,
        **{
            f"xl/worksheets/s{i}.xml": f'<worksheet xmlns="{_NS}"><sheetData>{lembar[n]}</sheetData></worksheet>'
            for i, n in enumerate(nama, 1)
        },
    }


def write_zip(path: Path, bagian: Mapping[str, str | bytes]) -> Path:
    """Write the parts as a zip archive."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as z:
        for nama, isi in bagian.items():
            z.writestr(nama, isi)
    return path


def write_xlsx(path: Path, isi: Mapping[str, Tabel] = ISI, **cara: bool | Mapping[str, str]) -> Path:
    """Write an .xlsx of these tables."""
    return write_zip(path, parts({nama: to_rows(tabel) for nama, tabel in isi.items()}, **cara))  # type: ignore[arg-type]


def change(**lembar: Tabel) -> dict[str, Tabel]:
    """The good workbook with these sheets instead."""
    return {**ISI, **lembar}


def write_csv(
    folder: Path, isi: Mapping[str, Tabel] = ISI, *, pemisah: str = ";", pengodean: str = "utf-8", awal: str = ""
) -> Path:
    """Write a folder of .csv of these tables."""
    folder.mkdir()
    for nama, tabel in isi.items():
        with open(folder / f"{nama}.csv", "w", encoding=pengodean, newline="") as f:
            f.write(awal)
            csv.writer(f, delimiter=pemisah).writerows(tabel)
    return folder


def write_ods(path: Path, isi: Mapping[str, Tabel] = ISI) -> Path:
    """Write an .ods of these tables."""
    isi_tabel = "".join(
        f"<table:table table:name={quoteattr(nama)}>"
        + "".join("<table:table-row>" + "".join(map(_ods_cell, row)) + "</table:table-row>" for row in tabel)
        + "</table:table>"
        for nama, tabel in isi.items()
    )
    ns = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<office:document-content xmlns:office="{ns}:office:1.0" xmlns:table="{ns}:table:1.0" xmlns:text="{ns}:text:1.0">'
        f"<office:body><office:spreadsheet>{isi_tabel}</office:spreadsheet></office:body></office:document-content>"
    )
    mime = "application/vnd.oasis.opendocument.spreadsheet"
    manifes = (
        f'<m:manifest xmlns:m="{ns}:manifest:1.0"><m:file-entry m:full-path="/" m:media-type="{mime}"/></m:manifest>'
    )
    return write_zip(path, {"mimetype": mime, "META-INF/manifest.xml": manifes, "content.xml": content})


def _ods_cell(v: Sel) -> str:
    match v:
        case None:
            return "<table:table-cell/>"
        case date():
            return f'<table:table-cell office:value-type="date" office:date-value="{v.isoformat()}"/>'
        case str():
            return f'<table:table-cell office:value-type="string"><text:p>{escape(v)}</text:p></table:table-cell>'
        case _:
            return f'<table:table-cell office:value-type="float" office:value="{v!r}"/>'


def _bin(jenis: int, isi: bytes = b"") -> bytes:
    kepala = bytes([jenis]) if jenis < 128 else bytes([jenis & 0x7F | 0x80, jenis >> 7])
    panjang, n = b"", len(isi)
    while True:
        panjang += bytes([n & 0x7F | (0x80 if n > 0x7F else 0)])
        n >>= 7
        if not n:
            return kepala + panjang + isi


def _wide(teks: str) -> bytes:
    return struct.pack("<I", len(teks)) + teks.encode("utf-16-le")


def write_xlsb(path: Path, isi: Mapping[str, Tabel] = ISI, *, sistem_1904: bool = False) -> Path:
    """Write an .xlsb of these tables; dates are written as bare numbers."""
    bundle = b"".join(_bin(156, struct.pack("<II", 0, i) + _wide(f"r{i}") + _wide(n)) for i, n in enumerate(isi, 1))
    buku = (
        _bin(131)
        + _bin(153, struct.pack("<II", sistem_1904, 0) + _wide(""))
        + _bin(143)
        + bundle
        + _bin(144)
        + _bin(132)
    )
    rel = "".join(
        f'<Relationship Id="r{i}" Type="{_REL}/worksheet" Target="worksheets/s{i}.bin"/>'
        for i in range(1, len(isi) + 1)
    )
    bagian: dict[str, str | bytes] = {
        "xl/workbook.bin": buku,
        "xl/_rels/workbook.bin.rels": f'<Relationships xmlns="{_PAKET}">{rel}</Relationships>',
    }
    for i, tabel in enumerate(isi.values(), 1):
        bagian[f"xl/worksheets/s{i}.bin"] = _xlsb_sheet(tabel)
    return write_zip(path, bagian)


def _xlsb_sheet(tabel: Tabel) -> bytes:
    luas = struct.pack("<IIII", 0, len(tabel) - 1, 0, max(map(len, tabel)) - 1)
    hasil = _bin(129) + _bin(148, luas) + _bin(145)
    for i, row in enumerate(tabel):
        hasil += _bin(0, struct.pack("<IIHBBBI", i, 0, 300, 0, 0, 0, 0))
        for j, v in enumerate(row):
            kepala = struct.pack("<II", j, 0)
            if isinstance(v, str):
                hasil += _bin(6, kepala + _wide(v))
            elif v is not None:
                hasil += _bin(5, kepala + struct.pack("<d", serial(v) if isinstance(v, date) else v))
    return hasil + _bin(146) + _bin(130)


def _rec(jenis: int, isi: bytes = b"") -> bytes:
    return struct.pack("<HH", jenis, len(isi)) + isi


def write_xls(path: Path, isi: Mapping[str, Tabel] = ISI, *, sistem_1904: bool = False) -> Path:
    """Write an .xls (BIFF8) of these tables; dates are written as bare numbers."""
    bof = struct.pack("<HHHHII", 0x600, 5, 0, 0, 0, 0)
    lembar = [_xls_sheet(tabel) for tabel in isi.values()]
    nama = [struct.pack("<BB", len(n), 1) + n.encode("utf-16-le") for n in isi]
    depan = _rec(0x809, bof) + _rec(0x42, struct.pack("<H", 1200)) + _rec(0x22, struct.pack("<H", sistem_1904))
    di = len(depan) + sum(4 + 6 + len(n) for n in nama) + 4
    for n, satu in zip(nama, lembar, strict=True):
        depan += _rec(0x85, struct.pack("<IH", di, 0) + n)
        di += len(satu)
    path.write_bytes(wrap_ole("Workbook", depan + _rec(0x0A) + b"".join(lembar)))
    return path


def _xls_sheet(tabel: Tabel) -> bytes:
    hasil = _rec(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0))
    hasil += _rec(0x200, struct.pack("<IIHHH", 0, len(tabel), 0, max(map(len, tabel)), 0))
    for i, row in enumerate(tabel):
        for j, v in enumerate(row):
            kepala = struct.pack("<HHH", i, j, 0)
            if isinstance(v, str):
                hasil += _rec(0x204, kepala + struct.pack("<HB", len(v), 1) + v.encode("utf-16-le"))
            elif v is not None:
                hasil += _rec(0x203, kepala + struct.pack("<d", serial(v) if isinstance(v, date) else v))
    return hasil + _rec(0x0A)


def wrap_ole(nama: str, aliran: bytes) -> bytes:
    """One stream in an OLE compound file, long enough to need no mini stream."""
    aliran = aliran.ljust(4096, b"\0")
    aliran += b"\0" * (-len(aliran) % 512)
    n = len(aliran) // 512
    # Sectors: the table of sectors first, then the directory, then the stream.
    n_fat = -(-(n + 2) // 127)
    fat = [0xFFFFFFFD] * n_fat + [0xFFFFFFFE] + [n_fat + 2 + i for i in range(n - 1)] + [0xFFFFFFFE]
    fat += [0xFFFFFFFF] * (128 * n_fat - len(fat))
    kepala = bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 16
    kepala += struct.pack(
        "<HHHHH6xIIIIIIIII", 0x3E, 3, 0xFFFE, 9, 6, 0, n_fat, n_fat, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0
    )
    kepala += struct.pack("<109I", *range(n_fat), *[0xFFFFFFFF] * (109 - n_fat))
    direktori = (
        _entry("Root Entry", 5, 1, 0xFFFFFFFE, 0) + _entry(nama, 2, 0xFFFFFFFF, n_fat + 1, len(aliran)) + b"\0" * 256
    )
    return kepala + struct.pack(f"<{128 * n_fat}I", *fat) + direktori + aliran


def _entry(nama: str, jenis: int, anak: int, awal: int, panjang: int) -> bytes:
    teks = nama.encode("utf-16-le")
    bagian = teks.ljust(64, b"\0") + struct.pack("<HBBIII", len(teks) + 2, jenis, 1, 0xFFFFFFFF, 0xFFFFFFFF, anak)
    return bagian + b"\0" * 36 + struct.pack("<IQ", awal, panjang)
