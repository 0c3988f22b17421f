"""How often a name is met: what makes sharing a rare one strong evidence, and sharing a common one weak.

A count alone knows nothing of names that occur once or twice, which most do; there the words of the name speak.
"""

import numpy as np
import numpy.typing as npt
from attrs import frozen

from ektp_core.massal.dugaan.baca import Larik

Pecahan = npt.NDArray[np.float64]

_KATA = 5
"""Words of a name that are compared; who has more is compared by the first five."""

_SENDIRI, _PERTAMA, _TERAKHIR, _TENGAH = range(4)


@frozen
class DaftarNama:
    """The distinct names of a column, with their words and how often a stranger has each.

    `sendiri` is that chance seen from two rows that share the name (neither is counted), `lain` seen from one row.
    """

    kunci: list[str]
    rapat: list[str]
    """The names without spaces, and their lengths in `panjang`."""
    panjang: Larik
    kata: npt.NDArray[np.int32]
    """A row for each name: the places of its words in `daftar_kata`, then -1."""
    daftar_kata: list[str]
    janggal: float
    """The share of rows with a word that no other row has: no more than these are miswritten."""
    sendiri: Pecahan
    lain: Pecahan

    @classmethod
    def of(cls, kunci: list[str], kode: Larik) -> "DaftarNama":
        """The names of a column of codes (-1: none)."""
        banyak = np.bincount(kode[kode >= 0], minlength=len(kunci)).astype(float)
        kata, daftar_kata = _split(kunci)
        ramalan = _Ramalan.of(kata, len(daftar_kata), banyak)
        rapat = [k.replace(" ", "") for k in kunci]
        return cls(
            kunci,
            rapat,
            np.fromiter(map(len, rapat), np.int64, len(rapat)),
            kata,
            daftar_kata,
            ramalan.odd_share(),
            ramalan.frequency(2, sekali=0.5, paling_jarang=0.05),
            # To be one of the many words that nobody else has is not to be this one: from one row, another's is hardly met.
            ramalan.frequency(1, sekali=0.002, paling_jarang=1e-4),
        )


def _split(kunci: list[str]) -> tuple[npt.NDArray[np.int32], list[str]]:
    nomor: dict[str, int] = {}
    kata = np.full((len(kunci), _KATA), -1, np.int32)
    for baris, nama in enumerate(kunci):
        for i, k in enumerate(nama.split(" ")[:_KATA]):
            kata[baris, i] = nomor.setdefault(k, len(nomor))
    return kata, list(nomor)


@frozen
class _Ramalan:
    """What the words of each name foretell of its frequency, from how often each word stands where it stands."""

    banyak: Pecahan
    ada: npt.NDArray[np.bool_]
    letak: Larik
    tempat: Larik
    per_kata: Pecahan

    @classmethod
    def of(cls, kata: npt.NDArray[np.int32], macam: int, banyak: Pecahan) -> "_Ramalan":
        ada = kata >= 0
        panjang = ada.sum(axis=1)[:, None]
        ke = np.arange(_KATA)
        tempat = np.where(
            panjang == 1, _SENDIRI, np.where(ke == 0, _PERTAMA, np.where(ke == panjang - 1, _TERAKHIR, _TENGAH))
        )
        letak = np.where(ada, kata.astype(np.int64) * 4 + tempat, 0)
        per_kata = np.bincount(letak[ada], np.repeat(banyak, panjang[:, 0]), minlength=4 * macam)
        return cls(banyak, ada, letak, tempat, per_kata.astype(float))

    @property
    def baris(self) -> float:
        """Rows that have a name at all."""
        return max(float(self.banyak.sum()), 1.0)

    def odd_share(self) -> float:
        """The share of rows with a word that no other row has."""
        sekali = (self.per_kata.reshape(-1, 4).sum(axis=1) == 1).sum()
        return max(float(sekali) / self.baris, 0.001)

    def foretell(self, tanpa: int, sekali: float) -> Pecahan:
        """The product of the words' shares, `tanpa` rows left out; a word that none is left of counts as `sekali`."""
        panjang = self.ada.sum(axis=1)
        per_panjang = np.bincount(panjang, self.banyak, minlength=_KATA + 1) / self.baris
        per_tempat = self.per_kata.reshape(-1, 4).sum(axis=0)
        bagian = (np.maximum(self.per_kata[self.letak] - tanpa, 0) + sekali) / (per_tempat[self.tempat] + 1)
        hasil: Pecahan = per_panjang[panjang] * np.where(self.ada, bagian, 1.0).prod(axis=1)
        return hasil

    def frequency(self, tanpa: int, *, sekali: float, paling_jarang: float) -> Pecahan:
        """What the words foretell or, where more was counted, the mean of both; at least `paling_jarang` rows."""
        ramalan = self._choosiness() * self.foretell(tanpa, sekali)
        hitungan = np.maximum(self.banyak - tanpa, 0) / self.baris
        return np.maximum(np.maximum(ramalan, (hitungan + ramalan) / 2), paling_jarang / self.baris)

    def _choosiness(self) -> float:
        """Words do not choose each other freely; the names of few bearers show by how much, on the whole."""
        harapan = self.baris * self.foretell(1, 0.5)
        jarang = harapan < 2
        lain = float((self.banyak * (self.banyak - 1))[jarang].sum())
        return float(np.clip(lain / max(float((self.banyak * harapan)[jarang].sum()), 1e-9), 0.5, 2))
