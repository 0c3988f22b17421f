"""EKTP_TANGGAL and EKTP_UMUR: dates as people write them, and ages in whole years."""

from datetime import date
from functools import cache

from ektp_core.galat import EktpError
from ektp_core.tanggal import age
from ektp_excel.fungsi.bentuk import Jawaban, Rentang, answer_each, formula
from ektp_excel.fungsi.nilai import read_tanggal, require_per, require_tanggal


@formula
def tanggal(teks: Rentang | None = None, *, sistem_1904: bool = False) -> Jawaban:
    """The date of each cell, whatever it is written as."""
    return answer_each(lambda nilai: read_tanggal(nilai, sistem_1904=sistem_1904), teks, nama="teks")


@formula
def umur(tanggal_lahir: Rentang | None = None, per: Rentang | None = None, *, sistem_1904: bool = False) -> Jawaban:
    """The age in whole years at the reference date."""

    @cache
    def read_per(acuan: object) -> date:
        return require_per(acuan, sistem_1904=sistem_1904)

    def satu(lahir: object, acuan: object) -> int:
        on = read_per(acuan)
        return _age(require_tanggal(lahir, "tanggal lahir", sistem_1904=sistem_1904, latest=on), on)

    return answer_each(satu, tanggal_lahir, per, nama="tanggal_lahir")


def _age(lahir: date, on: date) -> int:
    if lahir > on:
        raise EktpError("tanggal lahir sesudah tanggal acuan")
    return age(lahir, on=on)
