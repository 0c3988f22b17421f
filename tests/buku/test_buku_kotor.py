"""Whole workbooks, made dirty by Hypothesis and played through the command.

Dirt of form may not change a figure: the answer is that of the core, asked in memory about the clean rows. Dirt of
substance may change anything but these: no traceback, one line where nothing can be done, every row accounted for, the
input untouched, the output a workbook. `python -m bench.fuzz buku --detik 600` goes on where this stops.
"""

from __future__ import annotations

import io
import re
from collections import Counter
from contextlib import redirect_stderr, redirect_stdout
from datetime import date
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from aturan.test_salah_ketik import salah_ketik
from buku.kotor import BENTUK, ISI, BukuKotor, count_rows, make_buku, soil
from buku.kotor_tulis import Jawaban, play, write_kotor
from buku.test_samarkan import rows
from ektp_core import clean_nik
from ektp_core.nik import is_placeholder
from ektp_excel.buku.json_ringkasan import summary
from ektp_excel.perintah import main
from strategies import D, Insan, Tabel, benih, tabel, tanggal_acuan

Kunci = tuple[str, ...]


def _tidy_places(t: Tabel) -> Tabel:
    """A sheet WILAYAH is filled downwards, as merged cells are: rows that this would change are no clean rows."""
    if t.wilayah is None:
        return t
    return evolve(t, wilayah=tuple(b for b in t.wilayah if b.get("RW") or not b.get("RT")))


DUNIA = tabel(tanggal_acuan()).map(_tidy_places)
TERSALIN = salah_ketik().map(lambda penduduk: Tabel(D, tuple(penduduk)))
"""A register in which people stand again under a mistyped NIK."""
BENTUK_SAJA = st.sets(st.sampled_from(sorted(BENTUK)), max_size=6)
SEMUA = st.tuples(BENTUK_SAJA, st.sets(st.sampled_from(sorted(ISI)), min_size=1, max_size=3)).map(lambda s: s[0] | s[1])
PAGU = st.sampled_from((None, 3))
_ORANG = Insan()
CONTOH = Tabel(
    D,
    (
        _ORANG.listed(),
        evolve(_ORANG, nik="3313115009920002", nama="Siti Khotijah", lahir=date(1992, 9, 10), kelamin="P").listed(),
    ),
    (_ORANG.invited(), _ORANG.invited("2", KETERANGAN="2x"), _ORANG.invited("3", NIK="3,31311E+15", KETERANGAN="alm.")),
    (_ORANG.recorded(D), _ORANG.recorded(D, "PRINT_READY_RECORD", nik="3313115009920002")),
    (_ORANG.moved("tidak tahu"),),
    (_ORANG.dead(date(2013, 1, 2), nik="3313115009920002"),),
    ({"DESA": "Jaten", "RW": "001", "RT": 1.0},),
)


def check_form(t: Tabel, kotoran: set[str], n: int, pagu: int | None) -> None:
    """Dirt of form: the figures, and what became of each paper, are those of the clean rows in memory."""
    bersih = t.reconcile(pagu)
    buku = soil(make_buku(t), kotoran, Random(n))
    with TemporaryDirectory() as nama:
        jawab = _play(buku, Path(nama), pagu)
        assert jawab.kode == 0, jawab.galat
        assert jawab.angka == summary(bersih)
        harap: list[Kunci] = [(k.kategori.value, k.nik_dipakai, "YA" if k.pasti else "BELUM") for k in bersih.keputusan]
        dapat = _decisions(jawab.hasil)
        # Of two papers that tie in all else the first row is kept, so that another order may name another of their NIKs.
        assert dapat == harap or (buku.teracak and _without_nik(dapat) == _without_nik(harap))


def check_substance(t: Tabel, kotoran: set[str], n: int, pagu: int | None) -> None:
    """Dirt of substance: a whole answer or one line, and every row accounted for."""
    buku = soil(make_buku(t), kotoran, Random(n))
    with TemporaryDirectory() as nama:
        jawab = _play(buku, Path(nama), pagu)
        if jawab.kode == 2:
            return
        assert jawab.kode == 0, jawab.galat
        assert jawab.angka is not None
        _check_books(jawab.angka, buku)
        assert len(_decisions(jawab.hasil)) == jawab.angka["undangan"]["total"] - jawab.angka["undangan"]["galat"]


def _play(buku: BukuKotor, folder: Path, pagu: int | None) -> Jawaban:
    """The answer of the command, and what holds of every answer."""
    masukan = write_kotor(buku, folder)
    sebelum = {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()}
    jawab = play(masukan, folder, buku.on, pagu)
    assert {p: p.read_bytes() for p in sebelum} == sebelum, "masukan berubah"
    tertulis = {p for p in folder.rglob("*") if p.is_file()} - set(sebelum)
    assert not re.search(r"\d{13}", (jawab.layar + jawab.galat).replace(str(folder), "")), "NIK utuh di layar"
    if jawab.kode == 2:
        assert re.fullmatch("ektp: .+\n", jawab.galat), jawab.galat
        assert "kesalahan di dalam program" not in jawab.galat, jawab.galat
        assert not tertulis, "ada sisa"
    else:
        assert jawab.galat == ""
        assert {p.name for p in tertulis} == {"hasil.xlsx", "angka.json"}
    return jawab


def _decisions(hasil: Path) -> list[Kunci]:
    """KEPUTUSAN by another reader than ours: category, NIK and certainty of each row."""
    buku = load_workbook(hasil, read_only=True)
    rows = [["" if v is None else str(v) for v in row] for row in buku["KEPUTUSAN"].iter_rows(values_only=True)]
    buku.close()
    kepala = next(row for row in rows if "KATEGORI" in row)
    di = [kepala.index(k) for k in ("KATEGORI", "NIK_DIPAKAI", "PASTI")]
    return [tuple(row[i] for i in di) for row in rows[rows.index(kepala) + 1 :] if row[di[0]]]


def _without_nik(keputusan: list[Kunci]) -> Counter[Kunci]:
    return Counter((kategori, pasti) for kategori, _, pasti in keputusan)


def _check_books(angka: dict[str, Any], buku: BukuKotor) -> None:
    assert all(n["seimbang"] for n in angka["neraca"])
    undangan = angka["undangan"]
    assert undangan["total"] == angka["dibaca"]["UNDANGAN"] == sum(v for k, v in undangan.items() if k != "total")
    assert angka["galat"].get("UNDANGAN", 0) <= undangan["galat"]
    assert angka["wajib"]["neto"] == angka["terekam"] + angka["belum_terekam"]
    assert sum(d["wajib"] for d in angka["desa"]) == angka["wajib"]["neto"]
    if buku.kotoran.isdisjoint(("judul_hilang", "judul_dobel", "lembar_dobel")):
        for lembar in buku.lembar:
            # What stands right under a header may belong to it, as numbers of columns do.
            assert angka["dibaca"][lembar.baku] - count_rows(lembar) in (0, -1), lembar.baku


@settings(max_examples=60)
@given(DUNIA, BENTUK_SAJA, benih, PAGU)
def test_dirt_of_form_changes_no_figure(t: Tabel, kotoran: set[str], n: int, pagu: int | None) -> None:
    check_form(t, kotoran, n, pagu)


@settings(max_examples=60)
@given(DUNIA, SEMUA, benih, PAGU)
def test_dirt_of_substance_loses_no_row(t: Tabel, kotoran: set[str], n: int, pagu: int | None) -> None:
    check_substance(t, kotoran, n, pagu)


def check_disguise(t: Tabel, kotoran: set[str], n: int, pagu: int | None) -> None:
    """Whatever the command can answer, it can answer of the disguised copy, in the same figures; no NIK is in both."""
    buku = soil(make_buku(t), kotoran, Random(n))
    with TemporaryDirectory() as nama:
        folder = Path(nama)
        masukan, salinan = write_kotor(buku, folder), folder / "salinan.xlsx"
        asli = play(masukan, folder, buku.on, pagu)
        with redirect_stderr(io.StringIO()) as galat, redirect_stdout(io.StringIO()):
            kode = main(["samarkan", str(masukan), "--per", buku.on.isoformat(), "-o", str(salinan)])
        assert kode == asli.kode, galat.getvalue()
        if kode == 0:
            assert play(salinan, folder, buku.on, pagu).angka == asli.angka
            assert _numbers(masukan).isdisjoint(_numbers(salinan))


def _numbers(buku: Path) -> set[str]:
    """The NIKs and card numbers of a workbook that are somebody's."""
    semua = {clean_nik(nilai) for _, _, kolom, nilai in rows(buku) if kolom in ("NIK", "NO_KK")}
    return {nomor for nomor in semua if nomor and not is_placeholder(nomor)}


@settings(max_examples=60)
@given(st.one_of(DUNIA, TERSALIN), SEMUA | BENTUK_SAJA, benih, PAGU)
def test_a_disguised_copy_of_any_dirt_gives_the_same_figures(
    t: Tabel, kotoran: set[str], n: int, pagu: int | None
) -> None:
    check_disguise(t, kotoran, n, pagu)


@pytest.mark.parametrize("jenis", BENTUK)
def test_each_dirt_of_form_alone(jenis: str) -> None:
    """On one table with every kind of row, so that no kind of dirt is left to chance."""
    check_form(CONTOH, {jenis}, 7, 3)


@pytest.mark.parametrize("n", range(4))
def test_a_disguised_copy_of_dirt_gives_the_same_figures(n: int, tmp_path: Path) -> None:
    """A mark that nobody sees made two words of a name, and the copy's names no longer agreed."""
    buku = soil(make_buku(CONTOH), {"huruf_tak_terlihat", "nik_berpemisah", "tanggal_bermacam"}, Random(n))
    masukan, salinan = write_kotor(buku, tmp_path), tmp_path / "salinan.xlsx"
    assert main(["samarkan", str(masukan), "--per", D.isoformat(), "-o", str(salinan)]) == 0
    asli, samar = (play(path, tmp_path, D, 3).angka for path in (masukan, salinan))
    assert asli == samar


def test_a_disguised_copy_keeps_two_spellings_of_one_name(tmp_path: Path) -> None:
    """Both became one word, and what `PERLU DILIHAT` says of a person registered under two spellings was lost."""
    dua = (_ORANG.listed(NAMA=nama) for nama in ("Siti Khotijah", "Siti Chotidjah", "SITI CHOTIJAH"))
    masukan, salinan = write_kotor(make_buku(evolve(CONTOH, penduduk=tuple(dua))), tmp_path), tmp_path / "salinan.xlsx"
    assert main(["samarkan", str(masukan), "--per", D.isoformat(), "-o", str(salinan)]) == 0
    asli, samar = (play(path, tmp_path, D, 3).angka for path in (masukan, salinan))
    assert asli == samar
