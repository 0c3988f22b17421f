"""Frames of DuckDB and of PySpark from columns, and their rows."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from itertools import count
from typing import Any

import duckdb

from massal.bingkai import Kotak

_NOMOR = count(1)
_DUCKDB = {str: "VARCHAR", date: "DATE", int: "BIGINT", float: "DOUBLE"}
_SPARK = {str: "string", date: "date", int: "bigint", float: "double"}


def duckdb_frame(kotak: Kotak, jenis: Mapping[str, type]) -> duckdb.DuckDBPyRelation:
    """A table of the default connection."""
    nama = f"uji_{next(_NOMOR)}"
    bentuk = {k: _DUCKDB[jenis[k]] for k in kotak}
    duckdb.execute(f"create temp table {nama} ({', '.join(f'{k} {t}' for k, t in bentuk.items())})")
    isi = [dict(zip(kotak, r, strict=True)) for r in zip(*kotak.values(), strict=True)]
    urai = f"insert into {nama} select unnest(from_json(?, ?), recursive := true)"
    duckdb.execute(urai, [json.dumps(isi, default=str), json.dumps([bentuk])])
    return duckdb.table(nama)


def duckdb_rows(relasi: duckdb.DuckDBPyRelation) -> list[tuple[Any, ...]]:
    """The rows of a relation."""
    return relasi.fetchall()


def spark_rows(bingkai: Any) -> list[tuple[Any, ...]]:
    """The rows of a PySpark frame."""
    return [tuple(r) for r in bingkai.collect()]


def spark_frame(sesi: Any, kotak: Kotak, jenis: Mapping[str, type], bagian: int = 2) -> Any:
    """A PySpark frame of some partitions."""
    bentuk = ", ".join(f"`{k}` {_SPARK[jenis[k]]}" for k in kotak)
    rows = list(zip(*kotak.values(), strict=True))
    return sesi.createDataFrame(sesi.sparkContext.parallelize(rows, bagian), bentuk)
