"""`ektp proyeksi`: what it says, the workbook that it writes, read back by other programs, and every call that cannot be."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from buku.buatan import ISI, Sel, Tabel, change, write_xlsx
from ektp_excel.kalender import closed_in
from ektp_excel.perintah import main
from ektp_excel.perintah.bacaan import read_hari, read_laju, read_malam

PANGGIL = ["--per", "2012-08-28", "--target", "2012-09-30", "--hari-kerja", "6"]
NIK_PENUH = re.compile(r"(?<!\d)\d{16}(?!\d)")
RAYA = date(2012, 8, 19)


def nik(nomor: int) -> str:
    """The NIK of an invented resident, born on 1 January 1980."""
    return f"3313110101800{nomor:03d}"


def orang(banyak: int) -> Tabel:
    """A register of so many adults, and one girl who turns 17 on 10 September 2012."""
    dewasa = [
        [nik(i), f"ORANG {i:03d}", "01-01-1980", "L", "BELUM KAWIN", "001", "001", "JATEN"]
        for i in range(1, banyak + 1)
    ]
    return [
        ISI["PENDUDUK"][0],
        *dewasa,
        [nik(999), "SITI MUDA", "10-09-1995", "P", "BELUM KAWIN", "001", "001", "JATI"],
    ]


def rekam(*baris: tuple[int, date, str]) -> Tabel:
    """The log: who, on which day, where."""
    isi: list[Sequence[Sel]] = [["NIK", "TGL_REKAM", "TEMPAT"]]
    return isi + [[nik(o), hari, tempat] for o, hari, tempat in baris]


HARI = [h for i in range(60) if (h := date(2012, 6, 20) + timedelta(days=i)).weekday() < 6 and h not in closed_in(2012)]
"""Working days from 20 June, six a week."""


@pytest.fixture
def buku(tmp_path: Path) -> Path:
    """150 adults of whom 50 came, one a working day, since 20 June; nobody is dead or moved."""
    isi = change(
        PENDUDUK=orang(150),
        PEREKAMAN=rekam(*((i, hari, "Kec. Jaten") for i, hari in enumerate(HARI[:50], 1))),
        UNDANGAN=[ISI["UNDANGAN"][0]],
        MENINGGAL=[ISI["MENINGGAL"][0]],
    )
    return write_xlsx(tmp_path / "buku.xlsx", isi)


def say(capsys: pytest.CaptureFixture[str], *argv: object) -> str:
    """What a call that must succeed prints."""
    assert main([str(a) for a in argv]) == 0
    keluar, galat = capsys.readouterr()
    assert galat == ""
    assert not NIK_PENUH.search(keluar)
    return keluar


def refuse(capsys: pytest.CaptureFixture[str], *argv: object) -> str:
    """The one line on stderr of a call that must fail."""
    assert main([str(a) for a in argv]) == 2
    keluar, galat = capsys.readouterr()
    assert keluar == ""
    assert galat.startswith("ektp: ")
    assert len(galat.splitlines()) == 1
    assert not re.search(r"argument|required|invalid|expected", galat)
    return galat


def test_it_says_the_days_and_the_paces_and_writes_nothing(buku: Path, capsys: pytest.CaptureFixture[str]) -> None:
    keluar = say(capsys, "proyeksi", buku, *PANGGIL, "--laju", "2, 5")
    for baris in (
        r"Proyeksi per 28 Agustus 2012 sampai 30 September 2012 dari buku\.xlsx",
        r"28 hari kerja dari 29 Agustus 2012 sampai 30 September 2012, 6 hari seminggu",
        r"  Sisa per tanggal acuan +100  laju yang perlu 4 orang sehari",
        r"    2 orang sehari +56  tidak tercapai, masih 44 orang; selesai 25 Oktober 2012",
        r"    5 orang sehari +140  tercapai; selesai 20 September 2012",
        r"  Sisa dari dasar pada tanggal target +101  laju yang perlu 4 orang sehari",
        r"  Wajib \(neto\) per 28 Agustus 2012 +150",
        r"    GENAP 17 TAHUN +\+1",
        r"  Wajib \(neto\) pada 30 September 2012 +151",
        r"  Buku perekaman tidak mencakup Lebaran 2011: .*",
    ):
        assert re.search(f"^{baris}$", keluar, re.MULTILINE), baris
    assert re.search(r"tanggal target: P10 .*, P50 .*, P90 .*; target tercapai pada \d+ dari 1\.000 ulangan", keluar)
    assert [p.name for p in buku.parent.iterdir()] == ["buku.xlsx"]


def test_five_days_openings_closures_and_evenings(buku: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "\n23 hari kerja" in say(capsys, "proyeksi", buku, *PANGGIL[:4])
    minggu = ["--buka", "2012-09-02, 9-9-2012", "--buka", "16-09-2012"]
    assert "\n31 hari kerja" in say(capsys, "proyeksi", buku, *PANGGIL, *minggu)
    assert "\n25 hari kerja" in say(capsys, "proyeksi", buku, *PANGGIL, "--tutup", "2012-09-03..2012-09-05")
    # A span of evenings leaves the Sunday out.
    malam = ["--malam", "2012-09-08..2012-09-10=20", "--malam", "2012-09-29=7"]
    keluar = say(capsys, "proyeksi", buku, *PANGGIL, *malam)
    assert "laju yang perlu 2 orang sehari, di luar 47 orang malam hari" in keluar
    pesan = refuse(capsys, "proyeksi", buku, *PANGGIL, "--malam", "2012-09-09=20")
    assert "malam 09-09-2012: hari itu bukan hari kerja" in pesan
    assert "disebut tutup dan juga buka" in refuse(
        capsys, "proyeksi", buku, *PANGGIL, "--tutup", "2012-09-02", "--buka", "2012-09-02"
    )


def test_a_short_log_gives_no_day(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = write_xlsx(tmp_path / "b.xlsx", change(PENDUDUK=orang(9), PEREKAMAN=rekam((1, date(2012, 8, 6), ""))))
    keluar = say(capsys, "proyeksi", path, *PANGGIL)
    assert re.search(
        r"Buku perekaman baru memuat 1[0-9] hari kerja; perkiraan tanggal memerlukan sekurangnya 24", keluar
    )
    assert "P50" not in keluar
    kosong = write_xlsx(tmp_path / "k.xlsx", change(PEREKAMAN=rekam()))
    assert "baru memuat 0 hari kerja" in say(capsys, "proyeksi", kosong, *PANGGIL, "-o", tmp_path / "h.xlsx")


def test_the_seed_decides_and_is_said(buku: Path, capsys: pytest.CaptureFixture[str]) -> None:
    a, b, c = (say(capsys, "proyeksi", buku, *PANGGIL, "--benih", n) for n in ("7", "7", "8"))
    assert a == b
    assert "benih 7" in a
    assert a != c


def test_the_log_may_count_from_a_day(buku: Path, capsys: pytest.CaptureFixture[str]) -> None:
    semua = say(capsys, "proyeksi", buku, *PANGGIL)
    sejak = say(capsys, "proyeksi", buku, *PANGGIL, "--buku-sejak", "2012-07-02")
    hari = [re.search(r"Dari (\d+) hari kerja di buku", teks) for teks in (semua, sejak)]
    assert hari[0]
    assert hari[1]
    # 20 to 30 June, but for the Sunday.
    assert int(hari[0][1]) - int(hari[1][1]) == 10
    assert "baru memuat" in say(capsys, "proyeksi", buku, *PANGGIL, "--buku-sejak", "2012-08-06")


# The workbook


def rows(path: Path, lembar: str) -> list[list[Any]]:
    """The rows of a sheet as another program reads them, trailing blanks dropped."""
    buku = load_workbook(path)
    hasil = []
    for row in buku[lembar].iter_rows(values_only=True):
        isi = list(row)
        while isi and isi[-1] is None:
            isi.pop()
        hasil.append(isi)
    return hasil


def test_the_workbook_holds_the_same_figures(buku: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hasil = tmp_path / "h.xlsx"
    panggil = ["proyeksi", buku, *PANGGIL, "--laju", "2,5", "--malam", "2012-09-03=10", "-o", hasil]
    assert f"Hasil: {hasil}" in say(capsys, *panggil)
    assert load_workbook(hasil).sheetnames == ["PROYEKSI", "LEBARAN", "PERUBAHAN DASAR"]
    isi = rows(hasil, "PROYEKSI")
    assert ["Sisa per 28 Agustus 2012", 4, 100, 28, 10] in isi
    assert ["Sisa dari dasar pada 30 September 2012", 4, 101, 28, 10] in isi
    assert ["5 orang sehari", "tercapai", "18 September 2012", 150, 0] in isi
    assert ["2 orang sehari", "tidak tercapai, masih 34 orang", "19 Oktober 2012", 66, 34] in isi
    assert ["Wajib pada 30 September 2012", 151] in isi
    letak = isi.index(["TANGGAL", "2 SEHARI", "5 SEHARI"])
    hari = isi[letak + 1 : letak + 30]
    assert hari[0] == [datetime(2012, 8, 28), 101, 101]
    assert hari[-1][1:] == [35, 0]
    tiga = next(h for h in hari if h[0] == datetime(2012, 9, 3))
    sebelum = hari[hari.index(tiga) - 1]
    assert (sebelum[1] - tiga[1], sebelum[2] - tiga[2]) == (12, 15)
    assert rows(hasil, "PERUBAHAN DASAR")[1:] == [
        ["MASUK", "GENAP 17 TAHUN", nik(999), "SITI MUDA", "JATI", "BELUM", datetime(2012, 9, 10)]
    ]
    assert not any(
        NIK_PENUH.search(str(v)) for lembar in ("PROYEKSI", "LEBARAN") for r in rows(hasil, lembar) for v in r
    )
    pertama = hasil.read_bytes()
    say(capsys, *panggil)
    assert hasil.read_bytes() == pertama


def test_the_charts_draw_the_tables(buku: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hasil = tmp_path / "h.xlsx"
    say(capsys, "proyeksi", buku, *PANGGIL, "--laju", "2,5", "-o", hasil)
    terbaca: Any = load_workbook(hasil)
    for lembar, banyak in (("PROYEKSI", 2), ("LEBARAN", 2)):
        (grafik,) = terbaca[lembar]._charts
        assert len(grafik.series) == banyak
        for seri in grafik.series:
            assert lembar in seri.val.numRef.f
    say(capsys, "proyeksi", buku, *PANGGIL, "-o", hasil)
    terbaca = load_workbook(hasil)
    assert not terbaca["PROYEKSI"]._charts


@pytest.fixture
def dua_lebaran(tmp_path: Path) -> Path:
    """Three people a day before and after the feast of 2011, one before that of 2012; guests, and one who went to Serpong."""
    lalu = date(2011, 8, 30)
    baris = [
        *((i, lalu - timedelta(days=n), "Kec. Jaten") for n in (4, 1) for i in (1, 2, 3)),
        (4, lalu - timedelta(days=1), "Kec. Serpong"),
        (888, lalu - timedelta(days=1), "Balai Desa Jati"),
        (5, RAYA - timedelta(days=4), "Kec. Jaten"),
        (6, RAYA + timedelta(days=4), "Kec. Jaten"),
    ]
    return write_xlsx(tmp_path / "dua.xlsx", change(PENDUDUK=orang(9), PEREKAMAN=rekam(*baris)))


def test_two_feasts_stand_side_by_side(dua_lebaran: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    hasil = tmp_path / "h.xlsx"
    keluar = say(capsys, "proyeksi", dua_lebaran, *PANGGIL, "-o", hasil)
    assert "Jumlah hanya memuat 14 dari 29 hari" in keluar
    assert re.search(
        r"30 Agustus 2011 +7  orang pada \d+ hari layanan; 1 terdaftar di luar; 1 dari sini direkam", keluar
    )
    assert re.search(
        r"19 Agustus 2012 +2  orang pada \d+ hari layanan; 0 terdaftar di luar; 0 dari sini direkam", keluar
    )
    isi = rows(hasil, "LEBARAN")
    assert ["H-4", datetime(2011, 8, 26), datetime(2012, 8, 15), 3, 1, 0, 0, 0, 0] in isi
    assert ["H-1", datetime(2011, 8, 29), datetime(2012, 8, 18), 4, 0, 1, 0, 1, 0] in isi
    # Before the log began, and after the reference date, nothing is known: blank, not 0.
    assert ["H-14", datetime(2011, 8, 16), datetime(2012, 8, 5), None, " tutup", None, 0, None, 0] in isi
    assert ["H+10", datetime(2011, 9, 9), datetime(2012, 8, 29), 0, None, 0, None, 0] in isi
    assert ["Kec. Serpong", "di luar", 1] in isi
    assert ["Kec. Jaten", "di sini", 8] in isi


def test_a_feast_and_a_place_can_be_named(dua_lebaran: Path, capsys: pytest.CaptureFixture[str]) -> None:
    keluar = say(
        capsys, "proyeksi", dua_lebaran, *PANGGIL, "--idul-fitri", "2011-08-31", "--tempat", "Kecamatan Serpong"
    )
    assert re.search(r"31 Agustus 2011 +8  orang .*0 dari sini direkam di luar", keluar)
    assert "Lebaran 2011 dan 2012" in keluar


# Calls that cannot be used


@pytest.mark.parametrize(
    ("pilihan", "kata"),
    [
        (["--per", "2012-08-28"], "belum diberikan: --target"),
        (["--per", "2012-08-28", "--target", "2012-08-28"], "harus sesudah tanggal acuan"),
        ([*PANGGIL, "--laju", "0"], "bukan daftar laju"),
        ([*PANGGIL, "--laju", "banyak"], "bukan jumlah orang"),
        ([*PANGGIL, "--malam", "2012-09-03"], "tanpa jumlah orang"),
        ([*PANGGIL, "--buka", "besok"], "'besok' bukan tanggal"),
        ([*PANGGIL, "--tutup", "2012-09-05..2012-09-03"], "hari terakhir sebelum yang pertama"),
        ([*PANGGIL, "--tutup", "2012-09-05..2022-09-03"], "lebih dari setahun"),
        ([*PANGGIL, "--tutup", "2012-09-05..2012-09-03"], "2012-09-05 sampai 2012-09-03"),
        ([*PANGGIL, "--malam", "2012-09-03"], "tulis misalnya 2012-09-03=60"),
        (
            [*PANGGIL, "--idul-fitri", "2012-08-19,2012-08-20"],
            "19 Agustus 2012 dan 20 Agustus 2012 setahun; sebut satu",
        ),
        ([*PANGGIL, "--benih", "-3"], "--benih"),
        ([*PANGGIL, "--hari-kerja", "7"], "7 tidak dikenal"),
        ([*PANGGIL, "-o", "h.xls"], "harus berakhiran .xlsx"),
        (["--per", "2005-01-01", "--target", "2012-09-30"], "2006"),
    ],
)
def test_calls_that_cannot_be_used(
    buku: Path, pilihan: list[str], kata: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert kata in refuse(capsys, "proyeksi", buku, *pilihan)


def test_the_input_is_never_the_output(buku: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sebelum = buku.read_bytes()
    assert "adalah berkas masukan" in refuse(capsys, "proyeksi", buku, *PANGGIL, "-o", buku)
    assert buku.read_bytes() == sebelum


def test_the_words_of_a_call() -> None:
    assert read_laju(" 20; 1.200 ") == (20, 1200)
    assert read_hari("2-9-2012,2012-09-04..5 September 2012") == {
        date(2012, 9, 2),
        date(2012, 9, 4),
        date(2012, 9, 5),
    }
    assert [(m.awal.day, m.akhir.day, m.orang) for m in read_malam("2012-09-03, 2012-09-05..2012-09-06 = 60")] == [
        (3, 3, 60),
        (5, 6, 60),
    ]
