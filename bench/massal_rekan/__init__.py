"""The same reconciliation, written by hand for one engine each: what `bench/massal.py` compares with.

They answer the same sixteen columns for data without damaged NIKs and without one person under two NIKs, which is what
`examples/massal_rekaan.py --bersih` writes; of that dirt they know nothing, and of the spellings in it only these.
"""

from __future__ import annotations

from datetime import date

from ektp_core import read_catatan
from ektp_core.perekaman import Perekaman
from ektp_core.tanggal import latest_birth

ON = date(2012, 8, 28)
BATAS = latest_birth(ON)
PER = "28-08-2012"
KOLOM = (
    "BARIS NO_UNDANGAN NIK NIK_DIPAKAI NAMA DESA KATEGORI ATURAN BUKTI RUJUKAN PASTI TEREKAM RT RW KETERANGAN NAMA_TERDAFTAR"
).split()
ATURAN = {
    "DOBEL": "UNDANGAN-01, DOBEL-04, DOBEL-01",
    "MENINGGAL": "UNDANGAN-02, WAJIB-06",
    "MENINGGAL?": "UNDANGAN-02, CATATAN-01, UNDANGAN-08",
    "PINDAH": "UNDANGAN-03, WAJIB-07",
    "PINDAH?": "UNDANGAN-03, CATATAN-01, UNDANGAN-08",
    "TIDAK_TERDAFTAR": "UNDANGAN-04",
    "BELUM_DATANG": "UNDANGAN-05, WAJIB-07",
    "BUKAN_WAJIB": "UNDANGAN-05, WAJIB-05",
    "ALAMAT?": "UNDANGAN-06, CATATAN-01, UNDANGAN-08",
    "ALAMAT": "UNDANGAN-06, UNDANGAN-08",
    "SAH": "UNDANGAN-07",
}
"""The rules by the way in which a decision came about; a question mark is a note of the desa."""
KATEGORI = {
    **{cara: cara.rstrip("?") for cara in ATURAN},
    "ALAMAT": "ALAMAT_TIDAK_DIKETAHUI",
    "ALAMAT?": "ALAMAT_TIDAK_DIKETAHUI",
    "BELUM_DATANG": "BUKAN_WAJIB",
}


def decide_note(teks: str) -> str:
    """What a note decides: M, P, A, or nothing."""
    putusan = read_catatan(teks).putusan
    return putusan.value[0] if putusan else ""


def rank_status(kata: str) -> int:
    """Twice the place in the chain, and one more when it counts as recorded."""
    rekam = Perekaman("3313110101800001", ON, kata)
    return 2 * rekam.peringkat + rekam.berhasil
