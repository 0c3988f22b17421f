"""The words of a call -> what is wanted; a call that cannot be used is an `EktpError` of one Indonesian line."""

import argparse
import re
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from attrs import frozen

from ektp_core.galat import EktpError
from ektp_core.proyeksi import HariPerMinggu
from ektp_core.tanggal import read_date
from ektp_excel import __version__

_PENUTUP = "kode keluar: 0 selesai; 2 panggilan atau buku kerja tidak dapat dipakai; 3 neraca tidak seimbang"
_RIBUAN = re.compile(r"\d{1,3}(?:[.\u00a0 ]\d{3})+|\d+", re.ASCII)

# What argparse says, and what an officer reads. `argument X: ` before it falls away.
_TERJEMAHAN = (
    (r"argument (\S+?)(?:/\S+)?: (.*)", r"\1: \2"),
    (r"the following arguments are required: (.*)", r"belum diberikan: \1"),
    (r"unrecognized arguments: (.*)", r"tidak dikenal: \1"),
    (r"expected one argument", "isinya belum diberikan"),
    (r"invalid int value: (.*)", r"\1 bukan angka"),
    (r"invalid choice: (.*?) \(choose from (.*)\)", r"\1 tidak dikenal (pilih \2)"),
    (r"ignored explicit argument (.*)", r"tidak menerima isi \1"),
    (r"not allowed with argument (.*)", r"tidak dapat bersama \1"),
)


@frozen
class Panggilan:
    """One call: the subcommand and its options; what a subcommand does not know keeps its default."""

    perintah: str
    buku: Path = Path()
    per: date | None = None
    pagu: int | None = None
    keluaran: Path | None = None
    json: Path | None = None
    target: date | None = None
    hari_kerja: HariPerMinggu = 5
    xlam: Path | None = None
    python: str = "3.13"
    kembali: Path | None = None
    tim: int = 1
    kapasitas: int = 0
    tempat: str = "rw"
    tutup: tuple[date, ...] = ()


def parse(argv: Sequence[str]) -> Panggilan | None:
    """The call, or None when help or the version was asked for and has been shown. Raises `EktpError`."""
    try:
        isi = vars(_make_parser().parse_args(list(argv)))
    except SystemExit:
        return None
    return Panggilan(**isi)


def read_per(teks: str) -> date:
    """A date of a call: ISO or day first, never two-digit years, never a serial number.

    >>> read_per("2012-08-28") == read_per("28-08-2012") == read_per("28 Agustus 2012")
    True
    """
    sebab = ""
    try:
        tanggal = None if teks.strip().isdigit() and len(teks.strip()) != 8 else read_date(teks)
    except EktpError as e:
        tanggal, sebab = None, f" ({e})"
    if tanggal is None:
        raise argparse.ArgumentTypeError(f"{teks!r} bukan tanggal{sebab}; tulis misalnya 2012-08-28")
    return tanggal


def read_pagu(teks: str) -> int:
    """A number of people, with or without dots between thousands.

    >>> read_pagu("55.865"), read_pagu("55865")
    (55865, 55865)
    """
    if not _RIBUAN.fullmatch(teks.strip()) or len(teks) > 15:
        raise argparse.ArgumentTypeError(f"{teks[:20]!r} bukan jumlah orang; tulis misalnya 55865 atau 55.865")
    return int(re.sub(r"\D", "", teks))


class _Bentuk(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "pemakaian: " if prefix is None else prefix)


class _Pengurai(argparse.ArgumentParser):
    def __init__(self, **cara: Any) -> None:
        super().__init__(add_help=False, allow_abbrev=False, formatter_class=_Bentuk, epilog=_PENUTUP, **cara)
        self._positionals.title, self._optionals.title = "masukan", "pilihan"
        self.add_argument("-h", "--help", action="help", help="tampilkan bantuan ini")

    def error(self, message: str) -> NoReturn:
        for pola, ganti in _TERJEMAHAN:
            message = re.sub(pola, ganti, message, flags=re.DOTALL)
        raise EktpError(f"{message} (bantuan: {self.prog} --help)")


def _make_parser() -> argparse.ArgumentParser:
    induk = _Pengurai(
        prog="ektp", description="Mencocokkan undangan perekaman e-KTP sebuah kecamatan dengan registernya."
    )
    induk.add_argument("--versi", action="version", version=f"ektp {__version__}", help="tampilkan versi")
    anak = induk.add_subparsers(dest="perintah", metavar="PERINTAH", title="perintah", required=True)
    _add_rekon(anak)
    _add_periksa(anak)
    _add_contoh(anak)
    _add_pasang(anak)
    _add_sisir(anak)
    return induk


def _add_rekon(anak: Any) -> None:
    rekon = anak.add_parser(
        "rekon",
        help="cocokkan sebuah buku kerja dan tulis hasilnya",
        description="Mencocokkan undangan dengan penduduk, perekaman, pindah, dan meninggal, lalu menulis buku kerja baru.",
    )
    _add_buku(rekon)
    rekon.add_argument(
        "--per", type=read_per, required=True, metavar="TANGGAL", help="tanggal acuan, misalnya 2012-08-28"
    )
    rekon.add_argument(
        "--pagu", type=read_pagu, metavar="N", help="jumlah wajib yang diberikan dari atas, misalnya 55.865"
    )
    rekon.add_argument(
        "-o",
        dest="keluaran",
        type=Path,
        metavar="HASIL.xlsx",
        help="tempat hasil (bawaan: hasil_<nama>.xlsx di dekat masukan)",
    )
    rekon.add_argument("--json", type=Path, metavar="BERKAS", help="tulis juga angka-angkanya sebagai JSON")
    rekon.add_argument(
        "--target",
        type=read_per,
        metavar="TANGGAL",
        help="tanggal target: tampilkan sisa hari kerja dan laju yang perlu",
    )
    rekon.add_argument(
        "--hari-kerja",
        type=int,
        choices=(5, 6),
        default=5,
        help="hari kerja seminggu, untuk --target (bawaan: 5)",
    )
    _add_kembali(rekon)


def _add_periksa(anak: Any) -> None:
    periksa = anak.add_parser(
        "periksa",
        help="baca sebuah buku kerja dan laporkan saja",
        description="Melaporkan lembar dan kolom yang dikenali serta baris yang tidak dapat dipakai; tidak menulis apa pun.",
    )
    _add_buku(periksa)
    periksa.add_argument(
        "--per", type=read_per, metavar="TANGGAL", help="tanggal acuan, untuk tahun yang ditulis dua angka"
    )


def _add_contoh(anak: Any) -> None:
    contoh = anak.add_parser(
        "contoh",
        help="buat buku contoh Kecamatan Jaten dan cocokkan",
        description="Membuat buku_jaten.xlsx (penduduk rekaan) dan hasil_jaten.xlsx.",
    )
    contoh.add_argument(
        "-o", dest="keluaran", type=Path, default=Path(), metavar="MAP", help="map tujuan (bawaan: map ini)"
    )


def _add_pasang(anak: Any) -> None:
    pasang = anak.add_parser(
        "pasang",
        help="pasang fungsi ke Excel (Windows) dan LibreOffice",
        description="Menaruh add-in di tempat yang dilihat Excel, dan satu modul di LibreOffice; menyebut apa yang dilakukannya.",
    )
    pasang.add_argument("--xlam", type=Path, metavar="BERKAS", help="add-in yang sudah dibuat (bawaan: dibuat di sini)")
    anak.add_parser(
        "copot",
        help="copot yang dipasang oleh ektp pasang",
        description="Mencabut persis yang ditaruh oleh ektp pasang.",
    )
    luring = anak.add_parser(
        "paket-luring",
        help="buat map pemasangan untuk PC Windows tanpa jaringan",
        description="Mengunduh paket untuk Windows dan menaruhnya bersama pasang.bat dalam satu map.",
    )
    luring.add_argument(
        "-o",
        dest="keluaran",
        type=Path,
        default=Path("ektp-luring"),
        metavar="MAP",
        help="map tujuan (bawaan: ektp-luring)",
    )
    luring.add_argument("--python", default="3.13", metavar="VERSI", help="versi Python di PC tujuan (bawaan: 3.13)")


def _add_sisir(anak: Any) -> None:
    sisir = anak.add_parser(
        "sisir",
        help="tulis lembar sisir per desa, siap dicetak dan ditandai",
        description="Menulis daftar orang yang belum terekam, satu lembar sedesa, untuk ditandai desa lalu dibaca kembali.",
    )
    _add_buku(sisir)
    _add_per(sisir)
    sisir.add_argument(
        "-o",
        dest="keluaran",
        type=Path,
        required=True,
        metavar="MAP|BERKAS.xlsx",
        help="map: satu buku kerja sedesa; berkas .xlsx: satu buku kerja, satu lembar sedesa",
    )
    _add_kembali(sisir)


def _add_per(pengurai: argparse.ArgumentParser) -> None:
    pengurai.add_argument(
        "--per", type=read_per, required=True, metavar="TANGGAL", help="tanggal acuan, misalnya 2012-08-28"
    )


def _add_kembali(pengurai: argparse.ArgumentParser) -> None:
    pengurai.add_argument(
        "--kembali",
        type=Path,
        metavar="MAP",
        help="map berisi lembar sisir yang sudah ditandai desa; isinya menjadi catatan",
    )


def _add_buku(pengurai: argparse.ArgumentParser) -> None:
    pengurai.add_argument(
        "buku", type=Path, metavar="BUKU", help="buku kerja .xlsx .xlsm .xls .xlsb .ods, atau map berisi .csv"
    )
