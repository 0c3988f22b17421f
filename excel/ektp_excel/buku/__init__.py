"""Workbook in, workbook out: reading any workbook by meaning, and writing the result workbook and its JSON summary."""

from ektp_excel.buku.json_ringkasan import summary, write_json
from ektp_excel.buku.laporan import JudulCocok, LaporanBaca
from ektp_excel.buku.tulis import write_hasil

__all__ = ["JudulCocok", "LaporanBaca", "summary", "write_hasil", "write_json"]
