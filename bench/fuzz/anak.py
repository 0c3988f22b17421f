"""One reader under atheris, in a process of its own: what falls is written down and the search goes on.

`python -m bench.fuzz.anak PEMBACA DETIK MAP BENIH`; `MAP` receives the corpus, the findings, and what ended the process.
"""

from __future__ import annotations

import json
import re
import sys
import time
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

import atheris
from bench.fuzz.vonis import judge

if TYPE_CHECKING:
    from bench.fuzz.daftar import Pembaca

TEMUAN, KORPUS, MATI = "temuan", "korpus", "mati"
INGATAN_MB = 2048
_KELONGGARAN = 10
"""A call that takes so many times what it may is ended."""
_LAMBAT_DI_AWAL = 0.2
"""Seconds; a seed that takes longer is tried once, and not changed again and again."""
_KATA = re.compile(rb"[\w.'=/#-]{2,24}")


class Pengumpul:
    """Keeps the smallest input of each finding in a folder, as it comes."""

    def __init__(self, pembaca: Pembaca, folder: Path) -> None:
        self._pembaca, self._folder = pembaca, folder
        self._terkecil: dict[str, int] = {}

    def look(self, data: bytes) -> None:
        """Try one input."""
        apa = judge(self._pembaca.periksa, self._pembaca.detik, data)
        if apa and len(data) < self._terkecil.get(apa, sys.maxsize):
            self._terkecil[apa] = len(data)
            nama = sha256(apa.encode()).hexdigest()[:12]
            (self._folder / f"{nama}.bin").write_bytes(data)
            (self._folder / f"{nama}.json").write_text(json.dumps({"apa": apa}), encoding="utf-8")


def write_dictionary(path: Path, benih: Iterable[bytes]) -> None:
    """The words in the seeds, for the fuzzer to put in as they are."""
    kata = sorted({k for satu in benih for k in _KATA.findall(satu)})[:1500]
    baris = ["".join(chr(b) if chr(b).isalnum() and b < 128 else f"\\x{b:02x}" for b in k) for k in kata]
    path.write_text("".join(f'"{b}"\n' for b in baris), encoding="ascii")


def main(nama: str, detik: str, tempat: str, acak: str) -> None:
    """Fuzz until the time is up; libFuzzer ends the process."""
    with atheris.instrument_imports(include=["ektp_core", "ektp_excel"]):
        from bench.fuzz.daftar import PER_NAMA
    pembaca, folder = PER_NAMA[nama], Path(tempat)
    for sub in (TEMUAN, KORPUS, MATI):
        (folder / sub).mkdir(exist_ok=True)
    pengumpul = Pengumpul(pembaca, folder / TEMUAN)
    benih = pembaca.benih()
    write_dictionary(folder / "kamus", benih)
    for i, data in enumerate(benih):
        mulai = time.process_time()
        pengumpul.look(data)
        if time.process_time() - mulai < _LAMBAT_DI_AWAL:
            (folder / KORPUS / f"benih-{i}").write_bytes(data[: pembaca.terpanjang])
    pilihan = [
        f"-max_total_time={detik}",
        f"-max_len={pembaca.terpanjang}",
        f"-timeout={int(_KELONGGARAN * pembaca.detik)}",
        f"-rss_limit_mb={INGATAN_MB}",
        f"-artifact_prefix={folder / MATI}/",
        f"-dict={folder / 'kamus'}",
        f"-seed={acak}",
        "-print_final_stats=1",
        str(folder / KORPUS),
    ]
    atheris.Setup([sys.argv[0], *pilihan], pengumpul.look)
    atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:])
