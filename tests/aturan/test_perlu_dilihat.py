"""Contradictions are never resolved silently: each is entered once with both sides, and nothing else is."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given, settings

from aturan.patokan.pertentangan import TANYA, contradictions
from ektp_core.aturan import get
from strategies import Tabel, tabel, tanggal_acuan


@pytest.mark.aturan(
    "CATATAN-02", "CATATAN-03", "CATATAN-04", "CATATAN-05", "REKAM-02", "REKAM-03", "REKAM-04", "NIK-04", "NIK-05",
    "DOBEL-01", "WAJIB-06", "WAJIB-07", "WAJIB-08",
)  # fmt: skip
@settings(max_examples=500)
@given(tabel(tanggal_acuan()))
def test_every_contradiction_is_shown_and_no_other(t: Tabel) -> None:
    jadi = {(e.jenis, e.nik) for e in t.reconcile().perlu_dilihat if e.jenis in TANYA}
    assert jadi == contradictions(t)


@settings(max_examples=150)
@given(tabel(tanggal_acuan()))
def test_each_entry_has_two_sides_a_rule_and_an_advice_and_stands_once(t: Tabel) -> None:
    entri = t.reconcile().perlu_dilihat
    assert max(Counter(entri).values(), default=1) == 1
    for e in entri:
        assert e.jenis
        assert e.nik
        assert e.kiri
        assert e.saran
        assert get(e.aturan).id == e.aturan
        assert e.kanan or e.jenis == "LAHIR_TIDAK_TERBACA"  # the NIK may have no date to propose
