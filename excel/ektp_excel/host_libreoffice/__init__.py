"""The formula functions inside LibreOffice Calc: Basic shims, the script they call, and Calc's values to plain ones.

Calc resolves a name such as EKTP_UMUR to a function of the user's Standard library; the function hands its arguments to
one Python script, and the script to `answer`. Nothing here writes a profile: that is `ektp_excel.pasang`.
"""

from ektp_excel.host_libreoffice.basic import FOLDER, MODUL, SKRIP, write_module
from ektp_excel.host_libreoffice.jawab import answer

__all__ = ["FOLDER", "MODUL", "SKRIP", "answer", "write_module"]
