"""The registry of scenes, and the ordinary person put together from age, fate, recording, papers and notes.

A scene writes one story into a world. Families group scenes so that a failing test names one subject.
"""

from __future__ import annotations

from collections.abc import Callable

from attrs import Factory, define

from .kata import STATUS_JALAN
from .kisah import Dunia, Insan
from .lembar import ALAMAT_ASING, ALAMAT_DIKENAL, penduduk
from .lembar import rekam as tulis_rekam
from .riwayat import HIDUP, REKAM, lalu
from .surat import CATATAN_CERITA, SURAT, SURAT_RUSAK, SURAT_SALAH_KETIK, SURAT_UTUH
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


# Fates that leave a word on death or move in the register, of another date than a note would mean.
MEMBUNGKAM = (
    "mati_kelak",
    "keluar_kelak",
    "pulang",
    "pulang_sehari",
    "datang",
    "keluar_tak_bertanggal_datang_tepat",
    "datang_kelak",
)
MATI = ("mati_kelak", "mati_sebelum", "mati_tak_bertanggal", "mati_dua_tanggal")
REKAM_LAZIM = ("rekam_biasa",) * 7 + ("belum_rekam",) * 3


def rakit(
    w: Dunia,
    kisah: str,
    *,
    usia: str = "dewasa",
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
    penduduk(w, i, u.ganti)
    HIDUP[hidup](w, i)
    if hidup_lagi:
        HIDUP[hidup_lagi](w, i)
    REKAM[rekam or w.rng.choice(REKAM_LAZIM)](w, i)
    SURAT[surat or "satu"](w, i, alamat or w.rng.choice(ALAMAT_DIKENAL))
    if i.kertas:
        CATATAN_CERITA[catatan](w, i)
    i.lihat = i.lihat or u.lihat
    i.luar = True if i.terekam and not i.neto and i.wajib is not None else None
    return i


UMUM = Keluarga("umum")
KELUARGA_USIA = Keluarga("usia")
KELUARGA_HIDUP = Keluarga("hidup")
KELUARGA_REKAM = Keluarga("rekam")
KELUARGA_CATATAN = Keluarga("catatan")
KELUARGA_ALAMAT = Keluarga("alamat")
KELUARGA_SURAT = Keluarga("surat")
CAMPURAN = Keluarga("campuran")


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


@CAMPURAN
def acak(w: Dunia) -> None:
    """Age, fate, recording, papers, notes and address drawn each for itself, wherever the contract settles the sum."""
    rng = w.rng
    usia = rng.choice(list(USIA)) if w.chance(0.5) else "dewasa"
    hidup = rng.choice(list(HIDUP)) if w.chance(0.6) else "tetap"
    surat = rng.choice(list(SURAT)) if w.chance(0.6) else "satu"
    catatan = rng.choice(list(CATATAN_CERITA)) if w.chance(0.5) else "tanpa_catatan"
    alamat = rng.choice(ALAMAT_ASING) if w.chance(0.2) else None
    if usia == "lahir_tak_terbaca" and hidup not in ("tetap", *MEMBUNGKAM[:-1]):
        hidup = "tetap"  # whether the dead can still be "not known to be wajib" is not settled
    if not _can_be_found(usia) and surat in SURAT_RUSAK | SURAT_SALAH_KETIK:
        surat = rng.choice(list(SURAT_UTUH))
    if surat in SURAT_SALAH_KETIK:
        alamat = None
    if catatan == "catatan_dua_kategori" and hidup in MEMBUNGKAM:
        catatan = "catatan_ragu"  # whether the second word speaks when the first is silenced is not settled
    # A death beside a move: each register speaks for itself.
    lagi = rng.choice(MATI) if hidup not in ("tetap", "mati_dan_keluar", *MATI) and w.chance(0.3) else None
    if lagi in MATI[1:] and usia == "lahir_tak_terbaca":
        lagi = None
    if lagi and catatan == "catatan_dua_kategori":
        lagi = None
    rakit(
        w,
        f"campuran/{usia}+{hidup}+{lagi}+{surat}+{catatan}+{alamat}",
        usia=usia,
        hidup=hidup,
        hidup_lagi=lagi,
        rekam=rng.choice(list(REKAM)),
        surat=surat,
        catatan=catatan,
        alamat=alamat,
    )


def _can_be_found(usia: str) -> bool:
    """Whether name, birth date and the NIK's sex of such a person all fit the register."""
    return not usia.startswith(("lahir_tak_terbaca", "nik_beda"))
