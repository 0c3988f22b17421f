"""The same person twice (being written)."""

from attrs import frozen

from ektp_core.keputusan import Bukti


@frozen
class DugaanDobel:
    """Two people of whom weak evidence says that they may be one; for a person to decide, never merged.

    `kekuatan` is a word: SEDANG (same name, birth date and sex) or LEMAH; `bukti` has one entry a field that agrees.
    """

    nik_a: str
    nama_a: str
    nik_b: str
    nama_b: str
    kekuatan: str
    bukti: tuple[Bukti, ...]
