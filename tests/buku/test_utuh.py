"""A result is whole or not there at all: after any failure the old file stands and nothing else is left behind."""

from __future__ import annotations

import errno
import os
import tempfile
from pathlib import Path
from typing import Any

import pytest

from buku.hasil_rekaan import LAPORAN, make_hasil
from ektp_core.galat import EktpError
from ektp_excel.buku import write_hasil, write_json
from ektp_excel.buku.utuh import write_whole


def fail(kode: int) -> Any:
    """A function of the system that fails with this code."""

    def gagal(*_: object, **__: object) -> None:
        raise OSError(kode, os.strerror(kode))

    return gagal


def write_excel(path: Path) -> None:
    write_hasil(path, make_hasil(), LAPORAN)


def write_figures(path: Path) -> None:
    write_json(path, make_hasil())


TULIS = (write_excel, write_figures)


def test_folder_holds_only_the_results(tmp_path: Path) -> None:
    write_excel(tmp_path / "h.xlsx")
    write_figures(tmp_path / "r.json")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["h.xlsx", "r.json"]


@pytest.mark.parametrize(
    ("fungsi", "kode", "kata"),
    [
        ("os.fsync", errno.ENOSPC, "tempat simpan penuh"),
        ("os.replace", errno.EACCES, "tutup dahulu berkas itu"),
        ("os.replace", errno.EROFS, "hanya dapat dibaca"),
        ("os.fsync", errno.EIO, "input/output error"),
    ],
)
def test_what_the_system_refuses_is_said_in_one_line(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fungsi: str, kode: int, kata: str
) -> None:
    lama = tmp_path / "h.xlsx"
    lama.write_bytes(b"lama")
    monkeypatch.setattr(fungsi, fail(kode))
    for tulis in TULIS:
        with pytest.raises(EktpError, match=kata) as e:
            tulis(lama)
        assert "\n" not in str(e.value)
        assert "h.xlsx" in str(e.value)
    assert [p.name for p in tmp_path.iterdir()] == ["h.xlsx"]
    assert lama.read_bytes() == b"lama"


def test_missing_folder_is_said(tmp_path: Path) -> None:
    with pytest.raises(EktpError, match=r"h\.xlsx tidak dapat ditulis .*: mapnya tidak ada"):
        write_excel(tmp_path / "tidak ada" / "h.xlsx")
    with pytest.raises(EktpError, match="mapnya tidak ada"):
        write_figures(tmp_path / "tidak ada" / "r.json")
    assert not list(tmp_path.iterdir())


def test_folder_or_device_in_place_of_the_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EktpError, match="itu sebuah map"):
        write_figures(tmp_path)
    if Path("/dev/null").exists():
        with pytest.raises(EktpError, match="bukan berkas biasa"):
            write_figures(Path("/dev/null"))
    assert not list(tmp_path.iterdir())


def test_file_closed_to_writing_is_not_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lama = tmp_path / "r.json"
    lama.write_bytes(b"lama")
    # Root may write anything: ask as somebody else would.
    monkeypatch.setattr("os.access", lambda *_: False)
    with pytest.raises(EktpError, match="tidak diizinkan"):
        write_figures(lama)
    assert lama.read_bytes() == b"lama"


def test_link_stays_and_its_target_is_replaced(tmp_path: Path) -> None:
    asli, tautan = tmp_path / "asli.json", tmp_path / "tautan.json"
    asli.write_text("lama")
    try:
        tautan.symlink_to(asli)
    except OSError:
        pytest.skip("tautan simbolis tidak diizinkan di sini")
    write_figures(tautan)
    assert tautan.is_symlink()
    assert asli.read_text() != "lama"


class Putus(BaseException):
    """Something that nobody expects in the middle of the work, such as Ctrl+C."""


def test_interruption_leaves_nothing_anywhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hasil, sementara = tmp_path / "hasil", tmp_path / "sementara"
    hasil.mkdir()
    sementara.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(sementara))

    def putus(*_: object) -> None:
        raise Putus

    monkeypatch.setattr("ektp_core.keputusan.Bukti.__str__", putus)
    with pytest.raises(Putus):
        write_excel(hasil / "h.xlsx")
    assert not list(hasil.iterdir())
    assert not list(sementara.iterdir())


def test_scratch_folder_that_cannot_be_made_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "tidak ada"))
    with pytest.raises(EktpError, match="map sementara tidak dapat dibuat: mapnya tidak ada"):
        write_excel(tmp_path / "h.xlsx")
    assert not list(tmp_path.iterdir())


def test_no_space_for_the_parts_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("zipfile.ZipFile.write", fail(errno.ENOSPC))
    with pytest.raises(EktpError, match="tempat simpan penuh"):
        write_excel(tmp_path / "h.xlsx")
    assert not list(tmp_path.iterdir())


def test_new_file_gets_the_rights_of_any_new_file(tmp_path: Path) -> None:
    biasa = tmp_path / "biasa"
    biasa.write_text("")
    with write_whole(tmp_path / "baru") as berkas:
        berkas.write(b"isi")
    assert (tmp_path / "baru").stat().st_mode == biasa.stat().st_mode
