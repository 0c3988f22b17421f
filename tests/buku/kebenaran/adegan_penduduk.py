"""Scenes about the register of residents itself: numeric, calendar-false, missing and repeated NIK."""

from __future__ import annotations

from datetime import date

from .adegan import Keluarga
from .kata import STATUS_GAGAL
from .kisah import Dunia, Insan
from .lembar import mati, nama_lain, penduduk, pindah, rekam, undangan, undangan_galat
from .riwayat import HIDUP, kelak, lalu
from .tulisan import Sel, break_calendar, write_angka, write_tanggal

PENDUDUK_ANGKA = Keluarga("penduduk_angka")
PENDUDUK_NIK = Keluarga("penduduk_nik")


def _numeric(w: Dunia, kisah: str, *, dipinjami: bool) -> Insan:
    """A resident whose NIK is a number; unless a full one is lent, the lost digit is shown as `?`."""
    i = w.manusia(f"penduduk_angka/{kisah}", w.cipta.orang())
    if not dipinjami:
        i.tampil = f"{i.o.nik[:15]}?"
    penduduk(w, i, NIK=write_angka(i.o.nik))
    return i


@PENDUDUK_ANGKA
def tanpa_nik_utuh(w: Dunia) -> None:
    """No sheet knows the whole NIK; the person stays in the base, invited or not, recorded by number or not."""
    i = _numeric(w, "tanpa_nik_utuh", dipinjami=False)
    if w.chance(0.4):
        rekam(w, i, lalu(w), None, nik=write_angka(i.o.nik))
        i.terekam = True
    if w.chance(0.4):
        undangan(w, i, "kosong")


@PENDUDUK_ANGKA
def surat_angka(w: Dunia) -> None:
    """Resident and paper both numeric: whether that counts as a repair, the contract leaves open."""
    i = _numeric(w, "surat_angka", dipinjami=False)
    undangan(w, i, "angka")


@PENDUDUK_ANGKA
def dipinjami_surat(w: Dunia) -> None:
    """A paper with the whole NIK lends it, and counts as written."""
    i = _numeric(w, "dipinjami_surat", dipinjami=True)
    if w.chance(0.4):
        kecil, besar = w.cipta.nomor_urut(2)
        undangan(w, i, "kosong", no=kecil)
        kertas = undangan(w, i, no=besar)
    else:
        kertas = undangan(w, i)
    kertas.baris.isi["TGL_LAHIR"] = write_tanggal(w.rng, i.o.lahir, w.on)
    if w.chance(0.5):
        rekam(w, i, lalu(w), None, nik=i.o.nik if w.chance(0.5) else write_angka(i.o.nik))
        i.terekam = True


@PENDUDUK_ANGKA
def dipinjami_rekam(w: Dunia) -> None:
    """A recording with the whole NIK lends it, whatever came of the recording."""
    i = _numeric(w, "dipinjami_rekam", dipinjami=True)
    i.terekam = w.chance(0.5)
    rekam(w, i, lalu(w), None if i.terekam else w.rng.choice(STATUS_GAGAL), nik=i.o.nik)
    if w.chance(0.5):
        undangan(w, i, w.rng.choice(("bersih", "kosong")))


@PENDUDUK_ANGKA
def dipinjami_mutasi(w: Dunia) -> None:
    """A death or a move with the whole NIK lends it."""
    i = _numeric(w, "dipinjami_mutasi", dipinjami=True)
    hari = w.rng.choice((lalu(w), kelak(w)))
    if w.chance(0.5):
        mati(w, i, hari, nik=i.o.nik)
        i.mati, i.ada_mati = hari <= w.on, True
    else:
        pindah(w, i, hari, nik=i.o.nik)
        i.pindah, i.ada_pindah = hari <= w.on, True
    if w.chance(0.6):
        undangan(w, i, w.rng.choice(("bersih", "kosong")))


@PENDUDUK_ANGKA
def mutasi_angka(w: Dunia) -> None:
    """A numeric death or move of a numeric resident: exactly one resident has the 15 digits."""
    i = _numeric(w, "mutasi_angka", dipinjami=False)
    if w.chance(0.5):
        mati(w, i, lalu(w), nik=write_angka(i.o.nik))
        i.mati = i.ada_mati = True
    else:
        pindah(w, i, lalu(w), nik=write_angka(i.o.nik))
        i.pindah = i.ada_pindah = True


@PENDUDUK_ANGKA
def dua_pinjaman_berbeda(w: Dunia) -> None:
    """Two whole NIK that differ fit one numeric resident: the `?` stays, and somebody should look."""
    i = _numeric(w, "dua_pinjaman_berbeda", dipinjami=False)
    lain = i.o.nik[:15] + str((int(i.o.nik[15]) + w.rng.randint(1, 9)) % 10)
    for nik in (i.o.nik, lain):
        rekam(w, i, kelak(w), None, nik=nik)
    i.nik_lain.add(lain)
    i.lihat = True


@PENDUDUK_ANGKA
def dua_orang_satu_angka(w: Dunia) -> None:
    """Two numeric residents share their 15 digits: two people; a number alone names neither."""
    a = w.cipta.orang()
    b = w.cipta.orang(lahir=a.lahir, kelamin=a.kelamin)
    b.nama, b.nik = nama_lain(w, a), a.nik
    for o in (a, b):
        i = w.manusia("penduduk_angka/dua_orang_satu_angka", o)
        i.tampil = f"{a.nik[:15]}?"
        penduduk(w, i, NIK=write_angka(a.nik))
    if w.chance(0.5):
        rekam(w, w.insan[-1], lalu(w), None, nik=write_angka(a.nik), galat=True)


@PENDUDUK_NIK
def kalender_salah(w: Dunia) -> None:
    """A calendar-false NIK that stands once in PENDUDUK is usable everywhere."""
    o = w.cipta.orang()
    o.nik = break_calendar(w.rng, o.nik)
    i = w.manusia("penduduk_nik/kalender_salah", o)
    penduduk(w, i)
    HIDUP[w.rng.choice(("tetap", "tetap", "mati_sebelum", "keluar"))](w, i)
    if w.chance(0.6):
        rekam(w, i, lalu(w), None)
        i.terekam = True
    if w.chance(0.8):
        undangan(w, i)


@PENDUDUK_NIK
def kalender_salah_dua_kali(w: Dunia) -> None:
    """Standing twice it keys nobody, and its rows are two people; nobody invited them."""
    a, b = w.cipta.orang(), w.cipta.orang()
    a.nik = b.nik = break_calendar(w.rng, a.nik)
    for o in (a, b):
        penduduk(w, w.manusia("penduduk_nik/kalender_salah_dua_kali", o))


@PENDUDUK_NIK
def tanpa_nik(w: Dunia) -> None:
    """A blank or placeholder NIK in PENDUDUK cannot be used; a paper finds nobody there either."""
    o = w.cipta.orang()
    i = w.manusia("penduduk_nik/tanpa_nik", o, terdaftar=False)
    baris = penduduk(w, i, wajib=False, NIK=w.rng.choice((None, "-", "0", 0, "0000000000000000")))
    baris.galat = True
    if w.chance(0.4):
        undangan_galat(w, i, NIK=None, NAMA=o.nama, TGL_LAHIR=write_tanggal(w.rng, o.lahir, w.on))


def _again(w: Dunia, i: Insan, beda: str) -> None:
    """A second row under the same NIK, poorer than the first, that differs in `beda`."""
    kosong = {"NAMA_IBU": None, "NO_KK": None}
    match beda:
        case "alamat":
            desa, rw, rt = w.rng.choice([a for a in w.cipta.wilayah if a[0] != i.o.desa])
            penduduk(w, i, **kosong, DESA=desa, RW=rw, RT=rt)
        case "nama":
            penduduk(w, i, **kosong, NAMA=nama_lain(w, i.o))
        case "kelamin":
            penduduk(w, i, **kosong, JENIS_KELAMIN="P" if i.o.kelamin == "L" else "L")


@PENDUDUK_NIK
def nik_dua_kali(w: Dunia) -> None:
    """The same NIK on two rows is one person; differences are for somebody to look at."""
    i = w.manusia("penduduk_nik/nik_dua_kali", w.cipta.orang())
    pertama = penduduk(w, i)
    beda = w.rng.choice(("salinan", "alamat", "nama", "kelamin"))
    if beda == "salinan":
        w.tambah(i, "PENDUDUK", dict(pertama.isi))
        i.daftar += 1
    else:
        _again(w, i, beda)
        i.lihat = True
    HIDUP[w.rng.choice(("tetap", "tetap", "mati_sebelum", "keluar"))](w, i)
    if w.chance(0.5):
        rekam(w, i, lalu(w), None, nik=i.o.nik)
        i.terekam = True
    if w.chance(0.6):
        undangan(w, i)


@PENDUDUK_NIK
def nik_dua_kali_satu_wajib(w: Dunia) -> None:
    """Of two rows under one NIK only one is wajib: the person is."""
    i = w.manusia("penduduk_nik/nik_dua_kali_satu_wajib", w.cipta.orang())
    i.o.kawin = "BELUM"
    anak: date = w.cipta.lahir(5, 15)
    kosong: dict[str, Sel] = {"NAMA_IBU": None, "NO_KK": None}
    pilihan: list[dict[str, Sel]] = [
        {"TGL_LAHIR": write_tanggal(w.rng, anak, w.on), "STATUS_KAWIN": "BELUM KAWIN"},
        {"KEWARGANEGARAAN": "WNA"},
        {"TGL_LAHIR": "tidak tahu", "STATUS_KAWIN": "BELUM KAWIN"},
    ]
    bukan = w.rng.choice(pilihan)
    if w.chance(0.5):
        penduduk(w, i)
        penduduk(w, i, kosong | bukan, wajib=False)
    else:
        penduduk(w, i, {"TGL_KAWIN": None} | bukan, wajib=False)
        penduduk(w, i, kosong)
    i.lihat = True
    if w.chance(0.6):
        undangan(w, i)
