"""Cells into values, on a frame: each distinct writing of a column is read once by the core's own reader.

What a guard shows to be its own value (sixteen digits, plain words) is not asked at all, so that the writings that come
here stay few. Nothing is read in two ways: a guard only says that the core would give back what it got.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple

import narwhals as nw
from attrs import evolve, frozen

from ektp_core.galat import EktpError
from ektp_core.massal.mesin import URUT, Mesin, Rangka, Skema
from ektp_core.massal.rekonsiliasi import pola
from ektp_core.masukan import clean_text, show_value
from ektp_core.nik import HILANG, PANJANG, TIRUAN, clean_nik

BARIS = "BARIS"
# Some engines do not tell NIK from nik.
NIK_BERSIH, NAMA_BERSIH = pola.NIK, "nama_bersih"
NAMA_BERTANDA = r"^[A-Za-z][A-Za-z.,']*( [A-Za-z.,'][A-Za-z.,']*)*\z"
NOMOR_POLOS = r"^[A-Za-z0-9]+([-/][A-Za-z0-9]+)*\z"

Pembaca = Callable[..., Sequence[object]]


@frozen
class Lembaran:
    """One sheet as a frame: its canonical columns that exist, with `URUT` and `BARIS`.

    `jenis` gives the type of each column of the frame as it was handed over. `asal` has the same rows without what was
    read: distinct writings are looked for there, so that a lazy engine need not read again to list them.
    """

    lembar: str
    rangka: Rangka
    jenis: Mapping[str, Any]
    asal: Rangka

    def is_text(self, kolom: str) -> bool:
        """Whether the column holds texts, or is missing and therefore blank."""
        return kolom not in self.jenis or self.jenis[kolom] == nw.String

    def replace(self, rangka: Rangka) -> "Lembaran":
        """The same rows with other columns beside their own."""
        return evolve(self, rangka=rangka)

    def cut(self, rangka: Rangka) -> "Lembaran":
        """Other rows of the sheet."""
        return evolve(self, rangka=rangka, asal=rangka)


def open_sheet(
    mesin: Mesin, lembar: str, native: Any, kolom: Sequence[str], perlu: str, bawa: Sequence[str] = ()
) -> Lembaran:
    """A frame as a sheet; `EktpError` when a column that everything hangs on is missing."""
    rangka = mesin.number(native)
    skema = rangka.collect_schema()
    if perlu not in skema:
        raise EktpError(f"{lembar}: bingkai tanpa kolom {perlu}")
    if tanpa := [k for k in bawa if k not in skema]:
        raise EktpError(f"{lembar}: bingkai tanpa kolom {', '.join(tanpa)}")
    ada = [k for k in kolom if k in skema]
    teks = [nw.col(k).cast(nw.String) for k in ada if skema[k] in (nw.Categorical, nw.Enum)]
    nomor = nw.col(BARIS if BARIS in skema else URUT).cast(nw.Int64).alias(BARIS)
    rangka = mesin.keep_light(rangka.with_columns(nomor, *teks).select(URUT, BARIS, *dict.fromkeys((*ada, *bawa))))
    jenis = {k: nw.String() if skema[k] in (nw.Categorical, nw.Enum) else skema[k] for k in ada}
    return Lembaran(lembar, rangka, jenis, rangka)


class Tulisan(NamedTuple):
    """One distinct writing of some columns: its text in the frame (of those that exist), its values as the core takes
    them (None for a column that does not), and how many rows have it."""

    kunci: tuple[str, ...]
    nilai: tuple[Any, ...]
    banyak: int


def list_writings(mesin: Mesin, isi: Lembaran, kolom: Sequence[str], *, hanya: nw.Expr | None = None) -> list[Tulisan]:
    """The distinct rows of some columns, read to here. `hanya`: only of rows for which this holds."""
    ada = [k for k in kolom if k in isi.jenis]
    if not ada:
        return [Tulisan((), (None,) * len(kolom), 0)]
    asli = [k for k in ada if not isi.is_text(k)]
    kunci = _keys(ada)
    sumber = isi.asal if hanya is None else isi.asal.filter(hanya)
    beda = (
        sumber.select(*_key_texts(isi, ada), *asli)
        .group_by(*kunci, *asli)
        .agg(nw.len().cast(nw.Int64).alias("_banyak"))
    )
    rows = mesin.fetch(beda)
    letak = {k: i for i, k in enumerate(ada)} | {k: i for i, k in enumerate(asli, len(ada))}
    dibaca = [letak.get(k) for k in kolom]
    n = len(kunci)
    return [Tulisan(r[:n], tuple([None if i is None else r[i] for i in dibaca]), r[-1]) for r in rows]


def attach(
    mesin: Mesin,
    isi: Lembaran,
    kolom: Sequence[str],
    skema: Skema,
    rows: Sequence[tuple[Tulisan, Sequence[object]]],
    *,
    hanya: nw.Expr | None = None,
) -> Lembaran:
    """The sheet with new columns by these columns' writings; null where a row's writing is none of them, or `hanya` does
    not hold."""
    ada = [k for k in kolom if k in isi.jenis]
    if not rows or not ada:
        tetap: Sequence[Any] = rows[0][1] if rows else [None] * len(skema)
        kolom_tetap = [nw.lit(v, dtype=t).alias(n) for v, (n, t) in zip(tetap, skema.items(), strict=True)]
        return isi.replace(isi.rangka.with_columns(*kolom_tetap))
    kunci = _keys(ada)
    peta = mesin.small(
        {**dict.fromkeys(kunci, nw.String), **skema}, [(*tulisan.kunci, *jawab) for tulisan, jawab in rows]
    )
    berkunci = isi.rangka.with_columns(*_key_texts(isi, ada, hanya))
    return isi.replace(berkunci.join(peta, on=kunci, how="left").drop(*kunci))


def map_values(
    mesin: Mesin, isi: Lembaran, kolom: Sequence[str], baca: Pembaca, skema: Skema, *, hanya: nw.Expr | None = None
) -> Lembaran:
    """The sheet with the columns of `skema`, which `baca` gives for each writing of `kolom` (a missing column is None).

    `hanya`: only for rows for which this holds; elsewhere the new columns are null.
    """
    beda = list_writings(mesin, isi, kolom, hanya=hanya)
    return attach(mesin, isi, kolom, skema, [(t, baca(*t.nilai)) for t in beda], hanya=hanya)


_ANGKA = "_angka"


def _odd(kolom: str) -> str:
    return f"_ganjil_{kolom}"


def mark_odd(mesin: Mesin, isi: Lembaran, syarat: Mapping[str, nw.Expr], *, nik: bool = True) -> Lembaran:
    """The sheet, not yet read, with the rows marked whose text of a column is not its own value as it stands; with `nik`,
    such a NIK is one that is no number in `_angka`."""
    rangka = isi.rangka
    if nik and isi.is_text("NIK"):
        rangka = mesin.add_digits(rangka, "NIK", PANJANG, _ANGKA)
        syarat = {**syarat, "NIK": nw.col(_ANGKA).is_null()}
    tanda = [ganjil.fill_null(True).alias(_odd(k)) for k, ganjil in syarat.items() if k in isi.jenis and isi.is_text(k)]
    return isi.cut(mesin.keep_light(rangka.with_columns(*tanda))) if tanda else isi


def is_odd(isi: Lembaran, kolom: str) -> nw.Expr | None:
    """Whether a row is one of those; None where the column has no text, and all are."""
    return nw.col(_odd(kolom)) if isi.is_text(kolom) and kolom in isi.jenis else None


def _keys(ada: Sequence[str]) -> list[str]:
    return [f"_kunci_{i}" for i in range(len(ada))]


def _key_texts(isi: Lembaran, ada: Sequence[str], hanya: nw.Expr | None = None) -> list[nw.Expr]:
    kunci = [_as_text(k, isi.is_text(k)) for k in ada]
    if hanya is not None:
        # A key that is null is looked for nowhere.
        kunci[0] = nw.when(hanya).then(kunci[0])
    return [k.alias(t) for k, t in zip(kunci, _keys(ada), strict=True)]


def _as_text(kolom: str, teks: bool) -> nw.Expr:
    return (nw.col(kolom) if teks else nw.col(kolom).cast(nw.String)).fill_null("")


def add_nik(mesin: Mesin, isi: Lembaran) -> Lembaran:
    """The sheet with `nik_bersih` (cleaned; null when none), `k` (a full NIK as a number), `puluh` (the NIKs that a lost digit
    leaves open, as the number that ends in 0), and `nik_tulis` (what was written, where that differs from `nik_bersih`)."""
    ganjil = is_odd(isi, "NIK")
    baru: Skema = {"_nik": nw.String, "_k": nw.Int64, "_puluh": nw.Int64, "nik_tulis": nw.String}
    isi = map_values(mesin, isi, ["NIK"], _read_nik, baru, hanya=ganjil)
    if ganjil is None:
        return isi.replace(isi.rangka.rename({"_nik": NIK_BERSIH, "_k": "k", "_puluh": "puluh"}))
    rangka = isi.rangka.with_columns(
        nw.when(ganjil).then(nw.col("_nik")).otherwise(nw.col("NIK")).alias(NIK_BERSIH),
        nw.coalesce(nw.col(_ANGKA), nw.col("_k")).alias("k"),
        nw.col("_puluh").alias("puluh"),
    )
    return isi.replace(rangka.drop("_nik", "_k", "_puluh", _ANGKA))


def _read_nik(nilai: object) -> Sequence[object]:
    nik = clean_nik(nilai)
    tulis = "" if nik == nilai else show_value(nilai)
    if not nik:
        return None, None, None, tulis
    if nik.endswith(HILANG):
        return nik, None, int(nik[:-1]) * 10, tulis
    return nik, int(nik), None, tulis


STAND_IN = sorted(int(n) for n in TIRUAN if n.isdigit())
"""The numbers that key nobody, as `k`."""


def add_text(mesin: Mesin, isi: Lembaran, kolom: str, hasil: str) -> Lembaran:
    """The sheet with a column's texts as clean lines."""
    ganjil = is_odd(isi, kolom)
    if ganjil is None:
        return map_values(mesin, isi, [kolom], _read_text, {hasil: nw.String})
    isi = map_values(mesin, isi, [kolom], _read_text, {"_teks": nw.String}, hanya=ganjil)
    return isi.replace(isi.rangka.with_columns(nw.coalesce(nw.col("_teks"), nw.col(kolom)).alias(hasil)).drop("_teks"))


def _read_text(nilai: object) -> Sequence[object]:
    return (clean_text(nilai),)
