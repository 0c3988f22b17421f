"""A workbook beside its truth: `python -m tests.buku.kebenaran --n 55865 --seed 7 -o FOLDER`; `--uji` compares."""

from __future__ import annotations

import argparse
import json
from datetime import date
from pathlib import Path

from .buku import write_buku
from .harapan import check_own_identities, decisions, figures
from .jalan import report, run_rekon
from .semua import SEMUA, full_world, small_world


def main() -> int:
    """Write, and on demand reconcile and compare."""
    p = argparse.ArgumentParser(prog="kebenaran", description=__doc__)
    p.add_argument("--n", type=int, default=2000)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--per", type=date.fromisoformat, default=date(2012, 8, 28))
    p.add_argument("--keluarga", choices=sorted(SEMUA))
    p.add_argument("--tanpa-wilayah", action="store_true")
    p.add_argument("--uji", action="store_true")
    p.add_argument("--beda", type=int, default=20, help="berapa beda yang ditampilkan")
    p.add_argument("-o", type=Path, required=True)
    a = p.parse_args()
    a.o.mkdir(parents=True, exist_ok=True)
    ada = not a.tanpa_wilayah
    if a.keluarga:
        w = small_world(a.keluarga, seed=a.seed, on=a.per, wilayah=ada)
    else:
        w = full_world(n=a.n, seed=a.seed, on=a.per, wilayah=ada)
    if a.uji:
        beda = run_rekon(w, a.o)
        print(report(beda, a.beda) if beda else f"cocok semua: {len(decisions(w))} undangan")
        return 1 if beda else 0
    dibaca = write_buku(w, a.o / "buku.xlsx").dibaca
    angka = figures(w, dibaca, a.n)
    check_own_identities(w, angka)
    galat = sorted((b.lembar, b.nomor) for b in w.baris if b.galat)
    isi = {"angka": angka, "keputusan": [k.as_dict() for k in decisions(w)], "galat": galat}
    (a.o / "kebenaran.json").write_text(json.dumps(isi, ensure_ascii=False, indent=1), encoding="utf-8")
    print(json.dumps(angka, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
