"""`ektp paket-luring`: a folder from which an office PC without a network installs by one double click.

Made on a computer with a network, on any system: the wheels for Windows come from the package index that pip is set up
with. Python's own installer is not fetched: whoever makes the folder adds it, from python.org.
"""

import hashlib
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable, Iterable, Sequence
from email import message_from_bytes
from importlib.metadata import Distribution, distribution, version
from importlib.resources import files
from importlib.util import find_spec
from json import loads
from pathlib import Path
from tempfile import TemporaryDirectory
from urllib.parse import urlsplit
from urllib.request import url2pathname

from ektp_core.galat import EktpError
from ektp_excel.bangun import addin, kecamatan
from ektp_excel.buku.utuh import write_whole
from ektp_excel.pasang.windows import dll_names

PYTHON = "3.13"
"""The Python for Windows that the folder is made for."""
FOLDER = Path("ektp-luring")
RODA, DAFTAR = "roda", "daftar.txt"
BERKAS = {"pasang.bat": "pasang.bat", "copot.bat": "copot.bat", "baca_dulu.txt": "BACA DULU.txt"}
"""The texts in `luring/`, and what they are called in the folder."""

_PAKET = "ektp-core"
_TAMBAHAN = ("excel",)
# pip asks about the system it runs on, not about the one it downloads for: what only Windows needs is asked for by name.
_KHUSUS_WINDOWS = re.compile(r"""(?:platform_system\s*==\s*["']Windows|sys_platform\s*==\s*["']win32)""")
_SYARAT = re.compile(r"\s*([A-Za-z0-9][\w.-]*)\s*(?:\[[^]]*\])?\s*\(?([^;)]*)\)?\s*(?:;(.*))?")
_RODA_WINDOWS = re.compile(r"(.+?)-([^-]+)(?:-\d[^-]*)?-[^-]+-[^-]+-(?:win_amd64|any)\.whl")
_VERSI = re.compile(r"3\.\d{1,2}")

Kabar = Callable[[str], object]


def make_package(
    folder: Path = FOLDER, python: str = PYTHON, *, pip: Sequence[str] | None = None, kabar: Kabar = lambda _: None
) -> list[str]:
    """Make the folder, or renew it; what a person has put into its `python/` stays. Gives what was done, a line each."""
    if not _VERSI.fullmatch(python):
        raise EktpError(f"{python!r} bukan versi Python; tulis misalnya {PYTHON}")
    _refuse_foreign(folder)
    pip = find_pip() if pip is None else pip
    with TemporaryDirectory(prefix="ektp-") as sementara:
        roda = Path(sementara, RODA)
        roda.mkdir()
        kabar("Membuat roda ektp-core …")
        _get_own(pip, roda, python)
        kabar("Mengunduh paket untuk Windows …")
        _get_others(pip, roda, python)
        check_wheels(roda)
        check_dll(roda, dll_names(addin.build_addin()))
        (roda / DAFTAR).write_bytes(list_wheels(roda).encode())
        kabar("Menulis add-in dan buku kerja …")
        (folder / "python").mkdir(parents=True, exist_ok=True)
        shutil.rmtree(folder / RODA, ignore_errors=True)
        shutil.copytree(roda, folder / RODA)
    write_files(folder, python)
    banyak = len(list((folder / RODA).glob("*.whl")))
    hasil = [f"{folder} ditulis: {banyak} roda untuk Windows 64-bit, add-in, buku kerja, pasang.bat, copot.bat."]
    if not list((folder / "python").glob(f"python-{python}.*-amd64.exe")):
        hasil.append(f"Belum ada: python-{python}.x-amd64.exe dari python.org. Taruh di {folder / 'python'}.")
    return hasil


def write_files(folder: Path, python: str) -> None:
    """Everything but the wheels: the add-in, the template, the two scripts and the page to read first."""
    with write_whole(folder / addin.NAMA) as berkas:
        berkas.write(addin.build_addin())
    kecamatan.write_kecamatan(folder / kecamatan.NAMA)
    for asal, nama in BERKAS.items():
        with write_whole(folder / nama) as berkas:
            berkas.write(render(files("ektp_excel.pasang").joinpath("luring", asal).read_text("ascii"), python))


def render(teks: str, python: str) -> bytes:
    """A text for Windows: its line ends, and the version of Python filled in.

    >>> render("Python@XY@ @X.Y@", "3.13")
    b'Python313 3.13\\r\\n'
    """
    teks = teks.replace("@XY@", python.replace(".", "")).replace("@X.Y@", python)
    return "".join(f"{baris}\r\n" for baris in teks.splitlines()).encode("ascii")


def find_pip() -> list[str]:
    """How pip is called here: of this Python, or else the one on the path."""
    if find_spec("pip"):
        return [sys.executable, "-m", "pip"]
    if ada := shutil.which("pip3") or shutil.which("pip"):
        return [ada]
    raise EktpError("pip tidak ada; pasang dahulu (misalnya: uv pip install pip), lalu ulangi")


def download_command(pip: Sequence[str], roda: Path, python: str, minta: Iterable[str]) -> list[str]:
    """How pip is asked for wheels of Windows, of this version of Python, and for nothing that must be compiled."""
    sasaran = ("--platform", "win_amd64", "--python-version", python, "--implementation", "cp")
    tetap = ("--only-binary=:all:", "--disable-pip-version-check", "--quiet", "--find-links", str(roda))
    return [*pip, "download", *sasaran, *tetap, "--dest", str(roda), *minta]


def read_requirements(metadata: bytes, tambahan: Iterable[str] = ()) -> list[str]:
    """What a wheel asks for on Windows: always, or with one of these extras; other conditions are not ours.

    >>> read_requirements(b"Requires-Dist: six>=1.5\\nRequires-Dist: pywin32>=224; platform_system == 'Windows'\\n")
    ['six>=1.5', 'pywin32>=224']
    """
    hasil = []
    for baris in message_from_bytes(metadata).get_all("Requires-Dist", []):
        cocok = _SYARAT.match(baris)
        if cocok and _applies(cocok[3] or "", tambahan):
            hasil.append(f"{cocok[1]}{cocok[2].strip()}")
    return hasil


def check_wheels(roda: Path) -> None:
    """Raise `EktpError` unless every wheel runs on Windows and what each asks for is there too."""
    ada = {}
    for berkas in sorted(roda.glob("*")):
        cocok = _RODA_WINDOWS.fullmatch(berkas.name)
        if cocok is None:
            raise EktpError(f"{berkas.name} bukan roda untuk Windows 64-bit")
        ada[normal_name(cocok[1])] = berkas
    for nama, berkas in ada.items():
        for syarat in read_requirements(read_metadata(berkas), _TAMBAHAN if nama == _PAKET else ()):
            if _name_of(syarat) not in ada and _name_of(syarat) != _PAKET:
                raise EktpError(f"{syarat} tidak terunduh, padahal diperlukan {berkas.name}")


def check_dll(roda: Path, perlu: set[str]) -> None:
    """Raise `EktpError` unless xlwings' wheel brings these DLLs, for which the add-in asks by name."""
    ada = set[str]()
    for berkas in roda.glob("xlwings-*.whl"):
        with zipfile.ZipFile(berkas) as arsip:
            ada |= {nama.rpartition("/")[2] for nama in arsip.namelist()}
    if hilang := perlu - ada:
        raise EktpError(f"{', '.join(sorted(hilang))} tidak ada di roda xlwings; samakan versi xlwings")


def list_wheels(roda: Path) -> str:
    """A list for pip with each wheel's version and hash, so that a changed or missing file is refused."""
    baris = []
    for berkas in sorted(roda.glob("*.whl")):
        cocok = _RODA_WINDOWS.fullmatch(berkas.name)
        assert cocok
        sidik = hashlib.sha256(berkas.read_bytes()).hexdigest()
        baris.append(f"{normal_name(cocok[1])}=={cocok[2]} --hash=sha256:{sidik}\n")
    return "".join(baris)


def normal_name(nama: str) -> str:
    """A package's name as package indexes compare it.

    >>> normal_name("Python_Calamine")
    'python-calamine'
    """
    return re.sub(r"[-_.]+", "-", nama).lower()


def read_metadata(berkas: Path) -> bytes:
    """What a wheel says of itself."""
    with zipfile.ZipFile(berkas) as arsip:
        (nama,) = [n for n in arsip.namelist() if re.fullmatch(r"[^/]+\.dist-info/METADATA", n)]
        return arsip.read(nama)


def source_folder(paket: Distribution) -> Path | None:
    """The folder that this distribution was installed from; None when it came as a wheel."""
    asal = loads(paket.read_text("direct_url.json") or "{}")
    if "dir_info" not in asal:
        return None
    return Path(url2pathname(urlsplit(asal["url"]).path))


def _get_own(pip: Sequence[str], roda: Path, python: str) -> None:
    paket = distribution(_PAKET)
    if sumber := source_folder(paket):
        _run(
            [
                *pip,
                "wheel",
                "--no-deps",
                "--quiet",
                "--disable-pip-version-check",
                "--wheel-dir",
                str(roda),
                str(sumber),
            ]
        )
    else:
        _run([*download_command(pip, roda, python, [f"{_PAKET}=={paket.version}"]), "--no-deps"])


def _get_others(pip: Sequence[str], roda: Path, python: str) -> None:
    """Download until no wheel asks for anything more that only Windows needs."""
    # The add-in is made from the xlwings that is here, and asks for the DLL of that very version.
    diminta = {f"xlwings=={version('xlwings')}"}
    _run(download_command(pip, roda, python, sorted(diminta)))
    while True:
        perlu = {
            syarat
            for berkas in roda.glob("*.whl")
            for syarat in read_requirements(
                read_metadata(berkas), _TAMBAHAN if normal_name(berkas.name).startswith(f"{_PAKET}-") else ()
            )
            if _name_of(syarat) != _PAKET
        }
        if perlu <= diminta:
            return
        diminta |= perlu
        _run(download_command(pip, roda, python, sorted(diminta)))


def _applies(penanda: str, tambahan: Iterable[str]) -> bool:
    if "extra" in penanda:
        return any(re.search(rf"""extra\s*==\s*["']{satu}["']""", penanda) for satu in tambahan)
    return not penanda.strip() or bool(_KHUSUS_WINDOWS.search(penanda))


def _name_of(syarat: str) -> str:
    cocok = _SYARAT.match(syarat)
    assert cocok
    return normal_name(re.split(r"[<>=!~ ]", cocok[1], maxsplit=1)[0])


def _run(perintah: Sequence[str]) -> None:
    try:
        jalan = subprocess.run(
            perintah, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", errors="replace", check=False
        )
    except OSError as e:
        raise EktpError(f"pip tidak dapat dijalankan: {e.strerror or e}") from e
    if jalan.returncode:
        pesan = [baris for baris in jalan.stderr.splitlines() if baris.startswith("ERROR")] or [jalan.stderr.strip()]
        raise EktpError(f"pip gagal: {pesan[-1][-300:]}")


def _refuse_foreign(folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise EktpError(f"{folder} bukan map")
    if folder.is_dir() and any(folder.iterdir()) and not (folder / "pasang.bat").is_file():
        raise EktpError(f"map {folder} sudah berisi yang lain; pilih map baru")
