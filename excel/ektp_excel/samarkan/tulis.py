"""Writes the sheets of a disguised copy: each cell in its row, under a header in its cell, in its own kind of value."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, time
from typing import BinaryIO

from ektp_core.masukan import LAINNYA
from ektp_excel.buku.laporan import JudulCocok
from ektp_excel.buku.tulisan import cell_text
from ektp_excel.buku.xlsx import Format, Kemasan, Worksheet, open_workbook

Baris = dict[str, object]
_SEL = re.compile(r"([A-Z]+)(\d+)")
_AWAL = date(2006, 12, 29)


def write_copy(
    berkas: BinaryIO,
    salinan: Mapping[str, Sequence[tuple[int, Baris]]],
    judul: Mapping[str, Iterable[JudulCocok]],
    tmpdir: str,
) -> None:
    """Write the sheets as an .xlsx into the file; nothing but their cells, headers in the words of the contract."""
    kemasan = Kemasan()
    buku = open_workbook(kemasan, tmpdir=tmpdir, judul="Salinan tersamar", on=_AWAL)
    tanggal = buku.add_format({"num_format": "dd-mm-yyyy"})
    for nama, rows in salinan.items():
        lembar = buku.add_worksheet(nama)
        tempat, kepala = _places(judul[nama])
        for kolom, i in tempat.items():
            lembar.write_string(kepala, i, kolom)
        lain = max(tempat.values(), default=0) + 1
        for nomor, isi in rows:
            for kolom, nilai in isi.items():
                _write(lembar, nomor - 1, lain if kolom == LAINNYA else tempat.get(kolom, lain), nilai, tanggal)
    buku.close()
    berkas.write(kemasan.getbuffer())


def _places(judul: Iterable[JudulCocok]) -> tuple[dict[str, int], int]:
    """The column of each field, from 0, and the row of the headers; two fields of one column stand side by side at the end."""
    tempat: dict[str, int] = {}
    berdua: list[str] = []
    kepala = 0
    for satu in judul:
        sel = _SEL.fullmatch(satu.sel)
        assert sel is not None, satu.sel
        kolom, kepala = _column(sel[1]), int(sel[2]) - 1
        if kolom in tempat.values():
            berdua.append(satu.kolom)
        else:
            tempat[satu.kolom] = kolom
    mulai = max(tempat.values(), default=-1) + 1
    return tempat | {nama: mulai + i for i, nama in enumerate(berdua)}, kepala


def _column(huruf: str) -> int:
    nomor = 0
    for h in huruf:
        nomor = nomor * 26 + ord(h) - 64
    return nomor - 1


def _write(lembar: Worksheet, baris: int, kolom: int, nilai: object, tanggal: Format) -> None:
    match nilai:
        case None | "":
            return
        case bool():
            lembar.write_boolean(baris, kolom, nilai)
        case int() | float():
            lembar.write_number(baris, kolom, nilai)
        case date():
            lembar.write_datetime(baris, kolom, nilai, tanggal)
        case time():
            lembar.write_datetime(baris, kolom, nilai, tanggal)
        case _:
            lembar.write_string(baris, kolom, cell_text(str(nilai)))
