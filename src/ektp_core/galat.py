"""Errors with their place: the exceptions of the library, and `Galat`, a row that could not be used.

A `Galat` never stops a run: it is kept and listed. An `EktpError` stops a call and says in one line where, what
value, and what was expected. Neither shows a full NIK: the value is masked by whoever builds it.
"""

from attrs import frozen


class EktpError(ValueError):
    """A call or a value that cannot be used; its text is one Indonesian line for the officer.

    >>> str(EktpError("sel B7: isi tidak terbaca"))
    'sel B7: isi tidak terbaca'
    """


class TanggalGalat(EktpError):
    """A date that cannot be read or is not allowed; the text gives the reason.

    >>> isinstance(TanggalGalat("tanggal tidak ada di kalender"), EktpError)
    True
    """


class NikGalat(EktpError):
    """A number that is not a NIK; the text gives the reason and never the number.

    >>> isinstance(NikGalat("NIK harus 16 angka"), EktpError)
    True
    """


BARIS_JUMLAH = "baris data; ini baris jumlah"
"""What was expected where a totals row stands."""


@frozen
class Galat:
    """A row that was read but could not be used, with its place and what was expected.

    `lembar` is the sheet, `baris` the row number that the spreadsheet shows, `kolom` the canonical column, `nilai` the
    value as written with any NIK masked, `harusnya` what was expected, `usul` a proposal or empty.

    >>> print(Galat(lembar="UNDANGAN", baris=7, kolom="NIK", nilai="12", harusnya="NIK 16 angka"))
    UNDANGAN baris 7 kolom NIK: '12', seharusnya NIK 16 angka
    """

    lembar: str
    baris: int
    kolom: str
    nilai: str
    harusnya: str
    usul: str = ""

    def __str__(self) -> str:
        return f"{self.lembar} baris {self.baris} kolom {self.kolom}: {self.nilai!r}, seharusnya {self.harusnya}"
