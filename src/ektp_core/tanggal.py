"""Dates as people write them: Indonesian texts, ISO, serials of both Excel date systems; and birthdays.

Dates are day-first. A two-digit year needs a latest allowed date, given by the caller: nothing here knows today.
An impossible date is refused with its reason; nothing is guessed.
"""

import re
from datetime import date, datetime, timedelta

from dateutil.relativedelta import relativedelta

from ektp_core.aturan import declare, keputusan_proyek
from ektp_core.galat import TanggalGalat
from ektp_core.tulisan import strip_invisible

TANGGAL_02 = declare(
    "TANGGAL-02",
    "Tanggal dibaca hari, bulan, tahun; yang tidak ada di kalender atau di luar 1850-2200 ditolak, tidak ditebak.",
    keputusan_proyek(
        "3-4-1980 adalah 3 April di setiap kantor di sini; tanggal yang ditebak tidak dapat diperiksa kembali"
    ),
)

USIA_WAJIB = 17
"""Age in years at which a resident must hold an e-KTP (UU 23/2006 and UU 24/2013, art. 63)."""

EPOK_1900 = date(1899, 12, 30)
EPOK_1904 = date(1904, 1, 1)
_TAHUN_TERAWAL, _TAHUN_TERAKHIR = 1850, 2200

_BULAN = {
    nama: nomor
    for nomor, semua in enumerate(
        (
            "januari jan january i",
            "februari feb febr pebruari peb pebr febuari february ii",
            "maret mar mrt march iii",
            "april apr iv",
            "mei may v",
            "juni jun june vi",
            "juli jul july vii",
            "agustus agu ags agt agst agus agust agutus augustus aug august viii",
            "september sep sept ix",
            "oktober okt oct october x",
            "november nov nop nopember xi",
            "desember des dec december xii",
        ),
        start=1,
    )
    for nama in semua.split()
}
_PASARAN = r"(?:\s+(?:legi|pahing|paing|pon|wage|kliwon))?"
_HARI = rf"(?:(?:senin|senen|selasa|rabu|rebo|kamis|jum'? ?at|sabtu|minggu|ahad){_PASARAN}\b[\s,.]*)?"
_GANTI = {ord(h): "-" for h in "\u2010\u2011\u2012\u2013\u2014\u2015\u2212\\_"} | {ord(h): "'" for h in "`´‘’ʼ"}
_HIASAN = re.compile(
    r"^(?:tgl\.?|tanggal)\s*:?\s*|\s*\(\s*\d{1,3}\s*(?:th|thn|tahun)\.?\s*\)$|\s+(?:pukul|jam|pkl)\.?\s*\d{1,2}[.:]\d{2}(?:\s*wib)?$",
    re.IGNORECASE,
)
_WAKTU = r"(?:[T\s,]+\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?(?:\s*(?:WIB|WITA|WIT|Z|AM|PM|[+-]\d{2}:?\d{2}))?)?"
_TERSERING = re.compile(r"(\d\d)([-/])(\d\d)\2(\d{4})", re.ASCII)
_ISO = re.compile(rf"(\d{{4}})\s*([-/.])\s*(\d{{1,2}})\s*\2\s*(\d{{1,2}}){_WAKTU}", re.ASCII | re.IGNORECASE)
_ANGKA = re.compile(
    rf"{_HARI}(\d{{1,2}})\s*[-/. ,]\s*(\d{{1,2}})\s*[-/. ,]\s*'?(\d{{4}}|\d{{2}}){_WAKTU}", re.ASCII | re.IGNORECASE
)
_HURUF = re.compile(
    rf"{_HARI}(\d{{1,2}})\s*[-/., ]?\s*([a-z]+)\.?\s*[-/., ]?\s*'?(\d{{4}}|\d{{2}}){_WAKTU}", re.ASCII | re.IGNORECASE
)


def make_date(tahun: int, bulan: int, hari: int) -> date:
    """The date, or `TanggalGalat` that says which part is impossible.

    >>> make_date(2012, 2, 30)
    Traceback (most recent call last):
    ektp_core.galat.TanggalGalat: tanggal 30 bulan 2 tahun 2012 tidak ada di kalender
    """
    if not 1 <= bulan <= 12:
        raise TanggalGalat(f"bulan {bulan} tidak ada (urutan: tanggal, bulan, tahun)")
    if not _TAHUN_TERAWAL <= tahun <= _TAHUN_TERAKHIR:
        raise TanggalGalat(f"tahun {tahun} di luar {_TAHUN_TERAWAL}-{_TAHUN_TERAKHIR}")
    try:
        return date(tahun, bulan, hari)
    except ValueError:
        raise TanggalGalat(f"tanggal {hari} bulan {bulan} tahun {tahun} tidak ada di kalender") from None


def resolve_two_digit_year(dua: int, bulan: int, hari: int, latest: date) -> int:
    """The latest year that ends in the two digits and puts the date not after `latest`.

    >>> resolve_two_digit_year(45, 8, 17, date(2012, 8, 28)), resolve_two_digit_year(12, 8, 28, date(2012, 8, 28))
    (1945, 2012)
    """
    tahun = latest.year - (latest.year - dua) % 100
    return tahun - 100 if (tahun, bulan, hari) > (latest.year, latest.month, latest.day) else tahun


def from_serial(serial: float, *, sistem_1904: bool = False) -> date:
    """The date of an Excel serial number; the clock part is dropped.

    Serial 60 of the 1900 system is Excel's 29 February 1900, which never was, and is refused.

    >>> from_serial(41149), from_serial(39687, sistem_1904=True)
    (datetime.date(2012, 8, 28), datetime.date(2012, 8, 28))
    """
    if not serial >= (0 if sistem_1904 else 1):
        raise TanggalGalat("angka ini bukan nomor seri tanggal")
    if not sistem_1904 and serial < 61:
        if serial >= 60:
            raise TanggalGalat("nomor seri 60 adalah 29 Februari 1900 yang tidak pernah ada")
        serial += 1
    epok = EPOK_1904 if sistem_1904 else EPOK_1900
    try:
        hasil = date.fromordinal(epok.toordinal() + int(serial))
    except (OverflowError, ValueError):
        raise TanggalGalat("angka ini bukan nomor seri tanggal") from None
    return make_date(hasil.year, hasil.month, hasil.day)


def _year(teks: str, bulan: int, hari: int, latest: date | None) -> int:
    if len(teks) == 4:
        return int(teks)
    if latest is None:
        raise TanggalGalat("tahun dua angka: tulis empat angka")
    return resolve_two_digit_year(int(teks), bulan, hari, latest)


def _from_text(teks: str, latest: date | None, sistem_1904: bool) -> date:
    if cocok := _ISO.fullmatch(teks):
        return make_date(int(cocok[1]), int(cocok[3]), int(cocok[4]))
    if cocok := _ANGKA.fullmatch(teks):
        hari, bulan = int(cocok[1]), int(cocok[2])
        return make_date(_year(cocok[3], bulan, hari, latest), bulan, hari)
    if cocok := _HURUF.fullmatch(teks):
        nomor = _BULAN.get(cocok[2].lower())
        if nomor is None:
            raise TanggalGalat(f"nama bulan {cocok[2]!r} tidak dikenal")
        hari = int(cocok[1])
        return make_date(_year(cocok[3], nomor, hari, latest), nomor, hari)
    if teks.isascii() and teks.isdigit():
        if len(teks) == 8:
            return _from_eight_digits(teks)
        if len(teks) == 5:
            return from_serial(int(teks), sistem_1904=sistem_1904)
    raise TanggalGalat("tanggal tidak terbaca, tulis misalnya 28-08-2012")


def _from_eight_digits(teks: str) -> date:
    # The years of TANGGAL-02 begin with 18 to 22, which is no month: the two readings never meet.
    if _TAHUN_TERAWAL <= int(teks[4:]) <= _TAHUN_TERAKHIR:
        return make_date(int(teks[4:]), int(teks[2:4]), int(teks[:2]))
    return make_date(int(teks[:4]), int(teks[4:6]), int(teks[6:]))


def read_date(nilai: object, *, latest: date | None = None, sistem_1904: bool = False) -> date | None:
    """A cell's or a field's value as a date; None for blank; `TanggalGalat` with the reason otherwise.

    Takes dates and datetimes, Excel serials (numbers, or five digits as text), and text: `17-08-1945`, `17/8/45`,
    `17 Agustus 1945`, `1945-08-17`, `17-VIII-1945`, with or without a weekday or a time. Day-first always. A
    two-digit year becomes the latest one that is not after `latest`, and is refused without `latest`.

    >>> read_date("17 Agustus 1945"), read_date("17/8/45", latest=date(2012, 8, 28)), read_date(" ")
    (datetime.date(1945, 8, 17), datetime.date(1945, 8, 17), None)
    """
    if nilai is None or nilai != nilai:
        return None
    if isinstance(nilai, datetime):
        return nilai.date()
    if isinstance(nilai, date):
        return nilai
    if isinstance(nilai, str):
        return _read_text(nilai, latest, sistem_1904)
    if isinstance(nilai, bool) or not isinstance(nilai, int | float):
        raise TanggalGalat("isi ini bukan tanggal")
    if isinstance(nilai, int) or nilai.is_integer():
        teks = str(int(nilai))
        if len(teks) == 8:
            return _from_eight_digits(teks)
        if 1900 <= nilai <= 2100:
            # As a serial this would be a day of 1905; nobody means that.
            raise TanggalGalat(f"hanya tahun {teks}, tanpa tanggal dan bulan")
    return from_serial(nilai, sistem_1904=sistem_1904)


def _read_text(nilai: str, latest: date | None, sistem_1904: bool) -> date | None:
    if cocok := _TERSERING.fullmatch(nilai):
        # The two commonest spellings, without the rest of the way.
        return make_date(int(cocok[4]), int(cocok[3]), int(cocok[1]))
    teks = " ".join(strip_invisible(nilai).translate(_GANTI).strip().lstrip("'").split()).strip(' ,.;:"')
    teks = _HIASAN.sub("", teks).strip(" ,.;:")
    if not teks or not teks.strip("-–—_/.? "):
        return None
    return _from_text(teks, latest, sistem_1904)


def add_years(tanggal: date, tahun: int) -> date:
    """The same day some years later; 29 February becomes 28 February in a common year (rule WAJIB-04).

    >>> add_years(date(1996, 2, 29), 17)
    datetime.date(2013, 2, 28)
    """
    return tanggal + relativedelta(years=tahun)


def age(lahir: date, *, on: date) -> int:
    """Whole years lived on the date, by the same convention for 29 February; negative before birth.

    >>> age(date(1995, 8, 28), on=date(2012, 8, 28)), age(date(1995, 8, 29), on=date(2012, 8, 28))
    (17, 16)
    """
    tahun = on.year - lahir.year
    return tahun if add_years(lahir, tahun) <= on else tahun - 1


def latest_birth(on: date, usia: int = USIA_WAJIB) -> date:
    """The latest birth date of somebody who has reached the age on the date.

    >>> latest_birth(date(2012, 8, 28)), latest_birth(date(2013, 2, 28))
    (datetime.date(1995, 8, 28), datetime.date(1996, 2, 29))
    """
    batas = on - relativedelta(years=usia)
    if add_years(batas + timedelta(days=1), usia) <= on:
        batas += timedelta(days=1)
    return batas
