"""The readers of texts again, each with a text that fills a whole cell: what takes ever longer on long texts shows here."""

from __future__ import annotations

from bench.fuzz.sifat import to_text
from bench.fuzz.sifat_kata import check_alamat, check_catatan, check_kata, check_nama
from bench.fuzz.sifat_sel import check_nik, check_sel, check_tanggal

PENUH = 32_767
"""The most characters that a cell of Excel holds."""


def check_panjang(data: bytes) -> None:
    """The text again and again until the cell is full; the last byte stands at the end alone, where a pattern fails late."""
    teks = to_text(data)
    if not teks:
        return
    penuh = (teks[:-1] or teks) * (PENUH // max(1, len(teks) - 1)) + teks[-1]
    isi = penuh[-PENUH:].encode("utf-8", "surrogateescape")
    if isi[0] <= 6:
        return
    for periksa in (check_sel, check_tanggal, check_nik, check_catatan, check_nama, check_alamat, check_kata):
        periksa(isi)
