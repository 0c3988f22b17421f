"""Invariants of what reads a sheet: where its header stands, which sheet it is, and that every row is accounted for."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import partial
from typing import Any

from attrs import evolve
from bench.fuzz.sifat import PER, attempt, check_hidden, check_message, hold, to_cell, to_text

from ektp_core.galat import EktpError, Galat
from ektp_core.masukan import (
    read_meninggal,
    read_penduduk,
    read_perekaman,
    read_pindah,
    read_undangan,
    read_wilayah,
)
from ektp_core.tulisan import strip_invisible
from ektp_excel.buku.baca_berkas import IsiLembar
from ektp_excel.buku.baca_lembar import open_sheet
from ektp_excel.kolom import BARIS_JUDUL, KEMBALI, LEMBAR, Judul, Lembar, find_header, is_numbering_row, match_sheets

Rows = list[list[object]]
Pembaca = Callable[..., tuple[list[Any], list[Galat]]]
PEMBACA: dict[str, Pembaca] = {
    "PENDUDUK": partial(read_penduduk, on=PER),
    "UNDANGAN": partial(read_undangan, on=PER),
    "PEREKAMAN": partial(read_perekaman, on=PER),
    "PINDAH": partial(read_pindah, on=PER),
    "MENINGGAL": partial(read_meninggal, on=PER),
    "WILAYAH": read_wilayah,
}
_SEMUA = (*LEMBAR.values(), KEMBALI)
_BARIS, _KOLOM = 40, 30


def check_judul(data: bytes) -> None:
    """Headers and names of sheets: lines are rows, tabs stand between cells."""
    rows: Rows = [list(line.split("\t")[:_KOLOM]) for line in to_text(data).split("\n")[: BARIS_JUDUL - 1]]
    for lembar in _SEMUA:
        judul, _ = attempt(EktpError, partial(find_header, rows, lembar, f"lembar {lembar.nama}"))
        if judul is not None:
            _check_found(judul, rows, lembar)
    _check_sheets([str(sel) for sel in rows[0]])


def _check_found(judul: Judul, rows: Rows, lembar: Lembar) -> None:
    hold(
        0 <= judul.awal <= judul.akhir <= judul.awal + 1 < BARIS_JUDUL + 1,
        "judul satu atau dua baris di dua puluh pertama",
    )
    hold(all(k.nama in judul.bidang for k in lembar.kolom if k.wajib), "kolom wajib ada semua")
    kolom = [i for calon in judul.calon.values() for i in calon]
    hold(len(kolom) == len(set(kolom)), "satu kolom untuk satu bidang")
    hold(all(i < max(map(len, rows)) for i in kolom), "kolom ada di lembarnya")
    for nama, calon in judul.calon.items():
        for i in calon:
            cocok = lembar.find(judul.teks[i])
            hold(cocok is not None and cocok[1] == nama, "judul yang dilaporkan adalah ejaan bidangnya")
    for sel_kosong in ("", None):
        turun = find_header([[sel_kosong], *rows], lembar, "x")
        hold(
            turun == evolve(judul, awal=judul.awal + 1, akhir=judul.akhir + 1),
            "baris kosong di atas hanya menggeser judul",
        )
        kanan = find_header([[*row, sel_kosong] for row in rows], lembar, "x")
        hold(kanan == judul, "kolom kosong di kanan tidak mengubah apa pun")
    geser = find_header([["", *row] for row in rows], lembar, "x")
    tergeser = {nama: tuple(i + 1 for i in calon) for nama, calon in judul.calon.items()}
    hold(geser.calon == tergeser, "kolom kosong di kiri hanya menggeser kolom")


def _check_sheets(nama: Sequence[str]) -> None:
    posisi, _ = attempt(EktpError, partial(match_sheets, nama))
    if posisi is None:
        return
    hold(all(0 <= i < len(nama) for i in posisi.values()), "lembar yang cocok ada di buku")
    hold(all(lembar.tanpa or lembar.nama in posisi for lembar in LEMBAR.values()), "lembar wajib ada semua")
    for baku, i in posisi.items():
        hold(nama.count(baku) != 1 or nama[i] == baku, "nama baku menang")
    hold(match_sheets(["Grafik", *nama]) == {k: i + 1 for k, i in posisi.items()}, "lembar lain tidak mengganggu")


def check_lembar(data: bytes) -> None:
    """A sheet's rows: the first byte chooses the sheet and whether it has the header of the contract or its own."""
    pilih = data[0] if data else 0
    lembar = tuple(LEMBAR.values())[pilih % len(LEMBAR)]
    rows: Rows = [[to_cell(sel) for sel in line.split(b"\t")[:_KOLOM]] for line in data[1:].split(b"\n")[:_BARIS]]
    if pilih < 128:
        rows.insert(0, [k.nama for k in lembar.kolom])
    judul, _ = attempt(EktpError, partial(find_header, rows, lembar, "x"))
    hasil, _ = attempt(EktpError, partial(_read, rows, lembar))
    if hasil is None or judul is None:
        hold(hasil is None or not any(map(_is_filled, rows)), "tanpa judul tidak ada yang dibaca")
        return
    rekaman, galat, nomor = hasil
    check_accounted(rekaman, galat, len(nomor))
    hold(nomor == sorted(set(nomor)), "setiap baris sekali, berurutan")
    awal = judul.akhir + 1
    awal += awal < len(rows) and is_numbering_row(rows[awal])
    hold(nomor == [i for i, row in enumerate(rows, 1) if i > awal and _is_filled(row)], "setiap baris berisi dibaca")
    if lembar.nama != "WILAYAH" and len(rows) > awal and not is_numbering_row(rows[-1]):
        balik = _read([*rows[:awal], *reversed(rows[awal:])], lembar)
        hold(_bag(balik[0]) == _bag(rekaman), "urutan baris tidak mengubah isinya")
        hold(len(balik[1]) == len(galat), "urutan baris tidak mengubah banyaknya galat")


def _read(rows: Rows, lembar: Lembar) -> tuple[list[Any], list[Galat], list[int]]:
    terbaca = open_sheet(IsiLembar(iter(rows)), lembar, lembar.nama)
    nomor = list(terbaca.nomor)
    rekaman, galat = PEMBACA[lembar.nama](terbaca.rows, baris=nomor)
    hold(terbaca.hitung.jumlah == len(nomor), "baris yang dihitung adalah baris yang diberi nomor")
    hold(all(j.kolom in {k.nama for k in lembar.kolom} for j in terbaca.cocok), "yang dilaporkan cocok ada di kontrak")
    for kalimat in (*terbaca.tidak_ada, *terbaca.ganda):
        check_message(kalimat)
    return rekaman, galat, nomor


def check_accounted(rekaman: Sequence[object], galat: Sequence[Galat], dibaca: int) -> None:
    """Rows read are rows used and rows refused; what is shown of a refused row hides its NIK."""
    hold(len(rekaman) + len(galat) == dibaca, "dibaca = dipakai + galat")
    for satu in galat:
        check_hidden(satu.nilai)
        check_message(satu.harusnya)
        hold(len(str(satu).splitlines()) == 1, "galat adalah satu baris")


def _bag(rekaman: Sequence[Any]) -> Counter[str]:
    return Counter(repr(evolve(satu, baris=0)) for satu in rekaman)


def _is_filled(row: Sequence[object]) -> bool:
    return any(sel == sel and re.search(r"\S", strip_invisible("" if sel is None else str(sel))) for sel in row)
