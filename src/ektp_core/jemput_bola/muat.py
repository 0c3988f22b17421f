"""Shares places out among teams: as few stays as the room allows, and a lower bound that no sharing can pass.

A pure packing of numbers: who the people are, and on which day a team reaches a place, is not known here.
"""

from collections.abc import Iterable, Sequence

from ektp_core.jemput_bola.tepat import PALING_BANYAK, best_groups, stays_of

Isi = list[tuple[int, int]]
"""What one team does: places by their position, each with the people served there."""

_Barang = tuple[int, int]
"""A part of a place: its position, and its people."""


def fewest_stays(orang: Sequence[int], kapasitas: int, ruang: int) -> int:
    """A number of stays (a team at a place) below which no sharing among so many teams can come.

    `kapasitas` is what one team can do in all its days. For few places it is the fewest of all (`tepat`). For many: a place
    of n people needs n / kapasitas teams, rounded up. That many stays suffice only when the rests (what is left of each
    place after whole teams) fit onto the teams that are left without a cut; if they need at least L teams and R are left,
    L - R of them are cut at least, and each cut is one stay more.

    >>> fewest_stays([250, 40, 0], 100, 4), fewest_stays([60, 60, 60], 100, 2)
    (4, 4)
    """
    ada = [n for n in orang if n]
    if len(ada) <= PALING_BANYAK:
        return stays_of(best_groups(ada, kapasitas, ruang), ada, kapasitas)
    sisa = [n % kapasitas for n in orang if n % kapasitas]
    ruang -= sum(n // kapasitas for n in orang)
    return sum(-(-n // kapasitas) for n in orang) + max(0, _fewest_teams(sisa, kapasitas) - ruang)


def _fewest_teams(sisa: Sequence[int], kapasitas: int) -> int:
    """Martello and Toth's bound L2: teams below which no packing of whole rests can come.

    For each a: a rest above kapasitas - a shares a team with none of at least a; one above half with no other such.
    """
    terbanyak = -(-sum(sisa) // kapasitas)
    for a in {0, *(n for n in sisa if 2 * n <= kapasitas)}:
        sendiri = sum(n > kapasitas - a for n in sisa)
        besar = [n for n in sisa if 2 * n > kapasitas and n <= kapasitas - a]
        kecil = sum(n for n in sisa if a <= n and 2 * n <= kapasitas)
        lebih = max(0, kecil - (len(besar) * kapasitas - sum(besar)))
        terbanyak = max(terbanyak, sendiri + len(besar) - (-lebih // kapasitas))
    return terbanyak


def count_moves(muatan: Iterable[Isi], kelompok: Sequence[int]) -> int:
    """Stays, and desa a team works in: what a sharing costs those who carry the equipment.

    >>> count_moves([[(0, 5), (1, 5)], [(2, 5)]], [0, 1, 1])
    6
    """
    return sum(len(isi) + len({kelompok[i] for i, _ in isi}) for isi in muatan)


def share(orang: Sequence[int], kelompok: Sequence[int], kapasitas: int, ruang: int) -> list[Isi]:
    """Share everybody out among at most `ruang` teams of `kapasitas` people each, in few stays and few desa.

    `orang` gives the people of each place, `kelompok` the desa it lies in. Two ways are tried, whole desa first and
    places alone, and the one with fewer moves is kept. Raises `ValueError` when the teams cannot hold everybody.

    >>> share([250, 40, 30], [0, 0, 1], 300, 2)
    [[(0, 250), (1, 40)], [(2, 30)]]
    >>> share([60, 60, 60], [0, 0, 0], 100, 2)
    [[(0, 60), (1, 40)], [(1, 20), (2, 60)]]
    """
    cara = (_share_desa(orang, kelompok, kapasitas, ruang), _pack(orang, kapasitas, ruang))
    return min((_in_order(m) for m in cara), key=lambda m: (count_moves(m, kelompok), sum(map(len, m)), m))


def _load_of(isi: Isi) -> int:
    return sum(n for _, n in isi)


def _in_order(muatan: Iterable[Isi]) -> list[Isi]:
    return sorted(sorted(isi) for isi in muatan if isi)


def _share_desa(orang: Sequence[int], kelompok: Sequence[int], kapasitas: int, ruang: int) -> list[Isi]:
    """Desa onto teams as if each were one place; then the places of a desa that two teams share, cut once at most."""
    anggota: dict[int, list[int]] = {}
    for i, desa in enumerate(kelompok):
        if orang[i]:
            anggota.setdefault(desa, []).append(i)
    tempat = list(anggota.values())
    sisa = list(orang)
    regu = _pack([sum(orang[i] for i in satu) for satu in tempat], kapasitas, ruang)
    return [[x for desa, n in isi for x in _take(tempat[desa], sisa, n)] for isi in regu]


def _take(tempat: Sequence[int], sisa: list[int], jumlah: int) -> Isi:
    """Exactly so many people of these places (of what is left of them): whole places, and one cut at most."""
    ada = sorted((i for i in tempat if sisa[i]), key=lambda i: (-sisa[i], i))
    isi = [(ada[k], sisa[ada[k]]) for k in sorted(_best_subset([sisa[i] for i in ada], jumlah))]
    kurang = jumlah - _load_of(isi)
    if kurang:
        # More than is missing stands in every place that is left: else it would have been taken.
        utuh = {i for i, _ in isi}
        isi.append((next(i for i in ada if i not in utuh), kurang))
    for i, n in isi:
        sisa[i] -= n
    return isi


def _pack(orang: Sequence[int], kapasitas: int, ruang: int) -> list[Isi]:
    """Places onto at most so many teams: few places in the best of all ways, many with whole teams first, then the rests."""
    ada = [i for i, n in enumerate(orang) if n]
    if len(ada) <= PALING_BANYAK:
        kelompok = best_groups([orang[i] for i in ada], kapasitas, ruang)
        isi = ([(ada[k], orang[ada[k]]) for k in satu] for satu in kelompok)
        return [regu for satu in isi for regu in _fill_in_turn(satu, kapasitas)]
    penuh: list[Isi] = [[(i, kapasitas)] for i, n in enumerate(orang) for _ in range(n // kapasitas)]
    sisa = [(i, n % kapasitas) for i, n in enumerate(orang) if n % kapasitas]
    ruang -= len(penuh)
    if sum(n for _, n in sisa) > ruang * kapasitas:
        raise ValueError("regu tidak cukup untuk semua orang")
    utuh = _fill(sisa, kapasitas)
    return [*penuh, *(utuh if len(utuh) <= ruang else _cut(sisa, kapasitas, ruang))]


def _fill(barang: Iterable[_Barang], kapasitas: int) -> list[Isi]:
    """Whole parts onto teams: each team takes the largest part left, and beside it those that fill it best."""
    sisa = sorted(barang, key=lambda b: (-b[1], b[0]))
    muatan: list[Isi] = []
    while sisa:
        isi, sisa = _fill_one(sisa, kapasitas)
        muatan.append(isi)
    return muatan


def _fill_one(sisa: Sequence[_Barang], batas: int) -> tuple[Isi, list[_Barang]]:
    """The first part with those that fill the rest of the limit best; and what is left."""
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
    """Parts onto exactly so many teams with few cuts.

    A group of b teams that is filled as one costs b - 1 cuts at most, so many small groups cost few. Several ways of
    spending the room to spare are tried; the one with the fewest cuts is kept.
    """
    urut = sorted(sisa, key=lambda b: (-b[1], b[0]))
    longgar = ruang * kapasitas - sum(n for _, n in urut)
    boros = sorted({0, 1, 2, 3, longgar // 4, longgar // 2, longgar})
    cara = [_group(urut, kapasitas, longgar, satu) for satu in boros]
    muatan = [[regu for isi in kelompok for regu in _fill_in_turn(isi, kapasitas)] for kelompok in cara]
    return min(muatan, key=lambda m: (sum(map(len, m)), m))


def _group(urut: Sequence[_Barang], kapasitas: int, longgar: int, boros: int) -> list[Isi]:
    """Parts into groups of one team, of two, of three, …, none with more room to spare than `boros`; the rest is one group.

    `longgar` is the room to spare in all.
    """
    kelompok: list[Isi] = []
    sisa = list(urut)
    for regu in (1, 2, 3, 4):
        for longgar_satu in sorted({min(n, longgar) for n in (*range(min(boros, 12) + 1), boros)}):
            for pertama in list(sisa):
                if pertama not in sisa or longgar_satu > longgar:
                    continue
                isi, lain = _fill_one([pertama, *(b for b in sisa if b is not pertama)], regu * kapasitas)
                if regu * kapasitas - _load_of(isi) <= longgar_satu:
                    longgar -= regu * kapasitas - _load_of(isi)
                    kelompok.append(isi)
                    sisa = lain
    return [*kelompok, sisa] if sisa else kelompok


def _fill_in_turn(barang: Iterable[_Barang], kapasitas: int) -> list[Isi]:
    """Parts one after another onto teams that are filled to the brim: a part is cut where a team ends."""
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
