"""A disguised copy gives the same figures, and nothing of the original is in it."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path
from random import Random
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from buku.kebenaran.buku import Gaya, write_buku
from buku.kebenaran.semua import SEMUA, full_world, small_world
from ektp_core import clean_nik, read_date
from ektp_core.nama import is_title
from ektp_core.nik import is_placeholder
from ektp_excel.buku.baca import open_sumber
from ektp_excel.buku.baca_lembar import open_sheet
from ektp_excel.kolom import LEMBAR, match_sheets
from ektp_excel.perintah import main
from ektp_excel.samarkan.tanggal import BacaTanggal, PetaLahir, PetaPeristiwa
from penjaga.berkas import ROOT

D = date(2012, 8, 28)
CONTOH = ROOT / "examples" / "buku_jaten.xlsx"


def figures(buku: Path, on: date, folder: Path) -> dict[str, object]:
    """The summary that `ektp rekon --json` gives of the workbook."""
    angka = folder / "angka.json"
    assert main(["rekon", str(buku), "--per", str(on), "-o", str(folder / "hasil.xlsx"), "--json", str(angka)]) == 0
    isi: dict[str, object] = json.loads(angka.read_text(encoding="utf-8"))
    return isi


def disguise(buku: Path, on: date, folder: Path) -> Path:
    """The copy that the command makes."""
    salinan = folder / "salinan.xlsx"
    assert main(["samarkan", str(buku), "--per", str(on), "-o", str(salinan)]) == 0
    return salinan


def rows(buku: Path) -> Iterator[tuple[str, int, str, object]]:
    """Every cell of the contract's columns: sheet, row, field, value."""
    sumber = open_sumber(buku)
    posisi = match_sheets(sumber.lembar)
    sumber.prepare(tuple(posisi.values()))
    for nama, satu in posisi.items():
        terbaca = open_sheet(sumber.read(satu), LEMBAR[nama], sumber.lembar[satu])
        for isi, nomor in zip(terbaca.rows, terbaca.nomor, strict=True):
            yield from ((nama, nomor, kolom, nilai) for kolom, nilai in isi.items())


def leaks(asli: Path, salinan: Path, on: date) -> list[str]:
    """What of the original is still in the copy: a NIK, a word of a name, or the date of the same row."""
    lama = {(a, b, c): v for a, b, c, v in rows(asli)}
    nomor = {
        n
        for (_, _, kolom), v in lama.items()
        if kolom in ("NIK", "NO_KK") and (n := clean_nik(v)) and not is_placeholder(n)
    }
    nama = {
        k.upper()
        for (_, _, kolom), v in lama.items()
        if kolom in ("NAMA", "NAMA_IBU") and isinstance(v, str)
        for k in words(v)
    }
    bocor = []
    for lembar, baris, kolom, nilai in rows(salinan):
        tempat = f"{lembar} baris {baris} {kolom}: {nilai!r}"
        if clean_nik(nilai) in nomor:
            bocor.append(f"NIK {tempat}")
        if kolom in ("NAMA", "NAMA_IBU", "ALAMAT", "KETERANGAN", "TEMPAT") and isinstance(nilai, str):
            bocor += [f"nama {k} {tempat}" for k in words(nilai) if k.upper() in nama - UMUM]
        if (
            kolom.startswith(("TGL_", "ITAP"))
            and (d := as_date(nilai, on))
            and d != on
            and d == as_date(lama[lembar, baris, kolom], on)
        ):
            bocor.append(f"tanggal {tempat}")
    return bocor


def words(teks: str) -> list[str]:
    return [k for k in re.findall(r"[^\W\d_]{3,}", teks) if not is_title(k)]


# What stands in the name columns and is nobody's name, or is a common word of a note.
UMUM = frozenset(
    "JUMLAH TOTAL TIDAK DIKETAHUI TDK TAHU BELUM ADA ALM IBU ANAK ISTRI SUAMI MATI JALAN DESA DUKUH".split()
)


def as_date(nilai: object, on: date) -> date | None:
    if isinstance(nilai, datetime):
        return nilai.date()
    if isinstance(nilai, date):
        return nilai
    try:
        return read_date(nilai, latest=on) if isinstance(nilai, str) else None
    except ValueError:
        return None


def test_the_search_for_leaks_finds_them() -> None:
    bocor = leaks(CONTOH, CONTOH, D)
    assert {satu.split()[0] for satu in bocor} == {"NIK", "nama", "tanggal"}


def test_the_built_in_example(tmp_path: Path) -> None:
    salinan = disguise(CONTOH, D, tmp_path)
    assert figures(salinan, D, tmp_path) == figures(CONTOH, D, tmp_path)
    assert not leaks(CONTOH, salinan, D)


@pytest.mark.parametrize("keluarga", sorted(SEMUA))
def test_every_kind_of_dirt(keluarga: str, tmp_path: Path) -> None:
    buku = tmp_path / "buku.xlsx"
    write_buku(small_world(keluarga, seed=21, on=D), buku)
    salinan = disguise(buku, D, tmp_path)
    assert figures(salinan, D, tmp_path) == figures(buku, D, tmp_path)
    assert not leaks(buku, salinan, D)


@pytest.mark.parametrize("gaya", [Gaya(), Gaya(sejak_1904=True)])
def test_a_whole_kecamatan_at_another_date(gaya: Gaya, tmp_path: Path) -> None:
    on = date(2014, 1, 15)
    buku = tmp_path / "buku.xlsx"
    write_buku(full_world(n=600, seed=22, on=on), buku, gaya)
    salinan = disguise(buku, on, tmp_path)
    assert figures(salinan, on, tmp_path) == figures(buku, on, tmp_path)
    assert not leaks(buku, salinan, on)


def test_what_the_contract_does_not_know_stays_behind(tmp_path: Path) -> None:
    """Other sheets and columns, lines above the header, comments, properties: no word of them is in any part of the file."""
    buku = load_workbook(CONTOH)
    buku.create_sheet("Catatan camat")["A1"] = "RAHASIASATU"
    lembar = buku["UNDANGAN"]
    lembar["A1"] = "RAHASIADUA"
    lembar.cell(5, 30).value = "NO HP"
    lembar.cell(6, 30).value = "RAHASIATIGA"
    buku.properties.creator = "RAHASIAEMPAT"
    asli = tmp_path / "asli.xlsx"
    buku.save(asli)
    salinan = disguise(asli, D, tmp_path)
    with ZipFile(salinan) as arsip:
        isi = b"".join(arsip.read(nama) for nama in arsip.namelist())
    assert b"RAHASIA" not in isi
    assert figures(salinan, D, tmp_path) == figures(asli, D, tmp_path)


def test_two_copies_tell_nothing_of_each_other(tmp_path: Path) -> None:
    """The draw is secret: the same person is somebody else in the next copy."""
    satu = disguise(CONTOH, D, tmp_path).rename(tmp_path / "satu.xlsx")
    dua = disguise(CONTOH, D, tmp_path)
    nama = [[v for _, _, kolom, v in rows(p) if kolom == "NAMA"] for p in (satu, dua)]
    assert sum(a == b for a, b in zip(*nama, strict=True)) < len(nama[0]) / 50


def test_a_note_with_a_name_keeps_its_meaning_and_loses_the_name(tmp_path: Path) -> None:
    buku = Workbook()
    del buku["Sheet"]
    penduduk = buku.create_sheet("PENDUDUK")
    penduduk.append("NIK NAMA TGL_LAHIR JENIS_KELAMIN STATUS_KAWIN RT RW DESA".split())
    penduduk.append(["3313111708800001", "BUDI SANTOSO", "17-08-1980", "L", "KAWIN", "1", "2", "JATEN"])
    undangan = buku.create_sheet("UNDANGAN")
    undangan.append("NO_UNDANGAN NIK NAMA DESA KETERANGAN".split())
    undangan.append(
        ["1", "3313111708800001", "Budi Santoso", "JATEN", "pindah ikut suami ke rumah Wagiman Klaten 2011"]
    )
    for nama, kolom in (("PEREKAMAN", "TGL_REKAM"), ("PINDAH", "TGL_PINDAH"), ("MENINGGAL", "TGL_MENINGGAL")):
        buku.create_sheet(nama).append(["NIK", kolom])
    asli = tmp_path / "asli.xlsx"
    buku.save(asli)
    salinan = disguise(asli, D, tmp_path)
    catatan = next(str(v) for _, _, kolom, v in rows(salinan) if kolom == "KETERANGAN")
    assert not re.search("wagiman|klaten|2011", catatan, re.IGNORECASE)
    assert figures(salinan, D, tmp_path)["undangan"] == figures(asli, D, tmp_path)["undangan"]


def test_the_input_is_never_the_output(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    buku = tmp_path / "buku.xlsx"
    buku.write_bytes(CONTOH.read_bytes())
    assert main(["samarkan", str(buku), "--per", "2012-08-28", "-o", str(buku)]) == 2
    assert "tidak pernah ditimpa" in capsys.readouterr().err
    assert buku.read_bytes() == CONTOH.read_bytes()


@settings(max_examples=40)
@given(st.sets(st.dates(date(1908, 1, 1), D), min_size=2, max_size=60), st.integers(0, 99))
def test_births_keep_their_side_and_their_equality(lahir: set[date], benih: int) -> None:
    peta = PetaLahir(lahir, D, Random(benih))
    batas = date(1995, 8, 28)
    baru = [peta[d] for d in sorted(lahir)]
    assert len(set(baru)) == len(lahir)
    for d in lahir:
        assert (peta[d] <= batas) == (d <= batas)
        assert peta[d] != d or sum((x <= batas) == (d <= batas) for x in lahir) == 1


@settings(max_examples=60)
@given(st.sets(st.dates(date(1950, 1, 1), date(2020, 1, 1)), max_size=60), st.integers(0, 99))
def test_events_keep_their_order_and_their_side(tanggal: set[date], benih: int) -> None:
    peta = PetaPeristiwa(tanggal, D, Random(benih))
    baru = [peta[d] for d in sorted(tanggal)]
    assert baru == sorted(set(baru))
    assert all((peta[d] <= D) == (d <= D) and (peta[d] == D) == (d == D) for d in tanggal)


@pytest.mark.parametrize(
    "tulis",
    [
        "17-08-1945",
        "17/8/45",
        "17 Agustus 1945",
        "17 AGT 1945",
        "1945-08-17",
        "17081945",
        "Jumat, 17 Agustus 1945",
        "17.08.1945",
    ],
)
def test_a_date_keeps_its_spelling(tulis: str) -> None:
    baca = BacaTanggal(D, False)
    baru = date(1951, 11, 3)
    hasil = baca.rewrite(tulis, {date(1945, 8, 17): baru}, Random(1))
    assert isinstance(hasil, str)
    assert baca.read(hasil) == baru
    assert hasil != tulis
    # Only weekdays go; digits, separators and the kind of month stay.
    asli = tulis.removeprefix("Jumat, ")
    assert re.sub(r"\d+", "9", re.sub("[A-Za-z]+", "x", hasil)) == re.sub(r"\d+", "9", re.sub("[A-Za-z]+", "x", asli))
