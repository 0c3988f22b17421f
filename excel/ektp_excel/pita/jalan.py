"""Runs the command `ektp` in a process of its own, so that a button does exactly what the command does."""

import shutil
import subprocess
import sys
import time
from pathlib import Path

from ektp_core.galat import EktpError

_TANPA_JENDELA: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)
_COBA, _JEDA = 5, 0.2


def run_ektp(*argumen: str) -> str:
    """What the command says; raises `EktpError` with its one line when it fails."""
    jalan = subprocess.run(
        # Isolated: neither a folder nor a variable of the user's can put another module before ours.
        [sys.executable, "-I", "-X", "utf8", "-m", "ektp_excel.perintah", *argumen],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        creationflags=_TANPA_JENDELA,
        check=False,
    )
    if jalan.returncode == 0:
        return jalan.stdout
    pesan = [baris.removeprefix("ektp: ") for baris in jalan.stderr.splitlines() if baris.strip()]
    raise EktpError(pesan[-1] if pesan else f"ektp berhenti dengan kode {jalan.returncode}")


def remove_folder(folder: Path) -> bool:
    """Delete a folder with all in it; Excel may need a moment to let go of a file."""
    for ulang in range(_COBA):
        if ulang:
            time.sleep(_JEDA)
        shutil.rmtree(folder, ignore_errors=True)
        if not folder.exists():
            return True
    return False
