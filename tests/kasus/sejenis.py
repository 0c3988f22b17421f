"""What four other NIK readers answer, and what we answer, to the same value on the same day: the tables of `rekan-sejenis.md`.

    uv run --directory tests python -m kasus.sejenis    # ask all five every row of the page, and write their answers into it

The page says which values are asked; the answers in it are never typed. Two of the others read the computer's clock, so
it is set to the day of the row while they answer: everybody is asked about the same day.
"""

from __future__ import annotations

import ast
import contextlib
import datetime
import io
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import lru_cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

import lokal.nik
import lokal.wilayah
import nik_lookup
from attrs import frozen
from business_id_nik import business_id_nik
from stdnum.exceptions import ValidationError
from stdnum.id import nik as stdnum_nik

from ektp_core import NikGalat, clean_nik, is_calendar_true, parse_nik
from kasus.tabel_md import Kolom, read_tables, rewrite_tables
from rekaan import make_nik

HALAMAN = Path(__file__).resolve().parents[2] / "docs" / "penjelasan" / "rekan-sejenis.md"
DITOLAK = "ditolak"
SALAH = " ✗"
BUKAN = "bukan NIK"


@frozen
class Soal:
    """A value in a cell or a field, the day on which it is asked, and the registered birth date where there is one."""

    nilai: Any
    per: date
    terdaftar: date | None = None
    jenis: str = ""


def _yes(lahir: object, kelamin: str = "", wilayah: object = "") -> str:
    return " · ".join(str(bagian) for bagian in (lahir, kelamin, wilayah) if bagian)


@lru_cache
def _stopped(on: date) -> tuple[type[datetime.date], type[datetime.datetime]]:
    class Tanggal(datetime.date):
        @classmethod
        def today(cls) -> Tanggal:
            return cls(on.year, on.month, on.day)

    class Waktu(datetime.datetime):
        @classmethod
        def now(cls, tz: datetime.tzinfo | None = None) -> Waktu:
            return cls(on.year, on.month, on.day, tzinfo=tz)

    return Tanggal, Waktu


@contextlib.contextmanager
def clock(on: date) -> Iterator[None]:
    """Today is `on` for those that ask the computer."""
    tanggal, waktu = _stopped(on)
    with patch("nik_lookup.parser.date", tanggal), patch("datetime.datetime", waktu):
        yield


def ask_stdnum(soal: Soal) -> str:
    """python-stdnum: it has no question for the sex, and no names that it gives out."""
    try:
        return _yes(stdnum_nik.get_birth_date(stdnum_nik.validate(soal.nilai)))
    except ValidationError:
        return DITOLAK


def ask_lokal(soal: Soal) -> str:
    """lokal-id: the only one of the four that takes the day as an argument."""
    jawab = lokal.nik.parse_nik(soal.nilai, lookup_wilayah=lokal.wilayah.wilayah_name, reference_date=soal.per)
    if not jawab.valid:
        return DITOLAK
    wilayah = (jawab.regency or f"{jawab.province}, wilayah_unknown") if soal.jenis == "wilayah" else ""
    return _yes(jawab.birth_date, jawab.gender or "", wilayah)


def ask_nik_lookup(soal: Soal) -> str:
    """nik-lookup: it knows the kecamatan of the day it was published."""
    try:
        with clock(soal.per):
            jawab: Any = nik_lookup.parse(soal.nilai)
    except nik_lookup.NikError:
        return DITOLAK
    kelamin = {"male": "L", "female": "P"}[jawab.gender]
    return _yes(jawab.birth_date_string, kelamin, jawab.regency if soal.jenis == "wilayah" else "")


def ask_business(soal: Soal) -> str:
    """business-id-nik: it prints every NIK, which is caught here and shown nowhere."""
    with contextlib.redirect_stdout(io.StringIO()), clock(soal.per):
        try:
            kode, _, *jawab = business_id_nik.parse_nik(soal.nilai)
        except TypeError:
            return "galat program"
    if kode != 200:
        return DITOLAK
    kelamin = {"M": "L", "F": "P"}[jawab[0]["gender"]]
    return _yes(jawab[0]["dob"], kelamin, jawab[0]["loc_ind_name"] if soal.jenis == "wilayah" else "")


def ask_ektp(soal: Soal) -> str:
    """This project."""
    try:
        jawab = parse_nik(soal.nilai, on=soal.per, lahir=soal.terdaftar)
    except NikGalat:
        return DITOLAK
    return _yes(jawab.tanggal_lahir, jawab.jenis_kelamin)


def word_of(soal: Soal) -> str:
    """What this project says beside its answer: why it is refused, which digit is lost, or what the region's code is."""
    try:
        jawab = parse_nik(soal.nilai, on=soal.per)
    except NikGalat as salah:
        return str(salah)
    if "?" in jawab.nomor_urut:
        return f"nomor urut {jawab.nomor_urut}"
    return jawab.wilayah.keterangan


def rule_of(soal: Soal) -> str:
    """The id of the rule that decides our answer to this value, from what the library says of it."""
    bersih = clean_nik(soal.nilai)
    if not bersih:
        return "NIK-01"
    if not is_calendar_true(bersih):
        return "NIK-02"
    if bersih.endswith("?"):
        return "NIK-03"
    if soal.terdaftar:
        return "NIK-04"
    return "TANGGAL-01" if soal.jenis == "abad" else "NIK-01"


PENJAWAB: dict[str, Callable[[Soal], str]] = {
    "python-stdnum": ask_stdnum,
    "lokal-id": ask_lokal,
    "nik-lookup": ask_nik_lookup,
    "business-id-nik": ask_business,
    "ektp": ask_ektp,
}

# Tables on the page

PER = date(2026, 8, 28)


def read_soal(kolom: Kolom, jenis: str) -> Soal:
    """The question that a row asks: its value is written as Python writes it."""
    terdaftar = kolom.get("terdaftar", "")
    return Soal(
        ast.literal_eval(kolom["nilai"].strip("`")),
        date.fromisoformat(kolom["per"]) if "per" in kolom else PER,
        date.fromisoformat(terdaftar) if terdaftar else None,
        jenis,
    )


def iter_rows(teks: str) -> Iterator[tuple[str, Kolom]]:
    """Each row of the page's tables, by its headers, with the kind of its table."""
    for jenis, rows in read_tables(teks, "tanya"):
        for kolom in rows:
            yield jenis, kolom


def is_wrong(jawab: str, sebenarnya: str) -> bool:
    """Whether an answer is not what is true of the number; where nothing is said to be true, no answer is wrong."""
    if sebenarnya == BUKAN:
        return jawab != DITOLAK
    return bool(sebenarnya) and not jawab.startswith(sebenarnya)


def answer(jenis: str, kolom: Kolom) -> Kolom:
    """The row with all answers asked anew, and those marked that are not true."""
    soal = read_soal(kolom, jenis)
    jawab = {nama: ask(soal) for nama, ask in PENJAWAB.items()}
    tanda = {nama: isi + SALAH * is_wrong(isi, kolom["sebenarnya"]) for nama, isi in jawab.items()}
    id = rule_of(soal)
    tautan = f"[{id}](../aturan/{id.partition('-')[0].lower()}.md#{id.lower()})"
    semua = tanda | {"kata ektp": word_of(soal), "aturan": tautan}
    return {nama: semua.get(nama, isi) for nama, isi in kolom.items()}


@lru_cache
def count_wrong_centuries(on: date) -> Kolom:
    """Of the people born on each day of the hundred years before `on`, how many get another birth date from each reader."""
    semua = [lahir for n in range(40_000) if (lahir := on - timedelta(days=n)) > on.replace(year=on.year - 100)]
    salah = {
        nama: sum(not ask(Soal(make_nik(lahir, "L", 1), on)).startswith(lahir.isoformat()) for lahir in semua)
        for nama, ask in PENJAWAB.items()
    }
    return {"yang dihitung": f"abad salah, dari {len(semua)} tanggal lahir", **{n: str(k) for n, k in salah.items()}}


def count_marks(teks: str) -> Kolom:
    """How many answers of each reader are marked wrong on the page, of those rows that say what is true."""
    rows = [kolom for _, kolom in iter_rows(teks) if kolom["sebenarnya"]]
    salah = {nama: sum(kolom[nama].endswith(SALAH) for kolom in rows) for nama in PENJAWAB}
    return {"yang dihitung": f"jawaban bertanda ✗, dari {len(rows)} baris", **{n: str(k) for n, k in salah.items()}}


def fill(teks: str) -> str:
    """The page with every answer asked anew, and everything counted anew."""
    baru = rewrite_tables(teks, "tanya", lambda jenis, rows: [answer(jenis, kolom) for kolom in rows])
    return rewrite_tables(baru, "hitung", lambda *_: [count_wrong_centuries(PER), count_marks(baru)])


if __name__ == "__main__":
    HALAMAN.write_text(fill(HALAMAN.read_text(encoding="utf-8")), encoding="utf-8")
