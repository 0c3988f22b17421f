"""Everything at once: identity, age, fate, recording, papers, notes and address, drawn each for itself.

Sums that the contract does not settle are left out here, each with its reason.
"""

from __future__ import annotations

from attrs import define

from .adegan import Keluarga, rakit
from .jati import JATI
from .kisah import Dunia
from .lembar import ALAMAT_ASING
from .riwayat import HIDUP, REKAM
from .surat import CATATAN_CERITA, SURAT_RUSAK, SURAT_SALAH_KETIK, SURAT_UTUH
from .usia import USIA

CAMPURAN = Keluarga("campuran")

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
PERGI = (
    "mati_sebelum", "mati_tak_bertanggal", "mati_dua_tanggal", "keluar", "keluar_tak_bertanggal", "pulang_kelak",
    "pergi_lagi", "mati_dan_keluar",
)  # fmt: skip


@define
class Ramuan:
    """One draw."""

    jati: str
    usia: str
    hidup: str
    lagi: str | None
    rekam: str
    surat: str
    catatan: str
    alamat: str | None

    def settle(self, w: Dunia) -> None:
        """Change what the contract leaves open."""
        rng = w.rng
        polos = not self.usia.startswith(("lahir_tak_terbaca", "nik_beda"))
        if JATI[self.jati].polos and not polos:
            self.usia, polos = "dewasa", True
        if self.surat not in JATI[self.jati].surat or (not polos and self.surat in SURAT_RUSAK | SURAT_SALAH_KETIK):
            self.surat = rng.choice(list(SURAT_UTUH))
        if self.surat in SURAT_SALAH_KETIK:
            self.alamat = None  # the address has to fit
        if self.usia == "lahir_tak_terbaca":
            # Whether the dead can still be "not known to be wajib" is not settled.
            self.hidup = self.hidup if self.hidup in ("tetap", *MEMBUNGKAM[:-1]) else "tetap"
            self.lagi = None
        if self.jati == "sudah_dihapus":
            # Somebody whom only a register of departures knows has left.
            self.hidup, self.lagi = (self.hidup if self.hidup in PERGI else rng.choice(PERGI)), None
        if self.hidup in ("tetap", "mati_dan_keluar", *MATI):
            self.lagi = None
        if self.catatan == "catatan_dua_kategori" and (self.hidup in MEMBUNGKAM or self.lagi):
            self.catatan = "catatan_ragu"  # whether the second word speaks when the first is silenced


@CAMPURAN
def acak(w: Dunia) -> None:
    """One person of a draw."""
    rng = w.rng
    r = Ramuan(
        jati=rng.choice(list(JATI)) if w.chance(0.4) else "biasa",
        usia=rng.choice(list(USIA)) if w.chance(0.5) else "dewasa",
        hidup=rng.choice(list(HIDUP)) if w.chance(0.6) else "tetap",
        lagi=rng.choice(MATI) if w.chance(0.3) else None,
        rekam=rng.choice(list(REKAM)),
        surat=rng.choice(list(JATI["biasa"].surat)) if w.chance(0.6) else "satu",
        catatan=rng.choice(list(CATATAN_CERITA)) if w.chance(0.5) else "tanpa_catatan",
        alamat=rng.choice(ALAMAT_ASING) if w.chance(0.2) else None,
    )
    r.settle(w)
    rakit(
        w,
        f"campuran/{r.jati}+{r.usia}+{r.hidup}+{r.lagi}+{r.rekam}+{r.surat}+{r.catatan}+{r.alamat}",
        jati=r.jati,
        usia=r.usia,
        hidup=r.hidup,
        hidup_lagi=r.lagi,
        rekam=r.rekam,
        surat=r.surat,
        catatan=r.catatan,
        alamat=r.alamat,
    )
