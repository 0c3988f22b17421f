"""A range given to a formula and a sheet of a workbook are one table: read by the same eyes, refused by the same words."""

from __future__ import annotations

import pytest

from ektp_core import EktpError
from ektp_excel.buku.baca_berkas import IsiLembar
from ektp_excel.buku.baca_lembar import open_sheet
from ektp_excel.fungsi.tabel import read_table
from ektp_excel.kolom import LEMBAR

NIK = "3313111708800001"
_ORANG = ("NIK", "NAMA", "JK", "STATUS KAWIN", "DESA")
_BUDI = (NIK, "BUDI", "L", "KAWIN", "Jaten")
TABEL = {
    "status menurut isinya": (
        "PEREKAMAN",
        [["NIK", "TGL REKAM", "STATUS KTP", "STATUS"], [NIK, "28-08-2012", "KAWIN", "PRINT_READY_RECORD"]],
        {"STATUS": "PRINT_READY_RECORD"},
    ),
    "judul gabungan di atas RT dan RW": (
        "PENDUDUK",
        [[*_ORANG, "TGL LAHIR", "RT/RW", ""], [*_BUDI, "17-08-1980", "001", "002"]],
        {"RT": "001", "RW": "002"},
    ),
    "tempat dan tanggal lahir": (
        "PENDUDUK",
        [[*_ORANG, "RT", "RW", "TEMPAT/TGL LAHIR", ""], [*_BUDI, "1", "2", "Karanganyar", "17-08-1980"]],
        {"TGL_LAHIR": "17-08-1980"},
    ),
    "desa yang digabungkan": (
        "WILAYAH",
        [["DESA", "RW", "RT"], ["Jaten", "001", "001"], ["", "", "002"], ["", "002", "001"]],
        {"DESA": "Jaten", "RW": "002", "RT": "001"},
    ),
    "nomor kolom di bawah judul": (
        "UNDANGAN",
        [["NO", "NIK", "NAMA", "DESA"], ["1", "2", "3", "4"], ["7", NIK, "BUDI", "Jaten"]],
        {"NIK": NIK, "NO_UNDANGAN": "7"},
    ),
}
DUA_NIK = [["NO", "NIK", "NIK", "NAMA", "DESA"], ["1", NIK, "3313111708800002", "BUDI", "Jaten"]]


@pytest.mark.parametrize("kasus", TABEL)
def test_a_range_and_a_sheet_are_read_alike(kasus: str) -> None:
    nama, rows, akhir = TABEL[kasus]
    rentang = read_table(rows, nama)
    lembar = open_sheet(IsiLembar(iter(rows)), LEMBAR[nama], nama)
    assert rentang is not None
    assert list(rentang.isi) == list(lembar.rows)
    assert list(rentang.baris) == list(lembar.nomor)
    assert akhir.items() <= rentang.isi[-1].items()


def test_two_persons_in_one_row_are_refused_in_both() -> None:
    with pytest.raises(EktpError, match="kolom NIK ada dua") as di_rentang:
        read_table(DUA_NIK, "UNDANGAN")
    with pytest.raises(EktpError, match="kolom NIK ada dua") as di_lembar:
        open_sheet(IsiLembar(iter(DUA_NIK)), LEMBAR["UNDANGAN"], "UNDANGAN")
    assert str(di_lembar.value).removeprefix("lembar ") == str(di_rentang.value)
