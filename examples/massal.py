"""Reconcile a whole province, kabupaten by kabupaten: Parquet in, Parquet out, on the engine of your choice.

    uv run python examples/massal_rekaan.py MASUK --orang 1000000
    uv run python examples/massal.py MASUK KELUAR --mesin polars|duckdb|spark [--per 2012-08-28] [--serentak 1]

MASUK/<LEMBAR>/KABUPATEN=<kode>/*.parquet becomes KELUAR/KEPUTUSAN/KABUPATEN=<kode>, and the totals are printed. "Here" is
one kabupaten: who moved from one to another has left the first and come to the second, by each one's own PINDAH. Memory
is that of the largest kabupaten. With `spark` the session is that of `spark-submit`, or one of this machine.
"""

from __future__ import annotations

import argparse
import resource
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from ektp_core.massal import HasilMassal, reconcile_with_figures

LEMBAR = ("PENDUDUK", "UNDANGAN", "PEREKAMAN", "PINDAH", "MENINGGAL", "WILAYAH")


@contextmanager
def polars_engine() -> Iterator[tuple[Any, Any]]:
    """How Polars reads a sheet of a kabupaten and writes the answer."""
    import polars as pl

    def write(bingkai: Any, tujuan: Path) -> None:
        tujuan.mkdir(parents=True, exist_ok=True)
        bingkai.write_parquet(tujuan / "0.parquet")

    yield lambda p: pl.read_parquet(p / "*.parquet", hive_partitioning=False), write


@contextmanager
def duckdb_engine() -> Iterator[tuple[Any, Any]]:
    """The same for DuckDB; what a run keeps goes with its connection."""
    import duckdb

    def write(relasi: Any, tujuan: Path) -> None:
        tujuan.mkdir(parents=True, exist_ok=True)
        relasi.write_parquet(str(tujuan / "0.parquet"))

    with duckdb.connect() as sambungan:
        yield lambda p: sambungan.read_parquet(str(p / "*.parquet"), hive_partitioning=False), write


@contextmanager
def spark_engine() -> Iterator[tuple[Any, Any]]:
    """The same for PySpark."""
    from pyspark.sql import SparkSession

    sesi = SparkSession.builder.appName("massal").config("spark.ui.showConsoleProgress", "false").getOrCreate()
    sesi.sparkContext.setLogLevel("ERROR")
    yield (
        lambda p: sesi.read.parquet(str(p)),
        lambda bingkai, tujuan: bingkai.write.mode("overwrite").parquet(str(tujuan)),
    )


MESIN = {"polars": polars_engine, "duckdb": duckdb_engine, "spark": spark_engine}


def count(hasil: HasilMassal) -> Counter[str]:
    """The figures that add up over kabupaten."""
    return Counter(
        {
            **{k.value: n for k, n in hasil.kategori.items()},
            "neto": hasil.wajib.neto,
            "daftar": hasil.wajib.daftar,
            "belum_pasti": hasil.wajib.belum_pasti,
            "terekam": hasil.terekam,
            "tercecer": hasil.tercecer,
        }
    )


def reconcile_one(masuk: Path, keluar: Path, mesin: str, on: date, kode: str) -> Counter[str]:
    """One kabupaten, read, answered and written."""
    with MESIN[mesin]() as (read, write):
        bagian = [masuk / lembar / f"KABUPATEN={kode}" for lembar in LEMBAR]
        hasil = reconcile_with_figures(*(read(p) if p.exists() else None for p in bagian), on=on)
        write(hasil.keputusan, keluar / "KEPUTUSAN" / f"KABUPATEN={kode}")
        return count(hasil)


def main() -> None:
    """Reconcile what the command line names, and print the totals."""
    pilihan = argparse.ArgumentParser(description="Rekonsiliasi sekabupaten demi sekabupaten, Parquet masuk dan keluar")
    pilihan.add_argument("masuk", type=Path)
    pilihan.add_argument("keluar", type=Path)
    pilihan.add_argument("--mesin", choices=sorted(MESIN), default="polars")
    pilihan.add_argument("--per", type=date.fromisoformat, default=date(2012, 8, 28))
    pilihan.add_argument("--serentak", type=int, default=1, help="berapa kabupaten sekaligus")
    isi = pilihan.parse_args()
    mulai = time.perf_counter()
    semua = sorted(p.name.removeprefix("KABUPATEN=") for p in (isi.masuk / "UNDANGAN").iterdir() if p.is_dir())
    kerja = partial(reconcile_one, isi.masuk, isi.keluar, isi.mesin, isi.per)
    jumlah: Counter[str] = Counter()
    with ThreadPoolExecutor(isi.serentak) as pekerja:
        for satu in pekerja.map(kerja, semua):
            jumlah.update(satu)
    for nama, n in jumlah.items():
        print(f"{nama:24}{n:>14,}".replace(",", "."))
    puncak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{isi.mesin}: {len(semua)} kabupaten, {time.perf_counter() - mulai:.1f} s, puncak {puncak:.0f} MiB di proses ini"
    )


if __name__ == "__main__":
    main()
