"""Which people of a run may be one person: proposals among residents, and with people known only by a paper.

Proposes pairs; merges nobody. What weighs probabilities is not here: its pairs are only put beside those by rule.
"""

from collections.abc import Iterable, Sequence

from attrs import evolve

from ektp_core.dobel import (
    BATAS_PASANGAN,
    Ciri,
    DugaanDobel,
    Mirip,
    iter_guesses,
    traits_of_penduduk,
    traits_of_undangan,
)
from ektp_core.penduduk import Penduduk
from ektp_core.rekonsiliasi.hasil import Hasil
from ektp_core.rekonsiliasi.kenali import Kenalan
from ektp_core.rekonsiliasi.orang import Orang
from ektp_core.rekonsiliasi.register import Register


def find_guesses(register: Register, kenalan: Kenalan) -> tuple[tuple[DugaanDobel, ...], int]:
    """Every proposal of a run in order of the two NIKs, and how many groups were too large to pair fully."""
    kelompok: dict[object, dict[int, Ciri]] = {}
    for sama in register.groups_of_one_name():
        for orang in sama:
            _enter(kelompok, orang, _traits_of_resident(orang))
    for orang in kenalan.luar.values():
        if orang.wakil is None:
            for surat in orang.surat:
                u = surat.undangan
                _enter(kelompok, orang, [evolve(traits_of_undangan(u), nik=orang.nik)])
                for penduduk in register.find_nama_lahir(u.nama, u.tanggal_lahir):
                    _enter(kelompok, penduduk, _traits_of_resident(penduduk))
    dugaan: dict[DugaanDobel, None] = {}
    for anggota in kelompok.values():
        dugaan.update(dict.fromkeys(iter_guesses(list(anggota.values()))))
    terbatas = sum(len(anggota) > BATAS_PASANGAN for anggota in kelompok.values())
    return tuple(sorted(dugaan, key=lambda d: (d.nik_a, d.nik_b, d.nama_a, d.nama_b))), terbatas


def add_similar(hasil: Hasil, penduduk: Sequence[Penduduk], mirip: Iterable[Mirip], cara: str) -> Hasil:
    """The result with the pairs that are likely one person, the likeliest first, before those by rule alone.

    `penduduk` are the rows of that run. Rows that the run holds for one person already are no guess; a pair that a rule
    proposes too stands once, with its probability. `cara` says in the summary how they were found.
    """
    register = Register(penduduk)
    register.lend(())
    orang_dari = {id(p): orang for orang in register.orang for p in orang.baris}
    dugaan: dict[frozenset[int], DugaanDobel] = {}
    for m in sorted(mirip, key=lambda m: (-m.kekuatan, penduduk[m.a].nik, penduduk[m.b].nik, m.a, m.b)):
        a, b = sorted((m.a, m.b), key=lambda i: (orang_dari[id(penduduk[i])].nik, penduduk[i].nama, i))
        oa, ob = (orang_dari[id(penduduk[i])] for i in (a, b))
        if oa is not ob:
            isi = DugaanDobel(oa.nik, penduduk[a].nama, ob.nik, penduduk[b].nama, _show(m.kekuatan), (), m.penjelasan)
            dugaan.setdefault(frozenset((id(oa), id(ob))), isi)
    sudah = {_pair(d) for d in dugaan.values()}
    menurut_aturan = (d for d in hasil.dugaan if _pair(d) not in sudah)
    return evolve(hasil, dugaan=(*dugaan.values(), *menurut_aturan), cara_dugaan=cara)


def _pair(d: DugaanDobel) -> frozenset[str]:
    # A NIK that had lost its last digit may have been lent it in the run.
    return frozenset((d.nik_a[:15], d.nik_b[:15])) if d.nik_a[:15] != d.nik_b[:15] else frozenset((d.nik_a, d.nik_b))


def _show(kekuatan: float) -> str:
    """Three decimals, never rounded up to a certainty that nobody has."""
    return f"{min(int(kekuatan * 1000), 999) / 1000:.3f}".replace(".", ",")


def _enter(kelompok: dict[object, dict[int, Ciri]], orang: Orang, semua: Iterable[Ciri]) -> None:
    for ciri in semua:
        if ciri.pribadi is not None:
            kelompok.setdefault(ciri.pribadi, {}).setdefault(id(orang), ciri)


def _traits_of_resident(orang: Orang) -> list[Ciri]:
    """The traits of each row, the fullest first, with the NIK that lists show."""
    baris = sorted(orang.baris, key=lambda p: p is not orang.utama)
    return [evolve(traits_of_penduduk(p), nik=orang.nik) for p in baris]
