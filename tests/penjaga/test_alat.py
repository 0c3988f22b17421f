"""The tools that read the whole tree: ruff, mypy and import-linter. Each is also shown a fault that it must see."""

from __future__ import annotations

import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from penjaga.berkas import ROOT

PYPROJECT = ROOT / "pyproject.toml"
LINT_IMPORTS = """
import sys
from importlinter.cli import lint_imports
sys.exit(lint_imports(*sys.argv[1:], no_logo=True))
"""


def run(*args: str | Path, cwd: Path = ROOT) -> tuple[bool, str]:
    """Whether the Python program ended well, and all that it said."""
    command = [sys.executable, *map(str, args)]
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, encoding="utf-8", timeout=600)
    return done.returncode == 0, done.stdout + done.stderr


def _typed_places() -> list[str]:
    places = [ROOT / name for name in ("src", "excel", "tests", "examples", "bench")]
    return ["conftest.py", *(place.name for place in places if any(place.rglob("*.py")))]


def test_ruff_check() -> None:
    ok, said = run("-m", "ruff", "check", ".")
    assert ok, said


def test_ruff_format() -> None:
    ok, said = run("-m", "ruff", "format", "--check", ".")
    assert ok, said


def test_mypy_strict() -> None:
    ok, said = run("-m", "mypy", *_typed_places())
    assert ok, said


def test_layers() -> None:
    ok, said = run("-c", LINT_IMPORTS)
    assert ok, said


def test_ruff_sees_a_fault(tmp_path: Path) -> None:
    bad = tmp_path / "buruk.py"
    bad.write_text("import os\nx = [ 1]\n", encoding="utf-8")
    ok, said = run("-m", "ruff", "check", "--no-cache", "--config", PYPROJECT, bad)
    assert not ok
    assert "F401" in said
    ok, said = run("-m", "ruff", "format", "--check", "--no-cache", "--config", PYPROJECT, bad)
    assert not ok
    assert "1 file would be reformatted" in said


def test_mypy_sees_a_fault(tmp_path: Path) -> None:
    (tmp_path / "buruk.py").write_text("def f(x):\n    return x\n", encoding="utf-8")
    ok, said = run("-m", "mypy", "--config-file", PYPROJECT, "--cache-dir", tmp_path / "cache", tmp_path / "buruk.py")
    assert not ok
    assert "no-untyped-def" in said


def _lay_out(folder: Path, **faults: str) -> None:
    """Write both packages with every module that the contracts name, empty but for the faults."""
    contracts = tomllib.loads(PYPROJECT.read_text(encoding="utf-8"))["tool"]["importlinter"]["contracts"]
    for contract in contracts:
        for package in contract.get("containers", []):
            (folder / package).mkdir()
            names = {"__init__", *re.findall(r"\w+", " ".join(contract["layers"]))}
            for name in names | {fault.split("__")[1] for fault in faults if fault.startswith(package)}:
                text = faults.get(f"{package}__{name}", "")
                (folder / package / f"{name}.py").write_text(text, encoding="utf-8")


def _lint(folder: Path) -> tuple[bool, str]:
    return run("-c", LINT_IMPORTS, PYPROJECT, cwd=folder)


def test_layers_allow_what_the_design_allows(tmp_path: Path) -> None:
    _lay_out(tmp_path, ektp_core__rekonsiliasi="import ektp_core.nik", ektp_excel__buku="import ektp_core.rekonsiliasi")
    ok, said = _lint(tmp_path)
    assert ok, said


@pytest.mark.parametrize(
    ("place", "code", "contract"),
    [
        ("ektp_core__tanggal", "import ektp_core.rekonsiliasi", "Lapisan ektp_core"),
        ("ektp_core__wajib", "import ektp_core.dobel", "Lapisan ektp_core"),
        ("ektp_core__galat", "import ektp_excel.sel", "tidak mengimpor"),
        ("ektp_core__lain", "", "Lapisan ektp_core"),
        ("ektp_excel__fungsi", "import ektp_excel.perintah", "Lapisan ektp_excel"),
        ("ektp_excel__kolom", "import ektp_excel.sel", "Lapisan ektp_excel"),
        ("ektp_excel__lain", "", "Lapisan ektp_excel"),
    ],
)
def test_layers_see_a_fault(tmp_path: Path, place: str, code: str, contract: str) -> None:
    _lay_out(tmp_path, **{place: code})
    ok, said = _lint(tmp_path)
    assert not ok
    assert re.search(rf"{contract}.* BROKEN", said), said
