"""Parts of an address as sheets write them: RT and RW as text or number, desa in any case and with its prefix.

The result is a key for comparison; what is shown to people is the written form. No register of places is here.
"""

import re
from collections.abc import Iterable
from functools import cached_property, lru_cache
from itertools import product

from attrs import field, frozen

from ektp_core.tulisan import strip_invisible

LEMBAR = "WILAYAH"

_AWALAN_DESA = re.compile(r"^(?:(?:DESA|DS|KELURAHAN|KEL)\b[\s./:-]*)+", re.IGNORECASE)
_BUKAN_ALNUM = re.compile(r"[\W_]+")
_BUKAN_NOMOR = re.compile(r"[^0-9A-Z]+")
_EKOR_DESIMAL = re.compile(r"(?<=\d)[.,]0+$")
_ROMAWI = dict(zip("I II III IV V VI VII VIII IX X XI XII XIII XIV XV".split(), map(str, range(1, 16)), strict=True))
_TANPA_NOMOR = frozenset("NIHIL X XX XXX TIDAKADA NA".split())
_AWALAN_NOMOR = re.compile(r"^(?:RUKUNTETANGGA|RUKUNWARGA|NOMOR|NO|RT|RW|0)+")


@lru_cache(maxsize=4096)
def normalize_desa(teks: str) -> str:
    """The key of a desa or kelurahan: upper case, without prefix, punctuation and doubled spaces; empty for blank.

    >>> normalize_desa(" Desa  Jaten "), normalize_desa("KEL. JATEN"), normalize_desa("-")
    ('JATEN', 'JATEN', '')
    """
    return _AWALAN_DESA.sub("", normalize_alamat(teks))


def strip_prefix(teks: str) -> str:
    """A desa as written, without "Desa", "Kel." and the like, and with single spaces.

    >>> strip_prefix("Desa  Jaten"), strip_prefix("KEL. JATEN")
    ('Jaten', 'JATEN')
    """
    return _AWALAN_DESA.sub("", " ".join(strip_invisible(teks).split()))


@lru_cache(maxsize=4096)
def _number_from_text(teks: str) -> str:
    kunci = _BUKAN_NOMOR.sub("", _EKOR_DESIMAL.sub("", strip_invisible(teks).strip()).upper())
    kunci = _AWALAN_NOMOR.sub("", kunci)
    kunci = "" if kunci in _TANPA_NOMOR else _ROMAWI.get(kunci, kunci)
    return kunci.zfill(3) if kunci else ""


def normalize_number(nilai: object) -> str:
    """The key of an RT or RW: three digits or the written mark; empty for blank, 0 and dashes.

    >>> normalize_number(1.0), normalize_number("RT. 01"), normalize_number("012"), normalize_number("000")
    ('001', '001', '012', '')
    """
    if isinstance(nilai, str):
        return _number_from_text(nilai)
    if nilai is None or nilai != nilai:
        return ""
    if isinstance(nilai, float) and nilai.is_integer():
        nilai = int(nilai)
    return _number_from_text(str(nilai))


@lru_cache(maxsize=65536)
def normalize_alamat(teks: str) -> str:
    """The key of a street or hamlet: upper case letters and digits, single spaces; empty for blank.

    >>> normalize_alamat("Jl. Lawu  No.12"), normalize_alamat(" - ")
    ('JL LAWU NO 12', '')
    """
    return " ".join(_BUKAN_ALNUM.sub(" ", strip_invisible(teks).upper()).split())


@frozen
class Lingkungan:
    """A known address: one row of the sheet `WILAYAH`; a blank part leaves that part open.

    >>> Lingkungan("Jaten", rw="001", rt="002").desa
    'Jaten'
    """

    desa: str
    rw: str = field(default="", converter=normalize_number)
    rt: str = field(default="", converter=normalize_number)
    baris: int = 0


class DaftarAlamat:
    """The addresses that exist, asked with the parts that an invitation gives.

    >>> d = DaftarAlamat([Lingkungan("Jaten", "1", "2")])
    >>> d.knows("DESA JATEN", "001", "002"), d.knows("Jaten", "", "002"), d.knows("Jaten", "001", "009")
    (True, True, False)
    """

    def __init__(self, lingkungan: Iterable[Lingkungan]) -> None:
        bentuk = {(normalize_desa(x.desa), x.rw, x.rt) for x in lingkungan}
        self._lengkap = {b for b in bentuk if all(b)}
        self._terbuka = [b for b in bentuk if not all(b)]
        self._ingat: dict[tuple[str, str, str], bool] = {}

    @cached_property
    def _sebagian(self) -> set[tuple[str, ...]]:
        # Eight for each address, and most invitations give a whole one.
        return {t for b in self._lengkap for t in product(*((bagian, "") for bagian in b))}

    def knows(self, desa: str, rw: str, rt: str) -> bool:
        """Whether the given parts (blank = not given) fit a known address; nothing given fits."""
        tertulis = desa, rw, rt
        dikenal = self._ingat.get(tertulis)
        if dikenal is None:
            dikenal = self._ingat[tertulis] = self._look_up((normalize_desa(desa), rw, rt))
        return dikenal

    def _look_up(self, diberi: tuple[str, str, str]) -> bool:
        if diberi in self._lengkap or not any(diberi):
            return True
        if not all(diberi) and diberi in self._sebagian:
            return True
        return any(self._fits(diberi, ada) for ada in self._terbuka)

    @staticmethod
    def _fits(diberi: tuple[str, str, str], ada: tuple[str, str, str]) -> bool:
        return all(not a or not b or a == b for a, b in zip(diberi, ada, strict=True))
