"""A table with its header -> rows by canonical column: the one way for sheets of a workbook and for ranges of a formula."""

from ektp_excel.tabel.baris import CONTOH, TERCATAT, Baris, Hitungan, name_rows
from ektp_excel.tabel.pilih import doubled, match_columns

__all__ = ["CONTOH", "TERCATAT", "Baris", "Hitungan", "doubled", "match_columns", "name_rows"]
