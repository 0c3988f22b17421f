"""Scenes about who is the same person: two NIK with strong or weak evidence, and those who only look alike."""

from __future__ import annotations

from attrs import evolve

from .adegan import Keluarga
from .kisah import Dunia, Insan
from .lembar import isi_penduduk, mati, penduduk, rekam, undangan, undangan_galat
from .orang import Orang
from .riwayat import lalu
from .tulisan import Sel, add_years, write_nama, write_tanggal

DUA_NIK = Keluarga("dua_nik")
MIRIP = Keluarga("mirip")


def other_home(w: Dunia, o: Orang) -> Orang:
    """The same name, birth date and sex under another NIK, with no further agreement."""
    lain = w.cipta.orang(lahir=o.lahir, kelamin=o.kelamin, nama=o.nama)
    while lain.ibu == o.ibu or lain.kk == o.kk or (lain.desa, lain.rw, lain.rt) == (o.desa, o.rw, o.rt):
        lain = w.cipta.orang(lahir=o.lahir, kelamin=o.kelamin, nama=o.nama)
    return lain


def twofold(w: Dunia, kisah: str, bukti: str, **lagi: Sel) -> tuple[Insan, Orang]:
    """One person on two rows with two NIK; the first row is the fullest."""
    o = w.cipta.orang()
    i = w.manusia(kisah, o)
    penduduk(w, i, NIK=o.nik)
    lain = other_home(w, o)
    ganti: dict[str, Sel] = {"NIK": lain.nik, "ITAP_SAMPAI": None, "TGL_KAWIN": None, "NO_KK": None, "NAMA_IBU": None}
    if bukti == "ibu":
        ganti["NAMA_IBU"] = o.ibu if w.chance(0.6) else o.ibu.title()
    elif bukti == "kk":
        ganti["NO_KK"] = o.kk
    else:
        lain = evolve(lain, alamat=o.alamat, desa=o.desa, rw=o.rw, rt=o.rt)
    ganti["NAMA"] = write_nama(w.rng, o.nama, o.kelamin, berat=w.chance(0.5))
    penduduk(w, i, isi_penduduk(w, lain) | ganti | lagi)
    i.nik_lain.add(lain.nik)
    return i, lain


def _with_paper(w: Dunia, i: Insan, lain: Orang) -> None:
    """Papers under either NIK; each keeps its own."""
    pilihan = w.rng.choice(("dua", "pertama", "kedua", "tanpa"))
    nomor = w.cipta.nomor_urut(2)
    if pilihan in ("dua", "pertama"):
        undangan(w, i, no=nomor.pop(w.rng.randrange(2)))
    if pilihan in ("dua", "kedua"):
        kertas = undangan(w, i, "bersih", no=nomor.pop(), NIK=lain.nik)
        kertas.dipakai = lain.nik


def _strong(bukti: str) -> None:
    def adegan(w: Dunia) -> None:
        i, lain = twofold(w, f"dua_nik/{bukti}", bukti)
        if w.chance(0.5):
            rekam(w, i, lalu(w), None, nik=w.rng.choice((i.o.nik, lain.nik)))
            i.terekam = True
        _with_paper(w, i, lain)

    DUA_NIK.adegan[f"dua_nik/{bukti}"] = adegan


for _bukti in ("ibu", "kk", "alamat"):
    _strong(_bukti)


@DUA_NIK
def mati_di_bawah_satu_nik(w: Dunia) -> None:
    """A death under one NIK is the person's death."""
    i, lain = twofold(w, "dua_nik/mati_di_bawah_satu_nik", w.rng.choice(("ibu", "kk", "alamat")))
    mati(w, i, lalu(w), nik=w.rng.choice((i.o.nik, lain.nik)))
    i.mati = i.ada_mati = True
    _with_paper(w, i, lain)


@DUA_NIK
def rekam_gagal_di_bawah_nik_lain(w: Dunia) -> None:
    """A success under one NIK, a later failure under the other: one person, not recorded."""
    i, lain = twofold(w, "dua_nik/rekam_gagal_di_bawah_nik_lain", "ibu")
    a, b = w.rng.sample((i.o.nik, lain.nik), 2)
    rekam(w, i, lalu(w, 100, 200), "CARD_PRINTED", nik=a)
    rekam(w, i, lalu(w, 3, 60), "ENROLL_FAILURE_AT_CENTRAL", nik=b)
    i.lihat = True
    _with_paper(w, i, lain)


@MIRIP
def bukti_lemah(w: Dunia) -> None:
    """Same name, birth date and sex, nothing more: two people until somebody decides."""
    a = w.cipta.orang()
    b = other_home(w, a)
    w.pasangan_lemah.append((a.nik, b.nik))
    kosong = w.chance(0.5)
    for o, ganti in ((a, {}), (b, {"NAMA_IBU": None, "NO_KK": None} if kosong else {})):
        i = w.manusia("mirip/bukti_lemah", o)
        penduduk(w, i, NIK=o.nik, **ganti)
        undangan(w, i)
        if w.chance(0.5):
            rekam(w, i, lalu(w), None)
            i.terekam = True
    if w.chance(0.4):
        tgl = write_tanggal(w.rng, a.lahir, w.on)
        undangan_galat(w, "mirip/bukti_lemah_surat_tanpa_nik", NIK=None, NAMA=a.nama, TGL_LAHIR=tgl)


@MIRIP
def alamat_kosong_sama(w: Dunia) -> None:
    """Two blank streets are no agreement, nor are two blank mothers and family cards."""
    a = w.cipta.orang()
    b = other_home(w, a)
    b.desa, b.rw, b.rt = a.desa, a.rw, a.rt
    w.pasangan_lemah.append((a.nik, b.nik))
    for o in (a, b):
        i = w.manusia("mirip/alamat_kosong_sama", o)
        penduduk(w, i, NIK=o.nik, ALAMAT=None, NAMA_IBU=None, NO_KK=None)
        if w.chance(0.6):
            undangan(w, i)


@MIRIP
def kelamin_beda(w: Dunia) -> None:
    """Everything agrees but the sex: two people."""
    a = w.cipta.orang(kelamin="L")
    b = evolve(a, kelamin="P", nik=w.cipta.nik(a.lahir, "P"))
    for o in (a, b):
        i = w.manusia("mirip/kelamin_beda", o)
        penduduk(w, i, NIK=o.nik)
        undangan(w, i)


@MIRIP
def kembar(w: Dunia) -> None:
    """Twins: consecutive serials, one home, one mother, other first names."""
    a = w.cipta.orang(umur=(18, 30))
    b = evolve(a, nama=w.cipta.orang(lahir=a.lahir, kelamin=a.kelamin).nama)
    while b.nama.split()[0] == a.nama.split()[0]:
        b.nama = w.cipta.orang(lahir=a.lahir, kelamin=a.kelamin).nama
    seri = int(a.nik[15])
    b.nik = a.nik[:15] + str(seri + 1 if seri < 9 else seri - 1)
    for o in (a, b):
        i = w.manusia("mirip/kembar", o)
        penduduk(w, i, NIK=o.nik)
        undangan(w, i)
        if w.chance(0.6):
            rekam(w, i, lalu(w), None, nik=o.nik)
            i.terekam = True


@MIRIP
def ayah_anak(w: Dunia) -> None:
    """Father and son of one name in one house; the paper without NIK is told apart by its birth date."""
    a = w.cipta.orang(umur=(45, 70), kelamin="L")
    b = w.cipta.orang(lahir=add_years(a.lahir, 24), kelamin="L", nama=a.nama)
    b.desa, b.rw, b.rt, b.alamat, b.kk, b.ibu = a.desa, a.rw, a.rt, a.alamat, a.kk, a.ibu
    for o in (a, b):
        i = w.manusia("mirip/ayah_anak", o)
        penduduk(w, i)
        undangan(w, i, w.rng.choice(("bersih", "kosong", "angka")))


@MIRIP
def satu_kata(w: Dunia) -> None:
    """Single-word names are shared by many; the birth date tells them apart."""
    nama = w.cipta.nama("L").split()[-1]
    for _ in range(3):
        i = w.manusia("mirip/satu_kata", w.cipta.orang(kelamin="L", nama=nama))
        penduduk(w, i)
        undangan(w, i, w.rng.choice(("bersih", "kosong", "lima_belas")))
