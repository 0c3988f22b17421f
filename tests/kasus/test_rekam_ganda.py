"""Several recordings of one person: from which day they count, which one decides, and what a failure undoes."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import permutations

import pytest
from attrs import evolve

from ektp_core import Arah, Penduduk, Perekaman, Pindah, Undangan, reconcile

D = date(2012, 8, 28)
NIK = "3313111708800001"
BUDI = Penduduk(NIK, "Budi", date(1980, 8, 17), "L", desa="Jaten", rw="001", rt="001")
GAGAL, SIAP = "ENROLL_FAILURE_AT_CENTRAL", "PRINT_READY_RECORD"


def recorded(hari: int, status: str = "") -> Perekaman:
    """A recording so many days before the reference date."""
    return Perekaman(NIK, D - timedelta(hari), status)


@pytest.mark.aturan("REKAM-01", "REKAM-02")
@pytest.mark.parametrize(
    ("rekam", "sejak"),
    [
        ([recorded(3), recorded(1)], 3),
        ([recorded(3, GAGAL), recorded(1)], 1),
        ([recorded(5), recorded(3, GAGAL), recorded(1)], 1),
        ([recorded(5), recorded(3, GAGAL), recorded(2), recorded(1)], 2),
        ([recorded(5), recorded(2, GAGAL), recorded(2, SIAP)], 5),
        ([recorded(5), recorded(3, GAGAL), recorded(2, GAGAL), recorded(2, SIAP), recorded(1)], 2),
        ([recorded(3), recorded(1, GAGAL)], None),
        ([recorded(3), recorded(-1, GAGAL)], 3),
        ([recorded(-1), recorded(-2)], None),
        ([recorded(0)], 0),
        ([recorded(0, GAGAL)], None),
    ],
)
def test_since_when_somebody_counts_as_recorded(rekam: list[Perekaman], sejak: int | None) -> None:
    """The first success after the last failure; on one day the further status counts, in any order of rows."""
    for urut in permutations(rekam):
        hasil = reconcile(penduduk=[BUDI], undangan=[], perekaman=urut, on=D)
        assert hasil.perekaman_harian == (() if sejak is None else ((D - timedelta(sejak), 1),))


@pytest.mark.aturan("REKAM-02")
def test_a_failure_shows_the_last_success_that_it_undoes() -> None:
    rekam = [recorded(9, SIAP), recorded(7), recorded(5, GAGAL), recorded(5, "ENROLL_FAILURE_AT_REGIONAL")]
    for urut in permutations(rekam):
        hasil = reconcile(penduduk=[BUDI], undangan=[], perekaman=urut, on=D)
        assert [(e.kiri, e.kanan) for e in hasil.perlu_dilihat if e.jenis == "REKAM_DIBATALKAN"] == [
            ("21-08-2012 terekam", "23-08-2012 ENROLL_FAILURE_AT_REGIONAL")
        ]


@pytest.mark.aturan("NIK-07", "NIK-09")
def test_of_a_resident_with_two_rows_either_may_carry_what_a_paper_says() -> None:
    lain = evolve(BUDI, nama="Budiman", rw="002", tanggal_lahir=date(1980, 8, 18))
    for rows in ([BUDI, lain], [lain, BUDI]):
        for satu in rows:
            surat = Undangan("1", NIK[:15] + "?", satu.nama, desa="Jaten")
            (k,) = reconcile(penduduk=rows, undangan=[surat], on=D).keputusan
            assert "NIK-07" in k.aturan
            tempat = Undangan("1", NIK[:15] + "9", satu.nama, satu.tanggal_lahir, "Jaten", rw=satu.rw, rt="001")
            (k,) = reconcile(penduduk=rows, undangan=[evolve(tempat, desa="Jaten")], on=D).keputusan
            assert "NIK-09" in k.aturan


@pytest.mark.aturan("WAJIB-07")
def test_whoever_was_recorded_here_between_arriving_and_leaving_contradicts_nothing() -> None:
    """A recording after the move that was the last one then, and that move an arrival."""
    mutasi = [Pindah(NIK, D - timedelta(30), Arah.DATANG), Pindah(NIK, D - timedelta(10), Arah.KELUAR)]
    for hari, banyak in ((20, 0), (10, 0), (9, 1)):
        hasil = reconcile(penduduk=[BUDI], undangan=[], perekaman=[recorded(hari)], mutasi=mutasi, on=D)
        assert sum(e.jenis == "PINDAH_TAPI_TEREKAM" for e in hasil.perlu_dilihat) == banyak
