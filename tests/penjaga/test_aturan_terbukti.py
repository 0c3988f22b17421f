"""Every rule has a source, and a test in tests/aturan that names it; no test names a rule that is not there."""

from __future__ import annotations

import ast
import inspect
import re
from collections.abc import Iterable

from ektp_core import aturan
from penjaga.berkas import ROOT, import_core
from penjaga.kode import rule_marks

ID = re.compile(r"[A-Z]+-\d\d")


def unproved(registered: Iterable[str], named: Iterable[str]) -> list[str]:
    """What is wrong between the rules that are declared and those that tests name."""
    declared, proved = set(registered), set(named)
    return [
        *(f"{id}: tidak ada uji di tests/aturan yang menyebutnya" for id in sorted(declared - proved)),
        *(f"{id}: disebut uji, tetapi tidak terdaftar" for id in sorted(proved - declared)),
    ]


def _named() -> list[str]:
    files = sorted((ROOT / "tests" / "aturan").rglob("test_*.py"))
    return [id for path in files for _, id in rule_marks(ast.parse(path.read_text(encoding="utf-8")))]


def test_every_rule_is_named_by_a_test() -> None:
    import_core()
    registered = [a.id for a in aturan.semua()]
    assert registered, "tidak ada aturan yang terdaftar"
    problems = unproved(registered, _named())
    assert not problems, "\n".join(problems)


def test_every_rule_has_id_text_and_source() -> None:
    import_core()
    problems = [
        f"{a.id!r}: {a.teks!r} ({a.sumber})"
        for a in aturan.semua()
        if not (ID.fullmatch(a.id) and a.teks.strip() and a.sumber)
    ]
    assert not problems, "aturan tanpa id yang baku, teks, atau sumber:\n" + "\n".join(problems)


def test_source_is_required() -> None:
    assert inspect.signature(aturan.Aturan).parameters["sumber"].default is inspect.Parameter.empty


def test_rule_without_test_and_test_without_rule_are_caught() -> None:
    assert [p.split(":")[0] for p in unproved(["A-01", "A-02"], ["A-02", "A-03"])] == ["A-01", "A-03"]


def test_marks_are_read_wherever_pytest_reads_them() -> None:
    code = (
        "import pytest\npytestmark = [pytest.mark.aturan('A-01'), pytest.mark.slow]\n"
        "@pytest.mark.aturan('B-01', 'B-02')\n@given(x())\ndef test_b(): ...\n"
        "@pytest.mark.aturan('C-01')\nclass TestC:\n    @pytest.mark.aturan('C-02')\n    def test_c(self): ...\n"
        "@pytest.mark.aturan(NAMA)\ndef test_d(): ...\n"
        "@pytest.mark.aturan('X-01')\ndef not_a_test(): ...\n# pytest.mark.aturan('X-02')\n"
    )
    assert sorted(id for _, id in rule_marks(ast.parse(code))) == ["A-01", "B-01", "B-02", "C-01", "C-02", "NAMA"]
