"""NIKs and family card numbers of a disguised copy: other numbers with the same faults, doubles and neighbours.

Each region becomes one that no number of the original has, so that no number of the copy is one of the original. The birth
date goes the way of all birth dates, so that it agrees or disagrees with the register as before; the serial's digits are
exchanged one by one, so that numbers one digit apart stay one digit apart. A number that is near a registered one stays near,
unless it is registered itself and carries the birth date beside it.
"""

import re
from collections.abc import Container, Iterable, Mapping
from datetime import date
from random import Random

from ektp_core.nik import clean_nik, is_calendar_true, is_near, is_placeholder, iter_near
from ektp_excel.samarkan.tanggal import PetaLahir, digits_of, nearest_date

_HARI_PEREMPUAN = 40
_PANJANG = 16
_PERCOBAAN = 200
_ANGKA = re.compile(r"\d", re.ASCII)


def birth_of_nik(nik: str, on: date) -> date | None:
    """The date that a NIK's digits give in the hundred years up to the reference date; None when they give none."""
    enam = nik[6:12]
    if len(enam) != 6 or not enam.isdigit():
        return None
    hari = int(enam[:2])
    return nearest_date(f"{hari - _HARI_PEREMPUAN if hari > _HARI_PEREMPUAN else hari:02}{enam[2:]}", on)


class PetaNomor:
    """Exchanges numbers.

    `terdaftar` are the NIKs of the register and `diundang` those of the invitations, each with the key of its name; `benar` are
    those of the register that carry the birth date beside them; `semua` is every number of the original.
    """

    def __init__(
        self,
        terdaftar: Mapping[str, str],
        diundang: Mapping[str, str],
        benar: Container[str],
        semua: Iterable[str],
        lahir: PetaLahir,
        on: date,
        acak: Random,
    ) -> None:
        self._on, self._lahir, self._acak = on, lahir, acak
        self._angka = _permute(acak)
        self._kk = _permute(acak)
        self._terdaftar, self._diundang, self._benar = terdaftar, diundang, benar
        self._asli = frozenset(semua)
        self._wilayah = _exchange_regions({n[:6] for n in self._asli}, acak)
        self._ingat: dict[str, str] = {}
        self._milik = {self._by_parts(n) for n in self._asli if not is_placeholder(n)}
        """Every new number that is somebody's."""

    def nik(self, nik: str) -> str:
        """The new number for 16 digits, the last of which may be `?`."""
        if nik not in self._ingat:
            self._ingat[nik] = self._make(nik)
        return self._ingat[nik]

    def _make(self, nik: str) -> str:
        if is_placeholder(nik):
            return nik
        sendiri = self._by_parts(nik)
        if nik in self._benar or not nik.isdigit() or f"{nik[:15]}?" in self._terdaftar:
            return sendiri
        if nik in self._terdaftar:
            dekat = [
                n for n in iter_near(nik) if self._terdaftar.get(n) == self._terdaftar[nik] and self._is_fixed(n, nik)
            ]
        else:
            dekat = [n for n in iter_near(nik) if n in self._terdaftar]
            # Of several neighbours, the one of the same name is the person that is meant.
            dekat = [n for n in dekat if self._terdaftar[n] == self._diundang.get(nik)] or dekat
        if not dekat or any(is_near(sendiri, self.nik(n)) for n in dekat):
            return sendiri
        # A slip in region or date: there the digits do not go one by one.
        return next((baru for n in dekat if (baru := self._transplant(nik, n))), sendiri)

    def _is_fixed(self, terdaftar: str, nik: str) -> bool:
        """Whether the one number is found before the other, and not from it."""
        return terdaftar in self._benar or terdaftar < nik

    def _by_parts(self, nik: str) -> str:
        d = birth_of_nik(nik, self._on)
        urut = "".join(self._angka.get(h, h) for h in nik[12:])
        if d is None:
            # No date of the calendar: day and month keep their fault, the year's digits go.
            tahun = "".join(self._angka[h] for h in nik[10:12]) if nik[10:12].isdigit() else nik[10:12]
            return self._wilayah[nik[:6]] + nik[6:10] + tahun + urut
        baru = digits_of(self._lahir[d])
        hari = int(baru[:2]) + (_HARI_PEREMPUAN if _is_female(nik) else 0)
        return f"{self._wilayah[nik[:6]]}{hari:02}{baru[2:]}{urut}"

    def _transplant(self, nik: str, terdaftar: str) -> str:
        """A number as near to the registered one's as before, and as true or false to the calendar; empty when there is none."""
        asal = self.nik(terdaftar)
        benar = is_calendar_true(nik)
        beda = [i for i in range(_PANJANG) if nik[i] != terdaftar[i]]
        calon = [self._angka.get(nik[i], nik[i]) if i >= 12 else None for i in beda]
        if len(beda) == 1:
            i = beda[0]
            pilihan = [calon[0]] if calon[0] is not None else [h for h in self._shuffled() if h != asal[i]]
            coba = [asal[:i] + h + asal[i + 1 :] for h in pilihan]
        else:
            i, j = beda
            coba = [asal[:i] + asal[j] + asal[i] + asal[j + 1 :]] if j == i + 1 else []
        for satu in coba:
            sejenis = is_calendar_true(satu) is benar and _is_female(satu) is _is_female(nik)
            asing = satu not in self._milik and satu[:6] not in self._wilayah
            if asing and is_near(satu, asal) and sejenis:
                self._milik.add(satu)
                return satu
        return ""

    def _shuffled(self) -> list[str]:
        semua = list("0123456789")
        self._acak.shuffle(semua)
        return semua

    def card(self, nomor: str) -> str:
        """The new family card number: another region, the other digits exchanged one by one; a stand-in stays."""
        if is_placeholder(nomor):
            return nomor
        return self._wilayah[nomor[:6]] + "".join(self._kk.get(h, h) for h in nomor[6:])

    def rewrite(self, nilai: object, *, kartu: bool = False) -> object:
        """The cell with its number exchanged, in its kind and with its separators; a cell that is no number says nothing."""
        bersih = clean_nik(nilai)
        if not bersih:
            return self._spoilt(nilai)
        baru = self.card(bersih) if kartu else self.nik(bersih)
        if isinstance(nilai, float | int):
            return float(baru.replace("?", "0"))
        ganti = iter(baru)
        return _ANGKA.sub(lambda _: next(ganti), str(nilai)) if _count(nilai) == len(baru) else baru

    def _spoilt(self, nilai: object) -> object:
        """What is no NIK: its digits beyond the region are exchanged, its letters become x."""
        if not isinstance(nilai, str):
            return nilai
        if re.fullmatch(r"\s*\d[.,]?\d*[eE]\+?\d+\s*", nilai, re.ASCII):
            return nilai
        if not any(h.isalnum() for h in nilai):
            return nilai
        hasil, ke = [], 0
        for h in nilai:
            if h.isdigit() and h.isascii():
                ke += 1
                h = self._angka[h] if ke > 6 else h
            elif h.isalpha() or h.isdigit():
                h = "x"
            hasil.append(h)
        teks = "".join(hasil)
        return teks if not clean_nik(teks) else "x" * 5


def _exchange_regions(asal: set[str], acak: Random) -> dict[str, str]:
    """Another code of the same province for each code, none of them one of the original's.

    Digit by digit, so that codes one digit apart stay so; where no such exchange is free of the original's, at random.
    """
    for _ in range(_PERCOBAAN):
        angka = _permute(acak)
        peta = {satu: satu[:2] + "".join(angka.get(h, h) for h in satu[2:]) for satu in asal}
        if asal.isdisjoint(peta.values()):
            return peta
    terpakai, peta = set(asal), {}
    for satu in sorted(asal):
        while (baru := f"{satu[:2]}{acak.randrange(10_000):04}") in terpakai:
            pass
        terpakai.add(baru)
        peta[satu] = baru
    return peta


def _is_female(nik: str) -> bool:
    return int(nik[6:8]) > _HARI_PEREMPUAN


def _count(nilai: object) -> int:
    return len(_ANGKA.findall(str(nilai)))


def _permute(acak: Random) -> dict[str, str]:
    """Each digit becomes another; 0 stays, since 0000 and a lost digit are told by it."""
    asal = list("123456789")
    while True:
        baru = asal[:]
        acak.shuffle(baru)
        if all(a != b for a, b in zip(asal, baru, strict=True)):
            return {"0": "0"} | dict(zip(asal, baru, strict=True))
