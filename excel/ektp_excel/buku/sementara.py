"""What is written before it is whole: files without a name where the system knows such, and folders that go again.

A process that is killed cannot tidy up. Its nameless file goes with it; what had a name carries the process's number, and the
next run takes away what belongs to a process that is no more.
"""

import os
import re
import secrets
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import BinaryIO

from ektp_core.galat import EktpError

_NAMA = re.compile(r"\.?ektp-(\d+)-\w+(?:\.tmp)?")
_BASI = 24 * 3600.0
"""Seconds after which a leaving is nobody's, where the system does not say whether a process lives."""


def temporary_name() -> str:
    """A name that nobody else has, with the number of this process."""
    return f".ektp-{os.getpid()}-{secrets.token_hex(6)}.tmp"


def open_nameless(folder: Path) -> BinaryIO | None:
    """A file in the folder that has no name yet, or None where the system has none such."""
    if not (hasattr(os, "O_TMPFILE") and os.path.isdir("/proc/self/fd")):
        return None
    try:
        return os.fdopen(os.open(folder, os.O_TMPFILE | os.O_RDWR, 0o666), "w+b")
    except OSError:
        return None


def give_name(berkas: BinaryIO, nama: Path) -> None:
    """Let a nameless file appear under a name of its folder."""
    # Only with a folder's descriptor does Python ask the system to follow the link under /proc to the file itself.
    sini = os.open(nama.parent, os.O_RDONLY)
    try:
        os.link(f"/proc/self/fd/{berkas.fileno()}", nama.name, src_dir_fd=sini, dst_dir_fd=sini, follow_symlinks=True)
    finally:
        os.close(sini)


@contextmanager
def scratch_folder() -> Iterator[str]:
    """A folder for parts that hold NIKs. It goes at the end of the block; one of a killed run goes at the next one's start.

    Raises `EktpError` when it cannot be made.
    """
    from ektp_excel.buku.utuh import explain

    try:
        sweep_dead(Path(tempfile.gettempdir()))
        folder = TemporaryDirectory(prefix=f"ektp-{os.getpid()}-", ignore_cleanup_errors=True)
    except OSError as e:
        raise EktpError(f"map sementara tidak dapat dibuat: {explain(e)}") from e
    with folder as nama:
        yield nama


def sweep_dead(folder: Path) -> None:
    """Take away what processes that are no more have left in the folder; what cannot be taken away stays."""
    with suppress(OSError), os.scandir(folder) as isi:
        for satu in isi:
            cocok = _NAMA.fullmatch(satu.name)
            if cocok and _is_left(satu, int(cocok[1])):
                with suppress(OSError):
                    if satu.is_dir(follow_symlinks=False):
                        shutil.rmtree(satu.path, ignore_errors=True)
                    else:
                        os.unlink(satu.path)


def _is_left(satu: os.DirEntry[str], pid: int) -> bool:
    if pid == os.getpid():
        return False
    if os.name == "posix":
        if satu.stat(follow_symlinks=False).st_uid != os.getuid():
            return False
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        except PermissionError:
            return False
    # On Windows the signal 0 would end the process that is asked after; and a number may have a new owner.
    return time.time() - satu.stat(follow_symlinks=False).st_mtime > _BASI
