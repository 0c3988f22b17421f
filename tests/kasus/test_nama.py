"""Names that lists write in several ways, and names that only look alike."""

from __future__ import annotations

import pytest

from ektp_core import normalize_nama


@pytest.mark.aturan("NAMA-01")
@pytest.mark.parametrize(
    "semua",
    [
        ("Soekarno", "SUKARNO", "Ir. Soekarno", "Sukarno "),
        ("Soekardjo", "Sukarjo", "Sukardjo", "Soekarjo"),
        ("Djoko Tjahjono", "Joko Cahyono", "DJOKO TJAHYONO", "Joko Tjahjono"),
        ("Siti Chotidjah", "Siti Khotijah", "Hj. Siti Chotijah"),
        ("Njoman Sjarif", "Nyoman Syarif", "NYOMAN SJARIF"),
        ("Jahja", "Yahya"),
        ("Moh. Amin", "Muhammad Amin", "Mochamad Amin", "MUH AMIN", "Mohammad Amin", "Moch Amin"),
        ("Sri Lestari", "SRY LESTARI", "Ny. Sri Lestari"),
        ("H. Abdul Karim, S.Pd.", "Abdul Karim", "Drs. Abdul Karim", "Abdul Karim, S.Pd., M.Pd.", "Abdul Karim SH"),
        ("dr. Ratna Dewi, Sp.A.", "Ratna Dewi"),
        ("Karto bin Suro", "KARTO", "Karto BIN Suro Dikromo"),
        ("Sarinah binti Karto", "Sarinah"),
        ("Nur'aini", "Nuraini", "NUR’AINI"),
    ],
)
def test_one_person_written_in_many_ways(semua: tuple[str, ...]) -> None:
    assert len({normalize_nama(n) for n in semua}) == 1, {n: normalize_nama(n) for n in semua}


@pytest.mark.aturan("NAMA-01")
@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Sukarno", "Sukarni"),
        ("Budi Santoso", "Budi Susanto"),
        ("Siti Aminah", "Siti Aisyah"),
        ("Karto", "Kartono"),
        ("Sri", "Sri Lestari"),
        ("Slamet", "Slamet Riyadi"),
        ("Tono", "Tini"),
    ],
)
def test_different_people(a: str, b: str) -> None:
    assert normalize_nama(a) != normalize_nama(b)


@pytest.mark.aturan("NAMA-01")
def test_a_single_word_keeps_its_name() -> None:
    assert normalize_nama("Haji") == "HAYI"
    assert normalize_nama("Bin") == "BIN"
    assert normalize_nama("H. Haji") == "HAYI"
    assert normalize_nama("Bin Karto") != ""
