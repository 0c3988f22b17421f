"""Invariants of what reads a call of the command: its words, and the words that mean dates, people, paces, days and hours."""

from __future__ import annotations

import io
from argparse import ArgumentTypeError
from collections.abc import Callable
from contextlib import redirect_stdout

from bench.fuzz.sifat import check_message, hold, to_text

from ektp_core.galat import EktpError
from ektp_core.tulisan import show_count
from ektp_excel.perintah.argumen import parse
from ektp_excel.perintah.bacaan import read_benih, read_hari, read_laju, read_malam, read_pagu, read_per, read_sesi
from ektp_excel.perintah.layar import one_line

_KATA: tuple[Callable[[str], object], ...] = (
    read_per,
    read_pagu,
    read_laju,
    read_hari,
    read_malam,
    read_sesi,
    read_benih,
)


def check_perintah(data: bytes) -> None:
    """The text as one word of every kind, and its lines as the words of a call."""
    teks = to_text(data)
    for read in _KATA:
        try:
            read(teks)
        except ArgumentTypeError as e:
            check_message(one_line(str(e)))
    _check_round_trips(teks)
    try:
        with redirect_stdout(io.StringIO()):
            parse(teks.split("\n"))
    except EktpError as e:
        check_message(one_line(str(e)))


def _check_round_trips(teks: str) -> None:
    try:
        orang = read_pagu(teks)
    except ArgumentTypeError:
        return
    hold(read_pagu(show_count(orang)) == read_pagu(str(orang)) == orang, "jumlah yang ditulis baku terbaca sama")
