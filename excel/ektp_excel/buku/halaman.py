"""A sheet of figures that is written from top to bottom: bands, tables and sentences across the page.

What stands in them is not known here.
"""

from collections.abc import Iterable, Sequence

from ektp_excel.buku.gaya import Gaya
from ektp_excel.buku.pena import Nilai, write_header, write_row
from ektp_excel.buku.tulisan import cell_text
from ektp_excel.buku.xlsx import Format, Worksheet


class Halaman:
    """The sheet being written; `baris` is the next free row.

    A band is `kolom` columns wide, `akhir` is the page's last column, and `huruf` characters fit on a line across the page.
    """

    def __init__(self, lembar: Worksheet, gaya: Gaya, *, kolom: int, akhir: int, huruf: int) -> None:
        self.lembar, self.gaya, self.baris = lembar, gaya, 0
        self._kolom, self._akhir, self._huruf = kolom, akhir, huruf

    def section(self, judul: str) -> int:
        """Write a section's band; gives the row after it."""
        self.lembar.write_string(self.baris, 0, judul, self.gaya.bagian)
        for i in range(1, self._kolom):
            self.lembar.write_blank(self.baris, i, None, self.gaya.bagian)
        self.baris += 1
        return self.baris

    def table(self, judul: Sequence[str], isi: Iterable[Sequence[Nilai]], jumlah: Sequence[Nilai] = ()) -> None:
        """Write a table with its header and its total, and leave a row free below it."""
        write_header(self.lembar, self.baris, 0, judul, self.gaya.kepala)
        for nilai in isi:
            self.baris += 1
            write_row(self.lembar, self.baris, 0, nilai, self.gaya.kotak)
        if jumlah:
            self.baris += 1
            write_row(self.lembar, self.baris, 0, jumlah, self.gaya.jumlah)
        self.baris += 2

    def sentence(self, teks: str, bentuk: Format) -> None:
        """Write a sentence across the page, over as many lines as it needs."""
        self.across(0, teks, bentuk, self._huruf, 16)

    def across(self, kolom: int, teks: str, bentuk: Format, huruf: int, tinggi: float) -> None:
        """Write text from that column to the page's right edge. A merged cell does not grow by itself: count its lines."""
        self.lembar.merge_range(self.baris, kolom, self.baris, self._akhir, "", bentuk)
        self.lembar.write_string(self.baris, kolom, cell_text(teks), bentuk)
        self.lembar.set_row(self.baris, tinggi * -(-len(teks) // huruf))
        self.baris += 1
