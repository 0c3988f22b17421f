"""Dates of a disguised copy: another date for each date, in its old spelling, that decides as the old one did.

Births keep their side of the 17th birthday and of the reference date, and two equal births stay equal. Events keep their
order among each other and their side of the reference date. ITAP dates keep theirs.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from random import Random

from attrs import frozen

from ektp_core.galat import TanggalGalat
from ektp_core.tanggal import EPOK_1900, add_years, from_serial, latest_birth, read_date

_HARI = timedelta(days=1)
_ABAD = 100
_TERAWAL = date(1906, 1, 1)
"""Before it a serial number of a date is also a year, or Excel has none."""
_NAMA_BULAN = "Januari Februari Maret April Mei Juni Juli Agustus September Oktober November Desember".split()
_BAGIAN = re.compile(r"\d+|[A-Za-z]+")
_KIRA_TAHUN = range(1900, 2101)


def _spread(mulai: date, akhir: date) -> list[date]:
    return [mulai + n * _HARI for n in range((akhir - mulai).days + 1)]


def _derange(asal: Sequence[date], boleh: Sequence[date], acak: Random) -> dict[date, date]:
    """Each date of `asal` gets one of `boleh`, no two the same and none its own; dates that nobody has go first.

    Where those do not suffice, the dates of `asal` go round among themselves.
    """
    milik = set(asal)
    baru = [d for d in boleh if d not in milik]
    acak.shuffle(baru)
    bebas, sisa = asal[: len(baru)], list(asal[len(baru) :])
    peta = dict(zip(bebas, baru, strict=False))
    if len(sisa) == 1 and bebas:
        # One date alone cannot go round: it takes the place of another, which takes its own.
        peta[sisa[0]], peta[bebas[0]] = peta[bebas[0]], sisa[0]
        return peta
    acak.shuffle(sisa)
    return peta | dict(zip(sisa, sisa[1:] + sisa[:1], strict=True))


class PetaLahir:
    """Birth dates by the digits in which a NIK carries them: the century goes along, so that both agree or differ as before."""

    def __init__(self, lahir: Iterable[date], on: date, acak: Random) -> None:
        self._on = on
        batas = latest_birth(on)
        awal = add_years(on, -_ABAD) + _HARI
        jendela = sorted({self._in_window(d)[0] for d in lahir})
        tua, muda = [d for d in jendela if d <= batas], [d for d in jendela if d > batas]
        acak.shuffle(tua)
        acak.shuffle(muda)
        self._peta = _derange(tua, _spread(awal, batas), acak) | _derange(muda, _spread(batas + _HARI, on), acak)

    def _in_window(self, d: date) -> tuple[date, int]:
        """The date of the last hundred years with the same day, month and two digits of the year, and the centuries between."""
        geser = 0
        while d > self._on:
            d, geser = _move_century(d, -1), geser + 1
        while d <= _move_century(self._on, -1):
            d, geser = _move_century(d, 1), geser - 1
        return d, geser

    def __getitem__(self, d: date) -> date:
        dekat, geser = self._in_window(d)
        baru = self._peta[dekat]
        return _move_century(baru, geser) if geser else baru


def _move_century(d: date, abad: int) -> date:
    # 29 February of 1900, 2100 is no date; nobody is born then, so its neighbour serves.
    try:
        return d.replace(year=d.year + abad * _ABAD)
    except ValueError:
        return d.replace(year=d.year + abad * _ABAD, day=28)


class PetaPeristiwa:
    """Event dates by their order: the nth of the old dates becomes the nth of the new ones on its side of the reference date.

    The reference date itself stays: it is no secret, and an event without a readable date counts as of that day.
    """

    def __init__(self, tanggal: Iterable[date], on: date, acak: Random) -> None:
        semua = sorted(set(tanggal))
        lama, nanti = [d for d in semua if d < on], [d for d in semua if d > on]
        jangka = 3 * max((on - lama[0]).days, 30) + 365 if lama else 0
        sejak = max(on - jangka * _HARI, _TERAWAL)
        self._peta = {on: on} | dict(zip(lama, _pick_sorted(lama, _spread(sejak, on - _HARI), acak), strict=True))
        # Nine years ahead, so that a two-digit year still reads as itself.
        kelak = _spread(on + _HARI, on + 9 * 365 * _HARI)
        self._peta |= dict(zip(nanti, _pick_sorted(nanti, kelak, acak), strict=True))

    def __getitem__(self, d: date) -> date:
        return self._peta[d]


def _pick_sorted(asal: Sequence[date], boleh: Sequence[date], acak: Random) -> list[date]:
    """As many dates as `asal`, in order, none of them one of `asal` where that can be."""
    milik = set(asal)
    baru = [d for d in boleh if d not in milik]
    pilih = acak.sample(baru if len(baru) >= len(asal) else boleh, len(asal)) if asal else []
    return sorted(pilih)


@frozen
class BacaTanggal:
    """How a column's dates are read: as the core reads them, so that the copy is read the same."""

    latest: date
    sistem_1904: bool

    def read(self, nilai: object) -> date | None:
        """The date of a cell; None for blank and for what is no date."""
        if nilai is None or nilai == "" or not isinstance(nilai, str | float | int | date):
            return None
        try:
            return read_date(nilai, latest=self.latest, sistem_1904=self.sistem_1904)
        except TanggalGalat:
            return None

    def rewrite(self, nilai: object, peta: Mapping[date, date] | PetaLahir | PetaPeristiwa, acak: Random) -> object:
        """The cell with its date exchanged, in its kind and spelling; what is no date stays unreadable but says nothing."""
        d = self.read(nilai)
        if d is None:
            return self._unreadable(nilai, acak)
        baru = peta[d]
        if isinstance(nilai, date | float | int):
            if baru < _TERAWAL:
                return _write_plain(baru)
            # The copy counts from 1900, whatever its original did.
            return baru if isinstance(nilai, date) else float((baru - EPOK_1900).days)
        teks = _respell(str(nilai), d, baru)
        copy = BacaTanggal(self.latest, False)
        return teks if copy.read(teks) == baru else _write_plain(baru)

    def _unreadable(self, nilai: object, acak: Random) -> object:
        if isinstance(nilai, float | int):
            # 1900 to 2100 is a year in a date cell, and no date; other numbers are out of range.
            return float(acak.choice(_KIRA_TAHUN)) if nilai in _KIRA_TAHUN else nilai
        if not isinstance(nilai, str) or not any(h.isalnum() for h in nilai):
            return nilai
        teks = re.sub(r"[A-Za-z]", "x", re.sub(r"\d", lambda _: acak.choice("3456789"), nilai))
        return teks if BacaTanggal(self.latest, False).read(teks) is None else "tidak terbaca"


def _write_plain(d: date) -> str:
    return f"{d.day:02}-{d.month:02}-{d.year}"


def _respell(teks: str, lama: date, baru: date) -> str:
    """The text with day, month and year exchanged where they stand; a spelling that is not understood comes back as it was."""
    if teks.strip().isdigit():
        if len(teks.strip()) == 8:
            tahun_dahulu = teks.strip().startswith(f"{lama.year}")
            isi = f"{baru:%Y%m%d}" if tahun_dahulu else f"{baru:%d%m%Y}"
            return teks.replace(teks.strip(), isi)
        return f"{(baru - EPOK_1900).days}" if from_serial(float(teks)) == lama else teks
    bagian = list(_BAGIAN.finditer(teks))
    angka = [b for b in bagian if b[0].isdigit()]
    bulan = next((b for b in bagian if not b[0].isdigit() and _is_month(b[0], lama)), None)
    urut = ("tahun", "bulan", "hari") if angka and len(angka[0][0]) == 4 else ("hari", "bulan", "tahun")
    peran = [p for p in urut if not (p == "bulan" and bulan)]
    ganti: dict[int, tuple[int, str]] = {}
    for b, p in zip(angka, peran, strict=False):
        ganti[b.start()] = (b.end(), _part(b[0], p, baru))
    if bulan:
        ganti[bulan.start()] = (bulan.end(), _month_like(bulan[0], baru))
    hasil, sampai = [], 0
    for mulai in sorted(ganti):
        akhir, isi = ganti[mulai]
        hasil += [teks[sampai:mulai], isi]
        sampai = akhir
    depan = _without_weekday("".join(hasil) + _without_time(teks[sampai:]))
    return depan


def _part(tulis: str, peran: str, baru: date) -> str:
    if peran == "tahun":
        return f"{baru.year}"[-len(tulis) :] if len(tulis) in (2, 4) else f"{baru.year}"
    nilai = baru.day if peran == "hari" else baru.month
    return f"{nilai:0{len(tulis)}}" if tulis.startswith("0") else f"{nilai}"


def _is_month(kata: str, d: date) -> bool:
    try:
        return read_date(f"1 {kata} 2000") == date(2000, d.month, 1)
    except TanggalGalat:
        return False


def _month_like(kata: str, baru: date) -> str:
    nama = _NAMA_BULAN[baru.month - 1]
    nama = nama[:3] if len(kata) <= 4 and kata.lower() != "juni" and kata.lower() != "juli" else nama
    return nama.upper() if kata.isupper() else nama.lower() if kata.islower() else nama


def _without_weekday(teks: str) -> str:
    # The weekday of the old date would tell something of it.
    return re.sub(r"^\s*[A-Za-z' ]+[\s,.]+(?=\d)", "", teks)


def _without_time(ekor: str) -> str:
    return re.sub(r"\d", "0", ekor)


def digits_of(d: date) -> str:
    """DDMMYY of a date, as a NIK writes it before the sex is added."""
    return f"{d.day:02}{d.month:02}{d.year % _ABAD:02}"


def nearest_date(enam: str, on: date) -> date | None:
    """The date of DDMMYY (a woman's day already reduced) in the hundred years up to the reference date; None when none is."""
    hari, bulan, dua = int(enam[:2]), int(enam[2:4]), int(enam[4:])
    for abad in range(on.year // _ABAD, on.year // _ABAD - 3, -1):
        try:
            d = date(abad * _ABAD + dua, bulan, hari)
        except ValueError:
            continue
        if d <= on:
            return d
    return None
