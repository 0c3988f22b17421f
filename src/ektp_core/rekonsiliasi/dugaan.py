"""Which people of a run may be one person: proposals among residents, and between residents and unregistered papers.

Proposes pairs; merges nobody.
"""

from collections.abc import Iterable

from attrs import evolve

from ektp_core.dobel import Ciri, DugaanDobel, guess, iter_guesses, traits_of_penduduk, traits_of_undangan
from ektp_core.rekonsiliasi.kenali import Kenalan
from ektp_core.rekonsiliasi.orang import Orang
from ektp_core.rekonsiliasi.register import Register


def find_guesses(register: Register, kenalan: Kenalan) -> tuple[DugaanDobel, ...]:
    """Every proposal of a run, in order of the two NIKs."""
    dugaan: dict[DugaanDobel, None] = {}
    for sama in register.groups_of_one_name():
        for kelompok in _by_personal_key(sama):
            dugaan.update(dict.fromkeys(iter_guesses(kelompok)))
    for orang in kenalan.luar.values():
        if orang.wakil is None and not orang.terdaftar:
            dugaan.update(dict.fromkeys(_guesses_for_outsider(register, orang)))
    return tuple(sorted(dugaan, key=lambda d: (d.nik_a, d.nik_b, d.nama_a, d.nama_b)))


def _traits(orang: Orang) -> list[Ciri]:
    """The person's traits with the NIK that lists show; one for each personal key its rows carry."""
    per_kunci: dict[object, Ciri] = {}
    for p in ([orang.utama] if orang.utama is not None else []) + list(orang.baris):
        ciri = traits_of_penduduk(p)
        per_kunci.setdefault(ciri.pribadi, evolve(ciri, nik=orang.nik))
    return list(per_kunci.values())


def _by_personal_key(orang: Iterable[Orang]) -> Iterable[list[Ciri]]:
    kelompok: dict[object, list[Ciri]] = {}
    for o in orang:
        for ciri in _traits(o):
            if ciri.pribadi is not None:
                kelompok.setdefault(ciri.pribadi, []).append(ciri)
    return (k for k in kelompok.values() if len(k) > 1)


def _guesses_for_outsider(register: Register, orang: Orang) -> Iterable[DugaanDobel]:
    for s in orang.surat:
        ciri = traits_of_undangan(s.undangan)
        if ciri.pribadi is None:
            continue
        for o in register.find_nama_lahir(s.undangan.nama, s.undangan.tanggal_lahir):
            yield from (guess(ciri, c) for c in _traits(o) if c.pribadi == ciri.pribadi)
