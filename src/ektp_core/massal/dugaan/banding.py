"""A pair of rows, field by field: the level at which they agree, and how rare that agreement is among strangers.

For each field `tingkat` is the level (-1: not given on both sides, and then the field says nothing) and `kali` one over the
chance of it among strangers, taken from the frequency of the very value where they agree: to share a rare name says more
than to share a common one (term frequency).
"""

from enum import IntEnum
from typing import Any

import numpy as np
import numpy.typing as npt
from attrs import frozen

from ektp_core.massal.dugaan.baca import Larik, Register
from ektp_core.massal.dugaan.kerap import Pecahan
from ektp_core.massal.dugaan.nama import Hubungan, PembandingNama

Tingkat = npt.NDArray[np.int8]


class Nik(IntEnum):
    """How two NIKs relate; people born on one day have neighbouring serials, so those alone say nothing."""

    SAMA = 0
    SALAH_TULIS = 1
    """One wrong digit, or two swapped, and the first twelve differ."""
    URUTAN_SEBELAH = 2
    """The same first twelve digits and neighbouring serials, as twins have."""
    URUTAN_LAIN = 3
    LAIN = 4
    KOSONG = 5


class Lahir(IntEnum):
    """How two birth dates relate."""

    SAMA = 0
    SALAH_TULIS = 1
    """One wrong digit, two swapped, or day and month changed over."""
    SEBAGIAN = 2
    """The same year, or the same day and month within twelve years."""
    JAUH = 3
    BEDA_ANGKATAN = 4
    """Fourteen years apart or more: as far as a father and his son."""
    KOSONG = 5


SEANGKATAN = 13
"""Years of birth that differ by more lie a generation apart."""

SAMA, BEDA = 0, 1


@frozen
class Bidang:
    """One field of every pair."""

    tingkat: Tingkat
    kali: Pecahan


@frozen
class Perbandingan:
    """Every pair compared; `bidang` has the fields that are independent of each other given what the pair is."""

    nik: Tingkat
    lahir: Tingkat
    kali_lahir: Pecahan
    bidang: dict[str, Bidang]

    def take(self, mana: npt.NDArray[np.bool_]) -> "Perbandingan":
        """Only these pairs."""
        bidang = {k: Bidang(b.tingkat[mana], b.kali[mana]) for k, b in self.bidang.items()}
        return Perbandingan(self.nik[mana], self.lahir[mana], self.kali_lahir[mana], bidang)

    @classmethod
    def join(cls, bagian: "list[Perbandingan]") -> "Perbandingan":
        """All pairs of all parts, in their order."""
        bidang = {
            k: Bidang(
                np.concatenate([b.bidang[k].tingkat for b in bagian]),
                np.concatenate([b.bidang[k].kali for b in bagian]),
            )
            for k in bagian[0].bidang
        }
        return cls(
            np.concatenate([b.nik for b in bagian]),
            np.concatenate([b.lahir for b in bagian]),
            np.concatenate([b.kali_lahir for b in bagian]),
            bidang,
        )


def relate_nik(a: Larik, b: Larik) -> Tingkat:
    """The relation of two arrays of NIKs.

    >>> a = np.full(4, 3313110101800001)
    >>> relate_nik(a, np.array([3313110101800001, 3313110101700001, 3313110101800002, -1])).tolist()
    [0, 1, 2, 5]
    """
    hubungan = np.full(len(a), Nik.LAIN, np.int8)
    awal_sama = a // 10_000 == b // 10_000
    hubungan[awal_sama] = Nik.URUTAN_LAIN
    hubungan[awal_sama & (np.abs(a - b) == 1)] = Nik.URUTAN_SEBELAH
    hubungan[~awal_sama & _one_slip(a, b)] = Nik.SALAH_TULIS
    hubungan[a == b] = Nik.SAMA
    hubungan[(a < 0) | (b < 0)] = Nik.KOSONG
    return hubungan


_SELISIH = np.array([d * 10**p for p in range(16) for d in (*range(1, 10), *range(18, 82, 9))])
"""By how much two numbers can differ when one digit is wrong (d x 10^p) or two neighbours are swapped (9d x 10^p)."""


def _one_slip(a: Larik, b: Larik) -> npt.NDArray[np.bool_]:
    """One wrong digit, or two neighbours swapped; a difference that fits may still come about by a carry."""
    hasil = np.isin(np.abs(a - b), _SELISIH)
    ke = np.flatnonzero(hasil)
    da, db = (np.stack([x[ke] // 10**p % 10 for p in range(15, -1, -1)], axis=1) for x in (a, b))
    hasil[ke] = _differ_by_slip(da, db)
    return hasil


def _differ_by_slip(a: npt.NDArray[Any], b: npt.NDArray[Any]) -> npt.NDArray[np.bool_]:
    """Rows of digits that differ in one place, or by one swap of two neighbours."""
    beda = a != b
    banyak = beda.sum(axis=1)
    kiri = beda.argmax(axis=1)
    kanan = np.minimum(kiri + 1, a.shape[1] - 1)
    baris = np.arange(len(a))
    tertukar = (banyak == 2) & (a[baris, kiri] == b[baris, kanan]) & (a[baris, kanan] == b[baris, kiri])
    hasil: npt.NDArray[np.bool_] = (banyak == 1) | (tertukar & beda[baris, kanan])
    return hasil


def relate_lahir(r: Register, i: Larik, j: Larik) -> Tingkat:
    """The relation of the birth dates of two arrays of positions."""
    a, b = r.tanggal[i], r.tanggal[j]
    hari_bulan = (
        (a[:, :2] == b[:, 2:4]).all(axis=1) & (a[:, 2:4] == b[:, :2]).all(axis=1) & (a[:, 4:] == b[:, 4:]).all(axis=1)
    )
    jarak = np.abs(r.tahun[i] - r.tahun[j])
    ulang_tahun = (a[:, :4] == b[:, :4]).all(axis=1)
    hubungan = np.full(len(a), Lahir.JAUH, np.int8)
    hubungan[(jarak == 0) | (ulang_tahun & (jarak <= 12))] = Lahir.SEBAGIAN
    hubungan[jarak > SEANGKATAN] = Lahir.BEDA_ANGKATAN
    hubungan[(_differ_by_slip(a, b) | hari_bulan) & (jarak <= SEANGKATAN)] = Lahir.SALAH_TULIS
    hubungan[r.lahir[i] == r.lahir[j]] = Lahir.SAMA
    hubungan[(r.lahir[i] < 0) | (r.lahir[j] < 0)] = Lahir.KOSONG
    return hubungan


@frozen
class Pembanding:
    """Compares pairs of one register; the frequencies are those of this register."""

    r: Register
    nama: PembandingNama
    ibu: PembandingNama
    jarang_lahir: Pecahan
    """For each row, one over the chance that a stranger was born on its day."""
    kelamin_sama: float
    """The chance that strangers of one name are of one sex."""

    @classmethod
    def of(cls, r: Register) -> "Pembanding":
        """Count what has to be counted once."""
        return cls(
            r,
            PembandingNama.of(r.kunci_nama, r.nama),
            PembandingNama.of(r.kunci_ibu, r.ibu),
            1 / _birth_frequency(r),
            _same_sex(r),
        )

    def compare(self, i: Larik, j: Larik, lahir_asing: Pecahan) -> Perbandingan:
        """Compare; `lahir_asing` has the chance of each relation of birth dates among strangers."""
        r = self.r
        lahir = relate_lahir(r, i, j)
        # A wrong digit or a swap gives one of some thirty dates.
        jarang = (self.jarang_lahir[i] + self.jarang_lahir[j]) / 2
        kali = 1 / np.append(lahir_asing, 1.0)[lahir]
        kali[lahir == Lahir.SAMA] = jarang[lahir == Lahir.SAMA]
        kali[lahir == Lahir.SALAH_TULIS] = jarang[lahir == Lahir.SALAH_TULIS] / 30
        return Perbandingan(
            relate_nik(r.nik[i], r.nik[j]),
            lahir,
            kali,
            {
                "nama": self._names(self.nama, r.nama, i, j),
                "jenis_kelamin": self._sex(i, j),
                **self._address(i, j),
                "nama_ibu": self._names(self.ibu, r.ibu, i, j),
                "tempat_lahir": _plain(r.tempat, i, j),
                "no_kk": _plain(r.kk, i, j),
            },
        )

    @staticmethod
    def _names(daftar: PembandingNama, kode: Larik, i: Larik, j: Larik) -> Bidang:
        hubungan, kali = daftar.compare(kode[i], kode[j])
        hubungan[hubungan == Hubungan.KOSONG] = -1
        return Bidang(hubungan, kali)

    def _sex(self, i: Larik, j: Larik) -> Bidang:
        a, b = self.r.kelamin[i], self.r.kelamin[j]
        tingkat = _levels(a, b)
        return Bidang(tingkat, np.array([1 / self.kelamin_sama, 1 / (1 - self.kelamin_sama), 1.0])[tingkat])

    def _address(self, i: Larik, j: Larik) -> dict[str, Bidang]:
        """Desa; then RW among those of one desa; then RT among those of one RW."""
        r = self.r
        hasil = {"desa": _plain(r.desa, i, j)}
        for nama, luar, dalam in (("rw", r.desa, r.rw), ("rt", r.rw, r.rt)):
            tingkat = _levels(dalam[i], dalam[j])
            tingkat[(luar[i] != luar[j]) | (luar[i] < 0)] = -1
            bagian = np.minimum(_share(dalam)[dalam[i]] / _share(luar)[luar[i]], 0.95)
            hasil[nama] = Bidang(tingkat, _times(tingkat, bagian, bagian))
        return hasil


def _levels(a: Larik, b: Larik) -> Tingkat:
    tingkat = np.where(a == b, SAMA, BEDA).astype(np.int8)
    tingkat[(a < 0) | (b < 0)] = -1
    return tingkat


def _share(kode: Larik) -> Pecahan:
    """The share of the rows that have each code, never 0; the last entry serves -1."""
    banyak = np.bincount(kode[kode >= 0], minlength=kode.max(initial=-1) + 2).astype(float)
    hasil: Pecahan = np.maximum(banyak, 1.0) / max(float(banyak.sum()), 1.0)
    return hasil


def _times(tingkat: Tingkat, sama: Pecahan, semua: Pecahan | float) -> Pecahan:
    return np.where(tingkat == SAMA, 1 / sama, np.where(tingkat == BEDA, 1 / (1 - semua), 1.0))


def _plain(kode: Larik, i: Larik, j: Larik) -> Bidang:
    tingkat = _levels(kode[i], kode[j])
    bagian = _share(kode)
    return Bidang(tingkat, _times(tingkat, bagian[kode[i]], min(float((bagian[:-1] ** 2).sum()), 0.95)))


def _birth_frequency(r: Register) -> Pecahan:
    """The chance that a stranger was born on each row's day: half what was counted without the pair itself, half what
    the year and the day of the year foretell (so that the rounded days of old people stand out)."""
    ada = r.lahir >= 0
    n = max(int(ada.sum()), 1)
    hari = np.where(ada, r.lahir - r.lahir[ada].min(initial=0), 0)
    hitungan = np.bincount(hari[ada], minlength=1)[hari]
    bulan_hari = r.tanggal[:, :4].astype(np.int64) @ np.array([1000, 100, 10, 1])
    per_tahun = np.bincount(r.tahun[ada], minlength=1)[np.where(ada, r.tahun, 0)]
    per_hari = np.bincount(bulan_hari[ada], minlength=1)[np.where(ada, bulan_hari, 0)]
    ramalan = (per_tahun / n) * (per_hari / n)
    return np.where(ada, np.clip((np.maximum(hitungan - 2, 0) / n + ramalan) / 2, 1e-6, 0.5), 1.0)


def _same_sex(r: Register) -> float:
    ada = (r.nama >= 0) & (r.kelamin >= 0)
    laki = np.bincount(r.nama[ada & (r.kelamin == 0)], minlength=1 + len(r.kunci_nama)).astype(float)
    semua = np.bincount(r.nama[ada], minlength=1 + len(r.kunci_nama)).astype(float)
    pasangan = float((semua * (semua - 1)).sum())
    sama = float((laki * (laki - 1) + (semua - laki) * (semua - laki - 1)).sum())
    return min((sama + 19) / (pasangan + 20), 0.995)
