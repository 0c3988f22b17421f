"""The sheet `REKAP DESA`, and the same table where the summary needs it."""

from ektp_core.cakupan import Rasio
from ektp_core.rekonsiliasi.hasil import Hasil
from ektp_excel.buku.cetak import set_up_print
from ektp_excel.buku.gaya import Gaya
from ektp_excel.buku.pena import write_header, write_row
from ektp_excel.buku.tulisan import show_date
from ektp_excel.buku.xlsx import Workbook, Worksheet

REKAP_DESA = "REKAP DESA"
JUDUL = ("DESA", "WAJIB", "TEREKAM", "BELUM", "CAKUPAN")
_LEBAR = (28, 13, 13, 13, 18)


def add_rekap_desa(buku: Workbook, gaya: Gaya, hasil: Hasil) -> None:
    """Add `REKAP DESA`: people wajib (neto), recorded and not yet per desa, and their total."""
    lembar = buku.add_worksheet(REKAP_DESA)
    for i, lebar in enumerate(_LEBAR):
        lembar.set_column(i, i, lebar)
    write_rekap(lembar, gaya, hasil, 0)
    lembar.freeze_panes(1, 0)
    # The total stays outside the filter, so that sorting leaves it at the end.
    lembar.autofilter(0, 0, len(hasil.desa), len(JUDUL) - 1)
    set_up_print(lembar, f"{REKAP_DESA}, per {show_date(hasil.on)}")


def write_rekap(lembar: Worksheet, gaya: Gaya, hasil: Hasil, baris: int) -> int:
    """Write the table with its header in row `baris` and its total; the row after it is given back."""
    write_header(lembar, baris, 0, JUDUL, gaya.kepala)
    for d in hasil.desa:
        baris += 1
        write_row(lembar, baris, 0, [d.desa, d.wajib, d.terekam, d.belum, d.cakupan], gaya.kotak)
    wajib, terekam = sum(d.wajib for d in hasil.desa), sum(d.terekam for d in hasil.desa)
    belum = sum(d.belum for d in hasil.desa)
    write_row(lembar, baris + 1, 0, ["JUMLAH", wajib, terekam, belum, Rasio(terekam, wajib)], gaya.jumlah)
    return baris + 2
