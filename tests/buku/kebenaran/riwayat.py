"""What happened to a person in the registers: death and moves, and recordings. Each story states its own outcome."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from .kata import STATUS_ASING, STATUS_GAGAL, STATUS_JALAN, STATUS_LIHAT
from .kisah import Dunia, Insan
from .lembar import mati, pindah, rekam
from .tulisan import next_day


def lalu(w: Dunia, dekat: int = 3, jauh: int = 300) -> date:
    """A day before the reference date."""
    return next_day(w.on, -w.rng.randint(dekat, jauh))


def kelak(w: Dunia) -> date:
    """A day after the reference date, often the very next."""
    return next_day(w.on, w.rng.choice((1, 1, 2, 30)))


def tetap(w: Dunia, i: Insan) -> None:
    """Neither died nor moved."""


def mati_sebelum(w: Dunia, i: Insan) -> None:
    """Died before the reference date, or on it."""
    mati(w, i, w.rng.choice((w.on, next_day(w.on, -1), lalu(w))))
    i.mati = i.ada_mati = True


def mati_kelak(w: Dunia, i: Insan) -> None:
    """Died after the reference date: alive on it, and the register has a word on death."""
    mati(w, i, kelak(w))
    i.ada_mati = True


def mati_tak_bertanggal(w: Dunia, i: Insan) -> None:
    """An undated death counts as of the reference date, and somebody should look."""
    mati(w, i, None)
    i.mati = i.ada_mati = i.lihat = True


def mati_dua_tanggal(w: Dunia, i: Insan) -> None:
    """Two dates of death, one on or before the reference date."""
    mati(w, i, kelak(w))
    mati(w, i, lalu(w))
    i.mati = i.ada_mati = True


def keluar(w: Dunia, i: Insan) -> None:
    """Moved out before the reference date, or on it."""
    pindah(w, i, w.rng.choice((w.on, next_day(w.on, -1), lalu(w))))
    i.pindah = i.ada_pindah = True


def keluar_kelak(w: Dunia, i: Insan) -> None:
    """Moves out after the reference date."""
    pindah(w, i, kelak(w))
    i.ada_pindah = True


def keluar_tak_bertanggal(w: Dunia, i: Insan) -> None:
    """An undated move out counts as of the reference date, so it stands after any arrival before."""
    if w.chance(0.4):
        pindah(w, i, lalu(w), "DATANG")
    pindah(w, i, None)
    i.pindah = i.ada_pindah = i.lihat = True


def keluar_tak_bertanggal_datang_tepat(w: Dunia, i: Insan) -> None:
    """An undated move out counts as of the reference date; an arrival on that day stands after it."""
    pindah(w, i, None)
    pindah(w, i, w.on, "DATANG")
    i.ada_pindah = i.lihat = True


def keluar_tak_bertanggal_datang_kelak(w: Dunia, i: Insan) -> None:
    """An undated move out counts as of the reference date, so an arrival after it is not the first move."""
    pindah(w, i, None)
    pindah(w, i, kelak(w), "DATANG")
    i.pindah = i.ada_pindah = i.lihat = True


def pulang(w: Dunia, i: Insan) -> None:
    """Moved out and came back, by the reference date."""
    pindah(w, i, lalu(w, 200, 400))
    pindah(w, i, w.rng.choice((w.on, lalu(w, 3, 150))), "DATANG")
    i.ada_pindah = True


def pulang_sehari(w: Dunia, i: Insan) -> None:
    """Out and in on one day: the arrival stands after the departure."""
    hari = w.rng.choice((w.on, lalu(w)))
    pindah(w, i, hari)
    pindah(w, i, hari, "DATANG")
    i.ada_pindah = True


def pulang_kelak(w: Dunia, i: Insan) -> None:
    """Moved out before, comes back after the reference date: away on it."""
    pindah(w, i, lalu(w))
    pindah(w, i, kelak(w), "DATANG")
    i.pindah = i.ada_pindah = True


def pergi_lagi(w: Dunia, i: Insan) -> None:
    """Out, in, and out again."""
    pindah(w, i, lalu(w, 300, 400))
    pindah(w, i, lalu(w, 150, 280), "DATANG")
    pindah(w, i, lalu(w, 3, 120))
    i.pindah = i.ada_pindah = True


def datang(w: Dunia, i: Insan) -> None:
    """Arrived by the reference date; may go again after it."""
    pindah(w, i, w.rng.choice((w.on, lalu(w))), "DATANG")
    if w.chance(0.3):
        pindah(w, i, kelak(w))
    i.ada_pindah = True


def datang_kelak(w: Dunia, i: Insan) -> None:
    """The first move is an arrival after the reference date: not registered here on it."""
    pindah(w, i, kelak(w), "DATANG")
    i.ada_pindah = i.datang_kelak = True


def mati_dan_keluar(w: Dunia, i: Insan) -> None:
    """Moved out, and died: death comes first."""
    pindah(w, i, lalu(w, 100, 300))
    mati(w, i, lalu(w, 3, 90))
    i.mati = i.ada_mati = i.pindah = i.ada_pindah = True


Riwayat = Callable[[Dunia, Insan], None]
HIDUP: dict[str, Riwayat] = {
    f.__name__: f
    for f in (
        tetap, mati_sebelum, mati_kelak, mati_tak_bertanggal, mati_dua_tanggal, keluar, keluar_kelak,
        keluar_tak_bertanggal, keluar_tak_bertanggal_datang_tepat, keluar_tak_bertanggal_datang_kelak, pulang,
        pulang_sehari, pulang_kelak, pergi_lagi, datang, datang_kelak, mati_dan_keluar,
    )
}  # fmt: skip


def _berhasil(w: Dunia) -> str | None:
    return w.rng.choice((None, None, *STATUS_JALAN, *STATUS_JALAN, *STATUS_LIHAT))


def _gagal(w: Dunia) -> str:
    return w.rng.choice((*STATUS_GAGAL, "UNREGISTERED"))


def belum_rekam(w: Dunia, i: Insan) -> None:
    """Never came."""


def rekam_biasa(w: Dunia, i: Insan) -> None:
    """Recorded, before the reference date or on it."""
    rekam(w, i, w.rng.choice((w.on, lalu(w), lalu(w), lalu(w))), _berhasil(w), jam=w.chance(0.15))
    i.terekam = True


def rekam_dua_kali(w: Dunia, i: Insan) -> None:
    """Recorded twice."""
    rekam(w, i, lalu(w, 100, 300), _berhasil(w))
    rekam(w, i, lalu(w, 3, 90), _berhasil(w))
    i.terekam = True


def rekam_dobel_siak(w: Dunia, i: Insan) -> None:
    """DUPLICATE_RECORD and ADJUDICATE_* count, and somebody should look."""
    rekam(w, i, lalu(w), w.rng.choice(STATUS_LIHAT))
    i.terekam = i.lihat = True


def rekam_kata_asing(w: Dunia, i: Insan) -> None:
    """An unknown status word is as no word."""
    rekam(w, i, lalu(w), w.rng.choice(STATUS_ASING))
    i.terekam = i.lihat = True


def rekam_gagal(w: Dunia, i: Insan) -> None:
    """The only recording failed."""
    rekam(w, i, lalu(w), _gagal(w))


def rekam_lalu_gagal(w: Dunia, i: Insan) -> None:
    """An earlier success undone by a later failure."""
    rekam(w, i, lalu(w, 100, 300), _berhasil(w))
    rekam(w, i, w.rng.choice((w.on, lalu(w, 3, 90))), w.rng.choice(STATUS_GAGAL))
    i.lihat = True


def rekam_gagal_lalu_jadi(w: Dunia, i: Insan) -> None:
    """Failed, came again."""
    rekam(w, i, lalu(w, 100, 300), _gagal(w))
    rekam(w, i, lalu(w, 3, 90), _berhasil(w))
    i.terekam = True


def rekam_sehari(w: Dunia, i: Insan) -> None:
    """A failure and a success on one day: the word further along the chain stands, whatever the hour."""
    hari = lalu(w)
    jam = w.chance(0.5)
    rekam(w, i, hari, _berhasil(w), jam=jam)
    rekam(w, i, hari, _gagal(w), jam=jam)
    i.terekam = True


def rekam_sehari_kata_asing(w: Dunia, i: Insan) -> None:
    """An unknown word is as no word, and so stands further along than a failure of the same day."""
    hari = lalu(w)
    rekam(w, i, hari, w.rng.choice(STATUS_GAGAL))
    rekam(w, i, hari, w.rng.choice(STATUS_ASING))
    i.terekam = i.lihat = True


def rekam_sehari_gagal(w: Dunia, i: Insan) -> None:
    """Two words of one day, neither of them a success."""
    hari = lalu(w)
    rekam(w, i, hari, "UNREGISTERED")
    rekam(w, i, hari, w.rng.choice(STATUS_GAGAL))


def rekam_kelak(w: Dunia, i: Insan) -> None:
    """Comes after the reference date."""
    rekam(w, i, kelak(w), _berhasil(w), jam=w.chance(0.3))


def rekam_gagal_kelak(w: Dunia, i: Insan) -> None:
    """Recorded; a failure after the reference date does not reach back."""
    rekam(w, i, lalu(w), _berhasil(w))
    rekam(w, i, kelak(w), w.rng.choice(STATUS_GAGAL))
    i.terekam = True


def rekam_jadi_kelak(w: Dunia, i: Insan) -> None:
    """Failed, and succeeds only after the reference date."""
    rekam(w, i, lalu(w), _gagal(w))
    rekam(w, i, kelak(w), _berhasil(w))


def rekam_tak_bertanggal(w: Dunia, i: Insan) -> None:
    """An undated recording cannot be used."""
    rekam(w, i, None, _berhasil(w))


REKAM: dict[str, Riwayat] = {
    f.__name__: f
    for f in (
        belum_rekam, rekam_biasa, rekam_dua_kali, rekam_dobel_siak, rekam_kata_asing, rekam_gagal, rekam_lalu_gagal,
        rekam_gagal_lalu_jadi, rekam_sehari, rekam_sehari_kata_asing,
        rekam_sehari_gagal, rekam_kelak, rekam_gagal_kelak, rekam_jadi_kelak,
        rekam_tak_bertanggal,
    )
}  # fmt: skip
