"""Scenes about identity in the papers: people in no register, damaged NIK that two residents share, mistyped NIK."""

from __future__ import annotations

from attrs import evolve

from .adegan import Keluarga
from .kata import CATATAN, STATUS_JALAN
from .kisah import Dunia, Insan
from .lembar import RUSAK, mati, nama_lain, penduduk, pindah, rekam, tulis_nik, undangan, undangan_galat
from .riwayat import lalu
from .surat import copy_kertas
from .tulisan import add_years, write_angka, write_lebar, write_nama, write_separated, write_tanggal

TAK_TERDAFTAR = Keluarga("tak_terdaftar")
NIK_RUSAK = Keluarga("nik_rusak")
SALAH_KETIK = Keluarga("salah_ketik")


def _stranger(w: Dunia, kisah: str) -> Insan:
    o = w.cipta.orang()
    o.nik = w.cipta.nik_asing(o.lahir, o.kelamin)
    return w.manusia(kisah, o, wajib=None, terdaftar=False)


@TAK_TERDAFTAR
def orang_luar(w: Dunia) -> None:
    """In no register here; recorded or not, no figure of the base knows them."""
    i = _stranger(w, "tak_terdaftar/orang_luar")
    undangan(w, i, alamat=w.rng.choice(("sama", "rt_asing", "desa_asing")))
    if w.chance(0.4):
        rekam(w, i, lalu(w), w.rng.choice((None, *STATUS_JALAN)))
        i.terekam = i.luar = True


@TAK_TERDAFTAR
def orang_luar_dua_surat(w: Dunia) -> None:
    """Two papers for one stranger are still doubles."""
    i = _stranger(w, "tak_terdaftar/orang_luar_dua_surat")
    for no in w.cipta.nomor_urut(2):
        undangan(w, i, no=no)


@TAK_TERDAFTAR
def orang_luar_bercatatan(w: Dunia) -> None:
    """The desa's note on death or move comes before the question of registers; one on the address does not."""
    i = _stranger(w, "tak_terdaftar/orang_luar_bercatatan")
    kategori = w.rng.choice(("MENINGGAL", "PINDAH", "ALAMAT_TIDAK_DIKETAHUI"))
    undangan(w, i, KETERANGAN=w.rng.choice(CATATAN[kategori]))
    i.catatan.add(kategori)


@TAK_TERDAFTAR
def rekam_orang_luar(w: Dunia) -> None:
    """Recorded here, invited by nobody, in no register."""
    i = _stranger(w, "tak_terdaftar/rekam_orang_luar")
    rekam(w, i, lalu(w), w.rng.choice((None, *STATUS_JALAN)))
    i.terekam = i.luar = True


def _only_in_register(w: Dunia, nama: str, catatan: str | None = None) -> Insan:
    i = w.manusia(f"tak_terdaftar/{nama}", w.cipta.orang(), wajib=None, terdaftar=False)
    if w.chance(0.85):
        undangan(w, i, KETERANGAN=catatan)
        if w.chance(0.25):
            copy_kertas(w, i, i.kertas[0])
    if w.chance(0.3):
        rekam(w, i, lalu(w), None)
        i.terekam = i.luar = True
    return i


@TAK_TERDAFTAR
def mati_sudah_dihapus(w: Dunia) -> None:
    """In MENINGGAL, no longer in PENDUDUK."""
    i = _only_in_register(w, "mati_sudah_dihapus")
    mati(w, i, w.rng.choice((w.on, lalu(w))))
    i.mati = i.ada_mati = True


@TAK_TERDAFTAR
def pindah_sudah_dihapus(w: Dunia) -> None:
    """In PINDAH, no longer in PENDUDUK."""
    i = _only_in_register(w, "pindah_sudah_dihapus", w.rng.choice((None, "pindah")))
    pindah(w, i, w.rng.choice((w.on, lalu(w))))
    i.pindah = i.ada_pindah = True


def _pair_15(w: Dunia, kisah: str) -> tuple[Insan, Insan]:
    """Two residents whose NIK differ in the last digit only."""
    a = w.cipta.orang()
    b = w.cipta.orang(lahir=a.lahir, kelamin=a.kelamin)
    b.nama = nama_lain(w, a)
    b.nik = a.nik[:15] + str((int(a.nik[15]) + w.rng.randint(1, 9)) % 10)
    pasangan = w.manusia(kisah, a), w.manusia(kisah, b)
    for i in pasangan:
        penduduk(w, i, NIK=i.o.nik)
    return pasangan


@NIK_RUSAK
def angka_dua_calon_nama_membedakan(w: Dunia) -> None:
    """A numeric NIK that two residents could have; the name says which, with or without a birth date."""
    a, _ = _pair_15(w, "nik_rusak/angka_dua_calon_nama_membedakan")
    kertas = undangan(w, a, "angka")
    if w.chance(0.5):
        kertas.baris.isi["TGL_LAHIR"] = None


@NIK_RUSAK
def angka_dua_calon_tak_terbedakan(w: Dunia) -> None:
    """The same, but the name is neither's: nobody can say which."""
    a, _ = _pair_15(w, "nik_rusak/angka_dua_calon_tak_terbedakan")
    tgl = write_tanggal(w.rng, a.o.lahir, w.on) if w.chance(0.7) else None
    undangan_galat(w, a, NIK=write_angka(a.o.nik), NAMA=nama_lain(w, a.o), TGL_LAHIR=tgl)


@NIK_RUSAK
def angka_dua_calon_di_register(w: Dunia) -> None:
    """A numeric NIK that two residents could have, where no name stands beside it."""
    a, b = _pair_15(w, "nik_rusak/angka_dua_calon_di_register")
    undangan(w, b, "bersih")
    sel = write_angka(a.o.nik)
    hari = lalu(w)
    w.rng.choice((
        lambda: rekam(w, a, hari, None, nik=sel, galat=True),
        lambda: pindah(w, a, hari, nik=sel, galat=True),
        lambda: mati(w, a, hari, nik=sel, galat=True),
    ))()  # fmt: skip


@NIK_RUSAK
def angka_nama_atau_lahir(w: Dunia) -> None:
    """Fifteen digits and one of name and birth date are enough."""
    o = w.cipta.orang()
    i = w.manusia("nik_rusak/angka_nama_atau_lahir", o)
    penduduk(w, i)
    kertas = undangan(w, i, "angka")
    match w.rng.randrange(4):
        case 0:
            kertas.baris.isi["NAMA"] = nama_lain(w, o)
        case 1:
            kertas.baris.isi["NAMA"] = None
        case 2:
            kertas.baris.isi["TGL_LAHIR"] = add_years(o.lahir, -2)
        case 3:
            kertas.baris.isi["TGL_LAHIR"] = w.rng.choice((None, "?"))


@NIK_RUSAK
def angka_berakhir_nol(w: Dunia) -> None:
    """A numeric NIK whose sixteenth digit really is 0 is still not trusted, only repaired."""
    o = w.cipta.orang()
    o.nik = o.nik[:15] + "0"
    i = w.manusia("nik_rusak/angka_berakhir_nol", o)
    penduduk(w, i)
    undangan(w, i, "angka")


@NIK_RUSAK
def angka_orang_lain(w: Dunia) -> None:
    """A numeric NIK of a resident, with name and birth date of nobody."""
    o = w.cipta.orang()
    i = w.manusia("nik_rusak/angka_orang_lain", o)
    penduduk(w, i)
    lain = w.cipta.orang()
    lain.nama = nama_lain(w, evolve(o, lahir=lain.lahir))
    tgl = write_tanggal(w.rng, lain.lahir, w.on)
    undangan_galat(w, i, NIK=write_angka(o.nik), NAMA=lain.nama, TGL_LAHIR=tgl)


def _unreadable(bentuk: str) -> None:
    def adegan(w: Dunia) -> None:
        o = w.cipta.orang()
        undangan_galat(
            w,
            f"nik_rusak/tak_terbaca_{bentuk}",
            NIK="0000000000000000" if bentuk == "nol" else tulis_nik(w, o.nik, bentuk),
            NAMA=write_nama(w.rng, o.nama, o.kelamin) if w.chance(0.7) else None,
            TGL_LAHIR=write_tanggal(w.rng, o.lahir, w.on) if w.chance(0.7) else None,
        )

    NIK_RUSAK.adegan[f"nik_rusak/tak_terbaca_{bentuk}"] = adegan


# A NIK that cannot be used, with name and birth date of nobody.
for _bentuk in (*RUSAK, "nol"):
    _unreadable(_bentuk)


@NIK_RUSAK
def nama_saja(w: Dunia) -> None:
    """No NIK and only one of name and birth date: that is not enough."""
    o = w.cipta.orang()
    i = w.manusia("nik_rusak/nama_saja", o)
    penduduk(w, i)
    if w.chance(0.5):
        undangan_galat(w, i, NIK=w.rng.choice((None, "-")), NAMA=write_nama(w.rng, o.nama, o.kelamin))
    else:
        undangan_galat(w, i, NIK=None, NAMA=None, TGL_LAHIR=write_tanggal(w.rng, o.lahir, w.on))


@NIK_RUSAK
def rekam_tak_terbaca(w: Dunia) -> None:
    """Recordings that name nobody: no NIK, a number that nobody has, a date that no calendar has, full-width digits."""
    o = w.cipta.orang()
    i = w.manusia("nik_rusak/rekam_tak_terbaca", o)
    penduduk(w, i)
    asing = w.cipta.nik_asing(o.lahir, o.kelamin)
    nik = w.rng.choice((None, "-", write_angka(asing), asing[:8] + "13" + asing[10:], write_lebar(o.nik), "0"))
    rekam(w, i, lalu(w), None, nik=nik, galat=True)


@SALAH_KETIK
def cocok_semua(w: Dunia) -> None:
    """A NIK that nobody has, everything else one resident's: it is that resident; the other NIK records nobody."""
    o = w.cipta.orang()
    i = w.manusia("salah_ketik/cocok_semua", o)
    penduduk(w, i)
    salah = w.cipta.salah_ketik(o.nik)
    nik = salah if w.chance(0.7) else write_separated(w.rng, salah)
    kertas = undangan(w, i, "bersih", NIK=nik, TGL_LAHIR=write_tanggal(w.rng, o.lahir, w.on))
    kertas.tertulis, i.lihat = False, True
    if w.chance(0.4):
        rekam(w, i, lalu(w), None, nik=salah)
    elif w.chance(0.5):
        rekam(w, i, lalu(w), None)
        i.terekam = True


@SALAH_KETIK
def cocok_sebagian(w: Dunia) -> None:
    """Something does not fit: the paper's person is in no register, the resident was never invited."""
    o = w.cipta.orang()
    i = w.manusia("salah_ketik/cocok_sebagian", o)
    penduduk(w, i)
    lain = evolve(o, nik=w.cipta.salah_ketik(o.nik))
    asing = w.manusia("salah_ketik/cocok_sebagian", lain, wajib=None, terdaftar=False)
    ganti = {}
    beda = w.rng.choice(("nama", "lahir", "kelamin", "rt"))
    if beda == "nama":
        ganti["NAMA"] = nama_lain(w, o)
    elif beda == "lahir":
        lain.lahir = add_years(o.lahir, 3)
    elif beda == "kelamin":
        lain.nik = w.cipta.nik(o.lahir, "L" if o.kelamin == "P" else "P", wilayah=o.nik[:6])
    else:
        lain.rt = next(rt for d, rw, rt in w.cipta.wilayah if (d, rw) == (o.desa, o.rw) and rt != o.rt)
    kertas = undangan(w, asing, "bersih", NIK=lain.nik)
    kertas.baris.isi["TGL_LAHIR"] = write_tanggal(w.rng, lain.lahir, w.on)
    kertas.baris.isi.update(ganti)


@SALAH_KETIK
def cocok_dua_orang(w: Dunia) -> None:
    """Two residents of one name and birth date in one RT: the mistyped NIK is neither's."""
    a = w.cipta.orang()
    b = w.cipta.orang(lahir=a.lahir, kelamin=a.kelamin, nama=a.nama)
    b.desa, b.rw, b.rt, b.alamat = a.desa, a.rw, a.rt, f"{a.alamat} B"
    while b.ibu == a.ibu:
        b.ibu = w.cipta.nama("P")
    for o in (a, b):
        penduduk(w, w.manusia("salah_ketik/cocok_dua_orang", o), NAMA=o.nama)
    w.pasangan_lemah.append((a.nik, b.nik))
    asing = w.manusia(
        "salah_ketik/cocok_dua_orang", evolve(a, nik=w.cipta.salah_ketik(a.nik)), wajib=None, terdaftar=False
    )
    undangan(w, asing, "bersih", NAMA=a.nama, TGL_LAHIR=a.lahir)
