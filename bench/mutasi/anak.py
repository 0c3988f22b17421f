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
from collections.abc import Mapping, Sequence
from importlib.machinery import ModuleSpec, SourceFileLoader
from pathlib import Path
from types import CodeType, ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, settings

AKAR = Path(__file__).resolve().parents[2]
INTI = AKAR / "src" / "ektp_core"
PERTAMA = 4
CONTOH = 50  # as the part says, before its tests are loaded
"""How often a property is tried: half as often as elsewhere, or as `--contoh` says."""
BATAS_INGATAN = 3 * 2**30
_SETELAN = "_hypothesis_internal_use_settings"
"""Where Hypothesis keeps what `@settings` says; `tests/penjaga/test_operator_mutasi.py` holds that it does."""
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
    """The pytest plugin in the child: the tests in the order asked for, and the first failure ends the process."""

    def __init__(self, pipa: int, urutan: Sequence[str]) -> None:
        self._pipa = pipa
        self._urutan = {nodeid: i for i, nodeid in enumerate(urutan)}
        self.aturan: dict[str, list[str]] = {}
        self.lama: dict[str, float] = {}

    @pytest.hookimpl(trylast=True)
    def pytest_configure(self, config: pytest.Config) -> None:
        """The profile `ci` of the conftest (which costs a child more than it gives), with half its examples, without shrinking.

        What falls to half the examples falls to all; what would only fall to the other half counts as alive.
        """
        settings.register_profile(
            "mutasi",
            derandomize=True,
            max_examples=CONTOH,
            deadline=None,
            suppress_health_check=[HealthCheck.too_slow],
            phases=(Phase.explicit, Phase.generate),
            database=None,
            report_multiple_bugs=False,
        )
        settings.load_profile("mutasi")

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """Note which rules the tests name, hold them to the number of examples, and order them."""
        for item in items:
            self.aturan[item.nodeid] = [str(id) for m in item.iter_markers("aturan") for id in m.args]
            try_less(getattr(item, "obj", None))
        items.sort(key=lambda i: self._urutan.get(i.nodeid, 0))

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """A test file that a mutant keeps from loading names no rule: it counts as killed by no test of a rule."""
        if report.failed:
            self._end({"hasil": "terbunuh", "uji": report.nodeid, "aturan": []})

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Note how long a test takes, and end at the first that fails."""
        if report.failed:
            self._end({"hasil": "terbunuh", "uji": report.nodeid, "aturan": self.aturan.get(report.nodeid, [])})
        if report.when == "call":
            self.lama[report.nodeid] = report.duration

    def _end(self, isi: Mapping[str, Any]) -> None:
        send(self._pipa, isi)
        os._exit(0)


def try_less(uji: object) -> None:
    """A property that asks for more examples than the rest gets as many as they."""
    uji = getattr(uji, "__func__", uji)
    if (sendiri := getattr(uji, _SETELAN, None)) is not None and sendiri.max_examples > CONTOH:
        setattr(uji, _SETELAN, settings(sendiri, max_examples=CONTOH))


def send(pipa: int, isi: Mapping[str, Any]) -> None:
    """Write the whole of a result into the pipe."""
    data = json.dumps(isi).encode()
    while data:
        data = data[os.write(pipa, data) :]


def run_child(pipa: int, path: Path, sumber: str, uji: Sequence[str], detik: int) -> None:
    """Judge one mutant by the tests in their order, and leave; never returns.

    The first few run alone: they mostly end it, and collecting the others costs more than running them.
    """
    try:
        _enter(detik)
        sys.meta_path.insert(0, _Penemu(path, sumber))
        try:
            importlib.import_module("ektp_core")
            importlib.import_module(module_name(path))
        except BaseException as e:
            send(pipa, {"hasil": "tak termuat", "uji": f"{type(e).__name__}: {e}"})
            os._exit(0)
        for sebagian in (uji[:PERTAMA], uji[PERTAMA:]):
            kode = pytest.main([*PILIHAN, *sebagian], plugins=[Pengamat(pipa, sebagian)]) if sebagian else 0
            if kode != pytest.ExitCode.OK:
                send(pipa, {"hasil": "terbunuh", "uji": f"pytest {kode!r}", "aturan": []})
                os._exit(0)
        send(pipa, {"hasil": "hidup"})
    finally:
        os._exit(0)


def run_baseline(pipa: int, uji: Sequence[str], detik: int, pelacak: Any) -> None:
    """Run the tests of a part on the unchanged core, say what they need and where they go, and leave."""
    try:
        _enter(detik)
        pengamat = Pengamat(pipa, ())
        pelacak.start()
        kode = pytest.main([*PILIHAN, *uji], plugins=[pengamat, pelacak])
        per_uji = {nodeid: sorted(fungsi) for nodeid, fungsi in pelacak.stop().items()}
        send(
            pipa,
            {
                "hasil": "hidup" if kode == pytest.ExitCode.OK else f"pytest {kode!r}",
                "lama": pengamat.lama,
                "aturan": pengamat.aturan,
                "pustaka": _libraries(),
                "saat_muat": per_uji.pop(""),
                "per_uji": {nodeid: per_uji.get(nodeid, []) for nodeid in pengamat.lama},
            },
        )
    finally:
        os._exit(0)


def _enter(detik: int) -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (detik, detik + 5))
    resource.setrlimit(resource.RLIMIT_AS, (BATAS_INGATAN, BATAS_INGATAN))
    sunyi = os.open(os.devnull, os.O_WRONLY)
    os.dup2(sunyi, 1)
    os.dup2(sunyi, 2)


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
