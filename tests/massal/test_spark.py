"""The same code on a cluster: workers in processes of their own answer what the core and Polars answer."""

from __future__ import annotations

import runpy
from functools import partial
from pathlib import Path
from typing import Any

import polars as pl
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from ektp_core.massal import reconcile_with_figures
from massal.bingkai import LEMBAR as LEMBAR_UJI
from massal.bingkai import Dunia, check_same
from massal.mesin_uji import spark_frame, spark_rows
from massal.test_sama_dengan_inti import D, world
from penjaga.berkas import ROOT
from strategies import Tabel, tabel

REKAAN = runpy.run_path(str(ROOT / "examples" / "massal_rekaan.py"))


def many_tables(banyak: int) -> list[Tabel]:
    """Random tables of different places."""
    semua: list[Tabel] = []

    @settings(max_examples=banyak, phases=[Phase.generate])
    @given(st.integers(11, 40).flatmap(lambda n: tabel(wilayah=f"3313{n}")))
    def gather(t: Tabel) -> None:
        semua.append(t)

    gather()
    return semua


def test_two_workers_answer_as_the_core(spark: Any, tmp_path: Path) -> None:
    """A world of the independent examiner and random tables, as one: a cluster takes its time for each step, however few
    the rows. Every row and every figure."""
    dunia = world(150, 5, tmp_path)
    isi = {n: [*dunia.rows(n), *(b for t in many_tables(40) for b in getattr(t, n) or ())] for n in LEMBAR_UJI}
    check_same(Dunia.of(D, isi), partial(spark_frame, spark), spark_rows)
    assert len(spark.sparkContext._jsc.sc().statusTracker().getExecutorInfos()) == 3  # the driver and two workers


def test_parquet_by_kabupaten_in_and_out(spark: Any, tmp_path: Path) -> None:
    """Partitioned Parquet in, partitioned Parquet out, with the totals and the rows of Polars."""
    REKAAN["write"](tmp_path / "masuk", 600, 2, 3)
    tempat = [tmp_path / "masuk" / lembar for lembar in REKAAN["LEMBAR"]]
    di_spark = reconcile_with_figures(*(spark.read.parquet(str(p)) for p in tempat), on=D, bawa=["KABUPATEN"])
    keluar = tmp_path / "keluar"
    di_spark.keputusan.write.partitionBy("KABUPATEN").parquet(str(keluar))
    di_polars = reconcile_with_figures(
        *(pl.read_parquet(p / "**/*.parquet", hive_partitioning=True) for p in tempat), on=D, bawa=["KABUPATEN"]
    )
    assert {p.name for p in keluar.iterdir() if p.is_dir()} == {"KABUPATEN=3301", "KABUPATEN=3302"}
    # A row is told by its content: rows of several files have no order that two engines share.
    kolom = [k for k in di_polars.keputusan.columns if k not in ("BARIS", "BUKTI")]
    tertulis = pl.read_parquet(keluar / "**/*.parquet", hive_partitioning=True).select(kolom)
    assert tertulis.sort(kolom).equals(di_polars.keputusan.select(kolom).sort(kolom))
    assert (di_spark.wajib, di_spark.terekam, di_spark.desa) == (di_polars.wajib, di_polars.terekam, di_polars.desa)
    assert di_spark.kategori == di_polars.kategori
