"""The target of September 2012 in Jaten: the days that are left, the pace they need, and which pace gets there."""

from __future__ import annotations

from datetime import date

import pytest

from ektp_core.cakupan import check_published
from ektp_core.proyeksi import HariPerMinggu, Kantor, compare_paces, finish_date, pace_to_target
from ektp_excel.kalender import closed_in, idul_fitri

PER, TARGET, BESOK = date(2012, 8, 28), date(2012, 9, 30), date(2012, 8, 29)
ENAM = Kantor(closed_in, hari_per_minggu=6)


@pytest.mark.parametrize(("minggu", "hari", "laju"), [(6, 28, 158), (5, 23, 192)])
def test_days_left_and_the_pace_they_need(minggu: HariPerMinggu, hari: int, laju: int) -> None:
    perlu = pace_to_target(4412, on=PER, target=TARGET, kantor=Kantor(closed_in, hari_per_minggu=minggu))
    assert (perlu.hari_kerja, perlu.laju) == (hari, laju)


@pytest.mark.parametrize("sisa", [4411, 4412, 4416])
def test_twenty_a_day_does_not_get_there_two_hundred_and_seven_hundred_do(sisa: int) -> None:
    """Lebaran's 20 a day leave nine tenths undone; Ramadan's 200 finish a few days before, the usual 700 in a week."""
    dua_puluh, dua_ratus, tujuh_ratus = compare_paces(sisa, [20, 200, 700], on=PER, target=TARGET, kantor=ENAM)
    assert [s.tercapai for s in (dua_puluh, dua_ratus, tujuh_ratus)] == [False, True, True]
    assert dua_puluh.sisa_pada_target == sisa - 560
    assert dua_puluh.selesai is not None
    assert dua_puluh.selesai > date(2013, 5, 1)
    assert (dua_ratus.selesai, tujuh_ratus.selesai) == (date(2012, 9, 24), date(2012, 9, 5))
    limapuluh = compare_paces(sisa, [200], on=PER, target=TARGET, kantor=Kantor(closed_in))[0]
    assert (limapuluh.tercapai, limapuluh.selesai) == (True, date(2012, 9, 28))


def test_sundays_and_evenings_slow_the_pace_that_is_needed() -> None:
    """Four Sundays more need 138 a day; twelve evenings of 60 people, on the ordinary days, 132."""
    minggu = {date(2012, 9, h) for h in (2, 9, 16, 23)}
    buka = Kantor(closed_in, hari_per_minggu=6, buka=minggu)
    perlu = pace_to_target(4412, on=PER, target=TARGET, kantor=buka)
    assert (perlu.hari_kerja, perlu.laju) == (32, 138)
    malam = dict.fromkeys(ENAM.days(date(2012, 9, 3), date(2012, 9, 15)), 60)
    perlu = pace_to_target(4412, on=PER, target=TARGET, kantor=ENAM, malam=malam)
    assert (perlu.hari_kerja, perlu.malam, perlu.laju) == (28, 720, 132)
    assert finish_date(4412, 132, mulai=BESOK, kantor=ENAM, malam=malam) == date(2012, 9, 29)


def test_lebaran_of_that_year_and_the_year_before() -> None:
    assert idul_fitri(2011, 2012) == (date(2011, 8, 30), date(2012, 8, 19))
    assert not ENAM.is_open(date(2012, 8, 21))  # cuti bersama
    assert ENAM.is_open(date(2012, 8, 23))


def test_the_published_figures_of_jaten() -> None:
    """92,10% of 55.865: 51.449 to 51.454 recorded and 4.411 to 4.416 left, or 51.452 to 51.457 if the tail was cut off."""
    bulat, potong = check_published("92,10", 55_865)
    assert (bulat.persen, potong.persen) == ((51_449, 51_454), (51_452, 51_457))
    for sisa, benar in ((4_410, (False, True)), (4_411, (True, True)), (4_416, (True, False)), (4_417, (False, False))):
        assert tuple(u.cocok is not None for u in check_published("92,10", 55_865, sisa=sisa)) == benar
    assert not any(u.cocok for u in check_published("92,10", 55_865, sisa=4_412, terekam=51_454))


@pytest.mark.parametrize(
    ("persen", "wajib", "terekam", "sisa", "benar"),
    [
        ("89,09", 742_993, 661_940, None, True),  # Boyolali
        ("77,09", 786_527, 606_321, None, True),  # Sragen, all
        ("98,49", 615_610, 606_321, None, True),  # Sragen, quota
        ("87,72", 29_410_382, 25_798_205, 3_612_177, True),  # Jawa Timur
        ("82,45", 1_678_249, 1_383_731, 294_518, True),  # Kalimantan Tengah
        ("98,15", 1_428_927, 1_408_525, None, False),  # Bengkulu: 98,57
        ("100,47", 108_871, 109_388, None, True),  # Penajam Paser Utara, quota
    ],
)
def test_figures_of_the_press(persen: str, wajib: int, terekam: int, sisa: int | None, benar: bool) -> None:
    assert any(u.cocok for u in check_published(persen, wajib, terekam=terekam, sisa=sisa)) == benar
