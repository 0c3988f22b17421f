"""EKTP_REKON, EKTP_TERCECER, EKTP_PENYISIRAN and EKTP_REKAP_DESA: `reconcile` on tables, and its lists as tables.

Each answer has its header row. The lists refuse a table that holds a GALAT; EKTP_REKON answers row by row.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeVar

from attrs import frozen

from ektp_core.galat import EktpError, Galat
from ektp_core.kategori import Kategori
from ektp_core.keputusan import KeputusanUndangan
from ektp_core.masukan import (
    clean_text,
    read_meninggal,
    read_penduduk,
    read_perekaman,
    read_pindah,
    read_undangan,
    read_wilayah,
)
from ektp_core.mutasi import LEMBAR_MENINGGAL, LEMBAR_PINDAH
from ektp_core.penduduk import LEMBAR as LEMBAR_PENDUDUK
from ektp_core.penyisiran import sweep
from ektp_core.perekaman import LEMBAR as LEMBAR_PEREKAMAN
from ektp_core.rekonsiliasi import Hasil, reconcile
from ektp_core.rekonsiliasi.hasil import RekapDesa
from ektp_core.undangan import LEMBAR as LEMBAR_UNDANGAN
from ektp_excel.fungsi.bentuk import Jawaban, Rentang, formula, take_one
from ektp_excel.fungsi.cakupan import show_ratio
from ektp_excel.fungsi.nilai import require_per
from ektp_excel.fungsi.tabel import Tabel, read_table

JUDUL_REKON = ("NO_UNDANGAN", "NIK_DIPAKAI", "KATEGORI", "ATURAN", "BUKTI", "RUJUKAN", "PASTI")
JUDUL_TERCECER = ("NIK", "NAMA", "DESA", "RW", "RT")
JUDUL_PENYISIRAN = ("DESA", "RW", "RT", "NIK", "NAMA", "SEBAB")
JUDUL_REKAP = ("DESA", "WAJIB", "TEREKAM", "BELUM", "CAKUPAN")
JUMLAH = "JUMLAH"
_ATURAN_GALAT = "UNDANGAN-00"

_T = TypeVar("_T")


@formula
def rekon(
    undangan: Rentang | None = None,
    penduduk: Rentang | None = None,
    per: Rentang | None = None,
    perekaman: Rentang | None = None,
    pindah: Rentang | None = None,
    meninggal: Rentang | None = None,
    wilayah: Rentang | None = None,
    *,
    sistem_1904: bool = False,
) -> Jawaban:
    """One row for each invitation, in the order of the table."""
    on = require_per(take_one(per, "per"), sistem_1904=sistem_1904)
    masukan = _read(undangan, penduduk, perekaman, pindah, meninggal, wilayah)
    hasil = masukan.reconcile(on, sistem_1904)
    keputusan = {k.undangan.baris: k for k in hasil.keputusan}
    galat = {g.baris: g for g in hasil.galat if g.lembar == LEMBAR_UNDANGAN}
    return [
        list(JUDUL_REKON),
        *(
            _decision_row(keputusan[nomor]) if nomor in keputusan else _galat_row(isi, galat[nomor])
            for nomor, isi in zip(masukan.undangan.baris, masukan.undangan.isi, strict=True)
        ),
    ]


@formula
def tercecer(
    undangan: Rentang | None = None,
    penduduk: Rentang | None = None,
    per: Rentang | None = None,
    perekaman: Rentang | None = None,
    pindah: Rentang | None = None,
    meninggal: Rentang | None = None,
    *,
    sistem_1904: bool = False,
) -> Jawaban:
    """The people of the base, not recorded, who were never invited."""
    hasil = _reconcile_whole(undangan, penduduk, per, perekaman, pindah, meninggal, sistem_1904)
    return [list(JUDUL_TERCECER), *(_cells(b.nik, b.nama, b.desa, b.rw, b.rt) for b in sweep(hasil.tercecer))]


@formula
def penyisiran(
    undangan: Rentang | None = None,
    penduduk: Rentang | None = None,
    per: Rentang | None = None,
    perekaman: Rentang | None = None,
    pindah: Rentang | None = None,
    meninggal: Rentang | None = None,
    *,
    sistem_1904: bool = False,
) -> Jawaban:
    """The people of the base who are not recorded, in walking order, with why."""
    hasil = _reconcile_whole(undangan, penduduk, per, perekaman, pindah, meninggal, sistem_1904)
    return [
        list(JUDUL_PENYISIRAN),
        *(_cells(b.desa, b.rw, b.rt, b.nik, b.nama, b.sebab.value) for b in sweep(hasil.belum)),
    ]


@formula
def rekap_desa(
    undangan: Rentang | None = None,
    penduduk: Rentang | None = None,
    per: Rentang | None = None,
    perekaman: Rentang | None = None,
    pindah: Rentang | None = None,
    meninggal: Rentang | None = None,
    *,
    sistem_1904: bool = False,
) -> Jawaban:
    """Wajib, recorded and not yet for each desa, and the total."""
    hasil = _reconcile_whole(undangan, penduduk, per, perekaman, pindah, meninggal, sistem_1904)
    jumlah = RekapDesa(JUMLAH, hasil.wajib.neto, hasil.terekam, hasil.belum_terekam)
    return [
        list(JUDUL_REKAP),
        *(_cells(d.desa, d.wajib, d.terekam, d.belum, show_ratio(d.cakupan)) for d in (*hasil.desa, jumlah)),
    ]


@frozen
class Masukan:
    """The tables of one call; an optional table that was omitted is None."""

    undangan: Tabel
    penduduk: Tabel
    perekaman: Tabel | None
    pindah: Tabel | None
    meninggal: Tabel | None
    wilayah: Tabel | None

    def refuse_galat(self) -> None:
        """Refuse a table in which a function has answered GALAT."""
        for tabel in (self.undangan, self.penduduk, self.perekaman, self.pindah, self.meninggal):
            if tabel is not None:
                tabel.refuse_galat()

    def reconcile(self, on: date, sistem_1904: bool) -> Hasil:
        """The core's readers, then the core's reconciliation."""
        galat: list[Galat] = []

        def keep(terbaca: tuple[list[_T], list[Galat]]) -> list[_T]:
            galat.extend(terbaca[1])
            return terbaca[0]

        undangan, penduduk = self.undangan, self.penduduk
        rekam, pindah, mati = (_or_empty(t) for t in (self.perekaman, self.pindah, self.meninggal))
        return reconcile(
            undangan=keep(read_undangan(undangan.isi, on=on, baris=undangan.baris, sistem_1904=sistem_1904)),
            penduduk=keep(read_penduduk(penduduk.isi, on=on, baris=penduduk.baris, sistem_1904=sistem_1904)),
            perekaman=keep(read_perekaman(rekam.isi, on=on, baris=rekam.baris, sistem_1904=sistem_1904)),
            mutasi=[
                *keep(read_pindah(pindah.isi, on=on, baris=pindah.baris, sistem_1904=sistem_1904)),
                *keep(read_meninggal(mati.isi, on=on, baris=mati.baris, sistem_1904=sistem_1904)),
            ],
            wilayah=keep(read_wilayah(self.wilayah.isi, baris=self.wilayah.baris)) if self.wilayah else None,
            galat=galat,
            on=on,
        )


def _or_empty(tabel: Tabel | None) -> Tabel:
    return tabel or Tabel("", (), ())


def _read(
    undangan: Rentang | None,
    penduduk: Rentang | None,
    perekaman: Rentang | None,
    pindah: Rentang | None,
    meninggal: Rentang | None,
    wilayah: Rentang | None = None,
) -> Masukan:
    return Masukan(
        _require(undangan, LEMBAR_UNDANGAN),
        _require(penduduk, LEMBAR_PENDUDUK),
        read_table(perekaman, LEMBAR_PEREKAMAN),
        read_table(pindah, LEMBAR_PINDAH),
        read_table(meninggal, LEMBAR_MENINGGAL),
        read_table(wilayah, "WILAYAH"),
    )


def _require(rentang: Rentang | None, nama: str) -> Tabel:
    tabel = read_table(rentang, nama)
    if tabel is None:
        raise EktpError(f"isi tabel {nama.lower()} dengan baris judulnya")
    return tabel


def _reconcile_whole(
    undangan: Rentang | None,
    penduduk: Rentang | None,
    per: Rentang | None,
    perekaman: Rentang | None,
    pindah: Rentang | None,
    meninggal: Rentang | None,
    sistem_1904: bool,
) -> Hasil:
    on = require_per(take_one(per, "per"), sistem_1904=sistem_1904)
    masukan = _read(undangan, penduduk, perekaman, pindah, meninggal)
    masukan.refuse_galat()
    return masukan.reconcile(on, sistem_1904)


def _decision_row(k: KeputusanUndangan) -> list[object]:
    return [
        k.undangan.nomor,
        k.nik_dipakai,
        k.kategori.value,
        _join(k.aturan, ", "),
        _join(k.bukti, "; "),
        k.rujukan,
        "YA" if k.pasti else "BELUM",
    ]


def _galat_row(isi: Mapping[str, object], g: Galat) -> list[object]:
    nomor = clean_text(isi.get("NO_UNDANGAN"))
    return [nomor, "", Kategori.GALAT.value, _ATURAN_GALAT, str(g), "", ""]


def _cells(*nilai: object) -> list[object]:
    return list(nilai)


def _join(semua: Iterable[object], pemisah: str) -> str:
    return pemisah.join(map(str, semua))
