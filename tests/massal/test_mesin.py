"""What an engine does in its own way answers the same on each."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import narwhals as nw
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from ektp_core.massal.mesin import URUT, Mesin, MesinDuckDB, MesinPolars
from massal.bingkai import Kotak, polars_frame
from massal.mesin_uji import duckdb_frame

Buat = Callable[[Kotak], tuple[Mesin, Any]]
TEKS = st.text("0123456789+-_.e Ee٣", max_size=18) | st.from_regex(r"[0-9]{15,17}", fullmatch=True) | st.none()


def in_polars(kotak: Kotak) -> tuple[Mesin, Any]:
    """The engine, and a frame of texts in it."""
    return MesinPolars(), polars_frame(kotak, dict.fromkeys(kotak, str))


def in_duckdb(kotak: Kotak) -> tuple[Mesin, Any]:
    """The same in DuckDB."""
    relasi = duckdb_frame(kotak, dict.fromkeys(kotak, str))
    return MesinDuckDB(relasi), relasi


MESIN = pytest.mark.parametrize("buat", [in_polars, in_duckdb])


@MESIN
@settings(max_examples=40)
@given(st.lists(TEKS, min_size=1, max_size=30))
@example(["+123456789012345", "10000000000000e2", " 123456789012345", "0123456789012345", "1234567890123456\n"])
@example(
    ["0xFFFFFFFFFFFFFF", "0x3B9ACA0012345F", "0b11111111111111", "0o17777777777777", "１２３４５６７８９０１２３４５６"]
)
@example(["1.23456789012E15", "123456789012345.", "999999999999999 ", "1_23456789012345", "99999999999999.9"])
def test_only_bare_digits_are_a_number(buat: Buat, teks: list[str | None]) -> None:
    mesin, asli = buat({"NIK": teks})
    rangka = mesin.add_digits(mesin.number(asli), "NIK", 16, "angka")
    for tulis, angka in mesin.fetch(rangka.select("NIK", "angka")):
        utuh = tulis is not None and re.fullmatch("[0-9]{16}", tulis) is not None
        assert angka == int(tulis) if utuh and tulis[0] != "0" else angka in ({None, int(tulis)} if utuh else {None})


@MESIN
@settings(max_examples=20)
@given(st.lists(st.tuples(st.text(max_size=4), st.text(max_size=4)), min_size=1, max_size=20), st.randoms())
def test_equal_rows_share_a_hash_wherever_they_stand(buat: Buat, isi: list[tuple[str, str]], acak: Any) -> None:
    lain = acak.sample(isi, len(isi))
    sidik = []
    for rows in (isi, lain):
        mesin, asli = buat({"a": [a for a, _ in rows], "b": [b for _, b in rows]})
        rangka = mesin.add_hash(mesin.number(asli), ["a", "b"], "sidik")
        sidik.append({(a, b): h for a, b, h in mesin.fetch(rangka.select("a", "b", "sidik"))})
    assert sidik[0] == sidik[1]


@MESIN
@settings(max_examples=20)
@given(st.lists(st.text("abc", max_size=2), min_size=1, max_size=20), st.data())
def test_picked_rows_are_those_at_their_places(buat: Buat, isi: list[str], data: st.DataObject) -> None:
    urut = data.draw(st.lists(st.integers(1, len(isi)), max_size=12))
    mesin, asli = buat({"a": isi})
    diminta = mesin.small({URUT: nw.Int64}, [(n,) for n in urut])
    dapat = mesin.fetch(mesin.pick(mesin.number(asli), diminta).select(URUT, "a"))
    assert sorted(dapat) == [(n, isi[n - 1]) for n in sorted(set(urut))]


@MESIN
@settings(max_examples=20)
@given(st.lists(st.integers(0, 9), min_size=1, max_size=20), st.sets(st.integers(0, 9)))
def test_without_a_few_the_others_stay(buat: Buat, k: list[int], sedikit: set[int]) -> None:
    mesin, asli = buat({"a": [str(n) for n in k]})
    rangka = mesin.number(asli).with_columns(nw.col("a").cast(nw.Int64).alias("k"))
    tanpa = mesin.keep(mesin.small({"k": nw.Int64}, [(n,) for n in sorted(sedikit)]))
    assert sorted(n for (n,) in mesin.fetch(mesin.without(rangka, tanpa).select("k"))) == sorted(
        n for n in k if n not in sedikit
    )
