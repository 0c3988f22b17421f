"""Sweep lists: everybody who is not recorded, once, in walking order, with one reason, an age group, and what to bring."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from itertools import pairwise
from random import Random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ektp_core import BarisPenyisiran, Kategori, KelompokUmur, Kewarganegaraan, Penduduk, age, sweep
from ektp_core.alamat import normalize_desa
from ektp_core.penyisiran import Sebab
from ektp_core.rekonsiliasi import BelumTerekam
from strategies import CATATAN, D, Insan, Tabel, shuffled, tabel, tanggal, tanggal_acuan

BUDI = Insan()


def person(**isi: object) -> BelumTerekam:
    """Somebody who is not recorded and was never invited."""
    return BelumTerekam(Penduduk(BUDI.nik, **isi), BUDI.nik, "Jaten", None)  # type: ignore[arg-type]


def place(b: BarisPenyisiran) -> tuple[str, str, str]:
    return normalize_desa(b.desa), b.rw, b.rt


@pytest.mark.aturan("PENYISIRAN-01")
@given(tabel(), st.integers(0, 2**24))
def test_everybody_stands_on_the_list_once_and_no_place_is_visited_twice(isi: Tabel, acak: int) -> None:
    hasil = isi.reconcile()
    pintu = sweep(hasil.belum, on=isi.on)
    assert Counter(b.nik for b in pintu) == Counter(b.nik for b in hasil.belum)
    assert sweep(Random(acak).sample(hasil.belum, len(hasil.belum)), on=isi.on) == pintu
    for bagian in (1, 2, 3):
        tempat = [place(b)[:bagian] for b in pintu]
        pergi = [t for i, t in enumerate(tempat) if i == 0 or t != tempat[i - 1]]
        assert len(pergi) == len(set(pergi))
    # Within what stands above it, a blank comes last.
    for a, b in pairwise(pintu):
        if place(a)[0] == place(b)[0]:
            assert a.rw or not b.rw
            assert a.rw != b.rw or a.rt or not b.rt


@pytest.mark.aturan("PENYISIRAN-01")
@given(tabel(), st.integers(0, 2**24))
def test_row_order_changes_no_list(isi: Tabel, acak: int) -> None:
    satu, dua = (sweep(t.reconcile().belum, on=t.on) for t in (isi, shuffled(isi, acak)))
    assert [(b.nik, b.sebab, b.kelompok, b.bawa, set(b.catatan)) for b in satu] == [
        (b.nik, b.sebab, b.kelompok, b.bawa, set(b.catatan)) for b in dua
    ]


@pytest.mark.aturan("PENYISIRAN-02")
@given(tabel())
def test_the_reasons_are_those_of_the_papers(isi: Tabel) -> None:
    hasil = isi.reconcile()
    n = Counter(b.sebab for b in sweep(hasil.belum))
    kategori = Counter(b.keputusan.kategori if b.keputusan else None for b in hasil.belum)
    assert n[Sebab.TERCECER] == len(hasil.tercecer) == kategori[None]
    assert n[Sebab.CATATAN_MENINGGAL] == kategori[Kategori.MENINGGAL]
    assert n[Sebab.CATATAN_PINDAH] == kategori[Kategori.PINDAH]
    assert n[Sebab.ALAMAT] == kategori[Kategori.ALAMAT_TIDAK_DIKETAHUI]
    assert n[Sebab.BELUM_DATANG] == kategori[Kategori.SAH]
    ragu = n[Sebab.ALAMAT] + n[Sebab.CATATAN_MENINGGAL] + n[Sebab.CATATAN_PINDAH]
    assert ragu == hasil.wajib.belum_pasti


@pytest.mark.aturan("PENYISIRAN-03")
@example(date(1952, 8, 28), D)
@example(date(1990, 8, 28), D)
@example(date(1995, 8, 28), D)
@example(date(1996, 2, 29), date(2013, 2, 28))
@given(tanggal(), tanggal_acuan())
def test_the_age_group_turns_on_the_birthday(lahir: date, per: date) -> None:
    """Every group begins on a birthday, the groups follow each other, and nobody goes back to a younger one."""
    urut = list(KelompokUmur)
    hari = [per - timedelta(days=1), per, per + timedelta(days=1)]
    kelompok = [sweep([person(tanggal_lahir=lahir)], on=h)[0].kelompok for h in hari]
    assert kelompok == sorted(kelompok, key=urut.index)
    for a, b, h in zip(kelompok, kelompok[1:], hari[1:], strict=False):
        if a is not b:
            assert age(lahir, on=h) == age(lahir, on=h - timedelta(days=1)) + 1
            assert age(lahir, on=h) in (17, 22, 60)


@pytest.mark.aturan("PENYISIRAN-03")
@given(st.integers(0, 110), tanggal_acuan())
@example(21, D)
@example(22, D)
@example(59, D)
@example(60, D)
def test_the_groups_are_those_of_the_rule(umur: int, per: date) -> None:
    tabel_umur = [(60, "LANSIA"), (22, "DEWASA"), (17, "PEMULA BARU"), (0, "DI BAWAH 17")]
    lahir = date(per.year - umur, per.month, min(per.day, 28))
    (satu,) = sweep([person(tanggal_lahir=lahir)], on=per)
    assert satu.umur == umur
    assert satu.kelompok.value == next(nama for batas, nama in tabel_umur if umur >= batas)


@pytest.mark.aturan("PENYISIRAN-03")
@given(tanggal_acuan())
def test_without_a_birth_date_or_a_reference_date_the_age_is_not_guessed(per: date) -> None:
    assert sweep([person()], on=per)[0].kelompok is KelompokUmur.TIDAK_DIKETAHUI
    assert sweep([person(tanggal_lahir=date(1980, 1, 1))])[0].kelompok is KelompokUmur.TIDAK_DIKETAHUI


@pytest.mark.aturan("PENYISIRAN-04")
@given(
    st.sampled_from(("", "MENINGGAL", "PINDAH", "ALAMAT_TIDAK_DIKETAHUI")),
    st.booleans(),
    st.sampled_from((16, 18, 40, 70)),
)
def test_each_reason_asks_for_its_document(catatan: str, diundang: bool, umur: int) -> None:
    lahir = date(D.year - umur, 1, 1)
    surat = (BUDI.invited(TGL_LAHIR=lahir, KETERANGAN=CATATAN[catatan][0] if catatan else ""),) if diundang else ()
    hasil = Tabel(D, (BUDI.listed(TGL_LAHIR=lahir, STATUS_KAWIN="KAWIN"),), surat).reconcile()
    (satu,) = sweep(hasil.belum, on=D)
    bawa = ", ".join(satu.bawa)
    assert "KK" in satu.bawa
    assert ("surat undangan" in bawa) == (satu.sebab is Sebab.BELUM_DATANG)
    assert ("kematian" in bawa) == (diundang and catatan == "MENINGGAL")
    assert ("surat keterangan pindah" in bawa) == (diundang and catatan == "PINDAH")
    assert ("keterangan alamat" in bawa) == (diundang and catatan == "ALAMAT_TIDAK_DIKETAHUI")
    # Who was never of age to hold a KTP is not asked for an old one.
    assert umur >= 17 or "KTP lama" not in bawa


@pytest.mark.aturan("PENYISIRAN-04")
def test_a_foreigner_is_sent_to_the_office_that_records_foreigners() -> None:
    asing = person(kewarganegaraan=Kewarganegaraan.WNA, tanggal_lahir=date(1980, 1, 1))
    assert "ITAP" in sweep([asing], on=D)[0].bawa[0]
