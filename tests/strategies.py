"""The suite's Hypothesis strategies: NIKs, names, dates, rows as sheets carry them, and whole small tables.

Everybody is invented. Tables draw from a few people, names and numbers, so that what the rules are about (the same
person twice, a lost digit, a second paper, a date on the edge) happens in most examples and not by luck.
"""

from __future__ import annotations

from calendar import isleap
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from random import Random
from typing import Any

from attrs import evolve, frozen
from hypothesis import strategies as st

from ektp_core import (
    Galat,
    Hasil,
    Kewarganegaraan,
    Lingkungan,
    Mutasi,
    Penduduk,
    Perekaman,
    StatusKawin,
    Undangan,
    read_meninggal,
    read_penduduk,
    read_perekaman,
    read_pindah,
    read_undangan,
    read_wilayah,
    reconcile,
)

Baris = dict[str, object]
Ubahan = tuple[str, object]

D = date(2012, 8, 28)
TANGGAL_ACUAN = (D, date(2012, 2, 29), date(2013, 2, 27), date(2013, 2, 28), date(2013, 12, 23), date(2013, 12, 24))
"""The day of the story, the days around a birthday of 29 February, and the last and first day of each law."""

EJAAN = {
    "Sukarjo": ("SUKARJO", "Soekardjo", "H. Sukardjo", "Soekarjo, S.Pd.", "Sukarjo bin Karto"),
    "Siti Khotijah": ("Siti Chotidjah", "Hj. SITI KHOTIJAH", "siti khotidjah", "Siti  Khotijah binti Amat"),
    "Muhammad Cahya": ("Moh. Cahya", "Mochamad Tjahja", "MUHAMMAD TJAHYA", "Drs. Muh Cahya"),
    "Tri": ("TRI", "tri", "Tri.", "Ny. Tri"),
}
"""A few names, each with other ways in which sheets write it."""

CATATAN = {
    "MENINGGAL": ("alm.", "Almarhumah", "wafat", "meninggal dunia", "MD", "†"),
    "PINDAH": ("pindah", "pndh", "boro", "ikut suami", "transmigrasi"),
    "ALAMAT_TIDAK_DIKETAHUI": ("alamat tdk jelas", "tidak diketahui", "alamat tidak dikenal", "tidak ketemu"),
    "DOBEL": ("dobel", "double", "ganda", "2x"),
    "RAGU": ("belum pindah", "istri alm", "pindah?", "merantau", "tidak ada di tempat?"),
    "": ("", "-"),
}
"""Notes of the desa by what they say; RAGU decides nothing."""

DESA = ("Jaten", "Dagen")
STATUS_BERHASIL = (
    "",
    "BIO_CAPTURED",
    "PROCESSING",
    "SENT_FOR_ENROLLMENT",
    "RECEIVED_AT_CENTRAL",
    "ADJUDICATE_RECORD",
    "ADJUDICATE_IN_PROCESS",
    "DUPLICATE_RECORD",
    "PRINT_READY_RECORD",
    "SENT_FOR_CARD_PRINTING",
    "CARD_PRINTED",
    "CARD_SHIPPED",
    "CARD_ISSUED",
)
STATUS_GAGAL = (
    "UNREGISTERED",
    "ENROLL_FAILURE_AT_CENTRAL",
    "ENROLL_FAILURE_AT_REGIONAL",
    "SEARCH_FAILURE_AT_CENTRAL",
)
STATUS = (*STATUS_BERHASIL, *STATUS_GAGAL, "SELESAI")


# Values


def tanggal(awal: int = 1900, akhir: int = 2030) -> st.SearchStrategy[date]:
    """Dates of the years, those at the end of February among them more often than chance has it."""
    kabisat = st.sampled_from([t for t in range(awal, akhir + 1) if isleap(t)])
    return st.one_of(
        st.dates(date(awal, 1, 1), date(akhir, 12, 31)),
        kabisat.map(lambda t: date(t, 2, 29)),
        st.integers(awal, akhir).map(lambda t: date(t, 2, 28)),
        st.integers(awal, akhir).map(lambda t: date(t, 3, 1)),
    )


def tanggal_acuan() -> st.SearchStrategy[date]:
    """Reference dates that the law covers."""
    return st.one_of(st.sampled_from(TANGGAL_ACUAN), st.dates(date(2006, 12, 29), date(2030, 12, 31)))


def make_nik(lahir: date, kelamin: str, urut: int, wilayah: str = "331311") -> str:
    """The NIK of somebody, built from the form's own description."""
    hari = lahir.day + (40 if kelamin == "P" else 0)
    return f"{wilayah}{hari:02d}{lahir.month:02d}{lahir.year % 100:02d}{urut:04d}"


@st.composite
def nik(draw: st.DrawFn, lahir: st.SearchStrategy[date] | None = None) -> str:
    """A calendar-true NIK of today's provinces."""
    provinsi = draw(st.sampled_from(("11", "21", "33", "36", "53", "65", "76", "82", "96")))
    wilayah = f"{provinsi}{draw(st.integers(1, 29)):02d}{draw(st.integers(1, 40)):02d}"
    return make_nik(
        draw(tanggal() if lahir is None else lahir), draw(st.sampled_from("LP")), draw(st.integers(1, 9999)), wilayah
    )


def enam_belas_angka() -> st.SearchStrategy[str]:
    """Any sixteen digits."""
    return st.text("0123456789", min_size=16, max_size=16)


_BUNYI = ("c", "j", "y", "u", "ny", "sy", "kh")
_EJAAN_LAMA = {"c": "tj", "j": "dj", "y": "j", "u": "oe", "ny": "nj", "sy": "sj", "kh": "ch"}


@st.composite
def nama_dua_ejaan(draw: st.DrawFn) -> tuple[str, str]:
    """One name, spelt twice: each sound that has an old spelling takes the old or the new one, by chance."""
    satu, dua = [], []
    for _ in range(draw(st.integers(1, 3))):
        kata = [draw(st.sampled_from("BDGKLMNPRSTW")), draw(st.sampled_from("aiou"))]
        kembar = list(kata)
        for _ in range(draw(st.integers(1, 3))):
            bunyi = draw(st.sampled_from((*_BUNYI, *"bdklmnrstw")))
            vokal = draw(st.sampled_from(("a", "i", "u", "o")))
            for tulisan in (kata, kembar):
                for b in (bunyi, vokal):
                    tulisan.append(_EJAAN_LAMA[b] if b in _EJAAN_LAMA and draw(st.booleans()) else b)
        satu.append("".join(kata))
        dua.append("".join(kembar))
    return " ".join(satu), " ".join(dua)


def nama() -> st.SearchStrategy[str]:
    """A name in one of its spellings."""
    return st.sampled_from([t for baku, lain in EJAAN.items() for t in (baku, *lain)])


def catatan(*jenis: str) -> st.SearchStrategy[str]:
    """A note of one of these kinds (all, without any)."""
    return st.sampled_from([t for j in jenis or CATATAN for t in CATATAN[j]])


# Records


def near(on: date, hari: int = 2) -> st.SearchStrategy[date]:
    """A date within a few days of another."""
    return st.integers(-hari, hari).map(lambda n: on + timedelta(days=n))


def lahir_dekat(on: date) -> st.SearchStrategy[date]:
    """Birth dates of people who turn 17 within days of `on`, or who did or will long from it."""
    tepat = date(on.year - 17, on.month, min(on.day, 28))
    return st.one_of(near(tepat, 3), st.just(on), tanggal(1920, on.year - 1))


@st.composite
def penduduk(draw: st.DrawFn, on: date = D) -> Penduduk:
    """A resident: every status, citizen or foreigner, with birth, marriage and permit near `on`, far, or unknown."""
    lahir = draw(st.one_of(lahir_dekat(on), lahir_dekat(on), lahir_dekat(on), st.none()))
    kelamin: Any = draw(st.sampled_from(("L", "P", None)))
    tgl = st.none() | near(on) | st.dates(date(1990, 1, 1), date(2030, 12, 31))
    return Penduduk(
        nik=make_nik(lahir or on, kelamin or "L", draw(st.integers(1, 9999))),
        nama=draw(nama()),
        tanggal_lahir=lahir,
        jenis_kelamin=kelamin,
        status_kawin=draw(st.sampled_from(list(StatusKawin))),
        tanggal_kawin=draw(tgl),
        kewarganegaraan=draw(st.sampled_from((Kewarganegaraan.WNI, *Kewarganegaraan))),
        itap_sampai=draw(tgl),
        itap_diketahui=draw(st.booleans()),
        desa=draw(st.sampled_from(DESA)),
    )


@frozen
class Insan:
    """An invented person with everything that a sheet may say of one."""

    nik: str = "3313110101800001"
    nama: str = "Sukarjo"
    lahir: date = date(1980, 1, 1)
    kelamin: str = "L"
    ibu: str = ""
    no_kk: str = ""
    alamat: str = ""
    rt: str = "001"
    rw: str = "001"
    desa: str = "Jaten"

    def listed(self, **ubahan: object) -> Baris:
        """The person's row of `PENDUDUK`, a citizen who never married; named cells otherwise."""
        return {
            "NIK": self.nik,
            "NAMA": self.nama,
            "TGL_LAHIR": self.lahir,
            "JENIS_KELAMIN": self.kelamin,
            "STATUS_KAWIN": "BELUM KAWIN",
            "TGL_KAWIN": None,
            "KEWARGANEGARAAN": "WNI",
            "ITAP_SAMPAI": None,
            "NO_KK": self.no_kk,
            "NAMA_IBU": self.ibu,
            "ALAMAT": self.alamat,
            "RT": self.rt,
            "RW": self.rw,
            "DESA": self.desa,
        } | ubahan

    def invited(self, nomor: object = "1", **ubahan: object) -> Baris:
        """A row of `UNDANGAN` for the person; named cells otherwise."""
        return {
            "NO_UNDANGAN": nomor,
            "NIK": self.nik,
            "NAMA": self.nama,
            "TGL_LAHIR": self.lahir,
            "ALAMAT": self.alamat,
            "RT": self.rt,
            "RW": self.rw,
            "DESA": self.desa,
            "KETERANGAN": "",
        } | ubahan

    def recorded(self, tgl: date = D, status: str = "", nik: object = None) -> Baris:
        """A row of `PEREKAMAN` for the person."""
        return {"NIK": nik or self.nik, "TGL_REKAM": tgl, "STATUS": status, "TEMPAT": ""}

    def moved(self, tgl: object = D, arah: str = "KELUAR", nik: object = None) -> Baris:
        """A row of `PINDAH` for the person."""
        return {"NIK": nik or self.nik, "TGL_PINDAH": tgl, "ARAH": arah}

    def dead(self, tgl: object = D, nik: object = None) -> Baris:
        """A row of `MENINGGAL` for the person."""
        return {"NIK": nik or self.nik, "TGL_MENINGGAL": tgl}


def births_near(on: date) -> tuple[date, ...]:
    """Grown up, 17 on the day, 17 the day after, 16, and born on 29 February."""
    tepat = date(on.year - 17, on.month, min(on.day, 28))
    dewasa = date(1980, 1, 1)
    return (*[dewasa] * 4, tepat, tepat + timedelta(days=1), tepat + timedelta(days=300), date(1996, 2, 29))


def event_dates(on: date) -> tuple[date, ...]:
    """Long before, the day before, the day, the day after, and long after."""
    return tuple(on + timedelta(days=n) for n in (-400, -1, 0, 1, 400))


# Everything below is drawn as one integer a person or a row, from which a seeded generator makes it: a table costs few
# draws, shrinks by losing rows, and 0 stands for the plainest.
benih = st.integers(0, 2**24)


def orang(on: date = D, lahir: Sequence[date] = (), wilayah: str = "331311") -> st.SearchStrategy[Insan]:
    """A person from pools so small that two of them often share a name, a birth date, fifteen digits or a mother."""
    return benih.map(lambda n: _make_orang(Random(n), lahir or births_near(on), wilayah))


def _make_orang(acak: Random, lahir: Sequence[date], wilayah: str) -> Insan:
    tgl, kelamin = acak.choice(lahir), acak.choice("LP")
    return Insan(
        make_nik(tgl, kelamin, acak.choice((1, 2, 12)), wilayah),
        acak.choice(tuple(EJAAN)),
        tgl,
        kelamin,
        acak.choice(("Wagiyem", "Suparmi", "")),
        acak.choice(("3313110101010001", "3313110101010002", "")),
        acak.choice(("Dusun Lor", "Dusun Kidul", "")),
        acak.choice(("001", "002")),
        acak.choice(("001", "002")),
        acak.choice(DESA),
    )


def kembaran(beberapa: Sequence[Insan]) -> st.SearchStrategy[Insan]:
    """One of these people under another NIK, agreeing in more than a name or in less."""
    return benih.map(lambda n: _make_kembaran(Random(n), beberapa))


def _make_kembaran(acak: Random, beberapa: Sequence[Insan]) -> Insan:
    o = acak.choice(beberapa)
    wilayah = acak.choice((o.nik[:6], f"{int(o.nik[:6]) + 1}"))
    beda: dict[str, Any] = acak.choice(
        ({}, {"ibu": "Ngadinem"}, {"ibu": "", "no_kk": ""}, {"ibu": "", "no_kk": "", "rt": "009"}, {"alamat": ""})
    )
    return evolve(o, nik=make_nik(o.lahir, o.kelamin, acak.choice((1, 2, 3, 12)), wilayah), **beda)


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
    semua = [_make_orang(Random(n), births_near(per), wilayah) for n in draw(_BENIH[3])]
    for n in draw(_BENIH[2]):
        semua.append(_make_kembaran(Random(n), semua))
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
