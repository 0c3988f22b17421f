"""Who must hold an e-KTP at a date, whose invitation is whose, and how many are recorded: the pure library.

No file, no clock, no print, no spreadsheet type: the reference date is always an argument, and the same input gives the
same answer. The names in `__all__` are the stable interface.
"""

from ektp_core.alamat import Lingkungan
from ektp_core.aturan import Aturan, Sumber
from ektp_core.cakupan import Cakupan, Rasio, distribute_percent, recorded_range
from ektp_core.catatan import Catatan, read_catatan
from ektp_core.dugaan import DugaanDobel
from ektp_core.galat import EktpError, Galat, NikGalat, TanggalGalat
from ektp_core.kategori import Kategori
from ektp_core.kembalian import Kembalian, Tanda, read_kembalian
from ektp_core.keputusan import Alasan, Bukti, Keputusan, KeputusanUndangan
from ektp_core.masukan import (
    read_meninggal,
    read_penduduk,
    read_perekaman,
    read_pindah,
    read_undangan,
    read_wilayah,
)
from ektp_core.mutasi import Arah, Meninggal, Mutasi, Pindah
from ektp_core.nama import normalize_nama
from ektp_core.nik import Nik, clean_nik, is_calendar_true, mask_nik, parse_nik
from ektp_core.penduduk import Kewarganegaraan, Penduduk, StatusKawin
from ektp_core.penyisiran import BarisPenyisiran, KelompokUmur, sweep
from ektp_core.perekaman import Perekaman
from ektp_core.rekonsiliasi import Hasil, reconcile
from ektp_core.tanggal import age, read_date
from ektp_core.undangan import Undangan
from ektp_core.wajib import decide_wajib, is_wajib, wajib_since

__all__ = [
    "Alasan",
    "Arah",
    "Aturan",
    "BarisPenyisiran",
    "Bukti",
    "Cakupan",
    "Catatan",
    "DugaanDobel",
    "EktpError",
    "Galat",
    "Hasil",
    "Kategori",
    "KelompokUmur",
    "Kembalian",
    "Keputusan",
    "KeputusanUndangan",
    "Kewarganegaraan",
    "Lingkungan",
    "Meninggal",
    "Mutasi",
    "Nik",
    "NikGalat",
    "Penduduk",
    "Perekaman",
    "Pindah",
    "Rasio",
    "StatusKawin",
    "Sumber",
    "Tanda",
    "TanggalGalat",
    "Undangan",
    "age",
    "clean_nik",
    "decide_wajib",
    "distribute_percent",
    "is_calendar_true",
    "is_wajib",
    "mask_nik",
    "normalize_nama",
    "parse_nik",
    "read_catatan",
    "read_date",
    "read_kembalian",
    "read_meninggal",
    "read_penduduk",
    "read_perekaman",
    "read_pindah",
    "read_undangan",
    "read_wilayah",
    "reconcile",
    "recorded_range",
    "sweep",
    "wajib_since",
]
