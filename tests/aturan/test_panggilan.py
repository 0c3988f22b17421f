"""Properties of the new invitations: who is called, that no seat is overfilled, that families come together, and when."""

from __future__ import annotations

import calendar
from collections import Counter, defaultdict
from datetime import date, time, timedelta
from random import Random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ektp_core import EktpError, Kategori, KeputusanUndangan, Penduduk, Undangan
from ektp_core.panggilan import JadwalSesi, Sesi, least_capacity, make_sessions, schedule, summon
from ektp_core.proyeksi import HariPerMinggu, Kantor
from ektp_core.rekonsiliasi.hasil import BelumTerekam
from strategies import Tabel, benih, tabel

HARI = st.dates(date(2007, 1, 1), date(2030, 12, 1))
JAM = st.lists(st.sampled_from([time(8), time(10), time(13), time(19, 30)]), min_size=1, max_size=5)
TUJUH_HARI = [Sesi(date(2012, 9, 3) + timedelta(days=i), time(j)) for i in range(7) for j in (8, 13)]


def warga(urut: int, kk: str = "", alamat: str = "", rt: str = "1", desa: str = "Jaten") -> BelumTerekam:
    """Somebody not recorded, told from others by `urut`."""
    nik = f"331311010180{urut:04d}"
    p = Penduduk(nik, f"WARGA {urut}", no_kk=kk and f"33131101010{kk:>05}", alamat=alamat, rt=rt, rw="1", desa=desa)
    return BelumTerekam(p, nik, desa, None)


def make_orang(bagian: list[tuple[int, int, int, bool]]) -> list[BelumTerekam]:
    """People from small numbers: card (0 none), street (0 none), RT, and whether they live in the other desa."""
    return [
        warga(i, str(kk or ""), f"Jl. Lawu {jalan}" if jalan else "", str(rt), "Dagen" if lain else "Jaten")
        for i, (kk, jalan, rt, lain) in enumerate(bagian, 1)
    ]


ORANG = st.lists(
    st.tuples(st.integers(0, 6), st.integers(0, 3), st.integers(1, 2), st.booleans()), min_size=1, max_size=40
).map(make_orang)
KAPASITAS = st.integers(1, 9)


def relatives(orang: list[BelumTerekam]) -> list[set[str]]:
    """The families as sets of NIK, found pair by pair as one would by hand."""
    keluarga: list[list[BelumTerekam]] = []
    for b in orang:
        for satu in keluarga:
            p, q = b.penduduk, satu[0].penduduk
            sekartu = p.no_kk != "" and p.no_kk == q.no_kk
            serumah = p.no_kk == q.no_kk == "" and p.alamat != ""
            if sekartu or (serumah and (p.alamat, p.rt, p.desa) == (q.alamat, q.rt, q.desa)):
                satu.append(b)
                break
        else:
            keluarga.append([b])
    return [{b.nik for b in satu} for satu in keluarga]


def seats(j: JadwalSesi) -> dict[str, set[int]]:
    """The sessions, by position, in which each NIK stands."""
    tempat: defaultdict[str, set[int]] = defaultdict(set)
    for i, satu in enumerate(j.isi):
        for b in satu:
            tempat[b.nik].add(i)
    return tempat


@pytest.mark.aturan("PANGGILAN-01")
@given(tabel())
def test_called_are_those_not_recorded_to_whom_a_paper_can_go(t: Tabel) -> None:
    hasil = t.reconcile()
    dipanggil = summon(hasil.belum)
    ditahan = {"MENINGGAL", "PINDAH", "ALAMAT_TIDAK_DIKETAHUI"}
    surat = Counter(b.keputusan.kategori.value if b.keputusan else "TERCECER" for b in hasil.belum)
    assert len(dipanggil) == hasil.belum_terekam - sum(surat[k] for k in ditahan)
    # Whoever was never invited is called, whatever else happens.
    assert {id(b) for b in hasil.tercecer} <= {id(b) for b in dipanggil}


@pytest.mark.aturan("PANGGILAN-01")
@given(st.sampled_from(list(Kategori)))
def test_a_paper_that_came_back_for_want_of_somebody_is_not_sent_again(kategori: Kategori) -> None:
    b = warga(1)
    lagi = BelumTerekam(b.penduduk, b.nik, b.desa, KeputusanUndangan(Undangan("1", b.nik), kategori, ("UNDANGAN-07",)))
    pulang = kategori.value in ("MENINGGAL", "PINDAH", "ALAMAT_TIDAK_DIKETAHUI")
    assert summon([lagi]) == (() if pulang else (lagi,))


@pytest.mark.aturan("PANGGILAN-02", "PANGGILAN-03")
@given(ORANG, KAPASITAS, st.integers(0, 14))
def test_everybody_once_and_no_session_over_capacity(orang: list[BelumTerekam], kapasitas: int, banyak: int) -> None:
    j = schedule(orang, sesi=TUJUH_HARI[:banyak], kapasitas=kapasitas)
    semua = Counter(b.nik for satu in (*j.isi, j.tanpa_sesi) for b in satu)
    assert semua == Counter(b.nik for b in orang)
    assert len(j.isi) == len(j.sesi) == banyak
    assert max(map(len, j.isi), default=0) <= kapasitas
    assert j.orang + len(j.tanpa_sesi) == len(orang)


@pytest.mark.aturan("PANGGILAN-04")
@given(ORANG, KAPASITAS, st.integers(0, 14))
@example(make_orang([(1, 0, 1, False)] * 7), 3, 14)
def test_a_family_is_split_only_when_no_session_could_hold_it(
    orang: list[BelumTerekam], kapasitas: int, banyak: int
) -> None:
    j = schedule(orang, sesi=TUJUH_HARI[:banyak], kapasitas=kapasitas)
    tempat = seats(j)
    besar = []
    for keluarga in relatives(orang):
        sesi = sorted({i for nik in keluarga for i in tempat[nik]})
        duduk = sum(bool(tempat[nik]) for nik in keluarga)
        assert duduk in (0, len(keluarga)), "seluruh keluarga mendapat sesi, atau tidak seorang pun"
        if len(keluarga) > kapasitas:
            besar.append(keluarga)
            assert sesi == list(range(sesi[0], sesi[0] + -(-len(keluarga) // kapasitas))) if sesi else True
        else:
            assert len(sesi) <= 1
    assert sorted(map(sorted, besar)) == sorted(sorted(b.nik for b in k) for k in j.terpecah)


@pytest.mark.aturan("PANGGILAN-05")
@given(HARI, st.integers(0, 40), JAM, st.sampled_from((5, 6)), st.sets(st.integers(0, 40)))
def test_sessions_are_each_hour_of_each_open_day(
    awal: date, panjang: int, jam: list[time], minggu: HariPerMinggu, tutup: set[int]
) -> None:
    libur = frozenset(awal + timedelta(days=i) for i in tutup)
    kantor = Kantor({h for h in libur if h.day % 2}, hari_per_minggu=minggu, tutup={h for h in libur if not h.day % 2})
    akhir = awal + timedelta(days=panjang)
    tutup_minggu = {"Sunday"} if minggu == 6 else {"Saturday", "Sunday"}
    semua = [awal + timedelta(days=i) for i in range(panjang + 1)]
    buka = [h for h in semua if h not in libur and calendar.day_name[h.weekday()] not in tutup_minggu]
    if not buka:
        with pytest.raises(EktpError, match="tidak ada hari kerja"):
            make_sessions(kantor, awal, akhir, jam=jam)
        return
    sesi = make_sessions(kantor, awal, akhir, jam=jam)
    assert [(s.tanggal, s.mulai) for s in sesi] == [(h, m) for h in buka for m in sorted(set(jam))]


@pytest.mark.aturan("PANGGILAN-06")
@given(ORANG, KAPASITAS, benih)
def test_the_order_of_rows_changes_nobodys_session(orang: list[BelumTerekam], kapasitas: int, n: int) -> None:
    sesi = Random(n).sample(TUJUH_HARI, len(TUJUH_HARI))
    j = schedule(Random(n).sample(orang, len(orang)), sesi=sesi, kapasitas=kapasitas)
    assert j == schedule(orang, sesi=TUJUH_HARI, kapasitas=kapasitas)


@pytest.mark.aturan("PANGGILAN-06")
@given(ORANG, KAPASITAS)
def test_no_seat_is_left_that_a_later_family_would_fit(orang: list[BelumTerekam], kapasitas: int) -> None:
    j = schedule(orang, sesi=TUJUH_HARI, kapasitas=kapasitas)
    tempat = seats(j)
    for keluarga in relatives(orang):
        if len(keluarga) <= kapasitas:
            duduk = [i for nik in keluarga for i in tempat[nik]]
            sampai = duduk[0] if duduk else len(j.isi)
            assert all(len(j.isi[i]) + len(keluarga) > kapasitas for i in range(sampai))


@pytest.mark.aturan("PANGGILAN-06")
@given(st.integers(1, 60), KAPASITAS)
def test_people_alone_come_in_walking_order_and_fill_every_seat(banyak: int, kapasitas: int) -> None:
    orang = [warga(i, rt=str(1 + i * 7 % 5)) for i in range(1, banyak + 1)]
    j = schedule(orang, sesi=TUJUH_HARI * 9, kapasitas=kapasitas)
    urut = [(b.penduduk.rt, b.penduduk.nama) for satu in j.isi for b in satu]
    assert urut == sorted(urut)
    assert [len(satu) for satu in j.isi if satu][:-1] == [kapasitas] * (-(-j.orang // kapasitas) - 1)


@pytest.mark.aturan("PANGGILAN-03")
@given(ORANG, st.integers(1, 14))
def test_the_least_capacity_suffices_and_none_below_it_does(orang: list[BelumTerekam], banyak: int) -> None:
    sesi = TUJUH_HARI[:banyak]
    cukup = least_capacity(orang, sesi=sesi)
    assert not schedule(orang, sesi=sesi, kapasitas=cukup).tanpa_sesi
    assert all(schedule(orang, sesi=sesi, kapasitas=k).tanpa_sesi for k in range(1, cukup))


def test_a_capacity_of_nobody_and_no_hour_are_refused() -> None:
    with pytest.raises(EktpError, match="paling sedikit 1 orang, bukan 0"):
        schedule([], sesi=TUJUH_HARI, kapasitas=0)
    with pytest.raises(EktpError, match="jam sesi"):
        make_sessions(Kantor(), date(2012, 9, 3), date(2012, 9, 4), jam=[])
