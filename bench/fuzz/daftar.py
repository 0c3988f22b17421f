"""The readers that are fuzzed: for each its invariants, where its search begins, and how long an input may be."""

from __future__ import annotations

from collections.abc import Callable

from attrs import frozen
from bench.fuzz import benih, sifat_berkas, sifat_kata, sifat_lembar, sifat_panjang, sifat_perintah, sifat_sel


@frozen
class Pembaca:
    """One reader: `periksa` raises for an input on which an invariant does not hold; `detik` is what one input may take."""

    nama: str
    periksa: Callable[[bytes], None]
    benih: Callable[[], list[bytes]]
    terpanjang: int = 128
    detik: float = 2.0


SEMUA = (
    Pembaca("sel", sifat_sel.check_sel, benih.sel),
    Pembaca("tanggal", sifat_sel.check_tanggal, benih.tanggal, 64),
    Pembaca("nik", sifat_sel.check_nik, benih.nik, 64),
    Pembaca("panjang", sifat_panjang.check_panjang, benih.panjang, 24, 5.0),
    Pembaca("catatan", sifat_kata.check_catatan, benih.catatan),
    Pembaca("nama", sifat_kata.check_nama, benih.nama),
    Pembaca("alamat", sifat_kata.check_alamat, benih.alamat, 64),
    Pembaca("kata", sifat_kata.check_kata, benih.kata, 64),
    Pembaca("judul", sifat_lembar.check_judul, benih.judul, 1024),
    Pembaca("lembar", sifat_lembar.check_lembar, benih.lembar, 1024),
    Pembaca("perintah", sifat_perintah.check_perintah, benih.perintah),
    Pembaca("csv", sifat_berkas.check_csv, benih.csv, 2048),
    Pembaca("xlsx", sifat_berkas.check_xlsx, benih.xlsx, 4096, 10.0),
    Pembaca("ods", sifat_berkas.check_ods, benih.ods, 4096, 10.0),
)
PER_NAMA = {p.nama: p for p in SEMUA}
