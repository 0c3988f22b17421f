"""The JSON summary: the keys and kinds of the contract, and null where a figure cannot be known."""

from __future__ import annotations

import json
from pathlib import Path

from buku.hasil_rekaan import make_hasil
from ektp_core.cakupan import Cakupan
from ektp_core.rekonsiliasi.hasil import AngkaWajib, RekapDesa
from ektp_excel.buku import summary, write_json

CONTOH = {
    "per_tanggal": "2012-08-28",
    "dibaca": {"PENDUDUK": 12, "UNDANGAN": 11, "PEREKAMAN": 5},
    "galat": {"PENDUDUK": 0, "UNDANGAN": 1, "PEREKAMAN": 0},
    "undangan": {
        "total": 11,
        "galat": 1,
        "dobel": 1,
        "meninggal": 1,
        "pindah": 3,
        "tidak_terdaftar": 1,
        "bukan_wajib": 1,
        "alamat_tidak_diketahui": 1,
        "sah": 2,
    },
    "wajib": {"pagu": 2, "daftar": 10, "neto": 8, "belum_pasti": 3, "belum_diketahui": 1},
    "terekam": 3,
    "belum_terekam": 5,
    "tercecer": 2,
    "cakupan": {"pagu": "150.00", "daftar": "30.00", "neto": "37.50", "bawah": "37.50", "atas": "60.00"},
    "desa": [
        {"desa": "Dagen", "wajib": 2, "terekam": 0, "belum": 2},
        {"desa": "Jaten", "wajib": 6, "terekam": 3, "belum": 3},
        {"desa": "Kosong", "wajib": 0, "terekam": 0, "belum": 0},
    ],
    "neraca": [{"nama": "neto = terekam + belum terekam", "kiri": 8, "kanan": 8, "seimbang": True}],
    "diperbaiki": 1,
    "dugaan_dobel": 1,
    "perlu_dilihat": 1,
}


def test_summary_has_the_keys_of_the_contract(tmp_path: Path) -> None:
    assert summary(make_hasil()) == CONTOH
    write_json(tmp_path / "r.json", make_hasil())
    assert json.loads((tmp_path / "r.json").read_text(encoding="utf-8")) == CONTOH
    assert list(json.loads((tmp_path / "r.json").read_bytes())) == list(CONTOH)


def test_what_cannot_be_known_is_null() -> None:
    nol = Cakupan.of(terekam=0, pagu=None, daftar=0, neto=0, belum_pasti=0)
    s = summary(make_hasil(wajib=AngkaWajib(None, 0, 0, 0, 0), cakupan=nol))
    assert s["cakupan"] == dict.fromkeys(("pagu", "daftar", "neto", "bawah", "atas"))
    assert s["wajib"] == {"pagu": None, "daftar": 0, "neto": 0, "belum_pasti": 0, "belum_diketahui": 0}


def test_any_name_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / "r.json"
    write_json(path, make_hasil(desa=(RekapDesa('Dé"sa\ud800', 1, 0, 1),)))
    assert json.loads(path.read_bytes())["desa"][0]["desa"] == 'Dé"sa?'
    assert b"\\u" not in path.read_bytes()
