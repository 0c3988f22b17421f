"""`ektp periksa`: read a workbook and say what was recognised and what could not be used. It writes nothing."""

from itertools import groupby

from ektp_core.galat import Galat
from ektp_core.nik import mask_text
from ektp_core.pemulung import without_collector
from ektp_core.tulisan import show_count
from ektp_excel.buku.baca import IsiBuku, read_buku
from ektp_excel.perintah.argumen import Panggilan
from ektp_excel.perintah.layar import Kemajuan, one_line, say

CONTOH_GALAT = 5
"""So many refused rows of a sheet are shown."""


def periksa(panggilan: Panggilan) -> int:
    """Run the subcommand; gives the exit code."""
    kemajuan = Kemajuan()
    try:
        with without_collector():
            isi = read_buku(
                panggilan.buku, on=panggilan.per, progress=lambda lembar: kemajuan.say(f"Membaca {lembar} …")
            )
    finally:
        kemajuan.clear()
    _show(isi)
    if panggilan.per is None:
        say("Tanpa --per, tanggal dengan tahun dua angka tidak dapat dibaca.")
    return 0


def _show(isi: IsiBuku) -> None:
    laporan = isi.laporan
    say(f"{one_line(laporan.nama)}  (SHA-256 {laporan.sha256})")
    for pesan in laporan.pesan:
        say(f"  ! {one_line(pesan)}")
    galat: dict[str, list[Galat]] = {lembar: [] for lembar in isi.dibaca}
    for satu in isi.galat:
        galat[satu.lembar].append(satu)
    for (lembar, tertulis), cocok in groupby(laporan.cocok, key=lambda j: (j.lembar, j.lembar_tertulis)):
        say()
        jumlah = f"{show_count(isi.dibaca[lembar])} baris dibaca, {show_count(len(galat[lembar]))} galat"
        say(f"{lembar}: lembar '{one_line(tertulis)}', {jumlah}")
        for judul in cocok:
            say(f"  {judul.kolom:<16} {judul.sel:<6} {one_line(judul.judul)}")
        for satu in galat[lembar][:CONTOH_GALAT]:
            say(f"  galat {mask_text(one_line(_place(satu)))}")
        if len(galat[lembar]) > CONTOH_GALAT:
            say(f"  … dan {show_count(len(galat[lembar]) - CONTOH_GALAT)} galat lainnya")
    if laporan.tidak_ada:
        say()
    for kalimat in laporan.tidak_ada:
        say(kalimat)


def _place(galat: Galat) -> str:
    return f"baris {galat.baris}, {galat.kolom} {galat.nilai!r}: seharusnya {galat.harusnya}"
