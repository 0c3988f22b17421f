"""A failing test says which rules it no longer proves: in its own section, and at the end of the run."""

from __future__ import annotations

import pytest

from penjaga.berkas import ROOT

pytest_plugins = ["pytester"]

UJI = """
import pytest

@pytest.mark.aturan("CONTOH-02", "CONTOH-01")
@pytest.mark.parametrize("n", (0, 1))
def test_satu(n):
    assert n

@pytest.mark.aturan("CONTOH-01")
class TestDua:
    @pytest.mark.aturan("CONTOH-03")
    def test_dalam_kelas(self):
        raise ValueError

@pytest.fixture
def rusak():
    raise ValueError

@pytest.mark.aturan("CONTOH-04")
def test_persiapan(rusak):
    pass

@pytest.mark.aturan("CONTOH-05")
def test_lulus():
    pass

def test_tanpa_aturan():
    assert False
"""
TIADA = "ATURAN YANG TIDAK LAGI TERBUKTI"


@pytest.fixture
def keluaran(pytester: pytest.Pytester) -> list[str]:
    """What a run says in which three tests of rules fail, one cannot start, and one passes."""
    pytester.makeini(f"[pytest]\npythonpath = {ROOT / 'docs' / 'alat'}\n")
    pytester.makeconftest((ROOT / "conftest.py").read_text(encoding="utf-8"))
    pytester.makepyfile(test_contoh=UJI)
    hasil = pytester.runpytest_subprocess("-p", "no:cacheprovider")
    hasil.assert_outcomes(failed=3, passed=2, errors=1)
    return hasil.outlines


def test_the_summary_names_each_rule_with_its_tests(keluaran: list[str]) -> None:
    satu, dua, siap = "test_contoh.py::test_satu[0]", "test_contoh.py::TestDua::test_dalam_kelas", "test_persiapan"
    assert [baris for baris in keluaran if baris.startswith(TIADA)] == [
        f"{TIADA}: CONTOH-01 ({satu}, {dua})",
        f"{TIADA}: CONTOH-02 ({satu})",
        f"{TIADA}: CONTOH-03 ({dua})",
        f"{TIADA}: CONTOH-04 (test_contoh.py::{siap})",
    ]


def test_the_failure_itself_names_its_rules(keluaran: list[str]) -> None:
    judul = [i for i, baris in enumerate(keluaran) if TIADA.lower() in baris]
    assert [keluaran[i + 1] for i in judul] == ["CONTOH-04", "CONTOH-01, CONTOH-02", "CONTOH-01, CONTOH-03"]
