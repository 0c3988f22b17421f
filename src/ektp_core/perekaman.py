"""A recording at the desk, and the SIAK status words in the order of the chain.

A status word tells how far a recording has come; recorded, proved single, printed and issued are four counts.
"""

import re
from datetime import date
from functools import lru_cache

from attrs import field, frozen

from ektp_core.nik import require_nik

LEMBAR = "PEREKAMAN"

_RANTAI = (
    ("UNREGISTERED",),
    ("ENROLL_FAILURE_AT_CENTRAL", "ENROLL_FAILURE_AT_REGIONAL", "SEARCH_FAILURE_AT_CENTRAL"),
    ("BIO_CAPTURED", ""),
    ("PROCESSING",),
    ("SENT_FOR_ENROLLMENT",),
    ("RECEIVED_AT_CENTRAL",),
    ("ADJUDICATE_RECORD", "ADJUDICATE_IN_PROCESS"),
    ("DUPLICATE_RECORD",),
    ("PRINT_READY_RECORD",),
    ("SENT_FOR_CARD_PRINTING",),
    ("CARD_PRINTED",),
    ("CARD_SHIPPED",),
    ("CARD_ISSUED",),
)
_PERINGKAT = {kata: i for i, setara in enumerate(_RANTAI) for kata in setara}
_GAGAL = _PERINGKAT["ENROLL_FAILURE_AT_CENTRAL"]
_TANPA_KATA = _PERINGKAT[""]
_PERIKSA = frozenset((_PERINGKAT["DUPLICATE_RECORD"], _PERINGKAT["ADJUDICATE_RECORD"]))
_SINGKATAN = {
    "PRR": "PRINT_READY_RECORD",
    "SFE": "SENT_FOR_ENROLLMENT",
    "SENT_FOR_ENROLMENT": "SENT_FOR_ENROLLMENT",
    "BIOCAPTURED": "BIO_CAPTURED",
    "BIO_CAPTURE": "BIO_CAPTURED",
    "DUPLICATE": "DUPLICATE_RECORD",
    "ADJUDICATE": "ADJUDICATE_RECORD",
}
_BUKAN_KATA = re.compile(r"[^A-Z0-9]+")


def read_status(teks: str) -> str:
    """The status word in its standard spelling; an unknown word is kept in capitals.

    >>> read_status("Print ready record"), read_status("prr"), read_status("-"), read_status("selesai")
    ('PRINT_READY_RECORD', 'PRINT_READY_RECORD', '', 'SELESAI')
    """
    return teks if teks in _PERINGKAT else _read_word(teks)


@lru_cache(maxsize=4096)
def _read_word(teks: str) -> str:
    kata = _BUKAN_KATA.sub("_", teks.upper()).strip("_")
    return _SINGKATAN.get(kata, kata)


_BIASA = frozenset(kata for kata, i in _PERINGKAT.items() if i > _GAGAL and i not in _PERIKSA)
"""Status words that count as recorded and ask for nothing."""


def _rank(status: str) -> int:
    peringkat = _PERINGKAT.get(status)
    if peringkat is None:
        if "FAILURE" in status:
            return _GAGAL
        return _PERINGKAT["ADJUDICATE_RECORD"] if status.startswith("ADJUDICATE_") else _TANPA_KATA
    return peringkat


@frozen
class Perekaman:
    """One recording (sheet `PEREKAMAN`); an empty `status` counts as recorded.

    `biasa`: the status counts as recorded and asks for nothing.

    >>> Perekaman(nik="3313110101800001", tanggal=date(2012, 8, 1), status="prr").status
    'PRINT_READY_RECORD'
    """

    nik: str = field(converter=require_nik)
    tanggal: date
    status: str = field(default="", converter=read_status)
    tempat: str = ""
    baris: int = 0
    biasa: bool = field(init=False, eq=False, repr=False)

    @biasa.default
    def _is_plain(self) -> bool:
        return self.status in _BIASA

    @property
    def peringkat(self) -> int:
        """How far along the chain the status word stands; an unknown word stands with no word."""
        return _rank(self.status)

    @property
    def berhasil(self) -> bool:
        """Whether the status counts as recorded: any but UNREGISTERED and the FAILURE words."""
        return self.biasa or _rank(self.status) > _GAGAL

    @property
    def perlu_periksa(self) -> bool:
        """Whether the status counts but must be looked at: DUPLICATE_RECORD and ADJUDICATE_*."""
        return _rank(self.status) in _PERIKSA

    @property
    def dikenal(self) -> bool:
        """Whether the status word is one of the chain."""
        return self.status in _PERINGKAT or _rank(self.status) != _TANPA_KATA
