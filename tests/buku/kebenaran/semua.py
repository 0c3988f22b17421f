"""All families of scenes, and a world filled with them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from random import Random

from .adegan import (
    KELUARGA_ALAMAT,
    KELUARGA_CATATAN,
    KELUARGA_HIDUP,
    KELUARGA_REKAM,
    KELUARGA_SURAT,
    KELUARGA_USIA,
    UMUM,
    Adegan,
    Keluarga,
)
from .adegan_dalam import DALAM
from .adegan_kembar import DUA_NIK, MIRIP
from .adegan_lihat import LIHAT
from .adegan_nik import NIK_RUSAK, SALAH_KETIK, TAK_TERDAFTAR
from .adegan_penduduk import PENDUDUK_ANGKA, PENDUDUK_NIK
from .campuran import CAMPURAN
from .kisah import Dunia

SEMUA: dict[str, Keluarga] = {
    k.nama: k
    for k in (
        UMUM, KELUARGA_USIA, KELUARGA_HIDUP, KELUARGA_REKAM, KELUARGA_CATATAN, KELUARGA_ALAMAT, KELUARGA_SURAT,
        CAMPURAN, TAK_TERDAFTAR, NIK_RUSAK, SALAH_KETIK, PENDUDUK_ANGKA, PENDUDUK_NIK, DUA_NIK, MIRIP, LIHAT, DALAM,
    )
}  # fmt: skip


def small_world(
    keluarga: str, *, seed: int, on: date, ulang: int = 6, wilayah: bool = True, tanpa_kolom: Iterable[str] = ()
) -> Dunia:
    """Every scene of one family some times over, among a few ordinary people; some columns may not exist."""
    w = Dunia(Random(f"{keluarga}/{seed}"), on, wilayah_ada=wilayah, tanpa_kolom=frozenset(tanpa_kolom))
    for adegan in SEMUA[keluarga].adegan.values():
        for _ in range(ulang * (25 if keluarga == CAMPURAN.nama else 1)):
            adegan(w)
    for _ in range(10):
        _ordinary(w)
    return w


def full_world(*, n: int, seed: int, on: date, wilayah: bool = True) -> Dunia:
    """About `n` residents: every scene once, then mostly ordinary people, mixtures, and any scene."""
    w = Dunia(Random(seed), on, wilayah_ada=wilayah)
    semua: list[Adegan] = [a for k in SEMUA.values() for a in k.adegan.values()]
    for adegan in semua:
        adegan(w)
    campuran = next(iter(CAMPURAN.adegan.values()))
    while len(w.insan) < n:
        dadu = w.rng.random()
        if dadu < (0.35 if n < 10_000 else 0.85):
            _ordinary(w)
        elif dadu < (0.7 if n < 10_000 else 0.94):
            campuran(w)
        else:
            w.rng.choice(semua)(w)
    return w


def _ordinary(w: Dunia) -> None:
    next(iter(UMUM.adegan.values()))(w)
