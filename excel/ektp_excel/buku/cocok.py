"""A workbook's records, and the sweep lists that came back, handed to the core's reconciliation."""

from datetime import date

from ektp_core.rekonsiliasi import Hasil, reconcile
from ektp_excel.buku.baca import IsiBuku
from ektp_excel.buku.kembali import IsiKembali

_TIDAK_ADA = IsiKembali()


def reconcile_isi(isi: IsiBuku, *, on: date, pagu: int | None = None, kembali: IsiKembali = _TIDAK_ADA) -> Hasil:
    """As `ektp_core.reconcile`, of everything that was read; the books of the answer may not balance."""
    return reconcile(
        penduduk=isi.penduduk,
        undangan=isi.undangan,
        perekaman=isi.perekaman,
        mutasi=isi.mutasi,
        wilayah=isi.wilayah,
        galat=[*isi.galat, *kembali.galat],
        on=on,
        pagu=pagu,
        dibaca={**isi.dibaca, **kembali.dibaca},
        kembalian=kembali.kembalian,
    )
