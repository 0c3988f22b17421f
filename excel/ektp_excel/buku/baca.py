"""Workbook in: every sheet of the contract as records, what could not be used, and what was matched.

`read_buku` opens the file, finds the sheets, and hands each sheet's rows to the core's reader for it. Nothing is decided
here; a sheet's cells are dropped as soon as its records are made.
"""

import os
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from attrs import frozen

from ektp_core.alamat import Lingkungan
from ektp_core.galat import EktpError, Galat
from ektp_core.masukan import read_meninggal, read_penduduk, read_perekaman, read_pindah, read_undangan, read_wilayah
from ektp_core.mutasi import Mutasi
from ektp_core.penduduk import Penduduk
from ektp_core.perekaman import Perekaman
from ektp_core.undangan import Undangan
from ektp_excel import __version__
from ektp_excel.buku.baca_berkas import AKHIRAN, BukuKerja, Sumber
from ektp_excel.buku.baca_csv import MapCsv
from ektp_excel.buku.baca_lembar import Terbaca, open_sheet
from ektp_excel.buku.baca_pesan import messages
from ektp_excel.buku.baca_sambil import read_ahead
from ektp_excel.buku.laporan import LaporanBaca
from ektp_excel.kolom import LEMBAR, match_sheets


@frozen
class IsiBuku:
    """A workbook as records; `dibaca` counts the rows of each sheet that were not blank, used or not."""

    penduduk: list[Penduduk]
    undangan: list[Undangan]
    perekaman: list[Perekaman]
    mutasi: list[Mutasi]
    wilayah: list[Lingkungan] | None
    galat: list[Galat]
    dibaca: dict[str, int]
    laporan: LaporanBaca


def read_buku(
    path: str | os.PathLike[str], *, on: date | None, progress: Callable[[str], object] | None = None
) -> IsiBuku:
    """Read a workbook (.xlsx .xlsm .xls .xlsb .ods) or a folder of .csv.

    `on` is the reference date; without it two-digit years cannot be read. `progress` is told each sheet before it is
    read. Raises `EktpError`, one line, when the file, a required sheet or a required column cannot be used.
    """
    sumber = open_sumber(Path(path))
    posisi = match_sheets(sumber.lembar)
    sumber.prepare(tuple(posisi.values()))
    rekaman: dict[str, list[Any]] = {}
    galat: list[Galat] = []
    semua: list[Terbaca] = []
    pembaca = _readers(on, sumber.sistem_1904)
    for nama, isi in read_ahead(sumber, posisi):
        if progress:
            progress(nama)
        terbaca = open_sheet(isi, LEMBAR[nama], sumber.lembar[posisi[nama]])
        del isi
        rekaman[nama], ditolak = pembaca[nama](terbaca.rows, baris=terbaca.nomor)
        galat += ditolak
        semua.append(terbaca)
    return IsiBuku(
        rekaman["PENDUDUK"],
        rekaman["UNDANGAN"],
        rekaman["PEREKAMAN"],
        rekaman["PINDAH"] + rekaman["MENINGGAL"],
        rekaman.get("WILAYAH"),
        galat,
        {t.lembar.nama: t.hitung.jumlah for t in semua},
        _report(sumber, posisi, semua, rekaman),
    )


def open_sumber(path: Path) -> Sumber:
    """The workbook or folder at the path. Raises `EktpError` when there is none that can be read."""
    if path.is_dir():
        return MapCsv(path)
    if not path.exists():
        raise EktpError(f"{path.name} tidak ada di {path.absolute().parent}")
    akhiran = path.suffix.lower()
    if akhiran == ".csv":
        raise EktpError(
            f"{path.name}: satu .csv hanya satu lembar; berikan map yang memuat PENDUDUK.csv, UNDANGAN.csv, …"
        )
    if akhiran not in AKHIRAN:
        raise EktpError(f"{path.name}: hanya {' '.join(AKHIRAN)} dan map berisi .csv yang dapat dibaca")
    if not path.is_file():
        raise EktpError(f"{path.name} bukan berkas biasa")
    return BukuKerja(path)


def _readers(on: date | None, sistem_1904: bool) -> Mapping[str, Callable[..., tuple[list[Any], list[Galat]]]]:
    bertanggal: Mapping[str, Callable[..., tuple[list[Any], list[Galat]]]] = {
        "PENDUDUK": read_penduduk,
        "UNDANGAN": read_undangan,
        "PEREKAMAN": read_perekaman,
        "PINDAH": read_pindah,
        "MENINGGAL": read_meninggal,
    }
    return {
        **{nama: partial(pembaca, on=on, sistem_1904=sistem_1904) for nama, pembaca in bertanggal.items()},
        "WILAYAH": read_wilayah,
    }


def _report(
    sumber: Sumber, posisi: Mapping[str, int], semua: Iterable[Terbaca], rekaman: Mapping[str, list[Any]]
) -> LaporanBaca:
    semua = list(semua)
    tanpa = [f"Tidak ada lembar {x.nama}: {x.tanpa}." for x in LEMBAR.values() if x.nama not in posisi]
    return LaporanBaca(
        sumber.nama,
        sumber.sha256,
        __version__,
        tuple(judul for t in semua for judul in t.cocok),
        (*tanpa, *(kalimat for t in semua for kalimat in t.tidak_ada)),
        tuple(messages(sumber, frozenset(posisi.values()), semua, rekaman)),
    )
