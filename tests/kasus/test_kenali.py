"""To whom a paper leads: by which NIK of two, by which evidence, and what is said when it leads to nobody."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from ektp_core import Hasil, Penduduk, Perekaman, Undangan, reconcile
from ektp_core.nik import JenisKelamin

D = date(2012, 8, 28)
LAHIR = date(1980, 8, 17)
SATU, DUA = "3313111708800001", "3313121708801002"
BUDI = Penduduk(SATU, "Budi", LAHIR, "L", nama_ibu="Siti", desa="Jaten", rw="001", rt="001", baris=2)
SURAT = Undangan("1", SATU, "Budi", LAHIR, desa="Jaten", rw="001", rt="001")


def run(penduduk: list[Penduduk], *surat: Undangan, rekam: list[Perekaman] | None = None) -> Hasil:
    return reconcile(penduduk=penduduk, undangan=list(surat), perekaman=rekam or [], on=D)


@pytest.mark.aturan("NIK-07")
@pytest.mark.parametrize("nik", [SATU, DUA])
def test_a_paper_with_a_lost_digit_gets_that_nik_of_two_which_it_begins(nik: str) -> None:
    hasil = run(
        [BUDI, evolve(BUDI, nik=DUA, baris=3)],
        evolve(SURAT, nik=nik[:15] + "?", nik_tertulis="3,3E+15", desa="Ds. Jaten"),
    )
    (k,) = hasil.keputusan
    assert (k.nik_dipakai, k.kategori.value) == (nik, "SAH")
    assert "NIK-07" in k.aturan
    assert [(b.kolom, b.kiri, b.kanan) for b in k.bukti] == [
        ("NIK", "3,3E+15", nik),
        ("NAMA", "Budi", "Budi"),
        ("TGL_LAHIR", "17-08-1980", "17-08-1980"),
        ("DESA/RW/RT", "Ds. Jaten RW 001 RT 001", "Jaten RW 001 RT 001"),
    ]


@pytest.mark.aturan("NIK-09")
@pytest.mark.parametrize(
    ("nik", "kelamin", "ditemukan"),
    [
        ("3313111708800009", "L", True),
        ("3313111708800009", None, True),
        ("3313111708800009", "P", False),
        ("3313115708800009", "L", False),
        ("3313115708800009", None, False),
        ("3313115708800009", "P", True),
    ],
)
def test_an_unregistered_nik_is_somebodys_only_with_the_sex_that_it_says(
    nik: str, kelamin: JenisKelamin | None, *, ditemukan: bool
) -> None:
    """Where the register gives no sex, that of the registered NIK is taken."""
    hasil = run([evolve(BUDI, jenis_kelamin=kelamin)], evolve(SURAT, nik=nik))
    (k,) = hasil.keputusan
    assert ("NIK-09" in k.aturan) is ditemukan
    assert k.kategori.value == ("SAH" if ditemukan else "TIDAK_TERDAFTAR")


@pytest.mark.aturan("NIK-10", "NIK-07", "NIK-08", "NIK-12")
def test_why_a_paper_leads_to_nobody_and_whom_it_may_mean() -> None:
    """The reason with its number of residents, and at most three proposals, masked, in the order of their NIKs."""
    lain = [evolve(BUDI, nik=f"331311170880{n}01", baris=int(n), nama_ibu="") for n in ("04", "02", "03", "01")]
    hilang, palsu = SATU[:15] + "?", "3313113002800001"
    dekat = [evolve(BUDI, nik=f"331311300{a}800001", nama="Tri", nama_ibu="") for a in "134"]
    tanpa = evolve(SURAT, nik="", nama="", tanggal_lahir=None, nik_tertulis="331311")
    kasus = [
        (lain, evolve(SURAT, nik=palsu), "tidak benar kalender dan tidak ada di PENDUDUK", "4 penduduk bernama dan "),
        ([BUDI, evolve(BUDI, nik=SATU[:15] + "2", nama="Ani", nama_ibu="")],
         evolve(SURAT, nik=hilang, nama="", tanggal_lahir=None), "kehilangan angka ke-16", "2 penduduk memiliki 15 angka ini"),
        ([], evolve(SURAT, nik=hilang, nama=""), "sel angka kehilangan angka ke-16", ""),
        (dekat, evolve(SURAT, nik=palsu, nama="Tri", tanggal_lahir=None), "tidak benar kalender dan tidak ada di PENDUDUK",
         "mungkin penduduk senama dengan NIK 331311300180****, 331311300380****, 331311300480****"),
        ([evolve(BUDI, nik=palsu), evolve(BUDI, nik=palsu, nama="Tri")],
         evolve(SURAT, nik=palsu, nama="", tanggal_lahir=None), "dimiliki 2 baris PENDUDUK", ""),
        ([BUDI], tanpa, "NIK 16 angka sebagai teks", ""),
    ]  # fmt: skip
    for penduduk, surat, sebab, usul in kasus:
        (galat,) = run(penduduk, surat).galat
        assert sebab in galat.harusnya
        assert galat.usul.startswith(usul)
        assert bool(galat.usul) is bool(usul)
        assert (galat.lembar, galat.kolom) == ("UNDANGAN", "NIK")
        assert galat.harusnya.endswith(", atau nama dan tanggal lahir satu penduduk")


@pytest.mark.aturan("NIK-11")
def test_why_a_recording_leads_to_nobody() -> None:
    palsu = "3313113002800001"
    kasus = [
        ([BUDI, evolve(BUDI, nik=SATU[:15] + "2", nama="Ani")], SATU[:15] + "?", "2 penduduk memiliki 15 angka ini"),
        ([], SATU[:15] + "?", "tidak ada penduduk dengan 15 angka ini"),
        ([evolve(BUDI, nik=palsu), evolve(BUDI, nik=palsu, nama="Tri")], palsu, "dimiliki 2 baris PENDUDUK"),
        ([], palsu, "tidak benar kalender dan tidak ada di PENDUDUK"),
    ]
    for penduduk, nik, sebab in kasus:
        (galat,) = run(penduduk, rekam=[Perekaman(nik, D, baris=7)]).galat
        assert (galat.lembar, galat.baris, galat.kolom) == ("PEREKAMAN", 7, "NIK")
        assert f"({sebab})" in galat.harusnya


@pytest.mark.aturan("DOBEL-02")
@pytest.mark.parametrize("urut", [(0, 1), (1, 0)])
def test_somebody_outside_with_two_papers_is_shown_by_the_smaller_nik(urut: tuple[int, int]) -> None:
    """Two papers, one address, one person; and perhaps the resident of that name, who lives elsewhere."""
    surat = [evolve(SURAT, nomor=n, nik=f"331311170880000{n}", alamat="Jl. Melati 5") for n in "78"]
    tetangga = evolve(BUDI, nik="3313111708800009", rw="002")
    hasil = run([tetangga], *(surat[i] for i in urut))
    assert sorted(k.kategori.value for k in hasil.keputusan) == ["DOBEL", "TIDAK_TERDAFTAR"]
    assert [(d.nik_a[-1], d.nik_b[-1]) for d in hasil.dugaan] == [("7", "9")]


@pytest.mark.aturan("NIK-09")
def test_of_a_resident_with_two_rows_either_may_give_the_sex() -> None:
    dua = [evolve(BUDI, jenis_kelamin="P", baris=3), BUDI]
    (k,) = run(dua, evolve(SURAT, nik="3313111708800009")).keputusan
    assert "NIK-09" in k.aturan
