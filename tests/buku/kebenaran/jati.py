"""Under what identity a resident stands in the registers: one NIK, a number, two NIK, two rows, or no row at all."""

from __future__ import annotations

from collections.abc import Callable

from attrs import define, evolve

from .kisah import Dunia, Insan
from .lembar import isi_penduduk, penduduk
from .surat import SURAT, SURAT_RUSAK, SURAT_UTUH
from .tulisan import Sel, break_calendar, write_angka
from .usia import Usia


@define
class Jati:
    """How PENDUDUK knows a person, and which papers can still be read beyond doubt."""

    write: Callable[[Dunia, Insan, Usia], None]
    surat: tuple[str, ...] = tuple(SURAT)
    # The birth date must be readable and the NIK agree with it: more is at stake than the NIK alone.
    polos: bool = True


def _one(w: Dunia, i: Insan, u: Usia) -> None:
    penduduk(w, i, u.ganti)


def _number(w: Dunia, i: Insan, u: Usia) -> None:
    i.angka = True
    penduduk(w, i, u.ganti, NIK=write_angka(i.o.nik))


def _two_nik(w: Dunia, i: Insan, u: Usia) -> None:
    """A second row under another NIK, poorer by mother or family card, and the other of them agreeing."""
    o = i.o
    lain = evolve(o, nik=w.cipta.nik(o.lahir, o.kelamin), alamat=f"{o.alamat} BLOK C")
    penduduk(w, i, u.ganti)
    kurang: dict[str, Sel] = {w.rng.choice(("NAMA_IBU", "NO_KK")): None}
    penduduk(w, i, isi_penduduk(w, lain) | u.ganti | kurang)
    i.nik_lain.add(lain.nik)
    i.nik_pilihan = [o.nik, lain.nik]


def _two_rows(w: Dunia, i: Insan, u: Usia) -> None:
    pertama = penduduk(w, i, u.ganti)
    w.tambah(i, "PENDUDUK", dict(pertama.isi))
    i.daftar *= 2


def _false_calendar(w: Dunia, i: Insan, u: Usia) -> None:
    i.o.nik = break_calendar(w.rng, i.o.nik)
    penduduk(w, i, u.ganti)


def _gone(w: Dunia, i: Insan, u: Usia) -> None:
    """No row in PENDUDUK any more: only MENINGGAL or PINDAH knows the person."""
    i.terdaftar, i.wajib = False, None


JATI: dict[str, Jati] = {
    "biasa": Jati(_one, polos=False),
    "angka": Jati(_number),
    "dua_nik": Jati(_two_nik, surat=tuple(SURAT_UTUH)),
    "dua_baris": Jati(_two_rows, surat=tuple(SURAT_UTUH | SURAT_RUSAK), polos=False),
    "kalender_salah": Jati(_false_calendar, surat=tuple(SURAT_UTUH | SURAT_RUSAK)),
    "sudah_dihapus": Jati(_gone, surat=tuple(SURAT_UTUH)),
}
