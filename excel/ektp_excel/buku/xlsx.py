"""The only door to XlsxWriter: a workbook in which no text ever runs, and a sheet that takes very many rows quickly.

XlsxWriter spends some 5 µs on a cell. `LembarPanjang` hands it the XML of whole rows instead and leaves everything else
(columns, filter, panes, print set-up, packing) to it. It leans on what XlsxWriter calls private; `tests/buku` names each.
"""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date, datetime
from functools import partial
from io import BytesIO
from itertools import chain
from typing import TypeVar

import xlsxwriter.workbook
from attrs import frozen
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from ektp_core.galat import EktpError
from ektp_excel.buku.tulisan import TERPANJANG, cell_text

__all__ = [
    "TINGGI_BARIS",
    "Format",
    "Kemasan",
    "KolomXml",
    "LembarPanjang",
    "Workbook",
    "Worksheet",
    "open_workbook",
    "serial",
]

BARIS_TERBANYAK = 1_048_576
TINGKAT_KEMAS = 3
"""How hard zlib tries, of 9: above this, a full result costs a third of a second more for every few percent."""
TINGGI_BARIS = 17
"""Pixels of an ordinary row in the font of the workbook."""

_HARI_NOL = date(1899, 12, 30)
_T = TypeVar("_T")

# What may not stand in XML as it is. A row is looked at once, with \0 between its cells.
_KHUSUS = re.compile("[&<>\x01-\x1f\ud800-\udfff\ufffe\uffff]")
_TERSANDI = re.compile("_(?=x[0-9A-Fa-f]{4}_)")


class Kemasan(BytesIO):
    """Where a workbook is packed: memory that stays open as long as it lives.

    A packing that fails leaves its archive to be closed when it is forgotten; were the file under it closed by then, Python
    would print a traceback of its own.
    """

    def close(self) -> None:
        """Leave it open."""


class _BukuRingan(Workbook):  # type: ignore[misc]
    """A workbook packed with less effort: half the packing time, for a file some tenth larger."""

    def _store_workbook(self) -> None:
        # XlsxWriter offers no way to choose the level; its archive takes one.
        asli = xlsxwriter.workbook.ZipFile
        xlsxwriter.workbook.ZipFile = partial(asli, compresslevel=TINGKAT_KEMAS)
        try:
            super()._store_workbook()
        finally:
            xlsxwriter.workbook.ZipFile = asli


def open_workbook(kemasan: Kemasan, *, tmpdir: str, judul: str, on: date) -> Workbook:
    """A new workbook that will be written into `kemasan` at its `close()`; the same content gives the same bytes."""
    pilihan = {
        "tmpdir": tmpdir,
        "strings_to_formulas": False,
        "strings_to_urls": False,
        "strings_to_numbers": False,
        # Every PC has Arial or its metric twin. LibreOffice measures columns by the default font: where Calibri is
        # missing, its columns would grow by a third and run off the page.
        "default_format_properties": {"font_name": "Arial", "font_size": 10},
        "default_row_height": TINGGI_BARIS,
    }
    buku = _BukuRingan(kemasan, pilihan)
    # Without a date of its own XlsxWriter would ask the clock.
    buku.set_properties({"title": judul, "author": "ektp", "created": datetime(on.year, on.month, on.day)})
    return buku


def serial(tanggal: date) -> str:
    """A date as the number that a spreadsheet keeps for it."""
    return str((tanggal - _HARI_NOL).days)


@frozen
class KolomXml:
    """One column of a `LembarPanjang`: its header, the format of its cells, and whether they are numbers."""

    judul: str
    bentuk: Format
    angka: bool = False


class LembarPanjang(Worksheet):  # type: ignore[misc]
    """A sheet with its header in row 1 and one row for each record, made only while the file is written.

    Texts stand in the cells themselves, never as formulas; an empty text leaves its cell blank.
    """

    _rows_xml: Iterable[str] = ()

    def fill(
        self,
        kolom: Sequence[KolomXml],
        kepala: Format,
        isi: Sequence[_T],
        baris: Callable[[_T], Sequence[str]],
        *,
        bingkai: bool = False,
    ) -> None:
        """Take the columns, the header's format, the records, and how a record becomes its row of texts.

        Numbers are given as their digits. With `bingkai` blank cells are written too, so that they have their borders.
        Raises `EktpError` when a sheet cannot hold so many rows.
        """
        if len(isi) >= BARIS_TERBANYAK:
            raise EktpError(f"lembar {self.name}: {len(isi)} baris, satu lembar hanya memuat {BARIS_TERBANYAK - 1}")
        self._check_dimensions(0, 0)
        self._check_dimensions(len(isi), len(kolom) - 1)
        judul = [_parts(i, KolomXml(k.judul, kepala)) for i, k in enumerate(kolom)]
        bagian = [_parts(i, k) for i, k in enumerate(kolom)]
        self._rows_xml = chain(
            _rows(judul, [[k.judul for k in kolom]], 1, bingkai), _rows(bagian, map(baris, isi), 2, bingkai)
        )

    def _write_sheet_data(self) -> None:
        self._xml_start_tag("sheetData")
        try:
            self.fh.writelines(self._rows_xml)
        except BaseException:
            # Windows deletes no open file, and this part is full of NIKs.
            self.fh.close()
            raise
        self._xml_end_tag("sheetData")


_Bagian = tuple[str, str, str, str]


def _rows(bagian: Sequence[_Bagian], isi: Iterable[Sequence[str]], dari: int, bingkai: bool) -> Iterator[str]:
    """The XML of each row, numbered from `dari`; `bagian` as `_parts` gives it, one a column."""
    batas = len(bagian) - 1
    for n, nilai in enumerate(isi, dari):
        gabung = "\0".join(nilai)
        if _KHUSUS.search(gabung) or "_x" in gabung or len(gabung) > TERPANJANG // 2 or gabung.count("\0") != batas:
            nilai = [_escape(v) for v in nilai]
        if bingkai:
            sel = [f"{a}{n}{b}{v}{c}" if v else f"{a}{n}{d}" for (a, b, c, d), v in zip(bagian, nilai, strict=True)]
        else:
            sel = [f"{a}{n}{b}{v}{c}" for (a, b, c, _), v in zip(bagian, nilai, strict=True) if v]
        yield f'<row r="{n}">{"".join(sel)}</row>'


def _parts(i: int, k: KolomXml) -> _Bagian:
    """What stands before the row's number, between it and the value, after the value; and after it in a blank cell."""
    awal, gaya = f'<c r="{xl_col_to_name(i)}', k.bentuk._get_xf_index()
    kosong = f'" s="{gaya}"/>'
    if k.angka:
        return awal, f'" s="{gaya}"><v>', "</v></c>", kosong
    return awal, f'" s="{gaya}" t="inlineStr"><is><t>', "</t></is></c>", kosong


def _escape(nilai: str) -> str:
    # A spreadsheet reads _x0041_ as the letter A: the first underscore of such a text is itself written that way.
    teks = _TERSANDI.sub("_x005F_", cell_text(nilai))
    return teks.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
