"""The sweep lists as workbooks for the desa: one sheet a desa, ready to print, to tick, and to be read back.

Each page is one RT, with the title, the header and the place for two signatures on it. What a desa ticked is read by
`kembali`; only NIK, NAMA and the columns to the right of SEBAB matter there.
"""

import os
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby

from attrs import frozen

from ektp_core.alamat import normalize_desa
from ektp_core.kembalian import Tanda
from ektp_core.penyisiran import BarisPenyisiran, KelompokUmur, Sebab
from ektp_core.tulisan import show_count
from ektp_excel.buku.cetak import break_before, set_up_print, set_up_print_by_scale
from ektp_excel.buku.gaya import Gaya, Isi
from ektp_excel.buku.nama_lembar import legal_names
from ektp_excel.buku.pena import TINGGI_GARIS, line_count, write_header, write_row
from ektp_excel.buku.tulis import write_workbook
from ektp_excel.buku.tulisan import cell_text, show_date
from ektp_excel.buku.xlsx import Format, Workbook, Worksheet

REKAP = "REKAP"
KEPALA = 5
"""The row, from 0, of the table's header: the title and the instruction stand above it."""

_KOLOM = (
    ("NO", 4.5),
    ("RW", 4.5),
    ("RT", 4.5),
    ("NIK", 17.0),
    ("NAMA", 22.0),
    ("UMUR", 9.5),
    ("ALAMAT", 18.0),
    ("SEBAB, DAN YANG DIBAWA", 41.0),
    *((tanda.judul, 5.5) for tanda in Tanda),
    ("CATATAN", 24.0),
)
_NIK, _NAMA, _SEBAB, _TANDA = 3, 4, 7, 8
_LEBAR = [lebar for _, lebar in _KOLOM]
_TINGGI = 2.6 * TINGGI_GARIS
"""Points of a row that is written into by hand."""
_TINGGI_TEKS = 12
"""Points of one line of several in a cell."""
_TINGGI_KEPALA = 80
_BARIS_KOSONG = 8
"""For people whom the desa finds and no list knows, on the last page, above the signature of the head of the desa."""
_TITIK = "." * 34
_TEPI_BAWAH = 1.2
"""Inches for the signatures at the foot of each page."""
_CARA = (
    "Cara mengisi: untuk tiap orang beri tanda V pada SATU kolom saja (boleh juga tanggalnya). Tidak tahu: kosongkan, "
    "tulis apa adanya di CATATAN. Orang yang belum ada di daftar ditulis di baris kosong paling bawah, dengan NIK-nya."
)


@frozen
class DaftarDesa:
    """The sweep list of one desa, in walking order."""

    desa: str
    baris: tuple[BarisPenyisiran, ...]


def split_by_desa(baris: Sequence[BarisPenyisiran]) -> tuple[DaftarDesa, ...]:
    """One list for each desa, in the order of the rows (which is by desa)."""
    kelompok = groupby(baris, key=lambda b: normalize_desa(b.desa))
    return tuple(DaftarDesa(isi[0].desa, isi) for isi in (tuple(satu) for _, satu in kelompok))


def write_sisir(path: str | os.PathLike[str], daftar: Sequence[DaftarDesa], *, on: date, rekap: bool = True) -> None:
    """Write the lists into one workbook, a sheet each, with the recap before them where asked; whole or not at all.

    Raises `EktpError` when it cannot be written.
    """

    def fill(buku: Workbook, gaya: Gaya) -> None:
        if rekap:
            _add_recap(buku, gaya, daftar, on)
        for nama, satu in zip(legal_names([d.desa for d in daftar], dipakai=[REKAP]), daftar, strict=True):
            _add_list(buku, gaya, nama, satu, on)

    write_workbook(path, f"Lembar sisir e-KTP per {show_date(on)}", on, fill)


def _add_list(buku: Workbook, gaya: Gaya, nama: str, daftar: DaftarDesa, on: date) -> None:
    lembar = buku.add_worksheet(nama)
    for i, lebar in enumerate(_LEBAR):
        lembar.set_column(i, i, lebar)
    _write_title(lembar, gaya, daftar, on)
    _write_head(buku, lembar, gaya)
    tengah = _centred(buku)
    for baris, b in enumerate(daftar.baris, KEPALA + 1):
        _write_person(lembar, gaya, tengah, baris, b)
    akhir = KEPALA + len(daftar.baris) + _BARIS_KOSONG
    for baris in range(akhir - _BARIS_KOSONG + 1, akhir + 1):
        _write_blank(lembar, gaya, tengah, baris)
    lembar.autofilter(KEPALA, 0, akhir, len(_KOLOM) - 1)
    lembar.freeze_panes(KEPALA + 1, _NAMA + 1)
    lembar.ignore_errors({"number_stored_as_text": f"A1:N{akhir + 1}"})
    _set_up_page(lembar, daftar, on)
    akhir = _write_signature(lembar, gaya, daftar.desa, akhir + 2)
    lembar.print_area(0, 0, akhir, len(_KOLOM) - 1)


def _write_title(lembar: Worksheet, gaya: Gaya, daftar: DaftarDesa, on: date) -> None:
    judul = f"LEMBAR SISIR PEREKAMAN e-KTP: DESA/KELURAHAN {daftar.desa.upper()}"
    lembar.write_string(0, 0, cell_text(judul), gaya.judul)
    lembar.write_string(1, 0, f"Kecamatan {_TITIK} Kabupaten/Kota {_TITIK}", gaya.anak_judul)
    keadaan = f"Keadaan per {show_date(on)}: {show_count(len(daftar.baris))} orang wajib e-KTP yang belum terekam"
    lembar.write_string(2, 0, keadaan, gaya.anak_judul)
    lembar.merge_range(3, 0, 3, len(_KOLOM) - 1, "", gaya.catatan)
    lembar.write_string(3, 0, _CARA, gaya.catatan)
    lembar.set_row(3, 2.2 * TINGGI_GARIS)


def _write_head(buku: Workbook, lembar: Worksheet, gaya: Gaya) -> None:
    tegak = buku.add_format(
        {"bold": True, "font_size": 9, "rotation": 90, "align": "center", "valign": "vcenter", "text_wrap": True}
        | {"border": 1, "border_color": "#8899A6", "bg_color": "#D9E2EC", "num_format": "@"}
    )
    write_header(lembar, KEPALA, 0, [judul for judul, _ in _KOLOM], gaya.kepala)
    write_header(lembar, KEPALA, _TANDA, [tanda.judul for tanda in Tanda], tegak)
    lembar.set_row(KEPALA, _TINGGI_KEPALA)


def _centred(buku: Workbook) -> Format:
    # Text, as the cells beside it: whatever is typed stays as it was typed.
    garis = {"border": 1, "border_color": "#8899A6"}
    return buku.add_format({"num_format": "@", "align": "center", "valign": "vcenter", **garis})


def _write_person(lembar: Worksheet, gaya: Gaya, tengah: Format, baris: int, b: BarisPenyisiran) -> None:
    nilai = ["", b.rw, b.rt, b.nik, b.nama, show_age(b), b.alamat, show_why(b)]
    write_row(lembar, baris, 0, nilai, gaya.kotak)
    lembar.write_number(baris, 0, baris - KEPALA, tengah)
    _write_blank(lembar, gaya, tengah, baris, dari=_TANDA)
    garis = max(sum(line_count([satu], [w]) for satu in v.split("\n")) for v, w in zip(nilai, _LEBAR, strict=False))
    lembar.set_row(baris, max(_TINGGI, garis * _TINGGI_TEKS + 4))


def _write_blank(lembar: Worksheet, gaya: Gaya, tengah: Format, baris: int, *, dari: int = 0) -> None:
    akhir = len(_KOLOM) - 1
    for i in range(dari, akhir + 1):
        lembar.write_blank(baris, i, None, tengah if _TANDA <= i < akhir else gaya.kotak[Isi.TEKS])
    if not dari:
        lembar.set_row(baris, _TINGGI)


def show_age(b: BarisPenyisiran) -> str:
    """The age with its group, as the narrow column holds it."""
    if b.umur is None:
        return "tidak diketahui"
    return f"{b.umur}" if b.kelompok is KelompokUmur.DEWASA else f"{b.umur}\n{b.kelompok.value.lower()}"


def show_why(b: BarisPenyisiran) -> str:
    """The reason, with the invitation and what the desa wrote before; then what to bring."""
    surat = f" (no. {b.nomor_undangan})" if b.nomor_undangan else ""
    lalu = f"; catatan: {'; '.join(b.catatan)}" if b.catatan else ""
    return f"{b.sebab.value}{surat}{lalu}\nBawa: {', '.join(b.bawa)}"


def _set_up_page(lembar: Worksheet, daftar: DaftarDesa, on: date) -> None:
    set_up_print_by_scale(lembar, "", _LEBAR)
    lembar.repeat_rows(0, KEPALA)
    lembar.set_margins(left=0.4, right=0.4, top=0.4, bottom=_TEPI_BAWAH)
    tanda = "\n\n\n\n( ................................ )"
    desa = daftar.desa.replace("&", "&&")[:40]
    kaki = f"&L&9Ketua RT,{tanda}&C&9Petugas penyisiran,{tanda}&R&9{desa}, per {show_date(on)}\nHalaman &P dari &N"
    lembar.set_footer(kaki, {"margin": 0.3})
    kunci = [(b.rw, b.rt) for b in daftar.baris]
    lembar.set_h_pagebreaks([KEPALA + 1 + i for i in (*break_before(kunci), len(kunci))])


def _write_signature(lembar: Worksheet, gaya: Gaya, desa: str, baris: int) -> int:
    """The place for the head of the desa, in a column that is not read back; gives its last row."""
    for turun, teks in (
        (0, f"{_TITIK}, {_TITIK}"),
        (1, f"Mengetahui, Kepala Desa/Lurah {desa}"),
        (6, f"( {_TITIK}{_TITIK} )"),
    ):
        lembar.write_string(baris + turun, _SEBAB, cell_text(teks), gaya.anak_judul)
    return baris + 6


def _add_recap(buku: Workbook, gaya: Gaya, daftar: Sequence[DaftarDesa], on: date) -> None:
    lembar = buku.add_worksheet(REKAP)
    judul = ["DESA", *(s.value for s in Sebab), "JUMLAH", "LANSIA", "PEMULA BARU"]
    for i, lebar in enumerate([22, *[19] * len(Sebab), 12, 12, 12]):
        lembar.set_column(i, i, lebar)
    lembar.write_string(0, 0, f"REKAP LEMBAR SISIR PEREKAMAN e-KTP PER {show_date(on).upper()}", gaya.judul)
    write_header(lembar, 2, 0, judul, gaya.kepala)
    lembar.set_row(2, 3 * TINGGI_GARIS)
    for i, satu in enumerate(daftar, 3):
        write_row(lembar, i, 0, [satu.desa, *_counts(satu.baris)], gaya.kotak)
    semua = [b for satu in daftar for b in satu.baris]
    write_row(lembar, 3 + len(daftar), 0, ["JUMLAH", *_counts(semua)], gaya.jumlah)
    set_up_print(lembar, f"{REKAP} lembar sisir, per {show_date(on)}", kepala=2)


def _counts(baris: Sequence[BarisPenyisiran]) -> list[int]:
    sebab: Mapping[Sebab, int] = Counter(b.sebab for b in baris)
    umur: Mapping[KelompokUmur, int] = Counter(b.kelompok for b in baris)
    return [*(sebab[s] for s in Sebab), len(baris), umur[KelompokUmur.LANSIA], umur[KelompokUmur.PEMULA_BARU]]
