"""One mutant, in a process of its own that was forked from one in which pytest and Hypothesis are already loaded.

The changed source is loaded in the module's place, the tests run until the first that fails, and that test's name and
rules go up the pipe. No file is written.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import importlib.util
import json
import os
import resource
import sys
import traceback
from collections.abc import Mapping, Sequence
from importlib.machinery import ModuleSpec, SourceFileLoader
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

import pytest
from hypothesis import Phase, settings

AKAR = Path(__file__).resolve().parents[2]
INTI = AKAR / "src" / "ektp_core"
BATAS_INGATAN = 3 * 2**30
PILIHAN = (
    "-q",
    "--tb=no",
    "-p",
    "no:cacheprovider",
    "-p",
    "no:faulthandler",
    "-p",
    "no:logging",
    "--capture=no",
    "-rN",
)


def module_name(path: Path) -> str:
    """The dotted name of a module of the core."""
    bagian = path.relative_to(INTI.parent).with_suffix("").parts
    return ".".join(bagian[:-1] if bagian[-1] == "__init__" else bagian)


class _Pemuat(SourceFileLoader):
    """Loads a module from a source that stands in no file, and never from or into a compiled one."""

    def __init__(self, nama: str, path: str, sumber: str) -> None:
        super().__init__(nama, path)
        self._sumber = sumber

    def get_code(self, fullname: str) -> CodeType:
        """The compiled source of the mutant."""
        return compile(self._sumber, self.path, "exec", dont_inherit=True)


class _Penemu:
    """Finds one module: the mutant."""

    def __init__(self, path: Path, sumber: str) -> None:
        self._nama, self._path, self._sumber = module_name(path), path, sumber

    def find_spec(self, nama: str, path: Sequence[str] | None, target: ModuleType | None = None) -> ModuleSpec | None:
        """The mutant's place, for its own name only."""
        if nama != self._nama:
            return None
        pemuat = _Pemuat(nama, str(self._path), self._sumber)
        map_paket = [str(self._path.parent)] if self._path.name == "__init__.py" else None
        return importlib.util.spec_from_file_location(
            nama, self._path, loader=pemuat, submodule_search_locations=map_paket
        )


class Pengamat:
    """The pytest plugin in the child: the likeliest killers first, and the first failure ends the process."""

    def __init__(self, pipa: int, dahulu: Sequence[str]) -> None:
        self._pipa = pipa
        self._urutan = {nodeid: i for i, nodeid in enumerate(dahulu)}
        self._aturan: dict[str, list[str]] = {}
        self.lama: dict[str, float] = {}

    @pytest.hookimpl(trylast=True)
    def pytest_configure(self, config: pytest.Config) -> None:
        """The suite's own profile, without shrinking: that a property falls is enough here."""
        settings.register_profile(
            "mutasi",
            settings.get_profile("ci"),
            phases=(Phase.explicit, Phase.generate),
            database=None,
            report_multiple_bugs=False,
        )
        settings.load_profile("mutasi")

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Order the tests: those that name a rule before the others, and killers of neighbours first among them."""
        for item in items:
            self._aturan[item.nodeid] = [str(id) for m in item.iter_markers("aturan") for id in m.args]
        akhir = len(self._urutan)
        items.sort(key=lambda i: (not self._aturan[i.nodeid], self._urutan.get(i.nodeid, akhir)))

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """A test file that a mutant keeps from loading names no rule: it counts as killed by no test of a rule."""
        if report.failed:
            self._end({"hasil": "terbunuh", "uji": report.nodeid, "aturan": []})

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note how long a test takes, and end at the first that fails."""
        if report.failed:
            self._end({"hasil": "terbunuh", "uji": report.nodeid, "aturan": self._aturan.get(report.nodeid, [])})
        if report.when == "call":
            self.lama[report.nodeid] = report.duration

    def _end(self, isi: Mapping[str, Any]) -> None:
        send(self._pipa, isi)
        os._exit(0)


def send(pipa: int, isi: Mapping[str, Any]) -> None:
    """Write the whole of a result into the pipe."""
    data = json.dumps(isi).encode()
    while data:
        data = data[os.write(pipa, data) :]


def run_child(pipa: int, path: Path | None, sumber: str, uji: Sequence[str], dahulu: Sequence[str], detik: int) -> None:
    """Judge one mutant (`path` None: the unchanged core) and leave; never returns."""
    resource.setrlimit(resource.RLIMIT_CPU, (detik, detik + 5))
    resource.setrlimit(resource.RLIMIT_AS, (BATAS_INGATAN, BATAS_INGATAN))
    sunyi = os.open(os.devnull, os.O_WRONLY)
    os.dup2(sunyi, 1)
    os.dup2(sunyi, 2)
    try:
        if path is not None:
            sys.meta_path.insert(0, _Penemu(path, sumber))
            try:
                importlib.import_module("ektp_core")
                importlib.import_module(module_name(path))
            except BaseException:
                send(pipa, {"hasil": "tak termuat", "sebab": traceback.format_exc(limit=1).strip().splitlines()[-1]})
                os._exit(0)
        pengamat = Pengamat(pipa, dahulu)
        kode = pytest.main([*PILIHAN, *uji], plugins=[pengamat])
        hasil = "hidup" if kode == pytest.ExitCode.OK else "terbunuh"
        isi = {"hasil": hasil, "uji": f"pytest {kode!r}", "aturan": []}
        send(pipa, isi if path is not None else {**isi, "lama": pengamat.lama, "pustaka": _libraries()})
    finally:
        os._exit(0)


def _libraries() -> list[str]:
    """What was loaded from outside the project."""
    return [nama for nama, m in sys.modules.items() if "site-packages" in (getattr(m, "__file__", None) or "")]


def preload(pustaka: Sequence[str]) -> None:
    """Load into this process what every child needs and no mutant changes."""
    for nama in pustaka:
        with contextlib.suppress(Exception):
            importlib.import_module(nama)
    gc.collect()
    gc.freeze()
