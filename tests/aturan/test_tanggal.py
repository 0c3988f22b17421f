"""Birthdays and dates as people write them, against the calendar itself."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import date, datetime, timedelta
from itertools import product

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from aturan import kata
from ektp_core import TanggalGalat, age, read_date
from ektp_core.tanggal import add_years, from_serial, latest_birth, resolve_two_digit_year
from strategies import tanggal

AWAL, AKHIR = date(2006, 12, 29), date(2030, 12, 31)
BULAN = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
ROMAWI = "I II III IV V VI VII VIII IX X XI XII".split()
HARI = "Senin Selasa Rabu Kamis Jumat Sabtu Minggu".split()

TULISAN: tuple[Callable[[date], object], ...] = (
    lambda t: f"{t.day:02d}-{t.month:02d}-{t.year}",
    lambda t: f"{t.day}/{t.month}/{t.year}",
    lambda t: f"{t.day:02d}.{t.month:02d}.{t.year}",
    lambda t: f"{t.day} {t.month} {t.year}",
    lambda t: f"{t.day} {BULAN[t.month - 1]} {t.year}",
    lambda t: f"{t.day:02d}-{BULAN[t.month - 1][:3].upper()}-{t.year}",
    lambda t: f"{t.day}{BULAN[t.month - 1].lower()}{t.year}",
    lambda t: f"{t.day}-{ROMAWI[t.month - 1]}-{t.year}",
    lambda t: f"{HARI[t.weekday()]}, {t.day} {BULAN[t.month - 1]} {t.year}",
    lambda t: t.isoformat(),
    lambda t: f"{t.year}/{t.month}/{t.day}",
    lambda t: f"{t.isoformat()}T00:00:00",
    lambda t: f"{t.day:02d}/{t.month:02d}/{t.year} 13:45:10 WIB",
    lambda t: f"{t.day:02d}{t.month:02d}{t.year}",
    lambda t: f"'\u00a0{t.day:02d}-\u200b{t.month:02d}-{t.year} ",
    lambda t: datetime(t.year, t.month, t.day, 23, 59),
    lambda t: t,
)


def birthday(lahir: date, usia: int) -> date:
    """The birthday in a year, by the calendar: of 29 February the 28th in a common year."""
    tahun = lahir.year + usia
    hari = 28 if (lahir.month, lahir.day) == (2, 29) and not calendar.isleap(tahun) else lahir.day
    return date(tahun, lahir.month, hari)


@pytest.mark.aturan("WAJIB-01", "WAJIB-04")
@given(tanggal(1900, 2030), st.integers(0, 110), st.integers(-3, 370))
@example(date(1996, 2, 29), 17, 0)
@example(date(1996, 2, 29), 17, -1)
@example(date(1996, 2, 29), 16, 0)
def test_age_counts_the_birthdays_that_have_been(lahir: date, usia: int, selisih: int) -> None:
    on = birthday(lahir, usia) + timedelta(days=selisih)
    lewat = sum(birthday(lahir, n) <= on for n in range(1, 115))
    assert age(lahir, on=on) == (lewat if on >= lahir else -1)


@pytest.mark.aturan("WAJIB-04")
@given(tanggal(1900, 2030), st.integers(0, 110))
def test_add_years_is_the_birthday(lahir: date, usia: int) -> None:
    assert add_years(lahir, usia) == birthday(lahir, usia)


@pytest.mark.aturan("WAJIB-01", "WAJIB-04")
def test_latest_birth_agrees_with_age_on_every_day_of_the_law() -> None:
    """For every reference date: born on that day 17, born the day after not; so for all birth dates, as age only falls."""
    on = AWAL
    while on <= AKHIR:
        batas = latest_birth(on)
        assert birthday(batas, 17) <= on < birthday(batas + timedelta(days=1), 17), on
        on += timedelta(days=1)


@pytest.mark.aturan("WAJIB-01", "WAJIB-04")
@given(st.dates(AWAL, AKHIR), tanggal(1900, 2030), st.integers(1, 70))
def test_latest_birth_divides_the_birth_dates_by_age(on: date, lahir: date, usia: int) -> None:
    assert (lahir <= latest_birth(on, usia)) == (age(lahir, on=on) >= usia)


@pytest.mark.aturan("TANGGAL-02")
@given(tanggal(1900, 2100))
def test_every_spelling_gives_the_date(tgl: date) -> None:
    for tulis in TULISAN:
        assert read_date(tulis(tgl)) == tgl, tulis(tgl)


@pytest.mark.aturan("TANGGAL-02")
def test_every_word_for_a_month_and_a_weekday_is_known() -> None:
    for nomor, semua in enumerate(kata.BULAN, 1):
        for bulan, huruf in product(semua.split(), (str.lower, str.upper, str.title)):
            for bentuk in (
                "17 {} 1945",
                "17-{}-1945",
                "17/{}/1945",
                "17.{}.1945",
                "17 {}. 1945",
                "17{}1945",
                "17, {}, 1945",
            ):
                assert read_date(bentuk.format(huruf(bulan))) == date(1945, nomor, 17), bulan
            assert read_date(f"17 {huruf(bulan)} '45", latest=AKHIR) == date(1945, nomor, 17), bulan
    for hari, pasaran, antara in product(kata.HARI, ("", *kata.PASARAN), (" ", ", ", ". ")):
        for tgl in ("17-8-1945", "17 Agustus 1945"):
            assert read_date(f"{hari} {pasaran}{antara}{tgl}") == date(1945, 8, 17), (hari, pasaran)
            assert read_date(f"{hari.upper()}{antara}{tgl}".replace("'", "’")) == date(1945, 8, 17)
    for asing in ("17 Agustusan 1945", "17 foo 1945", "Hari 17-8-1945", "Pon 17-8-1945", "Senin Legi Pon 17-8-1945"):
        with pytest.raises(TanggalGalat):
            read_date(asing)


HIASAN = (
    *("tgl {}", "Tgl. {}", "tanggal {}", "Tanggal : {}", "tgl: {}", "{} (67 th)", "{} (67 thn.)", "{} ( 67 TAHUN )"),
    *(
        "{} pukul 10.30",
        "{} jam 10:30 WIB",
        "{} pkl. 9.05 wib",
        "{} 10:30",
        "{} 10.30.15",
        "{}T10:30:15.123",
        "{}, 10:30",
    ),
    *("{} 10:30 WITA", "{} 10:30 WIT", "{} 10:30Z", "{} 10:30 AM", "{} 10:30 PM", "{} 10:30:00+07:00", "{} 10:30-0700"),
    *("{}.", "{},", "{};", "{}:", '"{}"', "'{}"),
)
SAMBUNG = ("-", "/", ".", " ", ",", " - ", "- ", *"\u2010\u2011\u2012\u2013\u2014\u2015\u2212\\_")


@pytest.mark.aturan("TANGGAL-02")
def test_what_stands_around_or_between_does_not_matter() -> None:
    for hiasan, tgl in product(HIASAN, ("17-08-1945", "17/8/1945", "1945-08-17", "17 Agustus 1945")):
        assert read_date(hiasan.format(tgl)) == date(1945, 8, 17), hiasan.format(tgl)
    for tanda in SAMBUNG:
        assert read_date(f"17{tanda}8{tanda}1945") == date(1945, 8, 17), tanda
        if tanda.strip(" -/.,") or tanda.strip() in ("-", "/", "."):
            assert read_date(f"1945{tanda}8{tanda}17") == date(1945, 8, 17), tanda
    for petik in "'`´‘’ʼ":
        assert read_date(f"17-8-{petik}45", latest=AKHIR) == date(1945, 8, 17)
    for asing in (
        "17-8-1945 x",
        "x 17-8-1945",
        "1945-8/17",
        "17-8",
        "17-8-945",
        "117-8-1945",
        "17-8-1945 pukul",
        "1945 8 17",
        "17-008-1945",
    ):
        with pytest.raises(TanggalGalat):
            read_date(asing)


@pytest.mark.aturan("TANGGAL-02")
def test_the_first_and_the_last_of_each_kind() -> None:
    """The years 1850 to 2200; serials from 1 (1900) or 0 (1904); eight digits day-first, else year-first; five, a serial."""
    for tahun, ada in ((1849, False), (1850, True), (2200, True), (2201, False)):
        for nilai in (f"31-12-{tahun}", f"{tahun}-12-31", f"31 Desember {tahun}", f"3112{tahun}", int(f"3112{tahun}")):
            if ada:
                assert read_date(nilai) == date(tahun, 12, 31)
            else:
                with pytest.raises(TanggalGalat):
                    read_date(nilai)
    akhir = (date(2200, 12, 31) - date(1899, 12, 30)).days
    assert from_serial(akhir) == from_serial(akhir - 1462, sistem_1904=True) == date(2200, 12, 31)
    assert (from_serial(1), from_serial(1.5), from_serial(0, sistem_1904=True)) == (
        date(1900, 1, 1), date(1900, 1, 1), date(1904, 1, 1)
    )  # fmt: skip
    for serial in (0, 0.99, -1, akhir + 1, 2_958_465, 2_958_466, 10**12, float("inf"), float("-inf"), float("nan")):
        with pytest.raises(TanggalGalat):
            from_serial(serial)
    for serial in (-0.5, -1, akhir - 1461, 2_958_465, 10**12, float("inf"), float("nan")):
        with pytest.raises(TanggalGalat):
            from_serial(serial, sistem_1904=True)
    for nilai, tgl in ((17081945, date(1945, 8, 17)), (19450817, date(1945, 8, 17)), (12111950, date(1950, 11, 12)),
                       (20121112, date(2012, 11, 12)), (10101850, date(1850, 10, 10)), (99999, date(2173, 10, 13))):  # fmt: skip
        assert read_date(nilai) == read_date(float(nilai)) == read_date(str(nilai)) == tgl, nilai
    salah: tuple[object, ...] = (17081945.5, 9_999_999, 100_000_000, 1900, 2100, 1900.0, True)
    for buruk in (*salah, "1945", "041149", "411490", b"17-8-1945", "１７-8-1945"):
        with pytest.raises(TanggalGalat):
            read_date(buruk)
    for seri in (1899, 2101, 1900.5, 2099.5):
        assert read_date(seri) == date(1899, 12, 30) + timedelta(days=int(seri)), seri


@pytest.mark.aturan("TANGGAL-01")
@given(st.integers(1, 31), st.integers(1, 12), st.integers(0, 99), tanggal(1950, 2030))
def test_two_digit_year_is_the_latest_that_is_not_after(hari: int, bulan: int, dua: int, latest: date) -> None:
    calon = [t for t in range(latest.year - 99, latest.year + 1) if t % 100 == dua]
    urut = [t for t in (calon[0], calon[0] - 100) if (t, bulan, hari) <= (latest.year, latest.month, latest.day)]
    assert resolve_two_digit_year(dua, bulan, hari, latest) == urut[0]
    teks = f"{hari}/{bulan}/{dua:02d}"
    if hari > calendar.monthrange(urut[0], bulan)[1]:
        with pytest.raises(TanggalGalat):
            read_date(teks, latest=latest)
    else:
        jadi = read_date(teks, latest=latest)
        assert jadi == date(urut[0], bulan, hari)
        assert jadi <= latest
    with pytest.raises(TanggalGalat):
        read_date(teks)


@pytest.mark.aturan("TANGGAL-02")
def test_every_day_month_pair_is_the_calendars_or_refused() -> None:
    """Day-first always: a month of 13 is refused, not taken for a day."""
    for tahun, bulan, hari in product((1900, 2000, 2011, 2012), range(15), range(33)):
        ada = 1 <= bulan <= 12 and 1 <= hari <= calendar.monthrange(tahun, bulan)[1]
        for teks in (f"{hari:02d}-{bulan:02d}-{tahun}", f"{hari}/{bulan}/{tahun}", f"{tahun}-{bulan:02d}-{hari:02d}"):
            if ada:
                assert read_date(teks) == date(tahun, bulan, hari)
            else:
                with pytest.raises(TanggalGalat):
                    read_date(teks)


@pytest.mark.aturan("TANGGAL-02")
def test_serials_count_the_days_of_both_systems() -> None:
    """Walked day by day from 1 January 1900 and 1904; 60 is the day that Excel alone knows."""
    hari = date(1900, 1, 1)
    for n in range(1, 50_000):
        if n == 60:
            with pytest.raises(TanggalGalat):
                from_serial(n)
            continue
        assert from_serial(n) == hari
        hari += timedelta(days=1)
    hari = date(1904, 1, 1)
    for n in range(50_000):
        assert from_serial(n, sistem_1904=True) == hari
        hari += timedelta(days=1)


@pytest.mark.aturan("TANGGAL-02")
@given(st.integers(61, 60_000).filter(lambda n: not 1900 <= n <= 2100), st.floats(0, 0.999))
def test_serial_as_number_text_or_with_a_clock(n: int, jam: float) -> None:
    tgl = from_serial(n)
    assert read_date(n) == read_date(float(n)) == read_date(n + jam) == tgl
    if n >= 10_000:
        assert read_date(str(n)) == tgl


@pytest.mark.aturan("TANGGAL-02")
@given(st.integers(1900, 2100))
def test_a_bare_year_is_not_taken_for_a_day_of_1905(tahun: int) -> None:
    for nilai in (tahun, float(tahun), str(tahun)):
        with pytest.raises(TanggalGalat):
            read_date(nilai)


@pytest.mark.aturan("TANGGAL-02")
@pytest.mark.parametrize("kosong", [None, "", " ", "-", "--", "\u00a0", "\u200b", "—", "?", "/ /", float("nan")])
def test_blank_is_no_date(kosong: object) -> None:
    assert read_date(kosong) is None


@pytest.mark.aturan("TANGGAL-02")
@given(st.text(max_size=12) | st.floats() | st.integers() | st.booleans(), st.none() | tanggal())
def test_anything_is_a_date_blank_or_refused(nilai: object, latest: date | None) -> None:
    try:
        hasil = read_date(nilai, latest=latest)
    except TanggalGalat:
        return
    assert hasil is None or 1850 <= hasil.year <= 2200
