"""Lays the team-days on dates: a schedule with everybody in it once, or listed as not served, beside what cannot be passed.

Greedy throughout; `muat` says how few visits there could be at best.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from enum import StrEnum

from attrs import frozen

from ektp_core.alamat import normalize_desa
from ektp_core.aturan import declare, keputusan_proyek
from ektp_core.galat import EktpError
from ektp_core.jemput_bola.muat import Isi, fewest_visits, load
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
    "Sebuah tempat diselesaikan dalam kunjungan sesedikit mungkin; ia dipotong hanya bila hari yang ada tidak cukup.",
    keputusan_proyek("setiap kunjungan berarti memindahkan alat dan mengumpulkan warga"),
)
JEMPUT_06 = declare(
    "JEMPUT-06",
    "Di satu tempat yang didahulukan dilayani lebih dulu; bila kapasitas kurang, merekalah yang terlayani, lalu tempat terbesar.",
    keputusan_proyek("mendatangi yang didahulukan satu per satu menambah kunjungan bagi semua"),
)

Pemuat = Callable[[Sequence[int], Sequence[int], int, int], list[Isi]]
"""How places are loaded onto team-days: as `muat.load`."""


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

    `hari` are the open days up to the target. `hari_perlu` is the number of days below which no schedule can stay;
    `batas_kunjungan` the number of visits below which none of this length can stay.
    """

    hari: tuple[date, ...]
    regu: int
    kapasitas: int
    kunjungan: tuple[Kunjungan, ...]
    tidak_terlayani: tuple[BarisPenyisiran, ...]
    tidak_dijadwalkan: tuple[BarisPenyisiran, ...]
    hari_perlu: int
    batas_kunjungan: int

    @property
    def terlayani(self) -> int:
        """People who are served."""
        return sum(len(k.orang) for k in self.kunjungan)

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
    pemuat: Pemuat = load,
) -> Jadwal:
    """A schedule of `regu` teams, each serving `kapasitas` people a day, over the open days `hari`.

    `pintu` are the people of the sweep list (`sweep(…, on=…)`). `pemuat` loads places onto team-days; another than
    `load` may need fewer visits. Raises `EktpError` for less than one team or one person a day.

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
    ruang = regu * len(buka)
    dilayani = _choose(per_tempat, ruang * kapasitas)
    jumlah = sum(dilayani)
    hari_perlu = -(-len(didatangi) // (regu * kapasitas))
    dipakai = regu * min(hari_perlu, len(buka))
    desa = _numbered(normalize_desa(t.desa) for t in per_tempat)
    muatan = pemuat(dilayani, desa, kapasitas, dipakai) if jumlah else []
    letak = _lay(muatan, [sum(map(_goes_first, isi)) for isi in per_tempat.values()], dilayani, regu, buka)
    kunjungan, sisa = _name_people(letak, per_tempat)
    return Jadwal(
        buka,
        regu,
        kapasitas,
        tuple(kunjungan),
        tuple(sorted(sisa, key=_walking_order)),
        tuple(b for b in semua if not is_visited(b)),
        hari_perlu,
        fewest_visits(dilayani, kapasitas, dipakai),
    )


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


def _lay(
    muatan: Sequence[Isi], dahulu: Sequence[int], dilayani: Sequence[int], regu: int, hari: Sequence[date]
) -> list[tuple[date, int, Isi]]:
    """Each team's days: a stretch of the places in walking order, in it those first of whom most go first."""
    rantai = _chains(muatan)
    urut = [isi for satu in rantai for isi in satu]
    letak: list[tuple[date, int, Isi]] = []
    awal = 0
    for r in range(regu):
        akhir = awal + len(urut) // regu + (r < len(urut) % regu)
        milik = _cut_chains(rantai, awal, akhir)
        milik.sort(key=lambda potong: -_urgency(potong, dahulu, dilayani))
        for h, isi in zip(hari, (isi for potong in milik for isi in potong), strict=False):
            letak.append((h, r + 1, isi))
        awal = akhir
    return sorted(letak, key=lambda x: x[:2])


def _chains(muatan: Sequence[Isi]) -> list[list[Isi]]:
    """The team-days in walking order, those that share a place one after another: a team stays until a place is done."""
    per_tempat: dict[int, list[int]] = {}
    for k, isi in enumerate(muatan):
        for i, _ in isi:
            per_tempat.setdefault(i, []).append(k)
    sudah: set[int] = set()
    rantai: list[list[Isi]] = []
    for i in sorted(per_tempat):
        antre = [k for k in per_tempat[i] if k not in sudah]
        satu: list[int] = []
        while antre:
            k = antre.pop(0)
            if k in sudah:
                continue
            sudah.add(k)
            satu.append(k)
            antre += [lain for j, _ in muatan[k] for lain in per_tempat[j] if lain not in sudah]
        if satu:
            rantai.append([muatan[k] for k in satu])
    return rantai


def _cut_chains(rantai: Iterable[list[Isi]], awal: int, akhir: int) -> list[list[Isi]]:
    """The chains, or their parts, between two positions of the whole sequence."""
    hasil, n = [], 0
    for satu in rantai:
        potong = satu[max(0, awal - n) : max(0, akhir - n)]
        if potong:
            hasil.append(potong)
        n += len(satu)
    return hasil


def _urgency(potong: Sequence[Isi], dahulu: Sequence[int], dilayani: Sequence[int]) -> float:
    """How many of a chain's people go first, a day: serving the densest first lets them wait least in all."""
    n: Counter[int] = Counter()
    for isi in potong:
        for i, jumlah in isi:
            n[i] += jumlah
    return sum(min(jumlah, dahulu[i]) for i, jumlah in n.items() if dilayani[i]) / len(potong)


def _name_people(
    letak: Iterable[tuple[date, int, Isi]], per_tempat: Mapping[Tempat, Sequence[BarisPenyisiran]]
) -> tuple[list[Kunjungan], list[BarisPenyisiran]]:
    """Give each visit its people, in the order of the days; and those who are left."""
    tempat = list(per_tempat)
    antre = [list(isi) for isi in per_tempat.values()]
    kunjungan = []
    for hari, regu, isi in letak:
        for i, jumlah in sorted(isi):
            kunjungan.append(Kunjungan(hari, regu, tempat[i], tuple(antre[i][:jumlah])))
            del antre[i][:jumlah]
    return kunjungan, [b for isi in antre for b in isi]
