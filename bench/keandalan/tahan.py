"""Endurance: two hundred runs and two hundred recalculations in one process, which must not grow by any measure.

Growth is the slope of a straight line through the second half of the samples, with twice its error added: what a first run
loads once is no growth, and one sample that stands out decides nothing.
"""

from __future__ import annotations

import gc
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping, Sequence
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

from bench.keandalan.laporan import Bagian, decimal, table

KALI, WAJIB = 200, 400
BATAS: Mapping[str, float] = {
    "KiB ingatan": 8.0,
    "objek Python": 1.0,
    "berkas terbuka": 0.0,
    "benang": 0.0,
    "berkas sementara": 0.0,
}
"""How much each may grow with one run: at 8 KiB a thousand runs take 8 MiB. Nothing else may grow at all."""

Contoh = Mapping[str, Sequence[float]]


def measure(kali: int = KALI) -> Bagian:
    """Do both in a process that does nothing else, and draw the line through each measure."""
    hasil = subprocess.run(
        [sys.executable, "-m", "bench.keandalan.tahan", str(kali)], stdout=subprocess.PIPE, text=True, check=True
    )
    baris: list[tuple[object, ...]] = []
    salah: list[str] = []
    for apa, contoh in json.loads(hasil.stdout).items():
        for ukuran, nilai in contoh.items():
            laju = growth(nilai)
            tumbuh = laju > BATAS[ukuran]
            if tumbuh:
                salah.append(f"{apa}: {ukuran} tumbuh {laju:.2f} sekali jalan")
            separuh = nilai[len(nilai) // 2 :]
            baris.append(
                (
                    apa,
                    ukuran,
                    round(separuh[0]),
                    round(separuh[-1]),
                    decimal(max(0.0, laju), 3),
                    "ya" if tumbuh else "tidak",
                )
            )
    kepala = ("yang diulang", "ukuran", "di tengah", "di akhir", "tumbuh paling banyak sekali jalan", "tumbuh?")
    pokok = (
        f"{kali} rekonsiliasi dan {kali} hitung ulang semua fungsi dalam satu proses: {len(salah)} ukuran yang tumbuh"
    )
    return Bagian("tahan", pokok, table(kepala, baris), tuple(salah))


def growth(nilai: Sequence[float]) -> float:
    """The slope of the second half, with twice its standard error added; 0 when every sample is the same.

    >>> growth([9, 9, 5, 5, 5, 5]), growth([0, 1, 2, 3, 4, 5, 6, 7])
    (0.0, 1.0)
    """
    y = nilai[len(nilai) // 2 :]
    n = len(y)
    tengah, rata = (n - 1) / 2, sum(y) / n
    sxx = sum((i - tengah) ** 2 for i in range(n))
    laju = sum((i - tengah) * (v - rata) for i, v in enumerate(y)) / sxx
    sisa = sum((v - rata - laju * (i - tengah)) ** 2 for i, v in enumerate(y))
    return float(laju + 2 * (sisa / max(1, n - 2) / sxx) ** 0.5)


def sample(folder: Path) -> dict[str, float]:
    """What the process holds now."""
    gc.collect()
    halaman = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return {
        "KiB ingatan": halaman * os.sysconf("SC_PAGE_SIZE") / 1024,
        "objek Python": len(gc.get_objects()),
        "berkas terbuka": len(os.listdir("/proc/self/fd")),
        "benang": len(os.listdir("/proc/self/task")),
        "berkas sementara": len(list(folder.rglob("*"))),
    }


def repeat(kerja: Callable[[], object], kali: int, folder: Path) -> Contoh:
    """Do it so many times; the samples of each measure."""
    contoh: dict[str, list[float]] = {nama: [] for nama in BATAS}
    for _ in range(kali):
        kerja()
        for nama, nilai in sample(folder).items():
            contoh[nama].append(nilai)
    return contoh


def main(kali: int) -> None:
    """Both in this process; the samples as JSON."""
    from ektp_excel.contoh import make_buku
    from ektp_excel.fungsi import FUNGSI
    from ektp_excel.perintah import main as ektp
    from host.muat_kasus import SelGalat, load_cases

    panggil = {f.nama: f.panggil for f in FUNGSI}
    kasus = [
        (
            k.fungsi,
            [r and [[v.teks if isinstance(v, SelGalat) else v for v in b] for b in r] for r in k.argumen],
            k.sistem_1904,
        )
        for k in load_cases()
    ]
    with tempfile.TemporaryDirectory(prefix="andal-") as tempat:
        folder = Path(tempat)
        (folder / "tmp").mkdir()
        tempfile.tempdir = str(folder / "tmp")
        make_buku(folder / "buku.xlsx", wajib=WAJIB)
        kata = ["rekon", str(folder / "buku.xlsx"), "--per", "2012-08-28", "-o", str(folder / "hasil.xlsx")]

        def reconcile() -> None:
            with redirect_stdout(StringIO()), redirect_stderr(StringIO()):
                assert ektp(kata) == 0

        def recalculate() -> None:
            for nama, rentang, sistem_1904 in kasus:
                panggil[nama](*rentang, sistem_1904=sistem_1904)

        hasil = {"ektp rekon": repeat(reconcile, kali, folder), "fungsi rumus": repeat(recalculate, kali, folder)}
    json.dump(hasil, sys.stdout)


if __name__ == "__main__":
    main(int(sys.argv[1]))
