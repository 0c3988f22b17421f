"""A real LibreOffice without a window: one throw-away profile, and workbooks that it computes anew and writes again."""

from __future__ import annotations

import os
import signal
import subprocess
from pathlib import Path

# Cached values are trusted unless the profile says otherwise; here every formula is computed on opening.
HITUNG_ULANG = (
    b'<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse">'
    b"<value>0</value></prop></item></oor:items>"
)


class Kantor:
    """LibreOffice with a profile of its own in a folder of the test's."""

    def __init__(self, program: Path, folder: Path) -> None:
        self.program, self.folder = program, folder
        self.user = folder / "profil" / "user"
        # The first start writes the preset library over whatever stands there, so it comes before any other writing.
        self.run("--terminate_after_init")
        daftar = self.user / "registrymodifications.xcu"
        daftar.write_bytes(daftar.read_bytes().replace(b"</oor:items>", HITUNG_ULANG))

    def run(self, *args: str, timeout: float = 120) -> None:
        """Start the office, wait for its end, and end all of it when it does not."""
        command = [str(self.program), f"-env:UserInstallation={(self.folder / 'profil').as_uri()}", "--headless", *args]
        # With a virtual environment on the path the office takes its Python for its own, and waits for ever.
        env = {"PATH": "/usr/bin:/bin", "HOME": str(self.folder), "LANG": "C.UTF-8"}
        with (self.folder / "kantor.log").open("ab") as log:
            office = subprocess.Popen(
                command, env=env, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
            )
            try:
                code = office.wait(timeout)
            except BaseException:
                os.killpg(office.pid, signal.SIGKILL)
                office.wait()
                raise
        if code != 0:
            raise AssertionError((self.folder / "kantor.log").read_text(errors="replace")[-2000:])

    def recalculate(self, buku: Path, timeout: float = 120) -> Path:
        """Open the workbook, compute every formula, and write it beside under another name."""
        keluar = buku.parent / "terhitung"
        self.run("--convert-to", "xlsx", "--outdir", str(keluar), str(buku), timeout=timeout)
        return keluar / buku.name
