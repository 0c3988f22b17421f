"""What a desa ticked and wrote on a sweep list that came back: one row of such a list -> a `Kembalian`.

A tick speaks as a note does: about a person's paper, never about a register. Who the row is about, and what becomes of the
note beside the registers, is decided elsewhere.
"""

import re
from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from enum import StrEnum
from itertools import count

from attrs import field, frozen

from ektp_core.alamat import normalize_number
from ektp_core.aturan import declare, keputusan_proyek
from ektp_core.catatan import Catatan, is_denied, read_catatan
from ektp_core.galat import BARIS_JUMLAH, Galat, TanggalGalat
from ektp_core.kategori import Kategori
from ektp_core.masukan import Baris, clean_text, is_total_row, show_value
from ektp_core.nik import clean_nik, explain_nik, is_placeholder, mask_text, mask_written_nik
from ektp_core.tanggal import read_date

LEMBAR = "KEMBALI"
"""How a returned list is called in messages, before the name of its file."""

KEMBALI_01 = declare(
    "KEMBALI-01",
    "Satu tanda yang jelas pada lembar sisir adalah catatan desa dengan kategori kolomnya; SUDAH DATANG tidak berkategori.",
    keputusan_proyek(
        "lembar sisir ditandatangani ketua RT dan kepala desa; surat panggilan ada di Permendagri 9/2011, pasal pengembalian "
        "tidak ditemukan; "
        "kata di kolom tanda dan di CATATAN dibaca dengan aturan CATATAN"
    ),
)
KEMBALI_02 = declare(
    "KEMBALI-02",
    "Dua tanda, tanda dan catatan yang berlainan, atau isi yang tidak dipahami tidak memutuskan apa pun dan diperiksa orang.",
    keputusan_proyek("memilih satu dari dua tanda berarti menebak nasib seseorang"),
)


_KOSONG, _RAGU = Catatan(), Catatan(ragu=True)


class Tanda(StrEnum):
    """A column of the sweep list in which a desa ticks.

    >>> Tanda("PINDAH").kategori, Tanda.SUDAH_DATANG.kategori
    (<Kategori.PINDAH: 'PINDAH'>, None)
    """

    SUDAH_DATANG = "SUDAH_DATANG"
    MENINGGAL = "MENINGGAL"
    PINDAH = "PINDAH"
    ALAMAT_TIDAK_DIKETAHUI = "ALAMAT_TIDAK_DIKETAHUI"
    DOBEL = "DOBEL"

    __hash__ = str.__hash__

    @property
    def kategori(self) -> Kategori | None:
        """The category that a tick here gives a paper; None for a person who came."""
        return None if self is Tanda.SUDAH_DATANG else Kategori(self.value)

    @property
    def judul(self) -> str:
        """The column's header as printed."""
        return self.value.replace("_", " ")


@frozen
class Kembalian:
    """One row of a returned sweep list.

    `lembar` is the file (and sheet) it stands in, `baris` the row there. `nik` is a cleaned NIK. `tanda` are the columns
    that are ticked, `tertulis` all that the desa put into the row, on one line. `isi` is what it says as a note, `datang`
    whether it says only that the person came; `sebab` says why it decides nothing, where it is ambiguous.

    >>> satu = Kembalian("KEMBALI Jaten.xlsx", 9, "3313110101800001", isi=Catatan((Kategori.PINDAH,)))
    >>> satu.kosong, satu.isi.putusan
    (False, <Kategori.PINDAH: 'PINDAH'>)
    """

    lembar: str
    baris: int
    nik: str
    nama: str = ""
    desa: str = ""
    rw: str = field(default="", converter=normalize_number)
    rt: str = field(default="", converter=normalize_number)
    tanda: tuple[Tanda, ...] = ()
    tertulis: str = ""
    isi: Catatan = _KOSONG
    datang: bool = False
    sebab: str = ""

    @property
    def kosong(self) -> bool:
        """Whether the row says nothing: neither a note nor that the person came."""
        return not (self.isi.kategori or self.isi.ragu or self.datang)


KOLOM_TANDA = tuple(t.value for t in Tanda)
KOLOM_ORANG = ("NIK", "NAMA", *KOLOM_TANDA, "CATATAN")
"""Only a row with something in one of these is about a person; others are signatures and totals of the printed form."""

_KATA = {
    Tanda.SUDAH_DATANG: "sudah datang",
    Tanda.MENINGGAL: "meninggal",
    Tanda.PINDAH: "pindah",
    Tanda.ALAMAT_TIDAK_DIKETAHUI: "alamat tidak diketahui",
    Tanda.DOBEL: "dobel",
}
# With the ticks that Wingdings draws for a letter, as a text loses its font on the way.
_YA = frozenset("v vv x xx √ ✓ ✔ ☑ ☒ ✗ ✘ × ü û þ ý y ya iya yes ok oke sudah sdh benar betul 1 * + ● • true".split())
_TIDAK = frozenset("tidak tdk tak belum blm bukan no n t 0 ☐ □ false".split())
_HIASAN = re.compile(r"[\s.,;:!()\[\]{}'\"`’_–—-]+")
_BULAN = "(?:jan|feb|mar|apr|mei|jun|jul|agu|ags|sep|okt|nov|des)"
_RINCIAN = re.compile(
    rf"(?:ke|di|dengan|tgl|tanggal|bln|bulan|thn?|tahun|sejak|no|nomor|{_BULAN})\w*[\s.]"
    rf"|(?:19|20)\d\d$|\d{{1,2}}\s*(?:[/-]\s*\d{{1,2}}|{_BULAN}\w*)$"
)
"""Words that say where, when or which: a place, a date with or without its year, a number."""
_TAHUN = re.compile("(?:19|20)[0-9]{2}")
_AWAL_TANGGAL = date(2000, 1, 1)
_PALING_JAUH = timedelta(days=3653)


def is_about_person(isi: Mapping[str, object]) -> bool:
    """Whether a row of a returned list is about somebody: it has a NIK, a name, a tick or words of the desa.

    >>> is_about_person({"NIK": "", "ALAMAT": "Kepala Desa"}), is_about_person({"NAMA": "Budi"})
    (False, True)
    """
    return any(clean_text(isi.get(kolom)) for kolom in KOLOM_ORANG)


def read_kembalian(
    rows: Iterable[Baris],
    *,
    lembar: str = LEMBAR,
    on: date | None = None,
    baris: Iterable[int] | None = None,
    sistem_1904: bool = False,
) -> tuple[list[Kembalian], list[Galat]]:
    """Rows of a returned sweep list -> what the desa said, and the rows that name nobody.

    `rows`: mappings with NIK, NAMA, DESA, RW, RT, the columns of `Tanda`, and CATATAN; any but NIK may be missing.
    `lembar` names the file and sheet for messages, `baris` the row numbers, else 1, 2, 3, …; `on` is needed only for
    two-digit years. A row about nobody (a signature) is passed over; one without a usable NIK makes a `Galat`.

    >>> dua_tanda = {"NIK": "3313110101800002", "PINDAH": "v", "DOBEL": "x"}
    >>> rows = [{"NIK": "3313110101800001", "PINDAH": "v"}, dua_tanda, {"NIK": "?"}]
    >>> kembali, galat = read_kembalian(rows)
    >>> [(k.isi.putusan, k.isi.ragu) for k in kembali], galat[0].baris
    ([(<Kategori.PINDAH: 'PINDAH'>, False), (None, True)], 3)
    """
    hasil: list[Kembalian] = []
    galat: list[Galat] = []
    for nomor, isi in zip(count(1) if baris is None else baris, rows, strict=False):
        if not is_about_person(isi):
            continue
        nik = clean_nik(isi.get("NIK"))
        if not nik or is_placeholder(nik):
            galat.append(_refuse(lembar, nomor, isi))
        else:
            hasil.append(_read_row(lembar, nomor, nik, isi, on, sistem_1904))
    return hasil, galat


def _refuse(lembar: str, nomor: int, isi: Baris) -> Galat:
    nilai = mask_written_nik(mask_text(show_value(isi.get("NIK"))))
    if is_total_row(isi):
        return Galat(lembar, nomor, "NIK", nilai, BARIS_JUMLAH)
    sebab = explain_nik(isi.get("NIK")) or "nomor tiruan"
    tulis = mask_text("; ".join(t for t in (clean_text(isi.get("NAMA")), _written(isi)) if t))
    usul = f"isi NIK lalu baca lagi: {tulis}" if tulis else ""
    return Galat(lembar, nomor, "NIK", nilai, f"NIK 16 angka ({sebab})", usul)


def _read_row(lembar: str, nomor: int, nik: str, isi: Baris, on: date | None, sistem_1904: bool) -> Kembalian:
    ya: list[Tanda] = []
    asing: list[Tanda] = []
    for tanda in Tanda:
        jawab = _ticked(isi.get(tanda.value), tanda, on, sistem_1904)
        if jawab is None:
            asing.append(tanda)
        elif jawab:
            ya.append(tanda)
    catatan, datang, sebab = _meaning(ya, asing, clean_text(isi.get("CATATAN")))
    return Kembalian(
        lembar,
        nomor,
        nik,
        clean_text(isi.get("NAMA")),
        clean_text(isi.get("DESA")),
        isi.get("RW"),
        isi.get("RT"),
        tuple(ya),
        _written(isi),
        catatan,
        datang,
        sebab,
    )


def _written(isi: Baris) -> str:
    """What the desa put into the row: each filled column with its content, then the words."""
    bagian = [f"{t.judul} {show_value(isi.get(t.value))}" for t in Tanda if show_value(isi.get(t.value))]
    return "; ".join([*bagian, *filter(None, [clean_text(isi.get("CATATAN"))])])


def _ticked(nilai: object, tanda: Tanda, on: date | None, sistem_1904: bool) -> bool | None:
    """Whether a cell of a tick column is ticked; None when its content is not understood."""
    if isinstance(nilai, bool):
        return nilai
    teks = clean_text(nilai)
    kunci = _HIASAN.sub("", teks.lower())
    if not kunci:
        # A dash says "no"; a mark of nothing but question marks says "not sure".
        return None if "?" in teks else False
    if kunci in _YA:
        return True
    if kunci in _TIDAK:
        return False
    if _is_recent_date(nilai, on, sistem_1904):
        return True
    if kunci.isdigit() and not _TAHUN.fullmatch(kunci):
        # An RT or a NIK in a tick column: the columns have been moved.
        return None
    return True if _says_the_same(teks, tanda) else None


def _says_the_same(teks: str, tanda: Tanda) -> bool:
    """Whether words in a tick column say what the column says, or only where, when or which."""
    if is_denied(teks):
        return False
    sendiri = read_catatan(teks).kategori
    if sendiri or not _RINCIAN.match(teks.lower()):
        return sendiri == (tanda.kategori,)
    bersama = read_catatan(f"{_KATA[tanda]} {teks}")
    return tanda.kategori is None or (not bersama.ragu and bersama.kategori == (tanda.kategori,))


def _is_recent_date(nilai: object, on: date | None, sistem_1904: bool) -> bool:
    """A date is a tick; a small number is no date, though a spreadsheet could count it as one of 1900."""
    try:
        tanggal = read_date(nilai, latest=None if on is None else on + _PALING_JAUH, sistem_1904=sistem_1904)
    except TanggalGalat:
        return False
    return tanggal is not None and tanggal >= _AWAL_TANGGAL


def _meaning(ya: list[Tanda], asing: list[Tanda], kata: str) -> tuple[Catatan, bool, str]:
    """What ticks and words say together: the note, whether the person only came, and why it is ambiguous."""
    if asing:
        return _RAGU, False, f"isi kolom {' dan '.join(t.judul for t in asing)} tidak dipahami"
    if len(ya) > 1:
        return _RAGU, False, f"{len(ya)} tanda: {', '.join(t.judul for t in ya)}"
    if not ya:
        catatan = read_catatan(kata)
        return catatan, False, "catatan tidak jelas" if catatan.ragu else ""
    (tanda,) = ya
    kategori = tanda.kategori
    lain = f"tanda {tanda.judul} tidak sesuai dengan catatannya"
    if kategori is None:
        bertentangan = bool(read_catatan(kata).kategori) or is_denied(kata)
        return (_RAGU, False, lain) if bertentangan else (_KOSONG, True, "")
    # The column's word in front: "ke Solo" beside a tick says where the person moved.
    catatan = read_catatan(f"{_KATA[tanda]} {kata}")
    if catatan.ragu or catatan.kategori != (kategori,):
        return _RAGU, False, lain
    return Catatan((kategori,)), False, ""
