"""The example: a workbook of an invented Kecamatan Jaten on 28 August 2012, seeded, its truth known.

It writes an input workbook and says what a right reconciliation must find in it. It reads nothing and decides nothing.
"""

from os import PathLike

from ektp_excel.contoh.kepala import make_lembar
from ektp_excel.contoh.lembar import Lembar, write_buku
from ektp_excel.contoh.orang import Surat
from ektp_excel.contoh.ringkasan import DesaContoh, RingkasanContoh
from ektp_excel.contoh.susun import IsiBuku, susun_buku

__all__ = ["DesaContoh", "IsiBuku", "Lembar", "RingkasanContoh", "Surat", "make_buku", "susun_buku", "write_isi"]


def make_buku(path: str | PathLike[str], *, benih: int = 2012, wajib: int = 55_865) -> RingkasanContoh:
    """Write the example workbook to `path` and give its truth.

    >>> import os, tempfile
    >>> with tempfile.TemporaryDirectory() as folder:
    ...     benar = make_buku(os.path.join(folder, "buku_jaten.xlsx"), wajib=400)
    >>> benar.neto
    400
    """
    isi = susun_buku(benih=benih, wajib=wajib)
    write_isi(path, isi)
    return isi.ringkasan


def write_isi(path: str | PathLike[str], isi: IsiBuku) -> None:
    """Write rows that `susun_buku` made."""
    write_buku(path, make_lembar(isi))
