"""Reliability measured: load held, faults survived, bad inputs tried, growth over time. Each part is a module with `measure`.

The parts judge with the functions and the corpus of `tests/buku`, so that a figure here and a test there mean the same.
"""

import sys
from pathlib import Path

AKAR = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(AKAR / "tests"), str(AKAR / "docs" / "alat")]
