"""Those whose being wajib is the question: children near 17, the married young, foreigners, unreadable dates."""

from datetime import date

from ektp_excel.contoh.orang import PER_ORD, TEPAT_17, Nasib, Orang, Sel
from ektp_excel.contoh.panggung import Panggung, with_sel

_TAK_TERBACA: tuple[Sel, ...] = ("31-02-1958", None, "tidak tahu", "00-00-0000", "30-02-1971")
_UMUR_16 = date(1996, 8, 28).toordinal()


def tell_anak(p: Panggung, anak: list[Orang]) -> None:
    """The children: some married, some 17 on the day or the day after, some invited or recorded too early."""
    t, acak = p.takaran, p.acak
    for o in anak:
        o.nasib, o.rekam, o.diundang = Nasib.BELUM_WAJIB, "", False
    sisa = [o for o in anak if o.kembar is None]
    acak.shuffle(sisa)
    sisa.sort(key=lambda o: o.lahir > _UMUR_16)
    _invite(_take(sisa, t["besok_17"]), p, TEPAT_17 + 1)
    for o in _take(sisa, t["tepat_17"]):
        p.warga.redate(o, TEPAT_17)
        o.nasib, o.rekam, o.diundang, o.dipakai = Nasib.DASAR, "?", True, True
    for i, o in enumerate(_take(sisa, t["muda_diundang"])):
        o.diundang, o.kategori, o.rekam = True, "BUKAN_WAJIB", "biasa" if i % 3 == 1 else ""
    for o in _take(sisa, t["rekam_pemula"]):
        o.rekam, o.rekam_antara = "biasa", (date(2012, 5, 7).toordinal(), PER_ORD)
    gadis = [o for o in sisa if o.perempuan] + [o for o in sisa if not o.perempuan]
    for i, o in enumerate(gadis[: t["kawin_muda"]]):
        o.status = "CERAI HIDUP" if i % 9 == 4 else "KAWIN"
        o.tgl_kawin = acak.randint(PER_ORD - 400, PER_ORD) if i % 3 else None
        o.nasib, o.rekam, o.diundang, o.dipakai = Nasib.DASAR, "?", acak.random() < 0.7, True
    for o in gadis[t["kawin_muda"] : t["kawin_muda"] + t["kawin_muda_nanti"]]:
        o.status, o.tgl_kawin = "KAWIN", PER_ORD + acak.randint(1, 12)
        o.diundang, o.kategori = True, "BUKAN_WAJIB"


def tell_asing(p: Panggung) -> list[Orang]:
    """Foreigners: an ITAP valid on the day or ending on it makes wajib; none, or one that ended, does not."""
    t, acak = p.takaran, p.acak
    orang: list[Orang] = []
    for i in range(t["wna_sah"] + t["wna_tepat_habis"]):
        orang.append(o := p.warga.make_asing())
        o.itap = PER_ORD if i < t["wna_tepat_habis"] else PER_ORD + acak.randint(1, 1500)
        o.nasib, o.diundang = Nasib.DASAR, acak.random() < 0.6
    for i in range(t["wna_tanpa_itap"]):
        orang.append(o := p.warga.make_asing())
        o.itap = None if i % 2 else PER_ORD - (1 if i == 0 else acak.randint(1, 500))
        o.rekam, o.diundang, o.kategori = "biasa" if i == 4 else "", i % 5 in (0, 3), "BUKAN_WAJIB"
    return orang


def tell_lahir_rusak(p: Panggung) -> None:
    """Birth dates that cannot be read: never married, nothing is known; married, wajib all the same."""
    for i, o in enumerate(p.cast("belum_diketahui", cocok=lambda o: o.status == "BELUM KAWIN" and o.kembar is None)):
        o.nasib, o.rekam, o.pasti, o.diundang = Nasib.BELUM_DIKETAHUI, "", False, i % 2 == 0
        with_sel(o, {"TGL_LAHIR": _TAK_TERBACA[i % 5]})
    for i, o in enumerate(p.cast("lahir_rusak_kawin", cocok=lambda o: o.status == "KAWIN")):
        o.tgl_kawin = None
        with_sel(o, {"TGL_LAHIR": _TAK_TERBACA[i % 5]})


def _invite(orang: list[Orang], p: Panggung, lahir: int) -> None:
    """Seventeen a day too late; every second one was invited."""
    for i, o in enumerate(orang):
        p.warga.redate(o, lahir)
        o.diundang, o.kategori, o.rekam = i % 2 == 0, "BUKAN_WAJIB", "biasa" if i % 4 == 2 else ""


def _take(orang: list[Orang], banyak: int) -> list[Orang]:
    ambil, orang[:banyak] = orang[:banyak], []
    return ambil
