"""The formula functions as plain functions on 2-D lists of cell values, and the registry that every host binds.

Nothing here knows a host: no xlwings, no LibreOffice, no workbook file. The rules are in `ektp_core`.
"""

from ektp_excel.fungsi.daftar import FUNGSI, Argumen, Fungsi

__all__ = ["FUNGSI", "Argumen", "Fungsi"]
