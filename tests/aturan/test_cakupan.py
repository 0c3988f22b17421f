"""Coverage arithmetic: whole people, exact fractions, one rounding; inverted by brute force."""

from __future__ import annotations

from decimal import ROUND_FLOOR, ROUND_HALF_UP, Decimal, localcontext
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ektp_core import Cakupan, EktpError, Rasio, distribute_percent, recorded_range
from ektp_core.cakupan import check_published, round_percent
from strategies import Tabel, tabel

orang = st.integers(0, 60_000_000)


def shown(terekam: int, wajib: int, desimal: int, rounding: str) -> Decimal:
    """The percentage by decimal arithmetic of fifty digits."""
    with localcontext(prec=50):
        return (Decimal(100) * terekam / wajib).quantize(Decimal(1).scaleb(-desimal), rounding=rounding)


@pytest.mark.aturan("CAKUPAN-02")
@settings(max_examples=300)
@given(orang, st.integers(1, 60_000_000), st.integers(0, 4))
@example(51_453, 55_865, 2)
@example(1, 8, 1)
@example(1, 800, 2)
@example(3, 800, 2)
@example(1, 20_000, 2)
def test_percent_is_rounded_half_up_once(terekam: int, wajib: int, desimal: int) -> None:
    assert round_percent(terekam, wajib, desimal) == shown(terekam, wajib, desimal, ROUND_HALF_UP)
    assert Rasio(terekam, wajib).persen == round_percent(terekam, wajib)
    assert Rasio(terekam, wajib).pecahan == Fraction(terekam, wajib)
    beda = abs(Fraction(round_percent(terekam, wajib)) - 100 * Fraction(terekam, wajib))
    assert beda <= Fraction(1, 200)


@pytest.mark.aturan("CAKUPAN-02")
@given(st.integers(0, 200), st.integers(1, 200), st.integers(0, 200))
def test_percent_is_monotone_and_does_not_depend_on_the_scale(a: int, wajib: int, b: int) -> None:
    kecil, besar = sorted((a, b))
    assert round_percent(kecil, wajib) <= round_percent(besar, wajib)
    assert round_percent(7 * a, 7 * wajib) == round_percent(a, wajib)


@pytest.mark.aturan("CAKUPAN-04")
@given(orang, orang)
def test_more_than_all_is_shown_and_nobody_is_said_in_words(terekam: int, wajib: int) -> None:
    r = Rasio(terekam, wajib)
    if wajib == 0:
        assert (str(r), r.persen, r.pecahan) == ("tidak ada wajib", None, None)
    else:
        assert str(r) == f"{shown(terekam, wajib, 2, ROUND_HALF_UP)}%".replace(".", ",")
        assert ((r.persen or 0) > 100) == (200 * 100 * (terekam - wajib) >= wajib)


@pytest.mark.aturan("CAKUPAN-04")
@given(st.integers(-100, -1), st.integers(0, 100))
def test_a_count_of_people_is_never_negative(kurang: int, ada: int) -> None:
    for isi in ((kurang, ada), (ada, kurang)):
        with pytest.raises(EktpError):
            Rasio(*isi)


@pytest.mark.aturan("CAKUPAN-01", "CAKUPAN-03")
@given(st.integers(0, 500), st.integers(0, 500), st.integers(0, 500), st.integers(0, 500), st.none() | orang)
def test_every_denominator_is_named_and_the_bounds_enclose(
    terekam: int, belum_pasti: int, pasti_belum: int, lebih: int, pagu: int | None
) -> None:
    neto = terekam + belum_pasti + pasti_belum
    c = Cakupan.of(terekam=terekam, pagu=pagu, daftar=neto + lebih, neto=neto, belum_pasti=belum_pasti)
    assert c.daftar == Rasio(terekam, neto + lebih)
    assert c.neto == c.bawah == Rasio(terekam, neto)
    assert c.atas == Rasio(terekam, neto - belum_pasti)
    assert c.pagu == (None if pagu is None else Rasio(terekam, pagu))
    if c.bawah.pecahan is not None and c.atas.pecahan is not None:
        assert c.bawah.pecahan <= c.atas.pecahan <= 1
        assert (c.bawah.pecahan < c.atas.pecahan) == (belum_pasti > 0 and terekam > 0)
    with pytest.raises(EktpError):
        Cakupan.of(terekam=terekam, pagu=None, daftar=neto, neto=neto, belum_pasti=belum_pasti + pasti_belum + 1)


@pytest.mark.aturan("CAKUPAN-01", "CAKUPAN-03")
@settings(max_examples=150)
@given(tabel(), st.none() | st.integers(0, 20))
def test_a_result_shows_its_own_figures(t: Tabel, pagu: int | None) -> None:
    h = t.reconcile(pagu=pagu)
    w = h.wajib
    assert w.pagu == pagu
    assert h.cakupan == Cakupan.of(
        terekam=h.terekam, pagu=pagu, daftar=w.daftar, neto=w.neto, belum_pasti=w.belum_pasti
    )
    assert h.terekam + w.belum_pasti <= w.neto <= w.daftar


@pytest.mark.aturan("CAKUPAN-02")
@settings(max_examples=150)
@given(st.integers(0, 250), st.integers(0, 300), st.integers(0, 3), st.booleans())
@example(0, 0, 2, False)
@example(200, 1, 0, True)
@example(10, 9, 0, False)
def test_recorded_range_is_what_brute_force_finds(wajib: int, lebih: int, desimal: int, potong: bool) -> None:
    """Every percentage that some number of people shows is inverted to exactly the numbers that show it."""
    cara = ROUND_FLOOR if potong else ROUND_HALF_UP
    if wajib == 0:
        assert recorded_range("0,00", 0) is None
        return
    semua = {n: shown(n, wajib, desimal, cara) for n in range(wajib + 60)}
    persen = semua[lebih % (wajib + 1)]
    cocok = [n for n, p in semua.items() if p == persen]
    for tulis in (persen, str(persen), f"{persen}%".replace(".", ",")):
        assert recorded_range(tulis, wajib, potong=potong) == (cocok[0], cocok[-1])
    assert recorded_range(persen.normalize(), wajib, desimal=desimal, potong=potong) == (cocok[0], cocok[-1])
    if desimal == 0:
        # 90% as a decimal number may be written 9E+1, which has no decimals and not one less than none.
        assert recorded_range(persen.normalize(), wajib, potong=potong) == (cocok[0], cocok[-1])


@pytest.mark.aturan("CAKUPAN-02")
@given(st.integers(1, 90), st.integers(0, 11_000))
def test_a_percentage_that_nobody_shows_has_no_range(wajib: int, ratusan: int) -> None:
    persen = Decimal(ratusan).scaleb(-2)
    cocok = [n for n in range(2 * wajib) if Rasio(n, wajib).persen == persen]
    assert recorded_range(persen, wajib, desimal=2) == ((cocok[0], cocok[-1]) if cocok else None)


@pytest.mark.aturan("CAKUPAN-02")
@settings(max_examples=200)
@given(st.lists(st.integers(0, 60_000), min_size=1, max_size=12).filter(any), st.integers(0, 3))
@example([1, 1, 1], 2)
@example([2, 1, 1, 1, 1, 1], 0)
def test_percentages_add_to_exactly_one_hundred(jumlah: list[int], desimal: int) -> None:
    """Each within one unit of the exact share; a larger count never shows less; equal ones differ by a unit at most."""
    persen = distribute_percent(jumlah, desimal)
    satuan = Fraction(1, 10**desimal)
    assert sum(persen) == 100
    for j, p in zip(jumlah, persen, strict=True):
        assert abs(Fraction(p) - Fraction(100 * j, sum(jumlah))) < satuan
    urut = sorted(zip(jumlah, map(Fraction, persen), strict=True))
    for (a, kurang), (b, lebih) in pairwise(urut):
        assert kurang <= lebih if a < b else lebih - kurang <= satuan


@pytest.mark.aturan("CAKUPAN-02")
@given(st.lists(st.integers(0, 30), min_size=1, max_size=5).filter(any))
def test_the_largest_remainders_get_what_is_over(jumlah: list[int]) -> None:
    """Whole percents: who is rounded up has no smaller remainder than who is rounded down; of equals the earlier."""
    sisa = [Fraction(100 * j, sum(jumlah)) % 1 for j in jumlah]
    naik = [
        Fraction(p) > Fraction(100 * j, sum(jumlah)) for p, j in zip(distribute_percent(jumlah, 0), jumlah, strict=True)
    ]
    for i, a in enumerate(naik):
        for k, b in enumerate(naik):
            if a and not b:
                assert sisa[i] > sisa[k] or (sisa[i] == sisa[k] and i < k)


@pytest.mark.aturan("CAKUPAN-02")
@pytest.mark.parametrize("jumlah", [[], [0], [0, 0], [3, -1]])
def test_shares_of_nothing_are_refused(jumlah: list[int]) -> None:
    with pytest.raises(EktpError):
        distribute_percent(jumlah)


@pytest.mark.aturan("CAKUPAN-02")
@pytest.mark.parametrize(("persen", "wajib"), [("-1", 10), ("10", -1)])
def test_a_negative_percentage_is_refused(persen: str, wajib: int) -> None:
    with pytest.raises(EktpError):
        recorded_range(persen, wajib)


@pytest.mark.aturan("CAKUPAN-02")
@pytest.mark.parametrize("persen", ["", "abc", "92,1,0", "%", "NaN", "tidak ada wajib"])
def test_what_is_no_percentage_is_refused_in_one_line(persen: str) -> None:
    with pytest.raises(EktpError):
        recorded_range(persen, 100)


@pytest.mark.aturan("CAKUPAN-05")
@settings(max_examples=200)
@given(
    st.integers(0, 120),
    st.integers(0, 140),
    st.integers(0, 2),
    st.none() | st.integers(0, 130),
    st.none() | st.integers(0, 130),
)
def test_published_figures_are_true_together_when_some_number_fits(
    wajib: int, terbit: int, desimal: int, sisa: int | None, terekam: int | None
) -> None:
    """Every number of people is tried: what shows as the percentage and fits the rest is exactly what is answered."""
    persen = shown(terbit, 100, desimal, ROUND_HALF_UP)
    for uji, cara in zip(
        check_published(persen, wajib, sisa=sisa, terekam=terekam), (ROUND_HALF_UP, ROUND_FLOOR), strict=True
    ):
        tampak = [n for n in range(3 * wajib) if shown(n, wajib, desimal, cara) == persen]
        cocok = [n for n in tampak if sisa in (None, wajib - n) and terekam in (None, n)]
        assert uji.potong == (cara == ROUND_FLOOR)
        assert uji.persen == ((tampak[0], tampak[-1]) if tampak else None)
        assert uji.cocok == ((cocok[0], cocok[-1]) if cocok else None)
        if uji.cocok:
            assert len(cocok) == uji.cocok[1] - uji.cocok[0] + 1


@pytest.mark.aturan("CAKUPAN-05")
@given(orang, st.integers(1, 60_000_000), st.integers(0, 3), st.booleans())
def test_figures_taken_from_one_count_are_always_true_together(
    terekam: int, wajib: int, desimal: int, sebut: bool
) -> None:
    terekam = min(terekam, wajib)
    for uji, cara in enumerate((ROUND_HALF_UP, ROUND_FLOOR)):
        persen = shown(terekam, wajib, desimal, cara)
        hasil = check_published(persen, wajib, sisa=wajib - terekam, terekam=terekam if sebut else None)[uji]
        assert hasil.cocok == (terekam, terekam)
        salah = check_published(persen, wajib, sisa=wajib - terekam, terekam=terekam + 1)[uji]
        assert salah.cocok is None


@pytest.mark.parametrize("angka", [{"sisa": -1}, {"terekam": -1}])
def test_negative_published_figures_are_refused(angka: dict[str, int]) -> None:
    with pytest.raises(EktpError):
        check_published("92,10", 55_865, **angka)
