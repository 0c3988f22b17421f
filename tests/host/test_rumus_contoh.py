"""The formulas in the template workbook, computed anew by LibreOffice: what is kept in the cells is what they answer."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest

from ektp_excel.bangun.kecamatan import write_kecamatan
from ektp_excel.bangun.rumus_contoh import LEMBAR_SEL, LEMBAR_TABEL
from host.kantor import Kantor


@pytest.mark.parametrize("lembar", [LEMBAR_SEL, LEMBAR_TABEL])
def test_kept_answers_are_those_of_a_real_spreadsheet(kantor: Kantor, tmp_path: Path, lembar: str) -> None:
    berkas = tmp_path / "kecamatan.xlsx"
    write_kecamatan(berkas)
    simpan, hitung = (
        openpyxl.load_workbook(satu, data_only=True)[lembar] for satu in (berkas, kantor.recalculate(berkas))
    )
    beda = []
    banyak = 0
    for baris in simpan.iter_rows():
        for sel in baris:
            kini = hitung[sel.coordinate].value
            banyak += kini is not None
            if (sel.value or "") != (kini or "") and sel.value != pytest.approx(kini):
                beda.append((sel.coordinate, sel.value, kini))
    assert beda == []
    assert banyak > 60
