"""Names: every written variant of one name gives one key, and different names keep different keys."""

from __future__ import annotations

import re
from itertools import combinations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from aturan.kata import AHMAD, BIN, GELAR_BELAKANG, GELAR_DEPAN, MUHAMMAD
from ektp_core import normalize_nama
from strategies import EJAAN, nama, nama_dua_ejaan

modern = nama_dua_ejaan().map(lambda dua: dua[0])
bersih = st.sampled_from(list(EJAAN)) | modern


@pytest.mark.aturan("NAMA-01")
@given(nama_dua_ejaan())
@example(("joko cahyono", "djoko tjahjono"))
@example(("yahya", "jahja"))
@example(("sukarjo", "soekardjo"))
@example(("nyai", "njai"))
@example(("syarif", "sjarif"))
@example(("khotijah", "chotidjah"))
@example(("anjani", "andjani"))
def test_old_and_new_spelling_give_one_key(dua: tuple[str, str]) -> None:
    satu, lain = dua
    assert normalize_nama(satu) == normalize_nama(lain) != ""


@pytest.mark.aturan("NAMA-01")
@given(bersih, st.sampled_from(GELAR_DEPAN), st.sampled_from(GELAR_BELAKANG), st.booleans(), st.booleans())
def test_titles_do_not_matter(nama: str, depan: str, belakang: str, pakai_depan: bool, pakai_belakang: bool) -> None:
    tulis = f"{depan} {nama}" if pakai_depan else nama
    if pakai_belakang:
        tulis += f", {belakang}"
    assert normalize_nama(tulis) == normalize_nama(nama)


def spellings(gelar: str) -> list[str]:
    """A title with and without its full stops; its first letter and the rest together and apart."""
    semua = [gelar, gelar.upper(), gelar.replace(".", ""), gelar.lower()]
    if re.fullmatch(r"[A-Z]\.[A-Za-z]+\.", gelar):
        semua += [f"{gelar[:2]} {gelar[2:]}", f"{gelar[0]} {gelar[2:-1]}"]
    return semua


@pytest.mark.aturan("NAMA-01")
def test_every_title_is_known_before_and_behind_a_name() -> None:
    for gelar in GELAR_DEPAN:
        for tulis in (gelar, gelar.lower(), f"{gelar}.", f"{gelar.title()}.", f"{gelar}. {gelar}", f"H.{gelar}."):
            assert normalize_nama(f"{tulis} Sukarjo Wiro") == "SUKARYO WIRO", tulis
    for gelar in GELAR_BELAKANG:
        for tulis in spellings(gelar):
            for antara in (", ", " ", ","):
                assert normalize_nama(f"Sukarjo{antara}{tulis}") == "SUKARYO", tulis
                assert normalize_nama(f"Sukarjo Wiro{antara}{tulis}, S.H.") == "SUKARYO WIRO", tulis


@pytest.mark.aturan("NAMA-01")
def test_a_name_keeps_every_word_that_is_no_title_there() -> None:
    """Before the name only what stands before it, behind it only what stands behind; the last word always stays."""
    belakang = {g.replace(".", "").upper() for g in GELAR_BELAKANG}
    for gelar in GELAR_DEPAN:
        if gelar not in ("H", "K", "R") and gelar not in belakang:
            assert normalize_nama(f"Sukarjo {gelar}").split()[0] == "SUKARYO"
            assert len(normalize_nama(f"Sukarjo {gelar}").split()) == 2, gelar
        assert normalize_nama(gelar) == normalize_nama(f"Drs. {gelar}") != ""
    for gelar in GELAR_BELAKANG:
        kata = gelar.replace(".", "")
        if kata.upper() not in GELAR_DEPAN:
            assert len(normalize_nama(f"{kata} Wiro Sukarjo").split()) == 3, kata
        assert normalize_nama(kata) == normalize_nama(f"Drs. {kata}") == normalize_nama(f"{kata}, S.H.") != ""
        if kata[1:].upper() not in belakang and kata[0] not in GELAR_DEPAN:
            satu_satu = [normalize_nama(k) for k in (kata[0], kata[1:])]
            assert normalize_nama(" ".join(satu_satu)) == " ".join(satu_satu), kata
    # Only a first letter that stands by itself is joined to what follows.
    assert normalize_nama("Sukarjo Am D") == "SUKARYO AM D"
    assert normalize_nama("Sukarjo S Wiro") == "SUKARYO S WIRO"


@pytest.mark.aturan("NAMA-01")
def test_an_accent_or_a_wide_letter_is_the_plain_letter() -> None:
    for tulis in ("José", "Jose\u0301", "ＪＯＳＥ", "josè"):
        assert normalize_nama(f"{tulis} Sukarjo") == normalize_nama("Jose Sukarjo"), tulis


@pytest.mark.aturan("NAMA-01")
def test_every_word_for_son_and_daughter_and_every_muhammad_and_ahmad_is_known() -> None:
    for bin_ in BIN:
        for tulis in (bin_, bin_.lower(), f"{bin_}."):
            assert normalize_nama(f"Tri {tulis} Sukarjo Wiro") == "TRI", tulis
            assert len(normalize_nama(f"{tulis} Sukarjo").split()) == 2
    for satu, semua in (("MUHAMMAD", MUHAMMAD), ("AHMAD", AHMAD)):
        for tulis in semua:
            for kata in (tulis, tulis.title(), f"{tulis}."):
                assert normalize_nama(f"{kata} Sukarjo") == f"{satu} SUKARYO", tulis
                assert normalize_nama(f"Sukarjo {kata}") == f"SUKARYO {satu}", tulis
    assert normalize_nama("Sry Abd. Sukarjo") == "SRI ABDUL SUKARYO"


@pytest.mark.aturan("NAMA-01")
@given(bersih, st.sampled_from(("bin", "BINTI", "Bin.", "bt.")), bersih)
def test_bin_and_what_follows_do_not_matter(nama: str, bin_: str, ayah: str) -> None:
    assert normalize_nama(f"{nama} {bin_} {ayah}") == normalize_nama(nama)


@pytest.mark.aturan("NAMA-01")
@given(st.sampled_from(MUHAMMAD), bersih)
def test_every_spelling_of_muhammad_is_one(muhammad: str, nama: str) -> None:
    assert normalize_nama(f"{muhammad} {nama}") == normalize_nama(f"MUHAMMAD {nama}")


@pytest.mark.aturan("NAMA-01")
@given(
    bersih, st.sampled_from((str.upper, str.lower, str.title)), st.sampled_from((" ", "  ", "\u00a0", " \u200b", ". "))
)
def test_case_spaces_and_punctuation_do_not_matter(nama: str, huruf: object, antara: str) -> None:
    assert callable(huruf)
    assert normalize_nama(f" {huruf(nama).replace(' ', antara)}.") == normalize_nama(nama)


@given(bersih, st.integers(0, 30), st.sampled_from(("'", "`", "’", "\u00ad")))
def test_an_apostrophe_does_not_part_a_word(nama: str, ke: int, tanda: str) -> None:
    ke = min(ke, len(nama))
    assert normalize_nama(nama[:ke] + tanda + nama[ke:]) == normalize_nama(nama)


@given(nama() | bersih | st.text(max_size=20))
def test_key_is_of_capitals_digits_and_single_spaces(teks: str) -> None:
    kunci = normalize_nama(teks)
    assert kunci == " ".join(kunci.split()) == kunci.upper()
    assert all(h.isascii() and h.isalnum() for h in kunci.replace(" ", "")), kunci


@pytest.mark.aturan("NAMA-01")
@given(bersih)
def test_a_key_is_its_own_key(nama: str) -> None:
    assert normalize_nama(normalize_nama(nama)) == normalize_nama(nama)


@pytest.mark.aturan("NAMA-01")
@given(modern, st.integers(0, 40), st.sampled_from("bdgklmnprstwaio"))
def test_another_letter_is_another_name(nama: str, ke: int, huruf: str) -> None:
    """Only what has two spellings is forgiven: a letter that has one is never changed into another."""
    satu = nama.lower()
    tempat = [i for i, h in enumerate(satu) if h in "bglmprtwaio" and h != huruf and satu[i : i + 2] not in ("tj",)]
    tempat = [i for i in tempat if satu[i - 1 : i + 1] not in ("oe",) and satu[i : i + 2] not in ("oe",)]
    if tempat:
        i = tempat[ke % len(tempat)]
        lain = satu[:i] + huruf + satu[i + 1 :]
        if not any(rusak in lain for rusak in ("oe", "tj", "dj", "ch")):
            assert normalize_nama(lain) != normalize_nama(satu)


@pytest.mark.aturan("NAMA-01")
def test_the_names_of_the_tables_are_different_people() -> None:
    kunci = {nama: {normalize_nama(t) for t in (nama, *lain)} for nama, lain in EJAAN.items()}
    assert all(len(k) == 1 for k in kunci.values()), kunci
    assert all(a.isdisjoint(b) for a, b in combinations(kunci.values(), 2))


@pytest.mark.parametrize("kosong", ["", " ", "-", "...", "\u00a0\u200b"])
def test_blank_has_an_empty_key(kosong: str) -> None:
    assert normalize_nama(kosong) == ""


@pytest.mark.parametrize("nama", ["H", "Haji", "Sri", "Ma", "SE"])
def test_a_single_word_is_a_name_even_if_it_could_be_a_title(nama: str) -> None:
    assert normalize_nama(nama) == nama.upper().replace("J", "Y")
