"""The desa's notes: what they say, what makes them say nothing, and how they stand beside the registers."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import combinations, permutations, product

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from aturan.kata import CATATAN_JELAS, CATATAN_NETRAL, GOYAH, INGKAR, KERABAT
from ektp_core import Hasil, Kategori, KeputusanUndangan, read_catatan
from strategies import CATATAN, D, Insan, Tabel, catatan, event_dates

URUTAN = [Kategori.MENINGGAL, Kategori.PINDAH, Kategori.ALAMAT_TIDAK_DIKETAHUI]
JELAS = {k: CATATAN[k] for k in CATATAN if k not in ("RAGU", "")}
jelas = st.sampled_from([(k, t) for k, isi in JELAS.items() for t in isi])
orang_atau_alamat = st.sampled_from([(k.value, t) for k in URUTAN for t in CATATAN[k.value]])
BUDI = Insan()
"""Somebody of age, listed, invited and alive."""


def run(*catatan: str, **baris: object) -> tuple[Hasil, list[KeputusanUndangan]]:
    """The answer for Budi, with one paper for each note, numbered from 1; further rows by sheet."""
    surat = tuple(BUDI.invited(n, KETERANGAN=c) for n, c in enumerate(catatan, 1))
    tabel = Tabel(D, (BUDI.listed(),), surat)
    for lembar, isi in baris.items():
        assert isinstance(isi, dict)
        tabel = tabel.plus(**{lembar: isi})
    hasil = tabel.reconcile()
    return hasil, list(hasil.keputusan)


def kinds(hasil: Hasil) -> set[str]:
    """The kinds of entries in PERLU DILIHAT."""
    return {e.jenis for e in hasil.perlu_dilihat}


@pytest.mark.aturan("CATATAN-01")
@given(
    jelas,
    st.sampled_from((str.upper, str.lower, str.title)),
    st.sampled_from(("", " ", "  ", ".", ", ", "!", "\u200b")),
)
def test_a_clear_note_says_its_category_however_it_is_written(isi: tuple[str, str], huruf: object, ekor: str) -> None:
    assert callable(huruf)
    kategori, teks = isi
    baca = read_catatan(ekor + huruf(teks) + ekor)
    assert not baca.ragu
    assert baca.kategori == (Kategori(kategori),)
    assert baca.putusan == (None if kategori == "DOBEL" else Kategori(kategori))


HURUF = (str.lower, str.upper, str.title)
EKOR = ("", ".", " - ", "_")


@pytest.mark.aturan("CATATAN-01")
@pytest.mark.parametrize("kategori", list(CATATAN_JELAS))
def test_every_word_that_a_desa_writes_is_known(kategori: str) -> None:
    for teks in CATATAN_JELAS[kategori]:
        for huruf, ekor in product(HURUF, EKOR):
            baca = read_catatan(huruf(teks) + ekor)
            assert (baca.kategori, baca.ragu) == ((Kategori(kategori),), False), teks


@pytest.mark.aturan("CATATAN-02")
def test_every_word_that_takes_a_note_back_or_leaves_it_open_is_known() -> None:
    """Behind or before a clear word; a relative is no longer one who is followed (`ikut`) or who tells (`menurut`)."""
    for teks, huruf in product(("pindah", "wafat"), HURUF):
        for kata in (*INGKAR, *GOYAH, *KERABAT, *(f"{k}nya" for k in KERABAT), "orang tua"):
            for tulis in (f"{kata} {teks}", f"{teks}, {kata}"):
                baca = read_catatan(huruf(tulis))
                assert (baca.kategori, baca.ragu) == ((), True), tulis


@pytest.mark.aturan("CATATAN-02")
def test_every_remark_on_the_delivery_is_known_and_says_nothing() -> None:
    for teks, huruf in product(CATATAN_NETRAL, HURUF):
        assert read_catatan(huruf(teks)) == read_catatan(""), teks
        assert read_catatan(huruf(f"{teks} entahlah")).ragu, teks


@pytest.mark.aturan("CATATAN-02")
@given(jelas, st.sampled_from(INGKAR))
def test_a_negated_note_decides_nothing(isi: tuple[str, str], ingkar: str) -> None:
    kategori, teks = isi
    if kategori != "ALAMAT_TIDAK_DIKETAHUI":
        assert read_catatan(f"{ingkar} {teks}").ragu


@pytest.mark.aturan("CATATAN-02")
@given(jelas, st.sampled_from(KERABAT))
@example(("MENINGGAL", "alm"), "istri")
def test_a_note_about_a_relative_decides_nothing(isi: tuple[str, str], kerabat: str) -> None:
    _, teks = isi
    assert read_catatan(f"{kerabat} {teks}").ragu


@pytest.mark.aturan("CATATAN-02")
@given(jelas, st.sampled_from(GOYAH), st.sampled_from(("?", " ?", "??", " (?)")))
def test_a_question_decides_nothing(isi: tuple[str, str], goyah: str, tanya: str) -> None:
    _, teks = isi
    assert read_catatan(teks + tanya).ragu
    assert read_catatan(f"{goyah} {teks}").ragu


@pytest.mark.aturan("CATATAN-02")
@given(catatan("RAGU"), st.booleans(), st.sampled_from(event_dates(D)))
def test_an_ambiguous_note_leaves_the_paper_as_without_it_and_is_shown(teks: str, terekam: bool, tgl: date) -> None:
    rekam = {"perekaman": BUDI.recorded(tgl)} if terekam else {}
    hasil, (k,) = run(teks, **rekam)
    tanpa, (polos,) = run("", **rekam)
    assert (k.kategori, k.pasti, k.terekam, k.aturan) == (polos.kategori, polos.pasti, polos.terekam, polos.aturan)
    assert (hasil.wajib, hasil.cakupan) == (tanpa.wajib, tanpa.cakupan)
    assert kinds(hasil) - kinds(tanpa) == {"CATATAN_MERAGUKAN"}


@pytest.mark.aturan("CATATAN-02")
@given(st.text("abcdefghijklmnopqrstuvwxyz ", max_size=20))
def test_what_is_not_understood_decides_nothing(teks: str) -> None:
    baca = read_catatan(teks)
    if not baca.kategori:
        assert baca.putusan is None
    assert not (baca.ragu and baca.kategori)


@pytest.mark.aturan("CATATAN-01")
@pytest.mark.parametrize("teks", ["", " ", "-", "--", "\u00a0", "\u200b", "...", "sudah rekam", "diterima ybs", "ok"])
def test_a_note_without_bearing_is_neither(teks: str) -> None:
    assert (read_catatan(teks).kategori, read_catatan(teks).ragu) == ((), False)
    assert kinds(run(teks)[0]) == set()


@pytest.mark.aturan("CATATAN-03")
@given(orang_atau_alamat, orang_atau_alamat, st.booleans(), st.sampled_from((", ", " dan ", "; ", " / ", " + ")))
@example(("ALAMAT_TIDAK_DIKETAHUI", "tidak diketahui"), ("MENINGGAL", "alm."), True, ", ")
def test_two_categories_in_one_note_take_the_first_of_the_table(
    a: tuple[str, str], b: tuple[str, str], dobel: bool, antara: str
) -> None:
    pertama = min((Kategori(a[0]), Kategori(b[0])), key=URUTAN.index)
    teks = antara.join((["2x"] if dobel else []) + [a[1], b[1]])
    assert read_catatan(teks).putusan is pertama
    hasil, (k,) = run(teks)
    assert k.kategori is pertama
    assert ("CATATAN_GANDA" in kinds(hasil)) == (dobel or a[0] != b[0])


@pytest.mark.aturan("CATATAN-03")
@pytest.mark.parametrize(("a", "b"), list(permutations(URUTAN, 2)))
def test_two_notes_on_two_papers_take_the_first_of_the_table(a: Kategori, b: Kategori) -> None:
    """All of a person's papers speak, the dropped one too."""
    hasil, (satu, dua) = run(CATATAN[a.value][0], CATATAN[b.value][0])
    assert (satu.kategori, dua.kategori) == (min(a, b, key=URUTAN.index), Kategori.DOBEL)
    assert not satu.pasti
    (entri,) = [e for e in hasil.perlu_dilihat if e.jenis == "CATATAN_BERBEDA"]
    assert CATATAN[a.value][0] in entri.kiri + entri.kanan
    assert CATATAN[b.value][0] in entri.kiri + entri.kanan


@pytest.mark.aturan("CATATAN-03")
@given(orang_atau_alamat, st.permutations(range(3)))
def test_a_note_on_a_dropped_double_counts_for_the_kept_one(isi: tuple[str, str], urut: list[int]) -> None:
    kategori, teks = isi
    tiga = ["", "", ""]
    tiga[urut[0]] = teks
    hasil, keputusan = run(*tiga)
    assert [k.kategori for k in keputusan] == [Kategori(kategori), Kategori.DOBEL, Kategori.DOBEL]
    assert "CATATAN_BERBEDA" not in kinds(hasil)


@pytest.mark.aturan("CATATAN-04")
@given(catatan("DOBEL"), st.integers(1, 3))
def test_a_note_of_dobel_alone_decides_nothing(teks: str, banyak: int) -> None:
    hasil, keputusan = run(teks, *[""] * (banyak - 1))
    assert [k.kategori for k in keputusan] == [Kategori.SAH, Kategori.DOBEL, Kategori.DOBEL][:banyak]
    assert all(k.pasti for k in keputusan)
    assert ("CATATAN_DOBEL_TUNGGAL" in kinds(hasil)) == (banyak == 1)


MATI = tuple(("meninggal", BUDI.dead(t)) for t in (*event_dates(D), None))
PINDAH = tuple(("pindah", BUDI.moved(t, arah)) for t in event_dates(D) for arah in ("KELUAR", "DATANG"))


@pytest.mark.aturan("CATATAN-05", "UNDANGAN-02", "UNDANGAN-03")
@pytest.mark.parametrize(("jenis", "peristiwa"), [("MENINGGAL", MATI), ("PINDAH", PINDAH)])
def test_a_note_falls_silent_beside_a_register_entry_of_any_date(
    jenis: str, peristiwa: tuple[tuple[str, dict[str, object]], ...]
) -> None:
    """With the entry, the note changes nothing; where they disagree at the date, both sides are shown."""
    for lembar, baris in peristiwa:
        for teks in CATATAN[jenis]:
            hasil, (k,) = run(teks, **{lembar: baris})
            tanpa, (polos,) = run("", **{lembar: baris})
            assert (k.kategori, k.pasti) == (polos.kategori, polos.pasti)
            assert hasil.wajib == tanpa.wajib
            assert ("CATATAN_KALAH" in kinds(hasil)) == (polos.kategori.value != jenis)


@pytest.mark.aturan("CATATAN-05")
@given(catatan("MENINGGAL", "PINDAH"), st.sampled_from(event_dates(D)), st.booleans())
def test_a_note_alone_takes_nobody_out_of_the_base(teks: str, tgl: date, terekam: bool) -> None:
    rekam = {"perekaman": BUDI.recorded(tgl)} if terekam else {}
    hasil, (k,) = run(teks, **rekam)
    sudah = terekam and tgl <= D
    assert not k.pasti
    assert (hasil.wajib.neto, hasil.terekam, hasil.wajib.belum_pasti) == (1, int(sudah), int(not sudah))
    assert hasil.cakupan.bawah.wajib == 1
    assert hasil.cakupan.atas.wajib == int(sudah)


@pytest.mark.aturan("CATATAN-05")
@given(catatan("MENINGGAL"), st.integers(-400, 0))
def test_a_note_of_death_beside_a_recording_is_shown(teks: str, hari: int) -> None:
    hasil, _ = run(teks, perekaman=BUDI.recorded(D + timedelta(days=hari)))
    assert "CATATAN_TAPI_TEREKAM" in kinds(hasil)
    assert "CATATAN_TAPI_TEREKAM" not in kinds(run(teks)[0])


def test_the_kinds_of_notes_do_not_overlap() -> None:
    for (a, isi), (b, lain) in combinations(CATATAN.items(), 2):
        assert not set(isi) & set(lain), (a, b)
