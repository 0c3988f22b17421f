"""Coverage arithmetic: exact fractions of whole people, rounded once, when shown.

A percentage is never stored or compared; more than 100% is legal and never clipped. Who counts is decided elsewhere.
"""

import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from attrs import field, frozen

from ektp_core.aturan import declare, keputusan_proyek
from ektp_core.galat import EktpError

CAKUPAN_01 = declare(
    "CAKUPAN-01",
    "Cakupan adalah terekam dibagi wajib dengan penyebut yang disebut namanya: pagu, daftar atau neto.",
    keputusan_proyek("Sragen 9 Oktober 2012 melaporkan 77,09% dan 98,49% pada hari yang sama dengan dua penyebut"),
)
CAKUPAN_02 = declare(
    "CAKUPAN-02",
    "Persen dihitung dengan bilangan bulat dan dibulatkan sekali, setengah ke atas, saat ditampilkan.",
    keputusan_proyek("angka dalam berita dibulatkan, dipotong, atau salah; satu cara saja dapat diperiksa kembali"),
)
CAKUPAN_03 = declare(
    "CAKUPAN-03",
    "Batas bawah adalah terekam/neto, batas atas terekam/(neto - belum pasti).",
    keputusan_proyek("catatan desa tanpa dokumen tidak mengeluarkan orang dari dasar, hanya melebarkan batas"),
)
CAKUPAN_04 = declare(
    "CAKUPAN-04",
    "Lebih dari 100% sah dan tidak dipotong; penyebut nol dijawab 'tidak ada wajib'.",
    keputusan_proyek("pagu dapat lebih kecil daripada yang terekam (PPU 2012: 100,47%)"),
)
CAKUPAN_05 = declare(
    "CAKUPAN-05",
    "Angka terbit (persen, wajib, sisa, terekam) dapat benar bersama hanya bila ada bilangan bulat orang terekam yang memenuhi "
    "semuanya, dengan persen dibulatkan atau dipotong.",
    keputusan_proyek(
        "persen dalam berita dibulatkan atau dipotong tanpa disebut; tanpa satu pun bilangan, ada yang keliru"
    ),
)

TIDAK_ADA_WAJIB = "tidak ada wajib"


def _check_count(_: object, __: object, nilai: int) -> None:
    if nilai < 0:
        raise EktpError(f"jumlah orang tidak boleh negatif: {nilai}")


@frozen
class Rasio:
    """Recorded people over people who must be: both whole numbers.

    >>> Rasio(51_453, 55_865).persen, str(Rasio(51_453, 55_865)), str(Rasio(0, 0))
    (Decimal('92.10'), '92,10%', 'tidak ada wajib')
    """

    terekam: int = field(validator=_check_count)
    wajib: int = field(validator=_check_count)

    @property
    def pecahan(self) -> Fraction | None:
        """The exact fraction; None when nobody must be recorded."""
        return Fraction(self.terekam, self.wajib) if self.wajib else None

    @property
    def persen(self) -> Decimal | None:
        """The percentage with two decimals, rounded half up; None when nobody must be recorded."""
        return round_percent(self.terekam, self.wajib) if self.wajib else None

    def __str__(self) -> str:
        persen = self.persen
        return TIDAK_ADA_WAJIB if persen is None else f"{persen}".replace(".", ",") + "%"


def round_percent(bagian: int, semua: int, desimal: int = 2) -> Decimal:
    """`bagian` of `semua` in percent, rounded half up to `desimal` decimals, by whole numbers.

    >>> round_percent(1, 8, 1), round_percent(661_940, 742_993)
    (Decimal('12.5'), Decimal('89.09'))
    """
    skala = 10**desimal
    return Decimal((2 * bagian * 100 * skala + semua) // (2 * semua)).scaleb(-desimal)


@frozen
class Cakupan:
    """The coverage by its named denominators, and its bounds; `pagu` is None when no quota was given.

    >>> c = Cakupan.of(terekam=90, pagu=None, daftar=110, neto=100, belum_pasti=5)
    >>> str(c.neto), str(c.bawah), str(c.atas), c.pagu
    ('90,00%', '90,00%', '94,74%', None)
    """

    pagu: Rasio | None
    daftar: Rasio
    neto: Rasio
    bawah: Rasio
    atas: Rasio

    @classmethod
    def of(cls, *, terekam: int, pagu: int | None, daftar: int, neto: int, belum_pasti: int) -> "Cakupan":
        """The coverage of a count of recorded people; `belum_pasti` are people of the base who are not recorded."""
        if belum_pasti + terekam > neto:
            raise EktpError(f"terekam {terekam} dan belum pasti {belum_pasti} melebihi neto {neto}")
        return cls(
            None if pagu is None else Rasio(terekam, pagu),
            Rasio(terekam, daftar),
            Rasio(terekam, neto),
            Rasio(terekam, neto),
            Rasio(terekam, neto - belum_pasti),
        )


def distribute_percent(jumlah: Sequence[int], desimal: int = 2) -> tuple[Decimal, ...]:
    """Percentages that add to exactly 100, by the largest remainder; ties go to the earlier entry.

    Source: the method of Hare-Niemeyer. Raises `EktpError` when the counts add to nothing.

    >>> [str(p) for p in distribute_percent([1, 1, 1])]
    ['33.34', '33.33', '33.33']
    """
    if not any(jumlah) or min(jumlah) < 0:
        raise EktpError("persen memerlukan jumlah yang positif")
    semua, utuh = sum(jumlah), 100 * 10**desimal
    bagian = [j * utuh // semua for j in jumlah]
    urutan = sorted(range(len(jumlah)), key=lambda i: -(jumlah[i] * utuh % semua))
    for i in urutan[: utuh - sum(bagian)]:
        bagian[i] += 1
    return tuple(Decimal(b).scaleb(-desimal) for b in bagian)


_PERSEN = re.compile(r"\s*(-?\d+(?:[.,]\d+)?)\s*%?\s*", re.ASCII)


def _plain_percent(teks: str) -> str:
    """The figure of a written percentage; empty, which is no number, for what only a computer writes (`1e1`, `1_0`)."""
    cocok = _PERSEN.fullmatch(teks)
    return cocok[1].replace(",", ".") if cocok else ""


def recorded_range(
    persen: Decimal | str | int, wajib: int, *, desimal: int | None = None, potong: bool = False
) -> tuple[int, int] | None:
    """The least and the most people recorded that show as this percentage of `wajib`; None when nobody does.

    `persen` is a published percentage such as `"92,10"`; `desimal` its decimals (by default those written). Rounded
    half up, or truncated with `potong`. `EktpError` for a text that is no percentage and for negative figures.

    >>> recorded_range("92,10", 55_865), recorded_range("92,10", 55_865, potong=True)
    ((51449, 51454), (51452, 51457))
    """
    try:
        nilai = Decimal(_plain_percent(persen) if isinstance(persen, str) else persen)
    except InvalidOperation:
        raise EktpError(f"persen {persen!r} tidak terbaca, tulis misalnya 92,10") from None
    if not nilai.is_finite():
        raise EktpError(f"persen {persen!r} tidak terbaca, tulis misalnya 92,10")
    if wajib < 0 or nilai < 0:
        raise EktpError("persen dan jumlah wajib tidak boleh negatif")
    if desimal is None:
        desimal = max(0, -int(nilai.as_tuple().exponent))
    satuan = Fraction(1, 10**desimal)
    bawah = Fraction(nilai) - (0 if potong else satuan / 2)
    paling_sedikit = max(0, -((-bawah * wajib) // 100))
    paling_banyak = -((-(bawah + satuan) * wajib) // 100) - 1
    return (paling_sedikit, paling_banyak) if paling_sedikit <= paling_banyak else None


@frozen
class UjiAngka:
    """Published figures against one way of shortening the percentage: rounded half up, or (`potong`) truncated.

    `persen` is the least and the most people recorded that show as the percentage, `cocok` those among them that fit every
    figure given; None where nobody does.
    """

    potong: bool
    persen: tuple[int, int] | None
    cocok: tuple[int, int] | None


def check_published(
    persen: Decimal | str | int,
    wajib: int,
    *,
    sisa: int | None = None,
    terekam: int | None = None,
    desimal: int | None = None,
) -> tuple[UjiAngka, UjiAngka]:
    """Whether published figures can be true together, with the percentage rounded, and with it truncated.

    `sisa` is what is said to be left of `wajib`. Percentages as in `recorded_range`; `EktpError` for negative figures.

    >>> bulat, potong = check_published("92,10", 55_865, sisa=4_416)
    >>> bulat.cocok, potong.cocok
    ((51449, 51449), None)
    """
    for nama, nilai in (("sisa", sisa), ("terekam", terekam)):
        if nilai is not None and nilai < 0:
            raise EktpError(f"{nama} tidak boleh negatif")
    disebut = [*([] if terekam is None else [terekam]), *([] if sisa is None else [wajib - sisa])]

    def check(potong: bool) -> UjiAngka:
        selang = recorded_range(persen, wajib, desimal=desimal, potong=potong)
        if selang is None:
            return UjiAngka(potong, None, None)
        paling_sedikit, paling_banyak = max([selang[0], *disebut]), min([selang[1], *disebut])
        return UjiAngka(potong, selang, (paling_sedikit, paling_banyak) if paling_sedikit <= paling_banyak else None)

    return check(False), check(True)
