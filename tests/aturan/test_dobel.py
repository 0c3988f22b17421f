"""The same person twice: who is one by every pair, how many NIKs may be one, and which paper is kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from functools import cmp_to_key
from itertools import combinations
from random import Random

import pytest
from attrs import evolve
from hypothesis import example, given, settings
from hypothesis import strategies as st

from aturan import kata
from aturan.patokan.baris import is_strong, same_name_birth_sex
from aturan.patokan.orang import partition, residents, texts
from ektp_core import Kategori, Penduduk, Undangan, read_penduduk
from ektp_core.dobel import (
    BATAS_GABUNG,
    iter_strong_pairs,
    join_pairs,
    keep_order,
    strong_evidence,
    traits_of_penduduk,
    traits_of_undangan,
)
from ektp_core.dugaan import guess
from ektp_core.rekonsiliasi.register import Register
from ektp_core.undangan import natural_key
from strategies import (
    EJAAN,
    D,
    Insan,
    Tabel,
    baris_penduduk,
    event_dates,
    kembaran,
    make_nik,
    nama,
    orang,
    tabel,
)

BUDI = Insan(ibu="Wagiyem", no_kk="3313110101010001", alamat="Dusun Lor")


@st.composite
def kumpulan(draw: st.DrawFn, paling_banyak: int = 7) -> list[Penduduk]:
    """Rows of a register about a few people and their twins, numbered as they stand."""
    beberapa = draw(st.lists(orang(), min_size=1, max_size=2))
    for _ in range(draw(st.integers(0, 3))):
        beberapa.append(draw(kembaran(beberapa)))
    banyak = draw(st.integers(2, paling_banyak))
    rows = [draw(baris_penduduk(beberapa)) for _ in range(banyak)]
    return read_penduduk(rows, on=D)[0]


def groups(register: Register) -> Counter[tuple[int, ...]]:
    """The register's people as the row numbers that are theirs."""
    return Counter(tuple(sorted(p.baris for p in o.baris)) for o in register.orang)


@pytest.mark.aturan("DOBEL-01", "DOBEL-02", "NIK-05", "NIK-06")
@settings(max_examples=500)
@given(kumpulan())
def test_people_are_the_classes_that_comparing_every_pair_gives(rows: list[Penduduk]) -> None:
    register = Register(rows)
    register.lend([])
    assert groups(register) == Counter(tuple(sorted(p.baris for p in o.baris)) for o in residents(rows))


@pytest.mark.aturan("DOBEL-02")
@settings(max_examples=300)
@given(kumpulan())
def test_strong_evidence_is_name_birth_sex_and_one_more(rows: list[Penduduk]) -> None:
    for a, b in combinations(rows, 2):
        satu = strong_evidence(traits_of_penduduk(a), traits_of_penduduk(b))
        assert bool(satu) == is_strong(a, b)
        assert satu == strong_evidence(traits_of_penduduk(b), traits_of_penduduk(a))
        if not same_name_birth_sex(a, b):
            assert satu == ()


@pytest.mark.aturan("DOBEL-02")
@settings(max_examples=300)
@given(kumpulan())
def test_the_pairs_that_are_named_span_every_group(rows: list[Penduduk]) -> None:
    """Fewer than all pairs are named, but joining them gives the same groups as joining all."""
    for kelas in partition(rows, same_name_birth_sex):
        disebut = {(id(kelas[i]), id(kelas[j])) for i, j in iter_strong_pairs([traits_of_penduduk(p) for p in kelas])}
        kuat = {(id(a), id(b)) for a in kelas for b in kelas if a is not b and is_strong(a, b)}
        assert disebut <= kuat
        assert _joined(kelas, disebut) == _joined(kelas, kuat)


def _joined(kelas: list[Penduduk], pasangan: set[tuple[int, int]]) -> set[frozenset[int]]:
    return {frozenset(map(id, k)) for k in partition(kelas, lambda a, b: (id(a), id(b)) in pasangan)}


LAGI = (("NAMA_IBU", {"ibu": "Wagiyem"}), ("NO_KK", {"no_kk": "3313110101010001"}), ("ALAMAT", {"alamat": "Dusun Lor"}))


@pytest.mark.aturan("DOBEL-02", "DOBEL-03")
@given(st.lists(st.sampled_from(range(3)), unique=True), st.sampled_from(range(3)))
def test_one_more_agreement_makes_one_person_and_none_only_a_guess(sama: list[int], beda: int) -> None:
    """Name, birth date and sex alone merge nobody; a difference in one of the three makes not even a guess."""
    polos = Insan(nama="Siti Khotijah", lahir=date(1980, 1, 1), nik="3313114101800001", kelamin="P")
    isi: dict[str, str] = {k: v for i in sama for k, v in LAGI[i][1].items()}
    a = evolve(polos, **isi)  # type: ignore[arg-type]
    b = evolve(a, nik="3313054101800007", nama="Hj. Siti Chotidjah")
    h = Tabel(D, (a.listed(), b.listed())).reconcile()
    assert (h.wajib.daftar, h.wajib.neto) == (2, 1 if sama else 2)
    assert [(d.nik_a, d.nik_b) for d in h.dugaan] == ([] if sama else [(b.nik, a.nik)])
    lain = ({"NAMA": "Siti Aminah"}, {"TGL_LAHIR": date(1980, 1, 2)}, {"JENIS_KELAMIN": "L"})[beda]
    beda_satu = Tabel(D, (a.listed(), b.listed(**lain))).reconcile()
    assert (beda_satu.wajib.neto, beda_satu.dugaan) == (2, ())


@pytest.mark.aturan("DOBEL-02")
@pytest.mark.parametrize("kosong", ["ALAMAT", "RT", "RW", "DESA"])
def test_an_address_with_a_blank_part_agrees_with_nothing(kosong: str) -> None:
    a, b = Insan(alamat="Dusun Lor"), Insan("3313120101800009", alamat="Dusun Lor")
    assert Tabel(D, (a.listed(), b.listed())).reconcile().wajib.neto == 1
    assert Tabel(D, (a.listed(**{kosong: ""}), b.listed(**{kosong: ""}))).reconcile().wajib.neto == 2


@pytest.mark.aturan("DOBEL-02", "DOBEL-03")
@pytest.mark.parametrize("kolom", ["NAMA", "TGL_LAHIR", "JENIS_KELAMIN"])
def test_what_both_leave_unknown_is_no_agreement(kolom: str) -> None:
    """No name, no birth date, or no sex (which the NIK, without a date of the calendar, does not say either)."""
    a, b = BUDI.listed(NIK="3313113002800001"), BUDI.listed(NIK="3313113002800002")
    assert Tabel(D, (a, b)).reconcile().wajib.neto == 1
    h = Tabel(D, tuple(x | {kolom: "", "STATUS_KAWIN": "KAWIN"} for x in (a, b))).reconcile()
    assert (h.wajib.neto, h.dugaan) == (2, ())


@pytest.mark.aturan("DOBEL-03")
@given(orang(), st.lists(st.sampled_from(sorted(EJAAN["Sukarjo"])), min_size=2, max_size=2, unique=True), st.booleans())
def test_no_row_number_chooses_who_stands_left(o: Insan, ejaan: list[str], surat: bool) -> None:
    """By NIK; with one NIK (that keys nobody) by name; with one name, the register before the paper."""
    lain = make_nik(o.lahir, o.kelamin, 4711, o.nik[:6])
    for nik, tulis in ((lain, ejaan[0]), (o.nik, ejaan[1]), (o.nik, ejaan[0])):
        for ke in ((1, 9), (9, 1)):
            a = traits_of_penduduk(Penduduk(o.nik, ejaan[0], o.lahir, baris=ke[0]))
            isi = (nik, tulis, o.lahir)
            b = traits_of_penduduk(Penduduk(*isi, baris=ke[1]))
            if surat:
                b = traits_of_undangan(Undangan("1", *isi, baris=ke[1]))
            d = guess(a, b)
            assert d is not None
            assert d == guess(b, a)
            kiri = min((o.nik, ejaan[0]), (nik, tulis))
            assert (d.nik_a, d.nama_a) == kiri
            assert [x.kolom for x in d.bukti] == ["NAMA", "TGL_LAHIR", "JENIS_KELAMIN"]
            if (nik, tulis) == (o.nik, ejaan[0]) and surat:
                assert {x.lembar for x in d.bukti} == {"PENDUDUK"}


@pytest.mark.aturan("DOBEL-02", "DOBEL-03")
def test_what_people_write_where_they_know_nothing_is_no_agreement() -> None:
    """As the mother's name and as the address: two rows that both do not know remain two people, and are a guess."""
    for kosong in (*kata.KOSONG, *(k.title() for k in kata.KOSONG), "X", "xxx", "X X", "-", "?", "."):
        for kolom in ({"NAMA_IBU": kosong}, {"ALAMAT": kosong}):
            a, b = (
                BUDI.listed(NIK=f"331311010180000{n}", **({"NAMA_IBU": "", "ALAMAT": "", "NO_KK": ""} | kolom))
                for n in (1, 2)
            )
            h = Tabel(D, (a, b)).reconcile()
            assert (h.wajib.neto, len(h.dugaan)) == (2, 1), kosong
    for isi in ("XENA", "Tidak Jelas Benar", "Kosongan", "Ani"):
        dua = tuple(BUDI.listed(NIK=f"331311010180000{n}", NAMA_IBU=isi, ALAMAT="", NO_KK="") for n in (1, 2))
        assert Tabel(D, dua).reconcile().wajib.neto == 1, isi


@pytest.mark.aturan("DOBEL-01")
@settings(max_examples=200)
@given(
    st.lists(
        st.tuples(st.sampled_from(("NAMA", "TGL_LAHIR", "STATUS_KAWIN", "DESA", "RT", "ALAMAT")), st.booleans()),
        min_size=2,
        max_size=4,
    )
)
def test_one_nik_is_one_person_of_the_fullest_row(beda: list[tuple[str, bool]]) -> None:
    """Wajib if any row says so; shown by the fullest row, then the first in text order; differences are shown."""
    lain = {
        "NAMA": "Sukarja",
        "TGL_LAHIR": date(2000, 1, 1),
        "STATUS_KAWIN": "KAWIN",
        "DESA": "Dagen",
        "RT": "007",
        "ALAMAT": "Lor",
    }
    rows = tuple(BUDI.listed(**{kolom: "" if kosong else lain[kolom]}) for kolom, kosong in beda)
    t = Tabel(D, rows)
    h = t.reconcile()
    orang = t.read().penduduk
    wajib = any(b["STATUS_KAWIN"] == "KAWIN" or b["TGL_LAHIR"] == BUDI.lahir for b in rows)
    assert (h.wajib.neto, h.belum_terekam) == (int(wajib), int(wajib))
    if wajib:
        penuh = min(orang, key=lambda p: (-sum(map(bool, texts(p))), texts(p)))
        assert texts(h.belum[0].penduduk) == texts(penuh)
    berbeda = len({texts(p) for p in orang}) - 1
    assert sum(e.jenis == "PENDUDUK_BEDA" for e in h.perlu_dilihat) == berbeda


@pytest.mark.aturan("DOBEL-01", "UNDANGAN-01")
@settings(max_examples=100)
@given(tabel(), st.integers(0, 5), st.integers(0, 5))
def test_repeating_a_row_changes_nobody(t: Tabel, i: int, j: int) -> None:
    """The same row of PENDUDUK again: one more in the list, nothing else. The same paper again: one more DOBEL."""
    lama = t.reconcile()
    baik = [p for p in t.read().penduduk if "3002" not in p.nik[6:10]]  # twice, a calendar-false NIK keys nobody
    if baik:
        h = t.plus(penduduk=t.penduduk[baik[i % len(baik)].baris - 1]).reconcile()
        for nama in ("neto", "belum_pasti", "belum_diketahui"):
            assert getattr(h.wajib, nama) == getattr(lama.wajib, nama)
        assert (h.terekam, h.belum_terekam) == (lama.terekam, lama.belum_terekam)
        assert [k.kategori for k in h.keputusan] == [k.kategori for k in lama.keputusan]
        assert len(h.dugaan) == len(lama.dugaan)
    if lama.keputusan:
        k = lama.keputusan[j % len(lama.keputusan)]
        h = t.plus(undangan=t.undangan[k.undangan.baris - 1]).reconcile()
        assert h.kategori[Kategori.DOBEL] == lama.kategori[Kategori.DOBEL] + 1
        assert (h.wajib, h.cakupan, len(h.tercecer)) == (lama.wajib, lama.cakupan, len(lama.tercecer))
        assert h.keputusan[-1].kategori is Kategori.DOBEL


# How many NIKs may be one person


@settings(max_examples=200)
@given(st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=14))
def test_joined_pairs_are_the_classes_of_the_smallest_equivalence(pasangan: list[tuple[int, int]]) -> None:
    ada = sorted({x for p in pasangan for x in p})
    harus = partition(ada, lambda a, b: (a, b) in pasangan)
    assert {frozenset(k) for k in join_pairs(pasangan)} == {frozenset(k) for k in harus}


@pytest.mark.aturan("DOBEL-08")
@settings(max_examples=100, deadline=None)
@given(st.integers(2, BATAS_GABUNG + 4), st.integers(0, 3), st.randoms(use_true_random=False))
@example(BATAS_GABUNG, 0, Random(1))
@example(BATAS_GABUNG + 1, 0, Random(1))
def test_too_many_niks_are_no_one_person(banyak: int, lain: int, acak: Random) -> None:
    """Linked by the mother or by the family card, each to some other: one person up to the limit, beyond it nobody's double.

    Who is no part of the chain is merged as ever; no order of rows changes anything.
    """
    mata = [{"ibu": f"Ibu {n // 2}", "no_kk": f"33131101010100{(n + 1) // 2:02d}"} for n in range(banyak)]
    rows = [evolve(BUDI, nik=f"331311010180{n:04d}", alamat="", **isi).listed() for n, isi in enumerate(mata, 1)]  # type: ignore[arg-type]
    rows += [evolve(BUDI, nama="Tri", nik=f"331312010180{n:04d}").listed() for n in range(lain)]
    acak.shuffle(rows)
    h = Tabel(D, tuple(rows)).reconcile()
    terlalu = banyak > BATAS_GABUNG
    assert h.wajib.neto == (banyak if terlalu else 1) + min(lain, 1)
    besar = [e for e in h.perlu_dilihat if e.jenis == "KELOMPOK_BESAR"]
    assert [(e.nik, e.aturan) for e in besar] == [("3313110101800001", "DOBEL-08")] * terlalu
    assert sum("KELOMPOK_BESAR" in p for p in h.pesan) == terlalu
    diduga = {n for d in h.dugaan for n in (d.nik_a, d.nik_b)}
    assert diduga == ({f"331311010180{n:04d}" for n in range(1, banyak + 1)} if terlalu else set())
    assert all(n.seimbang for n in h.neraca)


@pytest.mark.aturan("DOBEL-08")
@pytest.mark.parametrize("banyak", [BATAS_GABUNG, BATAS_GABUNG + 1])
def test_the_limit_holds_for_people_of_no_register_too(banyak: int) -> None:
    surat = tuple(evolve(BUDI, nik=f"331312010180{n:04d}").invited(n) for n in range(1, banyak + 1))
    h = Tabel(D, undangan=surat).reconcile()
    sisa = h.kategori[Kategori.TIDAK_TERDAFTAR]
    assert (sisa, h.kategori[Kategori.DOBEL]) == ((1, banyak - 1) if banyak <= BATAS_GABUNG else (banyak, 0))
    assert any(e.jenis == "KELOMPOK_BESAR" for e in h.perlu_dilihat) == (banyak > BATAS_GABUNG)


# Who is never one person


def _pairs(t: Tabel) -> tuple[int, int]:
    h = t.reconcile()
    return h.wajib.neto, len(h.dugaan)


@pytest.mark.aturan("DOBEL-02", "DOBEL-06")
@settings(max_examples=100)
@given(st.integers(1, 400), st.sampled_from("LP"), st.sampled_from("LP"), st.integers(0, 15_000))
def test_twins_are_two_people_and_no_guess(urut: int, satu: str, dua: str, hari: int) -> None:
    """One birth date, home, card and mother, consecutive serials; or one serial, a boy and a girl (day + 40)."""
    lahir = date(1950, 1, 1) + hari * (date(1950, 1, 2) - date(1950, 1, 1))
    a = evolve(BUDI, nama="Hasan", lahir=lahir, kelamin=satu, nik=make_nik(lahir, satu, urut))
    b = evolve(a, nama="Husen", kelamin=dua, nik=make_nik(lahir, dua, urut + (satu == dua)))
    assert _pairs(Tabel(date(2030, 1, 1), (a.listed(), b.listed()))) == (2, 0)


@pytest.mark.aturan("DOBEL-02", "DOBEL-06")
@settings(max_examples=100)
@given(nama(), st.integers(0, 9), st.integers(17, 60), st.booleans())
def test_father_and_son_of_one_name_are_two_people_and_no_guess(
    ayah: str, urut: int, jarak: int, tulis_ibu: bool
) -> None:
    """One name, home and family card, whatever their NIKs have in common; the mothers are two, or are not written."""
    a = evolve(BUDI, nama=ayah, ibu="Wagiyem" if tulis_ibu else "", nik=make_nik(BUDI.lahir, "L", urut + 1))
    lahir = date(BUDI.lahir.year + jarak, 1, 1)
    b = evolve(a, lahir=lahir, ibu="Suparmi" if tulis_ibu else "", nik=make_nik(lahir, "L", urut + 1))
    assert _pairs(Tabel(date(2060, 1, 1), (a.listed(), b.listed()))) == (2, 0)


@pytest.mark.aturan("DOBEL-02", "DOBEL-03", "DOBEL-07")
@settings(max_examples=60)
@given(st.integers(2, 8), st.sampled_from(((1, 1), (1, 7), (31, 12))))
def test_one_word_on_a_heaped_birthday_is_never_one_person(banyak: int, hari: tuple[int, int]) -> None:
    """People of one single-word name on 1 January, 1 July or 31 December, each of a home of their own: weak guesses."""
    lahir = date(1950, hari[1], hari[0])
    rows = tuple(
        evolve(BUDI, nama="Tri", lahir=lahir, nik=make_nik(lahir, "L", n), ibu="", no_kk="", rt=f"{n:03d}").listed()
        for n in range(1, banyak + 1)
    )
    h = Tabel(D, rows).reconcile()
    assert h.wajib.neto == banyak
    assert [d.kekuatan for d in h.dugaan] == ["LEMAH"] * (banyak * (banyak - 1) // 2)


# Which paper is kept


def compare(a: str, b: str) -> int:
    """Natural order by comparing character by character, numbers by value; then text order; blank last."""
    if not a or not b:
        return (not a) - (not b)
    i = j = 0
    while i < len(a) and j < len(b):
        if a[i].isdigit() and b[j].isdigit():
            m = next((k for k in range(i, len(a)) if not a[k].isdigit()), len(a))
            n = next((k for k in range(j, len(b)) if not b[k].isdigit()), len(b))
            x, y = int(a[i:m]), int(b[j:n])
            i, j = m, n
        else:
            x, y = (-1 if h.isdigit() else ord(h.upper()) for h in (a[i], b[j]))
            i, j = i + 1, j + 1
        if x != y:
            return -1 if x < y else 1
    sisa = (len(a) - i > 0) - (len(b) - j > 0)
    return sisa or (a > b) - (a < b)


nomor = st.from_regex(r"(?:[A-Ca/-]{0,2}[0-9]{0,3}){0,2}", fullmatch=True)


@pytest.mark.aturan("DOBEL-04")
@settings(max_examples=300)
@given(st.lists(nomor, min_size=2, max_size=6))
@example(["A-10", "A-9", "", "10", "9", "7", "007"])
@example(["10/2", "9/11", "10/11"])
def test_numbers_stand_in_natural_order(isi: list[str]) -> None:
    assert sorted(isi, key=natural_key) == sorted(sorted(isi), key=cmp_to_key(compare))


@pytest.mark.aturan("DOBEL-04")
@given(nomor, nomor, st.booleans(), st.booleans())
def test_the_register_s_own_nik_goes_before_any_number(a: str, b: str, satu: bool, dua: bool) -> None:
    kunci = [keep_order(Undangan(n), sesuai=s, alamat_dikenal=True) for n, s in ((a, satu), (b, dua))]
    if satu != dua:
        assert (kunci[0] < kunci[1]) == satu
    else:
        assert (kunci[0] < kunci[1]) == (natural_key(a) < natural_key(b))


def kept(surat: Sequence[dict[str, object]], rows: Sequence[dict[str, object]] = (BUDI.listed(),)) -> object:
    """The number of the one kept paper."""
    h = Tabel(D, tuple(rows), tuple(surat)).reconcile()
    (k,) = [k for k in h.keputusan if k.kategori is not Kategori.DOBEL]
    assert {x.rujukan for x in h.keputusan if x is not k} <= {k.undangan.nomor}
    return k.undangan.nomor


@pytest.mark.aturan("DOBEL-04")
@given(st.permutations(["9", "10", "007", "A-1", ""]), st.sampled_from(["9", "10", "007", "A-1", ""]))
def test_the_kept_paper_is_the_registered_one_then_the_smallest_number(urut: list[str], rusak: str) -> None:
    """A repaired paper is kept only where no paper carries the NIK as the register writes it."""
    asli = [BUDI.invited(n) for n in urut]
    assert kept(asli) == "007"
    sebagian = [BUDI.invited(n, NIK=float(BUDI.nik) if n == rusak else BUDI.nik) for n in urut]
    assert kept(sebagian) == ("9" if rusak == "007" else "007")
    satu = [BUDI.invited(n, NIK=BUDI.nik if n == rusak else float(BUDI.nik)) for n in urut]
    assert kept(satu) == rusak
    assert kept([BUDI.invited(n, NIK=float(BUDI.nik)) for n in urut]) == "007"


@pytest.mark.aturan("DOBEL-04", "DOBEL-02")
def test_a_merged_person_s_paper_keeps_its_own_nik() -> None:
    lain = evolve(BUDI, nik="3313120101800009")
    h = Tabel(D, (BUDI.listed(), lain.listed()), (lain.invited("2"), BUDI.invited("1"))).reconcile()
    assert [(k.kategori, k.nik_dipakai) for k in h.keputusan] == [(Kategori.DOBEL, lain.nik), (Kategori.SAH, BUDI.nik)]
    assert "DOBEL-02" in h.keputusan[0].aturan
    assert {b.kolom for b in h.keputusan[0].bukti} >= {"NAMA", "NAMA_IBU", "NO_KK", "ALAMAT"}


@pytest.mark.aturan("DOBEL-04")
@given(st.integers(0, 2), st.sampled_from(event_dates(D)), nama())
def test_only_in_an_exact_tie_does_the_first_row_stay(pertama: int, tgl: date, ejaan: str) -> None:
    """Papers alike in NIK and number, whatever else they say: the first row is kept."""
    surat = [BUDI.invited("5", TGL_JADWAL=tgl), BUDI.invited("5", NAMA=ejaan), BUDI.invited("5", ALAMAT="Kidul")]
    urut = surat[pertama:] + surat[:pertama]
    h = Tabel(D, (BUDI.listed(),), tuple(urut)).reconcile()
    assert [k.kategori for k in h.keputusan] == [Kategori.SAH, Kategori.DOBEL, Kategori.DOBEL]


@pytest.mark.aturan("DOBEL-04", "DOBEL-02")
@pytest.mark.parametrize("lembar", ["pindah", "meninggal"])
@pytest.mark.parametrize("urut", [(0, 1), (1, 0)])
def test_of_a_person_known_from_events_the_registered_nik_is_kept(lembar: str, urut: tuple[int, int]) -> None:
    """Not in PENDUDUK; one of two NIKs stands in PINDAH or MENINGGAL: its paper goes before a smaller number."""
    lain = evolve(BUDI, nik="3313120101800009")
    peristiwa = {"pindah": (BUDI.moved(),), "meninggal": (BUDI.dead(),)}[lembar]
    surat = (lain.invited("1"), BUDI.invited("2"))
    h = evolve(Tabel(D, undangan=tuple(surat[i] for i in urut)), **{lembar: peristiwa}).reconcile()  # type: ignore[arg-type]
    akhir = {k.undangan.nomor: (k.kategori.value, k.rujukan) for k in h.keputusan}
    assert akhir == {"1": ("DOBEL", "2"), "2": (lembar.upper(), "")}


@pytest.mark.aturan("DOBEL-02", "NAMA-01")
@given(
    st.sampled_from(list(EJAAN)).flatmap(lambda n: st.lists(st.sampled_from((n, *EJAAN[n])), min_size=2, max_size=4))
)
def test_every_spelling_of_a_name_is_the_same_person(ejaan: list[str]) -> None:
    rows = tuple(evolve(BUDI, nik=f"331311010180{n:04d}", nama=e).listed() for n, e in enumerate(ejaan, 1))
    assert Tabel(D, rows).reconcile().wajib.neto == 1


@pytest.mark.aturan("DOBEL-02")
@settings(max_examples=60)
@given(st.integers(2, 6), st.integers(0, 5), st.randoms(use_true_random=False))
def test_one_person_s_events_speak_for_all_of_their_niks(banyak: int, ke: int, acak: Random) -> None:
    """Recorded under any one NIK is recorded; dead under any one is dead."""
    niks = [f"331311010180{n:04d}" for n in range(1, banyak + 1)]
    rows = [evolve(BUDI, nik=n).listed() for n in niks]
    acak.shuffle(rows)
    t = Tabel(D, tuple(rows))
    nik = niks[ke % banyak]
    assert (t.reconcile().wajib.neto, t.reconcile().terekam) == (1, 0)
    assert t.plus(perekaman=BUDI.recorded(D, nik=nik)).reconcile().terekam == 1
    assert t.plus(meninggal=BUDI.dead(D, nik=nik)).reconcile().wajib.neto == 0
