"""A sweep list opened, ticked and saved again by a real LibreOffice, in each format in which a desa may send it back."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pytest
from attrs import evolve

from ektp_core import Tanda, sweep
from ektp_excel.buku.kembali import read_kembali
from ektp_excel.buku.sisir import KEPALA, split_by_desa, write_sisir
from host.kantor import Kantor
from strategies import D, Insan, Tabel

DESA = ("Jaten", "Dagen")
ISIAN = ("V", "✓", 1, "ya", "3-9-2012", "x", None, None)


@pytest.mark.parametrize("akhiran", ["xlsx", "ods", "xls"])
def test_a_list_saved_by_libreoffice_comes_back_whole(kantor: Kantor, akhiran: str, tmp_path: Path) -> None:
    orang = [
        evolve(Insan(), nik=f"331311010180{i:04}", nama=f"Warga {i}", desa=DESA[i % 2], rt=f"{i % 3 + 1:03}")
        for i in range(1, 9)
    ]
    hasil = Tabel(D, tuple(o.listed() for o in orang)).reconcile()
    asal = tmp_path / "sisir.xlsx"
    write_sisir(asal, split_by_desa(sweep(hasil.belum, on=D)), on=D)
    buku = openpyxl.load_workbook(asal)
    harapan: dict[str, tuple[Tanda, ...]] = {}
    for lembar in buku.worksheets[1:]:
        baris = [i for i in range(KEPALA + 2, lembar.max_row + 1) if lembar.cell(i, 4).value]
        for i in baris:
            n = len(harapan)
            tanda = list(Tanda)[n % len(Tanda)]
            kolom = next(c.column for c in lembar[KEPALA + 1] if c.value == tanda.judul)
            lembar.cell(i, kolom).value = ISIAN[n]
            harapan[str(lembar.cell(i, 4).value)] = () if ISIAN[n] is None else (tanda,)
    buku.save(asal)
    kembali = tmp_path / "kembali"
    kantor.run("--convert-to", akhiran, "--outdir", str(kembali), str(asal))
    dibaca = read_kembali(kembali, on=D)
    assert not dibaca.galat
    assert {k.nik: k.tanda for k in dibaca.kembalian} == harapan
    assert len(dibaca.kembalian) == len(orang)
    assert sorted(dibaca.dibaca) == [f"KEMBALI sisir.{akhiran} [Dagen]", f"KEMBALI sisir.{akhiran} [Jaten]"]
