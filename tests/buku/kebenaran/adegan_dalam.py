"""Scenes where two rules meet: merged people and moves, repaired papers of merged people, borrowed and mistyped NIK."""

from __future__ import annotations

from .adegan import Keluarga
from .adegan_kembar import other_home, twofold
from .kata import CATATAN
from .kisah import Dunia, Insan
from .lembar import isi_penduduk, mati, nama_lain, penduduk, pindah, rekam, undangan
from .orang import Nomor
from .riwayat import kelak, lalu
from .tulisan import Sel, break_calendar, write_angka, write_tanggal

DALAM = Keluarga("dalam")


@DALAM
def tiga_nik_berantai(w: Dunia) -> None:
    """A is B by the mother, B is C by the family card: one person on three rows."""
    # A blank marriage status leaves the first row the fullest.
    i, b = twofold(w, "dalam/tiga_nik_berantai", "ibu", NO_KK="3313112807091234", STATUS_KAWIN=None)
    c = other_home(w, i.o)
    tanpa: dict[str, Sel] = {"NAMA_IBU": None, "NO_KK": "3313112807091234", "NIK": c.nik, "TGL_KAWIN": None}
    penduduk(w, i, isi_penduduk(w, c) | tanpa | {"JENIS_KELAMIN": i.o.kelamin})
    i.nik_lain.add(c.nik)
    for nik, no in zip((i.o.nik, b.nik, c.nik), w.cipta.nomor_urut(3), strict=True):
        if w.chance(0.6):
            undangan(w, i, "bersih", no=no, dipakai=nik, NIK=nik)


@DALAM
def pindah_pulang_dua_nik(w: Dunia) -> None:
    """Out under one NIK, in under the other: the moves are one person's."""
    i, b = twofold(w, "dalam/pindah_pulang_dua_nik", "kk")
    a, z = w.rng.sample((i.o.nik, b.nik), 2)
    pindah(w, i, lalu(w, 100, 200), nik=a)
    pindah(w, i, lalu(w, 3, 90), "DATANG", nik=z)
    i.ada_pindah = True
    undangan(w, i, "bersih", dipakai=a, NIK=a)


@DALAM
def catatan_surat_nik_lain(w: Dunia) -> None:
    """Papers under both NIK of one person: the note on the dropped one counts for the kept one."""
    i, b = twofold(w, "dalam/catatan_surat_nik_lain", "ibu")
    kategori = w.rng.choice(("MENINGGAL", "PINDAH", "ALAMAT_TIDAK_DIKETAHUI"))
    kecil, besar = w.cipta.nomor_urut(2)
    a, z = w.rng.sample((i.o.nik, b.nik), 2)
    undangan(w, i, "bersih", no=kecil, dipakai=a, NIK=a)
    undangan(w, i, "bersih", no=besar, dipakai=z, NIK=z, KETERANGAN=w.rng.choice(CATATAN[kategori]))
    i.catatan.add(kategori)


@DALAM
def angka_orang_dua_nik(w: Dunia) -> None:
    """A numeric paper of somebody with two NIK: the fifteen digits say which of them."""
    i, b = twofold(w, "dalam/angka_orang_dua_nik", "ibu")
    nik = w.rng.choice((i.o.nik, b.nik))
    undangan(w, i, "angka", dipakai=nik, NIK=write_angka(nik))
    if w.chance(0.4):
        rekam(w, i, lalu(w), None, nik=write_angka(w.rng.choice((i.o.nik, b.nik))))
        i.terekam = True


@DALAM
def rusak_nik_dua_baris(w: Dunia) -> None:
    """A NIK on two equal rows is one resident, so a damaged paper still finds exactly one."""
    i = w.manusia("dalam/rusak_nik_dua_baris", w.cipta.orang())
    pertama = penduduk(w, i)
    w.tambah(i, "PENDUDUK", dict(pertama.isi))
    i.daftar += 1
    undangan(w, i, w.rng.choice(("angka", "kosong", "ilmiah")))
    if w.chance(0.5):
        rekam(w, i, lalu(w), None, nik=write_angka(i.o.nik))
        i.terekam = True


@DALAM
def rusak_kalender_salah(w: Dunia) -> None:
    """A calendar-false NIK of the register is repaired like any other."""
    o = w.cipta.orang()
    o.nik = break_calendar(w.rng, o.nik)
    i = w.manusia("dalam/rusak_kalender_salah", o)
    penduduk(w, i)
    undangan(w, i, w.rng.choice(("angka", "kosong", "lima_belas")))


@DALAM
def salah_ketik_milik_orang_mati(w: Dunia) -> None:
    """A NIK that stands in MENINGGAL is somebody's: however well the rest fits a resident, it is not that resident."""
    o = w.cipta.orang()
    i = w.manusia("dalam/salah_ketik_milik_orang_mati", o)
    penduduk(w, i)
    dia = w.manusia(i.kisah, w.cipta.orang(lahir=o.lahir, kelamin=o.kelamin, nama=o.nama), wajib=None, terdaftar=False)
    dia.o.nik = w.cipta.salah_ketik(o.nik)
    dia.o.desa, dia.o.rw, dia.o.rt = o.desa, o.rw, o.rt
    if w.chance(0.5):
        mati(w, dia, lalu(w))
        dia.mati = dia.ada_mati = True
    else:
        pindah(w, dia, lalu(w))
        dia.pindah = dia.ada_pindah = True
    kertas = undangan(w, dia, "bersih")
    kertas.baris.isi["TGL_LAHIR"] = write_tanggal(w.rng, o.lahir, w.on)


@DALAM
def nik_orang_lain(w: Dunia) -> None:
    """A whole NIK decides, even when name and birth date on the paper are another resident's."""
    a, b = w.cipta.orang(), w.cipta.orang()
    i, lain = w.manusia("dalam/nik_orang_lain", a), w.manusia("dalam/nik_orang_lain", b)
    penduduk(w, i)
    penduduk(w, lain)
    undangan(w, i, "bersih", NAMA=b.nama, TGL_LAHIR=write_tanggal(w.rng, b.lahir, w.on))


@DALAM
def angka_di_penduduk_dan_nik_utuh(w: Dunia) -> None:
    """One person twice in PENDUDUK, once by number: the mother says that it is one person."""
    i = w.manusia("dalam/angka_di_penduduk_dan_nik_utuh", w.cipta.orang())
    penduduk(w, i, NIK=i.o.nik)
    penduduk(w, i, NIK=write_angka(i.o.nik), NAMA_IBU=i.o.ibu, NO_KK=None)
    i.nik_lain.add(f"{i.o.nik[:15]}?")
    if w.chance(0.6):
        undangan(w, i, "bersih")


@DALAM
def tiga_nol(w: Dunia) -> None:
    """`007`, `07` and `7` behind one prefix: one number, so the text decides."""
    i = w.manusia("dalam/tiga_nol", w.cipta.orang())
    penduduk(w, i)
    no = w.cipta.nomor(awalan="A-")
    for nol in w.rng.sample(("", "0", "00"), 3):
        teks = f"A-{nol}{no.n}"
        undangan(w, i, no=Nomor(no.n, teks, teks))


@DALAM
def nomor_berakhiran(w: Dunia) -> None:
    """Numbers as in a register of letters: the figure in front decides."""
    i = w.manusia("dalam/nomor_berakhiran", w.cipta.orang())
    penduduk(w, i)
    kecil, besar = w.cipta.nomor_urut(2)
    for n in w.rng.sample((kecil.n, besar.n), 2):
        teks = f"{n}/UND/VIII/2012"
        undangan(w, i, no=Nomor(n, teks, teks))


@DALAM
def dobel_dan_pindah(w: Dunia) -> None:
    """One paper says double, the other says moved: the move stands."""
    i = w.manusia("dalam/dobel_dan_pindah", w.cipta.orang())
    penduduk(w, i)
    teks = [w.rng.choice(CATATAN["DOBEL"]), w.rng.choice(CATATAN["PINDAH"])]
    w.rng.shuffle(teks)
    for no, catatan in zip(w.cipta.nomor_urut(2), teks, strict=True):
        undangan(w, i, no=no, KETERANGAN=catatan)
    i.catatan |= {"DOBEL", "PINDAH"}


@DALAM
def rekam_di_bawah_angka_dan_utuh(w: Dunia) -> None:
    """A failure by the whole NIK after a success by number: one person's, not recorded."""
    i = w.manusia("dalam/rekam_di_bawah_angka_dan_utuh", w.cipta.orang())
    penduduk(w, i)
    rekam(w, i, lalu(w, 100, 200), "CARD_PRINTED", nik=write_angka(i.o.nik))
    rekam(w, i, lalu(w, 3, 60), "SEARCH_FAILURE_AT_CENTRAL", nik=i.o.nik)
    i.lihat = True
    undangan(w, i)


@DALAM
def ayah_dan_anak_bernama_sama_tanpa_nik(w: Dunia) -> None:
    """The blank paper carries the son's birth date; the father was never invited."""
    a = w.cipta.orang(umur=(50, 70), kelamin="L")
    b = w.cipta.orang(umur=(20, 28), kelamin="L", nama=a.nama)
    b.desa, b.rw, b.rt, b.alamat, b.kk = a.desa, a.rw, a.rt, a.alamat, a.kk
    ayah, anak = (w.manusia("dalam/ayah_dan_anak_bernama_sama_tanpa_nik", o) for o in (a, b))
    penduduk(w, ayah)
    penduduk(w, anak)
    undangan(w, anak, "kosong")


@DALAM
def belum_diketahui_mati_kelak(w: Dunia) -> None:
    """Birth date unreadable, never married, and a death after the reference date: still not known to be wajib."""
    o = w.cipta.orang()
    o.kawin = "BELUM"
    i: Insan = w.manusia("dalam/belum_diketahui_mati_kelak", o, wajib=None)
    penduduk(w, i, TGL_LAHIR=None)
    mati(w, i, kelak(w))
    i.ada_mati = i.lihat = True
    undangan(w, i, KETERANGAN=w.rng.choice((None, *CATATAN["PINDAH"])))
    if i.kertas[0].baris.isi["KETERANGAN"]:
        i.catatan.add("PINDAH")


@DALAM
def nama_tak_mirip_nik_utuh(w: Dunia) -> None:
    """The NIK as registered and a name that nobody has: still the person of the NIK."""
    i = w.manusia("dalam/nama_tak_mirip_nik_utuh", w.cipta.orang())
    penduduk(w, i)
    undangan(w, i, NAMA=nama_lain(w, i.o))
