"""The base at the target: today's at today, and at any later day what `is_wajib` says of each person by itself."""

from collections import Counter
from datetime import date, timedelta

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from ektp_core import (
    Arah,
    EktpError,
    Kewarganegaraan,
    Meninggal,
    Mutasi,
    Penduduk,
    Perekaman,
    Pindah,
    StatusKawin,
    is_wajib,
    reconcile,
)
from ektp_core.proyeksi import Perubahan, project_base
from ektp_core.tanggal import add_years
from strategies import Tabel, tabel

ON = date(2012, 8, 28)
TARGET = st.integers(0, 200).map(lambda n: ON + timedelta(days=n))
DEKAT = st.integers(-60, 240).map(lambda n: ON + timedelta(days=n))


@st.composite
def dunia(draw: st.DrawFn) -> tuple[list[Penduduk], list[Mutasi]]:
    """Residents who differ in name, so that no two are one person, with events around the reference date."""
    penduduk: list[Penduduk] = []
    mutasi: list[Mutasi] = []
    for i in range(draw(st.integers(0, 8))):
        tujuh_belas = draw(DEKAT | st.just(date(2030, 1, 1)) | st.just(date(1990, 1, 1)))
        nik = f"33131101018{i:05d}"
        penduduk.append(
            Penduduk(
                nik,
                f"ORANG {'ABCDEFGH'[i] * 3}",
                add_years(tujuh_belas, -17),
                status_kawin=draw(st.sampled_from((StatusKawin.BELUM, StatusKawin.KAWIN, StatusKawin.KOSONG))),
                tanggal_kawin=draw(st.none() | DEKAT),
                kewarganegaraan=draw(st.sampled_from((Kewarganegaraan.WNI, Kewarganegaraan.WNI, Kewarganegaraan.WNA))),
                itap_sampai=draw(st.none() | DEKAT),
            )
        )
        for _ in range(draw(st.sampled_from((0, 0, 1, 2)))):
            kapan = draw(st.none() | DEKAT)
            arah = draw(st.sampled_from(tuple(Arah)))
            if kapan is not None or arah is Arah.KELUAR:
                mutasi.append(Pindah(nik, kapan, arah))
        if draw(st.sampled_from((False, False, True))):
            mutasi.append(Meninggal(nik, draw(st.none() | DEKAT)))
    return penduduk, mutasi


def _wajib(penduduk: list[Penduduk], mutasi: list[Mutasi], pada: date) -> dict[str, bool]:
    """Each person by `is_wajib`; what has no date happened at the reference date."""
    terjadi = [m if m.tanggal else evolve(m, tanggal=ON) for m in mutasi]
    return {p.nik: is_wajib(p, on=pada, mutasi=[m for m in terjadi if m.nik == p.nik]) is True for p in penduduk}


@pytest.mark.aturan("PROYEKSI-09")
@settings(max_examples=300)
@given(dunia(), TARGET)
def test_the_base_at_the_target_is_what_each_person_is(isi: tuple[list[Penduduk], list[Mutasi]], target: date) -> None:
    penduduk, mutasi = isi
    d = project_base(penduduk=penduduk, mutasi=mutasi, on=ON, target=target)
    kini, nanti = _wajib(penduduk, mutasi, ON), _wajib(penduduk, mutasi, target)
    assert (d.kini, d.nanti) == (sum(kini.values()), sum(nanti.values()))
    assert {(p.nik, p.perubahan.masuk) for p in d.perubahan} == {(n, nanti[n]) for n in kini if kini[n] != nanti[n]}
    assert d.seimbang
    assert Counter(d.jumlah) == Counter(dict.fromkeys(Perubahan, 0)) + Counter(p.perubahan for p in d.perubahan)
    assert all(ON < p.tanggal <= target for p in d.perubahan)


@pytest.mark.aturan("PROYEKSI-09")
@settings(max_examples=200)
@given(dunia(), TARGET)
def test_each_change_happens_on_its_day(isi: tuple[list[Penduduk], list[Mutasi]], target: date) -> None:
    """The day before it was otherwise; from the day itself to the target it stays."""
    penduduk, mutasi = isi
    for p in project_base(penduduk=penduduk, mutasi=mutasi, on=ON, target=target).perubahan:
        orang = [x for x in penduduk if x.nik == p.nik]
        sejak = [
            _wajib(orang, mutasi, p.tanggal + timedelta(days=i))[p.nik]
            for i in range(-1, (target - p.tanggal).days + 1)
        ]
        assert sejak == [not p.perubahan.masuk] + [p.perubahan.masuk] * (len(sejak) - 1)
        sebab = {
            Perubahan.GENAP_17: add_years(orang[0].tanggal_lahir or ON, 17),
            Perubahan.KAWIN: orang[0].tanggal_kawin,
            Perubahan.ITAP_HABIS: (orang[0].itap_sampai or ON) + timedelta(days=1),
        }
        tercatat = {m.tanggal for m in mutasi if m.nik == p.nik}
        assert p.tanggal == sebab[p.perubahan] if p.perubahan in sebab else p.tanggal in tercatat


@pytest.mark.aturan("PROYEKSI-09")
@settings(max_examples=150)
@given(tabel())
def test_the_base_today_is_the_present(t: Tabel) -> None:
    """Also with doubled rows, two NIKs of one person, lost digits and unreadable cells."""
    r, h = t.read(), t.reconcile()
    d = project_base(
        penduduk=r.penduduk, undangan=r.undangan, perekaman=r.perekaman, mutasi=r.mutasi, on=t.on, target=t.on
    )
    assert (d.kini, d.nanti, d.perubahan) == (h.wajib.neto, h.wajib.neto, ())
    assert (d.sisa_kini, d.sisa_nanti) == (h.belum_terekam, h.belum_terekam)
    assert d.belum_diketahui == h.wajib.belum_diketahui


@pytest.mark.aturan("PROYEKSI-09")
@settings(max_examples=150)
@given(tabel(), st.integers(0, 400))
def test_the_base_at_the_target_is_that_of_a_reconciliation_then(t: Tabel, hari: int) -> None:
    """What has no date counts as dated at the reference date, so those rows are dated before both are asked."""
    r, target = t.read(), t.on + timedelta(days=hari)
    mutasi = [m if m.tanggal else evolve(m, tanggal=t.on) for m in r.mutasi]
    d = project_base(
        penduduk=r.penduduk, undangan=r.undangan, perekaman=r.perekaman, mutasi=r.mutasi, on=t.on, target=target
    )
    h = reconcile(penduduk=r.penduduk, undangan=r.undangan, perekaman=r.perekaman, mutasi=mutasi, on=target)
    assert d.nanti == h.wajib.neto
    assert d.seimbang
    # Recordings after the reference date are not foreseen.
    assert d.sisa_nanti >= 0
    assert d.sisa_nanti <= d.nanti


@pytest.mark.aturan("PROYEKSI-09")
@given(dunia(), TARGET, st.sets(st.integers(0, 7)), st.sets(st.integers(0, 7)))
def test_who_is_left_at_the_target_is_who_was_not_recorded_yet(
    isi: tuple[list[Penduduk], list[Mutasi]], target: date, sudah: set[int], nanti: set[int]
) -> None:
    penduduk, mutasi = isi
    rekam = [Perekaman(p.nik, ON) for i, p in enumerate(penduduk) if i in sudah]
    kelak = [Perekaman(p.nik, ON + timedelta(days=1)) for i, p in enumerate(penduduk) if i in nanti]
    d = project_base(penduduk=penduduk, perekaman=[*rekam, *kelak], mutasi=mutasi, on=ON, target=target)
    terekam = {r.nik for r in rekam}
    for sisa, pada in ((d.sisa_kini, ON), (d.sisa_nanti, target)):
        assert sisa == sum(w and n not in terekam for n, w in _wajib(penduduk, mutasi, pada).items())
    assert all(p.terekam == (p.nik in terekam) for p in d.perubahan)


def test_a_target_in_the_past_is_refused() -> None:
    with pytest.raises(EktpError, match="sebelum tanggal acuan"):
        project_base(penduduk=[], on=ON, target=ON - timedelta(days=1))
