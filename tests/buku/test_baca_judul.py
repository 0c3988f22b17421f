"""Which sheet and which column is meant: headers as offices write them, doubled, merged, missing or hidden."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
import xlsxwriter

from buku.buatan import BUDI, ISI, PER, SITI, TONO, Tabel, change, write_xlsx
from ektp_core import EktpError
from ektp_excel.buku.baca import IsiBuku, read_buku


def read(path: Path) -> IsiBuku:
    return read_buku(path, on=PER)


def test_headers_as_offices_write_them(tmp_path: Path) -> None:
    kepala = ["No", "NO. NIK ", "Nama\nLengkap", "Tgl.\u00a0Lahir", "L/P", "STAT_KWN", "NO_RT", "No. RW", "Desa/Kel"]
    tabel: Tabel = [["DAFTAR PENDUDUK"], [], kepala, [1.0, *ISI["PENDUDUK"][1]]]
    isi = read(write_xlsx(tmp_path / "b.xlsx", change(PENDUDUK=tabel)))
    assert (isi.penduduk[0].nik, isi.penduduk[0].rt, isi.penduduk[0].desa) == (BUDI, "001", "JATEN")
    cocok = [(j.kolom, j.judul, j.sel) for j in isi.laporan.cocok if j.lembar == "PENDUDUK"]
    assert cocok[:3] == [("NIK", "NO. NIK", "B3"), ("NAMA", "Nama Lengkap", "C3"), ("TGL_LAHIR", "Tgl. Lahir", "D3")]


def test_combined_columns(tmp_path: Path) -> None:
    kepala = ["NIK", "NAMA", "TEMPAT/TGL LAHIR", "JK", "STATUS KAWIN", "RT/RW", "DESA"]
    tabel: Tabel = [
        kepala,
        [BUDI, "BUDI", "Karanganyar, 17-08-1990", "L", "1", "001/002", "JATEN"],
        [SITI, "SITI", date(1992, 9, 10), "P", "2", date(2012, 2, 1), "JATEN"],
    ]
    isi = read(write_xlsx(tmp_path / "b.xlsx", change(PENDUDUK=tabel)))
    assert [(p.tanggal_lahir, p.rt, p.rw) for p in isi.penduduk] == [
        (date(1990, 8, 17), "001", "002"), (date(1992, 9, 10), "", ""),
    ]  # fmt: skip
    assert isi.laporan.pesan[0].startswith("PENDUDUK: 1 sel RT/RW telah menjadi tanggal")
    assert {(j.kolom, j.sel) for j in isi.laporan.cocok if j.judul == "RT/RW"} == {("RT", "F1"), ("RW", "F1")}


def test_doubled_header_takes_the_first_that_holds_something(tmp_path: Path) -> None:
    tabel: Tabel = [["NAMA", "NAMA", "NO_UNDANGAN", "NIK", "DESA", "DESA"], [None, "BUDI", "1", BUDI, "JATEN", "DAGEN"]]
    isi = read(write_xlsx(tmp_path / "b.xlsx", change(UNDANGAN=tabel)))
    assert (isi.undangan[0].nama, isi.undangan[0].desa) == ("BUDI", "JATEN")
    assert "UNDANGAN: kolom NAMA ada dua: B dipakai, A tidak." in isi.laporan.pesan
    assert "UNDANGAN: kolom DESA ada dua: E dipakai, F tidak." in isi.laporan.pesan


def test_every_column_left_unread_is_said(tmp_path: Path) -> None:
    kepala = ["NO", "NO_UNDANGAN", "NIK", "NAMA", "DESA", "KETERANGAN", "CATATAN DESA", "KELURAHAN"]
    tabel: Tabel = [
        kepala,
        ["9", "1", BUDI, "BUDI", "JATEN", "hadir", None, "DAGEN"],
        ["8", "2", SITI, "SITI", "JATEN", "hadir", "alm.", "DAGEN"],
    ]
    isi = read(write_xlsx(tmp_path / "b.xlsx", change(UNDANGAN=tabel)))
    assert [(u.nomor, u.keterangan, u.desa) for u in isi.undangan] == [("1", "", "JATEN"), ("2", "alm.", "JATEN")]
    assert [p for p in isi.laporan.pesan if "ada dua" in p] == [
        "UNDANGAN: kolom DESA ada dua: E (DESA) dipakai, H (KELURAHAN) tidak.",
        "UNDANGAN: kolom KETERANGAN ada dua: G (CATATAN DESA) dipakai, F (KETERANGAN) tidak.",
    ]


@pytest.mark.parametrize(
    ("status", "ektp", "dipakai"),
    [
        ("KAWIN", "CARD_ISSUED", "CARD_ISSUED"),
        ("BIO_CAPTURED", "CARD_ISSUED", "BIO_CAPTURED"),
        (None, "CARD_ISSUED", "CARD_ISSUED"),
        ("KAWIN", "ADA", "KAWIN"),
        ("KAWIN", None, "KAWIN"),
    ],
)
def test_status_is_the_column_with_the_words_of_siak(
    tmp_path: Path, status: str | None, ektp: str | None, dipakai: str
) -> None:
    tabel: Tabel = [["NIK", "TGL_REKAM", "STATUS", "STATUS E-KTP"], [BUDI, "20-08-2012", status, ektp]]
    isi = read(write_xlsx(tmp_path / "b.xlsx", change(PEREKAMAN=tabel)))
    assert isi.perekaman[0].status == dipakai


def test_two_niks_of_different_persons_are_refused(tmp_path: Path) -> None:
    kepala: Tabel = [["NIK", "NIK", "TGL_MENINGGAL"], [None, BUDI, "1-2-2012"]]
    with pytest.raises(EktpError, match="lembar MENINGGAL: kolom NIK ada dua, di A1 dan B1, dan isinya berlainan"):
        read(write_xlsx(tmp_path / "a.xlsx", change(MENINGGAL=[*kepala, [TONO, SITI, "1-2-2012"]])))
    sama = read(write_xlsx(tmp_path / "b.xlsx", change(MENINGGAL=[*kepala, [TONO, TONO, "1-2-2012"]])))
    assert "MENINGGAL: kolom NIK ada dua: A dipakai, B tidak." in sama.laporan.pesan


def test_merged_desa_of_wilayah_is_filled_from_above(tmp_path: Path) -> None:
    tabel: Tabel = [
        ["DESA", "RW", "RT"], ["DAGEN", "001", "003"], [None, "002", "004"], [" ", None, 5.0], ["JATEN", None, "001"],
        [None, "003", "RT 02"], [None, "JUMLAH", "5"], [None, None, "Jaten, 28 Agustus 2012"],
    ]  # fmt: skip
    isi = read(write_xlsx(tmp_path / "b.xlsx", change(WILAYAH=tabel)))
    assert isi.wilayah is not None
    ada = {(w.desa, w.rw, w.rt) for w in isi.wilayah}
    assert {("DAGEN", "002", "004"), ("DAGEN", "002", "005"), ("JATEN", "003", "002")} <= ada
    assert [g.baris for g in isi.galat][-2:] == [7, 8]
    pesan = "WILAYAH: 3 baris tanpa DESA atau RW memakai DESA atau RW dari baris di atasnya."
    assert pesan in isi.laporan.pesan


def test_combined_cell_merged_over_two_columns(tmp_path: Path) -> None:
    tabel: Tabel = [
        ["NIK", "NAMA", "TEMPAT/TGL LAHIR", "", "JK", "STATUS KAWIN", "RT/RW", "", "DESA"],
        [BUDI, "BUDI", "KARANGANYAR", "17-08-1990", "L", "1", "001", 2.0, "JATEN"],
    ]
    isi = read(write_xlsx(tmp_path / "b.xlsx", change(PENDUDUK=tabel)))
    assert [(p.tanggal_lahir, p.rt, p.rw) for p in isi.penduduk] == [(date(1990, 8, 17), "001", "002")]
    sel = {j.kolom: j.sel for j in isi.laporan.cocok if j.lembar == "PENDUDUK"}
    assert (sel["TGL_LAHIR"], sel["RT"], sel["RW"]) == ("D1", "G1", "H1")
    dua = [tabel[0], [None, None, "TEMPAT", "TANGGAL", None, None, "RT", "RW", None], tabel[1]]
    assert read(write_xlsx(tmp_path / "c.xlsx", change(PENDUDUK=dua))).penduduk[0].tanggal_lahir == date(1990, 8, 17)


def test_missing_optional_parts_are_said(tmp_path: Path) -> None:
    isi = read(write_xlsx(tmp_path / "b.xlsx"))
    tidak_ada = " ".join(isi.laporan.tidak_ada)
    assert "Tidak ada lembar WILAYAH: " in tidak_ada
    assert "UNDANGAN tanpa kolom RT: " in tidak_ada
    assert "PENDUDUK tanpa kolom ITAP_SAMPAI: " in tidak_ada
    assert not isi.penduduk[0].itap_diketahui
    lengkap = [[*ISI["PENDUDUK"][0], "ITAP s/d"], [*ISI["PENDUDUK"][1], None]]
    ada = read(
        write_xlsx(tmp_path / "c.xlsx", change(PENDUDUK=lengkap, WILAYAH=[["DESA", "RW", "RT"], ["JATEN", 2.0, "1"]]))
    )
    assert ada.penduduk[0].itap_diketahui
    assert ada.wilayah is not None
    assert (ada.wilayah[0].rw, ada.dibaca["WILAYAH"]) == ("002", 1)
    assert "WILAYAH" not in " ".join(ada.laporan.tidak_ada)


def test_hidden_and_foreign_sheets(tmp_path: Path) -> None:
    isi = change(PIVOT=[["NIK"], ["x"]])
    path = write_xlsx(tmp_path / "b.xlsx", isi, keadaan={"PINDAH": "hidden", "MENINGGAL": "veryHidden"})
    pesan = read(path).laporan.pesan
    assert "Lembar tersembunyi ikut dibaca: PINDAH, MENINGGAL." in pesan
    assert "Lembar yang tidak dibaca: PIVOT." in pesan


def test_hidden_rows_and_chart_sheets(tmp_path: Path) -> None:
    path = tmp_path / "b.xlsx"
    with xlsxwriter.Workbook(path) as buku:
        grafik = buku.add_chart({"type": "column"})
        grafik.add_series({"values": "=PENDUDUK!$A$1:$A$2"})
        buku.add_chartsheet("UNDANGAN").set_chart(grafik)
        for nama, tabel in ISI.items():
            lembar = buku.add_worksheet(nama if nama != "UNDANGAN" else "Daftar Undangan")
            for i, row in enumerate(tabel):
                lembar.write_row(i, 0, row)
            lembar.set_row(1, None, None, {"hidden": True})
    isi = read(path)
    assert isi.dibaca["UNDANGAN"] == 2
    assert next(j.lembar_tertulis for j in isi.laporan.cocok if j.lembar == "UNDANGAN") == "Daftar Undangan"
