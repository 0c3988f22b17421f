"""`find_dugaan_dobel` in a process of its own: `python -m bench.dugaan_kami MASUK KELUAR`; prints seconds and peak memory."""

import json
import resource
import sys
import time

import polars as pl

from ektp_core.massal import find_dugaan_dobel


def main(masuk: str, keluar: str) -> None:
    """Read, find, write; only the finding is timed, the memory is that of the whole process."""
    bingkai = pl.read_parquet(masuk)
    mulai, cpu = time.perf_counter(), time.process_time()
    jawaban = find_dugaan_dobel(bingkai)
    detik, cpu = time.perf_counter() - mulai, time.process_time() - cpu
    jawaban.write_parquet(keluar)
    memori = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(json.dumps({"detik": detik, "cpu": cpu, "mib": memori}))


if __name__ == "__main__":
    main(*sys.argv[1:])
