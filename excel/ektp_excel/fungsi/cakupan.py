"""EKTP_CAKUPAN and EKTP_SELANG_TEREKAM: coverage as a fraction, and a published percentage taken back to people."""

import re
from decimal import ROUND_DOWN, ROUND_HALF_UP, Decimal

from ektp_core.cakupan import TIDAK_ADA_WAJIB, Rasio, recorded_range
from ektp_core.galat import EktpError
from ektp_core.masukan import clean_text
from ektp_excel.fungsi.bentuk import Baris, Jawaban, Rentang, answer_each, answer_wide, formula
from ektp_excel.fungsi.nilai import is_blank, require_count, require_decimal

_DESIMAL_BIASA = 2
_DESIMAL_TERBANYAK = 10
_CARA = {"": False, "BULAT": False, "POTONG": True}


@formula
def cakupan(terekam: Rentang | None = None, wajib: Rentang | None = None, *, sistem_1904: bool = False) -> Jawaban:
    """Recorded over wajib as a number, which the cell's format shows as a percentage."""

    def satu(atas: object, bawah: object) -> object:
        return show_ratio(Rasio(require_count(atas, "terekam"), require_count(bawah, "wajib")))

    return answer_each(satu, terekam, wajib, nama="terekam", utuh=True)


def show_ratio(rasio: Rasio) -> float | str:
    """The fraction as a number, or the words for nobody to be recorded.

    >>> show_ratio(Rasio(1, 2)), show_ratio(Rasio(0, 0))
    (0.5, 'tidak ada wajib')
    """
    pecahan = rasio.pecahan
    return TIDAK_ADA_WAJIB if pecahan is None else float(pecahan)


@formula
def selang_terekam(
    persen: Rentang | None = None,
    wajib: Rentang | None = None,
    desimal: Rentang | None = None,
    cara: Rentang | None = None,
    *,
    sistem_1904: bool = False,
) -> Jawaban:
    """The least and the most people recorded that show as the percentage."""

    def satu(nilai: object, orang: object, angka: object, cara_bulat: object) -> Baris:
        potong = _CARA.get(clean_text(cara_bulat).upper())
        if potong is None:
            raise EktpError("cara harus BULAT atau POTONG")
        jumlah = require_count(orang, "wajib")
        terbit, tertulis = read_percent(nilai)
        banyak = tertulis
        if not is_blank(angka):
            banyak = require_count(angka, "desimal")
            if banyak > _DESIMAL_TERBANYAK:
                raise EktpError(f"desimal harus 0 sampai {_DESIMAL_TERBANYAK}")
            # A cell that shows 92,10% may hold 0,92102…: what was published is what it shows.
            terbit = terbit.quantize(Decimal(1).scaleb(-banyak), ROUND_DOWN if potong else ROUND_HALF_UP)
        if jumlah == 0:
            return TIDAK_ADA_WAJIB, TIDAK_ADA_WAJIB
        selang = recorded_range(terbit, jumlah, desimal=banyak, potong=potong)
        if selang is None:
            raise EktpError(f"tidak ada jumlah orang yang menjadi {_show(terbit, banyak)}%")
        return selang

    return answer_wide(satu, persen, wajib, desimal, cara, nama="persen", lebar=2, utuh=True)


def read_percent(nilai: object) -> tuple[Decimal, int]:
    """A percentage and its decimals: as written in a text, at least two for a number, which keeps no trailing zeros.

    Up to 1 a number is a fraction; between 1 and 2 it might be either, and is refused.

    >>> read_percent("92,10%"), read_percent(0.921), read_percent(92.1)
    ((Decimal('92.10'), 2), (Decimal('92.1'), 2), (Decimal('92.1'), 2))
    """
    teks = clean_text(nilai) if isinstance(nilai, str) else ""
    bertanda = teks.endswith("%")
    if re.fullmatch(r"\d+\.\d+\s*%?", teks, re.ASCII):
        # No published percentage has thousands.
        teks = teks.replace(".", ",")
    angka = require_decimal(teks.rstrip("% ") if teks else nilai, "persen")
    if angka < 0:
        raise EktpError("persen tidak boleh negatif")
    if not bertanda and angka <= 1:
        angka = angka.scaleb(2)
    elif not bertanda and angka < 2:
        raise EktpError("persen antara 1 dan 2: tulis dengan tanda %, misalnya 1,50%")
    tertulis = max(0, -int(angka.as_tuple().exponent))
    return angka, tertulis if teks else max(_DESIMAL_BIASA, tertulis)


def _show(angka: Decimal, desimal: int) -> str:
    return f"{angka:.{desimal}f}".replace(".", ",")
