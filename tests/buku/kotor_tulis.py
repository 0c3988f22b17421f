"""Writes a dirty workbook in its format, and plays it through the command as an officer would."""

from __future__ import annotations

import io
import json
from contextlib import redirect_stderr, redirect_stdout
from datetime import date, datetime
from pathlib import Path
from typing import Any

import xlsxwriter
from attrs import frozen

from buku.buatan import Sel, write_csv, write_ods, write_xls, write_xlsb
from buku.kotor import BukuKotor, Isian, LembarKotor, Rows, written
from ektp_excel.perintah import main


@frozen
class Jawaban:
    """What the command said: its exit code, its two streams, the summary where there is one."""

    kode: int
    layar: str
    galat: str
    hasil: Path
    angka: dict[str, Any] | None


def write_kotor(buku: BukuKotor, folder: Path) -> Path:
    """Write the workbook into the folder; gives what to hand to the command."""
    if buku.bentuk == "xlsx":
        return _write_xlsx(buku, folder / "buku.xlsx")
    isi = {lembar.nama: _plain(written(lembar), buku.bentuk) for lembar in buku.lembar}
    isi |= {nama: [["catatan"]] for nama in buku.lain}
    match buku.bentuk:
        case "csv":
            return write_csv(folder / "buku", isi, pemisah=buku.pemisah, pengodean=buku.pengodean)
        case "ods":
            return write_ods(folder / "buku.ods", isi)
        case "xlsb":
            return write_xlsb(folder / "buku.xlsb", isi)
        case _:
            return write_xls(folder / "buku.xls", isi)


def _plain(rows: Rows, bentuk: str) -> list[list[Sel]]:
    """Cells as the small writers know them: a moment is a day, and a .csv holds texts alone."""

    def plain(v: Isian) -> Sel:
        if isinstance(v, bool):
            return str(v).upper()
        if isinstance(v, datetime):
            v = v.date()
        if bentuk == "csv":
            if isinstance(v, date):
                return v.strftime("%d/%m/%Y")
            return str(int(v)) if isinstance(v, float) and v.is_integer() and abs(v) < 1e15 else v
        return v[:8000] if isinstance(v, str) else v

    return [[plain(v) for v in row] for row in rows] or [[None]]


def _write_xlsx(buku: BukuKotor, path: Path) -> Path:
    pilihan = {"strings_to_formulas": False, "strings_to_urls": False, "date_1904": buku.sejak_1904}
    with xlsxwriter.Workbook(str(path), pilihan) as penulis:
        tanggal = penulis.add_format({"num_format": "dd/mm/yyyy"})
        for nama in buku.lain:
            penulis.add_worksheet(nama).write_string(0, 0, "catatan")
        for lembar in buku.lembar:
            _write_sheet(penulis.add_worksheet(lembar.nama), lembar, tanggal)
        penulis.worksheets()[0].activate()
    return path


def _write_sheet(ws: Any, lembar: LembarKotor, tanggal: Any) -> None:
    if lembar.tersembunyi:
        ws.hide()
    for baris, kiri, kanan in lembar.gabung:
        ws.merge_range(baris, kiri + lembar.geser, baris, kanan + lembar.geser, "")
    for r, row in enumerate(written(lembar)):
        for c, v in enumerate(row):
            _write_cell(ws, r, c, v, tanggal)
    if lembar.catatan:
        ws.write_comment(len(lembar.kepala), lembar.geser, "cek lagi NIK 3313110101800001")


def _write_cell(ws: Any, r: int, c: int, v: Isian, tanggal: Any) -> None:
    match v:
        case None:
            return
        case bool():
            ws.write_boolean(r, c, v)
        case date():
            # datetime too; before 1900-03-01 a day number is not what Excel means by it.
            ws.write_datetime(r, c, v if isinstance(v, datetime) else datetime(v.year, v.month, v.day), tanggal)
        case str() if v in ("#N/A", "#REF!"):
            ws.write_formula(r, c, "=NA()", None, v)
        case str():
            ws.write_string(r, c, v)
        case _:
            ws.write_number(r, c, v)


def play(masukan: Path, folder: Path, on: date, pagu: int | None) -> Jawaban:
    """`ektp rekon` on the workbook, in this process."""
    hasil, angka = folder / "hasil.xlsx", folder / "angka.json"
    perintah = ["rekon", str(masukan), "--per", on.isoformat(), "-o", str(hasil), "--json", str(angka)]
    layar, galat = io.StringIO(), io.StringIO()
    with redirect_stdout(layar), redirect_stderr(galat):
        kode = main([*perintah, *(["--pagu", str(pagu)] if pagu else [])])
    isi = json.loads(angka.read_text(encoding="utf-8")) if angka.exists() else None
    return Jawaban(kode, layar.getvalue(), galat.getvalue(), hasil, isi)
