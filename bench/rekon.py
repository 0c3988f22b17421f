"""The main job: `ektp rekon` whole, against what an office has today (P1), and the reconciliation in memory (P2).

    uv run --group bench python bench/rekon.py proses [--wajib 55865] [--ulang 3] [--libreoffice]
    uv run --group bench python bench/rekon.py memori [--wajib 55865 1000000] [--ulang 5] [--lama FOLDER]

`proses`: the command on the example workbook, and beside it the same lists and figures by pandas + openpyxl
(`bench/rekon_pandas.py`), each a process of its own, taking turns; printed are the median seconds, the ratio of each round, and
the largest memory. With `--libreoffice` also how long LibreOffice takes to recalculate the COUNTIF and MATCH columns that
stand beside such lists today (some four minutes a run, so once).

`memori`: `reconcile` from records, evidence and contradictions included, reading excluded, for each number of wajib; how
the time grows; and with `--lama` the same in another checkout of this repository, taking turns.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import Any

AKAR = Path(__file__).resolve().parents[1]
PER = "2012-08-28"
_KOLOM = {
    "PENDUDUK": "NIK NAMA TGL_LAHIR JENIS_KELAMIN STATUS_KAWIN TGL_KAWIN KEWARGANEGARAAN ITAP_SAMPAI NO_KK NAMA_IBU "
    "ALAMAT RT RW DESA",
    "UNDANGAN": "NO_UNDANGAN NIK NAMA TGL_LAHIR ALAMAT RT RW DESA TGL_JADWAL KETERANGAN",
    "PEREKAMAN": "NIK TGL_REKAM STATUS TEMPAT",
    "PINDAH": "NIK TGL_PINDAH ARAH",
    "MENINGGAL": "NIK TGL_MENINGGAL",
}


def run(perintah: list[str], pohon: Path = AKAR) -> tuple[float, float, str]:
    """Seconds, largest memory in MiB, and the output of a process that imports the packages of this checkout."""
    lingkungan = os.environ | {"PYTHONPATH": os.pathsep.join(str(pohon / f) for f in ("src", "excel"))}
    mulai = time.perf_counter()
    with subprocess.Popen(perintah, env=lingkungan, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as p:
        assert p.stdout is not None
        keluaran = p.stdout.read()
        _, status, guna = os.wait4(p.pid, 0)
        p.returncode = os.waitstatus_to_exitcode(status)
    if p.returncode:
        sys.exit(f"gagal ({p.returncode}): {' '.join(perintah)}")
    return time.perf_counter() - mulai, guna.ru_maxrss / 1024, keluaran


def show(judul: tuple[str, ...], isi: Sequence[tuple[str, ...]]) -> None:
    """Print a table."""
    lebar = [max(len(b[k]) for b in [judul, *isi]) for k in range(len(judul))]
    for baris in (judul, tuple("-" * n for n in lebar), *isi):
        print(
            "  ".join(
                sel.ljust(n) if k == 0 else sel.rjust(n) for k, (sel, n) in enumerate(zip(baris, lebar, strict=True))
            )
        )


# P1


def processes(wajib: int, ulang: int, *, libreoffice: bool) -> None:
    """Measure `ektp rekon` against its peers on the example workbook."""
    from ektp_excel.contoh import make_buku

    with tempfile.TemporaryDirectory(prefix="rekon-") as tempat:
        folder = Path(tempat)
        buku = folder / "buku.xlsx"
        make_buku(buku, wajib=wajib)
        ektp = [sys.executable, "-m", "ektp_excel.perintah", "rekon", str(buku), "--per", PER, "--pagu", str(wajib)]
        ektp += ["-o", str(folder / "ektp.xlsx")]
        lain = [sys.executable, str(AKAR / "bench/rekon_pandas.py"), str(buku), str(folder / "pandas.xlsx")]
        putaran = [(run(ektp), run(lain)) for _ in range(ulang)]
        isi = []
        for nama, k in (("ektp rekon", 0), ("pandas + openpyxl", 1)):
            detik = statistics.median(p[k][0] for p in putaran)
            rasio = [p[k][0] / p[0][0] for p in putaran]
            ingatan = max(p[k][1] for p in putaran)
            isi.append(
                (
                    nama,
                    f"{detik:.2f}",
                    f"{statistics.median(rasio):.2f}",
                    f"{min(rasio):.2f}-{max(rasio):.2f}",
                    f"{ingatan:.0f}",
                )
            )
        if libreoffice:
            detik = recalculate(buku, folder)
            rasio_lo = detik / statistics.median(p[0][0] for p in putaran)
            isi.append(("LibreOffice COUNTIF + MATCH", f"{detik:.2f}", f"{rasio_lo:.1f}", "sekali", "-"))
        print(f"P1: buku contoh {wajib} wajib, {ulang} putaran berselang-seling")
        show(("", "detik (median)", "rasio", "selang rasio", "MiB"), isi)


def recalculate(buku: Path, folder: Path) -> float:
    """Seconds that LibreOffice takes for the columns of today: how often this NIK is invited, whether it is registered."""
    import openpyxl
    import xlsxwriter

    sys.path.insert(0, str(AKAR / "tests"))
    from host.kantor import Kantor

    program = shutil.which("soffice")
    if program is None:
        sys.exit("LibreOffice tidak ditemukan")
    lama = openpyxl.load_workbook(buku, read_only=True)
    nik = {
        nama: [str(b[k]) for b in lama[nama].iter_rows(values_only=True) if b[k]]
        for nama, k in (("UNDANGAN", 1), ("PENDUDUK", 0))
    }
    rumus = xlsxwriter.Workbook(str(folder / "rumus.xlsx"))
    undangan, penduduk = rumus.add_worksheet("UNDANGAN"), rumus.add_worksheet("PENDUDUK")
    penduduk.write_column(0, 0, nik["PENDUDUK"])
    undangan.write_column(0, 0, nik["UNDANGAN"])
    a, b = len(nik["UNDANGAN"]), len(nik["PENDUDUK"])
    for r in range(1, a + 1):
        undangan.write_formula(r - 1, 1, f"=COUNTIF($A$1:$A${a},A{r})")
        undangan.write_formula(r - 1, 2, f'=IFERROR(MATCH(A{r},PENDUDUK!$A$1:$A${b},0),"")')
    rumus.close()
    kantor = Kantor(Path(program), folder)
    mulai = time.perf_counter()
    terhitung = kantor.recalculate(folder / "rumus.xlsx", timeout=3600)
    detik = time.perf_counter() - mulai
    hasil = openpyxl.load_workbook(terhitung, read_only=True)["UNDANGAN"]
    if sum(bool(b[0]) for b in hasil.iter_rows(min_col=2, max_col=2, values_only=True)) != a:
        sys.exit("LibreOffice tidak menghitung rumusnya")
    return detik


# P2


def load(wajib: int) -> dict[str, Any]:
    """The example's rows as records: the arguments of `reconcile`."""
    from datetime import date

    import ektp_core as inti
    from ektp_excel.contoh import susun_buku

    on = date.fromisoformat(PER)
    isi = susun_buku(wajib=wajib).lembar
    rekaman: dict[str, list[Any]] = {}
    galat: list[Any] = []
    for nama, kolom in _KOLOM.items():
        baca = getattr(inti, f"read_{nama.lower()}")
        rekaman[nama], ditolak = baca((dict(zip(kolom.split(), b, strict=False)) for b in isi[nama]), on=on)
        galat += ditolak
    wilayah, ditolak = inti.read_wilayah(dict(zip(("DESA", "RW", "RT"), b, strict=True)) for b in isi["WILAYAH"])
    return {
        "penduduk": rekaman["PENDUDUK"],
        "undangan": rekaman["UNDANGAN"],
        "perekaman": rekaman["PEREKAMAN"],
        "mutasi": [*rekaman["PINDAH"], *rekaman["MENINGGAL"]],
        "wilayah": wilayah,
        "galat": [*galat, *ditolak],
        "on": on,
        "pagu": wajib,
    }


def reconcile_once(wajib: int, ulang: int) -> None:
    """What the process of one measurement does: prints the least seconds of the processor, and how much was done."""
    from ektp_core import reconcile

    isi = load(wajib)
    detik = []
    for _ in range(ulang):
        mulai = time.process_time()
        hasil = reconcile(**isi)
        detik.append(time.process_time() - mulai)
        banyak, bukti = len(hasil.keputusan), sum(len(k.bukti) for k in hasil.keputusan)
        del hasil
    print(min(detik), banyak, bukti)


def in_memory(semua_wajib: list[int], ulang: int, lama: Path | None) -> None:
    """Measure `reconcile` for each size, here and in the other checkout."""
    isi = []
    pertama: tuple[float, int] | None = None
    for wajib in semua_wajib:
        peran = [sys.executable, str(Path(__file__).resolve()), "sekali", "--wajib", str(wajib), "--ulang", str(ulang)]
        pohon = [AKAR] if lama is None else [AKAR, lama]
        per_pohon: dict[Path, list[tuple[float, int, int]]] = {p: [] for p in pohon}
        for _ in range(3 if wajib < 200_000 else 1):
            for p in pohon:
                angka = run(peran, p)[2].split()
                per_pohon[p].append((float(angka[0]), int(angka[1]), int(angka[2])))
        baru = min(t for t, _, _ in per_pohon[AKAR])
        surat, bukti = per_pohon[AKAR][0][1:]
        tumbuh = "1,00" if pertama is None else f"{baru / pertama[0] / (surat / pertama[1]):.2f}"
        pertama = pertama or (baru, surat)
        banding = "-" if lama is None else f"{baru / min(t for t, _, _ in per_pohon[lama]):.2f}"
        isi.append(
            (f"{wajib} wajib", str(surat), str(bukti), f"{baru:.3f}", f"{baru / surat * 1e6:.1f}", tumbuh, banding)
        )
    print("P2: reconcile dari rekaman, dengan bukti dan pertentangan; pemulung ingatan bawaan Python tetap menyala")
    show(("", "undangan", "bukti", "detik prosesor", "us/undangan", "tumbuh : baris", "baru : lama"), isi)


def main() -> None:
    """Measure what is asked and print it."""
    pilihan = argparse.ArgumentParser(prog="rekon", description=(__doc__ or "").splitlines()[0])
    pilihan.add_argument("apa", choices=("proses", "memori", "sekali"))
    pilihan.add_argument("--wajib", type=int, nargs="+", default=[55_865])
    pilihan.add_argument("--ulang", type=int, default=3)
    pilihan.add_argument("--libreoffice", action="store_true")
    pilihan.add_argument("--lama", type=Path)
    a = pilihan.parse_args()
    if a.apa == "proses":
        processes(a.wajib[0], a.ulang, libreoffice=a.libreoffice)
    elif a.apa == "memori":
        in_memory(a.wajib, a.ulang, a.lama)
    else:
        reconcile_once(a.wajib[0], a.ulang)


if __name__ == "__main__":
    main()
