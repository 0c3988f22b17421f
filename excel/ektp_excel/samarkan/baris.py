"""One row of the original -> one row of the copy, field by field. What each field may keep is decided here."""

from collections.abc import Callable, Iterable, Iterator
from datetime import date
from random import Random

from attrs import frozen

from ektp_core.alamat import normalize_desa
from ektp_core.dobel import traits_of_penduduk
from ektp_core.masukan import LAINNYA, clean_text, is_total_row
from ektp_core.mutasi import is_clear_arah, read_arah
from ektp_core.nik import clean_nik
from ektp_core.penduduk import (
    Kewarganegaraan,
    Penduduk,
    StatusKawin,
    read_jenis_kelamin,
    read_kewarganegaraan,
    read_status_kawin,
)
from ektp_core.perekaman import Perekaman
from ektp_core.tulisan import strip_invisible
from ektp_excel.samarkan.kata import Penyamar
from ektp_excel.samarkan.nomor import PetaNomor
from ektp_excel.samarkan.tanggal import BacaTanggal, PetaLahir, PetaPeristiwa

Baris = dict[str, object]
NOMOR = ("NIK", "NO_KK")
LAHIR = ("TGL_LAHIR",)
PERISTIWA = ("TGL_KAWIN", "TGL_REKAM", "TGL_PINDAH", "TGL_MENINGGAL", "TGL_JADWAL")
BERNAMA = ("NAMA", "NAMA_IBU")
_JUMLAH = "JUMLAH"
_NIK = "3313110101800001"
_KATA_BAKU: dict[str, Callable[[str], bool]] = {
    "JENIS_KELAMIN": lambda t: read_jenis_kelamin(t) is not None,
    "STATUS_KAWIN": lambda t: read_status_kawin(t) is not StatusKawin.TIDAK_TERBACA,
    "KEWARGANEGARAAN": lambda t: read_kewarganegaraan(t) is not Kewarganegaraan.TIDAK_TERBACA,
    "STATUS": lambda t: Perekaman(_NIK, date.min, t).dikenal,
}
"""Columns of coded words, and whether the core knows the word: then it says nothing of a person, and stays."""


@frozen
class Penyalin:
    """Everything that stands for something else, and the rewriting of rows by it."""

    lahir: BacaTanggal
    peristiwa: BacaTanggal
    peta_lahir: PetaLahir
    peta_peristiwa: PetaPeristiwa
    peta_itap: PetaPeristiwa
    nomor: PetaNomor
    kata: Penyamar
    desa: frozenset[str]
    acak: Random

    def rows(self, lembar: str, baris: Iterable[tuple[int, Baris]]) -> Iterator[tuple[int, Baris]]:
        """The rows of a sheet, each under its own number."""
        for nomor, isi in baris:
            jumlah = is_total_row(isi)
            yield nomor, {k: self._cell(k, v, jumlah) for k, v in isi.items()}

    def _cell(self, kolom: str, nilai: object, jumlah: bool) -> object:
        if nilai is None or nilai == "" or isinstance(nilai, bool):
            return nilai
        if jumlah and isinstance(nilai, str) and is_total_row({kolom: nilai}):
            return _JUMLAH
        if isinstance(nilai, str) and not any(h.isalnum() for h in nilai):
            return nilai
        if kolom in NOMOR:
            return self.nomor.rewrite(nilai, kartu=kolom == "NO_KK")
        if kolom in LAHIR:
            return self.lahir.rewrite(nilai, self.peta_lahir, self.acak)
        if kolom in PERISTIWA:
            return self.peristiwa.rewrite(nilai, self.peta_peristiwa, self.acak)
        if kolom == "ITAP_SAMPAI":
            return self.peristiwa.rewrite(nilai, self.peta_itap, self.acak)
        return self._text(kolom, nilai)

    def _text(self, kolom: str, nilai: object) -> object:
        if isinstance(nilai, str) and (tampak := strip_invisible(nilai)) != nilai:
            # A mark inside a word would make two words of it; it stays in the cell, behind the others' letters.
            return f"{self._text(kolom, tampak)}{''.join(h for h in nilai if not strip_invisible(h))}"
        match kolom:
            case "NAMA" | "NAMA_IBU":
                return nilai if kolom == "NAMA_IBU" and not _mother(nilai) else self.kata.name(nilai)
            case "ALAMAT":
                return self.kata.street(nilai) if _street(nilai) else nilai
            case "KETERANGAN":
                return self.kata.note(nilai)
            case "DESA":
                return nilai if self._keeps_desa(nilai) else self.kata.street(nilai)
            case "RT" | "RW":
                return nilai
            case "NO_UNDANGAN":
                return self.nomor.rewrite(nilai) if clean_nik(nilai) else nilai
            case "ARAH":
                return self._direction(nilai)
            case x if x == LAINNYA:
                return "isi lain"
            case x if x in _KATA_BAKU:
                return (
                    nilai
                    if not isinstance(nilai, str) or _KATA_BAKU[x](clean_text(nilai))
                    else self.kata.unknown(nilai)
                )
            case _:
                return self.kata.street(nilai)

    def _keeps_desa(self, nilai: object) -> bool:
        return not isinstance(nilai, str) or normalize_desa(nilai) in self.desa

    def _direction(self, nilai: object) -> object:
        if not isinstance(nilai, str) or is_clear_arah(nilai):
            return nilai
        baru = self.kata.street(nilai)
        sama = isinstance(baru, str) and read_arah(baru) is read_arah(nilai) and not is_clear_arah(baru)
        return baru if sama else "?"


def _mother(nilai: object) -> bool:
    """Whether the core takes the text for a mother's name, and not for "not known"."""
    return isinstance(nilai, str) and bool(traits_of_penduduk(Penduduk(_NIK, "X", nama_ibu=nilai)).ibu)


def _street(nilai: object) -> bool:
    """Whether the core takes the text for an address, and not for "not known"."""
    return (
        not isinstance(nilai, str)
        or traits_of_penduduk(Penduduk(_NIK, "X", alamat=nilai, rt="1", rw="1", desa="X")).alamat is not None
    )
