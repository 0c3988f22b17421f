"""Makes an input that falls as small as it goes: bytes are left out, then made plain, while the same finding remains.

`python -m bench.fuzz.susut PEMBACA BERKAS` puts the smaller input in the file's place. Bounded in tries and in time.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

_DETIK = 10.0


def shrink(data: bytes, falls: Callable[[bytes], bool], *, detik: float = _DETIK) -> bytes:
    """The smallest input found on which `falls` still holds; it has to hold on `data`."""
    batas = time.monotonic() + detik
    while time.monotonic() < batas:
        lebih = _leave_out(data, falls, batas)
        lebih = _make_plain(lebih, falls, batas)
        if lebih == data:
            break
        data = lebih
    return data


def _leave_out(data: bytes, falls: Callable[[bytes], bool], batas: float) -> bytes:
    panjang = max(1, len(data) // 2)
    while panjang and time.monotonic() < batas:
        i = 0
        while i < len(data) and time.monotonic() < batas:
            calon = data[:i] + data[i + panjang :]
            if falls(calon):
                data = calon
            else:
                i += panjang
        panjang //= 2
    return data


def _make_plain(data: bytes, falls: Callable[[bytes], bool], batas: float) -> bytes:
    for i, lama in enumerate(data):
        for baru in b"0aA ":
            if baru == lama or time.monotonic() > batas:
                break
            calon = data[:i] + bytes([baru]) + data[i + 1 :]
            if falls(calon):
                data = calon
                break
    return data


def main(nama: str, berkas: str) -> None:
    """Shrink the input in the file."""
    from bench.fuzz.daftar import PER_NAMA
    from bench.fuzz.vonis import judge

    pembaca, path = PER_NAMA[nama], Path(berkas)
    data = path.read_bytes()
    apa = judge(pembaca.periksa, pembaca.detik, data)
    if apa:
        path.write_bytes(shrink(data, lambda d: judge(pembaca.periksa, pembaca.detik, d) == apa))


if __name__ == "__main__":
    main(*sys.argv[1:])
