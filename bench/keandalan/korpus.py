"""Bad inputs tried: every kind of broken workbook of `tests/buku/korpus.py` through the command, and how each ended."""

from __future__ import annotations

import json
import re
import tempfile
from collections import Counter
from contextlib import redirect_stderr, redirect_stdout
from io import StringIO
from pathlib import Path

from bench.keandalan.laporan import Bagian, table

from buku.korpus import KORPUS, Jenis
from ektp_excel.perintah import main

DITOLAK, TERBACA = "ditolak dengan satu baris yang tepat", "terbaca, setiap baris terhitung"


def measure() -> Bagian:
    """Play each kind, and count the ends."""
    akhir: Counter[str] = Counter()
    baris_galat = 0
    salah: list[str] = []
    for jenis in KORPUS:
        dapat, keluhan = play(jenis)
        akhir[dapat] += 1
        baris_galat += sum(jenis.galat.values())
        salah += [f"{jenis.nama}: {satu}" for satu in keluhan]
    isi = [(apa, akhir[apa]) for apa in (DITOLAK, TERBACA)]
    isi += [
        ("baris yang ditolak di dalamnya, masing-masing dengan tempatnya", baris_galat),
        ("akhir yang lain", len(salah)),
    ]
    pokok = (
        f"{len(KORPUS)} jenis buku kerja rusak atau jahat: {akhir[DITOLAK]} ditolak, {akhir[TERBACA]} terbaca, "
        f"{len(salah)} yang salah"
    )
    return Bagian("korpus", pokok, table(("akhir", "jenis atau baris"), isi), tuple(salah))


def play(jenis: Jenis) -> tuple[str, list[str]]:
    """How one kind ended, and what was not owed to its sender."""
    with tempfile.TemporaryDirectory(prefix="andal-") as tempat:
        folder = Path(tempat)
        buku, angka = jenis.buat(folder), folder / "angka.json"
        sebelum = {p: p.read_bytes() for p in folder.rglob("*") if p.is_file()}
        layar, keluhan = StringIO(), StringIO()
        with redirect_stdout(layar), redirect_stderr(keluhan):
            kode = main(
                ["rekon", str(buku), "--per", "2012-08-28", "-o", str(folder / "hasil.xlsx"), "--json", str(angka)]
            )
        kata = keluhan.getvalue()
        salah = ["masukan berubah"] if {p: p.read_bytes() for p in sebelum} != sebelum else []
        if re.search(r"\d{13}", layar.getvalue() + kata):
            salah.append("NIK utuh di layar")
        if jenis.ditolak:
            if kode != 2 or kata.count("\n") != 1 or not all(k in kata for k in jenis.kata):
                salah.append(f"kode {kode}: {kata[:100]!r}")
            return DITOLAK, salah
        if kode != 0:
            return TERBACA, [*salah, f"kode {kode}: {kata[:100]!r}"]
        isi = json.loads(angka.read_text(encoding="utf-8"))
        if not all(n["seimbang"] for n in isi["neraca"]):
            salah.append("neraca tidak seimbang")
        if {k: v for k, v in isi["galat"].items() if v} != dict(jenis.galat):
            salah.append(f"galat {isi['galat']}")
        return TERBACA, salah
