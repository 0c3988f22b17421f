"""The cases of `kasus_fungsi.json` as every host's test takes them: cells by address, arguments as rows, answers.

A case says what stands in the cells; how a host hands that over (serials, error codes, blanks) is for its own test.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path

from attrs import field, frozen

from ektp_excel.sel import column_number

BERKAS = Path(__file__).with_name("kasus_fungsi.json")
APA_SAJA = "*"
EPOK = {False: date(1899, 12, 30), True: date(1904, 1, 1)}
_RUJUKAN = re.compile(r"([A-Z]+)([0-9]+)(?::([A-Z]+)([0-9]+))?")


@frozen
class SelGalat:
    """An error cell, by what it shows."""

    teks: str


@frozen
class Kasus:
    """One formula, the cells that it sees by (row, column) from 1, and what it must answer, row by row.

    `tanpa` names hosts that cannot make these cells; each has its reason in that host's test.
    """

    fungsi: str
    nomor: int
    rumus: str
    sel: dict[tuple[int, int], object] = field(repr=False)
    harap: list[list[object]] = field(repr=False)
    sistem_1904: bool = False
    tanpa: frozenset[str] = frozenset()

    @property
    def argumen(self) -> list[list[list[object]] | None]:
        """The cells of each argument as rows; None for one that is left out."""
        isi = self.rumus[self.rumus.index("(") + 1 : -1]
        return [self._range(teks) for teks in isi.split(",")] if isi else []

    def _range(self, teks: str) -> list[list[object]] | None:
        if not teks:
            return None
        cocok = _RUJUKAN.fullmatch(teks)
        assert cocok, teks
        kiri, atas = _column(cocok[1]), int(cocok[2])
        kanan, bawah = (_column(cocok[3]), int(cocok[4])) if cocok[3] else (kiri, atas)
        return [[self.sel.get((b, k)) for k in range(kiri, kanan + 1)] for b in range(atas, bawah + 1)]


def _column(huruf: str) -> int:
    """The column from 1, as the cells of a case are counted."""
    return column_number(huruf) + 1


def load_cases() -> list[Kasus]:
    """Every case, in the order of the file."""
    isi = json.loads(BERKAS.read_text(encoding="utf-8"))
    return [
        Kasus(
            fungsi,
            nomor,
            satu["rumus"],
            dict(_cells(satu["sel"], isi["tabel"])),
            _answers(satu["harap"], satu.get("sisa_kosong", 0)),
            satu.get("sistem_1904", False),
            frozenset(satu.get("tanpa", ())),
        )
        for fungsi, semua in isi["kasus"].items()
        for nomor, satu in enumerate(semua, 1)
    ]


def _cells(sel: dict[str, object], tabel: dict[str, object]) -> Iterator[tuple[tuple[int, int], object]]:
    for alamat, isi in sel.items():
        cocok = _RUJUKAN.fullmatch(alamat)
        assert cocok, alamat
        if isinstance(isi, str) and isi.startswith("$"):
            isi = tabel[isi[1:]]
        for b, baris in enumerate(_rows(isi)):
            for k, nilai in enumerate(baris):
                yield (int(cocok[2]) + b, _column(cocok[1]) + k), _value(nilai)


def _answers(harap: object, sisa_kosong: int) -> list[list[object]]:
    rows = [[_value(nilai) for nilai in baris] for baris in _rows(harap)]
    return rows + [[None] * len(rows[0]) for _ in range(sisa_kosong)]


def _rows(isi: object) -> list[list[object]]:
    semua = isi if isinstance(isi, list) else [isi]
    return [satu if isinstance(satu, list) else [satu] for satu in semua]


def _value(nilai: object) -> object:
    if isinstance(nilai, str) and nilai.startswith("@"):
        return date.fromisoformat(nilai[1:])
    return SelGalat(nilai[1:]) if isinstance(nilai, str) and nilai.startswith("!") else nilai


def serial(tanggal: date, *, sistem_1904: bool = False) -> float:
    """The serial number under which a spreadsheet keeps a date."""
    return float((tanggal - EPOK[sistem_1904]).days)


def from_serial(nomor: float, *, sistem_1904: bool = False) -> date:
    """The date of a serial number of this century or the last."""
    return EPOK[sistem_1904] + timedelta(days=int(nomor))


def differences(jawab: object, kasus: Kasus) -> list[str]:
    """Where an answer is not what the case says; a blank may be None or an empty text, a date a datetime."""
    if not isinstance(jawab, list | tuple) or [len(b) for b in jawab] != [len(b) for b in kasus.harap]:
        return [f"bentuk {_shape(jawab)}, seharusnya {_shape(kasus.harap)}: {str(jawab)[:300]}"]
    return [
        f"baris {b} kolom {k}: {ada!r}, seharusnya {harap!r}"
        for b, (satu, dua) in enumerate(zip(jawab, kasus.harap, strict=True), 1)
        for k, (ada, harap) in enumerate(zip(satu, dua, strict=True), 1)
        if not _equal(ada, harap)
    ]


def _shape(jawab: object) -> str:
    return f"{len(jawab)}×{len(jawab[0])}" if isinstance(jawab, list | tuple) and jawab else repr(jawab)


def _equal(ada: object, harap: object) -> bool:
    if isinstance(ada, datetime):
        ada = ada.date()
    if harap is None:
        return ada is None or ada == ""
    if harap == APA_SAJA:
        return isinstance(ada, str) and bool(ada)
    if isinstance(harap, bool) or isinstance(ada, bool):
        return ada is harap
    if isinstance(harap, int | float) and isinstance(ada, int | float):
        return abs(ada - harap) <= 1e-9 * max(1.0, abs(harap))
    return ada == harap
