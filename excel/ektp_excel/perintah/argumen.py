"""The words of a call -> what is wanted; a call that cannot be used is an `EktpError` of one Indonesian line."""

import argparse
import re
from collections.abc import Iterable, Sequence
from datetime import date, time
from pathlib import Path
from typing import Any, NoReturn

from attrs import frozen

from ektp_core.galat import EktpError
from ektp_core.proyeksi import HariPerMinggu
from ektp_core.proyeksi.rencana import BENIH
from ektp_excel import __version__
from ektp_excel.perintah.argumen_sisir import add_jadwal, add_sisir
from ektp_excel.perintah.argumen_surat import add_surat, check_surat
from ektp_excel.perintah.bacaan import Malam, read_benih, read_hari, read_laju, read_malam, read_pagu, read_per
from ektp_excel.perintah.dugaan import ATURAN, STATISTIK

_PENUTUP = "kode keluar: 0 selesai; 2 panggilan atau buku kerja tidak dapat dipakai; 3 neraca tidak seimbang"

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
    dugaan: str = ATURAN
    xlam: Path | None = None
    python: str = "3.13"
    kembali: Path | None = None
    tim: int = 1
    kapasitas: int = 0
    tempat: str = "rw"
    templat: Path | None = None
    salin_templat: Path | None = None
    hasil: Path | None = None
    kapasitas_sesi: int | None = None
    sesi: tuple[time, ...] = ()
    mulai: date | None = None
    tutup_kantor: frozenset[date] = frozenset()
    buka: frozenset[date] = frozenset()
    malam: tuple[Malam, ...] = ()
    laju: tuple[int, ...] = ()
    tempat_sini: tuple[str, ...] = ()
    idul_fitri: frozenset[date] = frozenset()
    benih: int = BENIH
    buku_sejak: date | None = None
    persen: str = ""
    wajib: int = 0
    sisa: int | None = None
    terekam: int | None = None
    cara: str = ""


def parse(argv: Sequence[str]) -> Panggilan | None:
    """The call, or None when help or the version was asked for and has been shown. Raises `EktpError`."""
    try:
        isi = vars(_make_parser().parse_args(list(argv)))
    except SystemExit:
        return None
    if isi["perintah"] == "surat":
        check_surat(isi)
    return Panggilan(**isi)


class _Bentuk(argparse.HelpFormatter):
    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[Any],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "pemakaian: " if prefix is None else prefix)


class _Tambah(argparse.Action):
    """An option that may be given again: each time adds to what stood before."""

    def __call__(self, _: object, isi: argparse.Namespace, nilai: Any, __: object = None) -> None:
        ada = getattr(isi, self.dest)
        setattr(isi, self.dest, ada | nilai if isinstance(ada, frozenset) else ada + nilai)


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
    sisir = add_sisir(anak)
    _add_proyeksi(anak)
    _add_uji_angka(anak)
    _add_samarkan(anak)
    jadwal = add_jadwal(anak)
    _add_kantor(jadwal)
    for satu in (sisir, jadwal):
        _add_buku(satu)
        _add_per(satu)
        _add_kembali(satu)
    surat = add_surat(anak)
    _add_kembali(surat)
    _add_kantor(surat)
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
    rekon.add_argument(
        "--dugaan",
        choices=(ATURAN, STATISTIK),
        default=ATURAN,
        help="cara mencari dugaan dobel; statistik memerlukan paket massal (bawaan: aturan)",
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


def _add_samarkan(anak: Any) -> None:
    samarkan = anak.add_parser(
        "samarkan",
        help="buat salinan tanpa data orang, dengan angka yang sama",
        description="Membuat salinan buku kerja yang boleh dikirim untuk melaporkan kesalahan: orangnya lain, dobel dan "
        "kekacauannya sama, dan semua angkanya pada tanggal acuan sama.",
    )
    _add_buku(samarkan)
    _add_per(samarkan)
    samarkan.add_argument(
        "-o", dest="keluaran", type=Path, required=True, metavar="SALINAN.xlsx", help="tempat salinannya"
    )


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


def _add_proyeksi(anak: Any) -> None:
    p = anak.add_parser(
        "proyeksi",
        help="hari kerja, laju, dan perkiraan sampai sebuah target",
        description="Menghitung hari kerja dan laju yang perlu sampai target, perkiraan selesai menurut buku perekaman, dasar "
        "wajib pada tanggal target, dan perbandingan Lebaran.",
    )
    _add_buku(p)
    p.add_argument("--per", type=read_per, required=True, metavar="TANGGAL", help="tanggal acuan, misalnya 2012-08-28")
    p.add_argument("--target", type=read_per, required=True, metavar="TANGGAL", help="tanggal target")
    _add_kantor(p)
    p.add_argument(
        "--malam",
        type=read_malam,
        action=_Tambah,
        default=(),
        metavar="TANGGAL=N",
        help="pelayanan malam dan orangnya tiap malam, misalnya 2012-09-03..2012-09-08=60; boleh diulang",
    )
    p.add_argument(
        "--laju", type=read_laju, default=(), metavar="N,N,…", help="laju yang dibandingkan, misalnya 20,200,700"
    )
    p.add_argument(
        "--tempat",
        dest="tempat_sini",
        type=lambda teks: (teks,),
        action=_Tambah,
        default=(),
        metavar="NAMA",
        help="isi kolom TEMPAT yang ada di sini (untuk pemudik); boleh diulang",
    )
    p.add_argument(
        "--idul-fitri",
        type=read_hari,
        action=_Tambah,
        default=frozenset(),
        metavar="TANGGAL",
        help="Idul Fitri menurut sidang isbat, misalnya 2011-08-31; menggantikan bawaan tahun itu",
    )
    p.add_argument(
        "--buku-sejak",
        type=read_per,
        metavar="TANGGAL",
        help="perkiraan hanya dari buku perekaman sejak tanggal ini, misalnya sejak alat lengkap (bawaan: seluruhnya)",
    )
    p.add_argument("--benih", type=read_benih, default=BENIH, metavar="N", help=f"benih ulangan (bawaan: {BENIH})")
    p.add_argument("-o", dest="keluaran", type=Path, metavar="HASIL.xlsx", help="tulis juga buku kerja (bawaan: tidak)")


def _add_kantor(p: argparse.ArgumentParser) -> None:
    p.add_argument("--hari-kerja", type=int, choices=(5, 6), default=5, help="hari kerja seminggu (bawaan: 5)")
    for nama, dest, bantuan in (
        (
            "tutup",
            "tutup_kantor",
            "hari tutup kantor sendiri, misalnya 2012-09-05 atau 2012-09-05..2012-09-07; boleh diulang",
        ),
        (
            "buka",
            "buka",
            "buka tambahan pada Minggu, libur atau cuti bersama, misalnya 2012-09-02,2012-09-09; boleh diulang",
        ),
    ):
        p.add_argument(
            f"--{nama}", dest=dest, type=read_hari, action=_Tambah, default=frozenset(), metavar="TANGGAL", help=bantuan
        )


def _add_uji_angka(anak: Any) -> None:
    uji = anak.add_parser(
        "uji-angka",
        help="periksa apakah angka terbitan dapat benar bersama",
        description="Mencari bilangan bulat orang terekam yang memenuhi semua angka yang diberikan, dengan persen dibulatkan dan "
        "dipotong.",
    )
    uji.add_argument("--persen", required=True, metavar="P", help="persen yang diumumkan, misalnya 92,10")
    uji.add_argument("--wajib", type=read_pagu, required=True, metavar="N", help="penyebutnya, misalnya 55.865")
    uji.add_argument("--sisa", type=read_pagu, metavar="N", help="yang disebut belum direkam")
    uji.add_argument("--terekam", type=read_pagu, metavar="N", help="yang disebut sudah direkam")
    uji.add_argument("--cara", choices=("bulat", "potong"), default="", help="hanya cara ini (bawaan: keduanya)")


def _add_buku(pengurai: argparse.ArgumentParser) -> None:
    pengurai.add_argument(
        "buku", type=Path, metavar="BUKU", help="buku kerja .xlsx .xlsm .xls .xlsb .ods, atau map berisi .csv"
    )
