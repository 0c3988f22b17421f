"""Sweep lists that came back: what a tick says, whose it is, and that nobody is lost, doubled or taken out of the base."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import date
from random import Random

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from ektp_core import (
    Hasil,
    Kategori,
    Kembalian,
    Undangan,
    read_kembalian,
    read_penduduk,
    read_undangan,
    reconcile,
    sweep,
)
from ektp_core.kembalian import KOLOM_TANDA, Tanda
from ektp_core.rekonsiliasi import NasibKembalian
from strategies import CATATAN, Baris, D, Insan, Rekaman, Tabel, tabel

YA = (
    "V",
    "x",
    "v",
    "✓",
    "√",
    "X",
    1,
    1.0,
    True,
    "ya",
    "Ya.",
    "sudah",
    "3-9-2012",
    "03/09/12",
    date(2012, 9, 3),
    41155.0,
)
TIDAK = ("", None, "-", "tidak", "belum", 0, 0.0, False, " ")
ASING = ("?", "v?", "001", 7.0, "3313110101800001", "tanya pak RT", "belum tahu")
BERKATEGORI = [t for t in Tanda if t.kategori]
BUDI = Insan()


def row(**isi: object) -> Baris:
    """A row of a returned list for Budi, with nothing ticked but what is given."""
    return {"NIK": BUDI.nik, "NAMA": BUDI.nama, "DESA": BUDI.desa, "RW": BUDI.rw, "RT": BUDI.rt} | isi


def read(*rows: Baris, lembar: str = "KEMBALI a.xlsx") -> list[Kembalian]:
    """The rows as records; all can be read."""
    hasil, galat = read_kembalian(rows, on=D, lembar=lembar)
    assert not galat
    return hasil


def run(*rows: Baris, undangan: Sequence[Baris] = (), isi: Tabel | None = None) -> Hasil:
    """The answer for Budi (invited where rows say so), with these returned rows."""
    dasar = isi or Tabel(D, (BUDI.listed(),), tuple(undangan))
    return with_returned(dasar.read(), rows)


def with_returned(isi: Rekaman, rows: Sequence[Baris]) -> Hasil:
    """The answer on a table together with returned rows."""
    kembali, galat = read_kembalian(rows, on=D)
    return reconcile(
        penduduk=isi.penduduk,
        undangan=isi.undangan,
        perekaman=isi.perekaman,
        mutasi=isi.mutasi,
        wilayah=isi.wilayah,
        galat=[*isi.galat, *galat],
        on=D,
        kembalian=kembali,
    )


def kinds(hasil: Hasil) -> Counter[str]:
    return Counter(e.jenis for e in hasil.perlu_dilihat)


# What a row says


@pytest.mark.aturan("KEMBALI-01")
@given(st.sampled_from(list(Tanda)), st.sampled_from(YA), st.lists(st.sampled_from(TIDAK), min_size=5, max_size=5))
def test_one_clear_tick_says_its_column_however_it_is_written(tanda: Tanda, ya: object, kosong: list[object]) -> None:
    (satu,) = read(row(**dict(zip(KOLOM_TANDA, kosong, strict=True)) | {tanda.value: ya}))
    assert satu.tanda == (tanda,)
    assert not satu.isi.ragu
    assert satu.isi.kategori == ((tanda.kategori,) if tanda.kategori else ())
    assert satu.datang is (tanda is Tanda.SUDAH_DATANG)


@pytest.mark.aturan("KEMBALI-01")
@given(st.sampled_from([(k, t) for k, isi in CATATAN.items() for t in isi if k]))
def test_words_without_a_tick_are_read_as_on_an_invitation(isi: tuple[str, str]) -> None:
    kategori, teks = isi
    (satu,) = read(row(CATATAN=teks))
    assert satu.isi.ragu is (kategori == "RAGU")
    assert [k.value for k in satu.isi.kategori] == ([] if kategori == "RAGU" else [kategori])


@pytest.mark.aturan("KEMBALI-01")
@pytest.mark.parametrize(
    ("kolom", "kata"),
    [
        ("PINDAH", "ke Solo"),
        ("MENINGGAL", "2010"),
        ("MENINGGAL", "alm."),
        ("PINDAH", "ikut suami"),
        ("DOBEL", "no 12"),
        ("PINDAH", "Agustus 2012"),
        ("PINDAH", "3/9"),
        ("MENINGGAL", "3 Sept"),
    ],
)
def test_words_in_a_tick_column_that_say_the_same_are_a_tick(kolom: str, kata: str) -> None:
    for isi in ({kolom: kata}, {kolom: "v", "CATATAN": kata}):
        (satu,) = read(row(**isi))
        assert [k.value for k in satu.isi.kategori] == [kolom]


@pytest.mark.aturan("KEMBALI-02")
@given(st.sets(st.sampled_from(list(Tanda)), min_size=2), st.sampled_from(YA), st.sampled_from(("", "alm.", "pindah")))
def test_two_ticks_decide_nothing(tanda: set[Tanda], ya: object, kata: str) -> None:
    rows = [row(CATATAN=kata, **{t.value: ya for t in tanda})]
    assert read(*rows)[0].isi.putusan is None
    hasil = run(*rows, undangan=[BUDI.invited()])
    assert hasil.keputusan[0].kategori is Kategori.SAH
    assert kinds(hasil) == {"TANDA_MERAGUKAN": 1}


@pytest.mark.aturan("KEMBALI-02")
@given(st.sampled_from(list(Tanda)), st.sampled_from(ASING))
def test_a_cell_that_is_no_tick_decides_nothing(tanda: Tanda, isi: object) -> None:
    (satu,) = read(row(**{tanda.value: isi}))
    assert satu.isi.ragu
    assert satu.sebab
    assert not satu.datang


@pytest.mark.aturan("KEMBALI-02")
@given(st.sampled_from(BERKATEGORI), st.sampled_from([(k, t) for k, isi in CATATAN.items() for t in isi if k]))
def test_a_tick_beside_other_words_decides_nothing(tanda: Tanda, kata: tuple[str, str]) -> None:
    kategori, teks = kata
    (satu,) = read(row(CATATAN=teks, **{tanda.value: "v"}))
    assert satu.isi.ragu is (kategori != tanda.value)


@pytest.mark.aturan("KEMBALI-06")
@given(st.sampled_from(("NIK", "NAMA", "CATATAN", *KOLOM_TANDA)), st.sampled_from(("x", "Budi", 1)))
def test_a_row_with_anything_of_a_person_is_read_or_refused_and_a_signature_is_neither(kolom: str, isi: object) -> None:
    kembali, galat = read_kembalian([{kolom: isi}, {"ALAMAT": "Kepala Desa", "SEBAB": "( .... )", "DESA": "Jaten"}])
    assert (kembali, [g.baris for g in galat]) == ([], [1])


@pytest.mark.aturan("KEMBALI-01", "KEMBALI-02", "KEMBALI-03")
@pytest.mark.parametrize(
    ("isi", "nasib"),
    [
        ({}, NasibKembalian.KOSONG),
        ({"CATATAN": "sudah diserahkan"}, NasibKembalian.KOSONG),
        ({"SUDAH_DATANG": "v"}, NasibKembalian.DATANG),
        ({"DOBEL": "v"}, NasibKembalian.CATATAN),
        ({"CATATAN": "pindah"}, NasibKembalian.CATATAN),
        ({"CATATAN": "pindah?"}, NasibKembalian.RAGU),
        ({"PINDAH": "v", "SUDAH_DATANG": "v"}, NasibKembalian.RAGU),
        ({"NAMA": "Tri"}, NasibKembalian.NAMA_BEDA),
        ({"NIK": "3313114101800009"}, NasibKembalian.TIDAK_DIKENAL),
    ],
)
def test_each_row_says_what_became_of_it(isi: Baris, nasib: NasibKembalian) -> None:
    (satu,) = run(row(**isi), undangan=[BUDI.invited()]).kembalian
    assert satu.nasib is nasib
    assert [t.judul for t in Tanda] == ["SUDAH DATANG", "MENINGGAL", "PINDAH", "ALAMAT TIDAK DIKETAHUI", "DOBEL"]
    assert satu.kembalian.tertulis == "; ".join(
        [
            *(f"{t.judul} {isi[t.value]}" for t in Tanda if t.value in isi),
            *([str(isi["CATATAN"])] if "CATATAN" in isi else []),
        ]
    )


# Whose it is


@pytest.mark.aturan("KEMBALI-04")
@given(st.sampled_from(BERKATEGORI[:3]), st.sampled_from(("", "SAH", "2x")), st.integers(1, 3))
def test_a_tick_decides_as_the_same_note_on_the_invitation(tanda: Tanda, lama: str, kali: int) -> None:
    kata = CATATAN[tanda.value][0]
    dengan_catatan = run(undangan=[BUDI.invited(KETERANGAN=kata)])
    kembali = run(*[row(**{tanda.value: "v"})] * kali, undangan=[BUDI.invited()])
    sama = ("kategori", "pasti", "terekam", "nik_dipakai")
    for kolom in sama:
        assert getattr(kembali.keputusan[0], kolom) == getattr(dengan_catatan.keputusan[0], kolom)
    assert kembali.wajib == dengan_catatan.wajib
    assert kembali.cakupan == dengan_catatan.cakupan
    assert "KEMBALI-01" in kembali.keputusan[0].aturan
    assert not kinds(kembali)


@pytest.mark.aturan("KEMBALI-04")
@given(st.permutations(BERKATEGORI[:3]).map(lambda p: p[:2]))
def test_two_lists_that_differ_stand_side_by_side(dua: list[Tanda]) -> None:
    hasil = run(*(row(**{t.value: "v"}) for t in dua), undangan=[BUDI.invited()])
    pertama = min(dua, key=list(Tanda).index)
    assert hasil.keputusan[0].kategori is pertama.kategori
    (entri,) = hasil.perlu_dilihat
    assert entri.jenis == "CATATAN_BERBEDA"
    assert "PINDAH" in entri.kiri + entri.kanan or Tanda.PINDAH not in dua
    assert entri.kiri != entri.kanan


@pytest.mark.aturan("KEMBALI-04")
@given(st.sampled_from(BERKATEGORI[:3]), st.booleans(), st.booleans())
def test_came_and_a_note_stand_side_by_side(tanda: Tanda, di_undangan: bool, terekam: bool) -> None:
    surat = [BUDI.invited(KETERANGAN=CATATAN[tanda.value][0] if di_undangan else "")]
    rows = [row(SUDAH_DATANG="v"), *([] if di_undangan else [row(**{tanda.value: "v"})])]
    isi = Tabel(D, (BUDI.listed(),), tuple(surat))
    hasil = run(*rows, isi=isi.plus(perekaman=BUDI.recorded()) if terekam else isi)
    assert kinds(hasil)["DATANG_TAPI_CATATAN"] == 1
    assert kinds(hasil)["DATANG_BELUM_TEREKAM"] == (not terekam)


@pytest.mark.aturan("KEMBALI-03")
@given(st.booleans(), st.booleans(), st.integers(1, 3))
def test_only_the_recordings_say_who_is_recorded(diundang: bool, terekam: bool, kali: int) -> None:
    isi = Tabel(D, (BUDI.listed(),), (BUDI.invited(),) if diundang else ())
    isi = isi.plus(perekaman=BUDI.recorded()) if terekam else isi
    tanpa, dengan = run(isi=isi), run(*[row(SUDAH_DATANG="v")] * kali, isi=isi)
    assert dengan.terekam == tanpa.terekam == terekam
    assert [k.kategori for k in dengan.keputusan] == [k.kategori for k in tanpa.keputusan]
    assert kinds(dengan) == ({} if terekam else {"DATANG_BELUM_TEREKAM": 1})


@pytest.mark.aturan("KEMBALI-05")
@given(st.sampled_from(list(Tanda)), st.sampled_from(("Siti Khotijah", "Tri", "Sukarno")), st.booleans())
def test_a_row_with_another_name_decides_nothing(tanda: Tanda, nama: str, diundang: bool) -> None:
    undangan = [BUDI.invited()] if diundang else []
    hasil = run(row(NAMA=nama, **{tanda.value: "v"}), undangan=undangan)
    tanpa = run(undangan=undangan)
    assert [k.kategori for k in hasil.keputusan] == [k.kategori for k in tanpa.keputusan]
    assert kinds(hasil) == {"NAMA_KEMBALI_BEDA": 1}
    assert nama in hasil.perlu_dilihat[0].kiri
    assert BUDI.nama in hasil.perlu_dilihat[0].kanan


@pytest.mark.aturan("KEMBALI-05")
@given(st.sampled_from(("", "SUKARJO", "Soekardjo", "H. Sukardjo")))
def test_a_name_in_another_spelling_or_none_is_the_persons(nama: str) -> None:
    hasil = run(row(NAMA=nama, PINDAH="v"), undangan=[BUDI.invited()])
    assert hasil.keputusan[0].kategori is Kategori.PINDAH


@pytest.mark.aturan("KEMBALI-06")
@given(st.sampled_from(("3313114101800009", "", "331311", "3,31311E+15", "0000000000000000", "3313113002800001")))
def test_a_row_that_names_nobody_is_kept_and_listed(nik: str) -> None:
    hasil = run(row(NIK=nik, PINDAH="v"), row(PINDAH="v"), undangan=[BUDI.invited()])
    assert hasil.dibaca["KEMBALI"] == 2
    galat = [g for g in hasil.galat if g.lembar == "KEMBALI"]
    asing = [k for k in hasil.kembalian if k.nasib is NasibKembalian.TIDAK_DIKENAL]
    assert len(galat) + len(asing) == 1
    assert kinds(hasil)["KEMBALI_TIDAK_DIKENAL"] == len(asing)
    assert hasil.wajib.neto == 1


@pytest.mark.aturan("KEMBALI-07")
@given(st.sampled_from(BERKATEGORI[:3]))
def test_a_note_on_somebody_never_invited_is_kept_and_changes_no_figure(tanda: Tanda) -> None:
    hasil, tanpa = run(row(CATATAN="", **{tanda.value: "v"})), run()
    assert (hasil.wajib, hasil.cakupan, hasil.desa) == (tanpa.wajib, tanpa.cakupan, tanpa.desa)
    assert len(hasil.tercecer) == 1
    assert kinds(hasil) == {"CATATAN_TANPA_UNDANGAN": 1}
    assert tanda.judul in hasil.perlu_dilihat[0].kiri
    assert sweep(hasil.belum)[0].catatan == (f"{tanda.judul} v",)


# Whole tables


@st.composite
def ditandai(draw: st.DrawFn) -> tuple[Tabel, list[Baris]]:
    """A table, and its sweep list as a desa gives it back: ticked, written on, sorted, doubled, with rows lost."""
    isi = draw(tabel())
    acak = Random(draw(st.integers(0, 2**24)))
    rows: list[Baris] = []
    for b in sweep(isi.reconcile().belum):
        satu: Baris = {"NIK": b.nik, "NAMA": b.nama, "DESA": b.desa, "RW": b.rw, "RT": b.rt}
        if acak.random() < 0.7:
            satu[acak.choice(KOLOM_TANDA)] = acak.choice(YA)
        if acak.random() < 0.2:
            satu[acak.choice((*KOLOM_TANDA, "CATATAN"))] = acak.choice((*ASING, "alm.", "pindah", "sakit"))
        rows += [satu] * acak.choice((0, 1, 1, 1, 1, 2))
    acak.shuffle(rows)
    if acak.random() < 0.3:
        rows.append({"NIK": acak.choice(("", "3313119999999999", "3313114101800009", "JUMLAH")), "NAMA": "Tri"})
    return isi, rows


@pytest.mark.aturan("KEMBALI-04", "KEMBALI-06", "KEMBALI-07")
@given(ditandai())
def test_returned_lists_lose_nobody_double_nobody_and_take_nobody_out(isi: tuple[Tabel, list[Baris]]) -> None:
    tabel_, rows = isi
    rekaman = tabel_.read()
    tanpa, dengan = with_returned(rekaman, []), with_returned(rekaman, rows)
    assert all(n.seimbang for n in dengan.neraca)
    assert (dengan.wajib.daftar, dengan.wajib.neto, dengan.terekam) == (
        tanpa.wajib.daftar,
        tanpa.wajib.neto,
        tanpa.terekam,
    )
    assert dengan.desa == tanpa.desa
    assert [(b.nik, b.desa) for b in dengan.belum] == [(b.nik, b.desa) for b in tanpa.belum]
    assert [k.undangan for k in dengan.keputusan] == [k.undangan for k in tanpa.keputusan]
    # Every row ends in one place: at somebody, held back, or refused.
    galat = [g for g in dengan.galat if g.lembar == "KEMBALI"]
    assert len(dengan.kembalian) + len(galat) == len(rows) == dengan.dibaca.get("KEMBALI", 0)
    # And every row of the list that was printed finds its own person again.
    for k in dengan.kembalian:
        if k.nasib not in (NasibKembalian.TIDAK_DIKENAL, NasibKembalian.NAMA_BEDA):
            assert k.nik == k.kembalian.nik or k.kembalian.nik.endswith("?")


@pytest.mark.aturan("KEMBALI-04")
@given(ditandai(), st.randoms(use_true_random=False))
def test_order_and_repetition_of_returned_rows_change_nothing(isi: tuple[Tabel, list[Baris]], acak: Random) -> None:
    tabel_, rows = isi
    rekaman = tabel_.read()
    satu = with_returned(rekaman, rows)
    lain = list(rows) + [r for r in rows if acak.random() < 0.3]
    acak.shuffle(lain)
    dua = with_returned(rekaman, lain)
    assert [(k.undangan, k.kategori, k.pasti) for k in satu.keputusan] == [
        (k.undangan, k.kategori, k.pasti) for k in dua.keputusan
    ]
    assert satu.wajib == dua.wajib
    assert satu.cakupan == dua.cakupan
    assert {(e.jenis, e.nik) for e in satu.perlu_dilihat} == {(e.jenis, e.nik) for e in dua.perlu_dilihat}


@pytest.mark.aturan("KEMBALI-05")
@given(st.permutations(("Sukarjo", "Tri", "Siti Khotijah", "Muhammad Cahya")))
def test_names_sorted_apart_from_their_niks_give_nobody_a_category(urut: list[str]) -> None:
    """Whoever's name moved keeps the category, and stands in PERLU DILIHAT; whoever's stayed is told apart."""
    nama = ("Sukarjo", "Tri", "Siti Khotijah", "Muhammad Cahya")
    insan = [evolve(BUDI, nik=f"{BUDI.nik[:15]}{i}", nama=n) for i, n in enumerate(nama, 1)]
    penduduk, _ = read_penduduk([o.listed() for o in insan], on=D)
    undangan, _ = read_undangan([o.invited(i) for i, o in enumerate(insan)], on=D)
    rows: list[Baris] = [{"NIK": o.nik, "NAMA": n, "MENINGGAL": "v"} for o, n in zip(insan, urut, strict=True)]
    kembali = read(*rows)
    hasil = reconcile(penduduk=penduduk, undangan=undangan, on=D, kembalian=kembali)
    tetap = [o.nama == n for o, n in zip(insan, urut, strict=True)]
    assert [k.kategori is Kategori.MENINGGAL for k in hasil.keputusan] == tetap
    assert kinds(hasil)["NAMA_KEMBALI_BEDA"] == tetap.count(False)


@pytest.mark.aturan("KEMBALI-06")
def test_a_person_with_a_lost_digit_and_two_who_share_a_false_nik_get_their_ticks_back() -> None:
    palsu = "3313113002800001"
    rows = [
        BUDI.listed(NIK=3313110101800001.0),
        BUDI.listed(NIK=palsu, NAMA="Tri"),
        BUDI.listed(NIK=palsu, NAMA="Siti Khotijah"),
    ]
    tabel_ = Tabel(D, tuple(rows)).read()
    belum = sweep(with_returned(tabel_, []).belum)
    assert len(belum) == 3
    hasil = with_returned(tabel_, [{"NIK": b.nik, "NAMA": b.nama, "PINDAH": "v"} for b in belum])
    assert [k.nasib for k in hasil.kembalian] == [NasibKembalian.CATATAN] * 3
    assert sorted(b.penduduk.nama for b in hasil.belum if b.catatan) == ["Siti Khotijah", "Sukarjo", "Tri"]


@pytest.mark.aturan("KEMBALI-06")
def test_the_summary_counts_files_rows_and_notes_and_names_the_desa_without_a_list() -> None:
    lain = evolve(BUDI, nik="3313110101800002", nama="Tri", desa="Dagen")
    isi = Tabel(D, (BUDI.listed(), lain.listed())).read()
    kembali = [*read(row(PINDAH="v"), row(), lembar="KEMBALI a.xlsx"), *read(row(PINDAH="x"), lembar="KEMBALI b.ods")]
    hasil = reconcile(penduduk=isi.penduduk, undangan=list[Undangan](), on=D, kembalian=kembali)
    pesan = "\n".join(hasil.pesan)
    assert "2 lembar, 3 baris: 2 menjadi catatan, 1 belum ditandai" in pesan
    assert "1 orang ditandai dan ada di lebih dari satu baris" in pesan
    assert "Belum ada lembar sisir yang kembali dari: Dagen" in pesan
    assert hasil.kembalian[0].baris_lain == "KEMBALI a.xlsx baris 2; KEMBALI b.ods baris 1"
