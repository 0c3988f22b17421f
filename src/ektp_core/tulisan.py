"""How dates and counts are shown to an officer, and the characters in a text that nobody sees.

Only writing; reading dates is in `tanggal`.
"""

import re
from datetime import date

TAK_TERLIHAT = "\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff"
"""Characters without a shape, as the inside of a regular expression's class."""

_TAK_TERLIHAT = re.compile(f"[{TAK_TERLIHAT}]")


def strip_invisible(teks: str) -> str:
    """The text without the characters that nobody sees (soft hyphens, zero-width marks, direction marks).

    >>> strip_invisible("Ja\\u200bten")
    'Jaten'
    """
    return teks if teks.isascii() else _TAK_TERLIHAT.sub("", teks)


def show_date(tanggal: date | None, tertulis: str = "") -> str:
    """A date as an officer writes it, or what was written instead.

    >>> show_date(date(2012, 8, 28)), show_date(None, "akhir 2011")
    ('28-08-2012', 'akhir 2011')
    """
    return tanggal.strftime("%d-%m-%Y") if tanggal else tertulis


def show_count(jumlah: int) -> str:
    """A count with dots between thousands.

    >>> show_count(55_865)
    '55.865'
    """
    return f"{jumlah:,}".replace(",", ".")
