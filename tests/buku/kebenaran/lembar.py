"""Rows of each sheet for a person of a story, in one of the ways an office writes them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from .kata import KAWIN, KELAMIN, WNA, WNI, coarse
from .kisah import Baris, Dunia, Insan, Kertas
from .orang import Nomor, Orang
from .tulisan import (
    Rusak,
    Sel,
    break_calendar,
    next_day,
    write_angka,
    write_desa,
    write_ilmiah,
    write_lebar,
    write_nama,
    write_rt,
    write_separated,
    write_tanggal,
    write_waktu,
)

TANPA_TANGGAL: tuple[Sel, ...] = (None, "-", "?", Rusak("#N/A"), "31-02-2012", "tidak tahu")
UTUH = ("bersih", "bersih", "bersih", "pisah")
RUSAK = ("angka", "kosong", "ilmiah", "lima_belas", "lebar", "kalender", "huruf")


def _kawin(w: Dunia, o: Orang) -> Sel:
    if o.kawin == "KAWIN" and w.chance(0.25):
        return w.rng.choice(KAWIN["KAWIN_LAIN"])
    return w.rng.choice(KAWIN[o.kawin])


def isi_penduduk(w: Dunia, o: Orang) -> dict[str, Sel]:
    """The row of a resident, complete and dirty."""
    rng = w.rng
    return {
        "NIK": o.nik if w.chance(0.93) else write_separated(rng, o.nik),
        "NAMA": write_nama(rng, o.nama, o.kelamin, berat=w.chance(0.1)),
        "TGL_LAHIR": write_tanggal(rng, o.lahir, w.on),
        "JENIS_KELAMIN": rng.choice(KELAMIN[o.kelamin]),
        "STATUS_KAWIN": _kawin(w, o),
        # A date beyond the reference date is written whole: two digits would mean the century before.
        "TGL_KAWIN": write_tanggal(rng, o.tgl_kawin, w.on) if o.tgl_kawin else None,
        "KEWARGANEGARAAN": rng.choice(WNA if o.asing else WNI),
        "ITAP_SAMPAI": write_tanggal(rng, o.itap, w.on) if o.itap else None,
        "NO_KK": o.kk,
        "NAMA_IBU": o.ibu,
        "ALAMAT": o.alamat,
        "RT": write_rt(rng, o.rt),
        "RW": write_rt(rng, o.rw),
        "DESA": write_desa(rng, o.desa),
    }


def penduduk(
    w: Dunia, i: Insan, sebagian: Mapping[str, Sel] | None = None, *, wajib: bool | None = None, **ganti: Sel
) -> Baris:
    """A row of PENDUDUK; by itself it is wajib as the person is, unless `wajib` says that this row differs."""
    isi = isi_penduduk(w, i.o) | dict(sebagian or {}) | ganti
    if (i.wajib if wajib is None else wajib) is True:
        i.daftar += 1
    return w.tambah(i, "PENDUDUK", isi)


KOSONGKAN = {
    "tanpa_rt": ("RT",),
    "tanpa_rw": ("RW",),
    "desa_saja": ("RT", "RW"),
    "tanpa_desa": ("DESA",),
    "rw_asing_tanpa_desa": ("DESA", "RT"),
}


def alamat_surat(w: Dunia, o: Orang, cara: str = "sama") -> dict[str, Sel]:
    """The address on a paper: as registered, of another known place, with blank parts, or one that does not exist."""
    desa, rw, rt = o.desa, o.rw, o.rt
    if cara == "lain":
        desa, rw, rt = w.rng.choice(w.cipta.wilayah)
    di_rw = [t for d, r, t in w.cipta.wilayah if d == desa and r == rw]
    di_desa = [t for d, r, t in w.cipta.wilayah if d == desa]
    if cara == "rt_asing":
        rt = max(di_desa) + w.rng.randint(1, 40)
    elif cara == "rt_rw_lain" and max(di_desa) > max(di_rw):
        rt = max(di_desa)
    elif cara in ("rw_asing", "rt_rw_lain", "rw_asing_tanpa_desa"):
        rw = w.rng.randint(20, 60)
    elif cara == "desa_asing":
        desa = "ANTAHBERANTAH"
    isi: dict[str, Sel] = {"DESA": write_desa(w.rng, desa), "RW": write_rt(w.rng, rw), "RT": write_rt(w.rng, rt)}
    for bagian in KOSONGKAN.get(cara, ()):
        isi[bagian] = None
    return isi


ALAMAT_DIKENAL = ("sama", "sama", "lain", "tanpa_rt", "tanpa_rw", "desa_saja", "tanpa_desa")
ALAMAT_ASING = ("rt_asing", "rw_asing", "rt_rw_lain", "desa_asing", "rw_asing_tanpa_desa")


def tulis_nik(w: Dunia, nik: str, bentuk: str) -> Sel:
    """The NIK cell of a paper, whole or damaged in the way `bentuk` names."""
    at = w.rng.randrange(16)
    match bentuk:
        case "bersih":
            return nik
        case "pisah":
            return write_separated(w.rng, nik)
        case "angka":
            return write_angka(nik)
        case "kosong":
            return w.rng.choice((None, None, "-", 0, "0", Rusak("#N/A")))
        case "ilmiah":
            return write_ilmiah(nik)
        case "lima_belas":
            return nik[:15] if w.chance(0.5) else nik[:at] + nik[at + 1 :]
        case "lebar":
            return write_lebar(nik)
        case "kalender":
            return break_calendar(w.rng, nik)
        case "huruf":
            at = w.rng.choice([n for n, c in enumerate(nik) if c in "015"])
            return nik[:at] + {"0": "O", "1": "l", "5": "S"}[nik[at]] + nik[at + 1 :]
    raise ValueError(bentuk)


def undangan(
    w: Dunia,
    i: Insan,
    bentuk: str | None = None,
    *,
    no: Nomor | None = None,
    alamat: str = "sama",
    dipakai: str | None = None,
    **ganti: Sel,
) -> Kertas:
    """An invitation whose identity can be read. A damaged NIK needs name and birth date, so both are on the paper."""
    bentuk = bentuk or w.rng.choice(UTUH)
    no = no or w.cipta.nomor()
    o, utuh = i.o, bentuk in UTUH
    nik = w.rng.choice(i.nik_pilihan or [o.nik])
    if i.nik_pilihan:
        dipakai = dipakai or nik
    i.utuh = i.utuh or (utuh and "NIK" not in ganti)
    isi: dict[str, Sel] = {
        "NO_UNDANGAN": no.sel,
        "NIK": tulis_nik(w, nik, bentuk),
        "NAMA": write_nama(w.rng, o.nama, o.kelamin, berat=w.chance(0.3)),
        "TGL_LAHIR": write_tanggal(w.rng, o.lahir, w.on) if not utuh or w.chance(0.85) else None,
        "ALAMAT": o.alamat if w.chance(0.7) else None,
        **alamat_surat(w, o, alamat),
        "TGL_JADWAL": next_day(w.on, -w.rng.randint(5, 60)) if w.chance(0.6) else None,
        "KETERANGAN": None,
    }
    isi.update(ganti)
    if alamat in ALAMAT_ASING and w.wilayah_ada:
        i.alamat_asing = True
    baris = w.tambah(i, "UNDANGAN", isi)
    kertas = Kertas(baris, i, no, tertulis=utuh, dipakai=dipakai, angka=bentuk == "angka")
    i.kertas.append(kertas)
    return kertas


def undangan_galat(w: Dunia, kisah: Insan | str, **isi: Sel) -> Baris:
    """An invitation nobody can identify."""
    desa, rw, rt = w.rng.choice(w.cipta.wilayah)
    semua: dict[str, Sel] = {"NO_UNDANGAN": w.cipta.nomor().sel, "NIK": None, "NAMA": None, "TGL_LAHIR": None}
    semua |= {"DESA": desa, "RW": write_rt(w.rng, rw), "RT": write_rt(w.rng, rt)}
    return w.tambah(kisah, "UNDANGAN", semua | isi, galat=True)


def _nik_catatan(w: Dunia, i: Insan, *, galat: bool) -> Sel:
    """How registers without names write a NIK; a number only where the register of residents can repair it."""
    nik = w.rng.choice(i.nik_pilihan or [i.o.nik])
    if i.angka:
        # Whether a line that cannot be used still lends its NIK is not settled: it does not have one to lend.
        bentuk = "angka" if galat else w.rng.choice(("bersih", "pisah", "angka"))
    else:
        boleh = i.terdaftar and i.tampil is None and (bool(i.nik_pilihan) or len(i.semua_nik) == 1)
        bentuk = w.rng.choice(("bersih",) * 7 + ("pisah",) + (("angka",) if boleh else ("bersih",)))
    i.utuh = i.utuh or bentuk in UTUH
    return tulis_nik(w, nik, bentuk)


def rekam(
    w: Dunia, i: Insan, hari: date | None, status: str | None, *, jam: bool = False, nik: Sel = "", galat: bool = False
) -> Baris:
    """A recording; `hari` None is an undated one, which cannot be used."""
    tgl: Sel = write_tanggal(w.rng, hari, w.on) if hari else w.rng.choice(TANPA_TANGGAL)
    if hari and jam:
        tgl = write_waktu(w.rng, hari)
    galat = galat or hari is None
    kata = status.lower() if status and w.chance(0.05) else status
    isi: dict[str, Sel] = {
        "NIK": _nik_catatan(w, i, galat=galat) if nik == "" else nik,
        "TGL_REKAM": tgl,
        "STATUS": kata,
        "TEMPAT": w.rng.choice(("KANTOR KECAMATAN", "KELILING", None)),
    }
    return w.tambah(i, "PEREKAMAN", isi, galat=galat)


def pindah(w: Dunia, i: Insan, hari: date | None, arah: str = "KELUAR", *, nik: Sel = "", galat: bool = False) -> Baris:
    """A move; an undated one that goes out still counts, an undated arrival cannot be used."""
    galat = galat or (hari is None and arah == "DATANG")
    kata: tuple[Sel, ...] = ("KELUAR", "Keluar", "PINDAH KELUAR", None) if arah == "KELUAR" else ("DATANG", "Datang")
    isi: dict[str, Sel] = {
        "NIK": _nik_catatan(w, i, galat=galat) if nik == "" else nik,
        "TGL_PINDAH": write_tanggal(w.rng, hari, w.on) if hari else w.rng.choice(TANPA_TANGGAL),
        "ARAH": w.rng.choice(kata),
    }
    return w.tambah(i, "PINDAH", isi, galat=galat)


def mati(w: Dunia, i: Insan, hari: date | None, *, nik: Sel = "", galat: bool = False) -> Baris:
    """A death; an undated one counts as of the reference date."""
    isi: dict[str, Sel] = {
        "NIK": _nik_catatan(w, i, galat=galat) if nik == "" else nik,
        "TGL_MENINGGAL": write_tanggal(w.rng, hari, w.on) if hari else w.rng.choice(TANPA_TANGGAL),
    }
    return w.tambah(i, "MENINGGAL", isi, galat=galat)


def nama_lain(w: Dunia, o: Orang) -> str:
    """A name that nobody could take for this person's, nor for anybody's of the same birth date."""
    while True:
        lain = w.cipta.nama(o.kelamin)
        beda = coarse(lain).split()[-1] != coarse(o.nama).split()[-1] and coarse(lain)[0] != coarse(o.nama)[0]
        if beda and w.cipta.reserve(lain, o.lahir):
            return lain
