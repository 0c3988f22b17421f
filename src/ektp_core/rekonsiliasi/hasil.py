"""The shapes of a reconciliation's result: what the sheets, the summary and the JSON are written from.

Nothing is decided here; every figure is counted by the modules beside this one.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from enum import StrEnum

from attrs import field, frozen

from ektp_core.cakupan import Cakupan, Rasio
from ektp_core.dugaan import DugaanDobel
from ektp_core.galat import Galat
from ektp_core.kategori import Kategori
from ektp_core.kembalian import Kembalian
from ektp_core.keputusan import KeputusanUndangan
from ektp_core.nik import mask_text
from ektp_core.penduduk import Penduduk


@frozen
class AngkaWajib:
    """The people who must hold an e-KTP, by each way of counting; `pagu` is None when no quota was given."""

    pagu: int | None
    daftar: int
    neto: int
    belum_pasti: int
    belum_diketahui: int


@frozen
class RekapDesa:
    """One desa (as shown): people wajib (neto), recorded, and not yet."""

    desa: str
    wajib: int
    terekam: int
    belum: int

    @property
    def cakupan(self) -> Rasio:
        """Recorded over wajib of this desa."""
        return Rasio(self.terekam, self.wajib)


@frozen
class Neraca:
    """One identity that must hold: two figures counted in two ways."""

    nama: str
    kiri: int
    kanan: int

    @property
    def seimbang(self) -> bool:
        """Whether both sides are equal."""
        return self.kiri == self.kanan


@frozen
class PerluDilihat:
    """A contradiction or an open question, with both sides, for a person to look at."""

    jenis: str
    nik: str
    nama: str
    desa: str
    kiri: str
    kanan: str
    aturan: str
    saran: str


@frozen
class BelumTerekam:
    """A person of the base who is not recorded; `keputusan` is that of the kept invitation, None when never invited.

    `nik` and `desa` are as lists show them; the rest is in `penduduk`, the fullest row of the register. `catatan` is
    what the desa wrote of the person, on invitations and on sweep lists that came back.
    """

    penduduk: Penduduk
    nik: str
    desa: str
    keputusan: KeputusanUndangan | None
    catatan: tuple[str, ...] = ()


class NasibKembalian(StrEnum):
    """What became of one row of a returned sweep list."""

    CATATAN = "DIPAKAI SEBAGAI CATATAN"
    DATANG = "SUDAH DATANG"
    RAGU = "MERAGUKAN, TIDAK DIPAKAI"
    NAMA_BEDA = "NAMA ORANG LAIN, TIDAK DIPAKAI"
    TIDAK_DIKENAL = "NIK TIDAK DIKENAL"
    KOSONG = "BELUM DITANDAI"

    __hash__ = str.__hash__


@frozen
class KembalianDibaca:
    """One row of a returned sweep list, whose it is, and what became of it.

    `nik`, `nama` and `desa` are the person's as lists show them; `aturan` is the rule that decided, `baris_lain` where
    else a returned list speaks of the person.
    """

    kembalian: Kembalian
    nasib: NasibKembalian
    nik: str
    nama: str
    desa: str
    aturan: str
    baris_lain: str = ""


@frozen
class TerekamLuarDasar:
    """A recording, on or before the reference date, of somebody who is not in the base, and why."""

    nik: str
    tanggal: date
    status: str
    sebab: str


def _mask_all(semua: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(mask_text, semua))


@frozen
class Hasil:
    """Everything that a reconciliation says at its reference date `on`.

    `dibaca` counts the rows read per sheet; `galat` lists the rows that could not be used; `keputusan` has one entry
    per usable invitation in the order read; `perekaman_harian` gives the people newly recorded per day; `pesan` are
    sentences for the summary, the most urgent first, masked, as they name places as written; `kembalian` has the rows of
    returned sweep lists as read; `cara_dugaan` says how `dugaan` was found.

    >>> from ektp_core import Penduduk, reconcile
    >>> h = reconcile(penduduk=[Penduduk("3313110101800001", tanggal_lahir=date(1980, 1, 1))], undangan=[], on=date(2012, 8, 28))
    >>> h.wajib.neto, h.belum_terekam, len(h.tercecer)
    (1, 1, 1)
    """

    on: date
    dibaca: Mapping[str, int]
    galat: tuple[Galat, ...]
    keputusan: tuple[KeputusanUndangan, ...]
    wajib: AngkaWajib
    terekam: int
    cakupan: Cakupan
    desa: tuple[RekapDesa, ...]
    belum: tuple[BelumTerekam, ...]
    luar_dasar: tuple[TerekamLuarDasar, ...]
    dugaan: tuple[DugaanDobel, ...]
    perlu_dilihat: tuple[PerluDilihat, ...]
    neraca: tuple[Neraca, ...]
    perekaman_harian: tuple[tuple[date, int], ...]
    pesan: tuple[str, ...] = field(default=(), converter=_mask_all)
    kembalian: tuple[KembalianDibaca, ...] = ()
    cara_dugaan: str = "menurut aturan"
    kategori: Mapping[Kategori, int] = field(init=False, repr=False)

    @kategori.default
    def _count_categories(self) -> Mapping[Kategori, int]:
        jumlah = Counter(k.kategori for k in self.keputusan)
        jumlah[Kategori.GALAT] = self.galat_per_lembar.get("UNDANGAN", 0)
        return {k: jumlah[k] for k in Kategori}

    @property
    def galat_per_lembar(self) -> dict[str, int]:
        """The rows that could not be used, per sheet that was read."""
        jumlah = Counter(g.lembar for g in self.galat)
        return {lembar: jumlah[lembar] for lembar in {**self.dibaca, **jumlah}}

    @property
    def belum_terekam(self) -> int:
        """People of the base who are not recorded."""
        return len(self.belum)

    @property
    def tercecer(self) -> tuple[BelumTerekam, ...]:
        """People of the base who are not recorded and were never invited."""
        return tuple(b for b in self.belum if b.keputusan is None)

    @property
    def diperbaiki(self) -> int:
        """Invitations whose NIK was repaired or whose person was found by name and birth date."""
        return sum(k.diperbaiki for k in self.keputusan)
