"""A copy of a workbook that may leave the office: other people, the same doubles, the same dirt, the same answers.

`disguise` writes it. What stands for whom is drawn from a secret that is thrown away; nothing of it is kept. The copy is only
left behind when its figures are those of the original, and when no NIK, name or date of the original is in its place.
"""

from ektp_excel.samarkan.salin import Salinan, disguise

__all__ = ["Salinan", "disguise"]
