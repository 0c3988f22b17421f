"""Invented people, each unlike every other unless a story wants it so: names, birth dates, NIK and addresses."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random

from attrs import Factory, define, field

from .kata import (
    DESA,
    JALAN,
    MUHAMMAD,
    NAMA_KEDUA,
    NAMA_KEDUA_PEREMPUAN,
    NAMA_LAKI,
    NAMA_PEREMPUAN,
    WILAYAH_NIK,
    coarse,
)
from .tulisan import add_years, mistype


@define
class Orang:
    """A person as the story knows him or her; how rows show it is decided later."""

    nik: str
    nama: str
    lahir: date
    kelamin: str
    kk: str
    ibu: str
    alamat: str
    desa: str
    rw: int
    rt: int
    kawin: str = "BELUM"
    tgl_kawin: date | None = None
    asing: bool = False
    itap: date | None = None


@define
class Nomor:
    """An invitation's number: what natural order compares (`n`), then the text, and the cell that shows it."""

    n: int
    teks: str
    sel: str | int


@define
class Pencipta:
    """Makes people and numbers that meet nobody else's by accident."""

    rng: Random
    on: date
    _awalan: set[str] = Factory(set)
    _nama_lahir: set[tuple[str, date]] = Factory(set)
    _nomor: set[tuple[str, int]] = Factory(set)
    wilayah: list[tuple[str, int, int]] = field(init=False)

    def __attrs_post_init__(self) -> None:
        # RT numbers differ from RW to RW, so that an RT that exists elsewhere can still be unknown here.
        self.wilayah = [
            (desa, rw, rt) for desa in DESA for rw in range(1, 5) for rt in range(1, 4 + (rw + len(desa)) % 3)
        ]

    def nik(self, lahir: date, kelamin: str, wilayah: str | None = None) -> str:
        """A calendar-true NIK whose first 15 digits nobody else has, serial never 0000."""
        hari = lahir.day + (40 if kelamin == "P" else 0)
        while True:
            tempat = wilayah or self.rng.choice(WILAYAH_NIK)
            awal = f"{tempat}{hari:02}{lahir:%m%y}{self.rng.randint(1, 260):03}"
            if awal not in self._awalan:
                self._awalan.add(awal)
                return f"{awal}{self.rng.randint(0, 9)}"

    def nik_asing(self, lahir: date, kelamin: str) -> str:
        """A NIK of a person whom no register here knows, far from every NIK that one knows."""
        return self.nik(lahir, kelamin, wilayah="357899")

    def salah_ketik(self, nik: str) -> str:
        """A mistyped NIK that belongs to nobody here."""
        while True:
            salah = mistype(self.rng, nik)
            if salah[:15] not in self._awalan:
                self._awalan.add(salah[:15])
                return salah

    def lahir(self, muda: int, tua: int) -> date:
        """A birth date of somebody who is certainly `muda` to `tua` years old at the reference date."""
        akhir = add_years(self.on, -muda)
        awal = add_years(self.on, -tua - 1) + timedelta(days=3)
        if tua > muda and self.rng.random() < 0.06:
            return date(self.rng.randint(awal.year + 1, akhir.year - 1), *self.rng.choice(((7, 1), (12, 31))))
        return awal + timedelta(days=self.rng.randint(0, (akhir - awal).days - 3))

    def nama(self, kelamin: str) -> str:
        """A name of one to three words; the words are far enough apart for any normalisation."""
        depan = self.rng.choice(NAMA_LAKI if kelamin == "L" else NAMA_PEREMPUAN)
        dice = self.rng.random()
        if dice < 0.12:
            return depan
        belakang = self.rng.choice(NAMA_KEDUA if kelamin == "L" else NAMA_KEDUA_PEREMPUAN)
        if dice < 0.25 and kelamin == "L":
            return f"{self.rng.choice(MUHAMMAD)} {depan} {belakang}"
        return f"{depan} {belakang}"

    def reserve(self, nama: str, lahir: date) -> bool:
        """Take this name with this birth date; False when somebody has them already."""
        kata = nama.split()
        kunci = coarse(" ".join(["MUHAMMAD", *kata[1:]] if kata[0] in MUHAMMAD else kata)), lahir
        bebas = kunci not in self._nama_lahir
        self._nama_lahir.add(kunci)
        return bebas

    def orang(
        self,
        *,
        lahir: date | None = None,
        umur: tuple[int, int] = (18, 88),
        kelamin: str | None = None,
        nama: str | None = None,
    ) -> Orang:
        """A new person; whoever shares name and birth date with somebody does so because the story says it."""
        kelamin = kelamin or self.rng.choice("LP")
        while True:
            hari = lahir or self.lahir(*umur)
            sebutan = nama or self.nama(kelamin)
            if self.reserve(sebutan, hari) or (nama and lahir):
                break
        desa, rw, rt = self.rng.choice(self.wilayah)
        return Orang(
            nik=self.nik(hari, kelamin),
            nama=sebutan,
            lahir=hari,
            kelamin=kelamin,
            kk=f"331311{self.rng.randint(10, 28):02}0{self.rng.randint(1, 9)}0{self.rng.randint(5, 9)}"
            f"{self.rng.randint(1, 9999):04}",
            ibu=self.nama("P"),
            alamat=f"{self.rng.choice(JALAN)} NO {self.rng.randint(1, 999)}",
            desa=desa,
            rw=rw,
            rt=rt,
            kawin="BELUM" if hari > add_years(self.on, -19) else self.rng.choice(("BELUM", "KAWIN", "KAWIN", "CERAI")),
        )

    def nomor(self, *, awalan: str | None = None, n: int | None = None) -> Nomor:
        """A number that no other invitation has."""
        awalan = self.rng.choice(("", "", "", "A-", "UND/")) if awalan is None else awalan
        while True:
            angka = n or self.rng.randint(1, 900_000)
            if (awalan, angka) not in self._nomor:
                self._nomor.add((awalan, angka))
                break
            n = None
        return self._write(awalan, angka)

    def _write(self, awalan: str, angka: int) -> Nomor:
        teks = f"{awalan}{angka}"
        return Nomor(angka, teks, angka if not awalan and self.rng.random() < 0.6 else teks)

    def nomor_urut(self, banyak: int) -> list[Nomor]:
        """Numbers in natural order, of one style; as text they stand the other way round (`9` before `10`)."""
        while True:
            awalan = self.rng.choice(("", "A-", "UND/"))
            pangkat = self.rng.randint(0, 3)
            angka = [self.rng.randint(2 * 10**pangkat, 10 ** (pangkat + 1) - 1)]
            angka += [self.rng.randint(10 ** (pangkat + i), 2 * 10 ** (pangkat + i) - 1) for i in range(1, banyak)]
            if not any((awalan, n) in self._nomor for n in angka):
                self._nomor.update((awalan, n) for n in angka)
                return [self._write(awalan, n) for n in angka]
