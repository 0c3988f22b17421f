"""Sentences for the summary about what a run could not use, and what that may hide.

Only words; the figures come from the run.
"""

from collections.abc import Iterable, Mapping

from ektp_core.mutasi import LEMBAR_MENINGGAL, LEMBAR_PINDAH
from ektp_core.penduduk import LEMBAR as LEMBAR_PENDUDUK
from ektp_core.perekaman import LEMBAR as LEMBAR_PEREKAMAN
from ektp_core.rekonsiliasi.kenali import Kenalan

_AKIBAT = {
    LEMBAR_PEREKAMAN: "orang tampak belum terekam",
    LEMBAR_PINDAH: "kepindahan tidak terlihat",
    LEMBAR_MENINGGAL: "kematian tidak terlihat",
}


def messages(galat: Mapping[str, int], kenalan: Kenalan) -> tuple[str, ...]:
    """The sentences of a run, the most urgent first."""
    return tuple(_iter_messages(galat, kenalan))


def _iter_messages(galat: Mapping[str, int], kenalan: Kenalan) -> Iterable[str]:
    for lembar, akibat in _AKIBAT.items():
        if niks := kenalan.nik_terpotong.get(lembar):
            yield f"{lembar}: NIK sel angka yang tidak menunjuk satu penduduk; karenanya paling banyak {len(niks)} {akibat}."
    if jumlah := galat.get(LEMBAR_PENDUDUK):
        yield f"{LEMBAR_PENDUDUK}: {jumlah} penduduk tanpa NIK yang dapat dipakai, tidak masuk hitungan (lihat lembar GALAT)."
