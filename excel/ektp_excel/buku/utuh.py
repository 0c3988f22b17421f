"""A file whole or not at all: written beside its place under another name, then renamed over it.

What is written is not known here. A failure leaves neither half a file nor the temporary one, and is told in one line.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from errno import EACCES, EDQUOT, EEXIST, EFBIG, EISDIR, ENAMETOOLONG, ENOENT, ENOSPC, ENOTDIR, EPERM, EROFS
from pathlib import Path
from typing import BinaryIO

from ektp_core.galat import EktpError
from ektp_excel.buku.sementara import give_name, open_nameless, sweep_dead, temporary_name

_SEBAB = {
    ENOENT: "mapnya tidak ada",
    ENOTDIR: "mapnya tidak ada",
    EISDIR: "itu sebuah map",
    EEXIST: "nama itu sudah dipakai sebuah berkas",
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

    A symbolic link stays and its target is replaced. The file is on the disk before it takes its place, so that a power cut
    leaves the old one or the new one. Raises `EktpError` when the file cannot be written.
    """
    # A link to the real file is followed, so that the rename does not turn the link into a file of its own.
    tujuan = Path(os.path.realpath(path))
    sementara = tujuan.parent / temporary_name()
    try:
        _check_target(tujuan)
        sweep_dead(tujuan.parent)
        tanpa_nama = open_nameless(tujuan.parent)
        with tanpa_nama or open(sementara, "xb") as berkas:
            yield berkas
            berkas.flush()
            os.fsync(berkas.fileno())
            if tanpa_nama:
                give_name(berkas, sementara)
        os.replace(sementara, tujuan)
        _sync_folder(tujuan.parent)
    except OSError as e:
        raise EktpError(f"{tujuan.name} tidak dapat ditulis di {tujuan.parent}: {explain(e)}") from e
    finally:
        with suppress(OSError):
            sementara.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    """Put the rename itself on the disk, where a folder can be synchronised."""
    with suppress(OSError):
        fd = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(fd)
        finally:
            os.close(fd)


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
