"""The template `kecamatan.xlsx`: the sheets of the contract ready to be filled, without a single macro.

Columns of NIK and other codes are text before anybody types, dates are dates, and words with a fixed spelling are chosen
from a list. What the sheets and columns are called is taken from `kolom`; the examples of formulas stand in `rumus_contoh`.
"""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from attrs import frozen

from ektp_excel.bangun.rumus_contoh import add_contoh_rumus
from ektp_excel.buku.gaya import TANGGAL, TEKS, Gaya
from ektp_excel.buku.utuh import write_whole
from ektp_excel.buku.xlsx import Kemasan, Workbook, Worksheet, open_workbook
from ektp_excel.kolom.ejaan import LEMBAR, Kolom, Lembar
from ektp_excel.pita.bantuan import DIBUAT, add_daftar_fungsi, add_petunjuk

NAMA = "kecamatan.xlsx"
PILIHAN = "PILIHAN"
"""The sheet that holds the words to choose from; Excel takes a list of more than 255 letters only from cells."""

_TERAKHIR = 1_048_575  # Excel's last row, counted from 0
_TIPE_TANGGAL = "TGL_"


@frozen
class Pilihan:
    """A list of words; with `tegas` another word is refused, else Excel only asks whether it is meant."""

    kata: tuple[str, ...]
    tegas: bool = False


_STATUS = (
    "BIO_CAPTURED", "PROCESSING", "SENT_FOR_ENROLLMENT", "RECEIVED_AT_CENTRAL", "ADJUDICATE_RECORD",
    "ADJUDICATE_IN_PROCESS", "DUPLICATE_RECORD", "PRINT_READY_RECORD", "SENT_FOR_CARD_PRINTING", "CARD_PRINTED",
    "CARD_SHIPPED", "CARD_ISSUED", "UNREGISTERED", "ENROLL_FAILURE_AT_CENTRAL", "ENROLL_FAILURE_AT_REGIONAL",
    "SEARCH_FAILURE_AT_CENTRAL",
)  # fmt: skip
_KATA: Mapping[str, Pilihan] = {
    "JENIS_KELAMIN": Pilihan(("L", "P")),
    "STATUS_KAWIN": Pilihan(("BELUM KAWIN", "KAWIN", "CERAI HIDUP", "CERAI MATI")),
    "KEWARGANEGARAAN": Pilihan(("WNI", "WNA")),
    "STATUS": Pilihan(_STATUS),
    "ARAH": Pilihan(("KELUAR", "DATANG"), tegas=True),
}
_LEBAR: Mapping[str, float] = {
    "NIK": 19, "NO_KK": 19, "NAMA": 30, "NAMA_IBU": 26, "ALAMAT": 30, "DESA": 18, "RT": 6, "RW": 6, "KETERANGAN": 34,
    "STATUS": 24, "TEMPAT": 22, "NO_UNDANGAN": 15, "JENIS_KELAMIN": 15, "STATUS_KAWIN": 16, "KEWARGANEGARAAN": 19, "ARAH": 12,
}  # fmt: skip
_LEBAR_TANGGAL = 16.0


def write_kecamatan(berkas: Path) -> None:
    """Write the template, whole or not at all; the same sources give the same bytes."""
    with write_whole(berkas) as keluar, TemporaryDirectory(prefix="ektp-") as tmpdir:
        kemasan = Kemasan()
        buku = open_workbook(kemasan, tmpdir=tmpdir, judul="Buku kerja e-KTP kecamatan", on=DIBUAT)
        gaya = Gaya.of(buku)
        add_petunjuk(buku, gaya)
        letak = _place_lists()
        for lembar in LEMBAR.values():
            _add_sheet(buku, gaya, lembar, letak)
        add_contoh_rumus(buku, gaya)
        add_daftar_fungsi(buku, gaya)
        _add_lists(buku, gaya)
        buku.close()
        keluar.write(kemasan.getbuffer())


def _add_sheet(buku: Workbook, gaya: Gaya, lembar: Lembar, letak: Mapping[str, str]) -> None:
    ws = buku.add_worksheet(lembar.nama)
    teks, tanggal = (buku.add_format({"num_format": bentuk}) for bentuk in (TEKS, TANGGAL))
    for i, kolom in enumerate(lembar.kolom):
        bertanggal = _is_date(kolom)
        ws.set_column(i, i, _width(kolom), tanggal if bertanggal else teks)
        ws.write_string(0, i, kolom.nama, gaya.kepala)
        if kolom.tanpa:
            ws.write_comment(0, i, f"Boleh tidak ada. Tanpanya {kolom.tanpa}.", {"x_scale": 2})
        if kolom.nama in _KATA:
            _offer(ws, i, kolom.nama, letak[kolom.nama])
        elif kolom.nama in ("NIK", "NO_KK"):
            _hint_nik(ws, i, kolom.nama)
        elif bertanggal:
            ws.data_validation(
                1, i, _TERAKHIR, i,
                {"validate": "any", "input_title": kolom.nama, "input_message": "Tanggal dahulu: 17-08-1995."},
            )  # fmt: skip
    ws.freeze_panes(1, 0)
    ws.autofilter(0, 0, 0, len(lembar.kolom) - 1)
    ws.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
    ws.set_landscape()
    ws.set_paper(9)
    ws.fit_to_pages(1, 0)
    ws.repeat_rows(0)


def _offer(ws: Worksheet, kolom: int, nama: str, sumber: str) -> None:
    ws.data_validation(
        1, kolom, _TERAKHIR, kolom,
        {
            "validate": "list",
            "source": sumber,
            "error_type": "stop" if _KATA[nama].tegas else "warning",
            "error_title": nama,
            "error_message": "Kata ini tidak ada di daftar pilihan.",
        },
    )  # fmt: skip


def _hint_nik(ws: Worksheet, kolom: int, nama: str) -> None:
    ws.data_validation(
        1, kolom, _TERAKHIR, kolom,
        {
            "validate": "length",
            "criteria": "==",
            "value": 16,
            "error_type": "warning",
            "error_title": nama,
            "error_message": f"{nama} terdiri atas 16 angka. Tetap pakai isian ini?",
            "input_title": nama,
            "input_message": "16 angka, sebagai teks. Saat menempel pilih Nilai (Values).",
        },
    )  # fmt: skip


def _place_lists() -> dict[str, str]:
    return {
        nama: f"={PILIHAN}!${chr(ord('A') + i)}$2:${chr(ord('A') + i)}${len(isi.kata) + 1}"
        for i, (nama, isi) in enumerate(_KATA.items())
    }


def _add_lists(buku: Workbook, gaya: Gaya) -> None:
    ws = buku.add_worksheet(PILIHAN)
    for i, (nama, isi) in enumerate(_KATA.items()):
        ws.set_column(i, i, max(map(len, (nama, *isi.kata))) + 4)
        ws.write_string(0, i, nama, gaya.kepala)
        for baris, kata in enumerate(isi.kata, 1):
            ws.write_string(baris, i, kata)


def _is_date(kolom: Kolom) -> bool:
    return kolom.nama.startswith(_TIPE_TANGGAL) or kolom.nama == "ITAP_SAMPAI"


def _width(kolom: Kolom) -> float:
    return _LEBAR_TANGGAL if _is_date(kolom) else _LEBAR[kolom.nama]
