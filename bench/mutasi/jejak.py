"""Which test runs through which function of the core: a test that never enters a function cannot notice a change in it.

A line outside every function's body (a constant, a word list, a default) is read when the core is loaded: it concerns
every test.
"""

from __future__ import annotations

import ast
import functools
import gc
from collections.abc import Iterator, Sequence
from pathlib import Path

import coverage
import pytest
from bench.mutasi.anak import INTI

Fungsi = tuple[str, int]
"""A function: its file, and the line on which its body begins."""


class Rentang:
    """The outermost functions of a module by the lines of their bodies."""

    def __init__(self, path: Path) -> None:
        self._nama = str(path)
        self._isi = list(_bodies(ast.parse(path.read_text(encoding="utf-8")).body))

    def find(self, baris: int) -> Fungsi | None:
        """The function whose body has the line; None for a line that is read on loading."""
        return next(((self._nama, awal) for awal, akhir in self._isi if awal <= baris <= akhir), None)


def _bodies(isi: Sequence[ast.stmt]) -> Iterator[tuple[int, int]]:
    for simpul in isi:
        if isinstance(simpul, ast.ClassDef):
            yield from _bodies(simpul.body)
        elif isinstance(simpul, ast.FunctionDef):
            yield simpul.body[0].lineno, simpul.end_lineno or simpul.lineno


class Pelacak:
    """The pytest plugin that notes the functions which each test enters, and those that loading enters."""

    def __init__(self) -> None:
        self._liputan = coverage.Coverage(data_file=None, source=[str(INTI)], config_file=False, messages=False)
        self._ingatan: list[functools._lru_cache_wrapper[object]] = []

    def pytest_collection_finish(self) -> None:
        """Everything is loaded: find all that remembers answers."""
        self._ingatan = [x for x in gc.get_objects() if isinstance(x, functools._lru_cache_wrapper)]

    def start(self) -> None:
        """Begin to look; whatever runs before the first test belongs to loading."""
        self._liputan.start()

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """One test by itself, and no answer remembered from an earlier test."""
        for ingatan in self._ingatan:
            ingatan.cache_clear()
        self._liputan.switch_context(item.nodeid)
        return (yield)

    def stop(self) -> dict[str, set[Fungsi]]:
        """The functions that each test entered; under an empty name, those that loading entered."""
        self._liputan.stop()
        data = self._liputan.get_data()
        per_uji: dict[str, set[Fungsi]] = {"": set()}
        for berkas in data.measured_files():
            rentang = Rentang(Path(berkas))
            for baris, uji in data.contexts_by_lineno(berkas).items():
                if (fungsi := rentang.find(baris)) is not None:
                    for nodeid in uji:
                        per_uji.setdefault(nodeid, set()).add(fungsi)
        return per_uji
