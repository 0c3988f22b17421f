"""Two rows of one person: which of them speaks, what of both is shown, and that their order never matters."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from ektp_core import Hasil, Kewarganegaraan, Penduduk, StatusKawin, Undangan, reconcile

D = date(2012, 8, 28)
NIK = "3313111708800001"
BUDI = Penduduk(NIK, "Budi", date(1980, 8, 17), "L", StatusKawin.BELUM, desa="Jaten", rw="001", rt="001")


def both(a: Penduduk, b: Penduduk) -> tuple[Hasil, Hasil]:
    """The answer with the rows in either order; each keeps its number."""
    a, b = evolve(a, baris=2), evolve(b, baris=3)
    surat = [Undangan("1", NIK, desa="Jaten", rw="001", rt="001")]
    satu, dua = (reconcile(penduduk=rows, undangan=surat, on=D) for rows in ([a, b], [b, a]))
    assert [(k.kategori, k.aturan, k.bukti) for k in satu.keputusan] == [
        (k.kategori, k.aturan, k.bukti) for k in dua.keputusan
    ]
    assert satu.perlu_dilihat == dua.perlu_dilihat
    return satu, dua


def shown(hasil: Hasil) -> list[tuple[str, str, str]]:
    return [(e.jenis, e.kiri, e.kanan) for e in hasil.perlu_dilihat]


@pytest.mark.aturan("WAJIB-03", "DOBEL-01")
def test_of_rows_with_one_ground_one_with_a_birth_date_is_the_evidence() -> None:
    asing = evolve(BUDI, kewarganegaraan=Kewarganegaraan.WNA)
    satu, _ = both(evolve(asing, tanggal_lahir=None), asing)
    assert {b.baris for b in satu.keputusan[0].bukti} == {3}


@pytest.mark.aturan("WAJIB-05", "DOBEL-01")
def test_of_rows_with_a_birth_date_each_the_first_in_text_order_is_the_evidence() -> None:
    muda = evolve(BUDI, tanggal_lahir=date(2000, 1, 1))
    for a, b, baris in ((muda, evolve(muda, nama="Ani"), 3), (evolve(muda, nama="Ani"), muda, 2)):
        satu, _ = both(a, b)
        assert {b.baris for b in satu.keputusan[0].bukti} == {baris}
    # By the text of the date, which begins with its day.
    satu, _ = both(evolve(muda, tanggal_lahir=date(2001, 1, 2)), muda)
    assert {b.baris for b in satu.keputusan[0].bukti} == {3}


@pytest.mark.aturan("WAJIB-08")
def test_an_unknown_duty_is_shown_once_by_the_row_that_says_most() -> None:
    """With a birth date what is unknown is the marriage; without one it is the birth, and the NIK's is offered."""
    muda = evolve(BUDI, tanggal_lahir=date(1996, 1, 2), status_kawin=StatusKawin.TIDAK_TERBACA)
    tanpa = evolve(BUDI, tanggal_lahir=None, status_kawin=StatusKawin.TIDAK_TERBACA, tanggal_lahir_tertulis="kabur")
    assert [e for e in shown(both(muda, tanpa)[0]) if e[0] in ("WAJIB_TIDAK_DIKETAHUI", "LAHIR_TIDAK_TERBACA")] == [
        ("WAJIB_TIDAK_DIKETAHUI", "? / WNI / ITAP -", "lahir 02-01-1996")
    ]
    assert [e for e in shown(both(tanpa, evolve(tanpa, no_kk="1"))[0]) if "LAHIR" in e[0]] == [
        ("LAHIR_TIDAK_TERBACA", "kabur", "NIK: 17-08-1980")
    ]


@pytest.mark.aturan("DOBEL-01")
def test_what_differs_is_shown_with_the_fullest_row_on_the_left() -> None:
    penuh = evolve(BUDI, nama="Budi Satu", no_kk="3313110101050001", nama_ibu="Siti")
    tipis = evolve(BUDI, rt="002")
    for a, b in ((penuh, tipis), (tipis, penuh)):
        (entri,) = shown(both(a, b)[0])
        assert entri == (
            "PENDUDUK_BEDA",
            "NAMA Budi Satu; NO_KK 3313110101050001; NAMA_IBU Siti; RT 001",
            "NAMA Budi; NO_KK (kosong); NAMA_IBU (kosong); RT 002",
        )
    assert shown(both(penuh, penuh)[0]) == []


@pytest.mark.aturan("DOBEL-01")
def test_a_paper_of_somebody_else_is_compared_with_the_fullest_row() -> None:
    penuh = evolve(BUDI, baris=3, nama="Budi Satu", no_kk="3313110101050001")
    surat = [Undangan("1", NIK, "Tri", date(1970, 1, 1), desa="Jaten", rw="001", rt="001", baris=7)]
    for rows in ([evolve(BUDI, baris=2), penuh], [penuh, evolve(BUDI, baris=2)]):
        hasil = reconcile(penduduk=rows, undangan=surat, on=D)
        assert [e[1:] for e in shown(hasil) if e[0] == "IDENTITAS_BEDA"] == [
            ("UNDANGAN baris 7 Tri 01-01-1970", "PENDUDUK Budi Satu 17-08-1980")
        ]


@pytest.mark.aturan("DOBEL-01")
def test_what_only_the_thinner_row_has_is_shown_too() -> None:
    penuh = evolve(BUDI, no_kk="3313110101050001", nama_ibu="Siti", rt="")
    for a, b in ((penuh, BUDI), (BUDI, penuh)):
        (entri,) = shown(both(a, b)[0])
        assert entri[1:] == (
            "NO_KK 3313110101050001; NAMA_IBU Siti; RT (kosong)",
            "NO_KK (kosong); NAMA_IBU (kosong); RT 001",
        )
