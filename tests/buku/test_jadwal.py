"""The schedule as a workbook and as a command: its sheets hold everybody once, and its sentence says what cannot be bettered."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, datetime
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from attrs import evolve

from buku.buatan import Sel, write_xlsx
from ektp_core import KelompokUmur
from ektp_core.jemput_bola import Jadwal, schedule
from ektp_core.penyisiran import BarisPenyisiran, Sebab
from ektp_core.proyeksi import Kantor
from ektp_excel.buku.jadwal import answer, write_jadwal
from ektp_excel.contoh import make_buku
from ektp_excel.perintah import main
from strategies import D

TARGET = date(2012, 9, 30)
HARI = Kantor(hari_per_minggu=6).days(date(2012, 8, 29), TARGET)


def warga() -> list[BarisPenyisiran]:
    """Seven people in two desa, one old, one of unknown address, one whose name would run as a formula."""
    dasar = BarisPenyisiran("Jaten", "001", "002", "", "WARGA", "Jl. Lawu", "7", Sebab.BELUM_DATANG, bawa=("KK",))
    orang = [evolve(dasar, nik=f"331311010180000{i}", nama=f"WARGA {i}") for i in range(1, 8)]
    orang[0] = evolve(orang[0], umur=70, kelompok=KelompokUmur.LANSIA)
    orang[1] = evolve(orang[1], nama="=1+1")
    orang[2] = evolve(orang[2], sebab=Sebab.ALAMAT, catatan=("alamat tdk jelas",))
    return [*orang[:5], *(evolve(b, desa="Dagen") for b in orang[5:])]


def plan(buku: openpyxl.Workbook) -> list[tuple[Any, ...]]:
    """The rows of JADWAL that are visits."""
    return [r for r in buku["JADWAL"].values if isinstance(r[2], datetime)]


def write(tmp_path: Path, j: Jadwal) -> openpyxl.Workbook:
    write_jadwal(tmp_path / "jadwal.xlsx", j, on=D, target=TARGET)
    return openpyxl.load_workbook(tmp_path / "jadwal.xlsx")


def test_every_visit_stands_on_the_plan_and_every_person_on_a_list(tmp_path: Path) -> None:
    j = schedule(warga(), hari=HARI[:2], regu=1, kapasitas=2)
    buku = write(tmp_path, j)
    assert buku.sheetnames == ["JADWAL", "DAFTAR KUNJUNGAN", "TIDAK TERLAYANI", "TIDAK DIJADWALKAN"]
    rencana = plan(buku)
    assert [(r[1], r[2].date(), r[3], r[4], r[7], r[8]) for r in rencana] == [
        ("Rabu", date(2012, 8, 29), 1, k.tempat.desa, len(k.orang), k.didahulukan)
        if k.tanggal == date(2012, 8, 29)
        else ("Kamis", date(2012, 8, 30), 1, k.tempat.desa, len(k.orang), k.didahulukan)
        for k in j.kunjungan
    ]
    jumlah = next(r for r in buku["JADWAL"].values if r[1] == "JUMLAH")
    assert jumlah[7:9] == (4, 1)
    nik = [str(r[6]) for r in list(buku["DAFTAR KUNJUNGAN"].values)[1:]]
    nik += [str(r[3]) for nama in buku.sheetnames[2:] for r in list(buku[nama].values)[1:]]
    assert sorted(nik) == sorted(b.nik for b in warga())
    assert next(r for r in buku["TIDAK DIJADWALKAN"].values if r[3] == warga()[2].nik)[9] == "alamat tdk jelas"
    daftar = buku["DAFTAR KUNJUNGAN"]
    assert len(daftar.row_breaks.brk) == 1
    assert daftar.print_title_rows == "$1:$1"


def test_text_never_runs(tmp_path: Path) -> None:
    buku = write(tmp_path, schedule(warga(), hari=HARI, regu=1, kapasitas=9))
    assert buku.sheetnames == ["JADWAL", "DAFTAR KUNJUNGAN", "TIDAK DIJADWALKAN"]
    assert all(sel.data_type != "f" for lembar in buku for row in lembar for sel in row)
    assert "=1+1" in [r[7] for r in buku["DAFTAR KUNJUNGAN"].values]


def test_the_sentence_says_enough_or_what_would_be() -> None:
    cukup = answer(schedule(warga(), hari=HARI, regu=1, kapasitas=2), TARGET)
    assert cukup.startswith("CUKUP: 6 orang terlayani, selesai 31 Agustus 2012, hari kerja ke-3 dari 28")
    kurang = answer(schedule(warga(), hari=HARI[:2], regu=1, kapasitas=2), TARGET)
    assert kurang.startswith("KURANG: 2 dari 6 orang")
    assert kurang.endswith("Cukup dengan 2 regu, atau 3 orang seregu sehari, atau 3 hari kerja.")
    for regu, kapasitas, banyak in ((2, 2, 2), (1, 3, 2), (1, 2, 3)):
        assert schedule(warga(), hari=HARI[:banyak], regu=regu, kapasitas=kapasitas).cukup
    assert "Tidak ada hari kerja" in answer(schedule(warga(), hari=(), regu=1, kapasitas=2), TARGET)
    assert answer(schedule([], hari=HARI, regu=1, kapasitas=2), TARGET) == "Tidak ada yang perlu didatangi."


# The command


@pytest.fixture(scope="module")
def buku(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small example kecamatan."""
    path = tmp_path_factory.mktemp("jadwal") / "buku.xlsx"
    make_buku(path, wajib=2_000)
    return path


def ask(buku: Path, *pilihan: str) -> int:
    return main(["jadwal", str(buku), "--per", "2012-08-28", "--target", "2012-09-30", "--hari-kerja", "6", *pilihan])


def test_the_command_answers_and_writes_beside_the_input(buku: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert ask(buku, "--tim", "2", "--kapasitas", "10") == 0
    layar = capsys.readouterr().out
    angka = {
        m[1].strip(): int(m[2].replace(".", "")) for m in re.finditer(r"^  (\D+?)  +([\d.]+)", layar, re.MULTILINE)
    }
    assert angka["Hari kerja sampai target"] == 28
    assert angka["Belum terekam"] == angka["tidak dijadwalkan"] + angka["terlayani"] + angka["tidak terlayani"]
    assert layar.count("CUKUP") == 1
    isi = openpyxl.load_workbook(buku.with_name("jadwal_buku.xlsx"))
    baris = plan(isi)
    assert sum(int(str(r[7])) for r in baris) == angka["terlayani"]
    per_regu = Counter({(r[2], r[3]): 0 for r in baris})
    for r in baris:
        per_regu[r[2], r[3]] += int(str(r[7]))
        assert r[2].weekday() != 6
    assert max(per_regu.values()) <= 10


@pytest.mark.parametrize("tempat", ["desa", "rw", "rt"])
def test_the_level_of_a_place_is_chosen(buku: Path, tempat: str, tmp_path: Path) -> None:
    hasil = tmp_path / "j.xlsx"
    assert ask(buku, "--kapasitas", "20", "--tempat", tempat, "-o", str(hasil)) == 0
    baris = plan(openpyxl.load_workbook(hasil))
    assert any(r[5] for r in baris) is (tempat != "desa")
    assert any(r[6] for r in baris) is (tempat == "rt")


@pytest.mark.parametrize(
    ("pilihan", "kata"),
    [
        (["--kapasitas", "0"], "1 atau lebih"),
        (["--kapasitas", "10", "--tim", "0"], "1 atau lebih"),
        (["--kapasitas", "banyak"], "bukan jumlah orang"),
        ([], "--kapasitas"),
        (["--kapasitas", "10", "-o", "jadwal.pdf"], ".xlsx"),
        (["--kapasitas", "10", "--kembali", "tidak-ada"], "bukan map"),
    ],
)
def test_a_call_that_cannot_be_used_is_one_line(
    buku: Path, pilihan: list[str], kata: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert ask(buku, *pilihan) == 2
    galat = capsys.readouterr().err
    assert kata in galat
    assert galat.count("\n") == 1


def test_national_holidays_are_closed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Idul Fitri 2012 fell on 19 and 20 August, with two days of cuti bersama after it."""
    nik = [f"33131101018000{i:02}" for i in range(10, 20)]
    penduduk: list[list[Sel]] = [[*"NIK NAMA TGL_LAHIR JENIS_KELAMIN STATUS_KAWIN RT RW DESA".split()]]
    penduduk += [[n, f"Warga {n[-2:]}", "01-01-1980", "L", "KAWIN", "001", "001", "Jaten"] for n in nik]
    isi: dict[str, list[list[Sel]]] = {
        "PENDUDUK": penduduk,
        "UNDANGAN": [[*"NO_UNDANGAN NIK NAMA DESA KETERANGAN".split()]],
        "PEREKAMAN": [["NIK", "TGL_REKAM"]],
        "PINDAH": [["NIK", "TGL_PINDAH"]],
        "MENINGGAL": [["NIK", "TGL_MENINGGAL"]],
    }
    buku = write_xlsx(tmp_path / "buku.xlsx", isi)
    argumen = [
        "jadwal",
        str(buku),
        "--per",
        "2012-08-16",
        "--target",
        "2012-08-25",
        "--hari-kerja",
        "6",
        "--kapasitas",
        "2",
    ]
    assert main(argumen) == 0
    baris = plan(openpyxl.load_workbook(tmp_path / "jadwal_buku.xlsx"))
    hari = [r[2].date() for r in baris]
    assert hari == [date(2012, 8, h) for h in (18, 23, 24, 25)]
    assert "KURANG: 2 dari 10" in capsys.readouterr().out
    # The office opens on a day of cuti bersama, and closes on another.
    assert main([*argumen, "--buka", "2012-08-22", "--tutup", "2012-08-23"]) == 0
    isi_lain = openpyxl.load_workbook(tmp_path / "jadwal_buku.xlsx")
    assert [r[2].date() for r in plan(isi_lain)] == [date(2012, 8, h) for h in (18, 22, 24, 25)]
