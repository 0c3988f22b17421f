"""Properties of two-digit years in a sheet: birthdays look back from the reference date, events ten years ahead of it."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ektp_core import read_penduduk, read_pindah

NIK = "3313110101800001"
ACUAN = st.dates(date(2006, 12, 29), date(2029, 12, 31))


@pytest.mark.aturan("TANGGAL-01")
@given(ACUAN, st.integers(0, 36_000))
def test_a_birthday_of_the_last_hundred_years_is_found_again(on: date, hari: int) -> None:
    lahir = on - timedelta(days=hari)
    baca = read_penduduk([{"NIK": NIK, "TGL_LAHIR": f"{lahir:%d-%m-%y}"}], on=on)[0][0]
    assert baca.tanggal_lahir == lahir


@pytest.mark.aturan("TANGGAL-01")
@given(ACUAN, st.integers(-32_000, 3_650))
def test_an_event_of_the_past_or_the_next_ten_years_is_found_again(on: date, hari: int) -> None:
    pada = on + timedelta(days=hari)
    assert read_pindah([{"NIK": NIK, "TGL_PINDAH": f"{pada:%d/%m/%y}"}], on=on)[0][0].tanggal == pada


@pytest.mark.aturan("TANGGAL-01")
def test_without_a_reference_date_two_digits_say_nothing() -> None:
    assert read_penduduk([{"NIK": NIK, "TGL_LAHIR": "17-8-45"}])[0][0].tanggal_lahir is None
