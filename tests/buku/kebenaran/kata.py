"""The words the examiner writes with: invented names, places, notes of a desa. No truth is decided here."""

from __future__ import annotations

import re


def _words(teks: str) -> list[str]:
    return teks.split()


NAMA_LAKI = _words("""
    SUTARJO BUDIARTO JOKO WARSITO SUPRIANTO MARGONO KUNCORO JUMADI UNTUNG SUGENG DARMAJI CIPTO LUKMAN KHAIRUL
    SYARIF TUKIMAN PARDI NGATIMAN WIDODO BAMBANG GUNAWAN SLAMET RUSDI MULIONO SUBAGIO CATUR KARTIKO SARJONO
    PONIRAN TUGIMIN AGUS NYOTO HERMAWAN DENI FIRMAN GALIH INDRA KRISNA LASIMIN NARDI PURWANTO
""")
NAMA_PEREMPUAN = _words("""
    SUMARNI LESTARI WULAN JUMINAH TUMINI KHOTIMAH SYAMSIAH RUKMINI SUPARTI NGATINEM PARTINAH DEWI RATNA KUSTINI
    SARTIKA WAGINAH MURNI JUARIAH CATURINI SUKARSIH ENDANG FATIMAH GINARTI HARTINI INDAH KARTINI LASMI NYAMINI
    MARIATI NURLAILA PAINEM
""")
NAMA_KEDUA = _words("""
    NUGROHO WIBOWO KUSUMO RAHARJO SANTOSO PRATAMA SUSENO HANDOKO CAKRAWALA UTOMO WIRATMOKO SUJIWO TRUNOJOTO
    BASUKI MAHENDRA DARMAWAN ATMOJO SURIADI KERTOSONO LIMBUNG PRABOWO TRILAKSONO WASKITO HADIKUSUMO GONDOSULI
    BROTO
""")
NAMA_KEDUA_PEREMPUAN = _words("""
    ASTUTI PURNAMA RAHARJANTI KUSUMA UTAMI SUSANTI HAPSARI WIDIASTUTI PRATIWI KUMALA SETIAWATI MUKTI ANGGRAINI
    PUSPITA HANDAJANI MELATI CENDANA MAHARANI SULISTIANI KENCANA
""")
MUHAMMAD = (
    "MUHAMMAD", "MOCHAMAD", "MOH.", "MUH.", "MUHAMAD", "MOHAMAD", "MOHAMMAD", "MOCHAMMAD", "MOH", "MUH", "MOCH.",
)  # fmt: skip
GELAR_DEPAN = {
    "L": ("H. ", "Drs. ", "dr. ", "H. Drs. ", "Ir. ", "H.", "Drs."),
    "P": ("Hj. ", "Dra. ", "dr. ", "Hj. dr. ", "Ir. ", "Hj.", "Dra."),
}
GELAR_BELAKANG = (", S.Pd.", ", S.H.", " S.Pd", ", S.E.", ", S.Pd., M.Pd.", ", SPd", ",S.Pd", ", S.Pd, M.Pd")

DESA = ("KEDUNGMAS", "WATUPAYUNG", "BANARATA", "GIRILUWIH", "SENDANGBIRU", "PELEMWULUNG", "TEGALARUM", "RANDUSARI")
JALAN = ("DK. KRAJAN", "DK. GEMBLEGAN", "JL. MAWAR", "PERUM GRIYA ELOK", "DK. SUMBER", "JL. RAYA KIDUL", "DK. NGENTAK")
WILAYAH_NIK = ("331311",) * 12 + ("331309", "337204", "340402", "910601", "117105", "650203")

# A desa's notes, by what each says beyond doubt (domain.md, "Desa notes in the wild").
CATATAN = {
    "DOBEL": ("dobel", "double", "doubel", "dobl", "ganda", "2x", "DOBEL", "Ganda "),
    "MENINGGAL": (
        "alm", "alm.", "Alm.", "almarhum", "almarhumah", "wafat", "meninggal", "Meninggal dunia", "MD", "mati", "†",
        "sudah meninggal", "meninggal dunia th 2011", "MENINGGAL DUNIA",
    ),
    "PINDAH": (
        "pindah", "pindah rumah", "pndh", "PINDAH", "boro", "ikut suami", "transmigrasi", "sudah pindah",
        "Pindah ke kota", "pindah th 2010",
    ),
    "ALAMAT_TIDAK_DIKETAHUI": (
        "alamat tdk jelas", "alamat tidak diketahui", "tdk dikenal", "tidak ketemu", "tidak diketahui", "Tidak dikenal",
        "ALAMAT TDK JELAS", "alamat tidak jelas",
    ),
}  # fmt: skip
CATATAN_RAGU = (
    "belum pindah", "tidak pindah", "belum meninggal", "bukan dobel", "istri alm", "Istri alm.", "istri almarhum",
    "pindah?", "alm?", "merantau", "merantau?", "tidak ada di tempat?", "meninggal?", "dobel?",
    "janda alm", "suami meninggal", "anak almarhum", "blm pindah", "tdk pindah", "tidak meninggal", "belum mati",
    "Pindah ?", "BELUM PINDAH",
)  # fmt: skip
CATATAN_BIASA = ("sudah diterima", "titip Pak RT", "hadir", "lengkap")
CATATAN_DUA = {
    "MENINGGAL": ("alm / pindah", "meninggal, dobel", "wafat; alamat tidak diketahui"),
    "PINDAH": ("dobel, pindah", "pindah, alamat tdk jelas", "ganda / boro"),
    "ALAMAT_TIDAK_DIKETAHUI": ("dobel, alamat tidak diketahui", "tdk dikenal / ganda"),
}

STATUS_GAGAL = ("ENROLL_FAILURE_AT_CENTRAL", "ENROLL_FAILURE_AT_REGIONAL", "SEARCH_FAILURE_AT_CENTRAL")
STATUS_JALAN = (
    "BIO_CAPTURED", "PROCESSING", "SENT_FOR_ENROLLMENT", "RECEIVED_AT_CENTRAL", "PRINT_READY_RECORD",
    "SENT_FOR_CARD_PRINTING", "CARD_PRINTED", "CARD_SHIPPED", "CARD_ISSUED",
)  # fmt: skip
STATUS_LIHAT = ("DUPLICATE_RECORD", "ADJUDICATE_RECORD", "ADJUDICATE_IN_PROCESS")
STATUS_ASING = ("SELESAI_BOS", "REKAM ULANG MINGGU DEPAN", "XYZ")

KAWIN = {
    "BELUM": ("BELUM KAWIN", "Belum Kawin", "1", 1),
    "KAWIN": ("KAWIN", "Kawin", "2", 2, "KAWIN TERCATAT"),
    "KAWIN_LAIN": ("KAWIN BELUM TERCATAT", "3", 3),
    "CERAI": ("CERAI HIDUP", "CERAI MATI", "Cerai Hidup", "3", 3, "4", 4, "5", 5, "6", 6, "CERAI HIDUP TERCATAT"),
}
WNI = ("WNI", "Wni", "WNI ")
WNA = ("WNA", "ORANG ASING", "wna")
KELAMIN = {"L": ("L", "L", "LAKI-LAKI", "1", 1), "P": ("P", "P", "PEREMPUAN", "2", 2)}
TAK_TERBACA = ("-", "00-00-1980", "31-02-1985", "tidak tahu", "?", "lupa")

BULAN = _words("""
    Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember
""")
BULAN_PENDEK = _words("Jan Feb Mar Apr Mei Jun Jul Agu Sep Okt Nov Des")

_KASAR = (("oe", "u"), ("dj", "j"), ("tj", "c"), ("nj", "ny"), ("sj", "sy"), ("ch", "kh"), ("y", "j"))


def coarse(nama: str) -> str:
    """A key coarser than any fair normalisation: names with different keys are different people to everybody."""
    key = re.sub(r"[^a-z ]", "", nama.lower())
    for lama, baru in _KASAR:
        key = key.replace(lama, baru)
    return re.sub(r"(.)\1", r"\1", key)


def _assert_apart(*lists: object) -> None:
    for words in lists:
        assert isinstance(words, (list, tuple))
        assert len({coarse(word) for word in words}) == len(words)


_assert_apart([*NAMA_LAKI, *NAMA_KEDUA], [*NAMA_PEREMPUAN, *NAMA_KEDUA_PEREMPUAN], DESA)
