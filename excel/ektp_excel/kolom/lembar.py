"""Which sheet of a workbook is which sheet of the contract, by its name."""

import re
import unicodedata
from collections.abc import Sequence

from ektp_core.galat import EktpError
from ektp_excel.kolom.ejaan import LEMBAR, Lembar, header_key, show_written

_BUKAN_KATA = re.compile(r"[\W_]+")
# Words that say nothing of what a sheet holds; numbers are years and copies.
_HIASAN = frozenset(
    "DATA DAFTAR LEMBAR SHEET TABEL LIST REGISTER BUKU MASTER KEC KECAMATAN E KTP EKTP KTPEL TAHUN TH".split()
)
_TAK_COCOK = 9


def match_sheets(nama: Sequence[str]) -> dict[str, int]:
    """Canonical sheet -> position of the sheet that holds it.

    The exact name wins over another case or spacing, that over a synonym, that over a name with further words. Raises
    `EktpError` when a required sheet is missing, or when two sheets fit one equally well.

    >>> match_sheets(["Data Penduduk", "undangan", "Rekam", "Mutasi Pindah", "KEMATIAN", "Grafik"])
    {'PENDUDUK': 0, 'UNDANGAN': 1, 'PEREKAMAN': 2, 'PINDAH': 3, 'MENINGGAL': 4}
    """
    hasil: dict[str, int] = {}
    hilang: list[Lembar] = []
    for lembar in LEMBAR.values():
        nilai = [_distance(lembar, satu) for satu in nama]
        terbaik = min(nilai, default=_TAK_COCOK)
        if terbaik == _TAK_COCOK:
            if not lembar.tanpa:
                hilang.append(lembar)
            continue
        cocok = [i for i, jarak in enumerate(nilai) if jarak == terbaik]
        if len(cocok) > 1:
            dua = " dan ".join(_show(nama[i]) for i in cocok)
            raise EktpError(f"lembar {dua} sama-sama terbaca sebagai {lembar.nama}; ubah nama yang tidak dipakai")
        hasil[lembar.nama] = cocok[0]
    if hilang:
        raise EktpError(_missing(hilang, nama))
    return hasil


def _distance(lembar: Lembar, nama: str) -> int:
    if nama == lembar.nama:
        return 0
    kunci = header_key(nama)
    if kunci == lembar.nama:
        return 1
    if kunci in lembar.sinonim:
        return 2
    kata = _BUKAN_KATA.split(unicodedata.normalize("NFKC", nama).upper())
    inti = "".join(k for k in kata if k not in _HIASAN and not k.isdigit())
    return 3 if inti == lembar.nama or inti in lembar.sinonim else _TAK_COCOK


def _missing(hilang: Sequence[Lembar], nama: Sequence[str]) -> str:
    ada = ", ".join(_show(satu) for satu in nama[:12]) or "tidak satu pun"
    if len(nama) > 12:
        ada += f", dan {len(nama) - 12} lainnya"
    return f"lembar {', '.join(lembar.nama for lembar in hilang)} tidak ditemukan; lembar yang ada: {ada}"


def _show(nama: str) -> str:
    return f"'{show_written(nama)}'"
