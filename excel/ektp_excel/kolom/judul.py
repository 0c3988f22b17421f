"""Where the header of a table stands, in one line or two, and which column holds which field."""

import re
from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen

from ektp_core.galat import EktpError
from ektp_excel.kolom.ejaan import GABUNGAN, TEMPAT_TGL_LAHIR, Kolom, Lembar, header_key, is_another, show_written

BARIS_JUDUL = 20
"""The header is looked for in so many first rows."""
_KOLOM_JUDUL = 500

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

    Where a second line tells columns apart, neither line is read by itself: a reporter's NIK would pass for the dead's.
    Raises `EktpError` that begins with `tempat` when a required column is missing; it says what was found instead.

    >>> from ektp_excel.kolom import LEMBAR
    >>> h = find_header([["Daftar kematian"], [], ["No", "N.I.K", "Tgl. Meninggal"]], LEMBAR["MENINGGAL"], "lembar X")
    >>> h.awal, h.calon
    (2, {'NIK': (1,), 'TGL_MENINGGAL': (2,)})
    """
    semua = _all_candidates(rows, lembar)
    if not semua:
        dicari = ", ".join(k.nama for k in lembar.kolom if k.wajib)
        raise EktpError(f"{tempat}: baris judul tidak ditemukan di {BARIS_JUDUL} baris pertama; yang dicari: {dicari}")
    terbaik = min(semua, key=lambda j: (len(_missing(j, lembar)), -len(j.bidang), j.akhir - j.awal, j.awal))
    if hilang := _missing(terbaik, lembar):
        raise EktpError(_explain_missing(rows[terbaik.awal : terbaik.akhir + 1], terbaik, hilang, tempat))
    return terbaik


def is_numbering_row(row: Baris) -> bool:
    """Whether the row only numbers the columns, as forms do under their header.

    >>> is_numbering_row([1.0, "2", "(3)", None]), is_numbering_row(["1", "3313110101800001"])
    (True, False)
    """
    isi = [
        str(int(v)) if isinstance(v, float) and v.is_integer() else str(v).strip(" ()")
        for v in row
        if v not in (None, "")
    ]
    return len(isi) > 1 and isi[0] in ("0", "1") and isi == [str(int(isi[0]) + i) for i in range(len(isi))]


def _missing(judul: Judul, lembar: Lembar) -> list[Kolom]:
    bidang = judul.bidang
    return [kolom for kolom in lembar.kolom if kolom.wajib and kolom.nama not in bidang]


def _all_candidates(rows: Sequence[Baris], lembar: Lembar) -> list[Judul]:
    jumlah = min(len(rows), BARIS_JUDUL)
    teks = [_texts(row) for row in rows[:jumlah]]
    dua_baris = [
        i + 1 < jumlah and not _looks_like_data(rows[i + 1]) and any(teks[i]) and any(teks[i + 1])
        for i in range(jumlah)
    ]
    terbagi = [dua and _divides(teks[i], teks[i + 1], lembar) for i, dua in enumerate(dua_baris)]
    # Of two pairs that share a line the lower is the header, the upper only its title.
    terbagi = [satu and not any(terbagi[i + 1 : i + 2]) for i, satu in enumerate(terbagi)]
    hasil = []
    for i in range(jumlah):
        bagian = terbagi[i] or (i > 0 and terbagi[i - 1])
        if not bagian:
            hasil.append(_make(i, i, [[t] if t else [] for t in teks[i]], lembar))
        if terbagi[i] or (dua_baris[i] and not bagian and not any(terbagi[i + 1 : i + 2])):
            hasil.append(_make(i, i + 1, _stack(teks[i], teks[i + 1], lembar, terbagi=terbagi[i]), lembar))
    return [judul for judul in hasil if judul]


def _divides(atas: list[str], bawah: list[str], lembar: Lembar) -> bool:
    """Whether the second line is a header that tells columns apart which the first, or itself alone, does not."""
    if any(huruf.isdigit() for t in bawah for huruf in t):
        return False
    bacaan = _stack(atas, bawah, lembar, terbagi=True)
    dikenal = [any(map(lembar.find, satu)) for satu in bacaan]
    kunci = [header_key(t) for t in bawah]
    if any(k and kunci.count(k) > 1 and lembar.find(t) for k, t in zip(kunci, bawah, strict=True)):
        return True
    if any(is_another(b) and (lembar.find(a) or ("", ""))[1] == "NIK" for a, b in zip(atas, bawah, strict=False)):
        return True
    # A title over the only line of a header has no column beside it that it names.
    bersama = any(
        a and (not b or not lembar.find(b)) and d for a, b, d in zip(*_pad(atas, bawah), dikenal, strict=True)
    )
    return bersama and any(
        len(anak) > 1 and (is_another(induk) or any(dikenal[i] for i in anak)) for induk, anak in _groups(atas, bawah)
    )


def _pad(atas: list[str], bawah: list[str]) -> tuple[list[str], list[str]]:
    lebar = max(len(atas), len(bawah))
    return atas + [""] * (lebar - len(atas)), bawah + [""] * (lebar - len(bawah))


def _groups(atas: list[str], bawah: list[str]) -> Iterator[tuple[str, list[int]]]:
    """Each upper cell with the columns that stand under it and have a lower cell of their own."""
    induk, anak = "", list[int]()
    for i, (a, b) in enumerate(zip(*_pad(atas, bawah), strict=True)):
        if a and a != induk:
            if induk:
                yield induk, anak
            induk, anak = a, []
        if b:
            anak.append(i)
    if induk:
        yield induk, anak


def _looks_like_data(row: Baris) -> bool:
    return any(_DATA.search(v) if isinstance(v, str) else v is not None for v in row[:_KOLOM_JUDUL])


def _texts(row: Baris) -> list[str]:
    return [_text(v) for v in row[:_KOLOM_JUDUL]]


def _text(nilai: object) -> str:
    return " ".join(nilai.split()) if isinstance(nilai, str) else ""


def _stack(atas: list[str], bawah: list[str], lembar: Lembar, *, terbagi: bool = False) -> list[list[str]]:
    """For each column the readings of a header in two lines, the likeliest first; a merged upper cell covers blanks.

    Where the second line tells columns apart (`terbagi`), a merged upper cell by itself names none of them.
    """
    hasil: list[list[str]] = []
    bersama = {i for _, anak in _groups(atas, bawah) if terbagi and len(anak) > 1 for i in anak}
    induk = ""
    for i, (a, b) in enumerate(zip(*_pad(atas, bawah), strict=True)):
        induk = a or induk
        cocok = lembar.find(induk)
        if not b:
            hasil.append([a] if a else [])
        elif is_another(induk) or is_another(b):
            hasil.append([f"{induk} {b}".strip(), f"{b} {induk}".strip()])
        elif cocok and cocok[1] == TEMPAT_TGL_LAHIR and i in bersama:
            hasil.append([b, f"{b} LAHIR"])
        else:
            sendiri = "" if i in bersama else a
            hasil.append([t for t in (f"{induk} {b}".strip(), f"{b} {induk}".strip(), b, sendiri) if t])
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


def _explain_missing(rows: Sequence[Baris], judul: Judul, hilang: Sequence[Kolom], tempat: str) -> str:
    kurang = ", ".join(k.nama for k in hilang)
    ada = ", ".join(show_written(t) for row in rows for t in _texts(row) if t)
    letak = f"{judul.awal + 1}" if judul.akhir == judul.awal else f"{judul.awal + 1}-{judul.akhir + 1}"
    boleh = "; ".join(f"{k.nama} boleh juga ditulis {' atau '.join(k.sinonim[:2])}" for k in hilang[:2])
    return f"{tempat}: kolom {kurang} tidak ditemukan; judul di baris {letak}: {ada[:300]} ({boleh})"
