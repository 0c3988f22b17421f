"""What the pages show of the command: its help and what it prints on the built-in example.

Called from cog blocks; see `segarkan`.
"""

from __future__ import annotations

import contextlib
import io
import json
import os
import shlex
import shutil
import tempfile
from collections import Counter
from pathlib import Path
from unittest.mock import patch

from openpyxl import load_workbook

from ektp_excel.perintah import main

CONTOH = Path(__file__).resolve().parents[2] / "examples"
_BUKU = "buku_jaten.xlsx"
_LEBAR = "100"


def run_in(map_kerja: Path, panggilan: str) -> tuple[int, str]:
    """The exit code of `ektp …` run in a folder, and what it prints, standard error included."""
    cetak, lama = io.StringIO(), Path.cwd()
    os.chdir(map_kerja)
    try:
        with (
            patch.dict(os.environ, {"COLUMNS": _LEBAR, "NO_COLOR": "1"}),
            contextlib.redirect_stdout(cetak),
            contextlib.redirect_stderr(cetak),
        ):
            kode = main(shlex.split(panggilan)[1:])
    finally:
        os.chdir(lama)
    return kode, cetak.getvalue()


def run(panggilan: str) -> str:
    """What `ektp …` prints, run in a folder of its own that holds the workbooks of `examples/`; raises when it fails."""
    with tempfile.TemporaryDirectory() as map_kerja:
        for buku in CONTOH.glob("*.xlsx"):
            shutil.copy(buku, map_kerja)
        kode, cetak = run_in(Path(map_kerja), panggilan)
    if kode:
        raise RuntimeError(f"{panggilan}: kode {kode}\n{cetak}")
    return cetak


def keluaran(panggilan: str) -> str:
    """A block with the call and what it prints."""
    isi = "\n".join(baris.rstrip() for baris in run(panggilan).splitlines())
    return f"\n```text\n$ {panggilan}\n{isi}\n```\n"


def subcommands() -> list[str]:
    """The names of the subcommands, in the order of the help."""
    baris = run("ektp --help").splitlines()
    mulai = baris.index("perintah:")
    return [b.split()[0] for b in baris[mulai:] if b.startswith("    ") and not b.startswith("     ")]


def bantuan() -> str:
    """The help of the command and of each of its subcommands."""
    semua = [keluaran("ektp --help")]
    for nama in subcommands():
        semua += [f"## ektp {nama}", keluaran(f"ektp {nama} --help")]
    return "\n".join(semua)


def akibat_urutan() -> str:
    """How many papers of the small example book would change their category under another order, counted from its result."""
    kategori: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as map_kerja:
        shutil.copy(CONTOH / _BUKU, map_kerja)
        kode, cetak = run_in(Path(map_kerja), f"ektp rekon {_BUKU} --per 2012-08-28 -o hasil.xlsx --json angka.json")
        assert kode == 0, cetak
        angka = json.loads((Path(map_kerja) / "angka.json").read_text(encoding="utf-8"))
        lembar = load_workbook(Path(map_kerja) / "hasil.xlsx", read_only=True)["KEPUTUSAN"]
        kepala, *baris = lembar.iter_rows(values_only=True)
        semua = [dict(zip(map(str, kepala), satu, strict=True)) for satu in baris]
    menurut_nomor = {satu["NO_UNDANGAN"]: satu["KATEGORI"] for satu in semua if satu["KATEGORI"] != "DOBEL"}
    for satu in semua:
        if satu["KATEGORI"] == "DOBEL":
            kategori[str(menurut_nomor.get(satu["RUJUKAN"]))] += 1
    lain = ", ".join(f"{n} {nama}" for nama, n in sorted(kategori.items()) if nama != "SAH") or "tidak satu pun"
    cakupan = {k: v.replace(".", ",") for k, v in angka["cakupan"].items() if v}
    dobel, belum_pasti = sum(kategori.values()), angka["wajib"]["belum_pasti"]
    return (
        f"\nPada buku contoh kecil: dari {dobel} kertas DOBEL, kertas yang dipakai oleh orangnya berkategori lain daripada SAH "
        f"untuk {lain}; hanya kertas-kertas itu yang berpindah kategori bila DOBEL tidak didahulukan. Dan {belum_pasti} orang "
        f"*belum pasti* karena catatan tanpa dokumen: cakupannya antara {cakupan['bawah']}% dan {cakupan['atas']}%; bila catatan "
        "dipercaya sebagai dokumen, angka atas itulah yang akan dilaporkan.\n"
    )
