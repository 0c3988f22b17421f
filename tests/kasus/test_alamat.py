"""Parts of an address as sheets write them."""

from __future__ import annotations

import pytest

from ektp_core import Lingkungan
from ektp_core.alamat import DaftarAlamat, normalize_alamat, normalize_desa, normalize_number, strip_prefix


@pytest.mark.aturan("UNDANGAN-06", "DOBEL-02")
@pytest.mark.parametrize(
    "tulis",
    [
        *(1, 1.0, "1", "01", "001", "0001", "RT 1", "RT. 001", "rt01", " 1 ", "RW 01", "1\u00a0"),
        *("NO. RT 1", "RT. No. 01", "Rukun Tetangga 01", "Nomor 1"),
    ],
)
def test_the_first_rt_in_many_hands(tulis: object) -> None:
    assert normalize_number(tulis) == "001"


@pytest.mark.aturan("UNDANGAN-06", "DOBEL-02")
@pytest.mark.parametrize("kosong", [None, "", " ", "-", "0", "000", 0, 0.0, "--"])
def test_no_rt(kosong: object) -> None:
    assert normalize_number(kosong) == ""


@pytest.mark.aturan("UNDANGAN-06", "DOBEL-02")
def test_other_marks_of_an_rt() -> None:
    assert (normalize_number("12"), normalize_number("123"), normalize_number("2A")) == ("012", "123", "02A")


@pytest.mark.aturan("UNDANGAN-06", "DOBEL-02")
@pytest.mark.parametrize(
    "tulis",
    [
        "Jaten",
        "JATEN",
        " jaten ",
        "Desa Jaten",
        "- Desa Jaten",
        "Desa Kel. Jaten",
        "DESA  JATEN",
        "Ds. Jaten",
        "Kel. Jaten",
        "KELURAHAN JATEN",
        "Desa/Kel Jaten",
    ],
)
def test_one_desa_in_many_hands(tulis: str) -> None:
    assert normalize_desa(tulis) == "JATEN"
    assert normalize_desa(strip_prefix(tulis)) == "JATEN"


@pytest.mark.aturan("UNDANGAN-06", "DOBEL-02")
@pytest.mark.parametrize("lain", ["Jati", "Desa Jatenan", "Keling", "Desaku", "Dsn Jaten"])
def test_other_desa(lain: str) -> None:
    assert normalize_desa(lain) not in ("JATEN", "")


@pytest.mark.aturan("UNDANGAN-06", "DOBEL-02")
def test_streets() -> None:
    assert normalize_alamat("Jl. Lawu No.12") == normalize_alamat("JL LAWU  NO 12")
    assert normalize_alamat("Jl. Lawu No.12") != normalize_alamat("Jl. Lawu No.1 2")


@pytest.mark.aturan("UNDANGAN-06", "DOBEL-02")
def test_known_addresses() -> None:
    daftar = DaftarAlamat([Lingkungan("Jaten", "1", "2"), Lingkungan("Dagen", "3", "")])
    assert daftar.knows("Desa Jaten", "001", "002")
    assert daftar.knows("Dagen", "003", "007")
    assert daftar.knows("", "", "")
    assert not daftar.knows("Jaten", "001", "003")
    assert not daftar.knows("Dagen", "004", "")
    assert not daftar.knows("Sroyo", "", "")
