"""The number itself: structure against a calendar table, cleaning, masks, neighbours."""

from __future__ import annotations

import calendar
import re
from datetime import date, timedelta
from itertools import pairwise, product

import pytest
from attrs import evolve
from hypothesis import example, given
from hypothesis import strategies as st

from ektp_core import NikGalat, Penduduk, clean_nik, decide_wajib, is_calendar_true, mask_nik, parse_nik
from ektp_core.nik import (
    birth_digits,
    births_of,
    explain_nik,
    is_near,
    is_placeholder,
    is_slip,
    iter_near,
    iter_slips,
    mask_text,
    sex_of,
)
from strategies import D, enam_belas_angka, make_nik, nik, penduduk, tanggal, tanggal_acuan


def calendar_days(dd: int, mm: int, yy: int) -> list[date]:
    """Every date from 1901 to 2100 whose day, month and two-digit year these are."""
    if not 1 <= mm <= 12:
        return []
    tahun = [t for t in range(1901, 2101) if t % 100 == yy]
    return [date(t, mm, dd) for t in tahun if 1 <= dd <= calendar.monthrange(t, mm)[1]]


@pytest.mark.aturan("NIK-01", "NIK-02")
def test_every_six_digits_against_the_calendar() -> None:
    """All days 00-99, months 00-19 and a choice of years: a man's day, a woman's day, or no NIK."""
    on = date(2012, 8, 28)
    for dd, mm, yy in product(range(100), range(20), (0, 4, 12, 13, 99)):
        nomor = f"331311{dd:02d}{mm:02d}{yy:02d}0001"
        laki, perempuan = calendar_days(dd, mm, yy), calendar_days(dd - 40, mm, yy)
        assert is_calendar_true(nomor) == bool(laki or perempuan), nomor
        assert sex_of(nomor) == ("L" if laki else "P" if perempuan else None)
        if laki or perempuan:
            terbaca = parse_nik(nomor, on=on)
            assert terbaca.tanggal_lahir == max(t for t in laki or perempuan if t <= on), nomor
            assert terbaca.jenis_kelamin == ("L" if laki else "P")
        else:
            with pytest.raises(NikGalat):
                parse_nik(nomor, on=on)


@pytest.mark.aturan("NIK-01")
@given(tanggal(1901, 2030), st.sampled_from("LP"), st.integers(1, 9999), tanggal_acuan())
@example(date(2000, 2, 29), "P", 1, D)
@example(D, "L", 1, D)
@example(D + timedelta(days=1), "L", 1, D)
def test_parse_gives_back_what_the_number_was_made_of(lahir: date, kelamin: str, urut: int, on: date) -> None:
    nomor = make_nik(lahir, kelamin, urut, "321705")
    terbaca = parse_nik(nomor, on=on, lahir=lahir)
    assert (str(terbaca.wilayah), terbaca.tanggal_lahir) == ("32.17.05", lahir)
    assert (terbaca.jenis_kelamin, terbaca.nomor_urut) == (kelamin, f"{urut:04d}")
    tanpa = parse_nik(nomor, on=on).tanggal_lahir
    abad = [lahir.replace(year=t) for t in range(1901, on.year + 1) if (t - lahir.year) % 100 == 0]
    assert tanpa == max(t for t in abad if t <= on)


@pytest.mark.aturan("NIK-01")
@given(nik(), tanggal(), tanggal_acuan())
def test_a_birth_date_that_disagrees_decides_nothing(nomor: str, lahir: date, on: date) -> None:
    if birth_digits(lahir, sex_of(nomor) or "") != nomor[6:12]:
        assert parse_nik(nomor, on=on, lahir=lahir) == parse_nik(nomor, on=on)


@pytest.mark.aturan("NIK-02")
@given(enam_belas_angka() | nik())
def test_calendar_true_is_what_parses(nomor: str) -> None:
    if is_calendar_true(nomor):
        assert parse_nik(nomor, on=D).tanggal_lahir <= D
    else:
        with pytest.raises(NikGalat) as galat:
            parse_nik(nomor, on=D)
        assert nomor not in str(galat.value)


@pytest.mark.aturan("NIK-01", "NIK-02")
@given(enam_belas_angka() | nik() | st.text(max_size=18), tanggal_acuan())
@example("331311010180000?", D)
@example("331311010180٠٠٠١", D)
@example("1111111111111111", D)
def test_the_quick_reading_is_that_of_the_record(nomor: str, on: date) -> None:
    """Without a record: the same date and sex of a cleaned NIK, and none of all else."""
    if re.fullmatch("[0-9]{15}[0-9?]", nomor) and is_calendar_true(nomor):
        terbaca = parse_nik(nomor, on=on)
        assert births_of([nomor], on=on) == [(terbaca.tanggal_lahir, terbaca.jenis_kelamin)]
    else:
        assert births_of([nomor], on=on) == [None]


@pytest.mark.aturan("NIK-02")
@given(nik())
def test_serial_zero_and_stand_ins_are_no_keys(nomor: str) -> None:
    assert is_calendar_true(nomor)
    assert not is_calendar_true(nomor[:12] + "0000")
    assert not is_calendar_true("10" + nomor[2:])
    assert not is_calendar_true(nomor[:15])
    for angka in "0123456789":
        assert is_placeholder(angka * 16)
        assert is_placeholder(angka * 15 + "?")
        assert not is_calendar_true(angka * 16)
    assert is_placeholder("1234567890123456")
    assert not is_calendar_true("1234567890123456")
    assert not is_placeholder(nomor)


@pytest.mark.aturan("NIK-03")
@given(st.text(max_size=24) | enam_belas_angka() | st.floats() | st.integers(0, 10**17) | st.none() | st.booleans())
@example("331311010180000?")
def test_cleaning_is_idempotent_and_has_three_outcomes(nilai: object) -> None:
    bersih = clean_nik(nilai)
    assert re.fullmatch(r"(?:[0-9]{16}|[0-9]{15}\?)?", bersih, re.ASCII)
    assert clean_nik(bersih) == bersih
    assert (explain_nik(nilai) == "") == (bersih != "")


@pytest.mark.aturan("NIK-01")
@pytest.mark.parametrize("tahun", [2007, 2012, 2099, 2100, 2105])
def test_born_on_29_february_of_a_year_00_is_born_in_2000(tahun: int) -> None:
    """1900 and 2100 had no such day."""
    lahir = parse_nik(make_nik(date(2000, 2, 29), "L", 1), on=date(tahun, 3, 1)).tanggal_lahir
    assert lahir == date(2000, 2, 29)


PEMISAH = (
    " .-_/\\'\"`’‘,;:|*()[]\t\n\x00\x1f"
    "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\u00a0\u00ad\u200b\u200e\u200f\u202a\u2060\ufeff"
)


@pytest.mark.aturan("NIK-01", "NIK-10")
def test_every_separator_is_taken_away_and_no_other_sign() -> None:
    for tanda in PEMISAH:
        assert clean_nik(f"{tanda}331311{tanda}010180{tanda * 3}0001{tanda}") == "3313110101800001", repr(tanda)
        assert clean_nik(f"331311{tanda}010180000?") == "331311010180000?", repr(tanda)
    for tanda in "xX+=#&@!?<>~^%0\u0660":
        assert clean_nik(f"331311{tanda}0101800001") == "", repr(tanda)


@pytest.mark.aturan("NIK-01")
@given(
    nik(), st.lists(st.sampled_from([" ", ".", "-", "/", "\u00a0", "\u200b", "'", "\ufeff", "_", "\t"]), max_size=20)
)
def test_separators_and_invisible_characters_do_not_matter(nomor: str, pemisah: list[str]) -> None:
    for n, tanda in enumerate(pemisah):
        tulis = "".join(a + (tanda if i % (n + 1) == 0 else "") for i, a in enumerate(nomor))
        assert clean_nik(tulis) == nomor
        assert clean_nik(tanda + nomor + tanda) == nomor


@pytest.mark.aturan("NIK-03")
@given(nik())
def test_a_number_never_gives_a_whole_nik(nomor: str) -> None:
    """Spreadsheets keep fifteen digits: what a cell shows as 16th digit is not known."""
    # Above 2^53 a float that did not come from a spreadsheet may have rounded a last 9 up into the fifteenth digit.
    utuh = float(nomor) if int(nomor) < 2**53 or nomor[15] != "9" else int(nomor)
    for nilai in (int(nomor), utuh, float(nomor[:15] + "0"), f"{nomor}.0", f"{nomor},00"):
        assert clean_nik(nilai) == nomor[:15] + "?"
    for buruk in (float(nomor[:15]), float(nomor + "0"), f"{float(nomor):.5E}".replace(".", ","), float("nan")):
        assert clean_nik(buruk) == ""


@pytest.mark.aturan("NIK-10")
@given(nik())
def test_digits_of_other_scripts_are_refused(nomor: str) -> None:
    assert clean_nik(nomor.translate({ord("0") + i: 0x0660 + i for i in range(10)})) == ""
    assert clean_nik(nomor[:-1] + "²") == ""


@pytest.mark.aturan("NIK-04")
@given(penduduk(), st.lists(nik(), min_size=2, max_size=2), tanggal_acuan())
def test_a_nik_decides_nothing_about_age_or_sex(orang: Penduduk, dua: list[str], on: date) -> None:
    """Whatever number a resident carries, the registered particulars decide."""
    satu, lain = (decide_wajib(evolve(orang, nik=n), on=on) for n in dua)
    assert satu == lain


@pytest.mark.aturan("NIK-13")
@given(nik(), st.integers(-2, 20))
def test_mask_shows_the_beginning_and_never_the_end(nomor: str, akhir: int) -> None:
    samar = mask_nik(nomor, akhir)
    bintang = min(max(akhir, 0), 16)
    assert len(samar) == 16
    assert samar == nomor[: 16 - bintang] + "*" * bintang


def last_digits_shown(samar: str, nomor: str) -> bool:
    """Whether more than the first twelve digits of the number can be read from the text."""
    return nomor[:13] in re.sub(r"[^0-9*]", "", samar)


@pytest.mark.aturan("NIK-13")
@given(
    st.lists(nik(), min_size=1, max_size=3),
    st.sampled_from(("", "NIK ", "no. ", "(")),
    st.sampled_from((" ", ", ", " / ", " dan ", "\n", " - ", ".")),
    st.sampled_from(("{}", "{0}", "'{}'", "{}.")),
)
@example(["3313110101800001", "3313114101800002"], "", " ", "{}")
def test_masked_text_never_shows_the_last_digits(niks: list[str], depan: str, antara: str, bentuk: str) -> None:
    """Also where two numbers stand in one cell."""
    samar = mask_text(depan + antara.join(bentuk.format(n) for n in niks))
    for nomor in niks:
        assert not last_digits_shown(samar, nomor), samar


@pytest.mark.aturan("NIK-13")
@given(nik(), st.sampled_from((".", "-", " ", "*", "|", "\\", '"', "‘", "\x00", "----")))
def test_masked_text_knows_a_nik_with_separators(nomor: str, tanda: str) -> None:
    tulis = tanda.join((nomor[:2], nomor[2:4], nomor[4:6], nomor[6:12], nomor[12:]))
    samar = mask_text(f"NIK {tulis} ganda")
    assert samar == f"NIK {tulis[:-4]}**** ganda"


@pytest.mark.aturan("NIK-13")
@given(st.text("0123456789 .-", max_size=9) | st.sampled_from(("RT 001", "28-08-2012", "tanggal 1/2")))
def test_short_numbers_are_left_alone(teks: str) -> None:
    assert mask_text(teks) == teks


@pytest.mark.aturan("NIK-12")
@given(nik(), st.integers(0, 15), st.integers(0, 9), st.integers(0, 15), st.integers(0, 9))
def test_near_is_one_digit_or_one_swap(nomor: str, i: int, a: int, j: int, b: int) -> None:
    lain = list(nomor)
    lain[i], lain[j] = str(a), str(b)
    teks = "".join(lain)
    tukar = ["".join((*nomor[:k], nomor[k + 1], nomor[k], *nomor[k + 2 :])) for k in range(15)]
    beda = sum(x != y for x, y in zip(nomor, teks, strict=True))
    dekat = beda == 1 or (beda == 2 and teks in tukar)
    assert is_near(nomor, teks) == is_near(teks, nomor) == dekat
    assert (teks in set(iter_near(nomor))) == dekat
    for k in range(15):
        assert is_near(nomor, tukar[k]) == (nomor[k] != nomor[k + 1])


@pytest.mark.aturan("NIK-12", "DOBEL-06")
@given(nik(), st.integers(0, 13), st.data())
def test_nothing_else_may_differ_beside_a_swap(nomor: str, i: int, data: st.DataObject) -> None:
    """A swap, or one digit, and one more digit after it, greater or less: neither near nor a slip; nor is another length."""
    jauh = data.draw(st.integers(i + 2, 15))
    for akhir in set("0123456789") - {nomor[jauh]}:
        ekor = nomor[i + 2 : jauh] + akhir + nomor[jauh + 1 :]
        lain = [nomor[:i] + nomor[i + 1] + nomor[i] + ekor]
        lain += [nomor[:i] + a + nomor[i + 1] + ekor for a in "0123456789" if a != nomor[i]]
        for satu in lain:
            if satu[: i + 2] != nomor[: i + 2]:
                assert not is_near(satu, nomor)
                assert not is_slip(satu, nomor)
    assert not is_near(nomor, nomor[:-1])
    assert not is_near(nomor[:-1], nomor)


@pytest.mark.aturan("DOBEL-06")
@given(nik())
def test_slips_are_the_neighbours_with_the_same_serial(nomor: str) -> None:
    assert list(iter_slips(nomor)) == [n for n in iter_near(nomor) if n[12:] == nomor[12:]]
    assert all(is_slip(n, nomor) == (n[12:] == nomor[12:]) for n in iter_near(nomor))


@pytest.mark.aturan("NIK-12")
@given(nik())
def test_neighbours_are_all_and_each_once(nomor: str) -> None:
    dekat = list(iter_near(nomor))
    assert len(dekat) == len(set(dekat)) == 16 * 9 + sum(a != b for a, b in pairwise(nomor))
    assert nomor not in dekat


@pytest.mark.aturan("NIK-01", "NIK-04")
@given(tanggal(), st.sampled_from("LP"))
def test_birth_digits_are_those_of_a_nik(lahir: date, kelamin: str) -> None:
    assert birth_digits(lahir, kelamin) == make_nik(lahir, kelamin, 1)[6:12]
