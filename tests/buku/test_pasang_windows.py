"""The add-in in the home of a pretended Windows user: put in, renewed, taken out, and nothing else touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from ektp_core.galat import EktpError
from ektp_excel.bangun.addin import build_addin, read_settings, template_path, with_settings
from ektp_excel.pasang import komputer_ini, libreoffice, windows
from ektp_excel.pasang.windows import Penafsir, Tempat, dll_names, install, remove

XLAM = build_addin()


@pytest.fixture
def rumah(tmp_path: Path) -> Path:
    """A home in which Excel has been started, with an add-in and settings of the user's own."""
    isi = {
        "AppData/Roaming/Microsoft/Excel/XLSTART/PERSONAL.XLSB": b"milik pengguna",
        "AppData/Roaming/Microsoft/AddIns/lain.xlam": b"milik pengguna",
        ".xlwings/xlwings.conf": b'"INTERPRETER_WIN","C:\\lain\\python.exe"\r\n',
    }
    for nama, byte in isi.items():
        berkas = tmp_path / "Budi Santosa" / nama
        berkas.parent.mkdir(parents=True, exist_ok=True)
        berkas.write_bytes(byte)
    return tmp_path / "Budi Santosa"


@pytest.fixture
def tempat(rumah: Path) -> Tempat:
    return Tempat.of({}, rumah)


@pytest.fixture
def penafsir(rumah: Path) -> Penafsir:
    """A Python with xlwings' DLLs where its wheel puts them."""
    env = rumah / "AppData/Local/ektp/env"
    (env / "Scripts").mkdir(parents=True)
    (env / "Scripts/python.exe").write_bytes(b"MZ")
    for nama in dll_names(XLAM):
        (env / nama).write_bytes(b"MZ")
    return Penafsir(env / "Scripts/python.exe")


def snapshot(folder: Path) -> dict[str, bytes | None]:
    """Every folder, and every file with its bytes."""
    return {
        satu.relative_to(folder).as_posix(): satu.read_bytes() if satu.is_file() else None for satu in folder.rglob("*")
    }


def test_folders_are_those_that_windows_names(tmp_path: Path) -> None:
    env = {"APPDATA": str(tmp_path / "R"), "LOCALAPPDATA": str(tmp_path / "L")}
    assert Tempat.of(env, tmp_path) == Tempat(tmp_path / "R/Microsoft/Excel/XLSTART", tmp_path / "L/ektp")
    assert Tempat.of({}, tmp_path).xlstart == tmp_path / "AppData/Roaming/Microsoft/Excel/XLSTART"


def test_add_in_names_its_python_and_is_else_the_built_one(tempat: Tempat, penafsir: Penafsir) -> None:
    kata = install(tempat, penafsir)
    terpasang = tempat.addin.read_bytes()
    assert read_settings(terpasang)["Interpreter_Win"] == str(penafsir.berkas)
    assert with_settings(terpasang, {"Interpreter_Win": ""}) == XLAM
    assert str(tempat.addin) in kata[0]
    assert str(penafsir.berkas) in kata[1]


def test_all_that_is_put_in_goes_again(rumah: Path, tempat: Tempat, penafsir: Penafsir) -> None:
    semula = snapshot(rumah)
    install(tempat, penafsir)
    berubah = {nama for nama, isi in snapshot(rumah).items() if semula.get(nama, b"tidak ada") != isi}
    assert berubah == {"AppData/Roaming/Microsoft/Excel/XLSTART/ektp.xlam", "AppData/Local/ektp/terpasang.json"}
    assert any("dihapus" in baris for baris in remove(tempat))
    assert snapshot(rumah) == semula
    assert remove(tempat) == ["Excel: tidak ada yang terpasang."]
    assert snapshot(rumah) == semula


def test_folders_made_for_it_go_too_even_after_a_second_install(tmp_path: Path, penafsir: Penafsir) -> None:
    kosong = tmp_path / "baru"
    (kosong / "AppData").mkdir(parents=True)
    tempat = Tempat.of({}, kosong)
    semula = snapshot(kosong)
    install(tempat, penafsir)
    install(tempat, penafsir)
    assert tempat.addin.is_file()
    remove(tempat)
    assert snapshot(kosong) == semula


def test_what_others_put_beside_it_meanwhile_stays(tmp_path: Path, penafsir: Penafsir) -> None:
    tempat = Tempat.of({}, tmp_path / "baru")
    install(tempat, penafsir)
    (tempat.xlstart / "Buku.xltx").write_bytes(b"x")
    remove(tempat)
    assert (tempat.xlstart / "Buku.xltx").read_bytes() == b"x"


def test_a_note_that_somebody_changed_deletes_nothing_of_others(
    tmp_path: Path, tempat: Tempat, penafsir: Penafsir
) -> None:
    install(tempat, penafsir)
    asing = tmp_path / "asing"
    asing.mkdir()
    tempat.catatan.write_text(f'{{"map": ["{asing.as_posix()}"]}}')
    remove(tempat)
    assert asing.is_dir()


def test_an_older_one_of_ours_is_replaced(tempat: Tempat, penafsir: Penafsir) -> None:
    tempat.addin.write_bytes(with_settings(XLAM, {"Interpreter_Win": "lama"}))
    install(tempat, penafsir)
    assert read_settings(tempat.addin.read_bytes())["Interpreter_Win"] == str(penafsir.berkas)


@pytest.mark.parametrize("isi", [b"bukan zip", template_path().read_bytes()], ids=["rusak", "xlwings"])
def test_a_file_of_another_with_its_name_stays(tempat: Tempat, penafsir: Penafsir, isi: bytes) -> None:
    tempat.addin.write_bytes(isi)
    with pytest.raises(EktpError, match="bukan buatan ektp"):
        install(tempat, penafsir)
    with pytest.raises(EktpError, match="bukan buatan ektp"):
        remove(tempat)
    assert tempat.addin.read_bytes() == isi


def test_a_file_built_before_is_taken_as_it_is(tmp_path: Path, tempat: Tempat, penafsir: Penafsir) -> None:
    berkas = tmp_path / "ektp.xlam"
    berkas.write_bytes(XLAM)
    install(tempat, penafsir, berkas)
    assert with_settings(tempat.addin.read_bytes(), {"Interpreter_Win": ""}) == XLAM
    berkas.write_bytes(b"lain")
    with pytest.raises(EktpError, match="bukan add-in"):
        install(tempat, penafsir, berkas)
    with pytest.raises(EktpError, match="tidak dapat dibaca"):
        install(tempat, penafsir, tmp_path / "tak-ada.xlam")


def test_a_python_without_the_dll_is_refused_before_anything_is_written(
    rumah: Path, tempat: Tempat, penafsir: Penafsir
) -> None:
    for berkas in penafsir.berkas.parent.parent.glob("xlwings*.dll"):
        berkas.unlink()
    semula = snapshot(rumah)
    with pytest.raises(EktpError, match=r"xlwings32-.*xlwings64-.* tidak ada di dekat"):
        install(tempat, penafsir)
    assert snapshot(rumah) == semula


def test_an_add_in_that_excel_holds_open_is_told(
    tempat: Tempat, penafsir: Penafsir, monkeypatch: pytest.MonkeyPatch
) -> None:
    install(tempat, penafsir)

    def locked(berkas: Path, missing_ok: bool = False) -> None:
        raise PermissionError(13, "sedang dipakai")

    monkeypatch.setattr(Path, "unlink", locked)
    with pytest.raises(EktpError, match="tutup dahulu Excel"):
        remove(tempat)


def test_a_path_that_excel_may_not_read_is_warned_of(rumah: Path, tempat: Tempat) -> None:
    env = rumah.with_name("Ayu & Élan") / "env"
    (env / "Scripts").mkdir(parents=True)
    for nama in dll_names(XLAM):
        (env / nama).write_bytes(b"MZ")
    kata = install(tempat, Penafsir(env / "Scripts/python.exe"))
    assert "Peringatan" in kata[-1]
    assert read_settings(tempat.addin.read_bytes())["Interpreter_Win"] == str(env / "Scripts/python.exe")


def test_each_system_gets_what_it_can_hold(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def busy(profil: list[Path] | None = None) -> list[str]:
        raise EktpError("LibreOffice masih terbuka")

    monkeypatch.setattr(windows, "install", lambda xlam: [f"Excel {xlam}"])
    monkeypatch.setattr(windows, "remove", lambda: ["Excel dicopot"])
    monkeypatch.setattr(libreoffice, "install_all", lambda profil=None: ["LibreOffice"])
    monkeypatch.setattr(libreoffice, "remove_all", lambda profil=None: ["LibreOffice dicopot"])
    monkeypatch.setattr(libreoffice, "find_profiles", list)
    assert komputer_ini.install_here(None, "win32") == ["Excel None"]
    assert komputer_ini.install_here(None, "linux") == ["LibreOffice"]
    assert komputer_ini.remove_here("win32") == ["Excel dicopot", "LibreOffice dicopot"]
    assert komputer_ini.remove_here("darwin") == ["LibreOffice dicopot"]
    with pytest.raises(EktpError, match="hanya untuk Excel di Windows"):
        komputer_ini.install_here(tmp_path / "ektp.xlam", "linux")
    monkeypatch.setattr(libreoffice, "find_profiles", lambda: [tmp_path])
    assert komputer_ini.install_here(None, "win32") == ["Excel None", "LibreOffice"]
    monkeypatch.setattr(libreoffice, "install_all", busy)
    assert komputer_ini.install_here(None, "win32")[-1] == "LibreOffice belum dipasangi: LibreOffice masih terbuka"
