"""The sentences of the summary, word for word: what a run could not use, and what that may hide."""

from __future__ import annotations

import pytest

from ektp_core import Galat, Lingkungan, Undangan, reconcile
from ektp_core.galat import BARIS_JUMLAH
from ektp_core.rekonsiliasi.pesan import messages
from strategies import D

RUSAK = "baris ber-NIK rusak tidak menunjuk satu penduduk; karenanya paling banyak"


def refused(lembar: str, banyak: int, nilai: str = "331311", kolom: str = "NIK", harusnya: str = "NIK") -> list[Galat]:
    """Some refused rows of a sheet."""
    return [Galat(lembar, n, kolom, nilai, harusnya) for n in range(banyak)]


@pytest.mark.aturan("NIK-11", "NERACA-01")
def test_refused_rows_and_what_they_may_hide() -> None:
    semua = [
        *refused("PENDUDUK", 1_234), *refused("PEREKAMAN", 2), *refused("PINDAH", 1), *refused("MENINGGAL", 3),
        *refused("UNDANGAN", 9), *refused("PEREKAMAN", 5, kolom="TGL_REKAM"),
        *refused("PEREKAMAN", 1, "JUMLAH 20", harusnya=BARIS_JUMLAH),
        *refused("PEREKAMAN", 4, "Mengetahui, Camat"), *refused("PENDUDUK", 1, "JUMLAH 20", harusnya=BARIS_JUMLAH),
    ]  # fmt: skip
    assert messages(semua, None, 0, 0, {}, {}, 0) == (
        f"PEREKAMAN: 2 {RUSAK} 2 orang tampak belum terekam (lihat lembar GALAT).",
        f"PINDAH: 1 {RUSAK} 1 kepindahan tidak terlihat (lihat lembar GALAT).",
        f"MENINGGAL: 3 {RUSAK} 3 kematian tidak terlihat (lihat lembar GALAT).",
        "PENDUDUK: 1.234 penduduk tanpa NIK yang dapat dipakai, tidak masuk hitungan (lihat lembar GALAT).",
    )
    assert messages([], None, 0, 0, {"Jaten": 1}, {"Dagen": 1}, 0) == ()


@pytest.mark.aturan("REKAM-04")
def test_status_words_that_are_none() -> None:
    assert messages([], None, 0, 0, {}, {}, 1_234) == (
        "PEREKAMAN: 1.234 orang dengan kata STATUS bukan kata SIAK; kata itu dianggap tidak ada, sehingga mereka dihitung "
        "terekam. Periksa di PERLU DILIHAT (STATUS_TIDAK_DIKENAL).",
    )


@pytest.mark.aturan("UNDANGAN-06", "NERACA-05")
def test_places_that_are_missing() -> None:
    asing = {f"Desa {nama}": n for n, nama in enumerate(("Satu", "Dua", "Tiga", "Empat", "Lima"), 1)}
    sebut = "LIMA (5 undangan), EMPAT (4 undangan), TIGA (3 undangan), DUA (2 undangan), SATU (1 undangan)"
    ekor = "; undangannya ke alamat tidak diketahui."
    ada = {"DESA JATEN": 3, "Jaten": 2, "": 7}
    daftar = [Lingkungan("Jaten"), Lingkungan("Dagen")]
    assert messages([], daftar, 0, 0, {}, ada, 0) == messages([], None, 0, 0, {}, asing, 0) == ()
    assert messages([], daftar, 0, 0, {}, ada | asing, 0) == (f"WILAYAH: tidak ada desa {sebut}{ekor}",)
    enam = asing | {"Enam": 6, "desa  satu": 1_000}
    dahulu = "SATU (1.001 undangan), ENAM (6 undangan), LIMA (5 undangan), EMPAT (4 undangan), TIGA (3 undangan)"
    assert messages([], daftar, 0, 0, {}, enam, 0) == (f"WILAYAH: tidak ada desa {dahulu}, dan lainnya{ekor}",)
    assert messages([], [], 0, 0, {"": 2, "-": 3, "Jaten": 4}, asing, 0) == (
        "PENDUDUK: 5 penduduk tanpa desa; dalam rekap mereka di '(tanpa desa)'.",
        "WILAYAH: tidak ada baris yang dapat dipakai; alamat undangan tidak diperiksa.",
    )


@pytest.mark.aturan("DOBEL-03", "DOBEL-08")
def test_groups_too_large_to_pair_or_to_merge() -> None:
    assert messages([], None, 2, 3, {}, {}, 0) == (
        "Dobel: 3 kelompok lebih dari 10 NIK dengan nama, tanggal lahir, jenis kelamin, dan ibu, KK atau alamat yang sama tidak "
        "digabungkan; periksa di PERLU DILIHAT (KELOMPOK_BESAR).",
        "Dugaan dobel: 2 kelompok senama lebih dari 25 orang; tiap anggotanya hanya dipasangkan dengan yang pertama.",
    )


@pytest.mark.aturan("NIK-13")
def test_a_nik_in_the_name_of_a_place_is_masked() -> None:
    """Found by whole dirty workbooks: a NIK had slipped into the column of the desa."""
    surat = Undangan("1", "3313110101800001", desa="Jaten 3313111708900001")
    hasil = reconcile(penduduk=[], undangan=[surat], wilayah=[Lingkungan("Jaten")], on=D)
    assert hasil.pesan == (
        "WILAYAH: tidak ada desa JATEN 331311170890**** (1 undangan); undangannya ke alamat tidak diketahui.",
    )


@pytest.mark.aturan("NERACA-01")
def test_sentences_stand_in_order_of_urgency() -> None:
    galat = [*refused("PENDUDUK", 1), *refused("PEREKAMAN", 1), *refused("PEREKAMAN", 1, kolom="DESA")]
    galat += refused("PEREKAMAN", 1, harusnya="~")
    pesan = messages(galat, [], 1, 1, {"": 2}, {}, 3)
    assert [p.split(":")[0] + ":" + p.split(":")[1][:12] for p in pesan] == [
        "PEREKAMAN: 2 baris ber",
        "PENDUDUK: 1 penduduk ",
        "PEREKAMAN: 3 orang den",
        "PENDUDUK: 2 penduduk ",
        "WILAYAH: tidak ada b",
        "Dobel: 1 kelompok ",
        "Dugaan dobel: 1 kelompok ",
    ]
