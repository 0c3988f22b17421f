"""Every public name says what it is for, and each name of the stable API shows it in an example that runs."""

from __future__ import annotations

import ast
import inspect
from pathlib import Path
from types import ModuleType

import ektp_core
from penjaga.berkas import core_files, package_files, show
from penjaga.kode import undocumented


def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def without_example(module: ModuleType) -> list[str]:
    """Names in `__all__` that are missing, or are a function or class whose docstring has no `>>>` line."""
    problems = []
    for name in module.__all__:
        thing = getattr(module, name, None)
        if thing is None:
            problems.append(f"{name}: ada di __all__, tetapi tidak ada")
        elif (inspect.isclass(thing) or inspect.isroutine(thing)) and ">>> " not in (thing.__doc__ or ""):
            problems.append(f"{name}: docstring tanpa contoh >>>")
    return problems


def test_public_names_of_the_core_have_docstrings() -> None:
    problems = [f"{show(path)}:{line}: {name}" for path in core_files() for line, name in undocumented(_tree(path))]
    assert not problems, "nama umum tanpa docstring:\n" + "\n".join(problems)


def test_names_of_the_stable_api_show_an_example() -> None:
    assert ektp_core.__all__, "ektp_core.__all__ kosong"
    problems = without_example(ektp_core)
    assert not problems, "\n".join(problems)


def test_every_module_opens_with_a_paragraph() -> None:
    problems = [show(path) for path in package_files() if not ast.get_docstring(_tree(path))]
    assert not problems, "modul tanpa paragraf pembuka:\n" + "\n".join(problems)


def test_missing_docstring_is_caught() -> None:
    code = (
        "def umum(): ...\nclass Umum: ...\ndef _dalam(): ...\n"
        "def jelas():\n    'Ada.'\n@overload\ndef lebih(x: int): ...\n"
    )
    assert [name for _, name in undocumented(ast.parse(code))] == ["umum", "Umum"]


def test_missing_example_is_caught() -> None:
    def tanpa() -> None:
        """Tidak ada contoh."""

    def dengan() -> None:
        """Ada contoh.

        >>> 1
        1
        """

    module = ModuleType("palsu")
    vars(module).update(__all__=["tanpa", "dengan", "hilang"], tanpa=tanpa, dengan=dengan)
    assert [problem.split(":")[0] for problem in without_example(module)] == ["tanpa", "hilang"]
