"""The invitations: one for each invited person in list order, then those sent later, with the truth of each."""

from collections.abc import Mapping
from datetime import date, timedelta
from random import Random

from attrs import evolve

from ektp_excel.contoh import catatan
from ektp_excel.contoh.desa import DESA
from ektp_excel.contoh.kotoran import misspell, soil_desa, soil_name, space_nik, spell_date, to_serial
from ektp_excel.contoh.nomor import to_number
from ektp_excel.contoh.orang import Orang, Surat
from ektp_excel.contoh.panggung import Panggung

Jadwal = Mapping[tuple[int, int], date]
_EKSPONEN = "3,31311E+15"
_TANPA_LAHIR = ("numerik_tanpa_lahir", "kosong_galat", "eksponen_galat", "rusak_galat")
_RUSAK = ("12345", "belum ada", "3313-?", "XXXXXXXXXXXXXXXX")


def make_undangan(p: Panggung, jadwal: Jadwal) -> tuple[list[Surat], int]:
    """All papers in the order of the sheet, and at which of them the later list begins."""
    orang = [o for o in (*p.penduduk, *p.luar) if o.diundang or o.surat_utama]
    orang.sort(key=lambda o: (o.desa, o.rw, o.rt))
    penulis = _Penulis(p.acak, jadwal)
    utama: list[Surat] = []
    nanti: list[tuple[Orang, str, Surat]] = []
    for o in orang:
        surat = penulis.write(o, o.surat_utama, f"470/{len(utama) + 1}/2012")
        utama.append(surat)
        for jenis in o.surat_lain:
            nanti.append((o, jenis, surat))
    sama = {id(s): penulis.repeat(s) for _, jenis, s in nanti if jenis == "sama"}
    hasil = [s for surat in utama for s in (surat, sama.get(id(surat))) if s]
    nomor, batas = len(utama), len(hasil)
    for o, jenis, surat in nanti:
        if jenis == "sama_jauh":
            hasil.append(penulis.repeat(surat))
        elif jenis != "sama":
            nomor += 1
            hasil.append(penulis.add(o, jenis, f"470/{nomor}/2012", surat))
    for s in hasil:
        if s.kategori == "GALAT":
            p.count_galat("UNDANGAN")
    return hasil, batas


class _Penulis:
    """Writes papers as the clerks did."""

    def __init__(self, acak: Random, jadwal: Jadwal) -> None:
        self._acak = acak
        self._jadwal = jadwal

    def write(self, o: Orang, jenis: str, nomor: str) -> Surat:
        """The first paper of a person, with what is wrong with it."""
        surat = self._clean(o, nomor)
        if not jenis:
            self._soil(surat, o)
        elif jenis == "nik_kedua":
            surat.nik = surat.nik_dipakai = o.nik_kedua
        elif jenis == "alamat_asing":
            self._misplace(surat, o)
        elif jenis.startswith("nik_salah"):
            surat.nik, surat.diperbaiki = o.nik_salah, jenis == "nik_salah"
            if jenis == "nik_salah_kurang":
                surat.lahir, surat.kategori, surat.nik_dipakai = None, "TIDAK_TERDAFTAR", o.nik_salah
        else:
            self._damage(surat, o, jenis)
        return surat

    def add(self, o: Orang, jenis: str, nomor: str, pertama: Surat) -> Surat:
        """A further paper: the double of the first, or the one that is kept in its stead."""
        surat = self._clean(o, nomor)
        surat.jadwal = date(2012, 7, 2) + timedelta(days=int(self._acak.random() * 50))
        surat.catatan = catatan.pick(self._acak, catatan.DOBEL) if self._acak.random() < 0.62 else None
        if jenis == "utuh_menang":
            surat.catatan = None
            pertama.kategori, pertama.kepada, pertama.pasti = "DOBEL", surat, True
            return surat
        surat.kategori, surat.kepada, surat.pasti = "DOBEL", pertama, True
        if jenis == "nik_kedua":
            surat.nik = surat.nik_dipakai = o.nik_kedua
        elif jenis == "nik_salah":
            surat.nik, surat.diperbaiki = o.nik_salah, True
        elif jenis == "kosong":
            surat.nik, surat.diperbaiki = None, True
        elif jenis == "catatan_pindah":
            surat.catatan = catatan.pick(self._acak, catatan.PINDAH)
        else:
            self._soil(surat, o)
        return surat

    def repeat(self, surat: Surat) -> Surat:
        """The very same row once more."""
        return evolve(surat, kategori="DOBEL", pasti=True, kepada=surat)

    def _clean(self, o: Orang, nomor: str) -> Surat:
        return Surat(o, nomor, o.nik, o.nama.upper(), date.fromordinal(o.lahir), o.alamat, f"{o.rt:03d}", f"{o.rw:03d}",
                     DESA[o.desa].nama, self._jadwal.get((o.desa, o.rw)), o.catatan or None, o.kategori, o.pasti,
                     o.nik)  # fmt: skip

    def _soil(self, surat: Surat, o: Orang) -> None:
        """What hurts nothing: spelling, case, a missing part, a remark."""
        r = self._acak.random()
        if r < 0.012:
            surat.nik = space_nik(self._acak, o.nik)
        elif r < 0.035:
            surat.nama = soil_name(self._acak, o)
        elif r < 0.075:
            hari = date.fromordinal(o.lahir)
            surat.lahir = spell_date(self._acak, hari) if r < 0.073 else to_serial(hari)
        elif r < 0.09:
            surat.desa = soil_desa(self._acak, DESA[o.desa].nama)
        elif r < 0.10:
            surat.rt, surat.rw = (o.rt, o.rw) if r < 0.095 else (None, None)
        elif r < 0.11:
            surat.lahir = None
        elif r < 0.13 and surat.catatan is None:
            surat.catatan = catatan.pick(self._acak, catatan.NETRAL)

    def _misplace(self, surat: Surat, o: Orang) -> None:
        """An address that the desa does not have."""
        r = self._acak.random()
        if r < 0.5:
            surat.rt = f"{8 + int(r * 8):03d}"
        elif r < 0.9:
            surat.rw = f"{DESA[o.desa].jumlah_rw + 1 + int(r * 5):03d}"
        else:
            surat.desa, surat.rw = "Palur", f"{o.rw:03d}"

    def _damage(self, surat: Surat, o: Orang, jenis: str) -> None:
        """A NIK that is gone; with `_galat` in the kind, so is what would find the person again."""
        surat.diperbaiki = True
        if jenis.startswith("numerik"):
            surat.nik = to_number(o.nik)
        else:
            surat.nik = {"eksponen": _EKSPONEN, "rusak": _RUSAK[int(self._acak.random() * 4)]}.get(jenis.split("_")[0])
        if jenis.endswith("_galat"):
            surat.diperbaiki, surat.kategori, surat.nik_dipakai, surat.pasti = False, "GALAT", "", True
        if jenis == "salah_eja_galat":
            surat.nama = misspell(o.nama)
        elif jenis in _TANPA_LAHIR and not o.senama:
            surat.lahir = None
        elif not jenis.endswith("_galat") and self._acak.random() < 0.3:
            surat.nama = soil_name(self._acak, o)
