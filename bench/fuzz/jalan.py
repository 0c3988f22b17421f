"""Runs readers one after the other, each in a process of its own, and gathers what became of them."""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from attrs import define, field, frozen

AKAR = Path(__file__).resolve().parents[2]
BUKU = "buku"
"""The reader of whole workbooks: Hypothesis drives it, not atheris."""
_TERBANYAK_MATI = 5
"""After so many ended processes a reader is left alone."""
_TEPI = re.compile(r"\bcov: (\d+)")
_JUMLAH = re.compile(r"(?:stat::number_of_executed_units: +|^#)(\d+)", re.MULTILINE)


@frozen
class Temuan:
    """One finding: which reader, what fell, and the smallest input."""

    pembaca: str
    apa: str
    data: bytes

    @property
    def contoh(self) -> str:
        """The line to paste among the pinned examples of the tests."""
        return f"    Jatuh({self.pembaca!r}, {self.data!r}, {self.apa!r}),"


@define
class Hasil:
    """What a reader's run came to; `tepi` are the branches of the code that were entered, None where nobody counts them."""

    pembaca: str
    masukan: int = 0
    detik: float = 0.0
    tepi: int | None = None
    temuan: list[Temuan] = field(factory=list)

    @property
    def per_detik(self) -> float:
        """Inputs a second."""
        return self.masukan / self.detik if self.detik else 0.0


def run_reader(nama: str, detik: float, korpus: Path | None = None) -> Hasil:
    """Fuzz one reader for so many seconds. A process that ends before its time is a finding, and another takes its place."""
    hasil = Hasil(nama)
    with TemporaryDirectory(prefix="uji-kabur-", dir=_fast_folder()) as kerja:
        folder = Path(kerja)
        if korpus and (korpus / nama).is_dir():
            shutil.copytree(korpus / nama, folder / "korpus")
        mulai = time.monotonic()
        for _ in range(_TERBANYAK_MATI):
            sisa = detik - (time.monotonic() - mulai)
            if sisa < 1 or not _run_once(hasil, folder, sisa):
                break
        hasil.detik = time.monotonic() - mulai
        hasil.temuan += _gather(nama, folder)
        if korpus and (folder / "korpus").is_dir():
            shutil.copytree(folder / "korpus", korpus / nama, dirs_exist_ok=True)
    return hasil


def _fast_folder() -> str | None:
    return "/dev/shm" if os.path.isdir("/dev/shm") else None


def _environment(folder: Path) -> dict[str, str]:
    return {
        **os.environ,
        "TMPDIR": str(folder),
        "PYTHONPATH": os.pathsep.join((str(AKAR), str(AKAR / "tests"))),
        "PYTHONWARNINGS": "ignore",
    }


def _run_once(hasil: Hasil, folder: Path, detik: float) -> bool:
    """Whether the process ended before its time."""
    modul = "bench.fuzz.anak_buku" if hasil.pembaca == BUKU else "bench.fuzz.anak"
    perintah = [sys.executable, "-m", modul, hasil.pembaca, str(int(detik)), str(folder)]
    catatan = folder / "catatan"
    with catatan.open("wb") as keluar:
        acak = random.SystemRandom().randrange(1, 2**31)
        kode = subprocess.run(
            [*perintah, str(acak)], cwd=AKAR, env=_environment(folder), stdout=keluar, stderr=keluar, check=False
        ).returncode
    teks = catatan.read_text(encoding="utf-8", errors="replace")
    hasil.masukan += int((_JUMLAH.findall(teks) or ["0"])[-1])
    if tepi := _TEPI.findall(teks):
        hasil.tepi = max(hasil.tepi or 0, int(tepi[-1]))
    if kode == 0:
        return False
    tinggal = list((folder / "mati").glob("*"))
    for path in tinggal:
        apa = f"proses berakhir: {path.name.partition('-')[0]}"
        if apa not in {t.apa for t in hasil.temuan}:
            hasil.temuan.append(Temuan(hasil.pembaca, apa, path.read_bytes()))
        path.unlink()
    if not tinggal:
        ekor = teks.strip().splitlines()[-1:] or [""]
        hasil.temuan.append(Temuan(hasil.pembaca, f"proses berakhir dengan {kode}: {ekor[0][:200]}", b""))
    return True


def _gather(nama: str, folder: Path) -> Iterator[Temuan]:
    for path in sorted((folder / "temuan").glob("*.bin")):
        apa = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))["apa"]
        if nama != BUKU:
            subprocess.run(
                [sys.executable, "-m", "bench.fuzz.susut", nama, str(path)],
                cwd=AKAR,
                env=_environment(folder),
                capture_output=True,
                timeout=120,
                check=False,
            )
        yield Temuan(nama, apa, path.read_bytes())
