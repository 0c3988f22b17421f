"""Guesses: exactly the pairs that comparing everybody gives, with what agrees and what does not, and never too many."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import combinations
from random import Random

import pytest
from attrs import evolve
from hypothesis import example, given, settings
from hypothesis import strategies as st

from aturan.patokan.baris import guess_of, is_slip_apart
from aturan.patokan.orang import residents
from ektp_core import Penduduk, read_penduduk
from ektp_core.dugaan import BATAS_PASANGAN, iter_pairs
from ektp_core.nik import is_calendar_true, is_slip, iter_slips
from strategies import D, Insan, Tabel, baris_penduduk, benih, make_nik, orang, shuffled, tabel

KUAT_LEMAH = ("LEMAH", "SEDANG", "KUAT")


def slip(nik: str, acak: Random) -> str:
    """The NIK with one digit replaced or two neighbours exchanged, among the first twelve or anywhere."""
    n = acak.choice((12, 12, 16))
    i = acak.randrange(n - 1)
    if acak.random() < 0.3:
        return nik[:i] + nik[i + 1] + nik[i] + nik[i + 2 :]
    return nik[:i] + acak.choice("0123456789") + nik[i + 1 :]


def _make_slipped(acak: Random, beberapa: Sequence[Insan]) -> Insan:
    """One of these people written again with a mistyped NIK; birth date and mother stay, follow the NIK, or are others."""
    o = acak.choice(beberapa)
    nik = slip(o.nik, acak)
    lahir = acak.choice((o.lahir, o.lahir, o.lahir + timedelta(days=acak.choice((10, 365, 3652)))))
    if acak.random() < 0.4:
        nik = make_nik(lahir, o.kelamin, int(nik[12:]), nik[:6])
    ibu, kk = acak.choice(((o.ibu, ""), (o.ibu, o.no_kk), ("Ngadinem", ""), ("", o.no_kk)))
    return evolve(
        o, nik=nik, lahir=lahir, ibu=ibu, no_kk=kk, alamat=acak.choice((o.alamat, "")), rt=acak.choice((o.rt, "009"))
    )


@st.composite
def salah_ketik(draw: st.DrawFn) -> list[dict[str, object]]:
    """Rows of a register in which people stand again under a mistyped NIK."""
    beberapa = draw(st.lists(orang(), min_size=1, max_size=3))
    beberapa += [_make_slipped(Random(n), beberapa) for n in draw(st.lists(benih, min_size=1, max_size=4))]
    return [draw(baris_penduduk([o])) if draw(st.booleans()) else o.listed() for o in beberapa]


def _by_comparing_everybody(rows: Sequence[Penduduk]) -> Counter[tuple[str, str, str]]:
    """Each pair of different people with the strongest guess that a row of one and a row of the other make."""
    semua = residents(rows)
    pasangan: Counter[tuple[str, str, str]] = Counter()
    for a, b in combinations(semua, 2):
        utuh = [[evolve(p, nik=o.full(p.nik)) for p in o.baris] for o in (a, b)]
        dugaan = [g for p in utuh[0] for q in utuh[1] if (g := guess_of(p, q)) is not None]
        if dugaan:
            pasangan[(*sorted((a.nik, b.nik)), max(dugaan, key=KUAT_LEMAH.index))] += 1  # type: ignore[index]
    return pasangan


@pytest.mark.aturan("DOBEL-03", "DOBEL-06", "DOBEL-07")
@settings(max_examples=400)
@given(salah_ketik())
@example(
    [
        Insan("3313110101800001", "Siti Aminah", ibu="Wagiyem").listed(),
        Insan("3313110101300001", "Siti Aminah", date(1930, 1, 1), ibu="Wagiyem").listed(),
    ]
)
def test_guesses_are_the_pairs_that_comparing_everybody_gives(rows: list[dict[str, object]]) -> None:
    """By every pair of rows, each pair of people once; nobody is merged by it, and the order of rows changes nothing."""
    t = Tabel(D, tuple(rows))
    h = t.reconcile()
    jadi = Counter((d.nik_a, d.nik_b, d.kekuatan) for d in h.dugaan)
    assert jadi == _by_comparing_everybody(t.read().penduduk)
    assert [KUAT_LEMAH.index(d.kekuatan) for d in h.dugaan] == sorted(
        (KUAT_LEMAH.index(d.kekuatan) for d in h.dugaan), reverse=True
    )
    lain = shuffled(t, len(rows)).reconcile()
    assert Counter((d.nik_a, d.nik_b, d.kekuatan) for d in lain.dugaan) == jadi


@pytest.mark.aturan("DOBEL-03", "DOBEL-06")
@settings(max_examples=200)
@given(tabel())
def test_a_guess_says_what_agrees_and_what_does_not(t: Tabel) -> None:
    """Both sides, from two rows that stand in the table; `(beda)` exactly where the two sides are not one."""
    for d in t.reconcile().dugaan:
        assert d.aturan
        assert d.nik_a <= d.nik_b
        assert {(b.lembar, b.baris, b.rujukan) for b in d.bukti} == {
            (d.bukti[0].lembar, d.bukti[0].baris, d.bukti[0].rujukan)
        }
        kolom = [b.kolom for b in d.bukti]
        assert {"NAMA", "JENIS_KELAMIN"} <= set(kolom)
        assert ("TGL_LAHIR" in kolom) == ("DOBEL-03" in d.aturan)
        assert ("NIK (salah ketik)" in kolom) == ("DOBEL-06" in d.aturan)
        assert all(b.kiri != b.kanan for b in d.bukti if b.kolom.endswith("(beda)"))


@pytest.mark.aturan("DOBEL-06")
@settings(max_examples=300)
@given(st.text("0123456789", min_size=16, max_size=16), st.randoms(use_true_random=False))
def test_a_slip_is_one_digit_or_two_neighbours_of_the_first_twelve(nik: str, acak: Random) -> None:
    lain = slip(nik, acak)
    assert is_slip(nik, lain) == is_slip(lain, nik) == is_slip_apart(nik, lain) == (lain in set(iter_slips(nik)))
    assert not is_slip(nik, nik)


@pytest.mark.aturan("DOBEL-06")
@given(st.integers(1, 9998), st.sampled_from("LP"))
def test_the_next_serial_is_no_slip(urut: int, kelamin: str) -> None:
    """People born on one day have serials one digit apart, however near the numbers are."""
    a, b = (make_nik(date(1980, 1, 1), kelamin, n) for n in (urut, urut + 1))
    assert not is_slip(a, b)


@pytest.mark.aturan("DOBEL-06")
@settings(max_examples=30, deadline=None)
@given(st.integers(2, 90), st.randoms(use_true_random=False))
def test_many_of_one_name_and_mother_are_searched_as_each_with_each(banyak: int, acak: Random) -> None:
    """Every slip is looked for, nobody is compared with everybody; the pairs are the same."""
    dasar = Insan(nama="Siti Aminah", kelamin="P", ibu="Wagiyem")
    semua = []
    for _ in range(banyak):
        lahir = date(acak.choice((1940, 1950, 1960)), acak.randint(1, 3), acak.choice((2, 12, 20)))
        semua.append(evolve(dasar, lahir=lahir, nik=make_nik(lahir, "P", acak.randint(1, 3))).listed())
    t = Tabel(D, tuple({str(b["NIK"]): b for b in semua}.values()))
    harus = _by_comparing_everybody(t.read().penduduk)
    assert Counter((d.nik_a, d.nik_b, d.kekuatan) for d in t.reconcile().dugaan) == harus


@pytest.mark.aturan("DOBEL-03")
@pytest.mark.parametrize("banyak", [2, 7, BATAS_PASANGAN, BATAS_PASANGAN + 1, 3 * BATAS_PASANGAN])
def test_guesses_stay_few_where_very_many_share_a_name(banyak: int) -> None:
    """Every pair up to a limit; beyond it each only with the first, so that the list can be read; the summary says so."""
    rows, galat = read_penduduk(
        [Insan(f"33131101018{n:05d}", "Tri", alamat="").listed() for n in range(banyak, 0, -1)], on=D
    )
    assert not galat
    assert all(is_calendar_true(p.nik) for p in rows)
    h = Tabel(D, tuple(Insan(p.nik, "Tri").listed() for p in rows)).reconcile()
    pasangan = [(d.nik_a, d.nik_b) for d in h.dugaan]
    assert (
        len(pasangan) == len(set(pasangan)) == (banyak * (banyak - 1) // 2 if banyak <= BATAS_PASANGAN else banyak - 1)
    )
    assert {x for p in pasangan for x in p} == {p.nik for p in rows}
    assert sum("kelompok senama" in p for p in h.pesan) == (banyak > BATAS_PASANGAN)


@given(st.integers(0, 60))
def test_pairs_to_look_at_are_each_once(banyak: int) -> None:
    pasangan = list(iter_pairs(range(banyak)))
    assert len(set(pasangan)) == len(pasangan)
    assert all(a < b for a, b in pasangan)
