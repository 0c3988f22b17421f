"""Five hundred kills: at every step that touches a file, at random moments of the whole run, and more of them while it writes.

After each one the folder is looked at, and the next run must find its way alone. Only runs that were alive when the signal came
are counted. The runs are copies of this process, into which the command has been imported once.
"""

from __future__ import annotations

import os
import select
import signal
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import count as count_from
from pathlib import Path
from random import Random

from attrs import field, frozen
from bench.keandalan.laporan import Bagian, table

from buku.gangguan import Keadaan, await_code, digest, fork_run, kill_at_step, lost, prepare, recover
from ektp_excel.contoh import make_buku
from ektp_excel.perintah import rekon as perintah_rekon

KALI, BENIH, WAJIB = 500, 7, 400
_MENULIS = 0.6
"""The part of the random kills that waits for the writing to begin."""


@frozen
class Hitungan:
    """What the kills of one kind came to."""

    kali: int = 0
    lama: int = 0
    baru: int = 0
    bersisa: int = 0
    salah: tuple[str, ...] = field(default=())


def measure(kali: int = KALI, benih: int = BENIH) -> Bagian:
    """Kill so many runs, and count what stood in the folder afterwards."""
    with tempfile.TemporaryDirectory(prefix="andal-") as tempat:
        contoh = Path(tempat) / "contoh.xlsx"
        make_buku(contoh, wajib=WAJIB)
        keadaan = prepare(Path(tempat) / "kerja", contoh)
        salah = [f"sebelum mulai: {satu}" for satu in recover(keadaan)]
        hitungan = {"sebelum setiap langkah berkas": _tally(keadaan, _at_steps(keadaan, count_from(1)))}
        sisa = max(0, kali - hitungan["sebelum setiap langkah berkas"].kali)
        acak = Random(benih)
        menulis = round(sisa * _MENULIS)
        hitungan["saat acak, seluruh jalan"] = _tally(keadaan, _at_random(keadaan, sisa - menulis, acak, False))
        hitungan["saat acak, selama menulis"] = _tally(keadaan, _at_random(keadaan, menulis, acak, True))
    jumlah = Counter({k: sum(getattr(h, k) for h in hitungan.values()) for k in ("kali", "lama", "baru", "bersisa")})
    salah += [satu for h in hitungan.values() for satu in h.salah]
    baris = [(nama, h.kali, h.lama, h.baru, h.bersisa, len(h.salah)) for nama, h in hitungan.items()]
    kepala = ("dibunuh", "kali", "hasil lama utuh", "hasil baru utuh", "sisa, disapu jalan berikutnya", "salah")
    pokok = (
        f"{jumlah['kali']} kali dibunuh (SIGKILL): masukan tidak pernah berubah, hasil selalu yang lama ({jumlah['lama']}) "
        f"atau yang baru ({jumlah['baru']}), {len(salah)} yang salah"
    )
    return Bagian("mati", pokok, table(kepala, baris), tuple(salah))


def _tally(keadaan: Keadaan, mati: Iterator[str]) -> Hitungan:
    """Count the kills one by one, looking at the folder after each, and letting the next run mend it."""
    kali = lama = baru = bersisa = 0
    salah: list[str] = []
    for saat in mati:
        kali += 1
        wajah = keadaan.wrong()
        ada = digest(keadaan.hasil)
        lama, baru = lama + (ada == keadaan.lama), baru + (ada == keadaan.baru)
        bersisa += len(wajah) > len(lost(wajah))
        salah += [f"{saat}: {satu}" for satu in (*lost(wajah), *recover(keadaan))]
    return Hitungan(kali, lama, baru, bersisa, tuple(salah))


def _at_steps(keadaan: Keadaan, langkah: Iterable[int]) -> Iterator[str]:
    """Kill before each of these steps, as far as there are so many."""
    for ke in langkah:
        if kill_at_step(keadaan, ke) != -signal.SIGKILL:
            return
        yield f"langkah {ke}"


def _at_random(keadaan: Keadaan, kali: int, acak: Random, menulis: bool) -> Iterator[str]:
    """Kill so many runs at random, counted from their start or from the start of their writing."""
    while kali > 0:
        seluruh, mulai_menulis = _time_run(keadaan)
        lama = seluruh - mulai_menulis if menulis else seluruh
        for _ in range(min(kali, 20)):  # the machine's pace changes: it is timed again and again
            saat = acak.uniform(0, 1.02) * lama
            pid, pipa = _start(keadaan)
            if menulis:
                select.select([pipa], [], [])
            time.sleep(saat)
            os.kill(pid, signal.SIGKILL)
            os.close(pipa)
            if await_code(pid) == -signal.SIGKILL:
                kali -= 1
                yield f"{saat * 1000:.0f} ms"
            else:
                keadaan.hasil.write_bytes(keadaan.isi_lama)


def _time_run(keadaan: Keadaan) -> tuple[float, float]:
    """Seconds that a run takes now, and seconds after which it begins to write."""
    mulai = time.monotonic()
    pid, pipa = _start(keadaan)
    select.select([pipa], [], [])
    menulis = time.monotonic() - mulai
    await_code(pid)
    os.close(pipa)
    keadaan.hasil.write_bytes(keadaan.isi_lama)
    return time.monotonic() - mulai, menulis


def _start(keadaan: Keadaan) -> tuple[int, int]:
    """A run that says on a pipe when it begins to write (or ends)."""
    baca, tulis = os.pipe()
    modul = vars(perintah_rekon)
    asli = modul["write_hasil"]

    def awal() -> None:
        def say_and_write(*isi: object) -> None:
            os.write(tulis, b"t")
            asli(*isi)

        modul["write_hasil"] = say_and_write

    pid = fork_run(keadaan, awal)
    os.close(tulis)
    return pid, baca
