"""Which contradictions a person's rows, papers, events and recordings hold, each as one plain question.

Part of the measure against which the reconciliation is held (see `aturan.patokan.jawaban`).
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from aturan.patokan.baris import sex
from aturan.patokan.jawaban import domicile, is_dead, is_recorded, is_wajib_by_register, rank
from aturan.patokan.orang import Patokan, Seorang, texts
from ektp_core import Kategori, Penduduk, Perekaman, is_calendar_true, read_catatan
from strategies import STATUS_BERHASIL, STATUS_GAGAL, Tabel, make_nik

Tanya = Callable[[Seorang, date], bool]
GANDA = ("DUPLICATE_RECORD", "ADJUDICATE_RECORD", "ADJUDICATE_IN_PROCESS")


def _notes(o: Seorang) -> set[Kategori]:
    """What the clear notes of all papers decide."""
    return {c.putusan for s in o.surat if (c := read_catatan(s.undangan.keterangan)).putusan is not None}


def _successes(o: Seorang) -> list[Perekaman]:
    return [r for r in o.rekam if rank(r.status) > 1]


def _last(o: Seorang, on: date) -> Perekaman | None:
    return max((r for r in o.rekam if r.tanggal <= on), key=lambda r: (r.tanggal, rank(r.status)), default=None)


def _date_differs(p: Penduduk) -> bool:
    if p.tanggal_lahir is None:
        return False
    hari = {make_nik(p.tanggal_lahir, k, 1)[6:12] for k in "LP"}
    return not is_calendar_true(p.nik) or p.nik[6:12] not in hari


def _sex_differs(p: Penduduk) -> bool:
    return is_calendar_true(p.nik) and p.jenis_kelamin not in (None, sex(None, p.nik))


def _recorded_after_leaving(o: Seorang, on: date) -> bool:
    if domicile(o.pindah, on) != "KELUAR" or not _successes(o):
        return False
    akhir = max(r.tanggal for r in _successes(o))
    sebelum = [p.tanggal for p in o.pindah if p.tanggal is not None and p.tanggal <= akhir]
    bertanggal = [p for p in o.pindah if p.tanggal is not None]
    tanpa_tanggal = any(p.tanggal is None for p in o.pindah)
    return not tanpa_tanggal and bool(sebelum) and max(sebelum) < akhir and domicile(bertanggal, akhir) == "KELUAR"


def _note_is_silenced(o: Seorang, on: date) -> bool:
    mati = Kategori.MENINGGAL in _notes(o) and bool(o.mati) and not is_dead(o, on)
    return mati or (Kategori.PINDAH in _notes(o) and bool(o.pindah) and domicile(o.pindah, on) != "KELUAR")


TANYA: dict[str, Tanya] = {
    "CATATAN_MERAGUKAN": lambda o, _: any(read_catatan(s.undangan.keterangan).ragu for s in o.surat),
    "CATATAN_GANDA": lambda o, _: any(len(read_catatan(s.undangan.keterangan).kategori) > 1 for s in o.surat),
    "CATATAN_BERBEDA": lambda o, _: len(_notes(o)) > 1,
    "CATATAN_DOBEL_TUNGGAL": lambda o, _: (
        len(o.surat) == 1 and Kategori.DOBEL in read_catatan(o.surat[0].undangan.keterangan).kategori
    ),
    "CATATAN_KALAH": _note_is_silenced,
    "CATATAN_TAPI_TEREKAM": lambda o, _: Kategori.MENINGGAL in _notes(o) and not o.mati and bool(_successes(o)),
    "REKAM_SETELAH_MENINGGAL": lambda o, _: any(
        m.tanggal is not None and m.tanggal < r.tanggal for m in o.mati for r in _successes(o)
    ),
    "PINDAH_TAPI_TEREKAM": _recorded_after_leaving,
    "REKAM_DIBATALKAN": lambda o, on: (
        not is_recorded(o.rekam, on) and any(r.tanggal <= on for r in _successes(o))
    ),
    "REKAM_GANDA": lambda o, on: (akhir := _last(o, on)) is not None and akhir.status in GANDA,
    "STATUS_TIDAK_DIKENAL": lambda o, on: any(
        r.tanggal <= on and r.status not in (*STATUS_BERHASIL, *STATUS_GAGAL) for r in o.rekam
    ),
    "MENINGGAL_TANPA_TANGGAL": lambda o, _: any(m.tanggal is None for m in o.mati),
    "PINDAH_TANPA_TANGGAL": lambda o, _: any(p.tanggal is None for p in o.pindah),
    "NIK_TANGGAL": lambda o, _: any(_date_differs(p) for p in o.baris),
    "NIK_KELAMIN": lambda o, _: any(_sex_differs(p) for p in o.baris),
    "NIK_BERSAMA": lambda o, _: not o.kunci,
    "PENDUDUK_BEDA": lambda o, _: len({texts(p)[1:] for p in o.baris}) > 1,
    "LAHIR_TIDAK_TERBACA": lambda o, on: (
        bool(o.baris) and is_wajib_by_register(o, on) is None and all(p.tanggal_lahir is None for p in o.baris)
    ),
}  # fmt: skip
"""What a person must look at, by its word in PERLU DILIHAT."""


def contradictions(t: Tabel) -> set[tuple[str, str]]:
    """The kind and the person's shown NIK of everything in the table that contradicts itself."""
    p = Patokan(t.on, t.read())
    return {(kata, o.nik) for o in p.semua for kata, tanya in TANYA.items() if tanya(o, t.on)}
