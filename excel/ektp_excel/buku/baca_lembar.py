"""One sheet's cells -> mappings with canonical columns, with the row numbers that Excel shows, and what was matched.

Rows stream through once; a row is counted here by itself, so that "rows read = used + refused" compares two counts.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from itertools import chain, islice, tee
from operator import itemgetter

from attrs import define, field

from ektp_core.masukan import LAINNYA, is_blank_row
from ektp_excel.buku.baca_berkas import IsiLembar
from ektp_excel.buku.baca_pilih import choose_columns, doubled, spread_merged
from ektp_excel.buku.baca_xlsx import column_letters
from ektp_excel.buku.laporan import JudulCocok
from ektp_excel.kolom import (
    BARIS_JUDUL,
    GABUNGAN,
    RT_RW,
    RW_RT,
    TEMPAT_TGL_LAHIR,
    Judul,
    Lembar,
    find_header,
    is_numbering_row,
    show_written,
)
from ektp_excel.sel import is_damaged_nik, split_rt_rw, take_birth_date

_CONTOH = 200
"""So many rows below the header tell whether a column is blank."""

_NOMOR = re.compile(r"(R[TW])?[\s.:]*(\d{1,3}(\.0)?|[IVXL]+)", re.IGNORECASE)
"""What an RT or RW holds, so that a remark or a total below the table is given no desa."""

_JUMLAH = re.compile(r"\b(JUMLAH|TOTAL|JML)\b", re.IGNORECASE)

Baris = dict[str, object]
_Bernomor = tuple[int, Baris]
_TERCATAT = ("NIK", "TGL_LAHIR", "TGL_KAWIN", "ITAP_SAMPAI", "TGL_JADWAL", "TGL_REKAM", "TGL_PINDAH", "TGL_MENINGGAL")
"""In these columns an error cell is handed over as written, for a reader to refuse; in others it counts as blank."""


@define
class Terbaca:
    """What reading a sheet has shown; the counts are complete when its rows have been taken."""

    lembar: Lembar
    tertulis: str
    cocok: tuple[JudulCocok, ...] = ()
    tidak_ada: tuple[str, ...] = ()
    ganda: tuple[str, ...] = ()
    jumlah: int = 0
    nik_rusak: int = 0
    sel_galat: int = 0
    rt_rw_tanggal: int = 0
    diisi_dari_atas: int = 0
    rows: Iterator[Baris] = field(default=iter(()), repr=False)
    nomor: Iterator[int] = field(default=iter(()), repr=False)


def open_sheet(isi: IsiLembar, lembar: Lembar, tertulis: str) -> Terbaca:
    """Find the header and prepare the rows: `rows` and `nomor` run side by side.

    Raises `EktpError` when the header or a required column is missing.
    """
    baris = isi.baris
    kepala: list[Sequence[object]] = list(islice(baris, BARIS_JUDUL + _CONTOH))
    if lembar.tanpa and not any(v not in (None, "") for row in kepala for v in row):
        # The unfilled tab of a template: as good as no sheet.
        return Terbaca(lembar, tertulis)
    tempat = (
        f"lembar {lembar.nama}" if tertulis == lembar.nama else f"lembar {lembar.nama} ('{show_written(tertulis)}')"
    )
    judul = find_header(kepala, lembar, tempat)
    awal = judul.akhir + 1
    if awal < len(kepala) and is_numbering_row(kepala[awal]):
        awal += 1
    judul = spread_merged(judul, kepala, kepala[awal:])
    kolom = choose_columns(judul, kepala[awal:], lembar, tempat, isi.kolom_awal)
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
    pasangan = _name_cells(sel, kolom, lembar.kolom[0].nama, hasil)
    if any(nama in GABUNGAN for nama in kolom):
        pasangan = _take_apart(pasangan, hasil)
    if lembar.nama == "WILAYAH":
        pasangan = _fill_down(pasangan, hasil)
    a, b = tee(pasangan)
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
    dibaca = {kolom[nama] for nama in _TERCATAT if nama in kolom}
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


def _name_cells(
    sel: Iterable[tuple[int, Sequence[object]]], kolom: Mapping[str, int], kunci: str, hasil: Terbaca
) -> Iterator[_Bernomor]:
    """The rows that are not wholly blank, by field. `kunci` is the column that most rows fill: NIK, or DESA in WILAYAH."""
    nama = tuple(kolom)
    ambil = itemgetter(*kolom.values())
    lebar = max(kolom.values()) + 1
    dipakai = frozenset(kolom.values())
    for nomor, row in sel:
        if len(row) < lebar:
            row = [*row, *[""] * (lebar - len(row))]
        isi: Baris = dict(zip(nama, ambil(row), strict=True))
        utama = isi[kunci]
        # The common row, at the least cost: its key is plain text, so it is no blank row.
        if not (isinstance(utama, str) and utama.isalnum()):
            lain = " ".join(str(v) for i, v in enumerate(row) if i not in dipakai and v not in (None, ""))
            if lain:
                isi[LAINNYA] = lain
            if is_blank_row(isi):
                continue
            hasil.nik_rusak += kunci == "NIK" and is_damaged_nik(utama)
        hasil.jumlah += 1
        yield nomor, isi


def _take_apart(pasangan: Iterable[_Bernomor], hasil: Terbaca) -> Iterator[_Bernomor]:
    """Fill the fields that stand together in one column; a column of its own goes before."""
    for nomor, isi in pasangan:
        for nama in (RT_RW, RW_RT):
            if nama in isi:
                nilai = isi.pop(nama)
                hasil.rt_rw_tanggal += isinstance(nilai, date)
                rt, rw = split_rt_rw(nilai, rw_dahulu=nama == RW_RT)
                isi.setdefault("RT", rt)
                isi.setdefault("RW", rw)
        if TEMPAT_TGL_LAHIR in isi:
            isi.setdefault("TGL_LAHIR", take_birth_date(isi.pop(TEMPAT_TGL_LAHIR)))
        yield nomor, isi


def _fill_down(pasangan: Iterable[_Bernomor], hasil: Terbaca) -> Iterator[_Bernomor]:
    """Give a row of `WILAYAH` the desa above it, and within one desa the RW: a merged cell is filled in its first row.

    Only here: a list of places is written like that, and on a person's row a blank desa means that it is not known.
    """
    desa: object = None
    rw: object = None
    for nomor, isi in pasangan:
        kosong = _is_blank(isi.get("DESA"))
        bernomor = _is_numbered(isi)
        diisi = kosong and bernomor and not _is_blank(desa)
        if diisi:
            isi["DESA"] = desa
        elif isi.get("DESA") != desa:
            desa, rw = isi.get("DESA"), None
        if not _is_blank(isi.get("RW")):
            rw = isi.get("RW")
        elif bernomor and not _is_blank(rw):
            isi["RW"] = rw
            diisi = True
        hasil.diisi_dari_atas += diisi
        yield nomor, isi


def _is_numbered(isi: Baris) -> bool:
    ada = [str(v).strip() for v in (isi.get("RT"), isi.get("RW")) if not _is_blank(v)]
    return bool(ada) and all(map(_NOMOR.fullmatch, ada)) and not _JUMLAH.search(str(isi.get(LAINNYA, "")))


def _is_blank(nilai: object) -> bool:
    return nilai is None or (isinstance(nilai, str) and not nilai.strip())
