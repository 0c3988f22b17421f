"""The same person under two NIKs, by probability: label-free record linkage for any number of rows."""

from ektp_core.massal.dugaan.cari import find_dugaan_dobel

__all__ = ["find_dugaan_dobel"]
