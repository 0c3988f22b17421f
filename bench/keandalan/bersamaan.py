"""At the same time: the functions called from eight threads, and two LibreOffice recalculating two workbooks side by side."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import openpyxl
import xlsxwriter
from bench.keandalan.laporan import Bagian, count, table

from ektp_excel.fungsi import FUNGSI
from ektp_excel.pasang.libreoffice import install
from host.kantor import Kantor
from host.muat_kasus import SelGalat, load_cases

BENANG, PUTARAN, BARIS = 8, 20, 400
PER = date(2012, 8, 28)
_PANGGIL = {f.nama: f.panggil for f in FUNGSI}
_RUMUS: Mapping[str, str] = {
    "EKTP_UMUR": "=EKTP_UMUR(B{0},$H$1)",
    "EKTP_WAJIB": "=EKTP_WAJIB(B{0},$H$1)",
    "EKTP_NIK_SAMAR": "=EKTP_NIK_SAMAR(A{0})",
    "EKTP_NIK_SAH": "=EKTP_NIK_SAH(A{0},$H$1)",
}


def measure() -> Bagian:
    """Compute everything once in turn and then at once; the answers must be the same."""
    n_kasus, beda = in_threads()
    salah = [f"benang: {satu}" for satu in beda]
    isi = [(f"{BENANG} benang, semua kasus fungsi {PUTARAN} kali", n_kasus * PUTARAN * BENANG, len(beda))]
    if kantor := shutil.which("soffice"):
        n_sel, beda = in_two_offices(Path(kantor))
        salah += [f"LibreOffice: {satu}" for satu in beda]
        isi.append(("dua LibreOffice, dua buku kerja sekaligus", n_sel, len(beda)))
    pokok = f"{count(sum(n for _, n, _ in isi))} jawaban yang dihitung bersamaan: {len(salah)} yang lain"
    return Bagian("bersamaan", pokok, table(("bersamaan", "jawaban", "berbeda dari berurutan"), isi), tuple(salah))


def in_threads(benang: int = BENANG, putaran: int = PUTARAN) -> tuple[int, list[str]]:
    """Each thread calls every case, in an order of its own, so often; gives how many cases, and what differed."""
    kasus = [
        (
            f"{k.fungsi}-{k.nomor}",
            k.fungsi,
            [r and [[_plain(v) for v in b] for b in r] for r in k.argumen],
            k.sistem_1904,
        )
        for k in load_cases()
    ]

    def answer(satu: tuple[str, str, list[Any], bool]) -> str:
        return repr(_PANGGIL[satu[1]](*satu[2], sistem_1904=satu[3]))

    harap = {satu[0]: answer(satu) for satu in kasus}

    def work(benih: int) -> list[str]:
        acak = Random(benih)
        return [
            satu[0] for _ in range(putaran) for satu in acak.sample(kasus, len(kasus)) if answer(satu) != harap[satu[0]]
        ]

    with ThreadPoolExecutor(benang) as kolam:
        beda = [nama for semua in kolam.map(work, range(benang)) for nama in semua]
    return len(kasus), beda


def _plain(nilai: object) -> object:
    return nilai.teks if isinstance(nilai, SelGalat) else nilai


def in_two_offices(program: Path) -> tuple[int, list[str]]:
    """Two instances, each with a profile of its own, open and recalculate a workbook at the same time."""
    with tempfile.TemporaryDirectory(prefix="andal-") as tempat:
        tugas = []
        for ke in range(2):
            folder = Path(tempat) / str(ke)
            folder.mkdir()
            kantor = Kantor(program, folder)
            install(kantor.user)
            tugas.append((kantor, *_write(folder / "rumus.xlsx", Random(ke))))
        with ThreadPoolExecutor(2) as kolam:
            terhitung = list(kolam.map(lambda t: t[0].recalculate(t[1], timeout=300), tugas))
        beda = []
        for ke, (path, (_, _, harap)) in enumerate(zip(terhitung, tugas, strict=True)):
            lembar = openpyxl.load_workbook(path, data_only=True).worksheets[0]
            for alamat, nilai in harap.items():
                if (ada := lembar[alamat].value) != nilai:
                    beda.append(f"buku {ke} {alamat}: {ada!r} bukan {nilai!r}")
    return sum(len(harap) for _, _, harap in tugas), beda


def _write(path: Path, acak: Random) -> tuple[Path, dict[str, object]]:
    """A workbook of invented NIKs and birth dates, and what each formula must answer there."""
    buku = xlsxwriter.Workbook(str(path))
    lembar = buku.add_worksheet()
    tanggal = buku.add_format({"num_format": "dd-mm-yyyy"})
    lembar.write_datetime("H1", PER, tanggal)
    harap: dict[str, object] = {}
    for nomor in range(1, BARIS + 1):
        lahir = date(1930, 1, 1) + timedelta(acak.randrange(30_000))
        nik = f"331311{lahir:%d%m%y}{acak.randrange(1, 9999):04d}"
        lembar.write_string(f"A{nomor}", nik)
        lembar.write_datetime(f"B{nomor}", lahir, tanggal)
        for kolom, (nama, rumus) in zip("CDEF", _RUMUS.items(), strict=True):
            lembar.write_formula(f"{kolom}{nomor}", rumus.format(nomor), None, "basi")
            harap[f"{kolom}{nomor}"] = _answer(nama, nik, lahir)
    buku.close()
    return path, harap


def _answer(nama: str, nik: str, lahir: date) -> object:
    isi: Sequence[object] = (lahir,) if nama in ("EKTP_UMUR", "EKTP_WAJIB") else (nik,)
    per = () if nama == "EKTP_NIK_SAMAR" else (PER,)
    return _PANGGIL[nama](*([[satu]] for satu in (*isi, *per)), sistem_1904=False)[0][0]
