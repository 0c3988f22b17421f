"""Invariants of what reads a whole file: a .csv of any bytes, and an .xlsx or .ods with any bytes in one of its parts.

A file either gives records with every row accounted for, or one line that says why not. Old formats are not here: each is
tried in a process of its own, which would make a fuzzer crawl.
"""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch
from xml.etree import ElementTree

from bench.fuzz.sifat import PER, attempt, check_message, hold
from bench.fuzz.sifat_lembar import check_accounted

from buku.buatan import ISI, parts, to_rows, write_csv
from ektp_core.galat import EktpError
from ektp_excel.buku import baca_berkas
from ektp_excel.buku.baca import IsiBuku, read_buku
from ektp_excel.buku.baca_csv import MapCsv

S1, BUKU, REL, GAYA, UNTAI = (
    "xl/worksheets/s1.xml",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
    "xl/styles.xml",
    "xl/sharedStrings.xml",
)
BAGIAN = (S1, S1, S1, BUKU, REL, GAYA, UNTAI, "")
"""Which part the first byte exchanges; the last is the whole file."""
_NIK = re.compile(r"\d{16}", re.ASCII)


@cache
def _scratch() -> tuple[TemporaryDirectory[str], Path]:
    folder = TemporaryDirectory(prefix="uji-kabur-")
    return folder, Path(folder.name)


@cache
def _csv_folder(lembar: str) -> Path:
    return write_csv(_scratch()[1] / lembar, ISI)


@cache
def _good_parts() -> Mapping[str, str]:
    return parts({nama: to_rows(tabel) for nama, tabel in ISI.items()})


def check_csv(data: bytes) -> None:
    """A .csv of `PENDUDUK` (even first byte) or `UNDANGAN`: the same cells, written plainly, give the same records."""
    lembar = "UNDANGAN" if data[:1] and data[0] % 2 else "PENDUDUK"
    folder = _csv_folder(lembar)
    berkas = folder / f"{lembar}.csv"
    berkas.write_bytes(data[1:])
    isi = _read_whole(folder)
    if isi is None:
        return
    sumber = MapCsv(folder)
    rows = [list(map(str, row)) for row in sumber.read(sumber.lembar.index(lembar)).baris]
    baku = io.StringIO(newline="")
    csv.writer(baku, delimiter=";", quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerows(rows)
    berkas.write_bytes(b"\xef\xbb\xbf" + baku.getvalue().encode("utf-8", "replace"))
    lagi = _read_whole(folder)
    if any(";" in sel or "\n" in sel or "\r" in sel or "\ufffd" in sel for row in rows for sel in row):
        return
    hold(lagi is not None and lagi.dibaca == isi.dibaca, "isi yang sama, ditulis baku, dibaca sama banyak")
    hold(lagi is not None and lagi.penduduk == isi.penduduk and lagi.undangan == isi.undangan, "rekamannya sama")


def check_xlsx(data: bytes) -> None:
    """A workbook with one part exchanged, or any bytes at all; what a plain sheet holds is never lost in silence."""
    bagian = BAGIAN[data[0] % len(BAGIAN)] if data else ""
    path = _scratch()[1] / "buku.xlsx"
    path.write_bytes(_zip({**_good_parts(), bagian: data[1:]}) if bagian else data[1:])
    with _nothing_odd_survives():
        isi = _read_whole(path)
    if isi is not None and bagian == S1:
        ada = {n.nik for n in isi.penduduk} | {g.nilai[:12] for g in isi.galat}
        for nik in _written_niks(data[1:]):
            hold(nik in ada or nik[:12] in ada, "NIK yang tertulis di lembar terbaca atau ditolak")


def check_ods(data: bytes) -> None:
    """An .ods whose content is any bytes."""
    path = _scratch()[1] / "buku.ods"
    mime = "application/vnd.oasis.opendocument.spreadsheet"
    manifes = (
        '<m:manifest xmlns:m="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">'
        f'<m:file-entry m:full-path="/" m:media-type="{mime}"/></m:manifest>'
    )
    path.write_bytes(_zip({"mimetype": mime, "META-INF/manifest.xml": manifes, "content.xml": data}))
    _read_whole(path)


def _read_whole(path: Path) -> IsiBuku | None:
    isi, _ = attempt(EktpError, partial(read_buku, path, on=PER))
    if isi is None:
        return None
    rekaman: dict[str, Sequence[object]] = {
        "PENDUDUK": isi.penduduk,
        "UNDANGAN": isi.undangan,
        "PEREKAMAN": isi.perekaman,
    }
    for lembar, semua in rekaman.items():
        check_accounted(semua, [g for g in isi.galat if g.lembar == lembar], isi.dibaca[lembar])
    for kalimat in (*isi.laporan.pesan, *isi.laporan.tidak_ada):
        check_message(kalimat)
    return isi


@contextmanager
def _nothing_odd_survives() -> Iterator[None]:
    """A sheet of unusual form is refused here, and not tried in a process of its own."""
    with patch.object(baca_berkas, "survives", lambda *_: False):
        yield


def _zip(bagian: Mapping[str, str | bytes]) -> bytes:
    wadah = io.BytesIO()
    with zipfile.ZipFile(wadah, "w") as z:
        for nama, isi in bagian.items():
            z.writestr(zipfile.ZipInfo(nama), isi)
    return wadah.getvalue()


def _written_niks(lembar: bytes) -> Iterator[str]:
    """The inline texts of sixteen digits in the rows below the first, in cells of column A; nothing when it is no XML."""
    try:
        akar = ElementTree.fromstring(lembar)
    except (ElementTree.ParseError, ValueError, LookupError):
        return
    for sel in list(akar.iterfind("{*}sheetData/{*}row/{*}c"))[1:]:
        teks = "".join(t.text or "" for t in sel.iterfind("{*}is/{*}t"))
        if sel.get("t") == "inlineStr" and (sel.get("r") or "").startswith("A") and _NIK.fullmatch(teks):
            yield teks
