"""Which people of a run may be one person: among residents, and with people known only by a paper.

Finds the pairs without comparing everybody with everybody; what makes a pair is said in `ektp_core.dugaan`. What weighs
probabilities is not here: its pairs are only put beside those by rule.
"""

from collections.abc import Iterable, Iterator, Sequence
from itertools import product

from attrs import evolve, frozen

from ektp_core.dobel import Ciri, Mirip, traits_of_penduduk, traits_of_undangan
from ektp_core.dugaan import BATAS_PASANGAN, KUAT, LEMAH, SEDANG, DugaanDobel, guess, iter_pairs, order_of
from ektp_core.nik import iter_slips
from ektp_core.penduduk import Penduduk
from ektp_core.rekonsiliasi.hasil import Hasil
from ektp_core.rekonsiliasi.kenali import Kenalan
from ektp_core.rekonsiliasi.orang import Orang
from ektp_core.rekonsiliasi.register import Register

_URUTAN = (KUAT, SEDANG, LEMAH)


@frozen
class DaftarDugaan:
    """The proposals of a run, the strongest first, and how many groups of one name were too large to pair fully."""

    dugaan: tuple[DugaanDobel, ...]
    terbatas: int


def find_guesses(kenalan: Kenalan) -> DaftarDugaan:
    """Every proposal of a run: one for each pair of people of whom two rows say so, by its strongest evidence."""
    ciri = _CiriOrang()
    terkuat: dict[frozenset[Orang], DugaanDobel] = {}

    def propose(a: Orang, b: Orang) -> None:
        dugaan = [d for x, y in product(ciri.of(a), ciri.of(b)) if (d := guess(x, y)) is not None]
        if dugaan:
            terkuat[frozenset({a, b})] = min(dugaan, key=_order)

    terbatas = 0
    for anggota in _namesakes(kenalan, ciri):
        terbatas += len(anggota) > BATAS_PASANGAN
        for a, b in iter_pairs(anggota):
            propose(a, b)
    for a, b in _mistyped_pairs(kenalan):
        propose(a, b)
    return DaftarDugaan(tuple(sorted(terkuat.values(), key=_order)), terbatas)


def _order(d: DugaanDobel) -> tuple[object, ...]:
    # At last by all that it says, so that no order of rows changes which of two stands first.
    return _URUTAN.index(d.kekuatan), d.nik_a, d.nik_b, d.nama_a, d.nama_b, repr(d)


def add_similar(hasil: Hasil, penduduk: Sequence[Penduduk], mirip: Iterable[Mirip], cara: str) -> Hasil:
    """The result with the pairs that are likely one person, the likeliest first, before those by rule alone.

    `penduduk` are the rows of that run. Rows that the run holds for one person already are no guess; a pair that a rule
    proposes too stands once, with its probability. `cara` says in the summary how they were found.
    """
    register = Register(penduduk)
    register.lend(())
    orang_dari = {id(p): orang for orang in register.orang for p in orang.baris}
    dugaan: dict[frozenset[Orang], DugaanDobel] = {}
    for m in sorted(mirip, key=lambda m: (-m.kekuatan, penduduk[m.a].nik, penduduk[m.b].nik)):
        a, b = sorted((m.a, m.b), key=lambda i: (orang_dari[id(penduduk[i])].nik, penduduk[i].nama))
        oa, ob = (orang_dari[id(penduduk[i])] for i in (a, b))
        if oa is not ob:
            isi = DugaanDobel(oa.nik, penduduk[a].nama, ob.nik, penduduk[b].nama, _show(m.kekuatan), (), m.penjelasan)
            dugaan.setdefault(frozenset({oa, ob}), isi)
    sudah = {_pair(d) for d in dugaan.values()}
    menurut_aturan = (d for d in hasil.dugaan if _pair(d) not in sudah)
    return evolve(hasil, dugaan=(*dugaan.values(), *menurut_aturan), cara_dugaan=cara)


def _pair(d: DugaanDobel) -> frozenset[str]:
    # A NIK that had lost its last digit may have been lent it in the run.
    return frozenset((d.nik_a[:15], d.nik_b[:15])) if d.nik_a[:15] != d.nik_b[:15] else frozenset((d.nik_a, d.nik_b))


def _show(kekuatan: float) -> str:
    """Three decimals, never rounded up to a certainty that nobody has."""
    return f"{min(int(kekuatan * 1000), 999) / 1000:.3f}".replace(".", ",")


class _CiriOrang:
    """The traits of each row or paper of a person, made when first asked for."""

    def __init__(self) -> None:
        self._ingat: dict[int, list[Ciri]] = {}

    def of(self, orang: Orang) -> list[Ciri]:
        """Each row's, with the person's shown NIK and its own, as full as it is known."""
        ciri = self._ingat.get(id(orang))
        if ciri is None:
            ciri = self._ingat[id(orang)] = _traits(orang)
        return ciri


def _traits(orang: Orang) -> list[Ciri]:
    if not orang.baris:
        return [evolve(traits_of_undangan(s.undangan), nik=orang.nik) for s in orang.surat]
    return [evolve(traits_of_penduduk(p), nik=orang.nik, nik_baris=orang.full_form(p.nik)) for p in orang.baris]


def _namesakes(kenalan: Kenalan, ciri: _CiriOrang) -> Iterator[list[Orang]]:
    """Of each name, birth date and sex that two people or more share: these people, in an order that no row changes."""
    kelompok: dict[object, dict[Orang, list[tuple[str, str, str, int]]]] = {}
    for orang in _people_with_a_namesake(kenalan):
        for c in ciri.of(orang):
            if c.pribadi is not None:
                kelompok.setdefault(c.pribadi, {}).setdefault(orang, []).append(order_of(c))
    for anggota in kelompok.values():
        yield sorted(anggota, key=lambda orang: min(anggota[orang]))


def _people_with_a_namesake(kenalan: Kenalan) -> Iterator[Orang]:
    register = kenalan.register
    for sama in register.groups_of_one_name():
        yield from sama
    for orang in kenalan.outsiders:
        yield orang
        for s in orang.surat:
            yield from register.find_nama_lahir(s.undangan.nama, s.undangan.tanggal_lahir)


# A mistyped NIK


def _mistyped_pairs(kenalan: Kenalan) -> Iterator[tuple[Orang, Orang]]:
    """Pairs of residents with one name and mother whose NIKs are a slip apart.

    Whoever shares name and birth date is a namesake, and compared as such; a paper knows no mother.
    """
    pertama: dict[tuple[str, str], Orang] = {}
    seibu: dict[tuple[str, str], dict[Orang, None]] = {}
    for orang in kenalan.register.orang:
        for p in orang.baris:
            if " " in p.kunci_nama and p.kunci_ibu:
                kunci = p.kunci_nama, p.kunci_ibu
                ada = pertama.setdefault(kunci, orang)
                if ada is not orang:
                    seibu.setdefault(kunci, {ada: None})[orang] = None
    for sama in seibu.values():
        yield from _slips_among(sama)


def _slips_among(sama: Iterable[Orang]) -> Iterator[tuple[Orang, Orang]]:
    """The pairs with a slip between their NIKs, found by looking for each possible slip: no group is too large for it."""
    per_nik: dict[str, list[Orang]] = {}
    for orang in sama:
        for nik in orang.niks:
            per_nik.setdefault(nik, []).append(orang)
    for nik, pemilik in per_nik.items():
        for dekat in iter_slips(nik):
            yield from ((a, b) for a, b in product(pemilik, per_nik.get(dekat, ())) if a is not b)
