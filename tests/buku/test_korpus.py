"""Each kind of the corpus through the command: its own outcome, every row accounted for, one line, no traceback, in time."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path

import pytest

from buku.korpus import KORPUS, Jenis
from ektp_excel.perintah import main

TERLAMA = 30.0
"""Seconds; most take a tenth of one, and a machine may be busy."""


@pytest.mark.parametrize("jenis", [pytest.param(j, id=j.nama) for j in KORPUS])
def test_kind(jenis: Jenis, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    buku, hasil, angka = jenis.buat(tmp_path), tmp_path / "hasil.xlsx", tmp_path / "angka.json"
    sebelum = {p: p.read_bytes() for p in tmp_path.rglob("*") if p.is_file()}
    mulai = time.monotonic()
    kode = main(["rekon", str(buku), "--per", "2012-08-28", "-o", str(hasil), "--json", str(angka)])
    assert time.monotonic() - mulai < TERLAMA
    cetak = capsys.readouterr()
    assert not re.search(r"\d{13}", cetak.out + cetak.err), "NIK utuh di layar"
    assert {p: p.read_bytes() for p in sebelum} == sebelum, "masukan berubah"
    if jenis.ditolak:
        assert kode == 2, cetak.out
        assert cetak.err.count("\n") == 1
        assert all(kata in cetak.err for kata in jenis.kata), cetak.err
        assert set(tmp_path.rglob("*")) == set(sebelum) | {p for p in tmp_path.rglob("*") if p.is_dir()}, "ada sisa"
        return
    assert kode == 0, cetak.err
    isi = json.loads(angka.read_text(encoding="utf-8"))
    assert all(n["seimbang"] for n in isi["neraca"])
    assert {k: v for k, v in isi["galat"].items() if v} == dict(jenis.galat)
    assert (isi["wajib"]["neto"], isi["terekam"]) == (jenis.neto, jenis.terekam)


def test_the_corpus_is_as_large_as_promised() -> None:
    nama = [j.nama for j in KORPUS]
    assert len(nama) == len(set(nama)) >= 60
    assert sum(j.ditolak for j in KORPUS) > 20
    assert sum(not j.ditolak for j in KORPUS) > 20
