"""Whose is it: every event, invitation and recording is led to a person, or becomes a `Galat`.

A damaged NIK is repaired only with its evidence. People who are not in the register are kept apart, each under a NIK.
"""

from collections.abc import Iterable, Sequence

from ektp_core.aturan import declare, keputusan_proyek
from ektp_core.dobel import iter_strong_pairs, traits_of_undangan
from ektp_core.galat import Galat
from ektp_core.keputusan import Bukti
from ektp_core.mutasi import LEMBAR_MENINGGAL, LEMBAR_PINDAH, Meninggal, Mutasi
from ektp_core.nik import HILANG, is_calendar_true, iter_near, mask_nik, mask_written_nik, sex_of
from ektp_core.penduduk import LEMBAR as LEMBAR_PENDUDUK
from ektp_core.penduduk import Penduduk
from ektp_core.perekaman import LEMBAR as LEMBAR_PEREKAMAN
from ektp_core.perekaman import Perekaman
from ektp_core.rekonsiliasi.orang import Orang, Surat, distinct, only
from ektp_core.rekonsiliasi.register import Register, agrees_on_birth, agrees_on_name, agrees_on_place
from ektp_core.tulisan import show_date
from ektp_core.undangan import LEMBAR as LEMBAR_UNDANGAN
from ektp_core.undangan import Undangan

NIK_07 = declare(
    "NIK-07",
    "NIK sel angka di UNDANGAN diperbaiki bila tepat satu penduduk cocok 15 angkanya serta nama atau tanggal lahirnya.",
    keputusan_proyek("angka ke-16 hilang; bukti kedua diperlukan sebelum menunjuk seseorang"),
)
NIK_08 = declare(
    "NIK-08",
    "Undangan tanpa NIK yang dapat dipakai dicari dengan nama dan tanggal lahir; hanya tepat satu penduduk yang diterima.",
    keputusan_proyek("lebih dari satu yang cocok berarti tidak tahu"),
)
NIK_09 = declare(
    "NIK-09",
    "NIK tak terdaftar menjadi milik penduduk yang satu-satunya cocok nama, tanggal lahir, jenis kelamin dan desa/RW/RT-nya.",
    keputusan_proyek(
        "semua bukti yang ada menunjuk satu orang; tetap diperiksa, dan perekaman di bawah NIK itu tidak dihitung"
    ),
)
NIK_10 = declare(
    "NIK-10",
    "NIK dapat dipakai bila 16 angka, dan ada di register atau benar kalender; selain itu barisnya GALAT.",
    keputusan_proyek("baris yang tidak menunjuk siapa pun tidak boleh dihitung untuk siapa pun"),
)
NIK_11 = declare(
    "NIK-11",
    "NIK sel angka di PEREKAMAN, PINDAH, MENINGGAL diperbaiki bila 15 angkanya milik satu penduduk; bila tidak, GALAT.",
    keputusan_proyek("lembar itu tidak memuat nama; 15 angka yang tunggal adalah satu-satunya bukti"),
)
NIK_12 = declare(
    "NIK-12",
    "NIK yang berbeda satu angka atau dua angka tertukar dari milik penduduk senama hanya diusulkan, tidak diperbaiki.",
    keputusan_proyek("orang yang lahir pada hari yang sama bernomor urut berdekatan"),
)


class Kenalan:
    """Everybody that the sheets speak of: residents, and people known only by a NIK elsewhere (`luar`)."""

    def __init__(self, register: Register) -> None:
        self.register = register
        self.luar: dict[str, Orang] = {}
        self.galat: list[Galat] = []
        self.surat: list[Surat] = []
        self.nik_lain: dict[str, Orang] = {}
        """NIKs of papers that were led to a resident by all other evidence: never counted for that resident."""

    @classmethod
    def of(
        cls,
        penduduk: Iterable[Penduduk],
        undangan: Sequence[Undangan] = (),
        perekaman: Sequence[Perekaman] = (),
        mutasi: Sequence[Mutasi] = (),
    ) -> "Kenalan":
        """Everybody that the rows of these sheets speak of, each row led to its person."""
        register = Register(penduduk)
        register.lend(find_lent(register.niks_to_lend(), undangan, perekaman, mutasi))
        kenalan = cls(register)
        kenalan.add_mutasi(mutasi)
        kenalan.add_undangan(undangan)
        kenalan.add_perekaman(perekaman)
        return kenalan

    @property
    def outsiders(self) -> list[Orang]:
        """The people who are no residents, once each."""
        return [o for o in self.luar.values() if o.wakil is None]

    def add_mutasi(self, mutasi: Iterable[Mutasi]) -> None:
        """Lead deaths and moves to people; a calendar-true NIK that is no resident's makes a person of its own."""
        for m in mutasi:
            lembar = LEMBAR_MENINGGAL if isinstance(m, Meninggal) else LEMBAR_PINDAH
            orang = self._find_event(m.nik, lembar, m.baris)
            if orang is None:
                continue
            if isinstance(m, Meninggal):
                orang.mati += (m,)
            else:
                orang.pindah += (m,)

    def add_perekaman(self, perekaman: Iterable[Perekaman]) -> None:
        """Lead recordings to people, as `add_mutasi`."""
        per_nik = self.register.per_nik
        for r in perekaman:
            orang = per_nik.get(r.nik)
            if orang is None or orang.wakil is not None:
                orang = self._find_event(r.nik, LEMBAR_PEREKAMAN, r.baris)
            if orang is not None:
                orang.rekam += (r,)

    def _find_event(self, nik: str, lembar: str, baris: int) -> Orang | None:
        if nik.endswith(HILANG):
            calon = self.register.find_15(nik)
            if (satu := only(calon)) is not None:
                return satu
            jumlah = (
                f"{len(calon)} penduduk memiliki 15 angka ini" if calon else "tidak ada penduduk dengan 15 angka ini"
            )
            self.galat.append(Galat(lembar, baris, "NIK", mask_nik(nik), f"NIK 16 angka sebagai teks ({jumlah})"))
            return None
        orang = self.register.find_nik(nik) or self._outsider(nik)
        if orang is None:
            self.galat.append(
                Galat(lembar, baris, "NIK", mask_nik(nik), f"NIK yang dapat dipakai ({self._why_unusable(nik)})")
            )
        return orang

    def _outsider(self, nik: str) -> Orang | None:
        ada = self.luar.get(nik)
        if ada is None and nik not in self.register.bersama and is_calendar_true(nik):
            ada = self.luar[nik] = Orang(nik)
        return None if ada is None else ada.root()

    def _why_unusable(self, nik: str) -> str:
        if nik in self.register.bersama:
            return f"dimiliki {len(self.register.bersama[nik])} baris PENDUDUK"
        return "tidak benar kalender dan tidak ada di PENDUDUK"

    def add_undangan(self, undangan: Sequence[Undangan]) -> None:
        """Lead invitations to people; after the events, so that their NIKs are known."""
        terdaftar = frozenset(self.luar)
        per_nik = self.register.per_nik
        self._find_other_niks(undangan, terdaftar)
        for u in undangan:
            nik = u.nik
            orang = per_nik.get(nik)
            if orang is not None:
                surat: Surat | None = Surat(u, orang, nik, sesuai=True)
            else:
                surat = self._lead(u, terdaftar)
            if surat is not None:
                self.surat.append(surat)
        self._join_outsiders()
        for surat in self.surat:
            orang = surat.orang
            if orang.wakil is not None:
                orang = surat.orang = orang.root()
            orang.surat += (surat,)

    def _is_usable(self, nik: str) -> bool:
        return bool(nik) and not nik.endswith(HILANG) and nik not in self.register.bersama and is_calendar_true(nik)

    def _find_other_niks(self, undangan: Sequence[Undangan], terdaftar: frozenset[str]) -> None:
        """NIKs in no register whose papers, by all other evidence, mean exactly one resident."""
        calon: dict[str, list[Orang]] = {}
        for u in undangan:
            if u.nik not in self.register.per_nik and u.nama and u.nik not in terdaftar and self._is_usable(u.nik):
                satu = only(self._all_evidence(u))
                calon.setdefault(u.nik, []).extend([] if satu is None else [satu])
        self.nik_lain = {nik: satu for nik, semua in calon.items() if (satu := only(distinct(semua))) is not None}

    def _all_evidence(self, u: Undangan) -> list[Orang]:
        kelamin = sex_of(u.nik)
        return [
            o
            for o in self.register.find_nama_lahir(u.nama, u.tanggal_lahir)
            if agrees_on_place(o, u) and any((p.jenis_kelamin or sex_of(p.nik)) == kelamin for p in o.baris)
        ]

    def _lead(self, u: Undangan, terdaftar: frozenset[str]) -> Surat | None:
        if self._is_usable(u.nik):
            if u.nik in terdaftar:
                return Surat(u, self.luar[u.nik], u.nik, sesuai=True)
            if u.nik in self.nik_lain:
                orang_lain = self.nik_lain[u.nik]
                return self._repaired(u, orang_lain, NIK_09.id, orang_lain.nik)
            orang = self._outsider(u.nik)
            return None if orang is None else Surat(u, orang, u.nik, sesuai=False)
        satu = only(self._by_15(u))
        if satu is not None:
            return self._repaired(u, satu, NIK_07.id, satu.full_form(u.nik))
        calon = self.register.find_nama_lahir(u.nama, u.tanggal_lahir)
        satu = only(calon)
        if satu is not None:
            return self._repaired(u, satu, NIK_08.id, satu.nik)
        self._refuse(u, calon)
        return None

    def _by_15(self, u: Undangan) -> list[Orang]:
        if not u.nik.endswith(HILANG):
            return []
        return [
            o for o in self.register.find_15(u.nik) if agrees_on_name(o, u.nama) or agrees_on_birth(o, u.tanggal_lahir)
        ]

    def _repaired(self, u: Undangan, orang: Orang, aturan: str, nik: str) -> Surat:
        surat = Surat(u, orang, nik, sesuai=False)
        surat.aturan = (aturan,)
        surat.bukti = self._repair_evidence(u, orang, nik)
        return surat

    def _repair_evidence(self, u: Undangan, orang: Orang, nik: str) -> tuple[Bukti, ...]:
        p = orang.utama
        if p is None:
            return ()
        rujukan = f"{LEMBAR_PENDUDUK} baris {p.baris}"
        bukti = [Bukti(LEMBAR_UNDANGAN, u.baris, "NIK", u.nik_tertulis or u.nik, nik, rujukan)]
        if agrees_on_name(orang, u.nama):
            bukti.append(Bukti(LEMBAR_UNDANGAN, u.baris, "NAMA", u.nama, p.nama, rujukan))
        if agrees_on_birth(orang, u.tanggal_lahir):
            bukti.append(
                Bukti(
                    LEMBAR_UNDANGAN,
                    u.baris,
                    "TGL_LAHIR",
                    show_date(u.tanggal_lahir),
                    show_date(p.tanggal_lahir),
                    rujukan,
                )
            )
        if agrees_on_place(orang, u):
            kiri, kanan = (f"{x.desa} RW {x.rw} RT {x.rt}" for x in (u, p))
            bukti.append(Bukti(LEMBAR_UNDANGAN, u.baris, "DESA/RW/RT", kiri, kanan, rujukan))
        return tuple(bukti)

    def _refuse(self, u: Undangan, calon: list[Orang]) -> None:
        usul = ""
        if calon:
            usul = f"{len(calon)} penduduk bernama dan bertanggal lahir sama: " + ", ".join(
                sorted(mask_nik(o.nik) for o in calon)[:3]
            )
        elif u.nik.endswith(HILANG) and (mirip := self.register.find_15(u.nik)):
            usul = f"{len(mirip)} penduduk memiliki 15 angka ini"
        elif mirip := self.proposals(u):
            usul = "mungkin penduduk senama dengan NIK " + ", ".join(mask_nik(o.nik) for o in mirip[:3])
        if not u.nik:
            sebab = "NIK 16 angka sebagai teks"
        elif u.nik.endswith(HILANG):
            sebab = "NIK 16 angka sebagai teks; sel angka kehilangan angka ke-16"
        else:
            sebab = f"NIK yang dapat dipakai ({self._why_unusable(u.nik)})"
        tulis = mask_written_nik(u.nik_tertulis or u.nik)
        self.galat.append(
            Galat(LEMBAR_UNDANGAN, u.baris, "NIK", tulis, f"{sebab}, atau nama dan tanggal lahir satu penduduk", usul)
        )

    def _join_outsiders(self) -> None:
        """People who are in no register here, under two NIKs, are one by the same strong evidence."""
        per_pribadi: dict[object, list[Surat]] = {}
        for s in self.surat:
            if not s.orang.baris and s.undangan.alamat:
                per_pribadi.setdefault(traits_of_undangan(s.undangan).pribadi, []).append(s)
        pasangan = [
            (surat[i].orang, surat[j].orang)
            for surat in per_pribadi.values()
            for i, j in iter_strong_pairs([traits_of_undangan(s.undangan) for s in surat])
        ]
        self.register.join(pasangan)
        for orang in self.outsiders:
            orang.nik = min(orang.niks)

    def proposals(self, u: Undangan) -> list[Orang]:
        """Residents whom an unregistered invitation may mean: same name and birth date, or same name and a near NIK."""
        usul = {id(o): o for o in self.register.find_nama_lahir(u.nama, u.tanggal_lahir)}
        for nik in iter_near(u.nik):
            orang = self.register.find_nik(nik)
            if orang is not None and agrees_on_name(orang, u.nama):
                usul[id(orang)] = orang
        return sorted(usul.values(), key=lambda o: o.nik)


def find_lent(
    dicari: frozenset[str], undangan: Iterable[Undangan], perekaman: Iterable[Perekaman], mutasi: Iterable[Mutasi]
) -> list[tuple[str, Undangan | None]]:
    """Where the NIKs that are sought stand in other sheets, each with its invitation where it stands in one."""
    if not dicari:
        return []
    niks = (*(r.nik for r in perekaman if r.nik in dicari), *(m.nik for m in mutasi if m.nik in dicari))
    return [*((u.nik, u) for u in undangan if u.nik in dicari), *((nik, None) for nik in niks)]
