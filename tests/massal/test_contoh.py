"""The example that reconciles kabupaten by kabupaten: Parquet in and out, with one answer whatever the engine."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import polars as pl

from penjaga.berkas import ROOT


def run(*kata: str) -> list[str]:
    """What a program of `examples/` prints."""
    perintah = [sys.executable, str(ROOT / "examples" / kata[0]), *kata[1:]]
    return subprocess.run(perintah, capture_output=True, text=True, check=True, encoding="utf-8").stdout.splitlines()


def test_two_engines_one_answer(tmp_path: Path) -> None:
    masuk = str(tmp_path / "masuk")
    run("massal_rekaan.py", masuk, "--orang", "1600", "--kabupaten", "2", "--benih", "5")
    jumlah, isi = {}, {}
    for mesin in ("polars", "duckdb"):
        keluar = tmp_path / mesin
        *jumlah[mesin], akhir = run("massal.py", masuk, str(keluar), "--mesin", mesin)
        assert akhir.startswith(f"{mesin}: 2 kabupaten")
        isi[mesin] = pl.read_parquet(keluar / "KEPUTUSAN" / "**" / "*.parquet", hive_partitioning=True).sort(
            "KABUPATEN", "BARIS"
        )
    assert jumlah["polars"] == jumlah["duckdb"]
    assert isi["polars"].equals(isi["duckdb"])
    surat = sum(int(b.split()[1].replace(".", "")) for b in jumlah["polars"] if b.split()[0].isupper())
    assert surat == isi["polars"].height + int(jumlah["polars"][0].split()[1]) > 1000
