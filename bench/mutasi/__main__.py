"""Mutation testing of the core, as one command.

    uv run --group mutasi python -m bench.mutasi [BAGIAN ...] [--pekerja 2] [--tulis]

Without a name all parts run: those that the project holds to 95% (`wajib nik rekonsiliasi cakupan dobel tanggal`) and
the words, dates and figures on which they rest. At the end stand a table and the survivors; `--tulis` writes both into
`docs/penjelasan/uji-mutasi/`, from which the page beside it makes its tables.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from bench.mutasi import anak
from bench.mutasi.anak import AKAR
from bench.mutasi.jalan import Vonis, judge
from bench.mutasi.laporan import Ringkasan, print_summary, was_left, write_result
from bench.mutasi.mutan import Mutan, iter_mutants
from bench.mutasi.sasaran import SEMUA, Sasaran


def _mutants(sasaran: Sasaran, baris: str, tersisa: bool) -> Iterator[tuple[Path, Mutan]]:
    for path in sasaran.modul:
        for m in iter_mutants(path):
            if baris in f"{path.stem}:{m.tempat}" and (not tersisa or was_left(path, m)):
                yield path, m


def _say(v: Vonis) -> None:
    if v.hasil in ("hidup", "habis waktu"):
        print(f"  {v.hasil}: {v.modul.relative_to(AKAR)}:{v.mutan.kunci} [{v.cpu:.0f} s]", flush=True)


def main() -> int:
    """Run the parts named on the command line; 1 when a part of the core stays below what is asked."""
    urai = argparse.ArgumentParser(prog="python -m bench.mutasi", description=(__doc__ or "").splitlines()[0])
    urai.add_argument("bagian", nargs="*", help="bagian inti, misalnya wajib; tanpa nama: semua")
    urai.add_argument("--pekerja", type=int, default=2, help="mutan yang diuji bersamaan (bawaan 2)")
    urai.add_argument("--hanya", default="", help="hanya mutan yang modul:tempat-nya memuat teks ini")
    urai.add_argument("--tulis", action="store_true", help="simpan hasil di docs/penjelasan/uji-mutasi")
    urai.add_argument(
        "--tersisa", action="store_true", help="hanya yang tersisa terakhir kali, sesudah ujinya ditambah"
    )
    urai.add_argument("--contoh", type=int, help="contoh setiap sifat (bawaan menurut bagiannya)")
    pilihan = urai.parse_args()
    if pilihan.tulis and pilihan.hanya:
        urai.error("--tulis menyimpan bagian yang utuh, jadi tanpa --hanya")
    dipilih = [s for s in SEMUA if not pilihan.bagian or s.nama in pilihan.bagian]
    if asing := set(pilihan.bagian) - {s.nama for s in SEMUA}:
        urai.error(f"bagian tidak dikenal: {', '.join(sorted(asing))}")
    ringkasan = []
    with tempfile.TemporaryDirectory() as map_kompilasi:
        sys.pycache_prefix, sys.dont_write_bytecode = map_kompilasi, False
        for sasaran in dipilih:
            anak.CONTOH = pilihan.contoh or sasaran.contoh
            mutan = _mutants(sasaran, pilihan.hanya, pilihan.tersisa)
            ringkasan.append(_judge(sasaran, mutan, pilihan.pekerja))
    print_summary(ringkasan)
    if pilihan.tulis:
        write_result(ringkasan, tersisa=pilihan.tersisa)
    return 0 if all(r.cukup for r in ringkasan) else 1


def _judge(sasaran: Sasaran, mutan: Iterator[tuple[Path, Mutan]], pekerja: int) -> Ringkasan:
    mulai = time.monotonic()
    print(f"{sasaran.nama} …", flush=True)
    vonis, dasar = judge(sasaran, mutan, pekerja, _say)
    ringkasan = Ringkasan.of(sasaran, vonis, dasar, time.monotonic() - mulai)
    print_summary([ringkasan])
    return ringkasan


if __name__ == "__main__":
    sys.exit(main())
