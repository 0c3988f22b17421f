"""Sums in words, against a speller written here from the grammar, and read back into figures."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ektp_excel.surat.kata import HARI, show_day, spell, spell_date

SATUAN = "nol satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas".split()
BESAR = ((10**9, "miliar"), (10**6, "juta"))
NILAI = {nama: nilai for nilai, nama in BESAR}


def grammar(n: int) -> str:
    """The words of a number by the rule of grammar: se- for one ten, hundred and thousand, belas below twenty."""
    if n < 12:
        return SATUAN[n]
    if n < 20:
        return f"{SATUAN[n - 10]} belas"
    for nilai, nama in (*BESAR, (1000, "ribu"), (100, "ratus"), (10, "puluh")):
        if n >= nilai:
            banyak, sisa = divmod(n, nilai)
            awal = f"se{nama}" if banyak == 1 and nilai <= 1000 else f"{grammar(banyak)} {nama}"
            return f"{awal} {grammar(sisa)}" if sisa else awal
    raise AssertionError(n)


def read(kata: str) -> int:
    """The number that words say, read from left to right."""
    jumlah = ribuan = ratusan = 0
    for satu in kata.split():
        match satu:
            case "sepuluh" | "sebelas":
                ratusan += 10 + (satu == "sebelas")
            case "belas":
                ratusan += 10
            case "puluh":
                ratusan = ratusan // 10 * 10 + ratusan % 10 * 10
            case "seratus":
                ratusan += 100
            case "ratus":
                ratusan *= 100
            case "seribu":
                ribuan += 1000
            case "ribu":
                ribuan, ratusan = ratusan * 1000, 0
            case "juta" | "miliar":
                jumlah, ribuan, ratusan = jumlah + (ribuan + ratusan) * NILAI[satu], 0, 0
            case _:
                ratusan += SATUAN.index(satu)
    return jumlah + ribuan + ratusan


@given(st.integers(0, 10**12 - 1) | st.integers(0, 20_000))
@example(0)
@example(10)
@example(11)
@example(100)
@example(111)
@example(1000)
@example(1011)
@example(11_000)
@example(101_000)
@example(1_001_000)
@example(21_001_000)
@example(1_000_001_000)
def test_words_are_those_of_the_grammar_and_say_the_number(n: int) -> None:
    assert spell(n) == grammar(n)
    assert read(spell(n)) == n


def test_every_count_of_a_kecamatan_is_spelled_right() -> None:
    assert [n for n in range(20_000) if spell(n) != grammar(n)] == []


@given(st.dates(date(2007, 1, 1), date(2030, 12, 31)))
def test_a_spelled_date_says_the_day_the_calendar_has(d: date) -> None:
    hari, _, sisa = spell_date(d).partition(" tanggal ")
    tanggal, _, sisa = sisa.partition(" bulan ")
    assert show_day(d).startswith(f"{hari}, {d.day} {sisa.split()[0]} ")
    assert (read(tanggal), read(sisa.partition(" tahun ")[2])) == (d.day, d.year)
    assert HARI.index(hari) == (d.toordinal() + 6) % 7


@pytest.mark.parametrize(
    ("tanggal", "kata"),
    [
        (date(2012, 8, 28), "Selasa tanggal dua puluh delapan bulan Agustus tahun dua ribu dua belas"),
        (date(2012, 8, 17), "Jumat tanggal tujuh belas bulan Agustus tahun dua ribu dua belas"),
    ],
)
def test_dates_of_the_story(tanggal: date, kata: str) -> None:
    assert spell_date(tanggal) == kata
