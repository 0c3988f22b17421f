"""The words and codes of PENDUDUK: every one that offices write, in any case and with any mark around it."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aturan.kata import (
    BELUM_KAWIN,
    CERAI,
    KAWIN,
    LAKI,
    PEREMPUAN,
    PERNAH_KAWIN,
    STATUS_TAK_TERBACA,
    WNA,
    WNI,
)
from ektp_core import Kewarganegaraan, StatusKawin
from ektp_core.penduduk import read_jenis_kelamin, read_kewarganegaraan, read_status_kawin

HURUF = (str.lower, str.upper, str.title)
TEPI = (("", ""), (" ", "."), ("", "_"))
STATUS = {
    StatusKawin.BELUM: BELUM_KAWIN,
    StatusKawin.KAWIN: KAWIN,
    StatusKawin.CERAI: CERAI,
    StatusKawin.PERNAH: PERNAH_KAWIN,
    StatusKawin.TIDAK_TERBACA: STATUS_TAK_TERBACA,
    StatusKawin.KOSONG: ("", " ", "-", "--", "."),
}
KODE = {1: False, 2: True, 3: True, 4: True, 5: True, 6: True}
"""STAT_KWN in both schemes: 1 was never married, every other code is or was."""


@pytest.mark.aturan("NIK-04")
def test_every_word_for_the_sex_is_known() -> None:
    for (harus, semua), huruf, (awal, akhir) in product((("L", LAKI), ("P", PEREMPUAN)), HURUF, TEPI):
        for kata in semua:
            assert read_jenis_kelamin(f"{awal}{huruf(kata)}{akhir}") == harus, kata
    for asing in ("", "?", "3", "X", "LP", "00"):
        assert read_jenis_kelamin(asing) is None


@pytest.mark.aturan("WAJIB-02")
@pytest.mark.parametrize("status", list(STATUS))
def test_every_word_for_the_marriage_is_known(status: StatusKawin) -> None:
    for kata, huruf, (awal, akhir) in product(STATUS[status], HURUF, TEPI):
        assert read_status_kawin(f"{awal}{huruf(kata)}{akhir}") is status, kata
    pernah = {StatusKawin.BELUM: False, StatusKawin.KOSONG: None, StatusKawin.TIDAK_TERBACA: None}
    assert status.pernah_kawin is pernah.get(status, True)


@pytest.mark.aturan("WAJIB-02", "WAJIB-08")
@given(st.integers(0, 120))
def test_a_code_of_marriage_needs_no_scheme(kode: int) -> None:
    for tulis in (f"{kode}", f"{kode:02d}"):
        status = read_status_kawin(tulis)
        assert status.pernah_kawin is KODE.get(kode)
        assert (status is StatusKawin.TIDAK_TERBACA) == (kode not in KODE)


@pytest.mark.aturan("WAJIB-03")
def test_every_word_for_the_citizenship_is_known() -> None:
    for kata, huruf, (awal, akhir) in product((*WNI, "-"), HURUF, TEPI):
        assert read_kewarganegaraan(f"{awal}{huruf(kata)}{akhir}") is Kewarganegaraan.WNI, kata
    for kata, huruf, (awal, akhir) in product(WNA, HURUF, TEPI):
        assert read_kewarganegaraan(f"{awal}{huruf(kata)}{akhir}") is Kewarganegaraan.WNA, kata
        if not kata.isdigit():
            assert read_kewarganegaraan(f"warga {kata}") is Kewarganegaraan.WNA, kata
    for asing in ("3", "?", "?!", "WNI?", "TIDAK TAHU", "WARGA", "00", "2 3"):
        assert read_kewarganegaraan(asing) is Kewarganegaraan.TIDAK_TERBACA, asing
