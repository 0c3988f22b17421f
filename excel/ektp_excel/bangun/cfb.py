"""The compound file (MS-CFB) in which Office keeps a VBA project: read into a tree of streams, and written from one.

Only what such a project needs: version 3, and fewer than seven megabytes. The same tree gives the same bytes.
"""

import struct
from collections.abc import Iterator

from attrs import define

Pohon = dict[str, "bytes | Pohon"]

_TANDA = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SEKTOR, _MINI, _BATAS_MINI = 512, 64, 4096
_AKHIR, _TAK_ADA, _SEKTOR_FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
_FOLDER, _ALIRAN, _AKAR = 1, 2, 5
_KEPALA, _ENTRI = "<8s16s6H10I", "<64sHBBIII16sIQQIQ"
_FAT_DI_KEPALA = 109


def read_cfb(data: bytes) -> Pohon:
    """The streams of a compound file by name; raises `ValueError` for anything else."""
    if data[:8] != _TANDA or len(data) < _SEKTOR:
        raise ValueError("bukan berkas gabungan OLE")
    kepala = struct.unpack_from(_KEPALA, data)
    sektor = 1 << kepala[5]
    awal_direktori, awal_mini_fat = kepala[11], kepala[14]
    fat: list[int] = []
    for i in struct.unpack_from(f"<{_FAT_DI_KEPALA}I", data, 76)[: kepala[10]]:
        fat += struct.unpack_from(f"<{sektor // 4}I", data, (i + 1) * sektor)

    def big(awal: int) -> bytes:
        return b"".join(data[(i + 1) * sektor : (i + 2) * sektor] for i in _chain(fat, awal))

    direktori = big(awal_direktori)
    entri = [struct.unpack_from(_ENTRI, direktori, p) for p in range(0, len(direktori), 128)]
    mini_fat_byte = big(awal_mini_fat)
    mini_fat = list(struct.unpack(f"<{len(mini_fat_byte) // 4}I", mini_fat_byte))
    mini = big(entri[0][11])

    def content(awal: int, panjang: int) -> bytes:
        if panjang >= _BATAS_MINI:
            return big(awal)[:panjang]
        return b"".join(mini[i * _MINI : (i + 1) * _MINI] for i in _chain(mini_fat, awal))[:panjang]

    def folder(nomor: int) -> Pohon:
        hasil: Pohon = {}
        antrean = [entri[nomor][6]]
        while antrean:
            i = antrean.pop()
            if i == _TAK_ADA:
                continue
            nama, panjang_nama, jenis, _, kiri, kanan, _, _, _, _, _, awal, panjang = entri[i]
            teks = nama[: panjang_nama - 2].decode("utf-16le")
            # The upper half of a size is not to be trusted in version 3.
            hasil[teks] = folder(i) if jenis == _FOLDER else content(awal, panjang & 0xFFFFFFFF)
            antrean += [kiri, kanan]
        return hasil

    return folder(0)


def write_cfb(pohon: Pohon) -> bytes:
    """The tree as a compound file of 512-byte sectors, with balanced red-black trees of siblings."""
    penulis = _Penulis()
    entri = penulis.entries(pohon)
    mini, mini_fat = bytearray(), list[int]()
    for satu in entri:
        if satu.jenis == _ALIRAN and satu.panjang < _BATAS_MINI:
            satu.awal = _link(mini_fat, -(-satu.panjang // _MINI))
            mini += satu.isi.ljust(-(-satu.panjang // _MINI) * _MINI, b"\0")
    for satu in entri:
        if satu.jenis == _ALIRAN and satu.panjang >= _BATAS_MINI:
            satu.awal = penulis.put(satu.isi)
    entri[0].awal, entri[0].panjang = penulis.put(bytes(mini)), len(mini)
    mini_fat_byte = struct.pack(f"<{len(mini_fat)}I", *mini_fat)
    banyak_mini_fat = -(-len(mini_fat_byte) // _SEKTOR)
    awal_mini_fat = penulis.put(mini_fat_byte.ljust(banyak_mini_fat * _SEKTOR, b"\xff"))
    direktori = b"".join(satu.pack() for satu in entri)
    while len(direktori) % _SEKTOR:
        direktori += _Entri("", 0).pack()
    awal_direktori = penulis.put(direktori)
    return penulis.finish(awal_direktori, awal_mini_fat, banyak_mini_fat)


@define
class _Entri:
    """One entry of the directory."""

    nama: str
    jenis: int
    isi: bytes = b""
    hitam: bool = True
    kiri: int = _TAK_ADA
    kanan: int = _TAK_ADA
    anak: int = _TAK_ADA
    awal: int = 0
    panjang: int = 0

    def pack(self) -> bytes:
        nama = self.nama.encode("utf-16le")
        panjang_nama = len(nama) + 2 if self.jenis else 0
        return struct.pack(
            _ENTRI,
            *(nama, panjang_nama, self.jenis, int(self.hitam), self.kiri, self.kanan, self.anak),
            *(bytes(16), 0, 0, 0, self.awal, self.panjang),
        )


class _Penulis:
    """Sectors as they are filled, and the table that chains them."""

    def __init__(self) -> None:
        self._badan = bytearray()
        self._fat: list[int] = []

    def entries(self, pohon: Pohon) -> list[_Entri]:
        """The directory: the root, then each folder's content in the order that the format asks for."""
        entri = [_Entri("Root Entry", _AKAR)]
        self._fill(entri, 0, pohon)
        return entri

    def _fill(self, entri: list[_Entri], induk: int, isi: Pohon) -> None:
        urut = sorted(isi, key=lambda nama: (len(nama.encode("utf-16le")), nama.upper()))
        dari = len(entri)
        for nama in urut:
            nilai = isi[nama]
            if isinstance(nilai, bytes):
                entri.append(_Entri(nama, _ALIRAN, nilai, panjang=len(nilai)))
            else:
                entri.append(_Entri(nama, _FOLDER))
        penuh = (len(urut) + 1).bit_length() - 1  # completely filled levels; what hangs below them is red
        entri[induk].anak = _balance(entri, dari, dari + len(urut), 0, penuh)
        for i, nama in enumerate(urut, dari):
            nilai = isi[nama]
            if not isinstance(nilai, bytes):
                self._fill(entri, i, nilai)

    def put(self, isi: bytes) -> int:
        """Store a stream in sectors of its own; gives the first."""
        banyak = -(-len(isi) // _SEKTOR)
        self._badan += isi.ljust(banyak * _SEKTOR, b"\0")
        return _link(self._fat, banyak)

    def finish(self, awal_direktori: int, awal_mini_fat: int, banyak_mini_fat: int) -> bytes:
        """The whole file: header, sectors, and the table itself behind them."""
        banyak_fat = 1
        while banyak_fat * (_SEKTOR // 4) < len(self._fat) + banyak_fat:
            banyak_fat += 1
        if banyak_fat > _FAT_DI_KEPALA:
            raise ValueError("proyek VBA terlalu besar")
        awal_fat = len(self._fat)
        fat = self._fat + [_SEKTOR_FAT] * banyak_fat
        kepala = struct.pack(
            _KEPALA,
            *(_TANDA, bytes(16), 0x3E, 3, 0xFFFE, 9, 6, 0, 0, 0, banyak_fat, awal_direktori, 0, _BATAS_MINI),
            *(awal_mini_fat, banyak_mini_fat, _AKHIR, 0),
        )
        letak = list(range(awal_fat, awal_fat + banyak_fat))
        letak += [_TAK_ADA] * (_FAT_DI_KEPALA - banyak_fat)
        isi_fat = struct.pack(f"<{len(fat)}I", *fat).ljust(banyak_fat * _SEKTOR, b"\xff")
        return kepala + struct.pack(f"<{_FAT_DI_KEPALA}I", *letak) + bytes(self._badan) + isi_fat


def _balance(entri: list[_Entri], dari: int, sampai: int, dalam: int, penuh: int) -> int:
    if dari >= sampai:
        return _TAK_ADA
    tengah = (dari + sampai) // 2
    satu = entri[tengah]
    satu.hitam = dalam < penuh
    satu.kiri = _balance(entri, dari, tengah, dalam + 1, penuh)
    satu.kanan = _balance(entri, tengah + 1, sampai, dalam + 1, penuh)
    return tengah


def _link(fat: list[int], banyak: int) -> int:
    """Chain so many new places; gives the first."""
    if not banyak:
        return _AKHIR
    awal = len(fat)
    fat += [*range(awal + 1, awal + banyak), _AKHIR]
    return awal


def _chain(fat: list[int], awal: int) -> Iterator[int]:
    langkah = 0
    while awal < _SEKTOR_FAT:
        if langkah > len(fat):
            raise ValueError("rantai sektor berputar")
        yield awal
        awal = fat[awal]
        langkah += 1
