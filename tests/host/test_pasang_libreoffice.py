"""Installing for LibreOffice: one module and one folder come and go, and nothing else of the user's is touched."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
import xlsxwriter

from ektp_core.galat import EktpError
from ektp_excel import __version__
from ektp_excel.pasang.libreoffice import find_profiles, install, install_all, profile_places, remove, remove_all
from ektp_excel.pasang.pustaka_basic import add_name, drop_name
from host.kantor import Kantor

KEPALA = (
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE library:library PUBLIC "-//OpenOffice.org//DTD OfficeDocument '
    '1.0//EN" "library.dtd">\n<library:library xmlns:library="http://openoffice.org/2000/library" '
    'library:name="Standard" library:readonly="false" library:passwordprotected="false"'
)
SATU_MODUL = f'{KEPALA}>\n <library:element library:name="Module1"/>\n</library:library>'.encode()
MODUL_SAYA = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="{}" script:language="StarBasic">\
Function KALI_DUA(x)
 KALI_DUA = 2 * x
End Function
</script:module>"""


def make_profile(folder: Path, daftar: bytes = SATU_MODUL) -> Path:
    """A profile in which its user has a module, another library and a Python script."""
    user = folder / "user"
    isi = {
        "basic/Standard/script.xlb": daftar,
        "basic/Standard/dialog.xlb": f"{KEPALA}/>".encode(),
        "basic/Standard/Module1.xba": MODUL_SAYA.format("Module1").encode(),
        "basic/Milikku/script.xlb": f"{KEPALA.replace('Standard', 'Milikku')}/>\r\n".encode(),
        "basic/script.xlc": b"<!-- milik pengguna -->",
        "Scripts/python/punyaku.py": b"def halo(): pass\r\n",
        "Scripts/python/pythonpath/attr.py": b"# milik pengguna\n",
        "registrymodifications.xcu": b"<oor:items></oor:items>",
    }
    for nama, byte in isi.items():
        (user / nama).parent.mkdir(parents=True, exist_ok=True)
        (user / nama).write_bytes(byte)
    return user


def snapshot(folder: Path) -> dict[str, bytes]:
    """Every file with its bytes."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def foreign(isi: dict[str, bytes]) -> dict[str, bytes]:
    """What of a snapshot is not ours."""
    return {n: b for n, b in isi.items() if not n.startswith("Scripts/python/ektp/") and n != "basic/Standard/Ektp.xba"}


DAFTAR = {
    "satu modul": SATU_MODUL,
    "kosong": f"{KEPALA}/>".encode(),
    "kosong berbaris baru": f"{KEPALA}/>\r\n".encode(),
    "baris Windows": SATU_MODUL.replace(b"\n", b"\r\n"),
    "satu baris": f'{KEPALA}><library:element library:name="Module1"/></library:library>'.encode(),
}


@pytest.mark.parametrize("daftar", DAFTAR.values(), ids=DAFTAR)
def test_install_and_remove_leave_everything_as_it_was(tmp_path: Path, daftar: bytes) -> None:
    user = make_profile(tmp_path, daftar)
    semula = snapshot(user)
    install(user)
    terpasang = snapshot(user)
    berubah = {n for n, b in foreign(terpasang).items() if semula.get(n) != b}
    assert berubah == {"basic/Standard/script.xlb"}
    assert foreign(terpasang).keys() == semula.keys()
    assert terpasang["basic/Standard/script.xlb"].count(b'library:name="Ektp"') == 1
    remove(user)
    assert snapshot(user) == semula


def test_installing_again_changes_nothing(tmp_path: Path) -> None:
    user = make_profile(tmp_path)
    pertama = install(user)
    sekali = snapshot(user)
    kedua = install(user)
    assert snapshot(user) == sekali
    assert "ditulis ke pustaka Standard" in pertama[1]
    assert "sudah ada di pustaka Standard" in kedua[1]


def test_an_older_version_is_replaced_whole(tmp_path: Path) -> None:
    user = make_profile(tmp_path)
    install(user)
    usang = user / "Scripts/python/ektp/pythonpath/ektp_core/usang.py"
    usang.write_text("# dari versi lama\n")
    modul = user / "basic/Standard/Ektp.xba"
    modul.write_bytes(modul.read_bytes().replace(b"EKTP_UMUR", b"EKTP_UMUR_LAMA"))
    install(user)
    assert not usang.exists()
    assert b"EKTP_UMUR_LAMA" not in modul.read_bytes()


def test_it_says_what_it_did_and_where(tmp_path: Path) -> None:
    user = make_profile(tmp_path)
    dikatakan = "\n".join(install_all([user]))
    for perlu in (
        str(user / "Scripts/python/ektp"),
        str(user / "basic/Standard"),
        __version__,
        "25.8",
        "Ctrl+Shift+F9",
    ):
        assert perlu in dikatakan
    assert [baris.rpartition(" ")[2] for baris in remove_all([user])] == [f"({user / 'basic/Standard'}).", "dihapus."]
    assert remove_all([user]) == ["LibreOffice: tidak ada yang terpasang."]


def test_copied_packages_need_nothing_else(tmp_path: Path) -> None:
    """Only the standard library beside them: no site-packages, no environment."""
    install(make_profile(tmp_path))
    paket = tmp_path / "user/Scripts/python/ektp/pythonpath"
    kode = (
        "import sys; sys.path.insert(0, sys.argv[1]); import ektp_excel.host_libreoffice, ektp_excel; "
        "print(ektp_excel.__version__); "
        "print({m.__file__ for m in list(sys.modules.values()) if 'site-packages' in str(getattr(m, '__file__', ''))})"
    )
    jalan = [sys.executable, "-I", "-S", "-B", "-c", kode, str(paket)]
    keluar = subprocess.run(jalan, capture_output=True, text=True, check=True, cwd=tmp_path).stdout.split("\n")
    assert keluar[:2] == [__version__, "set()"]
    assert not list(paket.rglob("*.pyc")) + list(paket.rglob("*.so")) + list(paket.rglob("massal*"))
    assert {p.name for p in (paket / "ektp_excel").iterdir()}.isdisjoint(
        {"buku", "perintah", "contoh", "host_xlwings.py"}
    )


def _lock(user: Path) -> None:
    (user.parent / ".lock").touch()


def _foreign_module(user: Path) -> None:
    (user / "basic/Standard/Ektp.xba").write_text(MODUL_SAYA.format("Ektp"))


def _foreign_folder(user: Path) -> None:
    (user / "Scripts/python/ektp").mkdir()
    (user / "Scripts/python/ektp/catatan.txt").write_text("milik pengguna")


def _never_started(user: Path) -> None:
    (user / "basic/Standard/script.xlb").unlink()


def _unknown_list(user: Path) -> None:
    (user / "basic/Standard/script.xlb").write_bytes(b"bukan daftar")


@pytest.mark.parametrize(
    ("rusak", "dikatakan"),
    [
        (_lock, "masih terbuka"),
        (_foreign_module, "sudah ada modul Basic lain bernama Ektp"),
        (_foreign_folder, "bukan buatan ektp"),
        (_never_started, "buka LibreOffice sekali"),
        (_unknown_list, "tidak dikenali"),
    ],
)
def test_refuses_without_touching(tmp_path: Path, rusak: Callable[[Path], None], dikatakan: str) -> None:
    user = make_profile(tmp_path)
    rusak(user)
    semula = snapshot(user)
    with pytest.raises(EktpError, match=dikatakan):
        install(user)
    assert snapshot(user) == semula


def test_what_the_system_refuses_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def menolak(*_: object, **__: object) -> None:
        raise PermissionError(13, "ditolak", "berkas.py")

    user = make_profile(tmp_path)
    monkeypatch.setattr(shutil, "copytree", menolak)
    with pytest.raises(EktpError, match=r"tidak dapat mengubah berkas\.py: ditolak"):
        install(user)


def test_where_profiles_live(tmp_path: Path) -> None:
    rumah = tmp_path
    biasa, *terkurung = profile_places({}, "linux", rumah)
    assert biasa == rumah / ".config/libreoffice/4/user"
    assert [p.relative_to(rumah).parts[0] for p in terkurung] == [".var", "snap"]
    assert profile_places({"XDG_CONFIG_HOME": "/xdg"}, "linux", rumah)[0] == Path("/xdg/libreoffice/4/user")
    assert profile_places({"APPDATA": "/appdata"}, "win32", rumah) == [Path("/appdata/LibreOffice/4/user")]
    assert profile_places({}, "win32", rumah) == [rumah / "AppData/Roaming/LibreOffice/4/user"]
    assert profile_places({}, "darwin", rumah) == [rumah / "Library/Application Support/LibreOffice/4/user"]


def test_only_profiles_that_exist_are_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    lingkungan = {"XDG_CONFIG_HOME": str(tmp_path)}
    with pytest.raises(EktpError, match="belum pernah dijalankan"):
        install_all([])
    user = tmp_path / "libreoffice/4/user"
    user.mkdir(parents=True)
    assert user in find_profiles(lingkungan)


def test_list_is_edited_at_its_end_only() -> None:
    assert add_name(SATU_MODUL, "Ektp").startswith(SATU_MODUL.removesuffix(b"</library:library>"))
    assert add_name(add_name(SATU_MODUL, "Ektp"), "Ektp") == add_name(SATU_MODUL, "Ektp")
    assert drop_name(SATU_MODUL, "Ektp") == SATU_MODUL
    assert drop_name(SATU_MODUL.replace(b"Module1", b"EktpLain"), "Ektp") == SATU_MODUL.replace(b"Module1", b"EktpLain")


def test_users_own_functions_still_answer(kantor: Kantor, libreoffice: Path, tmp_path: Path) -> None:
    """In the real office: the user's module beside ours works; and after removal ours is gone, theirs is not."""
    sendiri = Kantor(libreoffice, tmp_path)
    pustaka = sendiri.user / "basic" / "Standard"
    (pustaka / "Module1.xba").write_text(MODUL_SAYA.format("Module1"))
    semula = snapshot(pustaka)
    install(sendiri.user)
    buku = xlsxwriter.Workbook(str(tmp_path / "dua.xlsx"))
    lembar = buku.add_worksheet()
    lembar.write_formula("A1", "=KALI_DUA(21)", None, 0)
    lembar.write_formula("A2", "=EKTP_VERSI()", None, 0)
    buku.close()

    def hitung() -> list[object]:
        hasil = openpyxl.load_workbook(sendiri.recalculate(tmp_path / "dua.xlsx"), data_only=True)
        return [hasil.worksheets[0][alamat].value for alamat in ("A1", "A2")]

    assert hitung() == [42, f"ektp-core {__version__}"]
    shutil.rmtree(sendiri.user / "Scripts/python/ektp")  # half an installation: a text in the cell, and no box
    assert hitung() == [42, "GALAT: skrip e-KTP tidak dapat dijalankan; tutup LibreOffice lalu jalankan: ektp pasang"]
    remove(sendiri.user)
    assert snapshot(pustaka) == semula
    assert hitung() == [42, "#NAME?"]


def test_what_is_copied_needs_nothing_that_is_not(tmp_path: Path) -> None:
    """Without LibreOffice: what its Python will import is all there, in a process that has nothing else."""
    user = make_profile(tmp_path)
    install(user)
    paket = user / "Scripts" / "python" / "ektp" / "pythonpath"
    kode = (
        f"import sys; sys.path.insert(0, {str(paket)!r})\n"
        "import ektp_excel.host_libreoffice.jawab\n"
        "from ektp_excel.fungsi import FUNGSI\n"
        "print(len(FUNGSI), ektp_excel.__file__)"
    )
    jalan = subprocess.run([sys.executable, "-I", "-S", "-c", kode], capture_output=True, text=True, check=False)
    assert jalan.returncode == 0, jalan.stderr
    assert str(paket) in jalan.stdout
