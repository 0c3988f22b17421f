"""NIKs from others' documentation (fictitious people) and from what sheets do to numbers."""

from __future__ import annotations

import re
from datetime import date

import pytest

from ektp_core import NikGalat, clean_nik, is_calendar_true, mask_nik, parse_nik
from ektp_core.nik import explain_nik, is_near

D = date(2012, 8, 28)


@pytest.mark.aturan("NIK-01")
@pytest.mark.parametrize(
    ("nik", "kelamin", "lahir"),
    [
        ("3171011708450001", "L", date(1945, 8, 17)),
        ("3171015708450001", "P", date(1945, 8, 17)),
        ("3602041211870001", "L", date(1987, 11, 12)),
        ("3273056010900009", "P", date(1990, 10, 20)),
        ("3204110609970001", "L", date(1997, 9, 6)),
        ("1702192905120001", "L", date(2012, 5, 29)),
    ],
)
def test_published_examples(nik: str, kelamin: str, lahir: date) -> None:
    terbaca = parse_nik(nik, on=D)
    assert (terbaca.jenis_kelamin, terbaca.tanggal_lahir, terbaca.nomor_urut) == (kelamin, lahir, nik[12:])
    assert str(terbaca.wilayah) == f"{nik[:2]}.{nik[2:4]}.{nik[4:6]}"


@pytest.mark.aturan("NIK-02", "NIK-10")
@pytest.mark.parametrize(
    ("nik", "sebab"),
    [
        ("3171013002001234", "kalender"),
        ("3502027102019913", "kalender"),
        ("1234567890123456", "kalender|tiruan"),
        ("3313110101800000", "0000"),
        ("0000000000000000", "."),
        ("1013110101800001", "SIAK"),
        ("331311", "16 angka"),
        ("3,31311E+15", "teks"),
        ("", "kosong"),
        ("33131101O1800001", "0-9"),
    ],
)
def test_no_nik_and_why(nik: str, sebab: str) -> None:
    with pytest.raises(NikGalat, match=sebab):
        parse_nik(nik, on=D)
    assert not is_calendar_true(clean_nik(nik))


@pytest.mark.aturan("NIK-01")
def test_a_child_born_in_2005_is_not_a_centenarian() -> None:
    assert parse_nik("3313110507050001", on=D).tanggal_lahir == date(2005, 7, 5)


@pytest.mark.aturan("NIK-01")
def test_the_century_is_that_of_the_person_where_the_digits_agree() -> None:
    """Somebody born in 1911, and a baby of the year before the reference date, carry the same six digits."""
    nik = "3313111708110001"
    assert parse_nik(nik, on=D).tanggal_lahir == date(2011, 8, 17)
    assert parse_nik(nik, on=D, lahir=date(1911, 8, 17)).tanggal_lahir == date(1911, 8, 17)
    assert parse_nik(nik, on=D, lahir=date(1911, 8, 18)).tanggal_lahir == date(2011, 8, 17)


@pytest.mark.aturan("NIK-01")
def test_born_on_the_reference_date_and_on_the_day_after() -> None:
    assert parse_nik("3313112808120001", on=D).tanggal_lahir == date(2012, 8, 28)
    assert parse_nik("3313112908120001", on=D).tanggal_lahir == date(1912, 8, 29)


@pytest.mark.aturan("NIK-01", "NIK-02")
def test_days_between_31_and_41_and_above_71_are_nobodys() -> None:
    for hari in (0, 32, 40, 72, 81, 99):
        assert not is_calendar_true(f"331311{hari:02d}01800001")
    for hari in (1, 31, 41, 71):
        assert is_calendar_true(f"331311{hari:02d}01800001")


@pytest.mark.aturan("NIK-01")
@pytest.mark.parametrize(
    ("kode", "kata"),
    [("9101", "93.01"), ("9102", "95.01"), ("9104", "94.01"), ("9201", "96.01"), ("9271", "96.71"), ("6473", "65")],
)
def test_an_old_region_code_is_a_remark_and_no_error(kode: str, kata: str) -> None:
    nik = f"{kode}010101800001"
    assert is_calendar_true(nik)
    assert kata in parse_nik(nik, on=D).wilayah.keterangan


@pytest.mark.aturan("NIK-01")
@pytest.mark.parametrize("kode", ["3313", "3171", "9301", "6501", "1101", "9671", "3329", "3279"])
def test_todays_codes_have_no_remark(kode: str) -> None:
    assert parse_nik(f"{kode}010101800001", on=D).wilayah.keterangan == ""


@pytest.mark.aturan("NIK-01")
@pytest.mark.parametrize(
    ("kode", "kata"), [("9401", "^$"), ("2001", "provinsi"), ("3350", "kabupaten"), ("9901", "provinsi")]
)
def test_codes_that_are_no_region(kode: str, kata: str) -> None:
    assert re.search(kata, parse_nik(f"{kode}010101800001", on=D).wilayah.keterangan)


@pytest.mark.aturan("NIK-03")
def test_what_a_number_cell_has_lost() -> None:
    """From 9007… on a float cannot hold the number; below it Excel keeps fifteen digits and shows a 0."""
    assert clean_nik(9101010101800001.0) == "910101010180000?"
    assert clean_nik(3313110101800000) == "331311010180000?"
    assert clean_nik("3.31311E+15") == clean_nik(3.31311e15 / 10) == ""
    assert clean_nik("331311010180000?") == "331311010180000?"


@pytest.mark.aturan("NIK-01")
@pytest.mark.parametrize(
    "tulis",
    [
        "3313110101800001",
        " 3313110101800001 ",
        "33.13.11.010180.0001",
        "331311-010180-0001",
        "3313 1101 0180 0001",
        "'3313110101800001",
        "3313110101800001\u00a0",
        "\ufeff3313110101800001\u200b",
    ],
)
def test_the_same_nik_in_many_hands(tulis: str) -> None:
    assert clean_nik(tulis) == "3313110101800001"
    assert explain_nik(tulis) == ""


@pytest.mark.aturan("NIK-13")
def test_masks_of_the_letter_and_of_the_election_commission() -> None:
    assert mask_nik("3171011708450001") == "317101170845****"
    assert mask_nik("3171011708450001", 10) == "317101**********"


@pytest.mark.aturan("NIK-12")
def test_neighbours() -> None:
    assert is_near("3171011708450001", "3171011708450002")
    assert is_near("3171011708450001", "3171011708540001")
    assert not is_near("3171011708450001", "3171011708450112")


@pytest.mark.aturan("NIK-01")
@pytest.mark.parametrize(
    "on", [date(2012, 8, 28), date(2099, 12, 31), date(2100, 3, 1), date(2150, 1, 1), date(2201, 1, 1)]
)
def test_a_leap_day_of_a_year_00_is_that_of_2000(on: date) -> None:
    """1900, 2100 and 2200 are no leap years: read from any date, the only such birth is that of 2000."""
    assert parse_nik("3313112902000001", on=on).tanggal_lahir == date(2000, 2, 29)
