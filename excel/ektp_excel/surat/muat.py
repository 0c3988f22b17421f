"""Where the templates come from: those in the package, or the office's own edited copies in a folder."""

from importlib.resources import files
from pathlib import Path

from ektp_core.galat import EktpError
from ektp_excel.buku.utuh import explain, write_whole
from ektp_excel.surat.isian import BERKAS, Isian, read_isian

EDARAN = "edaran.docx"
PENGANTAR = "surat_pengantar.docx"
BERITA_ACARA = "berita_acara.docx"
PANGGILAN = "surat_panggilan.docx"
SESI = "jadwal_sesi.docx"
SEMUA = (EDARAN, PENGANTAR, BERITA_ACARA, PANGGILAN, SESI)

_TERBESAR = 20_000_000


class Templat:
    """The templates and the office's words: from the package, and from `folder` whatever stands there instead.

    Raises `EktpError` when the folder is none, holds nothing of the kind, or holds what cannot be read.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._folder = folder
        self.isian = Isian()
        if folder is None:
            return
        if not folder.is_dir():
            raise EktpError(f"map templat {folder} tidak ada; buat dengan: ektp surat --salin-templat {folder}")
        if not any((folder / nama).is_file() for nama in (*SEMUA, BERKAS)):
            raise EktpError(f"map templat {folder} tidak berisi {BERKAS} atau satu pun dari {', '.join(SEMUA)}")
        if (folder / BERKAS).is_file():
            self.isian = read_isian(folder / BERKAS)

    def read(self, nama: str) -> bytes:
        """The template of this name."""
        milik = None if self._folder is None else self._folder / nama
        if milik is None or not milik.is_file():
            return _packaged(nama)
        try:
            if milik.stat().st_size > _TERBESAR:
                raise EktpError(f"templat {milik} terlalu besar")
            return milik.read_bytes()
        except OSError as e:
            raise EktpError(f"templat {milik} tidak dapat dibaca: {explain(e)}; tutup dahulu di Word") from e


def copy_templates(folder: Path) -> list[Path]:
    """Put the package's templates and the file of the office's words into a folder; what stands there is never replaced."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as e:
        raise EktpError(f"map {folder} tidak dapat dibuat: {explain(e)}") from e
    tujuan = [folder / nama for nama in (*SEMUA, BERKAS)]
    if ada := [satu.name for satu in tujuan if satu.exists()]:
        raise EktpError(f"{folder} sudah berisi {', '.join(ada)}, yang mungkin sudah diubah; pilih map lain")
    for satu in tujuan:
        with write_whole(satu) as berkas:
            berkas.write(_packaged(satu.name))
    return tujuan


def _packaged(nama: str) -> bytes:
    return files("ektp_excel.surat").joinpath("templat", nama).read_bytes()
