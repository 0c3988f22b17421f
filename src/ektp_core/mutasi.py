"""Deaths and moves as the registers of civil events write them.

An event without a readable date is kept with `tanggal` None: what that means is decided at the reference date.
"""

import re
from datetime import date
from enum import StrEnum

from attrs import field, frozen

from ektp_core.nik import require_nik

LEMBAR_PINDAH = "PINDAH"
LEMBAR_MENINGGAL = "MENINGGAL"


class Arah(StrEnum):
    """The direction of a move; on one day DATANG stands after KELUAR.

    >>> read_arah("Datang dari luar").value, read_arah("").value
    ('DATANG', 'KELUAR')
    """

    KELUAR = "KELUAR"
    DATANG = "DATANG"


_KATA = re.compile(r"[^A-Z]+")
_DATANG = frozenset("DATANG DTG DTNG DTANG MASUK MSK KEMBALI D IN KEDATANGAN PENDATANG PINDAHAN".split())
_KELUAR = frozenset("KELUAR KLR PINDAH PERGI K OUT KE LUAR".split())
_INGKAR = frozenset("TIDAK TDK BELUM BLM BUKAN BATAL".split())


def read_arah(teks: str) -> Arah:
    """The direction written in a cell: outward unless it says DATANG (or an abbreviation of it, MASUK, KEMBALI).

    >>> read_arah("pindah datang").value, read_arah("Dtg.").value, read_arah("tidak datang").value
    ('DATANG', 'DATANG', 'KELUAR')
    """
    kata = set(_KATA.split(teks.upper()))
    return Arah.DATANG if kata & _DATANG and not kata & _INGKAR else Arah.KELUAR


def is_clear_arah(teks: str) -> bool:
    """Whether the cell is blank or says a direction in words that are known, without a negation.

    >>> is_clear_arah(""), is_clear_arah("keluar"), is_clear_arah("batal"), is_clear_arah("?")
    (True, True, False, False)
    """
    kata = set(_KATA.split(teks.upper())) - {""}
    return not teks or (bool(kata & (_DATANG | _KELUAR)) and not kata & _INGKAR)


@frozen
class Pindah:
    """One move (sheet `PINDAH`); `tanggal_tertulis` holds the written date only when it could not be read.

    `arah_tertulis` holds the written direction only when it is no known word.

    >>> Pindah(nik="3313110101800001", tanggal=date(2012, 8, 1)).arah.value
    'KELUAR'
    """

    nik: str = field(converter=require_nik)
    tanggal: date | None = None
    arah: Arah = Arah.KELUAR
    baris: int = 0
    tanggal_tertulis: str = ""
    arah_tertulis: str = ""


@frozen
class Meninggal:
    """One death (sheet `MENINGGAL`); `tanggal_tertulis` holds the written date only when it could not be read.

    >>> Meninggal(nik="3313110101800001", tanggal=date(2012, 8, 1)).baris
    0
    """

    nik: str = field(converter=require_nik)
    tanggal: date | None = None
    baris: int = 0
    tanggal_tertulis: str = ""


Mutasi = Pindah | Meninggal
"""A civil event that takes somebody out of, or into, the register."""
