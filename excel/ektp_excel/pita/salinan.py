"""The open workbook as a file of its own, and a file as a new workbook: the only two things asked of Excel."""

from pathlib import Path
from typing import Any, Protocol

from ektp_core.galat import EktpError

_AKHIRAN = {51: ".xlsx", 52: ".xlsm", 50: ".xlsb", 56: ".xls", -4143: ".xls", 60: ".ods"}
"""Excel's number of a file format -> how such a file must be called to be read again."""


class Aplikasi(Protocol):
    """Of xlwings' App: its COM object, and a message box."""

    @property
    def api(self) -> Any: ...

    def alert(self, prompt: str, title: str | None = None, *, mode: str | None = None) -> str | None: ...


class BukuTerbuka(Protocol):
    """Of xlwings' Book: its name, its COM object, and the application that holds it."""

    @property
    def name(self) -> str: ...

    @property
    def api(self) -> Any: ...

    @property
    def app(self) -> Aplikasi: ...


def save_copy(buku: BukuTerbuka, folder: Path) -> Path:
    """Write the workbook as it stands now, unsaved changes too, without touching its own file."""
    akhiran = _AKHIRAN.get(int(buku.api.FileFormat))
    if akhiran is None:
        raise EktpError(f"{buku.name} bukan buku kerja Excel; simpan dahulu sebagai .xlsx, lalu ulangi")
    # A workbook that has never been saved has a name without an ending.
    nama = buku.name[: -len(akhiran)] if buku.name.lower().endswith(akhiran) else buku.name
    tujuan = folder / f"{nama}{akhiran}"
    try:
        buku.api.SaveCopyAs(str(tujuan))
    except Exception as e:  # pywin32's own, which other systems do not have
        raise EktpError(f"{buku.name} tidak dapat disalin ke {folder}; selesaikan dahulu isian sel yang terbuka") from e
    if not tujuan.is_file():
        raise EktpError(f"{buku.name} tidak tersalin ke {folder}")
    return tujuan


def open_as_new(buku: BukuTerbuka, berkas: Path, lembar: str | None = None) -> None:
    """Open the file's content as a workbook that has no file of its own, at this sheet."""
    baru = buku.app.api.Workbooks.Add(str(berkas))
    if lembar is not None:
        baru.Worksheets(lembar).Activate()
