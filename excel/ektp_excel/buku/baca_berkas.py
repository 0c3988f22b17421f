"""Opens a workbook file and hands out its sheets as rows of cell values; what they mean is not known here.

The bytes are read once: the SHA-256, the look-through and calamine all see the same bytes, whatever happens to the file.
Error cells are put back into .xlsx and .xlsm from the look-through; in .xls, .xlsb and .ods calamine has lost them, and
they stay blank.
"""

import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import Protocol

from attrs import field, frozen
from python_calamine import CalamineSheet, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from ektp_core.galat import EktpError
from ektp_excel.buku import baca_ole
from ektp_excel.buku.baca_coba import survives
from ektp_excel.buku.baca_xlsx import BARIS_EXCEL, KOLOM_EXCEL, Arsip, Susunan, read_structure, survey
from ektp_excel.buku.utuh import explain
from ektp_excel.kolom import show_written

AKHIRAN = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")
_SST = "xl/sharedStrings.xml"
_BITA_SESEL = 140
"""What calamine may take for a cell of a sheet: twice 40 in a list that doubles as it grows, 24 in the table, and its text."""
_TERKUNCI = "terkunci kata sandi; buka di Excel, hapus kata sandinya, lalu simpan"
_HALAMAN = "isinya halaman web atau teks, bukan buku kerja; buka di Excel lalu simpan sebagai .xlsx"
_RUSAK = "rusak atau tidak utuh; buka dan simpan ulang di Excel, atau minta salinannya lagi"


@frozen
class IsiLembar:
    """One sheet's cells: rows from row 1 on, the sheet's column of their first value, and the error cells.

    `galat` maps row number -> column of the sheet (from 0) -> what the cell shows.
    """

    baris: Iterator[Sequence[object]]
    kolom_awal: int = 0
    galat: Mapping[int, Mapping[int, str]] = field(factory=dict)


class Sumber(Protocol):
    """A workbook, or a folder that serves as one; `pesan` are remarks on how it was read."""

    nama: str
    sha256: str
    lembar: tuple[str, ...]
    tersembunyi: frozenset[str]
    sistem_1904: bool
    pesan: tuple[str, ...]

    def prepare(self, posisi: Sequence[int]) -> None:
        """Say which sheets will be read; refuses a file that cannot be read safely."""

    def read(self, posisi: int, *, sambil: bool = False) -> IsiLembar:
        """The cells of the sheet at this position; `sambil` says that those of the one read before are being used meanwhile.

        Raises `MemoryError` when there is no room; with `sambil` there may yet be some when the other is done.
        """


class BukuKerja:
    """A workbook file, read by calamine."""

    def __init__(self, path: Path) -> None:
        self.nama = path.name
        self.pesan: tuple[str, ...] = ()
        self._isi = read_file(path)
        self.sha256 = hashlib.sha256(self._isi).hexdigest()
        self._ods = False
        self._sel = 0
        self._arsip, susunan = self._look_inside()
        self._bagian, self.sistem_1904 = susunan.lembar, susunan.sistem_1904
        # Opening reads all of an .xls and the list of sheets of an .xlsb.
        if self._arsip is None and not self._ods and not survives(self._isi, ()):
            raise self._refuse(_RUSAK)
        with self._in_one_line():
            if self._arsip:
                _ensure_room(len(self._isi) + 2 * self._arsip.size(_SST))
            self._calamine = CalamineWorkbook.from_filelike(BytesIO(self._isi))
            semua = self._calamine.sheets_metadata
        lembar = [(i, m) for i, m in enumerate(semua) if m.typ == SheetTypeEnum.WorkSheet]
        self._posisi = tuple(i for i, _ in lembar)
        self.lembar = tuple(m.name for _, m in lembar)
        self.tersembunyi = frozenset(m.name for _, m in lembar if m.visible != SheetVisibleEnum.Visible)

    def prepare(self, posisi: Sequence[int]) -> None:
        """Try the sheets of an .xlsb in a process of its own; an .xlsx is looked through sheet by sheet."""
        if self._arsip is None and not self._ods and not survives(self._isi, [self._posisi[satu] for satu in posisi]):
            raise self._refuse(_RUSAK)

    def read(self, posisi: int, *, sambil: bool = False) -> IsiLembar:
        """The cells of the sheet at this position."""
        with self._in_one_line(posisi):
            galat = self._survey(posisi, sambil) if self._arsip else {}
            lembar = self._calamine.get_sheet_by_index(self._posisi[posisi])
        awal, akhir = lembar.start or (0, 0), lembar.end or (0, 0)
        if akhir[0] >= BARIS_EXCEL or akhir[1] >= KOLOM_EXCEL:
            raise self._refuse("ada sel di luar batas Excel", posisi)
        # calamine begins its rows at row 1, but at the first column that holds something.
        return IsiLembar(self._rows(lembar, posisi), awal[1], galat)

    def _rows(self, lembar: CalamineSheet, posisi: int) -> Iterator[Sequence[object]]:
        nomor = 1
        try:
            for row in lembar.iter_rows():
                yield row
                nomor += 1
        except BaseException as e:
            if not _is_calamines(e):
                raise
            raise self._refuse(f"baris {nomor} memuat tanggal atau jam di luar kalender", posisi) from e

    def _survey(self, posisi: int, sambil: bool) -> Mapping[int, Mapping[int, str]]:
        assert self._arsip is not None
        bagian = self._bagian.get(self.lembar[posisi], "")
        if bagian in self._arsip:
            tinjauan = survey(self._arsip, bagian)
            if tinjauan.polos:
                # The records that are made meanwhile take about as much as the cells from which they are made.
                _ensure_room((tinjauan.sel + sambil * self._sel) * _BITA_SESEL)
                self._sel = tinjauan.sel
                return tinjauan.galat
        if not survives(self._isi, [self._posisi[posisi]]):
            raise EktpError(_RUSAK)
        return {}

    def _look_inside(self) -> tuple[Arsip | None, Susunan]:
        """The archive of an .xlsx with its structure; of another format nothing but the date system."""
        isi = self._isi
        if isi.startswith(baca_ole.TANDA):
            if baca_ole.is_encrypted(isi):
                raise self._refuse(_TERKUNCI)
            if not baca_ole.is_whole(isi):
                raise self._refuse(_RUSAK)
            return None, Susunan({}, baca_ole.is_1904(isi))
        if not isi.startswith(b"PK"):
            raise self._refuse(_explain_foreign(isi))
        with self._in_one_line():
            arsip = Arsip(isi)
            if "xl/workbook.bin" in arsip or "content.xml" in arsip:
                arsip.check_all()
                self._ods = "content.xml" in arsip
                return None, Susunan({}, _is_1904_xlsb(arsip) or _is_1904_ods(arsip))
            arsip.check(_SST, "xl/styles.xml")
            return arsip, read_structure(arsip)

    @contextmanager
    def _in_one_line(self, posisi: int | None = None) -> Iterator[None]:
        """What calamine or the standard library says of a broken file becomes one Indonesian line."""
        try:
            yield
        except EktpError as e:
            raise self._refuse(str(e), posisi) from e
        except BaseException as e:
            if not _is_calamines(e):
                raise
            # Their own words are English, and may quote a cell.
            raise self._refuse(_TERKUNCI if isinstance(e, PasswordError) else _RUSAK, posisi) from e

    def _refuse(self, sebab: str, posisi: int | None = None) -> EktpError:
        tempat = self.nama if posisi is None else f"{self.nama} lembar {show_written(self.lembar[posisi])}"
        return EktpError(f"{tempat} tidak dapat dibaca: {sebab}")


def _ensure_room(bita: int) -> None:
    """Raises `MemoryError` when the system would not give so much: calamine, refused memory, ends the whole process."""
    bytes(bita)  # promised by the system and given back untouched


def read_file(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as e:
        raise EktpError(f"{path.name} tidak dapat dibaca: {explain(e)}") from e


def _is_calamines(e: BaseException) -> bool:
    # A panic of Rust is no `Exception`.
    return (isinstance(e, Exception) and not isinstance(e, MemoryError)) or type(e).__name__ == "PanicException"


def _explain_foreign(isi: bytes) -> str:
    if not isi:
        return "kosong (0 bita)"
    awal = isi[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return _HALAMAN if awal.startswith(b"<") or (awal.isascii() and b"\0" not in awal) else _RUSAK


def _is_1904_xlsb(arsip: Arsip) -> bool:
    """Finds BrtWbProp among the first records of the workbook part."""
    isi = arsip.read("xl/workbook.bin") if "xl/workbook.bin" in arsip else b""
    wbprop = isi.find(b"\x99\x01", 0, 512)
    return 0 <= wbprop < len(isi) - 3 and bool(isi[wbprop + 3] & 1)


def _is_1904_ods(arsip: Arsip) -> bool:
    if "content.xml" not in arsip:
        return False
    # It stands before the first table.
    awal = next(arsip.iter_bytes("content.xml"), b"")
    return re.search(rb'<table:null-date [^>]*table:date-value="1904-', awal) is not None
