"""Every row of every example table in `docs/aturan` is played, and must answer what the page says."""

from __future__ import annotations

import pytest

from contoh.jalan import play, wrong
from contoh.tabel import Contoh, read_pages

SEMUA = [c for h in read_pages() for c in h.contoh]


@pytest.mark.parametrize(
    "contoh",
    [pytest.param(c, id=c.nama, marks=[pytest.mark.aturan(c.aturan)] if c.aturan else []) for c in SEMUA],
)
def test_example_answers_what_the_page_says(contoh: Contoh) -> None:
    beda = wrong(contoh, play(contoh))
    assert not beda, f"docs/aturan/{contoh.halaman.name} baris {contoh.baris}:\n" + "\n".join(beda)


def test_a_wrong_answer_and_an_unknown_column_are_caught() -> None:
    benar = next(c for c in SEMUA if c.peraga == "wajib")
    palsu = Contoh(benar.halaman, 1, "", "wajib", benar.masukan, {"wajib?": "entah"})
    assert wrong(palsu, play(palsu))
    asing = Contoh(benar.halaman, 1, "", "wajib", {**benar.masukan, "warna mata": "cokelat"}, {})
    with pytest.raises(KeyError, match="warna mata"):
        play(asing)
    with pytest.raises(KeyError, match="entah apa"):
        wrong(Contoh(benar.halaman, 1, "", "wajib", benar.masukan, {"entah apa": "x"}), play(benar))
