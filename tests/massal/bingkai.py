"""One table as frames of an engine, and what the core says of exactly what stands in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

import polars as pl
from attrs import frozen

from ektp_core import (
    Hasil,
    read_meninggal,
    read_penduduk,
    read_perekaman,
    read_pindah,
    read_undangan,
    read_wilayah,
    reconcile,
)
from ektp_core.keputusan import KOLOM_KEPUTUSAN, keputusan_row
from ektp_core.massal import HasilMassal, reconcile_with_figures

LEMBAR = ("penduduk", "undangan", "perekaman", "pindah", "meninggal", "wilayah")
KOLOM = {
    "penduduk": (
        "NIK NAMA TGL_LAHIR JENIS_KELAMIN STATUS_KAWIN TGL_KAWIN KEWARGANEGARAAN ITAP_SAMPAI NO_KK NAMA_IBU ALAMAT RT RW DESA"
    ),
    "undangan": "NO_UNDANGAN NIK NAMA TGL_LAHIR ALAMAT RT RW DESA TGL_JADWAL KETERANGAN",
    "perekaman": "NIK TGL_REKAM STATUS TEMPAT",
    "pindah": "NIK TGL_PINDAH ARAH",
    "meninggal": "NIK TGL_MENINGGAL",
    "wilayah": "DESA RW RT",
}
Kotak = dict[str, list[Any]]
Buat = Callable[[Kotak, Mapping[str, type]], Any]


def as_text(sel: object) -> str | None:
    """A cell as an export to text would write it."""
    if sel is None:
        return None
    if isinstance(sel, datetime):
        return sel.isoformat(" ")
    return sel.isoformat() if isinstance(sel, date) else str(sel)


@frozen
class Dunia:
    """The columns of each sheet (None: there is no such sheet), each column of one type."""

    on: date
    lembar: Mapping[str, Kotak | None]
    jenis: Mapping[str, Mapping[str, type]]

    @classmethod
    def of(
        cls,
        on: date,
        rows: Mapping[str, Sequence[Mapping[str, object]] | None],
        *,
        bertipe: bool = False,
        tanpa: frozenset[str] = frozenset(),
    ) -> Dunia:
        """A table's rows; `bertipe`: columns of dates alone stay dates; `tanpa`: columns that no sheet has."""
        lembar: dict[str, Kotak | None] = {}
        jenis: dict[str, dict[str, type]] = {}
        for nama in LEMBAR:
            isi = rows[nama]
            if isi is None:
                lembar[nama] = None
                continue
            kotak: Kotak = {}
            jenis[nama] = {}
            for kolom in KOLOM[nama].split():
                if kolom in tanpa:
                    continue
                sel = [r.get(kolom) for r in isi]
                tipe = _type_of(sel) if bertipe else str
                kotak[kolom] = sel if tipe is not str else [as_text(s) for s in sel]
                jenis[nama][kolom] = tipe
            lembar[nama] = kotak
        return cls(on, lembar, jenis)

    def rows(self, nama: str) -> list[dict[str, Any]]:
        """The rows of a sheet."""
        kotak = self.lembar[nama] or {}
        banyak = len(next(iter(kotak.values()), ()))
        return [{k: v[i] for k, v in kotak.items()} for i in range(banyak)]

    def by_core(self) -> Hasil:
        """The answer of the core."""
        p, g1 = read_penduduk(self.rows("penduduk"), on=self.on)
        u, g2 = read_undangan(self.rows("undangan"), on=self.on)
        r, g3 = read_perekaman(self.rows("perekaman"), on=self.on)
        k, g4 = read_pindah(self.rows("pindah"), on=self.on)
        m, g5 = read_meninggal(self.rows("meninggal"), on=self.on)
        wilayah = None if self.lembar["wilayah"] is None else read_wilayah(self.rows("wilayah"))[0]
        galat = [*g1, *g2, *g3, *g4, *g5]
        return reconcile(penduduk=p, undangan=u, perekaman=r, mutasi=[*k, *m], wilayah=wilayah, galat=galat, on=self.on)

    def by_frames(self, buat: Buat) -> HasilMassal:
        """The answer of the frames that `buat` makes."""
        bingkai = [None if (k := self.lembar[n]) is None else buat(k, self.jenis[n]) for n in LEMBAR]
        return reconcile_with_figures(*bingkai, on=self.on)


def _type_of(sel: Sequence[object]) -> type:
    jenis = {type(s) for s in sel if s is not None}
    return jenis.pop() if len(jenis) == 1 and jenis <= {date, int, float} else str


POLARS = {str: pl.String, date: pl.Date, int: pl.Int64, float: pl.Float64}


def polars_frame(kotak: Kotak, jenis: Mapping[str, type]) -> pl.DataFrame:
    """An eager Polars frame."""
    return pl.DataFrame(kotak, schema={k: POLARS[jenis[k]] for k in kotak})


def polars_lazy(kotak: Kotak, jenis: Mapping[str, type]) -> pl.LazyFrame:
    """A lazy Polars frame."""
    return polars_frame(kotak, jenis).lazy()


def expected_rows(hasil: Hasil) -> list[tuple[Any, ...]]:
    """The core's decisions as rows of `KEPUTUSAN`."""
    return [(k.undangan.baris, *keputusan_row(k)[1:]) for k in hasil.keputusan]


def check_same(dunia: Dunia, buat: Buat, ambil: Callable[[Any], list[tuple[Any, ...]]]) -> None:
    """The frames answer what the core answers: every row and every figure."""
    inti, massal = dunia.by_core(), dunia.by_frames(buat)
    benar = {r[0]: r for r in expected_rows(inti)}
    rows = ambil(massal.keputusan)
    dapat = {r[0]: r for r in rows}
    assert len(dapat) == len(rows), "baris berulang"
    beda = [
        f"baris {b} {kolom}: inti {x!r}, bingkai {y!r}"
        for b in sorted(benar | dapat)
        for kolom, x, y in zip(KOLOM_KEPUTUSAN, benar.get(b, ("-",) * 16), dapat.get(b, ("-",) * 16), strict=True)
        if x != y
    ]
    assert not beda, "\n".join(beda[:12])
    assert (massal.wajib, massal.terekam, massal.desa) == (inti.wajib, inti.terekam, inti.desa)
    assert (massal.tercecer, massal.kategori) == (len(inti.tercecer), inti.kategori)
    assert massal.cakupan == inti.cakupan
