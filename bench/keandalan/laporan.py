"""What a part gives: a table with its title, and what was wrong. Printed as text, kept as JSON for the documentation."""

from __future__ import annotations

import json
import platform
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from attrs import asdict, field, frozen
from bench.keandalan import AKAR

HASIL = AKAR / "docs" / "penjelasan" / "keandalan"


@frozen
class Tabel:
    """A table: the first column says what, the others are counts or figures, already as text."""

    kepala: tuple[str, ...]
    baris: tuple[tuple[str, ...], ...]


@frozen
class Bagian:
    """One part's outcome; `pokok` is its line in the scorecard, and `salah` must be empty."""

    nama: str
    pokok: str
    tabel: Tabel
    salah: tuple[str, ...] = ()
    catatan: tuple[str, ...] = field(default=())


def machine() -> str:
    """The machine in a few words: kind, cores, memory, Python."""
    inti = len(Path("/proc/cpuinfo").read_text(encoding="ascii", errors="ignore").split("\nprocessor")) or 1
    ram = next(b for b in Path("/proc/meminfo").read_text(encoding="ascii").splitlines() if b.startswith("MemTotal"))
    gib = round(int(ram.split()[1]) / (1 << 20))
    return f"{platform.system()} {platform.machine()}, {inti} inti, {gib} GiB, Python {sys.version.split()[0]}"


def print_part(bagian: Bagian, detik: float) -> None:
    """The table as text, and all that was wrong."""
    print(f"\n{bagian.nama}: {bagian.pokok} ({detik:.0f} s)")
    semua = (bagian.tabel.kepala, *bagian.tabel.baris)
    lebar = [max(len(b[k]) for b in semua) for k in range(len(bagian.tabel.kepala))]
    for baris in semua:
        sel = (s.ljust(n) if k == 0 else s.rjust(n) for k, (s, n) in enumerate(zip(baris, lebar, strict=True)))
        print("  " + "  ".join(sel))
    for satu in bagian.catatan:
        print(f"  {satu}")
    for satu in bagian.salah:
        print(f"  SALAH: {satu}")
    sys.stdout.flush()


def write_part(bagian: Bagian, detik: float) -> None:
    """Keep the outcome where the page reads it."""
    HASIL.mkdir(exist_ok=True)
    isi = asdict(bagian) | {"tanggal": date.today().isoformat(), "mesin": machine(), "detik": round(detik)}
    teks = json.dumps(isi, ensure_ascii=False, indent=1)
    (HASIL / f"{bagian.nama}.json").write_text(teks + "\n", encoding="utf-8")


def count(n: int) -> str:
    """A count with Indonesian thousands."""
    return f"{n:,}".replace(",", ".")


def decimal(x: float, tempat: int = 1) -> str:
    """A figure with an Indonesian comma."""
    return f"{x:,.{tempat}f}".translate(str.maketrans(",.", ".,"))


def table(kepala: Sequence[str], baris: Sequence[Sequence[object]]) -> Tabel:
    """A table of texts; whole numbers get thousands."""
    return Tabel(tuple(kepala), tuple(tuple(count(s) if type(s) is int else str(s) for s in b) for b in baris))
