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
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Any

from attrs import define, field, frozen
from bench.mutasi.anak import preload, run_baseline, run_child
from bench.mutasi.jejak import Fungsi, Pelacak, Rentang
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


@frozen
class Dasar:
    """What the tests of a part do without any change: how long each takes, and which functions it enters."""

    lama: Mapping[str, float]
    aturan: Mapping[str, Sequence[str]]
    per_uji: Mapping[str, frozenset[Fungsi]]
    saat_muat: frozenset[Fungsi]
    cpu: float

    def touching(self, fungsi: Fungsi | None) -> list[str]:
        """The tests that can notice a change in the function (None: a line that is read on loading)."""
        if fungsi is None or fungsi in self.saat_muat:
            return list(self.per_uji)
        return [u for u, isi in self.per_uji.items() if fungsi in isi]


class Pembunuh:
    """The tests that killed, by place and by module."""

    def __init__(self, dasar: Dasar) -> None:
        self._tempat: dict[tuple[Path, str], Counter[str]] = {}
        self._modul: Counter[str] = Counter()
        self._lama, self._aturan = dasar.lama, dasar.aturan

    def add(self, v: Vonis) -> None:
        """Remember a killer."""
        self._tempat.setdefault((v.modul, v.mutan.tempat), Counter())[v.uji] += 1
        self._modul[v.uji] += 1

    def order(self, uji: Iterable[str], modul: Path, mutan: Mutan) -> list[str]:
        """The tests that name a rule before the others; among them the killers of this place, those of the module, the quick."""
        tempat = self._tempat.get((modul, mutan.tempat), Counter())

        def key(u: str) -> tuple[bool, int, float, float]:
            # A slow test has to have killed much to go before a quick one.
            return not self._aturan[u], -tempat[u], -self._modul[u] / (0.05 + self._lama[u]), self._lama[u]

        return sorted(uji, key=key)


def _fork(run: Callable[[int], None], mutan: Mutan | None = None, modul: Path | None = None) -> _Anak:
    baca, tulis = os.pipe()
    pid = os.fork()
    if pid == 0:
        os.close(baca)
        run(tulis)
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


def measure_baseline(sasaran: Sasaran) -> Dasar:
    """The tests of the unchanged part; a failing test is an error.

    What they loaded from outside the project is loaded here too, and what they compiled is kept for the children.
    """
    anak = _fork(partial(run_baseline, uji=sasaran.uji, detik=900, pelacak=Pelacak()))
    while potong := os.read(anak.pipa, 65536):
        anak.data += potong
    isi, cpu = _reap(anak)
    if isi["hasil"] != "hidup":
        raise SystemExit(f"{sasaran.nama}: uji sudah gagal tanpa perubahan: {isi}")
    preload(isi["pustaka"])
    return Dasar(
        isi["lama"],
        isi["aturan"],
        {u: frozenset((a, b) for a, b in fungsi) for u, fungsi in isi["per_uji"].items()},
        frozenset((a, b) for a, b in isi["saat_muat"]),
        cpu,
    )


def judge(
    sasaran: Sasaran, mutan: Iterator[tuple[Path, Mutan]], pekerja: int, saat: Callable[[Vonis], None]
) -> tuple[list[Vonis], float]:
    """Judge all mutants of a part; `saat` is told each verdict as it falls. Gives the CPU seconds of the baseline too."""
    dasar = measure_baseline(sasaran)
    pembunuh = Pembunuh(dasar)
    detik = int(3 * dasar.cpu) + 10
    rentang = {modul: Rentang(modul) for modul in sasaran.modul}
    vonis: list[Vonis] = []
    jalan: dict[int, _Anak] = {}
    antrean: Iterator[tuple[Path, Mutan]] | None = mutan

    def add(v: Vonis) -> None:
        vonis.append(v)
        if v.hasil == "terbunuh":
            pembunuh.add(v)
        saat(v)

    with selectors.DefaultSelector() as pemilih:
        while antrean is not None or jalan:
            while antrean is not None and len(jalan) < pekerja:
                satu = next(antrean, None)
                if satu is None:
                    antrean = None
                    break
                modul, m = satu
                uji = dasar.touching(rentang[modul].find(m.baris))
                if not uji:
                    add(Vonis(m, modul, "hidup", "", (), 0.0))
                    continue
                uji = pembunuh.order(uji, modul, m)
                anak = _fork(partial(run_child, path=modul, sumber=m.sumber, uji=uji, detik=detik), m, modul)
                jalan[anak.pipa] = anak
                pemilih.register(anak.pipa, selectors.EVENT_READ)
            for kunci, _ in pemilih.select(timeout=5):
                anak = jalan[kunci.fd]
                if potong := os.read(anak.pipa, 65536):
                    anak.data += potong
                    continue
                pemilih.unregister(anak.pipa)
                del jalan[anak.pipa]
                add(_verdict(anak))
            for anak in jalan.values():
                if time.monotonic() - anak.mulai > MACET * detik:
                    os.kill(anak.pid, signal.SIGKILL)
    return vonis, dasar.cpu


def _verdict(anak: _Anak) -> Vonis:
    isi, cpu = _reap(anak)
    if anak.mutan is None or anak.modul is None:
        raise AssertionError("anak tanpa mutan")
    return Vonis(anak.mutan, anak.modul, isi["hasil"], isi.get("uji", ""), tuple(isi.get("aturan", ())), cpu)
