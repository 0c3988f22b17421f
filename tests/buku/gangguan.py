"""Faults on purpose: a run that is killed at a random moment, and what must be true of the folder afterwards.

`run` starts the command as a user does, in some tenths of a second. Where hundreds of runs are wanted, `fork_run` starts it
out of this process, into which it has been imported: only for a process without other threads.
"""

from __future__ import annotations

import hashlib
import os
import re
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from random import Random

from attrs import frozen

PERINTAH = (sys.executable, "-m", "ektp_excel.perintah")


@frozen
class Keadaan:
    """A folder with an input and an older output, and what the new output will be."""

    folder: Path
    buku: Path
    hasil: Path
    lama: str
    baru: str
    isi_lama: bytes

    def wrong(self) -> list[str]:
        """What is not as it must be after any fault: input untouched, output old or new, nothing beside them."""
        salah = []
        if digest(self.buku) != self._asli:
            salah.append("masukan berubah")
        if digest(self.hasil) not in (self.lama, self.baru):
            salah.append("hasil bukan yang lama dan bukan yang baru")
        milik = (self.buku, self.hasil, self.folder / "tmp")
        sisa = sorted(p.relative_to(self.folder).as_posix() for p in self.folder.rglob("*") if p not in milik)
        return [*salah, *(f"sisa: {nama}" for nama in sisa)]

    @property
    def _asli(self) -> str:
        return self.buku.stem


def digest(path: Path) -> str:
    """SHA-256 of a file; empty for none."""
    return hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else ""


def prepare(folder: Path, contoh: Path) -> Keadaan:
    """The input under the name of its own digest, and an older output of other content."""
    (folder / "tmp").mkdir(parents=True)
    buku = folder / f"{digest(contoh)}.xlsx"
    buku.write_bytes(contoh.read_bytes())
    hasil = folder / "hasil.xlsx"
    run(buku, hasil, "2012-08-28", folder).wait()
    baru = digest(hasil)
    run(buku, hasil, "2012-08-27", folder).wait()
    return Keadaan(folder, buku, hasil, digest(hasil), baru, hasil.read_bytes())


def run(buku: Path, hasil: Path, per: str, folder: Path) -> subprocess.Popen[bytes]:
    """Start `ektp rekon`; its temporary folder is in `folder/tmp`."""
    kata = ("rekon", str(buku), "--per", per, "-o", str(hasil))
    lingkungan = {"PATH": "", "TMPDIR": str(folder / "tmp"), "PYTHONDONTWRITEBYTECODE": "1"}
    return subprocess.Popen([*PERINTAH, *kata], env=lingkungan, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def kill_often(keadaan: Keadaan, kali: int, benih: int) -> Iterator[tuple[float, list[str]]]:
    """Kill so many runs, each at a random moment of its life; gives the moment and what was wrong after it."""
    mulai = time.monotonic()
    run(keadaan.buku, keadaan.hasil, "2012-08-28", keadaan.folder).wait()
    lama_jalan = time.monotonic() - mulai
    acak = Random(benih)
    for _ in range(kali):
        saat = acak.uniform(0.3, 1.05) * lama_jalan
        proses = run(keadaan.buku, keadaan.hasil, "2012-08-28", keadaan.folder)
        time.sleep(saat)
        proses.kill()
        proses.wait()
        yield saat, keadaan.wrong()


def lost(salah: list[str]) -> list[str]:
    """Of what is wrong after a kill, all but what carries the dead process's number: that the next run takes away."""
    return [satu for satu in salah if not re.match(r"sisa: (?:tmp/ektp-\d+-|\.ektp-\d+-)", satu)]


def fork_run(keadaan: Keadaan, awal: Callable[[], object] = lambda: None, per: str = "2012-08-28") -> int:
    """Start `ektp rekon` in a copy of this process, after `awal`; gives the number of the copy, which ends with the exit code."""
    from ektp_excel.perintah import main

    if pid := os.fork():
        return pid
    with suppress(BaseException):
        tempfile.tempdir = str(keadaan.folder / "tmp")
        sys.stdout = sys.stderr = open(os.devnull, "w")  # noqa: SIM115
        awal()
        os._exit(main(["rekon", str(keadaan.buku), "--per", per, "-o", str(keadaan.hasil)]))
    os._exit(99)


def await_code(pid: int) -> int:
    """Wait for the end of a copy; its exit code, or the negative number of the signal that ended it."""
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def kill_at_step(keadaan: Keadaan, ke: int) -> int:
    """Kill a run just before its `ke`-th step (from 1) that opens, makes, names or removes a file; gives how it ended.

    What an earlier run has left adds steps: `recover` comes first.
    """

    def watch() -> None:
        sisa = ke

        def look(peristiwa: str, isi: tuple[object, ...]) -> None:
            nonlocal sisa
            if peristiwa in _LANGKAH and (peristiwa in _TANPA_TEMPAT or str(isi[0]).startswith(str(keadaan.folder))):
                sisa -= 1
                if not sisa:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(look)

    return await_code(fork_run(keadaan, watch))


def recover(keadaan: Keadaan) -> list[str]:
    """Let the next run go to its end; what is wrong after it, and the older output in its place again."""
    kode = await_code(fork_run(keadaan))
    salah = [*keadaan.wrong(), *([f"kode {kode}"] if kode else [])]
    if digest(keadaan.hasil) != keadaan.baru:
        salah.append("jalan berikutnya tidak memberi hasil yang baru")
    keadaan.hasil.write_bytes(keadaan.isi_lama)
    return salah


_TANPA_TEMPAT = frozenset("os.link os.rename".split())
_LANGKAH = _TANPA_TEMPAT | frozenset("open os.mkdir os.remove os.rmdir os.scandir os.listdir".split())
