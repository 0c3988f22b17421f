"""Rows of PENDUDUK that are not plainly one to a person: a NIK twice, two for one, numbers, impossible dates, none."""

from datetime import date
from functools import partial

from ektp_excel.contoh.desa import make_alamat
from ektp_excel.contoh.nama import respell
from ektp_excel.contoh.nomor import to_number
from ektp_excel.contoh.orang import Nasib, Orang, Sel
from ektp_excel.contoh.panggung import Panggung, with_sel

_BUKAN_NIK: tuple[Sel, ...] = (None, None, "-", "0000000000000000", None, "331311500785001", None)
_CUKUP_DEKAT = 1300


def tell_baris_ganda(p: Panggung) -> None:
    """The same NIK in two rows: a plain copy, an older address, or a row that lacks something."""
    for i, o in enumerate(p.cast("baris_ganda")):
        o.salinan = (_copy_row(p, o, i),)
    for i, o in enumerate(p.cast("baris_ganda_dua_surat")):
        o.salinan = (_copy_row(p, o, i),)
        o.surat_lain = ("susulan",)


def _copy_row(p: Panggung, o: Orang, i: int) -> dict[str, Sel]:
    if i % 6 == 5:
        return {"TGL_LAHIR": "00-00-0000", "NAMA_IBU": None}
    if i % 3 == 0:
        return {"ALAMAT": make_alamat(p.acak, o.desa, o.rw), "NAMA_IBU": None}
    return {"NO_KK": None, "STATUS_KAWIN": "BELUM KAWIN"} if i % 3 == 1 else {}


def tell_dua_nik(p: Panggung) -> None:
    """One person under two NIKs, shown by the mother, the family card or the address; some were invited under both."""
    for i, o in enumerate(p.cast("dua_nik", cocok=_is_plain)):
        _add_second(p, o, i)
    for i, o in enumerate(p.cast("dua_nik_dua_surat", cocok=_is_plain)):
        _add_second(p, o, i)
        if i % 3 == 2:
            o.surat_utama, o.surat_lain = "nik_kedua", ("susulan",)
        else:
            o.surat_lain = ("nik_kedua",)


def _add_second(p: Panggung, o: Orang, i: int) -> None:
    o.nik_kedua = p.penerbit.issue_nik(o.lahir, o.perempuan, luar=0.7)
    beda = make_alamat(p.acak, o.desa, o.rw) + " A"
    cara: tuple[dict[str, Sel], ...] = (
        {"NO_KK": p.penerbit.issue_kk(), "ALAMAT": beda},
        {"NAMA_IBU": None, "ALAMAT": beda},
        {"NAMA_IBU": None, "NO_KK": None},
    )
    sama = dict(cara[i % 3])
    if i % 2:
        sama["NAMA"] = respell(p.acak, o.nama, o.perempuan).upper()
    o.salinan = ({"NIK": o.nik_kedua, **sama},)
    if i % 3 == 1:
        o.nik_rekam = o.nik_kedua


def tell_dugaan(p: Panggung) -> None:
    """Two people of one name, sex and birth date with nothing else in common: for a person to decide."""
    for i, a in enumerate(p.cast("dugaan", cocok=lambda a: _is_plain(a) and p.can_cast(partial(_is_alike, a)))):
        b = p.cast_one(cocok=partial(_is_alike, a))
        b.nama, b.kunci, b.lahir = a.nama, a.kunci, a.lahir
        b.nik = p.penerbit.issue_nik(b.lahir, b.perempuan, luar=0.5)
        if b.ibu == a.ibu or i % 3 == 0:
            b.ibu = ""
        a.senama = b.senama = True
        p.dugaan.append((a, b))
    for i in range(min(p.takaran["galat_senama"], len(p.dugaan))):
        a = p.dugaan[i][0]
        a.surat_utama, a.rekam = "kosong_galat", "biasa" if i % 2 else ""


def tell_nik_rusak(p: Panggung) -> None:
    """NIKs of PENDUDUK that are numbers, contradict the register, have a date of no calendar, or are not there."""
    sendiri = p.penerbit.is_tunggal
    for jenis, rekam, diundang in (
        ("numerik_penduduk", "?", True), ("numerik_penduduk_tanpa_surat", "biasa", False),
        ("numerik_penduduk_tercecer", "", False), ("numerik_dua_duanya", "biasa", True),
    ):  # fmt: skip
        for o in p.cast(jenis, cocok=lambda o: sendiri(o.nik)):
            p.penerbit.guard(o.nik)
            with_sel(o, {"NIK": to_number(o.nik)})
            o.rekam, o.diundang = rekam, diundang
            o.surat_utama = "numerik" if jenis == "numerik_dua_duanya" else ""
    for o in p.cast("mustahil", cocok=_is_plain):
        o.nik = p.penerbit.issue_mustahil(o.nik, _no_day(o))
    for o in p.cast("nik_beda_lahir", cocok=_is_plain):
        o.nik = p.penerbit.issue_nik(o.lahir + p.acak.choice((-365, -30, -1, 9, 31)), o.perempuan)
    for o in p.cast("nik_beda_kelamin", cocok=_is_plain):
        o.nik = p.penerbit.issue_nik(o.lahir, not o.perempuan)
    for _ in range(max(1, p.takaran["mustahil_kembar"] // 2)):
        a = p.cast_one(cocok=_is_plain)
        a.nik = p.penerbit.issue_mustahil(a.nik, _no_day(a))
        b = p.cast_one(cocok=partial(_is_other, a))
        b.nik = a.nik
        a.rekam = b.rekam = ""
        a.diundang = b.diundang = False
    for i in range(p.takaran["penduduk_tanpa_nik"]):
        o = p.warga.make_luar()
        o.nasib, o.rekam, o.diundang = Nasib.TANPA_NIK, "", False
        with_sel(o, {"NIK": _BUKAN_NIK[i % len(_BUKAN_NIK)]})
        p.penduduk.append(o)
        p.count_galat("PENDUDUK")


def _is_plain(o: Orang) -> bool:
    return o.kembar is None and not o.salinan


def _is_alike(a: Orang, b: Orang) -> bool:
    """Whether b can become a namesake of a without a family of impossible ages."""
    dekat = abs(b.lahir - a.lahir) < _CUKUP_DEKAT and b.tgl_kawin is None
    return dekat and _is_plain(b) and b.perempuan == a.perempuan and (b.desa, b.rw) != (a.desa, a.rw)


def _is_other(a: Orang, b: Orang) -> bool:
    return _is_plain(b) and b.perempuan == a.perempuan and b.kunci != a.kunci


def _no_day(o: Orang) -> str:
    tahun = date.fromordinal(o.lahir).year % 100
    return f"{30 + 40 * o.perempuan}02{tahun:02d}"
