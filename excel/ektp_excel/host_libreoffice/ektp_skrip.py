"""The script that LibreOffice runs for every formula function: it is copied into the user's profile as it stands.

The office may bring an older Python than the functions need, so this file keeps to what every Python 3 can read.
"""

import importlib
import os
import sys
from typing import Any, Callable, List  # noqa: UP035

PALING_TUA = (3, 11)

_jawab: List[Callable[..., Any]] = []  # noqa: UP006


def _load() -> Callable[..., Any]:
    """Import the functions once, from the folder beside this script, before any older copy that the system may hold."""
    if not _jawab:
        # `__file__` is an address while the office runs the script, and is not set at all while it loads it.
        beside = os.path.join(os.path.dirname(_load.__code__.co_filename), "pythonpath")
        sys.path.insert(0, beside)
        try:
            _jawab.append(importlib.import_module("ektp_excel.host_libreoffice").answer)
        finally:
            sys.path.remove(beside)
    return _jawab[0]


def panggil(nama: str, *isi: Any) -> Any:
    """Answer one formula: its name and the arguments as Basic hands them over. An exception would open a box."""
    if sys.version_info[:2] < PALING_TUA:
        ini = ".".join(map(str, sys.version_info[:2]))
        return f"GALAT: LibreOffice ini memakai Python {ini}; perlu LibreOffice 25.8 atau lebih baru"
    try:
        return _load()(importlib.import_module("uno"), nama, isi)
    except Exception as e:
        return f"GALAT: skrip e-KTP tidak berjalan ({type(e).__name__}); jalankan lagi: ektp pasang"


g_exportedScripts = (panggil,)
