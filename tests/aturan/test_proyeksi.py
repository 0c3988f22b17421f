"""Properties of working days, of the pace to a target, and of the day on which a pace is done, walked day by day."""

import calendar
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ektp_core import EktpError
from ektp_core.proyeksi import (
    HariPerMinggu,
    Kantor,
    compare_paces,
    finish_date,
    pace_to_target,
    required_pace,
    working_days,
)

HARI = st.dates(date(2006, 12, 29), date(2030, 12, 31))
MINGGU: st.SearchStrategy[HariPerMinggu] = st.sampled_from((5, 6))
LAJU = st.integers(1, 900) | st.fractions(Fraction(1, 3), 900)


@st.composite
def kantor(draw: st.DrawFn, awal: date) -> Kantor:
    """An office with closed days, closures of its own and extra openings around a day."""
    letak = st.sets(st.integers(-5, 60))
    libur, tutup, buka = (frozenset(awal + timedelta(days=i) for i in draw(letak)) for _ in range(3))
    return Kantor(libur, hari_per_minggu=draw(MINGGU), tutup=tutup - buka, buka=buka)


ADEGAN = HARI.flatmap(lambda awal: st.tuples(st.just(awal), kantor(awal)))


def _days(awal: date, letak: set[int]) -> frozenset[date]:
    return frozenset(awal + timedelta(days=i) for i in letak)


@pytest.mark.aturan("PROYEKSI-01")
@given(HARI, st.integers(0, 120), MINGGU, st.sets(st.integers(0, 120)))
def test_working_days_are_those_the_calendar_leaves_open(
    awal: date, panjang: int, minggu: HariPerMinggu, tutup: set[int]
) -> None:
    libur = _days(awal, tutup)
    akhir = awal + timedelta(days=panjang)
    terbuka = set(working_days(awal, akhir, libur=libur, hari_per_minggu=minggu))
    nama_tutup = {"Sunday"} if minggu == 6 else {"Saturday", "Sunday"}
    for i in range(-2, panjang + 3):
        hari = awal + timedelta(days=i)
        buka = 0 <= i <= panjang and hari not in libur and calendar.day_name[hari.weekday()] not in nama_tutup
        assert (hari in terbuka) == buka


@pytest.mark.aturan("PROYEKSI-01")
@given(ADEGAN, st.integers(-3, 800))
def test_days_are_counted_walked_and_found_alike(adegan: tuple[date, Kantor], panjang: int) -> None:
    awal, k = adegan
    akhir = awal + timedelta(days=panjang)
    hari = k.days(awal, akhir)
    assert len(hari) == k.count(awal, akhir)
    assert hari == tuple(h for h in (awal + timedelta(days=i) for i in range(panjang + 1)) if k.is_open(h))
    assert [h for h, _ in zip(k.iter_from(awal), hari, strict=False)] == list(hari)
    for n in range(1, len(hari) + 1, 7):
        assert k.nth(awal, n) == hari[n - 1]


@pytest.mark.aturan("PROYEKSI-01", "PROYEKSI-03")
@given(HARI, MINGGU, *[st.sets(st.integers(0, 60)) for _ in range(4)])
def test_no_closed_day_is_a_working_day_and_openings_only_add(
    awal: date, minggu: HariPerMinggu, libur: set[int], tutup: set[int], buka: set[int], lagi: set[int]
) -> None:
    akhir = awal + timedelta(days=60)

    def days(buka: set[int], tutup: set[int]) -> set[date]:
        return set(
            working_days(
                awal,
                akhir,
                libur=_days(awal, libur),
                hari_per_minggu=minggu,
                tutup=_days(awal, tutup),
                buka=_days(awal, buka),
            )
        )

    tanpa, dengan, lebih = days(set(), tutup), days(buka - tutup, tutup), days((buka | lagi) - tutup, tutup)
    assert not dengan & _days(awal, tutup)
    assert not dengan & _days(awal, libur - buka)
    assert dengan - tanpa <= _days(awal, buka - tutup)
    assert tanpa <= dengan <= lebih
    assert _days(awal, buka - tutup) <= dengan
    assert days(buka, set()) >= days(buka - tutup, tutup)


@pytest.mark.aturan("PROYEKSI-03")
@given(HARI)
def test_a_day_both_closed_and_opened_is_refused(hari: date) -> None:
    with pytest.raises(EktpError, match="disebut tutup dan juga buka"):
        Kantor(tutup={hari}, buka={hari})


@pytest.mark.aturan("PROYEKSI-02")
@given(st.integers(0, 10**6), st.integers(1, 400))
def test_the_pace_is_the_least_that_suffices(sisa: int, hari: int) -> None:
    laju = required_pace(sisa, hari)
    assert laju is not None
    assert laju * hari >= sisa
    assert laju == 0 or (laju - 1) * hari < sisa


@pytest.mark.aturan("PROYEKSI-01", "PROYEKSI-02")
@given(HARI, st.integers(1, 90), st.integers(0, 10**5), MINGGU)
def test_the_reference_date_itself_is_no_day_left(on: date, panjang: int, sisa: int, minggu: HariPerMinggu) -> None:
    target = on + timedelta(days=panjang)
    laju = pace_to_target(sisa, on=on, target=target, hari_per_minggu=minggu)
    assert laju.hari_kerja == len(working_days(on, target, hari_per_minggu=minggu)) - (on.weekday() < minggu)


@st.composite
def malam(draw: st.DrawFn, awal: date, k: Kantor) -> dict[date, int]:
    """Evenings on a few of the service days."""
    hari = k.days(awal, awal + timedelta(days=30))
    return draw(st.dictionaries(st.sampled_from(hari), st.integers(0, 80), max_size=4)) if hari else {}


@pytest.mark.aturan("PROYEKSI-04", "PROYEKSI-05")
@given(ADEGAN, st.integers(0, 9000), LAJU, st.data())
def test_the_finish_is_the_first_day_on_which_nobody_is_left(
    adegan: tuple[date, Kantor], sisa: int, laju: int | Fraction, data: st.DataObject
) -> None:
    """Against a walk, day by day, of what the pace and the evenings have recorded."""
    mulai, k = adegan
    orang_malam = data.draw(malam(mulai, k))
    tersisa, hari = Fraction(sisa), mulai
    for _ in range(30_000):
        if k.is_open(hari):
            tersisa -= laju + orang_malam.get(hari, 0)
        if tersisa <= 0:
            break
        hari += timedelta(days=1)
    assert finish_date(sisa, laju, mulai=mulai, kantor=k, malam=orang_malam) == (hari if sisa else mulai)


@pytest.mark.aturan("PROYEKSI-04")
@given(ADEGAN, st.integers(0, 9000), LAJU, LAJU)
def test_more_pace_never_finishes_later(
    adegan: tuple[date, Kantor], sisa: int, laju: int | Fraction, tambah: int | Fraction
) -> None:
    mulai, k = adegan
    lambat, cepat = (finish_date(sisa, x, mulai=mulai, kantor=k) for x in (laju, laju + tambah))
    assert lambat is not None
    assert cepat is not None
    assert mulai <= cepat <= lambat
    assert sisa == 0 or (k.is_open(cepat) and k.is_open(lambat))


@pytest.mark.aturan("PROYEKSI-02", "PROYEKSI-04", "PROYEKSI-05")
@given(ADEGAN, st.integers(1, 60), st.integers(0, 9000), st.lists(st.integers(1, 900), max_size=4), st.data())
def test_a_pace_gets_there_exactly_when_it_is_at_least_the_one_needed(
    adegan: tuple[date, Kantor], panjang: int, sisa: int, laju: list[int], data: st.DataObject
) -> None:
    on, k = adegan
    target, mulai = on + timedelta(days=panjang), on + timedelta(days=1)
    orang_malam = data.draw(malam(mulai, k))
    perlu = pace_to_target(sisa, on=on, target=target, kantor=k, malam=orang_malam)
    for s in compare_paces(sisa, laju, on=on, target=target, kantor=k, malam=orang_malam):
        cukup = perlu.laju is not None and s.laju >= perlu.laju
        assert s.tercapai == (cukup and (perlu.hari_kerja > 0 or sisa == 0))
        assert s.tercapai == (s.sisa_pada_target == 0)
        assert s.selesai is not None
        assert s.tercapai == (s.selesai <= target)
    tanpa = pace_to_target(sisa, on=on, target=target, kantor=k)
    assert tanpa.hari_kerja == perlu.hari_kerja
    if tanpa.laju is not None and perlu.laju is not None:
        assert perlu.laju <= tanpa.laju


@pytest.mark.aturan("PROYEKSI-05")
@given(HARI, MINGGU, st.integers(1, 100))
def test_an_evening_without_its_day_is_refused(mulai: date, minggu: HariPerMinggu, orang: int) -> None:
    k = Kantor(hari_per_minggu=minggu, tutup={mulai})
    with pytest.raises(EktpError, match="bukan hari kerja"):
        finish_date(10, 1, mulai=mulai, kantor=k, malam={mulai: orang})


def test_beyond_the_calendar_there_is_no_day() -> None:
    k = Kantor()
    assert finish_date(10**9, 1, mulai=date(2012, 8, 29), kantor=k) is None
    assert compare_paces(10**9, [1], on=date(2012, 8, 28), target=date(2012, 9, 30), kantor=k)[0].tercapai is False


@pytest.mark.parametrize(("sisa", "laju"), [(-1, 1), (1, 0), (1, -3)])
def test_what_is_no_pace_is_refused(sisa: int, laju: int) -> None:
    with pytest.raises(EktpError):
        finish_date(sisa, laju, mulai=date(2012, 8, 29), kantor=Kantor())
