"""A resident whose NIK has lost its last digit: when another sheet gives it back, and when that is left to a person."""

from __future__ import annotations

from datetime import date
from itertools import permutations

import pytest
from attrs import evolve

from ektp_core import Hasil, Penduduk, Perekaman, Undangan, reconcile

D = date(2012, 8, 28)
LAHIR = date(1980, 8, 17)
LIMA_BELAS = "331311170880000"
BUDI = Penduduk(f"{LIMA_BELAS}?", "Budi", LAHIR, "L", desa="Jaten", rw="001", rt="001", baris=2)
TRI = evolve(BUDI, nama="Tri", baris=3)


def paper(akhir: str, nama: str = "Budi", lahir: date | None = LAHIR) -> Undangan:
    return Undangan(akhir, LIMA_BELAS + akhir, nama, lahir, desa="Jaten", rw="001", rt="001")


def shown(hasil: Hasil) -> dict[str, str]:
    """The last digit by name of everybody who is not recorded."""
    return {b.penduduk.nama: b.nik[15] for b in hasil.belum}


def doubtful(hasil: Hasil) -> list[tuple[str, str, str]]:
    return [(e.nama, e.kiri, e.kanan) for e in hasil.perlu_dilihat if e.jenis == "NIK_PINJAMAN_GANDA"]


def run(penduduk: list[Penduduk], *surat: Undangan, rekam: str = "") -> Hasil:
    rekaman = [Perekaman(LIMA_BELAS + akhir, D, "ENROLL_FAILURE_AT_CENTRAL") for akhir in rekam]
    return reconcile(penduduk=penduduk, undangan=surat, perekaman=rekaman, on=D)


@pytest.mark.aturan("NIK-06")
@pytest.mark.parametrize(
    ("surat", "rekam", "tampak"),
    [
        ([], "", "?"),
        ([], "4", "4"),
        ([paper("5")], "", "5"),
        ([paper("5")], "5", "5"),
        ([paper("5"), paper("5", "Budi", None)], "", "5"),
        ([paper("5", "", None)], "", "5"),
        ([paper("5", "")], "", "5"),
        ([paper("5", "Budi", None)], "", "5"),
        ([paper("5", "Budi", date(1980, 8, 18))], "", "5"),
        ([paper("5", "Eko")], "", "5"),
        ([paper("5", "Eko", date(1980, 8, 18))], "", "?"),
        ([paper("5", "Eko", None)], "", "?"),
        ([paper("5", "", date(1980, 8, 18))], "", "?"),
        ([paper("5"), paper("6")], "", "?"),
        ([paper("5")], "6", "?"),
    ],
)
def test_the_one_whole_nik_that_fits_is_lent(surat: list[Undangan], rekam: str, tampak: str) -> None:
    """A paper must fit by what it gives of name and birth date; two whole NIKs that fit are one too many."""
    for urut in permutations(surat):
        hasil = run([BUDI], *urut, rekam=rekam)
        assert shown(hasil) == {"Budi": tampak}
        cocok = sorted({s.nik for s in surat} | {LIMA_BELAS + a for a in rekam})
        ganda = [("Budi", BUDI.nik, " / ".join(cocok))] if len(cocok) > 1 else []
        assert doubtful(hasil) == ganda


@pytest.mark.aturan("NIK-06")
def test_of_two_with_the_same_fifteen_digits_only_the_one_whom_a_paper_names_is_lent_to() -> None:
    for penduduk in ([BUDI, TRI], [TRI, BUDI]):
        assert shown(run(penduduk, rekam="4")) == {"Budi": "?", "Tri": "?"}
        assert shown(run(penduduk, paper("4", "", None))) == {"Budi": "?", "Tri": "?"}
        assert shown(run(penduduk, paper("4"))) == {"Budi": "4", "Tri": "?"}
        assert shown(run(penduduk, paper("4"), paper("5", "Tri"))) == {"Budi": "4", "Tri": "5"}
        # All of it fits one before a part fits the other.
        assert shown(run(penduduk, paper("4", "Tri"))) == {"Budi": "?", "Tri": "4"}


@pytest.mark.aturan("NIK-06")
def test_a_whole_nik_that_fits_two_is_lent_to_neither() -> None:
    for penduduk in ([BUDI, TRI], [TRI, BUDI]):
        hasil = run(penduduk, paper("4"), paper("4", "Tri"))
        assert shown(hasil) == {"Budi": "?", "Tri": "?"}
        assert doubtful(hasil) == [("Budi", BUDI.nik, f"{LIMA_BELAS}4"), ("Tri", TRI.nik, f"{LIMA_BELAS}4")]


@pytest.mark.aturan("NIK-06", "DOBEL-01")
def test_a_row_with_a_lost_digit_is_the_one_resident_with_the_whole_nik_and_that_name() -> None:
    """One person; of two whole NIKs that fit it stays apart, and of another name or date too."""
    utuh = evolve(BUDI, nik=f"{LIMA_BELAS}1", baris=4)
    lain = evolve(utuh, nik=f"{LIMA_BELAS}2", baris=5)
    jauh = evolve(utuh, nik="3313111708801001", baris=6)
    kasus = [
        ([BUDI, utuh], 1),
        ([BUDI, utuh, lain], 3),
        ([BUDI, utuh, jauh], 2),
        ([BUDI, evolve(utuh, nama="Tri")], 2),
        ([BUDI, evolve(utuh, tanggal_lahir=date(1980, 8, 18))], 2),
        ([BUDI, evolve(BUDI, baris=9)], 1),
        ([BUDI, TRI], 2),
        ([BUDI, jauh], 2),
    ]
    for penduduk, banyak in kasus:
        for urut in (penduduk, penduduk[::-1]):
            hasil = run(urut)
            assert hasil.wajib.neto == banyak
            assert all(n.seimbang for n in hasil.neraca)


@pytest.mark.aturan("NIK-06", "DOBEL-01")
def test_joining_one_row_may_leave_another_only_one_whom_it_fits() -> None:
    """Of two whole NIKs that fit a row, each is another's; then a row with a lost digit makes one person of those two."""
    lain = "331311170880900"
    satu = evolve(BUDI, nik=f"{LIMA_BELAS}1", nama_ibu="Siti", baris=3)
    dua = evolve(BUDI, nik="3313111708804001", no_kk="3313110101050001", baris=4)
    calon = [
        evolve(satu, nik=f"{lain}1", baris=5),
        evolve(dua, nik=f"{lain}2", baris=6),
    ]
    penghubung = evolve(dua, nik=f"{LIMA_BELAS}?", baris=7)
    hilang = evolve(BUDI, nik=f"{lain}?", baris=8)
    penduduk = [evolve(p, desa="", rw="", rt="") for p in (hilang, penghubung, satu, dua, *calon)]
    for urut in permutations(penduduk):
        assert run(list(urut)).wajib.neto == 1
    # Without the card the rows of that person stay apart, and nothing tells which of two the last one is.
    assert run([evolve(p, no_kk="") for p in penduduk]).wajib.neto == 4
