"""The lists of an answer in their order, and the counts beside them: each pair of rows here differs in what decides alone."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from ektp_core import (
    Arah,
    Galat,
    Hasil,
    Kewarganegaraan,
    Meninggal,
    Penduduk,
    Perekaman,
    Pindah,
    StatusKawin,
    Undangan,
    reconcile,
)

D = date(2012, 8, 28)
LAHIR = date(1980, 8, 17)
DEPAN = "331311170880000"


def walk(desa: str, rw: str, rt: str, nama: str, akhir: str) -> Penduduk:
    return Penduduk(DEPAN + akhir, nama, LAHIR, "L", desa=desa, rw=rw, rt=rt)


@pytest.mark.aturan("PENYISIRAN-01")
def test_whoever_is_missing_stands_by_desa_rw_rt_name_and_nik() -> None:
    """Each next row would stand before the one above by everything that comes later."""
    urut = [
        walk("Brujul", "002", "002", "Z", "9"),
        walk("Dagen", "001", "002", "Z", "8"),
        walk("Dagen", "002", "001", "Z", "7"),
        walk("Dagen", "002", "002", "A", "6"),
        walk("Dagen", "002", "002", "B", "4"),
        walk("Dagen", "002", "002", "B", "5"),
    ]
    hasil = reconcile(penduduk=urut[::-1], undangan=[], on=D)
    assert [b.nik[-1] for b in hasil.belum] == [p.nik[-1] for p in urut]
    assert hasil.tercecer == hasil.belum
    assert hasil.belum_terekam == 6


def outside() -> Hasil:
    """One recording each of people who are not in the base, for every reason that there is; and one to come."""
    muda = Penduduk(DEPAN + "1", "Muda", date(2000, 1, 1), "L", StatusKawin.BELUM)
    asing = Penduduk(DEPAN + "2", "Asing", LAHIR, "L", StatusKawin.KAWIN, kewarganegaraan=Kewarganegaraan.WNA)
    orang = [Penduduk(DEPAN + a, "Rekaan", LAHIR, "L", StatusKawin.KAWIN) for a in "3456"]
    mutasi = [
        Meninggal(DEPAN + "3", D),
        Pindah(DEPAN + "4", D),
        Pindah(DEPAN + "5", D + timedelta(1), Arah.DATANG),
        Meninggal(DEPAN + "6", D),
        Pindah(DEPAN + "6", D),
    ]
    rekam = [Perekaman(DEPAN + a, D) for a in "1234567"]
    rekam += [Perekaman(DEPAN + "4", D - timedelta(1)), Perekaman(DEPAN + "4", D, "PRINT_READY_RECORD")]
    rekam += [Perekaman(DEPAN + "4", D + timedelta(1))]
    return reconcile(penduduk=[muda, asing, *orang], undangan=[], perekaman=rekam, mutasi=mutasi, on=D)


@pytest.mark.aturan("REKAM-05")
def test_recordings_of_nobody_of_the_base_say_why_and_stand_in_order() -> None:
    assert [(t.sebab, t.nik[-1], (D - t.tanggal).days, t.status) for t in outside().luar_dasar] == [
        ("BELUM_17", "1", 0, ""),
        ("BELUM_DATANG", "5", 0, ""),
        ("MENINGGAL", "3", 0, ""),
        ("MENINGGAL", "6", 0, ""),
        ("PINDAH", "4", 1, ""),
        ("PINDAH", "4", 0, ""),
        ("PINDAH", "4", 0, "PRINT_READY_RECORD"),
        ("TANPA_ITAP", "2", 0, ""),
        ("TIDAK_TERDAFTAR", "7", 0, ""),
    ]


@pytest.mark.aturan("NERACA-01")
def test_refused_rows_stand_by_sheet_as_a_workbook_has_them_and_then_by_row() -> None:
    lembar = ("PENDUDUK", "UNDANGAN", "PEREKAMAN", "PINDAH", "MENINGGAL", "WILAYAH", "KEMBALI a", "KEMBALI b")
    galat = [Galat(nama, n, "NIK", "", "NIK") for nama in lembar for n in (1, 2)]
    hasil = reconcile(penduduk=[], undangan=[], on=D, galat=galat[::-1])
    assert [(g.lembar, g.baris) for g in hasil.galat] == [(g.lembar, g.baris) for g in galat]
    assert hasil.galat_per_lembar == dict.fromkeys(lembar, 2)
    assert hasil.kategori["GALAT"] == 2  # type: ignore[index]


@pytest.mark.aturan("CAKUPAN-01")
def test_a_desa_has_a_coverage_of_its_own() -> None:
    penduduk = [walk("Dagen", "1", "1", "A", a) for a in "123"] + [walk("Jaten", "1", "1", "A", "4")]
    hasil = reconcile(penduduk=penduduk, undangan=[], perekaman=[Perekaman(DEPAN + "1", D)], on=D)
    assert [(d.desa, d.wajib, d.terekam, d.belum, str(d.cakupan)) for d in hasil.desa] == [
        ("Dagen", 3, 1, 2, "33,33%"),
        ("Jaten", 1, 0, 1, "0,00%"),
    ]
    assert hasil.perekaman_harian == ((D, 1),)
    assert reconcile(penduduk=[], undangan=[Undangan("1", DEPAN + "1")], on=D).galat_per_lembar.get("UNDANGAN", 0) == 0
    assert not any(reconcile(penduduk=[], undangan=[], on=D).galat_per_lembar.values())
