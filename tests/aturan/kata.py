"""The words in which offices write, by what they mean: the measure of every list of words in the core.

Taken from lists, notes and forms as they are written, not from the core: a word that the core forgets falls out of a
test that names its rule. A word means the same in capitals, in small letters, and with a full stop behind it.
"""

from __future__ import annotations

# Notes of a desa (CATATAN-01 to -04)

TIDAK = "tidak tdk tidk tdak tak td kurang krg gak ga nggak ngga g tanpa".split()
"""Not, as a desa writes it."""

KERABAT = (
    "istri isteri suami anak ayah bapak bpk bapa ibu janda duda mertua menantu orangtua ortu adik kakak kakek nenek simbah mbah "
    "cucu paman bibi saudara sdr keponakan ponakan besan ipar"
).split()
"""A relative; `nya` may follow."""

CATATAN_JELAS: dict[str, tuple[str, ...]] = {
    "DOBEL": (
        "dobel", "doble", "double", "doubel", "dobl", "dobbel", "dubel", "dbl", "ganda", "rangkap", "duplikat", "2x", "2 x",
        "2kali", "2 kali", "dua kali", "undangan dobel", "NIK ganda", "sudah dapat 2x",
    ),
    "MENINGGAL": (
        "†", "alm", "almh", "almarhum", "almarhumah", "wafat", "meninggal", "meningal", "meninggl", "mninggal", "mnggl", "mgl",
        "mati", "md", "m d", "M.D.", "tutup usia", "berpulang", "meninggal dunia", "sudah meninggal", "menurut istri meninggal",
        *(f"{sumber} {dari}istrinya meninggal" for dari in ("", "dari ")
          for sumber in ("menurut", "kata", "info", "informasi", "keterangan", "ket", "laporan", "lapor")),
        *(f"meninggal {tidak} {ada}" for tidak in ("belum", "blm", "tidak") for ada in (
            "ada akta", "ada akte", "ada surat", "lapor", "melapor", "dilaporkan", "punya akta", "diurus", "ngurus akta",
            "ada dokumen", "tercatat")),
        *(f"meninggal {tidak} ada akta" for tidak in TIDAK),
    ),
    "PINDAH": (
        "pindah", "pndh", "pindh", "pidah", "pinda", "boro", "mboro", "transmigrasi", "transmigran", "pindah rumah",
        "pindah ke Jakarta", "ikut keluarga", "ikut orang tua", *(f"ikut {k}" for k in KERABAT),
        *(f"pindah ikut {k}nya" for k in KERABAT),
    ),
    "ALAMAT_TIDAK_DIKETAHUI": (
        *(f"alamat {tidak} jelas" for tidak in TIDAK),
        *(f"{alamat} tidak {apa}" for alamat in ("alamat", "almt", "almat", "alamatnya", "alamat ini", "alamat tsb", "alamat nya")
          for apa in ("ada", "lengkap", "benar")),
        *(f"alamat tidak {apa}" for apa in (
            "ada", "lengkap", "benar", "sesuai", "valid", "terdaftar", "pasti", "diketahui", "tahu", "dikenal",
            "jelas",             "ketemu", "ktemu", "ketmu", "ketemukan", "ditemukan", "temukan", "dicari")),
        *(f"{alamat} {apa}" for alamat in ("alamat", "almt") for apa in ("palsu", "fiktif", "salah", "keliru", "kosong")),
        "salah alamat", "salah alamat RT 2", "tdk ktmu",
        *(f"tidak {apa}" for apa in (
            "diketahui", "ketahui", "dikenal", "kenal", "kenali", "jelas", "ketemu",
            "temukan", "ditemukan")),
        *(f"{tidak} dikenal" for tidak in TIDAK), "alamat", "almt", "alamat menurut istri",
    ),
}  # fmt: skip
"""Notes that say one thing."""

INGKAR = (*TIDAK, "belum", "blm", "bukan", "batal", "jangan", "masih", "urung", "gajadi")
"""Before or behind `pindah` or `meninggal`, each of these takes it back."""

GOYAH = (
    "merantau rantau mungkin katanya kabarnya kayaknya sepertinya barangkali diduga kira kira-kira entah akan mau rencana hendak "
    "hampir pindahan datang masuk kembali balik pulang ktp kartu atau"
).split()
"""Words that leave it open what is meant."""

_ANTARAN = (
    "direkam perekaman difoto foto rekam datang hadir diterima menerima terima sampai terkirim disampaikan diserahkan dititipkan "
    "dibagikan dibagi diantar diambil ambil titip"
).split()
CATATAN_NETRAL = (
    *"v ok xok oke √ ✓ ada hadir lengkap sah sesuai valid".split(),
    *_ANTARAN,
    *(f"{sudah} {kata}" for sudah in ("sudah", "sdh", "telah") for kata in _ANTARAN[:3]),
    *(f"diterima {kata}" for kata in (
        "e ktp", "ektp", "undangan", "ybs", "sendiri", "langsung", "keluarga", "ke rt", "di rt", "oleh rt", "pak rt",
        "bu rt", "rt",         "rw 2", "kadus", "tetangga")),
)  # fmt: skip
"""Notes about the delivery: they say nothing of the person."""

# Names (NAMA-01)

GELAR_DEPAN = (
    "H HJ HAJI HAJJAH KH K KYAI KIAI DR DRS DRA DRG IR PROF NY NYONYA TN TUAN BPK BAPAK SDR SDRI NN ALM ALMH R RR RM RA RADEN "
    "RNGT APT USTADZ UST"
).split()
"""Before a name."""

GELAR_BELAKANG = (
    "S.Pd. S.Pd.I. S.Pd.SD. S.H. S.E. S.E.I. S.T. S.Ag. S.Sos. S.Si. S.Kom. S.I.P. S.K.M. S.Kep. S.P. S.Pt. S.P.I. S.Hut. S.S. "
    "S.Sn. S.ST. S.STP. S.Psi. S.Farm. S.H.I. S.T.P. S.I.Kom. S.Tr.Keb. S.Tr.Kep. S.Gz. S.Ak. S.A.P. S.A.B. S.Ked. S.K.G. S.K.H. "
    "S.PdK. M.Pd. M.Pd.I. M.Si. M.Sc. M.H. M.Hum. M.Kes. M.Kn. M.M. M.T. M.Ag. M.Kom. M.Sos. M.A.P. M.Ak. M.B.A. M.A. M.E. "
    "M.Psi. M.Farm. M.I.Kom. A.Md. A.Md.Keb. A.Md.Kep. A.Md.Pk. A.Ma.Pd. B.A. B.Sc. B.E. Ph.D. Sp.OG. Sp.A. Sp.PD. Sp.B. Sp.M. "
    "N.S. Ners L.C. C.E.S."
).split()
"""Behind a name."""

BIN = "BIN BINTI BT BTE BINTE".split()
MUHAMMAD = (
    "MUHAMMAD MUHAMAD MOHAMMAD MOHAMAD MOCHAMAD MOCHAMMAD MUCHAMAD MUCHAMMAD MOKHAMAD MOKHAMMAD MUKHAMAD MUKHAMMAD MUHAMMED "
    "MUHAMED MOHAMMED MOHAMED MOH MUH MOCH MUCH MOKH MUKH MOHD MUHD MHD MUHAMAT MUHAMMAT MOHAMAT MUHAMADD"
).split()
AHMAD = "AHMAD ACHMAD AKHMAD AHMED ACHMED AHMAT ACHMAT ACH AKH".split()

# Nothing is known (DOBEL-02)

KOSONG = (
    "TIDAK DIKETAHUI",
    "TDK DIKETAHUI",
    "TIDAK TAHU",
    "TIDAK ADA",
    "TDK ADA",
    "TIDAK JELAS",
    "KOSONG",
    "NN",
    "N/A",
    "NA",
)

# Words of PENDUDUK (WAJIB-02, WAJIB-03, NIK-04)

LAKI = ("L", "LK", "LAKI", "Laki-laki", "LAKILAKI", "Pria", "M", "1", "01", "1 LAKI-LAKI")
PEREMPUAN = ("P", "PR", "PRP", "Perempuan", "Wanita", "W", "F", "2", "02", "2. Perempuan")
BELUM_KAWIN = (
    "BELUM KAWIN", "Belum", "BLM", "BLM KAWIN", "BELOM", "BELUN", "BLUM", "BL", "TIDAK KAWIN", "TDK KAWIN", "TAK KAWIN",
    "BELUM PERNAH KAWIN", "BELUM MENIKAH", "BELUM NIKAH", "BLM KWN", "BLM KW", "BELUM NKH", "BELUM MARRIED",
    "BELUMKAWIN", "BELUM PERNAHKAWIN", "B K", "BK", "B", "S", "LAJANG", "SINGLE", "JEJAKA", "PERAWAN", "GADIS", "BUJANG", "1",
    "01",     "STATUS BELUM KAWIN", "BELUM KAWIN 1", "1 BELUM KAWIN",
)  # fmt: skip
KAWIN = (
    "KAWIN", "KWN", "KW", "MENIKAH", "NIKAH", "NKH", "MARRIED", "SUDAH KAWIN", "SDH KAWIN", "TELAH KAWIN", "KAWIN TERCATAT",
    "KAWIN BELUM TERCATAT", "KAWIN BLM TERCATAT", "KAWIN TIDAK TERCATAT", "KAWIN TDK TERCATAT", "NIKAH SIRI",
    "KAWIN BELUM TERCATAT SIRI", "K", "M", "2", "STATUS KAWIN", "KAWIN 2", "2 KAWIN",
)  # fmt: skip
CERAI = (
    "CERAI", "CR", "CERAI HIDUP", "CERAI MATI", "CERAI H", "CERAI M", "CERAIHIDUP", "CR MATI", "CERAI HIDUP TERCATAT",
    "CERAI HIDUP BELUM TERCATAT", "C", "CH", "CM", "JANDA", "DUDA", "JANDA MATI", "DUDA HIDUP", "JANDA CERAI", "JANDA CERAI MATI",
    "JANDA/DUDA", "DUDA / JANDA",
)  # fmt: skip
PERNAH_KAWIN = ("PERNAH KAWIN", "PERNAH MENIKAH", "3", "4", "5", "6")
STATUS_TAK_TERBACA = ("?", "KAWIN?", "0", "7", "8", "9", "99", "BELUM KAWIN LAGI", "ENTAH", "KAWIN ATAU BELUM")
WNI = (
    "", "WNI", "W N I", "W.N.I.", "WN Indonesia", "Warga Negara Indonesia", "Indonesia", "INDONESIAN", "RI", "ID", "IDN", "1",
    "01",
)  # fmt: skip
WNA = (
    "WNA OA ASING ITAP KITAP ITAS KITAS FOREIGN FOREIGNER MALAYSIA MALAYSIAN SINGAPURA SINGAPORE CINA CHINA TIONGKOK RRC RRT "
    "TAIWAN HONGKONG KOREA JEPANG JAPAN INDIA PAKISTAN BANGLADESH FILIPINA PHILIPPINES THAILAND VIETNAM MYANMAR KAMBOJA LAOS "
    "BRUNEI TIMOR AUSTRALIA BELANDA NETHERLANDS JERMAN GERMANY INGGRIS BRITISH BRITANIA AMERIKA AMERICAN USA AS PERANCIS "
    "PRANCIS FRANCE ITALIA SPANYOL SWISS BELGIA AUSTRIA RUSIA TURKI ARAB YAMAN MESIR IRAN IRAK SURIAH NIGERIA KANADA BRASIL "
    "SELANDIA 2 02"
).split()

# Moves (WAJIB-07) and recordings (REKAM-04)

DATANG = "DATANG DTG DTNG DTANG MASUK MSK KEMBALI D IN KEDATANGAN PENDATANG PINDAHAN".split()
KELUAR = "KELUAR KLR PINDAH PERGI K OUT KE LUAR".split()
ARAH_INGKAR = "TIDAK TDK BELUM BLM BUKAN BATAL".split()
SINGKATAN_STATUS = {
    "PRR": "PRINT_READY_RECORD",
    "SFE": "SENT_FOR_ENROLLMENT",
    "Sent for enrolment": "SENT_FOR_ENROLLMENT",
    "BioCaptured": "BIO_CAPTURED",
    "bio capture": "BIO_CAPTURED",
    "Duplicate": "DUPLICATE_RECORD",
    "adjudicate": "ADJUDICATE_RECORD",
}

# Months (TANGGAL-02)

BULAN = (
    "januari jan january i",
    "februari feb febr pebruari peb pebr febuari february ii",
    "maret mar mrt march iii",
    "april apr iv",
    "mei may v",
    "juni jun june vi",
    "juli jul july vii",
    "agustus agu ags agt agst agus agust agutus augustus aug august viii",
    "september sep sept ix",
    "oktober okt oct october x",
    "november nov nop nopember xi",
    "desember des dec december xii",
)
HARI = ("Senin", "Senen", "Selasa", "Rabu", "Rebo", "Kamis", "Jumat", "Jum'at", "Jum at", "Sabtu", "Minggu", "Ahad")
PASARAN = ("Legi", "Pahing", "Paing", "Pon", "Wage", "Kliwon")
