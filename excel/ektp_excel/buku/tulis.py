"""Writes the result workbook: all its sheets in the order of the contract, whole or not at all.

What stands on a sheet is in the module of that sheet.
"""

import os
from collections.abc import Callable
from datetime import date

from xlsxwriter.exceptions import FileCreateError, FileSizeError

from ektp_core.galat import EktpError
from ektp_core.proyeksi import LajuKeTarget
from ektp_core.rekonsiliasi.hasil import Hasil
from ektp_excel.buku.gaya import Gaya
from ektp_excel.buku.laporan import LaporanBaca
from ektp_excel.buku.lembar_kerja import (
    add_dugaan_dobel,
    add_galat,
    add_kembalian,
    add_keputusan,
    add_luar_dasar,
    add_perlu_dilihat,
    add_tercecer,
)
from ektp_excel.buku.pengembalian import add_pengembalian
from ektp_excel.buku.penyisiran import add_penyisiran
from ektp_excel.buku.rekap_desa import add_rekap_desa
from ektp_excel.buku.ringkasan import add_ringkasan
from ektp_excel.buku.sementara import scratch_folder
from ektp_excel.buku.tulisan import show_date
from ektp_excel.buku.utuh import write_whole
from ektp_excel.buku.xlsx import Kemasan, Workbook, open_workbook

# RINGKASAN stands before these.
_LEMBAR: tuple[Callable[[Workbook, Gaya, Hasil], None], ...] = (
    add_keputusan,
    add_dugaan_dobel,
    add_perlu_dilihat,
    add_pengembalian,
    add_rekap_desa,
    add_penyisiran,
    add_tercecer,
    add_luar_dasar,
    add_galat,
)


def write_hasil(
    path: str | os.PathLike[str], hasil: Hasil, laporan: LaporanBaca, laju: LajuKeTarget | None = None
) -> None:
    """Write the result workbook to `path`; the same result gives the same bytes.

    `laju` is what is left to do until a target, where one was given.
    A file of that name is replaced. Raises `EktpError` when it cannot be written; then nothing is left behind.
    """

    def fill(buku: Workbook, gaya: Gaya) -> None:
        add_ringkasan(buku, gaya, hasil, laporan, laju)
        for add in _LEMBAR:
            add(buku, gaya, hasil)
        if hasil.kembalian:
            add_kembalian(buku, gaya, hasil)

    write_workbook(path, f"Rekonsiliasi undangan e-KTP per {show_date(hasil.on)}", hasil.on, fill)


def write_workbook(
    path: str | os.PathLike[str], judul: str, on: date, fill: Callable[[Workbook, Gaya], object]
) -> None:
    """Write a workbook that `fill` fills, whole or not at all; the same content gives the same bytes."""
    with write_whole(path) as berkas, scratch_folder() as tmpdir:
        kemasan = Kemasan()
        buku = open_workbook(kemasan, tmpdir=tmpdir, judul=judul, on=on)
        fill(buku, Gaya.of(buku))
        _close(buku)
        berkas.write(kemasan.getbuffer())


def _close(buku: Workbook) -> None:
    try:
        buku.close()
    except FileCreateError as e:
        # XlsxWriter wraps what the system said.
        raise e.args[0] if isinstance(e.args[0], OSError) else e from None
    except FileSizeError as e:
        raise EktpError("hasil terlalu besar untuk satu buku kerja") from e
