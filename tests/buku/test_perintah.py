"""The command: what it says, what it writes, and the exit code of every way to fail."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve
from python_calamine import CalamineWorkbook

from buku.buatan import BUDI, ISI, change, write_csv, write_xlsx
from ektp_core.rekonsiliasi import Hasil, Neraca, reconcile
from ektp_excel import __version__, perintah
from ektp_excel.contoh import RingkasanContoh, make_buku
from ektp_excel.perintah import main
from ektp_excel.perintah.bacaan import read_pagu, read_per
from ektp_excel.perintah.rekon import default_output

PER = ["--per", "2012-08-28"]
NIK_PENUH = re.compile(r"(?<!\d)\d{16}(?!\d)")


@pytest.fixture
def buku(tmp_path: Path) -> Path:
    """A small good workbook."""
    return write_xlsx(tmp_path / "buku.xlsx")


def refuse(capsys: pytest.CaptureFixture[str], *argv: str | Path, kode: int = 2) -> str:
    """Run the call, which must fail with one line on stderr and nothing on stdout."""
    assert main([str(a) for a in argv]) == kode
    keluar, galat = capsys.readouterr()
    assert keluar == ""
    assert galat.startswith("ektp: ")
    assert galat.endswith("\n")
    assert galat[:-1].isprintable()
    return galat[:-1]


def run(*argv: str | Path) -> subprocess.CompletedProcess[str]:
    """The command as a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "ektp_excel.perintah", *map(str, argv)],
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
    )


# What it does


def test_rekon_writes_beside_the_input_and_says_the_figures(buku: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert (
        main(["rekon", str(buku), "--per", "28-08-2012", "--pagu", "1.000", "--json", str(buku.with_suffix(".json"))])
        == 0
    )
    keluar, galat = capsys.readouterr()
    assert galat == ""
    assert sorted(p.name for p in buku.parent.iterdir()) == ["buku.json", "buku.xlsx", "hasil_buku.xlsx"]
    for baris in (
        r"Rekonsiliasi per 28 Agustus 2012 dari buku\.xlsx",
        r"  Undangan dibaca +2",
        r"    MENINGGAL +1",
        r"    SAH +1",
        r"  Wajib: pagu +1\.000  cakupan 0,10%",
        r"  Wajib: neto +2  cakupan 50,00% .*",
        r"  Terekam +1",
        r"  Perlu dilihat +\d+",
        r"  Dugaan dobel +0",
        r"  Baris galat +0",
        r"Hasil: .*hasil_buku\.xlsx",
    ):
        assert re.search(f"^{baris}$", keluar, re.MULTILINE), baris
    assert not NIK_PENUH.search(keluar)
    isi = json.loads(buku.with_suffix(".json").read_text(encoding="utf-8"))
    assert isi["per_tanggal"] == "2012-08-28"
    assert isi["wajib"]["pagu"] == 1000
    assert isi["dibaca"] == {"PENDUDUK": 3, "UNDANGAN": 2, "PEREKAMAN": 1, "PINDAH": 0, "MENINGGAL": 1}
    assert all(n["seimbang"] for n in isi["neraca"])


def test_the_same_call_gives_the_same_bytes(buku: Path) -> None:
    hasil = buku.with_name("hasil_buku.xlsx")
    assert main(["rekon", str(buku), *PER]) == 0
    pertama = hasil.read_bytes()
    assert main(["rekon", str(buku), *PER]) == 0
    assert hasil.read_bytes() == pertama


def test_periksa_reports_and_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    galat = [["x", None, None, None, None, None, None, None]] * 9
    tabel = [ISI["PENDUDUK"][0], *galat, *ISI["PENDUDUK"][1:], [f"{BUDI}7", *["\x1b[2J"] * 7]]
    path = write_csv(tmp_path / "csv", change(PENDUDUK=tabel))
    sebelum = sorted(tmp_path.rglob("*"))
    assert main(["periksa", str(path)]) == 0
    keluar, salah = capsys.readouterr()
    assert salah == ""
    assert sorted(tmp_path.rglob("*")) == sebelum
    assert "PENDUDUK: lembar 'PENDUDUK', 13 baris dibaca, 10 galat" in keluar
    assert re.search(r"^  TGL_LAHIR +C1 +TGL_LAHIR$", keluar, re.MULTILINE)
    assert keluar.count("  galat baris") == 5
    assert "… dan 5 galat lainnya" in keluar
    assert "Tidak ada lembar WILAYAH" in keluar
    assert "Tanpa --per" in keluar
    assert "\x1b" not in keluar
    assert not NIK_PENUH.search(keluar)


def test_periksa_masks_what_it_shows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tabel = [ISI["PEREKAMAN"][0], [BUDI, "tidak tahu"], [f"{BUDI}{BUDI}", "20-08-2012"]]
    assert main(["periksa", str(write_xlsx(tmp_path / "b.xlsx", change(PEREKAMAN=tabel))), *PER]) == 0
    keluar = capsys.readouterr().out
    assert "'tidak tahu'" in keluar
    assert BUDI not in keluar
    assert not NIK_PENUH.search(keluar.replace(keluar.splitlines()[0], ""))


def test_contoh_makes_and_reconciles(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def make_small(path: Path) -> RingkasanContoh:
        return make_buku(path, wajib=400)

    monkeypatch.setattr("ektp_excel.perintah.contoh.make_buku", make_small)
    assert main(["contoh", "-o", str(tmp_path / "baru" / "map")]) == 0
    keluar = capsys.readouterr().out
    assert sorted(p.name for p in (tmp_path / "baru" / "map").iterdir()) == ["buku_jaten.xlsx", "hasil_jaten.xlsx"]
    assert re.search(r"^  Wajib: neto +400 ", keluar, re.MULTILINE)
    assert "hasil_jaten.xlsx" in keluar
    assert not NIK_PENUH.search(keluar)
    (tmp_path / "berkas").write_text("x", encoding="utf-8")
    assert "tidak dapat dibuat" in refuse(capsys, "contoh", "-o", tmp_path / "berkas" / "map")


def test_help_and_version_are_indonesian(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--versi"]) == 0
    assert capsys.readouterr().out == f"ektp {__version__}\n"
    for argv in (["--help"], ["rekon", "--help"], ["periksa", "-h"], ["contoh", "-h"]):
        assert main(argv) == 0
        keluar = capsys.readouterr().out
        assert keluar.startswith("pemakaian: ektp")
        assert not re.search(r"usage|optional|positional|arguments|show this|options:", keluar)


# Calls that cannot be used


@pytest.mark.parametrize(
    ("argv", "kata"),
    [
        ([], "belum diberikan: PERINTAH"),
        (["rekam"], "'rekam' tidak dikenal"),
        (["rekon"], "belum diberikan: BUKU, --per"),
        (["rekon", "b.xlsx"], "belum diberikan: --per"),
        (["rekon", "b.xlsx", "--per"], "--per: isinya belum diberikan"),
        (["rekon", "b.xlsx", "--per", "kemarin"], "'kemarin' bukan tanggal"),
        (["rekon", "b.xlsx", "--per", "2012-02-30"], "tidak ada di kalender"),
        (["rekon", "b.xlsx", "--per", "28-08-12"], "tahun dua angka"),
        (["rekon", "b.xlsx", "--per", "41149"], "bukan tanggal"),
        (["rekon", "b.xlsx", *PER, "--pagu", "banyak"], "'banyak' bukan jumlah orang"),
        (["rekon", "b.xlsx", *PER, "--pagu", "55,865"], "bukan jumlah orang"),
        (["rekon", "b.xlsx", *PER, "--pagu=-1"], "bukan jumlah orang"),
        (["rekon", "b.xlsx", *PER, "lagi"], "tidak dikenal: lagi"),
        (["rekon", "b.xlsx", *PER, "--pag", "5"], "tidak dikenal: --pag"),
        (["rekon", "b.xlsx", "--per", "2006-12-28"], "2006"),
        (["periksa", "tiada.xlsx"], "tiada.xlsx tidak ada di"),
        (["periksa", "nama\0aneh.xlsx"], "aneh"),
        (["rekon", "tiada.xlsx", *PER], "tiada.xlsx tidak ada di"),
    ],
)
def test_calls_that_cannot_be_used(argv: list[str], kata: str, capsys: pytest.CaptureFixture[str]) -> None:
    pesan = refuse(capsys, *argv)
    assert kata in pesan
    assert not re.search(r"argument|required|invalid|expected", pesan)


def test_dates_and_quotas_of_a_call() -> None:
    for teks in ("2012-08-28", "28-08-2012", "28/8/2012", "28 Agustus 2012", "20120828"):
        assert read_per(teks) == date(2012, 8, 28)
    for teks in ("55865", "55.865", " 55.865 ", "55 865", "055865"):
        assert read_pagu(teks) == 55_865


def test_missing_parts_of_a_workbook(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tanpa = {nama: tabel for nama, tabel in ISI.items() if nama != "PINDAH"}
    assert "lembar PINDAH tidak ditemukan" in refuse(capsys, "rekon", write_xlsx(tmp_path / "a.xlsx", tanpa), *PER)
    kurang = change(PEREKAMAN=[["NIK", "STATUS"], [BUDI, "PRR"]])
    pesan = refuse(capsys, "rekon", write_xlsx(tmp_path / "b.xlsx", kurang), *PER)
    assert "lembar PEREKAMAN: kolom TGL_REKAM tidak ditemukan" in pesan
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.xlsx", "b.xlsx"]


# Outputs that cannot be used


def test_output_that_is_the_input(
    buku: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    isi = buku.read_bytes()
    tautan, keras = buku.with_name("tautan.xlsx"), buku.with_name("keras.xlsx")
    tautan.symlink_to(buku)
    keras.hardlink_to(buku)
    monkeypatch.chdir(buku.parent)
    for nama in (buku, tautan, keras, "buku.xlsx", Path("..") / buku.parent.name / "buku.xlsx"):
        assert "adalah berkas masukan" in refuse(capsys, "rekon", buku, *PER, "-o", nama)
        assert "adalah berkas masukan" in refuse(capsys, "rekon", "buku.xlsx", *PER, "--json", nama)
    assert "adalah berkas masukan" in refuse(capsys, "rekon", tautan, *PER, "-o", buku)
    assert buku.read_bytes() == isi


def test_output_inside_the_input_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = write_csv(tmp_path / "csv")
    assert "adalah berkas masukan" in refuse(capsys, "rekon", folder, *PER, "--json", folder / "PENDUDUK.csv")
    assert main(["rekon", str(folder), *PER]) == 0
    assert (tmp_path / "hasil_csv.xlsx").exists()


@pytest.mark.parametrize(
    ("pilihan", "kata"),
    [
        (["-o", "hasil.xls"], "harus berakhiran .xlsx"),
        (["-o", "tiada/hasil.xlsx"], "map tiada tidak ada"),
        (["-o", "map.xlsx"], "adalah sebuah map"),
        (["--json", "tiada/a.json"], "map tiada tidak ada"),
        (["-o", "a.xlsx", "--json", "a.xlsx"], "pilih dua nama"),
    ],
)
def test_outputs_that_cannot_be_written(
    buku: Path, pilihan: list[str], kata: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(buku.parent)
    Path("map.xlsx").mkdir()
    monkeypatch.setattr("ektp_excel.perintah.cocok.read_buku", None)  # nothing is read before the outputs are looked at
    assert kata in refuse(capsys, "rekon", "buku.xlsx", *PER, *pilihan)


def test_default_output(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert default_output(Path("a/b.c.xlsx")) == Path("a/hasil_b.c.xlsx")
    (tmp_path / "data.2012").mkdir()
    assert default_output(tmp_path / "data.2012") == tmp_path / "hasil_data.2012.xlsx"
    monkeypatch.chdir(tmp_path / "data.2012")
    assert default_output(Path()) == tmp_path / "hasil_data.2012.xlsx"


# Failures inside


def test_books_that_do_not_balance_write_nothing(
    buku: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asli: Callable[..., Hasil] = reconcile

    def tilt(**cara: object) -> Hasil:
        return evolve(asli(**cara), neraca=(Neraca("uji", 2, 2), Neraca("baris dibaca", 1000, 999)))

    monkeypatch.setattr("ektp_excel.buku.cocok.reconcile", tilt)
    pesan = refuse(capsys, "rekon", buku, *PER, "--json", buku.with_name("a.json"), kode=3)
    assert "neraca tidak seimbang" in pesan
    assert "baris dibaca: 1.000 ≠ 999" in pesan
    assert [p.name for p in buku.parent.iterdir()] == ["buku.xlsx"]


@pytest.mark.parametrize(
    ("galat", "kode", "kata"),
    [
        (KeyboardInterrupt(), 130, "dibatalkan"),
        (MemoryError(), 2, "memori komputer tidak cukup"),
        (PermissionError(13, "Permission denied", "hasil.xlsx"), 2, "hasil.xlsx"),
        (ZeroDivisionError(f"pada {BUDI}"), 2, "kesalahan di dalam program (ZeroDivisionError di test_perintah.py:"),
    ],
)
def test_nothing_ends_in_a_traceback(
    galat: BaseException,
    kode: int,
    kata: str,
    buku: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise galat

    monkeypatch.delenv("EKTP_JEJAK", raising=False)
    monkeypatch.setattr("ektp_excel.perintah.cocok.read_buku", fail)
    pesan = refuse(capsys, "rekon", buku, *PER, kode=kode)
    assert kata in pesan
    assert BUDI not in pesan


def test_missing_extra_is_one_line(
    buku: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(perintah, "find_spec", lambda modul: None)
    pesan = refuse(capsys, "periksa", buku)
    assert (
        'paket python-calamine, XlsxWriter, holidays belum terpasang; jalankan: pip install "ektp-core[excel]"' in pesan
    )
    assert main(["--versi"]) == 0


def test_help_needs_no_extra(tmp_path: Path) -> None:
    """With neither package importable, the help still shows and a subcommand says what to install."""
    program = (
        "import sys\n"
        "class Tolak:\n"
        "    def find_spec(self, nama, *_):\n"
        "        if nama.split('.')[0] in ('python_calamine', 'xlsxwriter'):\n"
        "            raise ModuleNotFoundError(nama)\n"
        "sys.meta_path.insert(0, Tolak())\n"
        "from ektp_excel import perintah\n"
        "perintah.find_spec = lambda modul: None\n"
        "sys.exit(perintah.main(sys.argv[1:]))\n"
    )
    for argv, kode in ((["--help"], 0), (["periksa", "b.xlsx"], 2)):
        hasil = subprocess.run([sys.executable, "-c", program, *argv], capture_output=True, text=True)
        assert hasil.returncode == kode, hasil.stderr
        assert "Traceback" not in hasil.stderr


# As a process


def test_exit_codes_and_streams_of_the_process(buku: Path) -> None:
    baik = run("rekon", buku, *PER)
    assert (baik.returncode, baik.stderr) == (0, "")
    assert "SAH" in baik.stdout
    buruk = run("rekon", buku, *PER, "-o", buku)
    assert (buruk.returncode, buruk.stdout, len(buruk.stderr.splitlines())) == (2, "", 1)
    buku.write_bytes(b"PK" + bytes(99))
    rusak = run("periksa", buku)
    assert (rusak.returncode, rusak.stdout, len(rusak.stderr.splitlines())) == (2, "", 1)


def test_output_that_nobody_reads_and_a_poor_console(buku: Path) -> None:
    dasar = [sys.executable, "-m", "ektp_excel.perintah", "periksa", str(buku)]
    anak = subprocess.Popen(dasar, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert anak.stdout
    assert anak.stderr
    anak.stdout.close()
    assert anak.stderr.read() == b""
    anak.wait()
    anak.stderr.close()
    miskin = subprocess.run(dasar, capture_output=True, env={**os.environ, "PYTHONIOENCODING": "ascii"})
    assert (miskin.returncode, miskin.stderr) == (0, b"")


@pytest.mark.skipif(sys.platform == "win32", reason="pty hanya ada di POSIX")
def test_progress_shows_only_on_a_terminal(buku: Path) -> None:
    import pty

    tuan, hamba = pty.openpty()
    selesai = subprocess.run(
        [sys.executable, "-m", "ektp_excel.perintah", "rekon", str(buku), *PER], stdout=subprocess.PIPE, stderr=hamba
    )
    os.close(hamba)
    terlihat = os.read(tuan, 65536).decode()
    os.close(tuan)
    assert selesai.returncode == 0
    assert "Membaca PENDUDUK …" in terlihat
    assert terlihat.endswith("\r")


def test_rekon_shows_what_is_left_until_a_target(buku: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hasil = buku.with_name("h.xlsx")
    panggil = ["rekon", str(buku), "--per", "2012-08-28", "-o", str(hasil)]
    assert main([*panggil, "--target", "2012-09-30", "--hari-kerja", "6"]) == 0
    keluar = capsys.readouterr().out
    assert re.search(r"Hari kerja sampai target +28 ", keluar)
    assert "Laju yang perlu" in keluar
    ringkasan = [
        str(v) for row in CalamineWorkbook.from_path(hasil).get_sheet_by_name("RINGKASAN").iter_rows() for v in row
    ]
    assert "SAMPAI TARGET 30 SEPTEMBER 2012" in ringkasan
    assert main([*panggil, "--target", "30-09-2012"]) == 0
    assert re.search(r"Hari kerja sampai target +23 ", capsys.readouterr().out)


def test_a_target_must_come_after_the_reference_date(buku: Path, capsys: pytest.CaptureFixture[str]) -> None:
    baris = refuse(capsys, "rekon", buku, "--per", "2012-08-28", "--target", "2012-08-28")
    assert "target 2012-08-28 harus sesudah" in baris
    assert "7 tidak dikenal" in refuse(capsys, "rekon", buku, "--per", "2012-08-28", "--hari-kerja", "7")


@pytest.mark.skipif(sys.platform != "linux", reason="di Windows perintah ini memasang sungguhan")
def test_pasang_and_copot_say_what_they_do(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    assert "LibreOffice belum pernah dijalankan" in refuse(capsys, "pasang")
    assert main(["copot"]) == 0
    assert "tidak ada yang terpasang" in capsys.readouterr().out
