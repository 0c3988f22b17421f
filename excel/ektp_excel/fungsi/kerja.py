"""EKTP_HARI_KERJA, EKTP_LAJU_PERLU and EKTP_PERKIRAAN_SELESAI: working days, the pace they need, and the day of the end.

National holidays and cuti bersama come from `kalender`; an office's own closures are an argument.
"""

from collections.abc import Callable
from datetime import date
from functools import cache
from typing import cast

from ektp_core.galat import EktpError
from ektp_core.proyeksi import HariPerMinggu, Kantor, finish_date, required_pace
from ektp_core.proyeksi.kantor import TAHUN_TERAKHIR
from ektp_excel.fungsi.bentuk import Jawaban, Rentang, answer_each, flatten, formula
from ektp_excel.fungsi.nilai import (
    is_blank,
    refuse,
    require_count,
    require_decimal,
    require_tanggal,
)
from ektp_excel.kalender import closed_in


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
        return kantor(_read_week(minggu)).count(*_span(mulai, selesai, sistem_1904))

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
        hari = kantor(_read_week(minggu)).count(*_span(mulai, selesai, sistem_1904))
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
        selesai = finish_date(jumlah, sehari, mulai=awal, kantor=kantor(_read_week(minggu)))
        if selesai is None:
            raise EktpError(f"baru selesai sesudah tahun {TAHUN_TERAKHIR}")
        return selesai

    return answer_each(satu, sisa, laju, mulai, hari_per_minggu, nama="sisa", utuh=True)


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


def _open_office(libur: Rentang | None, sistem_1904: bool) -> Callable[[HariPerMinggu], Kantor]:
    """The office by its week, made when the first row asks for it: a closure that cannot be read is said in each row."""

    @cache
    def tutup() -> frozenset[date]:
        return _read_closures(libur, sistem_1904)

    return cache(lambda minggu: Kantor(closed_in, hari_per_minggu=minggu, tutup=tutup()))


def _read_closures(libur: Rentang | None, sistem_1904: bool) -> frozenset[date]:
    if not libur:
        return frozenset()
    isi = dict.fromkeys(flatten(libur))
    for nilai in isi:
        refuse(nilai)
    return frozenset(require_tanggal(v, "libur", sistem_1904=sistem_1904) for v in isi if not is_blank(v))
