"""A world on paper: sheets in some order, headers by some synonym, titles, blank rows, totals, hidden rows.

Only here do rows get their place; a truth that hangs on place (an exact tie) is read from it afterwards.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from pathlib import Path
from random import Random

import xlsxwriter
from attrs import define

from .kisah import Baris, Dunia
from .tulisan import Rusak, Sel, write_desa, write_rt

KOLOM: dict[str, tuple[str, ...]] = {
    "PENDUDUK": (
        "NIK", "NAMA", "TGL_LAHIR", "JENIS_KELAMIN", "STATUS_KAWIN", "TGL_KAWIN", "KEWARGANEGARAAN", "ITAP_SAMPAI",
        "NO_KK", "NAMA_IBU", "ALAMAT", "RT", "RW", "DESA",
    ),
    "UNDANGAN": (
        "NO_UNDANGAN", "NIK", "NAMA", "TGL_LAHIR", "ALAMAT", "RT", "RW", "DESA", "TGL_JADWAL", "KETERANGAN",
    ),
    "PEREKAMAN": ("NIK", "TGL_REKAM", "STATUS", "TEMPAT"),
    "PINDAH": ("NIK", "TGL_PINDAH", "ARAH"),
    "MENINGGAL": ("NIK", "TGL_MENINGGAL"),
    "WILAYAH": ("DESA", "RW", "RT"),
}  # fmt: skip

SEBUTAN: dict[str, tuple[str, ...]] = {
    "NIK": ("NIK", "NO. NIK", "No. NIK", "nik"),
    "NAMA": ("NAMA", "NAMA_LGKP", "Nama Lengkap", "Nama"),
    "TGL_LAHIR": ("TGL_LAHIR", "TGL_LHR", "Tgl. Lahir"),
    "JENIS_KELAMIN": ("JENIS_KELAMIN", "JENIS_KLMIN", "Jenis Kelamin"),
    "STATUS_KAWIN": ("STATUS_KAWIN", "STAT_KWN", "Status Kawin"),
    "TGL_KAWIN": ("TGL_KAWIN", "Tgl. Kawin"),
    "KEWARGANEGARAAN": ("KEWARGANEGARAAN", "Kewarganegaraan"),
    "ITAP_SAMPAI": ("ITAP_SAMPAI", "ITAP s/d"),
    "NO_KK": ("NO_KK", "No. KK"),
    "NAMA_IBU": ("NAMA_IBU", "NAMA_LGKP_IBU", "Nama Ibu"),
    "ALAMAT": ("ALAMAT", "Alamat"),
    "RT": ("RT", "NO_RT"),
    "RW": ("RW", "NO_RW"),
    "DESA": ("DESA", "Desa/Kel", "Kelurahan"),
    "NO_UNDANGAN": ("NO_UNDANGAN", "No. Undangan", "NO UNDANGAN"),
    "TGL_JADWAL": ("TGL_JADWAL", "Tgl. Jadwal"),
    "KETERANGAN": ("KETERANGAN", "Ket.", "Keterangan"),
    "TGL_REKAM": ("TGL_REKAM", "Tgl. Rekam"),
    "STATUS": ("STATUS", "Status"),
    "TEMPAT": ("TEMPAT", "Tempat"),
    "TGL_PINDAH": ("TGL_PINDAH", "Tgl. Pindah"),
    "ARAH": ("ARAH", "Arah"),
    "TGL_MENINGGAL": ("TGL_MENINGGAL", "Tgl. Meninggal"),
}

JUDUL = ("PEMERINTAH KABUPATEN WATUGUNUNG", "KECAMATAN SUMBERAGUNG", "DAFTAR NAMA DAN NIK PENDUDUK", "Tahun 2012")
# What an optional column that decides nothing may as well not be there.
TAK_BERPENGARUH = {"PEREKAMAN": ("TEMPAT",), "UNDANGAN": ("ALAMAT", "TGL_JADWAL")}


@define
class Gaya:
    """How untidy a workbook is. The tidy one shows that a failure is not about dirt."""

    judul: bool = True
    sebutan: bool = True
    baris_kosong: float = 0.01
    jumlah: bool = True
    acak: bool = True
    tersembunyi: float = 0.02
    kolom_lain: bool = True
    rumus: float = 0.005
    sejak_1904: bool = False


RAPI = Gaya(
    judul=False, sebutan=False, baris_kosong=0, jumlah=False, acak=False, tersembunyi=0, kolom_lain=False, rumus=0
)


@define
class Tertulis:
    """What was written: for each sheet how many rows that are not blank."""

    dibaca: dict[str, int]


class _Penulis:
    """One workbook being written."""

    def __init__(self, path: Path, rng: Random, gaya: Gaya, tanpa: frozenset[str]) -> None:
        self.buku = xlsxwriter.Workbook(
            str(path), {"constant_memory": rng.random() < 0.5, "date_1904": gaya.sejak_1904}
        )
        self.rng = rng
        self.gaya = gaya
        self.tanpa = tanpa
        self.tanggal = self.buku.add_format({"num_format": "dd/mm/yyyy"})
        self.waktu = self.buku.add_format({"num_format": "dd/mm/yyyy hh:mm"})

    def cell(self, lembar: xlsxwriter.worksheet.Worksheet, r: int, c: int, isi: Sel) -> None:
        if isi is None:
            return
        if isinstance(isi, Rusak):
            lembar.write_formula(r, c, "=NA()", None, str(isi))
        elif isinstance(isi, str) and isi.strip() and self.rng.random() < self.gaya.rumus:
            lembar.write_formula(r, c, f'="{isi}"', None, isi)
        elif isinstance(isi, str):
            lembar.write_string(r, c, isi)
        elif isinstance(isi, datetime):
            lembar.write_datetime(r, c, isi, self.waktu)
        elif isinstance(isi, date):
            lembar.write_datetime(r, c, datetime(isi.year, isi.month, isi.day), self.tanggal)
        else:
            lembar.write_number(r, c, isi)

    def sheet(self, nama: str, rows: list[Baris]) -> int:
        gaya, rng = self.gaya, self.rng
        tab = rng.choice((nama, nama, nama.title(), nama.lower(), f"{nama} ")) if gaya.sebutan else nama
        lembar = self.buku.add_worksheet(tab)
        kolom = [k for k in KOLOM[nama] if k not in self.tanpa]
        if gaya.kolom_lain:
            if rng.random() < 0.3:
                rng.shuffle(kolom)
            kolom = [k for k in kolom if k not in TAK_BERPENGARUH.get(nama, ()) or rng.random() < 0.7]
            kolom.insert(0, "NO")
            if nama == "PENDUDUK":
                kolom.insert(4, "TMPT_LHR")
        r = self._title(lembar) if gaya.judul else 0
        for c, k in enumerate(kolom):
            teks = rng.choice(SEBUTAN[k]) if gaya.sebutan and k in SEBUTAN else k
            lembar.write_string(r, c, teks + (rng.choice(("", " ")) if gaya.sebutan else ""))
        for urut, baris in enumerate(rows, 1):
            r += 1
            while rng.random() < gaya.baris_kosong:
                r += 1
            baris.nomor = r + 1
            for c, k in enumerate(kolom):
                lain: Sel = urut if k == "NO" else "WATUGUNUNG" if k == "TMPT_LHR" else None
                self.cell(lembar, r, c, self._since_1904(k, baris.isi.get(k, lain)))
            if rng.random() < gaya.tersembunyi:
                lembar.set_row(r, None, None, {"hidden": True})
        return len(rows)

    def _since_1904(self, kolom: str, isi: Sel) -> Sel:
        """In a 1904 workbook a bare day number would mean another day: it is written as the date that it meant."""
        if not (self.gaya.sejak_1904 and kolom.startswith(("TGL", "ITAP"))):
            return isi
        if isinstance(isi, (int, float)) or (isinstance(isi, str) and isi.isdigit()):
            return date(1899, 12, 30) + timedelta(days=int(isi))
        return isi

    def stray_sheet(self) -> None:
        """A sheet that is nobody's: the office's own reckoning."""
        lembar = self.buku.add_worksheet("Rekap lama")
        for r in range(6):
            lembar.write_row(r, 0, ["DESA", "JUMLAH", "KET"] if r == 0 else [f"desa {r}", r * 17, "cek lagi"])

    def _title(self, lembar: xlsxwriter.worksheet.Worksheet) -> int:
        banyak = self.rng.choice((0, 2, 3, 5, 19))
        for r in range(min(banyak, len(JUDUL))):
            if self.rng.random() < 0.8:
                lembar.write_string(r, self.rng.choice((0, 0, 2)), JUDUL[r])
        return banyak


def _totals(w: Dunia, nama: str, rng: Random, gaya: Gaya) -> None:
    kolom = next(k for k in KOLOM[nama] if k in ("NAMA", "NO_UNDANGAN", "DESA", "NIK"))
    if gaya.kolom_lain and rng.random() < 0.4:
        kolom = "NO"
    lain = next(k for k in reversed(KOLOM[nama]) if k != kolom)
    banyak = sum(b.lembar == nama for b in w.baris)
    w.tambah("kotoran/JUMLAH", nama, {kolom: "JUMLAH", lain: banyak}, galat=True)


def _signature(w: Dunia, nama: str) -> None:
    # Below a table of addresses a name would read as one more desa.
    if nama != "WILAYAH":
        w.tambah("kotoran/tanda tangan", nama, {KOLOM[nama][-1]: "Camat Sumberagung"}, galat=True)


def _repeat_some(w: Dunia, rng: Random) -> None:
    """Registers hold the same line twice now and then; that changes nothing."""
    for baris in list(w.baris):
        if baris.lembar in ("PEREKAMAN", "PINDAH", "MENINGGAL") and rng.random() < 0.02:
            w.baris.append(Baris(baris.lembar, dict(baris.isi), baris.kisah, baris.galat))


def write_buku(w: Dunia, path: Path, gaya: Gaya | None = None) -> Tertulis:
    """Write the world; every row learns its place."""
    gaya = gaya or Gaya()
    rng = Random(w.rng.random())
    if w.wilayah_ada and not any(b.lembar == "WILAYAH" for b in w.baris):
        for desa, rw, rt in w.cipta.wilayah:
            isi: dict[str, Sel] = {"DESA": write_desa(rng, desa), "RW": write_rt(rng, rw), "RT": write_rt(rng, rt)}
            w.tambah("wilayah", "WILAYAH", isi)
    names = [n for n in KOLOM if n != "WILAYAH" or w.wilayah_ada]
    if gaya.acak:
        _repeat_some(w, rng)
        rng.shuffle(names)
        rng.shuffle(w.baris)
    if gaya.jumlah:
        for nama in names:
            if rng.random() < 0.7:
                _totals(w, nama, rng, gaya)
            if rng.random() < 0.3:
                _signature(w, nama)
    penulis = _Penulis(path, rng, gaya, w.tanpa_kolom)
    dibaca = {nama: penulis.sheet(nama, [b for b in w.baris if b.lembar == nama]) for nama in names}
    if gaya.kolom_lain:
        penulis.stray_sheet()
    penulis.buku.close()
    return Tertulis(dibaca)
