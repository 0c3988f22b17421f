"""Writes the example's workbook: rows in which a column may hold text, a number or a date, as in real lists.

`ektp_excel.buku.xlsx` opens the file and takes rows made of text; here they are made, cell by cell of its own kind.
"""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from os import PathLike
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape

from attrs import frozen

from ektp_excel.buku.utuh import write_whole
from ektp_excel.buku.xlsx import Kemasan, LembarPanjang, open_workbook
from ektp_excel.contoh.orang import Sel

_JUDUL = "Contoh: undangan e-KTP Kecamatan Jaten (semua orang di dalamnya rekaan)"
_HARI_NOL = date(1899, 12, 30).toordinal()
_DIBUAT = date(2012, 8, 31)


@frozen
class Lembar:
    """One sheet: title rows above the header, the header, the rows, and the widths of the columns."""

    nama: str
    judul: tuple[str, ...]
    kepala: tuple[str, ...]
    baris: Sequence[Sequence[Sel]]
    lebar: tuple[int, ...]


class _LembarCampur(LembarPanjang):
    """A sheet whose columns hold cells of several kinds."""

    def put(self, isi: Iterable[str], baris: int, kolom: int) -> None:
        """Take rows of XML, which reach so far down and to the right."""
        self._check_dimensions(0, 0)
        self._check_dimensions(baris - 1, kolom - 1)
        self._rows_xml = isi


def write_buku(path: str | PathLike[str], lembar: Sequence[Lembar]) -> None:
    """Write the sheets, whole or not at all; equal sheets give equal bytes."""
    with write_whole(path) as berkas, TemporaryDirectory(prefix="ektp-") as tmpdir:
        kemasan = Kemasan()
        buku = open_workbook(kemasan, tmpdir=tmpdir, judul=_JUDUL, on=_DIBUAT)
        tanggal = buku.add_format({"num_format": "dd-mm-yyyy"})._get_xf_index()
        tebal = buku.add_format({"bold": True, "bottom": 1})._get_xf_index()
        for isi in lembar:
            ws = buku.add_worksheet(isi.nama, worksheet_class=_LembarCampur)
            for kolom, lebar in enumerate(isi.lebar):
                ws.set_column(kolom, kolom, lebar)
            atas = len(isi.judul) + 1
            ws.freeze_panes(atas, 0)
            ws.set_paper(9)
            ws.set_landscape()
            ws.fit_to_pages(1, 0)
            ws.put(_rows(isi, tanggal, tebal), atas + len(isi.baris), len(isi.kepala))
        buku.close()
        berkas.write(kemasan.getbuffer())


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
