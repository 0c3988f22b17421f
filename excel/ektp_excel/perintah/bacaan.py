"""The words of a call that mean a date, a number, or several of them; what cannot be read is told in a few words."""

import argparse
import re
from datetime import date, time, timedelta

from attrs import frozen

from ektp_core.galat import EktpError
from ektp_core.tanggal import read_date

_RIBUAN = re.compile(r"\d{1,3}(?:[.\u00a0 ]\d{3})+|\d+", re.ASCII)
_JAM = re.compile(r"(\d{1,2})(?:[.:](\d\d))?", re.ASCII)
_HARI_TERBANYAK = 366


def read_per(teks: str) -> date:
    """A date of a call: ISO or day first, never two-digit years, never a serial number.

    >>> read_per("2012-08-28") == read_per("28-08-2012") == read_per("28 Agustus 2012")
    True
    """
    sebab = ""
    try:
        tanggal = None if teks.strip().isdigit() and len(teks.strip()) != 8 else read_date(teks)
    except EktpError as e:
        tanggal, sebab = None, f" ({e})"
    if tanggal is None:
        raise argparse.ArgumentTypeError(f"{teks!r} bukan tanggal{sebab}; tulis misalnya 2012-08-28")
    return tanggal


def read_pagu(teks: str) -> int:
    """A number of people, with or without dots between thousands.

    >>> read_pagu("55.865"), read_pagu("55865")
    (55865, 55865)
    """
    if not _RIBUAN.fullmatch(teks.strip()) or len(teks) > 15:
        raise argparse.ArgumentTypeError(f"{teks[:20]!r} bukan jumlah orang; tulis misalnya 55865 atau 55.865")
    return int(re.sub(r"\D", "", teks))


def read_laju(teks: str) -> tuple[int, ...]:
    """Several paces, with commas or semicolons between them.

    >>> read_laju("20,200, 700")
    (20, 200, 700)
    """
    laju = tuple(read_pagu(satu) for satu in re.split("[,;]", teks) if satu.strip())
    if not laju or 0 in laju:
        raise argparse.ArgumentTypeError(f"{teks[:30]!r} bukan daftar laju; tulis misalnya 20,200,700")
    return laju


def read_hari(teks: str) -> frozenset[date]:
    """Days and spans of days, with commas between them.

    >>> sorted(h.day for h in read_hari("2012-09-02, 2012-09-08..2012-09-10"))
    [2, 8, 9, 10]
    """
    return frozenset(
        awal + timedelta(days=i)
        for satu in re.split("[,;]", teks)
        if satu.strip()
        for awal, akhir in (_read_span(satu),)
        for i in range((akhir - awal).days + 1)
    )


@frozen
class Malam:
    """Evenings from one day to another, and how many people each takes."""

    awal: date
    akhir: date
    orang: int


def read_malam(teks: str) -> tuple[Malam, ...]:
    """Evenings: a day or a span of days, and the people of each evening.

    >>> read_malam("2012-09-03..2012-09-08=60")[0].orang
    60
    """
    hari, sama, orang = teks.partition("=")
    if not sama:
        raise argparse.ArgumentTypeError(f"{teks[:30]!r} tanpa jumlah orang; tulis misalnya 2012-09-03=60")
    banyak = read_pagu(orang)
    return tuple(Malam(*_read_span(satu), banyak) for satu in re.split("[,;]", hari) if satu.strip())


def read_sesi(teks: str) -> tuple[time, ...]:
    """The hours at which sessions begin, in order, each once.

    >>> [f"{j:%H.%M}" for j in read_sesi("13.00, 8:30,08.30")]
    ['08.30', '13.00']
    """
    jam = set()
    for satu in teks.split(","):
        cocok = _JAM.fullmatch(satu.strip())
        if not cocok or int(cocok[1]) > 23 or int(cocok[2] or 0) > 59:
            raise argparse.ArgumentTypeError(f"{satu.strip()[:20]!r} bukan jam; tulis misalnya 08.00,10.00")
        jam.add(time(int(cocok[1]), int(cocok[2] or 0)))
    return tuple(sorted(jam))


def read_benih(teks: str) -> int:
    """A seed: a whole number of at most nine digits."""
    if not re.fullmatch(r"\d{1,9}", teks.strip(), re.ASCII):
        raise argparse.ArgumentTypeError(f"{teks[:20]!r} bukan benih; tulis bilangan bulat, misalnya 2012")
    return int(teks)


def _read_span(teks: str) -> tuple[date, date]:
    mulai, sampai, selesai = teks.partition("..")
    awal = read_per(mulai)
    akhir = read_per(selesai) if sampai else awal
    if not 0 <= (akhir - awal).days < _HARI_TERBANYAK:
        raise argparse.ArgumentTypeError(
            f"{mulai.strip()} sampai {selesai.strip()}: hari terakhir sebelum yang pertama, atau lebih dari setahun"
        )
    return awal, akhir
