"""The letters of a small invented result: who stands in which, what is left out, and that templates and package agree."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date, time
from typing import Any

import pytest
from attrs import evolve

from buku.hasil_rekaan import KEPUTUSAN, make_hasil, nik, warga
from buku.surat.docx_dibaca import number, rows_under, tables, words
from ektp_core.kategori import KEMBALI
from ektp_core.panggilan import JadwalSesi, Sesi, schedule, summon
from ektp_core.rekonsiliasi.hasil import BelumTerekam, Hasil, RekapDesa
from ektp_excel.bangun.templat_surat import PERINTAH, TEMPLAT, make
from ektp_excel.buku.pengembalian import returned
from ektp_excel.surat.isian import Isian
from ektp_excel.surat.muat import Templat
from ektp_excel.surat.susun import compose

SESI = [Sesi(date(2012, 9, 3), time(8)), Sesi(date(2012, 9, 3), time(10)), Sesi(date(2012, 9, 4), time(8))]
DAFTAR = ("NO", "NIK", "NAMA")


def make_letters(hasil: Hasil, isian: Isian | None = None, **cara: Any) -> dict[str, bytes]:
    """The letters by file."""
    templat = Templat()
    templat.isian = isian or Isian()
    return {s.berkas: s.dokumen for s in compose(hasil, templat, **cara)}


def seats(hasil: Hasil, kapasitas: int = 2) -> JadwalSesi:
    """A schedule of the result's people."""
    return schedule(summon(hasil.belum), sesi=SESI, kapasitas=kapasitas)


def test_each_desa_has_its_people_and_no_other() -> None:
    surat = make_letters(make_hasil(), target=date(2012, 9, 28))
    assert sorted(surat) == ["berita_acara.docx", "edaran_Dagen.docx", "edaran_Jaten.docx", "surat_pengantar.docx"]
    dagen = list(rows_under(surat["edaran_Dagen.docx"], *DAFTAR))
    assert [b[:5] for b in dagen] == [
        ["1", nik(22), "WARGA 22", "001", "001"],
        ["2", nik(21), "WARGA 21", "001", "002"],
    ]
    assert {b[1] for b in rows_under(surat["edaran_Jaten.docx"], *DAFTAR)} == {nik(3), nik(6), nik(9)}
    isi = words(surat["edaran_Jaten.docx"])
    assert "Yth. Kepala Desa Jaten" in isi
    assert "3 orang (50,00%)" in isi
    assert "3 (tiga) orang" in isi
    assert "selambat-lambatnya hari Jumat, 28 September 2012" in isi
    assert "selambat-lambatnya" not in words(make_letters(make_hasil())["edaran_Jaten.docx"])


def test_returned_papers_are_counted_once_in_words_and_by_desa() -> None:
    hasil = make_hasil()
    kembali = returned(hasil.keputusan)
    assert len(kembali) == sum(hasil.kategori[k] for k in KEMBALI) == 6
    surat = make_letters(hasil)
    baris = list(rows_under(surat["surat_pengantar.docx"], "NO", "JENIS YANG DIKIRIM"))
    assert [b[2] for b in baris] == [
        "1 (satu) lembar",
        "3 (tiga) lembar",
        "1 (satu) lembar",
        "1 (satu) lembar",
        "6 (enam) lembar",
    ]
    assert baris[1][3] == "2 menurut register; 1 menurut catatan desa, perlu dokumen"
    rekap = list(rows_under(surat["surat_pengantar.docx"], "NO", "DESA"))
    assert [b[1:] for b in rekap] == [
        ["Dagen", "0", "2", "0", "0", "2"],
        ["Jaten", "1", "1", "1", "1", "4"],
        ["JUMLAH", "1", "3", "1", "1", "6"],
    ]
    acara = list(rows_under(surat["berita_acara.docx"], "NO", "ALASAN"))
    assert [b[2:] for b in acara] == [["1", "satu"], ["3", "tiga"], ["1", "satu"], ["1", "satu"], ["6", "enam"]]


def test_nothing_goes_back_makes_no_covering_letter() -> None:
    assert sorted(make_letters(make_hasil(keputusan=KEPUTUSAN[:1]))) == ["edaran_Dagen.docx", "edaran_Jaten.docx"]


def test_invitations_stand_in_the_letters_as_in_the_schedule() -> None:
    hasil = make_hasil()
    jadwal = seats(hasil)
    assert jadwal.orang == 3, "yang meninggal dan pindah menurut catatan tidak dipanggil"
    surat = make_letters(hasil, jadwal=jadwal)
    assert {"panggilan_Dagen.docx", "panggilan_Jaten.docx", "jadwal_sesi.docx"} < set(surat)
    isi = words(surat["panggilan_Dagen.docx"])
    assert re.findall(r"NIK: (\d{16})", isi) == [nik(22), nik(21)]
    assert isi.count("Senin, 3 September 2012, pukul 08.00") == 2
    assert re.findall(r"Pukul: (.*)", words(surat["panggilan_Jaten.docx"])) == ["10.00 WIB"]
    daftar = [b[1] for b in rows_under(surat["jadwal_sesi.docx"], *DAFTAR)]
    assert daftar == [b.nik for satu in jadwal.isi for b in satu]
    hari = list(rows_under(surat["jadwal_sesi.docx"], "HARI, TANGGAL"))
    assert hari == [["Senin, 3 September 2012", "08.00 (2); 10.00 (1)", "3"], ["JUMLAH", "", "3"]]


def test_a_family_larger_than_a_session_is_said() -> None:
    hasil = make_hasil()
    serumah = tuple(evolve(b, penduduk=evolve(b.penduduk, no_kk="3313110101100001")) for b in hasil.belum)
    jadwal = seats(evolve(hasil, belum=serumah), kapasitas=2)
    assert "keluarga WARGA 22, Desa Dagen: 3 orang" in words(make_letters(hasil, jadwal=jadwal)["jadwal_sesi.docx"])


def test_blanks_are_lines_to_write_on_and_the_offices_words_are_data() -> None:
    kosong = words(make_letters(make_hasil())["edaran_Jaten.docx"])
    assert re.search(r"^KECAMATAN \.{20,}$", kosong, re.MULTILINE)
    assert "NIP. ...." in kosong
    assert "Tembusan" not in kosong
    isian = Isian(
        kabupaten="Karanganyar",
        kecamatan="{{ 7*7 }}",
        camat="A & <B>",
        tempat="Jaten",
        tanggal_surat=date(2012, 8, 28),
        tembusan_edaran="Bupati; ; Arsip",
    )
    surat = make_letters(make_hasil(), isian)
    isi = words(surat["edaran_Jaten.docx"])
    for kata in (
        "PEMERINTAH KABUPATEN Karanganyar",
        "KECAMATAN {{ 7*7 }}",
        "A & <B>",
        "Jaten, 28 Agustus 2012",
        "2.Arsip",
    ):
        assert kata in isi
    assert "Selasa tanggal dua puluh delapan bulan Agustus" in words(surat["berita_acara.docx"])


def test_no_letter_tells_more_than_who_knocks_needs() -> None:
    """No birth date, family card, mother or marriage of anybody, so nothing from which a list of children could be made."""
    rinci: dict[str, Any] = {"no_kk": "3313110101109999", "nama_ibu": "IBU RAHASIA", "tanggal_lahir": date(1996, 3, 14)}
    hasil = make_hasil()
    belum = tuple(evolve(b, penduduk=evolve(b.penduduk, **rinci)) for b in hasil.belum)
    hasil = evolve(hasil, belum=belum)
    for berkas, isi in make_letters(hasil, jadwal=seats(hasil, 9)).items():
        assert not re.search(r"9999|RAHASIA|1996|14-03|Maret", words(isi)), berkas


def test_people_without_a_desa_are_in_a_letter_to_be_addressed_by_hand() -> None:
    tanpa = BelumTerekam(warga(7, "", "1", "1").penduduk, nik(7), "(tanpa desa)", None)
    surat = make_letters(make_hasil(belum=(tanpa,), desa=(RekapDesa("(tanpa desa)", 1, 0, 1),)))
    assert [b[1] for b in rows_under(surat["edaran_tanpa_desa.docx"], *DAFTAR)] == [nik(7)]
    assert "Yth. Kepala Desa ...." in words(surat["edaran_tanpa_desa.docx"])


def test_two_desa_that_give_one_name_have_two_letters() -> None:
    belum = (warga(1, "Ja/ten", "1", "1"), warga(2, "JA TEN X", "1", "1"), warga(3, "Ja:ten X", "1", "1"))
    desa = (RekapDesa("Ja/ten", 1, 0, 1), RekapDesa("JA TEN X", 2, 0, 2))
    surat = make_letters(make_hasil(belum=belum, desa=desa, keputusan=()))
    assert sorted(surat) == ["edaran_JA_TEN_X.docx", "edaran_Ja_ten.docx"]
    assert len(list(rows_under(surat["edaran_JA_TEN_X.docx"], *DAFTAR))) == 2


def test_the_same_result_gives_the_same_bytes() -> None:
    hasil = make_hasil()
    assert make_letters(hasil, jadwal=seats(hasil)) == make_letters(hasil, jadwal=seats(hasil))


def test_words_of_the_total_agree_with_its_figure_everywhere() -> None:
    for isi in make_letters(make_hasil()).values():
        for angka, kata in re.findall(r"(\d[\d.]*) \(((?:[a-z]+ ?)+)\)", words(isi)):
            assert (number(angka), kata) in {(1, "satu"), (2, "dua"), (3, "tiga"), (6, "enam")}


@pytest.mark.parametrize("nama", list(TEMPLAT))
def test_shipped_templates_are_those_that_the_code_makes(nama: str) -> None:
    milik, baru = (
        {n: z.read(n) for n in ("word/document.xml",)} for z in map(_open, (Templat().read(nama), make(nama)))
    )
    assert milik == baru, f"{nama} sudah usang; segarkan dengan: {PERINTAH}"
    assert tables(Templat().read(nama))


def _open(isi: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(isi))
