"""`ektp samarkan`: a copy of a workbook that may leave the office, with the same figures and nobody's data."""

from ektp_core.pemulung import without_collector
from ektp_core.tulisan import show_count
from ektp_excel.buku.tulisan import show_date
from ektp_excel.perintah.argumen import Panggilan
from ektp_excel.perintah.layar import Kemajuan, one_line, say
from ektp_excel.perintah.rekon import check_outputs
from ektp_excel.samarkan import disguise


def samarkan(panggilan: Panggilan) -> int:
    """Run the subcommand; gives the exit code."""
    assert panggilan.per is not None
    assert panggilan.keluaran is not None
    check_outputs(panggilan.buku, panggilan.keluaran, None)
    kemajuan = Kemajuan()
    try:
        kemajuan.say("Menyamarkan …")
        with without_collector():
            salinan = disguise(panggilan.buku, panggilan.keluaran, on=panggilan.per)
    finally:
        kemajuan.clear()
    say(f"Salinan tersamar per {show_date(panggilan.per)} dari {one_line(panggilan.buku.name)}")
    for nama, jumlah in salinan.baris.items():
        say(f"  {nama:<10} {show_count(jumlah):>9} baris")
    say()
    say("NIK, nomor KK, nama, alamat, dan tanggal diganti; nama desa, RT, RW, dan nomor undangan tetap.")
    say("Lembar, kolom, dan isi di atas judul yang tidak dikenal tidak ikut.")
    say("Semua angka rekonsiliasinya sama dengan aslinya: sudah dihitung dari kedua buku.")
    say(f"\nSalinan: {one_line(str(panggilan.keluaran))}")
    return 0
