"""One step to either side of a border that a rule draws: the day, the digit, the letter after which the answer changes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve

from ektp_core import (
    Arah,
    EktpError,
    Kewarganegaraan,
    Meninggal,
    NikGalat,
    Penduduk,
    Pindah,
    TanggalGalat,
    decide_wajib,
    is_calendar_true,
    parse_nik,
    read_date,
    reconcile,
    recorded_range,
    wajib_since,
)
from ektp_core.cakupan import check_published
from ektp_core.dobel import BATAS_DOBEL, BATAS_PERIKSA, iter_strong_pairs, known_text, show_trait, traits_of_penduduk
from ektp_core.nik import explain_nik, sex_of
from ektp_core.tanggal import from_serial
from ektp_core.wajib import Domisili, death_at, domicile_at


@pytest.mark.aturan("WAJIB-03")
def test_a_permit_that_ends_on_the_17th_birthday_was_enough_for_one_day() -> None:
    orang = Penduduk(
        "3313110101800001",
        tanggal_lahir=date(1995, 8, 28),
        kewarganegaraan=Kewarganegaraan.WNA,
        itap_sampai=date(2012, 8, 28),
    )
    assert wajib_since(orang) == date(2012, 8, 28)
    assert wajib_since(evolve(orang, itap_sampai=date(2012, 8, 27))) is None


@pytest.mark.aturan("WAJIB-07")
def test_which_move_is_shown_does_not_hang_on_the_order_of_rows() -> None:
    """Of two arrivals to come the first; of a dated move and an undated one, which counts as of that day, the dated one."""
    nik, on = "3313110101800001", date(2012, 8, 28)
    awal, lagi = Pindah(nik, date(2012, 9, 1), Arah.DATANG), Pindah(nik, date(2012, 10, 1), Arah.DATANG)
    bertanggal, tanpa = Pindah(nik, on, Arah.KELUAR, 5), Pindah(nik, None, Arah.KELUAR, 6, "kabur")
    lain = Pindah(nik, None, Arah.KELUAR, 7, "akhir tahun")
    for a, b, tampak in ((awal, lagi, awal), (bertanggal, tanpa, bertanggal), (tanpa, lain, tanpa)):
        assert domicile_at([a, b], on) == domicile_at([b, a], on)
        assert domicile_at([a, b], on)[1] == tampak


@pytest.mark.aturan("WAJIB-06")
def test_of_a_dated_death_and_an_undated_one_the_dated_is_shown() -> None:
    nik, on = "3313110101800001", date(2012, 8, 28)
    bertanggal, tanpa, dulu = Meninggal(nik, on, 3), Meninggal(nik, None, 4, "?"), Meninggal(nik, date(2012, 1, 1), 5)
    assert death_at([tanpa, bertanggal], on) == death_at([bertanggal, tanpa], on) == bertanggal
    assert death_at([tanpa, bertanggal, dulu], on) == dulu


@pytest.mark.aturan("TANGGAL-02")
@pytest.mark.parametrize(
    "tulis",
    [
        *(
            "1945-08-17x",
            "x1945-08-17",
            "17 Agustus 1945x",
            "17-08-1945x",
            "Q17-08-1945",
            "17Q08Q1945",
            "17 Agxstus 1945",
        ),
        *("170819451", "194508011", "1708194", "17-08-19455", "17-08-194", "17 1945", 17081945.5),
        *("32-08-1945", "17-13-1945", "17-00-1945", "00-08-1945", "1945-13-17", "1945-00-17"),
    ],
)
def test_what_is_almost_a_date_is_none(tulis: str | float) -> None:
    with pytest.raises(TanggalGalat):
        read_date(tulis)


@pytest.mark.aturan("TANGGAL-02")
@pytest.mark.parametrize(
    ("tulis", "sebab"),
    [
        ("17 agxstus 1945", "nama bulan 'agxstus' tidak dikenal"),
        ("17-13-1945", "bulan 13 tidak ada"),
        ("17-00-1945", "bulan 0 tidak ada"),
        # Eight digits are a date that is none; seven and nine were never one.
        (10_000_000, "bulan 0 tidak ada"),
        (99_999_999, "bulan 99 tidak ada"),
        (9_999_999, "bukan nomor seri tanggal"),
        (100_000_000, "bukan nomor seri tanggal"),
    ],
)
def test_why_it_is_none_is_said(tulis: str | int, sebab: str) -> None:
    with pytest.raises(TanggalGalat, match=sebab):
        read_date(tulis)


@pytest.mark.aturan("TANGGAL-02")
@pytest.mark.parametrize(
    ("tulis", "tanggal"),
    [
        ("17081945", date(1945, 8, 17)),
        (17081945, date(1945, 8, 17)),
        (17081945.0, date(1945, 8, 17)),
        ("19450817", date(1945, 8, 17)),
        ("01011945", date(1945, 1, 1)),
        ("31121945", date(1945, 12, 31)),
        ("19451231", date(1945, 12, 31)),
        ("'17-08-1945", date(1945, 8, 17)),
    ],
)
def test_eight_digits_and_an_apostrophe(tulis: str | float, tanggal: date) -> None:
    assert read_date(tulis) == tanggal


@pytest.mark.aturan("DOBEL-05")
def test_more_likely_than_not_is_one_half_and_a_tenth_is_worth_a_look() -> None:
    assert (BATAS_DOBEL, BATAS_PERIKSA) == (0.5, 0.1)


@pytest.mark.aturan("DOBEL-02")
def test_each_row_is_joined_to_the_first_of_its_evidence() -> None:
    """Somebody of whom the key is not known stops nobody behind; a mother and a family card of one spelling are two things."""
    lahir = date(1980, 8, 17)
    isi = [("Budi", None, "Siti", ""), ("Budi", lahir, "Siti", ""), ("Budi", lahir, "Siti", "3313110101050001")]
    isi += [("Budi", lahir, "", "3313110101050001"), ("Budi", lahir, "Partini", "")]
    orang = [
        Penduduk(f"331311170880000{i}", nama, tanggal, "L", nama_ibu=ibu, no_kk=kk)
        for i, (nama, tanggal, ibu, kk) in enumerate(isi)
    ]
    assert list(iter_strong_pairs([traits_of_penduduk(p) for p in orang])) == [(1, 2), (2, 3)]


@pytest.mark.aturan("NIK-02")
@pytest.mark.parametrize(
    ("nik", "benar"), [("0913111708800001", True), ("1013111708800001", False), ("1113111708800001", True)]
)
def test_only_numbers_that_begin_with_10_are_from_before_siak(nik: str, *, benar: bool) -> None:
    """A region that is on no list is a remark for a person, never a fault of the number."""
    assert is_calendar_true(nik) is benar


@pytest.mark.aturan("CAKUPAN-02")
@pytest.mark.parametrize("persen", ["1e1", "1_0", "0x1", "", "%", "9,2,1", "9.2.1", "٩٢", "nan", "inf"])
def test_what_only_a_computer_calls_a_percentage_is_none(persen: str) -> None:
    with pytest.raises(EktpError, match="tidak terbaca"):
        recorded_range(persen, 7)


@pytest.mark.aturan("DOBEL-08")
@pytest.mark.parametrize(("banyak", "neto"), [(10, 1), (11, 11)])
def test_ten_niks_may_be_one_person_and_eleven_are_not(banyak: int, neto: int) -> None:
    orang = [
        Penduduk(f"331311170880{n:04}", "Budi Rekaan", date(1980, 8, 17), "L", nama_ibu="Siti Rekaan", desa="Jaten")
        for n in range(1, banyak + 1)
    ]
    hasil = reconcile(penduduk=orang, undangan=[], on=date(2012, 8, 28))
    assert hasil.wajib.neto == neto
    assert any(p.jenis == "KELOMPOK_BESAR" for p in hasil.perlu_dilihat) is (neto > 1)


@pytest.mark.aturan("NIK-02")
@pytest.mark.parametrize(
    ("tanggal", "tampak"),
    # 29 February: of 2001 it is none, of 2000 and, with one more digit, of 2012 it would be one.
    [
        ("390180", "39-01-80"),
        ("411380", "01-13-80"),
        ("400180", "40-01-80"),
        ("720180", "32-01-80"),
        ("290201", "29-02-01"),
    ],
)
def test_the_day_that_is_none_is_said_as_a_person_would(tanggal: str, tampak: str) -> None:
    nik = f"331311{tanggal}2001"
    with pytest.raises(NikGalat, match=f"^tanggal {tampak} dalam NIK tidak ada di kalender$"):
        parse_nik(nik, on=date(2012, 8, 28))
    assert sex_of(nik) is None
    assert sex_of("3313112902000001") == "L"
    assert not is_calendar_true("33131117088000010")


@pytest.mark.aturan("NIK-10")
@pytest.mark.parametrize(
    ("nilai", "sebab"),
    [
        (331311.0, "NIK harus 16 angka, ini 6"),
        (331311.5, "NIK harus 16 angka, ini 7"),
        (Decimal("331311.0"), "NIK harus 16 angka, ini 6"),
        (float("nan"), "NIK kosong"),
        (float("inf"), "NIK hanya boleh angka 0-9"),
        (None, "NIK kosong"),
    ],
)
def test_a_number_that_is_no_nik_is_counted_as_it_is_shown(nilai: object, sebab: str) -> None:
    assert explain_nik(nilai) == sebab


@pytest.mark.aturan("DOBEL-02")
def test_the_evidence_of_one_person_is_shown_in_its_order() -> None:
    orang = Penduduk(
        "3313111708800001", "Budi", date(1980, 8, 17), "L", alamat="Jl. Melati 5", rt="001", rw="002", desa="Jaten"
    )
    ciri = traits_of_penduduk(orang)
    assert ciri.pribadi == ("BUDI", date(1980, 8, 17), "L")
    assert show_trait(ciri, "ALAMAT").split(", ")[1:] == ["001", "002", "JATEN"]
    assert known_text("ADA") == "ADA"


@pytest.mark.aturan("WAJIB-04")
@pytest.mark.parametrize(
    ("lahir", "per", "disebut"),
    [
        (date(1996, 2, 29), date(2013, 2, 28), True),
        (date(1996, 2, 29), date(2013, 2, 27), False),
        (date(1996, 3, 1), date(2013, 2, 28), False),
        (date(1996, 2, 28), date(2013, 2, 28), False),
        (date(1995, 2, 28), date(2013, 2, 28), False),
    ],
)
def test_the_leap_day_rule_is_named_on_the_one_day_that_it_decides(lahir: date, per: date, *, disebut: bool) -> None:
    assert ("WAJIB-04" in decide_wajib(Penduduk("3313110101800001", tanggal_lahir=lahir), on=per).aturan) is disebut


@pytest.mark.aturan("WAJIB-07")
def test_an_arrival_without_a_date_stands_after_a_move_out_dated_that_very_day() -> None:
    on = date(2012, 8, 28)
    datang, keluar = Pindah("3313110101800001", None, Arah.DATANG), Pindah("3313110101800001", on, Arah.KELUAR)
    for urut in ([datang, keluar], [keluar, datang]):
        assert domicile_at(urut, on) == (Domisili.DI_SINI, datang)


@pytest.mark.aturan("TANGGAL-02")
def test_an_hour_of_the_day_that_never_was_is_refused_too() -> None:
    for serial in (60, 60.5, 60.99):
        with pytest.raises(TanggalGalat, match="29 Februari 1900"):
            from_serial(serial)
    assert from_serial(61) == date(1900, 3, 1)
    assert from_serial(59.9) == date(1900, 2, 28)


@pytest.mark.aturan("CAKUPAN-05")
def test_what_no_published_figure_can_be_is_named() -> None:
    for isi, kata in (({"sisa": -1}, "sisa tidak boleh negatif"), ({"terekam": -1}, "terekam tidak boleh negatif")):
        with pytest.raises(EktpError, match=f"^{kata}$"):
            check_published("92,10", 100, **isi)
    for persen in ("", "1e1", Decimal("NaN"), Decimal("Infinity")):
        with pytest.raises(EktpError, match="tidak terbaca, tulis misalnya 92,10"):
            recorded_range(persen, 100)
