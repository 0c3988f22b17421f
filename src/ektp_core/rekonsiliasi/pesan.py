"""Sentences for the summary about what a run could not use, and what that may hide.

Only words; the figures come from the run.
"""

from collections import Counter
from collections.abc import Iterable, Sequence

from ektp_core.alamat import LEMBAR as LEMBAR_WILAYAH
from ektp_core.alamat import Lingkungan
from ektp_core.dobel import BATAS_PASANGAN
from ektp_core.galat import BARIS_JUMLAH, Galat
from ektp_core.mutasi import LEMBAR_MENINGGAL, LEMBAR_PINDAH
from ektp_core.penduduk import LEMBAR as LEMBAR_PENDUDUK
from ektp_core.perekaman import LEMBAR as LEMBAR_PEREKAMAN
from ektp_core.tulisan import show_count

_AKIBAT = {
    LEMBAR_PEREKAMAN: "orang tampak belum terekam",
    LEMBAR_PINDAH: "kepindahan tidak terlihat",
    LEMBAR_MENINGGAL: "kematian tidak terlihat",
}


def messages(galat: Iterable[Galat], wilayah: Sequence[Lingkungan] | None, kelompok_terbatas: int) -> tuple[str, ...]:
    """The sentences of a run, the most urgent first."""
    return tuple(_iter_messages(galat, wilayah, kelompok_terbatas))


def _iter_messages(galat: Iterable[Galat], wilayah: Sequence[Lingkungan] | None, terbatas: int) -> Iterable[str]:
    tanpa_nik = Counter(g.lembar for g in galat if g.kolom == "NIK" and g.harusnya != BARIS_JUMLAH)
    for lembar, akibat in _AKIBAT.items():
        if jumlah := tanpa_nik[lembar]:
            yield (
                f"{lembar}: {show_count(jumlah)} baris ber-NIK rusak tidak menunjuk satu penduduk; "
                f"karenanya paling banyak {show_count(jumlah)} {akibat} (lihat lembar GALAT)."
            )
    if jumlah := tanpa_nik[LEMBAR_PENDUDUK]:
        yield (
            f"{LEMBAR_PENDUDUK}: {show_count(jumlah)} penduduk tanpa NIK yang dapat dipakai, "
            "tidak masuk hitungan (lihat lembar GALAT)."
        )
    if wilayah is not None and not wilayah:
        yield f"{LEMBAR_WILAYAH}: tidak ada baris yang dapat dipakai; alamat undangan tidak diperiksa."
    if terbatas:
        yield (
            f"Dugaan dobel: {show_count(terbatas)} kelompok senama lebih dari {BATAS_PASANGAN} orang; "
            "tiap anggotanya hanya dipasangkan dengan yang pertama."
        )
