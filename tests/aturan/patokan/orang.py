"""Who is who, found by comparing every pair: residents, people known elsewhere, and what leads to each.

Part of the measure against which the reconciliation is held (see `aturan.patokan.jawaban`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from itertools import combinations
from typing import TypeVar

from attrs import define, field

from aturan.patokan.baris import is_strong, sex
from ektp_core import Meninggal, Penduduk, Perekaman, Pindah, Undangan, is_calendar_true, normalize_nama
from ektp_core.alamat import normalize_desa
from strategies import Rekaman

T = TypeVar("T")
PALING_BANYAK = 10
"""More NIKs than that are nobody's, whatever agrees."""


@define(eq=False)
class Seorang:
    """A person with all that is theirs."""

    baris: list[Penduduk] = field(factory=list)
    niks: set[str] = field(factory=set)
    """Full NIKs that lead here, and those with a lost digit as `…?`."""
    kunci: bool = True
    mati: list[Meninggal] = field(factory=list)
    pindah: list[Pindah] = field(factory=list)
    rekam: list[Perekaman] = field(factory=list)
    surat: list[Surat] = field(factory=list)

    @property
    def utama(self) -> Penduduk:
        """The fullest row, then the first in text order."""
        return min(self.baris, key=lambda p: (-sum(map(bool, texts(p))), texts(p)))

    def full(self, nik: str) -> str:
        """The known full NIK behind one that lost a digit."""
        utuh = sorted(n for n in self.niks if "?" not in n and n[:15] == nik[:15])
        return utuh[0] if nik.endswith("?") and utuh else nik

    @property
    def nik(self) -> str:
        """The NIK that lists show."""
        return self.full(self.utama.nik) if self.baris else min(self.niks)

    def fits(self, nama: str, lahir: date | None) -> tuple[bool, bool]:
        """Whether some row carries the name, and some row the birth date."""
        sama_nama = any(normalize_nama(nama) == normalize_nama(p.nama) != "" for p in self.baris)
        return sama_nama, any(lahir == p.tanggal_lahir is not None for p in self.baris)

    def is_nama_lahir(self, nama: str, lahir: date | None) -> bool:
        """Whether one row carries both."""
        return any(
            normalize_nama(nama) == normalize_nama(p.nama) != "" and lahir == p.tanggal_lahir is not None
            for p in self.baris
        )


@define(eq=False)
class Surat:
    """A paper and how its person was found: `asli` by the NIK as written, in a register."""

    undangan: Undangan
    nik: str
    asli: bool = False
    diperbaiki: bool = False


def texts(p: Penduduk) -> tuple[str, ...]:
    """The row as a sheet shows it, in the order of its columns."""
    isi = (
        p.nik, p.nama, p.tanggal_lahir, p.jenis_kelamin, p.status_kawin, p.tanggal_kawin, p.kewarganegaraan,
        p.itap_sampai, p.no_kk, p.nama_ibu, p.alamat, p.rt, p.rw, p.desa,
    )  # fmt: skip
    return tuple(str(x or "") for x in isi)


def partition(isi: Sequence[T], same: Callable[[T, T], bool]) -> list[list[T]]:
    """The classes of the smallest equivalence that holds `same`, by joining until nothing more joins."""
    kelas = [[x] for x in isi]
    while True:
        pasangan = next(
            ((a, b) for a, b in combinations(kelas, 2) if any(same(x, y) or same(y, x) for x in a for y in b)), None
        )
        if pasangan is None:
            return kelas
        pasangan[0].extend(pasangan[1])
        kelas = [k for k in kelas if k is not pasangan[1]]


def residents(rows: Sequence[Penduduk]) -> list[Seorang]:
    """The people of `PENDUDUK`."""
    banyak = Counter(p.nik for p in rows)
    bersama = {n for n, c in banyak.items() if c > 1 and "?" not in n and not is_calendar_true(n)}

    def same(a: Penduduk, b: Penduduk) -> bool:
        if a.nik in bersama or b.nik in bersama:
            return False
        if "?" in a.nik and "?" in b.nik:
            satu = a.nik == b.nik and normalize_nama(a.nama) == normalize_nama(b.nama)
            return (satu and a.tanggal_lahir == b.tanggal_lahir) or is_strong(a, b)
        return a.nik == b.nik or is_strong(a, b)

    def one_nik(a: Penduduk, b: Penduduk) -> bool:
        if a.nik != b.nik or a.nik in bersama:
            return False
        satu = normalize_nama(a.nama) == normalize_nama(b.nama) and a.tanggal_lahir == b.tanggal_lahir
        return satu or "?" not in a.nik

    kelas_kelas = []
    for kelas in partition(list(rows), same):
        sendiri = partition(kelas, one_nik)
        kelas_kelas += [kelas] if len(sendiri) <= PALING_BANYAK else sendiri
    return _join_lost([Seorang(k, {p.nik for p in k}, kunci=k[0].nik not in bersama) for k in kelas_kelas])


def _join_lost(semua: list[Seorang]) -> list[Seorang]:
    """A row that lost its digit is of the one person whose full NIK, name and birth date it fits."""

    def fits(q: Penduduk, p: Penduduk) -> bool:
        sama = q.nik[:15] == p.nik[:15] and "?" not in p.nik
        nama = normalize_nama(p.nama) == normalize_nama(q.nama) != ""
        return sama and nama and p.tanggal_lahir == q.tanggal_lahir is not None

    for orang in semua:
        for q in (q for q in orang.baris if "?" in q.nik):
            cocok = [o for o in semua if o.kunci and any(fits(q, p) for p in o.baris)]
            if len(cocok) == 1 and cocok[0] is not orang:
                cocok[0].baris += orang.baris
                cocok[0].niks |= orang.niks
                return _join_lost([o for o in semua if o is not orang])
    return semua


@define(eq=False)
class Patokan:
    """Everybody, their papers, and the answers that the contract gives about them."""

    on: date
    rekaman: Rekaman
    penduduk: list[Seorang] = field(init=False)
    luar: list[Seorang] = field(init=False, factory=list)
    galat: Counter[str] = field(init=False)
    nik_galat: list[Undangan] = field(init=False, factory=list)

    def __attrs_post_init__(self) -> None:
        self.galat = Counter(g.lembar for g in self.rekaman.galat)
        self.penduduk = residents(self.rekaman.penduduk)
        self._lend()
        for m in self.rekaman.mutasi:
            orang = self._owner(m.nik)
            if orang is None:
                self.galat["MENINGGAL" if isinstance(m, Meninggal) else "PINDAH"] += 1
            elif isinstance(m, Meninggal):
                orang.mati.append(m)
            else:
                orang.pindah.append(m)
        terdaftar = list(self.luar)
        for u in self.rekaman.undangan:
            self._lead(u, terdaftar)
        self._join_outsiders()
        for r in self.rekaman.perekaman:
            pemilik = self._owner(r.nik)
            if pemilik is None:
                self.galat["PEREKAMAN"] += 1
            else:
                pemilik.rekam.append(r)

    @property
    def semua(self) -> list[Seorang]:
        """Everybody, residents first."""
        return self.penduduk + self.luar

    def resident(self, nik: str) -> Seorang | None:
        """Whose full NIK it is."""
        return next((o for o in self.penduduk if o.kunci and "?" not in nik and nik in o.niks), None)

    def by_15(self, nik: str) -> list[Seorang]:
        """Residents with these fifteen digits."""
        return [o for o in self.penduduk if any(n[:15] == nik[:15] for n in o.niks)]

    def _shared(self, nik: str) -> bool:
        return any(not o.kunci and o.baris[0].nik == nik for o in self.penduduk)

    def _usable(self, nik: str) -> bool:
        return len(nik) == 16 and "?" not in nik and is_calendar_true(nik) and not self._shared(nik)

    def _lend(self) -> None:
        """A full NIK of another sheet that fits one person with a lost digit alone is that person's, if it is the only one."""
        r = self.rekaman
        lain: list[tuple[str, Undangan | None]] = [(u.nik, u) for u in r.undangan]
        lain += [(x.nik, None) for x in (*r.perekaman, *r.mutasi)]
        hilang = {n: [o for o in self.penduduk if n in o.niks and o.full(n) == n] for n in lost_niks(self.penduduk)}
        pinjaman: dict[str, list[Seorang]] = {}
        for nik, u in lain:
            if not self._usable(nik) or self.resident(nik) is not None:
                continue
            cocok = hilang.get(nik[:15] + "?", [])
            if u is not None:
                cocok = _fitting(cocok, u)
            if len(cocok) == 1:
                pinjaman.setdefault(nik, []).extend(cocok)
        for nik, milik in pinjaman.items():
            lain_lagi = {n for n, m in pinjaman.items() if n[:15] == nik[:15] and m[0] in milik}
            if all(o is milik[0] for o in milik) and len(lain_lagi) == 1:
                milik[0].niks.add(nik)

    def _owner(self, nik: str) -> Seorang | None:
        """Whose event or recording it is; None for a row that can lead to nobody."""
        if nik.endswith("?"):
            calon = self.by_15(nik)
            return calon[0] if len(calon) == 1 else None
        orang = self.resident(nik) or next((o for o in self.luar if nik in o.niks), None)
        if orang is None and self._usable(nik):
            orang = Seorang(niks={nik})
            self.luar.append(orang)
        return orang

    def _lead(self, u: Undangan, terdaftar: list[Seorang]) -> None:
        orang = self.resident(u.nik)
        if orang is None and self._usable(u.nik):
            orang = next((o for o in terdaftar if u.nik in o.niks), None)
            if orang is None and (milik := self._other_nik(u.nik, terdaftar)):
                milik.surat.append(Surat(u, milik.nik, diperbaiki=True))
                return
        if orang is not None:
            orang.surat.append(Surat(u, u.nik, asli=True))
        elif self._usable(u.nik):
            luar = self._owner(u.nik)
            assert luar is not None
            luar.surat.append(Surat(u, u.nik))
        else:
            self._lead_damaged(u)

    def _lead_damaged(self, u: Undangan) -> None:
        if u.nik.endswith("?"):
            calon = [o for o in self.by_15(u.nik) if any(o.fits(u.nama, u.tanggal_lahir))]
            if len(calon) == 1:
                nik = calon[0].full(u.nik)
                calon[0].surat.append(Surat(u, nik, diperbaiki=True))
                return
        calon = [o for o in self.penduduk if o.is_nama_lahir(u.nama, u.tanggal_lahir)]
        if len(calon) == 1:
            calon[0].surat.append(Surat(u, calon[0].nik, diperbaiki=True))
        else:
            self.galat["UNDANGAN"] += 1

    def _other_nik(self, nik: str, terdaftar: list[Seorang]) -> Seorang | None:
        """The one resident whom all other evidence on the papers with this unregistered NIK means."""
        if any(nik in o.niks for o in terdaftar):
            return None
        hasil = []
        for u in (u for u in self.rekaman.undangan if u.nik == nik):
            cocok = [
                o
                for o in self.penduduk
                if o.is_nama_lahir(u.nama, u.tanggal_lahir)
                and any(sex(p.jenis_kelamin, p.nik) == sex(None, nik) for p in o.baris)
                and all((u.desa, u.rw, u.rt))
                and any((normalize_desa(p.desa), p.rw, p.rt) == (normalize_desa(u.desa), u.rw, u.rt) for p in o.baris)
            ]
            if len(cocok) == 1:
                hasil.append(cocok[0])
        return hasil[0] if hasil and all(o is hasil[0] for o in hasil) else None

    def _join_outsiders(self) -> None:
        """People without a row here are one by the strong evidence that papers can carry."""

        def same(a: Seorang, b: Seorang) -> bool:
            return any(is_strong(x.undangan, y.undangan) for x in a.surat for y in b.surat)

        gabung = []
        for kelas in partition(self.luar, same):
            satu = Seorang(niks=set().union(*(o.niks for o in kelas)))
            for o in kelas:
                satu.mati += o.mati
                satu.pindah += o.pindah
                satu.surat += o.surat
            satu.surat.sort(key=lambda s: next(i for i, u in enumerate(self.rekaman.undangan) if u is s.undangan))
            gabung.append(satu)
        self.luar = gabung


def lost_niks(semua: Iterable[Seorang]) -> set[str]:
    """NIKs of residents that lost their last digit."""
    return {n for o in semua for n in o.niks if n.endswith("?")}


def _fitting(calon: list[Seorang], u: Undangan) -> list[Seorang]:
    """Whom all that the paper gives of name and birth date fits; without such a one, whom a part fits."""
    diberi = (bool(u.nama), u.tanggal_lahir is not None)
    if not any(diberi):
        return calon
    cocok = [[f for f, ada in zip(o.fits(u.nama, u.tanggal_lahir), diberi, strict=True) if ada] for o in calon]
    return [o for o, c in zip(calon, cocok, strict=True) if all(c)] or [
        o for o, c in zip(calon, cocok, strict=True) if any(c)
    ]
