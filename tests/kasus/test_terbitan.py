"""The page on published figures says what they come to, and no figure on it can change unseen."""

from __future__ import annotations

import re
from decimal import ROUND_DOWN, ROUND_HALF_UP, Context, Decimal

import pytest

from ektp_core import aturan
from ektp_core.cakupan import round_percent
from kasus.tabel_md import Kolom, cells, read_tables
from kasus.terbitan import COCOK, DIPOTONG, HALAMAN, HITUNG, SALAH, bases_of, fill, read_count

TEKS = HALAMAN.read_text(encoding="utf-8")
ROWS = [(jenis, kolom) for jenis, rows in read_tables(TEKS, "angka") for kolom in rows]
PERSEN = [kolom for jenis, kolom in ROWS if jenis == "persen"]


def rows_of(jenis: str) -> list[Kolom]:
    return [kolom for satu, kolom in ROWS if satu == jenis]


def row(sumber: str, tempat: str, jenis: str = "persen", **lain: str) -> Kolom:
    """The one row of a source that begins so."""
    ada = [
        k for k in rows_of(jenis)
        if k["sumber"] == sumber and cells("|".join(k.values()))[1].startswith(tempat) and lain.items() <= k.items()
    ]  # fmt: skip
    assert len(ada) == 1, ada
    return ada[0]


def name(satu: tuple[str, Kolom]) -> str:
    return f"{satu[0]}: {' '.join(list(satu[1].values())[:3])}"


@pytest.mark.parametrize(("jenis", "kolom"), ROWS, ids=map(name, ROWS))
def test_each_row_of_the_page_is_reckoned_so(jenis: str, kolom: Kolom) -> None:
    assert kolom | HITUNG[jenis](kolom) == kolom


def test_the_whole_page_is_fresh() -> None:
    assert fill(TEKS) == TEKS, "segarkan dengan: uv run --directory tests python -m kasus.terbitan"


@pytest.mark.parametrize("kolom", PERSEN, ids=lambda k: f"{k['sumber']} {k['tempat, tanggal']}")
def test_verdict_by_decimal_arithmetic(kolom: Kolom) -> None:
    """The same verdict by long division with forty digits, which knows nothing of ranges."""
    persen = Context(prec=40).divide(Decimal(100 * read_count(kolom["terekam"])), Decimal(read_count(kolom["wajib"])))
    tercetak = Decimal(kolom["tercetak"].replace(",", "."))
    putusan = SALAH
    if persen.quantize(tercetak, ROUND_HALF_UP) == tercetak:
        putusan = COCOK
    elif persen.quantize(tercetak, ROUND_DOWN) == tercetak:
        putusan = DIPOTONG
    assert kolom["putusan"] == putusan
    assert kolom["hitung ulang"].replace(",", ".") == f"{persen.quantize(Decimal('.01'), ROUND_HALF_UP)}"


@pytest.mark.parametrize(("jenis", "kolom"), [s for s in ROWS if s[0] != "dasar"], ids=lambda s: str(s)[:40])
def test_no_figure_changes_unseen(jenis: str, kolom: Kolom) -> None:
    """Every digit that was printed, made another one, makes the row false."""
    for nama in {"wajib", "terekam", "tercetak", "hitungan"} & kolom.keys():
        for cocok in re.finditer(r"\d", kolom[nama]):
            lain = str((int(cocok[0]) + 1) % 10)
            ubah = kolom | {nama: kolom[nama][: cocok.start()] + lain + kolom[nama][cocok.end() :]}
            assert ubah | HITUNG[jenis](ubah) != ubah, ubah


def test_the_stories_that_must_be_there() -> None:
    assert row("4", "Penajam", dasar="pagu")["hitung ulang"] == "100,47"
    assert row("4", "PPU", "jumlah")["putusan"] == COCOK
    assert row("15", "Bengkulu, November")["putusan"] == SALAH
    assert row("15", "Bengkulu, November")["hitung ulang"] == "98,57"
    assert {(k["dasar"], k["hitung ulang"]) for k in PERSEN if "9-10-2012" in k["tempat, tanggal"]} == {
        ("pagu", "98,49"), ("daftar", "77,09"),
    }  # fmt: skip
    jaten = [k for k in rows_of("selang") if k["tempat, tanggal"].startswith("Jaten")]
    assert [list(k.values())[-4:] for k in jaten] == [
        ["51.449", "51.454", "4.411", "4.416"],
        ["51.452", "51.457", "4.408", "4.413"],
    ]


def test_bengkulu_is_right_when_its_rows_are_added() -> None:
    *daerah, jumlah = rows_of("dasar")
    assert sum(read_count(k["terekam"]) for k in daerah) == read_count(jumlah["terekam"])
    assert row("15", "Bengkulu 2020, dengan")["terekam"] == jumlah["terekam"]
    assert row("15", "Bengkulu 2020, dengan")["putusan"] == COCOK
    selang = [bases_of(read_count(k["terekam"]), k["tercetak"]) for k in daerah]
    assert sum(a for a, _ in selang) <= 1_428_927 <= sum(b for _, b in selang)


@pytest.mark.parametrize("kolom", rows_of("dasar"), ids=lambda k: k["kabupaten"])
def test_the_bases_are_all_that_round_to_what_was_printed(kolom: Kolom) -> None:
    terekam, tercetak = read_count(kolom["terekam"]), Decimal(kolom["tercetak"].replace(",", "."))
    awal, akhir = bases_of(terekam, kolom["tercetak"])
    desimal = -int(tercetak.as_tuple().exponent)
    cocok = {n: round_percent(terekam, n, desimal) == tercetak for n in (awal - 1, awal, akhir, akhir + 1)}
    assert list(cocok.values()) == [False, True, True, False]


def test_every_kind_of_verdict_and_base_is_there() -> None:
    assert {k["putusan"] for k in PERSEN} == {COCOK, DIPOTONG, SALAH}
    assert {"pagu", "daftar", "DPT"} <= {k["dasar"] for k in PERSEN}


def test_every_source_is_given_and_used() -> None:
    """The numbers of the sources run on, each has an address, and each is named by a row or in the text."""
    _, daftar = TEKS.split("\n## Sumber\n")
    sumber = re.findall(r"^(\d+)\. (.+)$", daftar, re.M)
    assert [nomor for nomor, _ in sumber] == [str(n + 1) for n in range(len(sumber))]
    assert all(re.search(r"<https?://[^>]+>", isi) for _, isi in sumber)
    dipakai = {k["sumber"] for _, k in ROWS if "sumber" in k} | set(re.findall(r"sumber (\d+)", TEKS))
    assert dipakai == {nomor for nomor, _ in sumber}


def test_every_rule_named_is_a_rule() -> None:
    disebut = set(re.findall(r"[A-Z]+-\d\d\b", TEKS))
    assert {"CAKUPAN-01", "CAKUPAN-02", "CAKUPAN-04"} <= disebut
    for id in disebut & {f"CAKUPAN-{n:02d}" for n in range(1, 100)}:
        assert aturan.get(id).id == id
