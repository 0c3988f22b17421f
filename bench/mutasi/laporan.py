"""The figures of a run: a table, the survivors, and the files from which the documentation's tables are made.

Every survivor counts as alive, equivalent or not. A mutant that cannot be loaded at all proves nothing about a test, and
stands apart, outside the percentage; one that uses up its time counts as not killed.
"""

from __future__ import annotations

import csv
import platform
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from functools import cache
from pathlib import Path

from attrs import frozen
from bench.mutasi.anak import AKAR
from bench.mutasi.jalan import Vonis
from bench.mutasi.mutan import Mutan, iter_mutants
from bench.mutasi.sasaran import POKOK, Sasaran

HASIL = AKAR / "docs" / "penjelasan" / "uji-mutasi"
ANGKA, HIDUP = HASIL / "angka.csv", HASIL / "hidup.csv"
PALING_SEDIKIT = 95
KOLOM = (
    "bagian", "pokok", "mutan", "terbunuh", "oleh_uji_aturan", "hidup", "habis_waktu", "tak_termuat", "persen", "cpu_detik",
    "dinding_detik", "tanggal", "mesin",
)  # fmt: skip
KOLOM_HIDUP = ("berkas", "baris", "tempat", "lama", "baru", "operator", "hasil")


@frozen
class Ringkasan:
    """The figures of one part."""

    sasaran: Sasaran
    jumlah: Counter[str]
    oleh_aturan: int
    tersisa: tuple[Vonis, ...]
    cpu: float
    dinding: float

    @classmethod
    def of(cls, sasaran: Sasaran, vonis: Sequence[Vonis], dasar: float, dinding: float) -> Ringkasan:
        """Count the verdicts of a part."""
        return cls(
            sasaran,
            Counter(v.hasil for v in vonis),
            sum(v.hasil == "terbunuh" and bool(v.aturan) for v in vonis),
            tuple(v for v in vonis if v.hasil in ("hidup", "habis waktu")),
            dasar + sum(v.cpu for v in vonis),
            dinding,
        )

    @property
    def mutan(self) -> int:
        """The mutants that could be loaded."""
        return self.jumlah["terbunuh"] + len(self.tersisa)

    @property
    def persen(self) -> float:
        """Killed of those that could be loaded, in percent."""
        return 100 * self.jumlah["terbunuh"] / self.mutan if self.mutan else 100.0

    @property
    def cukup(self) -> bool:
        """Whether the part has what the project asks of it."""
        return self.sasaran not in POKOK or self.persen >= PALING_SEDIKIT

    def row(self) -> dict[str, str]:
        """The part's line of the table."""
        isi = (
            self.sasaran.nama,
            "ya" if self.sasaran in POKOK else "",
            self.mutan,
            self.jumlah["terbunuh"],
            self.oleh_aturan,
            self.jumlah["hidup"],
            self.jumlah["habis waktu"],
            self.jumlah["tak termuat"],
            f"{self.persen:.2f}",
            f"{self.cpu:.0f}",
            f"{self.dinding:.0f}",
            date.today().isoformat(),
            f"{platform.machine()}, Python {sys.version_info.major}.{sys.version_info.minor}",
        )
        return dict(zip(KOLOM, map(str, isi), strict=True))


def print_summary(ringkasan: Iterable[Ringkasan]) -> None:
    """The table as text."""
    kolom = KOLOM[2:11]
    print(f"{'bagian':<14}" + "".join(f"{k:>16}" for k in kolom))
    for r in ringkasan:
        baris = r.row()
        print(f"{r.sasaran.nama:<14}" + "".join(f"{baris[k]:>16}" for k in kolom), flush=True)


def was_left(modul: Path, m: Mutan) -> bool:
    """Whether a mutant like this one was left over by the last run that was kept."""
    return (modul.relative_to(AKAR).as_posix(), m.tempat, m.lama, m.baru, m.operator) in _left()


@cache
def _left() -> frozenset[tuple[str, ...]]:
    return frozenset(tuple(b[k] for k in ("berkas", "tempat", "lama", "baru", "operator")) for b in _read(HIDUP))


def _after_another_look(r: Ringkasan, semua: int) -> dict[str, str]:
    """The part's line when only what its last run left over was judged again: what was killed then is killed still.

    That holds while the part itself is what it was, of which the number of its mutants is the sign.
    """
    dulu = next((b for b in _read(ANGKA) if b["bagian"] == r.sasaran.nama), None)
    if dulu is None or int(dulu["mutan"]) + int(dulu["tak_termuat"]) != semua:
        raise SystemExit(f"{r.sasaran.nama}: berubah sejak pengukuran terakhir; jalankan tanpa --tersisa")
    mutan = int(dulu["mutan"])
    # A mutant that looks like one that was left is judged again too, and was counted already.
    serupa = r.mutan - int(dulu["hidup"]) - int(dulu["habis_waktu"])
    isi = {
        "mutan": mutan,
        "terbunuh": mutan - len(r.tersisa),
        "oleh_uji_aturan": int(dulu["oleh_uji_aturan"]) + r.oleh_aturan - serupa,
        "tak_termuat": int(dulu["tak_termuat"]),
        "persen": f"{100 * (mutan - len(r.tersisa)) / mutan:.2f}",
        "cpu_detik": round(int(dulu["cpu_detik"]) + r.cpu),
        "dinding_detik": round(int(dulu["dinding_detik"]) + r.dinding),
    }
    return r.row() | {k: str(v) for k, v in isi.items()}


def write_result(ringkasan: Iterable[Ringkasan], *, tersisa: bool) -> None:
    """Write the counts and the survivors of the parts that ran; those of other parts stay as they were.

    `tersisa`: only what the last run left over was judged.
    """
    HASIL.mkdir(exist_ok=True)
    baru = {r.sasaran.nama: r for r in ringkasan}
    berkas = {m.relative_to(AKAR).as_posix() for r in baru.values() for m in r.sasaran.modul}
    baris = [
        _after_another_look(r, sum(1 for p in r.sasaran.modul for _ in iter_mutants(p))) if tersisa else r.row()
        for r in baru.values()
    ]
    angka = [b for b in _read(ANGKA) if b["bagian"] not in baru] + baris
    hidup = [b for b in _read(HIDUP) if b["berkas"] not in berkas]
    for r in baru.values():
        for v in r.tersisa:
            m = v.mutan
            isi = (v.modul.relative_to(AKAR).as_posix(), str(m.baris), m.tempat, m.lama, m.baru, m.operator, v.hasil)
            hidup.append(dict(zip(KOLOM_HIDUP, isi, strict=True)))
    _write(ANGKA, KOLOM, sorted(angka, key=lambda b: (not b["pokok"], b["bagian"])))
    _write(HIDUP, KOLOM_HIDUP, sorted(hidup, key=lambda b: (b["berkas"], int(b["baris"]), b["operator"], b["baru"])))


def _read(path: Path) -> list[dict[str, str]]:
    if not path.is_file():
        return []
    with path.open(encoding="utf-8", newline="") as berkas:
        return list(csv.DictReader(berkas))


def _write(path: Path, kolom: Sequence[str], baris: Iterable[dict[str, str]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as berkas:
        tulis = csv.DictWriter(berkas, kolom, lineterminator="\n")
        tulis.writeheader()
        tulis.writerows(baris)
