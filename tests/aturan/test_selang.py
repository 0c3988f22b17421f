"""Properties of the finish days that a recording log promises: order, seed, blocks of like days, and saying nothing."""

from collections.abc import Sequence
from datetime import date, timedelta
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ektp_core import EktpError
from ektp_core.proyeksi import (
    HariPerMinggu,
    Kantor,
    LogTerlaluPendek,
    Perkiraan,
    estimate_finish,
    finish_date,
    label_days,
    service_log,
)
from ektp_core.proyeksi.selang import Label, Undian

AWAL, MULAI = date(2012, 2, 1), date(2012, 8, 29)
RAYA = date(2012, 8, 19)
MINGGU: st.SearchStrategy[HariPerMinggu] = st.sampled_from((5, 6))
LIBUR = frozenset({date(2012, 8, 17), date(2012, 8, 20), date(2012, 8, 21), date(2012, 8, 22)})
LABEL = label_days([RAYA], lambda _: LIBUR)


@st.composite
def buku(draw: st.DrawFn, paling_sedikit: int = 24) -> list[tuple[date, int]]:
    """A log of consecutive service days up to the day before `MULAI`."""
    k = Kantor(LIBUR, hari_per_minggu=draw(MINGGU))
    hari = k.days(AWAL, MULAI - timedelta(days=1))
    panjang = draw(st.integers(paling_sedikit, 120))
    return [(h, draw(st.integers(0, 40))) for h in hari[-panjang:]]


def estimate(
    log: Sequence[tuple[date, int]], sisa: int, benih: int = 1, ulangan: int = 60, minggu: HariPerMinggu = 6
) -> Perkiraan:
    """The answer of an office of six days."""
    hasil = estimate_finish(
        sisa,
        log,
        mulai=MULAI,
        kantor=Kantor(LIBUR, hari_per_minggu=minggu),
        label=LABEL,
        benih=benih,
        ulangan=ulangan,
        target=date(2012, 9, 30),
    )
    assert isinstance(hasil, Perkiraan)
    return hasil


@pytest.mark.aturan("PROYEKSI-06")
@settings(max_examples=60)
@given(buku(), st.integers(0, 3000), st.integers(0, 2**32))
def test_ten_fifty_and_ninety_stand_in_order_on_service_days(
    log: list[tuple[date, int]], sisa: int, benih: int
) -> None:
    p = estimate(log, sisa, benih)
    k = Kantor(LIBUR, hari_per_minggu=6)
    hari = [p.p10 or date.max, p.p50 or date.max, p.p90 or date.max]
    assert hari == sorted(hari)
    assert all(sisa == 0 or h == date.max or k.is_open(h) for h in hari)
    assert estimate(log, sisa, benih) == p
    # The target is reached in as many runs as the percentiles say.
    assert p.sampai_target is not None
    for persen, h in zip((10, 50, 90), hari, strict=True):
        assert (h <= date(2012, 9, 30)) == (p.sampai_target * 100 >= persen * p.ulangan)


@pytest.mark.aturan("PROYEKSI-06")
@settings(max_examples=60)
@given(buku(), st.integers(1, 2000))
def test_no_run_is_quicker_than_the_best_days_nor_slower_than_the_worst(log: list[tuple[date, int]], sisa: int) -> None:
    p = estimate(log, sisa)
    k = Kantor(LIBUR, hari_per_minggu=6)
    orang = [n for _, n in log]
    if max(orang) == 0:
        assert (p.p10, p.p90) == (None, None)
        return
    tercepat = finish_date(sisa, max(orang), mulai=MULAI, kantor=k)
    assert tercepat is not None
    assert p.p10 is None or tercepat <= p.p10
    if min(orang) > 0:
        terlambat = finish_date(sisa, min(orang), mulai=MULAI, kantor=k)
        assert terlambat is not None
        assert p.p90 is not None
        assert p.p90 <= terlambat


@pytest.mark.aturan("PROYEKSI-06")
@settings(max_examples=60)
@given(buku(), st.integers(0, 2000), st.integers(0, 500))
def test_more_left_never_finishes_earlier(log: list[tuple[date, int]], sisa: int, lebih: int) -> None:
    """With one seed the runs draw the same days, so that each run by itself can only take longer."""
    a, b = estimate(log, sisa), estimate(log, sisa + lebih)
    for dulu, nanti in zip((a.p10, a.p50, a.p90), (b.p10, b.p50, b.p90), strict=True):
        assert (dulu or date.max) <= (nanti or date.max)


@pytest.mark.aturan("PROYEKSI-06")
@settings(max_examples=40)
@given(buku(), st.integers(1, 1500), st.integers(1, 30))
def test_a_percentile_is_the_first_day_by_which_so_many_runs_are_done(
    log: list[tuple[date, int]], sisa: int, ulangan: int
) -> None:
    k = Kantor(LIBUR, hari_per_minggu=6)

    def ask(target: date) -> Perkiraan:
        hasil = estimate_finish(sisa, log, mulai=MULAI, kantor=k, label=LABEL, benih=3, ulangan=ulangan, target=target)
        assert isinstance(hasil, Perkiraan)
        return hasil

    p = ask(MULAI)
    for persen, hari in ((10, p.p10), (50, p.p50), (90, p.p90)):
        pada, sebelum = (ask((hari or p.batas) - timedelta(days=n)).sampai_target for n in (0, 1))
        assert pada is not None
        assert sebelum is not None
        assert (100 * pada >= persen * ulangan) == (hari is not None)
        assert 100 * sebelum < persen * ulangan


@pytest.mark.aturan("PROYEKSI-06")
def test_only_kinds_that_an_estimate_used_are_called_unseen() -> None:
    """A log of September to November knows no Ramadan: said when the days reach it, and not before."""
    k = Kantor(hari_per_minggu=6)
    label = label_days([date(2013, 8, 8)], lambda _: frozenset())
    log = [(h, 10) for h in k.days(date(2012, 9, 3), date(2012, 11, 30))]
    for mulai, jenis in ((date(2012, 12, 3), set()), (date(2013, 7, 10), {"RAMADAN"})):
        p = estimate_finish(100, log, mulai=mulai, kantor=k, label=label, benih=1, ulangan=10)
        assert isinstance(p, Perkiraan)
        assert {musim for musim, _ in p.tanpa_contoh} == jenis
        assert p.p10 == p.p90 == k.nth(mulai, 10)


@pytest.mark.aturan("PROYEKSI-05", "PROYEKSI-06")
@given(buku(), st.integers(1, 2000), st.integers(0, 9))
def test_an_evening_for_all_who_are_left_ends_it(log: list[tuple[date, int]], sisa: int, letak: int) -> None:
    k = Kantor(LIBUR, hari_per_minggu=6)
    hari = k.nth(MULAI, letak + 1)
    assert hari is not None
    p = estimate_finish(sisa, log, mulai=MULAI, kantor=k, label=LABEL, benih=3, ulangan=9, malam={hari: sisa})
    assert isinstance(p, Perkiraan)
    assert p.p90 is not None
    assert p.p90 <= hari


@pytest.mark.aturan("PROYEKSI-05", "PROYEKSI-06")
@settings(max_examples=60)
@given(buku(), st.integers(0, 2000), st.dictionaries(st.integers(0, 30), st.integers(0, 90), max_size=5))
def test_evenings_never_finish_later(log: list[tuple[date, int]], sisa: int, malam: dict[int, int]) -> None:
    k = Kantor(LIBUR, hari_per_minggu=6)
    hari = k.days(MULAI, MULAI + timedelta(days=60))
    tanpa, dengan = (
        estimate_finish(sisa, log, mulai=MULAI, kantor=k, label=LABEL, benih=5, ulangan=40, malam=m)
        for m in (None, {hari[i]: orang for i, orang in malam.items()})
    )
    assert isinstance(tanpa, Perkiraan)
    assert isinstance(dengan, Perkiraan)
    for cepat, lambat in zip((dengan.p10, dengan.p50, dengan.p90), (tanpa.p10, tanpa.p50, tanpa.p90), strict=True):
        assert (cepat or date.max) <= (lambat or date.max)


JENIS = st.tuples(st.sampled_from(("BIASA", "RAMADAN")), st.sampled_from(("SENIN", "SELASA", "RABU")))


@pytest.mark.aturan("PROYEKSI-06")
@given(st.lists(JENIS, min_size=1, max_size=40), st.lists(JENIS, max_size=60), st.integers(1, 7), st.integers(0, 99))
def test_each_coming_day_takes_a_logged_day_of_its_kind(
    ada: list[Label], depan: list[Label], blok: int, benih: int
) -> None:
    undian = Undian(ada, blok)
    letak = list(undian.draw(depan, Random(benih)))
    assert len(letak) == len(depan)
    for i, label in zip(letak, depan, strict=True):
        if label in ada:
            assert ada[i] == label
        elif any(a[0] == label[0] for a in ada):
            assert ada[i][0] == label[0]
    assert set(undian.unseen(depan)) == set(depan) - set(ada)


@pytest.mark.aturan("PROYEKSI-06")
@given(st.integers(1, 30), st.integers(1, 9), st.integers(0, 99))
def test_days_follow_each_other_as_in_the_log_for_a_whole_block(minggu: int, blok: int, benih: int) -> None:
    """Where nothing but the log's end breaks a block, new draws come only when the block is used up."""
    ada: list[Label] = [()] * (6 * minggu)
    letak = list(Undian(ada, blok).draw([()] * 200, Random(benih)))
    panjang = 1
    for a, b in pairwise(letak):
        if panjang < blok and a + 1 < len(ada):
            assert b == a + 1
        panjang = panjang + 1 if panjang < blok and b == a + 1 else 1


@pytest.mark.aturan("PROYEKSI-06")
@settings(max_examples=20)
@given(st.integers(2, 8), st.integers(1, 5))
def test_a_block_may_begin_on_any_day_and_ends_when_it_is_used_up(panjang: int, blok: int) -> None:
    """Over many seeds the first day of a run, and the first after a whole block, is every day of the log."""
    ada: list[Label] = [()] * panjang
    ulangan = [list(Undian(ada, blok).draw([()] * (blok + 1), Random(n))) for n in range(300)]
    assert {r[0] for r in ulangan} == set(range(panjang))
    utuh = [r for r in ulangan if r[0] + blok <= panjang]
    assert all(r[:blok] == list(range(r[0], r[0] + blok)) for r in utuh)
    assert not utuh or {r[blok] for r in utuh} == set(range(panjang))


@pytest.mark.aturan("PROYEKSI-06")
def test_weekdays_and_ramadan_stay_visible() -> None:
    """Busy Mondays and slow Ramadan days: September, without either Ramadan or a feast, takes neither's totals."""
    k = Kantor(LIBUR, hari_per_minggu=6)
    log = [
        (h, 10 if LABEL(h)[0] == "RAMADAN" else 300 if h.weekday() == 0 else 100)
        for h in k.days(date(2012, 5, 1), date(2012, 8, 28))
    ]
    p = estimate(log, 700)
    # From Wednesday 29 August: 100 + 100 + 100 + 100, and then a Monday of 300.
    assert p.p10 == p.p50 == p.p90 == date(2012, 9, 3)
    puasa = estimate_finish(700, log, mulai=date(2012, 7, 23), kantor=k, label=LABEL, benih=1, ulangan=20)
    assert isinstance(puasa, Perkiraan)
    assert puasa.p10 is not None
    assert puasa.p10 > date(2012, 8, 22)


@pytest.mark.aturan("PROYEKSI-06")
def test_the_seed_gives_this_answer_on_every_python() -> None:
    """Kept as text: `random.Random(n).random()` is promised to be the same on every version."""
    k = Kantor(LIBUR, hari_per_minggu=6)
    log = [(h, 10 + (37 * i) % 200) for i, h in enumerate(k.days(AWAL, MULAI - timedelta(days=1)))]
    p = estimate(log, 4412, benih=2012, ulangan=200)
    assert [str(h) for h in (p.p10, p.p50, p.p90)] == SEBENIH


SEBENIH = ["2012-10-11", "2012-10-15", "2012-10-17"]


@pytest.mark.aturan("PROYEKSI-07")
@given(st.integers(0, 40), MINGGU)
def test_a_short_log_gives_no_day(panjang: int, minggu: HariPerMinggu) -> None:
    k = Kantor(hari_per_minggu=minggu)
    log = [(h, 5) for h in k.days(AWAL, MULAI)[:panjang]]
    hasil = estimate_finish(100, log, mulai=MULAI, kantor=k, label=LABEL, benih=1, ulangan=5)
    assert isinstance(hasil, LogTerlaluPendek) == (panjang < 4 * minggu)
    if isinstance(hasil, LogTerlaluPendek):
        assert (hasil.hari_log, hasil.perlu) == (panjang, 4 * minggu)


@pytest.mark.aturan("PROYEKSI-06", "PROYEKSI-07")
@given(st.dictionaries(st.dates(AWAL, date(2012, 12, 31)), st.integers(0, 500)), MINGGU, st.dates(AWAL, MULAI))
def test_the_log_as_service_days_keeps_every_person(harian: dict[date, int], minggu: HariPerMinggu, on: date) -> None:
    k = Kantor(LIBUR, hari_per_minggu=minggu)
    log = service_log(harian.items(), kantor=k, on=on)
    assert sum(n for _, n in log) == sum(n for h, n in harian.items() if h <= on)
    hari = [h for h, _ in log]
    assert hari == sorted(set(hari))
    assert all(h in harian or k.is_open(h) for h in hari)
    if hari:
        assert set(k.days(hari[0], on)) <= set(hari)
        assert hari[0] in harian


@pytest.mark.aturan("PROYEKSI-08")
@given(st.dates(date(2012, 6, 1), date(2012, 12, 31)))
def test_the_season_of_a_day(hari: date) -> None:
    musim, nama = LABEL(hari)
    if hari in LIBUR:
        assert musim == "LIBUR"
    else:
        assert (musim == "RAMADAN") == (date(2012, 7, 21) <= hari <= date(2012, 8, 18))
    assert nama == ("SENIN", "SELASA", "RABU", "KAMIS", "JUMAT", "SABTU", "MINGGU")[hari.weekday()]


@pytest.mark.parametrize(("sisa", "ulangan"), [(-1, 10), (1, 0)])
def test_what_cannot_be_asked_is_refused(sisa: int, ulangan: int) -> None:
    with pytest.raises(EktpError):
        estimate_finish(sisa, [], mulai=MULAI, kantor=Kantor(), label=LABEL, benih=1, ulangan=ulangan)
