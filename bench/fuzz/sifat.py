"""What every reader's invariants are made of: how an input of bytes becomes text or a cell, and what may come back.

Nothing here knows a reader.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import TypeVar

from ektp_core.galat import EktpError
from ektp_core.nik import mask_text
from ektp_core.tulisan import TAK_TERLIHAT

T = TypeVar("T")
PER = date(2012, 8, 28)
_ANTARA = rf"[\s.\-\u2010-\u2015\u2212_/\\'\"`’‘,|*{TAK_TERLIHAT}\x00-\x1f]{{0,9}}"
_NIK_UTUH = re.compile(rf"\d(?:{_ANTARA}\d){{12}}")


class Langgar(AssertionError):
    """An invariant that does not hold; its text says which, and nothing of the input."""


def hold(benar: bool, sifat: str) -> None:
    """`Langgar` unless it is true. Unlike `assert` it also stands under `python -O`."""
    if not benar:
        raise Langgar(sifat)


def to_text(data: bytes) -> str:
    """Any bytes as a text: UTF-8, and each byte that is none as half a surrogate pair."""
    return data.decode("utf-8", "surrogateescape")


def to_cell(data: bytes) -> object:
    """Any bytes as a cell's value: text, or by a first byte of 1 to 6 a number, a date or a constant."""
    jenis, isi = data[:1], data[1:]
    match jenis:
        case b"\x01":
            return float(struct.unpack("<d", isi[:8].ljust(8, b"\0"))[0])
        case b"\x02":
            return int.from_bytes(isi, "little", signed=True)
        case b"\x03":
            return _to_decimal(isi)
        case b"\x04":
            return date.fromordinal(1 + int.from_bytes(isi[:4], "little") % date.max.toordinal())
        case b"\x05":
            return datetime(1900, 1, 1) + timedelta(seconds=int.from_bytes(isi[:5], "little") % (8 * 10**9))
        case b"\x06":
            return (None, True, False, timedelta(1))[isi[0] % 4 if isi else 0]
        case _:
            return to_text(data)


def _to_decimal(isi: bytes) -> Decimal:
    try:
        return Decimal(isi[:40].decode("ascii", "replace"))
    except InvalidOperation:
        return Decimal(int.from_bytes(isi, "little"))


def check_message(pesan: str) -> None:
    """What an officer is told is one line, and shows no NIK (whoever prints it masks it)."""
    hold(len(pesan.splitlines()) == 1 and pesan.strip() != "", "pesan adalah satu baris")
    check_hidden(mask_text(pesan))


def check_hidden(teks: str) -> None:
    """No thirteen digits stand in a row, with no more between them than separates parts of a NIK."""
    hold(_NIK_UTUH.search(teks) is None, "tidak ada NIK utuh yang tampak")


def attempt(jenis: type[EktpError], read: Callable[[], T]) -> tuple[T | None, str]:
    """What was read, or why not; only the one kind of error may come, with a message that may be shown."""
    try:
        return read(), ""
    except jenis as e:
        check_message(str(e))
        return None, str(e)
