"""Load: workbooks up to Excel's own last row through `ektp rekon`, each run a process of its own; and how little memory does.

The books are the seeded example's. Excel's limit holds for PENDUDUK too, which is longer than UNDANGAN: so the largest book has
as many residents as a sheet can hold, and some of them are invited a second time until there are a million invitations.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from attrs import evolve, frozen
from bench.keandalan.laporan import Bagian, count, decimal, table

from ektp_excel.buku.baca_berkas import BukuKerja

PER = "2012-08-28"
_PENGUKUR = Path(__file__).with_name("pengukur.py")


@frozen
class Ukuran:
    """A book of so many wajib and invitations, and the limit in MiB under which it must run.

    `teliti` says how near to each other the least limit that holds and the most that does not are brought, as a ratio; None
    leaves that out.
    """

    wajib: int
    undangan: int
    batas: int
    teliti: float | None = None


UKURAN = (
    Ukuran(55_300, 55_865, 300, teliti=1.06),
    Ukuran(247_000, 250_000, 1_024),
    Ukuran(969_000, 1_000_000, 4_096),
)


@frozen
class Jalan:
    """What a run took."""

    kode: int
    dinding: float
    cpu: float
    mib: float
    kata: str


def measure(ukuran: tuple[Ukuran, ...] = UKURAN) -> Bagian:
    """Make each book, run it under its limit, and look for the least memory with which it still runs."""
    kepala = (
        "baris UNDANGAN", "baris semua lembar", "batas (MiB)", "puncak (MiB)", "dinding (s)", "CPU (s)",
        "CPU per juta baris (s)", "masih cukup (MiB)", "baris masuk = keluar",
    )  # fmt: skip
    baris: list[tuple[object, ...]] = []
    salah: list[str] = []
    for satu in ukuran:
        with tempfile.TemporaryDirectory(prefix="andal-") as tempat:
            isi, lain = measure_one(satu, Path(tempat))
        baris.append((*isi, "tidak" if lain else "ya"))
        salah += [f"{count(satu.undangan)} baris: {k}" for k in lain]
    pokok = f"{count(max(s.undangan for s in ukuran))} baris undangan, lembar sepanjang batas Excel: baris masuk = baris keluar"
    return Bagian("beban", pokok, table(kepala, baris), tuple(salah))


def measure_one(ukuran: Ukuran, folder: Path) -> tuple[tuple[object, ...], list[str]]:
    """The figures of one book, and what was wrong."""
    # A process of its own: what the book takes while it is made must not count as the run's.
    _call("buat", str(folder / "buku.xlsx"), str(ukuran.wajib), str(ukuran.undangan))
    jalan = run(folder, ukuran.batas)
    if jalan.kode:
        return (ukuran.undangan, *["–"] * 7), [f"kode {jalan.kode}: {jalan.kata[:200]}"]
    salah = [k for k in _call("hitung", str(folder), str(ukuran.undangan)).splitlines() if k]
    semua = sum(json.loads((folder / "angka.json").read_text(encoding="utf-8"))["dibaca"].values())
    cukup = "–"
    if ukuran.teliti:
        paling_sedikit, lain = least_memory(folder, jalan.mib, ukuran.teliti)
        cukup = count(round(paling_sedikit))
        salah += lain
    angka = (decimal(jalan.dinding), decimal(jalan.cpu), decimal(jalan.cpu / semua * 1e6))
    return (ukuran.undangan, semua, ukuran.batas, round(jalan.mib), *angka, cukup), salah


def run(folder: Path, batas: int = 0) -> Jalan:
    """`ektp rekon` on the folder's book, under a limit of so many MiB; 0 is none."""
    kata = ["rekon", "buku.xlsx", "--per", PER, "-o", "hasil.xlsx", "--json", "angka.json"]
    perintah = [
        sys.executable,
        "-I",
        "-S",
        str(_PENGUKUR),
        str(batas),
        sys.executable,
        "-m",
        "ektp_excel.perintah",
        *kata,
    ]
    hasil = subprocess.run(perintah, cwd=folder, capture_output=True, text=True, check=True)
    return Jalan(**json.loads(hasil.stdout))


def least_memory(folder: Path, puncak: float, teliti: float) -> tuple[float, list[str]]:
    """The least limit, in MiB, with which the run succeeds; and whatever below it was not one orderly line."""
    salah: list[str] = []
    kurang, cukup = 0.7 * puncak, 1.15 * puncak
    for satu in (folder / "hasil.xlsx", folder / "angka.json"):
        satu.unlink()
    if run(folder, round(cukup)).kode:
        return float("nan"), [f"tidak cukup dengan {cukup:.0f} MiB"]
    while cukup / kurang > teliti:
        coba = (cukup * kurang) ** 0.5
        for satu in (folder / "hasil.xlsx", folder / "angka.json"):
            satu.unlink(missing_ok=True)
        jalan = run(folder, round(coba))
        if jalan.kode == 0:
            cukup = coba
            continue
        kurang = coba
        if jalan.kode != 2 or not jalan.kata.endswith("memori komputer tidak cukup untuk buku kerja ini\n"):
            salah.append(f"dengan {coba:.0f} MiB: kode {jalan.kode}: {jalan.kata[:120]!r}")
        salah += [f"sisa: {p.name}" for p in folder.iterdir() if p.stem != "buku"]
    return cukup, salah


def make(path: Path, wajib: int, undangan: int) -> None:
    """Write the seeded book with exactly so many rows in UNDANGAN that are not blank, and its truth beside it."""
    from ektp_excel.contoh import susun_buku, write_isi

    isi = susun_buku(wajib=wajib)
    lama = isi.lembar["UNDANGAN"]
    kurang = undangan - len(lama) - 1  # the totals row
    if kurang < 0:
        sys.exit(f"{wajib} wajib sudah memberi {len(lama) + 1} undangan")
    lagi = [(f"471/{n}/2012", *baris[1:]) for n, baris in enumerate(lama[:kurang])]
    write_isi(path, evolve(isi, lembar={**isi.lembar, "UNDANGAN": [*lama, *lagi]}))
    r = isi.ringkasan
    benar = {"dibaca": {**r.dibaca, "UNDANGAN": undangan}, "neto": r.neto, "terekam": r.terekam}
    path.with_suffix(".json").write_text(json.dumps(benar), encoding="utf-8")


def check(folder: Path, undangan: int) -> list[str]:
    """What the output says otherwise than the truth that was written beside the book, down to its own rows."""
    angka: Mapping[str, Any] = json.loads((folder / "angka.json").read_text(encoding="utf-8"))
    benar = json.loads((folder / "buku.json").read_text(encoding="utf-8"))
    hasil = BukuKerja(folder / "hasil.xlsx")
    keluar = {nama: max(0, _rows(hasil, i)) for i, nama in enumerate(hasil.lembar) if nama in ("KEPUTUSAN", "GALAT")}
    galat = sum(angka["galat"].values())
    banding = {
        "baris dibaca": (angka["dibaca"], benar["dibaca"]),
        "undangan": (angka["undangan"]["total"], undangan),
        "kategori": (sum(n for k, n in angka["undangan"].items() if k != "total"), undangan),
        "baris KEPUTUSAN": (keluar["KEPUTUSAN"], undangan - angka["undangan"]["galat"]),
        "baris GALAT": (keluar["GALAT"], galat),
        "neto": (angka["wajib"]["neto"], benar["neto"]),
        "terekam": (angka["terekam"], benar["terekam"]),
        "neraca": (all(n["seimbang"] for n in angka["neraca"]), True),
    }
    return [f"{nama}: {kiri} bukan {kanan}" for nama, (kiri, kanan) in banding.items() if kiri != kanan]


def _rows(hasil: BukuKerja, lembar: int) -> int:
    """The rows below the header of a sheet of the output; the header is the first row with more than three texts."""
    baris = [b for b in hasil.read(lembar).baris if sum(sel not in ("", None) for sel in b) > 3]
    return len(baris) - 1


def _call(*kata: str) -> str:
    return subprocess.run(
        [sys.executable, "-m", "bench.keandalan.beban", *kata], capture_output=True, text=True, check=True
    ).stdout


if __name__ == "__main__":
    if sys.argv[1] == "buat":
        make(Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
    else:
        print("\n".join(check(Path(sys.argv[2]), int(sys.argv[3]))))
