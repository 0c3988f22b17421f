"""The example tables of `docs/aturan`: which row belongs to which rule, what goes in, and what must come out.

A table is executed when the line before it says `<!-- contoh: PERAGA -->`. Columns whose heading is **bold** are answers;
the others go in. Nothing here knows how an example is run.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from attrs import field, frozen

from penjaga.berkas import ROOT

ATURAN = ROOT / "docs" / "aturan"
KOSONG = "–"
"""How a page writes that an answer is empty, or that a sheet holds no row."""

_JUDUL = re.compile(r"## ([A-Z]+-\d\d)\b")
_TANDA = re.compile(r"<!-- contoh: (\w+) -->")
_PISAH = re.compile(r"(?<!\\)\|")


@frozen
class Contoh:
    """One row of an example table; `aturan` is empty where the page stands under no rule."""

    halaman: Path
    baris: int
    aturan: str
    peraga: str
    masukan: Mapping[str, str]
    jawaban: Mapping[str, str]

    @property
    def nama(self) -> str:
        """How a test report calls the row."""
        return f"{self.halaman.name}:{self.baris}:{self.aturan or self.peraga}"


@frozen
class Halaman:
    """A page as a guard sees it: the sections of its rules, and the rows of its example tables."""

    path: Path
    bagian: Mapping[str, str] = field(factory=dict)
    contoh: tuple[Contoh, ...] = ()


def _cells(baris: str) -> list[str]:
    return [sel.strip().replace(r"\|", "|") for sel in _PISAH.split(baris.strip().strip("|"))]


def _table(baris: list[str], mulai: int) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of the table whose heading stands at `mulai`, each with its line number."""
    kepala = _cells(baris[mulai])
    for n in range(mulai + 2, len(baris)):
        if not baris[n].startswith("|"):
            return
        sel = _cells(baris[n])
        if len(sel) != len(kepala):
            raise ValueError(f"baris {n + 1}: {len(sel)} sel, kepalanya {len(kepala)}")
        yield n + 1, dict(zip(kepala, sel, strict=True))


def read_page(path: Path, teks: str | None = None) -> Halaman:
    """The page with its sections and examples; `teks` stands for the file's own text."""
    baris = (path.read_text(encoding="utf-8") if teks is None else teks).splitlines()
    aturan, mulai = "", 0
    bagian: dict[str, str] = {}
    contoh: list[Contoh] = []
    for n, satu in enumerate(baris):
        if satu.startswith("## "):
            if aturan:
                bagian[aturan] = "\n".join(baris[mulai:n])
            judul = _JUDUL.match(satu)
            aturan, mulai = (judul[1] if judul else ""), n
            if aturan in bagian:
                raise ValueError(f"{path.name} baris {n + 1}: {aturan} ditulis dua kali")
        elif "<!-- contoh" in satu:
            tanda = _TANDA.fullmatch(satu.strip())
            if tanda is None:
                raise ValueError(f"{path.name} baris {n + 1}: tanda contoh harus sendirian di barisnya")
            kepala = next(m for m in range(n + 1, len(baris)) if baris[m].strip())
            for nomor, isi in _table(baris, kepala):
                masukan = {k: v for k, v in isi.items() if not k.startswith("**")}
                jawaban = {k.strip("*"): v for k, v in isi.items() if k.startswith("**")}
                contoh.append(Contoh(path, nomor, aturan, tanda[1], masukan, jawaban))
    if aturan:
        bagian[aturan] = "\n".join(baris[mulai:])
    return Halaman(path, bagian, tuple(contoh))


def unplayed(teks: str) -> list[tuple[int, str]]:
    """Tables that show answers (a bold heading) but that no mark makes a test play: each line number, and its rule or ""."""
    baris = teks.splitlines()
    hasil, aturan = [], ""
    for n, satu in enumerate(baris[:-1]):
        if judul := _JUDUL.match(satu):
            aturan = judul[1]
        jawaban = satu.startswith("|") and "| **" in satu and baris[n + 1].startswith("|--")
        if jawaban and not _TANDA.search(baris[n - 1]):
            hasil.append((n + 1, aturan))
    return hasil


def read_pages() -> list[Halaman]:
    """Every page of `docs/aturan`."""
    return [read_page(path) for path in sorted(ATURAN.glob("*.md"))]
