"""`ektp jadwal`: the schedule of jemput bola to the target, said in one sentence and written as a workbook."""

from collections.abc import Iterator
from datetime import timedelta

from ektp_core.jemput_bola import Jadwal, TingkatTempat, schedule
from ektp_core.pemulung import without_collector
from ektp_core.penyisiran import sweep
from ektp_core.proyeksi import Kantor, check_target
from ektp_core.rekonsiliasi import Hasil
from ektp_core.tulisan import show_count
from ektp_excel.buku.jadwal import answer, write_jadwal
from ektp_excel.buku.tulisan import show_date
from ektp_excel.kalender import closed_in
from ektp_excel.perintah.argumen import Panggilan
from ektp_excel.perintah.cocok import match_buku, unbalanced
from ektp_excel.perintah.layar import Kemajuan, one_line, say, show_table, warn
from ektp_excel.perintah.rekon import check_outputs, default_output

SELESAI, TIDAK_SEIMBANG = 0, 3


def jadwal(panggilan: Panggilan) -> int:
    """Run the subcommand; gives the exit code."""
    assert panggilan.per is not None
    assert panggilan.target is not None
    keluaran = panggilan.keluaran or default_output(panggilan.buku, awalan="jadwal")
    check_outputs(panggilan.buku, keluaran, None, panggilan.kembali)
    check_target(panggilan.target, on=panggilan.per)
    kantor = Kantor(closed_in, hari_per_minggu=panggilan.hari_kerja, tutup=panggilan.tutup_kantor, buka=panggilan.buka)
    kemajuan = Kemajuan()
    try:
        with without_collector():
            hasil, laporan = match_buku(panggilan.buku, panggilan.per, kemajuan, kembali=panggilan.kembali)
            if timpang := unbalanced(hasil):
                kemajuan.clear()
                warn(f"neraca tidak seimbang, tidak ada yang ditulis: {timpang}")
                return TIDAK_SEIMBANG
            kemajuan.say("Menyusun jadwal …")
            rencana = schedule(
                sweep(hasil.belum, on=hasil.on),
                hari=kantor.days(hasil.on + timedelta(days=1), panggilan.target),
                regu=panggilan.tim,
                kapasitas=panggilan.kapasitas,
                tempat=TingkatTempat(panggilan.tempat),
            )
            kemajuan.say(f"Menulis {keluaran.name} …")
            write_jadwal(keluaran, rencana, on=hasil.on, target=panggilan.target)
    finally:
        kemajuan.clear()
    say(f"Jadwal jemput bola per {show_date(hasil.on)} dari {one_line(laporan.nama)}")
    for pesan in dict.fromkeys((*laporan.pesan, *hasil.pesan)):
        say(f"  ! {one_line(pesan)}")
    say()
    say(answer(rencana, panggilan.target))
    say()
    show_table(_figures(rencana, hasil))
    say()
    say(f"Hasil: {keluaran}")
    return SELESAI


def _figures(j: Jadwal, hasil: Hasil) -> Iterator[tuple[str, str, str]]:
    yield "Belum terekam", show_count(hasil.belum_terekam), ""
    yield "  tidak dijadwalkan", show_count(len(j.tidak_dijadwalkan)), "menunggu dokumen atau alamat"
    yield "  terlayani", show_count(j.terlayani), f"{show_count(sum(k.didahulukan for k in j.kunjungan))} didahulukan"
    yield "  tidak terlayani", show_count(len(j.tidak_terlayani)), f"batas: {show_count(j.batas_kekurangan)}"
    yield "Hari kerja sampai target", show_count(len(j.hari)), f"perlu {show_count(j.hari_perlu)}"
    yield "Regu singgah di satu tempat", show_count(j.singgah), f"batas bawah {show_count(j.batas_singgah)}"
    yield "Desa tiap regu, dijumlahkan", show_count(j.desa), f"batas bawah {show_count(j.batas_desa)}"
