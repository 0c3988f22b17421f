"""Runs the command on a world, as an officer would, and gives the disagreements."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from pathlib import Path

from .banding import Beda, Pembanding
from .buku import Gaya, write_buku
from .harapan import check_own_identities, figures
from .kisah import Dunia

# An eighth of a percent is a tie of the third decimal, and small worlds fill more than this quota: both are wanted.
PAGU = 800


def run_rekon(w: Dunia, folder: Path, *, gaya: Gaya | None = None, pagu: int | None = PAGU) -> list[Beda]:
    """Write the world, reconcile it by the command, compare."""
    masukan, hasil, ringkasan = (folder / nama for nama in ("buku.xlsx", "hasil.xlsx", "ringkasan.json"))
    dibaca = write_buku(w, masukan, gaya).dibaca
    check_own_identities(w, figures(w, dibaca, pagu))
    perintah = [sys.executable, "-m", "ektp_excel.perintah", "rekon", str(masukan), "--per", w.on.isoformat()]
    perintah += ["-o", str(hasil), "--json", str(ringkasan), *(["--pagu", str(pagu)] if pagu else [])]
    selesai = subprocess.run(perintah, capture_output=True, text=True, encoding="utf-8", timeout=600)
    if selesai.returncode != 0 or not hasil.exists() or not ringkasan.exists():
        raise AssertionError(f"rekon berakhir {selesai.returncode}:\n{selesai.stdout[-800:]}\n{selesai.stderr[-2000:]}")
    return Pembanding(w, dibaca, pagu, hasil, ringkasan).run()


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
