"""The core is pure: nothing but the standard library, attrs and dateutil; no clock, no print, no file."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from penjaga.berkas import CORE, core_files, is_massal, module_name, show
from penjaga.kode import Found, foreign_imports, massal_imports, outside_world

Checker = Callable[[ast.Module], Found]


def _package(path: Path) -> str:
    return ".".join(["ektp_core", *path.relative_to(CORE).parts[:-1]])


def _problems(files: list[Path], ask: Callable[[ast.Module, str], Found]) -> list[str]:
    return [
        f"{show(path)}:{line}: {what}"
        for path in files
        for line, what in ask(ast.parse(path.read_text(encoding="utf-8")), _package(path))
    ]


def test_core_imports_only_stdlib_attrs_and_dateutil() -> None:
    problems = _problems([path for path in core_files() if not is_massal(path)], foreign_imports)
    assert not problems, "paket luar di inti:\n" + "\n".join(problems)


def test_only_massal_imports_massal() -> None:
    problems = _problems([path for path in core_files() if not is_massal(path)], massal_imports)
    assert not problems, "massal (paket tambahan) diimpor oleh inti:\n" + "\n".join(problems)


def test_core_asks_no_clock_prints_nothing_opens_nothing() -> None:
    problems = _problems(core_files(), lambda tree, _: outside_world(tree))
    assert not problems, "inti menyentuh dunia luar:\n" + "\n".join(problems)


# Run in a fresh interpreter: every top-level module that is not allowed raises, as on a machine where it is missing.
IMPORT_WITH_NOTHING_ELSE = """
import importlib, sys

allowed = sys.stdlib_module_names | {"attr", "attrs", "dateutil", "six", "ektp_core"}

class Blocker:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] not in allowed:
            raise ModuleNotFoundError(f"inti memerlukan {name}", name=name)

before = set(sys.modules)
sys.meta_path.insert(0, Blocker())
for name in sys.argv[1:]:
    importlib.import_module(name)
assert "ektp_core.massal" not in sys.modules, "ektp_core memuat massal"
foreign = {name.split(".")[0] for name in set(sys.modules) - before} - allowed
assert not foreign, f"inti memuat {sorted(foreign)}"
"""


def _import_alone(*modules: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-I", "-c", IMPORT_WITH_NOTHING_ELSE, *modules]
    return subprocess.run(command, capture_output=True, text=True, timeout=60)


def test_core_imports_where_nothing_else_is_installed() -> None:
    modules = [module_name(path) for path in core_files() if not is_massal(path)]
    assert "ektp_core" in modules
    run = _import_alone(*modules)
    assert run.returncode == 0, run.stderr


def test_blocked_import_is_caught() -> None:
    run = _import_alone("ektp_core", "hypothesis")
    assert run.returncode != 0
    assert "inti memerlukan hypothesis" in run.stderr


@pytest.mark.parametrize(
    ("code", "ask"),
    [
        ("import numpy", lambda tree: foreign_imports(tree, "ektp_core")),
        ("from openpyxl.utils import cell", lambda tree: foreign_imports(tree, "ektp_core")),
        ("def f():\n    import ektp_excel.sel", lambda tree: foreign_imports(tree, "ektp_core")),
        ("import ektp_core.massal", lambda tree: massal_imports(tree, "ektp_core")),
        ("from ektp_core import massal", lambda tree: massal_imports(tree, "ektp_core")),
        ("from . import massal", lambda tree: massal_imports(tree, "ektp_core")),
        ("from ..massal import reconcile", lambda tree: massal_imports(tree, "ektp_core.dalam")),
        ("from datetime import date\nhari = date.today()", outside_world),
        ("import datetime as dt\nx = dt.datetime.now(dt.UTC)", outside_world),
        ("import datetime\nx = datetime.datetime.utcnow()", outside_world),
        ("from attrs import Factory\nx = Factory(date.today)", outside_world),
        ("import time", outside_world),
        ("from time import monotonic", outside_world),
        ("from pathlib import Path", outside_world),
        ("x = berkas.read_text()", outside_world),
        ("berkas.write_bytes(b'')", outside_world),
        ("print('halo')", outside_world),
        ("f = open('x')", outside_world),
        ("x = input()", outside_world),
        ("import sys\nsys.stdout.write('')", outside_world),
        ("import random\nx = random.random()", outside_world),
        ("import random\nx = random.Random()", outside_world),
        ("from random import shuffle", outside_world),
        ("import importlib\nm = importlib.import_module('x')", outside_world),
    ],
)
def test_bad_code_is_caught(code: str, ask: Checker) -> None:
    assert list(ask(ast.parse(code)))


def test_good_code_passes() -> None:
    code = (
        "import random\nfrom datetime import date, time\nfrom decimal import Decimal\nfrom attrs import frozen\n"
        "from dateutil.relativedelta import relativedelta\nfrom ektp_core.galat import Galat\nfrom . import nik\n"
        "r = random.Random(7)\n"
        "def on_day(on: date) -> date:\n    return date(on.year, 1, 1)\n"
    )
    tree = ast.parse(code)
    assert [*foreign_imports(tree, "ektp_core"), *massal_imports(tree, "ektp_core"), *outside_world(tree)] == []
