"""The next sheet is read while one is used: always all of them in order, also where there is room for one at a time only."""

from __future__ import annotations

import resource
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

import pytest

from ektp_core import EktpError
from ektp_excel.buku.baca_berkas import IsiLembar
from ektp_excel.buku.baca_sambil import read_ahead
from ektp_excel.contoh import make_buku

POSISI = {"A": 0, "B": 1, "C": 2, "D": 3}


class SumberPalsu:
    """Four sheets; `penuh` have no room beside the one before, and `rusak` cannot be read at all."""

    nama, sha256, sistem_1904 = "x", "", False
    lembar: tuple[str, ...] = tuple(POSISI)
    tersembunyi: frozenset[str] = frozenset()
    pesan: tuple[str, ...] = ()

    def __init__(self, penuh: Sequence[int] = (), rusak: Sequence[int] = ()) -> None:
        self.penuh, self.rusak = penuh, rusak
        self.dibaca: list[tuple[int, bool]] = []

    def prepare(self, posisi: Sequence[int]) -> None: ...

    def read(self, posisi: int, *, sambil: bool = False) -> IsiLembar:
        self.dibaca.append((posisi, sambil))
        if posisi in self.rusak:
            raise EktpError(f"lembar {posisi} rusak")
        if sambil and posisi in self.penuh:
            raise MemoryError
        return IsiLembar(iter([[posisi]]))


@pytest.mark.parametrize("penuh", [(), (1,), (1, 2, 3), (3,)])
def test_every_sheet_in_order_whatever_the_room(penuh: tuple[int, ...]) -> None:
    sumber = SumberPalsu(penuh)
    assert [(nama, list(isi.baris)) for nama, isi in read_ahead(sumber, POSISI)] == [
        (n, [[p]]) for n, p in POSISI.items()
    ]
    assert [p for p, sambil in sumber.dibaca if not sambil] == [0, *penuh]


@pytest.mark.parametrize("rusak", [0, 1, 3])
def test_a_sheet_that_cannot_be_read_says_so_in_its_turn(rusak: int) -> None:
    baca = read_ahead(SumberPalsu(rusak=(rusak,)), POSISI)
    assert [next(baca)[0] for _ in range(rusak)] == list(POSISI)[:rusak]
    with pytest.raises(EktpError, match=f"lembar {rusak} rusak"):
        next(baca)


def test_no_thread_stays_when_the_reading_is_given_up() -> None:
    sebelum = threading.active_count()
    for banyak in range(1, 4):
        baca = read_ahead(SumberPalsu(), POSISI)
        for _ in range(banyak):
            next(baca)
        baca.close()
    for benang in threading.enumerate():
        if benang.name.endswith("(_work)"):
            benang.join(5)
    assert threading.active_count() <= sebelum


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="RLIMIT_DATA menghitung ingatan hanya di Linux")
def test_too_little_memory_is_one_line(tmp_path: Path) -> None:
    """calamine, refused memory, ends the process; it is asked for nothing that the system would refuse."""
    buku, hasil = tmp_path / "buku.xlsx", tmp_path / "hasil.xlsx"
    make_buku(buku, wajib=15_000)
    kode = []
    for batas in (60, 80, 95, 110, 160):

        def limit(batas: int = batas) -> None:
            resource.setrlimit(resource.RLIMIT_DATA, (batas << 20, batas << 20))

        perintah = [
            sys.executable,
            "-m",
            "ektp_excel.perintah",
            "rekon",
            str(buku),
            "--per",
            "2012-08-28",
            "-o",
            str(hasil),
        ]
        jalan = subprocess.run(perintah, preexec_fn=limit, capture_output=True, text=True, timeout=120, check=False)
        kode.append(jalan.returncode)
        if jalan.returncode:
            assert jalan.stderr.endswith("memori komputer tidak cukup untuk buku kerja ini\n"), jalan.stderr[-500:]
            assert not hasil.exists()
            assert [p.name for p in tmp_path.iterdir()] == [buku.name]
        hasil.unlink(missing_ok=True)
    # In between, how full memory is when the system refuses differs from run to run.
    assert (kode[0], kode[-1]) == (2, 0)
    assert set(kode) == {0, 2}
