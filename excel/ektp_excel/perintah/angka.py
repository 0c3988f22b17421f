"""The main figures of a run as a small table on the terminal; they are counted elsewhere."""

from collections.abc import Iterator
from pathlib import Path

from ektp_core.proyeksi import LajuKeTarget
from ektp_core.rekonsiliasi import Hasil
from ektp_core.tulisan import show_count
from ektp_excel.buku.laporan import LaporanBaca
from ektp_excel.buku.tulisan import show_date
from ektp_excel.perintah.layar import one_line, say, show_table


def show_figures(
    hasil: Hasil,
    laporan: LaporanBaca,
    keluaran: Path,
    json: Path | None = None,
    laju: LajuKeTarget | None = None,
) -> None:
    """Say what must be seen first, the figures, and where the result is."""
    say(f"Rekonsiliasi per {show_date(hasil.on)} dari {one_line(laporan.nama)}")
    # In the order of RINGKASAN: a column read wrongly spoils all that follows.
    for pesan in dict.fromkeys((*laporan.pesan, *hasil.pesan, *laporan.tidak_ada)):
        say(f"  ! {one_line(pesan)}")
    say()
    show_table(_invitations(hasil))
    say()
    show_table(_people(hasil))
    say()
    if laju is not None:
        show_table(_pace(laju))
        say()
    show_table(_open_questions(hasil))
    say()
    say(f"Hasil: {keluaran}")
    if json:
        say(f"JSON:  {json}")


def _invitations(hasil: Hasil) -> Iterator[tuple[str, str, str]]:
    yield "Undangan dibaca", show_count(sum(hasil.kategori.values())), ""
    for kategori, jumlah in hasil.kategori.items():
        yield f"  {kategori.value}", show_count(jumlah), ""
    yield "NIK atau orangnya diperbaiki", show_count(hasil.diperbaiki), ""


def _people(hasil: Hasil) -> Iterator[tuple[str, str, str]]:
    w, c = hasil.wajib, hasil.cakupan
    pagu = "tidak diberikan" if w.pagu is None else show_count(w.pagu)
    yield "Wajib: pagu", pagu, "" if c.pagu is None else f"cakupan {c.pagu}"
    yield "Wajib: daftar", show_count(w.daftar), f"cakupan {c.daftar}"
    yield "Wajib: neto", show_count(w.neto), f"cakupan {c.neto} (batas {c.bawah} sampai {c.atas})"
    yield "Terekam", show_count(hasil.terekam), ""
    yield "Belum terekam", show_count(hasil.belum_terekam), ""
    yield "  tercecer, tidak pernah diundang", show_count(len(hasil.tercecer)), ""
    yield "Belum diketahui wajib tidaknya", show_count(w.belum_diketahui), ""


def _pace(laju: LajuKeTarget) -> Iterator[tuple[str, str, str]]:
    yield (
        "Hari kerja sampai target",
        show_count(laju.hari_kerja),
        f"sampai {show_date(laju.target)}, {laju.hari_per_minggu} hari seminggu",
    )
    perlu = "tidak ada hari" if laju.laju is None else show_count(laju.laju)
    yield "Laju yang perlu", perlu, "orang sehari"


def _open_questions(hasil: Hasil) -> Iterator[tuple[str, str, str]]:
    galat = hasil.galat_per_lembar
    di = ", ".join(f"{lembar} {show_count(n)}" for lembar, n in galat.items() if n)
    yield "Perlu dilihat", show_count(len(hasil.perlu_dilihat)), ""
    yield "Dugaan dobel", show_count(len(hasil.dugaan)), ""
    yield "Baris galat", show_count(sum(galat.values())), di
