"""Write every generated block of the docs anew: `uv run python docs/alat/segarkan.py`.

With `--periksa` nothing is written, and a block that is not fresh is named with exit code 5.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PERINTAH = "uv run python docs/alat/segarkan.py"


def pages() -> list[Path]:
    """The pages that hold a generated block."""
    return [p for p in sorted((ROOT / "docs").rglob("*.md")) if "[[[cog" in p.read_text(encoding="utf-8")]


def run_cog(*pilihan: str, halaman: list[Path]) -> subprocess.CompletedProcess[str]:
    """Run cog over the pages with the functions of this folder at hand."""
    prolog = (
        "import halaman_aturan as aturan; aturan.load_rules(); "
        "import halaman_perintah as perintah; import halaman_mutasi as mutasi; "
        "import halaman_lisensi as lisensi; import halaman_keandalan as keandalan"
    )
    perintah = [sys.executable, "-m", "cogapp", *pilihan, "-I", str(Path(__file__).parent), "-p", prolog]
    return subprocess.run([*perintah, *map(str, halaman)], cwd=ROOT, capture_output=True, text=True, check=False)


def main() -> int:
    """Refresh, or with `--periksa` only look."""
    pilihan = ("--check", "--diff") if "--periksa" in sys.argv[1:] else ("-r",)
    hasil = run_cog(*pilihan, halaman=pages())
    sys.stdout.write(hasil.stdout)
    sys.stderr.write(hasil.stderr)
    return hasil.returncode


if __name__ == "__main__":
    sys.exit(main())
