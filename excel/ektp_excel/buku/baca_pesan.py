"""The reader's remarks for the summary: what was damaged before it came here, and what was left unread."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from ektp_core.tulisan import show_count
from ektp_excel.buku.baca_berkas import Sumber
from ektp_excel.buku.baca_lembar import Terbaca
from ektp_excel.kolom import header_key

_CARA = (
    "Impor ulang dari sumbernya: di Excel pilih Data > Dari Teks/CSV (Excel lama: Dari Teks), "
    "lalu pilih jenis Teks untuk kolom NIK sebelum memuatnya."
)
_PALING_SEDIKIT = 50
"""Fewer NIKs than this prove nothing by their last digits."""


def messages(
    sumber: Sumber, dibaca: frozenset[int], semua: Sequence[Terbaca], rekaman: Mapping[str, Sequence[object]]
) -> Iterator[str]:
    """The sentences, the most urgent first; `dibaca` are the positions of the sheets that were read."""
    yield from _empty_register(semua)
    yield from _numeric_niks(semua)
    yield from _truncated_niks(rekaman)
    for t in semua:
        if t.hitung.rt_rw_tanggal:
            yield (
                f"{t.lembar.nama}: {show_count(t.hitung.rt_rw_tanggal)} sel RT/RW telah menjadi tanggal dan dibaca kosong; "
                "tulis RT dan RW sebagai teks."
            )
        if t.sel_galat:
            yield (
                f"{t.lembar.nama}: {show_count(t.sel_galat)} sel berisi galat rumus seperti #N/A; "
                "sel NIK dan tanggal itu tidak dipakai, sel lainnya dibaca kosong."
            )
        if t.hitung.diisi_dari_atas:
            yield (
                f"{t.lembar.nama}: {show_count(t.hitung.diisi_dari_atas)} baris tanpa DESA atau RW memakai DESA atau RW "
                "dari baris di atasnya."
            )
        for ganda in t.ganda:
            yield f"{t.lembar.nama}: {ganda}."
    yield from sumber.pesan
    tersembunyi = [t.lembar.nama for t in semua if t.tertulis in sumber.tersembunyi]
    if tersembunyi:
        yield f"Lembar tersembunyi ikut dibaca: {', '.join(tersembunyi)}."
    if lain := [nama for i, nama in enumerate(sumber.lembar) if i not in dibaca and header_key(nama)]:
        sisa = f", dan {len(lain) - 10} lainnya" if len(lain) > 10 else ""
        yield f"Lembar yang tidak dibaca: {', '.join(lain[:10])}{sisa}."


def _empty_register(semua: Iterable[Terbaca]) -> Iterator[str]:
    """A register with a header and nobody in it: legal, and never meant."""
    if any(t.lembar.nama == "PENDUDUK" and not t.hitung.jumlah for t in semua):
        yield "PENDUDUK tidak memuat satu baris pun: tidak ada yang wajib, dan setiap undangan tampak tidak terdaftar."


def _numeric_niks(semua: Iterable[Terbaca]) -> Iterator[str]:
    rusak = [
        f"{t.lembar.nama} ({show_count(t.hitung.nik_rusak)} dari {show_count(t.hitung.jumlah)} baris)"
        for t in semua
        if 2 * t.hitung.nik_rusak > t.hitung.jumlah
    ]
    if rusak:
        yield f"Sebagian besar NIK di {', '.join(rusak)} tersimpan sebagai bilangan: angka ke-16 hilang. {_CARA}"


def _truncated_niks(rekaman: Mapping[str, Sequence[object]]) -> Iterator[str]:
    """A column that was numeric once and is text now: nearly every 16th digit is 0, though all 16 are there."""
    for nama, semua in rekaman.items():
        nik = [n for n in (getattr(satu, "nik", "") for satu in semua) if n]
        nol = sum(n.endswith("0") for n in nik)
        if len(nik) >= _PALING_SEDIKIT and 10 * nol > 9 * len(nik):
            yield (
                f"{nama}: {show_count(nol)} dari {show_count(len(nik))} NIK berakhir dengan 0. "
                f"Kolom itu agaknya pernah menjadi bilangan: angka ke-16 hilang. {_CARA}"
            )
