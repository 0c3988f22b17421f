"""`ektp pasang`, `copot` and `paket-luring`: put the functions where spreadsheets look, and say plainly what was done."""

from ektp_excel.pasang.komputer_ini import install_here, remove_here
from ektp_excel.pasang.paket_luring import make_package
from ektp_excel.perintah.argumen import Panggilan
from ektp_excel.perintah.layar import Kemajuan, one_line, say


def pemasangan(panggilan: Panggilan) -> int:
    """Run the subcommand; gives the exit code."""
    match panggilan.perintah:
        case "pasang":
            baris = install_here(panggilan.xlam)
        case "copot":
            baris = remove_here()
        case _:
            kemajuan = Kemajuan()
            assert panggilan.keluaran is not None
            try:
                baris = make_package(panggilan.keluaran, panggilan.python, kabar=kemajuan.say)
            finally:
                kemajuan.clear()
    for satu in baris:
        say(one_line(satu))
    return 0
