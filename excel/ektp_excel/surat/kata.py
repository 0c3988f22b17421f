"""Numbers, dates and hours as a letter spells them; the words come from the num2words package."""

import re
from datetime import date, time

from num2words import num2words

from ektp_excel.buku.tulisan import BULAN, show_date

HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")
# num2words says "satu juta satu ribu"; one thousand is "seribu" wherever it stands.
_SATU_RIBU = re.compile(r"(^|juta |miliar |triliun )satu ribu")


def spell(jumlah: int) -> str:
    """A count in words.

    >>> spell(4412), spell(1000), spell(111), spell(0)
    ('empat ribu empat ratus dua belas', 'seribu', 'seratus sebelas', 'nol')
    """
    return _SATU_RIBU.sub(r"\1seribu", num2words(jumlah, lang="id"))


def spell_date(tanggal: date) -> str:
    """A date as the opening of a berita acara has it.

    >>> spell_date(date(2012, 8, 28))
    'Selasa tanggal dua puluh delapan bulan Agustus tahun dua ribu dua belas'
    """
    hari, bulan = HARI[tanggal.weekday()], BULAN[tanggal.month - 1]
    return f"{hari} tanggal {spell(tanggal.day)} bulan {bulan} tahun {spell(tanggal.year)}"


def show_day(tanggal: date) -> str:
    """A date with its day of the week.

    >>> show_day(date(2012, 9, 3))
    'Senin, 3 September 2012'
    """
    return f"{HARI[tanggal.weekday()]}, {show_date(tanggal)}"


def show_hour(jam: time) -> str:
    """An hour as an office writes it.

    >>> show_hour(time(8))
    '08.00'
    """
    return f"{jam:%H.%M}"
