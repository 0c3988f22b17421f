"""The sharing with the fewest stays of all, for few places: every way of grouping them is weighed.

Places and teams that share people, directly or through others, form a group. A group of s places and b teams has at least
s + b - 1 stays (a connected graph has at least so many edges), and so many suffice whenever the b teams hold it: fill
them one after another. So the fewest stays are those of the best grouping, and that is found by dynamic programming over
the sets of places.
"""

from collections.abc import Sequence

PALING_BANYAK = 11
"""With more places the sets are too many."""

_Hasil = dict[int, tuple[int, int]]
"""Teams -> the most groups with so many teams, and the last of those groups as a set of bits."""


def best_groups(orang: Sequence[int], kapasitas: int, ruang: int) -> list[list[int]]:
    """The grouping of at most `PALING_BANYAK` places with the fewest stays on at most `ruang` teams; its groups in order.

    Each place has somebody. Raises `ValueError` when the teams cannot hold everybody, or when there are too many places.

    >>> best_groups([60, 60, 60], 100, 2), best_groups([60, 40, 70, 30], 100, 2)
    ([[0, 1, 2]], [[0, 1], [2, 3]])
    """
    if len(orang) > PALING_BANYAK:
        raise ValueError(f"lebih dari {PALING_BANYAK} tempat")
    jumlah = [0]
    for n in orang:
        jumlah += [lama + n for lama in jumlah]
    perlu = [-(-n // kapasitas) for n in jumlah]
    terbaik: list[_Hasil] = [{0: (0, 0)}]
    for himpunan in range(1, len(perlu)):
        terbaik.append(_weigh(himpunan, terbaik, perlu, ruang))
    sisa = len(perlu) - 1
    if not terbaik[sisa]:
        raise ValueError("regu tidak cukup untuk semua orang")
    regu = min(terbaik[sisa], key=lambda r: (r - terbaik[sisa][r][0], r))
    kelompok = []
    while sisa:
        bagian = terbaik[sisa][regu][1]
        kelompok.append([i for i in range(len(orang)) if bagian >> i & 1])
        regu -= perlu[bagian]
        sisa ^= bagian
    return sorted(kelompok)


def _weigh(himpunan: int, terbaik: Sequence[_Hasil], perlu: Sequence[int], ruang: int) -> _Hasil:
    """The best groupings of a set of places, from those of its parts: the group of its first place is each in turn."""
    pertama = himpunan & -himpunan
    lain = himpunan ^ pertama
    hasil: _Hasil = {}
    bagian = lain
    while True:
        kelompok = bagian | pertama
        for regu, (banyak, _) in terbaik[himpunan ^ kelompok].items():
            jumlah = regu + perlu[kelompok]
            if jumlah <= ruang and hasil.get(jumlah, (0, 0))[0] < banyak + 1:
                hasil[jumlah] = banyak + 1, kelompok
        if not bagian:
            return _without_worse(hasil)
        bagian = (bagian - 1) & lain


def _without_worse(hasil: _Hasil) -> _Hasil:
    """Only groupings that need fewer stays than every one with fewer teams."""
    baik: _Hasil = {}
    lebih = 1 << 30
    for regu in sorted(hasil):
        if regu - hasil[regu][0] < lebih:
            lebih = regu - hasil[regu][0]
            baik[regu] = hasil[regu]
    return baik


def stays_of(kelompok: Sequence[Sequence[int]], orang: Sequence[int], kapasitas: int) -> int:
    """The stays of a grouping: of each group its places and its teams, less one.

    >>> stays_of([[0, 1, 2]], [60, 60, 60], 100)
    4
    """
    return sum(len(satu) - 1 + -(-sum(orang[i] for i in satu) // kapasitas) for satu in kelompok)
