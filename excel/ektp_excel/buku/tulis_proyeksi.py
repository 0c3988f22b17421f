"""Writes the workbook of a projection: PROYEKSI, LEBARAN and PERUBAHAN DASAR, whole or not at all."""

import os

from ektp_excel.buku.bahan_proyeksi import BahanProyeksi
from ektp_excel.buku.gaya import Gaya
from ektp_excel.buku.lebaran import add_lebaran
from ektp_excel.buku.proyeksi import add_perubahan_dasar, add_proyeksi
from ektp_excel.buku.tulis import write_workbook
from ektp_excel.buku.tulisan import show_date
from ektp_excel.buku.xlsx import Workbook


def write_proyeksi(path: str | os.PathLike[str], bahan: BahanProyeksi) -> None:
    """Write the workbook to `path`; the same projection gives the same bytes.

    A file of that name is replaced. Raises `EktpError` when it cannot be written; then nothing is left behind.
    """
    p = bahan.proyeksi

    def fill(buku: Workbook, gaya: Gaya) -> None:
        for add in (add_proyeksi, add_lebaran, add_perubahan_dasar):
            add(buku, gaya, bahan)

    write_workbook(path, f"Proyeksi perekaman e-KTP sampai {show_date(p.target)}", p.on, fill)
