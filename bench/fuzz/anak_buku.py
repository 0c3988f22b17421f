"""Whole dirty workbooks through the command until the time is up; Hypothesis makes them, from another seed each round.

`python -m bench.fuzz.anak_buku buku DETIK MAP BENIH`. What falls is shrunk by Hypothesis and written down as a call that
repeats it; the search goes on.
"""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path
from typing import Any

from bench.fuzz.vonis import signature
from hypothesis import HealthCheck, Phase, given, seed, settings

from buku.test_buku_kotor import BENTUK_SAJA, DUNIA, PAGU, SEMUA, check_disguise, check_form, check_substance
from strategies import benih

_PUTARAN = 40
"""Workbooks a seed; after each round the clock is looked at."""


def main(_: str, detik: str, tempat: str, acak: str) -> None:
    """Try workbooks for so many seconds; the number tried is printed as libFuzzer prints it."""
    folder = Path(tempat) / "temuan"
    folder.mkdir(exist_ok=True)
    batas, banyak, putaran = time.monotonic() + int(detik), 0, 0
    periksa: tuple[tuple[Callable[..., None], Any], ...] = (
        (check_form, BENTUK_SAJA),
        (check_substance, SEMUA),
        (check_disguise, SEMUA),
    )

    def run(check: Callable[..., None], kotoran: Any, benih_putaran: int) -> None:
        @seed(benih_putaran)
        @settings(
            max_examples=_PUTARAN,
            database=None,
            deadline=None,
            suppress_health_check=list(HealthCheck),
            phases=(Phase.generate, Phase.shrink),
        )
        @given(DUNIA, kotoran, benih, PAGU)
        def coba(t: Any, kotoran: set[str], n: int, pagu: int | None) -> None:
            nonlocal banyak
            banyak += 1
            check(t, kotoran, n, pagu)

        coba()

    while time.monotonic() < batas:
        check, kotoran = periksa[putaran % len(periksa)]
        try:
            run(check, kotoran, int(acak) + putaran)
        except Exception as e:
            apa = f"{check.__name__}: {signature(e)}"
            dasar = folder / sha256(apa.encode()).hexdigest()[:12]
            dasar.with_suffix(".bin").write_text(
                "\n".join([str(e)[:2000], *getattr(e, "__notes__", ())]), encoding="utf-8"
            )
            dasar.with_suffix(".json").write_text(json.dumps({"apa": apa}), encoding="utf-8")
        putaran += 1
    print(f"stat::number_of_executed_units: {banyak}")


if __name__ == "__main__":
    main(*sys.argv[1:])
