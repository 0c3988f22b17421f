"""`ektp uji-angka`: published figures against each other, without any workbook or extra package."""

from __future__ import annotations

import pytest

from ektp_excel import perintah
from ektp_excel.perintah import main


def ask(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    """What the call prints; it must be answered."""
    assert main(["uji-angka", *argv]) == 0
    keluar, galat = capsys.readouterr()
    assert galat == ""
    return keluar


@pytest.mark.parametrize("wajib", ["55865", "55.865"])
@pytest.mark.parametrize("persen", ["92,10", "92.10", "92,10%"])
def test_jaten(persen: str, wajib: str, capsys: pytest.CaptureFixture[str]) -> None:
    keluar = ask(capsys, "--persen", persen, "--wajib", wajib)
    assert "dibulatkan  terekam 51.449–51.454, sisa 4.411–4.416\n" in keluar
    assert "dipotong    terekam 51.452–51.457, sisa 4.408–4.413\n" in keluar
    assert "Dapat benar bersama bila persennya dibulatkan atau dipotong" in keluar


@pytest.mark.parametrize(
    ("lain", "kata"),
    [
        (["--sisa", "4.412"], "bila persennya dibulatkan atau dipotong"),
        (["--sisa", "4.416"], "bila persennya dibulatkan ("),
        (["--sisa", "4408"], "bila persennya dipotong ("),
        (["--sisa", "4.417"], "Tidak dapat benar bersama"),
        (["--terekam", "51.453", "--sisa", "4.412"], "bila persennya dibulatkan atau dipotong"),
        (["--terekam", "51.453", "--sisa", "4.413"], "Tidak dapat benar bersama"),
        (["--sisa", "4.416", "--cara", "potong"], "Tidak dapat benar bersama"),
        (["--sisa", "4.416", "--cara", "bulat"], "bila persennya dibulatkan ("),
    ],
)
def test_with_what_else_is_said(lain: list[str], kata: str, capsys: pytest.CaptureFixture[str]) -> None:
    keluar = ask(capsys, "--persen", "92,10", "--wajib", "55.865", *lain)
    assert kata in keluar
    assert ("dipotong  " in keluar) == ("bulat" not in lain)


def test_bengkulu_cannot_be(capsys: pytest.CaptureFixture[str]) -> None:
    keluar = ask(capsys, "--persen", "98,15", "--wajib", "1.428.927", "--terekam", "1.408.525")
    assert keluar.count("cocok dengan semuanya: tidak ada") == 2
    assert "Tidak dapat benar bersama" in keluar


def test_more_than_all_and_a_percentage_that_nobody_shows(capsys: pytest.CaptureFixture[str]) -> None:
    keluar = ask(capsys, "--persen", "100,47", "--wajib", "108.871", "--terekam", "109.388")
    assert "sisa 0" in keluar
    assert "bila persennya dibulatkan" in keluar
    assert ask(capsys, "--persen", "33,34", "--wajib", "3").count("tidak ada jumlah orang yang tampil") == 2


@pytest.mark.parametrize(
    ("argv", "kata"),
    [
        (["--wajib", "10"], "belum diberikan: --persen"),
        (["--persen", "92,1x", "--wajib", "10"], "tidak terbaca"),
        (["--persen", "92,10", "--wajib", "banyak"], "bukan jumlah orang"),
        (["--persen", "92,10", "--wajib", "0"], "tidak ada wajib"),
        (["--persen", "92,10", "--wajib", "10", "--cara", "kira"], "'kira' tidak dikenal"),
    ],
)
def test_calls_that_cannot_be_used(argv: list[str], kata: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["uji-angka", *argv]) == 2
    keluar, galat = capsys.readouterr()
    assert (keluar, len(galat.splitlines())) == ("", 1)
    assert kata in galat


def test_it_needs_no_extra(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(perintah, "find_spec", lambda modul: None)
    assert "51.449" in ask(capsys, "--persen", "92,10", "--wajib", "55865")
