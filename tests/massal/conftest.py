"""A Spark cluster of this machine: a driver here and two workers in processes of their own."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from typing import Any

import pytest

from host.conftest import do_without


@pytest.fixture(scope="session")
def spark() -> Iterator[Any]:
    """A session on `local-cluster`: two workers, one core and 1 GiB each."""
    if find_spec("pyspark") is None:
        do_without("PySpark (uv sync --group spark)")
    if shutil.which("java") is None:
        do_without("Java")
    from pyspark.sql import SparkSession

    with pytest.MonkeyPatch.context() as lingkungan:
        lingkungan.setenv("PYSPARK_PYTHON", sys.executable)
        lingkungan.setenv("SPARK_LOCAL_IP", "127.0.0.1")
        pembuat = SparkSession.builder.master("local-cluster[2,1,1024]").appName("uji-massal")
        for kunci, nilai in {
            "spark.driver.memory": "2g",
            "spark.ui.enabled": "false",
            "spark.ui.showConsoleProgress": "false",
            "spark.sql.shuffle.partitions": "4",
        }.items():
            pembuat = pembuat.config(kunci, nilai)
        sesi = pembuat.getOrCreate()
        sesi.sparkContext.setLogLevel("ERROR")
        yield sesi
        sesi.stop()
