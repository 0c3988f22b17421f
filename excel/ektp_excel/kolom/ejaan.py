"""The table of spellings: how offices write each sheet's name and each column's header.

A spelling is compared without case, spaces and punctuation, and only as a whole, so that `NAMA IBU` is never `NAMA`.
"""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

from attrs import field, frozen

from ektp_core.nik import mask_text

RT_RW, RW_RT, TEMPAT_TGL_LAHIR = "RT/RW", "RW/RT", "TEMPAT/TGL_LAHIR"
GABUNGAN: Mapping[str, tuple[str, ...]] = {RT_RW: ("RT", "RW"), RW_RT: ("RW", "RT"), TEMPAT_TGL_LAHIR: ("TGL_LAHIR",)}
"""Columns that hold more than one field, and the fields."""


def header_key(teks: str) -> str:
    """What counts of a spelling: letters and digits in capitals.

    >>> header_key(" Tgl.\\u00a0Lahir\\u200b "), header_key("TGL_LHR"), header_key("N I K")
    ('TGLLAHIR', 'TGLLHR', 'NIK')
    """
    return "".join(huruf for huruf in unicodedata.normalize("NFKC", teks).upper() if huruf.isalnum())


def show_written(teks: str, panjang: int = 40) -> str:
    """A header or a sheet's name as a message can show it: on one line, nothing invisible, every NIK masked, not long.

    >>> show_written("Data\\u200b Penduduk"), show_written("3313111708900001")
    ('Data Penduduk', '331311170890****')
    """
    terlihat = "".join(huruf for huruf in " ".join(teks.split()) if huruf.isprintable())
    return mask_text(terlihat)[:panjang]


def _split(teks: str) -> tuple[str, ...]:
    return tuple(filter(None, teks.split(",")))


def _keys(teks: str) -> tuple[str, ...]:
    return tuple(map(header_key, _split(teks)))


@frozen
class Kolom:
    """One column: its canonical name, further spellings (best first), and what stays undecided without it.

    A required column has an empty `tanpa`. `lemah` are spellings too vague to win against any other column; `kuat` say
    more than the canonical name and win against it.
    """

    nama: str
    sinonim: tuple[str, ...] = field(default="", converter=_split)
    tanpa: str = ""
    lemah: tuple[str, ...] = field(default="", converter=_split)
    kuat: tuple[str, ...] = field(default="", converter=_split)

    @property
    def wajib(self) -> bool:
        """Whether the sheet cannot be used without it."""
        return not self.tanpa


@frozen
class Lembar:
    """One sheet of the contract: its columns, further names, and what stays undecided without it."""

    nama: str
    kolom: tuple[Kolom, ...]
    sinonim: tuple[str, ...] = field(default="", converter=_keys)
    tanpa: str = ""
    ejaan: Mapping[str, tuple[int, str]] = field(init=False, repr=False, eq=False)

    @ejaan.default
    def _spellings(self) -> Mapping[str, tuple[int, str]]:
        """Spelling -> (rank, field); the smaller rank wins when two columns claim one field."""
        hasil: dict[str, tuple[int, str]] = {}
        for kolom in self.kolom:
            for urutan, ejaan in enumerate((kolom.nama, *kolom.sinonim)):
                hasil.setdefault(header_key(ejaan), (urutan, kolom.nama))
            for urutan, ejaan in enumerate(kolom.kuat, -len(kolom.kuat)):
                hasil.setdefault(header_key(ejaan), (urutan, kolom.nama))
            for urutan, ejaan in enumerate(kolom.lemah, _LEMAH):
                hasil.setdefault(header_key(ejaan), (urutan, kolom.nama))
        ada = {kolom.nama for kolom in self.kolom}
        for nama, bagian in GABUNGAN.items():
            if ada.issuperset(bagian):
                for kunci in _EJAAN_GABUNGAN[nama]:
                    hasil.setdefault(kunci, (0, nama))
        return hasil

    def find(self, teks: str) -> tuple[int, str] | None:
        """Rank and field of a header as written; a remark in brackets after it is forgiven, at a lower rank.

        >>> LEMBAR["MENINGGAL"].find("NIK"), LEMBAR["MENINGGAL"].find("NIK (16 angka)")
        ((0, 'NIK'), (100, 'NIK'))
        >>> LEMBAR["MENINGGAL"].find("NIK (PELAPOR)") is None
        True
        """
        utuh, ringkas, sisa = _header_keys(teks)
        if utuh in self.ejaan:
            return self.ejaan[utuh]
        if ringkas not in self.ejaan or is_another(sisa):
            return None
        urutan, nama = self.ejaan[ringkas]
        # `KEL. (L/P)` is the sex, whatever stands before the bracket.
        if header_key(sisa) in _KURUNG_KELAMIN and nama != "JENIS_KELAMIN":
            return None
        return urutan + _DIRINGKAS, nama


_DIRINGKAS, _LEMAH = 100, 200
"""Added to the rank of a spelling shortened by its bracket; where the ranks of weak spellings begin."""
_KURUNG_KELAMIN = frozenset(("LP", "PL", "LKPR", "LAKILAKIPEREMPUAN"))
_LAIN = frozenset(
    "IBU AYAH BAPAK SUAMI ISTRI PASANGAN PELAPOR MELAPORKAN LAPOR SAKSI KEPALA ORANGTUA ORTU WALI PETUGAS PEMOHON AHLI "
    "WARIS ASAL TUJUAN LAMA PENDAMPING PENANGGUNG PENJAMIN".split()
)
_KATA = re.compile(r"\w+")


def is_another(teks: str) -> bool:
    """Whether a header names another person, place or event than the one the row is about.

    >>> is_another("Kepala Keluarga"), is_another("ASAL"), is_another("JENAZAH")
    (True, True, False)
    """
    # `KK` alone is the family's head; `sesuai KK` is only where the spelling comes from.
    return header_key(teks) == "KK" or not _LAIN.isdisjoint(_KATA.findall(unicodedata.normalize("NFKC", teks).upper()))


_EJAAN_GABUNGAN = {
    RT_RW: _keys("RT/RW,RT RW,RT DAN RW,RT & RW,NO RT/RW,NO RT NO RW,ALAMAT RT/RW"),
    RW_RT: _keys("RW/RT,RW RT,NO RW/RT"),
    TEMPAT_TGL_LAHIR: _keys(
        "TEMPAT/TGL LAHIR,TEMPAT TANGGAL LAHIR,TEMPAT DAN TANGGAL LAHIR,TEMPAT & TANGGAL LAHIR,TEMPAT DAN TGL LAHIR,TTL,"
        "TMPT/TGL LAHIR,TMP TGL LAHIR,TMPT TGL LHR,TEMPAT TGL LHR,TPT TGL LAHIR,"
        "TEMPAT/TANGGAL LHR"
    ),
}
_DALAM_KURUNG = re.compile(r"[(\[{].*", re.DOTALL)


@lru_cache(maxsize=4096)
def _header_keys(teks: str) -> tuple[str, str, str]:
    """The key of the whole header, the key without its bracket, and what the bracket says."""
    luar = _DALAM_KURUNG.sub("", teks)
    return header_key(teks), header_key(luar), teks[len(luar) :]


_NIK = (
    "NO NIK,NOMOR NIK,NOMOR INDUK KEPENDUDUKAN,NO INDUK KEPENDUDUKAN,NO KTP,NOMOR KTP,NIK KTP,NIK/NO KTP,NO KTP/NIK,NO NIK KTP,"
    "NIK PENDUDUK,NIK WARGA,NIK YBS,NO KTP-EL,NOMOR KTP-EL"
)
_NAMA = (
    "NAMA LGKP,NAMA LENGKAP,NM LGKP,NM LENGKAP,NAMA PENDUDUK,NAMA WARGA,NAMA JELAS,NAMA LENGKAP PENDUDUK,"
    "NAMA YANG DIUNDANG,NAMA TERUNDANG,NAMA SESUAI KTP,NAMA SESUAI KK,NAMA SESUAI KTP/KK,NM"
)
_TGL_LAHIR = (
    "TGL LHR,TANGGAL LAHIR,TGLLAHIR,TANGGAL LHR,TGL KELAHIRAN,TANGGAL KELAHIRAN,LAHIR TGL,LAHIR TANGGAL,TG LAHIR,TG LHR,"
    "TGL/BLN/THN LAHIR,TANGGAL/BULAN/TAHUN LAHIR"
)
_ALAMAT = "ALAMAT LENGKAP,ALAMAT RUMAH,ALAMAT TINGGAL,ALAMAT TEMPAT TINGGAL,ALAMAT KTP,ALMT,ALAMAT JALAN,ALAMAT DUSUN"
_ALAMAT_LEMAH = "JALAN,DUSUN,DUKUH,KAMPUNG"
_RT, _RW = "NO RT,NOMOR RT,RUKUN TETANGGA,ALAMAT RT", "NO RW,NOMOR RW,RUKUN WARGA,ALAMAT RW"
_DESA = (
    "DESA/KEL,DESA/KELURAHAN,KELURAHAN,KEL/DESA,KELURAHAN/DESA,NAMA KEL,NAMA DESA,NAMA KELURAHAN,NAMA DESA/KELURAHAN,"
    "NAMA DESA/KEL,NM KEL,NM DESA,KEL,DS/KEL,DS,ALAMAT DESA,NAMA KELURAHAN/DESA,"
    "NAMA KEL/DESA,KALURAHAN,NAMA KALURAHAN"
)
_TANGGAL = "TANGGAL,TGL,TGL PERISTIWA,TANGGAL PERISTIWA"
_ORANG_SAMA = "tidak dapat menjadi bukti bahwa dua NIK adalah satu orang"

LEMBAR: Mapping[str, Lembar] = {
    lembar.nama: lembar
    for lembar in (
        Lembar(
            "PENDUDUK",
            (
                Kolom("NIK", _NIK),
                Kolom("NAMA", _NAMA),
                Kolom("TGL_LAHIR", _TGL_LAHIR),
                Kolom(
                    "JENIS_KELAMIN",
                    "JENIS KLMIN,JK,L/P,KELAMIN,JNS KELAMIN,JNS KLMIN,JENIS KEL,JEN KEL,J KEL,P/L,LK/PR,"
                    "JENIS KELAMIN L/P,KEL L/P,JNS KEL,JNS KLMN,LAKI-LAKI/PEREMPUAN,SEX,GENDER",
                ),
                Kolom(
                    "STATUS_KAWIN",
                    "STAT KWN,STATUS PERKAWINAN,STATUS KWN,STAT KAWIN,STATUS NIKAH,STATUS PERNIKAHAN,ST KAWIN,STS KAWIN,"
                    "STAT PERKAWINAN,ST PERKAWINAN,STS PERKAWINAN",
                ),
                Kolom(
                    "TGL_KAWIN",
                    "TANGGAL KAWIN,TGL KWN,TANGGAL PERKAWINAN,TGL PERKAWINAN,TGL NIKAH,TANGGAL NIKAH,"
                    "TANGGAL PERNIKAHAN,TGL PERNIKAHAN",
                    tanpa="sejak kapan orang yang kawin sebelum 17 tahun wajib tidak dapat dijawab",
                ),
                Kolom(
                    "KEWARGANEGARAAN",
                    "WN,WARGA NEGARA,WARGANEGARA,KWRGNGRN,WNI/WNA,WNA/WNI,WARGA NEGARA WNI/WNA,STATUS KEWARGANEGARAAN,KEBANGSAAN",
                    tanpa="semua penduduk dianggap WNI",
                ),
                Kolom(
                    "ITAP_SAMPAI",
                    "ITAP S/D,ITAP SAMPAI DENGAN,MASA BERLAKU ITAP,ITAP BERLAKU SAMPAI,ITAP BERLAKU S/D,ITAP HINGGA,"
                    "ITAP BERLAKU HINGGA,TGL AKHIR ITAP,TANGGAL AKHIR ITAP,AKHIR ITAP,ITAP BERAKHIR,TGL ITAP,"
                    "TGL BERAKHIR ITAP,TANGGAL BERAKHIR ITAP,ITAP,KITAP S/D,KITAP SAMPAI,MASA BERLAKU KITAP,TGL AKHIR KITAP",
                    tanpa="wajib tidaknya orang asing tidak diputuskan",
                ),
                Kolom(
                    "NO_KK",
                    "NOMOR KK,NKK,KK,NO KARTU KELUARGA,NOMOR KARTU KELUARGA",
                    tanpa=f"kartu keluarga {_ORANG_SAMA}",
                ),
                Kolom(
                    "NAMA_IBU",
                    "NAMA LGKP IBU,NAMA LENGKAP IBU,NM IBU,NM LGKP IBU,IBU KANDUNG,NAMA IBU KANDUNG,NAMA LENGKAP IBU KANDUNG,IBU",
                    tanpa=f"nama ibu {_ORANG_SAMA}",
                ),
                Kolom(
                    "ALAMAT",
                    _ALAMAT,
                    tanpa=f"alamat {_ORANG_SAMA}, dan daftar penyisiran tanpa alamat",
                    lemah=_ALAMAT_LEMAH,
                ),
                Kolom("RT", _RT),
                Kolom("RW", _RW),
                Kolom("DESA", _DESA),
            ),
            "DATA PENDUDUK,DAFTAR PENDUDUK,KEPENDUDUKAN,WARGA,BIODATA,BIODATA PENDUDUK,REGISTER PENDUDUK,PENDUDUK WNI,WAJIB KTP",
        ),
        Lembar(
            "UNDANGAN",
            (
                Kolom(
                    "NO_UNDANGAN",
                    "NOMOR UNDANGAN,NO UND,NOMOR UND,ID UNDANGAN,KODE UNDANGAN,NO SURAT UNDANGAN,NOMOR SURAT UNDANGAN,"
                    "NO PANGGILAN,NOMOR PANGGILAN,NO SURAT PANGGILAN,NOMOR SURAT PANGGILAN,NO SURAT,NOMOR SURAT",
                    lemah="NO URUT,NOMOR URUT,NO,NOMOR",
                ),
                Kolom("NIK", _NIK),
                Kolom("NAMA", _NAMA),
                Kolom(
                    "TGL_LAHIR",
                    _TGL_LAHIR,
                    tanpa="undangan tanpa NIK tidak dapat dicari, dan NIK rusak hanya dicocokkan dengan nama",
                ),
                Kolom(
                    "ALAMAT",
                    _ALAMAT,
                    tanpa="dua undangan orang tak terdaftar tidak digabungkan",
                    lemah=_ALAMAT_LEMAH,
                ),
                Kolom("RT", _RT, tanpa="ada tidaknya RT pada undangan tidak diperiksa"),
                Kolom("RW", _RW, tanpa="ada tidaknya RW pada undangan tidak diperiksa"),
                Kolom("DESA", _DESA),
                Kolom(
                    "TGL_JADWAL",
                    "TANGGAL JADWAL,JADWAL,TGL UNDANGAN,TANGGAL UNDANGAN,JADWAL REKAM,JADWAL PEREKAMAN,"
                    "TGL PANGGILAN,TANGGAL PANGGILAN",
                    tanpa="jadwal tidak dibaca; tidak ada keputusan yang memakainya",
                ),
                Kolom(
                    "KETERANGAN",
                    "KET,CATATAN,KETERANGAN/CATATAN,CTT,KTR",
                    tanpa="catatan desa tidak memutuskan apa pun",
                    kuat="CATATAN DESA,CATATAN DARI DESA,KETERANGAN/CATATAN DESA,KETERANGAN DESA,KETERANGAN DARI DESA,KET DESA,"
                    "ALASAN KEMBALI",
                ),
            ),
            "DAFTAR UNDANGAN,DATA UNDANGAN,SURAT UNDANGAN,PANGGILAN,SURAT PANGGILAN,DAFTAR PANGGILAN,UNDANGAN PEREKAMAN,"
            "UNDANGAN KTP-EL",
        ),
        Lembar(
            "PEREKAMAN",
            (
                Kolom("NIK", _NIK),
                Kolom(
                    "TGL_REKAM",
                    "TANGGAL REKAM,TANGGAL PEREKAMAN,TGL PEREKAMAN,WAKTU REKAM,WAKTU PEREKAMAN,TGL REKAM EKTP,TGL PEREKAMAN EKTP,"
                    "TANGGAL REKAM EKTP,TANGGAL PEREKAMAN EKTP,TGL REKAM KTP-EL,TANGGAL REKAM KTP-EL,TGL PEREKAMAN KTP-EL,"
                    "TANGGAL PEREKAMAN KTP-EL,TGL DIREKAM,TANGGAL DIREKAM",
                    lemah=_TANGGAL,
                ),
                Kolom(
                    "STATUS",
                    "STATUS REKAM,STATUS PEREKAMAN,STATUS E-KTP,STATUS KTP-EL,STATUS KTP,STAT KTP,STATUS REKAM E-KTP,STATUS SIAK",
                    tanpa="semua perekaman dihitung berhasil",
                ),
                Kolom(
                    "TEMPAT",
                    "TEMPAT REKAM,TEMPAT PEREKAMAN,LOKASI,LOKASI REKAM,LOKASI PEREKAMAN",
                    tanpa="tempat tidak dibaca; tidak ada keputusan yang memakainya",
                ),
            ),
            "REKAM,HASIL PEREKAMAN,HASIL REKAM,LOG PEREKAMAN,LOG REKAM,REKAMAN,REKAM EKTP,PEREKAMAN EKTP,SUDAH REKAM,"
            "SUDAH DIREKAM,PEREKAMAN KTP-EL,PEREKAMAN HARIAN,LAPORAN PEREKAMAN",
        ),
        Lembar(
            "PINDAH",
            (
                Kolom("NIK", _NIK),
                Kolom(
                    "TGL_PINDAH",
                    "TANGGAL PINDAH,TGL KEPINDAHAN,TANGGAL KEPINDAHAN,TGL MUTASI,TANGGAL MUTASI,TGL PINDAH/DATANG,"
                    "TGL PINDAH KELUAR,TANGGAL PINDAH KELUAR,TGL PERPINDAHAN,TANGGAL PERPINDAHAN",
                    lemah=_TANGGAL,
                ),
                Kolom(
                    "ARAH",
                    "JENIS PINDAH,JENIS MUTASI,JENIS KEPINDAHAN,ARAH PINDAH,ARAH MUTASI,KELUAR/DATANG,DATANG/KELUAR,"
                    "JENIS PERPINDAHAN,PINDAH/DATANG,MASUK/KELUAR,KELUAR/MASUK",
                    tanpa="semua kepindahan dianggap keluar",
                    lemah="JENIS",
                ),
            ),
            "MUTASI PINDAH,KEPINDAHAN,PINDAH DATANG,MUTASI PINDAH DATANG,PINDAH KELUAR,REGISTER PINDAH,"
            "MUTASI PINDAH KELUAR,MUTASI PINDAH DAN DATANG,PINDAH DAN DATANG,DATANG PINDAH,MUTASI DATANG PINDAH",
        ),
        Lembar(
            "MENINGGAL",
            (
                Kolom("NIK", _NIK),
                Kolom(
                    "TGL_MENINGGAL",
                    "TANGGAL MENINGGAL,TANGGAL KEMATIAN,TGL KEMATIAN,TGL MATI,TANGGAL MATI,TGL WAFAT,TANGGAL WAFAT,"
                    "TGL MENINGGAL DUNIA,TANGGAL MENINGGAL DUNIA,MENINGGAL TANGGAL,MENINGGAL TGL,"
                    "HARI/TGL MENINGGAL,HARI/TANGGAL MENINGGAL,TGL MD,TANGGAL MD",
                    lemah=_TANGGAL,
                ),
            ),
            "KEMATIAN,MENINGGAL DUNIA,WAFAT,MATI,MUTASI MENINGGAL,MUTASI MATI,REGISTER KEMATIAN,"
            "LAPORAN KEMATIAN,AKTA KEMATIAN,PENDUDUK MENINGGAL,WARGA MENINGGAL",
        ),
        Lembar(
            "WILAYAH",
            (Kolom("DESA", _DESA), Kolom("RW", _RW), Kolom("RT", _RT)),
            "DATA WILAYAH,DAFTAR WILAYAH,RT RW,DAFTAR RT RW,DATA RT RW,DAFTAR ALAMAT,LINGKUNGAN,WILAYAH RT RW",
            tanpa="ada tidaknya desa, RW, dan RT pada undangan tidak diperiksa; "
            "ALAMAT_TIDAK_DIKETAHUI hanya menurut catatan desa",
        ),
    )
}
"""The sheets of the contract in its order."""
