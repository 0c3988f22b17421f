"""What strangers look like to each other: how often two people of one register, who are two, agree by chance.

Estimated from pairs drawn at random (a fixed seed, and the rows stand in an order of their own, so that the same register
gives the same answer); and how many pairs live in one household or were born twins, which is counted.
"""

import numpy as np
from attrs import frozen

from ektp_core.massal.dugaan.baca import Larik, Register
from ektp_core.massal.dugaan.banding import Lahir, Nik, Pembanding, relate_lahir, relate_nik
from ektp_core.massal.dugaan.calon import iter_pairs
from ektp_core.massal.dugaan.kerap import Pecahan
from ektp_core.massal.dugaan.nama import Hubungan

_CUPLIKAN = 60_000
"""Pairs drawn at random, and as many of people of one age and of one birth day."""
_BENIH = 20120828

_DUGAAN_LAHIR = np.array([0.0001, 0.002, 0.02, 0.25, 0.7279])
_DUGAAN_NIK = np.array(
    [
        [0.0, 0.0, 0.0, 0.0, 0.0],
        [0.01, 0.001, 0.0001, 0.00001, 0.00001],
        [0.05, 0.00001, 0.00001, 0.00001, 0.00001],
        [0.4, 0.0001, 0.0001, 0.00001, 0.00001],
        [0.5, 1.0, 1.0, 1.0, 1.0],
    ]
)
_DUGAAN_NAMA = np.array([0.002, 0.002, 0.002, 0.02, 0.974])
"""What is expected of strangers before any were seen; it weighs little."""


@frozen
class Asing:
    """Chances among strangers: of each relation of birth dates, of NIKs given that of the dates, of names."""

    banyak: int
    pasangan: float
    lahir: Pecahan
    nik: Pecahan
    """A row for each relation of NIKs and a column for each of dates; the last of each, for what is missing, is 1."""
    nama: Pecahan
    serumah: float
    kembar: float


def meet_strangers(b: Pembanding) -> Asing:
    """Draw and count."""
    r = b.r
    n = r.banyak
    acak = np.random.default_rng(_BENIH)
    banyak = min(_CUPLIKAN, 50 * n)
    i, j = acak.integers(0, n, (2, banyak))
    # Neighbours in age, so that near dates, too, are seen often enough.
    urut = np.argsort(r.lahir, kind="stable")
    di = acak.integers(0, n, banyak)
    ke = np.clip(di + acak.integers(-max(n // 60, 1), max(n // 60, 1) + 1, banyak), 0, n - 1)
    sebaya = urut[di], urut[ke]
    sehari = _born_on_one_day(r, acak)
    nik = np.zeros((6, 6))
    for kiri, kanan in ((i, j), sebaya, sehari):
        beda = (kiri != kanan) & (r.nama[kiri] != r.nama[kanan]) & ((r.rt[kiri] != r.rt[kanan]) | (r.rt[kiri] < 0))
        # A NIK tells the sex, and those of one name are of one sex.
        beda &= (r.kelamin[kiri] == r.kelamin[kanan]) | (r.kelamin[kiri] < 0) | (r.kelamin[kanan] < 0)
        kiri, kanan = kiri[beda], kanan[beda]
        np.add.at(nik, (relate_nik(r.nik[kiri], r.nik[kanan]), relate_lahir(r, kiri, kanan)), 1)
    lain = i != j
    i, j = i[lain], j[lain]
    hubungan_nama, _ = b.nama.compare(r.nama[i], r.nama[j])
    return Asing(
        banyak=n,
        pasangan=max(n * (n - 1) / 2, 1.0),
        lahir=_chance(np.bincount(relate_lahir(r, i, j), minlength=6)[: Lahir.KOSONG], _DUGAAN_LAHIR),
        nik=_nik_given_lahir(nik[: Nik.KOSONG, : Lahir.KOSONG], n),
        nama=_chance(np.bincount(hubungan_nama, minlength=6)[: Hubungan.KOSONG], _DUGAAN_NAMA),
        serumah=_count_pairs(r.kk) or 1.5 * n,
        kembar=0.001 * n + _count_twins(b),
    )


def _chance(hitung: Larik | Pecahan, dugaan: Pecahan) -> Pecahan:
    hasil: Pecahan = (hitung + 10 * dugaan) / (hitung.sum() + 10 * dugaan.sum())
    return hasil


def _nik_given_lahir(hitung: Pecahan, n: int) -> Pecahan:
    tabel = hitung + 20 * _DUGAAN_NIK
    tabel /= tabel.sum(axis=0)
    # One NIK given to two people is a fault of some other kind; one in some thousands of rows has it.
    tabel[Nik.SAMA] = 2e-4 / max(n, 2)
    lebar = np.ones((6, 6))
    lebar[: Nik.KOSONG, : Lahir.KOSONG] = tabel
    semua = hitung.sum(axis=1) + 20 * _DUGAAN_NIK[:, 3]
    lebar[: Nik.KOSONG, Lahir.KOSONG] = np.maximum(semua / semua.sum(), 2e-4 / max(n, 2))
    return lebar


def _born_on_one_day(r: Register, acak: np.random.Generator) -> tuple[Larik, Larik]:
    """Pairs of people born on one day, drawn from so few rows that there are not too many."""
    ada = np.flatnonzero(r.lahir >= 0)
    harapan = float((np.bincount(r.lahir[ada]).astype(float) ** 2).sum()) / 2 if len(ada) else 0.0
    bagian = min(1.0, (_CUPLIKAN / max(harapan, 1.0)) ** 0.5)
    terpilih = ada[acak.random(len(ada)) < bagian]
    pasangan = [(terpilih[i], terpilih[j]) for i, j in iter_pairs(r.lahir[terpilih])]
    if not pasangan:
        return np.zeros(0, np.int64), np.zeros(0, np.int64)
    return np.concatenate([i for i, _ in pasangan]), np.concatenate([j for _, j in pasangan])


def _count_pairs(kode: Larik) -> float:
    banyak = np.bincount(kode[kode >= 0]).astype(float)
    return float((banyak * (banyak - 1) / 2).sum())


def _count_twins(b: Pembanding) -> float:
    """Pairs of one address and one birth day whose names are no spellings of each other."""
    r = b.r
    kunci = np.where((r.rt < 0) | (r.lahir < 0), -1, r.rt * (r.lahir.max(initial=0) + 1) + r.lahir)
    kembar = 0.0
    for i, j in iter_pairs(kunci):
        hubungan, _ = b.nama.compare(r.nama[i], r.nama[j])
        kembar += float((hubungan == Hubungan.LAIN).sum())
    return kembar
