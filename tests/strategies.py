"""The suite's Hypothesis strategies: NIKs, names, dates, rows as sheets carry them, and whole small tables.

Everybody is invented. Tables draw from a few people, names and numbers, so that what the rules are about (the same
person twice, a lost digit, a second paper, a date on the edge) happens in most examples and not by luck.

Every test asks here; the values and people come from `rekaan`, and are passed on.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from random import Random
from typing import Any

from attrs import evolve, frozen
from hypothesis import strategies as st

from ektp_core import (
    Galat,
    Hasil,
    Lingkungan,
    Mutasi,
    Penduduk,
    Perekaman,
    Undangan,
    read_meninggal,
    read_penduduk,
    read_perekaman,
    read_pindah,
    read_undangan,
    read_wilayah,
    reconcile,
)

# One list, that passes each name on as itself.
# isort: off
from rekaan import (
    Baris as Baris,
    CATATAN as CATATAN,
    D as D,
    DESA as DESA,
    EJAAN as EJAAN,
    Insan as Insan,
    STATUS as STATUS,
    STATUS_BERHASIL as STATUS_BERHASIL,
    STATUS_GAGAL as STATUS_GAGAL,
    TANGGAL_ACUAN as TANGGAL_ACUAN,
    benih as benih,
    births_near as births_near,
    catatan as catatan,
    enam_belas_angka as enam_belas_angka,
    event_dates as event_dates,
    kembaran as kembaran,
    lahir_dekat as lahir_dekat,
    make_kembaran,
    make_nik as make_nik,
    make_orang,
    nama as nama,
    nama_dua_ejaan as nama_dua_ejaan,
    near as near,
    nik as nik,
    orang as orang,
    penduduk as penduduk,
    tanggal as tanggal,
    tanggal_acuan as tanggal_acuan,
)
# isort: on

Ubahan = tuple[str, object]


# Rows


def _nik_ditulis(benar: str) -> tuple[object, ...]:
    """A NIK as sheets carry it: with separators, as a number, damaged, or another one."""
    titik = f"{benar[:2]}.{benar[2:4]}.{benar[4:6]}.{benar[6:12]}.{benar[12:]}"
    dekat = benar[:15] + str((int(benar[15]) + 1) % 10)
    salah = f"{benar[:6]}3002{benar[10:]}"  # 30 February
    return (titik, float(benar), float(benar), int(benar), dekat, salah, salah, float(salah))


NIK_BURUK: tuple[object, ...] = ("", None, "3,31311E+15", "0000000000000000", "33131101", "3313110101800001 (lama)")
"""What stands in a NIK cell and is no NIK."""

_BANYAK_UBAHAN = (0, 0, 1, 1, 2, 4)


def _edit(acak: Random, baris: Baris, pilihan: Sequence[Ubahan]) -> Baris:
    """The row, or the row with a few of its cells changed."""
    return baris | dict(acak.choices(pilihan, k=acak.choice(_BANYAK_UBAHAN)))


def baris_penduduk(beberapa: Sequence[Insan], on: date = D) -> st.SearchStrategy[Baris]:
    """A row of `PENDUDUK` about one of these people."""
    return benih.map(lambda n: _make_penduduk(Random(n), beberapa, on) if n else beberapa[0].listed())


def _make_penduduk(acak: Random, beberapa: Sequence[Insan], on: date) -> Baris:
    o = acak.choice(beberapa)
    lahir, peristiwa = births_near(on), event_dates(on)
    pilihan: list[Ubahan] = [
        *(("NIK", n) for n in (*_nik_ditulis(o.nik), *NIK_BURUK[:4])),
        *(("NAMA", n) for n in (*EJAAN[o.nama], "", "Tri")),
        *(("TGL_LAHIR", t) for t in (*lahir[3:6], None, "31-02-1980", "01-07-1979")),
        *(("JENIS_KELAMIN", k) for k in ("", "L", "P", "2")),
        *(("STATUS_KAWIN", s) for s in ("KAWIN", "2", "CERAI MATI", "", "?!")),
        *(("TGL_KAWIN", t) for t in peristiwa[1:4]),
        *(("KEWARGANEGARAAN", w) for w in ("WNA", "WNA", "?!")),
        *(("ITAP_SAMPAI", t) for t in peristiwa[1:4]),
        *((kolom, "") for kolom in ("NO_KK", "NAMA_IBU", "ALAMAT", "RT", "DESA")),
        *(("DESA", d) for d in ("DESA JATEN", "Kel. Dagen")),
        *(("RW", n) for n in (1.0, "")),
    ]
    return _edit(acak, o.listed(), pilihan)


def _make_undangan(acak: Random, beberapa: Sequence[Insan], on: date) -> Baris:
    o = acak.choice(beberapa)
    pilihan: list[Ubahan] = [
        *(("NIK", n) for n in (*_nik_ditulis(o.nik), *NIK_BURUK)),
        *(("NAMA", n) for n in (*EJAAN[o.nama], "", "Tri")),
        *(("TGL_LAHIR", t) for t in (*births_near(on)[3:5], None, "31-02-1980")),
        *((kolom, nilai) for kolom in ("RT", "RW") for nilai in ("", "003", 2.0)),
        *(("DESA", d) for d in ("", "DESA JATEN", "Sroyo")),
        ("ALAMAT", ""),
        *(("KETERANGAN", t) for isi in CATATAN.values() for t in isi[:3] if t),
    ]
    return _edit(acak, o.invited(acak.choice(("1", "2", "10", "02", "A-2", "a-10", ""))), pilihan)


def _nik_peristiwa(acak: Random, beberapa: Sequence[Insan]) -> object:
    benar = acak.choice(beberapa).nik
    return acak.choice((*[benar] * 24, *_nik_ditulis(benar), "", "3313119999999999"))


def _make_perekaman(acak: Random, beberapa: Sequence[Insan], on: date) -> Baris:
    hari = event_dates(on)
    return {
        "NIK": _nik_peristiwa(acak, beberapa),
        "TGL_REKAM": acak.choice((*hari[:3] * 3, *hari[3:], "", "31-02-2012")),
        "STATUS": acak.choice(STATUS),
        "TEMPAT": "",
    }


def _make_pindah(acak: Random, beberapa: Sequence[Insan], on: date) -> Baris:
    return {
        "NIK": _nik_peristiwa(acak, beberapa),
        "TGL_PINDAH": acak.choice((*event_dates(on), None)),
        "ARAH": acak.choice(("KELUAR", "DATANG", "")),
    }


def _make_meninggal(acak: Random, beberapa: Sequence[Insan], on: date) -> Baris:
    tgl = acak.choice((*event_dates(on), None, "tidak tahu"))
    return {"NIK": _nik_peristiwa(acak, beberapa), "TGL_MENINGGAL": tgl}


def _make_wilayah(acak: Random, _: Sequence[Insan], __: date) -> Baris:
    """A blank part leaves that part open."""
    rw, rt = acak.choice(("001", "002", 1.0, "")), acak.choice(("001", "002", 2.0, ""))
    return {"DESA": acak.choice((*DESA, "DESA JATEN")), "RW": rw, "RT": rt}


BARIS_JUMLAH: Baris = {"NIK": "JUMLAH", "NAMA": "", "DESA": "JUMLAH"}
BARIS_KOSONG: Baris = {"NIK": None, "NAMA": " ", "DESA": ""}


# Tables

LEMBAR = ("penduduk", "undangan", "perekaman", "pindah", "meninggal", "wilayah")


@frozen
class Rekaman:
    """A table's rows as the core's records, with what the readers refused."""

    penduduk: list[Penduduk]
    undangan: list[Undangan]
    perekaman: list[Perekaman]
    mutasi: list[Mutasi]
    wilayah: list[Lingkungan] | None
    galat: list[Galat]


@frozen
class Tabel:
    """The six sheets as rows of cells, and the reference date; `wilayah` None means that there is no such sheet."""

    on: date
    penduduk: tuple[Baris, ...] = ()
    undangan: tuple[Baris, ...] = ()
    perekaman: tuple[Baris, ...] = ()
    pindah: tuple[Baris, ...] = ()
    meninggal: tuple[Baris, ...] = ()
    wilayah: tuple[Baris, ...] | None = None

    def plus(self, **baris: Baris) -> Tabel:
        """This table with one row more at the end of the sheets named."""
        lain: dict[str, Any] = {lembar: (*(getattr(self, lembar) or ()), isi) for lembar, isi in baris.items()}
        return evolve(self, **lain)

    def read(self) -> Rekaman:
        """The rows read by the core's readers."""
        p, g1 = read_penduduk(self.penduduk, on=self.on)
        u, g2 = read_undangan(self.undangan, on=self.on)
        r, g3 = read_perekaman(self.perekaman, on=self.on)
        k, g4 = read_pindah(self.pindah, on=self.on)
        m, g5 = read_meninggal(self.meninggal, on=self.on)
        w, g6 = read_wilayah(self.wilayah or ())
        return Rekaman(p, u, r, [*k, *m], None if self.wilayah is None else w, g1 + g2 + g3 + g4 + g5 + g6)

    def count_rows(self) -> dict[str, int]:
        """The rows of each sheet that are not wholly blank, counted without the readers."""
        isi = {lembar: getattr(self, lembar) for lembar in LEMBAR}
        return {
            lembar.upper(): sum(any(str(v or "").strip() for v in b.values()) for b in rows)
            for lembar, rows in isi.items()
            if rows is not None
        }

    def reconcile(self, pagu: int | None = None) -> Hasil:
        """The whole answer of the core for this table."""
        r = self.read()
        return reconcile(
            penduduk=r.penduduk,
            undangan=r.undangan,
            perekaman=r.perekaman,
            mutasi=r.mutasi,
            wilayah=r.wilayah,
            galat=r.galat,
            on=self.on,
            pagu=pagu,
            dibaca=self.count_rows(),
        )


Pembuat = Callable[[Random], Baris]
# Made once: a strategy that is built anew in each draw costs more than all the rows.
_BENIH = [st.lists(benih, min_size=1 if n == 3 else 0, max_size=n) for n in range(8)]
_ADA_WILAYAH = st.booleans()


def _rows(isi: Sequence[int], make: Pembuat, polos: Baris, *, kotor: bool) -> tuple[Baris, ...]:
    """Rows made one by one from their numbers: 0 makes the plain row, and some are no data at all."""

    def row(n: int) -> Baris:
        acak = Random(n)
        if kotor and acak.random() < 0.1:
            return acak.choice((BARIS_JUMLAH, BARIS_KOSONG))
        return make(acak) if n else polos

    return tuple(map(row, isi))


@st.composite
def tabel(
    draw: st.DrawFn,
    on: st.SearchStrategy[date] | None = None,
    *,
    kotor: bool = True,
    wilayah: str = "331311",
) -> Tabel:
    """A whole small table about a handful of people, dirty in every way that the readers know."""
    per = D if on is None else draw(on)
    semua = [make_orang(Random(n), births_near(per), wilayah) for n in draw(_BENIH[3])]
    for n in draw(_BENIH[2]):
        semua.append(make_kembaran(Random(n), semua))
    o = semua[0]
    terdaftar = [_make_penduduk(Random(n), [x], per) for x, n in zip(semua, draw(_BENIH[5]), strict=False)]

    def rows(banyak: int, make: Callable[[Random, Sequence[Insan], date], Baris], polos: Baris) -> tuple[Baris, ...]:
        return _rows(draw(_BENIH[banyak]), lambda acak: make(acak, semua, per), polos, kotor=kotor)

    return Tabel(
        per,
        (*terdaftar, *rows(4, _make_penduduk, o.listed())),
        rows(7, _make_undangan, o.invited()),
        rows(7, _make_perekaman, o.recorded(per)),
        rows(4, _make_pindah, o.moved(per)),
        rows(2, _make_meninggal, o.dead(per)),
        rows(3, _make_wilayah, {"DESA": o.desa, "RW": "", "RT": ""}) if draw(_ADA_WILAYAH) else None,
    )


def shuffled(t: Tabel, n: int) -> Tabel:
    """The table with the rows of every sheet in another order."""
    acak = Random(n)
    lain: dict[str, Any] = {
        lembar: tuple(acak.sample(rows, len(rows))) for lembar in LEMBAR if (rows := getattr(t, lembar)) is not None
    }
    return evolve(t, **lain)


def tabel_teracak(on: st.SearchStrategy[date] | None = None) -> st.SearchStrategy[tuple[Tabel, Tabel]]:
    """A table, and the same table with its rows in another order."""
    return st.tuples(tabel(on), benih).map(lambda isi: (isi[0], shuffled(*isi)))
