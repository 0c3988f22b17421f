"""A VBA project (MS-OVBA) as the texts of its modules: read one, put modules in or take them out, write it again.

Nothing is compiled. What is written holds source texts only and no cache of any version, so that Excel compiles them when
it opens the file; a module that is not touched keeps its compressed text byte for byte.
"""

import re
import struct
from collections.abc import Mapping

from attrs import define

from ektp_excel.bangun.cfb import Pohon, read_cfb, write_cfb

BARIS_TERPANJANG = 1023
"""A line of VBA may not be longer."""

_POTONG = 4096
_TANPA_CACHE = b"\xcc\x61\xff\xff\x00\x00\x00"  # version FFFF: every cache is ignored
_NAMA_SAH = re.compile(r"[A-Za-z]\w{0,30}", re.ASCII)

# Identifiers of the records in the stream `dir`.
_KODE_HALAMAN, _VERSI, _BANYAK_MODUL, _PENUTUP = 0x03, 0x09, 0x0F, 0x10
_NAMA_MODUL, _NAMA_ALIRAN, _LETAK, _AKHIR_MODUL = 0x19, 0x1A, 0x31, 0x2B
Rekaman = tuple[int, bytes]


def edit_project(data: bytes, tambah: Mapping[str, str], buang: frozenset[str] = frozenset()) -> bytes:
    """The project with these standard modules added, by name, and others taken out; no module is replaced."""
    proyek = _Proyek.read(data)
    for nama in buang:
        proyek.drop(nama)
    for nama, teks in tambah.items():
        proyek.add(nama, teks)
    return proyek.write()


def read_modules(data: bytes) -> dict[str, str]:
    """The text of every module, by name, in the project's order."""
    proyek = _Proyek.read(data)
    return {nama: decompress(isi).decode(proyek.sandi) for nama, isi in proyek.modul.items()}


@define
class _Proyek:
    pohon: Pohon
    vba: Pohon
    rekaman: list[Rekaman]
    modul: dict[str, bytes]
    sandi: str

    @classmethod
    def read(cls, data: bytes) -> "_Proyek":
        pohon = read_cfb(data)
        vba = pohon["VBA"]
        if isinstance(vba, bytes):
            raise ValueError("proyek VBA rusak")
        rekaman = _records(decompress(_stream(vba, "dir")))
        sandi = f"cp{struct.unpack('<H', dict(rekaman)[_KODE_HALAMAN])[0]}"
        modul, nama = dict[str, bytes](), ""
        for kode, isi in rekaman:
            if kode == _NAMA_ALIRAN:
                nama = isi.decode(sandi)
            if kode == _LETAK:
                modul[nama] = _stream(vba, nama)[struct.unpack("<I", isi)[0] :]
        return cls(pohon, vba, rekaman, modul, sandi)

    def add(self, nama: str, teks: str) -> None:
        if not _NAMA_SAH.fullmatch(nama) or nama.lower() in (ada.lower() for ada in self.modul):
            raise ValueError(f"nama modul {nama!r} tidak dapat dipakai")
        self.modul[nama] = compress(module_bytes(nama, teks, self.sandi))
        byte, lebar = nama.encode("ascii"), nama.encode("utf-16le")
        tempat = next(i for i, (kode, _) in enumerate(self.rekaman) if kode == _PENUTUP)
        self.rekaman[tempat:tempat] = [
            *((_NAMA_MODUL, byte), (0x47, lebar), (_NAMA_ALIRAN, byte), (0x32, lebar), (0x1C, b""), (0x48, b"")),
            *((_LETAK, bytes(4)), (0x1E, bytes(4)), (0x2C, b"\xff\xff"), (0x21, b""), (_AKHIR_MODUL, b"")),
        ]
        self._count(1)
        daftar, ruang = self._text("PROJECT").split("[Workspace]\r\n")
        # The modules stand before the project's own properties.
        tempat = min(daftar.index(kunci) for kunci in ("HelpFile=", "ExeName32=", 'Name="') if kunci in daftar)
        daftar = f"{daftar[:tempat]}Module={nama}\r\n{daftar[tempat:]}"
        ruang = f"{ruang.rstrip()}\r\n{nama}=0, 0, 0, 0, C\r\n"
        self.pohon["PROJECT"] = f"{daftar}[Workspace]\r\n{ruang}".encode(self.sandi)
        peta = _stream(self.pohon, "PROJECTwm")
        self.pohon["PROJECTwm"] = peta[:-2] + byte + b"\0" + lebar + b"\0\0" + peta[-2:]

    def drop(self, nama: str) -> None:
        del self.modul[nama], self.vba[nama]
        byte, lebar = nama.encode("ascii"), nama.encode("utf-16le")
        awal = self.rekaman.index((_NAMA_MODUL, byte))
        akhir = next(i for i in range(awal, len(self.rekaman)) if self.rekaman[i][0] == _AKHIR_MODUL)
        del self.rekaman[awal : akhir + 1]
        self._count(-1)
        baris = self._text("PROJECT").split("\r\n")
        baris = [satu for satu in baris if satu != f"Module={nama}" and not satu.startswith(f"{nama}=")]
        self.pohon["PROJECT"] = "\r\n".join(baris).encode(self.sandi)
        peta = _stream(self.pohon, "PROJECTwm")
        self.pohon["PROJECTwm"] = peta.replace(byte + b"\0" + lebar + b"\0\0", b"")

    def write(self) -> bytes:
        # Every stream holds its text from the first byte on: what stood before it was a cache.
        self.vba.update(self.modul)
        rekaman = [(kode, bytes(4) if kode == _LETAK else isi) for kode, isi in self.rekaman]
        self.vba["dir"] = compress(_join(rekaman))
        self.vba["_VBA_PROJECT"] = _TANPA_CACHE
        for nama in [nama for nama in self.vba if nama.startswith("__SRP_")]:
            del self.vba[nama]
        return write_cfb(self.pohon)

    def _count(self, beda: int) -> None:
        i, lama = next((i, isi) for i, (kode, isi) in enumerate(self.rekaman) if kode == _BANYAK_MODUL)
        self.rekaman[i] = (_BANYAK_MODUL, struct.pack("<H", struct.unpack("<H", lama)[0] + beda))

    def _text(self, nama: str) -> str:
        return _stream(self.pohon, nama).decode(self.sandi)


def module_bytes(nama: str, teks: str, sandi: str = "cp1252") -> bytes:
    """A module's text as a project stores it; raises `ValueError` for a text that VBA could not keep."""
    baris = teks.strip().splitlines()
    if not baris or baris[0] != f'Attribute VB_Name = "{nama}"':
        raise ValueError(f'modul {nama} harus dimulai dengan Attribute VB_Name = "{nama}"')
    if panjang := [i for i, satu in enumerate(baris, 1) if len(satu) > BARIS_TERPANJANG]:
        raise ValueError(f"modul {nama}: baris {panjang[0]} lebih dari {BARIS_TERPANJANG} huruf")
    return "".join(f"{satu}\r\n" for satu in baris).encode(sandi)


def compress(data: bytes) -> bytes:
    """The compression of MS-OVBA 2.4.1, taking the longest match each time."""
    hasil = bytearray(b"\x01")
    for dari in range(0, len(data), _POTONG):
        potong = data[dari : dari + _POTONG]
        badan = _compress_chunk(potong)
        if len(badan) > _POTONG:
            if len(potong) < _POTONG:
                raise ValueError("potongan terakhir tidak dapat dimampatkan")
            hasil += struct.pack("<H", 0x3FFF) + potong
        else:
            hasil += struct.pack("<H", 0xB000 | (len(badan) - 1)) + badan
    return bytes(hasil)


def decompress(data: bytes) -> bytes:
    """What `compress` took; raises `ValueError` for anything else."""
    if data[:1] != b"\x01":
        raise ValueError("bukan wadah teks VBA")
    hasil, p = bytearray(), 1
    while p < len(data):
        kepala = struct.unpack_from("<H", data, p)[0]
        akhir = min(p + (kepala & 0xFFF) + 3, len(data))
        p += 2
        if kepala & 0x8000:
            _decompress_chunk(data[p:akhir], hasil)
        else:
            hasil += data[p:akhir]
        p = akhir
    return bytes(hasil)


def _compress_chunk(potong: bytes) -> bytes:
    badan, p = bytearray(), 0
    while p < len(potong):
        tanda, isi = 0, bytearray()
        for bit in range(8):
            if p >= len(potong):
                break
            lebar = _offset_bits(p)
            jarak, panjang = _longest_match(potong, p, (0xFFFF >> lebar) + 3)
            if panjang:
                tanda |= 1 << bit
                isi += struct.pack("<H", (jarak - 1) << (16 - lebar) | (panjang - 3))
                p += panjang
            else:
                isi.append(potong[p])
                p += 1
        badan.append(tanda)
        badan += isi
    return bytes(badan)


def _longest_match(potong: bytes, p: int, paling: int) -> tuple[int, int]:
    """Distance and length of the longest earlier text that goes on at `p`, which it may overlap; (0, 0) below three."""
    panjang, letak = 2, -1
    paling = min(paling, len(potong) - p)
    while panjang < paling:
        calon = potong.rfind(potong[p : p + panjang + 1], 0, p + panjang)
        if calon < 0:
            break
        panjang, letak = panjang + 1, calon
    return (p - letak, panjang) if letak >= 0 else (0, 0)


def _decompress_chunk(potong: bytes, hasil: bytearray) -> None:
    awal, p = len(hasil), 0
    while p < len(potong):
        tanda = potong[p]
        p += 1
        for bit in range(8):
            if p >= len(potong):
                return
            if not tanda >> bit & 1:
                hasil.append(potong[p])
                p += 1
                continue
            salin = struct.unpack_from("<H", potong, p)[0]
            p += 2
            lebar = _offset_bits(len(hasil) - awal)
            dari = len(hasil) - (salin >> (16 - lebar)) - 1
            if dari < awal:
                raise ValueError("teks VBA rusak")
            for i in range((salin & (0xFFFF >> lebar)) + 3):
                hasil.append(hasil[dari + i])


def _offset_bits(sudah: int) -> int:
    return max(4, (sudah - 1).bit_length()) if sudah else 4


def _records(data: bytes) -> list[Rekaman]:
    hasil, p = list[Rekaman](), 0
    while p < len(data):
        kode, panjang = struct.unpack_from("<HI", data, p)
        if kode == _VERSI:
            panjang = 6  # the size says 4, the body has 6
        hasil.append((kode, data[p + 6 : p + 6 + panjang]))
        p += 6 + panjang
    return hasil


def _join(rekaman: list[Rekaman]) -> bytes:
    return b"".join(struct.pack("<HI", kode, 4 if kode == _VERSI else len(isi)) + isi for kode, isi in rekaman)


def _stream(pohon: Pohon, nama: str) -> bytes:
    isi = pohon[nama]
    if not isinstance(isi, bytes):
        raise ValueError("proyek VBA rusak")
    return isi
