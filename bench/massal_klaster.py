"""P8: ten million residents, kabupaten by kabupaten, on Polars and on a Spark cluster of two worker processes.

    uv run --group spark python bench/massal_klaster.py [--orang 10000000] [--kabupaten 10] [--map FOLDER] [--mandiri]

Both run `examples/massal.py` on the same Parquet; the totals must be the same. Printed: the time of each, and the peak
memory of its process. The cluster is Spark's `local-cluster`; with `--mandiri` a standalone one on this machine, a master
and two workers started by the `spark-class` of the package, and the example is handed over by `spark-submit`.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path

CONTOH = Path(__file__).resolve().parents[1] / "examples"
SETELAN = "--driver-memory 3g --conf spark.sql.shuffle.partitions=8 --conf spark.ui.enabled=false".split()
MANDIRI = SETELAN + "--executor-memory 3g --conf spark.log.level=ERROR".split()
KLASTER = " ".join(["--master", "local-cluster[2,1,3072]", *SETELAN, "pyspark-shell"])
KEPALA = "spark://127.0.0.1:7177"


def run(perintah: Sequence[str], lingkungan: Mapping[str, str]) -> list[str]:
    """The lines that the example printed."""
    selesai = subprocess.run(perintah, env={**os.environ, **lingkungan}, stdout=subprocess.PIPE, text=True, check=True)
    return selesai.stdout.splitlines()


def spark_home() -> Path:
    """Where the package keeps its programs."""
    letak = find_spec("pyspark")
    if letak is None or letak.origin is None:
        sys.exit("PySpark tidak terpasang: uv sync --group spark")
    return Path(letak.origin).parent


@contextmanager
def standalone(tempat: Path) -> Iterator[dict[str, str]]:
    """A master and two workers on this machine, each a process of its own: the environment to submit in."""
    rumah = spark_home()
    lingkungan = {"SPARK_HOME": str(rumah), "SPARK_LOCAL_IP": "127.0.0.1", "PYSPARK_PYTHON": sys.executable}
    kelas, alamat = str(rumah / "bin" / "spark-class"), "--host 127.0.0.1 --webui-port 0".split()
    kepala = [kelas, "org.apache.spark.deploy.master.Master", *alamat, "--port", KEPALA.rpartition(":")[2]]
    pekerja = [kelas, "org.apache.spark.deploy.worker.Worker", *alamat, "--cores", "1", "--memory", "3g"]
    proses = [subprocess.Popen(kepala, env={**os.environ, **lingkungan}, stderr=subprocess.PIPE, text=True)]
    catatan = proses[0].stderr
    assert catatan is not None
    try:
        _wait_for(catatan, "New state: ALIVE", 1)
        for nomor in range(2):
            kerja = [*pekerja, "--work-dir", str(tempat / f"pekerja{nomor}"), KEPALA]
            proses.append(
                subprocess.Popen(kerja, env={**os.environ, **lingkungan}, stderr=subprocess.DEVNULL, text=True)
            )
        _wait_for(catatan, "Registering worker", 2)
        # Unread, the master's log would fill the pipe, and the master would wait.
        threading.Thread(target=catatan.read, daemon=True).start()
        yield lingkungan
    finally:
        for satu in reversed(proses):
            satu.terminate()
            satu.wait()


def _wait_for(catatan: Iterator[str], kata: str, kali: int) -> None:
    for baris in catatan:
        kali -= kata in baris
        if not kali:
            return
    sys.exit(f"Spark berhenti sebelum {kata!r}")


def main() -> None:
    """Write the data unless it is there, run both, compare."""
    pilihan = argparse.ArgumentParser(description="Sepuluh juta penduduk: Polars dan Spark dengan dua pekerja")
    pilihan.add_argument("--orang", type=int, default=10_000_000)
    pilihan.add_argument("--kabupaten", type=int, default=10)
    pilihan.add_argument("--map", type=Path)
    pilihan.add_argument("--mandiri", action="store_true", help="klaster standalone dan spark-submit")
    isi = pilihan.parse_args()
    contoh = str(CONTOH / "massal.py")
    with tempfile.TemporaryDirectory() as sementara:
        tempat = isi.map or Path(sementara)
        masuk = tempat / "masuk"
        if not masuk.exists():
            buat = [sys.executable, str(CONTOH / "massal_rekaan.py"), str(masuk)]
            subprocess.run([*buat, "--orang", str(isi.orang), "--kabupaten", str(isi.kabupaten)], check=True)

        def kata(mesin: str) -> list[str]:
            return [contoh, str(masuk), str(tempat / mesin), "--mesin", mesin]

        *jumlah, polars = run([sys.executable, *kata("polars")], {})
        if isi.mandiri:
            with standalone(Path(sementara)) as lingkungan:
                kirim = str(spark_home() / "bin" / "spark-submit")
                *jumlah_spark, spark = run([kirim, "--master", KEPALA, *MANDIRI, *kata("spark")], lingkungan)
        else:
            lingkungan = {"PYSPARK_SUBMIT_ARGS": KLASTER, "PYSPARK_PYTHON": sys.executable}
            *jumlah_spark, spark = run([sys.executable, *kata("spark")], lingkungan)
    print("\n".join([*jumlah, polars, spark]))
    # spark-submit sends the program's warnings the way of its answers.
    if jumlah != jumlah_spark[-len(jumlah) :]:
        sys.exit("jumlah Spark berbeda:\n" + "\n".join(jumlah_spark))


if __name__ == "__main__":
    main()
