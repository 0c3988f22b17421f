"""Properties of working days and of the pace to a target, against a calendar walked day by day."""

import calendar
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ektp_core.proyeksi import HariPerMinggu, pace_to_target, required_pace, working_days

HARI = st.dates(date(2006, 12, 29), date(2030, 12, 31))
MINGGU: st.SearchStrategy[HariPerMinggu] = st.sampled_from((5, 6))


@pytest.mark.aturan("PROYEKSI-01")
@given(HARI, st.integers(0, 120), MINGGU, st.sets(st.integers(0, 120)))
def test_working_days_are_those_the_calendar_leaves_open(
    awal: date, panjang: int, minggu: HariPerMinggu, tutup: set[int]
) -> None:
    libur = frozenset(awal + timedelta(days=i) for i in tutup)
    akhir = awal + timedelta(days=panjang)
    terbuka = set(working_days(awal, akhir, libur=libur, hari_per_minggu=minggu))
    nama_tutup = {"Sunday"} if minggu == 6 else {"Saturday", "Sunday"}
    for i in range(-2, panjang + 3):
        hari = awal + timedelta(days=i)
        buka = 0 <= i <= panjang and hari not in libur and calendar.day_name[hari.weekday()] not in nama_tutup
        assert (hari in terbuka) == buka


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
