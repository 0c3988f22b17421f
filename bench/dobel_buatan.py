"""Invented registers with doubles, and the truth about them: every class of double, and the people who only look like one.

Seeded: one `Takaran` gives one register. The rates are there to be varied, since a method that knows one of them by heart
has learnt the generator and not the task.
"""

import calendar
import random
from collections.abc import Iterator
from datetime import date, timedelta

import polars as pl
from attrs import define, evolve, field, frozen
from bench.dobel_kata import Kolam, mistype, respell

KELAS = ("salinan", "satu_angka", "angka_tertukar", "dua_nik", "dua_nik_ubah_tanggal", "ejaan")
KOLOM = ("nik", "nama", "tanggal_lahir", "jenis_kelamin", "desa", "rt", "rw", "nama_ibu", "tempat_lahir", "no_kk")
_TEMPAT = (
    "KARANGANYAR SURAKARTA SRAGEN SUKOHARJO WONOGIRI BOYOLALI KLATEN NGAWI MAGETAN SEMARANG JAKARTA YOGYAKARTA".split()
)


@frozen
class Takaran:
    """What is made. `tingkat` is the share of people with a second row; the rest are shares too."""

    orang: int = 55_865
    benih: int = 0
    tingkat: float = 0.02
    tanpa_ibu: float = 0.0
    kolam: str = "jawa"
    ketik: str = "papan"
    salah_nama: float = 0.12
    pindah: float = 0.3
    tanggal_bulat: float = 0.15
    kembar: float = 0.01
    ayah_anak: float = 0.005
    kosong: float = 0.01
    bobot: tuple[float, ...] = (0.1, 0.12, 0.08, 0.35, 0.15, 0.2)


@define
class Baris:
    """One row of the register, and whose it is."""

    orang: int
    nik: str
    nama: str
    lahir: date
    kelamin: str
    desa: str
    rt: int
    rw: int
    ibu: str
    tempat: str
    kk: str


@frozen
class Register:
    """The rows in their mixed order, the true pairs with their class, and the pairs of people who only look alike."""

    bingkai: pl.DataFrame
    benar: pl.DataFrame
    serupa: pl.DataFrame


@define
class _Pembuat:
    takaran: Takaran
    acak: random.Random
    kolam: Kolam
    urut: dict[str, int] = field(factory=dict)
    baris: list[Baris] = field(factory=list)
    kelas: dict[tuple[int, int], str] = field(factory=dict)
    serupa: list[tuple[int, int, str]] = field(factory=list)

    def birth(self, dari: int, sampai: int) -> date:
        acak = self.acak
        tahun = acak.randint(dari, sampai)
        if acak.random() < self.takaran.tanggal_bulat * (2.0 if tahun < 1965 else 0.4):
            bulan, hari = acak.choice(((7, 1), (12, 31), (12, 31), (7, 1), (1, 1), (8, 17)))
            return date(tahun, bulan, hari)
        return date(tahun, 1, 1) + timedelta(acak.randrange(365 + calendar.isleap(tahun)))

    def nik(self, wilayah: str, lahir: date, kelamin: str) -> str:
        awal = f"{wilayah}{lahir.day + 40 * (kelamin == 'P'):02d}{lahir.month:02d}{lahir.year % 100:02d}"
        # Others born that day were numbered too, here and before.
        nomor = self.urut.get(awal, self.acak.choice((0, 0, 0, 1, 2, 5)) if awal not in self.urut else 0) + 1
        self.urut[awal] = nomor
        return f"{awal}{nomor:04d}"

    def region(self, kecamatan: int) -> str:
        acak = self.acak
        if acak.random() < 0.82:
            return f"3313{kecamatan:02d}"
        return acak.choice(
            (f"3313{acak.randint(1, 17):02d}", f"3372{acak.randint(1, 5):02d}", f"3311{acak.randint(1, 12):02d}")
        )

    def household(self, nomor: int, kecamatan: int, desa: str) -> Iterator[Baris]:
        """The people of one family card: a couple or one person, children, twins, a son with his father's name."""
        acak, t = self.acak, self.takaran
        rw = acak.randint(1, 14)
        rt = acak.randint(1, 5)
        kk = f"3313{kecamatan:02d}{acak.randint(1, 28):02d}{acak.randint(1, 12):02d}{acak.randint(5, 12):02d}{nomor % 10_000:04d}"
        tempat = "KARANGANYAR"

        def person(kelamin: str, lahir: date, nama: str | None, ibu: str | None, nik: str | None = None) -> Baris:
            asal = tempat if acak.random() < 0.7 else acak.choice(_TEMPAT)
            nama = nama or self.kolam.name(kelamin, lahir.year)
            ibu = ibu or self.kolam.name("P", lahir.year - 25)
            nik = nik or self.nik(self.region(kecamatan), lahir, kelamin)
            b = Baris(len(self.baris), nik, nama, lahir, kelamin, desa, rt, rw, ibu, asal, kk)
            self.baris.append(b)
            return b

        lahir_ayah = self.birth(1930, 1985)
        ayah = person("L", lahir_ayah, None, None)
        yield ayah
        ibu = None
        if acak.random() < 0.85:
            ibu = person("P", self.birth(lahir_ayah.year - 3, lahir_ayah.year + 8), None, None)
            yield ibu
        for ke in range(acak.choice((0, 1, 1, 2, 2, 3))):
            kelamin = acak.choice("LP")
            lahir = self.birth(min(lahir_ayah.year + 20 + 2 * ke, 2008), min(lahir_ayah.year + 24 + 3 * ke, 2012))
            senama = kelamin == "L" and acak.random() < t.ayah_anak * 4
            nama_ibu = ibu.nama if ibu else None
            anak = person(kelamin, lahir, ayah.nama if senama else None, nama_ibu)
            yield anak
            if senama:
                self.serupa.append((ayah.orang, anak.orang, "ayah_anak"))
            if acak.random() < t.kembar:
                lain = kelamin if acak.random() < 0.7 else "LP"[kelamin == "L"]
                nama = self.kolam.twin_name(anak.nama, lain, lahir.year)
                b = person(lain, lahir, nama, anak.ibu, self.nik(anak.nik[:6], lahir, lain))
                b.tempat = anak.tempat
                self.serupa.append((anak.orang, b.orang, "kembar"))
                yield b

    def change_date(self, lahir: date) -> date:
        acak = self.acak
        while True:
            cara = acak.random()
            try:
                if cara < 0.25:
                    baru = lahir.replace(day=lahir.month, month=lahir.day)
                elif cara < 0.5:
                    baru = lahir.replace(year=lahir.year + acak.choice((-2, -1, 1, 2, 10, -10)))
                elif cara < 0.7:
                    baru = lahir.replace(day=acak.randint(1, 28))
                elif cara < 0.85:
                    baru = date(lahir.year, *acak.choice(((7, 1), (12, 31), (1, 1))))
                else:
                    baru = lahir + timedelta(acak.randint(-1500, 1500))
            except ValueError:
                continue
            if baru != lahir:
                return baru

    def double(self, asli: Baris, kelas: str) -> Baris:
        """A second row of the same person."""
        acak, t = self.acak, self.takaran
        b = evolve(asli)
        if kelas == "satu_angka":
            i = acak.randrange(16)
            b.nik = b.nik[:i] + acak.choice([d for d in "0123456789" if d != b.nik[i]]) + b.nik[i + 1 :]
        elif kelas == "angka_tertukar":
            i = acak.choice([i for i in range(15) if b.nik[i] != b.nik[i + 1]] or [0])
            b.nik = b.nik[:i] + b.nik[i + 1] + b.nik[i] + b.nik[i + 2 :]
        elif kelas != "salinan":
            if kelas == "dua_nik_ubah_tanggal":
                b.lahir = self.change_date(b.lahir)
            wilayah = b.nik[:6] if acak.random() < 0.4 else self.region(acak.randint(1, 17))
            b.nik = self.nik(wilayah, b.lahir, b.kelamin)
            if acak.random() < t.pindah:
                tuan = self.baris[acak.randrange(asli.orang + 1)]
                b.desa, b.rt, b.rw, b.kk = tuan.desa, tuan.rt, tuan.rw, tuan.kk
            elif acak.random() < 0.1:
                b.rt = acak.randint(1, 5)
        if kelas == "ejaan":
            b.nama = respell(b.nama, acak)
        elif kelas != "salinan" and acak.random() < t.salah_nama:
            b.nama = mistype(b.nama, acak, t.ketik) if acak.random() < 0.6 else respell(b.nama, acak)
        if kelas != "salinan" and acak.random() < 0.15:
            b.ibu = mistype(b.ibu, acak, t.ketik) if acak.random() < 0.5 else respell(b.ibu, acak)
        if kelas != "salinan" and acak.random() < 0.05:
            b.tempat = acak.choice(_TEMPAT)
        return b


def make_register(t: Takaran) -> Register:
    """The register of a `Takaran`, always the same one."""
    acak = random.Random(f"dobel {t}")
    p = _Pembuat(t, acak, Kolam(t.kolam, acak))
    banyak_kecamatan = max(1, min(17, round(t.orang / 56_000)))
    nomor = 0
    while len(p.baris) < t.orang:
        kecamatan = acak.randint(1, banyak_kecamatan)
        desa = f"DESA {kecamatan:02d}{acak.randint(1, 8):02d}"
        for _ in p.household(nomor := nomor + 1, kecamatan, desa):
            pass
    semua = list(p.baris)
    pasangan: list[tuple[int, int, str]] = []
    for asli in acak.sample(p.baris, int(len(p.baris) * t.tingkat)):
        kelas = acak.choices(KELAS, t.bobot)[0]
        pasangan.append((asli.orang, len(semua), kelas))
        semua.append(p.double(asli, kelas))
        if acak.random() < 0.02:
            kedua = acak.choices(KELAS, t.bobot)[0]
            pasangan += [(asli.orang, len(semua), kedua), (len(semua) - 1, len(semua), "tiga_baris")]
            semua.append(p.double(asli, kedua))
    tempat = list(range(len(semua)))
    acak.shuffle(tempat)
    letak = {lama: baru for baru, lama in enumerate(tempat)}
    return Register(
        _frame([semua[i] for i in tempat], t, acak),
        _pairs(pasangan, letak, "kelas"),
        _pairs(p.serupa, letak, "jenis"),
    )


def _frame(baris: list[Baris], t: Takaran, acak: random.Random) -> pl.DataFrame:
    def blank(isi: str, tingkat: float) -> str | None:
        return None if tingkat and acak.random() < tingkat else isi

    return pl.DataFrame(
        {
            "nik": [blank(b.nik, t.kosong / 4) for b in baris],
            "nama": [b.nama for b in baris],
            "tanggal_lahir": pl.Series([None if acak.random() < t.kosong else b.lahir for b in baris], dtype=pl.Date),
            "jenis_kelamin": [blank(b.kelamin, t.kosong) for b in baris],
            "desa": [blank(b.desa, t.kosong) for b in baris],
            "rt": [blank(f"{b.rt:03d}", t.kosong) for b in baris],
            "rw": [blank(f"{b.rw:03d}", t.kosong) for b in baris],
            "nama_ibu": [blank(b.ibu, t.tanpa_ibu) for b in baris],
            "tempat_lahir": [blank(b.tempat, t.kosong) for b in baris],
            "no_kk": [blank(b.kk, t.kosong) for b in baris],
        }
    )


def _pairs(pasangan: list[tuple[int, int, str]], letak: dict[int, int], kolom: str) -> pl.DataFrame:
    kiri = [min(letak[a], letak[b]) for a, b, _ in pasangan]
    kanan = [max(letak[a], letak[b]) for a, b, _ in pasangan]
    return pl.DataFrame(
        {"a": kiri, "b": kanan, kolom: [k for *_, k in pasangan]},
        schema={"a": pl.Int64, "b": pl.Int64, kolom: pl.String},
    )
