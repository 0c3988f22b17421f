"""What may not be committed, and the pages that have to keep up with the project."""

from __future__ import annotations

import re
import subprocess
import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pytest

from penjaga.berkas import ROOT, package_files, show, tracked_files

MACHINE = re.compile(r"pypi[.]org|python[h]osted|registry[.]npmjs|deb[.]debian[.]org|/(work|tmp|root)/")
LONGEST = 400
TEST_COMMAND = "python3 -m pip install -q uv && uv run pytest"
EXAMPLE_COMMAND = "python3 -m pip install -q uv && uv run ektp contoh"

needs_git = pytest.mark.skipif(not (ROOT / ".git").exists(), reason="bukan klon git (unduhan ZIP)")


def machine_traces(name: str, text: str) -> list[str]:
    """Lines that name a package index or a folder of one machine; the scratch folder of `.ci/run` may."""
    return [
        f"{name}:{number}: {line.strip()[:100]}"
        for number, line in enumerate(text.splitlines(), 1)
        if MACHINE.search(line) and not (name == ".ci/run" and "mktemp" in line)
    ]


def too_long(files: Iterable[Path]) -> list[str]:
    """Files with more lines than one idea needs."""
    lengths = ((show(path), len(path.read_text(encoding="utf-8").splitlines())) for path in files)
    return [f"{name}: {length} baris (paling banyak {LONGEST})" for name, length in lengths if length > LONGEST]


def required_packages(project: dict[str, Any]) -> set[str]:
    """The names of everything that the project asks for, wherever it asks."""
    asked = [
        *project["project"]["dependencies"],
        *(line for extra in project["project"]["optional-dependencies"].values() for line in extra),
        *(line for group in project["dependency-groups"].values() for line in group if isinstance(line, str)),
        *project["build-system"]["requires"],
    ]
    return {re.split(r"[^\w.-]", line, maxsplit=1)[0] for line in asked} - {project["project"]["name"]}


@needs_git
def test_no_machine_is_named_in_a_tracked_file() -> None:
    problems = []
    for path in tracked_files():
        content = path.read_bytes()
        if b"\0" not in content:
            problems += machine_traces(show(path), content.decode(errors="replace"))
    assert not problems, "alamat paket atau map mesin ikut tersimpan:\n" + "\n".join(problems)


@needs_git
def test_lock_file_stays_out_of_git() -> None:
    ignored = subprocess.run(["git", "check-ignore", "-q", "uv.lock"], cwd=ROOT)
    assert ignored.returncode == 0, "uv.lock harus ada di .gitignore"
    assert "uv.lock" not in [show(path) for path in tracked_files()]


def test_no_file_is_too_long() -> None:
    problems = too_long(package_files())
    assert not problems, "dua gagasan dalam satu berkas?\n" + "\n".join(problems)


def test_readme_and_ci_run_the_same_command() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    assert TEST_COMMAND in readme.splitlines()
    assert EXAMPLE_COMMAND in readme.splitlines()
    assert TEST_COMMAND in (ROOT / ".ci" / "run").read_text(encoding="utf-8").splitlines()


def test_every_dependency_is_explained() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    page = (ROOT / "docs" / "penjelasan" / "dependensi.md").read_text(encoding="utf-8")
    missing = sorted(name for name in required_packages(project) if f"`{name}`" not in page)
    assert not missing, f"docs/penjelasan/dependensi.md belum menjelaskan: {', '.join(missing)}"


def test_core_needs_only_attrs_and_dateutil() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert [re.split(r"[^\w-]", line)[0] for line in project["dependencies"]] == ["attrs", "python-dateutil"]


@pytest.mark.parametrize("place", ["https://" + "pypi" + ".org/simple", "/" + "root/x", "buka /" + "work/main"])
def test_trace_of_a_machine_is_caught(place: str) -> None:
    assert machine_traces("README.md", f"baris satu\n{place}\n") == [f"README.md:2: {place}"]
    assert machine_traces(".ci/run", place)
    assert not machine_traces(".ci/run", f"mktemp -d {place}")


def test_long_file_is_caught(tmp_path: Path) -> None:
    path = tmp_path / "panjang.py"
    path.write_text("x = 1\n" * (LONGEST + 1), encoding="utf-8")
    assert too_long([path])
    path.write_text("x = 1\n" * LONGEST, encoding="utf-8")
    assert not too_long([path])


def test_unexplained_dependency_is_caught() -> None:
    project = {
        "project": {
            "name": "p",
            "dependencies": ["a>=1"],
            "optional-dependencies": {"x": ["b-c[d]~=2; python_version"]},
        },
        "dependency-groups": {"dev": ["p[x]", "e", {"include-group": "docs"}]},
        "build-system": {"requires": ["f==1"]},
    }
    assert required_packages(project) == {"a", "b-c", "e", "f"}
