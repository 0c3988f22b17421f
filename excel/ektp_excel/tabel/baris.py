"""Rows below a header -> mappings with canonical columns, as the readers of `ektp_core.masukan` take them.

Rows stream through once and keep their number. Sheets of a workbook and ranges of a formula are read alike.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from operator import itemgetter

from attrs import define

from ektp_core.masukan import LAINNYA, is_blank_row
from ektp_excel.kolom import GABUNGAN, RT_RW, RW_RT, TEMPAT_TGL_LAHIR, Lembar
from ektp_excel.sel import is_damaged_nik, split_rt_rw, take_birth_date

CONTOH = 200
"""So many rows below the header tell whether a column is blank."""

TERCATAT = frozenset(
    ("NIK", "TGL_LAHIR", "TGL_KAWIN", "ITAP_SAMPAI", "TGL_JADWAL", "TGL_REKAM", "TGL_PINDAH", "TGL_MENINGGAL")
)
"""In these columns an error cell is handed over as written, for a reader to refuse; in others it counts as blank."""

_NOMOR = re.compile(r"(R[TW])?[\s.:]*(\d{1,3}(\.0)?|[IVXL]+)", re.IGNORECASE)
"""What an RT or RW holds, so that a remark or a total below the table is given no desa."""

_JUMLAH = re.compile(r"\b(JUMLAH|TOTAL|JML)\b", re.IGNORECASE)

Baris = dict[str, object]
_Bernomor = tuple[int, Baris]


@define
class Hitungan:
    """What was seen in the rows that have been taken: how many there were, and of how many a person should hear."""

    jumlah: int = 0
    nik_rusak: int = 0
    rt_rw_tanggal: int = 0
    diisi_dari_atas: int = 0


def name_rows(
    sel: Iterable[tuple[int, Sequence[object]]], kolom: Mapping[str, int], lembar: Lembar, hitung: Hitungan
) -> Iterator[tuple[int, Baris]]:
    """The numbered rows that are not wholly blank, by field; what stands together in one column is taken apart."""
    pasangan = _name_cells(sel, kolom, lembar.kolom[0].nama, hitung)
    if any(nama in GABUNGAN for nama in kolom):
        pasangan = _take_apart(pasangan, hitung)
    if lembar.nama == "WILAYAH":
        pasangan = _fill_down(pasangan, hitung)
    return pasangan


def _name_cells(
    sel: Iterable[tuple[int, Sequence[object]]], kolom: Mapping[str, int], kunci: str, hitung: Hitungan
) -> Iterator[_Bernomor]:
    """The rows that are not wholly blank, by field. `kunci` is the column that most rows fill: NIK, or DESA in WILAYAH."""
    nama, di = tuple(kolom), tuple(kolom.values())
    ambil = itemgetter(*di) if len(di) > 1 else itemgetter(slice(di[0], di[0] + 1))
    lebar = max(kolom.values()) + 1
    dipakai = frozenset(kolom.values())
    for nomor, row in sel:
        if len(row) < lebar:
            row = [*row, *[""] * (lebar - len(row))]
        isi: Baris = dict(zip(nama, ambil(row), strict=True))
        utama = isi[kunci]
        # The common row, at the least cost: its key is plain text, so it is no blank row.
        if not (isinstance(utama, str) and utama.isalnum()):
            lain = " ".join(str(v) for i, v in enumerate(row) if i not in dipakai and v not in (None, ""))
            if lain:
                isi[LAINNYA] = lain
            if is_blank_row(isi):
                continue
            hitung.nik_rusak += kunci == "NIK" and is_damaged_nik(utama)
        hitung.jumlah += 1
        yield nomor, isi


def _take_apart(pasangan: Iterable[_Bernomor], hitung: Hitungan) -> Iterator[_Bernomor]:
    """Fill the fields that stand together in one column; a column of its own goes before."""
    for nomor, isi in pasangan:
        for nama in (RT_RW, RW_RT):
            if nama in isi:
                nilai = isi.pop(nama)
                hitung.rt_rw_tanggal += isinstance(nilai, date)
                rt, rw = split_rt_rw(nilai, rw_dahulu=nama == RW_RT)
                isi.setdefault("RT", rt)
                isi.setdefault("RW", rw)
        if TEMPAT_TGL_LAHIR in isi:
            isi.setdefault("TGL_LAHIR", take_birth_date(isi.pop(TEMPAT_TGL_LAHIR)))
        yield nomor, isi


def _fill_down(pasangan: Iterable[_Bernomor], hitung: Hitungan) -> Iterator[_Bernomor]:
    """Give a row of `WILAYAH` the desa above it, and within one desa the RW: a merged cell is filled in its first row.

    Only here: a list of places is written like that, and on a person's row a blank desa means that it is not known.
    """
    desa: object = None
    rw: object = None
    for nomor, isi in pasangan:
        kosong = _is_blank(isi.get("DESA"))
        bernomor = _is_numbered(isi)
        diisi = kosong and bernomor and not _is_blank(desa)
        if diisi:
            isi["DESA"] = desa
        elif isi.get("DESA") != desa:
            desa, rw = isi.get("DESA"), None
        if not _is_blank(isi.get("RW")):
            rw = isi.get("RW")
        elif bernomor and not _is_blank(rw):
            isi["RW"] = rw
            diisi = True
        hitung.diisi_dari_atas += diisi
        yield nomor, isi


def _is_numbered(isi: Baris) -> bool:
    ada = [str(v).strip() for v in (isi.get("RT"), isi.get("RW")) if not _is_blank(v)]
    return bool(ada) and all(map(_NOMOR.fullmatch, ada)) and not _JUMLAH.search(str(isi.get(LAINNYA, "")))


def _is_blank(nilai: object) -> bool:
    return nilai is None or (isinstance(nilai, str) and not nilai.strip())
