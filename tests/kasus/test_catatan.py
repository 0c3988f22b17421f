"""The notes of the desa, one by one, as they are found in lists."""

from __future__ import annotations

import pytest

from ektp_core import Catatan, Kategori, read_catatan

D, M, P, A = "DOBEL", "MENINGGAL", "PINDAH", "ALAMAT_TIDAK_DIKETAHUI"


@pytest.mark.aturan("CATATAN-01")
@pytest.mark.parametrize(
    ("kategori", "teks"),
    [
        *((D, t) for t in ("dobel", "double", "doubel", "dobl", "ganda", "2x", "2 x", "DOBEL.", "undangan dobel")),
        *((M, t) for t in ("alm", "alm.", "almarhum", "almarhumah", "wafat", "meninggal", "meninggal dunia", "MD", "mati", "†")),
        *((M, t) for t in ("Sudah meninggal", "yang bersangkutan wafat", "(alm)", "MD.", "M.D.", "Alm")),
        *((P, t) for t in ("pindah", "pindah rumah", "pndh", "boro", "ikut suami", "transmigrasi", "Sudah pindah")),
        *((P, t) for t in ("pindah ikut suami", "pindah ke Jakarta", "pindah ikut istri", "PINDAH!")),
        *((A, t) for t in ("alamat tdk jelas", "alamat tidak diketahui", "alamat tdk dikenal", "alamat tidak ketemu")),
        *((A, t) for t in ("tidak diketahui", "tdk dikenal", "tidak ketemu", "ALAMAT TIDAK JELAS", "alamat tidak ada")),
    ],
)  # fmt: skip
def test_clear_notes(kategori: str, teks: str) -> None:
    baca = read_catatan(teks)
    assert ([k.value for k in baca.kategori], baca.ragu) == ([kategori], False)


@pytest.mark.aturan("CATATAN-02")
@pytest.mark.parametrize(
    "teks",
    [
        "merantau?", "merantau", "tidak ada di tempat?", "belum pindah", "tidak pindah", "bukan dobel", "istri alm",
        "istri alm.", "anak almarhum", "pindah?", "meninggal ?", "alm?", "mungkin pindah", "katanya meninggal",
        "suami meninggal", "ibu wafat", "akan pindah", "rencana pindah", "batal pindah", "belum meninggal", "janda alm. Karto",
        "masih hidup", "entah", "kembali",
    ],
)  # fmt: skip
def test_ambiguous_notes(teks: str) -> None:
    baca = read_catatan(teks)
    assert (baca.kategori, baca.putusan, baca.ragu) == ((), None, True)


@pytest.mark.aturan("CATATAN-02")
@pytest.mark.parametrize("teks", ["", " ", "-", "--", ".", "sudah rekam", "ok", "diterima"])
def test_notes_without_bearing(teks: str) -> None:
    baca = read_catatan(teks)
    assert (baca.kategori, baca.putusan, baca.ragu) == ((), None, False)


@pytest.mark.aturan("CATATAN-03", "CATATAN-04")
@pytest.mark.parametrize(
    ("teks", "semua", "putusan"),
    [
        ("dobel, meninggal", [M, D], M),
        ("pindah / dobel", [P, D], P),
        ("meninggal, pindah", [M, P], M),
        ("pindah, alamat tidak jelas", [P, A], P),
        ("alamat tdk dikenal; 2x", [A, D], A),
        ("dobel", [D], None),
    ],
)
def test_two_categories(teks: str, semua: list[str], putusan: str | None) -> None:
    baca = read_catatan(teks)
    assert [k.value for k in baca.kategori] == semua
    assert baca.putusan == putusan


@pytest.mark.aturan("CATATAN-02")
def test_an_ambiguous_note_never_decides() -> None:
    assert Catatan((Kategori.MENINGGAL,), ragu=True).putusan is None
