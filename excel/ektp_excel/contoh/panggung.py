"""The stage on which the story is told: who has not yet been given a part, and the registers as they fill."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from random import Random

from attrs import define, field

from ektp_excel.contoh.desa import DESA
from ektp_excel.contoh.nomor import Penerbit
from ektp_excel.contoh.orang import Orang, Sel
from ektp_excel.contoh.takaran import Takaran
from ektp_excel.contoh.warga import Warga

ENGGAN = tuple(d.bagian * d.enggan**1.5 for d in DESA)
_RATA = tuple(d.bagian for d in DESA)


@define
class Panggung:
    """Everything that the parts of the story share."""

    acak: Random
    takaran: Takaran
    penerbit: Penerbit
    warga: Warga
    penduduk: list[Orang] = field(factory=list)
    luar: list[Orang] = field(factory=list)
    meninggal: list[tuple[Sel, Sel]] = field(factory=list)
    pindah: list[tuple[Sel, Sel, Sel]] = field(factory=list)
    galat: dict[str, int] = field(factory=dict)
    dugaan: list[tuple[Orang, Orang]] = field(factory=list)
    _kolam: list[list[Orang]] = field(factory=list)

    def open_kolam(self, dewasa: Sequence[Orang]) -> None:
        """From now on parts are given to these people."""
        self._kolam = [[] for _ in DESA]
        for o in dewasa:
            self._kolam[o.desa].append(o)
        for kolam in self._kolam:
            self.acak.shuffle(kolam)

    def cast(
        self, jenis: str, *, bobot: Sequence[float] = _RATA, cocok: Callable[[Orang], bool] | None = None
    ) -> Iterator[Orang]:
        """As many people as the kind asks for, each given a part only once."""
        for _ in range(self.takaran[jenis]):
            yield self.cast_one(bobot=bobot, cocok=cocok)

    def cast_one(self, *, bobot: Sequence[float] = _RATA, cocok: Callable[[Orang], bool] | None = None) -> Orang:
        """One more person, who fits; from another desa when this one has nobody left."""
        pertama = self.acak.choices(range(len(DESA)), bobot)[0]
        for langkah in range(len(DESA)):
            kolam = self._kolam[(pertama + langkah) % len(DESA)]
            for tempat in range(len(kolam) - 1, -1, -1):
                o = kolam[tempat]
                if not o.dipakai and (cocok is None or cocok(o)):
                    del kolam[tempat]
                    o.dipakai = True
                    return o
        raise ValueError("terlalu sedikit penduduk untuk contoh ini: perbesar `wajib`")

    def can_cast(self, cocok: Callable[[Orang], bool]) -> bool:
        """Whether anybody without a part fits."""
        return any(not o.dipakai and cocok(o) for kolam in self._kolam for o in kolam)

    def any_day(self, awal: date, akhir: date) -> date:
        """A day in the span, both ends counted."""
        return date.fromordinal(self.acak.randint(awal.toordinal(), akhir.toordinal()))

    def count_galat(self, lembar: str, banyak: int = 1) -> None:
        """One more row that cannot be used."""
        self.galat[lembar] = self.galat.get(lembar, 0) + banyak


def is_tua(o: Orang) -> bool:
    """Born before 1955."""
    return o.lahir < _1955


_1955 = date(1955, 1, 1).toordinal()


def with_sel(o: Orang, sel: Mapping[str, Sel]) -> None:
    """Write these cells in the person's row of PENDUDUK instead of the true ones."""
    o.sel = {**(o.sel or {}), **sel}
