"""One sheet's cells -> mappings with canonical columns, with the row numbers that Excel shows, and what was matched.

Rows stream through once; a row is counted here by itself, so that "rows read = used + refused" compares two counts.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, islice, tee
from operator import itemgetter

from attrs import define, field

from ektp_excel.buku.baca_berkas import IsiLembar
from ektp_excel.buku.laporan import JudulCocok
from ektp_excel.kolom import BARIS_JUDUL, GABUNGAN, Judul, Lembar, show_written
from ektp_excel.sel import column_letters
from ektp_excel.tabel import CONTOH, TERCATAT, Baris, Hitungan, doubled, match_columns, name_rows


@define
class Terbaca:
    """What reading a sheet has shown; the counts are complete when its rows have been taken."""

    lembar: Lembar
    tertulis: str
    cocok: tuple[JudulCocok, ...] = ()
    tidak_ada: tuple[str, ...] = ()
    ganda: tuple[str, ...] = ()
    hitung: Hitungan = field(factory=Hitungan)
    sel_galat: int = 0
    rows: Iterator[Baris] = field(default=iter(()), repr=False)
    nomor: Iterator[int] = field(default=iter(()), repr=False)


def open_sheet(isi: IsiLembar, lembar: Lembar, tertulis: str) -> Terbaca:
    """Find the header and prepare the rows: `rows` and `nomor` run side by side.

    Raises `EktpError` when the header or a required column is missing.
    """
    baris = isi.baris
    kepala: list[Sequence[object]] = list(islice(baris, BARIS_JUDUL + CONTOH))
    if lembar.tanpa and not any(v not in (None, "") for row in kepala for v in row):
        # The unfilled tab of a template: as good as no sheet.
        return Terbaca(lembar, tertulis)
    tempat = (
        f"lembar {lembar.nama}" if tertulis == lembar.nama else f"lembar {lembar.nama} ('{show_written(tertulis)}')"
    )
    judul, kolom, awal = match_columns(kepala, lembar, tempat, isi.kolom_awal)
    hasil = Terbaca(lembar, tertulis, tuple(_matched(kolom, judul, isi.kolom_awal, lembar.nama, tertulis)))
    hasil.tidak_ada = tuple(
        f"{lembar.nama} tanpa kolom {k.nama}: {k.tanpa}."
        for k in lembar.kolom
        if k.tanpa and k.nama not in judul.bidang
    )
    hasil.ganda = tuple(doubled(kolom, judul, isi.kolom_awal))
    sel: Iterator[tuple[int, Sequence[object]]] = enumerate(chain(kepala[awal:], baris), awal + 1)
    if isi.galat:
        sel = _put_errors(sel, isi, kolom, hasil)
    a, b = tee(name_rows(sel, kolom, lembar, hasil.hitung))
    hasil.nomor, hasil.rows = map(itemgetter(0), a), map(itemgetter(1), b)
    return hasil


def _matched(kolom: Mapping[str, int], judul: Judul, geser: int, lembar: str, tertulis: str) -> Iterable[JudulCocok]:
    for nama, i in kolom.items():
        sel = f"{column_letters(i + geser)}{judul.akhir + 1}"
        for bagian in GABUNGAN.get(nama, (nama,)):
            if bagian == nama or bagian not in kolom:
                yield JudulCocok(tertulis, lembar, bagian, judul.teks[i], sel)


def _put_errors(
    sel: Iterable[tuple[int, Sequence[object]]], isi: IsiLembar, kolom: Mapping[str, int], hasil: Terbaca
) -> Iterator[tuple[int, Sequence[object]]]:
    """Put back the error cells that calamine gave as blank: where a reader should refuse them, else behind the last column."""
    dibaca = {kolom[nama] for nama in TERCATAT if nama in kolom}
    for nomor, row in sel:
        galat = isi.galat.get(nomor)
        if galat:
            ubah = list(row)
            for di, teks in galat.items():
                hasil.sel_galat += 1
                i = di - isi.kolom_awal
                if i in dibaca and i < len(ubah):
                    ubah[i] = teks
                else:
                    ubah.append(teks)
            row = ubah
        yield nomor, row
