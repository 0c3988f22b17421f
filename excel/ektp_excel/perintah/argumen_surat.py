"""The words of a call of `ektp surat`."""

import argparse
from datetime import time
from pathlib import Path
from typing import Any

from ektp_core.galat import EktpError
from ektp_excel.perintah.bacaan import read_pagu, read_per, read_sesi

_SESI = (time(8), time(10), time(13))


def add_surat(anak: Any) -> argparse.ArgumentParser:
    """Add the subcommand with the options that are its own."""
    surat: argparse.ArgumentParser = anak.add_parser(
        "surat",
        help="buat surat edaran, pengantar, berita acara, dan panggilan (.docx)",
        description="Mencocokkan sebuah buku kerja seperti ektp rekon, lalu menulis suratnya sebagai dokumen Word.",
    )
    surat.add_argument("buku", nargs="?", type=Path, metavar="BUKU", help="buku kerja, seperti pada ektp rekon")
    surat.add_argument("--per", type=read_per, metavar="TANGGAL", help="tanggal acuan, misalnya 2012-08-28")
    surat.add_argument("--pagu", type=read_pagu, metavar="N", help="jumlah wajib yang diberikan dari atas")
    surat.add_argument("-o", dest="keluaran", type=Path, metavar="MAP", help="map untuk surat-surat")
    surat.add_argument("--hasil", type=Path, metavar="HASIL.xlsx", help="tulis juga buku hasil, seperti ektp rekon")
    surat.add_argument("--json", type=Path, metavar="BERKAS", help="tulis juga angka-angkanya sebagai JSON")
    surat.add_argument(
        "--templat", type=Path, metavar="MAP", help="templat dan isian.txt milik kantor (bawaan: dari ektp)"
    )
    surat.add_argument(
        "--salin-templat", type=Path, metavar="MAP", help="salin templat ke map ini untuk diubah; selesai"
    )
    surat.add_argument("--target", type=read_per, metavar="TANGGAL", help="batas penyisiran, dan hari terakhir sesi")
    surat.add_argument(
        "--kapasitas-sesi",
        type=read_pagu,
        metavar="N",
        help="buat surat panggilan baru, paling banyak N orang satu sesi",
    )
    surat.add_argument(
        "--sesi",
        type=read_sesi,
        default=(),
        metavar="JAM,JAM",
        help="jam mulai setiap sesi (bawaan: 08.00,10.00,13.00)",
    )
    surat.add_argument(
        "--mulai", type=read_per, metavar="TANGGAL", help="hari pertama sesi (bawaan: sehari sesudah --per)"
    )
    return surat


def check_surat(isi: dict[str, Any]) -> None:
    """Refuse what argparse cannot see: the workbook is needed unless templates are to be copied."""
    wajib = (("BUKU", "buku"), ("--per", "per"), ("-o", "keluaran"))
    belum = [nama for nama, kunci in wajib if isi[kunci] is None]
    if isi["salin_templat"] is None and belum:
        raise EktpError(f"belum diberikan: {', '.join(belum)} (bantuan: ektp surat --help)")
    if isi["kapasitas_sesi"] is None and (isi["sesi"] or isi["mulai"]):
        raise EktpError("--sesi dan --mulai memerlukan --kapasitas-sesi (bantuan: ektp surat --help)")
    isi["sesi"] = isi["sesi"] or _SESI
    isi["buku"] = isi["buku"] or Path()
