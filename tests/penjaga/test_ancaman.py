"""The threat model names tests that exist: a threat whose test was renamed or dropped is no longer stopped by anything."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable

from penjaga.berkas import ROOT

HALAMAN = ROOT / "docs" / "penjelasan" / "ancaman.md"
_UJI = re.compile(r"`(test_\w+)`")


def unknown_tests(halaman: str, ada: Iterable[str]) -> list[str]:
    """The tests that the page names and that do not exist."""
    return sorted(set(_UJI.findall(halaman)) - set(ada))


def rows_without_test(halaman: str) -> list[str]:
    """The rows of the tables of threats that name no test."""
    baris = [b for b in halaman.splitlines() if b.startswith("| ") and not b.startswith("| ancaman")]
    return [b for b in baris if not _UJI.search(b)]


def _all_tests() -> set[str]:
    return {
        simpul.name
        for path in (ROOT / "tests").rglob("test_*.py")
        for simpul in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(simpul, ast.FunctionDef) and simpul.name.startswith("test_")
    }


def test_every_threat_has_a_test_that_exists() -> None:
    isi = HALAMAN.read_text(encoding="utf-8")
    assert not unknown_tests(isi, _all_tests())
    assert not rows_without_test(isi)


def test_a_threat_without_test_is_caught() -> None:
    assert unknown_tests("| a | b | `test_tiada` |", ["test_ada"]) == ["test_tiada"]
    assert rows_without_test("| ancaman | x | uji |\n|---|---|---|\n| a | b | – |") == ["| a | b | – |"]
