"""Sweep lists as workbooks: written, edited as desa edit them, saved again, and read back without losing or doubling anybody."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date, datetime
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

import openpyxl
import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from buku.buatan import Sel, write_csv, write_ods, write_xlsx
from buku.hasil_rekaan import KEPUTUSAN, warga
from ektp_core import Hasil, Tanda, sweep
from ektp_core.galat import EktpError
from ektp_core.penyisiran import BarisPenyisiran, Sebab
from ektp_core.rekonsiliasi import NasibKembalian, reconcile
from ektp_excel.buku.kembali import IsiKembali, read_kembali
from ektp_excel.buku.sisir import KEPALA, split_by_desa, write_sisir
from ektp_excel.perintah import main
from strategies import D, Insan, Rekaman, Tabel, tabel

PER = ["--per", "2012-08-28"]
JUDUL = KEPALA + 1
TANDA_TANGAN = "Mengetahui"


def rows_of(lembar: Worksheet) -> Iterator[int]:
    """The rows, from 1, that hold people."""
    return (i for i in range(JUDUL + 1, lembar.max_row + 1) if lembar.cell(i, 4).value)


def column(lembar: Worksheet, judul: str) -> int:
    return next(c.column for c in lembar[JUDUL] if c.value == judul)


def again(isi: Rekaman, kembali: IsiKembali) -> Hasil:
    """The answer together with what came back."""
    return reconcile(
        penduduk=isi.penduduk,
        undangan=isi.undangan,
        perekaman=isi.perekaman,
        mutasi=isi.mutasi,
        wilayah=isi.wilayah,
        galat=[*isi.galat, *kembali.galat],
        on=D,
        kembalian=kembali.kembalian,
    )


def daftar_rekaan() -> tuple[BarisPenyisiran, ...]:
    """A list with two desa, three RT, and text that a spreadsheet would run."""
    belum = [
        warga(9, "Jaten", "2", "1", KEPUTUSAN[8]),
        warga(6, "Jaten", "1", "2", KEPUTUSAN[5]),
        warga(21, "Dagen", "1", "2"),
    ]
    jahat = evolve(belum[2], penduduk=evolve(belum[2].penduduk, nama="=1+1", alamat="@SUM(A1)"))
    return sweep([*belum[:2], jahat], on=D)


# What is written


def test_one_sheet_a_desa_with_a_page_for_each_rt(tmp_path: Path) -> None:
    write_sisir(tmp_path / "s.xlsx", split_by_desa(daftar_rekaan()), on=D)
    buku = openpyxl.load_workbook(tmp_path / "s.xlsx")
    assert buku.sheetnames == ["REKAP", "Dagen", "Jaten"]
    jaten = buku["Jaten"]
    assert [jaten.cell(i, 4).value for i in rows_of(jaten)] == ["3313110101800006", "3313110101800009"]
    # One RT a page, and a page for people who are not on the list.
    assert [b.id for b in jaten.row_breaks.brk] == [JUDUL + 1, JUDUL + 2]
    assert jaten.print_title_rows == f"$1:${JUDUL}"
    assert jaten.page_setup.orientation == "landscape"
    assert jaten.page_setup.paperSize == 9
    kaki = jaten.oddFooter
    assert kaki is not None
    assert "Ketua RT" in str(kaki.left.text)
    judul = [c.value for c in jaten[JUDUL]]
    assert judul[-6:] == ["SUDAH DATANG", "MENINGGAL", "PINDAH", "ALAMAT TIDAK DIKETAHUI", "DOBEL", "CATATAN"]
    assert any(str(c.value).startswith(TANDA_TANGAN) for row in jaten for c in row)


def test_every_cell_is_text_that_never_runs(tmp_path: Path) -> None:
    write_sisir(tmp_path / "s.xlsx", split_by_desa(daftar_rekaan()), on=D)
    for lembar in openpyxl.load_workbook(tmp_path / "s.xlsx").worksheets[1:]:
        for i in rows_of(lembar):
            for sel in lembar[i][1:]:
                assert sel.data_type in ("s", "inlineStr", "n")
                assert sel.data_type != "n" or sel.value is None
                assert sel.number_format == "@"
    dagen = openpyxl.load_workbook(tmp_path / "s.xlsx")["Dagen"]
    assert [dagen.cell(JUDUL + 1, i).value for i in (5, 7)] == ["=1+1", "@SUM(A1)"]


def test_recap_adds_up(tmp_path: Path) -> None:
    daftar = daftar_rekaan()
    write_sisir(tmp_path / "s.xlsx", split_by_desa(daftar), on=D)
    isi = list(openpyxl.load_workbook(tmp_path / "s.xlsx")["REKAP"].values)
    kepala, *desa, jumlah = isi[2:]
    assert jumlah[0] == "JUMLAH"
    for i in range(1, len(kepala)):
        assert jumlah[i] == sum(int(str(d[i])) for d in desa)
    assert jumlah[kepala.index("JUMLAH")] == len(daftar)
    assert jumlah[kepala.index(Sebab.TERCECER.value)] == sum(b.sebab is Sebab.TERCECER for b in daftar)


def test_names_of_desa_that_no_sheet_can_have(tmp_path: Path) -> None:
    nama = [
        "a/b",
        "A:B",
        "Rekap",
        "Desa Dengan Nama Yang Panjang Sekali Satu",
        "Desa Dengan Nama Yang Panjang Sekali Dua",
    ]
    belum = [warga(i, desa, "1", "1") for i, desa in enumerate(nama, 1)]
    write_sisir(tmp_path / "s.xlsx", split_by_desa(sweep(belum, on=D)), on=D)
    lembar = openpyxl.load_workbook(tmp_path / "s.xlsx").sheetnames
    assert len({n.casefold() for n in lembar}) == len(lembar)
    assert all(len(n) <= 31 for n in lembar)
    assert {k.nik for k in read_kembali(tmp_path, on=D).kembalian} == {b.nik for b in belum}


# What comes back


class Desa:
    """Edits a list as desa do: ticks, sorts, deletes, doubles, moves columns about, and saves it again."""

    def __init__(self, acak: Random) -> None:
        self.acak = acak
        self.harapan: dict[str, set[str]] = {}
        self.hilang: set[str] = set()

    def edit(self, path: Path) -> None:
        buku = openpyxl.load_workbook(path)
        for lembar in buku.worksheets:
            if lembar.title != "REKAP":
                self._edit_sheet(lembar)
        buku.save(path)

    def _edit_sheet(self, lembar: Worksheet) -> None:
        acak = self.acak
        lebar = lembar.max_column
        baris = [[lembar.cell(i, j).value for j in range(1, lebar + 1)] for i in rows_of(lembar)]
        for satu in baris:
            nik = str(satu[3])
            tanda = acak.choice((*Tanda, None, None))
            self.harapan.setdefault(nik, set())
            if tanda is not None:
                satu[column(lembar, tanda.judul) - 1] = acak.choice(
                    ("V", "v", "x", "✓", 1, "ya", datetime(2012, 9, 3), date(2012, 9, 4), "3-9-2012")
                )
                self.harapan[nik].add(tanda.value)
        baru = [satu for satu in baris if acak.random() > 0.15 or self._lose(satu)]
        baru += [list(satu) for satu in baru if acak.random() < 0.15]
        acak.shuffle(baru)
        # Rows of the printed form stay below, moved as Excel moves them.
        for i in list(rows_of(lembar)):
            for j in range(1, lebar + 1):
                lembar.cell(i, j).value = None
        for i, satu in enumerate(baru, JUDUL + 1):
            for j, nilai in enumerate(satu, 1):
                lembar.cell(i, j).value = nilai
        if acak.random() < 0.5:
            lembar.delete_cols(column(lembar, acak.choice(("RW", "ALAMAT", "UMUR"))))
        if acak.random() < 0.3:
            lembar.insert_cols(1)
        if acak.random() < 0.3:
            lembar.insert_rows(1, acak.randint(1, 3))

    def _lose(self, satu: Sequence[object]) -> bool:
        self.hilang.add(str(satu[3]))
        return False


@settings(max_examples=30)
@given(tabel(kotor=False), st.integers(0, 2**24), st.booleans())
def test_a_list_returned_and_read_back_loses_nobody_and_doubles_nobody(isi: Tabel, benih: int, per_desa: bool) -> None:
    rekaman = evolve(isi, on=D).read()
    tanpa = again(rekaman, IsiKembali())
    daftar = split_by_desa(sweep(tanpa.belum, on=D))
    if not daftar:
        return
    desa = Desa(Random(benih))
    with TemporaryDirectory() as sementara:
        folder = Path(sementara)
        for i, satu in enumerate([[d] for d in daftar] if per_desa else [daftar]):
            write_sisir(folder / f"sisir {i}.xlsx", satu, on=D, rekap=not per_desa)
            desa.edit(folder / f"sisir {i}.xlsx")
        try:
            kembali = read_kembali(folder, on=D)
        except EktpError:
            assert desa.hilang
            return
    dengan = again(rekaman, kembali)
    assert not kembali.galat
    assert all(n.seimbang for n in dengan.neraca)
    per_orang: dict[str, set[str]] = {}
    for k in dengan.kembalian:
        assert k.nasib is not NasibKembalian.TIDAK_DIKENAL
        per_orang.setdefault(k.nik, set()).update(t.value for t in k.kembalian.tanda)
    bersama = {nik for nik, n in Counter(b.nik for b in tanpa.belum).items() if n > 1}
    for nik in {b.nik for b in tanpa.belum} - bersama - desa.hilang:
        assert per_orang[nik] == desa.harapan[nik]
    assert set(per_orang) <= {b.nik for b in tanpa.belum}
    assert [b.nik for b in dengan.belum] == [b.nik for b in tanpa.belum]
    assert (dengan.wajib.neto, dengan.terekam) == (tanpa.wajib.neto, tanpa.terekam)


KEPALA_KEMBALI = ["NIK", "NAMA", "SUDAH DATANG", "MENINGGAL", "PINDAH", "KETERANGAN"]
BUDI = Insan()


def returned(*rows: Sequence[Sel]) -> dict[str, list[list[Sel]]]:
    """One sheet of a returned list, typed anew by hand."""
    return {"Sheet1": [["Desa Jaten"], [], list(KEPALA_KEMBALI), *map(list, rows)]}


def test_every_format_and_folder_within_the_folder_is_read(tmp_path: Path) -> None:
    isi = returned([BUDI.nik, BUDI.nama, None, "v", None, None])
    write_xlsx(tmp_path / "a.xlsx", isi)
    (tmp_path / "dagen").mkdir()
    write_ods(tmp_path / "dagen" / "a.ods", isi)
    write_csv(tmp_path / "csv", {"jati": [KEPALA_KEMBALI, [BUDI.nik, BUDI.nama, "", "v", "", ""]]})
    (tmp_path / "foto.jpg").write_bytes(b"x")
    (tmp_path / "~$a.xlsx").write_bytes(b"x")
    kembali = read_kembali(tmp_path, on=D)
    assert sorted(kembali.dibaca) == ["KEMBALI a.xlsx", "KEMBALI csv/csv", "KEMBALI dagen/a.ods"]
    assert [k.tanda for k in kembali.kembalian] == [(Tanda.MENINGGAL,)] * 3
    assert {k.baris for k in kembali.kembalian} == {2, 4}
    assert any("foto.jpg" in p for p in kembali.pesan)
    assert not any("~$" in p for p in kembali.pesan)


def test_a_broken_file_is_named_and_the_others_are_read(tmp_path: Path) -> None:
    write_xlsx(tmp_path / "a.xlsx", returned([BUDI.nik, BUDI.nama, "v", None, None, None]))
    (tmp_path / "b.xlsx").write_bytes(b"PK rusak")
    kembali = read_kembali(tmp_path, on=D)
    assert len(kembali.kembalian) == 1
    (pesan,) = [p for p in kembali.pesan if "BERKAS TIDAK TERBACA" in p]
    assert "b.xlsx" in pesan


def test_a_workbook_that_is_no_sweep_list_is_passed_over_and_named(tmp_path: Path) -> None:
    write_xlsx(tmp_path / "a.xlsx", returned([BUDI.nik, BUDI.nama, "v", None, None, None]))
    write_xlsx(tmp_path / "buku.xlsx")
    kembali = read_kembali(tmp_path, on=D)
    assert [k.lembar for k in kembali.kembalian] == ["KEMBALI a.xlsx"]
    assert any("buku.xlsx [UNDANGAN]" in p for p in kembali.pesan)


def test_signatures_blank_rows_and_totals_are_nobody_and_a_row_without_nik_is_galat(tmp_path: Path) -> None:
    write_xlsx(
        tmp_path / "a.xlsx",
        returned(
            [BUDI.nik, BUDI.nama, None, None, "ke Solo", None],
            [None, None, None, None, None, None],
            [None, "Warga Baru", None, None, None, "belum ada di daftar"],
            [3313110101800001.0, "Tri", None, None, "v", None],
        ),
    )
    kembali = read_kembali(tmp_path, on=D)
    assert [(k.baris, k.nik) for k in kembali.kembalian] == [(4, BUDI.nik), (7, "331311010180000?")]
    (galat,) = kembali.galat
    assert (galat.lembar, galat.baris, galat.kolom) == ("KEMBALI a.xlsx", 6, "NIK")
    assert "Warga Baru" in galat.usul
    assert kembali.dibaca == {"KEMBALI a.xlsx": 3}


@pytest.mark.parametrize("isi", [None, "kosong", "bukan"])
def test_a_folder_without_a_list_is_refused_in_one_line(tmp_path: Path, isi: str | None) -> None:
    folder = tmp_path / "kembali"
    if isi:
        folder.mkdir()
    if isi == "bukan":
        write_xlsx(folder / "buku.xlsx")
    with pytest.raises(EktpError, match="kembali") as galat:
        read_kembali(folder, on=D)
    assert str(galat.value).isprintable()


# The commands


@pytest.fixture
def buku(tmp_path: Path) -> Path:
    """A workbook with two people who are not recorded: one invited, one not."""
    isi: dict[str, list[list[Sel]]] = {
        "PENDUDUK": [
            [*"NIK NAMA TGL_LAHIR JENIS_KELAMIN STATUS_KAWIN RT RW DESA".split()],
            [BUDI.nik, BUDI.nama, "01-01-1980", "L", "KAWIN", "001", "001", "Jaten"],
            ["3313110101500003", "Tri", "01-01-1950", "L", "KAWIN", "001", "001", "Dagen"],
        ],
        "UNDANGAN": [[*"NO_UNDANGAN NIK NAMA DESA KETERANGAN".split()], ["1", BUDI.nik, BUDI.nama, "Jaten", None]],
        "PEREKAMAN": [["NIK", "TGL_REKAM"]],
        "PINDAH": [["NIK", "TGL_PINDAH"]],
        "MENINGGAL": [["NIK", "TGL_MENINGGAL"]],
    }
    return write_xlsx(tmp_path / "buku.xlsx", isi)


def test_sisir_rekon_kembali_from_end_to_end(buku: Path, capsys: pytest.CaptureFixture[str]) -> None:
    keluar = buku.parent / "sisir"
    assert main(["sisir", str(buku), *PER, "-o", str(keluar)]) == 0
    assert "Belum terekam" in capsys.readouterr().out
    assert sorted(p.name for p in keluar.iterdir()) == ["sisir Dagen.xlsx", "sisir Jaten.xlsx"]
    for nama, judul in (("sisir Jaten.xlsx", "PINDAH"), ("sisir Dagen.xlsx", "MENINGGAL")):
        isi = openpyxl.load_workbook(keluar / nama)
        lembar = isi.worksheets[0]
        lembar.cell(JUDUL + 1, column(lembar, judul)).value = "V"
        isi.save(keluar / nama)
    hasil = buku.parent / "hasil.xlsx"
    assert main(["rekon", str(buku), *PER, "--kembali", str(keluar), "-o", str(hasil)]) == 0
    layar = capsys.readouterr().out
    assert "2 berkas dari map sisir" in layar
    assert "2 lembar, 2 baris: 2 menjadi catatan" in layar
    ditulis = openpyxl.load_workbook(hasil)
    assert [r[6] for r in list(ditulis["KEPUTUSAN"].values)[1:]] == ["PINDAH"]
    assert [r[10] for r in list(ditulis["KEPUTUSAN"].values)[1:]] == ["BELUM"]
    kepala, *kembali = ditulis["KEMBALIAN"].values
    assert [dict(zip(kepala, r, strict=True))["ARTI"] for r in kembali] == ["MENINGGAL", "PINDAH"]
    assert {r[0] for r in list(ditulis["PERLU DILIHAT"].values)[1:]} == {"CATATAN_TANPA_UNDANGAN"}
    assert next(r for r in ditulis["PENGEMBALIAN"].values if r[0] == 1)[8] == "PINDAH V"
    assert any("LEMBAR SISIR YANG KEMBALI" in str(r[0]) for r in ditulis["RINGKASAN"].values)
    # The next week's list knows what was written.
    shutil.rmtree(buku.parent / "lain", ignore_errors=True)
    assert main(["sisir", str(buku), *PER, "--kembali", str(keluar), "-o", str(buku.parent / "lain.xlsx")]) == 0
    lain = openpyxl.load_workbook(buku.parent / "lain.xlsx")
    assert "catatan: MENINGGAL V" in str(lain["Dagen"].cell(JUDUL + 1, 8).value)


@pytest.mark.parametrize("baru", [False, True])
@pytest.mark.parametrize("perintah", [["rekon"], ["sisir"], ["jadwal", "--target", "2012-09-30", "--kapasitas", "9"]])
def test_nothing_is_written_among_the_lists_that_came_back(
    buku: Path, capsys: pytest.CaptureFixture[str], perintah: list[str], baru: bool
) -> None:
    kembali = buku.parent / "kembali"
    (kembali / "dagen").mkdir(parents=True)
    (kembali / "dagen/sisir Dagen.xlsx").write_bytes(b"sudah ditandai")
    keluar = kembali / "dagen" / ("hasil.xlsx" if baru else "sisir Dagen.xlsx")
    arg = [perintah[0], str(buku), *PER, *perintah[1:], "--kembali", str(kembali), "-o", str(keluar)]
    assert main(arg) == 2
    galat = capsys.readouterr().err
    assert "tidak pernah ditulisi" in galat
    assert galat.count("\n") == 1
    assert {p.name: p.read_bytes() for p in (kembali / "dagen").iterdir()} == {"sisir Dagen.xlsx": b"sudah ditandai"}


def test_a_nik_in_the_column_of_the_desa_is_masked_on_the_screen(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    isi: dict[str, Sequence[Sequence[Sel]]] = {
        "PENDUDUK": [
            ["NIK", "NAMA", "TGL_LHR", "JENIS_KELAMIN", "STATUS_KAWIN", "RT", "RW", "DESA"],
            [BUDI.nik, BUDI.nama, "01-01-1980", "L", "KAWIN", "001", "001", BUDI.nik],
        ],
        "UNDANGAN": [["NO_UNDANGAN", "NIK", "NAMA", "DESA", "KETERANGAN"]],
        "PEREKAMAN": [["NIK", "TGL_REKAM"]],
        "PINDAH": [["NIK", "TGL_PINDAH"]],
        "MENINGGAL": [["NIK", "TGL_MENINGGAL"]],
    }
    buku = write_xlsx(tmp_path / "buku.xlsx", isi)
    assert main(["sisir", str(buku), *PER, "-o", str(tmp_path / "sisir")]) == 0
    layar = capsys.readouterr().out
    assert BUDI.nik not in layar
    assert BUDI.nik[:12] + "****" in layar


def test_a_list_that_exists_is_never_written_over(buku: Path, capsys: pytest.CaptureFixture[str]) -> None:
    keluar = buku.parent / "sisir"
    assert main(["sisir", str(buku), *PER, "-o", str(keluar)]) == 0
    (keluar / "sisir Jaten.xlsx").write_bytes(b"sudah ditandai")
    (keluar / "sisir Dagen.xlsx").unlink()
    capsys.readouterr()
    assert main(["sisir", str(buku), *PER, "-o", str(keluar)]) == 2
    galat = capsys.readouterr().err
    assert "sudah ditandai" in galat
    assert galat.count("\n") == 1
    assert [p.name for p in keluar.iterdir()] == ["sisir Jaten.xlsx"]
    assert (keluar / "sisir Jaten.xlsx").read_bytes() == b"sudah ditandai"


@pytest.mark.parametrize("keluar", ["sisir.ods", "tidak/ada.xlsx", "buku.xlsx"])
def test_an_output_that_cannot_be_is_refused(buku: Path, keluar: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["sisir", str(buku), *PER, "-o", str(buku.parent / keluar)]) == 2
    galat = capsys.readouterr().err
    assert galat.startswith("ektp: ")
    assert galat.count("\n") == 1
