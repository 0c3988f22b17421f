"""The statistical guess on records of the core, explained for an officer: each field with what it weighs."""

from collections.abc import Iterator, Sequence
from typing import Any

import polars as pl

from ektp_core.dobel import Mirip
from ektp_core.massal.dugaan.baca import WAJIB
from ektp_core.massal.dugaan.cari import find_dugaan_dobel
from ektp_core.nik import is_near
from ektp_core.penduduk import Penduduk
from ektp_core.tulisan import show_date

_KOLOM = (*WAJIB, "nama_ibu", "no_kk")

_SEBUTAN = {
    "nik": "NIK",
    "nama": "nama",
    "tanggal_lahir": "tanggal lahir",
    "jenis_kelamin": "jenis kelamin",
    "desa": "desa",
    "rt": "RT",
    "rw": "RW",
    "nama_ibu": "ibu",
    "no_kk": "KK",
}

_TANPA_ISI = frozenset(("nik", "no_kk"))
"""Their numbers stand on the sheet already, or are nobody's business in a sentence."""

_BISIKAN = 0.25
"""Bits under which a field is not worth a word."""

CARA = "menurut aturan dan statistik (Fellegi-Sunter, bobot ditaksir dengan EM dari buku ini)"
"""How the summary names the method."""


def find_similar(penduduk: Sequence[Penduduk]) -> list[Mirip]:
    """Pairs of residents, by position, that may be one person, the likeliest first (rule DOBEL-05).

    >>> from datetime import date
    >>> a = Penduduk("3313110101800001", "Soekardjo", date(1980, 1, 1), "L", rt="1", rw="2", desa="Jaten")
    >>> b = Penduduk("3313120101800003", "SUKARJO", date(1980, 1, 1), "L", rt="1", rw="2", desa="Jaten")
    >>> c = Penduduk("3313114502790001", "SRI LESTARI", date(1979, 2, 5), "P", rt="1", rw="2", desa="Jaten")
    >>> satu, = find_similar([a, b, c])
    >>> satu.a, satu.b, satu.penjelasan.split(";")[0]
    (0, 1, 'DOBEL: tanggal lahir 01-01-1980 (+9,0)')
    """
    bingkai = pl.DataFrame(
        {k: [getattr(p, k) or None for p in penduduk] for k in _KOLOM},
        schema={k: pl.Date if k == "tanggal_lahir" else pl.String for k in _KOLOM},
    )
    jawaban: pl.DataFrame = find_dugaan_dobel(bingkai)
    hasil = []
    for row in jawaban.iter_rows(named=True):
        # The smaller NIK first, as the sheet shows them.
        a, b = sorted((row["a"], row["b"]), key=lambda i: (penduduk[i].nik, penduduk[i].nama, i))
        hasil.append(Mirip(a, b, row["kekuatan"], explain(row, penduduk[a], penduduk[b])))
    return hasil


def explain(bukti: dict[str, Any], a: Penduduk, b: Penduduk) -> str:
    """The verdict, then each field that says anything with both sides and its bits, the loudest first, and their sum."""
    semua = sorted(_fields(bukti, a, b), key=lambda x: -abs(x[1]))
    bagian = "; ".join(f"{kata} ({_bits(bit)})" for kata, bit in semua if abs(bit) >= _BISIKAN)
    return f"{bukti['putusan']}: {bagian}; jumlah {_bits(sum(bit for _, bit in semua))} bit"


def _fields(bukti: dict[str, Any], a: Penduduk, b: Penduduk) -> Iterator[tuple[str, float]]:
    for kolom, sebutan in _SEBUTAN.items():
        bit = bukti[f"bukti_{kolom}"]
        yield f"{sebutan} {_sides(kolom, getattr(a, kolom), getattr(b, kolom))}", bit
    yield "jarangnya dobel", bukti["bukti_awal"]
    yield "mungkin kembar atau serumah", bukti["bukti_serumah"]


def _sides(kolom: str, kiri: Any, kanan: Any) -> str:
    if kolom in _TANPA_ISI:
        return _how_near(kiri, kanan)
    if kolom == "tanggal_lahir":
        kiri, kanan = show_date(kiri), show_date(kanan)
        return str(kiri) if kiri == kanan else f"{kiri} | {kanan}"
    return "sama" if kiri == kanan else f"{kiri} | {kanan}"


def _how_near(kiri: str, kanan: str) -> str:
    if kiri == kanan:
        return "sama"
    if kiri[:12] == kanan[:12]:
        return "sama kecuali nomor urut"
    return "beda satu angka" if is_near(kiri, kanan) else "berbeda"


def _bits(bit: float) -> str:
    return f"{bit:+.1f}".replace(".", ",").replace("-", "−")
