"""The sheet `PENYISIRAN`: whom to visit, in walking order, one RT a page, with room for a tick and a signature.

It stays the plain list: target, schedule and letters are not here.
"""

from ektp_core.alamat import normalize_desa
from ektp_core.penyisiran import BarisPenyisiran, sweep
from ektp_core.rekonsiliasi.hasil import Hasil
from ektp_excel.buku.cetak import break_before, set_up_print_by_scale
from ektp_excel.buku.gaya import Gaya, Isi
from ektp_excel.buku.tulisan import show_date
from ektp_excel.buku.xlsx import KolomXml, LembarPanjang, Workbook

PENYISIRAN = "PENYISIRAN"
_KOLOM = (
    ("DESA", 12.0),
    ("RW", 5.0),
    ("RT", 5.0),
    ("NIK", 17.0),
    ("NAMA", 22.0),
    ("ALAMAT", 21.0),
    ("NO_UNDANGAN", 14.0),
    ("SEBAB", 23.0),
    ("CENTANG", 10.0),
    ("TANDA TANGAN", 17.0),
)
_TINGGI = 40
"""Points: three lines of text, or a signature."""


def add_penyisiran(buku: Workbook, gaya: Gaya, hasil: Hasil) -> None:
    """Add `PENYISIRAN`, sorted and broken into pages by desa, RW and RT."""
    baris = sweep(hasil.belum, on=hasil.on)
    lembar: LembarPanjang = buku.add_worksheet(PENYISIRAN, worksheet_class=LembarPanjang)
    lembar.fill([KolomXml(judul, gaya.kotak[Isi.TEKS]) for judul, _ in _KOLOM], gaya.kepala, baris, _row, bingkai=True)
    for i, (_, lebar) in enumerate(_KOLOM):
        lembar.set_column(i, i, lebar)
    lembar.set_default_row(_TINGGI)
    lembar.freeze_panes(1, 0)
    lembar.autofilter(0, 0, len(baris), len(_KOLOM) - 1)
    lembar.ignore_errors({"number_stored_as_text": f"A1:{chr(ord('A') + len(_KOLOM) - 1)}{len(baris) + 1}"})
    set_up_print_by_scale(lembar, f"{PENYISIRAN}, per {show_date(hasil.on)}", [lebar for _, lebar in _KOLOM])
    lembar.set_h_pagebreaks([i + 1 for i in break_before([(normalize_desa(b.desa), b.rw, b.rt) for b in baris])])


def _row(b: BarisPenyisiran) -> tuple[str, ...]:
    return b.desa, b.rw, b.rt, b.nik, b.nama, b.alamat, b.nomor_undangan, b.sebab.value, "", ""
