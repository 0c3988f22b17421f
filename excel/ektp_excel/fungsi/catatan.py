"""EKTP_ALASAN_KEMBALI: the desa's note as a category of the letter of returns."""

from ektp_core.catatan import read_catatan
from ektp_core.masukan import show_value
from ektp_excel.fungsi.bentuk import Jawaban, Rentang, answer_each, formula

PERIKSA = "PERIKSA"


@formula
def alasan_kembali(catatan: Rentang | None = None, *, sistem_1904: bool = False) -> Jawaban:
    """The category of each note, PERIKSA for an ambiguous one, blank for a note without bearing."""

    def satu(isi: object) -> str | None:
        terbaca = read_catatan(show_value(isi))
        if terbaca.ragu:
            return PERIKSA
        kategori = terbaca.putusan or next(iter(terbaca.kategori), None)
        return None if kategori is None else kategori.value

    return answer_each(satu, catatan, nama="catatan")
