"""Puts the story together in memory: people, fates, papers and recordings become rows, and the truth is counted.

The truth is counted from the fates and not from the rows, so that it shares no reading of the rows with the product.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from random import Random

from attrs import frozen

from ektp_excel.contoh import baris, kisah, nasib, umur
from ektp_excel.contoh.desa import DESA, RtRw, make_rt_rw
from ektp_excel.contoh.kotoran import add_hour, soil_date, soil_desa, space_nik
from ektp_excel.contoh.nomor import Penerbit
from ektp_excel.contoh.orang import PER, PER_ORD, TEPAT_17, Nasib, Orang, Sel, Surat
from ektp_excel.contoh.panggung import Panggung
from ektp_excel.contoh.perekaman import decide_rekam, make_perekaman
from ektp_excel.contoh.ringkasan import KATEGORI, DesaContoh, RingkasanContoh, to_persen
from ektp_excel.contoh.surat import make_undangan
from ektp_excel.contoh.takaran import Takaran
from ektp_excel.contoh.warga import Warga, number_people

PENDUDUK = (
    "NIK", "NAMA", "TGL_LAHIR", "JENIS_KELAMIN", "STATUS_KAWIN", "TGL_KAWIN", "KEWARGANEGARAAN", "ITAP_SAMPAI", "NO_KK",
    "NAMA_IBU", "ALAMAT", "RT", "RW", "DESA",
)  # fmt: skip
_LUAR_DASAR = (
    "mati", "mati_tanpa_tanggal", "mati_dan_pindah", "keluar", "keluar_tanpa_tanggal", "catatan_mati_lalu_pindah",
    "kembali_nanti", "keluar_lagi", "datang_nanti", "belum_diketahui",
)  # fmt: skip
_BUKAN_DEWASA = ("kawin_muda", "tepat_17", "wna_sah", "wna_tepat_habis")
_KODE_STATUS = {"BELUM KAWIN": 1, "KAWIN": 2, "CERAI HIDUP": 3, "CERAI MATI": 4}


@frozen
class IsiBuku:
    """The rows of every sheet, the papers with their truth, and the figures."""

    lembar: Mapping[str, Sequence[Sequence[Sel]]]
    surat: Sequence[Surat]
    susulan: int
    dugaan: Sequence[tuple[str, str]]
    ringkasan: RingkasanContoh


def susun_buku(*, benih: int = 2012, wajib: int = 55_865) -> IsiBuku:
    """Tell the whole story for a seed and a number of wajib; the same arguments give the same rows."""
    acak = Random(benih)
    rt_rw = make_rt_rw(acak, wajib)
    p = _tell(acak, rt_rw, Takaran(wajib))
    rekam, jadwal = make_perekaman(p)
    surat, susulan = make_undangan(p, jadwal)
    p.count_galat("UNDANGAN")
    lembar: dict[str, Sequence[Sequence[Sel]]] = {
        "PENDUDUK": _rows_penduduk(p),
        "UNDANGAN": [_row_undangan(s) for s in surat],
        "PEREKAMAN": [(nik, add_hour(acak, soil_date(acak, hari, 0.008), 0.004), *sisa) for nik, hari, *sisa in rekam],
        "PINDAH": _by_day([(nik, soil_date(acak, hari, 0.05), arah) for nik, hari, arah in p.pindah]),
        "MENINGGAL": _by_day([(nik, soil_date(acak, hari, 0.08)) for nik, hari in p.meninggal]),
        "WILAYAH": _rows_wilayah(rt_rw),
    }
    return IsiBuku(lembar, surat, susulan, [(a.nik, b.nik) for a, b in p.dugaan], _count(p, surat, lembar))


def _tell(acak: Random, rt_rw: RtRw, takaran: Takaran) -> Panggung:
    penerbit = Penerbit(acak)
    warga = Warga(acak, penerbit, rt_rw, max(0.012, 60 / takaran.wajib))
    p = Panggung(acak, takaran, penerbit, warga)
    tambah = sum(takaran[j] for j in _LUAR_DASAR) - sum(takaran[j] for j in _BUKAN_DEWASA)
    dewasa, anak = warga.settle(takaran.wajib + tambah)
    umur.tell_anak(p, anak)
    p.penduduk = [*dewasa, *anak, *umur.tell_asing(p)]
    number_people(p.penduduk, penerbit)
    p.open_kolam(dewasa)
    # Those who need a twin or fifteen digits of their own come first, while there are enough to choose from.
    for tell in (
        kisah.tell_rekam_ganjil, kisah.tell_surat_rusak, nasib.tell_kematian, nasib.tell_kepindahan,
        umur.tell_lahir_rusak, baris.tell_nik_rusak, baris.tell_baris_ganda, baris.tell_dua_nik, baris.tell_dugaan,
        kisah.tell_catatan, kisah.tell_dobel, kisah.tell_luar,
    ):  # fmt: skip
        tell(p)
    p.penduduk.sort(key=lambda o: (o.desa, o.rw, o.rt, o.kk))
    decide_rekam(p)
    return p


def _rows_penduduk(p: Panggung) -> list[tuple[Sel, ...]]:
    hasil: list[tuple[Sel, ...]] = []
    salinan: list[tuple[Sel, ...]] = []
    for o in p.penduduk:
        hasil.append(_row_penduduk(p.acak, o, o.sel))
        for ubah in o.salinan:
            (hasil if p.acak.random() < 0.5 else salinan).append(_row_penduduk(p.acak, o, ubah))
    return hasil + salinan


def _row_penduduk(acak: Random, o: Orang, ubah: Mapping[str, Sel] | None) -> tuple[Sel, ...]:
    nik: Sel = o.nik
    lahir: Sel = date.fromordinal(o.lahir)
    kelamin: Sel = "P" if o.perempuan else "L"
    status: Sel = o.status
    desa = DESA[o.desa].nama
    r = acak.random()
    if r < 0.08:
        if r < 0.04:
            lahir = soil_date(acak, lahir, 1.0)
        elif r < 0.045:
            nik = space_nik(acak, o.nik)
        elif r < 0.055:
            kelamin = "PEREMPUAN" if o.perempuan else "LAKI-LAKI"
        elif r < 0.065:
            status = _KODE_STATUS[o.status] if r < 0.06 else o.status.title()
        else:
            desa = soil_desa(acak, desa)
    nikah = date.fromordinal(o.tgl_kawin) if o.tgl_kawin else None
    itap = date.fromordinal(o.itap) if o.itap else None
    ibu = o.ibu.upper() or None
    baris = (nik, o.nama.upper(), lahir, kelamin, status, nikah, o.warga, itap, o.kk, ibu, o.alamat, o.rt, o.rw, desa)
    return tuple(map(ubah.get, PENDUDUK, baris)) if ubah else baris


def _row_undangan(s: Surat) -> tuple[Sel, ...]:
    return (s.nomor, s.nik, s.nama, s.lahir, s.alamat, s.rt, s.rw, s.desa, s.jadwal, s.catatan)


def _rows_wilayah(rt_rw: RtRw) -> list[tuple[Sel, ...]]:
    return [(DESA[d].nama, f"{rw:03d}", f"{rt:03d}") for d, tempat in rt_rw.items() for rw, rt in tempat]


def _by_day(baris: list[tuple[Sel, ...]]) -> list[tuple[Sel, ...]]:
    """Registers are kept by date; what has no real date stands where the clerk put it, at the end."""
    return sorted(baris, key=lambda b: b[1] if isinstance(b[1], date) else date.max)


def _count(p: Panggung, surat: Sequence[Surat], lembar: Mapping[str, Sequence[Sequence[Sel]]]) -> RingkasanContoh:
    dasar = [o for o in p.penduduk if o.dasar]
    wajib, terekam = len(dasar), sum(o.terekam for o in dasar)
    sampai = {s.orang for s in surat if s.kategori not in ("GALAT", "TIDAK_TERDAFTAR")}
    kategori = Counter(s.kategori for s in surat) + Counter({"GALAT": 1})
    belum_pasti = sum(not o.pasti and not o.terekam and o in sampai for o in dasar)
    daftar = sum(_is_wajib_by_row(o, ubah) for o in p.penduduk for ubah in (o.sel, *o.salinan))
    per_desa = Counter(o.desa for o in dasar)
    rekam_desa = Counter(o.desa for o in dasar if o.terekam)
    return RingkasanContoh(
        per_tanggal=PER,
        pagu=p.takaran.wajib,
        dibaca={nama: len(isi) + (nama == "UNDANGAN") for nama, isi in lembar.items()},
        galat={nama: p.galat.get(nama, 0) for nama in lembar},
        undangan={"total": len(surat) + 1} | {k.lower(): kategori[k] for k in KATEGORI},
        daftar=daftar,
        neto=wajib,
        belum_pasti=belum_pasti,
        belum_diketahui=sum(o.nasib is Nasib.BELUM_DIKETAHUI for o in p.penduduk),
        terekam=terekam,
        belum_terekam=wajib - terekam,
        tercecer=sum(not o.terekam and o not in sampai for o in dasar),
        cakupan={
            "pagu": to_persen(terekam, p.takaran.wajib),
            "daftar": to_persen(terekam, daftar),
            "neto": to_persen(terekam, wajib),
            "bawah": to_persen(terekam, wajib),
            "atas": to_persen(terekam, wajib - belum_pasti),
        },
        desa=tuple(
            DesaContoh(d.nama, per_desa[i], rekam_desa[i], per_desa[i] - rekam_desa[i]) for i, d in enumerate(DESA)
        ),
        diperbaiki=sum(s.diperbaiki for s in surat),
        dugaan_dobel=len(p.dugaan),
    )


def _is_wajib_by_row(o: Orang, ubah: Mapping[str, Sel] | None) -> bool:
    """Whether this row of PENDUDUK alone says wajib; a birth date is overwritten only to make it unreadable."""
    if o.nasib is Nasib.TANPA_NIK:
        return False
    ubah = ubah or {}
    kawin = ubah.get("STATUS_KAWIN", o.status) != "BELUM KAWIN" and (o.tgl_kawin or 0) <= PER_ORD
    if o.warga == "WNA" and (o.itap or 0) < PER_ORD:
        return False
    return kawin or ("TGL_LAHIR" not in ubah and o.lahir <= TEPAT_17)
