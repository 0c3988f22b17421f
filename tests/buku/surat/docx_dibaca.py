"""Word documents read back with python-docx and nothing of ours: their words, and the rows of their tables."""

from __future__ import annotations

import io
from collections.abc import Iterator

from docx import Document
from docx.document import Document as Dokumen
from docx.oxml.ns import qn


def open_docx(isi: bytes) -> Dokumen:
    """The document."""
    return Document(io.BytesIO(isi))


def words(isi: bytes) -> str:
    """All text of the body, paragraph by paragraph, tables included."""
    badan = open_docx(isi).element.body
    return "\n".join("".join(t.text or "" for t in p.iter(qn("w:t"))) for p in badan.iter(qn("w:p")))


def tables(isi: bytes) -> list[list[list[str]]]:
    """Each table of the body as rows of cell texts."""
    return [
        [
            ["".join(t.text or "" for t in sel.iter(qn("w:t"))) for sel in baris.iterchildren(qn("w:tc"))]
            for baris in tabel.iterchildren(qn("w:tr"))
        ]
        for tabel in open_docx(isi).element.body.iterchildren(qn("w:tbl"))
    ]


def rows_under(isi: bytes, *kepala: str) -> Iterator[list[str]]:
    """The rows of every table whose first row begins with these headers."""
    for tabel in tables(isi):
        if tuple(tabel[0][: len(kepala)]) == kepala:
            yield from tabel[1:]


def number(teks: str) -> int:
    """The first figure of a cell, dots between thousands."""
    return int(teks.split()[0].replace(".", ""))
