"""Published figures, with their errors: what they round to, what they hide, and what cannot be."""

from __future__ import annotations

from decimal import Decimal

import pytest

from ektp_core import Rasio, distribute_percent, recorded_range


@pytest.mark.aturan("CAKUPAN-01", "CAKUPAN-02", "CAKUPAN-04")
@pytest.mark.parametrize(
    ("tempat", "wajib", "terekam", "persen"),
    [
        ("Boyolali 8 November 2012", 742_993, 661_940, "89.09"),
        ("Sragen 9 Oktober 2012, semua", 786_527, 606_321, "77.09"),
        ("Sragen 9 Oktober 2012, kuota", 615_610, 606_321, "98.49"),
        ("Jawa Timur 2 Oktober 2013", 29_410_382, 25_798_205, "87.72"),
        ("Kalimantan Tengah 30 September 2016", 1_678_249, 1_383_731, "82.45"),
        ("Bengkulu November 2020, dihitung ulang", 1_428_927, 1_408_525, "98.57"),
        ("Penajam Paser Utara 2012, kuota", 108_871, 109_388, "100.47"),
    ],
)
def test_percentages_recomputed(tempat: str, wajib: int, terekam: int, persen: str) -> None:
    assert Rasio(terekam, wajib).persen == Decimal(persen), tempat
    selang = recorded_range(persen, wajib)
    assert selang is not None
    assert selang[0] <= terekam <= selang[1]


@pytest.mark.aturan("CAKUPAN-02")
def test_jaten_28_august_2012() -> None:
    """92,10% of 55.865: 51.449 to 51.454 rounded, 51.452 to 51.457 truncated; not recorded 4.411 to 4.416."""
    assert recorded_range("92,10", 55_865) == (51_449, 51_454)
    assert recorded_range("92,10", 55_865, potong=True) == (51_452, 51_457)
    assert (55_865 - 51_454, 55_865 - 51_449) == (4_411, 4_416)
    assert str(Rasio(51_452, 55_865)) == "92,10%"


@pytest.mark.aturan("CAKUPAN-02")
def test_the_published_figure_of_bengkulu_cannot_be() -> None:
    """98,15 was published; 1.408.525 of 1.428.927 is 98,57: no rounding and no cutting gives the other."""
    for potong in (False, True):
        selang = recorded_range("98,15", 1_428_927, potong=potong)
        assert selang is not None
        assert not selang[0] <= 1_408_525 <= selang[1]


@pytest.mark.parametrize(
    ("wajib", "terekam", "sisa"), [(29_410_382, 25_798_205, 3_612_177), (1_678_249, 1_383_731, 294_518)]
)
def test_who_is_left(wajib: int, terekam: int, sisa: int) -> None:
    assert wajib - terekam == sisa


@pytest.mark.aturan("CAKUPAN-02")
def test_the_parts_of_penajam_paser_utara() -> None:
    """97.117 clean, 4.882 doubled, 5.270 moved, 795 dead, 401 not at home, 923 unclear: in all what was recorded."""
    bagian = [97_117, 4_882, 5_270, 795, 401, 923]
    assert sum(bagian) == 109_388
    persen = distribute_percent(bagian)
    assert sum(persen) == 100
    assert persen[0] == Decimal("88.78")


@pytest.mark.aturan("CAKUPAN-02")
def test_ways_to_write_a_percentage() -> None:
    for tulis in ("92,10", "92.10", "92,10%", " 92,10 % ", Decimal("92.10")):
        assert recorded_range(tulis, 55_865) == (51_449, 51_454)
    assert recorded_range("92,1", 55_865) == recorded_range(Decimal("92.1"), 55_865) == (51_424, 51_479)
    assert recorded_range("92", 55_865, desimal=2) == recorded_range("92,00", 55_865)


@pytest.mark.aturan("CAKUPAN-02", "CAKUPAN-04")
def test_thirds() -> None:
    assert [str(p) for p in distribute_percent([1, 1, 1])] == ["33.34", "33.33", "33.33"]
    assert [str(Rasio(1, 3)), str(Rasio(2, 3)), str(Rasio(1, 8)), str(Rasio(0, 5)), str(Rasio(5, 5))] == [
        "33,33%",
        "66,67%",
        "12,50%",
        "0,00%",
        "100,00%",
    ]


@pytest.mark.aturan("CAKUPAN-02")
def test_half_goes_up() -> None:
    assert (str(Rasio(1, 800)), str(Rasio(3, 800)), str(Rasio(1, 20_000))) == ("0,13%", "0,38%", "0,01%")
