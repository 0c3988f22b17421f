"""The reconciliation on dataframes: one code for Polars, DuckDB and PySpark, row for row the answer of the core.

Whoever their NIK alone answers for is decided by Narwhals expressions (`borongan`); the few others by the core itself
(`sisa`), with everybody whom they may have to do with (`pilah`). What is read in a cell is what the core reads (`baca`).
"""

from collections.abc import Sequence
from datetime import date
from typing import Any

import narwhals as nw

from ektp_core.aturan import check_reference_date
from ektp_core.galat import EktpError
from ektp_core.massal.mesin import engine_of
from ektp_core.massal.rekonsiliasi.hasil import HasilMassal
from ektp_core.massal.rekonsiliasi.jalan import run
from ektp_core.pemulung import without_collector

__all__ = ["HasilMassal", "reconcile", "reconcile_with_figures"]


def reconcile(
    penduduk: Any,
    undangan: Any,
    perekaman: Any = None,
    pindah: Any = None,
    meninggal: Any = None,
    wilayah: Any = None,
    *,
    on: date,
    bawa: Sequence[str] = (),
) -> Any:
    """The columns of `KEPUTUSAN` for frames of one engine, as a frame of the same kind.

    The frames have the canonical columns of the sheets, as text or typed; columns marked optional in the contract may be
    missing, and a sheet that does not exist is None. `BARIS`, where a frame has it, numbers its rows in the evidence;
    otherwise they are counted from 1. `bawa` are further columns of `undangan` to carry along. An eager frame answers in
    the order of `undangan`; a lazy one has no order. Raises `EktpError` for a date before UU 23/2006, frames of
    different or unknown engines, and a frame without the column that everything hangs on.

    >>> import polars as pl
    >>> penduduk = pl.DataFrame({"NIK": ["3313110101800001"], "NAMA": ["Budi"], "TGL_LAHIR": ["1-1-1980"], "DESA": ["Jaten"]})
    >>> undangan = pl.DataFrame({"NO_UNDANGAN": ["1", "2"], "NIK": ["3313110101800001"] * 2, "KETERANGAN": ["", "dobel"]})
    >>> reconcile(penduduk, undangan, on=date(2012, 8, 28)).select("BARIS", "KATEGORI", "RUJUKAN").rows()
    [(1, 'SAH', ''), (2, 'DOBEL', '1')]
    """
    semua = (penduduk, undangan, perekaman, pindah, meninggal, wilayah)
    return reconcile_with_figures(*semua, on=on, bawa=bawa).keputusan


def reconcile_with_figures(
    penduduk: Any,
    undangan: Any,
    perekaman: Any = None,
    pindah: Any = None,
    meninggal: Any = None,
    wilayah: Any = None,
    *,
    on: date,
    pagu: int | None = None,
    bawa: Sequence[str] = (),
) -> HasilMassal:
    """As `reconcile`, with the figures of coverage; `pagu` is a quota in people.

    >>> import polars as pl
    >>> penduduk = pl.DataFrame({"NIK": ["3313110101800001"], "NAMA": ["Budi"], "TGL_LAHIR": ["1-1-1980"], "DESA": ["Jaten"]})
    >>> undangan = pl.DataFrame({"NO_UNDANGAN": ["1"], "NIK": ["3313110101800001"]})
    >>> rekam = pl.DataFrame({"NIK": ["3313110101800001"], "TGL_REKAM": [date(2012, 8, 1)]})
    >>> h = reconcile_with_figures(penduduk, undangan, rekam, on=date(2012, 8, 28))
    >>> h.wajib.neto, h.terekam, str(h.cakupan.neto), h.desa[0].desa, h.tercecer
    (1, 1, '100,00%', 'Jaten', 0)
    """
    check_reference_date(on)
    if pagu is not None and pagu < 0:
        raise EktpError(f"pagu tidak boleh negatif: {pagu}")
    semua = (penduduk, undangan, perekaman, pindah, meninggal, wilayah)
    mesin = engine_of([b for b in semua if b is not None])
    with without_collector():
        jalan = run(mesin, *semua, on=on, bawa=tuple(bawa))
    return HasilMassal(jalan, pagu, seketika=isinstance(nw.from_native(undangan), nw.DataFrame))
