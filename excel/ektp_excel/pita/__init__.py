"""What the buttons of the ribbon tab do with the workbook that is open: copy it, run the command `ektp`, open the result.

The open workbook is never changed, and nothing is left on the disk: the result is a new workbook that nobody has saved
yet. The buttons call these functions through xlwings' RunPython; a caller may also hand its own workbook over.
"""

from collections.abc import Callable
from pathlib import Path
from tempfile import mkdtemp

from ektp_core.galat import EktpError
from ektp_excel.pita.bantuan import write_bantuan
from ektp_excel.pita.jalan import remove_folder, run_ektp
from ektp_excel.pita.laporan import write_laporan
from ektp_excel.pita.salinan import BukuTerbuka, open_as_new, save_copy

__all__ = ["bantuan", "penyisiran", "periksa", "rekonsiliasi"]

_JUDUL = "e-KTP"


def rekonsiliasi(per: str, pagu: str = "", buku: BukuTerbuka | None = None) -> None:
    """Reconcile the open workbook as `ektp rekon` does; the result opens as a new workbook."""
    _press(buku, lambda buku, folder: _reconcile(buku, folder, per, pagu, None))


def penyisiran(per: str, pagu: str = "", buku: BukuTerbuka | None = None) -> None:
    """The same, and the new workbook opens at the list of who has not been recorded."""
    _press(buku, lambda buku, folder: _reconcile(buku, folder, per, pagu, "PENYISIRAN"))


def periksa(buku: BukuTerbuka | None = None) -> None:
    """Report on the open workbook as `ektp periksa` does; the report opens as a new workbook."""
    _press(buku, _check)


def bantuan(buku: BukuTerbuka | None = None) -> None:
    """Open the instructions and the list of functions as a new workbook."""
    _press(buku, _help)


def _reconcile(buku: BukuTerbuka, folder: Path, per: str, pagu: str, lembar: str | None) -> None:
    salinan = save_copy(buku, folder)
    hasil = folder / f"hasil_{salinan.stem}.xlsx"
    run_ektp("rekon", str(salinan), "--per", per, *(("--pagu", pagu) if pagu else ()), "-o", str(hasil))
    open_as_new(buku, hasil, lembar)


def _check(buku: BukuTerbuka, folder: Path) -> None:
    salinan = save_copy(buku, folder)
    laporan = folder / f"periksa_{salinan.stem}.xlsx"
    write_laporan(laporan, run_ektp("periksa", str(salinan)))
    open_as_new(buku, laporan)


def _help(buku: BukuTerbuka, folder: Path) -> None:
    berkas = folder / "bantuan_ektp.xlsx"
    write_bantuan(berkas)
    open_as_new(buku, berkas)


def _press(buku: BukuTerbuka | None, kerja: Callable[[BukuTerbuka, Path], None]) -> None:
    """Do the work in a folder that is deleted afterwards; what went wrong is shown in one sentence."""
    buku = buku or _calling_book()
    folder = Path(mkdtemp(prefix="ektp-"))
    try:
        kerja(buku, folder)
    except EktpError as e:
        buku.app.alert(str(e), _JUDUL, mode="critical")
    finally:
        if not remove_folder(folder):
            buku.app.alert(f"Salinan sementara belum terhapus, hapus sendiri: {folder}", _JUDUL, mode="critical")


def _calling_book() -> BukuTerbuka:
    # Only Excel for Windows has xlwings; the rest of this package must do without.
    from xlwings import Book

    buku: BukuTerbuka = Book.caller()
    return buku
