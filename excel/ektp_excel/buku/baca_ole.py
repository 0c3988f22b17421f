"""Looks at an .xls before calamine does: whether the file is whole, and which date system it uses.

An old workbook is an OLE compound file; of a truncated one calamine may give the rows that are left, without a word.
"""

import struct

TANDA = bytes.fromhex("d0cf11e0a1b11ae1")
"""The first bytes of an OLE compound file, an encrypted .xlsx among them."""

_SEKTOR_KEPALA = 109
_BEBAS = 0xFFFFFFFF
_BOF = b"\x09\x08\x10\x00\x00\x06\x05\x00"
_DATEMODE, _EOF, _BOUNDSHEET = 0x22, 0x0A, 0x85


def is_encrypted(isi: bytes) -> bool:
    """Whether the file wraps an encrypted .xlsx."""
    return "EncryptedPackage".encode("utf-16-le") in isi


def is_whole(isi: bytes) -> bool:
    """Whether the file reaches as far as its table of sectors says."""
    try:
        pangkat: int = struct.unpack_from("<H", isi, 30)[0]
        banyak: int = struct.unpack_from("<I", isi, 44)[0]
        daftar = struct.unpack_from(f"<{_SEKTOR_KEPALA}I", isi, 76)
        if pangkat not in (9, 12):
            return False
        sektor, terakhir = 1 << pangkat, -1
        # The tables that the header lists cover 6,8 MB; those of a longer file are not looked at.
        for urutan, satu in enumerate(daftar[: min(banyak, _SEKTOR_KEPALA)]):
            tabel = struct.unpack_from(f"<{sektor // 4}I", isi, (satu + 1) << pangkat)
            dipakai = [i for i, isinya in enumerate(tabel) if isinya != _BEBAS]
            if dipakai:
                terakhir = urutan * (sektor // 4) + dipakai[-1]
    except struct.error:
        return False
    # Some programs do not fill the last sector up.
    return len(isi) > (terakhir + 1) << pangkat


def is_1904(isi: bytes) -> bool:
    """Whether the workbook counts days from 1904; walks its first records to the one that says so."""
    di = isi.find(_BOF)
    while 0 <= di <= len(isi) - 6:
        jenis, panjang = struct.unpack_from("<HH", isi, di)
        if jenis == _DATEMODE:
            return isi[di + 4] == 1
        if jenis in (_EOF, _BOUNDSHEET):
            return False
        di += 4 + panjang
    return False
