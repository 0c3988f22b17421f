"""Recorded or not at a date: the latest recording decides, by the order of the status words.

Knows one person's recordings; whether that person counts is not decided here.
"""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from ektp_core.aturan import declare, keputusan_proyek
from ektp_core.perekaman import Perekaman

REKAM_01 = declare(
    "REKAM-01",
    "Yang menentukan adalah perekaman terakhir pada atau sebelum tanggal acuan; pada satu hari, kata status yang lebih jauh.",
    keputusan_proyek("buku perekaman mencatat kemajuan; UNREGISTERED dan kata FAILURE berarti harus merekam lagi"),
)
REKAM_02 = declare(
    "REKAM-02",
    "Keberhasilan yang dibatalkan kegagalan sesudahnya tidak terekam, dan diperiksa orang.",
    keputusan_proyek("orangnya merasa sudah merekam; ia perlu dipanggil kembali"),
)
REKAM_03 = declare(
    "REKAM-03",
    "DUPLICATE_RECORD dan ADJUDICATE_* dihitung terekam, dan diperiksa orang.",
    keputusan_proyek(
        "terekam, terbukti tunggal, tercetak dan terbit adalah empat hitungan (Permendagri 95/2019 pasal 96)"
    ),
)
REKAM_04 = declare(
    "REKAM-04",
    "Kata status yang tidak dikenal dianggap tanpa kata, yaitu terekam, dan diperiksa orang.",
    keputusan_proyek("kata setempat tidak boleh membuat orang tampak belum merekam tanpa terlihat"),
)
REKAM_05 = declare(
    "REKAM-05",
    "Perekaman orang di luar dasar wajib didaftar tersendiri dan tidak pernah masuk cakupan.",
    keputusan_proyek("pemula 16 tahun dan pendatang membuat cakupan melebihi 100%"),
)


class StatusRekam(NamedTuple):
    """What a person's recordings say at a date.

    `penentu` is the deciding recording (None without any); `sejak` the day from which the person counts as recorded;
    `dibatalkan` the earlier success that the deciding failure undid.
    """

    terekam: bool
    penentu: Perekaman | None = None
    sejak: date | None = None
    dibatalkan: Perekaman | None = None


_TANPA = StatusRekam(False)


def recorded_at(rekam: Sequence[Perekaman], on: date) -> StatusRekam:
    """Whether the person is recorded at the date.

    >>> recorded_at([Perekaman("3313110101800001", date(2012, 8, 1), "PRR")], date(2012, 8, 28)).terekam
    True
    """
    match rekam:
        case [satu] if satu.tanggal <= on:
            return StatusRekam(True, satu, satu.tanggal) if satu.biasa or satu.berhasil else StatusRekam(False, satu)
        case [_, _, *_]:
            return _latest_at(rekam, on)
        case _:
            return _TANPA


def _latest_at(rekam: Sequence[Perekaman], on: date) -> StatusRekam:
    sampai = [r for r in rekam if r.tanggal <= on]
    if not sampai:
        return _TANPA
    sampai.sort(key=lambda r: (r.tanggal, r.peringkat, r.status))
    penentu = sampai[-1]
    berhasil = [r for r in sampai if r.berhasil]
    if not penentu.berhasil:
        return StatusRekam(False, penentu, None, berhasil[-1] if berhasil else None)
    sejak = penentu.tanggal
    for r in reversed(sampai[:-1]):
        if not r.berhasil and r.tanggal < sejak:
            break
        if r.berhasil:
            sejak = r.tanggal
    return StatusRekam(True, penentu, sejak)
