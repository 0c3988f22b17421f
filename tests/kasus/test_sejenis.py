"""The page on other NIK readers says what they answer today, and what we answer; its cases are there, and its rules."""

from __future__ import annotations

import importlib.metadata
import re

import pytest

from ektp_core import aturan
from kasus.sejenis import HALAMAN, PENJAWAB, SALAH, Soal, answer, ask_business, clock, fill, iter_rows
from kasus.sejenis import PER as PER_HALAMAN

TEKS = HALAMAN.read_text(encoding="utf-8")
ROWS = list(iter_rows(TEKS))


@pytest.mark.parametrize(("jenis", "kolom"), ROWS, ids=[kolom["keadaan"] for _, kolom in ROWS])
def test_each_answer_on_the_page_is_given_today(jenis: str, kolom: dict[str, str]) -> None:
    assert answer(jenis, kolom) == kolom


def test_the_whole_page_is_fresh() -> None:
    assert fill(TEKS) == TEKS, "segarkan dengan: uv run --directory tests python -m kasus.sejenis"


def test_the_versions_on_the_page_are_those_that_answer() -> None:
    tabel = re.findall(r"^\| `([\w-]+)` \| ([\d.]+) \|", TEKS, re.M)
    assert [nama for nama, _ in tabel] == [nama for nama in PENJAWAB if nama != "ektp"]
    assert dict(tabel) == {nama: importlib.metadata.version(nama) for nama, _ in tabel}


def test_the_page_asks_of_everything_that_goes_wrong() -> None:
    ditanya = {kolom["keadaan"] for _, kolom in ROWS}
    assert {jenis for jenis, _ in ROWS} == {"abad", "tanggal", "wilayah", "tulisan"}
    assert {"lahir 2005", "hari 81", "hari 99", "30 Februari", "nomor urut 0000", "titik", "spasi"} <= ditanya
    kode = {kolom["nilai"].strip("`'")[:2] for jenis, kolom in ROWS if jenis == "wilayah"}
    assert {"65", "92", "96"} <= kode
    assert len(ROWS) > 40


def test_every_rule_named_is_a_rule_and_led_to() -> None:
    tautan = {re.fullmatch(r"\[(.+)\]\((.+)#(.+)\)", kolom["aturan"]) for _, kolom in ROWS}
    assert len(tautan) > 1
    for satu in tautan:
        assert satu is not None
        assert aturan.get(satu[1]).id == satu[1]
        assert f"({satu[3]})=" in (HALAMAN.parent / satu[2]).read_text(encoding="utf-8")


def test_the_marks_spare_nobody() -> None:
    """Each reader is right somewhere and wrong somewhere; we are no exception."""
    for nama in PENJAWAB:
        tanda = [kolom[nama].endswith(SALAH) for _, kolom in ROWS if kolom["sebenarnya"]]
        assert any(tanda), nama
        assert not all(tanda), nama
    kita = [kolom["keadaan"] for _, kolom in ROWS if kolom["ektp"].endswith(SALAH)]
    assert "provinsi 99" in kita
    assert "lewat 100 tahun, tanpa data lain" in kita


def test_a_changed_answer_is_seen() -> None:
    assert fill(TEKS.replace("1905-07-05 ✗", "2005-07-05", 1)) == TEKS
    jenis, kolom = ROWS[0]
    assert answer(jenis, kolom | {"ektp": "1905-07-05 · L"}) == kolom


def test_nobodys_nik_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert ask_business(Soal("3171011708450001", PER_HALAMAN)).startswith("1945-08-17")
    assert capsys.readouterr().out == ""


def test_the_clock_is_set_back() -> None:
    from datetime import datetime

    with clock(PER_HALAMAN):
        import datetime as modul

        assert modul.datetime.now().date() == PER_HALAMAN
    assert modul.datetime is datetime
