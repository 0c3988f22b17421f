"""The same person by probability: what holds for any frame, and how well it does on invented registers with the truth."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

import polars as pl
import pytest
from bench.dobel_buatan import KOLOM, Register, Takaran, make_register
from hypothesis import given
from hypothesis import strategies as st

from ektp_core.galat import EktpError
from ektp_core.massal import find_dugaan_dobel
from ektp_core.nama import normalize_nama
from ektp_core.nik import birth_digits
from strategies import nama

BUKTI = [f"bukti_{k}" for k in (*KOLOM, "awal", "serumah")]


@st.composite
def takaran(draw: st.DrawFn) -> Takaran:
    """Small registers of every kind: many doubles or none, any pool of names, with and without a mother."""
    return Takaran(
        orang=draw(st.integers(2, 150)),
        benih=draw(st.integers(0, 10_000)),
        tingkat=draw(st.sampled_from((0.0, 0.05, 0.4))),
        tanpa_ibu=draw(st.sampled_from((0.0, 0.5, 1.0))),
        kolam=draw(st.sampled_from(("jawa", "campur", "padat"))),
        ketik=draw(st.sampled_from(("seragam", "papan", "bunyi"))),
        kosong=draw(st.sampled_from((0.0, 0.05, 0.5))),
        kembar=0.2,
        ayah_anak=0.1,
    )


def of_rows(rows: list[dict[str, object]]) -> pl.DataFrame:
    return pl.DataFrame(rows, schema={k: pl.Date if k == "tanggal_lahir" else pl.String for k in KOLOM})


def pairs(jawaban: pl.DataFrame) -> dict[tuple[int, int], tuple[object, ...]]:
    return {(row[0], row[1]): row[2:] for row in jawaban.rows()}


def some_resident(acak: Random) -> pl.DataFrame:
    return make_register(Takaran(orang=60, benih=acak.randrange(10_000), tingkat=0.0)).bingkai


@pytest.mark.aturan("DOBEL-05")
@given(takaran())
def test_every_pair_is_named_once_with_evidence_that_adds_up(t: Takaran) -> None:
    bingkai = make_register(t).bingkai
    jawaban = find_dugaan_dobel(bingkai)
    assert jawaban.columns == ["a", "b", "kekuatan", "putusan", *BUKTI]
    for row in jawaban.iter_rows(named=True):
        assert 0 <= row["a"] < row["b"] < bingkai.height
        assert 0.1 <= row["kekuatan"] <= 1
        assert row["putusan"] in (("DOBEL", "PERIKSA") if row["kekuatan"] >= 0.5 else ("PERIKSA",))
        jumlah = max(-1000.0, min(1000.0, sum(row[k] for k in BUKTI)))
        assert row["kekuatan"] == pytest.approx(1 / (1 + 2**-jumlah), abs=1e-9)
    assert not jawaban.select("a", "b").is_duplicated().any()


@pytest.mark.aturan("DOBEL-05")
@given(takaran(), st.randoms(use_true_random=False))
def test_order_of_rows_changes_no_pair_and_no_strength(t: Takaran, acak: Random) -> None:
    bingkai = make_register(t).bingkai
    urut = list(range(bingkai.height))
    acak.shuffle(urut)
    asal, lain = pairs(find_dugaan_dobel(bingkai)), pairs(find_dugaan_dobel(bingkai[urut]))
    kembali = {(min(urut[a], urut[b]), max(urut[a], urut[b])): isi for (a, b), isi in lain.items()}
    assert kembali == asal


@pytest.mark.aturan("DOBEL-05")
@given(takaran(), st.randoms(use_true_random=False))
def test_what_is_missing_or_unreadable_never_fails(t: Takaran, acak: Random) -> None:
    bingkai = make_register(t).bingkai.with_columns(pl.col("tanggal_lahir").cast(pl.String))
    rusak = bingkai.with_columns(
        pl.Series(k, [acak.choice((None, "", "?", "12", "31-02-1980", x, x)) for x in bingkai[k]], dtype=pl.String)
        for k in KOLOM
    )
    kolom = [k for k in KOLOM if k in KOLOM[:7] or acak.random() < 0.5]
    find_dugaan_dobel(rusak.select(kolom))
    find_dugaan_dobel(rusak.head(acak.randrange(3)).select(kolom))
    find_dugaan_dobel(rusak.select(pl.lit(None).alias(k) for k in KOLOM))


@pytest.mark.aturan("DOBEL-05")
@given(st.randoms(use_true_random=False), nama(), nama(), st.integers(1, 9998))
def test_twins_are_never_one_person(acak: Random, satu: str, lain: str, urut: int) -> None:
    """One address, one birth day, one mother, neighbouring serials, other names; however alike the names sound."""
    warga = some_resident(acak)
    kakak = warga.row(0, named=True) | {"tanggal_lahir": date(1985, 5, 17), "jenis_kelamin": "L", "nama": satu}
    awal = "331311" + birth_digits(date(1985, 5, 17), "L")
    adik = kakak | {"nik": f"{awal}{urut + 1:04d}", "nama": lain if lain != satu else satu + "A"}
    jawaban = pairs(find_dugaan_dobel(pl.concat([of_rows([kakak | {"nik": f"{awal}{urut:04d}"}, adik]), warga[1:]])))
    if (0, 1) in jawaban:
        # Two spellings of one key are no two names, and then no twins either.
        assert jawaban[0, 1][1] == "PERIKSA" or normalize_nama(satu) == normalize_nama(str(adik["nama"]))


@pytest.mark.aturan("DOBEL-05")
@given(st.randoms(use_true_random=False), st.integers(1, 60 * 366))
def test_another_birth_date_under_another_nik_is_never_dobel(acak: Random, hari: int) -> None:
    """A father and the son with his name, or one person whose date was changed: a person decides."""
    warga = some_resident(acak)
    ayah = warga.row(0, named=True) | {
        "tanggal_lahir": date(1940, 3, 9),
        "nik": "3313110903400001",
        "jenis_kelamin": "L",
    }
    lahir = date(1940, 3, 9) + timedelta(hari)
    nik = f"331311{birth_digits(lahir, 'L')}0007"
    anak = ayah | {"tanggal_lahir": lahir, "nik": nik}
    jawaban = pairs(find_dugaan_dobel(pl.concat([of_rows([ayah, anak]), warga[1:]])))
    assert (0, 1) not in jawaban or jawaban[0, 1][1] == "PERIKSA"


@pytest.mark.parametrize("kolom", KOLOM[:7])
def test_a_frame_without_a_needed_column_is_refused(kolom: str) -> None:
    with pytest.raises(EktpError, match=f"kolom {kolom}"):
        find_dugaan_dobel(of_rows([]).drop(kolom))


def test_every_kind_of_frame_gets_the_same_answer_in_its_own_kind() -> None:
    r = make_register(Takaran(orang=800, benih=3, tingkat=0.05))
    jawaban = find_dugaan_dobel(r.bingkai)
    assert jawaban.height > 20
    malas = find_dugaan_dobel(r.bingkai.lazy().with_columns(lain=1))
    assert isinstance(malas, pl.LazyFrame)
    assert malas.collect().equals(jawaban)
    teks = r.bingkai.with_columns(pl.col("tanggal_lahir").dt.strftime("%d-%m-%Y"))
    assert find_dugaan_dobel(teks).equals(jawaban)


def test_pandas_arrow_and_duckdb_agree() -> None:
    pytest.importorskip("pyarrow")
    r = make_register(Takaran(orang=800, benih=3, tingkat=0.05))
    jawaban = find_dugaan_dobel(r.bingkai)
    assert pl.from_arrow(find_dugaan_dobel(r.bingkai.to_arrow())).equals(jawaban)
    pandas = pytest.importorskip("pandas")
    keluar = find_dugaan_dobel(r.bingkai.to_pandas())
    assert isinstance(keluar, pandas.DataFrame)
    assert pl.from_pandas(keluar).equals(jawaban)
    duckdb = pytest.importorskip("duckdb")
    relasi = find_dugaan_dobel(duckdb.connect().from_arrow(r.bingkai.to_arrow()))
    assert relasi.pl().equals(jawaban)


def against_truth(r: Register, kolom: list[str]) -> pl.DataFrame:
    """The answer with a column `benar`: 1 where the pair is one person."""
    benar = r.benar.select("a", "b").unique().with_columns(benar=pl.lit(1))
    jawaban: pl.DataFrame = find_dugaan_dobel(r.bingkai.select(kolom))
    return jawaban.join(benar, on=["a", "b"], how="full", coalesce=True).fill_null(0)


def f1(hasil: pl.DataFrame) -> float:
    duga, benar = hasil.filter(pl.col("kekuatan") >= 0.5), hasil.filter(pl.col("benar") == 1)
    return 200 * len(duga.filter(pl.col("benar") == 1)) / (len(duga) + len(benar))


@pytest.mark.aturan("DOBEL-05")
@pytest.mark.parametrize(("ibu", "paling_sedikit"), [(False, 91), (True, 96)])
def test_doubles_are_found_and_strength_is_a_probability(ibu: bool, paling_sedikit: float) -> None:
    """A floor under what was measured (docs/penjelasan/kinerja.md), on a seed of its own."""
    r = make_register(Takaran(orang=12_000, benih=77, tingkat=0.03))
    hasil = against_truth(r, list(KOLOM[:7]) + ["nama_ibu"] * ibu)
    assert f1(hasil) >= paling_sedikit
    # As many people as the strengths add up to, over all and among the doubtful.
    ada = hasil.filter(pl.col("kekuatan") > 0)
    assert ada["kekuatan"].sum() == pytest.approx(ada["benar"].sum(), rel=0.06)
    ragu = ada.filter(pl.col("kekuatan") < 0.9)
    assert ragu["kekuatan"].sum() == pytest.approx(ragu["benar"].sum(), rel=0.25, abs=5)
    serupa = r.serupa.join(hasil.filter(pl.col("putusan") == "DOBEL"), on=["a", "b"])
    assert serupa.height <= 1
