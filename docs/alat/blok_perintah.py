"""Runs what the pages tell a reader to type: `console` blocks with their output, and the calls in `sh` blocks as far as words go.

A `console` block holds lines `$ ektp …`, each followed by what it prints, standard error included; `…` stands for anything, and
a call that must fail ends with the line `(kode keluar N)`. The blocks of one page share a folder, which begins with the
workbooks of `examples/`. A call in a `sh` block is not run, but must be one that the command understands.
"""

from __future__ import annotations

import doctest
import re
import shlex
import shutil
import tempfile
from pathlib import Path
from typing import Any

from halaman_perintah import CONTOH, run_in
from sybil.example import Example
from sybil.parsers.markdown import CodeBlockParser

from ektp_core.galat import EktpError
from ektp_excel.perintah.argumen import parse

_MAP = "map_kerja_perintah"
_PANGGILAN = re.compile(r"^(?:uv run )?(ektp(?: .*)?)$")


def _folder(namespace: dict[str, Any]) -> Path:
    """The folder of the page, made at its first block; it goes when the page's namespace goes."""
    if _MAP not in namespace:
        namespace[_MAP] = tempfile.TemporaryDirectory()
        for buku in CONTOH.glob("*.xlsx"):
            shutil.copy(buku, namespace[_MAP].name)
    return Path(namespace[_MAP].name)


def split_calls(isi: str) -> list[tuple[str, str]]:
    """The calls of a block, each with the output that the page shows."""
    potongan = re.split(r"^\$ (.*)$", isi, flags=re.MULTILINE)
    return list(zip(potongan[1::2], (p.lstrip("\n") for p in potongan[2::2]), strict=True))


def _split_code(harap: str) -> tuple[str, int]:
    """The output without its last line `(kode keluar N)`, and that code; 0 where the page says nothing."""
    cocok = re.search(r"^\(kode keluar (\d+)\)\s*\Z", harap, flags=re.MULTILINE)
    return (harap[: cocok.start()], int(cocok[1])) if cocok else (harap, 0)


def differs(harap: str, cetak: str) -> str:
    """How the output differs from the page's; empty when it does not."""
    pemeriksa, pilihan = doctest.OutputChecker(), doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
    harap = harap.replace("…", "...").strip() + "\n"
    if pemeriksa.check_output(harap, cetak.strip() + "\n", pilihan):
        return ""
    return pemeriksa.output_difference(doctest.Example("", harap), cetak.strip() + "\n", pilihan)


def evaluate_console(example: Example) -> str | None:
    """Run the calls of a `console` block; what differs is the failure that Sybil shows."""
    for panggilan, harap in split_calls(str(example.parsed)):
        cocok = _PANGGILAN.match(panggilan)
        if cocok is None:
            return f"{panggilan!r} bukan panggilan ektp"
        kode, cetak = run_in(_folder(example.namespace), cocok[1])
        harap, kode_harap = _split_code(harap)
        if kode != kode_harap:
            return f"$ {panggilan}\nkode keluar {kode}, halaman menulis {kode_harap}\n{cetak}"
        if beda := differs(harap, cetak):
            return f"$ {panggilan}\n{beda}"
    return None


def evaluate_sh(example: Example) -> str | None:
    """Whether every call of `ektp` in a `sh` block is one that the command understands."""
    for baris in str(example.parsed).splitlines():
        for satu in baris.split("&&"):
            if cocok := _PANGGILAN.match(satu.split("#")[0].strip()):
                try:
                    parse(shlex.split(cocok[1])[1:])
                except EktpError as e:
                    return f"{satu.strip()}: {e}"
    return None


def parsers() -> list[CodeBlockParser]:
    """The parsers of both kinds of block, for Sybil."""
    return [CodeBlockParser("console", evaluate_console), CodeBlockParser("sh", evaluate_sh)]
