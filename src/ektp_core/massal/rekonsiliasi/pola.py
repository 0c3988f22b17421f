"""How a decision is worded: cut from the decisions that the core itself makes on a few specimens.

A bulk row differs from the specimen of its kind only in numbers and quoted texts, so that rules, evidence and certainty
are written nowhere a second time.
"""

import re
from datetime import date

import narwhals as nw
from attrs import frozen

from ektp_core.alamat import Lingkungan
from ektp_core.kategori import Kategori
from ektp_core.keputusan import KOLOM_KEPUTUSAN, KeputusanUndangan, keputusan_row
from ektp_core.mutasi import Arah, Meninggal, Mutasi, Pindah
from ektp_core.penduduk import Penduduk
from ektp_core.rekonsiliasi import reconcile
from ektp_core.rekonsiliasi.putuskan import show_place
from ektp_core.tanggal import latest_birth
from ektp_core.undangan import Undangan

_NIK = "3313110101800001"
_SURAT, _RUJUKAN, _DIPAKAI, _NOMOR, _NOMOR_DIPAKAI = (900_000_000 + n for n in (1, 2, 3, 5, 4))
_TULIS = "\ue000"
_DESA = "Pola"

SURAT, NIK, NOMOR, KUTIPAN, TEMPAT = "baris_surat", "nik_bersih", "nomor", "kutipan", "tempat"
TERDAFTAR, MATI, TULIS_MATI, PINDAH, TULIS_PINDAH = (
    "baris_terdaftar",
    "baris_mati",
    "tulis_mati",
    "baris_pindah",
    "tulis_pindah",
)
DIPAKAI, NOMOR_DIPAKAI = "baris_dipakai", "nomor_dipakai"
"""What a pattern leaves open: columns, all text, of the rows that it words."""


@frozen
class Pola:
    """The wording of one kind of decision: its category, rules and certainty, and its evidence with open places."""

    kategori: Kategori
    aturan: str
    pasti: bool
    bukti: tuple[nw.Expr, ...]

    def evidence(self) -> nw.Expr:
        """The evidence of a row."""
        return nw.concat_str(list(self.bukti))


def _cut(k: KeputusanUndangan, kategori: Kategori, terbuka: dict[str, str]) -> Pola:
    if k.kategori is not kategori:
        raise AssertionError(f"contoh untuk {kategori} berakhir di {k.kategori}")
    isi = dict(zip(KOLOM_KEPUTUSAN, keputusan_row(k), strict=True))
    pemisah = "(" + "|".join(re.escape(t) for t in sorted(terbuka, key=len, reverse=True)) + ")"
    bagian = [t for t in re.split(pemisah, isi["BUKTI"]) if t]
    return Pola(
        kategori,
        isi["ATURAN"],
        k.pasti,
        tuple(nw.col(terbuka[t]) if t in terbuka else nw.lit(t) for t in bagian),
    )


def _paper(nomor: int = _NOMOR, baris: int = _SURAT, *, keterangan: str = "", desa: str = "") -> Undangan:
    return Undangan(str(nomor), _NIK, keterangan=keterangan, desa=desa, baris=baris)


class BukuPola:
    """The patterns at a reference date, each from the core's answer for one invented person."""

    def __init__(self, on: date) -> None:
        self._on = on
        self._penduduk = Penduduk(_NIK, tanggal_lahir=latest_birth(on), desa=_DESA, baris=_RUJUKAN)
        angka = {str(_SURAT): SURAT, _NIK: NIK}
        mati = Meninggal(_NIK, None, _RUJUKAN, _TULIS)
        keluar = Pindah(_NIK, None, Arah.KELUAR, _RUJUKAN, _TULIS)
        rujukan = str(_RUJUKAN)
        self.sah = _cut(self._ask(_paper()), Kategori.SAH, angka | {rujukan: TERDAFTAR})
        self.meninggal = _cut(
            self._ask(_paper(), mutasi=(mati,)), Kategori.MENINGGAL, angka | {rujukan: MATI, _TULIS: TULIS_MATI}
        )
        self.pindah = _cut(
            self._ask(_paper(), mutasi=(keluar,)), Kategori.PINDAH, angka | {rujukan: PINDAH, _TULIS: TULIS_PINDAH}
        )
        self.tidak_terdaftar = _cut(self._ask(_paper(), terdaftar=False), Kategori.TIDAK_TERDAFTAR, angka)
        self.catatan = {
            kategori: self._noted(kategori, teks)
            for kategori, teks in (
                (Kategori.MENINGGAL, "meninggal"),
                (Kategori.PINDAH, "pindah"),
                (Kategori.ALAMAT_TIDAK_DIKETAHUI, "alamat tidak diketahui"),
            )
        }
        self.alamat = self._unknown_address(angka)
        self.dobel = self._double()

    def _ask(
        self,
        *surat: Undangan,
        mutasi: tuple[Mutasi, ...] = (),
        wilayah: tuple[Lingkungan, ...] | None = None,
        terdaftar: bool = True,
    ) -> KeputusanUndangan:
        """The decision on the first of the papers."""
        hasil = reconcile(
            penduduk=[self._penduduk] if terdaftar else [],
            undangan=surat,
            mutasi=mutasi,
            wilayah=wilayah,
            on=self._on,
        )
        return hasil.keputusan[0]

    def _noted(self, kategori: Kategori, teks: str) -> Pola:
        return _cut(self._ask(_paper(keterangan=teks)), kategori, {str(_SURAT): SURAT, repr(teks): KUTIPAN})

    def _unknown_address(self, angka: dict[str, str]) -> Pola:
        k = self._ask(_paper(desa="Asing"), wilayah=(Lingkungan(_DESA),))
        return _cut(k, Kategori.ALAMAT_TIDAK_DIKETAHUI, angka | {repr(show_place("Asing", "", "")): TEMPAT})

    def _double(self) -> Pola:
        k = self._ask(_paper(), _paper(_NOMOR_DIPAKAI, _DIPAKAI))
        nomor = {str(_NOMOR): NOMOR, str(_NOMOR_DIPAKAI): NOMOR_DIPAKAI}
        return _cut(k, Kategori.DOBEL, {str(_SURAT): SURAT, str(_DIPAKAI): DIPAKAI, _NIK: NIK} | nomor)
