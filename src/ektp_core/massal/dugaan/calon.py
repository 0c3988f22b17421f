"""Which pairs of rows are compared at all: those that share a key, and whose names are not plainly different.

A pair that is left out here can never be found, so each key forgives an error that the others do not.
"""

from collections.abc import Callable, Iterator

import numpy as np
import numpy.typing as npt

from ektp_core.massal.dugaan.baca import Larik, Register

SEKALI = 1 << 17
"""How many pairs are looked at together: enough to forget the cost of a call, few enough to forget the memory."""

BATAS_KUNCI = 2_000
"""A key that more rows than this share says nothing; other keys must find what it would."""

SEMUA, SERUPA, MIRIP = 0, 34, 60
"""Least percentage of letter pairs in common; as it only spares work, one wrong letter in a name of four still passes
where the key itself says much."""


Saringan = Callable[[Larik, Larik], npt.NDArray[np.bool_]]


def find_candidates(r: Register, keep: Saringan) -> tuple[Larik, Larik]:
    """Positions (i < j) of every pair worth comparing, each once; of pairs that share a key only those that `keep` keeps."""
    tanda = _letter_pairs(r.kunci_nama)[r.nama] if r.kunci_nama else np.zeros(r.banyak, np.uint64)
    huruf = np.bitwise_count(tanda).astype(np.int16)
    n = r.banyak
    temuan: list[Larik] = []
    for kunci, saring in _keys(r):
        for i, j in iter_pairs(kunci):
            if saring:
                sama = np.bitwise_count(tanda[i] & tanda[j]).astype(np.int16)
                a, b = huruf[i], huruf[j]
                pendek = np.minimum(a, b)
                # Two slips spoil four letter pairs, and a fifth may hide behind another; a word left out spoils none of the rest.
                cukup = (100 * sama >= saring * pendek) & ((sama >= np.maximum(a, b) - 5) | (10 * sama >= 7 * pendek))
                i, j = i[cukup], j[cukup]
            i, j = np.minimum(i, j), np.maximum(i, j)
            layak = keep(i, j)
            temuan.append(i[layak] * n + j[layak])
    semua = np.unique(np.concatenate(temuan)) if temuan else np.zeros(0, np.int64)
    return semua // max(n, 1), semua % max(n, 1)


def _keys(r: Register) -> Iterator[tuple[Larik, int]]:
    """Each key (-1: none) and how alike the names must still be."""
    yield r.nik, SEMUA
    # Where the register has no date, that of the NIK serves; it has a year of two digits.
    tanggal = r.tanggal.astype(np.int64)
    ddmmyy = ((tanggal[:, 0] * 10 + tanggal[:, 1]) * 100 + tanggal[:, 2] * 10 + tanggal[:, 3]) * 100 + r.tahun % 100
    dari_nik = r.nik // 10**4 % 10**6
    dari_nik = np.where(dari_nik >= 400_000, dari_nik - 400_000, dari_nik)
    yield np.where(r.lahir >= 0, ddmmyy, np.where(r.nik >= 0, dari_nik, -1)), SERUPA
    yield r.rt, MIRIP
    yield r.kk, MIRIP
    bulan_hari = np.where(r.lahir >= 0, ddmmyy // 100, -1)
    for bagian in (r.tahun, bulan_hari, r.rt, r.ibu):
        yield _both(r.nama, bagian), SEMUA
    yield _both(r.ibu, r.tahun), MIRIP


def _both(a: Larik, b: Larik) -> Larik:
    return np.where((a < 0) | (b < 0), -1, a * (b.max(initial=0) + 1) + b)


def iter_pairs(kunci: Larik) -> Iterator[tuple[Larik, Larik]]:
    """Every pair of positions with the same key (-1 is no key), in arrays of about `SEKALI`.

    >>> [(i.tolist(), j.tolist()) for i, j in iter_pairs(np.array([7, 5, 7, -1, -1, 7]))]
    [([0, 2, 0], [2, 5, 5])]
    """
    ada = np.flatnonzero(kunci >= 0)
    urut = ada[np.argsort(kunci[ada], kind="stable")]
    nilai = kunci[urut]
    batas = np.flatnonzero(np.diff(nilai)) + 1
    ujung = np.repeat(np.append(batas, len(nilai)), np.diff(np.concatenate(([0], batas, [len(nilai)]))))
    awal = np.arange(len(nilai))
    kiri: list[Larik] = []
    kanan: list[Larik] = []
    jarak = terkumpul = 0
    while True:
        jarak += 1
        awal = awal[awal + jarak < ujung[awal]]
        if len(awal) == 0 or jarak > BATAS_KUNCI:
            break
        kiri.append(urut[awal])
        kanan.append(urut[awal + jarak])
        terkumpul += len(awal)
        if terkumpul >= SEKALI:
            yield np.concatenate(kiri), np.concatenate(kanan)
            kiri, kanan, terkumpul = [], [], 0
    if kiri:
        yield np.concatenate(kiri), np.concatenate(kanan)


def _letter_pairs(kunci: list[str]) -> npt.NDArray[np.uint64]:
    """A set of 64 bits for each name (and one empty, for the missing): its neighbouring letters, spaces left out."""
    huruf = np.frombuffer("\0".join(k.replace(" ", "") for k in [*kunci, ""]).encode("ascii", "replace"), np.uint8)
    pasang = (huruf[:-1].astype(np.uint64) * np.uint64(31) + huruf[1:]) * np.uint64(0x9E3779B97F4A7C15)
    bit = np.uint64(1) << (pasang >> np.uint64(58))
    nol = huruf == 0
    bit[nol[:-1] | nol[1:]] = 0
    nomor = np.cumsum(nol)[:-1] if len(huruf) else np.zeros(0, np.int64)
    tanda = np.zeros(len(kunci) + 1, np.uint64)
    np.bitwise_or.at(tanda, nomor, bit)
    return tanda
