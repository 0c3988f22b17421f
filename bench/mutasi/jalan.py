"""Runs the mutants of a part: two at a time, each in a fork, and remembers which test killed what.

A mutant's neighbours mostly fall to the same test, so the killers go first. What decides is CPU time, not the clock:
a busy machine makes a run longer, never a survivor a timeout.
"""

from __future__ import annotations

import json
import os
import selectors
import signal
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from attrs import define, field, frozen
from bench.mutasi.anak import preload, run_child
from bench.mutasi.mutan import Mutan
from bench.mutasi.sasaran import Sasaran

MACET = 20
"""Wall seconds for each CPU second allowed, after which a child that only waits is ended."""


@frozen
class Vonis:
    """What became of a mutant: `hasil` is terbunuh, hidup, habis waktu or tak termuat."""

    mutan: Mutan
    modul: Path
    hasil: str
    uji: str
    aturan: tuple[str, ...]
    cpu: float


@define
class _Anak:
    pid: int
    pipa: int
    mulai: float
    mutan: Mutan | None
    modul: Path | None
    data: bytearray = field(factory=bytearray)


class Pembunuh:
    """The tests that killed, by place and by module; and how long each test takes."""

    def __init__(self) -> None:
        self._tempat: dict[tuple[Path, str], Counter[str]] = {}
        self._modul: Counter[str] = Counter()
        self.lama: dict[str, float] = {}

    def add(self, v: Vonis) -> None:
        """Remember a killer."""
        self._tempat.setdefault((v.modul, v.mutan.tempat), Counter())[v.uji] += 1
        self._modul[v.uji] += 1

    def order(self, modul: Path, mutan: Mutan) -> list[str]:
        """The killers of this place, then those of the module, then the quick tests before the slow."""
        tempat = [u for u, _ in self._tempat.get((modul, mutan.tempat), Counter()).most_common()]
        # A slow test has to have killed much to go before a quick one.
        lain = sorted(self._modul, key=lambda u: -self._modul[u] / (0.05 + self.lama.get(u, 0)))
        return list(dict.fromkeys([*tempat, *lain, *sorted(self.lama, key=lambda u: self.lama[u])]))


def _fork(mutan: Mutan | None, modul: Path | None, uji: Sequence[str], dahulu: Sequence[str], detik: int) -> _Anak:
    baca, tulis = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(baca)
        run_child(tulis, modul, mutan.sumber if mutan else "", uji, dahulu, detik)
    os.close(tulis)
    return _Anak(pid, baca, time.monotonic(), mutan, modul)


def _reap(anak: _Anak) -> tuple[dict[str, Any], float]:
    _, status, pakai = os.wait4(anak.pid, 0)
    os.close(anak.pipa)
    cpu = pakai.ru_utime + pakai.ru_stime
    if anak.data:
        isi: dict[str, Any] = json.loads(anak.data.decode())
        return isi, cpu
    mati = os.WTERMSIG(status) if os.WIFSIGNALED(status) else 0
    if mati in (signal.SIGXCPU, signal.SIGKILL):
        return {"hasil": "habis waktu"}, cpu
    return {"hasil": "terbunuh", "uji": f"proses berakhir ({status})"}, cpu


def baseline(sasaran: Sasaran) -> tuple[dict[str, float], float]:
    """The unchanged part: how long each test takes, and the CPU seconds of all; a failing test is an error.

    What it loaded from outside the project is loaded here too, and what it compiled is kept for the children.
    """
    anak = _fork(None, None, sasaran.uji, (), 900)
    while potong := os.read(anak.pipa, 65536):
        anak.data += potong
    isi, cpu = _reap(anak)
    if isi["hasil"] != "hidup":
        raise SystemExit(f"{sasaran.nama}: uji sudah gagal tanpa perubahan: {isi}")
    preload(isi["pustaka"])
    return isi["lama"], cpu


def judge(
    sasaran: Sasaran, mutan: Iterator[tuple[Path, Mutan]], pekerja: int, saat: Callable[[Vonis], None]
) -> tuple[list[Vonis], float]:
    """Judge all mutants of a part; `saat` is told each verdict as it falls. Gives the CPU seconds of the baseline too."""
    pembunuh = Pembunuh()
    pembunuh.lama, dasar = baseline(sasaran)
    detik = int(3 * dasar) + 10
    vonis: list[Vonis] = []
    jalan: dict[int, _Anak] = {}
    habis = False
    with selectors.DefaultSelector() as pemilih:
        while not habis or jalan:
            while not habis and len(jalan) < pekerja:
                satu = next(mutan, None)
                if satu is None:
                    habis = True
                    break
                modul, m = satu
                anak = _fork(m, modul, sasaran.uji, pembunuh.order(modul, m), detik)
                jalan[anak.pipa] = anak
                pemilih.register(anak.pipa, selectors.EVENT_READ)
            for kunci, _ in pemilih.select(timeout=5):
                anak = jalan[kunci.fd]
                if potong := os.read(anak.pipa, 65536):
                    anak.data += potong
                    continue
                pemilih.unregister(anak.pipa)
                del jalan[anak.pipa]
                v = _verdict(anak)
                vonis.append(v)
                if v.hasil == "terbunuh":
                    pembunuh.add(v)
                saat(v)
            for anak in jalan.values():
                if time.monotonic() - anak.mulai > MACET * detik:
                    os.kill(anak.pid, signal.SIGKILL)
    return vonis, dasar


def _verdict(anak: _Anak) -> Vonis:
    isi, cpu = _reap(anak)
    if anak.mutan is None or anak.modul is None:
        raise AssertionError("anak tanpa mutan")
    return Vonis(anak.mutan, anak.modul, isi["hasil"], isi.get("uji", ""), tuple(isi.get("aturan", ())), cpu)
