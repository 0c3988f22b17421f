"""The lines of a report as a workbook of one sheet: every line is text, whatever it begins with."""

from datetime import date
from pathlib import Path

from ektp_excel.buku.sementara import scratch_folder
from ektp_excel.buku.utuh import write_whole
from ektp_excel.buku.xlsx import Kemasan, open_workbook

_DIBUAT = date(2012, 8, 28)
_LEBAR = 110


def write_laporan(berkas: Path, teks: str) -> None:
    """Write the report, whole or not at all."""
    with write_whole(berkas) as keluar, scratch_folder() as tmpdir:
        kemasan = Kemasan()
        buku = open_workbook(kemasan, tmpdir=tmpdir, judul="Pemeriksaan buku kerja", on=_DIBUAT)
        lembar = buku.add_worksheet("PERIKSA")
        lembar.set_column(0, 0, _LEBAR, buku.add_format({"num_format": "@", "font_name": "Courier New"}))
        lembar.hide_gridlines(2)
        lembar.set_paper(9)
        lembar.fit_to_pages(1, 0)
        for i, satu in enumerate(teks.splitlines()):
            lembar.write_string(i, 0, satu)
        buku.close()
        keluar.write(kemasan.getbuffer())
