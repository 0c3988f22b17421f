"""The list of what a person must look at: each kind of contradiction with its rule and its advice.

Collects entries; the modules that find a contradiction hand over both sides.
"""

from attrs import frozen

from ektp_core.rekonsiliasi.desa import NamaDesa
from ektp_core.rekonsiliasi.hasil import PerluDilihat


@frozen
class Jenis:
    """A kind of entry: its word, the id of the rule that asks for it, and what to do."""

    kata: str
    aturan: str
    saran: str


class Perhatian:
    """Collects entries of `PERLU DILIHAT`, each once, and gives them in an order that no row order changes."""

    def __init__(self, desa: NamaDesa) -> None:
        self._desa = desa
        self._isi: dict[PerluDilihat, None] = {}

    def add(self, jenis: Jenis, nik: str, nama: str, desa: str, kiri: str, kanan: str) -> None:
        """Enter one contradiction with both sides."""
        entri = PerluDilihat(jenis.kata, nik, nama, self._desa.show(desa), kiri, kanan, jenis.aturan, jenis.saran)
        self._isi[entri] = None

    def count(self, jenis: Jenis) -> int:
        """How many entries of one kind there are."""
        return sum(e.jenis == jenis.kata for e in self._isi)

    def sorted(self) -> tuple[PerluDilihat, ...]:
        """All entries by kind, desa, name and NIK."""
        return tuple(sorted(self._isi, key=lambda e: (e.jenis, e.desa, e.nama, e.nik, e.kiri, e.kanan)))
