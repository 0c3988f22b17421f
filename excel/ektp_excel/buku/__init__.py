"""Workbook in, workbook out: reading any workbook by meaning, and writing the result workbook and its JSON summary."""

from ektp_excel.buku.laporan import JudulCocok, LaporanBaca

__all__ = ["JudulCocok", "LaporanBaca"]
