"""The schedule of jemput bola as a workbook: the plan to hang up, the list of each visit, and who is on none.

Which team goes where and when was decided before.
"""

import os
from collections.abc import Sequence
from datetime import date

from ektp_core.jemput_bola import Jadwal, Kunjungan, priority_of
from ektp_core.penyisiran import BarisPenyisiran
from ektp_core.tulisan import show_count
from ektp_excel.buku.cetak import break_before, set_up_print, set_up_print_by_scale
from ektp_excel.buku.gaya import ANGKA, TANGGAL, Gaya, Isi
from ektp_excel.buku.pena import Nilai, line_count, write_header, write_row
from ektp_excel.buku.sisir import show_age
from ektp_excel.buku.tulis import write_workbook
from ektp_excel.buku.tulisan import cell_text, show_date
from ektp_excel.buku.xlsx import Format, KolomXml, LembarPanjang, Workbook, Worksheet, serial

JADWAL, DAFTAR = "JADWAL", "DAFTAR KUNJUNGAN"
TIDAK_TERLAYANI, TIDAK_DIJADWALKAN = "TIDAK TERLAYANI", "TIDAK DIJADWALKAN"
HARI = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")

_KOLOM = (
    ("NO", 5.0),
    ("HARI", 9.0),
    ("TANGGAL", 12.0),
    ("REGU", 7.0),
    ("DESA", 18.0),
    ("RW", 6.0),
    ("RT", 6.0),
    ("ORANG", 9.0),
    ("DIDAHULUKAN", 16.0),
    ("TEMPAT PELAYANAN", 30.0),
    ("PENANGGUNG JAWAB", 28.0),
)
_KOLOM_DAFTAR = (
    ("TANGGAL", 11.0, Isi.TANGGAL),
    ("REGU", 7.0, Isi.ANGKA),
    ("DESA", 13.0, Isi.TEKS),
    ("RW", 5.0, Isi.TEKS),
    ("RT", 5.0, Isi.TEKS),
    ("NO", 5.0, Isi.ANGKA),
    ("NIK", 17.0, Isi.TEKS),
    ("NAMA", 24.0, Isi.TEKS),
    ("UMUR", 11.0, Isi.TEKS),
    ("DIDAHULUKAN", 16.0, Isi.TEKS),
    ("ALAMAT", 22.0, Isi.TEKS),
    ("YANG DIBAWA", 34.0, Isi.TEKS),
    ("HADIR", 8.0, Isi.TEKS),
    ("TANDA TANGAN", 17.0, Isi.TEKS),
)
_KOLOM_LAIN = (
    ("DESA", 14.0),
    ("RW", 6.0),
    ("RT", 6.0),
    ("NIK", 17.0),
    ("NAMA", 26.0),
    ("UMUR", 11.0),
    ("DIDAHULUKAN", 18.0),
    ("ALAMAT", 24.0),
    ("SEBAB", 36.0),
    ("CATATAN", 36.0),
)
_TINGGI_DAFTAR = 30
_TITIK = "." * 30


def answer(jadwal: Jadwal, target: date) -> str:
    """Whether it is done by the target, in one sentence, with what nobody can do better."""
    j = jadwal
    rumus = f"{show_count(j.regu)} regu × {show_count(j.kapasitas)} orang × {show_count(len(j.hari))} hari kerja"
    semua = j.terlayani + len(j.tidak_terlayani)
    if j.cukup:
        if j.selesai is None:
            return "Tidak ada yang perlu didatangi."
        return (
            f"CUKUP: {show_count(j.terlayani)} orang terlayani, selesai {show_date(j.selesai)}, hari kerja ke-"
            f"{show_count(j.hari_perlu)} dari {show_count(len(j.hari))}; dengan regu dan kapasitas ini tidak dapat lebih awal."
        )
    kurang = (
        f"KURANG: {show_count(len(j.tidak_terlayani))} dari {show_count(semua)} orang tidak terlayani sampai "
        f"{show_date(target)}; dengan {rumus} tidak dapat lebih sedikit dari {show_count(j.batas_kekurangan)}."
    )
    if not j.hari:
        return f"{kurang} Tidak ada hari kerja sampai target."
    regu = -(-semua // (j.kapasitas * len(j.hari)))
    kapasitas = -(-semua // (j.regu * len(j.hari)))
    return (
        f"{kurang} Cukup dengan {show_count(regu)} regu, atau {show_count(kapasitas)} orang seregu sehari, "
        f"atau {show_count(j.hari_perlu)} hari kerja."
    )


def write_jadwal(path: str | os.PathLike[str], jadwal: Jadwal, *, on: date, target: date) -> None:
    """Write the workbook, whole or not at all. Raises `EktpError` when it cannot be written."""

    def fill(buku: Workbook, gaya: Gaya) -> None:
        _add_plan(buku, gaya, jadwal, on, target)
        _add_visits(buku, gaya, jadwal.kunjungan, on)
        if jadwal.tidak_terlayani:
            _add_others(buku, gaya, TIDAK_TERLAYANI, jadwal.tidak_terlayani, on)
        if jadwal.tidak_dijadwalkan:
            _add_others(buku, gaya, TIDAK_DIJADWALKAN, jadwal.tidak_dijadwalkan, on)

    write_workbook(path, f"Jadwal jemput bola per {show_date(on)}", on, fill)


def _add_plan(buku: Workbook, gaya: Gaya, jadwal: Jadwal, on: date, target: date) -> None:
    lembar = buku.add_worksheet(JADWAL)
    for i, (_, lebar) in enumerate(_KOLOM):
        lembar.set_column(i, i, lebar)
    kepala = _write_title(lembar, gaya, jadwal, on, target)
    bentuk = {**gaya.kotak, Isi.ANGKA: _centred(buku), Isi.TANGGAL: _centred(buku, TANGGAL)}
    write_header(lembar, kepala, 0, [judul for judul, _ in _KOLOM], gaya.kepala)
    baris = kepala
    for baris, k in enumerate(jadwal.kunjungan, kepala + 1):
        t = k.tempat
        nilai: list[Nilai] = [baris - kepala, HARI[k.tanggal.weekday()], k.tanggal, k.regu, t.desa, t.rw, t.rt]
        write_row(lembar, baris, 0, [*nilai, len(k.orang), k.didahulukan, "", ""], bentuk)
        lembar.set_row(baris, 20)
    dahulu = sum(k.didahulukan for k in jadwal.kunjungan)
    jumlah: list[Nilai] = ["", "JUMLAH", "", "", "", "", "", jadwal.terlayani, dahulu, "", ""]
    write_row(lembar, baris + 1, 0, jumlah, gaya.jumlah)
    lembar.autofilter(kepala, 0, baris, len(_KOLOM) - 1)
    lembar.freeze_panes(kepala + 1, 0)
    lembar.ignore_errors({"number_stored_as_text": f"A1:K{baris + 2}"})
    set_up_print(lembar, f"{JADWAL} jemput bola, per {show_date(on)}", kepala=kepala)
    _write_signature(lembar, gaya, baris + 4)


def _centred(buku: Workbook, angka: str = ANGKA) -> Format:
    """A number that is read as a label, apart from the text beside it."""
    garis = {"border": 1, "border_color": "#8899A6"}
    return buku.add_format({"num_format": angka, "align": "center", "valign": "vcenter", **garis})


def _write_title(lembar: Worksheet, gaya: Gaya, jadwal: Jadwal, on: date, target: date) -> int:
    """Write what stands above the table; gives the row of its header."""
    j = jadwal
    lembar.write_string(0, 0, "JADWAL JEMPUT BOLA PEREKAMAN e-KTP", gaya.judul)
    lembar.write_string(1, 0, f"Kecamatan {_TITIK} Kabupaten/Kota {_TITIK}", gaya.anak_judul)
    hari = f"{show_count(len(j.hari))} hari kerja sampai {show_date(target)}"
    ukuran = f"{show_count(j.regu)} regu, {show_count(j.kapasitas)} orang seregu sehari, {hari}"
    lembar.write_string(2, 0, f"Keadaan per {show_date(on)}; {ukuran}", gaya.anak_judul)
    kunjungan = (
        f"Regu singgah {show_count(j.singgah)} kali (batas bawah {show_count(j.batas_singgah)}) di {show_count(j.desa)} desa, "
        f"dihitung per regu (batas bawah {show_count(j.batas_desa)}). "
        f"Tidak dijadwalkan, karena memerlukan dokumen atau alamat: {show_count(len(j.tidak_dijadwalkan))} orang."
    )
    lebar = sum(lebar for _, lebar in _KOLOM)
    for baris, (teks, bentuk) in enumerate(
        [(answer(j, target), gaya.pesan if j.cukup else gaya.bahaya), (kunjungan, gaya.catatan)], 3
    ):
        lembar.merge_range(baris, 0, baris, len(_KOLOM) - 1, "", bentuk)
        lembar.write_string(baris, 0, teks, bentuk)
        lembar.set_row(baris, 14 * line_count([teks], [lebar]))
    return 6


def _write_signature(lembar: Worksheet, gaya: Gaya, baris: int) -> None:
    for turun, teks in ((0, f"{_TITIK}, {_TITIK}"), (1, f"CAMAT {_TITIK}"), (6, f"( {_TITIK}{_TITIK} )")):
        lembar.write_string(baris + turun, 9, teks, gaya.anak_judul)


def _add_visits(buku: Workbook, gaya: Gaya, kunjungan: Sequence[Kunjungan], on: date) -> None:
    """Every visit's people, a page for each day of each team."""
    isi = [(k, nomor, b) for k in kunjungan for nomor, b in enumerate(k.orang, 1)]
    lembar: LembarPanjang = buku.add_worksheet(DAFTAR, worksheet_class=LembarPanjang)
    bentuk = {**gaya.kotak, Isi.ANGKA: _centred(buku), Isi.TANGGAL: _centred(buku, TANGGAL)}
    kolom = [KolomXml(judul, bentuk[isi], isi is not Isi.TEKS) for judul, _, isi in _KOLOM_DAFTAR]
    lembar.fill(kolom, gaya.kepala, isi, _visit_row, bingkai=True)
    kunci = [(str(k.tanggal), str(k.regu)) for k, _, _ in isi]
    _finish_list(lembar, DAFTAR, [lebar for _, lebar, _ in _KOLOM_DAFTAR], len(isi), on)
    lembar.set_h_pagebreaks([i + 1 for i in break_before(kunci)])


def _visit_row(x: tuple[Kunjungan, int, BarisPenyisiran]) -> tuple[str, ...]:
    k, nomor, b = x
    return (
        serial(k.tanggal),
        str(k.regu),
        k.tempat.desa,
        b.rw,
        b.rt,
        str(nomor),
        b.nik,
        b.nama,
        show_age(b),
        priority_of(b).value,
        b.alamat,
        ", ".join(b.bawa),
        "",
        "",
    )


def _add_others(buku: Workbook, gaya: Gaya, nama: str, orang: Sequence[BarisPenyisiran], on: date) -> None:
    lembar: LembarPanjang = buku.add_worksheet(nama, worksheet_class=LembarPanjang)
    kolom = [KolomXml(judul, gaya.kotak[Isi.TEKS]) for judul, _ in _KOLOM_LAIN]
    lembar.fill(kolom, gaya.kepala, orang, _other_row, bingkai=True)
    _finish_list(lembar, nama, [lebar for _, lebar in _KOLOM_LAIN], len(orang), on)


def _other_row(b: BarisPenyisiran) -> tuple[str, ...]:
    umur, dahulu = show_age(b), priority_of(b).value
    return b.desa, b.rw, b.rt, b.nik, b.nama, umur, dahulu, b.alamat, b.sebab.value, cell_text("; ".join(b.catatan))


def _finish_list(lembar: LembarPanjang, nama: str, lebar: Sequence[float], jumlah: int, on: date) -> None:
    for i, satu in enumerate(lebar):
        lembar.set_column(i, i, satu)
    lembar.set_default_row(_TINGGI_DAFTAR)
    lembar.freeze_panes(1, 0)
    lembar.autofilter(0, 0, jumlah, len(lebar) - 1)
    lembar.ignore_errors({"number_stored_as_text": f"A1:N{jumlah + 1}"})
    set_up_print_by_scale(lembar, f"{nama}, per {show_date(on)}", lebar)
