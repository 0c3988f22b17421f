"""EKTP_HARI_KERJA, EKTP_LAJU_PERLU and EKTP_PERKIRAAN_SELESAI: working days, the pace they need, and the day of the end.

National holidays and cuti bersama come from `kalender`; an office's own closures are an argument.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from datetime import date
from fractions import Fraction
from functools import cache, lru_cache
from math import ceil
from typing import cast

from ektp_core.galat import EktpError
from ektp_core.proyeksi import HariPerMinggu, required_pace, working_days
from ektp_excel.fungsi.bentuk import Jawaban, Rentang, answer_each, flatten, formula
from ektp_excel.fungsi.nilai import (
    is_blank,
    refuse,
    require_count,
    require_decimal,
    require_tanggal,
)
from ektp_excel.kalender import closed_days

_TAHUN_TERAKHIR = 2200


@formula
def hari_kerja(
    awal: Rentang | None = None,
    akhir: Rentang | None = None,
    hari_per_minggu: Rentang | None = None,
    libur: Rentang | None = None,
    *,
    sistem_1904: bool = False,
) -> Jawaban:
    """The working days from the first to the last, both counted."""
    kantor = _open_office(libur, sistem_1904)

    def satu(mulai: object, selesai: object, minggu: object) -> int:
        return kantor().count(*_span(mulai, selesai, sistem_1904), _read_week(minggu))

    return answer_each(satu, awal, akhir, hari_per_minggu, nama="awal")


@formula
def laju_perlu(
    sisa: Rentang | None = None,
    awal: Rentang | None = None,
    akhir: Rentang | None = None,
    hari_per_minggu: Rentang | None = None,
    libur: Rentang | None = None,
    *,
    sistem_1904: bool = False,
) -> Jawaban:
    """People a working day, rounded up."""
    kantor = _open_office(libur, sistem_1904)

    def satu(orang: object, mulai: object, selesai: object, minggu: object) -> int:
        hari = kantor().count(*_span(mulai, selesai, sistem_1904), _read_week(minggu))
        laju = required_pace(require_count(orang, "sisa"), hari)
        if laju is None:
            raise EktpError("tidak ada hari kerja dari awal sampai akhir")
        return laju

    return answer_each(satu, sisa, awal, akhir, hari_per_minggu, nama="sisa", utuh=True)


@formula
def perkiraan_selesai(
    sisa: Rentang | None = None,
    laju: Rentang | None = None,
    mulai: Rentang | None = None,
    hari_per_minggu: Rentang | None = None,
    libur: Rentang | None = None,
    *,
    sistem_1904: bool = False,
) -> Jawaban:
    """The working day on which the rest is done at this pace; the first day itself when nothing is left."""
    kantor = _open_office(libur, sistem_1904)

    def satu(orang: object, kecepatan: object, pertama: object, minggu: object) -> date:
        jumlah = require_count(orang, "sisa")
        sehari = require_decimal(kecepatan, "laju")
        if sehari <= 0:
            raise EktpError("laju harus lebih dari 0")
        awal = require_tanggal(pertama, "mulai", sistem_1904=sistem_1904)
        if jumlah == 0:
            return awal
        return kantor().finish(awal, ceil(Fraction(jumlah) / Fraction(sehari)), _read_week(minggu))

    return answer_each(satu, sisa, laju, mulai, hari_per_minggu, nama="sisa", utuh=True)


class Kantor:
    """The working days of an office, year by year, with its own closures.

    >>> Kantor(frozenset()).count(date(2012, 8, 29), date(2012, 9, 30), 6)
    28
    """

    def __init__(self, tutup: frozenset[date]) -> None:
        self._tutup = tutup
        self._tahun: dict[tuple[int, int], Sequence[date]] = {}

    def _days(self, tahun: int, seminggu: HariPerMinggu) -> Sequence[date]:
        hari = self._tahun.get((tahun, seminggu))
        if hari is None:
            libur = _national(tahun) | self._tutup
            hari = working_days(date(tahun, 1, 1), date(tahun, 12, 31), libur=libur, hari_per_minggu=seminggu)
            self._tahun[tahun, seminggu] = hari
        return hari

    def count(self, awal: date, akhir: date, seminggu: HariPerMinggu) -> int:
        """The working days from the first to the last day, both counted."""
        semua = [self._days(tahun, seminggu) for tahun in range(awal.year, akhir.year + 1)]
        sebelum, sampai = bisect_left(semua[0], awal), bisect_right(semua[-1], akhir)
        return sum(map(len, semua[:-1])) + sampai - sebelum

    def finish(self, awal: date, butuh: int, seminggu: HariPerMinggu) -> date:
        """The last of so many working days, the first day counted when it is one."""
        sisa = butuh + bisect_left(self._days(awal.year, seminggu), awal)
        for tahun in range(awal.year, _TAHUN_TERAKHIR):
            hari = self._days(tahun, seminggu)
            if sisa <= len(hari):
                return hari[sisa - 1]
            sisa -= len(hari)
        raise EktpError(f"baru selesai sesudah tahun {_TAHUN_TERAKHIR - 1}")


@lru_cache(maxsize=512)
def _national(tahun: int) -> frozenset[date]:
    return closed_days(date(tahun, 1, 1), date(tahun, 12, 31))


def _span(awal: object, akhir: object, sistem_1904: bool) -> tuple[date, date]:
    pertama = require_tanggal(awal, "awal", sistem_1904=sistem_1904)
    terakhir = require_tanggal(akhir, "akhir", sistem_1904=sistem_1904)
    if terakhir < pertama:
        raise EktpError("tanggal akhir sebelum tanggal awal")
    return pertama, terakhir


def _read_week(nilai: object) -> HariPerMinggu:
    hari = 5 if is_blank(nilai) else require_count(nilai, "hari_per_minggu")
    if hari not in (5, 6):
        raise EktpError("hari_per_minggu harus 5 atau 6")
    return cast(HariPerMinggu, hari)


def _open_office(libur: Rentang | None, sistem_1904: bool) -> Callable[[], Kantor]:
    """The office, made when the first row asks for it: a closure that cannot be read is then said in each row."""
    return cache(lambda: Kantor(_read_closures(libur, sistem_1904)))


def _read_closures(libur: Rentang | None, sistem_1904: bool) -> frozenset[date]:
    if not libur:
        return frozenset()
    isi = dict.fromkeys(flatten(libur))
    for nilai in isi:
        refuse(nilai)
    return frozenset(require_tanggal(v, "libur", sistem_1904=sistem_1904) for v in isi if not is_blank(v))
