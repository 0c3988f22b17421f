"""Properties of the Lebaran comparison: aligned by the feast, nobody lost, the unknown left blank, places told apart."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ektp_core import Arah, Penduduk, Perekaman, Pindah
from ektp_core.proyeksi import Kantor, compare_lebaran, find_visits, local_places
from ektp_core.proyeksi.lebaran import Kunjungan, place_key

LALU, KINI, ON = date(2011, 8, 30), date(2012, 8, 19), date(2012, 8, 28)
HARI = st.dates(date(2011, 8, 10), date(2012, 9, 10))
KUNJUNGAN = st.builds(Kunjungan, HARI, st.sampled_from("ABCDEF"), st.booleans(), st.booleans())
SEMUA = frozenset(range(-40, 41))


@pytest.mark.aturan("PROYEKSI-10")
@settings(max_examples=200)
@given(st.lists(KUNJUNGAN, max_size=60), st.integers(0, 30))
def test_each_day_stands_at_its_distance_and_nobody_is_lost(datang: list[Kunjungan], jarak: int) -> None:
    k = Kantor(hari_per_minggu=6)
    b = compare_lebaran(datang, idul_fitri=(LALU, KINI), kantor=k, on=ON, jarak=jarak)
    awal = min((x.tanggal for x in datang if x.tanggal <= ON), default=None)
    for tahun, raya in ((b.lalu, LALU), (b.kini, KINI)):
        assert [(h.jarak, (h.tanggal - raya).days) for h in tahun.hari] == [(n, n) for n in range(-jarak, jarak + 1)]
        for h in tahun.hari:
            hari_itu = [x for x in datang if x.tanggal == h.tanggal]
            di_sini = [x for x in hari_itu if x.di_sini]
            if awal is None or not awal <= h.tanggal <= ON:
                assert (h.orang, h.dari_luar, h.di_luar) == (None, None, None)
                continue
            assert h.orang == len(di_sini)
            assert h.dari_luar == sum(not x.terdaftar for x in di_sini)
            assert h.di_luar == sum(x.terdaftar and not x.di_sini for x in hari_itu)
            assert h.buka == (k.is_open(h.tanggal) or bool(di_sini))
        assert tahun.tercakup == any(h.orang is not None for h in tahun.hari)
    known = [{h.jarak for h in t.hari if h.orang is not None} for t in (b.lalu, b.kini)]
    assert b.bersama == known[0] & known[1]


@pytest.mark.aturan("PROYEKSI-10")
@given(st.lists(KUNJUNGAN, max_size=40), st.sets(st.integers(-14, 14)))
def test_sums_compare_only_what_both_years_know(datang: list[Kunjungan], jarak: set[int]) -> None:
    b = compare_lebaran(datang, idul_fitri=(KINI, LALU), kantor=Kantor(), on=ON)
    for tahun in (b.lalu, b.kini):
        semua, sebagian, lain = (b.total(tahun, x) for x in (SEMUA, jarak, SEMUA - jarak))
        for nama in ("hari_layanan", "orang", "dari_luar", "di_luar"):
            assert getattr(semua, nama) == getattr(sebagian, nama) + getattr(lain, nama)
        assert semua.dari_luar <= semua.orang
        assert semua.hari_layanan <= len(b.bersama)


@pytest.mark.aturan("PROYEKSI-10")
@given(st.lists(KUNJUNGAN, max_size=40), st.integers(-300, 300))
def test_a_feast_that_moves_with_its_days_changes_nothing(datang: list[Kunjungan], geser: int) -> None:
    """The answer knows the distance from the feast and no calendar date (an office open every day)."""

    def figures(n: int) -> list[tuple[int, int | None, int | None, int | None]]:
        beda = timedelta(days=n)
        pindah = [Kunjungan(x.tanggal + beda, x.nik, x.di_sini, x.terdaftar) for x in datang]
        b = compare_lebaran(pindah, idul_fitri=(LALU + beda, KINI + beda), kantor=Kantor(), on=ON + beda)
        return [(h.jarak, h.orang, h.dari_luar, h.di_luar) for t in (b.lalu, b.kini) for h in t.hari]

    assert figures(geser) == figures(0)


@pytest.mark.aturan("PROYEKSI-11")
@settings(max_examples=200)
@given(
    st.lists(st.tuples(st.integers(0, 5), st.integers(0, 9), st.sampled_from(("", "JATEN", "SERPONG"))), max_size=20),
    st.lists(st.tuples(st.integers(0, 2), st.integers(0, 9), st.sampled_from(tuple(Arah))), max_size=4),
)
def test_a_visit_says_where_and_who(rekam: list[tuple[int, int, str]], pindah: list[tuple[int, int, Arah]]) -> None:
    """People 0 to 2 are residents, with their moves; against each recording looked up by itself."""
    niks = [f"33131101018{i:05d}" for i in range(6)]
    hari = [KINI + timedelta(days=i) for i in range(10)]
    datang = find_visits(
        penduduk=[Penduduk(n, f"ORANG {'ABC'[i] * 3}") for i, n in enumerate(niks[:3])],
        perekaman=[Perekaman(niks[o], hari[h], tempat=t) for o, h, t in rekam],
        mutasi=[Pindah(niks[o], hari[h], arah) for o, h, arah in pindah],
        tempat_sini=frozenset({"", "JATEN"}),
    )

    def lives_here(o: int, h: int) -> bool:
        """By the moves written down: the last one up to the day, and on one day an arrival after a departure."""
        miliknya = sorted((x, arah is Arah.DATANG) for n, x, arah in pindah if n == o)
        sampai = [masuk for x, masuk in miliknya if x <= h]
        if sampai:
            return sampai[-1]
        return not (miliknya and miliknya[0][1])

    harap = {(hari[h], niks[o], t != "SERPONG", o < 3 and lives_here(o, h)) for o, h, t in rekam}
    assert [(k.tanggal, k.nik, k.di_sini, k.terdaftar) for k in datang] == sorted(harap)


TEMPAT = st.sampled_from(
    ("Kec. Jaten", "Kantor Kecamatan Jaten", "Balai Desa Jati", "JATI", "Kec. Serpong", "Kota Solo", "", "-", "Aula")
)


@pytest.mark.aturan("PROYEKSI-12")
@given(st.lists(TEMPAT, max_size=20), st.lists(TEMPAT, max_size=2))
def test_places_here_are_the_blank_the_desa_the_named_and_the_commonest(tempat: list[str], sebut: list[str]) -> None:
    sini = local_places(tempat, ["Desa Jati", "Jaten"], sebut)
    for kata in ("", "-", "Aula", "Balai Desa Jati", "Kel. Jaten", *sebut):
        assert place_key(kata) in sini
    bernama = [place_key(t) for t in tempat if place_key(t)]
    if bernama:
        assert max(map(bernama.count, bernama)) in [bernama.count(k) for k in sini if k]
    tambahan = sini - local_places([], ["Desa Jati", "Jaten"], sebut)
    assert len(tambahan) <= 1
    assert tambahan <= set(bernama)


def test_a_desa_of_another_kecamatan_is_elsewhere() -> None:
    sini = local_places(["Kecamatan Jaten"] * 3, ["Jati"])
    assert place_key("Balai Desa Jati") in sini
    assert place_key("Desa Jati, Kec. Gondangrejo") not in sini
    assert place_key("Kecamatan Jati") not in sini
