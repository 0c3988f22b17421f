"""How much the formula functions add to a recalculation in LibreOffice: 50.000 rows, against a function that adds nothing.

    uv run python bench/fungsi_libreoffice.py [--baris 50000] [--ulang 5]

EKTP_WAJIB and EKTP_DOBEL stand as one array formula over the cells, and beside each the same cells with EKTP_SAMA, a
function made here that gives back what it gets by the same route. Printed: the time of the whole office, from its start
to the written workbook, as the median of the runs, and the ratio of the two. The runs take turns, so that a busy machine
is busy for both.
"""

from __future__ import annotations

import argparse
import random
import shutil
import statistics
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

import openpyxl
import xlsxwriter

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from ektp_excel.fungsi import FUNGSI, Argumen, Fungsi
from ektp_excel.host_libreoffice import MODUL, write_module
from ektp_excel.pasang.libreoffice import install
from ektp_excel.pasang.pustaka_basic import add_module
from host.kantor import Kantor

PALING_LAMBAT = 1.5
SAMA = Fungsi("EKTP_SAMA", lambda *r, sistem_1904=False: [list(b) for b in r[0] or ()], "", (Argumen("isi", ""),))
# The same function for the copy of the registry that stands in the throw-away profile.
DAFTARKAN = """
FUNGSI = (*FUNGSI, Fungsi("EKTP_SAMA", lambda *r, sistem_1904=False: [list(b) for b in r[0]], "", (Argumen("isi", ""),)))
"""


def prepare(folder: Path) -> Kantor:
    """A profile with the functions as a user has them, and one more that answers what it is asked."""
    program = shutil.which("soffice", path="/usr/bin:/usr/local/bin") or shutil.which("soffice")
    if program is None:
        sys.exit("LibreOffice tidak ditemukan")
    kantor = Kantor(Path(program), folder)
    install(kantor.user)
    add_module(kantor.user / "basic" / "Standard", MODUL, write_module([*FUNGSI, SAMA]))
    daftar = kantor.user / "Scripts/python/ektp/pythonpath/ektp_excel/fungsi/daftar.py"
    daftar.write_text(daftar.read_text(encoding="utf-8") + DAFTARKAN, encoding="utf-8")
    return kantor


def write_book(path: Path, isi: list[str] | list[date], rumus: str) -> Path:
    """One column of cells, the reference date, and one array formula over all rows with a wrong result in store."""
    buku = xlsxwriter.Workbook(str(path))
    lembar = buku.add_worksheet()
    tanggal = buku.add_format({"num_format": "dd-mm-yyyy"})
    for baris, nilai in enumerate(isi):
        if isinstance(nilai, date):
            lembar.write_datetime(baris, 0, nilai, tanggal)
        else:
            lembar.write_string(baris, 0, nilai)
    lembar.write_datetime(0, 1, date(2012, 8, 28), tanggal)
    lembar.write_array_formula(0, 2, len(isi) - 1, 2, f"{{={rumus}}}", None, "basi")
    buku.close()
    return path


def make_books(folder: Path, baris: int) -> dict[str, tuple[Path, Path]]:
    """For each function the workbook that asks it, and the one that asks the identity of the same cells."""
    acak = random.Random(2012)
    lahir = [date(1930, 1, 1) + timedelta(days=acak.randrange(30_000)) for _ in range(baris)]
    nik = [f"331311{acak.randrange(10**10):010d}" for _ in range(baris)]
    nik[baris // 2 :: 50] = nik[: len(nik[baris // 2 :: 50])]
    semua = {}
    for nama, isi, rumus in (("EKTP_WAJIB", lahir, "{}(A1:A{},B1)"), ("EKTP_DOBEL", nik, "{}(A1:A{})")):
        rujuk = write_book(folder / f"{nama}.xlsx", isi, rumus.format(nama, baris))
        sama = write_book(folder / f"{nama}_sama.xlsx", isi, f"EKTP_SAMA(A1:A{baris})")
        semua[nama] = (rujuk, sama)
    return semua


def measure(kantor: Kantor, buku: Path) -> float:
    """Seconds of one recalculation, start and writing included."""
    mulai = time.perf_counter()
    kantor.recalculate(buku, timeout=600)
    return time.perf_counter() - mulai


def check(buku: Path, baris: int) -> None:
    """The answers are there, and none of them is the stored one."""
    lembar = openpyxl.load_workbook(buku.parent / "terhitung" / buku.name, read_only=True, data_only=True).worksheets[0]
    jawab = [satu[2].value for satu in lembar.iter_rows(max_row=baris, max_col=3)]
    salah = [v for v in jawab if v == "basi" or str(v).startswith(("GALAT: skrip", "GALAT: kesalahan", "#"))]
    if len(jawab) != baris or salah:
        sys.exit(f"{buku.name}: {len(jawab)} jawaban, salah {salah[:1]}")


def main() -> None:
    """Measure and print; the exit code is 1 when a ratio is over the goal."""
    pilihan = argparse.ArgumentParser(description="Waktu EKTP_WAJIB dan EKTP_DOBEL di LibreOffice")
    pilihan.add_argument("--baris", type=int, default=50_000)
    pilihan.add_argument("--ulang", type=int, default=5)
    isi = pilihan.parse_args()
    terburuk = 0.0
    with tempfile.TemporaryDirectory() as tempat:
        folder = Path(tempat)
        kantor = prepare(folder)
        for nama, (rujuk, sama) in make_books(folder, isi.baris).items():
            for satu in (rujuk, sama):  # the first start compiles the Python files of the profile
                measure(kantor, satu)
                check(satu, isi.baris)
            waktu = [(measure(kantor, rujuk), measure(kantor, sama)) for _ in range(isi.ulang)]
            fungsi, identitas = (statistics.median(kolom) for kolom in zip(*waktu, strict=True))
            rasio = fungsi / identitas
            terburuk = max(terburuk, rasio)
            print(f"{nama}: {fungsi:.2f} s, identitas {identitas:.2f} s, rasio {rasio:.2f} ({isi.baris} baris)")
    print(f"rasio terburuk {terburuk:.2f}, paling banyak {PALING_LAMBAT}")
    sys.exit(terburuk > PALING_LAMBAT)


if __name__ == "__main__":
    main()
