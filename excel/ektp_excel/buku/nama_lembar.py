"""Names that Excel takes for a sheet and Windows for a file, made of the name of a desa; never two alike."""

import re
from collections.abc import Iterable, Sequence

from ektp_core.tulisan import strip_invisible

TERPANJANG = 31
_TERLARANG = re.compile(r"[\[\]:*?/\\<>|\"\x00-\x1f\ufffe\uffff\ud800-\udfff]+")
_MILIK_WINDOWS = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d|history)", re.IGNORECASE)
"""Names that Windows, or (`History`) Excel, keeps for itself."""


def legal_names(nama: Sequence[str], *, dipakai: Iterable[str] = ()) -> list[str]:
    """One legal name for each, in order: at most 31 characters, none like another or like those in use, whatever the case.

    >>> legal_names(["Jaten", "JATEN", "RW 1/2", "", "'x'", "Desa " * 9])
    ['Jaten', 'JATEN 2', 'RW 1 2', 'TANPA NAMA', 'x', 'Desa Desa Desa Desa Desa Desa D']
    """
    ada = {satu.casefold() for satu in dipakai}
    hasil = []
    for satu in nama:
        dasar = _clean(satu)
        calon, ke = dasar, 1
        while calon.casefold() in ada:
            ke += 1
            calon = _cut(dasar, f" {ke}")
        ada.add(calon.casefold())
        hasil.append(calon)
    return hasil


def _clean(nama: str) -> str:
    teks = " ".join(_TERLARANG.sub(" ", strip_invisible(nama)).split()).strip("'. ")
    if _MILIK_WINDOWS.fullmatch(teks):
        teks = f"Desa {teks}"
    return _cut(teks, "").strip("'. ") or "TANPA NAMA"


def _cut(nama: str, ekor: str) -> str:
    """The name with its tail in 31 UTF-16 units, as Excel counts them."""
    batas = TERPANJANG - len(ekor)
    return nama.encode("utf-16-le")[: 2 * batas].decode("utf-16-le", errors="ignore").rstrip() + ekor
