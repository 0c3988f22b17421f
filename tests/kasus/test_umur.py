"""Who must hold an e-KTP: named people on the days that matter."""

from __future__ import annotations

from datetime import date

import pytest

from ektp_core import (
    Arah,
    EktpError,
    Kewarganegaraan,
    Meninggal,
    Penduduk,
    Pindah,
    StatusKawin,
    age,
    decide_wajib,
    is_wajib,
    wajib_since,
)
from ektp_core.penduduk import read_kewarganegaraan, read_status_kawin

D = date(2012, 8, 28)
NIK = "3313110101800001"
BELUM, KAWIN, CERAI, PERNAH = StatusKawin.BELUM, StatusKawin.KAWIN, StatusKawin.CERAI, StatusKawin.PERNAH


def orang(lahir: date | None, status: StatusKawin = BELUM, kawin: date | None = None) -> Penduduk:
    return Penduduk(NIK, tanggal_lahir=lahir, status_kawin=status, tanggal_kawin=kawin)


def asing(itap: date | None, *, lahir: date = date(1980, 1, 1), kolom: bool = True) -> Penduduk:
    return Penduduk(
        NIK, tanggal_lahir=lahir, kewarganegaraan=Kewarganegaraan.WNA, itap_sampai=itap, itap_diketahui=kolom
    )


@pytest.mark.aturan("WAJIB-01")
def test_the_17th_birthday_and_the_day_after() -> None:
    """KIA is held to 17 less one day (Permendagri 2/2016): the birthday itself counts."""
    assert is_wajib(orang(date(1995, 8, 28)), on=D) is True
    assert is_wajib(orang(date(1995, 8, 29)), on=D) is False
    assert is_wajib(orang(date(1995, 8, 29)), on=date(2012, 8, 29)) is True


@pytest.mark.aturan("WAJIB-04")
def test_born_on_29_february() -> None:
    """Seventeen on 28 February of the common year 2013, by decision of the project; DATEDIF would say 1 March."""
    kabisat = orang(date(1996, 2, 29))
    assert is_wajib(kabisat, on=date(2013, 2, 27)) is False
    k = decide_wajib(kabisat, on=date(2013, 2, 28))
    assert (k.wajib, k.aturan) == (True, ("WAJIB-01", "WAJIB-04"))
    assert decide_wajib(kabisat, on=date(2013, 3, 1)).aturan == ("WAJIB-01",)
    assert wajib_since(kabisat) == date(2013, 2, 28)
    assert decide_wajib(orang(date(1996, 2, 28)), on=date(2013, 2, 28)).aturan == ("WAJIB-01",)


@pytest.mark.aturan("WAJIB-02")
def test_a_married_minor() -> None:
    k = decide_wajib(orang(date(1998, 1, 1), KAWIN, date(2012, 8, 28)), on=D)
    assert (k.wajib, k.alasan.value, k.aturan) == (True, "KAWIN", ("WAJIB-02",))
    assert is_wajib(orang(date(1998, 1, 1), KAWIN, date(2012, 8, 29)), on=D) is False
    assert is_wajib(orang(date(1998, 1, 1), KAWIN), on=D) is True
    assert wajib_since(orang(date(1998, 1, 1), KAWIN, date(2012, 8, 28))) == D
    assert wajib_since(orang(date(1998, 1, 1), KAWIN)) == "belum diketahui"


@pytest.mark.aturan("WAJIB-02")
def test_a_widow_of_fifteen_stays_obliged() -> None:
    for status in (CERAI, PERNAH):
        k = decide_wajib(orang(date(1997, 6, 1), status, date(2011, 1, 1)), on=D)
        assert (k.wajib, k.alasan.value) == (True, "KAWIN")


@pytest.mark.aturan("WAJIB-01", "WAJIB-02")
def test_married_at_eighteen_is_wajib_since_seventeen() -> None:
    assert wajib_since(orang(date(1980, 3, 5), KAWIN, date(1998, 6, 1))) == date(1997, 3, 5)


@pytest.mark.aturan("WAJIB-03")
def test_the_last_day_of_a_permit() -> None:
    assert decide_wajib(asing(D), on=D).aturan == ("WAJIB-01", "WAJIB-03")
    k = decide_wajib(asing(date(2012, 8, 27)), on=D)
    assert (k.wajib, k.alasan.value, k.aturan) == (False, "TANPA_ITAP", ("WAJIB-03",))


@pytest.mark.aturan("WAJIB-03", "WAJIB-08")
def test_a_blank_permit_is_none_and_only_a_missing_column_leaves_it_open() -> None:
    assert is_wajib(asing(None), on=D) is False
    assert is_wajib(asing(None, kolom=False), on=D) is None
    assert is_wajib(asing(None, lahir=date(2005, 1, 1), kolom=False), on=D) is False


@pytest.mark.aturan("WAJIB-05")
def test_a_sixteen_year_old_may_be_recorded_but_is_not_wajib() -> None:
    k = decide_wajib(orang(date(1996, 1, 1)), on=D)
    assert (k.wajib, k.alasan.value, k.aturan) == (False, "BELUM_17", ("WAJIB-05",))


@pytest.mark.aturan("WAJIB-08")
def test_an_unreadable_birth_date() -> None:
    assert decide_wajib(orang(None), on=D).alasan.value == "BELUM_DIKETAHUI"
    assert is_wajib(orang(None, KAWIN), on=D) is True
    assert wajib_since(orang(None)) == "belum diketahui"


@pytest.mark.aturan("WAJIB-01")
def test_the_law_begins_on_29_december_2006() -> None:
    assert is_wajib(orang(date(1950, 1, 1)), on=date(2006, 12, 29)) is True
    with pytest.raises(EktpError, match="2006-12-29"):
        is_wajib(orang(date(1950, 1, 1)), on=date(2006, 12, 28))


@pytest.mark.aturan("WAJIB-01", "WAJIB-02", "WAJIB-03", "WAJIB-05")
def test_both_laws_say_the_same() -> None:
    for on in (date(2013, 12, 23), date(2013, 12, 24)):
        assert is_wajib(orang(date(1996, 12, 24)), on=on) is (on.day == 24)


@pytest.mark.aturan("WAJIB-07")
def test_moved_out_and_back_on_one_day() -> None:
    keluar, datang = Pindah(NIK, D), Pindah(NIK, D, Arah.DATANG)
    tua = orang(date(1950, 1, 1))
    assert decide_wajib(tua, on=D, mutasi=[keluar]).alasan.value == "PINDAH"
    assert is_wajib(tua, on=D, mutasi=[datang, keluar]) is True
    assert decide_wajib(tua, on=D, mutasi=[Pindah(NIK, date(2012, 8, 29), Arah.DATANG)]).alasan.value == "BELUM_DATANG"
    assert is_wajib(tua, on=D, mutasi=[Pindah(NIK, date(2012, 8, 29))]) is True


@pytest.mark.aturan("WAJIB-06")
def test_dead_on_the_day_the_day_after_and_at_an_unknown_date() -> None:
    tua = orang(date(1950, 1, 1))
    assert decide_wajib(tua, on=D, mutasi=[Meninggal(NIK, D)]).aturan == ("WAJIB-06",)
    assert is_wajib(tua, on=D, mutasi=[Meninggal(NIK, date(2012, 8, 29))]) is True
    assert is_wajib(tua, on=D, mutasi=[Meninggal(NIK)]) is False


@pytest.mark.aturan("WAJIB-01", "WAJIB-04")
def test_ages() -> None:
    assert age(date(1945, 8, 17), on=date(2012, 8, 17)) == 67
    assert age(date(2000, 2, 29), on=date(2001, 2, 28)) == 1
    assert age(date(2000, 2, 29), on=date(2004, 2, 28)) == 3
    assert age(date(2012, 8, 29), on=D) == -1


@pytest.mark.aturan("WAJIB-02")
@pytest.mark.parametrize(
    ("tulis", "pernah"),
    [
        ("1", False), ("2", True), ("3", True), ("4", True), ("5", True), ("6", True), ("Belum Kawin", False),
        ("BELUM MENIKAH", False), ("Kawin Tercatat", True), ("Kawin Belum Tercatat", True), ("Cerai Hidup", True),
        ("Cerai Mati", True), ("Janda", True), ("duda", True), ("Pernah Kawin", True), ("", None), ("entah", None), ("9", None),
        ("0002", True), ("0", None), ("1" * 5000, None),
    ],
)  # fmt: skip
def test_marriage_in_both_schemes_of_stat_kwn(tulis: str, pernah: bool | None) -> None:
    assert read_status_kawin(tulis).pernah_kawin is pernah


@pytest.mark.aturan("WAJIB-03")
@pytest.mark.parametrize(
    ("tulis", "jadi"),
    [
        ("WNI", "WNI"),
        ("", "WNI"),
        ("Indonesia", "WNI"),
        ("1", "WNI"),
        ("WNA", "WNA"),
        ("2", "WNA"),
        ("MALAYSIA", "WNA"),
    ],
)
def test_citizenship(tulis: str, jadi: str) -> None:
    assert read_kewarganegaraan(tulis).value == jadi
