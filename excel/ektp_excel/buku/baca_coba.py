"""Tries a workbook on calamine in a process of its own, because for some broken files calamine ends the process it is in.

Old formats (.xls, .xlsb) and an .xlsx of unusual form are tried here first; a plain .xlsx never is. Run as a script by
this very file, so that the child imports calamine and nothing of ektp. What the file holds is not looked at.
"""

import subprocess
import sys
from collections.abc import Iterable
from io import BytesIO

_BATAS_DETIK = 300
_BATAS_MEMORI = 3 << 30
_BARIS, _KOLOM = 1_048_576, 16_384


def survives(isi: bytes, lembar: Iterable[int]) -> bool:
    """Whether calamine opens these bytes and reads the sheets at these positions, or refuses them in an orderly way."""
    if not sys.executable or getattr(sys, "frozen", False):
        return True
    try:
        anak = subprocess.run(
            [sys.executable, __file__, *map(str, lembar)],
            input=isi,
            capture_output=True,
            timeout=_BATAS_DETIK,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return False
    return anak.returncode == 0


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:
        return
    try:
        resource.setrlimit(resource.RLIMIT_AS, (_BATAS_MEMORI, resource.RLIM_INFINITY))
    except (ValueError, OSError):
        return


def _try(isi: bytes, lembar: Iterable[int]) -> None:
    from python_calamine import CalamineWorkbook

    _limit_memory()
    try:
        buku = CalamineWorkbook.from_filelike(BytesIO(isi))
        for posisi in lembar:
            akhir = buku.get_sheet_by_index(posisi).end
            if akhir and (akhir[0] >= _BARIS or akhir[1] >= _KOLOM):
                sys.exit(1)
    # An orderly refusal: the parent will meet it again and say it.
    except Exception:
        return


if __name__ == "__main__":
    _try(sys.stdin.buffer.read(), map(int, sys.argv[1:]))
