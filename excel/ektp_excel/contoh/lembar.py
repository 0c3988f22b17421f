"""Writes the example's workbook: XlsxWriter makes the file, the sheets' many cells are put in by whole rows.

XlsxWriter takes about 5 microseconds a cell, which for 1,4 million cells is more than the whole command may take; so
one step of it, the data of a sheet, is replaced here by rows of text. A cell is text, number or date, never a formula.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from pathlib import Path
from xml.sax.saxutils import escape

import xlsxwriter
from attrs import frozen
from xlsxwriter.worksheet import Worksheet

from ektp_excel.contoh.orang import Sel

_HARI_NOL = date(1899, 12, 30).toordinal()
_DIBUAT = datetime(2012, 8, 31, 14, 0, 0)


@frozen
class Lembar:
    """One sheet: title rows above the header, the header, the rows, and the widths of the columns."""

    nama: str
    judul: tuple[str, ...]
    kepala: tuple[str, ...]
    baris: Sequence[Sequence[Sel]]
    lebar: tuple[int, ...]


class _LembarCepat(Worksheet):  # type: ignore[misc]
    """A worksheet whose data are made all at once."""

    ektp_isi: Iterable[str] = ()

    def _write_sheet_data(self) -> None:
        self.fh.write("<sheetData>")
        self.fh.writelines(self.ektp_isi)
        self.fh.write("</sheetData>")


def write_buku(path: Path, lembar: Sequence[Lembar]) -> None:
    """Write the sheets; equal sheets give equal bytes."""
    with xlsxwriter.Workbook(path, {"in_memory": False}) as buku:
        buku.set_properties({"title": "Contoh rekayasa: undangan e-KTP Kecamatan Jaten", "created": _DIBUAT,
                             "comments": "Semua orang dalam buku ini rekaan."})  # fmt: skip
        tanggal = buku.add_format({"num_format": "dd-mm-yyyy"})
        tebal = buku.add_format({"bold": True, "bottom": 1})
        for isi in lembar:
            ws = buku.add_worksheet(isi.nama, worksheet_class=_LembarCepat)
            assert isinstance(ws, _LembarCepat)
            for kolom, lebar in enumerate(isi.lebar):
                ws.set_column(kolom, kolom, lebar)
            ws.freeze_panes(len(isi.judul) + 1, 0)
            ws.dim_rowmin, ws.dim_colmin = 0, 0
            ws.dim_rowmax, ws.dim_colmax = len(isi.judul) + len(isi.baris), len(isi.kepala) - 1
            ws.ektp_isi = _rows(isi, tanggal._get_xf_index(), tebal._get_xf_index())


def _rows(isi: Lembar, tanggal: int, tebal: int) -> Iterable[str]:
    huruf = [chr(ord("A") + i) for i in range(len(isi.kepala))]
    nomor = 0
    for judul in isi.judul:
        nomor += 1
        if judul:
            yield _bold_row(nomor, tebal, (judul,))
    nomor += 1
    yield _bold_row(nomor, tebal, isi.kepala)
    for baris in isi.baris:
        nomor += 1
        bagian = [f'<row r="{nomor}">']
        for h, nilai in zip(huruf, baris, strict=False):
            if nilai is None:
                continue
            if type(nilai) is str:
                bagian.append(f'<c r="{h}{nomor}" t="inlineStr"><is><t{_space(nilai)}>{escape(nilai)}</t></is></c>')
            elif isinstance(nilai, datetime):
                hari = nilai.toordinal() - _HARI_NOL + (nilai.hour * 60 + nilai.minute) / 1440
                bagian.append(f'<c r="{h}{nomor}" s="{tanggal}"><v>{hari!r}</v></c>')
            elif isinstance(nilai, date):
                bagian.append(f'<c r="{h}{nomor}" s="{tanggal}"><v>{nilai.toordinal() - _HARI_NOL}</v></c>')
            else:
                bagian.append(f'<c r="{h}{nomor}"><v>{nilai}</v></c>')
        bagian.append("</row>")
        yield "".join(bagian)


def _bold_row(nomor: int, gaya: int, teks: Sequence[str]) -> str:
    pola = '<c r="{}{}" s="{}" t="inlineStr"><is><t>{}</t></is></c>'
    sel = [pola.format(chr(65 + kolom), nomor, gaya, escape(t)) for kolom, t in enumerate(teks)]
    return f'<row r="{nomor}">{"".join(sel)}</row>'


def _space(teks: str) -> str:
    """Keep blanks at the ends and in the middle as they are written."""
    return ' xml:space="preserve"' if teks != " ".join(teks.split()) else ""
