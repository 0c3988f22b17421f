"""What the pages show of the command: its help and what it prints on the built-in example.

Called from cog blocks; see `segarkan`.
"""

from __future__ import annotations

import contextlib
import io
import os
import shlex
import shutil
import tempfile
from pathlib import Path
from unittest.mock import patch

from ektp_excel.perintah import main

CONTOH = Path(__file__).resolve().parents[2] / "examples"
_LEBAR = "100"


def run(panggilan: str) -> str:
    """What `ektp …` prints, run in a folder of its own that holds the workbooks of `examples/`; raises when it fails."""
    kata = shlex.split(panggilan)
    assert kata[0] == "ektp", panggilan
    cetak, lama = io.StringIO(), Path.cwd()
    with tempfile.TemporaryDirectory() as map_kerja, patch.dict(os.environ, {"COLUMNS": _LEBAR, "NO_COLOR": "1"}):
        for buku in CONTOH.glob("*.xlsx"):
            shutil.copy(buku, map_kerja)
        os.chdir(map_kerja)
        try:
            with contextlib.redirect_stdout(cetak), contextlib.redirect_stderr(cetak):
                kode = main(kata[1:])
        finally:
            os.chdir(lama)
    if kode:
        raise RuntimeError(f"{panggilan}: kode {kode}\n{cetak.getvalue()}")
    return cetak.getvalue()


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
