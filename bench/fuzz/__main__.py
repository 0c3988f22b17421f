"""Coverage-guided fuzzing of every reader, as one command.

    uv run --group fuzz python -m bench.fuzz [PEMBACA ...] [--detik 60] [--json BERKAS] [--korpus MAP]

Without a name all readers run and share the seconds. At the end stand a table and, for each finding, the file with the
smallest input and the line that pins it in `tests/buku/test_kabur.py`. Exit code 1 when something fell.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Sequence
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

from bench.fuzz.jalan import AKAR, BUKU, Hasil, Temuan, run_reader

TEMUAN = Path("temuan-kabur")
TIDAK_ADA = (
    "bench.fuzz: atheris belum terpasang (roda hanya untuk Linux x86_64); "
    "jalankan: uv run --group fuzz python -m bench.fuzz"
)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the readers named; 0 when nothing fell, 1 when something did, 2 when it cannot run."""
    urai = argparse.ArgumentParser(prog="python -m bench.fuzz", description=(__doc__ or "").splitlines()[0])
    urai.add_argument("pembaca", nargs="*", help="pembaca, misalnya tanggal; tanpa nama: semua")
    urai.add_argument("--detik", type=float, default=60, help="waktu untuk semua pembaca bersama (bawaan 60)")
    urai.add_argument("--json", type=Path, help="tulis angkanya ke berkas ini")
    urai.add_argument("--korpus", type=Path, help="mulai dari masukan di map ini, dan simpan yang baru di sana")
    urai.add_argument("--temuan", type=Path, default=TEMUAN, help="map untuk masukan yang jatuh")
    pilihan = urai.parse_args(argv)
    sys.path.insert(0, str(AKAR / "tests"))
    from bench.fuzz.daftar import PER_NAMA

    nama = list(dict.fromkeys(pilihan.pembaca)) or [*PER_NAMA, BUKU]
    if asing := [n for n in nama if n not in PER_NAMA and n != BUKU]:
        urai.error(f"pembaca tidak dikenal: {', '.join(asing)}; yang ada: {', '.join((*PER_NAMA, BUKU))}")
    if nama != [BUKU] and find_spec("atheris") is None:
        print(TIDAK_ADA, file=sys.stderr)
        return 2
    hasil = []
    for satu in nama:
        hasil.append(run_reader(satu, pilihan.detik / len(nama), pilihan.korpus))
        print(_row(hasil[-1]), flush=True)
    print("\n" + _table(hasil))
    for temuan in (t for h in hasil for t in h.temuan):
        print(_tell(temuan, pilihan.temuan))
    if pilihan.json:
        pilihan.json.write_text(json.dumps(summary(hasil), indent=2) + "\n", encoding="utf-8")
    return int(any(h.temuan for h in hasil))


def summary(hasil: Sequence[Hasil]) -> dict[str, dict[str, int | float | None]]:
    """The figures of each reader: inputs tried, findings, seconds, inputs a second, branches entered."""
    return {
        h.pembaca: {
            "masukan": h.masukan,
            "temuan": len(h.temuan),
            "detik": round(h.detik, 1),
            "per_detik": round(h.per_detik),
            "tepi": h.tepi,
        }
        for h in hasil
    }


_KEPALA = ("pembaca", "masukan", "per detik", "tepi", "temuan", "detik")


def _cells(h: Hasil) -> tuple[str, ...]:
    tepi = "–" if h.tepi is None else str(h.tepi)
    return h.pembaca, str(h.masukan), f"{h.per_detik:.0f}", tepi, str(len(h.temuan)), f"{h.detik:.0f}"


def _row(h: Hasil) -> str:
    return ", ".join(f"{nama} {isi}" for nama, isi in zip(_KEPALA, _cells(h), strict=True))


def _table(hasil: Sequence[Hasil]) -> str:
    """A table in Markdown, to be looked at and to be pasted."""
    garis = ("---", *["--:"] * (len(_KEPALA) - 1))
    return "\n".join(f"| {' | '.join(row)} |" for row in (_KEPALA, garis, *map(_cells, hasil)))


def _tell(t: Temuan, folder: Path) -> str:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{t.pembaca}-{sha256(t.apa.encode()).hexdigest()[:8]}.bin"
    path.write_bytes(t.data)
    if t.pembaca == BUKU:
        return f"\nJATUH {t.pembaca}: {t.apa}\n  {path}\n{t.data.decode(errors='replace')}"
    return f"\nJATUH {t.pembaca}: {t.apa}\n  masukan terkecil: {path} ({len(t.data)} bita)\n{t.contoh}"


if __name__ == "__main__":
    sys.exit(main())
