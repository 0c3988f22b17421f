"""A table with its header row -> mappings with canonical columns, as the readers of `ektp_core.masukan` take them.

Columns are found as in a workbook's sheets. Rows are numbered from the first row of the range, which is what the
spreadsheet shows when the range begins in row 1.
"""

from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter

from attrs import frozen

from ektp_core.galat import EktpError
from ektp_core.masukan import LAINNYA, is_blank_row
from ektp_excel.fungsi.bentuk import Rentang
from ektp_excel.fungsi.nilai import is_error_cell, is_galat
from ektp_excel.kolom import BARIS_JUDUL, LEMBAR, RT_RW, RW_RT, TEMPAT_TGL_LAHIR, find_header, is_numbering_row
from ektp_excel.sel import split_rt_rw, take_birth_date

_CONTOH = 200
"""So many rows below the header tell whether a column is blank."""


@frozen
class Tabel:
    """The rows of a table that are not wholly blank, by canonical column, and their numbers in the range."""

    nama: str
    isi: tuple[Mapping[str, object], ...]
    baris: tuple[int, ...]

    def refuse_galat(self) -> None:
        """Refuse a table in which a function has answered GALAT: a figure made from it would hide that row."""
        for nomor, isi in zip(self.baris, self.isi, strict=True):
            for kolom, nilai in isi.items():
                if is_galat(nilai):
                    raise EktpError(f"{self.nama} baris {nomor} kolom {kolom} berisi GALAT, perbaiki dulu")


def read_table(rentang: Rentang | None, nama: str) -> Tabel | None:
    """The table of one argument; None when it is omitted or wholly blank. Raises `EktpError` without a usable header."""
    rows = _used_rows(rentang or ())
    if not rows:
        return None
    judul = find_header(rows[: BARIS_JUDUL + 1], LEMBAR[nama], nama)
    awal = judul.akhir + 1
    if awal < len(rows) and is_numbering_row(rows[awal]):
        awal += 1
    kolom = _choose(judul.calon, rows[awal : awal + _CONTOH])
    pasangan = list(_name_cells(rows, awal, kolom))
    return Tabel(nama, tuple(isi for _, isi in pasangan), tuple(nomor for nomor, _ in pasangan))


def _used_rows(rows: Rentang) -> Rentang:
    n = len(rows)
    while n and not any(rows[n - 1]) and all(v is None or v == "" for v in rows[n - 1]):
        n -= 1
    return rows[:n]


def _choose(calon: Mapping[str, tuple[int, ...]], contoh: Rentang) -> dict[str, int]:
    """Field -> column. Of several columns for one field the best that is not wholly blank in the first rows."""
    hasil = {}
    for nama, semua in calon.items():
        berisi = (i for i in semua if any(row[i] not in (None, "") for row in contoh))
        hasil[nama] = semua[0] if len(semua) == 1 else next(berisi, semua[0])
    return hasil


def _name_cells(rows: Rentang, awal: int, kolom: Mapping[str, int]) -> Iterator[tuple[int, dict[str, object]]]:
    nama, di = tuple(kolom), tuple(kolom.values())
    ambil = itemgetter(*di) if len(di) > 1 else lambda row: (row[di[0]],)
    lain = [i for i in range(len(rows[0])) if i not in di]
    gabungan = [g for g in (RT_RW, RW_RT, TEMPAT_TGL_LAHIR) if g in kolom]
    for nomor, row in enumerate(rows[awal:], awal + 1):
        isi = dict(zip(nama, ambil(row), strict=True))
        if not isi.get("NIK"):
            if sisa := " ".join(str(row[i]) for i in lain if row[i] not in (None, "")):
                isi[LAINNYA] = sisa
            if is_blank_row(isi):
                continue
        for satu, nilai in isi.items():
            # An error cell is refused by whoever reads a NIK or a date; elsewhere it says nothing.
            if isinstance(nilai, str) and nilai[:1] == "#" and is_error_cell(nilai) and not _is_read(satu):
                isi[satu] = None
        if gabungan:
            _take_apart(isi, gabungan)
        yield nomor, isi


def _is_read(kolom: str) -> bool:
    return kolom == "NIK" or kolom.startswith("TGL_") or kolom == "ITAP_SAMPAI"


def _take_apart(isi: dict[str, object], gabungan: Sequence[str]) -> None:
    """Fill the fields that stand together in one column; a column of its own goes before."""
    for satu in gabungan:
        nilai = isi.pop(satu)
        if satu == TEMPAT_TGL_LAHIR:
            isi.setdefault("TGL_LAHIR", take_birth_date(nilai))
        else:
            rt, rw = split_rt_rw(nilai, rw_dahulu=satu == RW_RT)
            isi.setdefault("RT", rt)
            isi.setdefault("RW", rw)
