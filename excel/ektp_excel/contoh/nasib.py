"""What the registers say: deaths, moves out and back, those yet to come, with days that are missing or unreadable."""

from datetime import date, timedelta

from ektp_excel.contoh import catatan
from ektp_excel.contoh.nomor import KODE_JATEN, to_number
from ektp_excel.contoh.orang import PER, PER_ORD, Nasib, Orang
from ektp_excel.contoh.panggung import Panggung, is_tua

_AWAL = date(2011, 9, 5)
_AKHIR = PER - timedelta(days=1)
_TANPA = (None, "tidak ingat", "?", None)


def tell_kematian(p: Panggung) -> None:
    """MENINGGAL: before the date, on it, after it, without a date, and of people whom PENDUDUK no longer has."""
    t, acak = p.takaran, p.acak
    numerik = t["mati_numerik"]
    for i, o in enumerate(p.cast("mati", cocok=lambda o: is_tua(o) or acak.random() < 0.25)):
        hari = PER if i == 1 else p.any_day(_AWAL, _AKHIR)
        catat = catatan.pick(acak, catatan.MENINGGAL) if acak.random() < 0.4 else ""
        _die(o, diundang=acak.random() < 0.8, catat=catat)
        nik: str | int = o.nik
        if numerik and p.penerbit.is_tunggal(o.nik):
            p.penerbit.guard(o.nik)
            nik, numerik = to_number(o.nik), numerik - 1
        p.meninggal.append((nik, hari))
        _tell_rekam_mati(p, o, hari, i)
        if 1 <= i <= t["dobel_mati"]:
            o.diundang, o.surat_lain = True, ("susulan",)
    for i, o in enumerate(p.cast("mati_tanpa_tanggal", cocok=is_tua)):
        _die(o, diundang=True)
        p.meninggal.append((o.nik, _TANPA[i % 4]))
    for _ in range(t["mati_dihapus"]):
        p.luar.append(o := p.warga.make_luar())
        o.rekam, o.kategori = "", "MENINGGAL"
        o.catatan = catatan.pick(acak, catatan.MENINGGAL) if acak.random() < 0.5 else ""
        p.meninggal.append((o.nik, p.any_day(_AWAL, _AKHIR)))
    for o in p.cast("mati_nanti", cocok=is_tua):
        p.meninggal.append((o.nik, p.any_day(date(2012, 8, 29), date(2012, 8, 31))))
    for o in p.cast("catatan_bisu_mati_nanti", cocok=is_tua):
        p.meninggal.append((o.nik, date(2012, 8, 29)))
        o.catatan = catatan.pick(acak, catatan.MENINGGAL)
    for o in p.cast("mati_dan_pindah", cocok=is_tua):
        _die(o, diundang=True)
        p.pindah.append((o.nik, hari := p.any_day(_AWAL, date(2012, 3, 1)), "KELUAR"))
        p.meninggal.append((o.nik, hari + timedelta(days=acak.randint(20, 150))))
    _tell_mati_galat(p)


def tell_kepindahan(p: Panggung) -> None:
    """PINDAH: out, out and back, out again, arrived, and the moves that are still to come."""
    acak, t = p.acak, p.takaran
    for i, o in enumerate(p.cast("keluar", cocok=lambda o: not is_tua(o) or acak.random() < 0.3)):
        hari = PER if i == 1 else p.any_day(_AWAL, _AKHIR)
        catat = catatan.pick(acak, catatan.PINDAH) if acak.random() < 0.5 else ""
        _leave(o, diundang=acak.random() < 0.66, catat=catat)
        p.pindah.append((o.nik, hari, "KELUAR" if acak.random() < 0.9 else None))
        _tell_rekam_keluar(p, o, hari, i)
        if 1 <= i <= t["dobel_keluar"]:
            o.diundang, o.surat_lain = True, ("susulan",)
    for i, o in enumerate(p.cast("keluar_tanpa_tanggal")):
        _leave(o, diundang=True)
        p.pindah.append((o.nik, _TANPA[i % 4], "KELUAR"))
    for _ in range(t["keluar_dihapus"]):
        p.luar.append(o := p.warga.make_luar())
        o.rekam, o.kategori = "", "PINDAH"
        p.pindah.append((o.nik, p.any_day(_AWAL, _AKHIR), "KELUAR"))
    for o in p.cast("keluar_nanti"):
        p.pindah.append((o.nik, p.any_day(date(2012, 8, 29), date(2012, 9, 4)), "KELUAR"))
    for o in p.cast("catatan_mati_lalu_pindah"):
        _leave(o, diundang=True, catat=catatan.pick(acak, catatan.MENINGGAL))
        o.kategori, o.pasti = "MENINGGAL", False
        p.pindah.append((o.nik, p.any_day(_AWAL, _AKHIR), "KELUAR"))
    _tell_kembali(p)
    _tell_datang(p)


def _tell_kembali(p: Panggung) -> None:
    for jenis in ("kembali", "catatan_bisu_pindah"):
        for o in p.cast(jenis):
            keluar = p.any_day(date(2010, 11, 1), date(2012, 2, 1))
            p.pindah.append((o.nik, keluar, "KELUAR"))
            p.pindah.append((o.nik, p.any_day(keluar + timedelta(days=30), date(2012, 8, 20)), "DATANG"))
            if jenis != "kembali":
                o.catatan = catatan.pick(p.acak, catatan.PINDAH)
    for o in p.cast("catatan_bisu_keluar_nanti"):
        p.pindah.append((o.nik, p.any_day(date(2012, 8, 29), date(2012, 9, 4)), "KELUAR"))
        o.catatan = catatan.pick(p.acak, catatan.PINDAH)
    for o in p.cast("kembali_nanti"):
        _leave(o, diundang=True)
        p.pindah.append((o.nik, p.any_day(date(2012, 1, 10), date(2012, 6, 20)), "KELUAR"))
        p.pindah.append((o.nik, p.any_day(date(2012, 8, 29), date(2012, 9, 5)), "DATANG"))
    for o in p.cast("kembali_sehari"):
        hari = p.any_day(date(2012, 1, 10), date(2012, 6, 20))
        p.pindah += [(o.nik, hari, "DATANG"), (o.nik, hari, "KELUAR")]
    for o in p.cast("keluar_lagi"):
        _leave(o, diundang=True)
        p.pindah.append((o.nik, p.any_day(date(2011, 1, 10), date(2011, 4, 20)), "KELUAR"))
        p.pindah.append((o.nik, p.any_day(date(2011, 6, 1), date(2011, 10, 20)), "DATANG"))
        p.pindah.append((o.nik, p.any_day(date(2012, 2, 1), date(2012, 7, 20)), "KELUAR"))


def _tell_datang(p: Panggung) -> None:
    for o in p.cast("datang", cocok=lambda o: o.nik[:6] != KODE_JATEN):
        p.pindah.append((o.nik, p.any_day(date(2011, 1, 3), date(2012, 8, 20)), "DATANG"))
    for i, o in enumerate(p.cast("datang_nanti", cocok=lambda o: o.nik[:6] != KODE_JATEN)):
        o.nasib, o.rekam, o.kategori, o.diundang = Nasib.DATANG_NANTI, "", "BUKAN_WAJIB", i % 3 == 0
        p.pindah.append((o.nik, p.any_day(date(2012, 8, 29), date(2012, 9, 5)), "DATANG"))
    for i in range(p.takaran["pindah_galat"]):
        p.count_galat("PINDAH")
        if i % 2:
            p.pindah.append((None, p.any_day(_AWAL, _AKHIR), "KELUAR"))
        else:
            p.pindah.append((p.cast_one(cocok=lambda o: o.nik[:6] != KODE_JATEN).nik, None, "DATANG"))


def _tell_mati_galat(p: Panggung) -> None:
    """Rows of MENINGGAL that name nobody: no NIK, or a number that two twins share but for its lost digit."""
    for i in range(p.takaran["mati_galat"]):
        p.count_galat("MENINGGAL")
        if i == 1:
            o = p.cast_one(cocok=is_twin)
            hold_twin(o)
            p.meninggal.append((to_number(o.nik), p.any_day(_AWAL, _AKHIR)))
        else:
            p.meninggal.append((None, p.any_day(_AWAL, _AKHIR)))


def is_twin(o: Orang) -> bool:
    """Whether a twin who has no part yet shares all but the last digit of this NIK."""
    return o.kembar is not None and not o.kembar.dipakai and o.kembar.nik[:15] == o.nik[:15]


def hold_twin(o: Orang) -> None:
    """Keep the other twin out of further parts."""
    if o.kembar:
        o.kembar.dipakai = True


def _tell_rekam_mati(p: Panggung, o: Orang, hari: date, i: int) -> None:
    sebelum, sesudah = p.takaran["rekam_mati"], p.takaran["rekam_sesudah_mati"]
    if i < sebelum and hari > date(2012, 6, 10):
        o.rekam, o.rekam_antara = "biasa", (date(2012, 4, 2).toordinal(), hari.toordinal() - 2)
    elif sebelum <= i < sebelum + sesudah:
        p.meninggal[-1] = (p.meninggal[-1][0], hari := min(hari, date(2012, 6, 20)))
        o.rekam, o.rekam_antara = "biasa", (hari.toordinal() + 6, PER_ORD - 3)


def _tell_rekam_keluar(p: Panggung, o: Orang, hari: date, i: int) -> None:
    sebelum, sesudah = p.takaran["rekam_keluar"], p.takaran["rekam_sesudah_keluar"]
    if i < sebelum and hari > date(2012, 5, 20):
        o.rekam, o.rekam_antara = "biasa", (date(2012, 3, 1).toordinal(), hari.toordinal() - 2)
    elif sebelum <= i < sebelum + sesudah:
        p.pindah[-1] = (o.nik, hari := min(hari, date(2012, 6, 20)), "KELUAR")
        o.rekam, o.rekam_antara = "biasa", (hari.toordinal() + 6, PER_ORD - 3)


def _die(o: Orang, *, diundang: bool, catat: str = "") -> None:
    o.nasib, o.rekam, o.kategori, o.diundang, o.catatan = Nasib.MATI, "", "MENINGGAL", diundang, catat


def _leave(o: Orang, *, diundang: bool, catat: str = "") -> None:
    o.nasib, o.rekam, o.kategori, o.diundang, o.catatan = Nasib.KELUAR, "", "PINDAH", diundang, catat
