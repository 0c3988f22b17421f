"""The two VBA modules that come from the functions: xlwings' own wrappers, and the wizard's texts of each function.

xlwings writes wrappers only in an Excel on Windows. Here its generator runs unchanged in a process of its own, in which
what it asks Windows for stands empty; the workbook it believes to fill keeps what it is given. The two texts are kept in
`modul/`: building the add-in needs no generator, and a test compares the texts with what the generator says today.
"""

import ctypes
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterable
from importlib import import_module
from typing import Any
from unittest import mock

from attrs import frozen

FUNGSI = "ektp_excel.host_xlwings"
"""The module whose functions are wrapped, which the add-in names to Python."""

MODUL_FUNGSI, MODUL_URAIAN = "xlwings_udfs", "EktpUraian"

_PYWIN32 = (
    *("pythoncom", "pywintypes", "win32api", "win32con", "win32gui", "win32process", "win32timezone", "win32event"),
    *("win32com", "win32com.client", "win32com.client.gencache", "win32com.client.dynamic", "win32com.universal"),
    *("win32com.server", "win32com.server.util", "win32com.server.policy", "win32com.server.dispatcher"),
    *("win32com.server.localserver", "winreg", "_winreg"),
)
_KEPALA_URAIAN = f"""\
Attribute VB_Name = "{MODUL_URAIAN}"
Option Explicit

' Dibuat dari kode oleh: python -m ektp_excel.bangun --segarkan. Jangan diubah di sini.
' Memberi tahu Excel uraian setiap fungsi dan argumennya. Excel tidak menyimpan uraian argumen di dalam berkas,
' dan hanya menerimanya selama buku kerja ini bukan add-in; maka diulang setiap kali dibuka.

Public Sub Auto_Open()
    If Val(Application.Version) < 14 Then Exit Sub
    On Error Resume Next
    Application.ScreenUpdating = False
    ThisWorkbook.IsAddin = False
"""
_EKOR_URAIAN = """\
    ThisWorkbook.IsAddin = True
    ThisWorkbook.Saved = True
    Application.ScreenUpdating = True
End Sub

Private Sub Uraikan(nama As String, uraian As String, Optional argumen As Variant)
    Dim makro As String
    makro = "'" & ThisWorkbook.Name & "'!" & nama
    If IsMissing(argumen) Then
        Application.MacroOptions Macro:=makro, Description:=uraian, Category:="{kategori}"
    Else
        Application.MacroOptions Macro:=makro, Description:=uraian, Category:="{kategori}", _
            ArgumentDescriptions:=argumen
    End If
End Sub
"""
_ISI_PERTAMA = re.compile(r"^Attribute VB_Name")


@frozen
class Uraian:
    """What xlwings tells Excel of one function."""

    nama: str
    uraian: str
    kategori: str
    argumen: tuple[str, ...]


def generate() -> dict[str, str]:
    """Both modules' texts by name, made in a process of its own: the stubs would spoil this one."""
    jalan = subprocess.run(
        [sys.executable, "-c", "from ektp_excel.bangun.pembungkus import tell; tell()"],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if jalan.returncode:
        raise RuntimeError(f"pembuat modul xlwings gagal: {jalan.stderr[-2000:]}")
    isi = json.loads(jalan.stdout.splitlines()[-1])
    uraian = [Uraian(satu["nama"], satu["uraian"], satu["kategori"], tuple(satu["argumen"])) for satu in isi["uraian"]]
    return {MODUL_FUNGSI: _tidy(isi["modul"]), MODUL_URAIAN: write_uraian(uraian)}


def write_uraian(uraian: Iterable[Uraian]) -> str:
    """The module that gives the wizard its texts.

    >>> "Uraikan \\"F\\", \\"a \\" & ChrW(8230), _" in write_uraian([Uraian("F", "a …", "K", ("b",))])
    True
    """
    semua = list(uraian)
    (kategori,) = {satu.kategori for satu in semua}
    return _KEPALA_URAIAN + "".join(map(_call, semua)) + _EKOR_URAIAN.replace("{kategori}", kategori)


def tell() -> None:
    """In the process of its own: run xlwings' `import_udfs` on a workbook that is none, and print what it was given."""
    _stub_windows()
    udfs = import_module("xlwings.udfs")
    buku = _Buku()
    udfs.import_udfs(FUNGSI, buku)
    print()
    print(json.dumps({"modul": buku.modul, "uraian": buku.uraian}))


class _Buku:
    """Stands for the add-in's workbook; it is also its own project, its components and its application."""

    Name = "ektp.xlam"
    Version = "16.0"

    def __init__(self) -> None:
        self.modul = ""
        self.uraian: list[dict[str, Any]] = []

    @property
    def VBProject(self) -> "_Buku":
        return self

    @property
    def Application(self) -> "_Buku":
        return self

    @property
    def VBComponents(self) -> mock.MagicMock:
        return mock.MagicMock(Import=self._take)

    def MacroOptions(self, makro: str, **isi: Any) -> None:
        self.uraian.append(
            {
                "nama": makro.rpartition("!")[2],
                "uraian": isi["Description"],
                "kategori": isi["Category"],
                "argumen": isi["ArgumentDescriptions"] or (),
            }
        )

    def _take(self, berkas: str) -> None:
        with open(berkas, encoding="utf-8") as isi:
            self.modul = isi.read()


def stand_for_windows(galat_com: type[Exception]) -> dict[str, Any]:
    """By name, the modules that xlwings asks for on Windows, empty; pandas, which does not start on a false Windows, absent."""
    tiruan: dict[str, Any] = {}
    for nama in _PYWIN32:
        modul = mock.MagicMock(name=nama)
        modul.__name__, modul.__spec__, modul.__path__, modul.__file__ = nama, None, [], nama
        tiruan[nama] = modul
    tiruan["pywintypes"].com_error = tiruan["pythoncom"].com_error = galat_com
    for kelas in ("CDispatch", "CoClassBaseClass", "DispatchBaseClass"):
        setattr(tiruan["win32com.client"], kelas, type(kelas, (), {}))
    tiruan["win32com"].client = tiruan["win32com.client"]
    return tiruan | {"pandas": None}


def _stub_windows() -> None:
    sys.modules.update(stand_for_windows(type("com_error", (Exception,), {})))
    windows: dict[str, Any] = {"windll": mock.MagicMock(), "oledll": mock.MagicMock(), "PyDLL": mock.MagicMock()}
    for nama, isi in (windows | {"WinError": OSError, "HRESULT": ctypes.c_long}).items():
        setattr(ctypes, nama, isi)
    setattr(sys, "platform", "win32")  # noqa: B010 - mypy would take the rest of this file for Windows only
    os.environ.pop("XLWINGS_LICENSE_KEY", None)
    os.environ.pop("XLWINGS_ON_SERVER", None)
    # Importing xlwings there changes folder to find a DLL.
    with mock.patch("os.chdir"):
        import_module("xlwings.com_server")


def _tidy(modul: str) -> str:
    """xlwings' text with nothing changed but the blanks at the ends of lines and of the file."""
    if not _ISI_PERTAMA.match(modul):
        raise RuntimeError("pembuat modul xlwings tidak memberi modul")
    return "".join(f"{baris.rstrip()}\n" for baris in modul.rstrip().splitlines())


def _call(satu: Uraian) -> str:
    kepala = f"    Uraikan {_literal(satu.nama)}, {_literal(satu.uraian)}"
    if not satu.argumen:
        return f"{kepala}\n"
    isi = ", _\n        ".join(map(_literal, satu.argumen))
    return f"{kepala}, _\n        Array({isi})\n"


def _literal(teks: str) -> str:
    """A VBA string; what is not ASCII is given by number, whatever code page the project has."""
    bagian = []
    for potong in re.findall(r"[ -~]+|[^ -~]", teks):
        bagian.append('"' + potong.replace('"', '""') + '"' if potong.isascii() else f"ChrW({ord(potong)})")
    return " & ".join(bagian) or '""'
