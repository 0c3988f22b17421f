"""What the pages tell a reader to type is run, or at least understood; and the check itself can fail."""

from __future__ import annotations

from pathlib import Path

import blok_perintah
import pytest
from sybil import Sybil
from sybil.example import SybilFailure

_AWAL = "ektp periksa buku_jaten.xlsx --per 2012-08-28"


def run_page(isi: str, tmp_path: Path) -> None:
    """Evaluate every block of a page, as the suite does with the pages of the project."""
    halaman = tmp_path / "a.md"
    halaman.write_text(isi, encoding="utf-8")
    for contoh in Sybil(parsers=blok_perintah.parsers(), pattern="*.md").parse(halaman).examples():
        contoh.evaluate()


@pytest.mark.parametrize(
    "isi",
    [
        f"```console\n$ {_AWAL}\nbuku_jaten.xlsx  (SHA-256 …)\n…\n```\n",
        "```console\n$ ektp rekon tiada.xlsx --per 2012-08-28\nektp: …\n(kode keluar 2)\n```\n",
        "```sh\nsudo apt install x\nuv run ektp rekon BUKU.xlsx --per 2012-08-28\n```\n",
    ],
)
def test_a_true_page_passes(isi: str, tmp_path: Path) -> None:
    run_page(isi, tmp_path)


@pytest.mark.parametrize(
    "isi",
    [
        f"```console\n$ {_AWAL}\nlain\n```\n",
        "```console\n$ ektp rekon tiada.xlsx --per 2012-08-28\nektp: …\n```\n",
        "```console\n$ rm berkas\n```\n",
        "```sh\nuv run ektp rekon BUKU.xlsx --per 2012-08-28 --tiada\n```\n",
        "```sh\nx && ektp tiada\n```\n",
    ],
)
def test_a_false_page_is_caught(isi: str, tmp_path: Path) -> None:
    with pytest.raises(SybilFailure):
        run_page(isi, tmp_path)
