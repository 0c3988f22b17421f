"""Where the header of a table stands, in one line or two, and which column holds which field."""

import re
from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from ektp_core.galat import EktpError
from ektp_excel.kolom.ejaan import GABUNGAN, Kolom, Lembar, show_written

BARIS_JUDUL = 20
"""The header is looked for in so many first rows."""
_KOLOM_JUDUL = 500

_ORANG_LAIN = frozenset("IBU AYAH BAPAK SUAMI ISTRI PASANGAN PELAPOR SAKSI KEPALA ORANGTUA ORTU WALI PETUGAS".split())
_DATA = re.compile(r"\d{5}")

Baris = Sequence[object]


@frozen
class Judul:
    """A header that was found: its first and last row (positions from 0), and for each field its columns, best first.

    `teks` is the header of each such column as written, on one line.
    """

    awal: int
    akhir: int
    calon: Mapping[str, tuple[int, ...]]
    teks: Mapping[int, str]

    @property
    def bidang(self) -> frozenset[str]:
        """The fields that the header gives, also those inside a combined column."""
        return frozenset(b for nama in self.calon for b in GABUNGAN.get(nama, (nama,)))


def find_header(rows: Sequence[Baris], lembar: Lembar, tempat: str) -> Judul:
    """The header among the first rows: the one with the fewest required columns missing, then the most columns known.

    Raises `EktpError` that begins with `tempat` when a required column is missing; it says what was found instead.

    >>> from ektp_excel.kolom import LEMBAR
    >>> h = find_header([["Daftar kematian"], [], ["No", "N.I.K", "Tgl. Meninggal"]], LEMBAR["MENINGGAL"], "lembar X")
    >>> h.awal, h.calon
    (2, {'NIK': (1,), 'TGL_MENINGGAL': (2,)})
    """
    semua = [judul for awal in range(min(len(rows), BARIS_JUDUL)) for judul in _candidates(rows, awal, lembar)]
    if not semua:
        dicari = ", ".join(k.nama for k in lembar.kolom if k.wajib)
        raise EktpError(f"{tempat}: baris judul tidak ditemukan di {BARIS_JUDUL} baris pertama; yang dicari: {dicari}")
    terbaik = min(semua, key=lambda j: (len(_missing(j, lembar)), -len(j.bidang), j.akhir - j.awal, j.awal))
    if hilang := _missing(terbaik, lembar):
        raise EktpError(_explain_missing(rows[terbaik.awal], terbaik, hilang, tempat))
    return terbaik


def is_numbering_row(row: Baris) -> bool:
    """Whether the row only numbers the columns, as forms do under their header.

    >>> is_numbering_row([1.0, "2", "(3)", None]), is_numbering_row(["1", "3313110101800001"])
    (True, False)
    """
    isi = [
        str(int(v)) if isinstance(v, float) and v == int(v) else str(v).strip(" ()") for v in row if v not in (None, "")
    ]
    return len(isi) > 1 and isi[0] in ("0", "1") and isi == [str(int(isi[0]) + i) for i in range(len(isi))]


def _missing(judul: Judul, lembar: Lembar) -> list[Kolom]:
    bidang = judul.bidang
    return [kolom for kolom in lembar.kolom if kolom.wajib and kolom.nama not in bidang]


def _candidates(rows: Sequence[Baris], awal: int, lembar: Lembar) -> Iterator[Judul]:
    atas = _texts(rows[awal])
    if satu := _make(awal, awal, [[t] if t else [] for t in atas], lembar):
        yield satu
    if awal + 1 == min(len(rows), BARIS_JUDUL) or _looks_like_data(rows[awal + 1]):
        return
    bawah = _texts(rows[awal + 1])
    if any(atas) and any(bawah) and (dua := _make(awal, awal + 1, _stack(atas, bawah), lembar)):
        yield dua


def _looks_like_data(row: Baris) -> bool:
    return any(_DATA.search(v) if isinstance(v, str) else v is not None for v in row[:_KOLOM_JUDUL])


def _texts(row: Baris) -> list[str]:
    return [_text(v) for v in row[:_KOLOM_JUDUL]]


def _text(nilai: object) -> str:
    return " ".join(nilai.split()) if isinstance(nilai, str) else ""


def _stack(atas: list[str], bawah: list[str]) -> list[list[str]]:
    """For each column the readings of a header in two lines, the likeliest first; a merged upper cell covers blanks."""
    hasil: list[list[str]] = []
    induk = ""
    for i in range(max(len(atas), len(bawah))):
        a, b = (baris[i] if i < len(baris) else "" for baris in (atas, bawah))
        induk = a or induk
        if not b:
            hasil.append([a] if a else [])
        elif not _ORANG_LAIN.isdisjoint(induk.upper().split()):
            hasil.append([f"{induk} {b}", f"{b} {induk}"])
        else:
            hasil.append([t for t in (f"{induk} {b}".strip(), f"{b} {induk}".strip(), b, a) if t])
    return hasil


def _make(awal: int, akhir: int, bacaan: list[list[str]], lembar: Lembar) -> Judul | None:
    ditemukan: dict[str, list[tuple[int, int]]] = {}
    teks: dict[int, str] = {}
    for i, semua in enumerate(bacaan):
        for satu in semua:
            if cocok := lembar.find(satu):
                urutan, nama = cocok
                ditemukan.setdefault(nama, []).append((urutan, i))
                teks[i] = satu
                break
    # A column of its own goes before a column that holds several fields.
    for nama, bagian in GABUNGAN.items():
        if nama in ditemukan and all(b in ditemukan for b in bagian):
            del ditemukan[nama]
    if not ditemukan:
        return None
    urut = [k.nama for k in lembar.kolom] + list(GABUNGAN)
    calon = {nama: tuple(i for _, i in sorted(ditemukan[nama])) for nama in urut if nama in ditemukan}
    return Judul(awal, akhir, calon, teks)


def _explain_missing(row: Baris, judul: Judul, hilang: Sequence[Kolom], tempat: str) -> str:
    kurang = ", ".join(k.nama for k in hilang)
    ada = ", ".join(show_written(t) for t in _texts(row) if t)
    boleh = "; ".join(f"{k.nama} boleh juga ditulis {' atau '.join(k.sinonim[:2])}" for k in hilang[:2])
    return f"{tempat}: kolom {kurang} tidak ditemukan; judul di baris {judul.awal + 1}: {ada[:300]} ({boleh})"
