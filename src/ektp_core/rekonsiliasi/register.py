"""The register of residents as distinct people: one NIK one person, strong evidence, and NIKs that lost a digit.

Answers who a NIK, fifteen digits, or a name with a birth date lead to. Knows no events and decides no category.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain

from ektp_core.alamat import normalize_desa
from ektp_core.aturan import declare, keputusan_proyek
from ektp_core.dobel import BATAS_GABUNG, iter_strong_pairs, join_pairs, traits_of_penduduk
from ektp_core.nama import normalize_nama
from ektp_core.nik import HILANG, is_calendar_true
from ektp_core.penduduk import Penduduk
from ektp_core.rekonsiliasi.orang import Orang, distinct, only
from ektp_core.undangan import Undangan

NIK_05 = declare(
    "NIK-05",
    "NIK yang tidak benar kalender dapat dipakai bila hanya satu baris PENDUDUK memilikinya; bila lebih, bukan kunci.",
    keputusan_proyek("nomor yang sama pada dua orang tidak membedakan mereka; barisnya tidak digabungkan"),
)
NIK_06 = declare(
    "NIK-06",
    "Penduduk dengan NIK sel angka tetap dalam dasar; NIK utuh dari lembar lain yang cocok hanya dengannya dipinjamkan.",
    keputusan_proyek("kehilangan satu angka tidak menghapus orangnya; dua NIK utuh yang berbeda diperiksa orang"),
)

KunciNama = tuple[str, date]


class Register:
    """The residents as people, with the ways of finding them."""

    def __init__(self, penduduk: Iterable[Penduduk]) -> None:
        self.per_nik: dict[str, Orang] = {}
        self.bersama: dict[str, list[Orang]] = {}
        """NIKs that key nobody, with the residents who carry each."""
        self.pinjaman_ganda: list[tuple[Orang, tuple[str, ...]]] = []
        """People with a lost digit to whom nothing was lent: two full NIKs fit them, or theirs fits another too."""
        self.terlalu_besar: list[list[Orang]] = []
        """Groups that strong evidence joins and that are too large to be one person."""
        self._semua: list[Orang] = []
        self._per_nama: dict[KunciNama, list[Orang]] = {}
        self._senama: list[list[Orang]] = []
        """Of the people of one name and birth date, those who are two or more."""
        self._terpotong: dict[str, list[Orang]] = {}
        """People with a NIK that lost its last digit, by the fifteen that are known."""
        self._group_by_nik(penduduk)
        self._index_names()
        self.join(self._strong_pairs())
        self._join_lost_digits()

    def _group_by_nik(self, penduduk: Iterable[Penduduk]) -> None:
        per_nik = self.per_nik
        terpotong: dict[tuple[str, str, date | None], Orang] = {}
        berulang: dict[str, None] = {}
        for p in penduduk:
            nik = p.nik
            if nik.endswith(HILANG):
                kunci = nik, p.kunci_nama, p.tanggal_lahir
                ada = terpotong.get(kunci)
                if ada is None:
                    terpotong[kunci] = Orang(nik, (p,))
                else:
                    ada.baris += (p,)
                continue
            ada = per_nik.get(nik)
            if ada is None:
                per_nik[nik] = Orang(nik, (p,))
            else:
                ada.baris += (p,)
                berulang[nik] = None
        for nik in berulang:
            if not is_calendar_true(nik):
                self._split_shared(nik)
        self._semua += per_nik.values()
        self._semua += terpotong.values()
        for orang in terpotong.values():
            self._terpotong.setdefault(orang.nik[:15], []).append(orang)

    def _split_shared(self, nik: str) -> None:
        baris = self.per_nik.pop(nik).baris
        self.bersama[nik] = [Orang(nik, (p,), tanpa_kunci=True) for p in baris]
        self._semua += self.bersama[nik]

    def _index_names(self) -> None:
        per_nama = self._per_nama
        for orang in self._semua:
            for p in orang.baris:
                if p.tanggal_lahir is None or not p.kunci_nama:
                    continue
                kunci = p.kunci_nama, p.tanggal_lahir
                ada = per_nama.get(kunci)
                if ada is None:
                    per_nama[kunci] = [orang]
                elif ada[-1] is not orang:
                    ada.append(orang)
                    if len(ada) == 2:
                        self._senama.append(ada)

    def _join_lost_digits(self) -> None:
        """A row with a lost digit is the one resident whose full NIK, name and birth date fit it."""
        terpotong: list[tuple[Orang, list[Orang]]] = []
        for sama in self._senama:
            utuh = {o.nik: o for o in sama if not o.tanpa_kunci}
            terpotong += [
                (orang, [utuh[nik] for nik in _full_forms(orang.nik) if nik in utuh])
                for orang in sama
                if orang.nik.endswith(HILANG)
            ]
        for _ in terpotong:
            # Each round that joins leaves one person less; a person joined may leave another only one that fits.
            if not sum(self._join_lost_digit(orang, cocok) for orang, cocok in terpotong):
                break

    @staticmethod
    def _join_lost_digit(orang: Orang, cocok: Iterable[Orang]) -> bool:
        satu = only(distinct(cocok))
        if satu is None or satu is orang.root():
            return False
        satu.absorb(orang.root())
        return True

    def _strong_pairs(self) -> Iterator[tuple[Orang, Orang]]:
        for sama in self._senama:
            calon = [(o, traits_of_penduduk(p)) for o in sama if not o.tanpa_kunci for p in o.baris]
            per_pribadi: dict[object, list[int]] = {}
            for i, (_, ciri) in enumerate(calon):
                per_pribadi.setdefault(ciri.pribadi, []).append(i)
            for anggota in per_pribadi.values():
                for i, j in iter_strong_pairs([calon[k][1] for k in anggota]):
                    yield calon[anggota[i]][0], calon[anggota[j]][0]

    def join(self, pasangan: Iterable[tuple[Orang, Orang]]) -> None:
        """Make one of the people whom strong evidence joins, directly or through others; too many stay as they are."""
        for kelompok in join_pairs(pasangan):
            if len(kelompok) > BATAS_GABUNG:
                self.terlalu_besar.append(kelompok)
                continue
            pertama, *lain = kelompok
            for orang in lain:
                pertama.absorb(orang)

    def niks_to_lend(self) -> frozenset[str]:
        """Every full NIK that, standing in another sheet, could be lent: of fifteen digits that are known, and nobody's."""
        mungkin = chain.from_iterable(map(_full_forms, self._terpotong))
        return frozenset(nik for nik in mungkin if nik not in self.per_nik and is_calendar_true(nik))

    def lend(self, utuh: Iterable[tuple[str, Undangan | None]]) -> None:
        """Lend full NIKs of other sheets to people with a lost digit whom they alone fit; then settle everybody.

        Each item is one of `niks_to_lend`, with its invitation when it stands in one (whose name and birth date must
        then fit).
        """
        terpotong = {
            lima_belas: [o for o in distinct(semua) if lima_belas in o.lost_digits()]
            for lima_belas, semua in self._terpotong.items()
        }
        if terpotong:
            self._lend_to(terpotong, utuh)
        self._semua = [o for o in self._semua if o.wakil is None]
        for orang in self._semua:
            # One row with a whole NIK is settled as it is.
            if len(orang.baris) > 1 or orang.nik.endswith(HILANG):
                orang.settle()

    def _lend_to(self, terpotong: dict[str, list[Orang]], utuh: Iterable[tuple[str, Undangan | None]]) -> None:
        cocok: dict[str, list[Orang]] = {}
        for nik, undangan in utuh:
            lima_belas = terpotong[nik[:15]]
            satu = only(lima_belas if undangan is None else _fitting(lima_belas, undangan))
            if satu is not None:
                cocok[nik] = distinct([*cocok.get(nik, ()), satu])
        niks_dari: dict[tuple[str, Orang], list[str]] = {}
        for nik, semua in cocok.items():
            for orang in semua:
                niks_dari.setdefault((nik[:15], orang), []).append(nik)
        for (_, orang), niks in niks_dari.items():
            match niks:
                # Alone on both sides: the NIK fits one person, and the person no other NIK of these fifteen digits.
                case [nik] if only(cocok[nik]) is orang:
                    orang.niks += (nik,)
                    self.per_nik[nik] = orang
                case _:
                    self.pinjaman_ganda.append((orang, tuple(sorted(niks))))

    @property
    def orang(self) -> Sequence[Orang]:
        """Every resident, once."""
        return self._semua

    def find_nik(self, nik: str) -> Orang | None:
        """The resident with this full NIK."""
        orang = self.per_nik.get(nik)
        return None if orang is None else orang.root() if orang.wakil is not None else orang

    def find_15(self, nik: str) -> list[Orang]:
        """The residents whose NIK begins with the fifteen known digits."""
        calon = list(self._terpotong.get(nik[:15], ()))
        for utuh in _full_forms(nik):
            if utuh in self.per_nik:
                calon.append(self.per_nik[utuh])
            calon += self.bersama.get(utuh, ())
        return distinct(calon)

    def find_nama_lahir(self, nama: str, lahir: date | None) -> list[Orang]:
        """The residents with this name (normalised) and birth date."""
        if lahir is None:
            return []
        return distinct(self._per_nama.get((normalize_nama(nama), lahir), ()))

    def groups_of_one_name(self) -> Iterable[list[Orang]]:
        """The residents of each name and birth date that several rows carry."""
        return map(distinct, self._senama)


def _full_forms(nik: str) -> list[str]:
    """Every NIK with the fifteen known digits."""
    return [nik[:15] + akhir for akhir in "0123456789"]


def agrees_on_name(orang: Orang, nama: str) -> bool:
    """Whether some row of the person carries the name (normalised, not blank)."""
    kunci = normalize_nama(nama)
    return bool(kunci) and any(p.kunci_nama == kunci for p in orang.baris)


def agrees_on_birth(orang: Orang, lahir: date | None) -> bool:
    """Whether some row of the person carries the birth date."""
    for p in orang.baris:
        if p.tanggal_lahir == lahir:
            return lahir is not None
    return False


def agrees_on_place(orang: Orang, undangan: Undangan) -> bool:
    """Whether some row of the person carries the invitation's desa, RW and RT, all given."""
    tempat = normalize_desa(undangan.desa), undangan.rw, undangan.rt
    return all(tempat) and any((normalize_desa(p.desa), p.rw, p.rt) == tempat for p in orang.baris)


def _fitting(calon: Sequence[Orang], undangan: Undangan) -> list[Orang]:
    """Those whom all that the invitation gives of name and birth date fits; else those whom a part fits."""
    if not undangan.nama and undangan.tanggal_lahir is None:
        return list(calon)
    nama = [o for o in calon if not undangan.nama or agrees_on_name(o, undangan.nama)]
    lahir = {o for o in calon if undangan.tanggal_lahir is None or agrees_on_birth(o, undangan.tanggal_lahir)}
    penuh = [o for o in nama if o in lahir]
    if penuh or not undangan.nama or undangan.tanggal_lahir is None:
        return penuh
    return list(lahir.union(nama))
