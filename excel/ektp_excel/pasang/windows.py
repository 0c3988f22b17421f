"""Puts the add-in where Excel for Windows opens it by itself, for this user only, and takes it out again.

Excel is not asked for anything: the file is written into its start folder, with the Python to run named in the add-in's
own settings sheet. No registry, no setting of another add-in, no administrator.
"""

import json
import os
import re
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from attrs import field, frozen

from ektp_core.galat import EktpError
from ektp_excel import __version__
from ektp_excel.bangun.addin import NAMA, PENAFSIR, build_addin, is_ours, read_module, with_settings
from ektp_excel.buku.utuh import explain, write_whole

_CATATAN = "terpasang.json"
_DLL = re.compile(r'"(xlwings(?:32|64)-[\w.]+\.dll)"')
_SULIT = re.compile(r"[^\x20-\x7e]|[&^%!]")


@frozen
class Tempat:
    """The folders of one user that are touched."""

    xlstart: Path
    """Whatever lies there Excel opens when it starts; Excel itself trusts it."""
    ektp: Path
    """Ours, for the note of what was made."""

    @classmethod
    def of(cls, env: Mapping[str, str], rumah: Path) -> "Tempat":
        """The folders of the user with this environment and home."""
        jelajah, lokal = (
            Path(env[nama]) if env.get(nama) else rumah / "AppData" / bawaan
            for nama, bawaan in (("APPDATA", "Roaming"), ("LOCALAPPDATA", "Local"))
        )
        return cls(jelajah / "Microsoft" / "Excel" / "XLSTART", lokal / "ektp")

    @property
    def addin(self) -> Path:
        """The add-in's file."""
        return self.xlstart / NAMA

    @property
    def catatan(self) -> Path:
        """The note of the folders that were made."""
        return self.ektp / _CATATAN


@frozen
class Penafsir:
    """The Python that Excel will start."""

    berkas: Path = field(factory=lambda: Path(sys.executable))

    def find_missing(self, addin: bytes) -> list[str]:
        """The DLLs that this add-in asks for and that do not lie where it looks."""
        tempat = (self.berkas.parent, self.berkas.parent.parent)
        return sorted(n for n in dll_names(addin) if not any((satu / n).is_file() for satu in tempat))


def install(tempat: Tempat | None = None, penafsir: Penafsir | None = None, xlam: Path | None = None) -> list[str]:
    """Put the add-in in, over an older one of ours; gives what was done, a line each.

    `xlam` is a file that was built before, perhaps signed since; without it the add-in is built here.
    """
    tempat, penafsir = tempat or Tempat.of(os.environ, Path.home()), penafsir or Penafsir()
    addin = _read(xlam) if xlam else build_addin()
    if not is_ours(addin):
        raise EktpError(f"{xlam} bukan add-in {NAMA} buatan ektp")
    _refuse_foreign(tempat.addin)
    if hilang := penafsir.find_missing(addin):
        raise EktpError(f"{', '.join(hilang)} tidak ada di dekat {penafsir.berkas}; pasang ulang dengan pasang.bat")
    dibuat = [*_made_before(tempat), *_make_folders(tempat.xlstart), *_make_folders(tempat.ektp)]
    with write_whole(tempat.catatan) as berkas:
        berkas.write(json.dumps({"versi": __version__, "map": list(map(str, dibuat))}).encode())
    with write_whole(tempat.addin) as berkas:
        berkas.write(with_settings(addin, {PENAFSIR: str(penafsir.berkas)}))
    hasil = [
        f"Excel: {tempat.addin} ditulis (add-in e-KTP versi {__version__}).",
        f"Excel: Python yang dijalankan: {penafsir.berkas}, tercatat di dalam add-in itu sendiri.",
        "Buka (ulang) Excel: tab e-KTP dan fungsi EKTP_… tersedia di semua buku kerja.",
    ]
    if _SULIT.search(str(penafsir.berkas)):
        hasil.append(
            "Peringatan: jalur Python memuat huruf yang mungkin tidak dikenali Excel; bila fungsi menjawab galat, pasang di "
            "map yang namanya hanya huruf dan angka."
        )
    return hasil


def remove(tempat: Tempat | None = None) -> list[str]:
    """Take out what `install` put in, and nothing else; gives what was done, a line each."""
    tempat = tempat or Tempat.of(os.environ, Path.home())
    _refuse_foreign(tempat.addin)
    hasil = []
    dibuat = _made_before(tempat)
    if tempat.addin.is_file():
        _delete(tempat.addin)
        hasil.append(f"Excel: {tempat.addin} dihapus.")
    if tempat.catatan.is_file():
        _delete(tempat.catatan)
    for folder in sorted(dibuat, key=lambda satu: -len(satu.parts)):
        with suppress(OSError):
            folder.rmdir()  # only an empty one goes
    return hasil or ["Excel: tidak ada yang terpasang."]


def dll_names(addin: bytes) -> set[str]:
    """The DLLs that xlwings' module in the add-in loads, for both kinds of Excel."""
    return set(_DLL.findall(read_module(addin, "xlwings")))


def _read(berkas: Path) -> bytes:
    try:
        return berkas.read_bytes()
    except OSError as e:
        raise EktpError(f"{berkas} tidak dapat dibaca: {explain(e)}") from e


def _refuse_foreign(berkas: Path) -> None:
    if berkas.exists() and not (berkas.is_file() and is_ours(_read(berkas))):
        raise EktpError(f"{berkas} bukan buatan ektp; ganti namanya dahulu")


def _make_folders(folder: Path) -> list[Path]:
    """Make a folder with all above it; gives those that were not there."""
    baru = [satu for satu in (folder, *folder.parents) if not satu.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as e:
        raise EktpError(f"map {folder} tidak dapat dibuat: {explain(e)}") from e
    return baru


def _made_before(tempat: Tempat) -> list[Path]:
    """The folders that an earlier `install` had to make; only ours and those above it can be named."""
    try:
        nama = json.loads(tempat.catatan.read_bytes())["map"]
    except (OSError, ValueError, KeyError, TypeError):
        return []
    boleh = {tempat.xlstart, *tempat.xlstart.parents, tempat.ektp, *tempat.ektp.parents}
    return [satu for satu in map(Path, nama) if satu in boleh]


def _delete(berkas: Path) -> None:
    try:
        berkas.unlink()
    except OSError as e:
        raise EktpError(f"{berkas} tidak dapat dihapus; tutup dahulu Excel, lalu ulangi") from e
