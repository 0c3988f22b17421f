"""The reference of the functions says what the functions say today, and shows examples of each."""

from __future__ import annotations

import json

from ektp_excel.bangun.rujukan import CONTOH, HALAMAN, KASUS, PERINTAH, make_page
from ektp_excel.fungsi import FUNGSI
from penjaga.berkas import ROOT


def test_function_reference_is_fresh() -> None:
    kasus = json.loads((ROOT / KASUS).read_text(encoding="utf-8"))
    halaman = ROOT / HALAMAN
    ada = halaman.read_text(encoding="utf-8") if halaman.is_file() else ""
    assert ada == make_page(kasus), f"{HALAMAN} sudah usang; segarkan dengan: {PERINTAH}"


def test_every_function_shows_examples() -> None:
    assert list(CONTOH) == [fungsi.nama for fungsi in FUNGSI]
    sedikit = [nama for nama, nomor in CONTOH.items() if len(nomor) < 2]
    assert sedikit == ["EKTP_VERSI"], "paling sedikit dua contoh, kecuali fungsi tanpa argumen"
