"""The order of the steps: sheets made ready, the rest told apart, the rest by the core, the bulk by expressions."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from functools import lru_cache, partial
from typing import Any, NamedTuple

import narwhals as nw
from attrs import frozen

from ektp_core.alamat import LEMBAR as LEMBAR_WILAYAH
from ektp_core.alamat import DaftarAlamat, Lingkungan, normalize_number
from ektp_core.keputusan import KOLOM_KEPUTUSAN, keputusan_row
from ektp_core.massal.mesin import URUT, Mesin, Rangka, Skema
from ektp_core.massal.rekonsiliasi import pola
from ektp_core.massal.rekonsiliasi.baca import BARIS, Lembaran, Tulisan, attach, list_writings, open_sheet
from ektp_core.massal.rekonsiliasi.borongan import Borongan
from ektp_core.massal.rekonsiliasi.lembar import (
    Siap,
    make_empty,
    prepare_meninggal,
    prepare_penduduk,
    prepare_perekaman,
    prepare_pindah,
    prepare_undangan,
)
from ektp_core.massal.rekonsiliasi.pilah import Pemilah, SemuaLembar, known
from ektp_core.massal.rekonsiliasi.sisa import BarisBernomor, Letak, Sisa, read_rest
from ektp_core.masukan import clean_text, read_wilayah
from ektp_core.rekonsiliasi.desa import NamaDesa
from ektp_core.rekonsiliasi.hasil import Hasil
from ektp_core.rekonsiliasi.putuskan import show_place

_TEMPAT = ["DESA", "RW", "RT"]
_SKEMA_TEMPAT: Skema = {
    "desa_surat": nw.String,
    "rw_surat": nw.String,
    "rt_surat": nw.String,
    "dikenal": nw.Boolean,
    pola.TEMPAT: nw.String,
}


_clean_desa = lru_cache(maxsize=4096, typed=True)(clean_text)
"""The same few desa, with every RT of theirs."""


@frozen
class Jalan:
    """What a run leaves: every paper with its decision (and `dasar`, for the bulk), the residents of the bulk, and the rest."""

    mesin: Mesin
    borongan: Rangka
    orang: Rangka
    sisa: Hasil
    keputusan: Rangka


def run(
    mesin: Mesin,
    penduduk: Any,
    undangan: Any,
    perekaman: Any,
    pindah: Any,
    meninggal: Any,
    wilayah: Any,
    *,
    on: date,
    bawa: tuple[str, ...],
) -> Jalan:
    """All the steps on frames of one engine; what is not given is None."""
    semua = SemuaLembar(
        *mesin.together(
            lambda: prepare_penduduk(mesin, penduduk, on),
            lambda: prepare_undangan(mesin, undangan, bawa),
            lambda: make_empty(mesin, "rekam") if perekaman is None else prepare_perekaman(mesin, perekaman, on),
            lambda: make_empty(mesin, "domisili") if pindah is None else prepare_pindah(mesin, pindah, on),
            lambda: make_empty(mesin, "mati") if meninggal is None else prepare_meninggal(mesin, meninggal, on),
        )
    )
    pemilah = Pemilah(mesin, semua, on)
    niks = pemilah.find()
    alamat = None if wilayah is None else _read_wilayah(mesin, wilayah)
    p, u, r, k, m = mesin.together(*(partial(_fetch_rest, mesin, s, niks) for s in semua))
    sisa = Sisa(read_rest(p, u, r, k, m, on=on), alamat, on)
    return _decide(mesin, semua, Borongan(mesin, semua, niks, on), pemilah.bersurat_banyak, sisa, alamat, bawa)


def _decide(
    mesin: Mesin,
    semua: SemuaLembar,
    borongan: Borongan,
    bersurat_banyak: Rangka,
    sisa: Sisa,
    alamat: Sequence[Lingkungan] | None,
    bawa: tuple[str, ...],
) -> Jalan:
    surat = semua.undangan.isi.cut(mesin.keep_light(borongan.without_rest(semua.undangan)))
    terdaftar = semua.penduduk.isi
    ber_nik = terdaftar.cut(known(terdaftar.rangka))
    tertulis, desa = mesin.together(
        lambda: list_writings(mesin, surat, _TEMPAT), lambda: list_writings(mesin, ber_nik, ["DESA"])
    )
    tempat = [(t, _Tempat.read(*t.nilai)) for t in tertulis]
    nama = _name_desa(sisa, alamat, desa, tempat)
    daftar = DaftarAlamat(alamat) if alamat else None
    surat = attach(mesin, surat, _TEMPAT, _SKEMA_TEMPAT, [(t, x.as_row(nama, daftar)) for t, x in tempat])
    surat = surat.replace(mesin.keep_light(surat.rangka))
    terdaftar = terdaftar.cut(borongan.without_rest(semua.penduduk))
    tampil = [(t, (nama.show(clean_text(*t.nilai)),)) for t in desa]
    berdesa = attach(mesin, terdaftar, ["DESA"], {"desa_tampil": nw.String}, tampil)
    # What is shown of a resident's desa is asked only for a paper without one.
    dicari = terdaftar if all(x.desa for _, x in tempat) else berdesa
    putusan = borongan.decide(surat.rangka, dicari.rangka, bersurat_banyak, nama.show(""), bawa)
    hasil = sisa.decide(nama)
    kolom = [URUT, *KOLOM_KEPUTUSAN, *bawa]
    lain = _rest_rows(mesin, semua.undangan.asal, hasil, bawa)
    keputusan = nw.concat([putusan.select(*kolom), lain.select(*kolom)], how="vertical")
    return Jalan(mesin, putusan, borongan.people(berdesa.rangka), hasil, keputusan)


class _Tempat(NamedTuple):
    """The place that an invitation gives, as the core reads it."""

    desa: str
    rw: str
    rt: str

    @classmethod
    def read(cls, desa: object, rw: object, rt: object) -> "_Tempat":
        return cls(_clean_desa(desa), normalize_number(rw), normalize_number(rt))

    def as_row(self, nama: NamaDesa, daftar: DaftarAlamat | None) -> Sequence[object]:
        dikenal = daftar is None or daftar.knows(*self)
        tampil = nama.show(self.desa) if self.desa else None
        return tampil, self.rw, self.rt, dikenal, "" if dikenal else repr(show_place(*self))


def _name_desa(
    sisa: Sisa,
    alamat: Sequence[Lingkungan] | None,
    penduduk: Sequence[Tulisan],
    surat: Sequence[tuple[Tulisan, _Tempat]],
) -> NamaDesa:
    """The shown name of each desa: by every used row of the whole, the rest among them."""
    tertulis = sisa.count_desa_of_lost_digits()
    for t in penduduk:
        tertulis[clean_text(*t.nilai)] += t.banyak
    undangan = sisa.count_desa_of_papers()
    for t, tempat in surat:
        undangan[tempat.desa] += t.banyak
    # A Counter is taken as the counts that it holds.
    return NamaDesa(Counter(x.desa for x in alamat or ()), tertulis, undangan)


def _read_wilayah(mesin: Mesin, native: Any) -> list[Lingkungan]:
    isi = open_sheet(mesin, LEMBAR_WILAYAH, native, _TEMPAT, "DESA")
    kolom = list(isi.jenis)
    rows = sorted(mesin.fetch(isi.rangka.select(URUT, *kolom)), key=lambda r: int(r[0]))
    return read_wilayah([dict(zip(kolom, r[1:], strict=True)) for r in rows])[0]


def _fetch_rest(mesin: Mesin, siap: Siap, niks: Rangka) -> BarisBernomor:
    """The rows of a sheet that belong to the rest, as written, in the order of the sheet."""
    tanpa = siap.rangka.filter(nw.col("k").is_null() & (siap.keep_without_nik | ~nw.col("puluh").is_null()))
    bagian = [tanpa.select(URUT), siap.rangka.join(niks, on="k", how="semi").select(URUT)]
    urut = nw.concat(bagian, how="vertical")
    kolom = list(siap.asal.jenis)
    rows = mesin.fetch(mesin.pick(siap.asal.rangka, urut).select(URUT, BARIS, *kolom))
    rows.sort(key=lambda r: int(r[0]))
    isi: list[Mapping[str, Any]] = [dict(zip(kolom, r[2:], strict=True)) for r in rows]
    return [Letak(r[1], r[0]) for r in rows], isi


def _rest_rows(mesin: Mesin, undangan: Lembaran, hasil: Hasil, bawa: Sequence[str]) -> Rangka:
    rows = []
    for k in hasil.keputusan:
        letak = k.undangan.baris
        assert isinstance(letak, Letak)
        rows.append((letak.urut, int(letak), *keputusan_row(k)[1:]))
    skema: Skema = {URUT: nw.Int64, BARIS: nw.Int64, **dict.fromkeys(KOLOM_KEPUTUSAN[1:], nw.String)}
    lain = mesin.small(skema, rows)
    return lain.join(undangan.rangka.select(URUT, *bawa), on=URUT, how="inner") if bawa else lain
