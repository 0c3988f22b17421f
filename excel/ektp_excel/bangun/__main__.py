"""`python -m ektp_excel.bangun -o MAP`: write `ektp.xlam` and `kecamatan.xlsx` into a folder, on any system.

With `--segarkan` the two VBA modules that come from the functions are made anew in the source tree first.
"""

import argparse
import sys
from pathlib import Path

from ektp_core.galat import EktpError
from ektp_excel.bangun import addin, kecamatan
from ektp_excel.bangun.pembungkus import generate
from ektp_excel.buku.utuh import write_whole


def build(folder: Path) -> list[Path]:
    """Write both files into the folder, which is made when it is not there; gives their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    hasil = [folder / addin.NAMA, folder / kecamatan.NAMA]
    with write_whole(hasil[0]) as berkas:
        berkas.write(addin.build_addin())
    kecamatan.write_kecamatan(hasil[1])
    return hasil


def refresh(folder: Path) -> list[Path]:
    """Write the two generated modules over those in the source tree; gives their paths."""
    hasil = []
    for nama, teks in generate().items():
        berkas = folder / f"{nama}.bas"
        berkas.write_text(teks, encoding="utf-8", newline="\n")
        hasil.append(berkas)
    return hasil


def _main() -> int:
    pengurai = argparse.ArgumentParser(prog="python -m ektp_excel.bangun", description=__doc__)
    pengurai.add_argument("-o", dest="keluaran", type=Path, default=Path(), metavar="MAP")
    pengurai.add_argument("--segarkan", action="store_true", help="buat ulang modul VBA dari fungsi-fungsinya")
    pilihan = pengurai.parse_args()
    try:
        berkas = refresh(Path(__file__).with_name("modul")) if pilihan.segarkan else []
        for satu in [*berkas, *build(pilihan.keluaran)]:
            print(satu)
    except EktpError as e:
        print(f"ektp: {e}", file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(_main())
