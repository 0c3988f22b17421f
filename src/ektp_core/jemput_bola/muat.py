"""Loads places onto team-days: as few visits as the room allows, and a lower bound that no schedule can pass.

A pure packing of numbers: who the people are, and on which day a team-day falls, is not known here.
"""

from collections.abc import Iterable, Sequence

Isi = list[tuple[int, int]]
"""What one team does on one day: places by their position, each with the people served there."""

_Barang = tuple[int, int]
"""A part of a place: its position, and its people."""


def fewest_visits(orang: Sequence[int], kapasitas: int, ruang: int) -> int:
    """A number of visits below which no schedule over so many team-days can stay.

    A place of n people needs n / capacity visits, rounded up. That many suffice only when the rests (what is left of each
    place after its whole days) fit into the days that are left without a cut; if they need at least L days and R are left,
    L - R of them are cut at least, and each cut is one visit more.

    >>> fewest_visits([250, 40, 0], 100, 4), fewest_visits([60, 60, 60], 100, 2)
    (4, 4)
    """
    sisa = [n % kapasitas for n in orang if n % kapasitas]
    ruang -= sum(n // kapasitas for n in orang)
    return sum(-(-n // kapasitas) for n in orang) + max(0, _fewest_days(sisa, kapasitas) - ruang)


def _fewest_days(sisa: Sequence[int], kapasitas: int) -> int:
    """Martello and Toth's bound L2: days below which no packing of whole rests can stay.

    For each a: a rest above capacity - a shares a day with none of at least a; one above half shares with no other such.
    """
    terbanyak = -(-sum(sisa) // kapasitas)
    for a in {0, *(n for n in sisa if 2 * n <= kapasitas)}:
        sendiri = sum(n > kapasitas - a for n in sisa)
        besar = [n for n in sisa if 2 * n > kapasitas and n <= kapasitas - a]
        kecil = sum(n for n in sisa if a <= n and 2 * n <= kapasitas)
        lebih = max(0, kecil - (len(besar) * kapasitas - sum(besar)))
        terbanyak = max(terbanyak, sendiri + len(besar) - (-lebih // kapasitas))
    return terbanyak


def load(orang: Sequence[int], kelompok: Sequence[int], kapasitas: int, ruang: int) -> list[Isi]:
    """Load everybody onto at most `ruang` team-days of `kapasitas` people each, in few visits.

    `orang` gives the people of each place, `kelompok` the desa it lies in: places of one desa share a day where that
    costs no day. A place is cut only into whole days and one rest, unless the room leaves no other way. `ruang` team-days
    must hold everybody.

    >>> load([250, 40, 30], [0, 0, 1], 100, 4)
    [[(0, 100)], [(0, 100)], [(0, 50), (1, 40)], [(2, 30)]]
    >>> load([60, 60, 60], [0, 0, 0], 100, 2)
    [[(0, 60), (1, 40)], [(1, 20), (2, 60)]]
    """
    penuh = [[(i, kapasitas)] for i, n in enumerate(orang) for _ in range(n // kapasitas)]
    sisa = [(i, n % kapasitas) for i, n in enumerate(orang) if n % kapasitas]
    ruang -= len(penuh)
    if sum(n for _, n in sisa) > ruang * kapasitas:
        raise ValueError("ruang tidak cukup")
    return [*penuh, *_load_rests(sisa, kelompok, kapasitas, ruang)]


def _load_rests(sisa: list[_Barang], kelompok: Sequence[int], kapasitas: int, ruang: int) -> list[Isi]:
    per_desa: dict[int, list[_Barang]] = {}
    for barang in sisa:
        per_desa.setdefault(kelompok[barang[0]], []).append(barang)
    muatan = [isi for desa in per_desa.values() for isi in _fill(desa, kapasitas)]
    # The emptiest days first: they are mixed with another desa's only as far as the room asks for it.
    muatan.sort(key=_load_of)
    for campur in range(len(muatan) + 1):
        if len(muatan) <= ruang:
            break
        lepas = [barang for isi in muatan[:campur] for barang in isi]
        baru = [*_fill(lepas, kapasitas), *muatan[campur:]]
        if len(baru) <= ruang:
            muatan = baru
    return _in_order(muatan if len(muatan) <= ruang else _cut(sisa, kapasitas, ruang))


def _load_of(isi: Isi) -> int:
    return sum(n for _, n in isi)


def _in_order(muatan: Iterable[Isi]) -> list[Isi]:
    return sorted(sorted(isi) for isi in muatan)


def _fill(barang: Iterable[_Barang], kapasitas: int) -> list[Isi]:
    """Whole parts into days: each day takes the largest part left, and beside it those that fill the day best."""
    sisa = sorted(barang, key=lambda b: (-b[1], b[0]))
    muatan: list[Isi] = []
    while sisa:
        isi, sisa = _fill_one(sisa, kapasitas)
        muatan.append(isi)
    return muatan


def _fill_one(sisa: Sequence[_Barang], batas: int) -> tuple[Isi, list[_Barang]]:
    """The largest part with those that fill the rest of the limit best; and what is left."""
    pertama, *lain = sisa
    dipilih = _best_subset([n for _, n in lain], batas - pertama[1])
    return [pertama, *(lain[k] for k in sorted(dipilih))], [b for k, b in enumerate(lain) if k not in dipilih]


def _best_subset(besar: Sequence[int], batas: int) -> frozenset[int]:
    """The positions of parts whose sum comes nearest to the limit from below; of equal ones, those met first."""
    # Bit s of an integer is set when some of the parts so far add up to s.
    capai = [1]
    lingkup = (1 << (batas + 1)) - 1
    for n in besar:
        capai.append((capai[-1] | capai[-1] << n) & lingkup)
    jumlah = capai[-1].bit_length() - 1
    dipilih = []
    for k in range(len(besar) - 1, -1, -1):
        if not capai[k] >> jumlah & 1:
            dipilih.append(k)
            jumlah -= besar[k]
    return frozenset(dipilih)


def _cut(sisa: Iterable[_Barang], kapasitas: int, ruang: int) -> list[Isi]:
    """Parts into exactly so many days with few cuts.

    A group of b days that is filled as one costs b - 1 cuts at most, so many small groups cost few. Several ways of
    spending the room to spare are tried; the one with the fewest cuts is kept.
    """
    urut = sorted(sisa, key=lambda b: (-b[1], b[0]))
    longgar = ruang * kapasitas - sum(n for _, n in urut)
    cara = [
        _group(urut, kapasitas, longgar, boros) for boros in sorted({0, 1, 2, 3, longgar // 4, longgar // 2, longgar})
    ]
    muatan = [[hari for isi in kelompok for hari in _fill_in_turn(isi, kapasitas)] for kelompok in cara]
    return min(muatan, key=lambda m: (sum(map(len, m)), m))


def _group(urut: Sequence[_Barang], kapasitas: int, longgar: int, boros: int) -> list[Isi]:
    """Parts into groups of one day, of two, of three, …, none with more room to spare than `boros`; the rest is one group.

    `longgar` is the room to spare in all.
    """
    kelompok: list[Isi] = []
    sisa = list(urut)
    for hari in (1, 2, 3, 4):
        for longgar_satu in range(min(boros, longgar) + 1):
            for pertama in list(sisa):
                if pertama not in sisa or longgar_satu > longgar:
                    continue
                isi, lain = _fill_one([pertama, *(b for b in sisa if b is not pertama)], hari * kapasitas)
                if hari * kapasitas - _load_of(isi) <= longgar_satu:
                    longgar -= hari * kapasitas - _load_of(isi)
                    kelompok.append(isi)
                    sisa = lain
    return [*kelompok, sisa] if sisa else kelompok


def _fill_in_turn(barang: Iterable[_Barang], kapasitas: int) -> list[Isi]:
    """Parts one after another into days that are filled to the brim: a part is cut where a day ends."""
    muatan: list[Isi] = [[]]
    celah = kapasitas
    for tempat, n in barang:
        while n:
            if not celah:
                muatan.append([])
                celah = kapasitas
            bagian = min(n, celah)
            muatan[-1].append((tempat, bagian))
            celah -= bagian
            n -= bagian
    return muatan
