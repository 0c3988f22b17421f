"""What `ektp pasang` and `ektp copot` do on the computer they run on: Excel on Windows, LibreOffice on any system."""

import sys
from pathlib import Path

from ektp_core.galat import EktpError
from ektp_excel.pasang import libreoffice, windows


def install_here(xlam: Path | None = None, sistem: str = sys.platform) -> list[str]:
    """Put the functions in wherever they fit here; gives what was done, a line each.

    `xlam` is an add-in for Excel that was built before. On Windows LibreOffice only gets them if this user has it.
    """
    if sistem != "win32":
        if xlam is not None:
            raise EktpError("add-in .xlam hanya untuk Excel di Windows; di sini fungsi dipasang ke LibreOffice")
        return libreoffice.install_all()
    hasil = windows.install(xlam=xlam)
    if profil := libreoffice.find_profiles():
        try:
            hasil += libreoffice.install_all(profil)
        except EktpError as e:
            # Excel is done by now: that LibreOffice stands open is not a failure of the whole.
            hasil.append(f"LibreOffice belum dipasangi: {e}")
    return hasil


def remove_here(sistem: str = sys.platform) -> list[str]:
    """Take out what `install_here` put in; gives what was done, a line each."""
    hasil = windows.remove() if sistem == "win32" else []
    return hasil + libreoffice.remove_all()
