"""Runs the command on a world, as an officer would, and gives the disagreements."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import Counter
from datetime import date
from pathlib import Path

from .banding import Beda, Pembanding
from .buku import Gaya, write_buku
from .harapan import check_own_identities, figures
from .kisah import Dunia

# An eighth of a percent is a tie of the third decimal, and small worlds fill more than this quota: both are wanted.
PAGU = 800


def run_rekon(w: Dunia, folder: Path, *, gaya: Gaya | None = None, pagu: int | None = PAGU) -> list[Beda]:
    """Write the world, reconcile it by the command, compare."""
    dibaca = write_buku(w, folder / "buku.xlsx", gaya).dibaca
    check_own_identities(w, figures(w, dibaca, pagu))
    layar = call_rekon(folder, w.on, pagu)
    beda = Pembanding(w, dibaca, pagu, folder / "hasil.xlsx", folder / "ringkasan.json").run()
    if re.search(r"\d{13}", layar):
        beda.append(Beda("LAYAR", "rekon", "NIK tersamar", "NIK utuh di layar"))
    return beda


def call_rekon(folder: Path, on: date, pagu: int | None) -> str:
    """`ektp rekon` on the workbook of this folder; what it printed."""
    masukan, hasil, ringkasan = (folder / nama for nama in ("buku.xlsx", "hasil.xlsx", "ringkasan.json"))
    perintah = [sys.executable, "-m", "ektp_excel.perintah", "rekon", str(masukan), "--per", on.isoformat()]
    perintah += ["-o", str(hasil), "--json", str(ringkasan), *(["--pagu", str(pagu)] if pagu else [])]
    selesai = subprocess.run(perintah, capture_output=True, text=True, encoding="utf-8", timeout=600)
    if selesai.returncode != 0 or not hasil.exists() or not ringkasan.exists():
        raise AssertionError(f"rekon berakhir {selesai.returncode}:\n{selesai.stdout[-800:]}\n{selesai.stderr[-2000:]}")
    return selesai.stdout.replace(str(folder), "") + selesai.stderr.replace(str(folder), "")


def report(beda: list[Beda], paling_banyak: int = 8) -> str:
    """The first few disagreements of each kind, and how many there are in all."""
    jumlah = Counter(b.jenis for b in beda)
    lines = [f"{len(beda)} beda: " + ", ".join(f"{jenis} {n}" for jenis, n in jumlah.most_common())]
    terlihat: Counter[str] = Counter()
    for b in beda:
        terlihat[b.jenis] += 1
        if terlihat[b.jenis] <= max(2, paling_banyak // len(jumlah)):
            lines.append(f"  {b}")
    return "\n".join(lines)
