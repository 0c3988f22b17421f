"""Sentences for the summary about what a run could not use, and what that may hide.

Only words; the figures come from the run.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from ektp_core.alamat import LEMBAR as LEMBAR_WILAYAH
from ektp_core.alamat import Lingkungan, normalize_desa
from ektp_core.dobel import BATAS_GABUNG
from ektp_core.dugaan import BATAS_PASANGAN
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


def messages(
    galat: Iterable[Galat],
    wilayah: Sequence[Lingkungan] | None,
    kelompok_terbatas: int,
    kelompok_besar: int,
    desa_penduduk: Mapping[str, int],
    desa_undangan: Mapping[str, int],
    status_asing: int,
) -> tuple[str, ...]:
    """The sentences of a run, the most urgent first. `desa_…` count by desa as written, `status_asing` people."""
    return (
        *_about_refused_rows(galat),
        *_about_status(status_asing),
        *_about_places(wilayah, desa_penduduk, desa_undangan),
        *_about_groups(kelompok_terbatas, kelompok_besar),
    )


def _about_refused_rows(galat: Iterable[Galat]) -> Iterable[str]:
    tanpa_nik: Counter[str] = Counter()
    berangka: Counter[str] = Counter()
    for g in galat:
        if g.kolom == "NIK" and g.harusnya != BARIS_JUMLAH:
            tanpa_nik[g.lembar] += 1
            # A row without a digit there (a signature below the table) hides nobody.
            berangka[g.lembar] += any(h.isdigit() for h in g.nilai)
    for lembar, akibat in _AKIBAT.items():
        if jumlah := berangka[lembar]:
            yield (
                f"{lembar}: {show_count(jumlah)} baris ber-NIK rusak tidak menunjuk satu penduduk; "
                f"karenanya paling banyak {show_count(jumlah)} {akibat} (lihat lembar GALAT)."
            )
    if jumlah := tanpa_nik[LEMBAR_PENDUDUK]:
        yield (
            f"{LEMBAR_PENDUDUK}: {show_count(jumlah)} penduduk tanpa NIK yang dapat dipakai, "
            "tidak masuk hitungan (lihat lembar GALAT)."
        )


def _about_status(asing: int) -> Iterable[str]:
    if asing:
        yield (
            f"{LEMBAR_PEREKAMAN}: {show_count(asing)} orang dengan kata STATUS bukan kata SIAK; kata itu dianggap tidak ada, "
            "sehingga mereka dihitung terekam. Periksa di PERLU DILIHAT (STATUS_TIDAK_DIKENAL)."
        )


def _about_places(
    wilayah: Sequence[Lingkungan] | None, desa_penduduk: Mapping[str, int], desa_undangan: Mapping[str, int]
) -> Iterable[str]:
    if tanpa := sum(n for desa, n in desa_penduduk.items() if not normalize_desa(desa)):
        yield f"{LEMBAR_PENDUDUK}: {show_count(tanpa)} penduduk tanpa desa; dalam rekap mereka di '(tanpa desa)'."
    if wilayah:
        dikenal = {normalize_desa(x.desa) for x in wilayah}
        asing: Counter[str] = Counter()
        for desa, n in desa_undangan.items():
            if (kunci := normalize_desa(desa)) and kunci not in dikenal:
                asing[kunci] += n
        if asing:
            sebut = ", ".join(f"{desa} ({show_count(n)} undangan)" for desa, n in asing.most_common(5))
            sisa = ", dan lainnya" if len(asing) > 5 else ""
            yield f"{LEMBAR_WILAYAH}: tidak ada desa {sebut}{sisa}; undangannya ke alamat tidak diketahui."
    if wilayah is not None and not wilayah:
        yield f"{LEMBAR_WILAYAH}: tidak ada baris yang dapat dipakai; alamat undangan tidak diperiksa."


def _about_groups(terbatas: int, besar: int) -> Iterable[str]:
    if besar:
        yield (
            f"Dobel: {show_count(besar)} kelompok lebih dari {BATAS_GABUNG} NIK dengan nama, tanggal lahir, jenis kelamin, dan "
            "ibu, KK atau alamat yang sama tidak digabungkan; periksa di PERLU DILIHAT (KELOMPOK_BESAR)."
        )
    if terbatas:
        yield (
            f"Dugaan dobel: {show_count(terbatas)} kelompok senama lebih dari {BATAS_PASANGAN} orang; "
            "tiap anggotanya hanya dipasangkan dengan yang pertama."
        )
