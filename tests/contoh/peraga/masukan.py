"""How the cells of an example are read: dates, numbers, rows of a sheet written as `KOLOM=isi; KOLOM=isi`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from attrs import Factory, define, field, frozen

from contoh.tabel import KOSONG
from ektp_core import read_date

PER = date(2012, 8, 28)
"""The reference date of an example that names none: the day of the story of Jaten."""


@frozen
class Jawaban:
    """Every answer that a peraga can give for the row, as a page writes it, and the rules that the decisions carried."""

    isi: Mapping[str, str]
    aturan: frozenset[str] = frozenset()


@define
class Masukan:
    """The input columns of one row. Each is taken once; what nobody took is an error of the page."""

    isi: Mapping[str, str]
    diambil: set[str] = field(default=Factory(set))

    def has(self, kolom: str) -> bool:
        """Whether the table has this column at all."""
        return kolom in self.isi

    def text(self, kolom: str, bawaan: str = "") -> str:
        """The cell as written; code marks fall away, so that a page may keep spaces by them."""
        self.diambil.add(kolom)
        return self.isi.get(kolom, bawaan).strip("`")

    def day(self, kolom: str) -> date:
        """A date that must be there."""
        tanggal = read_date(self.text(kolom))
        assert tanggal is not None, f"{kolom} kosong"
        return tanggal

    def per(self) -> date:
        """The reference date."""
        return self.day("per") if self.has("per") else PER

    def number(self, kolom: str, bawaan: str = "0") -> int:
        """A whole number, with dots between thousands."""
        return int(self.text(kolom, bawaan).replace(".", ""))

    def check_all_taken(self) -> None:
        """Raise for a column that the peraga does not know."""
        if sisa := set(self.isi) - self.diambil:
            raise KeyError(f"kolom tidak dikenal peraga ini: {', '.join(sorted(sisa))}")


def show_day(tanggal: date | None) -> str:
    """A date as the pages write it, without leading zeros."""
    return "" if tanggal is None else f"{tanggal.day}-{tanggal.month}-{tanggal.year}"


def yes_no(nilai: bool | None) -> str:
    """`ya`, `tidak`, or `belum diketahui`."""
    return "belum diketahui" if nilai is None else "ya" if nilai else "tidak"


def read_rows(sel: str, bawaan: Mapping[str, str]) -> list[dict[str, object]]:
    """The rows that a cell writes: `<br>` between rows, `;` between fields; what a row does not say is as in `bawaan`.

    `NIK=bilangan 3313110101800001` is a number cell; `KOLOM=` is a blank cell.
    """
    if sel in ("", KOSONG):
        return []
    rows: list[dict[str, object]] = []
    for satu in sel.split("<br>"):
        row: dict[str, object] = dict(bawaan)
        for bagian in satu.split(";"):
            if (bagian := bagian.strip()) in ("", "bawaan"):
                continue
            kolom, sama, isi = bagian.partition("=")
            assert sama, f"{bagian!r} bukan KOLOM=isi"
            isi = isi.strip()
            row[kolom.strip()] = float(isi.removeprefix("bilangan ")) if isi.startswith("bilangan ") else isi
        rows.append(row)
    return rows
