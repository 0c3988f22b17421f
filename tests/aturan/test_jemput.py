"""Jemput bola: capacity and open days are kept, everybody is served once or listed, and nothing could be done in less."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from itertools import groupby
from random import Random

import pytest
from attrs import evolve
from hypothesis import example, given
from hypothesis import strategies as st

from ektp_core import BarisPenyisiran, EktpError, KelompokUmur, sweep
from ektp_core.jemput_bola import Jadwal, Prioritas, Tempat, TingkatTempat, is_visited, priority_of, schedule
from ektp_core.jemput_bola.muat import count_moves, fewest_stays, share
from ektp_core.penyisiran import Sebab
from ektp_core.proyeksi import Kantor
from strategies import D, Tabel, tabel

SAKIT = (
    "sakit",
    "stroke",
    "lumpuh",
    "difabel",
    "tuna netra",
    "tdk bisa jalan",
    "opname di RS",
    "SAKIT TUA",
    "hamil 9 bulan",
)
BIASA = ("", "sudah sembuh dari sakit", "kerja di rumah sakit", "pindah", "alm.", "merantau", "di RS sebagai perawat")
TAK_DIDATANGI = (Sebab.ALAMAT, Sebab.CATATAN_MENINGGAL, Sebab.CATATAN_PINDAH)

benih = st.integers(0, 2**24)
regu = st.integers(1, 3)
kapasitas = st.integers(1, 7)
tingkat = st.sampled_from(list(TingkatTempat))


@st.composite
def hari_buka(draw: st.DrawFn) -> tuple[date, ...]:
    """The open days of an office in a few weeks, some closed."""
    tutup = draw(st.sets(st.integers(0, 13), max_size=6))
    kantor = Kantor(hari_per_minggu=draw(st.sampled_from((5, 6))), tutup={D + timedelta(days=n) for n in tutup})
    return kantor.days(D, D + timedelta(days=draw(st.integers(0, 13))))


@st.composite
def warga(draw: st.DrawFn, paling_banyak: int = 40) -> list[BarisPenyisiran]:
    """People of a sweep list in a few desa, RW and RT, some old, some ill, some whom nobody can record at home."""
    acak = Random(draw(benih))
    hasil = []
    for i in range(draw(st.integers(0, paling_banyak))):
        sebab = acak.choice((*[Sebab.BELUM_DATANG] * 6, *Sebab))
        kelompok = acak.choice((*[KelompokUmur.DEWASA] * 4, *KelompokUmur))
        catatan = (acak.choice((*SAKIT, *BIASA)),) if acak.random() < 0.3 else ()
        tempat = (
            acak.choice(("Jaten", "DESA JATEN", "Dagen")),
            acak.choice(("001", "002", "")),
            acak.choice(("001", "002")),
        )
        hasil.append(BarisPenyisiran(*tempat, f"{i:04}", f"W{i}", "", "", sebab, kelompok=kelompok, catatan=catatan))
    return hasil


def served(j: Jadwal) -> list[str]:
    return [b.nik for k in j.kunjungan for b in k.orang]


# The packing, against every possible one


@cache
def fewest(sisa: tuple[int, ...], batas: int, ruang: int) -> int:
    """The fewest stays of all, found by trying every load of every team; 999 when there is no room."""
    sisa = tuple(sorted(n for n in sisa if n))
    if not sisa:
        return 0
    if sum(sisa) > batas * ruang:
        return 999
    return min(
        len([a for a in ambil if a]) + fewest(tuple(n - a for n, a in zip(sisa, ambil, strict=True)), batas, ruang - 1)
        for ambil in _loads(sisa, batas)
        if any(ambil)
    )


def _loads(sisa: tuple[int, ...], batas: int) -> Sequence[tuple[int, ...]]:
    if not sisa:
        return [()]
    return [(a, *lain) for a in range(min(sisa[0], batas) + 1) for lain in _loads(sisa[1:], batas - a)]


kecil = st.lists(st.integers(1, 6), min_size=1, max_size=5)


@pytest.mark.aturan("JEMPUT-05")
@example([3, 3, 3], 5, 0)
@example([4, 4, 2], 5, 0)
@given(kecil, st.integers(2, 5), st.integers(0, 1))
def test_no_sharing_among_the_same_teams_has_fewer_stays(orang: list[int], batas: int, lebih: int) -> None:
    ruang = -(-sum(orang) // batas) + lebih
    if ruang > 5:
        return
    muatan = share(orang, [0] * len(orang), batas, ruang)
    assert fewest_stays(orang, batas, ruang) == fewest(tuple(orang), batas, ruang) == sum(map(len, muatan))


@pytest.mark.aturan("JEMPUT-05")
@given(kecil, st.integers(2, 5), st.integers(0, 1))
def test_the_bound_for_many_places_holds_for_few_too(orang: list[int], batas: int, lebih: int) -> None:
    """The way of many places, taken for few: its bound is none too high, and its sharing at most one stay too many."""
    ruang = -(-sum(orang) // batas) + lebih
    if ruang > 5:
        return
    with pytest.MonkeyPatch.context() as ganti:
        ganti.setattr("ektp_core.jemput_bola.muat.PALING_BANYAK", 0)
        bawah = fewest_stays(orang, batas, ruang)
        banyak = sum(map(len, share(orang, [0] * len(orang), batas, ruang)))
    terbaik = fewest(tuple(orang), batas, ruang)
    assert bawah <= terbaik <= banyak <= terbaik + 1


@pytest.mark.aturan("JEMPUT-04")
@given(kecil, st.integers(2, 5))
def test_no_loading_at_all_does_with_a_day_less(orang: list[int], batas: int) -> None:
    ruang = -(-sum(orang) // batas)
    assert fewest(tuple(orang), batas, ruang - 1) == 999
    assert len(share(orang, [0] * len(orang), batas, ruang)) <= ruang


@pytest.mark.aturan("JEMPUT-01", "JEMPUT-05")
@given(st.lists(st.integers(0, 90), max_size=40), st.integers(1, 60), st.integers(0, 3), benih)
def test_every_load_keeps_the_capacity_and_holds_everybody(orang: list[int], batas: int, lebih: int, acak: int) -> None:
    ruang = -(-sum(orang) // batas) + lebih
    desa = [Random(acak + i).randrange(4) for i in range(len(orang))]
    muatan = share(orang, desa, batas, ruang)
    assert len(muatan) <= ruang
    dimuat: Counter[int] = Counter()
    for isi in muatan:
        assert 0 < sum(n for _, n in isi) <= batas
        assert len({i for i, _ in isi}) == len(isi)
        for i, n in isi:
            assert n > 0
            dimuat[i] += n
    assert dimuat == Counter({i: n for i, n in enumerate(orang) if n})
    singgah = sum(map(len, muatan))
    # A cut at the end of each team at most, whatever the numbers.
    assert fewest_stays(orang, batas, ruang) <= singgah < len(dimuat) + max(1, ruang)


def test_a_room_too_small_is_refused() -> None:
    with pytest.raises(ValueError, match="regu tidak cukup"):
        share([3, 3], [0, 0], 2, 2)


# The schedule


@pytest.mark.aturan("JEMPUT-01")
@given(warga(), hari_buka(), regu, kapasitas, tingkat)
def test_capacity_and_open_days_are_kept_and_everybody_is_served_once_or_listed(
    pintu: list[BarisPenyisiran], hari: tuple[date, ...], n: int, batas: int, tempat: TingkatTempat
) -> None:
    j = schedule(pintu, hari=hari, regu=n, kapasitas=batas, tempat=tempat)
    per_regu: Counter[tuple[date, int]] = Counter()
    for k in j.kunjungan:
        assert k.tanggal in hari
        assert 1 <= k.regu <= n
        assert k.orang
        per_regu[k.tanggal, k.regu] += len(k.orang)
    assert all(orang <= batas for orang in per_regu.values())
    semua = [*served(j), *(b.nik for b in (*j.tidak_terlayani, *j.tidak_dijadwalkan))]
    assert sorted(semua) == sorted(b.nik for b in pintu)
    # One visit is to one place, and a team is not twice at a place on a day.
    for k in j.kunjungan:
        assert all(matches(k.tempat, b, tempat) for b in k.orang)
    assert len({(k.tanggal, k.regu, k.tempat) for k in j.kunjungan}) == len(j.kunjungan)


def matches(t: Tempat, b: BarisPenyisiran, tingkat: TingkatTempat) -> bool:
    sama_desa = t.desa.upper().removeprefix("DESA ") == b.desa.upper().removeprefix("DESA ")
    return (
        sama_desa
        and t.rw == ("" if tingkat is TingkatTempat.DESA else b.rw)
        and t.rt == (b.rt if tingkat is TingkatTempat.RT else "")
    )


@pytest.mark.aturan("JEMPUT-04")
@given(warga(), hari_buka(), regu, kapasitas, tingkat)
def test_it_is_done_on_the_earliest_day_or_short_by_the_fewest(
    pintu: list[BarisPenyisiran], hari: tuple[date, ...], n: int, batas: int, tempat: TingkatTempat
) -> None:
    j = schedule(pintu, hari=hari, regu=n, kapasitas=batas, tempat=tempat)
    didatangi = sum(map(is_visited, pintu))
    assert j.terlayani == min(didatangi, n * batas * len(hari))
    assert len(j.tidak_terlayani) == j.batas_kekurangan
    assert j.cukup is (didatangi <= n * batas * len(hari))
    if j.cukup and didatangi:
        assert j.selesai == hari[j.hari_perlu - 1]
        # With a day less there is no room, however it is laid.
        assert n * batas * (j.hari_perlu - 1) < didatangi


@pytest.mark.aturan("JEMPUT-04")
@given(warga(), hari_buka(), regu, kapasitas, tingkat, st.sampled_from(("regu", "kapasitas", "hari", "warga")))
def test_more_never_finishes_later_and_never_serves_fewer(
    pintu: list[BarisPenyisiran], hari: tuple[date, ...], n: int, batas: int, tempat: TingkatTempat, lebih: str
) -> None:
    satu = schedule(pintu, hari=hari, regu=n, kapasitas=batas, tempat=tempat)
    dua = schedule(
        pintu[:-1] if lebih == "warga" else pintu,
        hari=(*hari, D + timedelta(days=30)) if lebih == "hari" else hari,
        regu=n + (lebih == "regu"),
        kapasitas=batas + (lebih == "kapasitas"),
        tempat=tempat,
    )
    assert len(dua.tidak_terlayani) <= len(satu.tidak_terlayani)
    if satu.cukup and satu.selesai and dua.selesai:
        assert dua.selesai <= satu.selesai


@pytest.mark.aturan("JEMPUT-05")
@given(warga(120), regu, st.integers(1, 40), tingkat)
def test_a_team_stays_in_a_place_until_it_is_done_and_stays_are_near_their_bound(
    pintu: list[BarisPenyisiran], n: int, batas: int, tempat: TingkatTempat
) -> None:
    hari = Kantor(hari_per_minggu=6).days(D, D + timedelta(days=400))
    j = schedule(pintu, hari=hari, regu=n, kapasitas=batas, tempat=tempat)
    for r in range(1, n + 1):
        milik = [k for k in j.kunjungan if k.regu == r]
        jalan = [t for t, _ in groupby(k.tempat for k in milik)]
        assert len(jalan) == len(set(jalan))
        # No day in between is lost: each but the last is full.
        per_hari = Counter({k.tanggal: 0 for k in milik})
        for k in milik:
            per_hari[k.tanggal] += len(k.orang)
        assert sorted(per_hari) == list(hari[: len(per_hari)])
        assert all(per_hari[h] == batas for h in hari[: max(0, len(per_hari) - 1)])
    tempat_ada = {k.tempat for k in j.kunjungan}
    assert len(tempat_ada) <= j.batas_singgah <= j.singgah < len(tempat_ada) + n or not tempat_ada


@pytest.mark.aturan("JEMPUT-05")
@given(st.lists(st.integers(1, 9), min_size=1, max_size=6), st.integers(1, 3), st.integers(1, 6))
def test_whole_desa_stay_with_one_team_where_places_alone_would_scatter_them(
    orang: list[int], n: int, batas: int
) -> None:
    """Each desa has two places; the sharing moves no more than the better of two plain ones."""
    tempat = [o for satu in orang for o in (satu, satu)]
    desa = [i // 2 for i in range(len(tempat))]
    lama = -(-sum(tempat) // (n * batas))
    milik = share(tempat, desa, batas * lama, n)
    sendiri = share(tempat, list(range(len(tempat))), batas * lama, n)
    assert count_moves(milik, desa) <= count_moves(sendiri, desa)
    bawah = fewest_stays(tempat, batas * lama, n) + fewest_stays([2 * o for o in orang], batas * lama, n)
    assert bawah <= count_moves(milik, desa)


@pytest.mark.aturan("JEMPUT-05")
@given(st.integers(1, 60), regu, kapasitas)
def test_one_place_is_done_without_leaving_it(orang: int, n: int, batas: int) -> None:
    pintu = [BarisPenyisiran("Jaten", "001", "", f"{i:04}", "", "", "", Sebab.TERCECER) for i in range(orang)]
    hari = Kantor(hari_per_minggu=6).days(D, D + timedelta(days=100))
    j = schedule(pintu, hari=hari, regu=n, kapasitas=batas)
    for r in range(1, n + 1):
        hari_regu = [hari.index(k.tanggal) for k in j.kunjungan if k.regu == r]
        assert hari_regu == list(range(len(hari_regu)))


@pytest.mark.aturan("JEMPUT-06")
@given(warga(), hari_buka(), regu, kapasitas, tingkat)
def test_who_goes_first_is_served_first_in_a_place_and_when_there_is_no_room(
    pintu: list[BarisPenyisiran], hari: tuple[date, ...], n: int, batas: int, tempat: TingkatTempat
) -> None:
    j = schedule(pintu, hari=hari, regu=n, kapasitas=batas, tempat=tempat)
    urutan = list(Prioritas)
    for t in {k.tempat for k in j.kunjungan}:
        urut = [urutan.index(priority_of(b)) for k in j.kunjungan if k.tempat == t for b in k.orang]
        assert urut == sorted(urut)
    didahulukan = sum(priority_of(b) is not Prioritas.BIASA for b in pintu if is_visited(b))
    terlayani = sum(k.didahulukan for k in j.kunjungan)
    assert terlayani == min(didahulukan, n * batas * len(hari))


@pytest.mark.aturan("JEMPUT-06")
@given(warga(), kapasitas, benih)
def test_no_other_order_of_the_places_lets_those_who_go_first_wait_less(
    pintu: list[BarisPenyisiran], batas: int, acak: int
) -> None:
    """In one desa, counted as if each place were done in one go: Smith's rule against any other order."""
    hari = Kantor(hari_per_minggu=6).days(D, D + timedelta(days=400))
    isi: dict[Tempat, list[int]] = {}
    for k in schedule([evolve(b, desa="Jaten") for b in pintu], hari=hari, regu=1, kapasitas=batas).kunjungan:
        satu = isi.setdefault(k.tempat, [0, 0])
        satu[0] += len(k.orang)
        satu[1] += k.didahulukan
    urut = list(isi.values())
    assert _wait(urut) <= _wait(Random(acak).sample(urut, len(urut)))


def _wait(urut: list[list[int]]) -> int:
    selesai = menunggu = 0
    for orang, dahulu in urut:
        selesai += orang
        menunggu += dahulu * selesai
    return menunggu


@pytest.mark.aturan("JEMPUT-02")
@given(st.sampled_from(SAKIT), st.sampled_from(list(KelompokUmur)), st.sampled_from((str.upper, str.lower, str.title)))
def test_ill_by_the_desas_note_goes_before_old(kata: str, kelompok: KelompokUmur, tulis: object) -> None:
    assert callable(tulis)
    b = BarisPenyisiran("Jaten", "", "", "1", "", "", "", Sebab.TERCECER, kelompok=kelompok)
    assert priority_of(evolve(b, catatan=(tulis(kata),))) is Prioritas.SAKIT
    assert priority_of(evolve(b, catatan=("", tulis(kata)))) is Prioritas.SAKIT
    for lain in BIASA:
        sebenarnya = Prioritas.LANSIA if kelompok is KelompokUmur.LANSIA else Prioritas.BIASA
        assert priority_of(evolve(b, catatan=(tulis(lain),))) is sebenarnya


@pytest.mark.aturan("JEMPUT-03")
@given(tabel(), hari_buka(), kapasitas)
def test_whom_a_team_cannot_record_is_listed_and_takes_no_place(isi: Tabel, hari: tuple[date, ...], batas: int) -> None:
    hasil = isi.reconcile()
    pintu = sweep(hasil.belum, on=isi.on)
    j = schedule(pintu, hari=hari, regu=1, kapasitas=batas)
    assert len(j.tidak_dijadwalkan) == hasil.wajib.belum_pasti
    assert {b.sebab for b in j.tidak_dijadwalkan} <= set(TAK_DIDATANGI)
    assert j.terlayani + len(j.tidak_terlayani) + hasil.wajib.belum_pasti == hasil.belum_terekam
    tanpa = schedule([b for b in pintu if b.sebab not in TAK_DIDATANGI], hari=hari, regu=1, kapasitas=batas)
    assert tanpa.kunjungan == j.kunjungan


@pytest.mark.aturan("JEMPUT-01")
@given(warga(), hari_buka(), regu, kapasitas, tingkat, benih)
def test_the_order_of_the_list_changes_no_schedule(
    pintu: list[BarisPenyisiran], hari: tuple[date, ...], n: int, batas: int, tempat: TingkatTempat, acak: int
) -> None:
    def lay(semua: list[BarisPenyisiran]) -> list[tuple[date, int, Tempat, list[str]]]:
        j = schedule(semua, hari=hari, regu=n, kapasitas=batas, tempat=tempat)
        return [(k.tanggal, k.regu, k.tempat, [b.nik for b in k.orang]) for k in j.kunjungan]

    lain = Random(acak).sample(pintu, len(pintu))
    assert [(t.rw, t.rt, o) for _, _, t, o in lay(pintu)] == [(t.rw, t.rt, o) for _, _, t, o in lay(lain)]


@pytest.mark.parametrize(("n", "batas"), [(0, 1), (1, 0), (-1, 5)])
def test_no_team_or_no_capacity_is_refused(n: int, batas: int) -> None:
    with pytest.raises(EktpError, match="1 atau lebih"):
        schedule([], hari=[D], regu=n, kapasitas=batas)
