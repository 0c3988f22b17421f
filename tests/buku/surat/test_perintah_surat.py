"""`ektp surat`: the letters of Jaten against the summary of the same run, and the exit code of every way to fail."""

from __future__ import annotations

import json
import os
import re
from collections import Counter
from errno import ENOSPC
from itertools import count
from pathlib import Path

import pytest
from attrs import evolve, frozen
from python_calamine import CalamineWorkbook

from buku.buatan import BUDI, ISI, SITI, change, write_xlsx
from buku.surat.docx_dibaca import number, rows_under, tables, words
from ektp_core.galat import EktpError
from ektp_core.rekonsiliasi import Hasil, Neraca, reconcile
from ektp_excel import perintah
from ektp_excel.contoh import make_buku
from ektp_excel.perintah import main

PER = ("--per", "2012-08-28")
DAFTAR = ("NO", "NIK", "NAMA")
SESI = ("--target", "2012-09-29", "--kapasitas-sesi", "60", "--hari-kerja", "6", "--mulai", "2012-09-03")

SEBAB = ("tercecer", "belum datang", "alamat tidak diketahui", "catatan meninggal", "catatan pindah")


@frozen
class Jaten:
    """The letters of the example, by file, with the summary and a sheet of the same run and what the command said."""

    surat: dict[str, bytes]
    ringkasan: dict
    penyisiran: list[list]
    layar: str


@pytest.fixture(scope="module")
def jaten(tmp_path_factory: pytest.TempPathFactory) -> Jaten:
    """The whole example through the command, once."""
    folder = tmp_path_factory.mktemp("jaten")
    make_buku(folder / "buku_jaten.xlsx")
    layar: list[str] = []
    with pytest.MonkeyPatch.context() as m:
        m.setattr("builtins.print", lambda *isi, **_: layar.append(" ".join(map(str, isi))))
        arg = ["surat", folder / "buku_jaten.xlsx", *PER, "--pagu", "55.865", "-o", folder / "surat", *SESI]
        arg += ["--json", folder / "r.json", "--hasil", folder / "h.xlsx"]
        assert main(list(map(str, arg))) == 0
    surat = {p.name: p.read_bytes() for p in (folder / "surat").iterdir()}
    ringkasan = json.loads((folder / "r.json").read_text(encoding="utf-8"))
    lembar = CalamineWorkbook.from_path(folder / "h.xlsx").get_sheet_by_name("PENYISIRAN")
    return Jaten(surat, ringkasan, lembar.to_python(), "\n".join(layar))


def test_circulars_of_the_eight_desa_sum_to_the_summary(jaten: Jaten) -> None:
    nik: list[str] = []
    for desa in jaten.ringkasan["desa"]:
        isi = jaten.surat[f"edaran_{desa['desa']}.docx"]
        daftar = list(rows_under(isi, *DAFTAR))
        assert [number(b[0]) for b in daftar] == list(range(1, desa["belum"] + 1))
        nik += [b[1] for b in daftar]
        teks = words(isi)
        angka = re.search(r"dari ([\d.]+) penduduk wajib.* telah direkam ([\d.]+) orang .* direkam ([\d.]+) \(", teks)
        assert angka
        assert [number(a) for a in angka.groups()] == [desa["wajib"], desa["terekam"], desa["belum"]]
    assert len(jaten.ringkasan["desa"]) == 8
    assert len(nik) == jaten.ringkasan["belum_terekam"] == 4412
    assert nik == [baris[3] for baris in jaten.penyisiran[1:]]


def test_reasons_in_the_circulars_sum_to_the_summary(jaten: Jaten) -> None:
    jumlah: Counter[str] = Counter()
    for desa in jaten.ringkasan["desa"]:
        isi = jaten.surat[f"edaran_{desa['desa']}.docx"]
        pokok = next(t for t in tables(isi) if t[-1][0] == "JUMLAH")
        total = number(pokok[-1][1])
        angka = {nama.split(" (")[0]: number(n) for nama, n in pokok[:-1]}
        assert set(angka) <= set(SEBAB)
        assert sum(angka.values()) == total == desa["belum"]
        assert angka == Counter(b[6] for b in rows_under(isi, *DAFTAR))
        jumlah.update(angka)
    assert jumlah["tercecer"] == jaten.ringkasan["tercecer"]
    assert sum(jumlah[s] for s in SEBAB[2:]) == jaten.ringkasan["wajib"]["belum_pasti"]


def test_returned_papers_are_those_of_the_summary(jaten: Jaten) -> None:
    undangan = jaten.ringkasan["undangan"]
    alasan = [undangan[k] for k in ("meninggal", "pindah", "dobel", "alamat_tidak_diketahui")]
    baris = list(rows_under(jaten.surat["surat_pengantar.docx"], "NO", "JENIS YANG DIKIRIM"))
    assert [number(b[2]) for b in baris] == [*alasan, sum(alasan)]
    acara = list(rows_under(jaten.surat["berita_acara.docx"], "NO", "ALASAN"))
    assert [number(b[2]) for b in acara] == [*alasan, sum(alasan)]
    rekap = [[number(sel) for sel in b[2:]] for b in rows_under(jaten.surat["surat_pengantar.docx"], "NO", "DESA")]
    assert rekap[-1] == [*alasan, sum(alasan)]
    assert [sum(kolom) for kolom in zip(*rekap[:-1], strict=True)] == rekap[-1]
    assert all(sum(b[:-1]) == b[-1] for b in rekap)


def test_new_invitations_leave_out_only_those_without_address_or_papers(jaten: Jaten) -> None:
    panggilan = {nama: isi for nama, isi in jaten.surat.items() if nama.startswith("panggilan_")}
    assert len(panggilan) == 8
    surat = [n for isi in panggilan.values() for n in re.findall(r"^NIK: (\S+)$", words(isi), re.MULTILINE)]
    daftar = [b[1] for b in rows_under(jaten.surat["jadwal_sesi.docx"], *DAFTAR)]
    assert Counter(surat) == Counter(daftar)
    assert len(surat) == jaten.ringkasan["belum_terekam"] - jaten.ringkasan["wajib"]["belum_pasti"]
    hari = list(rows_under(jaten.surat["jadwal_sesi.docx"], "HARI, TANGGAL"))
    assert sum(number(b[2]) for b in hari[:-1]) == number(hari[-1][2]) == len(surat)
    isi_sesi = [int(n) for b in hari for n in re.findall(r"\((\d+)\)", b[1])]
    assert max(isi_sesi) <= 60
    assert sum(isi_sesi) == len(surat)
    assert not any("Minggu" in b[0] for b in hari)


def test_the_command_says_what_it_wrote_and_no_nik(jaten: Jaten) -> None:
    for desa in jaten.ringkasan["desa"]:
        assert re.search(rf"edaran_{desa['desa']}\.docx +{desa['belum']:,} ".replace(",", r"\."), jaten.layar)
    assert "Belum terekam 4.412 orang" in jaten.layar
    assert "tidak untuk ditempel" in jaten.layar
    assert not re.search(r"(?<!\d)\d{16}(?!\d)", jaten.layar)


# Small workbooks


@pytest.fixture
def buku(tmp_path: Path) -> Path:
    """A small good workbook: Siti is not recorded, Tono is dead."""
    return write_xlsx(tmp_path / "buku.xlsx")


def refuse(capsys: pytest.CaptureFixture[str], *argv: str | Path, kode: int = 2) -> str:
    """Run the call, which must fail with one line on stderr and nothing on stdout."""
    assert main([str(a) for a in argv]) == kode
    keluar, galat = capsys.readouterr()
    assert keluar == ""
    assert galat.startswith("ektp: ")
    assert galat.count("\n") == 1
    return galat


def contents(folder: Path) -> dict[str, bytes]:
    """Every file below the folder."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_the_result_workbook_is_that_of_rekon(buku: Path, tmp_path: Path) -> None:
    assert main(["rekon", str(buku), *PER, "-o", str(tmp_path / "a.xlsx")]) == 0
    assert main(["surat", str(buku), *PER, "-o", str(tmp_path / "s"), "--hasil", str(tmp_path / "s" / "b.xlsx")]) == 0
    assert (tmp_path / "s" / "b.xlsx").read_bytes() == (tmp_path / "a.xlsx").read_bytes()


def test_the_same_call_gives_the_same_bytes_and_never_touches_the_input(buku: Path, tmp_path: Path) -> None:
    sebelum = buku.read_bytes()
    assert main(["surat", str(buku), *PER, "-o", str(tmp_path / "s")]) == 0
    pertama = contents(tmp_path / "s")
    assert sorted(pertama) == ["berita_acara.docx", "edaran_JATEN.docx", "surat_pengantar.docx"]
    assert main(["surat", str(buku), *PER, "-o", str(tmp_path / "s")]) == 0
    assert contents(tmp_path / "s") == pertama
    assert buku.read_bytes() == sebelum


def test_a_name_that_looks_like_a_template_stays_a_name(tmp_path: Path) -> None:
    jahat = "{{ 7*7 }} <w:p> {% for x in y %}"
    tabel = [*ISI["PENDUDUK"][:2], [SITI, jahat, "10-09-1992", "P", "KAWIN", "001", "002", "../JA:TEN*"]]
    buku = write_xlsx(tmp_path / "b.xlsx", change(PENDUDUK=tabel))
    assert main(["surat", str(buku), *PER, "-o", str(tmp_path / "s")]) == 0
    baris = list(rows_under((tmp_path / "s" / "edaran_JA_TEN.docx").read_bytes(), *DAFTAR))
    assert [b[1:3] for b in baris] == [[SITI, jahat]]


def test_own_templates_and_words_are_used(buku: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    milik = tmp_path / "milik"
    assert main(["surat", "--salin-templat", str(milik)]) == 0
    assert "edaran.docx" in capsys.readouterr().out
    isian = milik / "isian.txt"
    isian.write_text(isian.read_text(encoding="utf-8").replace("camat =", "camat = Budi Rekaan", 1), encoding="utf-8")
    assert main(["surat", str(buku), *PER, "-o", str(tmp_path / "s"), "--templat", str(milik)]) == 0
    assert "Budi Rekaan" in words((tmp_path / "s" / "edaran_JATEN.docx").read_bytes())
    capsys.readouterr()
    refuse(capsys, "surat", "--salin-templat", milik)
    sebelum = contents(milik)
    assert "map templat" in refuse(capsys, "surat", buku, *PER, "-o", milik, "--templat", milik)
    assert contents(milik) == sebelum


def test_a_broken_template_leaves_nothing_behind(
    buku: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["surat", "--salin-templat", str(tmp_path / "milik")])
    capsys.readouterr()
    (tmp_path / "milik" / "berita_acara.docx").write_bytes(b"bukan")
    galat = refuse(capsys, "surat", buku, *PER, "-o", tmp_path / "s", "--templat", tmp_path / "milik")
    assert "templat berita_acara.docx bukan dokumen Word" in galat
    assert not (tmp_path / "s").exists()


def test_a_place_that_cannot_be_written_spoils_no_other(
    buku: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "s" / "surat_pengantar.docx").mkdir(parents=True)
    (tmp_path / "s" / "edaran_JATEN.docx").write_bytes(b"lama")
    assert "sebuah map" in refuse(capsys, "surat", buku, *PER, "-o", tmp_path / "s")
    assert contents(tmp_path / "s") == {"edaran_JATEN.docx": b"lama"}


def test_a_full_disk_leaves_the_old_letters(
    buku: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "s").mkdir()
    (tmp_path / "s" / "edaran_JATEN.docx").write_bytes(b"lama")
    ke = count()
    fsync = os.fsync

    def fill_up(nomor: int) -> None:
        if next(ke) == 2:
            raise OSError(ENOSPC, "No space left on device")
        fsync(nomor)

    monkeypatch.setattr(os, "fsync", fill_up)
    assert "tempat simpan penuh" in refuse(capsys, "surat", buku, *PER, "-o", tmp_path / "s")
    assert contents(tmp_path / "s") == {"edaran_JATEN.docx": b"lama"}


def test_books_that_do_not_balance_write_nothing(
    buku: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def tilt(**isi: object) -> Hasil:
        return evolve(reconcile(**isi), neraca=(Neraca("a = b", 1, 2),))  # type: ignore[arg-type]

    monkeypatch.setattr("ektp_excel.buku.cocok.reconcile", tilt)
    assert "neraca tidak seimbang" in refuse(capsys, "surat", buku, *PER, "-o", tmp_path / "s", kode=3)
    assert not (tmp_path / "s").exists()


@pytest.mark.parametrize(
    ("pilihan", "kata"),
    [
        (("--kapasitas-sesi", "0", "--target", "2012-09-28"), "paling sedikit 1 orang"),
        (("--kapasitas-sesi", "5"), "memerlukan --target"),
        (("--target", "2012-08-28"), "harus sesudah tanggal acuan"),
        ((*SESI[:4], "--mulai", "2012-08-28"), "--mulai 28 Agustus 2012 harus sesudah"),
        (("--kapasitas-sesi", "5", "--target", "2012-09-02", "--mulai", "2012-09-01"), "tidak ada hari kerja"),
        ((*SESI, "--sesi", "8.00,25.00"), "'25.00' bukan jam"),
        ((*SESI, "--sesi", ""), "bukan jam"),
        (("--templat", "tiada"), "map templat tiada tidak ada"),
        (("--hasil", "x.csv"), "harus berakhiran .xlsx"),
        (("--sesi", "08.00"), "--sesi dan --mulai memerlukan --kapasitas-sesi"),
        (("--mulai", "2012-09-03"), "--sesi dan --mulai memerlukan --kapasitas-sesi"),
        (("--json", "surat_pengantar.docx"), "nama surat, bukan nama berkas JSON"),
    ],
)
def test_a_call_that_cannot_be_used_is_one_line_before_anything_is_read(
    buku: Path,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    pilihan: tuple[str, ...],
    kata: str,
) -> None:
    monkeypatch.setattr("ektp_excel.perintah.cocok.read_buku", None)
    assert kata in refuse(capsys, "surat", buku, *PER, "-o", tmp_path / "s", *pilihan)
    assert not (tmp_path / "s").exists()


def test_neither_figures_nor_results_take_the_place_of_a_template_or_of_a_returned_list(
    buku: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["surat", "--salin-templat", str(tmp_path / "t")]) == 0
    capsys.readouterr()
    (tmp_path / "kembali").mkdir()
    (tmp_path / "kembali/sisir JATEN.xlsx").write_bytes(b"ditandai")
    sebelum = contents(tmp_path / "t")
    templat = ("--templat", tmp_path / "t", "--json", tmp_path / "t/isian.txt")
    kembali = ("--kembali", tmp_path / "kembali", "--hasil", tmp_path / "kembali/sisir JATEN.xlsx")
    for pilihan, kata in ((templat, "map templat tidak ditulisi"), (kembali, "tidak pernah ditulisi")):
        assert kata in refuse(capsys, "surat", buku, *PER, "-o", tmp_path / "s", *pilihan)
    assert contents(tmp_path / "t") == sebelum
    assert contents(tmp_path / "kembali") == {"sisir JATEN.xlsx": b"ditandai"}
    assert not (tmp_path / "s").exists()


def test_templates_are_not_copied_onto_a_file_and_the_reason_is_indonesian(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "biasa").write_bytes(b"x")
    assert "nama itu sudah dipakai sebuah berkas" in refuse(capsys, "surat", "--salin-templat", tmp_path / "biasa")


def test_what_was_not_given_is_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert "belum diberikan: BUKU, --per, -o" in refuse(capsys, "surat")


def test_too_few_seats_write_nothing_and_say_how_many_would_do(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    orang = [
        [f"33131110099200{i:02d}", f"ORANG {i}", "10-09-1980", "L", "KAWIN", "001", "002", "JATEN"] for i in range(7)
    ]
    buku = write_xlsx(tmp_path / "b.xlsx", change(PENDUDUK=[ISI["PENDUDUK"][0], *orang]))
    jauh = ("--target", "2012-08-29", "--sesi", "8,10", "-o", tmp_path / "s")
    galat = refuse(capsys, "surat", buku, *PER, *jauh, "--kapasitas-sesi", "3")
    assert "1 dari 7 orang tidak mendapat sesi dalam 2 sesi; cukup dengan --kapasitas-sesi 4" in galat
    assert not (tmp_path / "s").exists()
    assert main([str(a) for a in ("surat", buku, *PER, *jauh, "--kapasitas-sesi", "4")]) == 0


def test_the_office_s_closed_days_have_no_session(buku: Path, tmp_path: Path) -> None:
    arg = ["--target", "2012-08-31", "--kapasitas-sesi", "9", "--tutup", "2012-08-29", "--tutup", "30-08-2012"]
    assert main(["surat", str(buku), *PER, "-o", str(tmp_path / "s"), *arg]) == 0
    assert "Jumat, 31 Agustus 2012" in words((tmp_path / "s" / "panggilan_JATEN.docx").read_bytes())


def test_a_desa_where_all_are_recorded_gets_no_letter_and_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rekam = [ISI["PEREKAMAN"][0], [BUDI, "20-08-2012"], [SITI, "20-08-2012"]]
    buku = write_xlsx(tmp_path / "b.xlsx", change(PEREKAMAN=rekam))
    assert main(["surat", str(buku), *PER, "-o", str(tmp_path / "s")]) == 0
    assert "semua sudah terekam: JATEN" in capsys.readouterr().out
    assert not list((tmp_path / "s").glob("edaran_*"))


def test_a_missing_extra_says_what_to_install(
    buku: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(perintah, "find_spec", lambda modul: None if modul in ("docxtpl", "num2words") else object())
    galat = refuse(capsys, "surat", buku, *PER, "-o", tmp_path / "s")
    assert 'pip install "ektp-core[excel,surat]"' in galat


def test_templates_are_read_before_the_workbook(
    buku: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise EktpError("dibaca")

    monkeypatch.setattr("ektp_excel.perintah.cocok.read_buku", fail)
    (tmp_path / "t").mkdir()
    (tmp_path / "t" / "isian.txt").write_text("salah", encoding="utf-8")
    assert "isian.txt" in refuse(capsys, "surat", buku, *PER, "-o", tmp_path / "s", "--templat", tmp_path / "t")


def test_letters_of_an_earlier_run_are_named(buku: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """The desa of an older run has nobody left now: its circular still lies in the folder, and must not be sent unseen."""
    folder = tmp_path / "surat"
    folder.mkdir()
    (folder / "edaran_Lama.docx").write_bytes(b"lama")
    (folder / "catatan camat.docx").write_bytes(b"bukan surat kita")
    assert main(["surat", str(buku), "--per", "2012-08-28", "-o", str(folder)]) == 0
    cetak = capsys.readouterr().out
    assert "masih ada surat dari sebelumnya, yang angkanya bukan angka ini: edaran_Lama.docx\n" in cetak
    assert "catatan camat" not in cetak
