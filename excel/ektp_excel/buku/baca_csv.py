"""A folder of .csv files that serves as a workbook: the file's name is the sheet's name.

Rows are numbered as Excel shows them: a record is a row however many lines it takes, an empty line is a row, and a first
line `sep=;` is none. All cells are text.
"""

import csv
import hashlib
from codecs import BOM_UTF8
from collections.abc import Iterator, Sequence
from io import StringIO
from itertools import islice
from pathlib import Path

from ektp_core.galat import EktpError
from ektp_excel.buku.baca_berkas import IsiLembar, read_file
from ektp_excel.buku.utuh import explain
from ektp_excel.kolom import BARIS_JUDUL, LEMBAR

PEMISAH = (";", ",", "\t", "|")
_TERLIPAT = 100
"""No record takes more lines than this; more means that a quotation mark was never closed."""


class MapCsv:
    """The .csv files of a folder, in the order of their names."""

    def __init__(self, path: Path) -> None:
        self.nama = path.resolve().name
        berkas = _list_csv(path)
        if not berkas:
            raise EktpError(f"map {self.nama} tidak memuat satu pun berkas .csv")
        self.lembar = tuple(satu.stem for satu in berkas)
        self.tersembunyi: frozenset[str] = frozenset()
        self.sistem_1904 = False
        self.pesan: tuple[str, ...] = ()
        self._isi: list[bytes] = []
        jejak = hashlib.sha256()
        for satu in berkas:
            isi = read_file(satu)
            self._isi.append(isi)
            jejak.update(f"{satu.name}\0{len(isi)}\0".encode("utf-8", "surrogateescape") + isi)
        self.sha256 = jejak.hexdigest()

    def prepare(self, posisi: Sequence[int]) -> None:
        """Drop the files that will not be read."""
        self._isi = [isi if i in posisi else b"" for i, isi in enumerate(self._isi)]

    def read(self, posisi: int, *, sambil: bool = False) -> IsiLembar:
        """The records of the file at this position."""
        nama = f"{self.lembar[posisi]}.csv"
        teks, pengodean = decode(self._isi[posisi])
        pemisah, awal = sniff(teks)
        baris = iter_records(teks[awal:], pemisah, nama)
        isi = IsiLembar(_unwrap(baris) if '="' in teks else baris)
        # Only now: who finds no room above may come again.
        self._isi[posisi] = b""
        if pengodean == "cp1252":
            self.pesan += (f"{nama} bukan UTF-8; dibaca sebagai Windows-1252.",)
        return isi


def _list_csv(path: Path) -> list[Path]:
    try:
        return sorted(
            satu
            for satu in path.iterdir()
            if satu.suffix.lower() == ".csv" and satu.name[0] not in ".~" and satu.is_file()
        )
    except OSError as e:
        raise EktpError(f"map {path.name} tidak dapat dibaca: {explain(e)}") from e


def decode(isi: bytes) -> tuple[str, str]:
    """The text of a file and its encoding: by its byte order mark, else UTF-16 by its zeros, else UTF-8, else cp1252.

    >>> decode("Ñ;b".encode("utf-16")), decode("Ñ".encode("cp1252")), decode(b"\\xef\\xbb\\xbfNIK")
    (('Ñ;b', 'utf-16'), ('Ñ', 'cp1252'), ('NIK', 'utf-8-sig'))
    """
    if isi.startswith((b"\xff\xfe", b"\xfe\xff")):
        return isi.decode("utf-16", "replace"), "utf-16"
    pengodean = "utf-8-sig" if isi.startswith(BOM_UTF8) else "utf-8"
    # A mark says more than zeros do: a file that a power cut has padded with zeros keeps it.
    contoh = isi[:4000] if pengodean == "utf-8" else b""
    for sisi, lebar in ((1, "utf-16-le"), (0, "utf-16-be")):
        # In UTF-16 nearly every other byte of such a list is zero.
        if 5 * contoh[sisi::2].count(0) > 2 * len(contoh) // 2 > 5 * contoh[1 - sisi :: 2].count(0):
            return isi.decode(lebar, "replace"), lebar
    try:
        return isi.decode(pengodean), pengodean
    except UnicodeDecodeError:
        return isi.decode("cp1252", "replace"), "cp1252"


def sniff(teks: str) -> tuple[str, int]:
    """The delimiter, and where the first record begins: the delimiter under which most headers are known.

    >>> sniff("NIK;NAMA, LENGKAP;TGL_LAHIR"), sniff("sep=|\\nNIK|NAMA")
    ((';', 0), ('|', 6))
    """
    pertama, akhir, _ = teks[:10].partition("\n")
    if pertama[:4].lower() == "sep=" and len(pertama.rstrip("\r")) == 5:
        return pertama[4], len(pertama) + len(akhir)
    return max(PEMISAH, key=lambda pemisah: _known_headers(teks, pemisah)), 0


def _known_headers(teks: str, pemisah: str) -> tuple[int, int]:
    dikenal = kolom = 0
    try:
        for satu in islice(csv.reader(StringIO(teks, newline=""), delimiter=pemisah), BARIS_JUDUL):
            dikenal = max(dikenal, sum(any(lembar.find(t) for lembar in LEMBAR.values()) for t in satu[:200]))
            kolom = max(kolom, len(satu))
    except csv.Error:
        return 0, 0
    return dikenal, kolom


def iter_records(teks: str, pemisah: str, nama: str) -> Iterator[list[str]]:
    """The records of a text; refuses a quotation mark that is never closed, which would swallow the rows after it."""
    lines: list[str] = []

    def feed() -> Iterator[str]:
        for line in StringIO(teks, newline=""):
            lines.append(line)
            yield line

    nomor = 1
    try:
        for satu in csv.reader(feed(), delimiter=pemisah):
            if len(lines) > 1 and (len(lines) > _TERLIPAT or "".join(lines).count('"') % 2):
                raise csv.Error
            lines.clear()
            yield satu
            nomor += 1
    except csv.Error:
        raise EktpError(f"{nama} baris {nomor}: ada tanda kutip yang dibuka dan tidak ditutup") from None


def _unwrap(baris: Iterator[list[str]]) -> Iterator[list[str]]:
    """Take off `="…"`, with which some programs keep Excel from turning a number into a number."""
    for satu in baris:
        yield [t[2:-1] if t[:2] == '="' and t[-1:] == '"' else t for t in satu]
