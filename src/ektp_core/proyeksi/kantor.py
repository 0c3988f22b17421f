"""The service days of an office: its week, the closed days, its own closures and its extra openings.

Which days are closed is an argument: national holidays and an office's own customs are not known here.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from datetime import date, timedelta
from typing import Literal

from ektp_core.aturan import declare, keputusan_proyek
from ektp_core.galat import EktpError
from ektp_core.tulisan import show_date

PROYEKSI_01 = declare(
    "PROYEKSI-01",
    "Hari kerja adalah hari Senin sampai Jumat (atau Sabtu) yang tidak libur; hari pertama dan terakhir ikut dihitung.",
    keputusan_proyek("Karanganyar bekerja enam hari pada 2012; lima atau enam hari adalah pilihan kantor"),
)
PROYEKSI_03 = declare(
    "PROYEKSI-03",
    "Tutup kantor sendiri mengurangi hari kerja; buka tambahan menambahnya, juga pada hari Minggu, libur dan cuti bersama.",
    keputusan_proyek("sebagian kantor merekam pada cuti bersama dan hari Minggu; hanya kantor itu yang tahu"),
)

HariPerMinggu = Literal[5, 6]
Libur = AbstractSet[date] | Callable[[int], AbstractSet[date]]
"""The closed days: all of them as a set, or those of a year, asked for when that year is reached."""

TAHUN_TERAKHIR = 2199
"""No service day is looked for after this year."""


class Kantor:
    """The service days of an office; a closure of its own closes any day, an extra opening opens any other.

    `libur` are the days closed for all (a set, or a function of the year), `tutup` the office's own closures, `buka` its
    extra openings. Raises `EktpError` for a week of other than 5 or 6 days, and for a day both closed and opened.

    >>> kantor = Kantor({date(2012, 9, 5)}, hari_per_minggu=6, buka={date(2012, 9, 2)})
    >>> kantor.count(date(2012, 8, 29), date(2012, 9, 30)), kantor.is_open(date(2012, 9, 2))
    (28, True)
    """

    def __init__(
        self,
        libur: Libur = frozenset(),
        *,
        hari_per_minggu: HariPerMinggu = 5,
        tutup: AbstractSet[date] = frozenset(),
        buka: AbstractSet[date] = frozenset(),
    ) -> None:
        if hari_per_minggu not in (5, 6):
            raise EktpError(f"hari kerja seminggu harus 5 atau 6, bukan {hari_per_minggu}")
        if ganda := sorted(tutup & buka):
            raise EktpError(f"{show_date(ganda[0])} disebut tutup dan juga buka")
        self.hari_per_minggu: HariPerMinggu = hari_per_minggu
        self._libur = libur
        self._tutup, self._buka = tutup, buka
        self._tahun: dict[int, Sequence[date]] = {}

    def _days(self, tahun: int) -> Sequence[date]:
        hari = self._tahun.get(tahun)
        if hari is None:
            libur = self._libur(tahun) if callable(self._libur) else self._libur
            awal = date(tahun, 1, 1)
            semua = (awal + timedelta(days=i) for i in range((date(tahun, 12, 31) - awal).days + 1))
            hari = self._tahun[tahun] = tuple(h for h in semua if self._opens(h, libur))
        return hari

    def _opens(self, hari: date, libur: AbstractSet[date]) -> bool:
        biasa = hari.weekday() < self.hari_per_minggu and hari not in libur
        return (biasa or hari in self._buka) and hari not in self._tutup

    def is_open(self, hari: date) -> bool:
        """Whether the day is a service day."""
        semua = self._days(hari.year)
        letak = bisect_left(semua, hari)
        return letak < len(semua) and semua[letak] == hari

    def days(self, awal: date, akhir: date) -> tuple[date, ...]:
        """The service days from the first to the last day, both counted; none when the last is earlier."""
        semua = (h for tahun in range(awal.year, akhir.year + 1) for h in self._days(tahun))
        return tuple(h for h in semua if awal <= h <= akhir)

    def count(self, awal: date, akhir: date) -> int:
        """How many service days there are from the first to the last day, both counted."""
        if akhir < awal:
            return 0
        semua = [self._days(tahun) for tahun in range(awal.year, akhir.year + 1)]
        sebelum, sampai = bisect_left(semua[0], awal), bisect_right(semua[-1], akhir)
        return sum(map(len, semua[:-1])) + sampai - sebelum

    def iter_from(self, awal: date) -> Iterator[date]:
        """The service days from this day on, the day itself counted when it is one."""
        for tahun in range(awal.year, TAHUN_TERAKHIR + 1):
            hari = self._days(tahun)
            yield from hari[bisect_left(hari, awal) :]

    def nth(self, awal: date, butuh: int) -> date | None:
        """The last of so many service days from this day on; None when it would lie after `TAHUN_TERAKHIR`.

        >>> Kantor().nth(date(2012, 8, 31), 2)
        datetime.date(2012, 9, 3)
        """
        if butuh < 1:
            raise EktpError(f"hari kerja yang dicari harus 1 atau lebih, bukan {butuh}")
        sisa = butuh + bisect_left(self._days(awal.year), awal)
        for tahun in range(awal.year, TAHUN_TERAKHIR + 1):
            hari = self._days(tahun)
            if sisa <= len(hari):
                return hari[sisa - 1]
            sisa -= len(hari)
        return None


def working_days(
    awal: date,
    akhir: date,
    *,
    libur: Libur = frozenset(),
    hari_per_minggu: HariPerMinggu = 5,
    tutup: AbstractSet[date] = frozenset(),
    buka: AbstractSet[date] = frozenset(),
) -> tuple[date, ...]:
    """The working days from `awal` to `akhir`, both counted; empty when `akhir` is earlier. As `Kantor.days`.

    >>> len(working_days(date(2012, 8, 29), date(2012, 9, 30), hari_per_minggu=6))
    28
    """
    return Kantor(libur, hari_per_minggu=hari_per_minggu, tutup=tutup, buka=buka).days(awal, akhir)
