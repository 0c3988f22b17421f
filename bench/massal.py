"""P4: `massal.reconcile` beside the same reconciliation written by hand in Polars, DuckDB's SQL and pandas.

    uv run --group bench python -m bench.massal [--undangan 1000000] [--ulang 3] [--benih 1]

All six sheets in memory (DuckDB: in its tables), the sixteen columns of `KEPUTUSAN` out, in the order of the list; every
answer must be equal to the last cell before its time counts. The runs take turns, so that a busy machine is busy for all;
both ratios stand there: of processor time, which a neighbour disturbs least, and of wall time, which people feel. Those by
hand know nothing of what `massal` looks for besides (one person under two NIKs, lost digits, other spellings): the data
has none. By hand in Polars stands twice: as Polars runs it unasked, and by the engine that `massal` asks for.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable
from typing import Any

import duckdb
import pandas as pd
import polars as pl
from bench.massal_rekan import ON, duckdb_tangan, pandas_tangan, polars_tangan
from examples.massal_rekaan import make_kabupaten

from ektp_core import massal

SASARAN = {
    "massal Polars": {"pandas": 1 / 6, "Polars dengan tangan": 1.25, "Polars dengan tangan, mesin in-memory": 1.25},
    "massal DuckDB": {"DuckDB dengan tangan": 2.0},
}


def _table(sambungan: Any, relasi: Any, nama: str) -> list[tuple[Any, ...]]:
    sambungan.execute(f"drop table if exists {nama}")
    relasi.create(nama)
    return [nama]  # type: ignore[list-item]


def contenders(
    isi: dict[str, pl.DataFrame],
) -> tuple[dict[str, Callable[[], Any]], dict[str, Callable[[Any], pl.DataFrame]]]:
    """What is measured, and how its answer becomes a Polars frame."""
    di_pandas = {n: pd.DataFrame(f.to_dict(as_series=False)) for n, f in isi.items()}
    sambungan = duckdb.connect()
    relasi = {}
    for nama in isi:
        sambungan.register(f"_{nama}", di_pandas[nama])
        sambungan.execute(f"create table t_{nama} as select * from _{nama}")
        sambungan.unregister(f"_{nama}")
        relasi[nama] = sambungan.table(f"t_{nama}")

    def from_table(nama: Any) -> pl.DataFrame:
        t = sambungan.sql(f"select * from {nama[0]} order by BARIS")
        return pl.DataFrame(t.fetchall(), schema=t.columns, orient="row")

    def same(f: Any) -> Any:
        return f

    return (
        {
            "massal Polars": lambda: massal.reconcile(*isi.values(), on=ON),
            "Polars dengan tangan": lambda: polars_tangan.reconcile(isi),
            "Polars dengan tangan, mesin in-memory": lambda: polars_tangan.reconcile(isi, "in-memory"),
            "pandas": lambda: pandas_tangan.reconcile(di_pandas),
            "massal DuckDB": lambda: _table(sambungan, massal.reconcile(*relasi.values(), on=ON), "h_massal"),
            "DuckDB dengan tangan": lambda: _table(sambungan, duckdb_tangan.reconcile(sambungan, relasi), "h_tangan"),
        },
        {
            "massal Polars": same,
            "Polars dengan tangan": same,
            "Polars dengan tangan, mesin in-memory": same,
            "pandas": lambda f: pl.DataFrame({k: f[k].to_list() for k in f.columns}),
            "massal DuckDB": from_table,
            "DuckDB dengan tangan": from_table,
        },
    )


def main() -> None:
    """Measure, compare, print."""
    pilihan = argparse.ArgumentParser(description="Rekonsiliasi bingkai: massal dan yang ditulis dengan tangan")
    pilihan.add_argument("--undangan", type=int, default=1_000_000)
    pilihan.add_argument("--ulang", type=int, default=3)
    pilihan.add_argument("--benih", type=int, default=1)
    minta = pilihan.parse_args()
    isi = make_kabupaten("3301", int(minta.undangan * 1.2715), minta.benih, bersih=True)
    print(f"{isi['UNDANGAN'].height:,} undangan, {isi['PENDUDUK'].height:,} penduduk".replace(",", "."))
    semua, ubah = contenders(isi)
    patokan = semua["massal Polars"]()
    waktu: dict[str, list[tuple[float, float]]] = {nama: [] for nama in semua}
    for putaran in range(minta.ulang):
        for nama, jalan in semua.items():
            mulai, prosesor = time.perf_counter(), time.process_time()
            hasil = jalan()
            waktu[nama].append((time.process_time() - prosesor, time.perf_counter() - mulai))
            if putaran == 0 and not ubah[nama](hasil).equals(patokan):
                sys.exit(f"{nama}: jawabannya berbeda")
            del hasil
    tengah = {nama: tuple(statistics.median(k) for k in zip(*w, strict=True)) for nama, w in waktu.items()}
    print("| | prosesor | jam dinding |\n|---|---|---|")
    for nama, (prosesor, dinding) in tengah.items():
        print(f"| {nama} | {prosesor:.2f} s | {dinding:.2f} s |")
    for nama, lawan in SASARAN.items():
        for satu, batas in lawan.items():
            (a, x), (b, y) = tengah[nama], tengah[satu]
            print(f"{nama} : {satu} = {a / b:.2f} (jam dinding {x / y:.2f}), sasaran paling banyak {batas:.2f}")


if __name__ == "__main__":
    main()
