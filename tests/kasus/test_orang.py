"""What is known of one person: which row stands for them, which NIK is shown, and how what must be looked at is listed."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import permutations

import pytest
from attrs import evolve

from ektp_core import (
    Hasil,
    Kewarganegaraan,
    Lingkungan,
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
from ektp_core.rekonsiliasi.putuskan import UNDANGAN_00

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
    rekam.append(Perekaman(SATU, D - timedelta(9), "ENROLL_FAILURE_AT_CENTRAL", baris=9))
    hasil = run([PENUH], [Undangan("1", SATU, desa="Jaten", keterangan="meninggal")], rekam)
    assert [(e.jenis, e.kanan) for e in hasil.perlu_dilihat if e.jenis == "CATATAN_TAPI_TEREKAM"] == [
        ("CATATAN_TAPI_TEREKAM", "PEREKAMAN baris 1 27-08-2012")
    ]


@pytest.mark.aturan("DOBEL-08")
def test_a_group_that_is_too_large_names_five_of_its_niks_and_how_many_more() -> None:
    penduduk = [
        evolve(PENUH, nik=f"331311170880{n:04d}", baris=n, nama="BUDI" if n > 1 else "Budi") for n in range(12, 0, -1)
    ]
    (entri,) = (e for e in run(penduduk).perlu_dilihat if e.jenis == "KELOMPOK_BESAR")
    lima = ", ".join(f"331311170880{n:04d}" for n in range(1, 6))
    assert entri.kiri == f"12 NIK satu nama, tanggal lahir dan jenis kelamin: {lima}, dan 7 lainnya"
    assert (entri.nik, entri.kanan) == (SATU, "tidak digabungkan: lebih dari 10")


@pytest.mark.aturan("DOBEL-02", "DOBEL-04", "UNDANGAN-01")
@pytest.mark.parametrize("niks", [(SATU, DUA), (DUA, SATU)])
def test_a_second_paper_under_another_nik_names_the_strong_evidence(niks: tuple[str, str]) -> None:
    penduduk = [PENUH, evolve(PENUH, nik=DUA, baris=3)]
    surat = [Undangan(str(n), nik, "Budi", desa="Jaten", baris=n) for n, nik in enumerate(niks, 1)]
    pertama, kedua = run(penduduk, surat).keputusan
    assert (pertama.kategori.value, kedua.kategori.value, kedua.rujukan) == ("SAH", "DOBEL", "1")
    assert kedua.aturan == ("UNDANGAN-01", "DOBEL-04", "DOBEL-02")
    assert [(b.kolom, b.kiri, b.kanan, b.rujukan) for b in kedua.bukti][:2] == [
        ("NO_UNDANGAN", "2", "1", "UNDANGAN baris 1"),
        ("NIK", niks[1], niks[0], "UNDANGAN baris 1"),
    ]
    assert [b.kolom for b in kedua.bukti][2:] == ["NAMA", "NAMA_IBU", "NO_KK", "ALAMAT"]


@pytest.mark.aturan("UNDANGAN-06")
def test_a_place_is_shown_with_a_dash_for_what_is_not_given() -> None:
    wilayah = [Lingkungan("Jaten", "001", "001")]
    for rw, rt, tampil in (("009", "", "Jaten RW 009 RT -"), ("", "009", "Jaten RW - RT 009")):
        surat = [Undangan("1", SATU, desa="Jaten", rw=rw, rt=rt)]
        warga = evolve(PENUH, kewarganegaraan=Kewarganegaraan.WNI)
        (k,) = reconcile(penduduk=[warga], undangan=surat, wilayah=wilayah, on=D).keputusan
        assert [(b.kolom, b.kiri, b.kanan, b.rujukan) for b in k.bukti] == [
            ("DESA/RW/RT", tampil, "tidak ada di daftar", "WILAYAH")
        ]


@pytest.mark.aturan("DOBEL-02", "UNDANGAN-01")
@pytest.mark.parametrize("bernomor", [True, False])
@pytest.mark.parametrize("pasangan", list(permutations(range(3), 2)))
def test_of_three_rows_of_one_person_the_two_papers_own_rows_are_the_evidence(
    pasangan: tuple[int, int], *, bernomor: bool
) -> None:
    """Also where the rows carry no numbers, as records made by a program do."""
    niks = [f"331311170880000{n}" for n in (1, 2, 3)]
    penduduk = [evolve(PENUH, nik=nik, baris=n if bernomor else 0) for n, nik in enumerate(niks, 7)]
    pakai, lain = pasangan
    surat = [Undangan("1", niks[pakai], desa="Jaten"), Undangan("2", niks[lain], desa="Jaten")]
    dobel = run(penduduk, surat).keputusan[1]
    orang = [b for b in dobel.bukti if b.lembar == "PENDUDUK"]
    assert [b.kolom for b in orang] == ["NAMA", "NAMA_IBU", "NO_KK", "ALAMAT"]
    assert {(b.baris, b.rujukan) for b in orang} == {
        (penduduk[lain].baris, f"PENDUDUK baris {penduduk[pakai].baris}"),
    }


@pytest.mark.aturan("DOBEL-04")
@pytest.mark.parametrize("urut", [(0, 1), (1, 0)])
def test_of_two_papers_with_one_number_the_known_address_is_kept(urut: tuple[int, int]) -> None:
    wilayah = [Lingkungan("Jaten", "001", "001")]
    surat = [Undangan("1", SATU, desa="Jaten", rw="009", rt="009", baris=2)]
    surat.append(evolve(surat[0], rw="001", rt="001", baris=3))
    warga = evolve(PENUH, kewarganegaraan=Kewarganegaraan.WNI)
    hasil = reconcile(penduduk=[warga], undangan=[surat[i] for i in urut], wilayah=wilayah, on=D)
    assert {k.undangan.baris: k.kategori.value for k in hasil.keputusan} == {2: "DOBEL", 3: "SAH"}
    # The number comes before the address.
    surat[1] = evolve(surat[1], nomor="2")
    hasil = reconcile(penduduk=[warga], undangan=[surat[i] for i in urut], wilayah=wilayah, on=D)
    assert {k.undangan.baris: k.kategori.value for k in hasil.keputusan} == {2: "ALAMAT_TIDAK_DIKETAHUI", 3: "DOBEL"}


@pytest.mark.aturan("UNDANGAN-07", "UNDANGAN-08", "NIK-08")
def test_the_desa_of_a_paper_without_one_and_the_rules_of_one_that_is_not_certain() -> None:
    surat = [Undangan("1", SATU, desa="Dagen"), Undangan("2", SATU), Undangan("3", "3313111708800009")]
    hasil = run([PENUH], surat)
    assert [(k.kategori.value, k.desa, k.nama_terdaftar) for k in hasil.keputusan] == [
        ("SAH", "Dagen", "Budi"),
        ("DOBEL", "Jaten", "Budi"),
        ("TIDAK_TERDAFTAR", "(tanpa desa)", ""),
    ]
    warga = evolve(PENUH, tanggal_lahir=None, kewarganegaraan=Kewarganegaraan.WNI, status_kawin=StatusKawin.BELUM)
    (k,) = run([warga], [Undangan("1", SATU[:15] + "?", "Budi")]).keputusan
    assert (k.desa, k.aturan) == ("Jaten", ("UNDANGAN-07", "WAJIB-08", "UNDANGAN-08", "NIK-07"))


@pytest.mark.aturan("WAJIB-08")
def test_somebody_known_from_both_registers_of_events_is_matched_by_the_death() -> None:
    mutasi: list[Mutasi] = [
        Pindah(SATU, D - timedelta(1), Arah.DATANG, 4),
        Meninggal(SATU, D + timedelta(1), 5),
    ]
    (k,) = run([], [Undangan("1", SATU)], mutasi=mutasi).keputusan
    assert [(b.kanan, b.rujukan) for b in k.bukti] == [(SATU, "MENINGGAL baris 5")]
    (k,) = run([], [Undangan("1", SATU)], mutasi=mutasi[:1]).keputusan
    assert [(b.kanan, b.rujukan) for b in k.bukti] == [(SATU, "PINDAH baris 4")]


@pytest.mark.aturan("CATATAN-03")
@pytest.mark.parametrize(("banyak", "kata"), [(1, "sudah diserahkan"), (2, "dobel"), (3, "dobel"), (4, "dobel")])
def test_a_note_that_contradicts_nothing_is_not_listed(banyak: int, kata: str) -> None:
    """Nor that a paper is a double, where there are others."""
    surat = [Undangan(str(n), SATU, desa="Jaten", keterangan=kata) for n in range(banyak)]
    assert run([evolve(PENUH, kewarganegaraan=Kewarganegaraan.WNI)], surat).perlu_dilihat == ()
    (entri,) = run(
        [evolve(PENUH, kewarganegaraan=Kewarganegaraan.WNI)], [evolve(surat[0], keterangan="dobel")]
    ).perlu_dilihat
    assert entri.jenis == "CATATAN_DOBEL_TUNGGAL"


@pytest.mark.aturan("UNDANGAN-01", "UNDANGAN-04")
def test_a_second_paper_of_somebody_in_no_register_has_no_registered_name() -> None:
    surat = [Undangan(str(n), SATU, "Budi", desa="Jaten") for n in (1, 2)]
    assert [(k.kategori.value, k.nama_terdaftar) for k in run([], surat).keputusan] == [
        ("TIDAK_TERDAFTAR", ""),
        ("DOBEL", ""),
    ]


@pytest.mark.aturan("UNDANGAN-00")
def test_a_row_that_names_nobody_has_a_rule_of_its_own() -> None:
    assert UNDANGAN_00.id == "UNDANGAN-00"
