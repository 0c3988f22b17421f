"""Published coverage figures, reckoned anew from what the page says was printed: the tables of `angka-terbitan.md`.

uv run --directory tests python -m kasus.terbitan    # write the answers into the page
"""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from math import floor
from pathlib import Path

from ektp_core import Rasio, recorded_range
from kasus.tabel_md import Kolom, rewrite_tables

HALAMAN = Path(__file__).resolve().parents[2] / "docs" / "penjelasan" / "angka-terbitan.md"
COCOK, DIPOTONG, SALAH = "cocok", "dipotong", "salah"


def read_count(teks: str) -> int:
    """A whole number as Indonesians print it, `1.428.927`."""
    assert re.fullmatch(r"\d{1,3}(?:\.\d{3})*", teks), teks
    return int(teks.replace(".", ""))


def show_count(n: int) -> str:
    return f"{n:,}".replace(",", ".")


def cut_percent(terekam: int, wajib: int, desimal: int = 7) -> str:
    """The percentage with so many decimals that one person more or less shows, and the rest thrown away."""
    return f"{Decimal(terekam * 10 ** (2 + desimal) // wajib).scaleb(-desimal):f}".replace(".", ",")


def _holds(terekam: int, selang: tuple[int, int] | None) -> bool:
    return selang is not None and selang[0] <= terekam <= selang[1]


def _persen(kolom: Kolom) -> Kolom:
    wajib, terekam, tercetak = read_count(kolom["wajib"]), read_count(kolom["terekam"]), kolom["tercetak"]
    bulat = recorded_range(tercetak, wajib)
    putusan = SALAH
    if _holds(terekam, bulat):
        putusan = COCOK
    elif _holds(terekam, recorded_range(tercetak, wajib, potong=True)):
        putusan = DIPOTONG
    return {
        "hitung ulang": str(Rasio(terekam, wajib)).rstrip("%"),
        "tanpa dibulatkan": cut_percent(terekam, wajib),
        "terekam yang cocok": "–".join(map(show_count, bulat)) if bulat else "tidak ada",
        "putusan": putusan,
    }


def _jumlah(kolom: Kolom) -> Kolom:
    hasil = sum(
        (-1 if tanda == "-" else 1) * read_count(n) for tanda, n in re.findall(r"([-+]?) ?([\d.]+)", kolom["hitungan"])
    )
    selisih = hasil - read_count(kolom["tercetak"])
    return {"hasil": show_count(hasil), "selisih": show_count(selisih), "putusan": SALAH if selisih else COCOK}


def bases_of(terekam: int, tercetak: str) -> tuple[int, int]:
    """The least and the most people who must, of whom these recorded are shown as this percentage (rounded half up)."""
    persen = Fraction(tercetak.replace(",", "."))
    setengah = Fraction(1, 2 * 10 ** len(tercetak.partition(",")[2]))
    return floor(100 * terekam / (persen + setengah)) + 1, floor(100 * terekam / (persen - setengah))


def _dasar(kolom: Kolom) -> Kolom:
    paling_sedikit, paling_banyak = bases_of(read_count(kolom["terekam"]), kolom["tercetak"])
    return {"wajib paling sedikit": show_count(paling_sedikit), "wajib paling banyak": show_count(paling_banyak)}


def _selang(kolom: Kolom) -> Kolom:
    wajib = read_count(kolom["wajib"])
    selang = recorded_range(kolom["tercetak"], wajib, potong={"BULAT": False, "POTONG": True}[kolom["cara"]])
    if selang is None:
        raise ValueError(f"tidak ada jumlah orang yang menjadi {kolom['tercetak']}%")
    return {
        "terekam paling sedikit": show_count(selang[0]),
        "terekam paling banyak": show_count(selang[1]),
        "belum paling sedikit": show_count(wajib - selang[1]),
        "belum paling banyak": show_count(wajib - selang[0]),
    }


HITUNG = {"persen": _persen, "jumlah": _jumlah, "dasar": _dasar, "selang": _selang}


def fill(teks: str) -> str:
    """The page with everything reckoned anew."""
    return rewrite_tables(teks, "angka", lambda jenis, rows: [kolom | HITUNG[jenis](kolom) for kolom in rows])


if __name__ == "__main__":
    HALAMAN.write_text(fill(HALAMAN.read_text(encoding="utf-8")), encoding="utf-8")
