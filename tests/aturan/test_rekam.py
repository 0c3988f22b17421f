"""Recorded or not: the latest recording decides, by the order of the status words; and what is only listed."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest
from attrs import evolve
from hypothesis import example, given, settings
from hypothesis import strategies as st

from aturan.kata import SINGKATAN_STATUS
from aturan.patokan.jawaban import RANTAI, is_recorded, rank
from ektp_core import Perekaman, is_calendar_true
from ektp_core.rekonsiliasi.terekam import recorded_at
from strategies import STATUS, STATUS_BERHASIL, STATUS_GAGAL, D, Insan, Tabel, event_dates, near, tabel

NIK = "3313110101800001"
HARI = timedelta(days=1)
PERIKSA = ("DUPLICATE_RECORD", "ADJUDICATE_RECORD", "ADJUDICATE_IN_PROCESS", "ADJUDICATE_LAIN")

rekaman = st.lists(st.builds(Perekaman, st.just(NIK), near(D), st.sampled_from(STATUS)), max_size=6)


@pytest.mark.aturan("REKAM-01")
@settings(max_examples=300)
@given(rekaman, st.permutations(range(6)))
@example([Perekaman(NIK, D, "CARD_ISSUED"), Perekaman(NIK, D, "ENROLL_FAILURE_AT_CENTRAL")], [0, 1, 2, 3, 4, 5])
@example([Perekaman(NIK, D - HARI, "CARD_ISSUED"), Perekaman(NIK, D, "UNREGISTERED")], [0, 1, 2, 3, 4, 5])
@example([Perekaman(NIK, D, "CARD_ISSUED"), Perekaman(NIK, D + HARI, "UNREGISTERED")], [0, 1, 2, 3, 4, 5])
def test_the_latest_recording_decides_in_any_order(rekam: list[Perekaman], urut: list[int]) -> None:
    status = recorded_at(rekam, D)
    acak = [rekam[i] for i in urut if i < len(rekam)]
    assert status.terekam == is_recorded(rekam, D) == recorded_at(acak, D).terekam
    sampai = [r for r in rekam if r.tanggal <= D]
    assert (status.penentu is None) == (not sampai)
    if status.penentu is not None:
        assert status.penentu in sampai
        assert all((r.tanggal, rank(r.status)) <= (status.penentu.tanggal, rank(status.penentu.status)) for r in sampai)
        assert recorded_at(acak, D) == status
    assert (status.sejak is not None) == status.terekam


@pytest.mark.aturan("REKAM-01")
@settings(max_examples=200)
@given(rekaman)
def test_recorded_since_is_the_day_from_which_it_stayed_so(rekam: list[Perekaman]) -> None:
    """Day by day from the first: recorded on `sejak` and every day up to D, not on the day before."""
    status = recorded_at(rekam, D)
    if status.sejak is None:
        return
    hari = status.sejak
    assert not recorded_at(rekam, hari - HARI).terekam
    while hari <= D:
        assert recorded_at(rekam, hari).terekam
        hari += HARI


@pytest.mark.aturan("REKAM-01")
def test_the_chain_of_words_orders_and_divides() -> None:
    """Each word of the chain stands before the next; only the first two places are no recording."""
    kata = [[Perekaman(NIK, D, k) for k in tempat.split()] for tempat in RANTAI]
    for lebih_dulu, kemudian in pairwise(kata):
        assert {r.peringkat for r in lebih_dulu} < {r.peringkat for r in lebih_dulu + kemudian}
        assert max(r.peringkat for r in lebih_dulu) < min(r.peringkat for r in kemudian)
    for tempat in kata:
        assert len({r.peringkat for r in tempat}) == 1
    for status in STATUS_GAGAL:
        assert not Perekaman(NIK, D, status).berhasil
    for status in STATUS_BERHASIL:
        assert Perekaman(NIK, D, status).berhasil
    assert Perekaman(NIK, D).peringkat == Perekaman(NIK, D, "BIO_CAPTURED").peringkat


@pytest.mark.aturan("REKAM-01")
@given(
    st.sampled_from(STATUS), st.sampled_from((str.upper, str.lower, str.title)), st.sampled_from(("_", " ", "-", "  "))
)
def test_a_word_is_known_however_it_is_written(status: str, huruf: object, antara: str) -> None:
    assert callable(huruf)
    satu, dua = Perekaman(NIK, D, status), Perekaman(NIK, D, f" {huruf(status).replace('_', antara)}")
    assert satu == dua


@pytest.mark.aturan("REKAM-01", "REKAM-03", "REKAM-04")
def test_short_and_other_words_stand_in_the_chain_where_they_mean() -> None:
    for tulis, kata in SINGKATAN_STATUS.items():
        for bentuk in (tulis, tulis.upper(), f" {tulis.lower()}. "):
            assert Perekaman(NIK, D, bentuk) == Perekaman(NIK, D, kata), bentuk
    for kata in STATUS_BERHASIL:
        r = Perekaman(NIK, D, kata)
        assert (r.berhasil, r.perlu_periksa, r.biasa, r.dikenal) == (True, kata in PERIKSA, kata not in PERIKSA, True)
    for kata in (*STATUS_GAGAL, "ENROLL_FAILURE_AT_KECAMATAN", "FAILURE"):
        r = Perekaman(NIK, D, kata)
        assert (r.berhasil, r.perlu_periksa, r.biasa, r.dikenal) == (False, False, False, True)
    lain = Perekaman(NIK, D, "ADJUDICATE_LAIN")
    assert (lain.peringkat, lain.perlu_periksa) == (Perekaman(NIK, D, "ADJUDICATE_RECORD").peringkat, True)
    for kata in ("SELESAI", "ADJUDICATED", "LAIN_ADJUDICATE_"):
        asing = Perekaman(NIK, D, kata)
        assert (asing.peringkat, asing.berhasil, asing.biasa) == (Perekaman(NIK, D).peringkat, True, False)
        assert not asing.dikenal


@pytest.mark.aturan("REKAM-01")
@settings(max_examples=200)
@given(tabel(), st.data(), st.sampled_from(STATUS_BERHASIL))
def test_adding_a_successful_latest_recording_never_lowers_coverage(t: Tabel, data: st.DataObject, status: str) -> None:
    """Of somebody in the base who was not recorded it raises it by one; of anybody else it changes nothing."""
    niks = [n for b in t.penduduk if isinstance(n := b["NIK"], str) and len(n) == 16]
    nik = data.draw(st.sampled_from([*niks, "3374010101700009"]))
    sebelum = evolve(t, perekaman=tuple(b for b in t.perekaman if b.get("TGL_REKAM") != t.on))
    lama = sebelum.reconcile()
    baru = sebelum.plus(perekaman=Insan(nik).recorded(t.on, status)).reconcile()
    assert baru.terekam >= lama.terekam
    assert baru.wajib.neto == lama.wajib.neto
    for a, b in ((baru.cakupan.neto, lama.cakupan.neto), (baru.cakupan.atas, lama.cakupan.atas)):
        assert b.pecahan is None or a.pecahan is None or a.pecahan >= b.pecahan
    if nik in {b.nik for b in lama.belum} and (is_calendar_true(nik) or niks.count(nik) == 1):
        assert baru.terekam == lama.terekam + 1
        assert nik not in {b.nik for b in baru.belum}


@pytest.mark.aturan("REKAM-02")
@settings(max_examples=200)
@given(rekaman)
def test_a_success_undone_by_a_later_failure_is_shown(rekam: list[Perekaman]) -> None:
    o = Insan(NIK)
    h = Tabel(D, (o.listed(),), (), tuple(o.recorded(r.tanggal, r.status) for r in rekam)).reconcile()
    sampai = [r for r in rekam if r.tanggal <= D]
    dibatalkan = not is_recorded(rekam, D) and any(rank(r.status) > 1 for r in sampai)
    assert h.terekam == int(is_recorded(rekam, D))
    entri = [e for e in h.perlu_dilihat if e.jenis == "REKAM_DIBATALKAN"]
    assert len(entri) == int(dibatalkan)
    if entri:
        akhir = max(r.tanggal for r in sampai if rank(r.status) > 1)
        assert akhir.strftime("%d-%m-%Y") in entri[0].kiri
        assert max(r.tanggal for r in sampai).strftime("%d-%m-%Y") in entri[0].kanan


@pytest.mark.aturan("REKAM-03")
@settings(max_examples=200)
@given(rekaman, st.sampled_from(PERIKSA), st.sampled_from(event_dates(D)))
def test_duplicate_and_adjudicate_count_and_are_shown(rekam: list[Perekaman], kata: str, tgl: date) -> None:
    o = Insan(NIK)
    semua = [*rekam, Perekaman(NIK, tgl, kata)]
    h = Tabel(D, (o.listed(),), (), tuple(o.recorded(r.tanggal, r.status) for r in semua)).reconcile()
    penentu = recorded_at(semua, D).penentu
    ganda = penentu is not None and penentu.status in PERIKSA
    assert ("REKAM_GANDA" in {e.jenis for e in h.perlu_dilihat}) == ganda
    if ganda:
        assert h.terekam == 1


@pytest.mark.aturan("REKAM-04")
@given(st.sampled_from(("SELESAI", "sudah foto", "OK", "FINGER ONLY")), rekaman)
def test_an_unknown_word_is_as_no_word_and_is_shown(kata: str, rekam: list[Perekaman]) -> None:
    o = Insan(NIK)
    dikenal = [r for r in rekam if r.status != "SELESAI"]
    dasar = Tabel(D, (o.listed(),), (), tuple(o.recorded(r.tanggal, r.status) for r in dikenal))
    asing = dasar.plus(perekaman=o.recorded(D, kata)).reconcile()
    kosong = dasar.plus(perekaman=o.recorded(D, "")).reconcile()
    assert (asing.terekam, asing.perekaman_harian) == (kosong.terekam, kosong.perekaman_harian)
    assert "STATUS_TIDAK_DIKENAL" in {e.jenis for e in asing.perlu_dilihat}
    assert "STATUS_TIDAK_DIKENAL" not in {e.jenis for e in kosong.perlu_dilihat}


@pytest.mark.aturan("REKAM-05")
@settings(max_examples=200)
@given(tabel())
def test_recordings_outside_the_base_are_listed_and_nothing_else_of_theirs_counts(t: Tabel) -> None:
    """Without the recordings that are listed, every figure of coverage stays; each usable one is in one place."""
    h = t.reconcile()
    sampai = [r for r in t.read().perekaman if r.tanggal <= t.on]
    luar = {(x.nik, x.tanggal, x.status) for x in h.luar_dasar}
    assert len(h.luar_dasar) <= len(sampai)
    assert {s for _, _, s in luar} <= {r.status for r in sampai}
    if any(isinstance(b["NIK"], float | int) for b in (*t.penduduk, *t.perekaman)):
        return  # a lost digit may be lent by the very recordings that are taken away
    di_luar = {x.nik for x in h.luar_dasar}
    sisa = tuple(b for b in t.perekaman if str(b["NIK"]).replace(".", "") not in di_luar)
    tanpa = evolve(t, perekaman=sisa).reconcile()
    assert (tanpa.wajib, tanpa.terekam, tanpa.cakupan) == (h.wajib, h.terekam, h.cakupan)


@pytest.mark.aturan("REKAM-05")
@settings(max_examples=150)
@given(tabel())
def test_the_daily_figures_add_up_to_the_recorded(t: Tabel) -> None:
    h = t.reconcile()
    assert sum(n for _, n in h.perekaman_harian) == h.terekam
    hari = [tgl for tgl, _ in h.perekaman_harian]
    assert hari == sorted(set(hari))
    assert all(tgl <= t.on and n > 0 for tgl, n in h.perekaman_harian)
