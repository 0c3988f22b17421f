"""Which test runs through which function of the core: a test that never enters a function cannot notice a change in it.

A line outside every function's body (a constant, a word list, a default) is read when the core is loaded: it concerns
every test.
"""

from __future__ import annotations

import ast
import functools
import gc
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import FrameType
from typing import Any

import pytest
from bench.mutasi.anak import INTI

Fungsi = tuple[str, int]
"""A function: its file, and the line on which its body begins."""


class Rentang:
    """The functions of a module by the lines of their bodies; what stands inside a function belongs to it."""

    def __init__(self, path: Path) -> None:
        self._nama = str(path)
        self._isi = list(_bodies(ast.parse(path.read_text(encoding="utf-8")).body))

    def find(self, baris: int) -> Fungsi | None:
        """The outermost function whose body has the line; None for a line that is read on loading."""
        return next(((self._nama, awal) for _, awal, akhir in self._isi if awal <= baris <= akhir), None)

    def find_code(self, baris: int) -> Fungsi | None:
        """As `find`, for the first line of a code object, which is that of the `def` or of its decorator."""
        return next(((self._nama, awal) for kepala, awal, akhir in self._isi if kepala <= baris <= akhir), None)


def _bodies(isi: Sequence[ast.stmt]) -> Iterator[tuple[int, int, int]]:
    for simpul in isi:
        if isinstance(simpul, ast.ClassDef):
            yield from _bodies(simpul.body)
        elif isinstance(simpul, ast.FunctionDef):
            kepala = min([simpul.lineno, *(h.lineno for h in simpul.decorator_list)])
            yield kepala, simpul.body[0].lineno, simpul.end_lineno or simpul.lineno


class Pelacak:
    """The pytest plugin that notes the functions which each test enters, and those that loading enters."""

    def __init__(self) -> None:
        self._kode: dict[Any, Fungsi | None] = {}
        self._rentang: dict[str, Rentang] = {}
        self._kini: set[Fungsi] = set()
        self.saat_muat: set[Fungsi] = self._kini
        self.per_uji: dict[str, set[Fungsi]] = {}

    def start(self) -> None:
        """Begin to look; whatever runs before the first test belongs to loading."""
        sys.setprofile(self._look)

    def _look(self, bingkai: FrameType, peristiwa: str, _: object) -> None:
        if peristiwa != "call":
            return
        kode = bingkai.f_code
        if kode not in self._kode:
            self._kode[kode] = self._function_of(kode.co_filename, kode.co_firstlineno)
        if (fungsi := self._kode[kode]) is not None:
            self._kini.add(fungsi)

    def _function_of(self, berkas: str, baris: int) -> Fungsi | None:
        if not berkas.startswith(str(INTI)):
            return None
        if berkas not in self._rentang:
            self._rentang[berkas] = Rentang(Path(berkas))
        return self._rentang[berkas].find_code(baris)

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """One test: its own set, and no answer remembered from an earlier test."""
        for benda in gc.get_objects():
            if isinstance(benda, functools._lru_cache_wrapper):
                benda.cache_clear()
        self._kini = self.per_uji[item.nodeid] = set()
        sys.setprofile(self._look)
        return (yield)
