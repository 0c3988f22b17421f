"""From CSV files to a sweep list, with the library alone: any source of mappings serves as well as a sheet.

    python examples/dari_csv.py MAP [TANGGAL]

MAP holds `PENDUDUK.csv`, `UNDANGAN.csv` and `PEREKAMAN.csv` with the canonical column names. Without MAP, a small
invented set is written to a temporary folder first.
"""

import csv
import sys
import tempfile
from collections import Counter
from datetime import date
from pathlib import Path

from ektp_core import mask_nik, read_penduduk, read_perekaman, read_undangan, reconcile, sweep

REKAAN = {
    "PENDUDUK": """NIK;NAMA;TGL_LAHIR;JENIS_KELAMIN;STATUS_KAWIN;RT;RW;DESA
3313111708900001;BUDI REKAAN;17-08-1990;L;KAWIN;001;002;Jaten
3313115009920002;SITI REKAAN;10 September 1992;P;KAWIN;001;002;Jaten
3313112908950003;JOKO REKAAN;28/8/1995;L;BELUM KAWIN;003;001;Dagen
""",
    "UNDANGAN": """NO_UNDANGAN;NIK;NAMA;DESA;KETERANGAN
1;3313111708900001;BUDI REKAAN;Jaten;
2;3313115009920002;SITI REKAAN;Jaten;pindah ikut suami
3;3313115009920002;SITI REKAAN;Jaten;dobel
""",
    "PEREKAMAN": """NIK;TGL_REKAM;STATUS
3313111708900001;2012-08-01;PRINT_READY_RECORD
""",
}


def write_rekaan(folder: Path) -> None:
    """Write the invented set."""
    for nama, isi in REKAAN.items():
        (folder / f"{nama}.csv").write_text(isi, encoding="utf-8")


def rows(folder: Path, nama: str) -> list[dict[str, str]]:
    """The rows of one file."""
    with (folder / f"{nama}.csv").open(encoding="utf-8-sig", newline="") as berkas:
        return list(csv.DictReader(berkas, delimiter=";"))


def main(folder: Path, on: date) -> None:
    """Reconcile the three files and print the categories and the doors to knock on."""
    penduduk, galat_p = read_penduduk(rows(folder, "PENDUDUK"), on=on)
    undangan, galat_u = read_undangan(rows(folder, "UNDANGAN"), on=on)
    perekaman, galat_r = read_perekaman(rows(folder, "PEREKAMAN"), on=on)
    hasil = reconcile(
        penduduk=penduduk, undangan=undangan, perekaman=perekaman, galat=[*galat_p, *galat_u, *galat_r], on=on
    )
    print(f"Terekam {hasil.terekam} dari {hasil.wajib.neto} wajib: {hasil.cakupan.neto}")
    print(*(f"{k}: {n}" for k, n in Counter(x.kategori.value for x in hasil.keputusan).items()), sep=", ")
    for b in sweep(hasil.belum):
        print(b.desa, f"RW {b.rw} RT {b.rt}", b.nama, mask_nik(b.nik), b.sebab.value, sep=" | ")
    assert all(n.seimbang for n in hasil.neraca)


if __name__ == "__main__":
    per = date.fromisoformat(sys.argv[2]) if len(sys.argv) > 2 else date(2012, 8, 28)
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]), per)
    else:
        with tempfile.TemporaryDirectory() as sementara:
            write_rekaan(Path(sementara))
            main(Path(sementara), per)
