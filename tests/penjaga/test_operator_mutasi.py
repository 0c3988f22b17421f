"""What the mutation run can change beyond cosmic-ray's own changes: each operator, on a few lines."""

from __future__ import annotations

import parso
import pytest
from bench.mutasi import anak
from bench.mutasi.operator import alternatives, own_operators
from hypothesis import given, settings
from hypothesis import strategies as st

KASUS: dict[str, tuple[str, list[str]]] = {
    "HapusUnsur": ("x = (1, 2)", ["x = (2,)", "x = (1,)"]),
    "TukarUnsur": ("x = (1, 2, 3)", ["x = (2,1, 3)", "x = (1, 3, 2)"]),
    "TukarAnggota": ("class A(StrEnum):\n    X = 1\n    Y = 2\n", ["class A(StrEnum):\n    Y = 2\n    X = 1\n"]),
    "UbahKata": ('x = {"A B".split(), y == "C"}', ['x = {"B ".split(), y == "C"}', 'x = {"A ".split(), y == "C"}',
                                                   'x = {"A B".split(), y == "CQ"}']),
    "HapusCabang": ('x = r"(?:a|b)c|d"', ['x = r"d"', 'x = r"(?:b)c|d"', 'x = r"(?:a)c|d"', 'x = r"(?:a|b)c"']),
    "BalikKeanggotaan": ("x = a in b", ["x = a not in b"]),
    "HapusPernyataan": ("def f():\n    a += 1\n    return a\n", ["def f():\n    pass\n    return a\n",
                                                                "def f():\n    a += 1\n    return None\n"]),
    "TukarNama": ("x = min(a)", ["x = max(a)"]),
    "GantiAnggota": ("x = Arah.KELUAR", ["x = Arah.DATANG"]),
    "GantiAturan": ("x = A_01.id, A_02", ["x = A_02.id, A_02", "x = A_01.id, A_01"]),
}  # fmt: skip
DIBIARKAN = {
    "TukarUnsur": ("x = frozenset((1, 2))", "x = a in (1, 2)", "a, b = c", "for a, b in c: pass"),
    "HapusUnsur": ("__all__ = [1, 2]", "x = [a for a in b]"),
    "UbahKata": (
        '"""Docstring."""',
        'x = "kalimat untuk dibaca orang."',
        'def f(a: "Orang") -> None: ...',
        'x = f"a{b}"',
    ),
    "HapusCabang": ('def f(a: "A | B") -> None: ...',),
    "GantiAturan": ("from m import A_01, A_02", "A_01 = 1"),
}


def mutants(nama: str, kode: str) -> list[str]:
    """The source after each change that one operator can make, as cosmic-ray's visitor would apply it."""
    operator = next(o for o in own_operators(kode) if type(o).__name__ == nama)

    def nodes(simpul: parso.tree.NodeOrLeaf) -> list[parso.tree.NodeOrLeaf]:
        return [simpul, *(x for anak in getattr(simpul, "children", ()) for x in nodes(anak))]

    hasil = []
    for ke in range(len(nodes(parso.parse(kode)))):
        for i in range(len(operator.variants(nodes(parso.parse(kode))[ke]))):
            pohon = parso.parse(kode)
            simpul = nodes(pohon)[ke]
            saudara = simpul.parent.children if simpul.parent else []
            saudara[saudara.index(simpul)] = operator.mutate(simpul, i)
            hasil.append(pohon.get_code())
    return hasil


@pytest.mark.parametrize("nama", list(KASUS))
def test_operator_makes_each_change_and_no_other(nama: str) -> None:
    kode, harus = KASUS[nama]
    assert mutants(nama, kode) == harus


@pytest.mark.parametrize(("nama", "kode"), [(n, k) for n, semua in DIBIARKAN.items() for k in semua])
def test_what_says_nothing_of_a_rule_is_left_alone(nama: str, kode: str) -> None:
    assert mutants(nama, kode) == []


def test_alternatives_of_a_pattern_in_any_group() -> None:
    assert alternatives("[|]x") == alternatives(r"a\|b") == []
    assert alternatives("{_A}|b") == ["b", "{_A}"]
    assert alternatives("(?<=a|b)c") == ["(?<=b)c", "(?<=a)c"]


def test_a_property_that_asks_for_more_examples_gets_as_many_as_the_rest() -> None:
    tanya = []

    @settings(max_examples=5 * anak.CONTOH, database=None)
    @given(st.integers())
    def sifat(n: int) -> None:
        tanya.append(n)

    anak.try_less(sifat)
    sifat()
    assert 1 < len(tanya) <= anak.CONTOH
