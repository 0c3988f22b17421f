"""The lists of an answer in their order, and the counts beside them: each pair of rows here differs in what decides alone."""

from __future__ import annotations

from datetime import date, timedelta
from inspect import signature
from itertools import combinations

import pytest
from attrs import evolve

from ektp_core import (
    Arah,
    EktpError,
    Galat,
    Hasil,
    Kategori,
    Kembalian,
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
from ektp_core.catatan import Catatan
from ektp_core.rekonsiliasi.hasil import KembalianDibaca, NasibKembalian, Neraca

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
    mutasi: list[Mutasi] = [
        Meninggal(DEPAN + "3", D),
        Pindah(DEPAN + "4", D),
        Pindah(DEPAN + "5", D + timedelta(1), Arah.DATANG),
        Meninggal(DEPAN + "6", D),
        Pindah(DEPAN + "6", D),
    ]
    rekam = [Perekaman(DEPAN + a, D) for a in "123457"] + [Perekaman(DEPAN + "6", D - timedelta(1))]
    rekam += [Perekaman(DEPAN + "4", D - timedelta(1)), Perekaman(DEPAN + "4", D, "PRINT_READY_RECORD")]
    rekam += [Perekaman(DEPAN + "4", D + timedelta(1))]
    return reconcile(penduduk=[muda, asing, *orang], undangan=[], perekaman=rekam, mutasi=mutasi, on=D)


@pytest.mark.aturan("REKAM-05")
def test_recordings_of_nobody_of_the_base_say_why_and_stand_in_order() -> None:
    assert [(t.sebab, t.nik[-1], (D - t.tanggal).days, t.status) for t in outside().luar_dasar] == [
        ("BELUM_17", "1", 0, ""),
        ("BELUM_DATANG", "5", 0, ""),
        ("MENINGGAL", "3", 0, ""),
        ("MENINGGAL", "6", 1, ""),
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


@pytest.mark.aturan("DOBEL-01")
def test_of_two_rows_of_one_person_the_first_ground_in_the_contracts_order_is_named() -> None:
    """Whichever row stands first, and for a paper and a recording alike; what is known goes before what is not."""
    satu = Penduduk(DEPAN + "1", "Rekaan", LAHIR, "L", StatusKawin.BELUM)
    rows = {
        "BELUM_17": evolve(satu, tanggal_lahir=date(2000, 1, 1)),
        "TANPA_ITAP": evolve(satu, kewarganegaraan=Kewarganegaraan.WNA),
        "BELUM_DIKETAHUI": evolve(satu, tanggal_lahir=None),
    }
    for a, b in combinations(rows, 2):
        for dua in ([rows[a], rows[b]], [rows[b], rows[a]]):
            hasil = reconcile(
                penduduk=dua, undangan=[Undangan("1", satu.nik)], perekaman=[Perekaman(satu.nik, D)], on=D
            )
            assert [t.sebab for t in hasil.luar_dasar] == [a]
            assert hasil.keputusan[0].aturan[1] == {"BELUM_17": "WAJIB-05", "TANPA_ITAP": "WAJIB-03"}[a]


@pytest.mark.aturan("CATATAN-03")
def test_of_two_like_notes_the_first_is_the_evidence() -> None:
    surat = [Undangan("1", DEPAN + "1", keterangan="pindah"), Undangan("2", DEPAN + "1", keterangan="sudah pindah")]
    surat = [evolve(s, baris=n) for n, s in enumerate(surat, 1)]
    for urut in (surat, surat[::-1]):
        hasil = reconcile(penduduk=[walk("Dagen", "1", "1", "A", "1")], undangan=urut, on=D)
        (bukti,) = next(k.bukti for k in hasil.keputusan if k.kategori == "PINDAH")
        assert (bukti.baris, bukti.kiri) == (urut[0].baris, urut[0].keterangan)


@pytest.mark.aturan("CAKUPAN-01")
def test_the_quota_may_be_nothing_but_not_less() -> None:
    assert reconcile(penduduk=[], undangan=[], on=D, pagu=0).wajib.pagu == 0
    with pytest.raises(EktpError, match="pagu tidak boleh negatif: -1"):
        reconcile(penduduk=[], undangan=[], on=D, pagu=-1)
    with pytest.raises(EktpError, match="sebelum UU 23/2006"):
        reconcile(penduduk=[], undangan=[], on=date(2006, 12, 28))


@pytest.mark.aturan("NERACA-01")
def test_rows_are_counted_where_the_caller_has_not() -> None:
    penduduk, wilayah = [walk("Dagen", "1", "1", "A", "1")], [Lingkungan("Dagen", "1", "1")] * 3
    hasil = reconcile(
        penduduk=penduduk,
        undangan=[Undangan("1", DEPAN + "1")] * 2,
        perekaman=[Perekaman(DEPAN + "1", D)] * 4,
        mutasi=[Pindah(DEPAN + "1", D)] * 5 + [Meninggal(DEPAN + "1", D)] * 6,
        wilayah=wilayah,
        galat=[Galat("PINDAH", 9, "NIK", "", "NIK")],
        on=D,
    )
    assert hasil.dibaca == {
        "PENDUDUK": 1,
        "UNDANGAN": 2,
        "PEREKAMAN": 4,
        "PINDAH": 6,
        "MENINGGAL": 6,
        "WILAYAH": 3,
    }
    assert all(n.seimbang for n in hasil.neraca)


@pytest.mark.aturan("NERACA-05")
@pytest.mark.parametrize(
    ("tertulis", "tampil"),
    [
        (["Jaten", "JATEN", "JATEN"], "JATEN"),
        (["Jaten", "Jaten", "JATEN"], "Jaten"),
        (["Jaten", "JATEN"], "JATEN"),
        (["Desa Jaten", "JATEN", "Kel. Jaten"], "Jaten"),
        (["", ""], "(tanpa desa)"),
    ],
)
def test_a_desa_is_shown_as_it_is_mostly_written(tertulis: list[str], tampil: str) -> None:
    """And of spellings that stand there as often, by the first in text order, whatever the order of rows."""
    for urut in (tertulis, tertulis[::-1]):
        penduduk = [evolve(walk(desa, "1", "1", "A", str(n)), rt=str(n)) for n, desa in enumerate(urut)]
        assert [d.desa for d in reconcile(penduduk=penduduk, undangan=[], on=D).desa] == [tampil]


@pytest.mark.aturan("NERACA-01")
def test_a_balance_holds_only_when_both_sides_are_equal() -> None:
    assert [Neraca("uji", a, b).seimbang for a, b in ((1, 1), (1, 2), (2, 1))] == [True, False, False]


@pytest.mark.aturan("NERACA-01", "NERACA-02", "NERACA-03", "NERACA-04", "NERACA-05")
def test_every_balance_is_there_and_a_sheet_that_was_not_read_counts_nothing() -> None:
    galat = [Galat("PINDAH", 1, "NIK", "", "NIK")]
    hasil = reconcile(penduduk=[], undangan=[], on=D, galat=galat, dibaca={"PENDUDUK": 0, "PINDAH": 1})
    assert hasil.galat_per_lembar == {"PENDUDUK": 0, "PINDAH": 1}
    assert hasil.kategori[Kategori.GALAT] == 0
    assert all(n.seimbang for n in hasil.neraca)
    assert [n.nama for n in hasil.neraca] == [
        "PENDUDUK: dibaca = dipakai + galat",
        "PINDAH: dibaca = dipakai + galat",
        "daftar - dobel - meninggal - pindah = neto",
        "undangan = jumlah semua kategori",
        "undangan = orang + DOBEL + GALAT",
        "neto = terekam + belum terekam",
        "belum terekam = diundang belum terekam + tercecer",
        "jumlah wajib semua desa = neto",
        "jumlah terekam semua desa = terekam",
        "jumlah belum semua desa = belum terekam",
    ]
    # A refused row of a sheet that nobody counted is still counted as refused.
    lain = reconcile(penduduk=[], undangan=[], on=D, galat=galat, dibaca={"PENDUDUK": 0})
    assert lain.galat_per_lembar == {"PENDUDUK": 0, "PINDAH": 1}


@pytest.mark.aturan("PENYISIRAN-01")
def test_what_a_desa_wrote_stands_beside_whoever_is_missing_papers_first() -> None:
    surat = [Undangan("1", DEPAN + "1", keterangan="alamat tidak ada"), Undangan("2", DEPAN + "2")]
    kembali = [
        Kembalian("KEMBALI a", 1, DEPAN + "1", "A", tertulis="DOBEL v", isi=Catatan((Kategori.DOBEL,))),
        Kembalian("KEMBALI a", 2, DEPAN + "1", "A", tertulis="DOBEL v", isi=Catatan((Kategori.DOBEL,))),
        Kembalian("KEMBALI a", 3, DEPAN + "3", "A", tertulis="PINDAH v", isi=Catatan((Kategori.PINDAH,))),
    ]
    penduduk = [walk("Dagen", "1", "1", "A", a) for a in "123"]
    galat = [Galat("PENDUDUK", 9, "NIK", "12", "NIK")]
    hasil = reconcile(penduduk=penduduk, undangan=surat, on=D, kembalian=kembali, galat=galat)
    assert [b.catatan for b in hasil.belum] == [("alamat tidak ada", "DOBEL v"), (), ("PINDAH v",)]
    assert [p.split(":")[0] for p in hasil.pesan][:2] == ["Lembar sisir yang kembali"] * 2
    assert hasil.pesan[-1].startswith("PENDUDUK: 1 penduduk tanpa NIK")


@pytest.mark.aturan("REKAM-05")
def test_days_of_recording_stand_in_order() -> None:
    penduduk = [walk("Dagen", "1", "1", "A", a) for a in "123"]
    rekam = [Perekaman(DEPAN + a, D - timedelta(n)) for a, n in zip("123", (1, 2, 1), strict=True)]
    hasil = reconcile(penduduk=penduduk, undangan=[], perekaman=rekam, on=D)
    assert hasil.perekaman_harian == ((D - timedelta(2), 1), (D - timedelta(1), 2))


@pytest.mark.aturan("DOBEL-01")
def test_one_row_that_makes_somebody_wajib_is_enough() -> None:
    muda = Penduduk(DEPAN + "1", "Rekaan", date(2000, 1, 1), "L", StatusKawin.BELUM)
    kawin, tua = evolve(muda, status_kawin=StatusKawin.KAWIN, tanggal_kawin=D), evolve(muda, tanggal_lahir=LAHIR)
    for dua in ([muda, kawin], [kawin, muda], [muda, tua], [tua, muda]):
        hasil = reconcile(penduduk=dua, undangan=[Undangan("1", muda.nik)], on=D)
        assert (hasil.wajib.daftar, hasil.wajib.neto) == (1, 1)
        assert hasil.keputusan[0].kategori is Kategori.SAH
        assert hasil.keputusan[0].pasti


@pytest.mark.aturan("NERACA-03")
def test_the_categories_are_counted_and_never_given() -> None:
    hasil = reconcile(penduduk=[], undangan=[], on=D)
    assert "kategori=" not in repr(hasil)
    assert "kategori" not in signature(Hasil).parameters
    assert KembalianDibaca(Kembalian("a", 1, DEPAN + "1"), NasibKembalian.KOSONG, "", "", "", "").baris_lain == ""


@pytest.mark.aturan("PENYISIRAN-01")
def test_a_note_on_a_paper_alone_stands_beside_whoever_is_missing() -> None:
    surat = [Undangan("1", DEPAN + "1", keterangan="alamat tidak ada")]
    hasil = reconcile(penduduk=[walk("Dagen", "1", "1", "A", "1")], undangan=surat, on=D)
    assert [b.catatan for b in hasil.belum] == [("alamat tidak ada",)]
