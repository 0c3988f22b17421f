"""Returned sweep lists, row by row: whose each row is, by which rule, and every word that a person is shown about it."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from ektp_core import (
    Hasil,
    Kategori,
    Kembalian,
    Meninggal,
    Mutasi,
    Penduduk,
    Perekaman,
    Pindah,
    Undangan,
    read_kembalian,
    reconcile,
)
from ektp_core.catatan import Catatan

D = date(2012, 8, 28)
LAHIR = date(1980, 8, 17)
DEPAN = "331311170880000"


def resident(akhir: str, nama: str = "Budi", rw: str = "001", rt: str = "001", desa: str = "Jaten") -> Penduduk:
    return Penduduk(DEPAN + akhir, nama, LAHIR, "L", desa=desa, rw=rw, rt=rt)


def came(akhir: str, nama: str = "Budi", baris: int = 1, desa: str = "", rw: str = "", rt: str = "") -> Kembalian:
    """A row that says that the person came."""
    return Kembalian("KEMBALI a.xlsx", baris, DEPAN + akhir, nama, desa, rw, rt, tertulis="SUDAH DATANG v", datang=True)


def moved(akhir: str, nama: str = "Budi", baris: int = 1) -> Kembalian:
    return Kembalian("KEMBALI a.xlsx", baris, DEPAN + akhir, nama, tertulis="PINDAH v", isi=Catatan((Kategori.PINDAH,)))


def run(
    penduduk: list[Penduduk],
    kembali: list[Kembalian],
    *,
    undangan: list[Undangan] | None = None,
    perekaman: list[Perekaman] | None = None,
    mutasi: list[Mutasi] | None = None,
) -> Hasil:
    return reconcile(
        penduduk=penduduk,
        undangan=undangan or [],
        perekaman=perekaman or [],
        mutasi=mutasi or [],
        on=D,
        kembalian=kembali,
    )


def fates(hasil: Hasil) -> list[tuple[str, str, str, str]]:
    return [(k.nasib.name, k.nik[-1], k.nama, k.aturan) for k in hasil.kembalian]


def entries(hasil: Hasil) -> list[tuple[str, str, str]]:
    return [(e.jenis, e.kiri, e.kanan) for e in hasil.perlu_dilihat]


@pytest.mark.aturan("KEMBALI-05", "KEMBALI-06")
@pytest.mark.parametrize(
    ("tempat", "nasib"),
    [
        ({"rw": "001"}, [("DATANG", "1", "Budi", "KEMBALI-03")]),
        ({"rw": "002"}, [("DATANG", "2", "Budi", "KEMBALI-03")]),
        ({"rt": "002"}, [("DATANG", "1", "Budi", "KEMBALI-03")]),
        ({"rt": "003", "rw": "002"}, [("DATANG", "2", "Budi", "KEMBALI-03")]),
        ({"rt": "009"}, []),
        ({"rw": "001", "rt": "009"}, []),
        ({"desa": "Desa Jaten"}, []),
        ({"desa": "Dagen"}, []),
        ({"desa": "Dagen", "rw": "001"}, []),
        ({}, []),
    ],
)
def test_a_lost_digit_among_namesakes_is_found_by_the_place(
    tempat: dict[str, str], nasib: list[tuple[str, str, str, str]]
) -> None:
    """Two of one name with the same fifteen digits: the place tells which of them, or nobody."""
    satu, dua = resident("1", rw="001", rt="002"), resident("2", rw="002", rt="003")
    hasil = run(
        [satu, evolve(satu, rw="007", rt="007"), dua],
        [came("?", "Budi", 1, *(tempat.get(k, "") for k in ("desa", "rw", "rt")))],
    )
    assert fates(hasil) == nasib
    galat = [] if nasib else ["NIK yang menunjuk satu orang (2 penduduk cocok)"]
    assert [g.harusnya for g in hasil.galat] == galat
    assert [(g.lembar, g.baris, g.kolom, g.nilai, g.usul) for g in hasil.galat] == [
        ("KEMBALI a.xlsx", 1, "NIK", f"{DEPAN[:12]}****", "SUDAH DATANG v") for _ in galat
    ]


@pytest.mark.aturan("KEMBALI-05", "KEMBALI-06")
@pytest.mark.parametrize(
    ("nik", "nama", "sebab", "nasib"),
    [
        (DEPAN + "?", "Budi", "", ("DATANG", "1", "Budi", "KEMBALI-03")),
        (DEPAN + "?", "", "", ("DATANG", "1", "Budi", "KEMBALI-03")),
        (DEPAN + "?", "Tri", "", ("NAMA_BEDA", "1", "Budi", "KEMBALI-05")),
        (DEPAN + "7", "Tri", "", ("TIDAK_DIKENAL", "7", "", "KEMBALI-06")),
        (
            "331311170880999?",
            "Budi",
            "sel angka kehilangan angka ke-16, dan tidak ada penduduk dengan 15 angka ini",
            (),
        ),
        ("3313113002800001", "Budi", "tidak benar kalender dan tidak ada di PENDUDUK", ()),
    ],
)
def test_one_resident_and_a_row_that_is_not_quite_theirs(
    nik: str, nama: str, sebab: str, nasib: tuple[str, ...]
) -> None:
    satu = Kembalian("KEMBALI a.xlsx", 3, nik, nama, desa="Jetis", tertulis="SUDAH DATANG v", datang=True)
    hasil = run([resident("1")], [satu])
    assert fates(hasil) == ([nasib] if nasib else [])
    assert [g.harusnya for g in hasil.galat] == ([] if nasib else [f"NIK yang menunjuk satu orang ({sebab})"])
    assert [k.desa for k in hasil.kembalian] == (
        [] if not nasib else ["Jetis" if nasib[0] == "TIDAK_DIKENAL" else "Jaten"]
    )
    tulis = "KEMBALI a.xlsx baris 3 'SUDAH DATANG v'"
    jenis = {
        "NAMA_BEDA": ("NAMA_KEMBALI_BEDA", f"{tulis} Tri", "NIK ini milik Budi"),
        "TIDAK_DIKENAL": ("KEMBALI_TIDAK_DIKENAL", tulis, "tidak ada di lembar mana pun"),
        "DATANG": ("DATANG_BELUM_TEREKAM", tulis, "tidak ada perekaman yang berhasil sampai tanggal acuan"),
    }
    assert entries(hasil) == ([jenis[nasib[0]]] if nasib else [])
    assert [e.aturan for e in hasil.perlu_dilihat] == ([nasib[3]] if nasib else [])
    assert all(n.seimbang for n in hasil.neraca)


@pytest.mark.aturan("KEMBALI-05", "KEMBALI-06")
def test_a_resident_whose_own_nik_has_lost_its_digit_is_led_to_by_the_whole_one() -> None:
    """Not by one that another resident has, and not where two such residents could be meant."""
    budi, tri = resident("?"), resident("5", "Tri")
    assert fates(run([budi], [came("1")])) == [("DATANG", "?", "Budi", "KEMBALI-03")]
    assert fates(run([budi, tri], [came("5", "Tri")])) == [("DATANG", "5", "Tri", "KEMBALI-03")]
    assert fates(run([budi, tri], [came("1", "Tri")]))[0][0] == "NAMA_BEDA"


@pytest.mark.aturan("KEMBALI-05")
def test_the_name_on_a_paper_is_the_persons_too() -> None:
    surat = [Undangan("7", DEPAN + "1", "Budiman", desa="Jaten")]
    assert fates(run([resident("1")], [came("1", "Budiman")], undangan=surat))[0][0] == "DATANG"
    assert fates(run([resident("1")], [came("1", "Budiman")]))[0][0] == "NAMA_BEDA"
    # Somebody known only from a paper has a row too.
    assert fates(run([], [came("1", "Budiman")], undangan=surat)) == [("DATANG", "1", "Budiman", "KEMBALI-03")]


@pytest.mark.aturan("KEMBALI-01")
def test_a_row_that_says_nothing_has_no_rule() -> None:
    hasil = run([resident("1")], [Kembalian("KEMBALI a.xlsx", 1, DEPAN + "1", "Budi")])
    assert fates(hasil) == [("KOSONG", "1", "Budi", "")]
    assert entries(hasil) == []


@pytest.mark.aturan("KEMBALI-03")
@pytest.mark.parametrize(
    ("mutasi", "sebab"),
    [
        ([], "tidak ada perekaman yang berhasil sampai tanggal acuan"),
        ([Meninggal(DEPAN + "1", D)], "meninggal menurut register"),
        ([Pindah(DEPAN + "1", D)], "pindah keluar menurut register"),
        ([Meninggal(DEPAN + "1", D), Pindah(DEPAN + "1", D)], "meninggal menurut register"),
    ],
)
def test_why_somebody_who_came_is_not_recorded(mutasi: list[Mutasi], sebab: str) -> None:
    hasil = run([resident("1")], [came("1", baris=2), came("1", baris=1)], mutasi=mutasi)
    tulis = "KEMBALI a.xlsx baris 1 'SUDAH DATANG v'; KEMBALI a.xlsx baris 2 'SUDAH DATANG v'"
    assert entries(hasil) == [("DATANG_BELUM_TEREKAM", tulis, sebab)]
    assert [k.baris_lain for k in hasil.kembalian] == ["KEMBALI a.xlsx baris 1", "KEMBALI a.xlsx baris 2"]


@pytest.mark.aturan("KEMBALI-04", "KEMBALI-07")
def test_came_and_moved_on_two_rows_of_somebody_without_a_paper() -> None:
    kembali = [came("1", baris=2), moved("1", baris=4), moved("1", baris=3)]
    hasil = run([resident("1")], kembali, perekaman=[Perekaman(DEPAN + "1", D)])
    datang = "KEMBALI a.xlsx baris 2 'SUDAH DATANG v'"
    pindah = "KEMBALI a.xlsx baris 3 'PINDAH v'; KEMBALI a.xlsx baris 4 'PINDAH v'"
    assert sorted(entries(hasil), reverse=True) == [
        ("DATANG_TAPI_CATATAN", datang, pindah),
        ("CATATAN_TANPA_UNDANGAN", pindah, "PINDAH tanpa undangan dan dokumen"),
    ]
    assert {e.jenis: e.aturan for e in hasil.perlu_dilihat} == {
        "DATANG_TAPI_CATATAN": "KEMBALI-04",
        "CATATAN_TANPA_UNDANGAN": "KEMBALI-07",
    }
    # Somebody who has left by a document is not in the base, and nothing is asked of the note.
    assert entries(run([resident("1")], [moved("1")], mutasi=[Pindah(DEPAN + "1", D)])) == []


@pytest.mark.aturan("KEMBALI-01", "KEMBALI-02", "KEMBALI-03", "KEMBALI-06")
def test_what_the_summary_says_of_the_lists() -> None:
    penduduk = [resident("1"), resident("2", "Tri"), resident("3", "Sri"), resident("4", "Ani", desa="Dagen")]
    rows = [
        {"NIK": DEPAN + "1", "NAMA": "Budi", "PINDAH": "v", "DESA": "Jaten"},
        {"NIK": DEPAN + "2", "NAMA": "Tri", "SUDAH_DATANG": "v"},
        {"NIK": DEPAN + "3", "NAMA": "Sri", "PINDAH": "?"},
        {"NIK": DEPAN + "3", "NAMA": "Ani", "PINDAH": "v"},
        {"NIK": DEPAN + "9", "NAMA": "Eko", "PINDAH": "v"},
        {"NIK": DEPAN + "3", "NAMA": "Sri"},
        {"NIK": "331311170880999?", "NAMA": "Eko", "PINDAH": "v"},
    ]
    kembali, _ = read_kembalian(rows, on=D)
    hasil = run(penduduk, kembali)
    assert [p for p in hasil.pesan if "sisir" in p] == [
        "Lembar sisir yang kembali: 1 lembar, 7 baris: 1 menjadi catatan, 1 sudah datang, 1 meragukan dan tidak dipakai, "
        "1 bernama lain dan tidak dipakai, 1 ber-NIK tak dikenal, 1 belum ditandai, 1 galat.",
        "Lembar sisir yang kembali: 1 orang ditandai dan ada di lebih dari satu baris; masing-masing dihitung satu kali.",
        "Belum ada lembar sisir yang kembali dari: Dagen.",
    ]
    assert [p for p in run(penduduk, []).pesan if "sisir" in p] == []
    kosong, _ = read_kembalian([{"NIK": DEPAN + "4", "NAMA": "Ani"}] * 2, on=D)
    assert [p for p in run(penduduk, kosong).pesan if "sisir" in p] == [
        "Lembar sisir yang kembali: 1 lembar, 2 baris: 2 belum ditandai.",
        "Belum ada lembar sisir yang kembali dari: Jaten.",
    ]
    lain = [resident(str(n), "Ani", desa=desa) for n, desa in enumerate(("Dagen", "Brujul"), 5)]
    assert run([*penduduk, *lain], kembali).pesan[-1] == "Belum ada lembar sisir yang kembali dari: Brujul, Dagen."
    tanpa_baris = reconcile(penduduk=[], undangan=[], on=D, dibaca={"PENDUDUK": 0, "KEMBALI a.xlsx": 0})
    assert tanpa_baris.pesan == ("Lembar sisir yang kembali: 1 lembar, 0 baris: kosong.",)


@pytest.mark.aturan("KEMBALI-01", "KEMBALI-02", "KEMBALI-07")
def test_by_which_rule_a_note_and_a_doubt_are_kept() -> None:
    ragu = evolve(moved("1", baris=2), isi=Catatan(ragu=True))
    mati = evolve(moved("1", baris=3), isi=Catatan((Kategori.MENINGGAL,)), tertulis="MENINGGAL v")
    hasil = run([resident("1")], [moved("1"), ragu, mati])
    assert [(nasib, aturan) for nasib, _, _, aturan in fates(hasil)] == [
        ("CATATAN", "KEMBALI-01"),
        ("RAGU", "KEMBALI-02"),
        ("CATATAN", "KEMBALI-01"),
    ]
    assert next(e.kanan for e in hasil.perlu_dilihat if e.jenis == "CATATAN_TANPA_UNDANGAN") == (
        "MENINGGAL + PINDAH tanpa undangan dan dokumen"
    )


@pytest.mark.aturan("KEMBALI-01", "KEMBALI-04")
def test_a_decision_by_a_returned_list_shows_the_tick() -> None:
    hasil = run([resident("1")], [moved("1", baris=4)], undangan=[Undangan("1", DEPAN + "1", "Budi", desa="Jaten")])
    (k,) = hasil.keputusan
    assert k.aturan == ("UNDANGAN-03", "CATATAN-01", "KEMBALI-01", "UNDANGAN-08")
    # Whatever the list's file is called.
    akhir = evolve(moved("1", baris=4), lembar="sisir")
    surat = [Undangan("1", DEPAN + "1", "Budi", desa="Jaten")]
    assert run([resident("1")], [akhir], undangan=surat).keputusan[0].aturan == k.aturan
    assert [(b.lembar, b.baris, b.kolom, b.kiri, b.kanan) for b in k.bukti] == [
        ("KEMBALI a.xlsx", 4, "TANDA", "PINDAH v", "PINDAH")
    ]


@pytest.mark.aturan("KEMBALI-05")
def test_somebody_without_a_name_contradicts_none() -> None:
    assert fates(run([resident("1", "")], [came("1", "Tri")]))[0][0] == "DATANG"
    assert fates(run([resident("1", "-")], [came("1", "Tri")]))[0][0] == "DATANG"


@pytest.mark.aturan("KEMBALI-05")
def test_a_row_that_is_held_back_is_no_other_row_of_that_person() -> None:
    hasil = run([resident("1", "Budi")], [came("1", "Budi", 3), came("1", "Tri", 4), came("1", "Budi", 5)])
    assert [(k.nasib.name, k.baris_lain) for k in hasil.kembalian] == [
        ("DATANG", "KEMBALI a.xlsx baris 5"),
        ("NAMA_BEDA", "KEMBALI a.xlsx baris 3; KEMBALI a.xlsx baris 5"),
        ("DATANG", "KEMBALI a.xlsx baris 3"),
    ]
