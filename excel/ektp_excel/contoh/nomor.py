"""Issues the numbers of the example: NIK by the rule of the number, family cards, and NIKs that are wrong on purpose.

`Penerbit` remembers every number it gave, so that a number which must not exist does not, and so that a NIK can be
chosen whose first fifteen digits are nobody else's.
"""

from collections import Counter
from datetime import date
from random import Random

KODE_JATEN = "331311"
_KODE_LAIN = (
    "331301", "331304", "331307", "331309", "331310", "331312", "331313", "331314", "331316", "337201", "337202",
    "337204", "337205", "331107", "331109", "331112", "331404", "331410", "331406", "331015", "330906", "331212",
    "331220", "337411", "340402", "350105", "352114", "352115", "317404", "317505", "320711", "160803",
)  # fmt: skip


class Penerbit:
    """Gives numbers out, each once."""

    def __init__(self, acak: Random) -> None:
        self._acak = acak
        self._urut: dict[str, int] = {}
        self._awalan: Counter[str] = Counter()
        self._dijaga: set[str] = set()
        self._nik: set[str] = set()
        self._kk: dict[str, int] = {}
        self._enam: dict[tuple[int, bool], str] = {}

    def issue_nik(self, lahir: int, perempuan: bool, *, luar: float = 0.13) -> str:
        """The next NIK for a birth date (an ordinal) and sex; `luar` is the chance that it was issued elsewhere."""
        acak = self._acak
        while True:
            kode = KODE_JATEN if acak.random() >= luar else _KODE_LAIN[int(acak.random() * len(_KODE_LAIN))]
            awal = kode + self._tanggal(lahir, perempuan)
            urut = self._urut.get(awal, 0) + 1
            nik = f"{awal}{urut:04d}"
            if nik not in self._nik and nik[:15] not in self._dijaga:
                self._urut[awal] = urut
                self._add(nik)
                return nik

    def issue_kembar(self, nik: str) -> str:
        """The number right after this one: a twin's."""
        urut = int(nik[12:]) + 1
        while (kembar := f"{nik[:12]}{urut:04d}") in self._nik:
            urut += 1
        self._urut[nik[:12]] = max(urut, self._urut.get(nik[:12], 0))
        self._add(kembar)
        return kembar

    def issue_salah(self, nik: str) -> str:
        """A NIK one digit of which is misread: it keeps date and sex, and is in no register."""
        while True:
            tempat = self._acak.choice((3, 5, 12, 13))
            salah = nik[:tempat] + str((int(nik[tempat]) + self._acak.randint(1, 3)) % 6 + 1) + nik[tempat + 1 :]
            if salah not in self._nik and salah[:15] not in self._dijaga and salah[4:6] not in ("00",):
                self._add(salah)
                return salah

    def issue_mustahil(self, nik: str, hari: str) -> str:
        """A NIK with these six digits for a date that is in no calendar, for example 30 February."""
        awal = nik[:6] + hari
        self._urut[awal] = urut = self._urut.get(awal, 0) + 1
        self._add(mustahil := f"{awal}{urut:04d}")
        return mustahil

    def issue_kk(self) -> str:
        """The number of a family card issued some day between 2006 and 2011."""
        terbit = date.fromordinal(date(2006, 1, 2).toordinal() + int(self._acak.random() * 2100))
        awal = f"{KODE_JATEN}{terbit:%d%m%y}"
        self._kk[awal] = urut = self._kk.get(awal, 0) + 1
        return f"{awal}{urut:04d}"

    def is_tunggal(self, nik: str) -> bool:
        """Whether no other number given out has these fifteen digits."""
        return self._awalan[nik[:15]] == 1

    def guard(self, nik: str) -> None:
        """From now on nobody else gets a number with these fifteen digits."""
        self._dijaga.add(nik[:15])

    def _add(self, nik: str) -> None:
        self._nik.add(nik)
        self._awalan[nik[:15]] += 1

    def _tanggal(self, lahir: int, perempuan: bool) -> str:
        kunci = (lahir, perempuan)
        if (teks := self._enam.get(kunci)) is None:
            d = date.fromordinal(lahir)
            teks = self._enam[kunci] = f"{d.day + 40 * perempuan:02d}{d.month:02d}{d.year % 100:02d}"
        return teks


def to_number(nik: str) -> int:
    """What a spreadsheet keeps of a NIK typed as a number: fifteen digits and a nought."""
    return int(nik[:15]) * 10
