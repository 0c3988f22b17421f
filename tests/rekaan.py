"""Invented values and people: NIKs, names, dates, notes, status words, and what a sheet may say of one person.

Tests take these through `strategies`, the one door; here they stand apart from the rows and tables made of them.
"""

from __future__ import annotations

from calendar import isleap
from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import Any

from attrs import evolve, frozen
from hypothesis import strategies as st

from ektp_core import Kewarganegaraan, Penduduk, StatusKawin

Baris = dict[str, object]

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
    return benih.map(lambda n: make_orang(Random(n), lahir or births_near(on), wilayah))


def make_orang(acak: Random, lahir: Sequence[date], wilayah: str) -> Insan:
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
    return benih.map(lambda n: make_kembaran(Random(n), beberapa))


def make_kembaran(acak: Random, beberapa: Sequence[Insan]) -> Insan:
    o = acak.choice(beberapa)
    wilayah = acak.choice((o.nik[:6], f"{int(o.nik[:6]) + 1}"))
    beda: dict[str, Any] = acak.choice(
        ({}, {"ibu": "Ngadinem"}, {"ibu": "", "no_kk": ""}, {"ibu": "", "no_kk": "", "rt": "009"}, {"alamat": ""})
    )
    return evolve(o, nik=make_nik(o.lahir, o.kelamin, acak.choice((1, 2, 3, 12)), wilayah), **beda)
