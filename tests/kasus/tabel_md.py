"""Tables in a Markdown page: found by the mark above them, read by their headers, written back with other cells."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

Kolom = dict[str, str]


def cells(baris: str) -> list[str]:
    """The cells of a row of a Markdown table."""
    return [satu.strip() for satu in baris.strip().strip("|").split("|")]


def write_table(kepala: list[str], rows: Iterable[Kolom]) -> str:
    """A table in Markdown, with the headers as they stand on the page."""
    isi = [f"| {' | '.join(satu[judul.strip('*')] for judul in kepala)} |" for satu in rows]
    return "\n".join([f"| {' | '.join(kepala)} |", "|" + "---|" * len(kepala), *isi, ""])


def find_tables(teks: str, kata: str) -> Iterator[tuple[re.Match[str], list[str], list[Kolom]]]:
    """Each table under a mark `<!-- kata: kind -->`: where it stands, its headers, and its rows by header."""
    for cocok in re.finditer(rf"<!-- {kata}: (\w+) -->\n((?:\|.*\n)+)", teks):
        kepala, _, *isi = map(cells, cocok[2].splitlines())
        nama = [judul.strip("*") for judul in kepala]
        yield cocok, kepala, [dict(zip(nama, baris, strict=True)) for baris in isi]


def read_tables(teks: str, kata: str) -> list[tuple[str, list[Kolom]]]:
    """The kind and the rows of each marked table."""
    return [(cocok[1], rows) for cocok, _, rows in find_tables(teks, kata)]


def rewrite_tables(teks: str, kata: str, answer: Callable[[str, list[Kolom]], list[Kolom]]) -> str:
    """The page with the rows of each marked table as `answer` gives them for its kind and its rows."""
    for cocok, kepala, rows in reversed(list(find_tables(teks, kata))):
        awal, akhir = cocok.span(2)
        teks = teks[:awal] + write_table(kepala, answer(cocok[1], rows)) + teks[akhir:]
    return teks
