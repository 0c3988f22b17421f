"""What differs from one data engine to another: small tables in, rows out, row numbers, and keeping a step's result.

Everything else is said once, in Narwhals. An engine is only loaded when a frame of it is handed over.
"""

import json
from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from itertools import count
from typing import Any, Protocol, TypeVar

import narwhals as nw

from ektp_core.galat import EktpError

URUT = "_urut"
"""Column of a row's place in its sheet: from 1, in the frame's own order."""

_Jawab = TypeVar("_Jawab")
Skema = Mapping[str, type[nw.Int64] | type[nw.String] | type[nw.Boolean]]
Rangka = nw.LazyFrame[Any]


def _lazy(native: Any) -> Rangka:
    rangka: Rangka = nw.from_native(native)
    return rangka


class Mesin(Protocol):
    """An engine; every frame inside is lazy. `semua_cabang`: of a choice it computes each branch for each row."""

    semua_cabang: bool

    def together(self, *langkah: Callable[[], _Jawab]) -> list[_Jawab]:
        """The answers of steps that do not wait for each other: at once where the engine bears it, else in turn."""

    def number(self, native: Any) -> Rangka:
        """The frame with its rows numbered in `URUT`."""

    def small(self, skema: Skema, rows: Sequence[Sequence[object]]) -> Rangka:
        """A table made here, in the engine."""

    def keep(self, rangka: Rangka) -> Rangka:
        """The same frame, computed once and held by the engine."""

    def keep_light(self, rangka: Rangka) -> Rangka:
        """As `keep` where that copies nothing but new columns; elsewhere the frame itself."""

    def add_hash(self, rangka: Rangka, kolom: Sequence[str], nama: str) -> Rangka:
        """The frame with a number that is equal wherever these columns are; rarely elsewhere too."""

    def add_digits(self, rangka: Rangka, kolom: str, panjang: int, nama: str) -> Rangka:
        """The frame with the number that a text of so many digits is: null for any other, and perhaps for leading zeros."""

    def group(self, rangka: Rangka) -> Rangka:
        """A frame of groups, nearly as many as rows: as `keep` where they are counted in a way of their own, else as it is."""

    def without(self, rangka: Rangka, sedikit: Rangka) -> Rangka:
        """The rows whose `k`, never null, is none of a few."""

    def pick(self, bernomor: Rangka, urut: Rangka) -> Rangka:
        """The rows of a sheet as it was numbered whose places are in the column `URUT` of `urut`, which may say one twice."""

    def fetch(self, rangka: Rangka) -> list[tuple[Any, ...]]:
        """The rows of a frame, here."""


class MesinPolars:
    """Polars; what is kept is kept in memory. All of it is there, and sorting and joining it there is twice as fast as by
    the streaming engine; counting is not."""

    semua_cabang = True

    def together(self, *langkah: Callable[[], _Jawab]) -> list[_Jawab]:
        """As `Mesin.together`: one step on texts keeps one core busy, and lets Python go meanwhile."""
        with ThreadPoolExecutor(len(langkah)) as pekerja:
            return [janji.result() for janji in [pekerja.submit(satu) for satu in langkah]]

    def number(self, native: Any) -> Rangka:
        """As `Mesin.number`."""
        import polars as pl

        lazy = native.lazy()
        return _lazy(lazy.with_row_index(URUT, offset=1).with_columns(pl.col(URUT).cast(pl.Int64)))

    def small(self, skema: Skema, rows: Sequence[Sequence[object]]) -> Rangka:
        """As `Mesin.small`."""
        import polars as pl

        jenis = {nw.Int64: pl.Int64, nw.String: pl.String, nw.Boolean: pl.Boolean}
        kolom = {nama: jenis[tipe] for nama, tipe in skema.items()}
        return _lazy(pl.LazyFrame([tuple(r) for r in rows], schema=kolom, orient="row"))

    def keep(self, rangka: Rangka) -> Rangka:
        """As `Mesin.keep`."""
        return _lazy(rangka.to_native().collect(engine="in-memory").lazy())

    def keep_light(self, rangka: Rangka) -> Rangka:
        """As `Mesin.keep_light`."""
        return self.keep(rangka)

    def add_hash(self, rangka: Rangka, kolom: Sequence[str], nama: str) -> Rangka:
        """As `Mesin.add_hash`."""
        import polars as pl

        return _lazy(rangka.to_native().with_columns(pl.struct(kolom).hash().alias(nama)))

    def add_digits(self, rangka: Rangka, kolom: str, panjang: int, nama: str) -> Rangka:
        """As `Mesin.add_digits`: a number of so many digits, from as many bytes, has room for no sign."""
        import polars as pl

        angka = pl.col(kolom).cast(pl.Int64, strict=False)
        penuh = (angka >= 10 ** (panjang - 1)) & (pl.col(kolom).str.len_bytes() == panjang)
        return _lazy(rangka.to_native().with_columns(pl.when(penuh).then(angka).alias(nama)))

    def group(self, rangka: Rangka) -> Rangka:
        """As `Mesin.group`."""
        return _lazy(rangka.to_native().collect(engine="streaming").lazy())

    def without(self, rangka: Rangka, sedikit: Rangka) -> Rangka:
        """As `Mesin.without`: a filter that drops nothing copies nothing, an anti-join always does."""
        import polars as pl

        niks = sedikit.to_native().collect()["k"]
        return _lazy(rangka.to_native().filter(~pl.col("k").is_in(niks.implode())))

    def pick(self, bernomor: Rangka, urut: Rangka) -> Rangka:
        """As `Mesin.pick`: a row's place in memory is its number."""
        import polars as pl

        letak = self.keep(urut).to_native().collect()[URUT].unique() - 1
        return _lazy(bernomor.to_native().select(pl.all().gather(letak)))

    def fetch(self, rangka: Rangka) -> list[tuple[Any, ...]]:
        """As `Mesin.fetch`."""
        return list(rangka.to_native().collect(engine="in-memory").rows())


class _MesinKueri(ABC):
    """What an engine of queries does alike: one query runs at a time, with joins as the engine plans them."""

    semua_cabang = False

    @abstractmethod
    def keep(self, rangka: Rangka) -> Rangka:
        """As `Mesin.keep`."""

    def together(self, *langkah: Callable[[], _Jawab]) -> list[_Jawab]:
        """As `Mesin.together`."""
        return [satu() for satu in langkah]

    def keep_light(self, rangka: Rangka) -> Rangka:
        """As `Mesin.keep_light`."""
        return rangka

    def group(self, rangka: Rangka) -> Rangka:
        """As `Mesin.group`."""
        return rangka

    def without(self, rangka: Rangka, sedikit: Rangka) -> Rangka:
        """As `Mesin.without`."""
        return rangka.join(sedikit, on="k", how="anti")

    def pick(self, bernomor: Rangka, urut: Rangka) -> Rangka:
        """As `Mesin.pick`."""
        return bernomor.join(urut, on=URUT, how="semi")


_NAMA_TABEL = count(1)
_PANDANGAN = "_ektp_pandangan"
_TETAP = "_ektp_tetap"
"""A name that is always taken: DuckDB makes and drops a view for a query under a new name, and with each change of its
catalog binds again whatever was built before."""
_PALING_BANYAK_DITULIS = 100


def _quote(teks: str) -> str:
    return teks.replace("'", "''")


class MesinDuckDB(_MesinKueri):
    """DuckDB; what is kept is a temporary table of the relation's own connection, which spills to disk by itself."""

    def __init__(self, contoh: Any) -> None:
        # A relation does not say its connection, but answers in it.
        self._contoh = contoh.limit(0)
        self._contoh.query(_PANDANGAN, f"create or replace temp view {_TETAP} as select 1")

    def _ask(self, kueri: str) -> Any:
        return self._contoh.query(_TETAP, kueri)

    def _table(self, relasi: Any, isi: str) -> Any:
        nama = f"_ektp_{next(_NAMA_TABEL)}"
        relasi.query(_PANDANGAN, f"create temp table {nama} as {isi}")
        return self._ask(f"select * from {nama}")

    def number(self, native: Any) -> Rangka:
        """As `Mesin.number`."""
        return _lazy(native.project(f"row_number() over () as {URUT}, *"))

    def small(self, skema: Skema, rows: Sequence[Sequence[object]]) -> Rangka:
        """As `Mesin.small`: column by column, and a table only where it is long to write."""
        jenis = {nw.Int64: "BIGINT", nw.String: "VARCHAR", nw.Boolean: "BOOLEAN"}
        isi = zip(*rows, strict=True) if rows else [()] * len(skema)
        kolom = [
            f"unnest(from_json('{_quote(json.dumps(sel))}', '[\"{jenis[tipe]}\"]')) as {nama}"
            for sel, (nama, tipe) in zip(isi, skema.items(), strict=True)
        ]
        urai = f"select {', '.join(kolom)}"
        return _lazy(self._ask(urai) if len(rows) <= _PALING_BANYAK_DITULIS else self._table(self._contoh, urai))

    def keep(self, rangka: Rangka) -> Rangka:
        """As `Mesin.keep`."""
        return _lazy(self._table(rangka.to_native(), f"select * from {_PANDANGAN}"))

    def add_hash(self, rangka: Rangka, kolom: Sequence[str], nama: str) -> Rangka:
        """As `Mesin.add_hash`."""
        return _lazy(rangka.to_native().project(f"*, hash({', '.join(kolom)}) as {nama}"))

    def add_digits(self, rangka: Rangka, kolom: str, panjang: int, nama: str) -> Rangka:
        """As `Mesin.add_digits`: DuckDB reads 1e15 and 0x1F as numbers too, so the number must be written as the text is."""
        angka = f"try_cast({kolom} as bigint)"
        penuh = f"{angka} >= {10 ** (panjang - 1)} and {angka} < {10**panjang} and {angka}::varchar = {kolom}"
        return _lazy(rangka.to_native().project(f"*, case when {penuh} then {angka} end as {nama}"))

    def fetch(self, rangka: Rangka) -> list[tuple[Any, ...]]:
        """As `Mesin.fetch`."""
        return list(rangka.to_native().fetchall())


_PALING_BANYAK_DISIARKAN = 2_000_000


class MesinSpark(_MesinKueri):
    """PySpark; what is kept stays on the executors, in memory or on their disks, and its plan ends there."""

    def __init__(self, contoh: Any) -> None:
        self._sesi = contoh.sparkSession

    def number(self, native: Any) -> Rangka:
        """As `Mesin.number`: the partitions in their order, each row after the one before."""
        from pyspark.sql import functions as F

        dalam, bit = "_dalam", 33  # monotonically_increasing_id: the partition above, the place in it below this bit
        bernomor = native.withColumn(dalam, F.monotonically_increasing_id())
        banyak = dict(
            bernomor.groupBy(F.shiftright(dalam, bit).alias("bagian")).count().collect()  # one row a partition
        )
        mulai, sebelum = [], 1
        for bagian in range(max(banyak, default=0) + 1):
            mulai.append(F.lit(sebelum).cast("long"))
            sebelum += banyak.get(bagian, 0)
        bagian_ini = F.shiftright(dalam, bit).cast("int")
        letak = F.col(dalam) - F.shiftleft(F.shiftright(dalam, bit), bit)
        urut = letak + F.element_at(F.array(*mulai), bagian_ini + 1)
        return _lazy(bernomor.withColumn(URUT, urut).drop(dalam))

    def small(self, skema: Skema, rows: Sequence[Sequence[object]]) -> Rangka:
        """As `Mesin.small`."""
        from pyspark.sql import functions as F

        jenis = {nw.Int64: "bigint", nw.String: "string", nw.Boolean: "boolean"}
        bentuk = ", ".join(f"`{nama}` {jenis[tipe]}" for nama, tipe in skema.items())
        tabel = self._sesi.createDataFrame([tuple(r) for r in rows], bentuk)
        return _lazy(F.broadcast(tabel) if len(rows) <= _PALING_BANYAK_DISIARKAN else tabel)

    def keep(self, rangka: Rangka) -> Rangka:
        """As `Mesin.keep`."""
        # What is only persisted keeps its plan, and a plan that holds another twice grows with each step.
        return _lazy(rangka.to_native().localCheckpoint(eager=True))

    def add_hash(self, rangka: Rangka, kolom: Sequence[str], nama: str) -> Rangka:
        """As `Mesin.add_hash`."""
        from pyspark.sql import functions as F

        return _lazy(rangka.to_native().withColumn(nama, F.xxhash64(*kolom)))

    def add_digits(self, rangka: Rangka, kolom: str, panjang: int, nama: str) -> Rangka:
        """As `Mesin.add_digits`."""
        angka = nw.col(kolom).str.contains(rf"^[0-9]{{{panjang}}}\z")
        return rangka.with_columns(nw.when(angka).then(nw.col(kolom)).cast(nw.Int64).alias(nama))

    def fetch(self, rangka: Rangka) -> list[tuple[Any, ...]]:
        """As `Mesin.fetch`."""
        return [tuple(r) for r in rangka.to_native().collect()]


def engine_of(bingkai: Sequence[Any]) -> Mesin:
    """The engine of these native frames; `EktpError` for one that is not served, or for frames of different engines."""
    jenis = {nw.from_native(b).implementation for b in bingkai}
    if len(jenis) != 1:
        raise EktpError("semua bingkai harus dari satu mesin data: " + ", ".join(sorted(str(j) for j in jenis)))
    satu = jenis.pop()
    if satu.is_polars():
        return MesinPolars()
    if satu.is_duckdb():
        return MesinDuckDB(bingkai[0])
    if satu.is_pyspark() or satu.is_pyspark_connect():
        return MesinSpark(bingkai[0])
    raise EktpError(f"mesin data {satu} tidak dilayani; pakai Polars, DuckDB atau PySpark")
