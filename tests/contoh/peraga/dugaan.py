"""Peraga of the statistical guess: what is said of two rows among the residents of an invented desa."""

from __future__ import annotations

from functools import cache

import polars as pl
from bench.dobel_buatan import KOLOM, Takaran, make_register

from contoh.peraga.masukan import Jawaban, Masukan
from ektp_core.massal import find_dugaan_dobel

_BUDI = {
    "NIK": "3313111708800001",
    "NAMA": "BUDI REKAAN",
    "TANGGAL_LAHIR": "17-08-1980",
    "JENIS_KELAMIN": "L",
    "DESA": "DESA 0101",
    "RT": "002",
    "RW": "005",
    "NAMA_IBU": "WAGIYEM REKAAN",
}


@cache
def _residents() -> pl.DataFrame:
    bingkai = make_register(Takaran(orang=3_000, benih=17, tingkat=0.02)).bingkai
    return bingkai.with_columns(pl.col("tanggal_lahir").dt.strftime("%d-%m-%Y"))


def dugaan(m: Masukan) -> Jawaban:
    """Budi Rekaan's row and one that differs as the table says, among 3.000 residents -> the verdict on these two."""
    beda = dict(satu.split("=", 1) for satu in m.text("baris kedua").split("; ") if satu != "sama")
    dua = pl.DataFrame(
        [{k: isi.get(k.upper()) or None for k in KOLOM} for isi in (_BUDI, _BUDI | beda)], schema=_residents().schema
    )
    jawaban = find_dugaan_dobel(pl.concat([dua, _residents()])).filter(a=0, b=1)
    if jawaban.is_empty():
        return Jawaban({"putusan": "", "kekuatan": "< 0,1"})
    kekuatan, putusan = jawaban.select("kekuatan", "putusan").row(0)
    return Jawaban({"putusan": putusan, "kekuatan": f"{kekuatan:.2f}".replace(".", ",")})
