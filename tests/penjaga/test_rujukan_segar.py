"""The pages keep up: the reference says what the functions say today, links lead somewhere, pictures stay small."""

from __future__ import annotations

import json
import re
from pathlib import Path

from ektp_excel.bangun.rujukan import CONTOH, HALAMAN, KASUS, PERINTAH, make_page
from ektp_excel.fungsi import FUNGSI
from penjaga.berkas import ROOT, show

LINK = re.compile(r"\]\(([^)#\s]+)(?:#[^)]*)?\)")
BESAR_GAMBAR = 200_000


def test_function_reference_is_fresh() -> None:
    kasus = json.loads((ROOT / KASUS).read_text(encoding="utf-8"))
    halaman = ROOT / HALAMAN
    ada = halaman.read_text(encoding="utf-8") if halaman.is_file() else ""
    assert ada == make_page(kasus), f"{HALAMAN} sudah usang; segarkan dengan: {PERINTAH}"


def test_every_function_shows_examples() -> None:
    assert list(CONTOH) == [fungsi.nama for fungsi in FUNGSI]
    sedikit = [nama for nama, nomor in CONTOH.items() if len(nomor) < 2]
    assert sedikit == ["EKTP_VERSI"], "paling sedikit dua contoh, kecuali fungsi tanpa argumen"


def dangling(page: Path) -> list[str]:
    """Links and pictures of a page that lead to no file."""
    targets = LINK.findall(page.read_text(encoding="utf-8"))
    return [f"{show(page)}: {satu}" for satu in targets if "://" not in satu and not (page.parent / satu).exists()]


def test_links_and_pictures_lead_somewhere() -> None:
    problems = [
        satu for page in (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))) for satu in dangling(page)
    ]
    assert not problems, "tautan ke berkas yang tidak ada:\n" + "\n".join(problems)


def test_pictures_are_small_enough_for_a_slow_line() -> None:
    gambar = {show(satu): satu.stat().st_size for satu in (ROOT / "docs" / "gambar").glob("*.png")}
    assert gambar
    assert not [nama for nama, besar in gambar.items() if besar >= BESAR_GAMBAR], "perkecil di docs/gambar/buat.py"


def test_dangling_link_is_caught(tmp_path: Path) -> None:
    page = tmp_path / "a.md"
    page.write_text("[ada](a.md#b) ![tiada](c.png) [jauh](https://example.org/x)", encoding="utf-8")
    assert dangling(page) == ["a.md: c.png"]
