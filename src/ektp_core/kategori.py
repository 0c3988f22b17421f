"""The categories in which an invitation ends, in the order in which they are tried."""

from enum import StrEnum


class Kategori(StrEnum):
    """Where an invitation ends; the members stand in the order of the decision table.

    >>> [k.value for k in Kategori][:3]
    ['GALAT', 'DOBEL', 'MENINGGAL']
    """

    GALAT = "GALAT"
    DOBEL = "DOBEL"
    MENINGGAL = "MENINGGAL"
    PINDAH = "PINDAH"
    TIDAK_TERDAFTAR = "TIDAK_TERDAFTAR"
    BUKAN_WAJIB = "BUKAN_WAJIB"
    ALAMAT_TIDAK_DIKETAHUI = "ALAMAT_TIDAK_DIKETAHUI"
    SAH = "SAH"

    # A member equals its text, and hashing it as such is many times faster than as a member of an enum.
    __hash__ = str.__hash__


KEMBALI = (Kategori.MENINGGAL, Kategori.PINDAH, Kategori.DOBEL, Kategori.ALAMAT_TIDAK_DIKETAHUI)
"""The categories whose paper goes back to Disdukcapil, in the order of the letter."""
