"""The command `ektp`: one call in, an exit code out; every failure is one line on stderr.

Each subcommand stands in its own module and is imported only when it is called, so that `--help` needs no extra package.
"""

import os
import sys
from collections.abc import Mapping, Sequence
from importlib.util import find_spec

from ektp_core.galat import EktpError
from ektp_excel.perintah.argumen import parse
from ektp_excel.perintah.layar import use_any_encoding, warn

SELESAI, TIDAK_DAPAT_DIPAKAI, DIBATALKAN = 0, 2, 130
_PAKET = {"python_calamine": "python-calamine", "xlsxwriter": "XlsxWriter", "holidays": "holidays"}
_PAKET_SURAT = {"docxtpl": "docxtpl", "num2words": "num2words"}


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command; gives 0 (done), 2 (the call or the workbook cannot be used), 3 (the books do not balance).

    `argv` are the words after `ektp`, by default those of the process.
    """
    use_any_encoding()
    try:
        return _run(sys.argv[1:] if argv is None else argv)
    except EktpError as e:
        warn(str(e))
    except KeyboardInterrupt:
        warn("dibatalkan; tidak ada hasil yang ditulis")
        return DIBATALKAN
    except BrokenPipeError:
        # Whoever read our output has closed it, as `| head` does. Python must not try to flush it once more.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return SELESAI
    except MemoryError:
        warn("memori komputer tidak cukup untuk buku kerja ini")
    except OSError as e:
        from ektp_excel.buku.utuh import explain

        warn(f"{e.filename or 'berkas'}: {explain(e)}")
    except Exception as e:
        if os.environ.get("EKTP_JEJAK"):
            raise
        # Nothing of the exception's text: it may quote a cell.
        warn(
            f"kesalahan di dalam program ({_place(e)}), bukan pada data; laporkan. EKTP_JEJAK=1 menampilkan rinciannya"
        )
    return TIDAK_DAPAT_DIPAKAI


def _run(argv: Sequence[str]) -> int:
    panggilan = parse(argv)
    if panggilan is None:
        return SELESAI
    if panggilan.perintah == "uji-angka":
        from ektp_excel.perintah.uji_angka import uji_angka

        return uji_angka(panggilan)
    _require(_PAKET, "excel")
    match panggilan.perintah:
        case "rekon":
            from ektp_excel.perintah.rekon import rekon

            return rekon(panggilan)
        case "periksa":
            from ektp_excel.perintah.periksa import periksa

            return periksa(panggilan)
        case "contoh":
            from ektp_excel.perintah.contoh import contoh

            return contoh(panggilan)
        case "sisir":
            from ektp_excel.perintah.sisir import sisir

            return sisir(panggilan)
        case "proyeksi":
            from ektp_excel.perintah.proyeksi import proyeksi

            return proyeksi(panggilan)
        case "samarkan":
            from ektp_excel.perintah.samarkan import samarkan

            return samarkan(panggilan)
        case "surat":
            _require(_PAKET_SURAT, "excel,surat")
            from ektp_excel.perintah.surat import surat

            return surat(panggilan)
        case "jadwal":
            from ektp_excel.perintah.jadwal import jadwal

            return jadwal(panggilan)
        case _:
            from ektp_excel.perintah.pemasangan import pemasangan

            return pemasangan(panggilan)


def _require(paket: Mapping[str, str], tambahan: str) -> None:
    if hilang := [nama for modul, nama in paket.items() if find_spec(modul) is None]:
        raise EktpError(f'paket {", ".join(hilang)} belum terpasang; jalankan: pip install "ektp-core[{tambahan}]"')


def _place(e: BaseException) -> str:
    jejak = e.__traceback__
    while jejak and jejak.tb_next:
        jejak = jejak.tb_next
    if jejak is None:
        return type(e).__name__
    return f"{type(e).__name__} di {os.path.basename(jejak.tb_frame.f_code.co_filename)}:{jejak.tb_lineno}"
