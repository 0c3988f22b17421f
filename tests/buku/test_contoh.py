"""The example workbook: its truth holds together, looks like the story, and is what the command finds in the file."""

import json
import zipfile
from collections import Counter
from datetime import date, datetime
from pathlib import Path
from typing import Any

import pytest
from python_calamine import CalamineWorkbook

from ektp_excel.contoh import IsiBuku, make_buku, susun_buku, write_isi
from ektp_excel.contoh.nama import fold
from ektp_excel.perintah import main

PER = date(2012, 8, 28)
KEMBALI = ("dobel", "meninggal", "pindah", "alamat_tidak_diketahui")
KECIL = 400


@pytest.fixture(scope="module")
def jaten() -> IsiBuku:
    return susun_buku()


@pytest.fixture(scope="module")
def kecil() -> IsiBuku:
    return susun_buku(wajib=KECIL)


@pytest.fixture(scope="module")
def berkas(kecil: IsiBuku, tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("contoh") / "buku_jaten.xlsx"
    write_isi(path, kecil)
    return path


def test_the_same_seed_gives_the_same_bytes_and_another_seed_does_not(tmp_path: Path) -> None:
    for nama, benih in (("a", 2012), ("b", 2012), ("c", 7)):
        make_buku(tmp_path / nama, benih=benih, wajib=KECIL)
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()
    assert (tmp_path / "a").read_bytes() != (tmp_path / "c").read_bytes()


def test_the_small_book_in_examples_is_this_one(berkas: Path) -> None:
    contoh = Path(__file__).parents[2] / "examples" / "buku_jaten.xlsx"
    # By its parts: how small zlib packs them is not the same on every machine.
    with zipfile.ZipFile(contoh) as ada, zipfile.ZipFile(berkas) as baru:
        assert ada.namelist() == baru.namelist()
        assert all(ada.read(nama) == baru.read(nama) for nama in baru.namelist())
    assert contoh.stat().st_size < 100_000


def test_it_shows_the_published_figures(jaten: IsiBuku) -> None:
    r = jaten.ringkasan
    assert (r.per_tanggal, r.pagu, r.neto) == (PER, 55_865, 55_865)
    assert 51_452 <= r.terekam <= 51_454
    assert 4_411 <= r.belum_terekam <= 4_416
    assert r.cakupan["pagu"] == r.cakupan["neto"] == r.cakupan["bawah"] == "92.10"
    assert r.terekam * 10_000 // r.neto == 9210, "cut off, it is 92,10 too"
    assert 2_000 < r.kembali < 2_200
    assert all(r.undangan[k] > 300 for k in KEMBALI)
    assert 300 < r.tercecer < 700
    assert 30 < r.undangan["tidak_terdaftar"] < 80
    assert 30 < r.undangan["bukan_wajib"] < 80


@pytest.mark.parametrize("wajib", [KECIL, 2_000, 55_865])
@pytest.mark.parametrize("benih", [1, 2012])
def test_the_truth_balances(benih: int, wajib: int) -> None:
    isi = susun_buku(benih=benih, wajib=wajib)
    r = isi.ringkasan
    assert r.neto == wajib == r.terekam + r.belum_terekam
    assert r.undangan["total"] == sum(n for k, n in r.undangan.items() if k != "total") == r.dibaca["UNDANGAN"]
    assert sum(d.wajib for d in r.desa) == r.neto
    assert sum(d.terekam for d in r.desa) == r.terekam
    assert all(d.belum == d.wajib - d.terekam for d in r.desa)
    assert 0 < r.belum_pasti < r.belum_terekam
    assert all(r.undangan[k] for k in r.undangan), "no category is missing"
    assert all(r.galat[lembar] for lembar in r.galat if lembar != "WILAYAH")
    orang = {s.orang for s in isi.surat if s.kategori != "GALAT"}
    assert r.undangan["total"] == len(orang) + r.undangan["dobel"] + r.undangan["galat"]


def test_a_book_too_small_for_every_kind_is_refused() -> None:
    with pytest.raises(ValueError, match="terlalu sedikit"):
        susun_buku(wajib=60)


def test_every_double_refers_to_the_paper_that_is_kept(jaten: IsiBuku) -> None:
    for s in jaten.surat:
        assert (s.kepada is not None) == (s.kategori == "DOBEL")
        if s.kepada:
            assert s.kepada.orang is s.orang
            assert s.kepada.kategori not in ("DOBEL", "GALAT")


def test_nobody_shares_name_and_birth_date_by_accident(jaten: IsiBuku) -> None:
    """Unless they are one person's rows, or the namesakes made on purpose."""
    orang = {id(s.orang): s.orang for s in jaten.surat if s.orang}.values()
    banyak = Counter((fold(o.nama), o.lahir) for o in orang)
    senama = {(fold(o.nama), o.lahir) for o in orang if o.senama}
    assert {k for k, n in banyak.items() if n > 1} <= senama


def test_a_nik_tells_sex_and_birth_date_and_mostly_jaten(jaten: IsiBuku) -> None:
    orang = [s.orang for s in jaten.surat if s.kategori == "SAH" and s.orang]
    cocok = 0
    for o in orang:
        lahir = date.fromordinal(o.lahir)
        cocok += o.nik[6:12] == f"{lahir.day + 40 * o.perempuan:02d}{lahir:%m%y}" and o.nik[12:] != "0000"
    assert 10 < len(orang) - cocok < 60, "all but the impossible dates, and those that contradict the register"
    assert 0.8 < sum(o.nik.startswith("331311") for o in orang) / len(orang) < 0.95


def test_the_days_follow_the_story(jaten: IsiBuku) -> None:
    hari = Counter(h for _, h, *_ in jaten.lembar["PEREKAMAN"] if type(h) is date)

    def rata(awal: date, akhir: date) -> float:
        isi = [n for h, n in hari.items() if awal <= h <= akhir and h.isoweekday() < 7]
        return sum(isi) / len(isi)

    assert 620 < rata(date(2012, 6, 1), date(2012, 7, 20)) < 780
    assert 150 < rata(date(2012, 7, 21), date(2012, 8, 18)) < 250
    lebaran = [hari[date(2012, 8, h)] for h in (19, 20, 21, 22)]
    assert all(5 <= n <= 50 for n in lebaran)
    assert min(hari) >= date(2011, 11, 1)
    assert sum(n for h, n in hari.items() if h.isoweekday() == 7) < 0.03 * hari.total()
    assert 0.785 < sum(n for h, n in hari.items() if h <= date(2012, 7, 28)) / 55_865 < 0.825


def test_the_desa_differ_in_size_and_coverage(jaten: IsiBuku) -> None:
    desa = jaten.ringkasan.desa
    assert [d.desa for d in desa] == ["Suruhkalang", "Jati", "Jaten", "Dagen", "Ngringo", "Jetis", "Sroyo", "Brujul"]
    cakupan = {d.desa: d.terekam / d.wajib for d in desa}
    assert min(cakupan, key=cakupan.__getitem__) == "Ngringo"
    assert 0.03 < max(cakupan.values()) - min(cakupan.values()) < 0.15
    rw: dict[object, set[object]] = {}
    rt: dict[object, set[object]] = {}
    for nama, nomor_rw, nomor_rt in jaten.lembar["WILAYAH"]:
        rw.setdefault(nama, set()).add(nomor_rw)
        rt.setdefault((nama, nomor_rw), set()).add(nomor_rt)
    assert all(6 <= len(isi) <= 20 for isi in rw.values())
    assert all(2 <= len(isi) <= 6 for isi in rt.values())


def test_the_dirt_is_there(jaten: IsiBuku) -> None:
    nik = [baris[1] for baris in jaten.lembar["UNDANGAN"]]
    angka = [n for n in nik if isinstance(n, int)]
    assert 24 < len(angka) < 100
    assert all(n % 10 == 0 for n in angka)
    assert nik.count("3,31311E+15") > 5
    assert nik.count(None) > 20
    lahir = [baris[3] for baris in jaten.lembar["UNDANGAN"]]
    assert sum(isinstance(h, str) for h in lahir) > 500
    assert sum(type(h) is int for h in lahir) > 10
    assert sum(isinstance(baris[0], int) for baris in jaten.lembar["PENDUDUK"]) > 20


def test_the_file_says_what_was_made(berkas: Path, kecil: IsiBuku) -> None:
    buku = CalamineWorkbook.from_path(str(berkas))
    assert buku.sheet_names == ["PENDUDUK", "UNDANGAN", "PEREKAMAN", "PINDAH", "MENINGGAL", "WILAYAH"]
    isi = {n: buku.get_sheet_by_name(n).to_python(skip_empty_area=False) for n in buku.sheet_names}
    for nama, dibaca in kecil.ringkasan.dibaca.items():
        judul = 4 if nama == "UNDANGAN" else 0
        assert sum(any(sel != "" for sel in baris) for baris in isi[nama][judul + 1 :]) == dibaca
    for s in kecil.surat:
        assert isi["UNDANGAN"][s.baris - 1][:4] == [s.nomor, s.nik or "", s.nama, s.lahir or ""]
    assert any(isinstance(baris[1], datetime | date) for baris in isi["PEREKAMAN"])


def test_nothing_in_it_runs(berkas: Path) -> None:
    with zipfile.ZipFile(berkas) as arsip:
        for nama in arsip.namelist():
            if nama.startswith("xl/worksheets/"):
                assert b"<f" not in arsip.read(nama)


def rekon(isi: IsiBuku, folder: Path) -> tuple[dict[str, Any], dict[int, list[Any]]]:
    """The command's JSON, and the rows of KEPUTUSAN by the row number that Excel shows."""
    buku, hasil, ringkasan = folder / "buku.xlsx", folder / "hasil.xlsx", folder / "ringkasan.json"
    write_isi(buku, isi)
    pagu = str(isi.ringkasan.pagu)
    assert (
        main(["rekon", str(buku), "--per", str(PER), "--pagu", pagu, "-o", str(hasil), "--json", str(ringkasan)]) == 0
    )
    kepala, *baris = CalamineWorkbook.from_path(str(hasil)).get_sheet_by_name("KEPUTUSAN").to_python()
    kolom = [kepala.index(nama) for nama in ("KATEGORI", "NIK_DIPAKAI", "RUJUKAN", "PASTI", "TEREKAM")]
    return json.loads(ringkasan.read_text("utf-8")), {int(str(b[0])[:-2]): [b[k] for k in kolom] for b in baris}


@pytest.mark.parametrize(("wajib", "benih"), [(KECIL, 2012), (2_000, 5), (55_865, 2012)])
def test_the_command_finds_the_truth(wajib: int, benih: int, tmp_path: Path) -> None:
    isi = susun_buku(benih=benih, wajib=wajib)
    benar = isi.ringkasan
    hasil, keputusan = rekon(isi, tmp_path)
    assert hasil["dibaca"] == benar.dibaca
    assert hasil["galat"] == benar.galat
    assert hasil["undangan"] == benar.undangan
    assert hasil["cakupan"] == benar.cakupan
    assert hasil["wajib"] == {
        "pagu": wajib,
        "daftar": benar.daftar,
        "neto": benar.neto,
        "belum_pasti": benar.belum_pasti,
        "belum_diketahui": benar.belum_diketahui,
    }
    for nama in ("terekam", "belum_terekam", "tercecer", "diperbaiki", "dugaan_dobel"):
        assert hasil[nama] == getattr(benar, nama), nama
    desa = {(d.desa, d.wajib, d.terekam, d.belum) for d in benar.desa}
    assert {(d["desa"], d["wajib"], d["terekam"], d["belum"]) for d in hasil["desa"]} == desa
    assert hasil["perlu_dilihat"] > 20

    ya = {True: "YA", False: "BELUM"}
    seharusnya = {
        s.baris: [s.kategori, s.nik_dipakai, s.rujukan, ya[s.pasti], ya[s.terekam]]
        for s in isi.surat
        if s.kategori != "GALAT"
    }
    assert keputusan == seharusnya
