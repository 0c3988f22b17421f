"""How the columns of a sweep list are called when it comes back from a desa."""

from ektp_excel.kolom.ejaan import Kolom, Lembar

_TANDA = "tanda itu tidak dapat dibaca"

KEMBALI = Lembar(
    "KEMBALI",
    (
        Kolom("NIK", "NO NIK,NOMOR NIK,NOMOR INDUK KEPENDUDUKAN,NO KTP,NOMOR KTP,NIK PENDUDUK,NIK WARGA"),
        Kolom(
            "NAMA", "NAMA LENGKAP,NAMA LGKP,NAMA PENDUDUK,NAMA WARGA,NM", tanpa="nama tidak dibandingkan dengan NIK-nya"
        ),
        Kolom("DESA", "DESA/KEL,DESA/KELURAHAN,KELURAHAN,KEL/DESA,NAMA DESA", tanpa="desa diambil dari register"),
        Kolom("RW", "NO RW,NOMOR RW", tanpa="RW diambil dari register"),
        Kolom("RT", "NO RT,NOMOR RT", tanpa="RT diambil dari register"),
        Kolom("SUDAH_DATANG", "DATANG,HADIR,SUDAH HADIR,SUDAH REKAM,SUDAH PEREKAMAN,SDH DATANG", tanpa=_TANDA),
        Kolom("MENINGGAL", "MENINGGAL DUNIA,MATI,WAFAT,ALMARHUM", tanpa=_TANDA),
        Kolom("PINDAH", "PINDAH ALAMAT,PINDAH RUMAH,PINDAH KELUAR,SUDAH PINDAH", tanpa=_TANDA),
        Kolom(
            "ALAMAT_TIDAK_DIKETAHUI",
            "ALAMAT TDK DIKETAHUI,ALAMAT TIDAK JELAS,ALAMAT TDK JELAS,ALAMAT TIDAK DIKENAL,TIDAK DIKETAHUI,TIDAK DIKENAL",
            tanpa=_TANDA,
        ),
        Kolom("DOBEL", "DOUBEL,DOUBLE,GANDA,UNDANGAN DOBEL", tanpa=_TANDA),
        Kolom("CATATAN", "KETERANGAN,KET,CATATAN DESA,KETERANGAN DESA,CATATAN PETUGAS", tanpa="catatan tidak dibaca"),
    ),
    tanpa="lembar kosong",
)
"""A sweep list: only the NIK is required; whoever has edited the list may have taken columns away."""
