"""xlwings Lite's interpreter: the built wheel and the wheels that it asks for, in Pyodide under Node with the network off.

Cases of the 1904 date system are called plainly only: Office.js gives a serial number without saying in which system.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from importlib.metadata import Distribution, PathDistribution, distribution
from pathlib import Path
from typing import Any
from zipfile import Path as DalamZip
from zipfile import ZipFile

import pytest
from packaging.requirements import Requirement

from ektp_excel.fungsi import FUNGSI
from host.conftest import Pyodide, do_without
from host.muat_kasus import load_cases

SINI = Path(__file__).parent
MODUL = ("jalan_pyodide.py", "muat_kasus.py", "sel_officejs.py", "kasus_fungsi.json")
KASUS = load_cases()
SEMUA = [f"{k.fungsi}-{k.nomor}" for k in KASUS]
LITE = [f"{k.fungsi}-{k.nomor}" for k in KASUS if not k.sistem_1904]
Hasil = dict[str, Any]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The project's wheel, built as for a release."""
    if not (uv := os.environ.get("UV") or shutil.which("uv")):
        do_without("uv")
    folder = tmp_path_factory.mktemp("roda")
    perintah = [uv, "build", "--wheel", "--quiet", "--out-dir", str(folder), str(SINI.parents[1])]
    anak = subprocess.run(perintah, capture_output=True, text=True, timeout=300, check=False)
    assert anak.returncode == 0, anak.stderr[-3000:]
    return next(folder.glob("*.whl"))


def needed(paket: Distribution, tambahan: str = "") -> Iterator[Distribution]:
    """Everything that Lite installs with a package, as it is installed here."""
    for baris in paket.requires or []:
        syarat = Requirement(baris)
        if syarat.marker is None or syarat.marker.evaluate({"sys_platform": "emscripten", "extra": tambahan}):
            lain = distribution(syarat.name)
            yield lain
            yield from needed(lain)


def own(wheel: Path) -> Distribution:
    """The wheel's own account of itself."""
    isi = DalamZip(wheel)
    return PathDistribution(next(p for p in isi.iterdir() if p.name.endswith(".dist-info")))


def tags(paket: Distribution) -> list[str]:
    """For which machines its wheel was made."""
    baris = (paket.read_text("WHEEL") or "").splitlines()
    return [satu.removeprefix("Tag: ") for satu in baris if satu.startswith("Tag: ")]


def pack(paket: Distribution, folder: Path) -> None:
    """Put an installed package back into a wheel, without what was compiled for this machine."""
    with ZipFile(folder / f"{paket.name}-{paket.version}-py3-none-any.whl", "w") as roda:
        for berkas in paket.files or []:
            if ".." not in berkas.parts and berkas.suffix not in {".pyc", ".so", ".pyd"}:
                roda.write(str(berkas.locate()), berkas.as_posix())


@pytest.fixture(scope="module")
def hasil(pyodide: Pyodide, wheel: Path) -> Hasil:
    """What Pyodide has found."""
    # xlwings is Lite's own; its wheel for this machine has a compiled part that only Excel on a desktop needs.
    for paket in {p.name: p for p in [*needed(own(wheel), "fungsi"), distribution("xlwings")]}.values():
        pack(paket, wheel.parent)
    perintah = [*map(str, (pyodide.node, SINI / "jalan_pyodide.mjs", pyodide.folder, wheel.parent, SINI)), *MODUL]
    anak = subprocess.run(perintah, capture_output=True, text=True, encoding="utf-8", timeout=300, check=False)
    assert anak.returncode == 0, anak.stderr[-3000:]
    isi: Hasil = json.loads(anak.stdout)
    return isi


def test_everything_that_lite_installs_is_pure(wheel: Path) -> None:
    semua = {paket.name: tags(paket) for paket in [own(wheel), *needed(own(wheel), "fungsi")]}
    assert set(semua) == {"ektp-core", "attrs", "python-dateutil", "six", "holidays"}
    assert all("py3-none-any" in label for label in semua.values()), semua


@pytest.mark.parametrize("nomor", SEMUA)
def test_case_called_plainly(hasil: Hasil, nomor: str) -> None:
    assert hasil["langsung"][nomor] == []


@pytest.mark.parametrize("nomor", LITE)
def test_case_through_xlwings(hasil: Hasil, nomor: str) -> None:
    assert hasil["lite"][nomor] == []


@pytest.mark.parametrize("nomor", LITE)
def test_case_through_xlwings_with_blank_cells_as_null(hasil: Hasil, nomor: str) -> None:
    assert hasil["null"][nomor] == []


def test_the_wheel_answered_and_nothing_was_fetched(hasil: Hasil) -> None:
    print(f"Pyodide {hasil['pyodide']}, Python {hasil['python']}")
    assert "site-packages/ektp_excel/fungsi/" in hasil["berkas"]
    assert hasil["dicoba"] == []


def test_one_line_brings_every_function(hasil: Hasil) -> None:
    assert hasil["nama"] == sorted(fungsi.nama for fungsi in FUNGSI)
    petunjuk = (SINI.parents[1] / "docs" / "cara" / "xlwings-lite.md").read_text(encoding="utf-8")
    assert "from ektp_excel.host_xlwings import *" in petunjuk


def test_the_network_is_off(hasil: Hasil) -> None:
    assert hasil["terbuka"] is False
    assert len(hasil["ditolak"]) == 1
