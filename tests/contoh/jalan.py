"""Plays one example of the docs and says where its answers differ from the page's."""

from __future__ import annotations

from contoh.peraga import PERAGA
from contoh.peraga.masukan import Jawaban, Masukan
from contoh.tabel import KOSONG, Contoh


def play(contoh: Contoh) -> Jawaban:
    """What the software answers to the row."""
    if contoh.peraga not in PERAGA:
        raise KeyError(f"peraga {contoh.peraga!r} tidak ada; yang ada: {', '.join(PERAGA)}")
    masukan = Masukan(contoh.masukan)
    jawaban = PERAGA[contoh.peraga](masukan)
    masukan.check_all_taken()
    return jawaban


def wrong(contoh: Contoh, jawaban: Jawaban) -> list[str]:
    """One line for each answer that is another than the page's; an answer that does not exist raises `KeyError`."""
    if not contoh.jawaban:
        raise KeyError("contoh tanpa kolom jawaban (judul tebal)")
    if asing := set(contoh.jawaban) - set(jawaban.isi):
        raise KeyError(f"jawaban tidak dikenal peraga {contoh.peraga}: {', '.join(sorted(asing))}")
    return [
        f"  {nama}: halaman menulis {tulis!r}, jawabannya {jawaban.isi[nama] or KOSONG!r}"
        for nama, tulis in contoh.jawaban.items()
        if tulis.strip("`") != (jawaban.isi[nama] or KOSONG)
    ]
