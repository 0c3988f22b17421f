"""P8: ten million residents, kabupaten by kabupaten, on Polars and on a Spark cluster of two worker processes.

    uv run --group spark python bench/massal_klaster.py [--orang 10000000] [--kabupaten 10] [--map FOLDER]

Both run `examples/massal.py` on the same Parquet; the totals must be the same. Printed: the time of each, and the peak
memory of its process.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from pathlib import Path

CONTOH = Path(__file__).resolve().parents[1] / "examples"
KLASTER = "--master local-cluster[2,1,3072] --driver-memory 3g --conf spark.sql.shuffle.partitions=8 pyspark-shell"


def run(masuk: Path, keluar: Path, mesin: str) -> list[str]:
    """The lines that the example printed."""
    lingkungan = {**os.environ, "PYSPARK_SUBMIT_ARGS": KLASTER, "PYSPARK_PYTHON": sys.executable}
    perintah = [sys.executable, str(CONTOH / "massal.py"), str(masuk), str(keluar / mesin), "--mesin", mesin]
    selesai = subprocess.run(perintah, env=lingkungan, stdout=subprocess.PIPE, text=True, check=True)
    return selesai.stdout.splitlines()


def main() -> None:
    """Write the data unless it is there, run both, compare."""
    pilihan = argparse.ArgumentParser(description="Sepuluh juta penduduk: Polars dan Spark dengan dua pekerja")
    pilihan.add_argument("--orang", type=int, default=10_000_000)
    pilihan.add_argument("--kabupaten", type=int, default=10)
    pilihan.add_argument("--map", type=Path)
    isi = pilihan.parse_args()
    with tempfile.TemporaryDirectory() as sementara:
        tempat = isi.map or Path(sementara)
        masuk = tempat / "masuk"
        if not masuk.exists():
            buat = [sys.executable, str(CONTOH / "massal_rekaan.py"), str(masuk)]
            subprocess.run([*buat, "--orang", str(isi.orang), "--kabupaten", str(isi.kabupaten)], check=True)
        *jumlah, polars = run(masuk, tempat, "polars")
        *jumlah_spark, spark = run(masuk, tempat, "spark")
    print("\n".join([*jumlah, polars, spark]))
    if jumlah != jumlah_spark:
        sys.exit("jumlah Spark berbeda:\n" + "\n".join(jumlah_spark))


if __name__ == "__main__":
    main()
