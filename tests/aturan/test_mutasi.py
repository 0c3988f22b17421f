"""Deaths and moves: what they make of a resident at a date, of the base, and of the paper."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import product
from random import Random

import pytest
from attrs import evolve
from hypothesis import example, given, settings
from hypothesis import strategies as st

from aturan.kata import ARAH_INGKAR, DATANG, KELUAR
from aturan.patokan.baris import is_wajib_by_row
from aturan.patokan.jawaban import domicile
from ektp_core import Alasan, Arah, Kategori, Meninggal, Mutasi, Penduduk, Pindah, decide_wajib
from ektp_core.mutasi import is_clear_arah, read_arah
from ektp_core.wajib import death_at, domicile_at
from strategies import D, Insan, Tabel, event_dates, near, penduduk, tabel, tanggal_acuan

NIK = "3313110101800001"
HARI = timedelta(days=1)


def deaths(on: date) -> st.SearchStrategy[list[Meninggal]]:
    """Deaths around a date, some without one."""
    return st.lists(st.builds(Meninggal, st.just(NIK), st.none() | near(on)), max_size=3)


def moves(on: date) -> st.SearchStrategy[list[Pindah]]:
    """Moves around a date; an arrival always has one."""
    keluar = st.builds(Pindah, st.just(NIK), st.none() | near(on))
    datang = st.builds(Pindah, st.just(NIK), near(on), st.just(Arah.DATANG))
    return st.lists(keluar | datang, max_size=5)


peristiwa = tanggal_acuan().flatmap(lambda on: st.tuples(st.just(on), penduduk(on), deaths(on), moves(on)))


def domicile_by_days(pindah: list[Pindah], on: date) -> str:
    """Walk through the days: who leaves is away, who comes (last on a day) is here; before the first arrival, not yet."""
    hari = {p.tanggal or on for p in pindah}
    awal = "SINI"
    if hari:
        pertama = [p.arah for p in pindah if (p.tanggal or on) == min(hari)]
        awal = "NANTI" if Arah.KELUAR not in pertama else "SINI"
    di = awal
    for h in sorted(hari):
        if h > on:
            break
        arah = {p.arah for p in pindah if (p.tanggal or on) == h}
        di = "SINI" if Arah.DATANG in arah else "KELUAR"
    return di


@pytest.mark.aturan("WAJIB-07")
@settings(max_examples=300)
@given(tanggal_acuan().flatmap(lambda on: st.tuples(st.just(on), moves(on))))
@example((D, [Pindah(NIK, D, Arah.DATANG), Pindah(NIK, D)]))
@example((D, [Pindah(NIK, D + HARI, Arah.DATANG)]))
@example((D, [Pindah(NIK, D + HARI), Pindah(NIK, D + 2 * HARI, Arah.DATANG)]))
@example((D, [Pindah(NIK, None), Pindah(NIK, D, Arah.DATANG)]))
def test_moves_leave_somebody_where_walking_the_days_does(isi: tuple[date, list[Pindah]]) -> None:
    on, pindah = isi
    di, penentu = domicile_at(pindah, on)
    kata = {"DI_SINI": "SINI", "KELUAR": "KELUAR", "BELUM_DATANG": "NANTI"}[di.value]
    assert kata == domicile_by_days(pindah, on) == domicile(pindah, on)
    assert domicile_at(reversed(pindah), on)[0] is di
    if penentu is not None and kata != "NANTI":
        sampai = [p.tanggal or on for p in pindah if (p.tanggal or on) <= on]
        assert (penentu.tanggal or on) == max(sampai)


@pytest.mark.aturan("WAJIB-06")
@given(tanggal_acuan().flatmap(lambda on: st.tuples(st.just(on), deaths(on))))
def test_a_death_counts_from_its_day_and_without_a_date_from_the_reference_date(
    isi: tuple[date, list[Meninggal]],
) -> None:
    on, mati = isi
    terjadi = [m for m in mati if (m.tanggal or on) <= on]
    pertama = death_at(mati, on)
    assert (pertama is None) == (not terjadi)
    if pertama is not None:
        assert (pertama.tanggal or on) == min(m.tanggal or on for m in terjadi)


@pytest.mark.aturan("WAJIB-06", "WAJIB-07")
@settings(max_examples=250)
@given(peristiwa, st.randoms(use_true_random=False))
def test_death_then_moves_then_the_register_decide(
    isi: tuple[date, Penduduk, list[Meninggal], list[Pindah]], acak: Random
) -> None:
    on, orang, mati, pindah = isi
    semua: list[Mutasi] = [*mati, *pindah]
    k = decide_wajib(orang, on=on, mutasi=semua)
    di = domicile_by_days(pindah, on)
    if any((m.tanggal or on) <= on for m in mati):
        harus: tuple[bool | None, Alasan, tuple[str, ...]] = (False, Alasan.MENINGGAL, ("WAJIB-06",))
    elif di != "SINI":
        harus = (False, Alasan.PINDAH if di == "KELUAR" else Alasan.BELUM_DATANG, ("WAJIB-07",))
    else:
        tanpa = decide_wajib(orang, on=on)
        assert tanpa.wajib is is_wajib_by_row(orang, on)
        harus = (tanpa.wajib, tanpa.alasan, tanpa.aturan)
    assert (k.wajib, k.alasan, k.aturan) == harus
    assert len(k.bukti) >= 1
    acak.shuffle(semua)
    lain = decide_wajib(orang, on=on, mutasi=semua)
    assert (lain.wajib, lain.alasan, lain.aturan) == harus


@pytest.mark.aturan("WAJIB-07")
@pytest.mark.parametrize(
    ("teks", "arah"),
    [("", "KELUAR"), ("KELUAR", "KELUAR"), ("pindah", "KELUAR"), ("Datang", "DATANG"), ("pindah datang", "DATANG")],
)
def test_a_move_is_outward_unless_it_says_datang(teks: str, arah: str) -> None:
    assert read_arah(teks).value == arah


@pytest.mark.aturan("WAJIB-07")
def test_every_word_for_the_direction_is_known() -> None:
    """Inward by a word that says so, unless the cell takes it back; what is neither word is outward, and not clear."""
    for kata, huruf, bentuk in product(
        DATANG, (str.upper, str.lower, str.title), ("{}", " {}.", "pindah-{}", "{} dari luar")
    ):
        assert read_arah(bentuk.format(huruf(kata))) is Arah.DATANG, kata
        assert is_clear_arah(bentuk.format(huruf(kata)))
        for ingkar in ARAH_INGKAR:
            assert read_arah(f"{ingkar.lower()} {kata}") is Arah.KELUAR, ingkar
            assert not is_clear_arah(f"{ingkar.lower()} {kata}")
    for kata, huruf in product(KELUAR, (str.upper, str.lower, str.title)):
        assert read_arah(huruf(kata)) is Arah.KELUAR, kata
        assert is_clear_arah(f" {huruf(kata)}."), kata
        assert not is_clear_arah(f"{huruf(kata)} batal"), kata
    for asing in ("?", "-", "entah", "DATANGI", "XYZ"):
        assert (read_arah(asing), is_clear_arah(asing)) == (Arah.KELUAR, False), asing
    assert (read_arah(""), is_clear_arah("")) == (Arah.KELUAR, True)


@pytest.mark.aturan("WAJIB-06")
@settings(max_examples=200)
@given(tabel(), st.data())
def test_adding_a_death_never_raises_the_base(t: Tabel, data: st.DataObject) -> None:
    """Nor what is recorded, nor the unknown; a death of today of somebody in the base takes exactly that one out."""
    niks = [n for b in t.penduduk if isinstance(n := b["NIK"], str) and len(n) == 16]
    nik = data.draw(st.sampled_from([*niks, "3374010101700009"]))
    mati = Insan(nik).dead(data.draw(st.sampled_from((*event_dates(t.on), None))))
    lama, baru = t.reconcile(), t.plus(meninggal=mati).reconcile()
    assert baru.wajib.neto <= lama.wajib.neto
    assert baru.wajib.daftar == lama.wajib.daftar
    assert baru.terekam <= lama.terekam
    assert baru.wajib.belum_diketahui <= lama.wajib.belum_diketahui
    assert lama.wajib.neto - baru.wajib.neto <= 1


@pytest.mark.aturan("WAJIB-06", "UNDANGAN-02")
@pytest.mark.parametrize("tgl", [*event_dates(D), None])
@pytest.mark.parametrize("terekam", [False, True])
def test_the_death_of_a_person_of_the_base_at_every_date(tgl: date | None, terekam: bool) -> None:
    o = Insan()
    t = Tabel(D, (o.listed(),), (o.invited(),), (o.recorded(D),) if terekam else ())
    h = t.plus(meninggal=o.dead(tgl)).reconcile()
    mati = tgl is None or tgl <= D
    (k,) = h.keputusan
    assert k.kategori is (Kategori.MENINGGAL if mati else Kategori.SAH)
    assert k.pasti
    assert (h.wajib.neto, h.terekam) == (int(not mati), int(terekam and not mati))
    assert ("WAJIB-06" in k.aturan, "UNDANGAN-02" in k.aturan) == (mati, mati)
    jenis = {e.jenis for e in h.perlu_dilihat}
    assert ("MENINGGAL_TANPA_TANGGAL" in jenis) == (tgl is None)
    assert ("REKAM_SETELAH_MENINGGAL" in jenis) == (terekam and tgl is not None and tgl < D)
    assert [x.sebab for x in h.luar_dasar] == ["MENINGGAL"] * (terekam and mati)


@pytest.mark.aturan("WAJIB-07", "UNDANGAN-03", "UNDANGAN-05")
@pytest.mark.parametrize("tgl", [*event_dates(D), None])
@pytest.mark.parametrize("arah", ["KELUAR", "DATANG"])
@pytest.mark.parametrize("terekam", [False, True])
def test_one_move_of_a_person_of_the_base_at_every_date(tgl: date | None, arah: str, terekam: bool) -> None:
    o = Insan()
    t = Tabel(D, (o.listed(),), (o.invited(),), (o.recorded(D),) if terekam else ())
    h = t.plus(pindah=o.moved(tgl, arah)).reconcile()
    if tgl is None and arah == "DATANG":
        assert [(g.lembar, g.kolom) for g in h.galat] == [("PINDAH", "TGL_PINDAH")]
        assert h.wajib.neto == 1
        return
    keluar = arah == "KELUAR" and (tgl is None or tgl <= D)
    nanti = arah == "DATANG" and tgl is not None and tgl > D
    (k,) = h.keputusan
    assert k.kategori is (Kategori.PINDAH if keluar else Kategori.BUKAN_WAJIB if nanti else Kategori.SAH)
    assert k.pasti
    assert h.wajib.neto == int(not keluar and not nanti)
    assert ("WAJIB-07" in k.aturan) == (keluar or nanti)
    jenis = {e.jenis for e in h.perlu_dilihat}
    assert ("PINDAH_TANPA_TANGGAL" in jenis) == (tgl is None)
    assert ("PINDAH_TAPI_TEREKAM" in jenis) == (terekam and keluar and tgl is not None and tgl < D)
    luar = [] if h.wajib.neto or not terekam else ["PINDAH" if keluar else "BELUM_DATANG"]
    assert [x.sebab for x in h.luar_dasar] == luar


@pytest.mark.aturan("WAJIB-07")
@settings(max_examples=120)
@given(tabel(kotor=False), st.sampled_from(event_dates(D)))
def test_leaving_and_coming_back_on_one_day_is_being_here(t: Tabel, tgl: date) -> None:
    """For somebody without other moves, a KELUAR and a DATANG of the same past day leave every figure as it was."""
    o = Insan("3313110503770007", "Ngatimin", date(1977, 3, 5))
    dasar = t.plus(penduduk=o.listed())
    pulang = evolve(dasar, pindah=(o.moved(tgl, "DATANG"), *dasar.pindah, o.moved(tgl, "KELUAR")))
    lama, baru = dasar.reconcile(), pulang.reconcile()
    assert (lama.wajib, lama.terekam, lama.desa) == (baru.wajib, baru.terekam, baru.desa)
