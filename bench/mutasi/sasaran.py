"""Which modules are changed, and which tests have to notice: those that name rules, and the named cases beside them."""

from __future__ import annotations

from pathlib import Path

from attrs import frozen
from bench.mutasi.anak import INTI

_SELURUH = (
    "aturan/test_undangan.py aturan/test_neraca.py aturan/test_perlu_dilihat.py aturan/test_mutasi.py aturan/test_rekam.py "
    "aturan/test_nik_rusak.py aturan/test_dobel.py aturan/test_wajib.py aturan/test_catatan.py kasus/test_tepi.py "
    "kasus/test_kecamatan.py kasus/test_status.py aturan/test_kembali.py"
).split()


@frozen
class Sasaran:
    """A named part of the core, the modules of it, and its tests (paths below `tests`)."""

    nama: str
    modul: tuple[Path, ...]
    uji: tuple[str, ...]


def _target(nama: str, uji: str, *modul: str) -> Sasaran:
    return Sasaran(nama, tuple(INTI / m for m in modul or (f"{nama}.py",)), tuple(f"tests/{u}" for u in uji.split()))


def _package(nama: str, uji: list[str]) -> Sasaran:
    return Sasaran(nama, tuple(sorted((INTI / nama).glob("*.py"))), tuple(f"tests/{u}" for u in uji))


POKOK = (
    _target(
        "wajib",
        "aturan/test_wajib.py aturan/test_versi.py aturan/test_mutasi.py kasus/test_umur.py aturan/test_undangan.py",
    ),
    _target("nik", "aturan/test_nik.py kasus/test_nik.py aturan/test_masukan.py aturan/test_nik_rusak.py"),
    _package("rekonsiliasi", _SELURUH),
    _target("cakupan", "aturan/test_cakupan.py kasus/test_angka.py"),
    _target("dobel", "aturan/test_dobel.py aturan/test_undangan.py kasus/test_tepi.py"),
    _target(
        "tanggal",
        "aturan/test_tanggal.py kasus/test_tanggal.py aturan/test_dua_angka.py kasus/test_umur.py aturan/test_wajib.py",
    ),
)
"""The modules that the project holds to 95%."""

LAIN = (
    _target("catatan", "aturan/test_catatan.py kasus/test_catatan.py"),
    _target("nama", "aturan/test_nama.py kasus/test_nama.py"),
    _target("perekaman", "aturan/test_rekam.py kasus/test_status.py aturan/test_undangan.py"),
    _package(
        "proyeksi",
        [*(f"aturan/test_{n}.py" for n in "proyeksi selang dasar lebaran".split()), "kasus/test_jaten_target.py"],
    ),
    _target("mutasi", "aturan/test_mutasi.py aturan/test_masukan.py kasus/test_status.py"),
    _target("kategori", "aturan/test_undangan.py aturan/test_catatan.py"),
    _target(
        "penduduk",
        "aturan/test_kata_penduduk.py kasus/test_umur.py aturan/test_masukan.py aturan/test_wajib.py aturan/test_undangan.py",
    ),
    _target("undangan", "aturan/test_dobel.py aturan/test_masukan.py aturan/test_undangan.py"),
    _target("alamat", "kasus/test_alamat.py aturan/test_undangan.py aturan/test_masukan.py"),
    _target("masukan", "aturan/test_masukan.py aturan/test_dua_angka.py kasus/test_status.py aturan/test_undangan.py"),
    _target("aturan", "aturan/test_versi.py"),
    _target("wilayah", "kasus/test_nik.py aturan/test_nik.py"),
    _target("penyisiran", "aturan/test_penyisiran.py aturan/test_neraca.py"),
    _target("kembalian", "aturan/test_kembali.py"),
    _package("jemput_bola", ["aturan/test_jemput.py"]),
)
"""Words, dates and figures on which the rules rest."""

SEMUA = (*POKOK, *LAIN)
