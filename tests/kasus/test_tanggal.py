"""Dates as they stand in lists: one day in many spellings, serials of both systems, and what is refused."""

from __future__ import annotations

from datetime import date, datetime

import pytest

from ektp_core import TanggalGalat, read_date

PROKLAMASI = date(1945, 8, 17)
D = date(2012, 8, 28)


@pytest.mark.aturan("TANGGAL-02")
@pytest.mark.parametrize(
    "tulis",
    [
        "17-08-1945",
        " '17-08-1945",
        "17/8/45",
        "17 Agustus 1945",
        "1945-08-17",
        "17-8-1945",
        "17.08.1945",
        "17 Agt 1945",
        "17-AGS-45",
        "17-VIII-1945",
        "Jumat, 17 Agustus 1945",
        "Jum'at 17 agustus 1945",
        "17081945",
        "19450817",
        17081945,
        "17 08 1945",
        "1945/8/17 00:00:00",
        "17 August 1945",
        "17/08/1945 10:00 WIB",
        " 17-08-1945\u00a0",
        "'17-08-1945",
        "16666",
        16666,
        16666.0,
        datetime(1945, 8, 17, 10, 0),
        PROKLAMASI,
    ],
)
def test_the_proclamation_in_many_spellings(tulis: object) -> None:
    assert read_date(tulis, latest=D) == PROKLAMASI


@pytest.mark.aturan("TANGGAL-02")
def test_serials_of_both_systems() -> None:
    assert read_date(41149) == read_date(39687, sistem_1904=True) == D
    assert read_date(41149.75) == D
    assert read_date(1) == date(1900, 1, 1)
    assert read_date(59) == date(1900, 2, 28)
    assert read_date(61) == date(1900, 3, 1)
    assert read_date(0, sistem_1904=True) == date(1904, 1, 1)


@pytest.mark.aturan("TANGGAL-02")
@pytest.mark.parametrize(
    ("tulis", "sebab"),
    [
        ("30-02-1980", "kalender"),
        ("29-02-2011", "kalender"),
        ("31-04-1980", "kalender"),
        ("08-17-1945", "bulan 17"),
        ("1945-17-08", "bulan 17"),
        ("00-00-1980", "bulan 0"),
        ("17 Agustur 1945", "bulan"),
        ("1945", "tidak terbaca"),
        ("17 Agustus", "tidak terbaca"),
        ("tidak tahu", "."),
        ("17/8/1745", "tahun 1745"),
        (60, "29 Februari 1900"),
        (0, "nomor seri"),
        (-5, "nomor seri"),
        (True, "bukan tanggal"),
        (float("inf"), "nomor seri"),
    ],
)
def test_the_impossible_is_refused_with_its_reason(tulis: object, sebab: str) -> None:
    with pytest.raises(TanggalGalat, match=sebab):
        read_date(tulis, latest=D)


@pytest.mark.aturan("TANGGAL-01")
@pytest.mark.parametrize(
    ("tulis", "tahun"), [("28/8/12", 2012), ("29/8/12", 1912), ("1/1/00", 2000), ("17/8/45", 1945), ("1/1/13", 1913)]
)
def test_a_two_digit_year_is_the_latest_that_has_been(tulis: str, tahun: int) -> None:
    terbaca = read_date(tulis, latest=D)
    assert terbaca is not None
    assert terbaca.year == tahun
    with pytest.raises(TanggalGalat, match="empat angka"):
        read_date(tulis)


@pytest.mark.aturan("TANGGAL-02")
def test_day_unknown_is_the_first_of_july_as_written() -> None:
    assert read_date("01-07-1950") == date(1950, 7, 1)


@pytest.mark.aturan("TANGGAL-02")
def test_day_first_always() -> None:
    assert read_date("02-03-1980") == date(1980, 3, 2)
