"""One call from Calc: its arguments to rows of plain values, the function's answer back to what Basic can hand to Calc.

No exception leaves this module: in a headless office a box with an error would wait for ever.
"""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any, cast

from ektp_excel.fungsi import FUNGSI, Fungsi
from ektp_excel.fungsi.nilai import show_galat
from ektp_excel.host_libreoffice.dokumen import RentangCalc, SistemTanggal
from ektp_excel.host_libreoffice.rentang import Baris, read_range

_MENURUT_NAMA = {f.nama: f for f in FUNGSI}
_HARI_NOL = date(1899, 12, 30).toordinal()
_HARI_NOL_1904 = date(1904, 1, 1).toordinal()
_NOL_BERARTI = frozenset(("terekam", "wajib", "sisa", "laju", "persen"))
"""Arguments that may truly be 0 in a formula, although others follow."""
_BIASA = frozenset((str, float, bool))
_sistem = SistemTanggal()


def answer(uno: Any, nama: str, isi: Sequence[object]) -> object:
    """Answer the formula `nama` with the arguments as Basic hands them over: None for one that is missing."""
    try:
        return _answer(uno, _MENURUT_NAMA[nama], isi)
    except Exception as e:
        return show_galat(f"kesalahan program ({type(e).__name__}), mohon dilaporkan")


def _answer(uno: Any, fungsi: Fungsi, isi: Sequence[object]) -> object:
    rentang = [_range_of(nilai) for nilai in isi]
    sistem_1904 = _sistem.is_1904(uno, next((r for r in rentang if r is not None), None))
    masukan: list[Sequence[Baris] | None] = []
    for nomor, (nilai, satu) in enumerate(zip(isi, rentang, strict=True)):
        if satu is not None:
            masukan.append(read_range(satu))
        elif is_omitted(nilai, isi[nomor + 1 :], fungsi.argumen[nomor].nama):
            masukan.append(None)
        else:
            masukan.append(read_value(nilai))
    return write_answer(uno, fungsi.panggil(*masukan, sistem_1904=sistem_1904), sistem_1904=sistem_1904)


def is_omitted(nilai: object, sesudahnya: Sequence[object], nama: str) -> bool:
    """Whether an argument was left out, at the end or between two `;`.

    Calc hands over a gap between two `;` as the number 0 and tells nobody. So a 0 with a later argument is a gap, where
    a 0 would mean nothing; a cell that holds 0 is always a 0.

    >>> is_omitted(0, ["WNI"], "status_kawin"), is_omitted(0, [None], "akhir"), is_omitted(0, [55865], "terekam")
    (True, False, False)
    """
    if nilai is None:
        return True
    nol = isinstance(nilai, int | float) and nilai == 0
    return nol and nama not in _NOL_BERARTI and any(s is not None for s in sesudahnya)


def read_value(nilai: object) -> Sequence[Baris]:
    """A value that stands in the formula itself, or an array in braces, as rows.

    >>> read_value(39448), read_value("WNI"), read_value(((1, 2), ("a", 3)))
    ([[39448.0]], [['WNI']], [[1.0, 2.0], ['a', 3.0]])
    """
    if not isinstance(nilai, tuple):
        return [[_plain(nilai)]]
    baris = nilai if nilai and isinstance(nilai[0], tuple) else (nilai,)
    return [[_plain(v) for v in satu] for satu in cast(tuple[tuple[object, ...], ...], baris)]


def write_answer(uno: Any, jawaban: Sequence[Baris], *, sistem_1904: bool) -> object:
    """One cell as its value, more of them as what Basic takes for an array of two dimensions."""
    nol = _HARI_NOL_1904 if sistem_1904 else _HARI_NOL
    if len(jawaban) == 1 and len(jawaban[0]) == 1:
        nilai = jawaban[0][0]
        if not isinstance(nilai, date):
            return _cell(nilai, nol)
        # A number that Calc knows to be a date: it shows it as one in a cell without a format of its own.
        hari = uno.createUnoStruct("com.sun.star.bridge.oleautomation.Date")
        hari.Value = _cell(nilai, nol)
        return hari
    bungkus = uno.createUnoStruct("com.sun.star.script.ArrayWrapper")
    bungkus.IsZeroIndex = True
    bungkus.Array = uno.Any("[][]any", tuple(_row(baris, nol) for baris in jawaban))
    return bungkus


def _row(baris: Baris, nol: int) -> tuple[object, ...]:
    return tuple(baris) if _BIASA.issuperset(map(type, baris)) else tuple(_cell(v, nol) for v in baris)


def _cell(nilai: object, nol: int) -> object:
    """A plain value as Calc's: a date as its serial, a blank as "", a whole number as a float (Basic's are short)."""
    if nilai is None:
        return ""
    if isinstance(nilai, datetime):
        nilai = nilai.date()
    if isinstance(nilai, date):
        return float(nilai.toordinal() - nol)
    return float(nilai) if isinstance(nilai, int) and not isinstance(nilai, bool) else nilai


def _plain(nilai: object) -> object:
    return float(nilai) if isinstance(nilai, int) and not isinstance(nilai, bool) else nilai


def _range_of(nilai: object) -> RentangCalc | None:
    """The range behind a reference, which Basic hands over as an object; None for a plain value."""
    if nilai is None or isinstance(nilai, str | int | float | tuple):
        return None
    return cast(RentangCalc, cast(Any, nilai).getCellRange())
