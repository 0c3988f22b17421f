"""The words of a call of `ektp sisir` and of `ektp jadwal`."""

import argparse
from pathlib import Path
from typing import Any

from ektp_excel.perintah.bacaan import read_pagu, read_per


def add_sisir(anak: Any) -> argparse.ArgumentParser:
    """Add `sisir` with the options that are its own."""
    sisir: argparse.ArgumentParser = anak.add_parser(
        "sisir",
        help="tulis lembar sisir per desa, siap dicetak dan ditandai",
        description="Menulis daftar orang yang belum terekam, satu lembar sedesa, untuk ditandai desa lalu dibaca kembali.",
    )
    sisir.add_argument(
        "-o",
        dest="keluaran",
        type=Path,
        required=True,
        metavar="MAP|BERKAS.xlsx",
        help="map: satu buku kerja sedesa; berkas .xlsx: satu buku kerja, satu lembar sedesa",
    )
    return sisir


def add_jadwal(anak: Any) -> argparse.ArgumentParser:
    """Add `jadwal` with the options that are its own."""
    jadwal: argparse.ArgumentParser = anak.add_parser(
        "jadwal",
        help="susun jadwal jemput bola sampai sebuah target",
        description="Menyusun jadwal regu perekaman keliling: cukup atau tidak sampai target, lalu lembar JADWAL dan daftar tiap "
        "kunjungan.",
    )
    jadwal.add_argument("--target", type=read_per, required=True, metavar="TANGGAL", help="hari terakhir pelayanan")
    jadwal.add_argument("--tim", type=read_pagu, default=1, metavar="N", help="banyaknya regu (bawaan: 1)")
    jadwal.add_argument(
        "--kapasitas", type=read_pagu, required=True, metavar="N", help="orang yang dapat direkam satu regu sehari"
    )
    jadwal.add_argument(
        "--tempat",
        choices=("desa", "rw", "rt"),
        default="rw",
        help="seluas apa satu tempat yang dikunjungi (bawaan: rw)",
    )
    jadwal.add_argument(
        "-o",
        dest="keluaran",
        type=Path,
        metavar="HASIL.xlsx",
        help="tempat hasil (bawaan: jadwal_<nama>.xlsx di dekat masukan)",
    )
    return jadwal
