"""What the page on reliability shows of the last runs of `python -m bench.keandalan`: a scorecard, and each part's table.

Called from the cog blocks of `docs/penjelasan/keandalan.md`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

HASIL = Path(__file__).resolve().parents[1] / "penjelasan" / "keandalan"
JUDUL = {
    "beban": "beban yang dipikul",
    "mati": "dibunuh",
    "penuh": "gangguan tempat simpan",
    "tahan": "ketahanan",
    "bersamaan": "bersamaan",
    "korpus": "berkas rusak dan jahat",
    "kabur": "masukan acak",
    "audit": "rantai pasok",
    "roda": "roda yang terpasang",
}


def read(nama: str) -> dict[str, Any] | None:
    """What a part's last run kept; None where none was kept."""
    path = HASIL / f"{nama}.json"
    return json.loads(path.read_text(encoding="utf-8")) if path.is_file() else None


def kartu() -> str:
    """The scorecard: one line a part, with what was wrong (which must be nothing) and the day."""
    baris = ["| apa | hasil | yang salah | diukur | lamanya |", "|---|---|--:|---|--:|"]
    for nama, judul in JUDUL.items():
        isi = read(nama)
        if isi is None:
            baris.append(f"| {judul} | belum pernah disimpan | | | |")
        else:
            baris.append(f"| {judul} | {isi['pokok']} | {len(isi['salah'])} | {isi['tanggal']} | {isi['detik']} s |")
    mesin = sorted({isi["mesin"] for nama in JUDUL if (isi := read(nama))})
    return "\n" + "\n".join(baris) + f"\n\nMesin: {'; '.join(mesin) or '–'}.\n"


def bagian(nama: str) -> str:
    """A part's table, its remarks, and all that was wrong."""
    isi = read(nama)
    if isi is None:
        return "\nBelum pernah disimpan.\n"
    tabel = isi["tabel"]
    baris = [_row(tabel["kepala"]), "|---|" + "--:|" * (len(tabel["kepala"]) - 1), *map(_row, tabel["baris"])]
    lain = [*isi["catatan"], *(f"**Salah:** {satu}" for satu in isi["salah"])]
    return "\n" + "\n".join(baris) + "\n" + "".join(f"\n{satu}\n" for satu in lain)


def _row(sel: list[str]) -> str:
    return "| " + " | ".join(s.replace("|", "\\|") for s in sel) + " |"
