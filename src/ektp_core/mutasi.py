"""Deaths and moves as the registers of civil events write them.

An event without a readable date is kept with `tanggal` None: what that means is decided at the reference date.
"""

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


def read_arah(teks: str) -> Arah:
    """The direction written in a cell: outward unless it says DATANG (or MASUK).

    >>> read_arah("pindah datang").value
    'DATANG'
    """
    besar = teks.upper()
    return Arah.DATANG if "DATANG" in besar or "MASUK" in besar else Arah.KELUAR


@frozen
class Pindah:
    """One move (sheet `PINDAH`); `tanggal_tertulis` holds the written date only when it could not be read.

    >>> Pindah(nik="3313110101800001", tanggal=date(2012, 8, 1)).arah.value
    'KELUAR'
    """

    nik: str = field(converter=require_nik)
    tanggal: date | None = None
    arah: Arah = Arah.KELUAR
    baris: int = 0
    tanggal_tertulis: str = ""


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
