"""Looks through an .xlsx before calamine does: what calamine loses, and what would take the whole process down.

calamine gives an error cell as a blank one and keeps a sheet as a full rectangle, so that one stray cell at XFD1048576
ends the process for want of memory; rows out of order it drops without a word. So every sheet that will be read is
inflated once here, in pieces, and searched as bytes: no cell is read. What does not have the plain form that spreadsheets
write is not judged here (`plain` is False); `baca_coba` tries it first in a process of its own.
"""

import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from operator import ge
from pathlib import PurePosixPath
from posixpath import join, normpath
from xml.parsers import expat

from attrs import frozen

from ektp_core.galat import EktpError
from ektp_excel.sel import column_number

BARIS_EXCEL, KOLOM_EXCEL = 1_048_576, 16_384
TERLUAS = 40_000_000
"""The most cells, blank ones too, that a sheet's rectangle may have: Excel's longest sheet with 38 columns."""

_BONGKAH = 4 << 20
_TERPANJANG = 16 << 20
"""No row of a sheet is longer than this, in bytes."""
_BOM_MULAI, _BOM_RASIO, _TERBESAR = 32 << 20, 200, 6 << 30
_SUSUNAN_TERBESAR = 8 << 20

# A cell right of column Z, or in a row of seven digits: rare enough to be looked at one by one.
_JAUH = re.compile(rb' r="(?:([A-Z]{2,})(\d+)|([A-Z])(\d{7,}))')
_BERISI = re.compile(rb'<c r="([A-Z]+)(\d+)"[^>]*(?<!/)>')
_BARIS = re.compile(rb'<row(?: r="(\d+)"| [^>]*?\br="(\d+)")?')
_GALAT = re.compile(rb'<c ([^>]*?\bt="e"[^>]*)>(?:(?!</c>).)*?<v>([^<]*)</v>', re.DOTALL)
_ACUAN = re.compile(rb'\br="([A-Z]+)(\d+)"')


@frozen
class Tinjauan:
    """What a sheet's bytes say: the last row and column used, the error cells, and whether its form is plain.

    `sel` counts the cells that are written there, blank ones too; `galat` maps row number -> column (from 0) -> what the
    cell shows.
    """

    polos: bool
    baris: int
    kolom: int
    sel: int
    galat: Mapping[int, Mapping[int, str]]


@frozen
class Susunan:
    """The parts of the workbook: sheet name -> part, and the date system."""

    lembar: Mapping[str, str]
    sistem_1904: bool


class Arsip:
    """The zip archive of a workbook; every part is read in bounded pieces."""

    def __init__(self, isi: bytes) -> None:
        self._zip = zipfile.ZipFile(BytesIO(isi))
        self._nama = {info.filename.replace("\\", "/").lower(): info for info in self._zip.infolist()}
        if sum(info.file_size for info in self._nama.values()) > _TERBESAR:
            raise EktpError("isinya terlalu besar setelah dibuka")

    def __contains__(self, bagian: str) -> bool:
        return bagian.lower() in self._nama

    def iter_bytes(self, bagian: str) -> Iterator[bytes]:
        """The inflated bytes of a part, piece by piece; refuses what swells far beyond any spreadsheet's text."""
        info = self._nama[bagian.lower()]
        batas = max(_BOM_MULAI, _BOM_RASIO * info.compress_size)
        dibaca = 0
        with self._zip.open(info) as berkas:
            while bongkah := berkas.read(_BONGKAH):
                dibaca += len(bongkah)
                if dibaca > batas:
                    raise EktpError(f"bagian {PurePosixPath(bagian).name} mengembang tidak wajar (bom zip)")
                yield bongkah

    def size(self, bagian: str) -> int:
        """How many bytes a part says it has when inflated; 0 for none."""
        info = self._nama.get(bagian.lower())
        return info.file_size if info else 0

    def check(self, *bagian: str) -> None:
        """Inflate these parts, as far as they exist, for the sake of the limits alone."""
        for satu in bagian:
            if satu in self:
                for _ in self.iter_bytes(satu):
                    pass

    def check_all(self) -> None:
        """Inflate every part for the sake of the limits alone."""
        self.check(*self._nama)

    def read(self, bagian: str) -> bytes:
        """A small part, whole."""
        isi = b"".join(self.iter_bytes(bagian))
        if len(isi) > _SUSUNAN_TERBESAR:
            raise EktpError(f"bagian {PurePosixPath(bagian).name} terlalu besar")
        return isi


def read_structure(arsip: Arsip) -> Susunan:
    """The sheets and the date system of a workbook."""
    buku = next(
        (t for _, jenis, t in _relations(arsip, "_rels/.rels", "") if jenis.endswith("/officeDocument")),
        "xl/workbook.xml",
    )
    folder, _, nama = buku.rpartition("/")
    tujuan = {id_: t for id_, _, t in _relations(arsip, join(folder, "_rels", f"{nama}.rels"), folder)}
    lembar: dict[str, str] = {}
    sistem_1904 = False
    for unsur, sifat in _elements(arsip.read(buku)):
        if unsur == "sheet":
            id_ = next((v for k, v in sifat.items() if k.endswith(":id")), "")
            lembar[sifat.get("name", "")] = tujuan.get(id_, "")
        elif unsur == "workbookPr":
            sistem_1904 = sifat.get("date1904", "") in ("1", "true", "on")
    return Susunan(lembar, sistem_1904)


def _relations(arsip: Arsip, bagian: str, folder: str) -> list[tuple[str, str, str]]:
    if bagian not in arsip:
        return []
    return [
        (sifat.get("Id", ""), sifat.get("Type", ""), normpath(join("/", folder, sifat.get("Target", "")))[1:])
        for unsur, sifat in _elements(arsip.read(bagian))
        if unsur == "Relationship"
    ]


def _elements(isi: bytes) -> Sequence[tuple[str, dict[str, str]]]:
    hasil: list[tuple[str, dict[str, str]]] = []

    def refuse(*_: object) -> None:
        raise EktpError("berkas memuat DTD, yang tidak pernah ditulis oleh lembar kerja")

    pengurai = expat.ParserCreate()
    pengurai.StartDoctypeDeclHandler = refuse
    pengurai.StartElementHandler = lambda nama, sifat: hasil.append((nama.rpartition(":")[2], sifat))
    pengurai.Parse(isi, True)
    return hasil


def survey(arsip: Arsip, bagian: str) -> Tinjauan:
    """Look through a sheet's bytes. Raises `EktpError` when no spreadsheet could show it, or its rectangle is too large."""
    peninjau = _Peninjau()
    for bongkah in _whole_rows(arsip.iter_bytes(bagian)):
        if bongkah is None:
            arsip.check(bagian)
            return Tinjauan(False, 0, 0, 0, {})
        peninjau.look(bongkah)
    tinjauan = peninjau.conclude()
    if tinjauan.polos and tinjauan.baris * (tinjauan.kolom + 1) > TERLUAS:
        _check_content(arsip, bagian)
    return tinjauan


def _check_content(arsip: Arsip, bagian: str) -> None:
    """Measure again without the blank cells that only carry a format, which calamine leaves out too."""
    baris = kolom = 0
    pojok = ""
    for bongkah in _whole_rows(arsip.iter_bytes(bagian)):
        for huruf, nomor in _BERISI.findall(bongkah or b""):
            di = column_number(huruf.decode())
            if di > kolom:
                kolom, pojok = di, f"{huruf.decode()}{nomor.decode()}"
            baris = max(baris, int(nomor))
    if baris * (kolom + 1) > TERLUAS:
        raise EktpError(f"ada isi di sel {pojok}, jauh di luar tabel; hapus kolom-kolom itu lalu simpan")


def _whole_rows(bongkah: Iterator[bytes]) -> Iterator[bytes | None]:
    """Pieces that end before a row begins; None when no row begins for too long. What follows the rows is only inflated."""
    sisa = b""
    mulai = selesai = False
    for satu in bongkah:
        if selesai:
            continue
        sisa += satu
        if not mulai and (awal := sisa.find(b"<sheetData")) >= 0:
            sisa, mulai = sisa[awal:], True
        akhir = sisa.find(b"</sheetData>")
        if akhir >= 0:
            yield sisa[:akhir]
            sisa, selesai = b"", True
        elif (potong := sisa.rfind(b"<row ")) > 0:
            yield sisa[:potong]
            sisa = sisa[potong:]
        elif len(sisa) > _TERPANJANG:
            yield None
            return
    if sisa:
        yield sisa if mulai else None


class _Peninjau:
    """Looks at a sheet's pieces one after the other."""

    def __init__(self) -> None:
        self.polos = True
        self.baris, self.kolom = 0, 25
        self.terakhir = self.sel = 0
        self.galat: dict[int, dict[int, str]] = {}

    def look(self, isi: bytes) -> None:
        baris = [a or b for a, b in _BARIS.findall(isi)]
        # Each row and each cell says where it stands, in the way of every spreadsheet; else the places are not known here.
        sel = isi.count(b"<c")
        self.sel += sel
        if isi.count(b' r="') != sel + len(baris) or b"" in baris:
            self.polos = False
        self._check_order(list(map(int, filter(None, baris))))
        for huruf, di, satu, besar in _JAUH.findall(isi):
            self.kolom = max(self.kolom, column_number((huruf or satu).decode()[:4]))
            self.baris = max(self.baris, int((di or besar)[:9]))
        if b't="e"' in isi:
            self._take_errors(isi)

    def _check_order(self, nomor: list[int]) -> None:
        if not nomor:
            return
        if nomor[0] <= self.terakhir or any(map(ge, nomor, nomor[1:])):
            raise EktpError("nomor barisnya tidak berurutan; buka lalu simpan ulang di Excel")
        self.terakhir = nomor[-1]
        self.baris = max(self.baris, self.terakhir)

    def _take_errors(self, isi: bytes) -> None:
        for sifat, nilai in _GALAT.findall(isi):
            if acuan := _ACUAN.search(sifat):
                baris = self.galat.setdefault(int(acuan[2]), {})
                baris[column_number(acuan[1].decode())] = nilai.decode("ascii", "replace")[:20]

    def conclude(self) -> Tinjauan:
        if self.baris > BARIS_EXCEL or self.kolom >= KOLOM_EXCEL:
            raise EktpError("ada sel di luar batas Excel")
        return Tinjauan(self.polos, self.baris, self.kolom, self.sel, self.galat)
