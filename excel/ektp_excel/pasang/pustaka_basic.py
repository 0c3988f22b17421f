"""A Basic library on disk: one module put in or taken out, every other byte of the user's library left as it was.

The list of modules is edited as text, not as XML: writing it anew would change what the user's office has written.
"""

import re
from pathlib import Path
from xml.sax.saxutils import escape

from ektp_core.galat import EktpError

DAFTAR = "script.xlb"
TANDA = "Dibuat oleh &quot;ektp pasang&quot;"
"""Stands in every module of ours, and tells it from a module of the user's that happens to have its name."""

_AKHIR = b"</library:library>"
_TANPA_ISI = re.compile(rb"/>\s*\Z")
_NAMA_SAH = re.compile(r"[A-Za-z]\w*", re.ASCII)
_MODUL = """\
<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="{nama}" script:language="StarBasic">\
{isi}</script:module>"""


def add_module(pustaka: Path, nama: str, basic: str) -> bool:
    """Write the module and name it in the library's list; False when both were so already."""
    berkas, daftar = pustaka / f"{nama}.xba", pustaka / DAFTAR
    _refuse_foreign(berkas)
    isi = _MODUL.format(nama=nama, isi=escape(basic, {'"': "&quot;"})).encode()
    lama = daftar.read_bytes()
    baru = add_name(lama, nama)
    if baru == lama and berkas.is_file() and berkas.read_bytes() == isi:
        return False
    replace_file(berkas, isi)
    if baru != lama:
        replace_file(daftar, baru)
    return True


def drop_module(pustaka: Path, nama: str) -> bool:
    """Take the module and its name out; False when neither was there."""
    berkas, daftar = pustaka / f"{nama}.xba", pustaka / DAFTAR
    _refuse_foreign(berkas)
    lama = daftar.read_bytes() if daftar.is_file() else b""
    baru = drop_name(lama, nama)
    ada = berkas.is_file()
    if baru != lama:
        replace_file(daftar, baru)
    berkas.unlink(missing_ok=True)
    return ada or baru != lama


def add_name(daftar: bytes, nama: str) -> bytes:
    """The list of a library with one name more, at its end.

    >>> add_name(b'<library:library a="b"/>', "Ektp")
    b'<library:library a="b">\\n <library:element library:name="Ektp"/>\\n</library:library>'
    """
    if _names(nama).search(daftar):
        return daftar
    if _AKHIR in daftar:
        depan, _, belakang = daftar.rpartition(_AKHIR)
        return depan + _element(nama) + _AKHIR + belakang
    kosong = _TANPA_ISI.search(daftar)
    if kosong is None:
        raise EktpError(f"{DAFTAR} tidak dikenali; buka Perkakas > Makro di LibreOffice lalu simpan sekali")
    return daftar[: kosong.start()] + b">\n" + _element(nama) + _AKHIR + kosong.group()[2:]


def drop_name(daftar: bytes, nama: str) -> bytes:
    """The list without the name; a list that `add_name` opened is closed again.

    >>> drop_name(add_name(b'<library:library a="b"/>', "Ektp"), "Ektp")
    b'<library:library a="b"/>'
    """
    bagian = _names(nama).split(daftar)
    if len(bagian) == 1:
        return daftar
    sisa = b"".join(bagian)
    return re.sub(rb">\s*</library:library>", b"/>", sisa) if b"<library:element" not in sisa else sisa


def replace_file(berkas: Path, isi: bytes) -> None:
    """Write a file whole or not at all."""
    sementara = berkas.with_name(f"{berkas.name}.baru")
    sementara.write_bytes(isi)
    sementara.replace(berkas)


def _element(nama: str) -> bytes:
    if not _NAMA_SAH.fullmatch(nama):
        raise ValueError(nama)
    return f' <library:element library:name="{nama}"/>\n'.encode()


def _names(nama: str) -> re.Pattern[bytes]:
    return re.compile(rb' ?<library:element library:name="%s"\s*/>\n?' % re.escape(nama.encode()))


def _refuse_foreign(berkas: Path) -> None:
    if berkas.is_file() and TANDA.encode() not in berkas.read_bytes():
        raise EktpError(f"sudah ada modul Basic lain bernama {berkas.stem}; ganti namanya dahulu: {berkas}")
