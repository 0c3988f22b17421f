"""Which people of a run may be one person: proposals among residents, and with people known only by a paper.

Proposes pairs; merges nobody.
"""

from collections.abc import Iterable

from attrs import evolve

from ektp_core.dobel import BATAS_PASANGAN, Ciri, DugaanDobel, iter_guesses, traits_of_penduduk, traits_of_undangan
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


def _enter(kelompok: dict[object, dict[int, Ciri]], orang: Orang, semua: Iterable[Ciri]) -> None:
    for ciri in semua:
        if ciri.pribadi is not None:
            kelompok.setdefault(ciri.pribadi, {}).setdefault(id(orang), ciri)


def _traits_of_resident(orang: Orang) -> list[Ciri]:
    """The traits of each row, the fullest first, with the NIK that lists show."""
    baris = sorted(orang.baris, key=lambda p: p is not orang.utama)
    return [evolve(traits_of_penduduk(p), nik=orang.nik) for p in baris]
