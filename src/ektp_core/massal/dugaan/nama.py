"""How two different normalised names relate, and how much rarer than chance such a pair is.

The core's key says when two spellings are one name; here only what is left: a slip of the fingers, a word left out, an
initial. A slip is judged by the channel that made it: the rarer of the two spellings is the one that was mistyped.
"""

from enum import IntEnum

import numpy as np
import numpy.typing as npt
from attrs import frozen
from rapidfuzz.distance import OSA
from rapidfuzz.process import cpdist

from ektp_core.massal.dugaan.baca import Larik
from ektp_core.massal.dugaan.kerap import DaftarNama, Pecahan


class Hubungan(IntEnum):
    """How two names relate: equal; one slip; two slips; a word left out or an initial; other names; not both given."""

    SAMA = 0
    SATU_SALAH = 1
    DUA_SALAH = 2
    KATA_HILANG = 3
    LAIN = 4
    KOSONG = 5


_PELUANG = np.array([1.0, 1 / 80, 1 / 600, 1 / 4, 1.0, 1.0])
"""Of all the ways in which a name can be written wrongly in this manner, the share that gives just this spelling: some
hundred slips of one letter, a word or two that can be left out. Only the order of magnitude matters."""


@frozen
class PembandingNama:
    """Relates the distinct names of one column, given as codes into them."""

    daftar: DaftarNama

    @classmethod
    def of(cls, kunci: list[str], kode: Larik) -> "PembandingNama":
        """For the names of a column of codes."""
        return cls(DaftarNama.of(kunci, kode))

    def compare(self, a: Larik, b: Larik) -> tuple[npt.NDArray[np.int8], Pecahan]:
        """The relation of each pair of codes, and how many times likelier it is for one person than for strangers,
        given that one person's names relate so."""
        hubungan = np.full(len(a), Hubungan.KOSONG, np.int8)
        kali = np.ones(len(a))
        ada = (a >= 0) & (b >= 0)
        sama = ada & (a == b)
        hubungan[sama] = Hubungan.SAMA
        kali[sama] = 1 / self.daftar.sendiri[a[sama]]
        beda = np.flatnonzero(ada & ~sama)
        if len(beda):
            kecil, besar = np.minimum(a[beda], b[beda]), np.maximum(a[beda], b[beda])
            satu, balik = np.unique(kecil * len(self.daftar.kunci) + besar, return_inverse=True)
            jenis, nilai = self._compare_distinct(satu // len(self.daftar.kunci), satu % len(self.daftar.kunci))
            hubungan[beda], kali[beda] = jenis[balik], nilai[balik]
        return hubungan, kali

    def _compare_distinct(self, a: Larik, b: Larik) -> tuple[npt.NDArray[np.int8], Pecahan]:
        jenis = self._relate(a, b)
        biasa = (1 / self.daftar.lain[a] + 1 / self.daftar.lain[b]) / 2
        pendek = np.where((self.daftar.kata[a] >= 0).sum(axis=1) <= (self.daftar.kata[b] >= 0).sum(axis=1), a, b)
        nilai = np.where(jenis == Hubungan.KATA_HILANG, 1 / self.daftar.lain[pendek], biasa) * _PELUANG[jenis]
        # A spelling that nobody else has is most likely the other name, miswritten. Then the pair says as much as if the names
        # were equal, times how seldom a stranger's row is miswritten.
        paling = np.where(jenis == Hubungan.KATA_HILANG, 1.0, 1 / self.daftar.janggal)
        nilai = np.minimum(nilai, paling / np.maximum(self.daftar.lain[a], self.daftar.lain[b]))
        nilai[jenis == Hubungan.LAIN] = 1.0
        return jenis, nilai

    def _relate(self, a: Larik, b: Larik) -> npt.NDArray[np.int8]:
        ka, kb = self.daftar.kata[a], self.daftar.kata[b]
        # Words of `a` that `b` has too, and the reverse; a word said twice is rare enough to forget.
        di_b = (ka[:, :, None] == kb[:, None, :]) & (ka >= 0)[:, :, None]
        sisa_a, sisa_b = (ka >= 0) & ~di_b.any(axis=2), (kb >= 0) & ~di_b.any(axis=1)
        na, nb = sisa_a.sum(axis=1), sisa_b.sum(axis=1)
        jenis = np.full(len(a), Hubungan.LAIN, np.int8)
        jenis[(na == 0) ^ (nb == 0)] = Hubungan.KATA_HILANG
        jenis[(na == 0) & (nb == 0)] = Hubungan.SATU_SALAH
        satu = np.flatnonzero((na == 1) & (nb == 1))
        kata_a = ka[satu, sisa_a[satu].argmax(axis=1)]
        kata_b = kb[satu, sisa_b[satu].argmax(axis=1)]
        jenis[satu] = self._relate_words(kata_a, kata_b, sendiri=(sisa_a[satu] | (ka[satu] < 0)).all(axis=1))
        lebih = (na >= 1) & (nb >= 1) & (na + nb >= 3) & (np.abs(self.daftar.panjang[a] - self.daftar.panjang[b]) <= 2)
        lebih = np.flatnonzero(lebih)
        jarak = _distance([self.daftar.rapat[i] for i in a[lebih]], [self.daftar.rapat[i] for i in b[lebih]])
        jenis[lebih[jarak == 2]] = Hubungan.DUA_SALAH
        jenis[lebih[jarak <= 1]] = Hubungan.SATU_SALAH
        return jenis

    def _relate_words(
        self, a: npt.NDArray[np.int32], b: npt.NDArray[np.int32], sendiri: npt.NDArray[np.bool_]
    ) -> npt.NDArray[np.int8]:
        """The relation of two names that differ in these words; `sendiri`: the word is the whole name."""
        teks_a, teks_b = [self.daftar.daftar_kata[i] for i in a], [self.daftar.daftar_kata[i] for i in b]
        jarak = _distance(teks_a, teks_b)
        panjang = np.fromiter((min(len(x), len(y)) for x, y in zip(teks_a, teks_b, strict=True)), np.int64, len(a))
        singkatan = np.fromiter(
            (x.startswith(y) or y.startswith(x) for x, y in zip(teks_a, teks_b, strict=True)), np.bool_, len(a)
        )
        jenis = np.full(len(a), Hubungan.LAIN, np.int8)
        jenis[(jarak <= 2) & (panjang >= 5)] = Hubungan.DUA_SALAH
        jenis[(jarak <= 1) & (panjang >= 3)] = Hubungan.SATU_SALAH
        jenis[singkatan & ((panjang <= 1) | (jenis == Hubungan.LAIN)) & ~sendiri] = Hubungan.KATA_HILANG
        return jenis


def _distance(a: list[str], b: list[str]) -> npt.NDArray[np.int64]:
    """Letters to put in, take out, change or swap; 3 stands for more than 2."""
    return cpdist(a, b, scorer=OSA.distance, score_cutoff=2, dtype=np.int64) if a else np.zeros(0, np.int64)
