"""The reliability runs, short: that they see a fault when there is one, and that the scorecard hides none."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import halaman_keandalan
import pytest
from bench.keandalan import __main__ as perintah
from bench.keandalan.audit import read_answer
from bench.keandalan.tahan import growth, repeat

from penjaga.berkas import ROOT

LANGKAH = """
from pathlib import Path
from bench.keandalan import mati
from buku.gangguan import prepare, recover
import sys
keadaan = prepare(Path(sys.argv[1]), Path(sys.argv[2]))
assert recover(keadaan) == []
akhir = 9 * len([recover(keadaan) for _ in mati._at_steps(keadaan, range(1, 1000, 9))])
print(mati._tally(keadaan, mati._at_steps(keadaan, [*range(20, akhir - 9, 19), *range(akhir - 8, akhir + 9)])))
"""


def test_growth_is_seen_and_noise_is_not() -> None:
    assert growth([5.0] * 40) == 0
    assert growth([0, 90, 3, 50, *[7.0] * 40]) == 0, "only the second half counts"
    assert growth([100 + i for i in range(40)]) == pytest.approx(1)
    assert growth([100 + i + (-1) ** i * 5 for i in range(200)]) == pytest.approx(1, abs=0.05)
    assert growth([(-1) ** i for i in range(200)]) < 0.02


def test_a_leak_of_files_and_objects_is_measured(tmp_path: Path) -> None:
    bocor: list[object] = []

    def leak() -> None:
        bocor.append([(tmp_path / str(len(bocor))).open("w")])

    contoh = repeat(leak, 20, tmp_path)
    assert growth(contoh["berkas terbuka"]) == pytest.approx(1)
    assert growth(contoh["berkas sementara"]) == pytest.approx(1)
    assert growth(contoh["objek Python"]) >= 1
    for [berkas] in bocor:  # type: ignore[misc]
        berkas.close()  # type: ignore[has-type]


def test_killed_before_each_step_that_touches_a_file(tmp_path: Path) -> None:
    """In a process of its own, since copies are made of it; the whole run of five hundred is `bench.keandalan mati`."""
    contoh = ROOT / "examples" / "buku_jaten.xlsx"
    kata = [sys.executable, "-c", LANGKAH, str(tmp_path / "kerja"), str(contoh)]
    jalan = subprocess.run(kata, cwd=ROOT, capture_output=True, text=True, timeout=600, check=False)
    assert jalan.returncode == 0, jalan.stderr[-1000:]
    angka = dict(satu.split("=") for satu in jalan.stdout.strip()[len("Hitungan(") : -1].split(", ", 4))
    assert angka.pop("salah") == "()"
    n = {nama: int(nilai) for nama, nilai in angka.items()}
    assert n["kali"] > 10
    assert n["lama"] + n["baru"] == n["kali"]
    assert n["baru"] >= 1, "the last step comes after the new one has taken its place"
    assert n["bersisa"] >= 3, "most are killed while the parts stand in their folder"


def test_what_could_not_be_looked_up_is_not_counted_as_clean() -> None:
    temuan = read_answer(
        {
            "dependencies": [
                {"name": "a", "version": "1", "vulns": []},
                {
                    "name": "b",
                    "version": "2",
                    "vulns": [{"id": "PYSEC-1", "fix_versions": ["3"]}, {"id": "X", "fix_versions": []}],
                },
                {"name": "c", "skip_reason": "not found"},
            ]
        }
    )
    assert (temuan.diperiksa, temuan.tak_ditemukan) == (2, 1)
    assert temuan.lemah == ("b 2: PYSEC-1 (dibetulkan di 3)", "b 2: X (dibetulkan di belum ada)")


def test_the_scorecard_has_every_part_and_shows_what_was_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    assert set(halaman_keandalan.JUDUL) >= set(perintah.BAGIAN)
    kepala = {"kepala": ["apa", "n"], "baris": [["x | y", "1"]]}
    isi = {
        "pokok": "p",
        "salah": ["rusak"],
        "catatan": [],
        "tanggal": "2026-01-01",
        "detik": 3,
        "mesin": "m",
        "tabel": kepala,
    }
    monkeypatch.setattr(halaman_keandalan, "read", lambda nama: isi if nama == "mati" else None)
    assert "| dibunuh | p | 1 | 2026-01-01 | 3 s |" in halaman_keandalan.kartu()
    assert "**Salah:** rusak" in halaman_keandalan.bagian("mati")
    assert "| x \\| y | 1 |" in halaman_keandalan.bagian("mati")
    assert "belum pernah" in halaman_keandalan.kartu()
