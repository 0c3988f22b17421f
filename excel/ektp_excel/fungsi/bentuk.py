"""Ranges in, an answer of the same shape out: one answer for each cell, equal rows decided once, errors kept in their row.

An argument of one cell serves every row. Trailing blank rows of a whole column are not looked at.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import wraps
from itertools import chain, repeat
from typing import Protocol

from ektp_core.galat import EktpError
from ektp_core.pemulung import without_collector
from ektp_excel.fungsi.nilai import is_blank, is_galat, refuse, show_galat, tidy

Rentang = Sequence[Sequence[object]]
"""The cells of one argument, row by row."""
Jawaban = list[list[object]]
Baris = tuple[object, ...]


class Panggilan(Protocol):
    """A formula function: the cells of each argument (None when omitted) in, cells out; never an exception."""

    def __call__(self, *rentang: Rentang | None, sistem_1904: bool = False) -> Jawaban: ...


def formula(f: Callable[..., Jawaban]) -> Panggilan:
    """Turn what cannot be answered at all into one cell of GALAT text, so that no exception reaches a cell."""

    @wraps(f)
    def panggil(*rentang: Rentang | None, sistem_1904: bool = False) -> Jawaban:
        try:
            with without_collector():
                return f(*rentang, sistem_1904=sistem_1904)
        except EktpError as e:
            return [[show_galat(e)]]
        except Exception as e:
            # A mistake of the program: the cell names it, since an officer has no other place to see it.
            return [[show_galat(f"kesalahan program ({type(e).__name__}), mohon dilaporkan")]]

    return panggil


def take_one(rentang: Rentang | None, nama: str) -> object:
    """The value of an argument that must be one cell; None when it is omitted."""
    if not rentang:
        return None
    if _size(rentang) > 1:
        raise EktpError(f"{nama} harus satu sel")
    nilai = tidy(rentang[0])[0]
    refuse(nilai)
    return nilai


def flatten(rentang: Rentang) -> Sequence[object]:
    """The cells of a range in reading order, with plain types only."""
    if len(rentang) == 1:
        return tidy(rentang[0])
    if len(rentang[0]) == 1:
        return tidy([baris[0] for baris in rentang])
    return tidy(list(chain.from_iterable(rentang)))


def used_length(kolom: Sequence[object]) -> int:
    """How many cells there are up to the last that is not blank."""
    n = len(kolom)
    while n and (kolom[n - 1] is None or kolom[n - 1] == ""):
        n -= 1
    return n


def shape_like(rentang: Rentang, jawab: Iterable[object]) -> Jawaban:
    """The answers in the shape of the range; cells beyond the last answer are blank."""
    lebar, banyak = len(rentang[0]), _size(rentang)
    if lebar == 1:
        hasil: Jawaban = [[satu] for satu in jawab]
        return hasil + blank_rows(banyak - len(hasil), 1)
    semua = list(jawab)
    semua += [None] * (banyak - len(semua))
    return [semua[i : i + lebar] for i in range(0, banyak, lebar)]


def answer_each(satu: Callable[..., object], *rentang: Rentang | None, nama: str, utuh: bool = False) -> Jawaban:
    """Answer every cell of the first range by `satu`, which takes one value of each range and may raise `EktpError`.

    Blank in, blank out. `nama` says what the first argument is, should it be omitted. With `utuh` a column that holds
    a GALAT of another function is refused as a whole, since a figure beside it would hide that row.
    """
    bentuk, baris = _pair(rentang, nama, utuh)
    return shape_like(bentuk, _decide(satu, baris))


def answer_wide(
    satu: Callable[..., Baris], *rentang: Rentang | None, nama: str, lebar: int, utuh: bool = False
) -> Jawaban:
    """As `answer_each`, but `satu` gives `lebar` cells, which stand side by side in one row for each cell."""
    bentuk, baris = _pair(rentang, nama, utuh)
    jawab = [list(isi) if isinstance(isi, tuple) else [isi] * lebar for isi in _decide(satu, baris)]
    return [*jawab, *blank_rows(_size(bentuk) - len(jawab), lebar)]


def blank_rows(banyak: int, lebar: int) -> Jawaban:
    """So many rows of blank cells."""
    return [[None] * lebar for _ in range(banyak)]


def _pair(rentang: Sequence[Rentang | None], nama: str, utuh: bool) -> tuple[Rentang, Iterable[Baris]]:
    """The range whose shape the answer takes, and the values of each row up to the last that says something."""
    if not rentang[0]:
        raise EktpError(f"isi {nama}")
    kolom = [r for r in rentang if r is not None and _size(r) > 1]
    bentuk = kolom[0] if kolom else rentang[0]
    datar = [flatten(r) if r else (None,) for r in rentang]
    n = used_length(datar[0]) if len(datar[0]) > 1 else max(map(used_length, datar))
    sebab = _find_misfit(bentuk, kolom) or (_find_galat(datar) if utuh else "")
    if sebab:
        utama = datar[0][:n] if len(datar[0]) > 1 else repeat(datar[0][0], n)
        return bentuk, [(v if is_blank(v) else sebab,) for v in utama]
    return bentuk, zip(*(d[:n] if len(d) > 1 else repeat(d[0], n) for d in datar), strict=True)


def _find_misfit(bentuk: Rentang, kolom: Sequence[Rentang]) -> str:
    for satu in kolom:
        if (len(satu), len(satu[0])) != (len(bentuk), len(bentuk[0])):
            satu_lain = " dan ".join(f"{len(r)}×{len(r[0])}" for r in (bentuk, satu))
            return show_galat(f"ukuran rentang berbeda, {satu_lain}")
    return ""


def _find_galat(datar: Sequence[Sequence[object]]) -> str:
    for kolom in datar:
        if len(kolom) > 1:
            for nomor, nilai in enumerate(kolom, 1):
                if is_galat(nilai):
                    return show_galat(f"sel ke-{nomor} berisi GALAT, perbaiki dulu")
    return ""


def _size(rentang: Rentang) -> int:
    return len(rentang) * len(rentang[0])


class _Putusan(dict[Baris, object]):
    """The answers that were already given, so that equal rows are decided once."""

    def __init__(self, satu: Callable[..., object]) -> None:
        super().__init__()
        self._satu = satu

    def __missing__(self, isi: Baris) -> object:
        jawab = self[isi] = None if is_blank(isi[0]) else self._answer(isi)
        return jawab

    def _answer(self, isi: Baris) -> object:
        try:
            for nilai in isi:
                if nilai is not None:
                    refuse(nilai)
            return self._satu(*isi)
        except EktpError as e:
            return show_galat(e)


def _decide(satu: Callable[..., object], baris: Iterable[Baris]) -> Iterator[object]:
    """The answer for each row."""
    return map(_Putusan(satu).__getitem__, baris)
