"""What is known of one person: which row stands for them, which NIK is shown, and how what must be looked at is listed."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import permutations

import pytest
from attrs import evolve

from ektp_core import (
    Hasil,
    Kewarganegaraan,
    Meninggal,
    Mutasi,
    Penduduk,
    Perekaman,
    Pindah,
    StatusKawin,
    Undangan,
    reconcile,
)
from ektp_core.mutasi import Arah
from ektp_core.rekonsiliasi.desa import NamaDesa
from ektp_core.rekonsiliasi.orang import Orang, max_fullness, particulars
from ektp_core.rekonsiliasi.perhatian import Jenis, Perhatian

D = date(2012, 8, 28)
LAHIR = date(1980, 8, 17)
SATU, DUA = "3313111708800001", "3313111708800002"
PENUH = Penduduk(
    SATU,
    "Budi",
    LAHIR,
    "L",
    StatusKawin.KAWIN,
    tanggal_kawin=date(2001, 2, 3),
    kewarganegaraan=Kewarganegaraan.WNA,
    itap_sampai=date(2013, 4, 5),
    no_kk="3313110101050001",
    nama_ibu="Siti",
    alamat="Jl. Melati 5",
    rt="006",
    rw="007",
    desa="Jaten",
    baris=2,
)


def run(
    penduduk: list[Penduduk],
    surat: list[Undangan] | None = None,
    rekam: list[Perekaman] | None = None,
    mutasi: list[Mutasi] | None = None,
) -> Hasil:
    return reconcile(penduduk=penduduk, undangan=surat or [], perekaman=rekam or [], mutasi=mutasi or [], on=D)


@pytest.mark.aturan("DOBEL-01")
def test_the_particulars_of_a_row_are_its_cells_in_order() -> None:
    assert particulars(PENUH) == (
        *(SATU, "Budi", "1980-08-17", "L", "KAWIN", "2001-02-03", "WNA", "2013-04-05"),
        *("3313110101050001", "Siti", "Jl. Melati 5", "006", "007", "Jaten"),
    )
    assert particulars(Penduduk(SATU)) == (SATU, "", "", "", "", "", "WNI", "", "", "", "", "", "", "")


@pytest.mark.aturan("DOBEL-01")
def test_the_fullest_row_stands_for_a_person_then_the_first_by_text_then_by_row() -> None:
    kurang = evolve(PENUH, nama="Ani", nama_ibu="", baris=1)
    ani, kembar = evolve(PENUH, nama="Ani", baris=5), evolve(PENUH, baris=9)
    for urut in permutations((kurang, PENUH, kembar)):
        assert max_fullness(urut) is PENUH
        orang = Orang(SATU, urut)
        orang.settle()
        assert orang.utama is PENUH
    assert max_fullness([PENUH, ani]) is ani


@pytest.mark.aturan("NIK-06")
def test_a_lost_digit_is_given_back_only_by_a_nik_with_the_same_fifteen() -> None:
    hilang = SATU[:15] + "?"
    orang = Orang(hilang)
    assert (orang.full_form(hilang), orang.lost_digits()) == (hilang, {SATU[:15]})
    orang.niks = (hilang, "3313111708799991", "3313111708810001")
    assert (orang.full_form(hilang), orang.lost_digits()) == (hilang, {SATU[:15]})
    orang.niks = (DUA, hilang, SATU)
    assert (orang.full_form(hilang), orang.full_form(DUA), orang.lost_digits()) == (SATU, DUA, set())


@pytest.mark.aturan("UNDANGAN-04")
@pytest.mark.parametrize("urut", [(0, 1, 2), (2, 1, 0)])
def test_somebody_known_only_by_papers_has_the_first_name_and_desa_by_text(urut: tuple[int, ...]) -> None:
    surat = [
        Undangan("1", SATU, "", desa="", keterangan="hari apa?"),
        Undangan("2", SATU, "Budi", desa="Jetis"),
        Undangan("3", SATU, "Ani", desa="Dagen"),
    ]
    (entri,) = run([], [surat[i] for i in urut]).perlu_dilihat
    assert (entri.nama, entri.desa) == ("Ani", "Dagen")
    (tanpa,) = run([], surat[:1]).perlu_dilihat
    assert (tanpa.nama, tanpa.desa) == ("", "(tanpa desa)")


@pytest.mark.aturan("REKAM-05", "DOBEL-02")
def test_recordings_under_either_nik_of_somebody_outside_are_listed() -> None:
    surat = [
        Undangan(n[-1], n, "Budi", LAHIR, alamat="Jl. Melati 5", desa="Jaten", rw="001", rt="001") for n in (SATU, DUA)
    ]
    hasil = run([], surat, [Perekaman(SATU, D), Perekaman(DUA, D)])
    assert [(t.nik, t.sebab) for t in hasil.luar_dasar] == [(SATU, "TIDAK_TERDAFTAR"), (DUA, "TIDAK_TERDAFTAR")]
    assert sorted(k.kategori.value for k in hasil.keputusan) == ["DOBEL", "TIDAK_TERDAFTAR"]
    assert {k.terekam for k in hasil.keputusan} == {True}


@pytest.mark.aturan("NERACA-01")
def test_what_must_be_looked_at_stands_by_kind_desa_name_nik_and_both_sides() -> None:
    """Each next entry would stand before the one above by everything that comes later; an entry stands once."""
    a, b = Jenis("A", "X-01", "saran"), Jenis("B", "X-01", "saran")
    urut = [
        (a, "9", "z", "z", "9", "9"),
        (b, "9", "z", "a", "9", "9"),
        (b, "9", "a", "b", "9", "9"),
        (b, "1", "b", "b", "9", "9"),
        (b, "2", "b", "b", "1", "9"),
        (b, "2", "b", "b", "2", "1"),
        (b, "2", "b", "b", "2", "2"),
    ]
    daftar = Perhatian(NamaDesa())
    for isi in [*urut[::-1], *urut]:
        daftar.add(*isi)
    assert [(e.jenis, e.nik, e.nama, e.desa, e.kiri, e.kanan) for e in daftar.sorted()] == [
        (j.kata, *isi) for j, *isi in urut
    ]
    assert (daftar.count(a), daftar.count(b), daftar.count(Jenis("C", "", ""))) == (1, 6, 0)


@pytest.mark.aturan("CATATAN-03")
@pytest.mark.parametrize(
    ("mutasi", "kata", "kanan"),
    [
        ([Pindah(SATU, D, Arah.DATANG, 7)], "pindah", "PINDAH baris 7 DATANG 28-08-2012"),
        ([Pindah(SATU, D + timedelta(2), Arah.KELUAR, 8), Pindah(SATU, D + timedelta(1), Arah.KELUAR, 9)],
         "pindah", "PINDAH baris 9 KELUAR 29-08-2012"),
        ([Meninggal(SATU, D + timedelta(2), 8), Meninggal(SATU, D + timedelta(1), 9)],
         "meninggal", "MENINGGAL baris 9 29-08-2012"),
    ],
)  # fmt: skip
def test_which_event_a_note_loses_to(mutasi: list[Mutasi], kata: str, kanan: str) -> None:
    """Of several that are still to come, the first; in any order of rows."""
    for urut in (mutasi, mutasi[::-1]):
        hasil = run([PENUH], [Undangan("1", SATU, desa="Jaten", keterangan=kata)], mutasi=urut)
        assert [(e.jenis, e.kanan) for e in hasil.perlu_dilihat] == [("CATATAN_KALAH", kanan)]


@pytest.mark.aturan("CATATAN-03")
def test_a_death_note_beside_recordings_names_the_last_that_succeeded() -> None:
    rekam = [Perekaman(SATU, D - timedelta(n), baris=n) for n in (3, 1, 2)]
    rekam.append(Perekaman(SATU, D - timedelta(9), "BELUM PEREKAMAN", baris=9))
    hasil = run([PENUH], [Undangan("1", SATU, desa="Jaten", keterangan="meninggal")], rekam)
    assert [(e.jenis, e.kanan) for e in hasil.perlu_dilihat if e.jenis == "CATATAN_TAPI_TEREKAM"] == [
        ("CATATAN_TAPI_TEREKAM", "PEREKAMAN baris 1 27-08-2012")
    ]


@pytest.mark.aturan("DOBEL-08")
def test_a_group_that_is_too_large_names_five_of_its_niks_and_how_many_more() -> None:
    penduduk = [evolve(PENUH, nik=f"331311170880{n:04d}", baris=n) for n in range(12, 0, -1)]
    (entri,) = (e for e in run(penduduk).perlu_dilihat if e.jenis == "KELOMPOK_BESAR")
    lima = ", ".join(f"331311170880{n:04d}" for n in range(1, 6))
    assert entri.kiri == f"12 NIK satu nama, tanggal lahir dan jenis kelamin: {lima}, dan 7 lainnya"
    assert (entri.nik, entri.kanan) == (SATU, "tidak digabungkan: lebih dari 10")
