"""Who a person is at the reference date: age, marriage, citizenship, and whether that makes him or her wajib."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from attrs import Factory, define

from .kata import TAK_TERBACA
from .kisah import Dunia
from .orang import Orang
from .tulisan import Rusak, Sel, add_years, next_day


@define
class Usia:
    """A person with what the contract makes of age, marriage and citizenship; `ganti` are cells written otherwise."""

    o: Orang
    wajib: bool | None
    ganti: dict[str, Sel] = Factory(dict)
    lihat: bool | None = None
    lahir_terbaca: bool = True


def dewasa(w: Dunia) -> Usia:
    """18 and older; a blank marriage status changes nothing for them."""
    return Usia(w.cipta.orang(), True, {"STATUS_KAWIN": None} if w.chance(0.02) else {})


def tepat_17(w: Dunia) -> Usia:
    """The 17th birthday is the reference date itself: it counts."""
    return Usia(w.cipta.orang(lahir=add_years(w.on, -17)), True)


def besok_17(w: Dunia) -> Usia:
    """17 tomorrow."""
    return Usia(w.cipta.orang(lahir=_born_to_turn_17_after(w.on, 1)), False)


def _born_to_turn_17_after(on: date, hari: int) -> date:
    """A birth date, not 29 February, whose 17th birthday is `hari` days after `on`."""
    ultah = next_day(on, hari)
    return ultah.replace(year=ultah.year - 17) if (ultah.month, ultah.day) != (2, 29) else date(ultah.year - 17, 3, 1)


def pekan_17(w: Dunia) -> Usia:
    """17 within the last or the next days."""
    lewat = w.rng.randint(2, 20) * w.rng.choice((1, -1))
    return Usia(w.cipta.orang(lahir=_born_to_turn_17_after(w.on, -lewat)), lewat > 0)


def kabisat(w: Dunia) -> Usia:
    """Born on 29 February: the birthday of a common year is the 28th."""
    tahun = w.rng.choice([y for y in range(w.on.year - 60, w.on.year) if y % 4 == 0])
    lahir = date(tahun, 2, 29)
    return Usia(w.cipta.orang(lahir=lahir), add_years(lahir, 17) <= w.on)


def kabisat_dekat(w: Dunia) -> Usia:
    """The 29 February nearest to being 17."""
    tahun = min((y for y in range(w.on.year - 24, w.on.year) if y % 4 == 0), key=lambda y: abs(w.on.year - 17 - y))
    lahir = date(tahun, 2, 29)
    return Usia(w.cipta.orang(lahir=lahir), add_years(lahir, 17) <= w.on)


def sangat_tua(w: Dunia) -> Usia:
    """Past a hundred: the NIK's two digits name another century, the register knows."""
    return Usia(w.cipta.orang(lahir=w.cipta.lahir(100, 106)), True)


def anak(w: Dunia) -> Usia:
    """Under 16, never married."""
    return Usia(w.cipta.orang(umur=(0, 15)), False)


def pemula(w: Dunia) -> Usia:
    """16: may be recorded, is not wajib."""
    return Usia(w.cipta.orang(umur=(16, 16)), False)


def _muda(w: Dunia, kawin: str, hari: date | None) -> Orang:
    o = w.cipta.orang(umur=(15, 16))
    o.kawin, o.tgl_kawin = kawin, hari
    return o


def kawin_muda(w: Dunia) -> Usia:
    """A minor who married on or before the reference date."""
    return Usia(_muda(w, "KAWIN", next_day(w.on, -w.rng.choice((0, 1, 30, 200)))), True)


def kawin_muda_tanpa_tanggal(w: Dunia) -> Usia:
    """A minor who is married; nobody wrote since when."""
    return Usia(_muda(w, "KAWIN", None), True)


def kawin_kelak(w: Dunia) -> Usia:
    """A minor whose marriage is dated after the reference date: it does not count."""
    # Without the column of dates only the status speaks.
    return Usia(_muda(w, "KAWIN", next_day(w.on, w.rng.choice((1, 2, 40)))), "TGL_KAWIN" in w.tanpa_kolom)


def cerai_muda(w: Dunia) -> Usia:
    """A divorced or widowed minor stays obliged."""
    return Usia(_muda(w, "CERAI", next_day(w.on, -90) if w.chance(0.5) else None), True)


def _asing(w: Dunia, umur: tuple[int, int], itap: date | None) -> Orang:
    o = w.cipta.orang(umur=umur)
    o.asing, o.itap = True, itap
    return o


def _by_itap(w: Dunia, sah: bool) -> bool | None:
    """Whether the ITAP makes wajib; only a missing column leaves it undecided."""
    return None if "ITAP_SAMPAI" in w.tanpa_kolom else sah


def asing_sah(w: Dunia) -> Usia:
    """A foreigner whose ITAP's last day is the reference date or later."""
    return Usia(_asing(w, (18, 70), next_day(w.on, w.rng.choice((0, 0, 1, 700)))), _by_itap(w, True))


def asing_habis(w: Dunia) -> Usia:
    """A foreigner whose ITAP has ended, a day ago or long ago."""
    return Usia(_asing(w, (18, 70), next_day(w.on, -w.rng.choice((1, 1, 400)))), _by_itap(w, False))


def asing_tanpa_itap(w: Dunia) -> Usia:
    """A foreigner with a blank ITAP cell."""
    return Usia(_asing(w, (18, 70), None), _by_itap(w, False))


def asing_anak(w: Dunia) -> Usia:
    """A foreign child with an ITAP."""
    return Usia(_asing(w, (3, 15), next_day(w.on, 300)), False)


def asing_kawin_muda(w: Dunia) -> Usia:
    """A married foreign minor: the ITAP decides."""
    sah = w.chance(0.5)
    o = _asing(w, (15, 16), next_day(w.on, 300 if sah else -1))
    o.kawin, o.tgl_kawin = "KAWIN", next_day(w.on, -30)
    return Usia(o, _by_itap(w, sah))


def lahir_tak_terbaca(w: Dunia) -> Usia:
    """Birth date unreadable, never married: nobody knows whether this resident is wajib."""
    o = w.cipta.orang(umur=(5, 60))
    o.kawin = "BELUM"
    return Usia(
        o, None, {"TGL_LAHIR": w.rng.choice((None, Rusak("#VALUE!"), *TAK_TERBACA))}, lihat=True, lahir_terbaca=False
    )


def lahir_tak_terbaca_kawin(w: Dunia) -> Usia:
    """Birth date unreadable, but married: wajib at any age."""
    o = w.cipta.orang(umur=(20, 60))
    o.kawin = w.rng.choice(("KAWIN", "CERAI"))
    return Usia(o, True, {"TGL_LAHIR": w.rng.choice((None, Rusak("#VALUE!"), *TAK_TERBACA))}, lahir_terbaca=False)


def nik_beda_tanggal(w: Dunia) -> Usia:
    """The NIK names another birth date than the register: the register decides, somebody should look."""
    wajib = w.chance(0.5)
    o = w.cipta.orang(umur=(18, 40) if wajib else (5, 15))
    o.nik = w.cipta.nik(w.cipta.lahir(*((5, 15) if wajib else (18, 40))), o.kelamin)
    if not wajib:
        o.kawin = "BELUM"
    return Usia(o, wajib, lihat=True)


def nik_beda_kelamin(w: Dunia) -> Usia:
    """The NIK names the other sex."""
    o = w.cipta.orang()
    o.nik = w.cipta.nik(o.lahir, "P" if o.kelamin == "L" else "L")
    return Usia(o, True, lihat=True)


USIA: dict[str, Callable[[Dunia], Usia]] = {
    f.__name__: f
    for f in (
        dewasa, tepat_17, besok_17, pekan_17, kabisat, kabisat_dekat, sangat_tua, anak, pemula, kawin_muda,
        kawin_muda_tanpa_tanggal, kawin_kelak, cerai_muda, asing_sah, asing_habis, asing_tanpa_itap, asing_anak,
        asing_kawin_muda, lahir_tak_terbaca, lahir_tak_terbaca_kawin, nik_beda_tanggal, nik_beda_kelamin,
    )
}  # fmt: skip
