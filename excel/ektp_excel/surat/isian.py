"""What the letters say that no workbook knows: names of the office, numbers of letters, who signs; from a small text file.

One `nama = isi` a line, as Notepad saves it. What is left blank becomes a dotted line to write on.
"""

import configparser
from datetime import date
from pathlib import Path

from attrs import field, fields, frozen

from ektp_core.galat import EktpError
from ektp_core.tanggal import read_date
from ektp_excel.buku.utuh import explain

BERKAS = "isian.txt"
_BAGIAN = "isian"
_TERBESAR = 100_000


def _date(teks: date | str | None) -> date | None:
    return read_date(teks) if isinstance(teks, str) else teks


@frozen
class Isian:
    """The office's own words, each a text ("" = unknown); `tanggal_surat` is None when it is to be written by hand.

    >>> Isian(kecamatan="Jaten").kepala_desa
    'Kepala Desa'
    """

    kabupaten: str = ""
    kecamatan: str = ""
    alamat_kantor: str = ""
    tempat: str = ""
    tanggal_surat: date | None = field(default=None, converter=_date)
    sifat: str = "Segera"
    nomor_edaran: str = ""
    nomor_pengantar: str = ""
    nomor_berita_acara: str = ""
    nomor_panggilan: str = ""
    camat: str = ""
    pangkat_camat: str = ""
    nip_camat: str = ""
    kepala_desa: str = "Kepala Desa"
    dinas: str = "Dinas Kependudukan dan Pencatatan Sipil"
    tempat_dinas: str = ""
    penerima: str = ""
    jabatan_penerima: str = ""
    nip_penerima: str = ""
    tempat_rekam: str = ""
    zona: str = "WIB"
    tembusan_edaran: str = ""
    tembusan_pengantar: str = ""


def read_isian(berkas: Path) -> Isian:
    """The office's words from its file; `EktpError` names what in it cannot be used."""
    urai = configparser.ConfigParser(delimiters=("=",), interpolation=None, strict=True)
    try:
        urai.read_string(f"[{_BAGIAN}]\n{_decode(berkas)}")
    except configparser.DuplicateOptionError as e:
        raise EktpError(f"{berkas.name}: isian {e.option!r} ditulis dua kali") from e
    except configparser.Error as e:
        raise EktpError(f"{berkas.name}: tulis satu 'nama = isi' sebaris{_line(e)}") from e
    if asing := [bagian for bagian in urai.sections() if bagian != _BAGIAN]:
        raise EktpError(f"{berkas.name}: baris [{asing[0]}] tidak dikenal; tulis satu 'nama = isi' sebaris")
    isi = {nama: " ".join(teks.split()) for nama, teks in urai[_BAGIAN].items()}
    dikenal = [a.name for a in fields(Isian)]
    if lain := sorted(set(isi) - set(dikenal)):
        raise EktpError(f"{berkas.name}: isian {lain[0]!r} tidak dikenal; yang ada: {', '.join(dikenal)}")
    try:
        return Isian(**{nama: teks for nama, teks in isi.items() if teks})
    except EktpError as e:
        raise EktpError(f"{berkas.name}: tanggal_surat {isi['tanggal_surat']!r}: {e}") from e


def _decode(berkas: Path) -> str:
    """The text as Notepad saves it: UTF-8 with or without its mark, "Unicode", or the old ANSI."""
    try:
        with open(berkas, "rb") as f:
            isi = f.read(_TERBESAR + 1)
    except OSError as e:
        raise EktpError(f"{berkas} tidak dapat dibaca: {explain(e)}") from e
    if len(isi) > _TERBESAR:
        raise EktpError(f"{berkas.name} terlalu besar untuk berkas isian")
    sandi = "utf-16" if isi.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        return isi.decode(sandi)
    except UnicodeDecodeError:
        return isi.decode("cp1252", errors="replace")


def _line(e: configparser.Error) -> str:
    # The section's own line stands before the file's first.
    nomor = e.errors[0][0] - 1 if isinstance(e, configparser.ParsingError) and e.errors else 0
    return f" (baris {nomor})" if nomor > 0 else ""
