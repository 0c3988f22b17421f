"""The command against an independent examiner: workbooks whose truth is known by construction, every row and figure.

The examiner (`kebenaran`) was written from the contract without reading the product. A failure lists the first wrong
invitations with their story, what was expected, what came, and the rows as written. The 55.865-row variant is slow and
is run by hand: `python -m tests.buku.kebenaran --n 55865 --seed 7 --uji -o FOLDER`.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from random import Random

import pytest

from buku.kebenaran.banding import Pembanding
from buku.kebenaran.buku import RAPI, Gaya, write_buku
from buku.kebenaran.harapan import check_own_identities, decisions, figures
from buku.kebenaran.jalan import call_rekon, report, run_rekon
from buku.kebenaran.semua import SEMUA, full_world, small_world

D = date(2012, 8, 28)
# The two days on which somebody born on 29 February 1996 is not yet, and is, seventeen.
SEBELUM_KABISAT, KABISAT = date(2013, 2, 27), date(2013, 2, 28)
SESUDAH_UU_24 = date(2014, 1, 15)


@pytest.mark.parametrize(("seed", "on"), [(1, D), (2, KABISAT), (3, SESUDAH_UU_24)])
def test_whole_workbook(seed: int, on: date, tmp_path: Path) -> None:
    """Some 2.000 residents, every scene and many mixtures, all the dirt."""
    beda = run_rekon(full_world(n=2000, seed=seed, on=on), tmp_path)
    assert not beda, report(beda)


@pytest.mark.parametrize("keluarga", sorted(SEMUA))
def test_family(keluarga: str, tmp_path: Path) -> None:
    """One subject at a time, so that a failure can be read."""
    beda = run_rekon(small_world(keluarga, seed=11, on=D), tmp_path)
    assert not beda, report(beda)


@pytest.mark.parametrize("on", [SEBELUM_KABISAT, KABISAT])
def test_age_around_29_february(on: date, tmp_path: Path) -> None:
    """Whoever was born on 29 February turns 17 on the 28th in a common year."""
    beda = run_rekon(small_world("usia", seed=12, on=on), tmp_path)
    assert not beda, report(beda)


def test_tidy_workbook(tmp_path: Path) -> None:
    """The same stories without the dirt of layout: what fails here is not about reading."""
    beda = run_rekon(full_world(n=600, seed=4, on=D), tmp_path, gaya=RAPI)
    assert not beda, report(beda)


def test_without_wilayah(tmp_path: Path) -> None:
    """Without the list of addresses, addresses decide nothing; notes still do."""
    beda = run_rekon(full_world(n=600, seed=5, on=D, wilayah=False), tmp_path)
    assert not beda, report(beda)


@pytest.mark.parametrize("kolom", ["ITAP_SAMPAI", "TGL_KAWIN"])
def test_missing_optional_column(kolom: str, tmp_path: Path) -> None:
    """What the column would have decided is left undecided: a foreigner; a marriage's date does not count against it."""
    beda = run_rekon(small_world("usia", seed=16, on=D, tanpa_kolom=[kolom]), tmp_path)
    assert not beda, report(beda)


def test_workbook_that_counts_from_1904(tmp_path: Path) -> None:
    """Date cells of a workbook from an old Mac are the same days."""
    beda = run_rekon(full_world(n=600, seed=6, on=D), tmp_path, gaya=Gaya(sejak_1904=True))
    assert not beda, report(beda)


def test_without_pagu(tmp_path: Path) -> None:
    """A quota that nobody gave is unknown, and so is its coverage."""
    beda = run_rekon(small_world("umum", seed=15, on=D, ulang=30), tmp_path, pagu=None)
    assert not beda, report(beda)


def test_row_order_changes_no_truth(tmp_path: Path) -> None:
    """One world, written twice in other orders."""
    w = small_world("surat", seed=13, on=D)
    for kali in ("satu", "dua"):
        (tmp_path / kali).mkdir()
        beda = run_rekon(w, tmp_path / kali)
        assert not beda, report(beda)


def test_row_order_changes_no_count(tmp_path: Path) -> None:
    """Every figure, those of `PERLU DILIHAT` and `DUGAAN DOBEL` too, is the same for the same rows in other orders."""
    w = full_world(n=900, seed=8, on=D)
    angka = []
    for seed in range(3):
        write_buku(w, tmp_path / "buku.xlsx", RAPI)
        call_rekon(tmp_path, D, 800)
        angka.append(json.loads((tmp_path / "ringkasan.json").read_text(encoding="utf-8")))
        Random(seed).shuffle(w.baris)
    assert angka[0] == angka[1] == angka[2]


@pytest.mark.parametrize("seed", range(20, 26))
def test_examiner_is_of_one_mind(seed: int, tmp_path: Path) -> None:
    """The examiner's own numbers satisfy the contract's identities, and one seed makes one truth."""
    dua = []
    for _ in range(2):
        w = full_world(n=400, seed=seed, on=D)
        angka = figures(w, write_buku(w, tmp_path / "buku.xlsx").dibaca, pagu=400)
        check_own_identities(w, angka)
        dua.append((angka, [k.as_dict() for k in decisions(w)]))
    assert dua[0] == dua[1]


def test_examiner_sees_a_wrong_answer(tmp_path: Path) -> None:
    """Held against another truth, the same result does not pass."""
    w = small_world("umum", seed=14, on=D, ulang=30)
    beda = run_rekon(w, tmp_path, pagu=100)
    assert not beda, report(beda)
    orang = next(i for i in w.insan if i.terekam and i.kertas)
    orang.terekam = False
    orang.catatan.add("PINDAH")
    dibaca = {nama: sum(b.lembar == nama for b in w.baris) for nama in {b.lembar for b in w.baris}}
    beda = Pembanding(w, dibaca, 100, tmp_path / "hasil.xlsx", tmp_path / "ringkasan.json").run()
    jenis = {b.jenis.split()[0] for b in beda}
    assert jenis >= {"KEPUTUSAN", "JSON", "PENYISIRAN", "PENGEMBALIAN"}
