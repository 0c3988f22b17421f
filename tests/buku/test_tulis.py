"""The result workbook, read back by other programs: sheets, columns, figures, print set-up, and nothing that runs."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from openpyxl.workbook import Workbook as BukuTerbaca
from python_calamine import CalamineWorkbook

from buku.hasil_rekaan import KEPUTUSAN, LAPORAN, D, keputusan, make_hasil, nik
from ektp_core.cakupan import Cakupan
from ektp_core.kategori import KEMBALI, Kategori
from ektp_core.rekonsiliasi.hasil import AngkaWajib, Neraca
from ektp_excel.buku import write_hasil
from ektp_excel.buku.laporan import LaporanBaca

KOLOM = {
    "KEPUTUSAN": "BARIS NO_UNDANGAN NIK NIK_DIPAKAI NAMA DESA KATEGORI ATURAN BUKTI RUJUKAN PASTI TEREKAM RT RW KETERANGAN "
    "NAMA_TERDAFTAR",
    "DUGAAN DOBEL": "NIK_A NAMA_A NIK_B NAMA_B KEKUATAN BUKTI",
    "PERLU DILIHAT": "JENIS NIK NAMA DESA KIRI KANAN ATURAN SARAN",
    "REKAP DESA": "DESA WAJIB TEREKAM BELUM CAKUPAN",
    "TERCECER": "NIK NAMA DESA RW RT",
    "TEREKAM LUAR DASAR": "NIK TGL_REKAM STATUS SEBAB",
    "GALAT": "LEMBAR BARIS KOLOM NILAI HARUSNYA USUL",
}
PENYISIRAN = ["DESA", "RW", "RT", "NIK", "NAMA", "ALAMAT", "NO_UNDANGAN", "SEBAB"]
URUTAN = (
    "RINGKASAN, KEPUTUSAN, DUGAAN DOBEL, PERLU DILIHAT, PENGEMBALIAN, REKAP DESA, PENYISIRAN, TERCECER, "
    "TEREKAM LUAR DASAR, GALAT"
)


def write(folder: Path, laporan: LaporanBaca = LAPORAN, **ubah: Any) -> Path:
    path = folder / "hasil.xlsx"
    write_hasil(path, make_hasil(**ubah), laporan)
    return path


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write(tmp_path_factory.mktemp("hasil"))


@pytest.fixture(scope="module")
def buku(path: Path) -> BukuTerbaca:
    return load_workbook(path)


def rows(buku: BukuTerbaca, lembar: str) -> list[tuple[Any, ...]]:
    return list(buku[lembar].iter_rows(values_only=True))


def ringkasan(path: Path) -> str:
    """Every text of the summary, in reading order."""
    return "\n".join(str(v) for baris in rows(load_workbook(path), "RINGKASAN") for v in baris if v is not None)


def label_row(buku: BukuTerbaca, label: str) -> list[Any]:
    """What stands to the right of a label in the summary."""
    return next([v for v in b[1:] if v is not None] for b in rows(buku, "RINGKASAN") if str(b[0]).startswith(label))


def test_sheets_stand_in_the_order_of_the_contract(buku: BukuTerbaca) -> None:
    assert buku.sheetnames == URUTAN.split(", ")
    assert buku.active is not None
    assert buku.active.title == "RINGKASAN"


@pytest.mark.parametrize("lembar", KOLOM)
def test_working_sheet_has_its_columns_in_row_1_frozen_and_filtered(buku: BukuTerbaca, lembar: str) -> None:
    assert [*rows(buku, lembar)[0]] == KOLOM[lembar].split()
    assert buku[lembar].freeze_panes == "A2"
    assert buku[lembar].auto_filter.ref
    assert buku[lembar].print_title_rows == "$1:$1"


def test_decisions_read_back_the_same_with_every_reader(path: Path, buku: BukuTerbaca) -> None:
    k = KEPUTUSAN[5]
    semua = rows(buku, "KEPUTUSAN")
    assert len(semua) == 1 + len(KEPUTUSAN)
    assert semua[6] == (
        *(7, "6", nik(6), nik(6), "WARGA 6", "Jaten", "MENINGGAL", "UNDANGAN-01, NIK-01", str(k.bukti[0]), None),
        *("BELUM", "BELUM", "002", "001", "=1+1", "WARGA 6"),
    )
    assert semua[2][9:12] == ("1", "YA", "BELUM")
    assert semua[8][2] == "3313110101800000", "NIK seperti tertulis"
    assert semua[10][14] == "<b>&amp;"
    lain = CalamineWorkbook.from_path(path).get_sheet_by_name("KEPUTUSAN").to_python()
    assert [["" if v is None else v for v in baris] for baris in semua] == lain


@pytest.mark.parametrize("lembar", ["KEPUTUSAN", "PENGEMBALIAN", "PENYISIRAN", "TERCECER", "PERLU DILIHAT"])
def test_nik_stays_text_even_when_the_cell_is_edited(buku: BukuTerbaca, lembar: str) -> None:
    niks = [s for baris in buku[lembar].iter_rows() for s in baris if re.fullmatch(r"\d{16}", str(s.value))]
    assert niks
    assert {(s.data_type, s.number_format) for s in niks} == {("s", "@")}


def test_no_text_runs(tmp_path: Path) -> None:
    jahat = ["=1+1", "+1", "-1", "@SUM(A1)", '=HYPERLINK("http://x","y")', "http://x.id", "{=1}", "<f>1</f>", "#N/A"]
    isi = [keputusan(i, Kategori.PINDAH, u_keterangan=t, u_nama=t, u_nomor=t, desa=t) for i, t in enumerate(jahat, 1)]
    path = write(tmp_path, keputusan=tuple(isi), laporan=LaporanBaca("=x", "=y", "=z", (), ("=1",), ("=2", "http://y")))
    buku = load_workbook(path)
    assert [b[14] for b in rows(buku, "KEPUTUSAN")[1:]] == jahat
    for lembar in buku:
        for baris in lembar.iter_rows():
            for sel in baris:
                assert sel.data_type in "nsd", (lembar.title, sel.coordinate)
                if isinstance(sel.value, str) and sel.value[:1] in "=+-@":
                    assert sel.number_format == "@"
    with zipfile.ZipFile(path) as z:
        for nama in z.namelist():
            assert not re.search(rb"<f[ >]", z.read(nama)), nama
            assert b'TargetMode="External"' not in z.read(nama)


def test_text_that_no_cell_can_hold_is_marked_and_never_fails(tmp_path: Path) -> None:
    aneh = "a\x00b\x0bc\ufffe\ud800d"
    isi = (
        keputusan(1, Kategori.PINDAH, u_keterangan=aneh, u_nama="x" * 40_000, desa=aneh),
        keputusan(2, Kategori.PINDAH, u_keterangan="baris\nkedua", u_nama="\U0001f600" * 30_000, desa="Jaten"),
    )
    laporan = LaporanBaca(aneh, aneh, aneh, (), (aneh,), ("y" * 40_000,))
    buku = load_workbook(write(tmp_path, keputusan=isi, laporan=laporan, pesan=(aneh,)))
    _, satu, dua = rows(buku, "KEPUTUSAN")
    assert satu[14] == "a\ufffdb\ufffdc\ufffd\ufffdd"
    assert len(satu[4]) == 32_767
    assert satu[4].endswith("[terpotong]")
    assert dua[14] == "baris\nkedua"
    assert len(dua[4].encode("utf-16-le")) // 2 <= 32_767


def test_same_result_gives_the_same_bytes(tmp_path: Path, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Jayapura")
    assert write(tmp_path).read_bytes() == path.read_bytes()
    sifat = load_workbook(path).properties
    assert (sifat.created, sifat.modified) == (datetime(2012, 8, 28), datetime(2012, 8, 28))


def test_summary_begins_with_what_was_read_and_the_most_urgent(path: Path) -> None:
    teks = ringkasan(path)
    urutan = [
        *("28 AGUSTUS 2012", "buku rekaan.xlsx", "ab" * 32, "0.1.0", "2012-08-28", "Data Penduduk", "NO. NIK", "(B4)"),
        *("Ket.", "Impor kolom NIK sebagai teks.", "PENDUDUK: 1 penduduk tanpa NIK.", "ITAP_SAMPAI", "PENYEBUT"),
    ]
    tempat = [teks.index(t) for t in urutan]
    assert tempat == sorted(tempat)


def test_summary_shows_every_coverage_with_its_denominator(buku: BukuTerbaca) -> None:
    assert label_row(buku, "Neto") == [3, 8, 0.375]
    assert label_row(buku, "Daftar") == [3, 10, 0.3]
    assert label_row(buku, "Pagu") == [3, 2, 1.5]
    assert label_row(buku, "Batas bawah") == [3, 8, 0.375]
    assert label_row(buku, "Batas atas") == [3, 5, 0.6]


def test_summary_shows_people_papers_and_rows(buku: BukuTerbaca) -> None:
    assert label_row(buku, "Belum terekam") == [5]
    assert label_row(buku, "   diundang, belum terekam") == [3]
    assert label_row(buku, "   tercecer") == [2]
    assert label_row(buku, "Belum pasti") == [3]
    assert label_row(buku, "Belum diketahui") == [1]
    assert label_row(buku, "PINDAH: ")[0::2] == [3, 2]
    assert label_row(buku, "PINDAH: ")[3] == 1
    assert label_row(buku, "JUMLAH undangan") == [11, 1, 7, 3]
    assert label_row(buku, "Diperbaiki") == [1]
    assert ("UNDANGAN", 11, 10, 1) in [b[:4] for b in rows(buku, "RINGKASAN")]


def test_shares_of_the_categories_add_to_100_percent(buku: BukuTerbaca) -> None:
    persen = [label_row(buku, f"{k.value}: ")[1] for k in Kategori]
    assert round(sum(round(p * 10_000) for p in persen)) == 10_000


def test_numbers_and_percentages_are_indonesian(buku: BukuTerbaca) -> None:
    bentuk = {s.number_format for b in buku["RINGKASAN"].iter_rows() for s in b if isinstance(s.value, int | float)}
    assert bentuk == {"[$-421]#,##0", "[$-421]0.00%"}


def test_summary_says_in_words_whether_the_books_balance(tmp_path: Path, path: Path) -> None:
    assert "✓ seimbang" in ringkasan(path)
    assert "TIDAK SEIMBANG" not in ringkasan(path)
    teks = ringkasan(write(tmp_path, neraca=(Neraca("neto = terekam + belum terekam", 8, 7),)))
    assert "✗ TIDAK SEIMBANG" in teks
    assert teks.index("NERACA TIDAK SEIMBANG") < teks.index("Impor kolom NIK")


def test_more_than_100_percent_is_explained(tmp_path: Path, path: Path) -> None:
    assert "150,00% lebih dari 100%" in ringkasan(path)
    biasa = Cakupan.of(terekam=3, pagu=None, daftar=10, neto=8, belum_pasti=0)
    teks = ringkasan(write(tmp_path, cakupan=biasa))
    assert "lebih dari 100%" not in teks
    assert "tidak diberikan" in teks


def test_nothing_at_all_still_gives_a_workbook(tmp_path: Path) -> None:
    kosong: dict[str, Any] = dict.fromkeys(
        ("galat", "keputusan", "desa", "belum", "luar_dasar", "dugaan", "perlu_dilihat", "perekaman_harian", "pesan"),
        (),
    )
    nol = Cakupan.of(terekam=0, pagu=None, daftar=0, neto=0, belum_pasti=0)
    angka = AngkaWajib(None, 0, 0, 0, 0)
    path = write(tmp_path, **kosong, dibaca={}, terekam=0, cakupan=nol, wajib=angka)
    assert "tidak ada wajib" in ringkasan(path)
    assert rows(load_workbook(path), "REKAP DESA")[1] == ("JUMLAH", 0, 0, 0, "tidak ada wajib")


def test_summary_has_two_native_charts_over_its_own_tables(path: Path, buku: BukuTerbaca) -> None:
    with zipfile.ZipFile(path) as z:
        grafik = [z.read(n).decode() for n in sorted(z.namelist()) if n.startswith("xl/charts/chart")]
    assert ["barChart" in g for g in grafik] == [True, False]
    assert ["lineChart" in g for g in grafik] == [False, True]
    desa, harian = (re.findall(r"<c:f>RINGKASAN!\$(\w)\$(\d+):\$\w\$(\d+)</c:f>", g) for g in grafik)
    isi = buku["RINGKASAN"]

    def column(ref: tuple[str, str, str]) -> list[Any]:
        return [isi[f"{ref[0]}{r}"].value for r in range(int(ref[1]), int(ref[2]) + 1)]

    assert column(desa[0]) == ["Dagen", "Jaten", "Kosong"]
    assert column(desa[1]) == [0, 0.5, "tidak ada wajib"]
    assert column(harian[0]) == [datetime(2012, 8, 1), datetime(2012, 8, 27)]
    assert column(harian[1]) == [1, 3]


def test_recap_per_desa_adds_up(buku: BukuTerbaca) -> None:
    assert rows(buku, "REKAP DESA")[1:] == [
        ("Dagen", 2, 0, 2, 0),
        ("Jaten", 6, 3, 3, 0.5),
        ("Kosong", 0, 0, 0, "tidak ada wajib"),
        ("JUMLAH", 8, 3, 5, 0.375),
    ]


def returns(buku: BukuTerbaca) -> list[dict[str, Any]]:
    """The table of PENGEMBALIAN as a program would take it: from the row with ALASAN to the first without a number."""
    semua = rows(buku, "PENGEMBALIAN")
    kepala = next(i for i, b in enumerate(semua) if "ALASAN" in b)
    assert kepala < 20
    isi = semua[kepala + 1 :]
    return [dict(zip(semua[kepala], b, strict=True)) for b in isi if isinstance(b[0], int)]


def test_returned_papers_are_sorted_as_in_the_letter(buku: BukuTerbaca) -> None:
    kembali = returns(buku)
    assert [(b["NO"], b["ALASAN"], b["DESA"], b["RW"], b["RT"], b["NO_UNDANGAN"]) for b in kembali] == [
        (1, "MENINGGAL", "Jaten", "001", "002", "6"),
        (2, "PINDAH", "Dagen", "009", "002", "5"),
        (3, "PINDAH", "Dagen", "010", "002", "4"),
        (4, "PINDAH", "Jaten", "001", "001", "3"),
        (5, "DOBEL", "Jaten", "001", "002", "2"),
        (6, "ALAMAT_TIDAK_DIKETAHUI", "Jaten", "001", "002", "7"),
    ]
    assert [b["KETERANGAN"] for b in kembali] == ["=1+1", None, None, "pindah", "2x", None]


def test_returned_paper_says_what_it_lacks_and_which_paper_is_kept(buku: BukuTerbaca) -> None:
    kembali = returns(buku)
    assert [b["DOKUMEN"] for b in kembali] == [
        *("perlu dokumen", "ada di register", "ada di register", "perlu dokumen", None, "cek lapangan")
    ]
    assert [b["UNDANGAN_DIPAKAI"] for b in kembali] == [None] * 4 + ["1", None]
    assert kembali[4]["NIK_UNDANGAN_DIPAKAI"] == nik(1)


def test_reasons_stand_only_on_the_rows_of_papers(buku: BukuTerbaca) -> None:
    semua = [v for b in rows(buku, "PENGEMBALIAN") for v in b if v in {k.value for k in KEMBALI}]
    assert Counter(semua) == {"MENINGGAL": 1, "PINDAH": 3, "DOBEL": 1, "ALAMAT_TIDAK_DIKETAHUI": 1}


def test_returns_end_with_the_recap_and_the_signature(buku: BukuTerbaca) -> None:
    isi = [[v for v in b if v is not None] for b in rows(buku, "PENGEMBALIAN")]
    rekap = isi.index(["REKAP PER DESA DAN ALASAN"])
    assert isi[rekap + 2 : rekap + 5] == [["Dagen", 0, 2, 0, 0, 2], ["Jaten", 1, 1, 1, 1, 4], ["JUMLAH", 1, 3, 1, 1, 6]]
    assert any("CAMAT" in str(b) for b in isi[rekap:])
    assert any("NIP" in str(b) for b in isi[rekap:])


def test_sweep_is_in_walking_order_with_room_to_tick_and_sign(buku: BukuTerbaca) -> None:
    kepala, *isi = rows(buku, "PENYISIRAN")
    assert [*kepala[:8]] == PENYISIRAN
    assert kepala[8:] == ("CENTANG", "TANDA TANGAN")
    assert [b[:4] for b in isi] == [
        ("Dagen", "001", "001", nik(22)),
        ("Dagen", "001", "002", nik(21)),
        ("Jaten", "001", "002", nik(3)),
        ("Jaten", "001", "002", nik(6)),
        ("Jaten", "002", "001", nik(9)),
    ]
    assert isi[0][6:] == (None, "TERCECER: belum pernah diundang", None, None)
    assert buku["PENYISIRAN"]["J3"].border.bottom.style == "thin"


def test_sweep_prints_one_rt_a_page_with_its_header(buku: BukuTerbaca) -> None:
    lembar = buku["PENYISIRAN"]
    assert [b.id for b in lembar.row_breaks.brk] == [2, 3, 5]
    assert lembar.print_title_rows == "$1:$1"
    # Excel passes over page breaks on a sheet that is fitted to pages.
    assert not lembar.sheet_properties.pageSetUpPr or not lembar.sheet_properties.pageSetUpPr.fitToPage


@pytest.mark.parametrize("lembar", URUTAN.split(", "))
def test_every_sheet_is_set_up_for_the_smaller_paper(buku: BukuTerbaca, lembar: str) -> None:
    halaman = buku[lembar].page_setup
    assert (halaman.paperSize, halaman.orientation) == (9, "landscape")
    skala = halaman.scale
    if skala:
        piksel = sum(d.width * 7 + 5 for d in buku[lembar].column_dimensions.values())
        assert piksel * 25.4 / 96 * skala / 100 < 277


def test_dates_are_dates(buku: BukuTerbaca) -> None:
    assert rows(buku, "TEREKAM LUAR DASAR")[1][:2] == (nik(30), datetime(2012, 7, 1))
    sel = buku["TEREKAM LUAR DASAR"]["B2"]
    assert sel.is_date


def test_remaining_sheets_hold_their_records(buku: BukuTerbaca) -> None:
    assert rows(buku, "DUGAAN DOBEL")[1] == (
        nik(1),
        "ANI",
        nik(2),
        "ANY",
        "SEDANG",
        "PENDUDUK baris 2 NAMA 'ANI' | ANY",
    )
    assert rows(buku, "PERLU DILIHAT")[1][:4] == ("NIK_TANGGAL", nik(4), "BUDI", "Dagen")
    assert rows(buku, "TERCECER")[1:] == [
        (nik(22), "WARGA 22", "Dagen", "001", "001"),
        (nik(21), "WARGA 21", "Dagen", "001", "002"),
    ]
    galat = ("UNDANGAN", 12, "NIK", "33131101********", "NIK 16 angka", "impor sebagai teks")
    assert rows(buku, "GALAT")[1] == galat


def test_reference_date_is_the_one_asked_for(buku: BukuTerbaca) -> None:
    assert label_row(buku, "Per tanggal") == [datetime(D.year, D.month, D.day)]
    assert date(2012, 8, 28) == D
