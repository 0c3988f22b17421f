"""One cell value as a host hands it over -> a date, a count, a NIK; or `EktpError` with a reason short enough for a cell.

Hosts give dates as dates, datetimes or serials, numbers as floats, error cells as their text, blanks as None or "".
"""

import re
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from ektp_core.galat import EktpError, TanggalGalat
from ektp_core.masukan import clean_text
from ektp_core.nik import HILANG, clean_nik, mask_text, require_nik
from ektp_core.tanggal import from_serial, make_date, read_date

GALAT = "GALAT"
_TERPANJANG = 120
_SEL_GALAT = re.compile(r"#(?:N/A|[A-Z0-9/_]+[!?]|GETTING_DATA)")
_RIBUAN = re.compile(r"-?\d{1,3}(?:\.\d{3})+", re.ASCII)
_BULAT = re.compile(r"-?\d+(?:[.,]0+)?", re.ASCII)
_BIASA = frozenset((str, int, float, date, datetime, type(None)))


def show_galat(sebab: object) -> str:
    """The text that a cell shows for what could not be answered; a GALAT that came in goes out as it is.

    >>> show_galat(EktpError("NIK kosong")), show_galat("GALAT: NIK kosong")
    ('GALAT: NIK kosong', 'GALAT: NIK kosong')
    """
    teks = mask_text(" ".join(str(sebab).split()))
    if not teks.startswith(GALAT):
        teks = f"{GALAT}: {teks}"
    return teks if len(teks) <= _TERPANJANG else teks[: _TERPANJANG - 2].rstrip() + " …"


def is_galat(nilai: object) -> bool:
    """Whether a cell holds the GALAT text of another function.

    >>> is_galat("GALAT: NIK kosong"), is_galat("galatia")
    (True, False)
    """
    return isinstance(nilai, str) and nilai.startswith(f"{GALAT}:")


def is_error_cell(nilai: object) -> bool:
    """Whether a text is what a cell shows when its formula has failed.

    >>> is_error_cell("#N/A"), is_error_cell("#DIV/0!"), is_error_cell("# 12")
    (True, True, False)
    """
    return isinstance(nilai, str) and nilai[:1] == "#" and _SEL_GALAT.fullmatch(nilai) is not None


def is_blank(nilai: object) -> bool:
    """Whether a cell says nothing: blank, spaces, or dashes alone.

    >>> is_blank(None), is_blank(" - "), is_blank(0)
    (True, True, False)
    """
    return nilai is None or (isinstance(nilai, str) and not clean_text(nilai))


def refuse(nilai: object) -> None:
    """Raise `EktpError` for an error cell, and for the GALAT text of another function."""
    if isinstance(nilai, str):
        # Nearly every text fails here, at the least cost.
        if nilai[:1] == "#" and is_error_cell(nilai):
            raise EktpError(f"sel berisi {nilai}")
        if nilai[:1] == GALAT[0] and is_galat(nilai):
            raise EktpError(nilai)
    elif nilai != nilai:
        raise EktpError("sel berisi galat")


def tidy(kolom: Sequence[object]) -> Sequence[object]:
    """The values with only plain types among them: TRUE is a text, so that it is never taken for the number 1."""
    return kolom if _BIASA.issuperset(map(type, kolom)) else [_plain(v) for v in kolom]


def _plain(nilai: object) -> object:
    if isinstance(nilai, bool):
        return "TRUE" if nilai else "FALSE"
    if isinstance(nilai, Decimal):
        return float(nilai)
    return nilai if isinstance(nilai, str | int | float | date | None) else str(nilai)


def read_tanggal(nilai: object, *, sistem_1904: bool, latest: date | None = None) -> date | None:
    """The date of a cell, None for blank; `TanggalGalat` with the reason otherwise.

    `latest` is the latest date that a two-digit year may mean; without it such a year is refused.
    """
    if isinstance(nilai, float):
        # A number cell is never whole for a host: eight digits are a date written as a number, as they are in text.
        if not (nilai >= 10_000_000 and nilai.is_integer()):
            return from_serial(nilai, sistem_1904=sistem_1904)
        nilai = int(nilai)
    tanggal = read_date(nilai, latest=latest, sistem_1904=sistem_1904)
    return make_date(tanggal.year, tanggal.month, tanggal.day) if isinstance(nilai, date) and tanggal else tanggal


def require_tanggal(nilai: object, nama: str, *, sistem_1904: bool, latest: date | None = None) -> date:
    """As `read_tanggal`, but a blank is refused too; the message says which argument it was."""
    try:
        tanggal = read_tanggal(nilai, sistem_1904=sistem_1904, latest=latest)
    except TanggalGalat as e:
        raise TanggalGalat(f"{nama}: {e}") from None
    if tanggal is None:
        raise TanggalGalat(f"isi {nama}")
    return tanggal


def require_per(nilai: object, *, sistem_1904: bool) -> date:
    """The reference date, which is never taken from a clock."""
    return require_tanggal(nilai, "tanggal acuan (per)", sistem_1904=sistem_1904)


def require_count(nilai: object, nama: str) -> int:
    """A whole number of people or days, not negative; texts such as `55.865` count too.

    >>> require_count("55.865", "wajib"), require_count(28.0, "hari")
    (55865, 28)
    """
    if is_blank(nilai):
        raise EktpError(f"isi {nama}")
    hasil: int | None = None
    if isinstance(nilai, str):
        teks = clean_text(nilai)
        if _RIBUAN.fullmatch(teks):
            hasil = int(teks.replace(".", ""))
        elif _BULAT.fullmatch(teks):
            hasil = int(re.split("[.,]", teks)[0])
    elif isinstance(nilai, int) or (isinstance(nilai, float) and nilai.is_integer()):
        hasil = int(nilai)
    if hasil is None or hasil < 0:
        raise EktpError(f"{nama} harus bilangan bulat, 0 atau lebih")
    return hasil


def require_decimal(nilai: object, nama: str) -> Decimal:
    """A number, also one written as text with a decimal comma: `92,10`, `1.234,5`.

    >>> require_decimal("1.234,5", "laju"), require_decimal(157.5, "laju")
    (Decimal('1234.5'), Decimal('157.5'))
    """
    if is_blank(nilai):
        raise EktpError(f"isi {nama}")
    if isinstance(nilai, int | float):
        # Fifteen digits are what a spreadsheet keeps; the rest is noise of the binary form.
        return Decimal(f"{nilai:.15g}")
    teks = clean_text(nilai).replace(" ", "")
    if "," in teks:
        teks = teks.replace(".", "").replace(",", ".")
    elif _RIBUAN.fullmatch(teks):
        teks = teks.replace(".", "")
    if not re.fullmatch(r"-?\d+(?:\.\d+)?", teks, re.ASCII):
        raise EktpError(f"{nama} harus angka")
    return Decimal(teks)


def require_whole_nik(nilai: object) -> str:
    """The 16 digits of a NIK; a NIK that is a number has lost its last digit, and is refused (rule NIK-03)."""
    if isinstance(nilai, str) and len(nilai) == 16 and nilai.isascii() and nilai.isdigit():
        return nilai
    nik = require_nik(clean_nik(nilai) or nilai)
    if nik.endswith(HILANG):
        raise EktpError("NIK berupa angka, angka ke-16 hilang; impor sebagai teks")
    return nik
