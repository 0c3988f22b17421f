"""The sheet `RINGKASAN`: what was read, what must be seen first, every figure, the identities, and two charts.

It shows figures and sentences that were counted and written elsewhere; only the shares of the categories are made here.
"""

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby

from ektp_core.cakupan import Rasio, distribute_percent
from ektp_core.kategori import KEMBALI, Kategori
from ektp_core.proyeksi import LajuKeTarget
from ektp_core.rekonsiliasi.hasil import Hasil, NasibKembalian
from ektp_excel.buku.cetak import set_up_print
from ektp_excel.buku.gaya import Gaya
from ektp_excel.buku.grafik import add_daily_chart, add_desa_chart
from ektp_excel.buku.halaman import Halaman
from ektp_excel.buku.laporan import JudulCocok, LaporanBaca
from ektp_excel.buku.lembar_kerja import (
    DUGAAN_DOBEL,
    GALAT,
    KEMBALIAN,
    KEPUTUSAN,
    PERLU_DILIHAT,
    TERCECER,
    TEREKAM_LUAR_DASAR,
)
from ektp_excel.buku.pena import Nilai
from ektp_excel.buku.pengembalian import PENGEMBALIAN
from ektp_excel.buku.penyisiran import PENYISIRAN
from ektp_excel.buku.rekap_desa import REKAP_DESA, write_rekap
from ektp_excel.buku.tulisan import cell_text, show_date
from ektp_excel.buku.xlsx import Workbook

RINGKASAN = "RINGKASAN"
_LEBAR = (54, 14, 14, 14, 18, 2)
_KOLOM_GRAFIK = len(_LEBAR)
_KOLOM_AKHIR = _KOLOM_GRAFIK + 9
_HURUF_SELURUH, _HURUF_KECIL = 185, 175
"""Characters on one line across the page, and of the small print beside a label."""

_PENJELASAN = {
    Kategori.GALAT: "tidak terbaca sebagai undangan",
    Kategori.DOBEL: "undangan lain orang itu yang dipakai",
    Kategori.MENINGGAL: "kembali ke Disdukcapil",
    Kategori.PINDAH: "kembali ke Disdukcapil",
    Kategori.TIDAK_TERDAFTAR: "tidak ada di register",
    Kategori.BUKAN_WAJIB: "terdaftar, tidak wajib",
    Kategori.ALAMAT_TIDAK_DIKETAHUI: "tetap wajib",
    Kategori.SAH: "selebihnya",
}


def add_ringkasan(
    buku: Workbook, gaya: Gaya, hasil: Hasil, laporan: LaporanBaca, laju: LajuKeTarget | None = None
) -> None:
    """Add `RINGKASAN`: identity, messages, figures, identities, tables and charts."""
    lembar = buku.add_worksheet(RINGKASAN)
    for i, lebar in enumerate(_LEBAR):
        lembar.set_column(i, i, lebar)
    hal = Halaman(lembar, gaya, kolom=_KOLOM_GRAFIK - 1, akhir=_KOLOM_AKHIR, huruf=_HURUF_SELURUH)
    _write_identity(hal, hasil, laporan)
    _write_messages(hal, hasil, laporan)
    atas = hal.baris
    _write_coverage(hal, hasil)
    _write_people(hal, hasil)
    if laju is not None:
        _write_target(hal, laju)
    _write_categories(hal, hasil)
    _write_sheets(hal, hasil)
    _write_rows_read(hal, hasil)
    if hasil.kembalian:
        _write_returned(hal, hasil)
    _write_balance(hal, hasil)
    desa = hal.section("PER DESA")
    hal.baris = write_rekap(lembar, gaya, hasil, desa) + 1
    di = add_desa_chart(buku, lembar, hasil.desa, tabel=desa, di=(atas, _KOLOM_GRAFIK))
    akhir = hal.baris
    if hasil.perekaman_harian:
        harian = _write_daily(hal, hasil)
        di = add_daily_chart(buku, lembar, hasil.perekaman_harian, tabel=harian, di=(di, _KOLOM_GRAFIK))
    # The days are there for the chart; printed, they would be pages of numbers.
    lembar.print_area(0, 0, max(akhir, di) - 1, _KOLOM_AKHIR)
    lembar.set_first_sheet()
    lembar.activate()
    set_up_print(lembar, f"{RINGKASAN}, per {show_date(hasil.on)}", kepala=None)


def _write_identity(hal: Halaman, hasil: Hasil, laporan: LaporanBaca) -> None:
    lembar, gaya = hal.lembar, hal.gaya
    lembar.write_string(0, 0, f"REKONSILIASI UNDANGAN PEREKAMAN e-KTP PER {show_date(hasil.on).upper()}", gaya.judul)
    for baris, (label, isi) in enumerate(
        [("Berkas masukan", laporan.nama), ("SHA-256", laporan.sha256), ("Versi ektp", laporan.versi)], 1
    ):
        lembar.write_string(baris, 0, label, gaya.label)
        lembar.write_string(baris, 1, cell_text(isi), gaya.anak_judul)
    lembar.write_string(4, 0, "Per tanggal", gaya.label)
    lembar.write_datetime(4, 1, hasil.on, gaya.tanggal_kiri)
    hal.baris = 5
    for (kanonik, tertulis), kolom in groupby(laporan.cocok, lambda j: (j.lembar, j.lembar_tertulis)):
        lembar.write_string(hal.baris, 0, cell_text(f"Judul dikenali: {kanonik} = lembar “{tertulis}”"), gaya.label)
        hal.across(1, "; ".join(map(_matched, kolom)), gaya.kecil, _HURUF_KECIL, 12.5)
    hal.baris += 1


def _matched(j: JudulCocok) -> str:
    return f"{j.kolom} = “{j.judul}” ({j.sel})"


def _write_messages(hal: Halaman, hasil: Hasil, laporan: LaporanBaca) -> None:
    mulai = hal.baris
    if not all(n.seimbang for n in hasil.neraca):
        hal.sentence(
            "NERACA TIDAK SEIMBANG: jangan memakai hasil ini; laporkan kepada penyusun program.", hal.gaya.bahaya
        )
    # What the reader says comes first: a column read wrongly spoils all that follows.
    for pesan in dict.fromkeys([*laporan.pesan, *hasil.pesan, *_over_hundred(hasil)]):
        hal.sentence(pesan, hal.gaya.pesan)
    for pesan in laporan.tidak_ada:
        hal.sentence(pesan, hal.gaya.catatan)
    hal.baris += hal.baris > mulai


def _over_hundred(hasil: Hasil) -> list[str]:
    c = hasil.cakupan
    return [
        f"Cakupan {nama} {rasio} lebih dari 100%: yang terekam lebih banyak daripada penyebutnya. "
        "Angka itu sah dan tidak dipotong (CAKUPAN-04)."
        for nama, rasio in [("pagu", c.pagu), ("daftar", c.daftar)]
        if rasio and rasio.wajib and rasio.terekam > rasio.wajib
    ]


def _write_coverage(hal: Halaman, hasil: Hasil) -> None:
    c = hasil.cakupan
    hal.section("CAKUPAN")
    baris: list[tuple[str, Rasio | None]] = [
        ("Neto: orang yang berbeda-beda dan wajib per tanggal ini", c.neto),
        ("Daftar: baris PENDUDUK yang wajib menurut PENDUDUK saja", c.daftar),
        ("Pagu: angka yang diberikan dari atas", c.pagu),
        ("Batas bawah: yang belum pasti tetap dihitung wajib", c.bawah),
        ("Batas atas: yang belum pasti dikeluarkan dari neto", c.atas),
    ]
    hal.table(
        ["PENYEBUT", "TEREKAM", "WAJIB", "CAKUPAN"],
        [(nama, r.terekam, r.wajib, r) if r else (nama, hasil.terekam, None, "tidak diberikan") for nama, r in baris],
    )


def _write_people(hal: Halaman, hasil: Hasil) -> None:
    w, tercecer = hasil.wajib, len(hasil.tercecer)
    hal.section("ORANG")
    hal.table(
        ["", "ORANG"],
        [
            ("Wajib (neto)", w.neto),
            ("Terekam", hasil.terekam),
            ("Belum terekam", hasil.belum_terekam),
            ("   diundang, belum terekam", hasil.belum_terekam - tercecer),
            ("   tercecer: belum pernah diundang", tercecer),
            ("Belum pasti: catatan tanpa dokumen, atau alamat tidak diketahui", w.belum_pasti),
            ("Belum diketahui wajib atau tidaknya (di luar neto)", w.belum_diketahui),
        ],
    )


def _write_target(hal: Halaman, laju: LajuKeTarget) -> None:
    hal.section(f"SAMPAI TARGET {show_date(laju.target).upper()}")
    hal.table(
        ["", "JUMLAH"],
        [
            ("Belum terekam", laju.sisa),
            (
                f"Hari kerja sesudah tanggal acuan ({laju.hari_per_minggu} hari seminggu, tanpa libur dan cuti bersama)",
                laju.hari_kerja,
            ),
            ("Laju yang perlu, orang sehari kerja", "tidak ada hari" if laju.laju is None else laju.laju),
        ],
    )


def _write_categories(hal: Halaman, hasil: Hasil) -> None:
    jumlah = hasil.kategori
    semua = sum(jumlah.values())
    persen: Sequence[Nilai] = distribute_percent(list(jumlah.values())) if semua else [None] * len(jumlah)
    belum = Counter(k.kategori for k in hasil.keputusan if not k.pasti)
    hal.section("UNDANGAN")
    # A row that could not be read was not decided, surely or otherwise.
    isi: list[Sequence[Nilai]] = [
        (f"{k.value}: {_PENJELASAN[k]}", n, p, *((None, None) if k is Kategori.GALAT else (n - belum[k], belum[k])))
        for (k, n), p in zip(jumlah.items(), persen, strict=True)
    ]
    jumlah_belum = sum(belum.values())
    jumlah_pasti = len(hasil.keputusan) - jumlah_belum
    hal.table(
        ["KATEGORI", "UNDANGAN", "PERSEN", "PASTI", "BELUM PASTI"],
        isi,
        ("JUMLAH undangan dibaca", semua, Decimal(100) if semua else None, jumlah_pasti, jumlah_belum),
    )
    hal.table(
        ["DI ANTARANYA", "UNDANGAN"], [("Diperbaiki: NIK atau orangnya ditemukan dengan bukti lain", hasil.diperbaiki)]
    )


def _write_sheets(hal: Halaman, hasil: Hasil) -> None:
    kembali = sum(hasil.kategori[k] for k in KEMBALI)
    isi = [
        (KEPUTUSAN, "tiap undangan: kategori, aturan, bukti", len(hasil.keputusan)),
        (PERLU_DILIHAT, "pertentangan yang harus diputuskan orang", len(hasil.perlu_dilihat)),
        (DUGAAN_DOBEL, f"yang mungkin satu orang, {hasil.cara_dugaan}", len(hasil.dugaan)),
        (PENGEMBALIAN, "undangan yang kembali ke Disdukcapil", kembali),
        (REKAP_DESA, "wajib, terekam, dan belum", len(hasil.desa)),
        (PENYISIRAN, "orang yang harus didatangi, per RT", hasil.belum_terekam),
        (TERCECER, "wajib, belum terekam, belum pernah diundang", len(hasil.tercecer)),
        (TEREKAM_LUAR_DASAR, "perekaman orang di luar dasar", len(hasil.luar_dasar)),
        (GALAT, "baris yang tidak dapat dipakai", len(hasil.galat)),
    ]
    if hasil.kembalian:
        isi.append((KEMBALIAN, "baris lembar sisir yang kembali, dan hasilnya", len(hasil.kembalian)))
    hal.section("ISI BUKU INI")
    atas = hal.baris + 1
    hal.table(["LEMBAR", "BARIS"], [(nama, jumlah) for nama, _, jumlah in isi])
    for i, (nama, guna, _) in enumerate(isi):
        hal.lembar.write_url(atas + i, 0, f"internal:'{nama}'!A1", hal.gaya.tautan, f"{nama}: {guna}")


def _write_rows_read(hal: Halaman, hasil: Hasil) -> None:
    galat = hasil.galat_per_lembar
    hal.section("BARIS YANG DIBACA")
    hal.table(
        ["LEMBAR", "DIBACA", "DIPAKAI", "GALAT"],
        [(lembar, n, n - galat.get(lembar, 0), galat.get(lembar, 0)) for lembar, n in hasil.dibaca.items()],
    )


def _write_returned(hal: Halaman, hasil: Hasil) -> None:
    """The sweep lists that came back: for each how many rows say something, and what became of them."""
    hal.section("LEMBAR SISIR YANG KEMBALI")
    n = Counter((k.kembalian.lembar, k.nasib) for k in hasil.kembalian)
    lembar = list(dict.fromkeys(k.kembalian.lembar for k in hasil.kembalian))
    nasib = (NasibKembalian.CATATAN, NasibKembalian.DATANG, NasibKembalian.KOSONG)
    isi = [[n[satu, x] for x in nasib] + [sum(n[satu, x] for x in NasibKembalian if x not in nasib)] for satu in lembar]
    hal.table(
        ["LEMBAR", "MENJADI CATATAN", "SUDAH DATANG", "BELUM DITANDAI", "TIDAK DIPAKAI, DIPERIKSA"],
        [(satu, *angka) for satu, angka in zip(lembar, isi, strict=True)],
        ("JUMLAH", *map(sum, zip(*isi, strict=True))),
    )


def _write_balance(hal: Halaman, hasil: Hasil) -> None:
    hal.section("NERACA: KESAMAAN YANG HARUS BERLAKU")
    atas = hal.baris + 1
    hal.table(["KESAMAAN", "KIRI", "KANAN", "HASIL"], [(n.nama, n.kiri, n.kanan) for n in hasil.neraca])
    for i, n in enumerate(hasil.neraca):
        teks, bentuk = ("✓ seimbang", hal.gaya.baik) if n.seimbang else ("✗ TIDAK SEIMBANG", hal.gaya.buruk)
        hal.lembar.write_string(atas + i, 3, teks, bentuk)


def _write_daily(hal: Halaman, hasil: Hasil) -> int:
    """Write the table under the daily chart; gives the row of its header."""
    tabel = hal.section("PEREKAMAN PER HARI (data grafik)")
    isi: list[Sequence[Nilai]] = []
    terekam = 0
    for hari, orang in hasil.perekaman_harian:
        terekam += orang
        isi.append((hari, orang, terekam, hasil.wajib.neto))
    hal.table(["TANGGAL", "ORANG BARU TEREKAM", "KUMULATIF", "WAJIB NETO"], isi)
    return tabel
