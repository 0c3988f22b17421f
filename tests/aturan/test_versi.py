"""Versions of the rules by date: exactly one in force on every date of the law, none before, no gap in a declaration."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ektp_core import Aturan, EktpError, Penduduk, Sumber, decide_wajib, is_wajib, reconcile
from ektp_core.aturan import KEPUTUSAN_PROYEK, check_reference_date, declare, get, semua
from penjaga.berkas import import_core

import_core()
AWAL, AKHIR = date(2006, 12, 29), date(2030, 12, 31)
HARI = [AWAL + timedelta(days=n) for n in range((AKHIR - AWAL).days + 1)]
PASAL_63 = ("WAJIB-01", "WAJIB-02", "WAJIB-03", "WAJIB-05")
sebelum = st.dates(date(1945, 8, 17), AWAL - timedelta(days=1))


@pytest.mark.aturan("WAJIB-01", "WAJIB-02", "WAJIB-03", "WAJIB-05")
@pytest.mark.parametrize("aturan", semua(), ids=lambda a: a.id)
def test_every_date_has_exactly_one_version(aturan: Aturan) -> None:
    for hari in HARI:
        berlaku = [s for s in aturan.sumber if s.sejak <= hari and (s.sampai is None or hari <= s.sampai)]
        assert berlaku == [aturan.version_on(hari)], hari
    with pytest.raises(EktpError):
        aturan.version_on(AWAL - timedelta(days=1))
    assert list(aturan.sumber) == sorted(aturan.sumber, key=lambda s: s.sejak), (
        "halaman menulis versi lama lebih dahulu"
    )


@pytest.mark.aturan("WAJIB-01", "WAJIB-02", "WAJIB-03", "WAJIB-05")
@pytest.mark.parametrize("id", PASAL_63)
def test_the_law_changes_on_christmas_eve_of_2013(id: str) -> None:
    for hari in HARI:
        assert get(id).version_on(hari).instrumen == ("UU 23/2006" if hari < date(2013, 12, 24) else "UU 24/2013")
        assert "pasal 63 ayat (1)" in get(id).version_on(hari).rincian


@pytest.mark.aturan("WAJIB-01")
@given(sebelum)
def test_earlier_dates_are_errors_everywhere(on: date) -> None:
    orang = Penduduk("3313110101800001", "Budi", date(1900, 1, 1))
    tanya: tuple[Callable[[], object], ...] = (
        lambda: check_reference_date(on),
        lambda: decide_wajib(orang, on=on),
        lambda: is_wajib(orang, on=on),
        lambda: reconcile(penduduk=[orang], undangan=[], on=on),
    )
    for t in tanya:
        with pytest.raises(EktpError, match="UU 23/2006"):
            t()
    assert check_reference_date(AWAL) == AWAL
    assert reconcile(penduduk=[orang], undangan=[], on=AWAL).wajib.neto == 1


def test_project_decisions_give_their_reason() -> None:
    for aturan in semua():
        for s in aturan.sumber:
            assert s.instrumen == KEPUTUSAN_PROYEK or any(kata in s.instrumen for kata in ("UU", "PP", "Permendagri"))
            assert len(s.rincian) > 10


@given(st.lists(st.dates(AWAL + timedelta(days=1), AKHIR), unique=True, max_size=4).map(sorted), st.integers(-3, 3))
def test_a_gap_or_an_overlap_cannot_be_declared(batas: list[date], geser: int) -> None:
    """Versions that follow day by day are a rule; moving one end makes none."""
    mulai = [AWAL, *batas]
    akhir: list[date | None] = [b - timedelta(days=1) for b in batas]
    versi = tuple(Sumber("UU", "pasal", a, b) for a, b in zip(mulai, [*akhir, None], strict=True))
    assert Aturan("CONTOH-01", "Contoh.", versi).version_on(AKHIR) == versi[-1]
    if batas and geser:
        rusak = (*versi[:-1], Sumber("UU", "pasal", versi[-1].sejak + timedelta(days=geser)))
        with pytest.raises(EktpError):
            Aturan("CONTOH-01", "Contoh.", rusak)
    for kurang in ((), versi[1:] if batas else (), (*versi[:-1], Sumber("UU", "pasal", mulai[-1], AKHIR))):
        with pytest.raises(EktpError):
            Aturan("CONTOH-01", "Contoh.", kurang)


def test_a_rule_needs_a_source_and_an_id_of_its_own() -> None:
    for isi in (("", "alasan"), ("UU", " ")):
        with pytest.raises(EktpError):
            Sumber(*isi)
    with pytest.raises(EktpError):
        declare("WAJIB-01", "Sudah ada.", Sumber("UU", "pasal"))
    with pytest.raises(EktpError):
        get("TIADA-01")
    assert all(a.id < b.id for a, b in pairwise(semua()))
