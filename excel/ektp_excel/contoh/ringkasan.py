"""The truth about an example workbook, by construction: the figures that a right reconciliation must give."""

from collections.abc import Mapping
from datetime import date

from attrs import frozen

KATEGORI = (
    "SAH", "DOBEL", "MENINGGAL", "PINDAH", "TIDAK_TERDAFTAR", "BUKAN_WAJIB", "ALAMAT_TIDAK_DIKETAHUI", "GALAT",
)  # fmt: skip


@frozen
class DesaContoh:
    """One desa's share of the base."""

    desa: str
    wajib: int
    terekam: int
    belum: int


@frozen
class RingkasanContoh:
    """What `ektp rekon` must find in the example at the reference date, under the names of its JSON."""

    per_tanggal: date
    pagu: int
    dibaca: Mapping[str, int]
    galat: Mapping[str, int]
    undangan: Mapping[str, int]
    daftar: int
    neto: int
    belum_pasti: int
    belum_diketahui: int
    terekam: int
    belum_terekam: int
    tercecer: int
    cakupan: Mapping[str, str]
    desa: tuple[DesaContoh, ...]
    diperbaiki: int
    dugaan_dobel: int

    @property
    def kembali(self) -> int:
        """The invitations that go back to Disdukcapil: those of the four kinds."""
        return sum(self.undangan[k] for k in ("dobel", "meninggal", "pindah", "alamat_tidak_diketahui"))


def to_persen(terekam: int, wajib: int) -> str:
    """The percentage with two decimals, rounded half up, as the JSON writes it."""
    seperseratus = (terekam * 20_000 + wajib) // (2 * wajib)
    return f"{seperseratus // 100}.{seperseratus % 100:02d}"
