"""NIK: clean, check, read, mask and compare; PPKKCC DDMMYY SSSS, without a check digit.

A NIK is evidence to compare with the register, never the source of an age: the place and the date in it stay those of
its first issue. Nothing here knows a register.

A cleaned NIK is one of three: 16 digits; 15 digits and `?` (a numeric cell has lost its last digit); empty (no NIK).
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from functools import lru_cache
from operator import ne
from typing import Literal

from attrs import frozen

from ektp_core.aturan import Sumber, declare, keputusan_proyek
from ektp_core.galat import NikGalat
from ektp_core.tanggal import resolve_two_digit_year
from ektp_core.tulisan import TAK_TERLIHAT
from ektp_core.wilayah import Wilayah

PANJANG = 16
HILANG = "?"
"""Stands for the digit that a numeric cell has lost."""

JenisKelamin = Literal["L", "P"]

NIK_01 = declare(
    "NIK-01",
    "NIK terdiri atas 16 angka: kode wilayah 6, tanggal lahir 6 (hari perempuan ditambah 40), nomor urut 4.",
    Sumber(
        "PP 37/2007 pasal 36-37; PP 40/2019 pasal 30 ayat (2)", "susunan NIK; UU 23/2006 pasal 13: berlaku seumur hidup"
    ),
)
NIK_02 = declare(
    "NIK-02",
    "NIK benar kalender bila tanggalnya ada di kalender, nomor urutnya bukan 0000, dan bukan nomor tiruan.",
    keputusan_proyek(
        "PP 37/2007 pasal 37 memberi susunannya; nomor tanpa pemilik (0, berulang, awalan 10) bukan kunci"
    ),
)
NIK_03 = declare(
    "NIK-03",
    "NIK dalam sel angka kehilangan angka ke-16 dan tidak pernah dipercaya sebagaimana tertulis.",
    keputusan_proyek("Excel menyimpan 15 angka penting; angka ke-16 menjadi 0"),
)
NIK_04 = declare(
    "NIK-04",
    "Tanggal lahir dan jenis kelamin dalam NIK dibandingkan dengan data terdaftar; yang terdaftar menentukan.",
    keputusan_proyek("NIK tidak ikut berubah saat data lahir diperbaiki (PP 37/2007 pasal 37, perlu dicek)"),
)

NIK_13 = declare(
    "NIK-13",
    "NIK yang hanya ditampilkan menyembunyikan empat angka terakhir atau lebih; dari deret angka tampak paling banyak dua belas.",
    keputusan_proyek(
        "surat Dukcapil 370/4755 (2018) menyembunyikan empat di daftar yang diumumkan, KPU (2020) sepuluh (perlu dicek); "
        "petugas masih harus menemukan barisnya"
    ),
)

_PEMISAH = re.compile(rf"[\s.\-\u2010-\u2015\u2212_/\\'\"`’‘,;:|*()\[\]{TAK_TERLIHAT}\x00-\x1f]+")
# Digits of any script, as a NIK in wide digits can be read by a person too.
# Of what `clean_nik` forgives between them, brackets, colons and semicolons are not here: they part figures in sentences.
_DI_ANTARA = rf"[\s.\-\u2010-\u2015\u2212_/\\'\"`’‘,|*{TAK_TERLIHAT}\x00-\x1f]{{0,9}}"
_ANGKA_PANJANG = re.compile(rf"\d(?:{_DI_ANTARA}\d){{11,}}")
TIRUAN = frozenset(
    ("", "1234567890123456", *(a * (PANJANG - 1) + akhir for a in "0123456789" for akhir in (a, HILANG)))
)
"""What stands for no number at all, as `clean_nik` gives it."""
_SUSUNAN = re.compile(
    rf"(?!10|{'|'.join(map(re.escape, sorted(TIRUAN - {''})))})[0-9]{{6}}([0-9]{{6}})(?!0000)[0-9]{{3}}[0-9{HILANG}]"
)
"""A cleaned NIK that may be somebody's: no stand-in, not from before SIAK (10), its serial issued; DDMMYY is a group."""
_EKOR_DESIMAL = re.compile(r"(\d{16})[.,]0+", re.ASCII)


def clean_nik(nilai: object) -> str:
    """A NIK as written in a cell or field, cleaned: 16 digits, 15 digits and `?`, or empty when it is no NIK.

    Separators and invisible characters are removed from text. A number is never trusted: its 16th digit is replaced
    by `?`. Digits of other scripts are refused.

    >>> clean_nik("33.13.11.010180.0001"), clean_nik(3313110101800001.0), clean_nik("3,31311E+15")
    ('3313110101800001', '331311010180000?', '')
    """
    if isinstance(nilai, str):
        if len(nilai) == PANJANG and nilai.isascii() and nilai.isdigit():
            return nilai
        if cocok := _EKOR_DESIMAL.fullmatch(nilai.strip()):
            return cocok[1][:-1] + HILANG
        teks = _PEMISAH.sub("", nilai)
        if len(teks) == PANJANG and teks.isascii() and (teks.isdigit() or (teks[-1] == HILANG and teks[:-1].isdigit())):
            return teks
        return ""
    if isinstance(nilai, bool) or not isinstance(nilai, int | float | Decimal):
        return ""
    if nilai != nilai or not 10**15 <= nilai < 10**16:
        return ""
    return str(int(nilai))[:-1] + HILANG


def require_nik(nilai: object) -> str:
    """As `clean_nik`, but `NikGalat` with the reason when the value is no NIK.

    >>> require_nik("12")
    Traceback (most recent call last):
    ektp_core.galat.NikGalat: NIK harus 16 angka, ini 2
    """
    nik = clean_nik(nilai)
    if not nik:
        raise NikGalat(explain_nik(nilai))
    return nik


def explain_nik(nilai: object) -> str:
    """Why a value is no NIK, in a few Indonesian words; empty when it is one (or a numeric one).

    >>> explain_nik("331311"), explain_nik("3,31311E+15"), explain_nik(None)
    ('NIK harus 16 angka, ini 6', 'NIK berubah menjadi bentuk ilmiah; impor kolom sebagai teks', 'NIK kosong')
    """
    if clean_nik(nilai):
        return ""
    if isinstance(nilai, float | Decimal) and float(nilai).is_integer():
        nilai = int(nilai)
    teks = "" if nilai is None or nilai != nilai else _PEMISAH.sub("", str(nilai))
    if not teks:
        return "NIK kosong"
    if re.fullmatch(r"\d+[eE]\+?\d+", teks, re.ASCII):
        return "NIK berubah menjadi bentuk ilmiah; impor kolom sebagai teks"
    if not (teks.isascii() and teks.isdigit()):
        return "NIK hanya boleh angka 0-9"
    return f"NIK harus 16 angka, ini {len(teks)}"


def is_placeholder(nik: str) -> bool:
    """Whether 16 digits stand for no number at all: one digit repeated, or 1234567890123456.

    >>> is_placeholder("0000000000000000"), is_placeholder("3313110101800001")
    (True, False)
    """
    return nik in TIRUAN


@lru_cache(maxsize=80_000)
def _day_month_year(enam: str) -> tuple[int, int, int, JenisKelamin] | None:
    """(day, month, two-digit year, sex) of DDMMYY when some century has that date, else None."""
    hari, bulan, tahun = int(enam[:2]), int(enam[2:4]), int(enam[4:])
    kelamin: JenisKelamin = "L"
    if hari > 40:
        hari, kelamin = hari - 40, "P"
    try:
        # 2000 + yy is a leap year whenever 1900 + yy is.
        date(2000 + tahun, bulan, hari)
    except ValueError:
        return None
    return hari, bulan, tahun, kelamin


def is_calendar_true(nik: str) -> bool:
    """Whether a cleaned NIK carries a date of the calendar and a possible serial, and is not a stand-in number.

    >>> is_calendar_true("3171011708450001"), is_calendar_true("3171013002001234"), is_calendar_true("3313110101800000")
    (True, False, False)
    """
    cocok = _SUSUNAN.fullmatch(nik)
    return cocok is not None and _day_month_year(cocok[1]) is not None


class _Kelahiran(dict[str, tuple[date, JenisKelamin] | None]):
    """DDMMYY -> birth date and sex, the latest such date that is not after `on`; None when no century has it.

    A dict, as looking up is all that a column of millions costs; each date is made when it is first asked.
    """

    def __init__(self, on: date) -> None:
        self._on = on

    def __missing__(self, enam: str) -> tuple[date, JenisKelamin] | None:
        bagian = _day_month_year(enam)
        if bagian is None:
            return None
        hari, bulan, dua, kelamin = bagian
        # Of the years that end in 00, only 2000 has a 29 February in the lifetime of the NIK.
        kabisat_abad = (bulan, hari, dua) == (2, 29, 0)
        tahun = 2000 if kabisat_abad else resolve_two_digit_year(dua, bulan, hari, self._on)
        self[enam] = isi = date(tahun, bulan, hari), kelamin
        return isi


_births = lru_cache(maxsize=4)(_Kelahiran)


def births_of(nik: Iterable[str], *, on: date) -> list[tuple[date, JenisKelamin] | None]:
    """For each cleaned NIK the birth date and sex that it says, or None when it is not calendar-true.

    What `parse_nik` reads, without a record and without a reason: for columns of millions.

    >>> births_of(["3171015708450001", "3171013002001234"], on=date(2012, 8, 28))
    [(datetime.date(1945, 8, 17), 'P'), None]
    """
    match, kelahiran = _SUSUNAN.fullmatch, _births(on)
    return [kelahiran[cocok[1]] if (cocok := match(satu)) else None for satu in nik]


@lru_cache(maxsize=8192)
def _wilayah(enam: str) -> Wilayah:
    return Wilayah(enam[:2], enam[2:4], enam[4:])


@frozen
class Nik:
    """What a calendar-true NIK says: region of first issue, birth date, sex (L or P), serial.

    >>> n = parse_nik("3171015708450001", on=date(2012, 8, 28))
    >>> str(n.wilayah), n.tanggal_lahir, n.jenis_kelamin, n.nomor_urut
    ('31.71.01', datetime.date(1945, 8, 17), 'P', '0001')
    """

    wilayah: Wilayah
    tanggal_lahir: date
    jenis_kelamin: JenisKelamin
    nomor_urut: str


def parse_nik(nik: object, *, on: date, lahir: date | None = None) -> Nik:
    """Read a NIK; the century is the latest whose date is not after `on`, or that of `lahir` where it agrees.

    Raises `NikGalat` with the reason (never the number). Source: PP 37/2007 art. 36-37.

    >>> parse_nik("1702192905120001", on=date(2012, 8, 28)).tanggal_lahir
    datetime.date(2012, 5, 29)
    >>> parse_nik("3171013002001234", on=date(2012, 8, 28))
    Traceback (most recent call last):
    ektp_core.galat.NikGalat: tanggal 30-02-00 dalam NIK tidak ada di kalender
    """
    bersih = clean_nik(nik)
    cocok = _SUSUNAN.fullmatch(bersih)
    kelahiran = _births(on)[cocok[1]] if cocok else None
    if kelahiran is None:
        raise NikGalat(_explain_untrue(bersih) if bersih else explain_nik(nik))
    tanggal, kelamin = kelahiran
    if lahir is not None and birth_digits(lahir, kelamin) == bersih[6:12]:
        tanggal = lahir
    return Nik(_wilayah(bersih[:6]), tanggal, kelamin, bersih[12:])


def _explain_untrue(bersih: str) -> str:
    """Why a cleaned NIK is not calendar-true."""
    if _day_month_year(bersih[6:12]) is None:
        hari = int(bersih[6:8])
        tanggal = f"{hari - 40 * (hari > 40):02d}-{bersih[8:10]}-{bersih[10:12]}"
        return f"tanggal {tanggal} dalam NIK tidak ada di kalender"
    if bersih.endswith("0000"):
        return "nomor urut NIK 0000 tidak pernah terbit"
    return "nomor ini tiruan atau dari masa sebelum SIAK, bukan NIK"


@lru_cache(maxsize=65536)
def birth_digits(lahir: date, jenis_kelamin: str) -> str:
    """The six digits DDMMYY that a NIK of this birth date and sex carries.

    >>> birth_digits(date(1945, 8, 17), "P")
    '570845'
    """
    return f"{lahir.day + 40 * (jenis_kelamin == 'P'):02d}{lahir.month:02d}{lahir.year % 100:02d}"


def sex_of(nik: str) -> JenisKelamin | None:
    """The sex that a cleaned NIK says, or None when its date is not of the calendar.

    >>> sex_of("3171015708450001")
    'P'
    """
    bagian = _day_month_year(nik[6:12]) if nik else None
    return bagian[3] if bagian else None


def mask_nik(nik: str, akhir: int = 4) -> str:
    """The NIK with its last `akhir` digits starred: 4 as in public lists, 10 to hide birth date and district too.

    Source: Dukcapil letter 370/4755 (2018) and KPU practice.

    >>> mask_nik("3171011708450001"), mask_nik("3171011708450001", 10)
    ('317101170845****', '317101**********')
    """
    akhir = min(akhir, len(nik))
    return nik[: len(nik) - akhir] + "*" * akhir


def mask_text(teks: str) -> str:
    """A text in which of every run of twelve or more digits (with separators between) at most twelve stay, never the last four.

    >>> mask_text("NIK 3171011708450001 atau 33.13.11.010180.0001")
    'NIK 317101170845**** atau 33.13.11.010180.****'
    """

    def mask(cocok: re.Match[str]) -> str:
        tampak = min(12, sum(h.isdigit() for h in cocok[0]) - 4)
        hasil = []
        for huruf in cocok[0]:
            hasil.append("*" if huruf.isdigit() and tampak <= 0 else huruf)
            tampak -= huruf.isdigit()
        return "".join(hasil)

    return _ANGKA_PANJANG.sub(mask, teks)


def mask_written_nik(teks: str) -> str:
    """What was written for a NIK, however damaged: with twelve digits or more, at most twelve letters and digits stay.

    >>> mask_written_nik("34040263O3552282"), mask_written_nik("JUMLAH"), mask_written_nik("3,31311E+15")
    ('34040263O355****', 'JUMLAH', '3,31311E+15')
    """
    if sum(h.isdigit() for h in teks) < 12:
        return teks
    tampak = min(12, sum(h.isalnum() for h in teks) - 4)
    hasil = []
    for huruf in teks:
        hasil.append("*" if huruf.isalnum() and tampak <= 0 else huruf)
        tampak -= huruf.isalnum()
    return "".join(hasil)


def iter_near(nik: str) -> Iterator[str]:
    """Every 16-digit number that differs from the NIK in one digit or by two swapped neighbours, in a fixed order.

    >>> dekat = list(iter_near("3171011708450001"))
    >>> len(dekat) == len(set(dekat)), "3171011708450002" in dekat, "3171011708540001" in dekat
    (True, True, True)
    """
    for i, lama in enumerate(nik):
        for baru in "0123456789":
            if baru != lama:
                yield nik[:i] + baru + nik[i + 1 :]
    for i in range(len(nik) - 1):
        if nik[i] != nik[i + 1]:
            yield nik[:i] + nik[i + 1] + nik[i] + nik[i + 2 :]


def is_near(a: str, b: str) -> bool:
    """Whether two NIKs differ in exactly one digit, or by one swap of two neighbours.

    >>> is_near("3171011708450001", "3171011708540001"), is_near("3171011708450001", "3171011708450001")
    (True, False)
    """
    if len(a) != len(b) or a == b:
        return False
    i = list(map(ne, a, b)).index(True)
    return a[i + 1 :] == b[i + 1 :] or (a[i : i + 2] == b[i : i + 2][::-1] and a[i + 2 :] == b[i + 2 :])


def is_slip(a: str, b: str) -> bool:
    """Whether two NIKs are near in their first twelve digits and equal in their serial: one may be the other, mistyped.

    Serials one digit apart say nothing: people born on one day have them.

    >>> is_slip("3171011708450001", "3171071708450001"), is_slip("3171011708450001", "3171011708540001")
    (True, True)
    >>> is_slip("3171011708450001", "3171011708450002")
    False
    """
    return a[12:] == b[12:] and is_near(a[:12], b[:12])


def iter_slips(nik: str) -> Iterator[str]:
    """Every 16-digit number that differs from the NIK as `is_slip` says, in a fixed order.

    >>> semua = list(iter_slips("3171011708450001"))
    >>> len(semua) == len(set(semua)), all(is_slip(n, "3171011708450001") for n in semua)
    (True, True)
    """
    for depan in iter_near(nik[:12]):
        yield depan + nik[12:]
