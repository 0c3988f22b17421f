"""Fuzzing: the inputs that `bench.fuzz` tried on every reader in the seconds that it was given, and how many of them fell."""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.keandalan import AKAR
from bench.keandalan.laporan import Bagian, count, decimal, table

DETIK = 300


def measure(detik: int = DETIK) -> Bagian:
    """Run the fuzzer, and take its figures."""
    with tempfile.TemporaryDirectory(prefix="andal-") as tempat:
        angka = Path(tempat) / "angka.json"
        perintah = [sys.executable, "-m", "bench.fuzz", "--detik", str(detik), "--json", str(angka), "--temuan", tempat]
        hasil = subprocess.run(perintah, cwd=AKAR, capture_output=True, text=True, check=False)
        if not angka.is_file():
            keluhan = (hasil.stderr.strip().splitlines() or ["tanpa pesan"])[-1]
            return Bagian("kabur", "belum dapat dijalankan di sini", table(("pembaca",), []), (keluhan,))
        isi = json.loads(angka.read_text(encoding="utf-8"))
    baris = [(nama, a["masukan"], decimal(a["detik"], 0), a["temuan"]) for nama, a in isi.items()]
    jatuh = {nama: a["temuan"] for nama, a in isi.items() if a["temuan"]}
    semua = count(sum(a["masukan"] for a in isi.values()))
    pokok = f"{semua} masukan acak yang dituntun cakupan kode: {sum(jatuh.values())} yang jatuh"
    kepala = ("pembaca", "masukan", "detik", "jatuh")
    return Bagian("kabur", pokok, table(kepala, baris), tuple(f"{nama}: {n} temuan" for nama, n in jatuh.items()))
