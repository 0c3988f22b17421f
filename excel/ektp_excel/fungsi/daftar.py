"""The registry: every formula function with what the function wizard says of it and of each argument.

Hosts loop over `FUNGSI` and bind each entry; nothing is declared twice. Texts are cut at 255 characters by Excel.
"""

from attrs import frozen

from ektp_excel.fungsi import cakupan, catatan, kerja, nik, rekon, versi, wajib, waktu
from ektp_excel.fungsi.bentuk import Panggilan


@frozen
class Argumen:
    """One argument: its name, what it is for, whether it must be given, and whether it may be more than one cell.

    A host binds every argument as optional: a missing one is then answered with a GALAT text that says which.
    """

    nama: str
    doc: str
    wajib: bool = True
    rentang: bool = True


@frozen
class Fungsi:
    """One formula function; `tanggal` says that dates may stand among its answers.

    `panggil` takes the cells of each argument as rows of values, None for an omitted one, and always answers rows of
    plain values: text, number, TRUE/FALSE, date, or None for a blank cell. Of `sistem_1904`, a keyword, see `Panggilan`.
    """

    nama: str
    panggil: Panggilan
    doc: str
    argumen: tuple[Argumen, ...] = ()
    tanggal: bool = False


def _optional(nama: str, doc: str, rentang: bool = True) -> Argumen:
    return Argumen(nama, doc, wajib=False, rentang=rentang)


_PER = Argumen("per", "Tanggal acuan. Wajib diisi: jawaban tidak pernah memakai jam komputer.")
_PER_SATU = Argumen(
    "per", "Tanggal acuan, satu sel. Wajib diisi: jawaban tidak pernah memakai jam komputer.", rentang=False
)
_LAHIR = Argumen(
    "tanggal_lahir", "Tanggal lahir: sel tanggal, nomor seri, atau teks seperti 17-08-1945 (tanggal dahulu)."
)
_STATUS = _optional(
    "status_kawin", "Status kawin: kata (BELUM KAWIN, KAWIN, CERAI …) atau kode STAT_KWN (1 = belum kawin)."
)
_WARGA = _optional("warga_negara", "WNI, WNA, atau nama negara. Kosong berarti WNI.")
_ITAP = _optional("itap_sampai", "Hari terakhir ITAP orang asing. Kosong berarti tidak punya ITAP yang berlaku.")
_NIK = Argumen("nik", "NIK 16 angka sebagai teks. NIK berupa angka ditolak, karena Excel menghilangkan angka ke-16.")
_MINGGU = _optional("hari_per_minggu", "Hari kerja seminggu: 5 (Senin-Jumat, bila kosong) atau 6 (Senin-Sabtu).")
_LIBUR = _optional("libur", "Hari tutup kantor lainnya. Libur nasional dan cuti bersama sudah termasuk.")
_SISA = Argumen("sisa", "Jumlah orang yang belum direkam.")
_WAJIB_ARGUMEN = (_LAHIR, _PER, _STATUS, _WARGA, _ITAP)
_TABEL = (
    Argumen("undangan", "Tabel UNDANGAN beserta baris judulnya: NO_UNDANGAN, NIK, NAMA, DESA, KETERANGAN …"),
    Argumen("penduduk", "Tabel PENDUDUK beserta baris judulnya: NIK, NAMA, TGL_LAHIR, STATUS_KAWIN, RT, RW, DESA …"),
    _PER_SATU,
    _optional(
        "perekaman", "Tabel PEREKAMAN beserta baris judulnya: NIK, TGL_REKAM, STATUS. Tanpa ini tidak ada yang terekam."
    ),
    _optional("pindah", "Tabel PINDAH beserta baris judulnya: NIK, TGL_PINDAH, ARAH (KELUAR atau DATANG)."),
    _optional("meninggal", "Tabel MENINGGAL beserta baris judulnya: NIK, TGL_MENINGGAL."),
)
_WILAYAH = _optional(
    "wilayah", "Tabel WILAYAH beserta baris judulnya: DESA, RW, RT yang ada. Tanpa ini alamat tidak diperiksa."
)

FUNGSI: tuple[Fungsi, ...] = (
    Fungsi(
        "EKTP_TANGGAL",
        waktu.tanggal,
        "Tanggal dari tulisan apa pun: 17-08-1945, 17 Agustus 1945, 1945-08-17, nomor seri. Tanggal selalu ditulis dahulu.",
        (Argumen("teks", "Tanggal sebagai teks, nomor seri, atau sel tanggal. Tahun harus empat angka."),),
        tanggal=True,
    ),
    Fungsi(
        "EKTP_UMUR",
        waktu.umur,
        "Umur dalam tahun genap pada tanggal acuan. Yang lahir 29 Februari berulang tahun 28 Februari bila bukan tahun kabisat.",
        (_LAHIR, _PER),
    ),
    Fungsi(
        "EKTP_WAJIB",
        wajib.wajib,
        "TRUE bila wajib e-KTP pada tanggal acuan: genap 17 tahun atau (pernah) kawin; orang asing hanya dengan ITAP yang "
        "berlaku. Bila tidak dapat diketahui: belum diketahui.",
        _WAJIB_ARGUMEN,
    ),
    Fungsi(
        "EKTP_ALASAN_WAJIB",
        wajib.alasan_wajib,
        "Alasan wajib atau tidaknya dalam satu baris: alasan, nomor aturan, dan pasalnya.",
        _WAJIB_ARGUMEN,
    ),
    Fungsi(
        "EKTP_TANGGAL_WAJIB",
        wajib.tanggal_wajib,
        "Tanggal pertama seorang WNI wajib e-KTP: ulang tahun ke-17, atau tanggal kawinnya bila lebih awal. Tanpa tanggal "
        "kawin, yang (pernah) kawin dijawab: belum diketahui.",
        (_LAHIR, _STATUS, _optional("tanggal_kawin", "Tanggal kawin, bila (pernah) kawin.")),
        tanggal=True,
    ),
    Fungsi(
        "EKTP_NIK_SAH",
        nik.nik_sah,
        "Memeriksa NIK: SAH; SAH, PERIKSA dengan yang berbeda; atau GALAT dengan sebabnya. NIK tidak memuat angka pemeriksa.",
        (
            _NIK,
            _PER,
            _optional("tanggal_lahir", "Tanggal lahir terdaftar, untuk dibandingkan dengan tanggal di dalam NIK."),
            _optional("jenis_kelamin", "Jenis kelamin terdaftar (L atau P), untuk dibandingkan dengan NIK."),
        ),
    ),
    Fungsi(
        "EKTP_NIK_URAI",
        nik.nik_urai,
        "Isi NIK dalam empat kolom: kode wilayah (PP.KK.CC), tanggal lahir, jenis kelamin (L/P), nomor urut. Abad tanggal "
        "lahir dihitung terhadap tanggal acuan.",
        (_NIK, _PER),
        tanggal=True,
    ),
    Fungsi(
        "EKTP_NIK_SAMAR",
        nik.nik_samar,
        "NIK dengan angka terakhir diganti bintang, untuk daftar yang dilihat umum.",
        (_NIK, _optional("akhir", "Banyaknya angka yang disamarkan: 4 bila kosong; 10 menutup juga tanggal lahir.")),
    ),
    Fungsi(
        "EKTP_DOBEL",
        nik.dobel,
        "Untuk setiap NIK yang sudah ada di atasnya: urutan (mulai 1) baris pertamanya; selain itu kosong. Membandingkan "
        "16 angka, tidak seperti COUNTIF.",
        (_NIK,),
    ),
    Fungsi(
        "EKTP_ALASAN_KEMBALI",
        catatan.alasan_kembali,
        "Kategori catatan desa: DOBEL, MENINGGAL, PINDAH, ALAMAT_TIDAK_DIKETAHUI, atau PERIKSA bila catatannya meragukan.",
        (Argumen("catatan", "Catatan desa sebagaimana ditulis, misalnya: alm, pndh, alamat tdk jelas."),),
    ),
    Fungsi(
        "EKTP_REKON",
        rekon.rekon,
        "Satu baris untuk setiap undangan: NO_UNDANGAN, NIK_DIPAKAI, KATEGORI, ATURAN, BUKTI, RUJUKAN, PASTI.",
        (*_TABEL, _WILAYAH),
    ),
    Fungsi(
        "EKTP_TERCECER",
        rekon.tercecer,
        "Orang wajib yang belum direkam dan tidak pernah diundang: NIK, NAMA, DESA, RW, RT.",
        _TABEL,
    ),
    Fungsi(
        "EKTP_PENYISIRAN",
        rekon.penyisiran,
        "Orang wajib yang belum direkam, urut desa, RW, RT: DESA, RW, RT, NIK, NAMA, SEBAB.",
        _TABEL,
    ),
    Fungsi(
        "EKTP_CAKUPAN",
        cakupan.cakupan,
        "Terekam dibagi wajib sebagai angka (0,9210…); beri format persen. Lebih dari 100% sah. Penyebut nol dijawab: tidak "
        "ada wajib.",
        (
            Argumen("terekam", "Jumlah orang terekam."),
            Argumen("wajib", "Jumlah orang wajib (pagu, daftar, atau neto)."),
        ),
    ),
    Fungsi(
        "EKTP_REKAP_DESA",
        rekon.rekap_desa,
        "Tabel per desa: DESA, WAJIB, TEREKAM, BELUM, CAKUPAN, dan baris JUMLAH.",
        _TABEL,
    ),
    Fungsi(
        "EKTP_SELANG_TEREKAM",
        cakupan.selang_terekam,
        "Dua sel: paling sedikit dan paling banyak orang terekam yang tampil sebagai persen ini.",
        (
            Argumen("persen", "Persen yang diumumkan: 92,10 atau 0,921 atau teks 92,10%."),
            Argumen("wajib", "Jumlah orang wajib yang menjadi penyebutnya."),
            _optional(
                "desimal", "Banyaknya desimal persen itu; bila kosong: sebagaimana ditulis, dan 2 untuk sel angka."
            ),
            _optional("cara", "BULAT (dibulatkan, bila kosong) atau POTONG (dipotong)."),
        ),
    ),
    Fungsi(
        "EKTP_HARI_KERJA",
        kerja.hari_kerja,
        "Banyaknya hari kerja dari awal sampai akhir, keduanya dihitung, tanpa libur nasional dan cuti bersama.",
        (Argumen("awal", "Hari pertama."), Argumen("akhir", "Hari terakhir."), _MINGGU, _LIBUR),
    ),
    Fungsi(
        "EKTP_LAJU_PERLU",
        kerja.laju_perlu,
        "Orang sehari kerja yang perlu direkam agar sisanya selesai dari awal sampai akhir, dibulatkan ke atas.",
        (_SISA, Argumen("awal", "Hari pertama."), Argumen("akhir", "Hari terakhir (target)."), _MINGGU, _LIBUR),
    ),
    Fungsi(
        "EKTP_PERKIRAAN_SELESAI",
        kerja.perkiraan_selesai,
        "Hari kerja saat sisanya selesai dengan laju ini, dihitung sejak hari mulai.",
        (_SISA, Argumen("laju", "Orang sehari kerja."), Argumen("mulai", "Hari pertama perekaman."), _MINGGU, _LIBUR),
        tanggal=True,
    ),
    Fungsi("EKTP_VERSI", versi.versi, "Nama dan versi ektp yang menjawab."),
)
"""In the order of the design's table."""
