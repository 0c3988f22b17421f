"""The folder for an office PC without a network, as far as it can be tried without a network and without Windows."""

from __future__ import annotations

import hashlib
import re
import zipfile
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path

import pytest

from ektp_core.galat import EktpError
from ektp_excel.bangun.addin import build_addin
from ektp_excel.pasang import paket_luring
from ektp_excel.pasang.paket_luring import (
    BERKAS,
    PYTHON,
    check_dll,
    check_wheels,
    download_command,
    find_pip,
    list_wheels,
    make_package,
    read_requirements,
    write_files,
)
from ektp_excel.pasang.windows import dll_names

SCRIPTS = ("pasang.bat", "copot.bat")
XLWINGS = ("xlwings64-0.37.8.dll", "xlwings32-0.37.8.dll")


def make_wheel(roda: Path, nama: str, syarat: Sequence[str] = (), berkas: Sequence[str] = ()) -> Path:
    """A wheel with nothing in it but what it says of itself."""
    roda.mkdir(exist_ok=True)
    distribusi, versi = nama.split("-")[:2]
    with zipfile.ZipFile(roda / nama, "w") as arsip:
        baris = [f"Name: {distribusi}", f"Version: {versi}", *(f"Requires-Dist: {satu}" for satu in syarat)]
        arsip.writestr(f"{distribusi}-{versi}.dist-info/METADATA", "\n".join(baris))
        for satu in berkas:
            arsip.writestr(f"{distribusi}-{versi}.data/data/{satu}", b"")
    return roda / nama


def make_all(roda: Path) -> None:
    make_wheel(
        roda,
        "ektp_core-0.1.0-py3-none-any.whl",
        [
            "attrs<27,>=23.2",
            "xlwings>=0.37.8; (sys_platform == 'win32') and extra == 'excel'",
            "polars; extra == 'massal'",
        ],
    )
    make_wheel(roda, "attrs-26.1.0-py3-none-any.whl", ['cloudpickle; extra == "tests"'])
    make_wheel(
        roda, "xlwings-0.37.8-cp313-cp313-win_amd64.whl", ['pywin32>=224; platform_system == "Windows"'], XLWINGS
    )
    make_wheel(roda, "pywin32-312-cp313-cp313-win_amd64.whl")


def test_pip_is_asked_for_windows_and_for_nothing_to_compile(tmp_path: Path) -> None:
    perintah = download_command(["pip"], tmp_path, "3.13", ["attrs"])
    assert perintah[:2] == ["pip", "download"]
    assert "--only-binary=:all:" in perintah
    assert perintah[perintah.index("--platform") + 1] == "win_amd64"
    assert perintah[perintah.index("--python-version") + 1] == "3.13"
    # Whichever index the user's pip is set up with: none is named here.
    assert not [kata for kata in perintah if "index" in kata or "://" in kata]


def test_what_only_windows_needs_is_asked_for_on_any_system() -> None:
    metadata = "\n".join(
        f"Requires-Dist: {satu}"
        for satu in (
            'pywin32 >=224 ; platform_system == "Windows"',
            'psutil >=2.0.5 ; platform_system == "Darwin"',
            "six>=1.5",
            "xlwings<0.38,>=0.37.8; (sys_platform == 'win32') and extra == 'excel'",
            'numpy ; extra == "all"',
            "tzdata (>=2020) ; sys_platform == 'win32'",
        )
    ).encode()
    biasa = ["pywin32>=224", "six>=1.5", "tzdata>=2020"]
    assert sorted(read_requirements(metadata)) == biasa
    assert sorted(read_requirements(metadata, ["excel"])) == sorted([*biasa, "xlwings<0.38,>=0.37.8"])


def test_complete_wheels_pass_and_are_listed_with_their_hashes(tmp_path: Path) -> None:
    make_all(tmp_path)
    check_wheels(tmp_path)
    baris = list_wheels(tmp_path).splitlines()
    assert [satu.partition(" ")[0] for satu in baris] == [
        "attrs==26.1.0",
        "ektp-core==0.1.0",
        "pywin32==312",
        "xlwings==0.37.8",
    ]
    for satu, berkas in zip(baris, sorted(tmp_path.glob("*.whl")), strict=True):
        assert satu.endswith(f"--hash=sha256:{hashlib.sha256(berkas.read_bytes()).hexdigest()}")


@pytest.mark.parametrize("hilang", ["attrs", "xlwings", "pywin32"])
def test_a_missing_wheel_is_found_while_there_is_a_network(tmp_path: Path, hilang: str) -> None:
    make_all(tmp_path)
    next(tmp_path.glob(f"{hilang}-*")).unlink()
    with pytest.raises(EktpError, match=rf"{hilang}.* tidak terunduh, padahal diperlukan"):
        check_wheels(tmp_path)


@pytest.mark.parametrize("nama", ["six-1.17.0-cp313-cp313-manylinux_2_17_x86_64.whl", "six-1.17.0.tar.gz"])
def test_a_wheel_of_another_system_is_refused(tmp_path: Path, nama: str) -> None:
    make_all(tmp_path)
    (tmp_path / nama).write_bytes(b"")
    with pytest.raises(EktpError, match="bukan roda untuk Windows 64-bit"):
        check_wheels(tmp_path)


def test_the_dll_that_the_add_in_asks_for_must_be_in_the_wheel(tmp_path: Path) -> None:
    make_all(tmp_path)
    check_dll(tmp_path, dll_names(build_addin()))
    with pytest.raises(EktpError, match=r"xlwings64-9\.9\.dll"):
        check_dll(tmp_path, {"xlwings64-9.9.dll"})


def test_folder_holds_all_that_a_double_click_needs(tmp_path: Path) -> None:
    write_files(tmp_path, PYTHON)
    assert {satu.name for satu in tmp_path.iterdir()} == {"ektp.xlam", "kecamatan.xlsx", *BERKAS.values()}
    assert (tmp_path / "ektp.xlam").read_bytes() == build_addin()


@pytest.mark.parametrize("nama", SCRIPTS)
def test_scripts_are_plain_and_reach_only_what_is_ours(tmp_path: Path, nama: str) -> None:
    write_files(tmp_path, "3.13")
    byte = (tmp_path / nama).read_bytes()
    assert byte.isascii()
    assert byte.count(b"\n") == byte.count(b"\r\n")
    teks = byte.decode()
    assert "@X" not in teks
    # Every jump has its place, and no line of a block could be broken by a bracket in somebody's path.
    tujuan = {satu.lower() for satu in re.findall(r"goto (\w+)", teks)}
    assert tujuan == {satu.lower() for satu in re.findall(r"^:(\w+)", teks, re.MULTILINE)} | (tujuan & {"eof"})
    assert not re.search(r"^\s*(?:if|for)\b.*\($", teks, re.MULTILINE)
    # Every path stands in quotes: a user's name may hold a blank.
    for baris in teks.splitlines():
        if not baris.startswith(("rem", "echo", "set ")):
            tanpa_kutipan = re.sub(r'"[^"]*"', "", baris)
            assert not re.search(r"%(?:SUMBER|TUJUAN|PY|PEMASANG|LOCALAPPDATA)%", tanpa_kutipan), baris
    assert not re.search(r"https?:|runas|HKLM|reg add|setx|xlwings\.conf", teks, re.IGNORECASE)


def test_pasang_installs_from_the_folder_alone(tmp_path: Path) -> None:
    write_files(tmp_path, "3.13")
    teks = (tmp_path / "pasang.bat").read_text("ascii")
    (pip,) = [baris for baris in teks.splitlines() if "-m pip install" in baris]
    for perlu in ("--no-index", "--isolated", "--require-hashes", r'--find-links "%SUMBER%roda"', r"roda\daftar.txt"):
        assert perlu in pip
    (python,) = [baris for baris in teks.splitlines() if baris.startswith('"%PEMASANG%"')]
    for perlu in ("InstallAllUsers=0", "PrependPath=0", r'TargetDir="%TUJUAN%\python"'):
        assert perlu in python
    assert r'-m ektp_excel.perintah pasang --xlam "%SUMBER%ektp.xlam"' in teks
    assert "python-3.13.*-amd64.exe" in teks
    assert r"Python\Python313\python.exe" in teks


def test_copot_undoes_what_pasang_made(tmp_path: Path) -> None:
    write_files(tmp_path, "3.13")
    teks = (tmp_path / "copot.bat").read_text("ascii")
    urut = [r"-m ektp_excel.perintah copot", r'rmdir /s /q "%TUJUAN%\env"', "/uninstall /quiet", r'rmdir "%TUJUAN%"']
    letak = [teks.index(satu) for satu in urut]
    assert letak == sorted(letak)
    # Only the folder of ours is deleted with what is in it.
    assert re.findall(r"rmdir /s /q (\S+)", teks) == [r'"%TUJUAN%\env"']


def fake_pip(roda: Path, perintah: Sequence[str]) -> None:
    """What pip would leave behind."""
    if "wheel" in perintah:
        make_all(roda)
        for berkas in list(roda.glob("*.whl")):
            if not berkas.name.startswith("ektp_core"):
                berkas.unlink()
    else:
        make_all(roda)


@pytest.fixture
def without_network(monkeypatch: pytest.MonkeyPatch) -> list[Sequence[str]]:
    dipanggil: list[Sequence[str]] = []

    def run(perintah: Sequence[str]) -> None:
        dipanggil.append(perintah)
        kunci = "--wheel-dir" if "wheel" in perintah else "--dest"
        fake_pip(Path(perintah[perintah.index(kunci) + 1]), perintah)

    monkeypatch.setattr(paket_luring, "_run", run)
    return dipanggil


@pytest.mark.parametrize(
    ("sumber", "minta"), [(Path("sumber"), "sumber"), (None, f"ektp-core=={version('ektp-core')}")]
)
def test_package_is_made_and_renewed_around_what_a_person_added(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    without_network: list[Sequence[str]],
    sumber: Path | None,
    minta: str,
) -> None:
    """This tool's own wheel is built where it runs from its source, and fetched where it came as a wheel itself."""
    monkeypatch.setattr(paket_luring, "source_folder", lambda paket: sumber)
    folder = tmp_path / "ektp-luring"
    kata = make_package(folder, "3.13", pip=["pip"])
    assert "Belum ada: python-3.13.x-amd64.exe" in kata[-1]
    assert {satu.name for satu in (folder / "roda").iterdir()} >= {
        "daftar.txt",
        "pywin32-312-cp313-cp313-win_amd64.whl",
    }
    assert without_network[0][:2] == ["pip", "download" if sumber is None else "wheel"]
    assert minta in without_network[0]
    assert any("pywin32>=224" in perintah for perintah in without_network)
    (folder / "python/python-3.13.9-amd64.exe").write_bytes(b"MZ")
    (folder / "roda/usang-1.0-py3-none-any.whl").write_bytes(b"")
    kata = make_package(folder, "3.13", pip=["pip"])
    assert len(kata) == 1
    assert (folder / "python/python-3.13.9-amd64.exe").read_bytes() == b"MZ"
    assert not (folder / "roda/usang-1.0-py3-none-any.whl").exists()


def test_a_folder_of_another_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "skripsi.docx").write_bytes(b"x")
    with pytest.raises(EktpError, match="sudah berisi yang lain"):
        make_package(tmp_path, pip=["pip"])
    assert [satu.name for satu in tmp_path.iterdir()] == ["skripsi.docx"]


def test_a_wrong_version_and_a_missing_pip_are_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(EktpError, match="bukan versi Python"):
        make_package(tmp_path / "a", "3.13; rm", pip=["pip"])
    with pytest.raises(EktpError, match="pip tidak dapat dijalankan"):
        make_package(tmp_path / "b", pip=[str(tmp_path / "tak-ada")])
    assert not (tmp_path / "b").exists()
    monkeypatch.setattr(paket_luring, "find_spec", lambda nama: None)
    monkeypatch.setenv("PATH", "")
    with pytest.raises(EktpError, match="pip tidak ada"):
        find_pip()
