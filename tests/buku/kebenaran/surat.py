"""The papers sent to a person and what the desa wrote on them."""

from __future__ import annotations

from collections.abc import Callable

from .kata import CATATAN, CATATAN_BIASA, CATATAN_DUA, CATATAN_RAGU
from .kisah import Dunia, Insan, Kertas
from .lembar import RUSAK, undangan
from .orang import Nomor

Surat = Callable[[Dunia, Insan, str], None]


def tanpa_surat(w: Dunia, i: Insan, alamat: str) -> None:
    """Nobody sent one."""


def satu(w: Dunia, i: Insan, alamat: str) -> None:
    """One, with the NIK as registered."""
    undangan(w, i, alamat=alamat)


def satu_rusak(w: Dunia, i: Insan, alamat: str) -> None:
    """One, the NIK damaged; name and birth date find the person."""
    undangan(w, i, w.rng.choice(RUSAK), alamat=alamat)


def satu_salah_ketik(w: Dunia, i: Insan, alamat: str) -> None:
    """One under a mistyped NIK that nobody has; everything else fits."""
    kertas = undangan(w, i, "bersih", NIK=w.cipta.salah_ketik(i.o.nik))
    kertas.baris.isi["TGL_LAHIR"] = i.o.lahir
    kertas.tertulis, i.lihat = False, True


def copy_kertas(w: Dunia, i: Insan, asal: Kertas) -> Kertas:
    """The same paper once more, cell by cell."""
    baris = w.tambah(i, "UNDANGAN", dict(asal.baris.isi))
    salinan = Kertas(baris, i, asal.no, asal.tertulis, asal.dipakai, asal.angka)
    i.kertas.append(salinan)
    return salinan


def salinan(w: Dunia, i: Insan, alamat: str) -> None:
    """Exact copies: the first row is kept."""
    asal = undangan(w, i, alamat=alamat)
    for _ in range(w.rng.choice((1, 1, 2))):
        copy_kertas(w, i, asal)


def nomor_alami(w: Dunia, i: Insan, alamat: str) -> None:
    """Two or three papers whose numbers stand otherwise as text than as numbers."""
    for no in w.cipta.nomor_urut(w.rng.choice((2, 2, 3))):
        undangan(w, i, no=no, alamat=alamat)


def nomor_nol(w: Dunia, i: Insan, alamat: str) -> None:
    """`007` and `7`: one number, so the text decides."""
    no = w.cipta.nomor(awalan="")
    for teks in w.rng.sample((str(no.n), f"{no.n:08}"), 2):
        undangan(w, i, no=Nomor(no.n, teks, teks), alamat=alamat)


def nomor_seri(w: Dunia, i: Insan, alamat: str) -> None:
    """One number on two different papers: the first row is kept."""
    no = w.cipta.nomor()
    for _ in range(2):
        undangan(w, i, no=no, alamat=alamat)


def tertulis_menang(w: Dunia, i: Insan, alamat: str) -> None:
    """A paper whose NIK is as registered stands before repaired ones, whatever the numbers."""
    kecil, besar = w.cipta.nomor_urut(2)
    undangan(w, i, w.rng.choice(RUSAK), no=kecil, alamat=alamat)
    undangan(w, i, no=besar, alamat=alamat)


def dua_rusak(w: Dunia, i: Insan, alamat: str) -> None:
    """Two repaired papers: the smaller number."""
    for no in w.cipta.nomor_urut(2):
        undangan(w, i, w.rng.choice(RUSAK), no=no, alamat=alamat)


def salah_ketik_dan_benar(w: Dunia, i: Insan, alamat: str) -> None:
    """A mistyped paper with the smaller number and a right one."""
    kecil, besar = w.cipta.nomor_urut(2)
    satu_salah_ketik(w, i, alamat)
    i.kertas[-1].no = kecil
    i.kertas[-1].baris.isi["NO_UNDANGAN"] = kecil.sel
    undangan(w, i, no=besar)


def dua_salah_ketik(w: Dunia, i: Insan, alamat: str) -> None:
    """Two papers under mistyped NIK: both the resident's, the smaller number is kept."""
    for no in w.cipta.nomor_urut(2):
        satu_salah_ketik(w, i, alamat)
        i.kertas[-1].no = no
        i.kertas[-1].baris.isi["NO_UNDANGAN"] = no.sel


SURAT_UTUH: dict[str, Surat] = {f.__name__: f for f in (tanpa_surat, satu, salinan, nomor_alami, nomor_nol, nomor_seri)}
SURAT_RUSAK: dict[str, Surat] = {f.__name__: f for f in (satu_rusak, tertulis_menang, dua_rusak)}
SURAT_SALAH_KETIK: dict[str, Surat] = {
    f.__name__: f for f in (satu_salah_ketik, salah_ketik_dan_benar, dua_salah_ketik)
}
SURAT = SURAT_UTUH | SURAT_RUSAK | SURAT_SALAH_KETIK


def _write(w: Dunia, i: Insan, *teks: str) -> None:
    for kertas, isi in zip(w.rng.sample(i.kertas, len(teks)), teks, strict=True):
        kertas.baris.isi["KETERANGAN"] = isi + w.rng.choice(("", "", " "))


def _say(i: Insan, kategori: str) -> None:
    """A clear note; where the register has another date, it is silenced and somebody should look."""
    i.catatan.add(kategori)
    silenced = (kategori == "MENINGGAL" and i.ada_mati and not i.mati) or (
        kategori == "PINDAH" and i.ada_pindah and not i.pindah
    )
    if silenced:
        i.lihat = True


def tanpa_catatan(w: Dunia, i: Insan) -> None:
    """Nothing written."""


def catatan_biasa(w: Dunia, i: Insan) -> None:
    """Something written that names no category."""
    _write(w, i, w.rng.choice(CATATAN_BIASA))


def _clear(kategori: str) -> Callable[[Dunia, Insan], None]:
    def catatan(w: Dunia, i: Insan) -> None:
        _write(w, i, w.rng.choice(CATATAN[kategori]))
        _say(i, kategori)

    catatan.__name__ = f"catatan_{kategori.lower()}"
    return catatan


def catatan_dobel(w: Dunia, i: Insan) -> None:
    """A note of DOBEL decides nothing; with no second paper somebody should look."""
    _write(w, i, w.rng.choice(CATATAN["DOBEL"]))
    if len(i.kertas) == 1:
        i.lihat = True


def catatan_ragu(w: Dunia, i: Insan) -> None:
    """Negations, relatives, question marks: they decide nothing and somebody should look."""
    _write(w, i, w.rng.choice(CATATAN_RAGU))
    i.lihat = True


def catatan_dua_kategori(w: Dunia, i: Insan) -> None:
    """One note, two categories: the first of the table other than DOBEL, and somebody should look."""
    kategori = w.rng.choice(sorted(CATATAN_DUA))
    _write(w, i, w.rng.choice(CATATAN_DUA[kategori]))
    _say(i, kategori)
    i.lihat = True


def catatan_berbeda(w: Dunia, i: Insan) -> None:
    """Two papers, two different notes."""
    if len(i.kertas) < 2:
        return
    satu, dua = w.rng.sample(("MENINGGAL", "PINDAH", "ALAMAT_TIDAK_DIKETAHUI"), 2)
    _write(w, i, w.rng.choice(CATATAN[satu]), w.rng.choice(CATATAN[dua]))
    _say(i, satu)
    _say(i, dua)
    i.lihat = True


def catatan_ragu_dan_jelas(w: Dunia, i: Insan) -> None:
    """An ambiguous note on one paper leaves the clear one on the other standing."""
    if len(i.kertas) < 2:
        return
    kategori = w.rng.choice(("MENINGGAL", "PINDAH", "ALAMAT_TIDAK_DIKETAHUI"))
    _write(w, i, w.rng.choice(CATATAN_RAGU), w.rng.choice(CATATAN[kategori]))
    _say(i, kategori)
    i.lihat = True


CATATAN_CERITA: dict[str, Callable[[Dunia, Insan], None]] = {
    f.__name__: f
    for f in (
        tanpa_catatan, catatan_biasa, _clear("MENINGGAL"), _clear("PINDAH"), _clear("ALAMAT_TIDAK_DIKETAHUI"),
        catatan_dobel, catatan_ragu, catatan_dua_kategori, catatan_berbeda, catatan_ragu_dan_jelas,
    )
}  # fmt: skip
