"""Guesses, pair by pair: which pairs, in which order, with which words; and those by probability put beside those by rule."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from ektp_core import Hasil, Penduduk, Undangan, reconcile
from ektp_core.dobel import Mirip
from ektp_core.rekonsiliasi.dugaan import add_similar

D = date(2012, 8, 28)
LAHIR = date(1980, 8, 17)


def resident(urut: str, nama: str = "Budi Rekaan", **isi: object) -> Penduduk:
    return evolve(Penduduk(f"331311170880{urut}", nama, LAHIR, "L", desa="Jaten"), **isi)  # type: ignore[arg-type]


def run(penduduk: list[Penduduk], undangan: list[Undangan] | None = None) -> Hasil:
    return reconcile(penduduk=penduduk, undangan=undangan or [], on=D)


def pairs(hasil: Hasil) -> list[tuple[str, str, str]]:
    return [(d.nik_a[12:], d.nik_b[12:], d.kekuatan) for d in hasil.dugaan]


@pytest.mark.aturan("DOBEL-03", "DOBEL-06", "DOBEL-07")
def test_the_strongest_stand_first_and_then_the_smaller_niks() -> None:
    """KUAT: also a slip of the NIK; SEDANG: name and date; LEMAH: mothers that differ. Of one strength, by both NIKs."""
    penduduk = [
        resident("0009", "Ani Satu", nama_ibu="Siti"),
        resident("0008", "Ani Satu", nama_ibu="Tuti"),
        resident("0007", "Budi Dua"),
        resident("0006", "Budi Dua"),
        resident("0005", "Budi Dua"),
        resident("0004", "Cici Tiga"),
        evolve(resident("0004", "Cici Tiga"), nik="3313121708800004"),
    ]
    assert pairs(run(penduduk)) == [
        ("0004", "0004", "KUAT"),
        ("0005", "0006", "SEDANG"),
        ("0005", "0007", "SEDANG"),
        ("0006", "0007", "SEDANG"),
        ("0008", "0009", "LEMAH"),
    ]
    assert pairs(run(penduduk[::-1])) == pairs(run(penduduk))


@pytest.mark.aturan("DOBEL-03")
def test_a_paper_of_somebody_in_no_register_is_compared_with_the_register_and_other_papers() -> None:
    surat = [
        Undangan("1", "3313111708800007", "Budi Rekaan", LAHIR, desa="Jaten"),
        Undangan("2", "3313111708800008", "Budi Rekaan", LAHIR, desa="Jaten"),
    ]
    assert pairs(run([resident("0001")], surat)) == [
        ("0001", "0007", "SEDANG"),
        ("0001", "0008", "SEDANG"),
        ("0007", "0008", "SEDANG"),
    ]


@pytest.mark.aturan("DOBEL-05")
def test_pairs_by_probability_stand_first_each_once_the_likeliest_first() -> None:
    penduduk = [
        resident("0001"),
        resident("0002"),
        resident("0003", "Budi Rekayasa"),
        resident("0001", no_kk="3313110101050001"),
        resident("0004", "Eko Satu"),
        resident("0005", "Eko Satu"),
    ]
    dasar = run(penduduk)
    assert pairs(dasar) == [("0001", "0002", "SEDANG"), ("0004", "0005", "SEDANG")]
    mirip = [
        Mirip(1, 2, 0.61, "juga"),
        Mirip(0, 2, 0.61, "ketiga"),
        Mirip(0, 3, 0.999, "satu orang sudah"),
        Mirip(1, 3, 0.98, "pasangan yang sama"),
        Mirip(0, 1, 0.99999, "terkuat"),
    ]
    hasil = add_similar(dasar, penduduk, mirip, "cara uji")
    assert [(d.nik_a[12:], d.nik_b[12:], d.kekuatan, d.penjelasan) for d in hasil.dugaan] == [
        ("0001", "0002", "0,999", "terkuat"),
        ("0001", "0003", "0,610", "ketiga"),
        ("0002", "0003", "0,610", "juga"),
        ("0004", "0005", "SEDANG", ""),
    ]
    assert [(d.nama_a, d.nama_b) for d in hasil.dugaan][1] == ("Budi Rekaan", "Budi Rekayasa")
    assert hasil.cara_dugaan == "cara uji"
    assert [d.kekuatan for d in add_similar(dasar, penduduk, [Mirip(0, 2, 0.5, "")], "").dugaan] == [
        "0,500",
        "SEDANG",
        "SEDANG",
    ]


@pytest.mark.aturan("DOBEL-05")
def test_a_lost_digit_that_the_run_has_lent_is_the_same_pair() -> None:
    """The run may show a NIK whole that the register alone shows with its digit lost: one pair, not two."""
    penduduk = [evolve(resident("0001"), nik="331311170880000?"), resident("1234")]
    dasar = run(penduduk, [Undangan("1", "3313111708800001", "Budi Rekaan", LAHIR, desa="Jaten")])
    assert [(d.nik_a, d.nik_b) for d in dasar.dugaan] == [("3313111708800001", "3313111708801234")]
    hasil = add_similar(dasar, penduduk, [Mirip(0, 1, 0.7, "mirip")], "")
    assert [(d.nik_a, d.kekuatan) for d in hasil.dugaan] == [("331311170880000?", "0,700")]
    # Two whose numbers share fifteen digits are told apart by the sixteenth.
    dua = [resident("0001"), resident("0002"), resident("0003")]
    semua = add_similar(run(dua), dua, [Mirip(0, 1, 0.7, "")], "")
    assert pairs(semua) == [("0001", "0002", "0,700"), ("0001", "0003", "SEDANG"), ("0002", "0003", "SEDANG")]


@pytest.mark.aturan("DOBEL-03")
def test_guesses_of_one_strength_stand_by_the_first_nik_and_then_by_the_second() -> None:
    penduduk = [resident("0001", "Ani Satu"), resident("0009", "Ani Satu"), resident("0002"), resident("0003")]
    penduduk += [resident("0008", "Ani Satu")]
    assert [(d.nik_a[12:], d.nik_b[12:]) for d in run(penduduk).dugaan] == [
        ("0001", "0008"),
        ("0001", "0009"),
        ("0002", "0003"),
        ("0008", "0009"),
    ]


def similar(penduduk: list[Penduduk], *mirip: Mirip) -> list[tuple[str, str, str]]:
    return [(d.nik_a[12:], d.nik_b[12:], d.penjelasan) for d in add_similar(run(penduduk), penduduk, mirip, "").dugaan]


@pytest.mark.aturan("DOBEL-05")
def test_the_likeliest_stand_first_then_the_smaller_niks_then_the_earlier_rows() -> None:
    """Of several rows of the same two people the likeliest speaks, and of equal ones the earliest."""
    lain = ["Ani Satu", "Budi Dua", "Cici Tiga", "Dodi Empat"]
    penduduk = [resident(urut, nama) for urut, nama in zip(("0004", "0003", "0002", "0001"), lain, strict=True)]
    penduduk += [resident("0004", "Ani Satu", no_kk="3313110101050001")]
    assert similar(penduduk, Mirip(2, 3, 0.3, "ketiga"), Mirip(0, 1, 0.9, "pertama"), Mirip(0, 2, 0.4, "kedua")) == [
        ("0003", "0004", "pertama"),
        ("0002", "0004", "kedua"),
        ("0001", "0002", "ketiga"),
    ]
    # Of equal strength: by the NIK of the first row, then of the second.
    sama = [Mirip(a, b, 0.5, f"{a}{b}") for a, b in ((0, 2), (1, 2), (0, 1), (1, 3), (2, 3), (0, 3))]
    assert [p for *_, p in similar(penduduk, *sama)] == ["23", "13", "12", "03", "02", "01"]
    # Row 4 is row 0's person.
    for urut in ((0, 1), (1, 0)):
        dua = [Mirip(0, 1, 0.5, "baris 0"), Mirip(1, 4, 0.5, "baris 4")]
        assert similar(penduduk, *(dua[i] for i in urut)) == [("0003", "0004", "baris 4")]
        tiga = [Mirip(0, 3, 0.5, "baris 0"), Mirip(3, 4, 0.6, "baris 4")]
        assert similar(penduduk, *(tiga[i] for i in urut)) == [("0001", "0004", "baris 4")]


@pytest.mark.aturan("DOBEL-05")
def test_a_strength_is_cut_and_never_shown_as_certain() -> None:
    penduduk = [resident("0001", "Ani Satu"), resident("0002", "Budi Dua")]
    for kekuatan, tampil in ((1.0, "0,999"), (0.9999, "0,999"), (0.5555, "0,555"), (0.1, "0,100")):
        (satu,) = add_similar(run(penduduk), penduduk, [Mirip(0, 1, kekuatan, "")], "").dugaan
        assert satu.kekuatan == tampil


@pytest.mark.aturan("DOBEL-05")
def test_a_pair_by_rule_is_left_out_only_for_the_same_two_people() -> None:
    """Sharing one of the two is another pair; on either side the NIK may have been lent its last digit by the run."""
    for niks in (
        ("0001", "1002", "2003"),
        ("0001", "0002", "0003"),
        ("0001", "0011", "0021"),
        ("0011", "0021", "5001"),
    ):
        tiga = [resident(nik) for nik in niks]
        for a, b in ((0, 1), (0, 2), (1, 2)):
            hasil = add_similar(run(tiga), tiga, [Mirip(a, b, 0.7, "")], "")
            assert [d.kekuatan for d in hasil.dugaan] == ["0,700", "SEDANG", "SEDANG"]
            assert len({(d.nik_a, d.nik_b) for d in hasil.dugaan}) == 3
    for hilang, lain, utuh in (("331311170880000?", "1234", "0001"), ("331311170880900?", "1234", "9001")):
        penduduk = [evolve(resident("0001"), nik=hilang), resident(lain)]
        surat = [Undangan("1", f"331311170880{utuh}", "Budi Rekaan", LAHIR, desa="Jaten")]
        hasil = add_similar(run(penduduk, surat), penduduk, [Mirip(0, 1, 0.7, "")], "")
        assert [d.kekuatan for d in hasil.dugaan] == ["0,700"]


@pytest.mark.aturan("DOBEL-05", "NIK-05")
def test_of_people_who_share_a_nik_that_is_no_key_the_names_tell_the_order() -> None:
    palsu, lain = "3313113002800001", "3313113002800002"
    penduduk = [evolve(resident("0001", nama), nik=nik) for nama in ("Budi Dua", "Ani Satu") for nik in (lain, palsu)]
    dasar = run(penduduk)
    assert [(d.nik_a, d.nama_a, d.nik_b, d.nama_b) for d in dasar.dugaan] == [
        (palsu, "Ani Satu", lain, "Ani Satu"),
        (palsu, "Budi Dua", lain, "Budi Dua"),
    ]
    hasil = add_similar(dasar, penduduk, [Mirip(1, 3, 0.9, "")], "")
    assert [(d.nama_a, d.nama_b, d.kekuatan) for d in hasil.dugaan][:1] == [("Ani Satu", "Budi Dua", "0,900")]


@pytest.mark.aturan("DOBEL-06")
@pytest.mark.parametrize("banyak", [2, 59, 60, 61, 70])
def test_a_slip_is_found_in_a_group_of_any_size(banyak: int) -> None:
    """Of one name and mother, born on different days: only those whose NIKs are a digit apart, whatever the size."""
    orang = [
        evolve(
            resident("0001", nama_ibu="Siti"),
            nik=f"331311{n % 27 + 1:02d}{n % 12 + 1:02d}{n % 50 + 20:02d}{n + 1:04d}",
            tanggal_lahir=date(1900 + n, 1, 1),
        )
        for n in range(banyak)
    ]
    tanpa = run(orang).dugaan
    assert [d for d in tanpa if "DOBEL-06" in d.aturan] == []
    salah = evolve(orang[0], nik=f"4{orang[0].nik[1:]}", tanggal_lahir=date(1999, 1, 1))
    for rows in ([salah, *orang], [*orang, salah]):
        hasil = [d for d in run(rows).dugaan if "DOBEL-06" in d.aturan]
        assert [(d.nik_a, d.nik_b) for d in hasil] == [(orang[0].nik, salah.nik)]


@pytest.mark.aturan("DOBEL-05", "DOBEL-01")
def test_rows_that_the_register_holds_for_one_person_are_no_guess() -> None:
    satu = resident("0001", nama_ibu="Siti")
    penduduk = [satu, evolve(satu, nik="3313111708800002"), resident("0009", "Ani Satu")]
    assert similar(penduduk, Mirip(0, 1, 0.9, "sudah satu"), Mirip(1, 2, 0.4, "lain")) == [("0001", "0009", "lain")]
