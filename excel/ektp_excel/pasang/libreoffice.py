"""Puts the formula functions into a user's LibreOffice and takes them out: one Basic module, one folder of Python.

All other modules, libraries and scripts of the user stay byte for byte. LibreOffice must be closed, since it writes its
own list of modules when it ends; and it must have been started once, since it makes the user's library then.
"""

import os
import re
import shutil
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from importlib import import_module
from importlib.metadata import Distribution, distribution
from pathlib import Path

from ektp_core.galat import EktpError
from ektp_excel import __version__
from ektp_excel.host_libreoffice import FOLDER, MODUL, SKRIP, write_module
from ektp_excel.pasang.pustaka_basic import DAFTAR, add_module, drop_module, replace_file

PALING_TUA = "25.8"
"""The oldest LibreOffice for Windows and macOS that brings Python 3.11; on Linux the system's own Python counts."""

DIPAKAI = ("__init__.py", "py.typed", "fungsi", "sel.py", "kolom", "tabel", "kalender.py", "host_libreoffice")
"""What of `ektp_excel` runs inside LibreOffice; the rest needs packages that are not pure."""

_PAKET_LAIN = ("attr", "attrs", "dateutil", "six", "holidays")
_DISTRIBUSI = ("ektp-core", "attrs", "python-dateutil", "six", "holidays")
_LISENSI = re.compile(r"(?:LICEN[CS]E|COPYING|NOTICE)", re.IGNORECASE)
_PUSTAKA = Path("basic", "Standard")
_SKRIP = Path("Scripts", "python", FOLDER)
_TAK_DISALIN = shutil.ignore_patterns("__pycache__", "*.pyc", "massal", "massal.py")


def profile_places(env: Mapping[str, str], sistem: str = sys.platform, rumah: Path | None = None) -> list[Path]:
    """Where a LibreOffice of this user keeps its `user` folder, whether or not it is there."""
    rumah = rumah or Path.home()
    ekor = Path("libreoffice", "4", "user")
    if sistem == "win32":
        akar = env.get("APPDATA")
        return [(Path(akar) if akar else rumah / "AppData" / "Roaming") / "LibreOffice" / "4" / "user"]
    if sistem == "darwin":
        return [rumah / "Library" / "Application Support" / "LibreOffice" / "4" / "user"]
    biasa = Path(env["XDG_CONFIG_HOME"]) if env.get("XDG_CONFIG_HOME") else rumah / ".config"
    flatpak = rumah / ".var" / "app" / "org.libreoffice.LibreOffice" / "config"
    snap = rumah / "snap" / "libreoffice" / "current" / ".config"
    return [akar / ekor for akar in (biasa, flatpak, snap)]


def find_profiles(env: Mapping[str, str] | None = None) -> list[Path]:
    """The `user` folders of this user that LibreOffice has made."""
    return [p for p in profile_places(os.environ if env is None else env) if p.is_dir()]


def install_all(profil: list[Path] | None = None) -> list[str]:
    """Install into every profile of this user, and say what was done, a line each."""
    profil = find_profiles() if profil is None else profil
    if not profil:
        dicari = ", ".join(map(str, profile_places(os.environ)))
        raise EktpError(
            f"LibreOffice belum pernah dijalankan di sini (dicari: {dicari}); buka sekali, tutup, lalu ulangi"
        )
    return [baris for satu in profil for baris in install(satu)]


def remove_all(profil: list[Path] | None = None) -> list[str]:
    """Take the functions out of every profile of this user, and say what was done, a line each."""
    profil = find_profiles() if profil is None else profil
    return [baris for satu in profil for baris in remove(satu)] or ["LibreOffice: tidak ada yang terpasang."]


def install(profil: Path) -> list[str]:
    """Install into one `user` folder, over an older version of ours if there is one."""
    pustaka, skrip = profil / _PUSTAKA, profil / _SKRIP
    if not (pustaka / DAFTAR).is_file():
        raise EktpError(f"{profil} belum lengkap; buka LibreOffice sekali, tutup, lalu ulangi")
    _refuse_open(profil)
    _refuse_foreign(skrip)
    with _plain_words():
        baru = add_module(pustaka, MODUL, write_module())
        _copy_packages(skrip)
    return [
        f"LibreOffice: {skrip} ditulis (fungsi e-KTP versi {__version__} dan paket pendukungnya).",
        f"LibreOffice: modul {MODUL} {'ditulis ke' if baru else 'sudah ada di'} pustaka Standard ({pustaka}).",
        f"Perlu LibreOffice {PALING_TUA} atau lebih baru; di Linux cukup Python sistem 3.11. Modul Basic lain tidak diubah.",
        "Buka buku kerja, lalu hitung ulang semuanya dengan Ctrl+Shift+F9.",
    ]


def remove(profil: Path) -> list[str]:
    """Take out of one `user` folder what `install` put there, and nothing else."""
    pustaka, skrip = profil / _PUSTAKA, profil / _SKRIP
    _refuse_open(profil)
    _refuse_foreign(skrip)
    hasil = []
    with _plain_words():
        if drop_module(pustaka, MODUL):
            hasil.append(f"LibreOffice: modul {MODUL} dihapus dari pustaka Standard ({pustaka}).")
        if skrip.is_dir():
            shutil.rmtree(skrip)
            hasil.append(f"LibreOffice: {skrip} dihapus.")
            _drop_empty(skrip.parent, profil)
    return hasil


@contextmanager
def _plain_words() -> Iterator[None]:
    """What the system refuses (a file in use, a folder without the right to write), in one line."""
    try:
        yield
    except OSError as e:
        raise EktpError(f"LibreOffice: tidak dapat mengubah {e.filename}: {e.strerror}; tutup lalu ulangi") from e


def _copy_packages(skrip: Path) -> None:
    """Build the folder beside its place, then put it there at once."""
    sementara = skrip.with_name(f"{FOLDER}.baru")
    shutil.rmtree(sementara, ignore_errors=True)
    paket = sementara / "pythonpath"
    paket.mkdir(parents=True)
    for asal, tujuan in _sources():
        (paket / tujuan).parent.mkdir(parents=True, exist_ok=True)
        if asal.is_dir():
            shutil.copytree(asal, paket / tujuan, ignore=_TAK_DISALIN)
        else:
            shutil.copyfile(asal, paket / tujuan)
    for nama in _DISTRIBUSI:
        _copy_metadata(distribution(nama), paket)
    shutil.copyfile(_folder_of("ektp_excel") / "host_libreoffice" / SKRIP, sementara / SKRIP)
    if skrip.is_dir():
        shutil.rmtree(skrip)
    sementara.replace(skrip)


def _copy_metadata(paket: Distribution, folder: Path) -> None:
    """What says a package's version, which some ask for when they are imported, and its licence."""
    info = folder / f"{paket.name.replace('-', '_')}-{paket.version}.dist-info"
    info.mkdir()
    replace_file(info / "METADATA", (paket.read_text("METADATA") or "").encode())
    for berkas in paket.files or ():
        if ".dist-info" in str(berkas) and _LISENSI.match(berkas.name):
            shutil.copyfile(str(berkas.locate()), info / berkas.name)


def _sources() -> Iterator[tuple[Path, Path]]:
    """Each file or folder to copy, with its place below `pythonpath`."""
    ektp = _folder_of("ektp_excel")
    yield _folder_of("ektp_core"), Path("ektp_core")
    yield from ((ektp / nama, Path("ektp_excel", nama)) for nama in DIPAKAI)
    for nama in _PAKET_LAIN:
        asal = _folder_of(nama)
        yield asal, Path(asal.name)


def _folder_of(nama: str) -> Path:
    """The folder of a package, or the file of a module; of what this very program runs with."""
    berkas = import_module(nama).__file__
    if berkas is None:
        raise EktpError(f"paket {nama} tidak ditemukan; pasang ulang ektp")
    return Path(berkas).parent if Path(berkas).name == "__init__.py" else Path(berkas)


def _refuse_open(profil: Path) -> None:
    kunci = profil.parent / ".lock"
    if kunci.exists():
        raise EktpError(f"LibreOffice masih terbuka; tutup dahulu (bila sudah tertutup, hapus {kunci})")


def _refuse_foreign(skrip: Path) -> None:
    if skrip.exists() and not (skrip / SKRIP).is_file():
        raise EktpError(f"{skrip} bukan buatan ektp; ganti namanya dahulu")


def _drop_empty(folder: Path, batas: Path) -> None:
    """Remove the folders that only our own script had needed."""
    while folder != batas and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
