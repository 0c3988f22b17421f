"""Scenes that contradict themselves: the contract never resolves them silently, somebody has to look."""

from __future__ import annotations

from .adegan import Keluarga, rakit
from .kata import CATATAN
from .kisah import Dunia, Insan
from .lembar import mati, pindah, rekam, undangan
from .orang import Nomor
from .riwayat import lalu
from .tulisan import next_day

LIHAT = Keluarga("lihat")


def _resident(w: Dunia, kisah: str, *, surat: str = "satu", usia: str = "dewasa") -> Insan:
    return rakit(w, f"lihat/{kisah}", surat=surat, usia=usia, rekam="belum_rekam")


@LIHAT
def rekam_sesudah_mati(w: Dunia) -> None:
    """Recorded after the date of death: listed, never counted."""
    i = _resident(w, "rekam_sesudah_mati", surat=w.rng.choice(("satu", "tanpa_surat")))
    mati(w, i, lalu(w, 60, 200))
    rekam(w, i, lalu(w, 3, 50), None)
    i.mati = i.ada_mati = i.terekam = i.luar = i.lihat = True


@LIHAT
def rekam_sesudah_pindah(w: Dunia) -> None:
    """Moved out and still recorded here."""
    i = _resident(w, "rekam_sesudah_pindah", surat=w.rng.choice(("satu", "tanpa_surat")))
    pindah(w, i, lalu(w, 60, 200))
    rekam(w, i, lalu(w, 3, 50), "CARD_PRINTED")
    i.pindah = i.ada_pindah = i.terekam = i.luar = i.lihat = True


@LIHAT
def catatan_mati_lalu_rekam(w: Dunia) -> None:
    """The desa says dead, then the person comes: the category stands, the base keeps the person, recorded."""
    i = _resident(w, "catatan_mati_lalu_rekam", surat="tanpa_surat")
    undangan(w, i, TGL_JADWAL=next_day(w.on, -60), KETERANGAN=w.rng.choice(CATATAN["MENINGGAL"]))
    rekam(w, i, lalu(w, 3, 50), "CARD_ISSUED")
    i.catatan.add("MENINGGAL")
    i.terekam = i.lihat = True


@LIHAT
def pemula_terekam(w: Dunia) -> None:
    """A 16-year-old may be recorded, and never enters coverage."""
    i = _resident(w, "pemula_terekam", usia="pemula", surat=w.rng.choice(("satu", "tanpa_surat")))
    rekam(w, i, lalu(w), None)
    i.terekam = i.luar = True


@LIHAT
def datang_tak_bertanggal(w: Dunia) -> None:
    """An undated arrival cannot be used; the resident is as if it were not there."""
    i = _resident(w, "datang_tak_bertanggal")
    pindah(w, i, None, "DATANG")


@LIHAT
def surat_tanpa_nomor(w: Dunia) -> None:
    """A paper without number is a paper: its identity can be read."""
    i = _resident(w, "surat_tanpa_nomor", surat="tanpa_surat")
    kertas = undangan(w, i, no=Nomor(0, "", ""))
    kertas.baris.isi["NO_UNDANGAN"] = None


@LIHAT
def keluar_tak_bertanggal_lalu_catatan(w: Dunia) -> None:
    """An undated move out and a note that says the same."""
    i = _resident(w, "keluar_tak_bertanggal_lalu_catatan", surat="tanpa_surat")
    pindah(w, i, None)
    undangan(w, i, KETERANGAN=w.rng.choice(CATATAN["PINDAH"]))
    i.catatan.add("PINDAH")
    i.pindah = i.ada_pindah = i.lihat = True
