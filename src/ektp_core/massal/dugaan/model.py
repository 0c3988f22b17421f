"""The mixture that the pairs of a register are drawn from, fitted without labels (Fellegi and Sunter; EM).

Beside one person twice and two strangers there are people who are alike for a reason: twins, a household, a father and the
son who bears his name. Each is a class of its own; without them their likeness would be taken for identity.

Everything is measured against strangers: a class's density is how many such pairs there are, times the likelihood of what
was seen in that class over its likelihood among strangers. So the size of the register, and with it the threshold, needs no
tuning: a million rows have a million times a million strangers.
"""

import math

import numpy as np
import numpy.typing as npt
from attrs import define, frozen

from ektp_core.massal.dugaan.asing import Asing
from ektp_core.massal.dugaan.baca import Larik
from ektp_core.massal.dugaan.banding import BEDA, SAMA, Bidang, Lahir, Nik, Perbandingan
from ektp_core.massal.dugaan.kerap import Pecahan

PUTARAN = 20
"""Rounds of EM; the estimates stand still well before."""

KELOMPOK = 3
"""A double's other fields are judged by what its NIK and date say: nearly one NIK; another NIK, one date; another date."""

_PEGANGAN = 12.0
"""How many pairs the expectations below weigh: a register with fewer doubles than that is judged by them."""

_SECERCAH = 2e-4
"""Odds under which a pair is not looked at again."""

_NAMA = (0.78, 0.10, 0.04, 0.06, 0.02)
_HARAPAN: dict[str, tuple[float, ...]] = {
    "nama": _NAMA,
    "jenis_kelamin": (0.99, 0.01),
    "desa": (0.8, 0.2),
    "rw": (0.9, 0.1),
    "rt": (0.9, 0.1),
    "nama_ibu": (0.8, 0.09, 0.03, 0.04, 0.04),
    "tempat_lahir": (0.92, 0.08),
    "no_kk": (0.6, 0.4),
}
"""What is expected of one person's two rows before any row was seen."""

_HARAPAN_NIK_LAHIR = np.array(
    # SAMA  SALAH  SEBAGIAN JAUH  BEDA_ANGKATAN
    [
        [0.120, 0.003, 0.001, 0.001, 0.0002],  # SAMA
        [0.150, 0.003, 0.001, 0.001, 0.0002],  # SALAH_TULIS
        [0.030, 0.0005, 0.0002, 0.0001, 0.0001],  # URUTAN_SEBELAH
        [0.200, 0.002, 0.001, 0.0005, 0.0002],  # URUTAN_LAIN
        [0.350, 0.060, 0.050, 0.025, 0.001],  # LAIN
    ]
)

_KEMBAR_NIK = np.array([0.0005, 0.002, 0.9, 0.07, 0.0275])
_KEMBAR_NAMA = np.array([0.0002, 0.03, 0.06, 0.02, 0.89])
_SENAMA_LAHIR = np.array([0.0, 0.0005, 0.0005, 0.009, 0.99])
_SENAMA_NAMA = np.array([0.97, 0.01, 0.0, 0.02, 0.0])
_SERUMAH = {"desa": 0.99, "rw": 0.98, "rt": 0.97, "no_kk": 0.95}


@define
class Taksiran:
    """What EM estimates: how many pairs are one person (`satu`) or of one name in a family (`senama`), and the levels."""

    satu: float
    senama: float
    nik_lahir: Pecahan
    bidang: dict[str, Pecahan]
    """For each field: a row for each group, a column for each level."""


@frozen
class Bukti:
    """Each pair's probability of being one person, and its evidence in bits, a field at a time.

    `bidang` has the weight of each field for one person against strangers, `awal` that of the prior, `serumah` what is
    taken off because twins, households or namesakes explain the same; their sum is the log-odds of `kekuatan`.
    """

    kekuatan: Pecahan
    bidang: dict[str, Pecahan]
    awal: Pecahan
    serumah: Pecahan


def is_promising(p: Perbandingan, asing: Asing) -> npt.NDArray[np.bool_]:
    """Whether a pair has any chance under the expectations alone; of the rest a million together weigh nothing."""
    t = _start(asing)
    hasil: npt.NDArray[np.bool_] = t.satu * _likelihood(p, t, _times_nik(p, asing)) > _SECERCAH * asing.pasangan
    return hasil


def fit(p: Perbandingan, asing: Asing) -> Bukti:
    """Estimate by EM, then weigh every pair."""
    tetap = _known_densities(p, asing)
    t = _start(asing)
    for _ in range(PUTARAN):
        peluang, senama = _expect(p, asing, t, tetap)
        t = _maximise(p, t, peluang, senama)
    return _weigh(p, asing, t, tetap)


def _start(asing: Asing) -> Taksiran:
    return Taksiran(
        satu=max(1.0, 0.01 * asing.banyak),
        senama=max(1.0, 0.002 * asing.banyak),
        nik_lahir=_shares(_HARAPAN_NIK_LAHIR),
        bidang={nama: np.tile(harapan, (KELOMPOK, 1)) for nama, harapan in _HARAPAN.items()},
    )


def _group(p: Perbandingan) -> Larik:
    lain_tanggal = (p.lahir != Lahir.SAMA) & (p.lahir != Lahir.KOSONG)
    return np.where(p.nik <= Nik.SALAH_TULIS, 0, np.where(lain_tanggal, 2, 1))


def _with_missing(tabel: Pecahan) -> Pecahan:
    """The table with a last row and column for what is not known: the sums over what it may be."""
    lebar = np.concatenate((tabel, tabel.sum(axis=0, keepdims=True)))
    return np.concatenate((lebar, lebar.sum(axis=1, keepdims=True)), axis=1)


def _times_nik(p: Perbandingan, asing: Asing) -> Pecahan:
    """One over the chance among strangers of such NIKs, given such dates."""
    hasil: Pecahan = 1 / asing.nik[p.nik, p.lahir]
    return hasil


def _likelihood(p: Perbandingan, t: Taksiran, kali_nik: Pecahan) -> Pecahan:
    """Of each pair: its likelihood as one person over that as strangers."""
    kelompok = _group(p)
    hasil = _with_missing(t.nik_lahir)[p.nik, p.lahir] * p.kali_lahir * kali_nik
    for nama, b in p.bidang.items():
        hasil *= np.where(b.tingkat < 0, 1.0, t.bidang[nama][kelompok, b.tingkat] * b.kali)
    return hasil


def _known_densities(p: Perbandingan, asing: Asing) -> tuple[Pecahan, Pecahan]:
    """The density of strangers, households and twins together, whose numbers are counted and not estimated; and the
    likelihood of a father and son of one name."""
    b = p.bidang
    rumah = np.ones(len(p.nik))
    for kolom, peluang in _SERUMAH.items():
        rumah *= _agree(b[kolom], peluang)
    kali_nik = _times_nik(p, asing)
    kembar = rumah * _agree(b["nama_ibu"], 0.97) * _agree(b["tempat_lahir"], 0.97)
    kembar *= np.where(p.lahir == Lahir.SAMA, p.kali_lahir, np.where(p.lahir == Lahir.KOSONG, 1.0, 0.0))
    # A twin's name is another's name, whatever it sounds like: how often strangers' names relate so is what it is held against.
    nama = b["nama"].tingkat
    kembar *= np.where(nama < 0, 1.0, (_KEMBAR_NAMA / asing.nama)[nama])
    sekelamin = (b["jenis_kelamin"].tingkat != BEDA) & (p.nik < Nik.KOSONG)
    kembar *= np.where(
        sekelamin, np.append(_KEMBAR_NIK, 1.0)[p.nik] * kali_nik, np.where(p.nik <= Nik.SALAH_TULIS, 0.0, 1.0)
    )
    saudara = rumah * _agree(b["nama_ibu"], 0.45)
    senama = rumah * _agree(b["nama_ibu"], 0.03) * np.append(_SENAMA_LAHIR / asing.lahir, 1.0)[p.lahir]
    senama *= np.where(nama < 0, 1.0, _SENAMA_NAMA[nama] * b["nama"].kali)
    senama[p.nik <= Nik.SALAH_TULIS] = 0.0
    return asing.pasangan + asing.serumah * saudara + asing.kembar * kembar, senama


def _agree(b: Bidang, peluang: float) -> Pecahan:
    """The likelihood of a field in a class that agrees on it with this chance, over that among strangers."""
    return np.where(b.tingkat < 0, 1.0, np.where(b.tingkat == SAMA, peluang * b.kali, 1 - peluang))


def _expect(p: Perbandingan, asing: Asing, t: Taksiran, tetap: tuple[Pecahan, Pecahan]) -> tuple[Pecahan, Pecahan]:
    dua_orang, senama = tetap
    satu = t.satu * _likelihood(p, t, _times_nik(p, asing))
    ayah_anak = t.senama * senama
    semua = satu + ayah_anak + dua_orang
    return satu / semua, ayah_anak / semua


def _maximise(p: Perbandingan, t: Taksiran, peluang: Pecahan, senama: Pecahan) -> Taksiran:
    kelompok = _group(p)
    dikenal = (p.nik < Nik.KOSONG) & (p.lahir < Lahir.KOSONG)
    bentuk = _HARAPAN_NIK_LAHIR.shape
    sel_nik_lahir = p.nik[dikenal].astype(np.int64) * bentuk[1] + p.lahir[dikenal]
    tabel = np.bincount(sel_nik_lahir, peluang[dikenal], minlength=bentuk[0] * bentuk[1]).reshape(bentuk)
    bidang = {}
    for nama, b in p.bidang.items():
        harapan = np.array(_HARAPAN[nama])
        ada = b.tingkat >= 0
        sel = kelompok[ada] * len(harapan) + b.tingkat[ada]
        terhitung = np.bincount(sel, peluang[ada], minlength=KELOMPOK * len(harapan)).reshape(KELOMPOK, len(harapan))
        bidang[nama] = _shares(terhitung + _PEGANGAN * harapan, axis=1)
    return Taksiran(
        satu=max(float(peluang.sum()), 0.5),
        senama=max(float(senama.sum()), 0.5),
        nik_lahir=_shares(tabel + _PEGANGAN * _shares(_HARAPAN_NIK_LAHIR)),
        bidang=bidang,
    )


def _shares(hitungan: Pecahan, axis: int | None = None) -> Pecahan:
    hasil: Pecahan = hitungan / hitungan.sum(axis=axis, keepdims=True)
    return hasil


def _weigh(p: Perbandingan, asing: Asing, t: Taksiran, tetap: tuple[Pecahan, Pecahan]) -> Bukti:
    dua_orang, senama = tetap
    kali_nik = _times_nik(p, asing)
    kelompok = _group(p)
    lebar = _with_missing(t.nik_lahir)
    lahir = lebar[-1, p.lahir]
    bidang = {
        "nik": np.log2(np.where(p.nik == Nik.KOSONG, 1.0, lebar[p.nik, p.lahir] / lahir * kali_nik)),
        "tanggal_lahir": np.log2(np.where(p.lahir == Lahir.KOSONG, 1.0, lahir * p.kali_lahir)),
    }
    for nama, b in p.bidang.items():
        bidang[nama] = np.log2(np.where(b.tingkat < 0, 1.0, t.bidang[nama][kelompok, b.tingkat] * b.kali))
    lawan = dua_orang + t.senama * senama
    awal = np.full(len(p.nik), math.log2(t.satu / asing.pasangan))
    serumah = np.log2(asing.pasangan / lawan)
    # A sum this large in either direction is certainty; beyond it the power would overflow.
    jumlah = np.clip(awal + serumah + sum(bidang.values()), -1000, 1000)
    return Bukti(1 / (1 + np.exp2(-jumlah)), bidang, awal, serumah)
