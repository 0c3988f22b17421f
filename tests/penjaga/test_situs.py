"""The site builds without one warning, and everything that is generated in it is fresh."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import segarkan

from penjaga.berkas import ROOT


def build(sumber: Path, tujuan: Path) -> subprocess.CompletedProcess[str]:
    """Build the site so that a warning is a failure and a name that leads nowhere is a warning."""
    perintah = [sys.executable, "-m", "sphinx", "-n", "-W", "--keep-going", "-q", "-E", str(sumber), str(tujuan)]
    return subprocess.run(perintah, cwd=ROOT, capture_output=True, text=True, check=False)


def test_site_builds_without_warnings(tmp_path: Path) -> None:
    hasil = build(ROOT / "docs", tmp_path / "situs")
    assert hasil.returncode == 0, hasil.stderr
    cetak = (tmp_path / "situs" / "aturan" / "cetak.html").read_text(encoding="utf-8")
    assert "WAJIB-01" in cetak
    assert "NERACA-05" in cetak
    wajib = (tmp_path / "situs" / "aturan" / "wajib.html").read_text(encoding="utf-8")
    assert "test_the_17th_birthday_itself_counts" in wajib, "sumber sifat tidak tampak di halamannya"


def test_a_dangling_reference_breaks_the_build(tmp_path: Path) -> None:
    sumber = tmp_path / "docs"
    sumber.mkdir()
    shutil.copy(ROOT / "docs" / "conf.py", sumber)
    (sumber / "_gaya").mkdir()
    (sumber / "index.md").write_text("# Judul\n\n[ke mana](tiada.md#tiada)\n", encoding="utf-8")
    hasil = build(sumber, tmp_path / "situs")
    assert hasil.returncode != 0
    assert "tiada" in hasil.stderr


def test_generated_blocks_are_fresh() -> None:
    halaman = segarkan.pages()
    assert len(halaman) > 10
    hasil = segarkan.run_cog("--check", "--diff", halaman=halaman)
    assert hasil.returncode == 0, f"segarkan dengan: {segarkan.PERINTAH}\n{hasil.stdout}{hasil.stderr}"


def test_a_stale_block_is_caught(tmp_path: Path) -> None:
    usang = tmp_path / "usang.md"
    usang.write_text(
        '<!-- [[[cog cog.outl(aturan.kepala("WAJIB-01")) ]]] -->\nlama\n<!-- [[[end]]] -->\n', encoding="utf-8"
    )
    assert segarkan.run_cog("--check", halaman=[usang]).returncode != 0
