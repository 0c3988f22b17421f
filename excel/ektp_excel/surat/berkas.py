"""Names of the letters' files: safe on Windows whatever a desa is called, and never two the same."""

import unicodedata
from collections.abc import Iterable

_TERPANJANG = 60


def safe_name(teks: str) -> str:
    """A piece of a file name made of letters, digits, `-` and `_` only; `tanpa_nama` when nothing is left.

    >>> safe_name("Jaten"), safe_name("../Suruh: kalang*"), safe_name("...")
    ('Jaten', 'Suruh_kalang', 'tanpa_nama')
    """
    utuh = unicodedata.normalize("NFC", teks[: 4 * _TERPANJANG])
    aman = "".join(h if h.isalnum() or h == "-" else " " for h in utuh)
    return "_".join(aman.split())[:_TERPANJANG].strip("_-") or "tanpa_nama"


def file_names(awalan: str, desa: Iterable[str]) -> list[str]:
    """The file of each desa, in their order: two that would share one name (also in another case) get a number.

    A name of Windows such as CON is harmless behind the prefix.

    >>> file_names("edaran", ["Jaten", "JATEN", "Con"])
    ['edaran_Jaten.docx', 'edaran_JATEN_2.docx', 'edaran_Con.docx']
    """
    terpakai: set[str] = set()
    nama = []
    for satu in desa:
        pokok = calon = f"{awalan}_{safe_name(satu)}"
        ke = 1
        while _key(calon) in terpakai:
            ke += 1
            calon = f"{pokok}_{ke}"
        terpakai.add(_key(calon))
        nama.append(f"{calon}.docx")
    return nama


def _key(nama: str) -> str:
    # What file systems that fold case or composition take for the same name.
    return unicodedata.normalize("NFKC", nama).casefold()
