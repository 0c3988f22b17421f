"""The instructions and the list of functions, as two sheets: for the button Bantuan and for the template workbook.

What a sheet or column is called, which are optional, and what a function does is taken from where it is declared.
"""

from datetime import date
from pathlib import Path

from ektp_excel import __version__
from ektp_excel.buku.gaya import Gaya, Isi
from ektp_excel.buku.sementara import scratch_folder
from ektp_excel.buku.utuh import write_whole
from ektp_excel.buku.xlsx import Kemasan, Workbook, Worksheet, open_workbook
from ektp_excel.fungsi import FUNGSI, Fungsi
from ektp_excel.kolom.ejaan import LEMBAR

PETUNJUK, DAFTAR_FUNGSI = "PETUNJUK", "DAFTAR FUNGSI"
DIBUAT = date(2012, 8, 28)
"""The date that stands in the files as their making: the same content gives the same bytes."""

_LANGKAH = (
    "Isi lembar PENDUDUK, UNDANGAN, PEREKAMAN, PINDAH, MENINGGAL, dan WILAYAH dengan data Anda. Buku kerja yang sudah ada "
    "boleh dipakai sebagaimana adanya: lembar dan judul kolom dikenali dari namanya (NO. NIK, Nama Lengkap, Tgl. Lahir, …).",
    "NIK dan NO_KK harus teks. Excel hanya menyimpan 15 angka: NIK yang diketik sebagai angka kehilangan angka ke-16, dan "
    "tidak dapat dikembalikan. Saat menempel, pilih Tempel Khusus > Nilai agar format teks kolom tidak tertimpa.",
    "Tanggal ditulis tanggal dahulu: 17-08-1995. Kolom yang tidak ada atau kosong tidak menghalangi; yang tidak dapat "
    "diputuskan tanpanya disebut di hasil.",
    "Klik tab e-KTP > Periksa untuk melihat lembar dan kolom mana yang dikenali, dan baris mana yang tidak dapat dipakai.",
    "Klik tab e-KTP > Rekonsiliasi, tulis tanggal acuan (misalnya 28-08-2012) dan pagu bila ada. Hasilnya menjadi buku kerja "
    "baru yang belum disimpan; buku kerja Anda tidak diubah. Penyisiran membuka hasil yang sama pada daftar penyisiran.",
    "Rumus EKTP_… dapat dipakai di sel mana pun; daftarnya di lembar DAFTAR FUNGSI. Pemisah argumen mengikuti komputer: titik "
    "koma pada Windows berbahasa Indonesia, koma pada Windows berbahasa Inggris.",
    "Sebelum Excel 365, rumus yang menjawab banyak sel harus dipilih dahulu rentangnya, lalu ditutup dengan Ctrl+Shift+Enter.",
    "Hasil memuat NIK lengkap. Simpan dan kirim seperti register kependudukan; untuk ditempel di papan pakai EKTP_NIK_SAMAR.",
)
_LEBAR_LANGKAH, _LEBAR_KOLOM = (4, 20, 76), (38, 58, 68)
_HURUF_SEBARIS, _TINGGI = 1.05, 13.5


def write_bantuan(berkas: Path) -> None:
    """Write the workbook that the button opens."""
    with write_whole(berkas) as keluar, scratch_folder() as tmpdir:
        kemasan = Kemasan()
        buku = open_workbook(kemasan, tmpdir=tmpdir, judul="Petunjuk e-KTP", on=DIBUAT)
        gaya = Gaya.of(buku)
        add_petunjuk(buku, gaya)
        add_daftar_fungsi(buku, gaya)
        buku.close()
        keluar.write(kemasan.getbuffer())


def add_petunjuk(buku: Workbook, gaya: Gaya) -> None:
    """The steps, and every sheet with its columns."""
    lembar = _add_page(buku, PETUNJUK, _LEBAR_LANGKAH)
    lembar.write_string(0, 0, "Rekonsiliasi undangan perekaman e-KTP", gaya.judul)
    lembar.write_string(1, 0, f"Petunjuk ektp {__version__}", gaya.anak_judul)
    baris = 3
    for nomor, langkah in enumerate(_LANGKAH, 1):
        lembar.write_string(baris, 0, f"{nomor}.", gaya.kotak[Isi.TEKS])
        lembar.merge_range(baris, 1, baris, 2, langkah, gaya.kotak[Isi.TEKS])
        lembar.set_row(baris, _height(langkah, sum(_LEBAR_LANGKAH[1:])))
        baris += 1
    baris += 1
    for kolom, judul in enumerate(("", "LEMBAR / KOLOM", "KETERANGAN")):
        lembar.write_string(baris, kolom, judul, gaya.kepala)
    for nama, isi in LEMBAR.items():
        baris += 1
        teks = f"boleh tidak ada{_without(isi.tanpa)}" if isi.tanpa else "harus ada, boleh hanya judul kolomnya"
        _write_line(lembar, baris, ("", nama, teks), gaya, tebal=True)
        for satu in isi.kolom:
            baris += 1
            teks = "harus ada" if satu.wajib else f"boleh tidak ada{_without(satu.tanpa)}"
            _write_line(lembar, baris, ("", satu.nama, teks), gaya, tebal=False)


def add_daftar_fungsi(buku: Workbook, gaya: Gaya) -> None:
    """Every function: how it is written, what it answers, and its arguments."""
    lembar = _add_page(buku, DAFTAR_FUNGSI, _LEBAR_KOLOM)
    lembar.set_landscape()
    lembar.freeze_panes(1, 0)
    lembar.repeat_rows(0)
    for kolom, judul in enumerate(("RUMUS", "JAWABAN", "ARGUMEN (yang dalam kurung siku boleh dikosongkan)")):
        lembar.write_string(0, kolom, judul, gaya.kepala)
    for baris, fungsi in enumerate(FUNGSI, 1):
        isi = (signature(fungsi), fungsi.doc, "\n".join(f"{a.nama}: {a.doc}" for a in fungsi.argumen))
        for kolom, teks in enumerate(isi):
            lembar.write_string(baris, kolom, teks, gaya.kotak[Isi.TEKS])
        lembar.set_row(baris, max(_height(t, w) for t, w in zip(isi, _LEBAR_KOLOM, strict=True)))


def signature(fungsi: Fungsi) -> str:
    """A function as an officer types it.

    >>> signature(FUNGSI[1])
    'EKTP_UMUR(tanggal_lahir; per)'
    """
    return f"{fungsi.nama}({'; '.join(a.nama if a.wajib else f'[{a.nama}]' for a in fungsi.argumen)})"


def _add_page(buku: Workbook, nama: str, lebar: tuple[int, ...]) -> Worksheet:
    lembar = buku.add_worksheet(nama)
    for kolom, satu in enumerate(lebar):
        lembar.set_column(kolom, kolom, satu)
    lembar.hide_gridlines(2)
    lembar.set_paper(9)
    lembar.fit_to_pages(1, 0)
    return lembar


def _write_line(lembar: Worksheet, baris: int, isi: tuple[str, ...], gaya: Gaya, *, tebal: bool) -> None:
    for kolom, teks in enumerate(isi):
        lembar.write_string(baris, kolom, teks, gaya.jumlah[Isi.TEKS] if tebal and kolom < 2 else gaya.kotak[Isi.TEKS])
    lembar.set_row(baris, _height(isi[-1], _LEBAR_LANGKAH[-1]))


def _without(tanpa: str) -> str:
    return f"; tanpanya {tanpa}" if tanpa else ""


def _height(teks: str, lebar: int) -> float:
    """Points that wrapped text needs; Excel does not measure merged cells, nor rows it has not drawn."""
    baris = sum(max(1, -(-int(len(satu) * _HURUF_SEBARIS) // lebar)) for satu in teks.split("\n"))
    return baris * _TINGGI + 3
