"""`ektp contoh`: make the example workbook of Kecamatan Jaten and reconcile it."""

from ektp_core.galat import EktpError
from ektp_core.tulisan import show_count
from ektp_excel.buku.utuh import explain
from ektp_excel.contoh import make_buku
from ektp_excel.perintah.argumen import Panggilan
from ektp_excel.perintah.layar import Kemajuan, say
from ektp_excel.perintah.rekon import run

BUKU, HASIL = "buku_jaten.xlsx", "hasil_jaten.xlsx"


def contoh(panggilan: Panggilan) -> int:
    """Run the subcommand; gives the exit code."""
    folder = panggilan.keluaran
    assert folder is not None
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as e:
        raise EktpError(f"map {folder} tidak dapat dibuat: {explain(e)}") from e
    kemajuan = Kemajuan()
    kemajuan.say(f"Membuat {BUKU} …")
    try:
        benar = make_buku(folder / BUKU)
    finally:
        kemajuan.clear()
    say(f"Contoh: {folder / BUKU} ({show_count(benar.neto)} wajib, semuanya rekaan)")
    return run(folder / BUKU, benar.per_tanggal, benar.pagu, folder / HASIL)
