"""The identities that must hold on every run, and what no run may depend on: order, spelling, company, repetition."""

from __future__ import annotations

from collections import Counter
from datetime import date
from typing import Any

import pytest
from attrs import evolve
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ektp_core import Hasil, Kategori, reconcile, sweep
from ektp_core.alamat import normalize_desa
from strategies import (
    BARIS_JUMLAH,
    BARIS_KOSONG,
    LEMBAR,
    Baris,
    D,
    Insan,
    Tabel,
    benih,
    shuffled,
    tabel,
    tabel_teracak,
    tanggal_acuan,
)

POKOK = ("PENDUDUK", "UNDANGAN", "PEREKAMAN", "PINDAH", "MENINGGAL")


def figures(h: Hasil) -> dict[str, object]:
    """The figures of a result, as the summary's JSON holds them."""
    return {
        "dibaca": dict(h.dibaca),
        "galat": h.galat_per_lembar,
        "kategori": dict(h.kategori),
        "wajib": h.wajib,
        "terekam": h.terekam,
        "belum": h.belum_terekam,
        "tercecer": len(h.tercecer),
        "cakupan": h.cakupan,
        "desa": [(normalize_desa(d.desa), d.wajib, d.terekam, d.belum) for d in h.desa],
        "nama desa": [d.desa for d in h.desa],
        "neraca": [(n.nama, n.kiri, n.kanan) for n in h.neraca],
        "diperbaiki": h.diperbaiki,
        "dugaan": Counter((d.nik_a, d.nik_b, d.kekuatan) for d in h.dugaan),
        "perlu_dilihat": Counter((e.jenis, e.nik) for e in h.perlu_dilihat),
        "harian": h.perekaman_harian,
        "luar": Counter((x.nik, x.tanggal, x.status, x.sebab) for x in h.luar_dasar),
        "orang": Counter((b.nik, b.penduduk.nama, b.desa) for b in h.belum),
    }


def outcomes(h: Hasil) -> Counter[tuple[object, ...]]:
    """Each person's outcome: the kept number and where it ends; and the papers that were dropped for it."""
    return Counter((k.kategori, k.undangan.nomor, k.rujukan, k.pasti, k.terekam, k.nama_terdaftar) for k in h.keputusan)


@pytest.mark.aturan("NERACA-01", "NERACA-02", "NERACA-03", "NERACA-04", "NERACA-05")
@settings(max_examples=300)
@given(tabel(tanggal_acuan()))
def test_the_books_balance_on_every_input(t: Tabel) -> None:
    h = t.reconcile()
    assert all(n.seimbang for n in h.neraca), [n for n in h.neraca if not n.seimbang]
    nama = " ".join(n.nama for n in h.neraca)
    for kata in (*POKOK, "daftar", "neto", "semua kategori", "DOBEL", "tercecer", "semua desa"):
        assert kata in nama
    assert ("WILAYAH" in nama) == (t.wilayah is not None)


@pytest.mark.aturan("NERACA-01", "NERACA-02", "NERACA-03", "NERACA-04", "NERACA-05")
@settings(max_examples=100)
@given(tabel(tanggal_acuan()))
def test_each_identity_stands_there_with_its_own_figures(t: Tabel) -> None:
    """Both sides counted again from the lists of the result."""
    h = t.reconcile()
    undangan, neto, belum = h.dibaca["UNDANGAN"], h.wajib.neto, len(h.belum)
    assert {n.nama: (n.kiri, n.kanan) for n in h.neraca} == {
        **{f"{lembar}: dibaca = dipakai + galat": (n, n) for lembar, n in h.dibaca.items()},
        "daftar - dobel - meninggal - pindah = neto": (neto, neto),
        "undangan = jumlah semua kategori": (undangan, undangan),
        "undangan = orang + DOBEL + GALAT": (undangan, undangan),
        "neto = terekam + belum terekam": (neto, h.terekam + belum),
        "belum terekam = diundang belum terekam + tercecer": (belum, belum),
        "jumlah wajib semua desa = neto": (neto, neto),
        "jumlah terekam semua desa = terekam": (h.terekam, h.terekam),
        "jumlah belum semua desa = belum terekam": (belum, belum),
    }


LEMBAR_URUT = ("PENDUDUK", "UNDANGAN", "PEREKAMAN", "PINDAH", "MENINGGAL", "WILAYAH")


@pytest.mark.aturan("NERACA-01", "NERACA-04", "REKAM-05", "DOBEL-03")
@settings(max_examples=200)
@given(tabel(tanggal_acuan()))
def test_every_list_stands_in_its_order(t: Tabel) -> None:
    """Who is not recorded by place and name; refused rows as the sheets stand; the rest by what they are about."""
    h = t.reconcile()
    for isi in (
        [(b.desa, b.penduduk.rw, b.penduduk.rt, b.penduduk.nama, b.nik) for b in h.belum],
        [(LEMBAR_URUT.index(g.lembar), g.baris) for g in h.galat],
        [(x.sebab, x.nik, x.tanggal, x.status) for x in h.luar_dasar],
        [(e.jenis, e.desa, e.nama, e.nik, e.kiri, e.kanan) for e in h.perlu_dilihat],
        [(d.nik_a, d.nik_b, d.nama_a, d.nama_b) for d in h.dugaan],
        [k.undangan.baris for k in h.keputusan],
        [normalize_desa(d.desa) for d in h.desa if d.desa != "(tanpa desa)"],
    ):
        assert isi == sorted(isi)


@pytest.mark.aturan("NERACA-01")
@settings(max_examples=150)
@given(tabel(), st.sampled_from(LEMBAR), st.sampled_from((BARIS_JUMLAH, BARIS_KOSONG)))
def test_a_row_that_is_read_is_used_or_refused(t: Tabel, lembar: str, baris: Baris) -> None:
    """Blank rows are not rows; a totals row is GALAT; either changes nothing else."""
    if lembar == "wilayah" and t.wilayah is None:
        return
    lama, baru = t.reconcile(), t.plus(**{lembar: baris}).reconcile()
    ada = int(baris is BARIS_JUMLAH)
    assert sum(baru.dibaca.values()) == sum(lama.dibaca.values()) + ada
    assert baru.galat_per_lembar[lembar.upper()] == lama.galat_per_lembar[lembar.upper()] + ada
    assert (baru.wajib, baru.cakupan, baru.desa) == (lama.wajib, lama.cakupan, lama.desa)
    assert outcomes(baru) == outcomes(lama)


@pytest.mark.aturan("NERACA-01")
@settings(max_examples=100)
@given(tabel(), st.sampled_from(POKOK), st.integers(1, 3))
def test_a_row_that_disappears_does_not_balance(t: Tabel, lembar: str, hilang: int) -> None:
    """The rows read are the reader's count: one that no record and no refusal stands for is seen."""
    r = t.read()
    dibaca = t.count_rows() | {lembar: t.count_rows()[lembar] + hilang}
    h = reconcile(
        penduduk=r.penduduk, undangan=r.undangan, perekaman=r.perekaman, mutasi=r.mutasi, wilayah=r.wilayah,
        galat=r.galat, on=t.on, dibaca=dibaca,
    )  # fmt: skip
    pincang = [n.nama for n in h.neraca if not n.seimbang]
    assert pincang
    assert all(lembar in n or n.startswith("undangan =") for n in pincang)


@pytest.mark.aturan("NERACA-02")
@settings(max_examples=150)
@given(tabel())
def test_the_base_is_the_list_without_doubles_deaths_and_moves(t: Tabel) -> None:
    """Each taken out by itself: without deaths and moves only doubles lie between the list and the base."""
    h = t.reconcile()
    tenang = evolve(t, pindah=(), meninggal=()).reconcile()
    assert tenang.wajib.daftar == h.wajib.daftar
    assert h.wajib.neto <= tenang.wajib.neto <= tenang.wajib.daftar
    # A lent NIK may join nothing: doubles come from PENDUDUK alone.
    sendiri = Tabel(t.on, t.penduduk).reconcile()
    assert (sendiri.wajib.daftar, sendiri.wajib.neto) == (tenang.wajib.daftar, tenang.wajib.neto)


@pytest.mark.aturan("NERACA-03")
@settings(max_examples=200)
@given(tabel())
def test_every_invitation_ends_in_exactly_one_category(t: Tabel) -> None:
    h = t.reconcile()
    assert sum(h.kategori.values()) == h.dibaca["UNDANGAN"]
    assert list(h.kategori) == list(Kategori)
    baris = [k.undangan.baris for k in h.keputusan] + [g.baris for g in h.galat if g.lembar == "UNDANGAN"]
    assert sorted(baris) == sorted(set(baris))
    assert len(baris) == h.dibaca["UNDANGAN"]
    assert Kategori.GALAT not in {k.kategori for k in h.keputusan}
    assert Counter(k.kategori for k in h.keputusan) == {
        k: n for k, n in h.kategori.items() if n and k is not Kategori.GALAT
    }


@pytest.mark.aturan("NERACA-04")
@settings(max_examples=150)
@given(tabel())
def test_everybody_of_the_base_is_in_exactly_one_list(t: Tabel) -> None:
    h = t.reconcile()
    assert h.wajib.neto == h.terekam + h.belum_terekam
    assert set(h.tercecer) == {b for b in h.belum if b.keputusan is None}
    diundang = [b.keputusan for b in h.belum if b.keputusan is not None]
    assert all(k in h.keputusan and k.kategori is not Kategori.DOBEL and not k.terekam for k in diundang)
    assert len({id(k) for k in diundang}) == len(diundang)
    assert h.wajib.belum_pasti == sum(not k.pasti for k in diundang)


@pytest.mark.aturan("NERACA-04")
@settings(max_examples=150)
@given(tabel())
def test_the_sweep_list_is_everybody_not_recorded_once_in_walking_order(t: Tabel) -> None:
    """Desa after desa, RW after RW, RT after RT, the unknown ones last; each with the reason that their paper gives."""
    h = t.reconcile()
    pintu = sweep(h.belum)
    assert Counter((p.nik, p.nama, p.desa) for p in pintu) == Counter((b.nik, b.penduduk.nama, b.desa) for b in h.belum)
    tempat = [(normalize_desa(p.desa), p.rw or "~", p.rt or "~") for p in pintu]
    assert tempat == sorted(tempat)
    assert sweep(reversed(h.belum)) == pintu
    sebab = Counter(p.sebab.name for p in pintu)
    kategori = Counter(b.keputusan.kategori.value if b.keputusan else "TERCECER" for b in h.belum)
    assert sebab["TERCECER"] == kategori["TERCECER"] == len(h.tercecer)
    assert sebab["ALAMAT"] == kategori["ALAMAT_TIDAK_DIKETAHUI"]
    assert (sebab["CATATAN_MENINGGAL"], sebab["CATATAN_PINDAH"]) == (kategori["MENINGGAL"], kategori["PINDAH"])
    assert sebab["BELUM_DATANG"] == kategori["SAH"]


@pytest.mark.aturan("NERACA-05")
@settings(max_examples=150)
@given(tabel())
def test_the_desa_sum_to_the_kecamatan(t: Tabel) -> None:
    h = t.reconcile()
    assert sum(d.wajib for d in h.desa) == h.wajib.neto
    assert sum(d.terekam for d in h.desa) == h.terekam
    assert Counter({d.desa: d.belum for d in h.desa if d.belum}) == Counter(b.desa for b in h.belum)
    kunci = [normalize_desa(d.desa) for d in h.desa]
    assert kunci == sorted(set(kunci)) or "(tanpa desa)" in {d.desa for d in h.desa}
    assert all(d.wajib == d.terekam + d.belum > 0 for d in h.desa)


@pytest.mark.aturan("UNDANGAN-01", "DOBEL-04", "NERACA-03")
@settings(max_examples=300)
@given(tabel_teracak(tanggal_acuan()))
def test_row_order_changes_no_count_and_nobodys_outcome(dua: tuple[Tabel, Tabel]) -> None:
    a, b = (t.reconcile() for t in dua)
    assert figures(a) == figures(b)
    assert outcomes(a) == outcomes(b)
    assert Counter((g.lembar, g.kolom, g.nilai) for g in a.galat) == Counter(
        (g.lembar, g.kolom, g.nilai) for g in b.galat
    )


@pytest.mark.aturan("UNDANGAN-01", "DOBEL-04")
@settings(max_examples=200)
@given(tabel(), benih)
def test_with_different_numbers_every_paper_keeps_its_own_end(t: Tabel, n: int) -> None:
    """No exact ties: where each paper ends, under which NIK and by which rules, is the same in any order.

    Which of several equal proofs is shown is not held here.
    """
    bernomor = tuple(b | {"NO_UNDANGAN": f"A-{i}"} if any(b.values()) else b for i, b in enumerate(t.undangan))
    asal = evolve(t, undangan=bernomor)
    hasil = [
        {
            k.undangan.nomor: (
                k.kategori, k.nik_dipakai, k.rujukan, k.pasti, k.terekam, k.diperbaiki, k.nama_terdaftar, k.aturan,
            )
            for k in x.reconcile().keputusan
        }
        for x in (asal, shuffled(asal, n))
    ]  # fmt: skip
    assert hasil[0] == hasil[1]


@settings(max_examples=80)
@given(tabel(tanggal_acuan()))
def test_the_same_input_gives_the_same_answer(t: Tabel) -> None:
    assert t.reconcile() == t.reconcile()


def respelt(t: Tabel, n: int) -> Tabel:
    """The same sheets as another hand would type them: dates, RT/RW, desa, NIK and case written otherwise."""

    def cell(kolom: str, nilai: object) -> object:
        if isinstance(nilai, date):
            return (nilai.strftime("%d/%m/%Y"), nilai.isoformat(), f"'{nilai.day}-{nilai.month}-{nilai.year}")[n % 3]
        if not isinstance(nilai, str) or not nilai:
            return nilai
        if kolom in ("RT", "RW"):
            return (int(nilai), f"RT {nilai}" if kolom == "RT" else nilai.lstrip("0"), float(nilai))[n % 3]
        if kolom == "DESA":
            return (
                nilai
                if nilai.upper().startswith(("DESA", "KEL", "JUM"))
                else ("Desa ", " ", "KELURAHAN ")[n % 3] + nilai
            )
        if kolom in ("NIK", "NO_KK") and nilai.isdigit() and len(nilai) == 16:
            return (f"'{nilai}", f"{nilai[:6]}.{nilai[6:12]}.{nilai[12:]}", f"\u200b{nilai} ")[n % 3]
        if kolom in ("NAMA", "NAMA_IBU", "ALAMAT", "STATUS", "ARAH", "KETERANGAN"):
            return (nilai.upper(), f" {nilai}\u00a0", nilai.lower())[n % 3]
        return nilai

    lain: dict[str, Any] = {
        lembar: tuple({k: cell(k, v) for k, v in b.items()} for b in rows)
        for lembar in LEMBAR
        if (rows := getattr(t, lembar)) is not None
    }
    return evolve(t, **lain)


@pytest.mark.aturan("NAMA-01", "NIK-01", "NERACA-01")
@settings(max_examples=150)
@given(tabel(), st.integers(0, 2))
def test_another_hand_changes_nothing(t: Tabel, n: int) -> None:
    a, b = t.reconcile(), respelt(t, n).reconcile()
    if any(e.jenis == "PENDUDUK_BEDA" for e in (*a.perlu_dilihat, *b.perlu_dilihat)):
        return  # of rows that differ, the first in the order of what is written stands for the person
    tanpa_ejaan = [{k: v for k, v in figures(h).items() if k not in ("orang", "nama desa")} for h in (a, b)]
    assert tanpa_ejaan[0] == tanpa_ejaan[1]
    assert [(k.kategori, k.nik_dipakai, k.rujukan, k.pasti, k.terekam, k.aturan) for k in a.keputusan] == [
        (k.kategori, k.nik_dipakai, k.rujukan, k.pasti, k.terekam, k.aturan) for k in b.keputusan
    ]


def elsewhere(t: Tabel) -> Tabel:
    """The table's people as inhabitants of another kecamatan: other names, NIKs and desa."""

    def cell(kolom: str, nilai: object) -> object:
        if not isinstance(nilai, str) or not nilai.strip():
            return nilai
        if kolom == "NAMA" and nilai != "JUMLAH":
            return "Kulon " + nilai
        if kolom == "DESA" and nilai != "JUMLAH":
            return nilai + " Wetan"
        return nilai

    lain: dict[str, Any] = {
        lembar: tuple({k: cell(k, v) for k, v in b.items()} for b in rows)
        for lembar in LEMBAR
        if (rows := getattr(t, lembar)) is not None
    }
    return evolve(t, **lain)


@pytest.mark.aturan("NERACA-02", "NERACA-03", "NERACA-04", "NERACA-05", "CAKUPAN-01")
@settings(max_examples=150)
@given(tabel(), tabel(wilayah="337401"))
@example(
    Tabel(D, wilayah=({"DESA": "Dagen", "RW": "", "RT": ""},)),
    Tabel(D, penduduk=(Insan().listed(),), undangan=(Insan().invited(),), wilayah=(BARIS_KOSONG,)),
)
def test_two_places_side_by_side_are_the_sum_of_both(a: Tabel, b: Tabel) -> None:
    """People who share nothing do not touch each other, so that every figure of the two together is the sum."""
    b = elsewhere(b)
    # A list of addresses without an address decides nothing, until the other place's stands below it.
    beda = bool(a.read().wilayah) != bool(b.read().wilayah)
    if (a.wilayah is None) != (b.wilayah is None) or beda or _stray(a) or _stray(b):
        return
    berdua = Tabel(a.on, *((*(getattr(a, x) or ()), *(getattr(b, x) or ())) for x in LEMBAR[:5]))
    if a.wilayah is not None and b.wilayah is not None:
        berdua = evolve(berdua, wilayah=a.wilayah + b.wilayah)
    ha, hb, h = a.reconcile(), b.reconcile(), berdua.reconcile()
    for k in Kategori:
        assert h.kategori[k] == ha.kategori[k] + hb.kategori[k], k
    for nama in ("daftar", "neto", "belum_pasti", "belum_diketahui"):
        assert getattr(h.wajib, nama) == getattr(ha.wajib, nama) + getattr(hb.wajib, nama), nama
    assert (h.terekam, len(h.tercecer)) == (ha.terekam + hb.terekam, len(ha.tercecer) + len(hb.tercecer))
    assert (h.diperbaiki, len(h.dugaan)) == (ha.diperbaiki + hb.diperbaiki, len(ha.dugaan) + len(hb.dugaan))
    assert Counter(e.jenis for e in h.perlu_dilihat) == Counter(e.jenis for e in (*ha.perlu_dilihat, *hb.perlu_dilihat))


def _stray(t: Tabel) -> bool:
    """Whether a row names somebody who would be the same in any place."""
    return any(
        str(b.get("NIK")) in ("3313119999999999", "3313110101800001 (lama)") for x in LEMBAR[:5] for b in getattr(t, x)
    )
