"""Which modules are changed, and which tests have to notice: those that name rules, and the named cases beside them."""

from __future__ import annotations

from pathlib import Path

from attrs import frozen
from bench.mutasi.anak import INTI

_CONTOH = "contoh/test_contoh.py"
_SELURUH = (
    "aturan/test_undangan.py aturan/test_perlu_dilihat.py kasus/test_perlu_dilihat.py kasus/test_bukti.py aturan/test_neraca.py "
    "aturan/test_mutasi.py aturan/test_rekam.py aturan/test_nik_rusak.py aturan/test_dobel.py aturan/test_kembali.py "
    "kasus/test_tepi.py kasus/test_kecamatan.py kasus/test_status.py kasus/test_batas.py aturan/test_salah_ketik.py "
    "kasus/test_kembali.py kasus/test_dugaan.py kasus/test_daftar.py kasus/test_dua_baris.py kasus/test_kenali.py "
    "kasus/test_orang.py kasus/test_pinjam.py kasus/test_rekam_ganda.py "
    f"kasus/test_pesan.py kasus/test_galat.py kasus/test_bawaan.py kasus/test_angka.py kasus/test_umur.py {_CONTOH}"
)


@frozen
class Sasaran:
    """A named part of the core, the modules of it, its tests (paths below `tests`), and the examples of each property."""

    nama: str
    modul: tuple[Path, ...]
    uji: tuple[str, ...]
    contoh: int


def _part(nama: str, uji: str, contoh: int = 50) -> Sasaran:
    """A module, or the modules of a package."""
    modul = [INTI / f"{nama}.py"] if (INTI / f"{nama}.py").is_file() else sorted((INTI / nama).glob("*.py"))
    return Sasaran(nama, tuple(modul), tuple(f"tests/{u}" for u in uji.split()), contoh)


POKOK = (
    _part(
        "wajib",
        "aturan/test_wajib.py aturan/test_versi.py aturan/test_mutasi.py kasus/test_umur.py kasus/test_bukti.py "
        "kasus/test_batas.py " + _CONTOH,
    ),
    _part(
        "nik",
        "aturan/test_nik.py kasus/test_nik.py aturan/test_masukan.py aturan/test_nik_rusak.py kasus/test_batas.py "
        "aturan/test_salah_ketik.py " + _CONTOH,
    ),
    _part("rekonsiliasi", _SELURUH, contoh=20),
    _part("cakupan", "aturan/test_cakupan.py kasus/test_angka.py kasus/test_batas.py " + _CONTOH),
    _part(
        "dobel",
        "aturan/test_dobel.py aturan/test_undangan.py aturan/test_salah_ketik.py kasus/test_dugaan.py kasus/test_bukti.py "
        "kasus/test_tepi.py kasus/test_batas.py kasus/test_orang.py " + _CONTOH,
    ),
    _part(
        "tanggal",
        "aturan/test_tanggal.py kasus/test_tanggal.py aturan/test_dua_angka.py kasus/test_umur.py aturan/test_wajib.py "
        "kasus/test_batas.py",
    ),
)
"""The modules that the project holds to 95%."""

LAIN = (
    _part("catatan", "aturan/test_catatan.py kasus/test_catatan.py"),
    _part("nama", "aturan/test_nama.py kasus/test_nama.py"),
    _part("perekaman", "aturan/test_rekam.py kasus/test_status.py"),
    _part("mutasi", "aturan/test_mutasi.py aturan/test_masukan.py"),
    _part("penduduk", "aturan/test_kata_penduduk.py kasus/test_umur.py aturan/test_masukan.py aturan/test_wajib.py"),
    _part("kategori", "aturan/test_undangan.py aturan/test_catatan.py"),
    _part("undangan", "aturan/test_dobel.py aturan/test_masukan.py kasus/test_tepi.py"),
    _part("alamat", "kasus/test_alamat.py aturan/test_undangan.py aturan/test_masukan.py"),
    _part(
        "masukan",
        "aturan/test_masukan.py aturan/test_dua_angka.py kasus/test_tepi.py aturan/test_nik_rusak.py " + _CONTOH,
    ),
    _part("aturan", "aturan/test_versi.py"),
    _part("wilayah", "kasus/test_nik.py aturan/test_nik.py"),
    _part(
        "proyeksi",
        "aturan/test_proyeksi.py aturan/test_dasar.py aturan/test_selang.py aturan/test_lebaran.py kasus/test_jaten_target.py "
        + _CONTOH,
    ),
    _part("penyisiran", "aturan/test_penyisiran.py aturan/test_neraca.py " + _CONTOH),
    _part("panggilan", "aturan/test_panggilan.py " + _CONTOH),
    _part("jemput_bola", "aturan/test_jemput.py " + _CONTOH),
    _part("kembalian", "aturan/test_kembali.py " + _CONTOH),
)
"""The words, dates and figures on which they rest, and the other rules."""

SEMUA = (*POKOK, *LAIN)
