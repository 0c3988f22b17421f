"""Print set-up: every sheet prints on A4 and on F4.

The paper is set to A4: at 210 × 297 mm it is the smaller in both directions, so what fits on it also fits on F4 (215 × 330
mm) when the officer chooses that paper at the printer. F4 has no paper code of its own, and a printer that lacks a code
takes whatever it likes.
"""

from collections.abc import Sequence

from ektp_excel.buku.xlsx import Worksheet

A4 = 9
BATAS_POTONG = 1023
"""The most page breaks that Excel keeps on one sheet."""

_INCI = 25.4
_TEPI = 0.4  # inches; office printers leave some 6 mm blank
_TEPI_BAWAH = 0.6
_LEBAR_TIDUR = 297 - 2 * _TEPI * _INCI
# A computer without Arial shows columns wider, by up to a fifth (DejaVu Sans).
_HURUF_LEBAR = 1.22
_PIKSEL_HURUF, _PIKSEL_SEL, _PIKSEL_INCI = 7, 5, 96


def set_up_print(lembar: Worksheet, judul: str, *, kepala: int | None = 0) -> None:
    """Landscape, one page wide, as many pages long as needed, the header row `kepala` on each, and page numbers."""
    _set_up_page(lembar, judul, kepala)
    lembar.fit_to_pages(1, 0)


def set_up_print_by_scale(lembar: Worksheet, judul: str, lebar: Sequence[float]) -> None:
    """As `set_up_print`, fitted by a scale: Excel passes over manual page breaks on a sheet that is fitted to pages."""
    _set_up_page(lembar, judul, 0)
    lembar.set_print_scale(page_scale(lebar))


def page_scale(lebar: Sequence[float]) -> int:
    """The scale in percent, at most 100, at which columns of these widths (in characters) fit across any of the papers.

    >>> page_scale([10, 10]), page_scale([100, 100])
    (100, 60)
    """
    milimeter = sum(int(w * _PIKSEL_HURUF + _PIKSEL_SEL) for w in lebar) / _PIKSEL_INCI * _INCI
    return min(100, int(100 * _LEBAR_TIDUR / (milimeter * _HURUF_LEBAR)))


def break_before(kunci: Sequence[tuple[str, ...]]) -> list[int]:
    """Positions before which a new page begins: where the key (desa, RW, RT, …) changes.

    With more changes than Excel can hold, the key loses its last part, until they fit.

    >>> break_before([("A", "1"), ("A", "1"), ("A", "2"), ("B", "2")])
    [2, 3]
    """
    for panjang in range(max(map(len, kunci), default=0), 0, -1):
        batas = [i for i in range(1, len(kunci)) if kunci[i][:panjang] != kunci[i - 1][:panjang]]
        if len(batas) <= BATAS_POTONG:
            return batas
    return []


def _set_up_page(lembar: Worksheet, judul: str, kepala: int | None) -> None:
    lembar.set_landscape()
    lembar.set_paper(A4)
    lembar.set_margins(left=_TEPI, right=_TEPI, top=_TEPI, bottom=_TEPI_BAWAH)
    lembar.center_horizontally()
    lembar.set_footer(f"&L{judul.replace('&', '&&')}&RHalaman &P dari &N", {"margin": 0.3})
    if kepala is not None:
        lembar.repeat_rows(kepala)
