"""`python docs/gambar/buat.py`: make this folder's pictures anew from real sheets, on a system with LibreOffice and Poppler.

The sheets are those of `examples/buku_jaten.xlsx` after `ektp rekon`, of a larger example after `ektp sisir`, `jadwal`,
`proyeksi` and `surat`, and of the template; every person is invented.
LibreOffice draws them as it prints them, so a picture shows the paper, not Excel's window.
"""

import csv
import subprocess
import sys
from collections.abc import Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from attrs import frozen
from python_calamine import CalamineWorkbook

from ektp_excel.bangun.__main__ import build
from ektp_excel.contoh import make_buku
from ektp_excel.perintah import main

SINI = Path(__file__).parent
BUKU = SINI.parents[1] / "examples" / "buku_jaten.xlsx"
HASIL, TEMPLAT, SISIR, JADWAL, PROYEKSI = "hasil_jaten", "kecamatan", "sisir Jaten", "jadwal", "proyeksi_jaten"
EDARAN, PENGANTAR, ACARA, PANGGILAN = "edaran_Jaten", "surat_pengantar", "berita_acara", "panggilan_Jaten"
PALING_BESAR = 200_000


@frozen
class Gambar:
    """One picture: the file it comes from, words that only the wanted pages have, and the part of the page in inches."""

    nama: str
    asal: str
    kata: tuple[str, ...]
    bagian: tuple[float, float, float, float]
    """From the left, from the top, width, height."""
    titik: int = 92


GAMBAR = (
    Gambar("ringkasan", HASIL, ("REKONSILIASI UNDANGAN", "Berkas masukan"), (0.3, 0.3, 11.1, 7.4)),
    Gambar("keputusan", HASIL, ("NIK_DIPAKAI", "KATEGORI"), (0.45, 0.3, 7.72, 2.4), 140),
    Gambar("pengembalian", HASIL, ("DIKEMBALIKAN", "Dinas"), (0.3, 0.3, 11.1, 5.3)),
    Gambar("penyisiran", HASIL, ("NO_UNDANGAN", "SEBAB", "TANDA TANGAN"), (0.9, 0.3, 9.9, 2.9)),
    Gambar("lembar-sisir", SISIR, ("LEMBAR SISIR", "SUDAH DATANG", "lansia"), (0.3, 0.3, 11.1, 7.8), 84),
    Gambar("jadwal", JADWAL, ("JEMPUT BOLA", "CUKUP"), (0.4, 0.3, 10.9, 7.0), 84),
    Gambar("proyeksi", PROYEKSI, ("PROYEKSI PEREKAMAN", "SAMPAI TARGET", "KAPASITAS"), (0.9, 0.3, 9.9, 6.6)),
    Gambar("lebaran", PROYEKSI, ("PELAYANAN SEKITAR LEBARAN", "JUMLAH"), (0.9, 0.3, 9.9, 4.9)),
    Gambar("surat-edaran", EDARAN, ("Sehubungan", "CAMAT"), (0.5, 0.3, 7.5, 11.4), 68),
    Gambar("surat-edaran-lampiran", EDARAN, ("LAMPIRAN SURAT",), (0.5, 0.3, 7.5, 6.5), 68),
    Gambar("surat-pengantar", PENGANTAR, ("SURAT PENGANTAR",), (0.5, 0.3, 7.5, 12.4), 68),
    Gambar("berita-acara", ACARA, ("BERITA ACARA",), (0.5, 0.3, 7.5, 10.6), 68),
    Gambar("surat-panggilan", PANGGILAN, ("SURAT PANGGILAN",), (0.3, 0.3, 7.9, 12.5), 68),
    Gambar("petunjuk", TEMPLAT, ("Petunjuk ektp",), (0.6, 0.6, 7.1, 6.4)),
    Gambar("fungsi", TEMPLAT, ("EKTP_TANGGAL(teks)", "JAWABAN"), (0.5, 0.5, 10.7, 5.08)),
)


def make_all() -> int:
    """Make every picture; gives 0, or 1 when a page is not found or a picture is too large for a page on the web."""
    gagal = 0
    with TemporaryDirectory(prefix="ektp-") as sementara:
        print_sheets(Path(sementara))
        for gambar in GAMBAR:
            pdf = Path(sementara, f"{gambar.asal}.pdf")
            halaman = find_page(pdf, gambar.kata)
            if halaman is None:
                print(f"{gambar.nama}: halaman dengan {', '.join(gambar.kata)} tidak ada", file=sys.stderr)
                gagal = 1
                continue
            besar = draw(gambar, pdf, halaman)
            print(f"{gambar.nama}.png: halaman {halaman}, {besar} bita")
            gagal |= besar >= PALING_BESAR
    return gagal


def print_sheets(tempat: Path) -> None:
    """Reconcile the example, build the template, and print both to PDF."""
    hasil = tempat / f"{HASIL}.xlsx"
    if main(["rekon", str(BUKU), "--per", "2012-08-28", "--pagu", "410", "-o", str(hasil)]):
        raise SystemExit(2)
    build(tempat)
    # Of a kecamatan of some size, as in the small example nearly every RT has one person left.
    besar = tempat / "besar.xlsx"
    make_buku(besar, wajib=12_000)
    if main(["sisir", str(besar), "--per", "2012-08-28", "-o", str(tempat)]):
        raise SystemExit(2)
    panggilan = "--per 2012-08-28 --target 2012-09-30 --tim 2 --kapasitas 40 --hari-kerja 6".split()
    if main(["jadwal", str(besar), *panggilan, "-o", str(tempat / f"{JADWAL}.xlsx")]):
        raise SystemExit(2)
    hasil = tempat / f"{PROYEKSI}.xlsx"
    target = "--per 2012-08-28 --target 2012-09-30 --hari-kerja 6 --laju 5,40,150".split()
    kantor = "--buka 2012-09-02 --malam 2012-09-03..2012-09-08=15".split()
    if main(["proyeksi", str(_add_last_year(besar)), *target, *kantor, "-o", str(hasil)]):
        raise SystemExit(2)
    print_letters(tempat, besar)
    _run(
        # A virtual environment on the path makes LibreOffice hang.
        "env", "-i", "PATH=/usr/bin:/bin", f"HOME={tempat}", "soffice", f"-env:UserInstallation={(tempat / 'p').as_uri()}",
        "--headless", "--convert-to", "pdf", "--outdir", str(tempat),
        *(str(tempat / f"{nama}.xlsx") for nama in (HASIL, TEMPLAT, SISIR, JADWAL, PROYEKSI)),
        *(str(tempat / f"{nama}.docx") for nama in (EDARAN, PENGANTAR, ACARA, PANGGILAN)),
    )  # fmt: skip


def _add_last_year(buku: Path) -> Path:
    """The example as a folder of .csv, with people who came around Idul Fitri of the year before, as the story has it."""
    acak, tempat = Random(2011), buku.with_suffix("")
    tempat.mkdir()
    terbaca = CalamineWorkbook.from_path(buku)
    tabel: dict[str, list[Sequence[object]]] = {
        nama: list(terbaca.get_sheet_by_name(nama).iter_rows()) for nama in terbaca.sheet_names
    }
    warga = [str(baris[0]) for baris in tabel["PENDUDUK"] if str(baris[0]).isdigit()]
    lalu: list[Sequence[object]] = []
    for jarak in range(-20, 21):
        hari = date(2011, 8, 30) + timedelta(days=jarak)
        datang = (
            0
            if jarak in (0, 1, 2) or (jarak < 0 and hari.weekday() == 6)
            else acak.randint(*((40, 60) if jarak < 0 else (80, 130)))
        )
        for _ in range(datang):
            tamu = (
                f"331402{acak.randint(1, 28):02}{acak.randint(1, 12):02}{acak.randint(60, 90)}{acak.randint(1, 999):04}"
            )
            nik = acak.choice(warga) if acak.random() < 0.93 else tamu
            di_mana = "Kecamatan Jaten" if acak.random() < 0.97 else "Kecamatan Serpong"
            lalu.append([nik, hari, "", di_mana])
    tabel["PEREKAMAN"][-1:] += lalu
    for nama, isi in tabel.items():
        with open(tempat / f"{nama}.csv", "w", encoding="utf-8", newline="") as f:
            csv.writer(f, delimiter=";").writerows(isi)
    return tempat


def print_letters(tempat: Path, buku: Path) -> None:
    """The letters of an office with an invented camat."""
    (tempat / "kantor").mkdir()
    isian = (SINI.parents[1] / "examples" / "isian_jaten.txt").read_bytes()
    (tempat / "kantor" / "isian.txt").write_bytes(isian)
    sesi = (
        "--target",
        "2012-09-30",
        "--kapasitas-sesi",
        "60",
        "--hari-kerja",
        "6",
        "--templat",
        str(tempat / "kantor"),
    )
    if main(["surat", str(buku), "--per", "2012-08-28", "-o", str(tempat), *sesi]):
        raise SystemExit(2)


def find_page(pdf: Path, kata: tuple[str, ...]) -> int | None:
    """Of the pages on which all these words stand, the fullest."""
    teks = _run("pdftotext", "-layout", str(pdf), "-").split("\f")
    ada = [nomor for nomor, isi in enumerate(teks, 1) if all(satu in isi for satu in kata)]
    return max(ada, key=lambda nomor: len(teks[nomor - 1].split()), default=None)


def draw(gambar: Gambar, pdf: Path, halaman: int) -> int:
    """Draw the picture's part of the page; gives its size in bytes."""
    tujuan = SINI / gambar.nama
    kiri, atas, lebar, tinggi = (str(round(inci * gambar.titik)) for inci in gambar.bagian)
    potong = ("-x", kiri, "-y", atas, "-W", lebar, "-H", tinggi)
    _run("pdftoppm", "-png", "-singlefile", "-r", str(gambar.titik), "-f", str(halaman), *potong, str(pdf), str(tujuan))
    return tujuan.with_suffix(".png").stat().st_size


def _run(*perintah: str) -> str:
    return subprocess.run(perintah, capture_output=True, encoding="utf-8", timeout=180, check=True).stdout


if __name__ == "__main__":
    sys.exit(make_all())
