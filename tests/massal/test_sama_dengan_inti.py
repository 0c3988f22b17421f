"""Frames answer what the core answers, row for row and figure for figure, whatever the dirt."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path
from typing import Any

import polars as pl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from buku.kebenaran.buku import write_buku
from buku.kebenaran.semua import full_world
from ektp_core.kategori import Kategori
from massal.bingkai import Dunia, check_same, polars_frame, polars_lazy
from massal.mesin_uji import duckdb_frame, duckdb_rows
from strategies import LEMBAR, Tabel, tabel, tanggal_acuan

D = date(2012, 8, 28)
TANPA = (
    "ITAP_SAMPAI TGL_KAWIN KEWARGANEGARAAN NO_KK NAMA_IBU ALAMAT RT RW DESA KETERANGAN STATUS ARAH TGL_LAHIR NO_UNDANGAN"
).split()


def dunia_of(t: Tabel, *, bertipe: bool = False, tanpa: frozenset[str] = frozenset()) -> Dunia:
    """A table of the suite as columns."""
    return Dunia.of(
        t.on,
        {n: getattr(t, n) for n in LEMBAR},
        bertipe=bertipe,
        tanpa=tanpa - {"DESA"} if t.wilayah is not None else tanpa,
    )


def rows_of(bingkai: pl.DataFrame | pl.LazyFrame) -> list[tuple[Any, ...]]:
    """The rows of a Polars frame."""
    return bingkai.lazy().collect().rows()


def world(n: int, seed: int, folder: Path, on: date = D) -> Dunia:
    """A world of the independent examiner, some people of every scene: mostly plain, the rest in every trouble."""
    w = full_world(n=n, seed=seed, on=on)
    write_buku(w, folder / "buku.xlsx")  # the rows learn their order, and the addresses that exist
    return Dunia.of(on, {nama: [b.isi for b in w.baris if b.lembar == nama.upper()] for nama in LEMBAR})


@settings(max_examples=60)
@given(tabel(), st.booleans())
def test_polars(t: Tabel, bertipe: bool) -> None:
    check_same(dunia_of(t, bertipe=bertipe), polars_frame, rows_of)


@settings(max_examples=40)
@given(tabel(tanggal_acuan()), st.frozensets(st.sampled_from(TANPA), max_size=4))
def test_polars_lazy_at_any_date_without_optional_columns(t: Tabel, tanpa: frozenset[str]) -> None:
    check_same(dunia_of(t, tanpa=tanpa), polars_lazy, rows_of)


@settings(max_examples=15)
@given(tabel(), st.booleans())
def test_duckdb(t: Tabel, bertipe: bool) -> None:
    check_same(dunia_of(t, bertipe=bertipe), duckdb_frame, duckdb_rows)


@pytest.mark.parametrize(("seed", "on"), [(1, D), (2, date(2013, 2, 28)), (3, date(2014, 1, 15))])
def test_world_of_the_examiner(seed: int, on: date, tmp_path: Path) -> None:
    """Every kind of decision is made by the expressions too, not only by the core."""
    dunia = world(1500, seed, tmp_path, on)
    check_same(dunia, polars_frame, rows_of)
    borongan = dunia.by_frames(polars_frame)._jalan.borongan.collect().to_native()
    jumlah = Counter(borongan["KATEGORI"].to_list())
    assert set(jumlah) == {k.value for k in Kategori} - {Kategori.GALAT.value}
    assert borongan.height > 500


def test_world_of_the_examiner_on_duckdb(tmp_path: Path) -> None:
    """The same on another engine."""
    check_same(world(800, 4, tmp_path), duckdb_frame, duckdb_rows)
