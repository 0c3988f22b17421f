"""Mappings with canonical column names -> records and `Galat`, so that a sheet, a CSV file and a database share one reader.

Nothing raises for a bad row: a row that cannot be used becomes a `Galat` with its place. A key that a mapping lacks is a
column that the source lacks; a key with a blank value is a blank cell.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from functools import lru_cache
from itertools import count
from typing import TypeVar

from attrs import field, frozen

from ektp_core import mutasi as _mutasi
from ektp_core import penduduk as _penduduk
from ektp_core import perekaman as _perekaman
from ektp_core import undangan as _undangan
from ektp_core.alamat import LEMBAR as LEMBAR_WILAYAH
from ektp_core.alamat import Lingkungan, normalize_desa
from ektp_core.aturan import declare, keputusan_proyek
from ektp_core.galat import BARIS_JUMLAH, Galat, TanggalGalat
from ektp_core.mutasi import Arah, Meninggal, Pindah, is_clear_arah, read_arah
from ektp_core.nik import HILANG, clean_nik, explain_nik, is_placeholder, mask_text, mask_written_nik
from ektp_core.penduduk import Kewarganegaraan, Penduduk, read_jenis_kelamin, read_kewarganegaraan, read_status_kawin
from ektp_core.perekaman import Perekaman
from ektp_core.tanggal import read_date
from ektp_core.tulisan import show_date, strip_invisible
from ektp_core.undangan import Undangan

Baris = Mapping[str, object]
LAINNYA = "LAINNYA"
"""Key under which a reader may hand over what stands outside the known columns, so that such a row is not blank."""

_Rekaman = TypeVar("_Rekaman")
TANGGAL_01 = declare(
    "TANGGAL-01",
    "Tahun dua angka adalah yang terakhir yang tidak sesudah tanggal acuan; untuk peristiwa dan ITAP, sepuluh tahun sesudahnya.",
    keputusan_proyek(
        "perpindahan 15-9-12 yang dicatat pada Agustus 2012 adalah bulan depan, bukan tahun 1912; ITAP berlaku ke depan"
    ),
)
PERISTIWA_KE_DEPAN = timedelta(days=3653)
"""How long after the reference date an event or an ITAP with a two-digit year may lie (TANGGAL-01)."""
_STRIP = "-–—_./\\ "
_JUMLAH = ("JUMLAH", "TOTAL", "JML", "SUBTOTAL", "GRANDTOTAL")


def clean_text(nilai: object) -> str:
    """A field's value as one line of text: single spaces, nothing invisible; empty for blank and for dashes alone.

    >>> clean_text("  Budi\\u00a0 Santoso "), clean_text(12.0), clean_text("-"), clean_text(None)
    ('Budi Santoso', '12', '', '')
    """
    if nilai is None or nilai != nilai:
        return ""
    if isinstance(nilai, str):
        if (
            len(nilai) > 3
            and nilai[-1] != "0"
            and nilai.isascii()
            and nilai.isprintable()
            and "  " not in nilai
            and nilai.strip() is nilai
        ):
            return nilai
        teks = strip_invisible(nilai)
    elif isinstance(nilai, float) and abs(nilai) < 1e16 and nilai.is_integer():
        teks = str(int(nilai))
    else:
        teks = str(nilai)
    teks = " ".join(teks.split())
    if teks.endswith((".0", ",0")) and teks[:-2].isdigit():
        # A whole number as an export of a table writes it.
        teks = teks[:-2]
    return teks if len(teks) > 3 or teks.strip(_STRIP) else ""


class _Tanggal:
    """Reads the date fields of one source, each spelling once."""

    def __init__(self, latest: date | None, sistem_1904: bool) -> None:
        self._latest, self._sistem_1904 = latest, sistem_1904
        self._ingat: dict[object, tuple[date | None, str]] = {}

    def read(self, nilai: object) -> tuple[date | None, str]:
        """The date or None, and why it could not be read (empty for a date and for blank)."""
        if nilai is None or nilai == "" or nilai != nilai:
            return None, ""
        if not isinstance(nilai, str | float | int | date):
            return None, "isi ini bukan tanggal"
        kunci = (type(nilai), nilai)
        hasil = self._ingat.get(kunci)
        if hasil is None:
            try:
                hasil = read_date(nilai, latest=self._latest, sistem_1904=self._sistem_1904), ""
            except TanggalGalat as e:
                hasil = None, str(e)
            self._ingat[kunci] = hasil
        return hasil


class _Teks(dict[str, str]):
    """Cleans texts that recur (a desa, a status word), each once."""

    def __missing__(self, nilai: str) -> str:
        teks = self[nilai] = clean_text(nilai)
        return teks


@frozen
class _Sumber:
    """What is the same for all rows of one source."""

    lembar: str
    lahir: _Tanggal
    peristiwa: _Tanggal
    teks: _Teks = field(factory=_Teks)

    def text(self, nilai: object) -> str:
        """As `clean_text`, for a field whose texts recur."""
        return self.teks[nilai] if type(nilai) is str else clean_text(nilai)

    def galat(self, baris: int, kolom: str, nilai: object, harusnya: str, usul: str = "") -> Galat:
        return Galat(self.lembar, baris, kolom, mask_written_nik(mask_text(show_value(nilai))), harusnya, usul)

    def galat_nik(self, baris: int, isi: Baris, harusnya: str = "") -> Galat:
        nilai = isi.get("NIK")
        if is_total_row(isi):
            return self.galat(baris, "NIK", nilai, BARIS_JUMLAH)
        return self.galat(baris, "NIK", nilai, harusnya or f"NIK 16 angka ({explain_nik(nilai)})")


def show_value(nilai: object) -> str:
    """A value as an officer would recognise it from the cell.

    >>> show_value(3313110101800000.0), show_value(date(2012, 8, 28)), show_value(None)
    ('3313110101800000', '28-08-2012', '')
    """
    if isinstance(nilai, date):
        return show_date(nilai)
    return clean_text(nilai)


def is_total_row(isi: Baris) -> bool:
    """Whether a row is a totals row: one of its texts is JUMLAH, TOTAL or the like.

    >>> is_total_row({"NIK": None, "NAMA": "JUMLAH", "DESA": 12})
    True
    """
    return any(isinstance(v, str) and _says_total(v) for v in isi.values())


@lru_cache(maxsize=4096)
def _says_total(teks: str) -> bool:
    return teks.upper().replace(" ", "").strip(":.=-").startswith(_JUMLAH)


def is_blank_row(isi: Baris) -> bool:
    """Whether every cell of the row is blank.

    >>> is_blank_row({"NIK": None, "NAMA": "\\u00a0"})
    True
    """
    return not any(
        v is not None and v != "" and v == v and (not isinstance(v, str) or strip_invisible(v).strip())
        for v in isi.values()
    )


def _read(
    rows: Iterable[Baris],
    make: Callable[[_Sumber, int, Baris], _Rekaman | Galat],
    lembar: str,
    on: date | None,
    baris: Iterable[int] | None,
    sistem_1904: bool,
) -> tuple[list[_Rekaman], list[Galat]]:
    depan = None if on is None else on + PERISTIWA_KE_DEPAN
    sumber = _Sumber(lembar, _Tanggal(on, sistem_1904), _Tanggal(depan, sistem_1904))
    rekaman: list[_Rekaman] = []
    galat: list[Galat] = []
    for nomor, isi in zip(count(1) if baris is None else baris, rows, strict=False):
        nik = isi.get("NIK")
        if not (isinstance(nik, str) and nik.isalnum()) and is_blank_row(isi):
            continue
        hasil = make(sumber, nomor, isi)
        if isinstance(hasil, Galat):
            galat.append(hasil)
        else:
            rekaman.append(hasil)
    return rekaman, galat


def _penduduk_row(s: _Sumber, baris: int, isi: Baris) -> Penduduk | Galat:
    nik = clean_nik(isi.get("NIK"))
    if not nik or is_placeholder(nik):
        return s.galat_nik(baris, isi, "NIK milik sendiri, bukan nomor tiruan" if nik else "")
    lahir, sebab = s.lahir.read(isi.get("TGL_LAHIR"))
    kawin, sebab_kawin = s.lahir.read(isi.get("TGL_KAWIN"))
    itap, sebab_itap = s.peristiwa.read(isi.get("ITAP_SAMPAI"))
    warga = s.text(isi.get("KEWARGANEGARAAN"))
    return Penduduk(
        nik,
        clean_text(isi.get("NAMA")),
        lahir,
        read_jenis_kelamin(s.text(isi.get("JENIS_KELAMIN"))),
        read_status_kawin(s.text(isi.get("STATUS_KAWIN"))),
        kawin,
        # Only a foreigner has an ITAP: with one, a blank citizenship is an open question.
        read_kewarganegaraan(warga) if warga or itap is None else Kewarganegaraan.TIDAK_TERBACA,
        itap,
        "ITAP_SAMPAI" in isi,
        _family_card(isi.get("NO_KK")),
        clean_text(isi.get("NAMA_IBU")),
        s.text(isi.get("ALAMAT")),
        isi.get("RT"),
        isi.get("RW"),
        s.text(isi.get("DESA")),
        baris,
        show_value(isi.get("TGL_LAHIR")) if sebab else "",
        _unread(isi, TGL_KAWIN=sebab_kawin, ITAP_SAMPAI=sebab_itap) if sebab_kawin or sebab_itap else "",
    )


def _unread(isi: Baris, **sebab: str) -> str:
    return "; ".join(f"{kolom} {show_value(isi.get(kolom))!r}: {s}" for kolom, s in sebab.items() if s)


def _family_card(nilai: object) -> str:
    nomor = clean_nik(nilai)
    return "" if is_placeholder(nomor) or nomor.endswith(HILANG) else nomor


def _undangan_row(s: _Sumber, baris: int, isi: Baris) -> Undangan | Galat:
    tulis = isi.get("NIK")
    nik = clean_nik(tulis)
    nama = clean_text(isi.get("NAMA"))
    lahir, sebab = s.lahir.read(isi.get("TGL_LAHIR"))
    if not nik and (not nama or lahir is None):
        if sebab:
            return s.galat(
                baris, "TGL_LAHIR", isi.get("TGL_LAHIR"), f"NIK 16 angka, atau nama dan tanggal lahir ({sebab})"
            )
        return s.galat_nik(baris, isi, f"NIK 16 angka, atau nama dan tanggal lahir ({explain_nik(tulis)})")
    return Undangan(
        clean_text(isi.get("NO_UNDANGAN")),
        nik,
        nama,
        lahir,
        s.text(isi.get("ALAMAT")),
        isi.get("RT"),
        isi.get("RW"),
        s.text(isi.get("DESA")),
        s.peristiwa.read(isi.get("TGL_JADWAL"))[0],
        s.text(isi.get("KETERANGAN")),
        baris,
        "" if nik == tulis else show_value(tulis),
    )


def _perekaman_row(s: _Sumber, baris: int, isi: Baris) -> Perekaman | Galat:
    nik = clean_nik(isi.get("NIK"))
    if not nik or is_placeholder(nik):
        return s.galat_nik(baris, isi)
    tanggal, sebab = s.peristiwa.read(isi.get("TGL_REKAM"))
    if tanggal is None:
        return s.galat(baris, "TGL_REKAM", isi.get("TGL_REKAM"), f"tanggal perekaman ({sebab or 'kosong'})")
    return Perekaman(nik, tanggal, s.text(isi.get("STATUS")), s.text(isi.get("TEMPAT")), baris)


def _pindah_row(s: _Sumber, baris: int, isi: Baris) -> Pindah | Galat:
    nik = clean_nik(isi.get("NIK"))
    if not nik or is_placeholder(nik):
        return s.galat_nik(baris, isi)
    tanggal, sebab = s.peristiwa.read(isi.get("TGL_PINDAH"))
    tulis = s.text(isi.get("ARAH"))
    arah = read_arah(tulis)
    if tanggal is None and arah is Arah.DATANG:
        return s.galat(baris, "TGL_PINDAH", isi.get("TGL_PINDAH"), f"tanggal datang ({sebab or 'kosong'})")
    tertulis = "" if tanggal else show_value(isi.get("TGL_PINDAH"))
    return Pindah(nik, tanggal, arah, baris, tertulis, "" if is_clear_arah(tulis) else tulis)


def _meninggal_row(s: _Sumber, baris: int, isi: Baris) -> Meninggal | Galat:
    nik = clean_nik(isi.get("NIK"))
    if not nik or is_placeholder(nik):
        return s.galat_nik(baris, isi)
    tanggal, _ = s.peristiwa.read(isi.get("TGL_MENINGGAL"))
    return Meninggal(nik, tanggal, baris, "" if tanggal else show_value(isi.get("TGL_MENINGGAL")))


def _wilayah_row(s: _Sumber, baris: int, isi: Baris) -> Lingkungan | Galat:
    desa = s.text(isi.get("DESA"))
    if is_total_row(isi) or not normalize_desa(desa):
        return s.galat(baris, "DESA", isi.get("DESA"), "nama desa" if not is_total_row(isi) else BARIS_JUMLAH)
    return Lingkungan(desa, isi.get("RW"), isi.get("RT"), baris)


def read_penduduk(
    rows: Iterable[Baris], *, on: date | None = None, baris: Iterable[int] | None = None, sistem_1904: bool = False
) -> tuple[list[Penduduk], list[Galat]]:
    """Rows of the register of residents -> residents, and the rows that could not be used.

    `rows`: mappings with the canonical columns of sheet `PENDUDUK`. `on` is the reference date, needed only for
    two-digit years (without it such a date is unreadable). `baris`: row numbers for messages, else 1, 2, 3, …
    A blank or stand-in NIK makes a `Galat`; an unreadable birth date does not: the resident stays, undecided.

    >>> orang, galat = read_penduduk([{"NIK": "3313110101800001", "NAMA": "Budi", "TGL_LAHIR": "1-1-1980"}, {"NIK": "0"}])
    >>> orang[0].tanggal_lahir, galat[0].baris
    (datetime.date(1980, 1, 1), 2)
    """
    return _read(rows, _penduduk_row, _penduduk.LEMBAR, on, baris, sistem_1904)


def read_undangan(
    rows: Iterable[Baris], *, on: date | None = None, baris: Iterable[int] | None = None, sistem_1904: bool = False
) -> tuple[list[Undangan], list[Galat]]:
    """Rows of the invitation list -> invitations, and the rows without any usable identity (as `read_penduduk`).

    >>> undangan, galat = read_undangan([{"NO_UNDANGAN": 7.0, "NIK": "3313110101800001", "KETERANGAN": "alm."}])
    >>> undangan[0].nomor, undangan[0].keterangan, galat
    ('7', 'alm.', [])
    """
    return _read(rows, _undangan_row, _undangan.LEMBAR, on, baris, sistem_1904)


def read_perekaman(
    rows: Iterable[Baris], *, on: date | None = None, baris: Iterable[int] | None = None, sistem_1904: bool = False
) -> tuple[list[Perekaman], list[Galat]]:
    """Rows of the recording log -> recordings, and the rows without a NIK or a date (as `read_penduduk`).

    >>> rekam, galat = read_perekaman([{"NIK": "3313110101800001", "TGL_REKAM": "28 Agustus 2012"}, {"NIK": "3313110101800001"}])
    >>> rekam[0].tanggal, galat[0].kolom
    (datetime.date(2012, 8, 28), 'TGL_REKAM')
    """
    return _read(rows, _perekaman_row, _perekaman.LEMBAR, on, baris, sistem_1904)


def read_pindah(
    rows: Iterable[Baris], *, on: date | None = None, baris: Iterable[int] | None = None, sistem_1904: bool = False
) -> tuple[list[Pindah], list[Galat]]:
    """Rows of the register of moves -> moves, and the unusable rows; only an arrival needs a date (as `read_penduduk`).

    >>> nik = "3313110101800001"
    >>> pindah, galat = read_pindah([{"NIK": nik, "TGL_PINDAH": ""}, {"NIK": nik, "ARAH": "DATANG"}])
    >>> pindah[0].tanggal, len(galat)
    (None, 1)
    """
    return _read(rows, _pindah_row, _mutasi.LEMBAR_PINDAH, on, baris, sistem_1904)


def read_meninggal(
    rows: Iterable[Baris], *, on: date | None = None, baris: Iterable[int] | None = None, sistem_1904: bool = False
) -> tuple[list[Meninggal], list[Galat]]:
    """Rows of the register of deaths -> deaths, and the unusable rows (as `read_penduduk`).

    >>> read_meninggal([{"NIK": "3313110101800001", "TGL_MENINGGAL": "2012-08-01"}])[0][0].tanggal
    datetime.date(2012, 8, 1)
    """
    return _read(rows, _meninggal_row, _mutasi.LEMBAR_MENINGGAL, on, baris, sistem_1904)


def read_wilayah(rows: Iterable[Baris], *, baris: Iterable[int] | None = None) -> tuple[list[Lingkungan], list[Galat]]:
    """Rows of the list of known addresses -> known addresses, and the rows without a desa (as `read_penduduk`).

    >>> read_wilayah([{"DESA": "Jaten", "RW": 1.0, "RT": "02"}])[0][0].rt
    '002'
    """
    return _read(rows, _wilayah_row, LEMBAR_WILAYAH, None, baris, False)
