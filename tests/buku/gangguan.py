"""Faults on purpose: a run that is killed at a random moment, and what must be true of the folder afterwards."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

from attrs import frozen

PERINTAH = (sys.executable, "-m", "ektp_excel.perintah")


@frozen
class Keadaan:
    """A folder with an input and an older output, and what the new output will be."""

    folder: Path
    buku: Path
    hasil: Path
    lama: str
    baru: str

    def wrong(self) -> list[str]:
        """What is not as it must be after any fault: input untouched, output old or new, nothing beside them."""
        salah = []
        if digest(self.buku) != self._asli:
            salah.append("masukan berubah")
        if digest(self.hasil) not in (self.lama, self.baru):
            salah.append("hasil bukan yang lama dan bukan yang baru")
        sisa = sorted(p.name for p in self.folder.rglob("*") if p not in (self.buku, self.hasil, self.folder / "tmp"))
        return [*salah, *(f"sisa: {nama}" for nama in sisa)]

    @property
    def _asli(self) -> str:
        return self.buku.stem


def digest(path: Path) -> str:
    """SHA-256 of a file; empty for none."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else ""


def prepare(folder: Path, contoh: Path) -> Keadaan:
    """The input under the name of its own digest, and an older output of other content."""
    (folder / "tmp").mkdir(parents=True)
    buku = folder / f"{digest(contoh)}.xlsx"
    buku.write_bytes(contoh.read_bytes())
    hasil = folder / "hasil.xlsx"
    run(buku, hasil, "2012-08-28", folder).wait()
    baru = digest(hasil)
    run(buku, hasil, "2012-08-27", folder).wait()
    return Keadaan(folder, buku, hasil, digest(hasil), baru)


def run(buku: Path, hasil: Path, per: str, folder: Path) -> subprocess.Popen[bytes]:
    """Start `ektp rekon`; its temporary folder is in `folder/tmp`."""
    kata = ("rekon", str(buku), "--per", per, "-o", str(hasil))
    lingkungan = {"PATH": "", "TMPDIR": str(folder / "tmp"), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.Popen([*PERINTAH, *kata], env=lingkungan, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def kill_often(keadaan: Keadaan, kali: int, benih: int) -> Iterator[tuple[float, list[str]]]:
    """Kill so many runs, each at a random moment of its life; gives the moment and what was wrong after it."""
    mulai = time.monotonic()
    run(keadaan.buku, keadaan.hasil, "2012-08-28", keadaan.folder).wait()
    lama_jalan = time.monotonic() - mulai
    acak = Random(benih)
    for _ in range(kali):
        saat = acak.uniform(0.3, 1.05) * lama_jalan
        proses = run(keadaan.buku, keadaan.hasil, "2012-08-28", keadaan.folder)
        time.sleep(saat)
        proses.kill()
        proses.wait()
        yield saat, keadaan.wrong()
