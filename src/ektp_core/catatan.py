"""The desa's free-text note on an invitation, read as a category; with "ambiguous" as an answer.

A note decides about a paper, never about a register. What is negated, questioned, said of a relative or not understood
is ambiguous: a person must look. Nothing here knows the person.
"""

import re
from functools import lru_cache

from attrs import frozen

from ektp_core.aturan import declare, keputusan_proyek
from ektp_core.kategori import Kategori
from ektp_core.tulisan import strip_invisible

CATATAN_01 = declare(
    "CATATAN-01",
    "Catatan desa yang jelas memberi kategori undangan: DOBEL, MENINGGAL, PINDAH atau ALAMAT_TIDAK_DIKETAHUI.",
    keputusan_proyek(
        "Permendagri 9/2011 memuat surat panggilan yang dilayani desa; pasal pengembalian belum ditemukan"
    ),
)
CATATAN_02 = declare(
    "CATATAN-02",
    "Catatan yang diingkari, dipertanyakan, tentang kerabat, atau tidak dipahami tidak memutuskan apa pun.",
    keputusan_proyek("mengembalikan undangan orang yang masih wajib lebih merugikan daripada memeriksanya sekali lagi"),
)
CATATAN_03 = declare(
    "CATATAN-03",
    "Catatan dengan dua kategori, atau dua catatan berbeda, mengikuti urutan tabel selain DOBEL dan diperiksa orang.",
    keputusan_proyek("satu orang dapat masuk beberapa kategori; urutan tabel berlaku juga untuk catatan"),
)
CATATAN_04 = declare(
    "CATATAN-04",
    "Catatan DOBEL saja tidak memutuskan apa pun; tanpa undangan kedua ia diperiksa orang.",
    keputusan_proyek("dobel diputuskan dari undangan yang lain, bukan dari catatan"),
)
CATATAN_05 = declare(
    "CATATAN-05",
    "Catatan meninggal atau pindah kalah dari register yang memuat peristiwa itu pada tanggal mana pun.",
    keputusan_proyek("kematian dan kepindahan memerlukan dokumen (UU 23/2006 pasal 44 dan 15, perlu dicek)"),
)

URUTAN = (Kategori.MENINGGAL, Kategori.PINDAH, Kategori.ALAMAT_TIDAK_DIKETAHUI, Kategori.DOBEL)
"""Which category of a note goes first; DOBEL last, as it decides nothing by itself."""


@frozen
class Catatan:
    """What a note says: its categories in the order in which they would be tried, and whether it is ambiguous.

    An ambiguous note decides nothing. No category and not ambiguous: a blank note, or one without bearing.

    >>> read_catatan("pindah ikut suami").putusan, read_catatan("belum pindah").ragu
    (<Kategori.PINDAH: 'PINDAH'>, True)
    """

    kategori: tuple[Kategori, ...] = ()
    ragu: bool = False

    @property
    def putusan(self) -> Kategori | None:
        """The category that decides: the first that is not DOBEL; None when nothing decides."""
        if self.ragu:
            return None
        return next((k for k in self.kategori if k is not Kategori.DOBEL), None)


_KOSONG = Catatan()
_RAGU = Catatan(ragu=True)

_TIDAK = r"(?:tidak|tdk|tidk|tdak|tak|td|kurang|krg|gak|ga|nggak|ngga|g|tanpa)"
_KERABAT = (
    r"(?:istri|isteri|suami|anak|ayah|bapak|bpk|bapa|ibu|janda|duda|mertua|menantu|orang ?tua|ortu|adik|kakak|kakek|nenek|"
    r"simbah|mbah|cucu|paman|bibi|saudara|sdr|keponakan|ponakan|besan|ipar)(?:nya)?"
)
_POLA_ALAMAT = re.compile(
    rf"\b(?:(?:alamat|almt|almat|alamatnya)\s+(?:ini\s+|tsb\s+|nya\s+)?{_TIDAK}\s+(?:ada\b|lengkap|benar|sesuai|valid|terdaftar|"
    rf"pasti|(?:di)?(?:tahu|cari))|"
    rf"(?:alamat|almt)\s+(?:palsu|fiktif|salah|keliru|kosong)|salah\s+alamat|"
    rf"{_TIDAK}\s+(?:di)?(?:ketahui|kenal|jelas|ke?te?mu|temukan)|"
    rf"(?:alamat|almt)\s*$)"
)
_POLA = {
    Kategori.DOBEL: re.compile(
        r"\b(?:dobel|doble|double|doubel|dobl|dobbel|dubel|dbl|ganda|rangkap|duplikat|2\s*x|2\s*kali|dua\s+kali)\b"
    ),
    Kategori.MENINGGAL: re.compile(
        r"†|\b(?:alm|almh|almarhum|almarhumah|wafat|meninggal|meningal|meninggl|mninggal|mnggl|mgl|mati|m\s?d|tutup\s+usia|berpulang)\b"
    ),
    Kategori.PINDAH: re.compile(
        rf"\b(?:pindah|pndh|pindh|pidah|pinda|boro|mboro|transmigrasi|transmigran)\b|\bikut\s+(?:{_KERABAT}|keluarga)\b"
    ),
}
_IKUT = re.compile(rf"\bikut\s+{_KERABAT}\b")
_SUMBER = re.compile(rf"\b(?:menurut|kata|info|informasi|keterangan|ket|laporan|lapor)\s+(?:dari\s+)?{_KERABAT}\b")
_EKOR = re.compile(
    rf"\b(?:{_TIDAK}|belum|blm)\s+(?:ada\s+|di|me|punya\s+)?(?:lapor|akta|akte|surat|urus|ngurus|dokumen|tercatat)\w*"
)
_INGKAR = re.compile(rf"\b(?:{_TIDAK}|belum|blm|bukan|batal|jangan|masih|urung|gajadi)\b")
_GOYAH = re.compile(
    r"\?|\b(?:merantau|rantau|mungkin|katanya|kabarnya|kayaknya|sepertinya|barangkali|diduga|kira|entah|akan|mau|rencana|"
    r"hendak|hampir|pindahan|datang|masuk|kembali|balik|pulang|ktp|kartu|atau)\b"
)
_KERABAT_LEPAS = re.compile(rf"\b{_KERABAT}\b")
_NETRAL = re.compile(
    r"v|x?ok|oke|√|✓|ada|lengkap|sah|sesuai|valid|"
    r"(?:(?:sudah|sdh|telah)\s+)?(?:direkam|perekaman|difoto|foto|rekam|datang|hadir|diterima|menerima|terima|sampai|terkirim|"
    r"disampaikan|diserahkan|dititipkan|dibagikan|dibagi|diantar|diambil|ambil|titip)"
    r"(?:\s+(?:e\s?ktp|undangan|ybs|sendiri|langsung|keluarga|ke|di|oleh|pak|bu|rt|rw|kadus|tetangga|\d+))*"
)
"""Remarks on the delivery: they say nothing of the person, and would swamp the list of what to look at."""
_BERSIH = re.compile(r"[^\w?†√✓]+")


def _read(teks: str) -> Catatan:
    ditemukan: set[Kategori] = set()
    sisa = _SUMBER.sub(" ", teks)
    if _POLA_ALAMAT.search(sisa):
        ditemukan.add(Kategori.ALAMAT_TIDAK_DIKETAHUI)
        sisa = _POLA_ALAMAT.sub(" ", sisa)
    for kategori, pola in _POLA.items():
        if pola.search(sisa):
            ditemukan.add(kategori)
    if not ditemukan:
        return _KOSONG if _NETRAL.fullmatch(teks) else _RAGU
    sisa = _IKUT.sub(" ", sisa)
    if _GOYAH.search(teks) or _INGKAR.search(_EKOR.sub(" ", sisa)) or _KERABAT_LEPAS.search(sisa):
        return _RAGU
    return Catatan(tuple(k for k in URUTAN if k in ditemukan))


def _key(teks: str) -> str:
    return " ".join(_BERSIH.sub(" ", strip_invisible(teks).lower()).replace("_", " ").split())


@lru_cache(maxsize=16384)
def read_catatan(teks: str) -> Catatan:
    """The note as categories, or as ambiguous; blank (and dashes) give neither.

    Negations, relatives (but not `ikut suami`), question marks, `merantau`, and words that are not understood make a
    note ambiguous.

    >>> read_catatan("alm.").kategori, read_catatan("alamat tdk jelas").kategori
    ((<Kategori.MENINGGAL: 'MENINGGAL'>,), (<Kategori.ALAMAT_TIDAK_DIKETAHUI: 'ALAMAT_TIDAK_DIKETAHUI'>,))
    >>> read_catatan("istri alm").ragu, read_catatan("dobel, meninggal").putusan, read_catatan(" - ")
    (True, <Kategori.MENINGGAL: 'MENINGGAL'>, Catatan(kategori=(), ragu=False))
    """
    kecil = _key(teks)
    return _read(kecil) if kecil else _KOSONG


def is_denied(teks: str) -> bool:
    """Whether words deny or question what they stand beside.

    >>> is_denied("belum difoto"), is_denied("hari Senin?"), is_denied("di balai desa")
    (True, True, False)
    """
    kecil = _key(teks)
    return "?" in kecil or _INGKAR.search(kecil) is not None
