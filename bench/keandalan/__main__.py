"""Reliability as one command.

    uv run --group bench python -m bench.keandalan [BAGIAN ...] [--tulis]

Without a name all parts but `roda` run, some 40 minutes: `korpus mati penuh tahan bersamaan kabur audit beban`. `roda`, the
suite against the installed wheel on two Pythons, takes as long again. Each part prints a table; `--tulis` keeps it in
`docs/penjelasan/keandalan/`, from which the page beside it makes its own. The exit code is 1 when anything was lost, left
behind, or grew.
"""

from __future__ import annotations

import argparse
import sys
import time
from importlib import import_module

from bench.keandalan.laporan import Bagian, print_part, write_part

HANYA_DIMINTA = ("roda",)
BAGIAN = ("korpus", "mati", "penuh", "tahan", "bersamaan", "kabur", "audit", "beban")


def main() -> int:
    """Run the parts named on the command line; 1 when one of them found a fault."""
    urai = argparse.ArgumentParser(prog="python -m bench.keandalan", description=(__doc__ or "").splitlines()[0])
    urai.add_argument("bagian", nargs="*", metavar="BAGIAN", help=f"{' '.join(BAGIAN)} (tanpa nama: semua ini), roda")
    urai.add_argument("--tulis", action="store_true", help="simpan hasil di docs/penjelasan/keandalan")
    pilihan = urai.parse_args()
    if asing := set(pilihan.bagian) - {*BAGIAN, *HANYA_DIMINTA}:
        urai.error(f"bagian tidak dikenal: {', '.join(sorted(asing))}")
    salah = 0
    for nama in pilihan.bagian or BAGIAN:
        mulai = time.monotonic()
        bagian: Bagian = import_module(f"bench.keandalan.{nama}").measure()
        detik = time.monotonic() - mulai
        print_part(bagian, detik)
        if pilihan.tulis:
            write_part(bagian, detik)
        salah += len(bagian.salah)
    return 1 if salah else 0


if __name__ == "__main__":
    sys.exit(main())
