"""What the core reads in a writing, as the small numbers and texts that frames are joined and compared by.

A ground depends on a date only through the side of a few days on which it falls; so it is asked of the core once for
each combination of sides and words, and looked up for everybody.
"""

from bisect import bisect_left
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from itertools import product

from attrs import frozen

from ektp_core.catatan import read_catatan
from ektp_core.galat import TanggalGalat
from ektp_core.masukan import clean_text, read_meninggal, read_penduduk, read_perekaman, read_pindah
from ektp_core.penduduk import Kewarganegaraan, Penduduk, StatusKawin, read_status_kawin
from ektp_core.perekaman import Perekaman
from ektp_core.tanggal import latest_birth, read_date
from ektp_core.tulisan import show_date
from ektp_core.wajib import death_at, domicile_at, ground_of, wajib_by

NIK_CONTOH = "3313110101800001"
_SATU_HARI = timedelta(days=1)
_STATUS, _WARGA = tuple(StatusKawin), tuple(Kewarganegaraan)
Jawab = Sequence[object]


def as_number(tanggal: date) -> int:
    """A date as a number that sorts by it."""
    return tanggal.year * 10_000 + tanggal.month * 100 + tanggal.day


def _read(nilai: object, on: date) -> date | None:
    try:
        return read_date(nilai, latest=on)
    except TanggalGalat:
        return None


@frozen
class Sisi:
    """The sides of a few days on which a date can fall: days in order, each the last of its side."""

    akhir: tuple[date, ...]

    def of(self, tanggal: date | None) -> int:
        """The side of a date; 0 without one."""
        return 0 if tanggal is None else 1 + bisect_left(self.akhir, tanggal)

    def examples(self) -> tuple[date | None, ...]:
        """One date of each side, in the order of `of`."""
        return (None, *self.akhir, self.akhir[-1] + _SATU_HARI)


class Alasan:
    """The ground of a resident by this row alone, from four small numbers that stand for what is written.

    >>> a = Alasan(date(2012, 8, 28), itap_diketahui=True)
    >>> dewasa = a.code(a.lahir.of(date(1980, 1, 1)), a.kawin.of(None), 0, a.read_citizen("WNI", None)[0])
    >>> dewasa in a.ya, dewasa in a.belum_tahu
    (True, False)
    """

    def __init__(self, on: date, *, itap_diketahui: bool) -> None:
        self._on = on
        self._itap_diketahui = itap_diketahui
        self.lahir = Sisi((latest_birth(on), on))
        self.kawin = Sisi((on,))
        self.itap = Sisi((on - _SATU_HARI,))
        self.ya: list[int] = []
        self.belum_tahu: list[int] = []
        for kode, p in self._iter_cases():
            wajib = wajib_by(ground_of(p, on))
            if wajib is not False:
                (self.ya if wajib else self.belum_tahu).append(kode)

    def _iter_cases(self) -> list[tuple[int, Penduduk]]:
        semua = []
        for (i, lahir), (j, kawin), (s, status), (w, warga), (t, itap) in product(
            enumerate(self.lahir.examples()),
            enumerate(self.kawin.examples()),
            enumerate(_STATUS),
            enumerate(_WARGA),
            enumerate(self.itap.examples()),
        ):
            p = Penduduk(
                NIK_CONTOH,
                tanggal_lahir=lahir,
                status_kawin=status,
                tanggal_kawin=kawin,
                kewarganegaraan=warga,
                itap_sampai=itap,
                itap_diketahui=self._itap_diketahui,
            )
            semua.append((self.code(i, j, s, self._citizen_code(w, t)), p))
        return semua

    def _citizen_code(self, warga: int, itap: int) -> int:
        return warga * len(self.itap.examples()) + itap

    @property
    def factors(self) -> tuple[int, int, int, int]:
        """By what the four numbers are multiplied to make one."""
        warga = 1
        status = len(_WARGA) * len(self.itap.examples())
        kawin = status * len(_STATUS)
        return kawin * len(self.kawin.examples()), kawin, status, warga

    def code(self, lahir: int, kawin: int, status: int, warga: int) -> int:
        """The four numbers as one."""
        return sum(f * n for f, n in zip(self.factors, (lahir, kawin, status, warga), strict=True))

    def read_birth(self, nilai: object) -> Jawab:
        """The birth date as a number, and its side."""
        lahir = _read(nilai, self._on)
        return None if lahir is None else as_number(lahir), self.lahir.of(lahir)

    def read_marriage(self, nilai: object) -> Jawab:
        """The side of the marriage date."""
        return (self.kawin.of(_read(nilai, self._on)),)

    def read_status(self, nilai: object) -> Jawab:
        """The number of the word for marriage."""
        return (_STATUS.index(read_status_kawin(clean_text(nilai))),)

    def read_citizen(self, warga: object, itap: object) -> Jawab:
        """The number of the word for citizenship with the side of the permit's last day."""
        p = read_penduduk([{"NIK": NIK_CONTOH, "KEWARGANEGARAAN": warga, "ITAP_SAMPAI": itap}], on=self._on)[0][0]
        return (self._citizen_code(_WARGA.index(p.kewarganegaraan), self.itap.of(p.itap_sampai)),)


def birth_reader(on: date) -> Callable[[object], Jawab]:
    """Of a birth date: the date as a number; null when it cannot be read."""

    def read(nilai: object) -> Jawab:
        lahir = _read(nilai, on)
        return (None if lahir is None else as_number(lahir),)

    return read


def read_note(nilai: object) -> Jawab:
    """The note as it is shown, what it decides (empty: nothing), and the note as evidence quotes it.

    >>> read_note("alm."), read_note(None)
    (('alm.', 'MENINGGAL', "'alm.'"), ('', '', "''"))
    """
    teks = clean_text(nilai)
    putusan = read_catatan(teks).putusan if teks else None
    return teks, "" if putusan is None else putusan.value, repr(teks)


def death_reader(on: date) -> Callable[[object], Jawab]:
    """Of a death's date: whether it had come at the date, and how it is shown."""

    def read(nilai: object) -> Jawab:
        mati = read_meninggal([{"NIK": NIK_CONTOH, "TGL_MENINGGAL": nilai}], on=on)[0][0]
        return death_at([mati], on) is not None, show_date(mati.tanggal, mati.tanggal_tertulis)

    return read


def move_reader(on: date) -> Callable[[object, object], Jawab]:
    """Of a move's date and direction: where it leaves somebody (null: the row is `Galat`), and how it is shown."""

    def read(nilai: object, arah: object) -> Jawab:
        pindah, _ = read_pindah([{"NIK": NIK_CONTOH, "TGL_PINDAH": nilai, "ARAH": arah}], on=on)
        if not pindah:
            return None, ""
        return domicile_at(pindah, on)[0].value, show_date(pindah[0].tanggal, pindah[0].tanggal_tertulis)

    return read


def recording_reader(on: date) -> Callable[[object], Jawab]:
    """Of a recording's date: the date as a number; null when it cannot be read or comes after the reference date."""

    def read(nilai: object) -> Jawab:
        rekam, _ = read_perekaman([{"NIK": NIK_CONTOH, "TGL_REKAM": nilai}], on=on)
        return (as_number(rekam[0].tanggal) if rekam and rekam[0].tanggal <= on else None,)

    return read


BANYAK_PERINGKAT = 100


def read_recording_status(nilai: object) -> Jawab:
    """Of a status word: twice its place in the chain, and one more when it counts as recorded.

    >>> [n % 2 for (n,) in map(read_recording_status, ("", "prr", "UNREGISTERED"))]
    [1, 1, 0]
    """
    rekam = Perekaman(NIK_CONTOH, date.min, clean_text(nilai))
    return (2 * rekam.peringkat + rekam.berhasil,)
