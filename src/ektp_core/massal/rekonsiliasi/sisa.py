"""The rest: rows whose answer needs more than a key, decided by the core itself, on this machine.

What comes here is closed: with a row come all the rows of every person that it may have to do with, so that the core
answers for them as it would in the whole. Only the shown names of desa are those of the whole.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from attrs import frozen

from ektp_core.alamat import Lingkungan
from ektp_core.galat import Galat
from ektp_core.masukan import (
    read_meninggal,
    read_penduduk,
    read_perekaman,
    read_pindah,
    read_undangan,
)
from ektp_core.mutasi import Mutasi
from ektp_core.nik import HILANG
from ektp_core.penduduk import Penduduk
from ektp_core.perekaman import Perekaman
from ektp_core.rekonsiliasi.desa import NamaDesa
from ektp_core.rekonsiliasi.hasil import Hasil
from ektp_core.rekonsiliasi.jalan import Jalannya
from ektp_core.rekonsiliasi.kembali import LembarKembali
from ektp_core.rekonsiliasi.kenali import Kenalan
from ektp_core.undangan import Undangan


class Letak(int):
    """A row number, as messages show it, that also knows the row's place in the frame."""

    urut: int

    def __new__(cls, baris: int, urut: int) -> "Letak":
        """The number `baris` of the row at `urut`."""
        satu = super().__new__(cls, baris)
        satu.urut = urut
        return satu


BarisBernomor = tuple[Sequence[int], Sequence[Mapping[str, Any]]]
"""Row numbers, and beside them the rows as written."""


@frozen
class BarisSisa:
    """The rest as the core's records."""

    penduduk: Sequence[Penduduk]
    undangan: Sequence[Undangan]
    perekaman: Sequence[Perekaman]
    mutasi: Sequence[Mutasi]
    galat: Sequence[Galat]


def read_rest(
    penduduk: BarisBernomor,
    undangan: BarisBernomor,
    perekaman: BarisBernomor,
    pindah: BarisBernomor,
    meninggal: BarisBernomor,
    on: date,
) -> BarisSisa:
    """The rows of the rest, read by the core."""
    p, g1 = read_penduduk(penduduk[1], on=on, baris=penduduk[0])
    u, g2 = read_undangan(undangan[1], on=on, baris=undangan[0])
    r, g3 = read_perekaman(perekaman[1], on=on, baris=perekaman[0])
    k, g4 = read_pindah(pindah[1], on=on, baris=pindah[0])
    m, g5 = read_meninggal(meninggal[1], on=on, baris=meninggal[0])
    return BarisSisa(p, u, r, [*k, *m], [*g1, *g2, *g3, *g4, *g5])


class Sisa:
    """The people of the rest: known first, and decided when the shown name of each desa is known."""

    def __init__(self, baris: BarisSisa, wilayah: Sequence[Lingkungan] | None, on: date) -> None:
        self._baris = baris
        self._wilayah = wilayah
        self._on = on
        self._kenalan = Kenalan.of(baris.penduduk, baris.undangan, baris.perekaman, baris.mutasi)

    def count_desa_of_papers(self) -> Counter[str]:
        """How often each desa is written on the papers that led to somebody."""
        return Counter(s.undangan.desa for s in self._kenalan.surat)

    def count_desa_of_lost_digits(self) -> Counter[str]:
        """The same for residents whose NIK has lost a digit, all of whom are here."""
        return Counter(p.desa for p in self._baris.penduduk if p.nik.endswith(HILANG))

    def decide(self, desa: NamaDesa) -> Hasil:
        """The core's whole answer for the rest."""
        galat: Iterable[Galat] = [*self._baris.galat, *self._kenalan.galat]
        kembali = LembarKembali(self._kenalan, ())
        jalan = Jalannya(self._kenalan.register, self._kenalan, self._wilayah, self._on, kembali, desa)
        return jalan.finish(self._baris.penduduk, {}, list(galat), None, len(self._wilayah or ()))
