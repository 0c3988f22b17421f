"""The programs in `examples/` run as a reader would run them, and say what their comments promise."""

import subprocess
import sys
from pathlib import Path

EXAMPLES = Path(__file__).parents[2] / "examples"


def run_example(nama: str, *argumen: str) -> str:
    """What an example prints; the test fails when it stops with an error."""
    hasil = subprocess.run(
        [sys.executable, str(EXAMPLES / nama), *argumen], capture_output=True, text=True, check=False
    )
    assert hasil.returncode == 0, hasil.stderr
    return hasil.stdout


def test_pustaka_prints_what_its_comments_say() -> None:
    baris = run_example("pustaka.py").splitlines()
    assert baris[0] == "True UMUR ('WAJIB-01',)"
    assert baris[1] == "Decimal('92.10')"
    assert any(b.startswith("PENDUDUK baris 1001") for b in baris)
    assert any(b.startswith("UNDANGAN baris 1001") for b in baris)


def test_dari_csv_lists_the_doors_and_masks_the_nik() -> None:
    keluar = run_example("dari_csv.py")
    assert "Terekam 1 dari 3 wajib: 33,33%" in keluar
    assert "PINDAH: 1" in keluar
    assert "DOBEL: 1" in keluar
    assert "JOKO REKAAN | 331311290895**** | TERCECER" in keluar
    assert "SITI REKAAN" in keluar
    assert "CATATAN DESA: PINDAH" in keluar
    assert "3313115009920002" not in keluar


def test_dari_csv_takes_a_folder_and_a_date(tmp_path: Path) -> None:
    (tmp_path / "PENDUDUK.csv").write_text(
        "NIK;NAMA;TGL_LAHIR\n3313112908950003;JOKO REKAAN;29-08-1995\n", encoding="utf-8"
    )
    (tmp_path / "UNDANGAN.csv").write_text("NO_UNDANGAN;NIK\n1;3313112908950003\n", encoding="utf-8")
    (tmp_path / "PEREKAMAN.csv").write_text("NIK;TGL_REKAM\n", encoding="utf-8")
    assert "BUKAN_WAJIB: 1" in run_example("dari_csv.py", str(tmp_path), "2012-08-28")
    assert "SAH: 1" in run_example("dari_csv.py", str(tmp_path), "2012-08-29")
