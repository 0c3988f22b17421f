"""How many of each kind the example has: written for 55.865 wajib, scaled for a smaller one, none left out."""

from attrs import frozen

WAJIB = 55_865

TAKARAN: dict[str, int] = {
    # who stands where at the reference date
    "kawin_muda": 45, "kawin_muda_nanti": 3, "tepat_17": 7, "besok_17": 9, "wna_sah": 34, "wna_tepat_habis": 3,
    "wna_tanpa_itap": 28, "datang_nanti": 10, "belum_diketahui": 5, "lahir_rusak_kawin": 4,
    "mati": 326, "mati_tanpa_tanggal": 4, "mati_dihapus": 45, "mati_nanti": 5, "mati_dan_pindah": 3,
    "keluar": 612, "keluar_tanpa_tanggal": 4, "keluar_dihapus": 38, "keluar_nanti": 28, "kembali": 60,
    "kembali_nanti": 3, "kembali_sehari": 2, "keluar_lagi": 3, "datang": 240,
    # notes of the desa
    "catatan_mati": 104, "catatan_mati_terekam": 11, "catatan_pindah": 164, "catatan_pindah_terekam": 21,
    "catatan_mati_dan_pindah": 3, "catatan_dobel_dan_pindah": 3, "catatan_mati_lalu_pindah": 2,
    "catatan_bisu_pindah": 6, "catatan_bisu_keluar_nanti": 5, "catatan_bisu_mati_nanti": 2, "catatan_ambigu": 70,
    "catatan_dobel_saja": 12, "catatan_alamat": 232, "catatan_alamat_terekam": 34, "alamat_asing": 108,
    "alamat_asing_terekam": 42,
    # papers
    "dobel_susulan": 395, "dobel_sama": 50, "dobel_tiga": 12, "dobel_rusak_dulu": 9, "dobel_kosong": 10,
    "dobel_nik_salah": 6, "dobel_catatan": 6, "dobel_mati": 10, "dobel_keluar": 6, "dobel_dua_rusak": 2,
    "tidak_terdaftar": 38, "tidak_terdaftar_terekam": 6, "tidak_terdaftar_catatan": 4, "nik_salah_kurang": 8,
    "numerik": 36, "numerik_tanpa_lahir": 5, "numerik_kembar": 3, "kosong": 26, "eksponen": 11, "nik_salah": 14,
    "galat_kosong": 8, "galat_eksponen": 5, "galat_numerik": 3, "galat_rusak": 3, "galat_senama": 2,
    "muda_diundang": 28, "tercecer": 425, "datang_sendiri": 510,
    # rows of PENDUDUK
    "baris_ganda": 66, "baris_ganda_dua_surat": 16, "dua_nik": 64, "dua_nik_dua_surat": 40, "dugaan": 24,
    "numerik_penduduk": 24, "numerik_penduduk_tanpa_surat": 4, "numerik_penduduk_tercecer": 3, "numerik_dua_duanya": 3,
    "mustahil": 4, "nik_beda_lahir": 24, "nik_beda_kelamin": 6, "mustahil_kembar": 2, "penduduk_tanpa_nik": 14,
    # recordings
    "rekam_sesudah": 560, "rekam_gagal": 52, "rekam_undo": 8, "rekam_unregistered": 10, "rekam_gagal_lalu": 84,
    "rekam_sehari": 7, "rekam_ganda": 620, "rekam_duplikat": 15, "rekam_adjudikasi": 7, "rekam_kata_asing": 4,
    "rekam_numerik": 26, "rekam_galat_numerik": 4, "rekam_tanpa_tanggal": 5, "rekam_tanpa_nik": 3, "rekam_tamu": 130,
    "rekam_pemula": 320, "rekam_mati": 24, "rekam_sesudah_mati": 3, "rekam_keluar": 60, "rekam_sesudah_keluar": 6,
    "rekam_nik_salah": 3, "mati_numerik": 5, "mati_galat": 3, "pindah_galat": 4,
}  # fmt: skip


@frozen
class Takaran:
    """The counts for a book of so many wajib: in proportion, at least one of each kind."""

    wajib: int

    def __getitem__(self, jenis: str) -> int:
        return max(1, round(TAKARAN[jenis] * self.wajib / WAJIB))

    @property
    def terekam(self) -> int:
        """The recorded: one more than the least number that is 92,10% when cut off, so that it also rounds to it."""
        return -(-self.wajib * 921 // 1000) + 1
