"""The registry of scenes, and the ordinary person put together from age, fate, recording, papers and notes.

A scene writes one story into a world. Families group scenes so that a failing test names one subject.
"""

from __future__ import annotations

from collections.abc import Callable

from attrs import Factory, define

from .jati import JATI
from .kata import STATUS_JALAN
from .kisah import Dunia, Insan
from .lembar import ALAMAT_ASING, ALAMAT_DIKENAL
from .lembar import rekam as tulis_rekam
from .riwayat import HIDUP, REKAM, lalu
from .surat import CATATAN_CERITA, SURAT
from .usia import USIA

Adegan = Callable[[Dunia], None]


@define
class Keluarga:
    """Scenes of one subject."""

    nama: str
    adegan: dict[str, Adegan] = Factory(dict)

    def __call__(self, adegan: Adegan) -> Adegan:
        self.adegan[f"{self.nama}/{adegan.__name__}"] = adegan
        return adegan

    def add(self, nama: str, **bagian: str) -> None:
        """A scene put together from named parts; what is not named is ordinary."""

        def adegan(w: Dunia) -> None:
            rakit(w, f"{self.nama}/{nama}", **bagian)

        self.adegan[f"{self.nama}/{nama}"] = adegan


REKAM_LAZIM = ("rekam_biasa",) * 7 + ("belum_rekam",) * 3


def rakit(
    w: Dunia,
    kisah: str,
    *,
    usia: str = "dewasa",
    jati: str = "biasa",
    hidup: str = "tetap",
    hidup_lagi: str | None = None,
    rekam: str | None = None,
    surat: str | None = None,
    catatan: str = "tanpa_catatan",
    alamat: str | None = None,
) -> Insan:
    """One resident with a fate, recordings, papers and notes; parts left out are drawn from the ordinary ones."""
    u = USIA[usia](w)
    i = w.manusia(kisah, u.o, wajib=u.wajib)
    JATI[jati].write(w, i, u)
    HIDUP[hidup](w, i)
    if hidup_lagi:
        HIDUP[hidup_lagi](w, i)
    REKAM[rekam or w.rng.choice(REKAM_LAZIM)](w, i)
    SURAT[surat or "satu"](w, i, alamat or w.rng.choice(ALAMAT_DIKENAL))
    if i.kertas:
        CATATAN_CERITA[catatan](w, i)
    i.lihat = i.lihat or u.lihat
    i.luar = True if i.terekam and not i.neto and not i.belum_diketahui else None
    return i


UMUM = Keluarga("umum")
KELUARGA_USIA = Keluarga("usia")
KELUARGA_HIDUP = Keluarga("hidup")
KELUARGA_REKAM = Keluarga("rekam")
KELUARGA_CATATAN = Keluarga("catatan")
KELUARGA_ALAMAT = Keluarga("alamat")
KELUARGA_SURAT = Keluarga("surat")


@UMUM
def dewasa_biasa(w: Dunia) -> None:
    """Most people: adult, invited once, recorded or not; nothing about them needs a look."""
    i = rakit(w, "umum/dewasa_biasa", rekam="belum_rekam", surat=w.rng.choice(("satu",) * 9 + ("tanpa_surat",)))
    if w.chance(0.8):
        _record_plainly(w, i)
    if all(b.isi.get("STATUS_KAWIN", "") is not None for b in i.baris):
        i.lihat = False


def _record_plainly(w: Dunia, i: Insan) -> None:
    tulis_rekam(w, i, lalu(w), w.rng.choice((None, *STATUS_JALAN)))
    i.terekam = True


for _usia in USIA:
    KELUARGA_USIA.add(_usia, usia=_usia)
    KELUARGA_USIA.add(f"{_usia}_tanpa_surat", usia=_usia, surat="tanpa_surat")
for _hidup in HIDUP:
    KELUARGA_HIDUP.add(_hidup, hidup=_hidup)
    KELUARGA_HIDUP.add(f"{_hidup}_tanpa_surat", hidup=_hidup, surat="tanpa_surat", rekam="belum_rekam")
for _rekam in REKAM:
    KELUARGA_REKAM.add(_rekam, rekam=_rekam)
    KELUARGA_REKAM.add(f"{_rekam}_tanpa_surat", rekam=_rekam, surat="tanpa_surat")
for _catatan in CATATAN_CERITA:
    KELUARGA_CATATAN.add(_catatan, catatan=_catatan)
    KELUARGA_CATATAN.add(f"{_catatan}_dua_surat", catatan=_catatan, surat="nomor_alami")
for _hidup in ("mati_kelak", "keluar_kelak", "pulang", "datang"):
    KELUARGA_CATATAN.add(f"catatan_meninggal_{_hidup}", catatan="catatan_meninggal", hidup=_hidup)
    KELUARGA_CATATAN.add(f"catatan_pindah_{_hidup}", catatan="catatan_pindah", hidup=_hidup)
for _alamat in (*dict.fromkeys(ALAMAT_DIKENAL), *ALAMAT_ASING):
    KELUARGA_ALAMAT.add(_alamat, alamat=_alamat)
    KELUARGA_ALAMAT.add(f"{_alamat}_anak", alamat=_alamat, usia="anak")
for _surat in SURAT:
    KELUARGA_SURAT.add(_surat, surat=_surat)
    KELUARGA_SURAT.add(f"{_surat}_mati", surat=_surat, hidup="mati_sebelum")
