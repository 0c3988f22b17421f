"""A file whole or not at all: written beside its place under another name, then renamed over it.

What is written is not known here. A failure leaves neither half a file nor the temporary one, and is told in one line.
"""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import EACCES, EDQUOT, EFBIG, EISDIR, ENAMETOOLONG, ENOENT, ENOSPC, ENOTDIR, EPERM, EROFS
from pathlib import Path
from typing import BinaryIO

from ektp_core.galat import EktpError

_SEBAB = {
    ENOENT: "mapnya tidak ada",
    ENOTDIR: "mapnya tidak ada",
    EISDIR: "itu sebuah map",
    EACCES: "tidak diizinkan; tutup dahulu berkas itu bila sedang terbuka, atau pilih map lain",
    EPERM: "tidak diizinkan; tutup dahulu berkas itu bila sedang terbuka, atau pilih map lain",
    EROFS: "tempat itu hanya dapat dibaca; pilih map lain",
    ENOSPC: "tempat simpan penuh",
    EDQUOT: "tempat simpan penuh",
    EFBIG: "berkas terlalu besar untuk tempat simpan itu",
    ENAMETOOLONG: "nama berkas terlalu panjang",
}


@contextmanager
def write_whole(path: str | os.PathLike[str]) -> Iterator[BinaryIO]:
    """A binary file to write into, which takes its place at `path` only when the block ends without an error.

    A symbolic link stays and its target is replaced. Raises `EktpError` when the file cannot be written.
    """
    # A link to the real file is followed, so that the rename does not turn the link into a file of its own.
    tujuan = Path(os.path.realpath(path))
    sementara = tujuan.parent / f".ektp-{secrets.token_hex(6)}.tmp"
    try:
        _check_target(tujuan)
        with open(sementara, "xb") as berkas:
            yield berkas
            berkas.flush()
            os.fsync(berkas.fileno())
        os.replace(sementara, tujuan)
    except OSError as e:
        raise EktpError(f"{tujuan.name} tidak dapat ditulis di {tujuan.parent}: {explain(e)}") from e
    finally:
        with suppress(OSError):
            sementara.unlink(missing_ok=True)


def _check_target(tujuan: Path) -> None:
    if tujuan.is_dir():
        raise IsADirectoryError(EISDIR, "")
    if tujuan.exists():
        if not tujuan.is_file():
            raise EktpError(f"{tujuan.name} tidak dapat ditulis: itu bukan berkas biasa")
        # A rename would pass over a file that its owner has closed to writing.
        if not os.access(tujuan, os.W_OK):
            raise PermissionError(EACCES, "")


def explain(e: OSError) -> str:
    """Why the system refused, in a few Indonesian words."""
    return _SEBAB.get(e.errno or 0) or f"{e.strerror or type(e).__name__}".lower()
