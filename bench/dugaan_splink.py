"""Splink as a careful user sets it up, run in an environment of its own by `dugaan.py`: `python dugaan_splink.py MASUK KELUAR`.

MASUK is a Parquet file with the normalised names; KELUAR gets the pairs with their probability. Prints one line of JSON with
the seconds for training and prediction and the peak memory. Works with Splink 4 and 5, whose ways in differ a little.
"""

import json
import logging
import resource
import sys
import time
from typing import Any

import duckdb
import splink
import splink.comparison_level_library as cll
import splink.comparison_library as cl
from splink import DuckDBAPI, Linker, SettingsCreator, block_on

PASANGAN_U = 1e7
AMBANG = 0.01

_DEKAT = (
    "levenshtein(tgl_l, tgl_r) <= 1 or (substr(tgl_l, 1, 2) = substr(tgl_r, 3, 2) and substr(tgl_l, 3, 2) = substr(tgl_r, 1, 2)"
    " and substr(tgl_l, 5) = substr(tgl_r, 5))"
)
_NIK_DEKAT = "damerau_levenshtein(nik_l, nik_r) <= 1 and substr(nik_l, 1, 12) <> substr(nik_r, 1, 12)"


def settings(ibu: bool) -> Any:
    """Term frequencies on names, dates and address; a NIK one edit away counts only when the first 12 digits differ."""
    perbandingan: list[Any] = [
        cl.JaroWinklerAtThresholds("nama", [0.97, 0.92, 0.88, 0.8]).configure(term_frequency_adjustments=True),
        cl.CustomComparison(
            output_column_name="tgl",
            comparison_levels=[
                cll.NullLevel("tgl"),
                cll.ExactMatchLevel("tgl", term_frequency_adjustments=True),
                cll.CustomLevel(_DEKAT),
                cll.ElseLevel(),
            ],
        ),
        cl.CustomComparison(
            output_column_name="nik",
            comparison_levels=[
                cll.NullLevel("nik"),
                cll.ExactMatchLevel("nik"),
                cll.CustomLevel(_NIK_DEKAT),
                cll.ElseLevel(),
            ],
        ),
        cl.ExactMatch("jenis_kelamin"),
        cl.CustomComparison(
            output_column_name="alamat",
            comparison_levels=[
                cll.NullLevel("desa"),
                cll.ExactMatchLevel("alamat", term_frequency_adjustments=True),
                cll.ExactMatchLevel("desa"),
                cll.ElseLevel(),
            ],
        ),
    ]
    if ibu:
        perbandingan.append(
            cl.JaroWinklerAtThresholds("nama_ibu", [0.97, 0.92, 0.88, 0.8]).configure(term_frequency_adjustments=True)
        )
    return SettingsCreator(
        link_type="dedupe_only",
        unique_id_column_name="baris",
        comparisons=perbandingan,
        blocking_rules_to_generate_predictions=[
            block_on("nik"),
            block_on("tgl", "jenis_kelamin"),
            block_on("nama", "alamat"),
            block_on("nama", "substr(tgl, 3)"),
            block_on("nama", "substr(tgl, 1, 4)"),
            block_on("substr(nik, 1, 10)", "nama"),
        ],
        max_iterations=30,
    )


def main(masuk: str, keluar: str) -> None:
    """Train, predict, write."""
    logging.disable(logging.WARNING)
    con = duckdb.connect()
    con.execute(f"create table orang as select * from read_parquet('{masuk}')")
    ibu = "nama_ibu" in [baris[0] for baris in con.execute("describe orang").fetchall()]
    mulai = time.perf_counter()
    api = DuckDBAPI(connection=con)
    if splink.__version__.startswith("4"):
        linker = Linker("orang", settings(ibu), api)
    else:
        linker = Linker(api.register(con.table("orang")), settings(ibu))
    linker.training.estimate_probability_two_random_records_match(
        [block_on("nik"), block_on("nama", "tgl", "jenis_kelamin", "alamat")], recall=0.6
    )
    linker.training.estimate_u_using_random_sampling(max_pairs=PASANGAN_U, seed=1)
    for blok in (block_on("tgl", "jenis_kelamin"), block_on("nama", "alamat"), block_on("substr(nik, 1, 12)")):
        linker.training.estimate_parameters_using_expectation_maximisation(blok)
    hasil = linker.inference.predict(threshold_match_probability=AMBANG)
    con.execute(
        f"copy (select least(baris_l, baris_r) a, greatest(baris_l, baris_r) b, match_probability kekuatan"
        f" from {hasil.physical_name}) to '{keluar}' (format parquet)"
    )
    detik = time.perf_counter() - mulai
    memori = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"versi": splink.__version__, "detik": detik, "mib": memori}))


if __name__ == "__main__":
    main(*sys.argv[1:])
