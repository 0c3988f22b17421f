"""The wheel as a user gets it: built, installed with every extra into a bare environment, and the suite run against that.

    uv run --group bench python -m bench.keandalan.roda [--cepat] [PYTHON ...]

The tests run from a copy of the repository without `src` and `excel`, and `EKTP_RODA=1` makes pytest refuse to begin unless both
packages come from site-packages: so a file that the wheel forgot cannot be found in the tree. Left out are `tests/penjaga` (it
reads the source itself) and the doctests in the source. `--cepat` runs the named cases and the commands only.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from xml.etree import ElementTree

from attrs import frozen
from bench.keandalan import AKAR
from bench.keandalan.laporan import Bagian, count, print_part, table

TERTUA, TERBARU = "3.11", "3.13"
TAMBAHAN = "excel,surat,massal,fungsi"
DISALIN = ("tests", "docs", "bench", "examples", "conftest.py", "README.md", "CHANGELOG.md", "pyproject.toml")
SEMUA = (
    *(f"tests/{ruang}" for ruang in "aturan kasus buku contoh massal host".split()),
    "README.md",
    "docs",
    "examples",
)
CEPAT = ("tests/kasus", "tests/buku/test_perintah.py", "tests/buku/test_contoh.py", "tests/buku/test_korpus.py")


@frozen
class Jalan:
    """The suite on one Python: its full version, and how many tests ended how; `jatuh` names those that failed."""

    python: str
    lulus: int
    dilewati: int
    jatuh: tuple[str, ...]
    detik: float


def measure(python: Sequence[str] = (TERTUA, TERBARU), uji: Sequence[str] = SEMUA) -> Bagian:
    """Build once, then install and test on each Python, on all at once."""
    jalan: list[Jalan] = []
    salah: list[str] = []
    with tempfile.TemporaryDirectory(prefix="andal-") as tempat:
        roda = build(Path(tempat))
        with ThreadPoolExecutor() as sekaligus:
            semua = {
                satu: sekaligus.submit(test, roda, satu, uji, Path(tempat) / f"py{n}") for n, satu in enumerate(python)
            }
        for satu, hasil in semua.items():
            try:
                jalan.append(hasil.result())
            except subprocess.CalledProcessError as e:
                salah.append(f"Python {satu}: {str(e.stderr or e.stdout or e).strip()[-300:]}")
        isi = roda.name
    salah += [f"Python {j.python}: {satu}" for j in jalan for satu in j.jatuh]
    baris = [(f"Python {j.python}", j.lulus, j.dilewati, len(j.jatuh), round(j.detik)) for j in jalan]
    di = " dan ".join(j.python for j in jalan) or "–"
    lulus = count(sum(j.lulus for j in jalan))
    pokok = f"{isi} terpasang di Python {di}: {lulus} uji lulus, {len(salah)} yang salah"
    return Bagian("roda", pokok, table(("terpasang di", "lulus", "dilewati", "jatuh", "detik"), baris), tuple(salah))


def build(folder: Path) -> Path:
    """The wheel of this tree."""
    _run(["uv", "build", "--wheel", "-q", "-o", str(folder / "dist"), str(AKAR)])
    (roda,) = (folder / "dist").glob("*.whl")
    return roda


def test(roda: Path, python: str, uji: Sequence[str], folder: Path) -> Jalan:
    """Install the wheel and what the tests need, and run them. Raises `CalledProcessError` when they cannot even begin."""
    folder.mkdir()
    lingkungan, salinan = folder / "venv", folder / "salinan"
    _run(["uv", "venv", "-q", "--python", python, str(lingkungan)])
    program = lingkungan / ("Scripts" if os.name == "nt" else "bin") / "python"
    pasang = ["uv", "pip", "install", "-q", "--python", str(program), "--group", f"{AKAR / 'pyproject.toml'}:dev"]
    _run([*pasang, f"{roda}[{TAMBAHAN}]"])
    for nama in DISALIN:
        asal = AKAR / nama
        if asal.is_dir():
            shutil.copytree(asal, salinan / nama, ignore=shutil.ignore_patterns("__pycache__"))
        else:
            salinan.mkdir(exist_ok=True)
            shutil.copy(asal, salinan / nama)
    mulai = time.monotonic()
    laporan = folder / "uji.xml"
    perintah = [str(program), "-m", "pytest", "-q", "-p", "no:cacheprovider", f"--junitxml={laporan}", *uji]
    # The environment's own folder comes first: some tests look for `ektp` on PATH.
    env = os.environ | {"EKTP_RODA": "1", "PATH": f"{program.parent}{os.pathsep}{os.environ['PATH']}"}
    env = {nama: isi for nama, isi in env.items() if nama not in ("VIRTUAL_ENV", "PYTHONPATH")}
    hasil = subprocess.run(perintah, cwd=salinan, env=env, capture_output=True, text=True, check=False)
    if hasil.returncode not in (0, 1):
        raise subprocess.CalledProcessError(hasil.returncode, perintah, hasil.stdout, hasil.stderr)
    versi = _run([str(program), "-c", "import platform; print(platform.python_version())"]).strip()
    return read_report(laporan, versi, time.monotonic() - mulai)


def read_report(laporan: Path, python: str, detik: float) -> Jalan:
    """The counts of a JUnit report."""
    kasus = list(ElementTree.parse(laporan).iter("testcase"))
    jatuh = [k for k in kasus if k.find("failure") is not None or k.find("error") is not None]
    dilewati = sum(k.find("skipped") is not None for k in kasus)
    nama = tuple(f"{k.get('classname')}::{k.get('name')}" for k in jatuh)
    return Jalan(python, len(kasus) - len(jatuh) - dilewati, dilewati, nama, detik)


def _run(perintah: Sequence[str]) -> str:
    return subprocess.run(perintah, capture_output=True, text=True, check=True).stdout


def main() -> int:
    """Test on the Pythons named; 1 when something fell or could not be installed."""
    urai = argparse.ArgumentParser(prog="python -m bench.keandalan.roda", description=(__doc__ or "").splitlines()[0])
    bantuan = f"versi atau jalur Python (bawaan {TERTUA} dan {TERBARU})"
    urai.add_argument("python", nargs="*", default=[TERTUA, TERBARU], help=bantuan)
    urai.add_argument("--cepat", action="store_true", help="hanya kasus bernama dan perintah")
    pilihan = urai.parse_args()
    mulai = time.monotonic()
    bagian = measure(pilihan.python, CEPAT if pilihan.cepat else SEMUA)
    print_part(bagian, time.monotonic() - mulai)
    return 1 if bagian.salah else 0


if __name__ == "__main__":
    sys.exit(main())
