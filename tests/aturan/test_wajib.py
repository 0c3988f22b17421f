"""Who must hold an e-KTP at a date: against the measure, over dates, and with one particular changed at a time."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from attrs import evolve
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from aturan.patokan.baris import birthday_17, is_wajib_by_row
from ektp_core import Alasan, Kewarganegaraan, Penduduk, StatusKawin, decide_wajib, is_wajib, wajib_since
from ektp_core.wajib import BELUM_DIKETAHUI, evidence_of, ground_of, rules_of, wajib_by
from strategies import D, Insan, Tabel, lahir_dekat, near, penduduk, tabel, tanggal, tanggal_acuan

HARI = timedelta(days=1)
AWAL = date(2006, 12, 29)
PERNAH = (StatusKawin.KAWIN, StatusKawin.CERAI, StatusKawin.PERNAH)

orang_dan_tanggal = tanggal_acuan().flatmap(lambda on: st.tuples(penduduk(on), st.just(on)))


def citizen(lahir: date | None, **lain: object) -> Penduduk:
    """A citizen who never married; other particulars as named."""
    dasar = Penduduk("3313110101800001", tanggal_lahir=lahir, status_kawin=StatusKawin.BELUM)
    return evolve(dasar, **lain)  # type: ignore[arg-type]


@pytest.mark.aturan("WAJIB-01", "WAJIB-02", "WAJIB-03", "WAJIB-05", "WAJIB-08")
@settings(max_examples=400)
@given(orang_dan_tanggal)
def test_the_decision_is_the_laws(isi: tuple[Penduduk, date]) -> None:
    """Age, marriage, citizenship and permit, known or not, against the plain definition."""
    orang, on = isi
    k = decide_wajib(orang, on=on)
    assert k.wajib is is_wajib(orang, on=on) is is_wajib_by_row(orang, on)
    assert ground_of(orang, on) is k.alasan
    assert wajib_by(k.alasan) is k.wajib


@pytest.mark.aturan("WAJIB-01", "WAJIB-02", "WAJIB-03", "WAJIB-04", "WAJIB-05", "WAJIB-08")
@settings(max_examples=300)
@given(orang_dan_tanggal)
@example((citizen(date(1996, 2, 29)), date(2013, 2, 28)))
@example((citizen(date(1996, 2, 29)), date(2013, 3, 1)))
@example((citizen(date(1996, 2, 28)), date(2013, 2, 28)))
def test_the_ground_carries_its_rules_and_evidence(isi: tuple[Penduduk, date]) -> None:
    orang, on = isi
    k = decide_wajib(orang, on=on)
    lahir = orang.tanggal_lahir
    dewasa = lahir is not None and birthday_17(lahir) <= (on.year, on.month, on.day)
    asing = orang.kewarganegaraan is not Kewarganegaraan.WNI
    if k.wajib:
        assert k.alasan is (Alasan.UMUR if dewasa else Alasan.KAWIN)
        kabisat = dewasa and lahir is not None and (lahir.month, lahir.day) == (2, 29)
        hari_itu = lahir is not None and birthday_17(lahir) == (on.year, on.month, on.day)
        assert ("WAJIB-04" in k.aturan) == (kabisat and hari_itu)
    utama = {True: "WAJIB-01" if dewasa else "WAJIB-02", None: "WAJIB-08"}
    salah = "WAJIB-03" if k.alasan is Alasan.TANPA_ITAP else "WAJIB-05"
    assert k.aturan[0] == (salah if k.wajib is False else utama[k.wajib])
    if k.wajib:
        assert ("WAJIB-03" in k.aturan) == asing
    assert k.aturan == rules_of(orang, k.alasan, on)
    assert k.bukti == evidence_of(orang, k.alasan, on) != ()
    kolom = {b.kolom for b in k.bukti}
    penentu = {Alasan.KAWIN: "STATUS_KAWIN", Alasan.TANPA_ITAP: "ITAP_SAMPAI"}.get(k.alasan, "TGL_LAHIR")
    assert penentu in kolom
    if k.wajib is not False:
        assert ("ITAP_SAMPAI" in kolom) == asing


@pytest.mark.aturan("WAJIB-01", "WAJIB-05")
@given(tanggal(1989, 2012), st.integers(-400, 400))
@example(date(1996, 2, 29), 0)
@example(date(1995, 8, 28), 0)
@example(date(1995, 8, 29), -1)
def test_the_17th_birthday_itself_counts(lahir: date, hari: int) -> None:
    ulang_tahun = date(*birthday_17(lahir))
    on = ulang_tahun + timedelta(days=hari)
    assume(on >= AWAL)
    assert is_wajib(citizen(lahir), on=on) is (hari >= 0)
    assert decide_wajib(citizen(lahir), on=on).alasan is (Alasan.UMUR if hari >= 0 else Alasan.BELUM_17)


@pytest.mark.aturan("WAJIB-02")
@given(st.sampled_from(PERNAH), lahir_dekat(D), st.none() | near(D))
def test_marriage_counts_at_any_age_from_its_date_and_never_stops(
    status: StatusKawin, lahir: date, tgl_kawin: date | None
) -> None:
    for n in range(-3, 4):
        on = D + n * HARI
        kawin = tgl_kawin is None or tgl_kawin <= on
        dewasa = birthday_17(lahir) <= (on.year, on.month, on.day)
        assert is_wajib(citizen(lahir, status_kawin=status, tanggal_kawin=tgl_kawin), on=on) is (kawin or dewasa)


@pytest.mark.aturan("WAJIB-02")
@given(st.sampled_from(PERNAH), st.sampled_from(PERNAH), orang_dan_tanggal)
def test_divorce_and_death_of_the_other_change_nothing(
    a: StatusKawin, b: StatusKawin, isi: tuple[Penduduk, date]
) -> None:
    orang, on = isi
    satu, dua = (decide_wajib(evolve(orang, status_kawin=s), on=on) for s in (a, b))
    assert (satu.wajib, satu.alasan, satu.aturan) == (dua.wajib, dua.alasan, dua.aturan)


@pytest.mark.aturan("WAJIB-03")
@given(orang_dan_tanggal, st.integers(-3, 3))
def test_the_last_day_of_a_permit_counts_and_no_later_day(isi: tuple[Penduduk, date], n: int) -> None:
    """A foreigner is what a citizen with the same particulars is, as long as the permit runs; after it, not wajib."""
    orang, on = isi
    sebagai_wni = is_wajib(evolve(orang, kewarganegaraan=Kewarganegaraan.WNI), on=on)
    asing = evolve(orang, kewarganegaraan=Kewarganegaraan.WNA, itap_sampai=on + n * HARI, itap_diketahui=True)
    assert is_wajib(asing, on=on) is (sebagai_wni if n >= 0 else False)
    assert is_wajib(evolve(asing, itap_sampai=None), on=on) is False


@pytest.mark.aturan("WAJIB-08")
@given(orang_dan_tanggal)
def test_what_is_not_known_is_never_not_wajib(isi: tuple[Penduduk, date]) -> None:
    """Taking a deciding particular away never turns a wajib person into one who is not."""
    orang, on = isi
    if is_wajib(orang, on=on) is not True:
        return
    tanpa_lahir = evolve(orang, tanggal_lahir=None)
    assert is_wajib(tanpa_lahir, on=on) is not False
    if orang.kewarganegaraan is not Kewarganegaraan.WNI:
        assert is_wajib(evolve(orang, itap_sampai=None, itap_diketahui=False), on=on) is None
    if decide_wajib(orang, on=on).alasan is Alasan.KAWIN:
        tidak_terbaca = evolve(orang, status_kawin=StatusKawin.TIDAK_TERBACA, tanggal_kawin=None)
        assert is_wajib(tidak_terbaca, on=on) is (
            None if orang.tanggal_lahir is None or orang.tanggal_lahir <= on else False
        )


@pytest.mark.aturan("WAJIB-01", "WAJIB-02")
@given(penduduk(), tanggal_acuan(), st.integers(0, 9000))
def test_wajib_is_monotone_in_time_for_a_living_citizen(orang: Penduduk, on: date, hari: int) -> None:
    warga = evolve(orang, kewarganegaraan=Kewarganegaraan.WNI)
    if is_wajib(warga, on=on):
        assert is_wajib(warga, on=on + timedelta(days=hari))


@pytest.mark.aturan("WAJIB-01", "WAJIB-02", "WAJIB-03", "WAJIB-04")
@settings(max_examples=150)
@given(orang_dan_tanggal)
@example((citizen(date(1996, 2, 29)), D))
def test_wajib_since_is_the_first_date_of_a_sweep(isi: tuple[Penduduk, date]) -> None:
    """All dates around every one that could matter: no date before is wajib, the date itself is (while a permit runs)."""
    orang, on = isi
    sejak = wajib_since(orang)
    if sejak == BELUM_DIKETAHUI:
        return
    penting = [on, AWAL]
    for t in (orang.tanggal_lahir and date(*birthday_17(orang.tanggal_lahir)), orang.tanggal_kawin, orang.itap_sampai):
        if t is not None:
            penting.append(t)
    hari = sorted({max(AWAL, t + n * HARI) for t in penting for n in (-2, -1, 0, 1, 2)} | {date(2030, 12, 31)})
    benar = [h for h in hari if is_wajib(orang, on=h)]
    if sejak is None:
        assert benar == []
        return
    assert isinstance(sejak, date)
    assert all(h >= sejak for h in benar)
    if sejak >= AWAL:
        assert benar[:1] == [sejak]
    elif orang.kewarganegaraan is Kewarganegaraan.WNI:
        assert benar == hari


@pytest.mark.aturan("WAJIB-08")
@given(orang_dan_tanggal)
def test_wajib_since_is_unknown_exactly_where_a_date_is_missing(isi: tuple[Penduduk, date]) -> None:
    """The marriage date is needed of everybody who is or was married, and the birth date of everybody."""
    orang, _ = isi
    warga = evolve(orang, kewarganegaraan=Kewarganegaraan.WNI)
    kurang = (
        orang.tanggal_lahir is None
        or orang.status_kawin is StatusKawin.TIDAK_TERBACA
        or (orang.status_kawin in PERNAH and orang.tanggal_kawin is None)
    )
    assert (wajib_since(warga) == BELUM_DIKETAHUI) == kurang
    asing = evolve(orang, kewarganegaraan=Kewarganegaraan.WNA, itap_sampai=None)
    assert wajib_since(evolve(asing, itap_diketahui=True)) is None
    assert wajib_since(evolve(asing, itap_diketahui=False)) == BELUM_DIKETAHUI


@pytest.mark.aturan("WAJIB-05")
@given(near(D, 5), st.sampled_from(("CARD_ISSUED", "", "BIO_CAPTURED")), st.integers(0, 300))
def test_somebody_of_sixteen_never_enters_coverage(tgl: date, status: str, hari: int) -> None:
    """Recorded as pemula or not, the base, the recorded and the percentage are those without them."""
    pemula = Insan("3313112908950001", "Tri", date(1995, 8, 29) + timedelta(days=hari))
    dewasa = Insan()
    tanpa = Tabel(D, (dewasa.listed(),), (), (dewasa.recorded(),))
    dengan = tanpa.plus(penduduk=pemula.listed(), perekaman=pemula.recorded(tgl, status)).reconcile()
    assert (dengan.wajib, dengan.cakupan) == (tanpa.reconcile().wajib, tanpa.reconcile().cakupan)
    assert [x.sebab for x in dengan.luar_dasar] == (["BELUM_17"] if tgl <= D else [])


@pytest.mark.aturan("WAJIB-08")
@settings(max_examples=120)
@given(tabel(kotor=False))
def test_nobody_of_unknown_duty_is_in_the_base_or_called_not_wajib(t: Tabel) -> None:
    """Such residents stand beside the base, and are shown; an unreadable birth date never makes BUKAN_WAJIB."""
    buta = tuple(b | {"TGL_LAHIR": "tidak terbaca", "STATUS_KAWIN": "BELUM KAWIN"} for b in t.penduduk)
    h = evolve(t, penduduk=buta).reconcile()
    asing = sum(b["KEWARGANEGARAAN"] != "WNI" for b in buta)
    assert h.wajib.neto == h.wajib.daftar == h.terekam == 0
    if not asing and not h.galat and not t.pindah:
        assert "BUKAN_WAJIB" not in {k.kategori.value for k in h.keputusan}
    if h.wajib.belum_diketahui:
        assert {e.jenis for e in h.perlu_dilihat} & {"LAHIR_TIDAK_TERBACA", "WAJIB_TIDAK_DIKETAHUI"}
