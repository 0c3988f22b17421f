"""A workbook read and reconciled, with the sweep lists that came back: what several subcommands begin with."""

from datetime import date
from pathlib import Path

from attrs import evolve

from ektp_core.aturan import check_reference_date
from ektp_core.rekonsiliasi import Hasil, Neraca
from ektp_core.tulisan import show_count
from ektp_excel.buku.baca import read_buku
from ektp_excel.buku.cocok import reconcile_isi
from ektp_excel.buku.kembali import IsiKembali, read_kembali
from ektp_excel.buku.laporan import LaporanBaca
from ektp_excel.perintah.dugaan import load_statistics
from ektp_excel.perintah.layar import Kemajuan


def match_buku(
    buku: Path,
    per: date,
    kemajuan: Kemajuan,
    *,
    pagu: int | None = None,
    kembali: Path | None = None,
    statistik: bool = False,
) -> tuple[Hasil, LaporanBaca]:
    """Read the workbook, and the returned sweep lists in the folder `kembali`, and reconcile them at the date.

    `statistik` adds the doubles that probability finds (extra `massal`). The books of the answer may not balance: see
    `unbalanced`. Raises `EktpError` for a date before the law, and for a workbook or a folder that cannot be used.
    """
    check_reference_date(per)
    tambah = load_statistics() if statistik else None
    kemajuan.say(f"Membuka {buku.name} …")
    daftar = IsiKembali()
    if kembali is not None:
        kemajuan.say(f"Membaca lembar sisir di {kembali.name} …")
        daftar = read_kembali(kembali, on=per)
    isi = read_buku(buku, on=per, progress=lambda lembar: kemajuan.say(f"Membaca {lembar} …"))
    kemajuan.say("Mencocokkan …")
    hasil = reconcile_isi(isi, on=per, pagu=pagu, kembali=daftar)
    if tambah is not None:
        kemajuan.say("Mencari dugaan dobel …")
        hasil = tambah(hasil, isi.penduduk)
    return hasil, evolve(isi.laporan, pesan=(*daftar.pesan, *isi.laporan.pesan))


def unbalanced(hasil: Hasil) -> str:
    """The identities that do not hold, in one line; empty when the books balance."""
    return "; ".join(map(_show, (n for n in hasil.neraca if not n.seimbang)))


def _show(neraca: Neraca) -> str:
    return f"{neraca.nama}: {show_count(neraca.kiri)} ≠ {show_count(neraca.kanan)}"
