"""Lays the days of each team: a schedule with everybody in it once, or listed as not served, beside what cannot be passed.

A team goes through its places one after another and stays in each until it is done, each day filled to capacity; which
places are whose, and how few stays there could be, is found by `muat`.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from enum import StrEnum
from fractions import Fraction

from attrs import frozen

from ektp_core.alamat import normalize_desa
from ektp_core.aturan import declare, keputusan_proyek
from ektp_core.galat import EktpError
from ektp_core.jemput_bola.muat import Isi, fewest_stays, share
from ektp_core.jemput_bola.prioritas import Prioritas, is_visited, priority_of
from ektp_core.penyisiran import BarisPenyisiran

JEMPUT_01 = declare(
    "JEMPUT-01",
    "Satu regu melayani paling banyak kapasitasnya sehari, hanya pada hari buka; tiap orang dilayani satu kali atau didaftar.",
    keputusan_proyek("alat rekam dan petugas terbatas; tidak ada yang hilang dari daftar"),
)
JEMPUT_04 = declare(
    "JEMPUT-04",
    "Selesai pada hari paling awal yang dimungkinkan kapasitas; bila hari sampai target kurang, kekurangannya sekecil mungkin.",
    keputusan_proyek(
        "orang dibagi regu kali kapasitas, dibulatkan ke atas, adalah hari paling sedikit; tidak dapat dilampaui"
    ),
)
JEMPUT_05 = declare(
    "JEMPUT-05",
    "Satu regu menyelesaikan satu tempat sebelum pindah; tempat dan desa yang dibagi kepada dua regu sesedikit mungkin.",
    keputusan_proyek("setiap perpindahan berarti membawa alat dan mengumpulkan warga lagi"),
)
JEMPUT_06 = declare(
    "JEMPUT-06",
    "Lebih dulu desa dan tempat yang bagian didahulukannya terbesar, di tiap tempat mereka dulu; bila kapasitas kurang, mereka.",
    keputusan_proyek("mendatangi yang didahulukan satu per satu menambah perpindahan bagi semua"),
)


_Letak = tuple[date, int, int, int, int]
"""A visit before it has people: day, team, the team's how manieth, place, and how many people."""


class TingkatTempat(StrEnum):
    """How large a place is that a team visits."""

    DESA = "desa"
    RW = "rw"
    RT = "rt"


@frozen(order=True)
class Tempat:
    """A place that a team visits; a part below its level is blank.

    >>> str(Tempat("Jaten", "001")), str(Tempat("Jaten", "001", "002"))
    ('Jaten RW 001', 'Jaten RW 001 RT 002')
    """

    desa: str
    rw: str = ""
    rt: str = ""

    def __str__(self) -> str:
        return " ".join([self.desa, *(f"{nama} {isi}" for nama, isi in (("RW", self.rw), ("RT", self.rt)) if isi)])


@frozen
class Kunjungan:
    """One team at one place on one day, with the people in the order in which they are served."""

    tanggal: date
    regu: int
    tempat: Tempat
    orang: tuple[BarisPenyisiran, ...]

    @property
    def didahulukan(self) -> int:
        """How many of them go first."""
        return sum(priority_of(b) is not Prioritas.BIASA for b in self.orang)


@frozen
class Jadwal:
    """A schedule: visits in the order of days and teams, who is not served in time, and who is not visited at all.

    `hari` are the open days up to the target. `hari_perlu` is the number of days below which no schedule can come,
    `batas_singgah` the number of stays (a team at a place, over as many days as it takes) below which none of this length
    can come; `batas_desa` the same for teams in a desa. A schedule that meets both cannot be bettered in its moves.
    """

    hari: tuple[date, ...]
    regu: int
    kapasitas: int
    kunjungan: tuple[Kunjungan, ...]
    tidak_terlayani: tuple[BarisPenyisiran, ...]
    tidak_dijadwalkan: tuple[BarisPenyisiran, ...]
    hari_perlu: int
    batas_singgah: int
    batas_desa: int

    @property
    def terlayani(self) -> int:
        """People who are served."""
        return sum(len(k.orang) for k in self.kunjungan)

    @property
    def singgah(self) -> int:
        """Stays: how often a team sets itself up in a place."""
        return len({(k.regu, k.tempat) for k in self.kunjungan})

    @property
    def desa(self) -> int:
        """How many desa the teams work in, each team counted for itself."""
        return len({(k.regu, normalize_desa(k.tempat.desa)) for k in self.kunjungan})

    @property
    def cukup(self) -> bool:
        """Whether everybody who can be visited is served by the target."""
        return not self.tidak_terlayani

    @property
    def selesai(self) -> date | None:
        """The day of the last visit; None without any."""
        return max((k.tanggal for k in self.kunjungan), default=None)

    @property
    def batas_kekurangan(self) -> int:
        """The people whom no schedule could serve: all of them less teams × capacity × days."""
        semua = self.terlayani + len(self.tidak_terlayani)
        return max(0, semua - self.regu * self.kapasitas * len(self.hari))


def schedule(
    pintu: Iterable[BarisPenyisiran],
    *,
    hari: Iterable[date],
    regu: int,
    kapasitas: int,
    tempat: TingkatTempat = TingkatTempat.RW,
) -> Jadwal:
    """A schedule of `regu` teams, each serving `kapasitas` people a day, over the open days `hari`.

    `pintu` are the people of the sweep list (`sweep(…, on=…)`). Raises `EktpError` for less than one team or one person a
    day.

    >>> from ektp_core.penyisiran import Sebab
    >>> warga = [BarisPenyisiran("Jaten", "001", "001", str(i), "", "", "", Sebab.TERCECER) for i in range(5)]
    >>> j = schedule(warga, hari=[date(2012, 8, 29), date(2012, 8, 30)], regu=1, kapasitas=2)
    >>> [(str(k.tanggal), len(k.orang)) for k in j.kunjungan], len(j.tidak_terlayani), j.batas_kekurangan
    ([('2012-08-29', 2), ('2012-08-30', 2)], 1, 1)
    """
    if regu < 1 or kapasitas < 1:
        raise EktpError(f"regu dan kapasitas harus 1 atau lebih, bukan {regu} dan {kapasitas}")
    buka = tuple(sorted(set(hari)))
    semua = sorted(pintu, key=_walking_order)
    didatangi = [b for b in semua if is_visited(b)]
    per_tempat = _by_place(didatangi, tempat)
    dilayani = _choose(per_tempat, regu * kapasitas * len(buka))
    hari_perlu = -(-len(didatangi) // (regu * kapasitas))
    lama = min(hari_perlu, len(buka))
    desa = _numbered(normalize_desa(t.desa) for t in per_tempat)
    milik = share(dilayani, desa, kapasitas * lama, regu) if lama else []
    dahulu = [sum(map(_goes_first, isi)) for isi in per_tempat.values()]
    letak = [
        satu for r, isi in enumerate(milik, 1) for satu in _walk(r, _urgent_first(isi, desa, dahulu), buka, kapasitas)
    ]
    kunjungan, sisa = _name_people(sorted(letak), per_tempat)
    return Jadwal(
        buka,
        regu,
        kapasitas,
        tuple(kunjungan),
        tuple(sorted(sisa, key=_walking_order)),
        tuple(b for b in semua if not is_visited(b)),
        hari_perlu,
        fewest_stays(dilayani, kapasitas * lama, regu) if lama else 0,
        fewest_stays(_sums(dilayani, desa), kapasitas * lama, regu) if lama else 0,
    )


def _sums(orang: Iterable[int], desa: Iterable[int]) -> list[int]:
    jumlah: Counter[int] = Counter()
    for n, d in zip(orang, desa, strict=True):
        jumlah[d] += n
    return list(jumlah.values())


def _walking_order(b: BarisPenyisiran) -> tuple[object, ...]:
    return (normalize_desa(b.desa), not b.rw, b.rw, not b.rt, b.rt, b.alamat, b.nama, b.nik)


def _goes_first(b: BarisPenyisiran) -> bool:
    return priority_of(b) is not Prioritas.BIASA


def _by_place(pintu: Iterable[BarisPenyisiran], tingkat: TingkatTempat) -> dict[Tempat, list[BarisPenyisiran]]:
    """The people of each place, those who go first before the others, places in walking order."""
    hasil: dict[tuple[str, str, str], list[BarisPenyisiran]] = {}
    nama: dict[tuple[str, str, str], Tempat] = {}
    for b in pintu:
        rw = "" if tingkat is TingkatTempat.DESA else b.rw
        rt = b.rt if tingkat is TingkatTempat.RT else ""
        kunci = normalize_desa(b.desa), rw, rt
        nama.setdefault(kunci, Tempat(b.desa, rw, rt))
        hasil.setdefault(kunci, []).append(b)
    urutan = list(Prioritas)
    return {nama[k]: sorted(isi, key=lambda b: urutan.index(priority_of(b))) for k, isi in hasil.items()}


def _choose(per_tempat: Mapping[Tempat, Sequence[BarisPenyisiran]], ruang: int) -> list[int]:
    """How many people of each place are served: all; or, when there is no room, first those who go first.

    Room that is left after those fills the places that are visited for them, then the others, the largest first.
    """
    semua = [len(isi) for isi in per_tempat.values()]
    if sum(semua) <= ruang:
        return semua
    dahulu = [sum(map(_goes_first, isi)) for isi in per_tempat.values()]
    hasil = [0] * len(semua)
    for mau in (dahulu, [n if d else 0 for n, d in zip(semua, dahulu, strict=True)], semua):
        for i in sorted(range(len(semua)), key=lambda i: (-mau[i], i)):
            tambah = min(max(0, mau[i] - hasil[i]), ruang)
            hasil[i] += tambah
            ruang -= tambah
    return hasil


def _numbered(nama: Iterable[str]) -> list[int]:
    nomor: dict[str, int] = {}
    return [nomor.setdefault(satu, len(nomor)) for satu in nama]


def _urgent_first(isi: Isi, desa: Sequence[int], dahulu: Sequence[int]) -> Isi:
    """A team's places, desa by desa: first where the largest share goes first.

    In that order those who go first wait least in all (Smith's rule, for the desa and in each desa).
    """
    orang: Counter[int] = Counter()
    muka: Counter[int] = Counter()
    for i, n in isi:
        orang[desa[i]] += n
        muka[desa[i]] += min(n, dahulu[i])
    return sorted(
        isi,
        key=lambda x: (
            -Fraction(muka[desa[x[0]]], orang[desa[x[0]]]),
            desa[x[0]],
            -Fraction(min(x[1], dahulu[x[0]]), x[1]),
            x[0],
        ),
    )


def _walk(regu: int, isi: Isi, hari: Sequence[date], kapasitas: int) -> Iterator[_Letak]:
    """One team's visits: place after place, day after day, each day filled to capacity."""
    ke, celah, nomor = 0, kapasitas, 0
    for i, n in isi:
        while n:
            if not celah:
                ke, celah = ke + 1, kapasitas
            bagian = min(n, celah)
            yield hari[ke], regu, nomor, i, bagian
            n, celah, nomor = n - bagian, celah - bagian, nomor + 1


def _name_people(
    letak: Iterable[_Letak], per_tempat: Mapping[Tempat, Sequence[BarisPenyisiran]]
) -> tuple[list[Kunjungan], list[BarisPenyisiran]]:
    """Give each visit its people, in the order of the days; and those who are left."""
    tempat, antre = list(per_tempat), [list(isi) for isi in per_tempat.values()]
    kunjungan = []
    for hari, regu, _, i, n in letak:
        kunjungan.append(Kunjungan(hari, regu, tempat[i], tuple(antre[i][:n])))
        del antre[i][:n]
    return kunjungan, [b for isi in antre for b in isi]
