"""Killed, out of space, two at once, the input changing: the input is never touched, the output is the old or the new one."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

from buku.gangguan import digest, kill_often, prepare, run
from ektp_core import EktpError
from ektp_excel.buku.sementara import scratch_folder, sweep_dead, temporary_name
from ektp_excel.buku.utuh import write_whole
from ektp_excel.perintah import main
from penjaga.berkas import ROOT

CONTOH = ROOT / "examples" / "buku_jaten.xlsx"
MATI = 2**22 + 1
"""A process number that the system never gives."""


def test_killed_at_random_moments(tmp_path: Path) -> None:
    """Here a few; `bench/keandalan.py` kills five hundred. The parts of the last ones go when the next run starts."""
    keadaan = prepare(tmp_path / "kerja", CONTOH)
    for saat, salah in kill_often(keadaan, 10, benih=7):
        di_luar = [satu for satu in salah if not satu.startswith("sisa: ") or ".ektp-" in satu]
        assert not di_luar, f"dibunuh setelah {saat:.2f} s"
    run(keadaan.buku, keadaan.hasil, "2012-08-28", keadaan.folder).wait()
    assert digest(keadaan.hasil) == keadaan.baru
    assert not keadaan.wrong()


@pytest.mark.parametrize("batas", [0, 1, 4_096, 60_000])
def test_no_room_for_the_file(batas: int, tmp_path: Path) -> None:
    """The system refuses every byte beyond the limit: one line, and the old file is still there, whole."""
    hasil = tmp_path / "hasil.xlsx"
    hasil.write_bytes(b"lama")

    def limit() -> None:
        import signal

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (batas, batas))

    proses = subprocess.run(
        [sys.executable, "-m", "ektp_excel.perintah", "rekon", str(CONTOH), "--per", "2012-08-28", "-o", str(hasil)],
        preexec_fn=limit,
        env={**os.environ, "PYTHONDONTWRITEBYTECODE": "1", "TMPDIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert proses.returncode == 2
    assert proses.stderr.count("\n") == 1
    assert "Traceback" not in proses.stderr
    assert hasil.read_bytes() == b"lama"
    assert [p.name for p in tmp_path.iterdir()] == ["hasil.xlsx"]


def test_two_runs_on_one_output(tmp_path: Path) -> None:
    keadaan = prepare(tmp_path / "kerja", CONTOH)
    semua = [run(keadaan.buku, keadaan.hasil, "2012-08-28", keadaan.folder) for _ in range(3)]
    assert [p.wait() for p in semua] == [0, 0, 0]
    assert digest(keadaan.hasil) == keadaan.baru
    assert not keadaan.wrong()


def test_input_that_changes_while_it_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The bytes are taken once: what happens to the file afterwards changes neither the figures nor the digest that is named."""
    from ektp_excel.buku import baca_berkas

    buku = tmp_path / "buku.xlsx"
    buku.write_bytes(CONTOH.read_bytes())
    asli = baca_berkas.read_file

    def read(path: Path) -> bytes:
        isi = asli(path)
        path.write_bytes(b"lain sama sekali")
        return isi

    monkeypatch.setattr(baca_berkas, "read_file", read)
    assert main(["rekon", str(buku), "--per", "2012-08-28", "-o", str(tmp_path / "a.xlsx")]) == 0
    monkeypatch.undo()
    buku.write_bytes(CONTOH.read_bytes())
    assert main(["rekon", str(buku), "--per", "2012-08-28", "-o", str(tmp_path / "b.xlsx")]) == 0
    assert digest(tmp_path / "a.xlsx") == digest(tmp_path / "b.xlsx")


def test_a_file_without_a_name_until_it_is_whole(tmp_path: Path) -> None:
    if not hasattr(os, "O_TMPFILE"):
        pytest.skip("sistem ini tidak mengenal berkas tanpa nama")
    with write_whole(tmp_path / "hasil") as berkas:
        berkas.write(b"x" * 10_000)
        assert not list(tmp_path.iterdir())
    assert [p.name for p in tmp_path.iterdir()] == ["hasil"]


def test_where_no_file_can_be_nameless(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "O_TMPFILE", raising=False)

    def half() -> None:
        with write_whole(tmp_path / "hasil") as berkas:
            berkas.write(b"setengah")
            assert len(list(tmp_path.iterdir())) == 1
            raise ValueError("putus")

    with pytest.raises(ValueError, match="putus"):
        half()
    assert not list(tmp_path.iterdir())
    with write_whole(tmp_path / "hasil") as berkas:
        berkas.write(b"utuh")
    assert (tmp_path / "hasil").read_bytes() == b"utuh"


def test_only_the_leavings_of_the_dead_are_taken_away(tmp_path: Path) -> None:
    """What belongs to this process, to a living one, or to nobody of ours stays."""
    milik_mati = [tmp_path / f".ektp-{MATI}-ab12.tmp", tmp_path / f"ektp-{MATI}-cd34"]
    milik_mati[0].write_text("NIK")
    milik_mati[1].mkdir()
    (milik_mati[1] / "sheet1.xml").write_text("NIK")
    tetap = [tmp_path / temporary_name(), tmp_path / "ektp-hasil.xlsx", tmp_path / f".ektp-{os.getppid()}-ef56.tmp"]
    for satu in tetap:
        satu.write_text("")
    sweep_dead(tmp_path)
    assert sorted(tmp_path.iterdir()) == sorted(tetap)


def test_a_run_takes_away_what_a_killed_one_left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    sisa = tmp_path / f"ektp-{MATI}-ab12"
    sisa.mkdir()
    with scratch_folder() as folder:
        assert Path(folder).is_dir()
        assert not sisa.exists()
    assert not list(tmp_path.iterdir())


def test_folder_that_only_may_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Also where the user may do anything, the system's word decides."""

    def refuse(*_: object, **__: object) -> int:
        raise PermissionError(13, "")

    monkeypatch.setattr(os, "open", refuse)
    monkeypatch.setattr("builtins.open", refuse)
    with pytest.raises(EktpError, match="tidak diizinkan"), write_whole(tmp_path / "hasil"):
        pass
