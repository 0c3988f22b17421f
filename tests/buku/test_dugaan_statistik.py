"""`ektp rekon --dugaan statistik`: what it adds to the sheet and the summary, and that it changes nothing else."""

from __future__ import annotations

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from bench.dobel_buatan import Takaran, make_register
from python_calamine import CalamineWorkbook

from buku.buatan import ISI, write_xlsx
from ektp_excel import __version__
from ektp_excel.perintah import main

PER = ["--per", "2012-08-28"]


@pytest.fixture(scope="module")
def register() -> Any:
    return make_register(Takaran(orang=1_500, benih=5, tingkat=0.05, kosong=0.0))


@pytest.fixture(scope="module")
def buku(tmp_path_factory: pytest.TempPathFactory, register: Any) -> Path:
    """A workbook of invented residents with doubles, some of whom a rule finds too."""
    kepala = "NIK NAMA TGL_LAHIR JENIS_KELAMIN STATUS_KAWIN NO_KK NAMA_IBU RT RW DESA".split()
    penduduk = [
        [p["nik"], p["nama"], p["tanggal_lahir"].strftime("%d-%m-%Y"), p["jenis_kelamin"], "KAWIN"]
        + [p[k] for k in ("no_kk", "nama_ibu", "rt", "rw", "desa")]
        for p in register.bingkai.iter_rows(named=True)
    ]
    isi = {
        **ISI,
        "PENDUDUK": [kepala, *penduduk],
        "UNDANGAN": [ISI["UNDANGAN"][0]],
        "MENINGGAL": [["NIK", "TGL_MENINGGAL"]],
    }
    return write_xlsx(tmp_path_factory.mktemp("dugaan") / "buku.xlsx", isi)


def reconcile(buku: Path, *tambahan: str) -> tuple[list[dict[str, Any]], dict[str, Any], list[list[Any]]]:
    """The rows of `DUGAAN DOBEL`, the JSON, and the rows of `RINGKASAN`."""
    keluar = buku.with_name(f"hasil{len(tambahan)}.xlsx")
    angka = keluar.with_suffix(".json")
    assert main(["rekon", str(buku), *PER, "-o", str(keluar), "--json", str(angka), *tambahan]) == 0
    hasil = CalamineWorkbook.from_path(keluar)
    kepala, *rows = hasil.get_sheet_by_name("DUGAAN DOBEL").to_python()
    assert kepala == "NIK_A NAMA_A NIK_B NAMA_B KEKUATAN BUKTI".split()
    return (
        [dict(zip(map(str, kepala), row, strict=True)) for row in rows],
        json.loads(angka.read_text(encoding="utf-8")),
        hasil.get_sheet_by_name("RINGKASAN").to_python(),
    )


def test_it_adds_people_under_two_niks_and_changes_no_other_figure(buku: Path, register: Any) -> None:
    aturan, angka_aturan, _ = reconcile(buku)
    rows, angka, ringkasan = reconcile(buku, "--dugaan", "statistik")
    assert {k for k in angka if angka[k] != angka_aturan[k]} == {"dugaan_dobel"}
    assert angka["dugaan_dobel"] == len(rows) > len(aturan)
    nik = register.bingkai["nik"].to_list()
    benar = {frozenset((nik[a], nik[b])) for a, b in register.benar.select("a", "b").rows()}
    # Whom a rule made one person stands here no more; of the rest most are true, and the likeliest come first.
    ditemukan = [frozenset((r["NIK_A"], r["NIK_B"])) in benar for r in rows]
    assert sum(ditemukan) > 10
    assert sum(ditemukan[:10]) >= 9
    assert any("statistik (Fellegi-Sunter" in str(x) and __version__ in str(x) for row in ringkasan for x in row)


def test_nobody_is_listed_twice_and_none_that_is_one_person_by_rule(buku: Path) -> None:
    aturan, _, _ = reconcile(buku)
    rows, _, _ = reconcile(buku, "--dugaan", "statistik")
    pasangan = Counter(frozenset((r["NIK_A"], r["NIK_B"])) for r in rows)
    assert set(pasangan.values()) == {1}
    assert all(len(p) == 2 for p in pasangan)
    assert {frozenset((r["NIK_A"], r["NIK_B"])) for r in aturan} <= set(pasangan)


def test_each_row_says_its_verdict_and_a_sum_that_is_its_strength(buku: Path) -> None:
    rows, _, _ = reconcile(buku, "--dugaan", "statistik")
    for r in rows:
        if r["KEKUATAN"] == "SEDANG":
            continue
        kekuatan = float(r["KEKUATAN"].replace(",", "."))
        assert 0.1 <= kekuatan <= 0.999
        putusan, _, sisa = r["BUKTI"].partition(": ")
        assert putusan in ("DOBEL", "PERIKSA")
        bit = float(sisa.rpartition("jumlah ")[2].removesuffix(" bit").replace("−", "-").replace(",", "."))
        assert 1 / (1 + 2**-bit) == pytest.approx(kekuatan, abs=0.04)


def test_without_the_extra_one_line_says_what_to_install(
    buku: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for nama in [n for n in sys.modules if n.startswith("ektp_core.massal")]:
        monkeypatch.delitem(sys.modules, nama)
    monkeypatch.setitem(sys.modules, "polars", None)
    keluar = buku.with_name("tidak_ada.xlsx")
    assert main(["rekon", str(buku), *PER, "-o", str(keluar), "--dugaan", "statistik"]) == 2
    galat = capsys.readouterr().err
    assert galat.count("\n") == 1
    assert 'paket polars belum terpasang; jalankan: pip install "ektp-core[massal]"' in galat
    assert not keluar.exists()
