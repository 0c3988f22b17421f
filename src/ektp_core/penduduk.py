"""A resident as one row of the register, and the words and codes in which the register writes sex, marriage, citizenship.

A row says nothing of deaths, moves or recordings. Codes are read without needing the scheme: in both schemes of STAT_KWN
1 means never married, and any other code means is or was.
"""

import re
from datetime import date
from enum import StrEnum
from functools import lru_cache

from attrs import field, frozen

from ektp_core.alamat import normalize_number
from ektp_core.nama import normalize_nama
from ektp_core.nik import JenisKelamin, birth_digits, require_nik

LEMBAR = "PENDUDUK"


class StatusKawin(StrEnum):
    """What the register says of marriage; `PERNAH` is a code that means "is or was", without saying which.

    >>> StatusKawin.CERAI.pernah_kawin, StatusKawin.BELUM.pernah_kawin, StatusKawin.KOSONG.pernah_kawin
    (True, False, None)
    """

    BELUM = "BELUM KAWIN"
    KAWIN = "KAWIN"
    CERAI = "CERAI"
    PERNAH = "KAWIN/PERNAH KAWIN"
    KOSONG = ""
    TIDAK_TERBACA = "?"

    @property
    def pernah_kawin(self) -> bool | None:
        """Whether the person is, or ever was, married; None when the register does not say."""
        if self is StatusKawin.BELUM:
            return False
        return None if self in (StatusKawin.KOSONG, StatusKawin.TIDAK_TERBACA) else True


class Kewarganegaraan(StrEnum):
    """Citizen, foreigner, or a word that is neither.

    >>> Kewarganegaraan("WNI")
    <Kewarganegaraan.WNI: 'WNI'>
    """

    WNI = "WNI"
    WNA = "WNA"
    TIDAK_TERBACA = "?"


@frozen
class Penduduk:
    """One row of the register of residents (sheet `PENDUDUK`).

    `nik` is a cleaned NIK (see `ektp_core.nik`); `tanggal_lahir_tertulis` holds the written birth date only when it
    could not be read; `rt`, `rw` are keys of three digits. `itap_diketahui` is False when the source has no ITAP
    column at all, so that a foreigner stays undecided. `baris` is the row number in the source, 0 without one;
    `tak_terbaca` names what else was written and could not be read. What is asked again and
    again is worked out once: `kunci_nama` and `kunci_ibu`, by which names are compared, and `nik_cocok`, whether the NIK
    carries this very birth date, and this sex where one is written.

    >>> Penduduk(nik="3313110101800001", nama="Budi", tanggal_lahir=date(1980, 1, 1)).kewarganegaraan.value
    'WNI'
    """

    nik: str = field(converter=require_nik)
    nama: str = ""
    tanggal_lahir: date | None = None
    jenis_kelamin: JenisKelamin | None = None
    status_kawin: StatusKawin = StatusKawin.KOSONG
    tanggal_kawin: date | None = None
    kewarganegaraan: Kewarganegaraan = Kewarganegaraan.WNI
    itap_sampai: date | None = None
    itap_diketahui: bool = True
    no_kk: str = ""
    nama_ibu: str = ""
    alamat: str = ""
    rt: str = field(default="", converter=normalize_number)
    rw: str = field(default="", converter=normalize_number)
    desa: str = ""
    baris: int = 0
    tanggal_lahir_tertulis: str = ""
    tak_terbaca: str = ""
    kunci_nama: str = field(init=False, eq=False, repr=False)
    kunci_ibu: str = field(init=False, eq=False, repr=False)
    nik_cocok: bool = field(init=False, eq=False, repr=False)

    @kunci_nama.default
    def _normalize_nama(self) -> str:
        return normalize_nama(self.nama)

    @kunci_ibu.default
    def _normalize_ibu(self) -> str:
        return normalize_nama(self.nama_ibu)

    @nik_cocok.default
    def _compare(self) -> bool:
        lahir, tertulis = self.tanggal_lahir, self.nik[6:12]
        if lahir is None:
            return False
        if self.jenis_kelamin is None:
            return tertulis in (birth_digits(lahir, "L"), birth_digits(lahir, "P"))
        return tertulis == birth_digits(lahir, self.jenis_kelamin)


# Only what is understood whole: a word that merely contains KAWIN may be a "belum" spelt in a new way.
_BELUM = r"(?:B[EU]?L[OU]?[MN]|BL|TIDAK|TDK|TAK)"
_NIKAH = r"(?:KAWIN|KWN|KW|MENIKAH|NIKAH|NKH|MARRIED)"
_TERCATAT = r"(?: (?:BELUM |BLM |TIDAK |TDK )?TERCATAT)?"
_AWAL_STATUS = re.compile(r"^STATUS |(?<=\D) \d+$")
_BELUM_KAWIN = re.compile(rf"{_BELUM}(?: ?(?:PERNAH ?)?{_NIKAH})?|B ?K|B|S|LAJANG|SINGLE|JEJAKA|PERAWAN|GADIS|BUJANG")
_CERAI = re.compile(
    rf"(?:CERAI|CR)(?: ?(?:HIDUP|MATI|H|M))?{_TERCATAT}|C|CH|CM|(?:JANDA|DUDA)(?: (?:JANDA|DUDA|MATI|HIDUP|CERAI))*"
)
_KAWIN = re.compile(rf"(?:SUDAH |SDH |TELAH |PERNAH )?{_NIKAH}{_TERCATAT}(?: SIRI)?|K|M")

_KODE_KAWIN = {"1": StatusKawin.BELUM, "2": StatusKawin.KAWIN} | dict.fromkeys("3456", StatusKawin.PERNAH)

_BUKAN_KATA = re.compile(r"[^A-Z0-9]+")
_NOMOR_DEPAN = re.compile(r"^\d+\s+(?=[A-Z])")
_LAKI = frozenset(("L", "LK", "LAKI", "LAKI LAKI", "LAKILAKI", "PRIA", "M", "1", "01"))
_PEREMPUAN = frozenset(("P", "PR", "PRP", "PEREMPUAN", "WANITA", "W", "F", "2", "02"))
_WNI = frozenset(
    (
        "",
        "WNI",
        "W N I",
        "WN INDONESIA",
        "WARGA NEGARA INDONESIA",
        "INDONESIA",
        "INDONESIAN",
        "RI",
        "ID",
        "IDN",
        "1",
        "01",
    )
)
_ASING = frozenset(
    "WNA OA ASING ITAP KITAP ITAS KITAS FOREIGN FOREIGNER MALAYSIA MALAYSIAN SINGAPURA SINGAPORE CINA CHINA "
    "TIONGKOK RRC RRT TAIWAN HONGKONG KOREA JEPANG JAPAN INDIA PAKISTAN BANGLADESH FILIPINA PHILIPPINES "
    "THAILAND VIETNAM MYANMAR KAMBOJA LAOS BRUNEI TIMOR AUSTRALIA BELANDA NETHERLANDS JERMAN GERMANY INGGRIS "
    "BRITISH BRITANIA AMERIKA AMERICAN USA AS PERANCIS PRANCIS FRANCE ITALIA SPANYOL SWISS BELGIA AUSTRIA "
    "RUSIA TURKI ARAB YAMAN MESIR IRAN IRAK SURIAH NIGERIA KANADA BRASIL SELANDIA".split()
)


def _words(teks: str) -> str:
    return _NOMOR_DEPAN.sub("", _BUKAN_KATA.sub(" ", teks.upper()).strip())


@lru_cache(maxsize=1024)
def read_jenis_kelamin(teks: str) -> JenisKelamin | None:
    """Sex from a word or a SIAK code (1 L, 2 P); None when blank or not understood.

    >>> read_jenis_kelamin("Laki-laki"), read_jenis_kelamin("2"), read_jenis_kelamin("?")
    ('L', 'P', None)
    """
    kata = _words(teks)
    return "L" if kata in _LAKI else "P" if kata in _PEREMPUAN else None


@lru_cache(maxsize=1024)
def read_status_kawin(teks: str) -> StatusKawin:
    """Marriage from a word or a STAT_KWN code of either scheme.

    >>> read_status_kawin("Kawin Belum Tercatat").value, read_status_kawin("1").value, read_status_kawin("Cerai Mati").value
    ('KAWIN', 'BELUM KAWIN', 'CERAI')
    """
    if "?" in teks:
        return StatusKawin.TIDAK_TERBACA
    kata = _words(teks)
    if not kata:
        return StatusKawin.KOSONG
    if kata.isdigit():
        return _KODE_KAWIN.get(kata.lstrip("0"), StatusKawin.TIDAK_TERBACA)
    kata = _AWAL_STATUS.sub("", kata)
    if _BELUM_KAWIN.fullmatch(kata):
        return StatusKawin.BELUM
    if _CERAI.fullmatch(kata):
        return StatusKawin.CERAI
    if _KAWIN.fullmatch(kata):
        return StatusKawin.PERNAH if "PERNAH" in kata else StatusKawin.KAWIN
    return StatusKawin.TIDAK_TERBACA


@lru_cache(maxsize=1024)
def read_kewarganegaraan(teks: str) -> Kewarganegaraan:
    """Citizenship from a word, a code (1 WNI, 2 WNA) or a country's name; blank is WNI.

    >>> [read_kewarganegaraan(t).value for t in ("wni", "Malaysia", "2", "", "xyz")]
    ['WNI', 'WNA', 'WNA', 'WNI', '?']
    """
    if "?" in teks:
        return Kewarganegaraan.TIDAK_TERBACA
    kata = _words(teks)
    if kata in _WNI:
        return Kewarganegaraan.WNI
    if kata in ("2", "02") or not _ASING.isdisjoint(kata.split()):
        return Kewarganegaraan.WNA
    return Kewarganegaraan.TIDAK_TERBACA
