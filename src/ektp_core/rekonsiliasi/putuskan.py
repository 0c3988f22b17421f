"""Where each invitation ends: the decision table, tried in order, with the evidence for its answer.

Works person by person, on what `kenali` and `keadaan` found. Counts nothing.
"""

from collections.abc import Sequence
from datetime import date

from attrs import frozen

from ektp_core.alamat import LEMBAR as LEMBAR_WILAYAH
from ektp_core.alamat import DaftarAlamat
from ektp_core.aturan import Aturan, Sumber, declare, ids, keputusan_proyek
from ektp_core.catatan import CATATAN_01, Catatan, read_catatan
from ektp_core.dobel import (
    DOBEL_01,
    DOBEL_02,
    DOBEL_04,
    keep_order,
    show_trait,
    strong_evidence,
    traits_of_penduduk,
    traits_of_undangan,
)
from ektp_core.kategori import Kategori
from ektp_core.kembalian import KEMBALI_01
from ektp_core.keputusan import Bukti, KeputusanUndangan
from ektp_core.mutasi import LEMBAR_MENINGGAL, LEMBAR_PINDAH
from ektp_core.penduduk import LEMBAR as LEMBAR_PENDUDUK
from ektp_core.rekonsiliasi.desa import NamaDesa
from ektp_core.rekonsiliasi.keadaan import deciding_row
from ektp_core.rekonsiliasi.orang import Orang, Surat
from ektp_core.tulisan import show_date
from ektp_core.undangan import LEMBAR as LEMBAR_UNDANGAN
from ektp_core.wajib import WAJIB_06, WAJIB_07, WAJIB_08, Domisili, evidence_of, rules_of

_PANGGILAN = "Permendagri 9/2011"


def _rule(nomor: int, teks: str, alasan: str) -> Aturan:
    return declare(
        f"UNDANGAN-{nomor:02d}", teks, keputusan_proyek(f"{alasan} ({_PANGGILAN}: pasal pengembalian belum ditemukan)")
    )


UNDANGAN_00 = _rule(
    0,
    "Baris tanpa identitas yang dapat dipakai adalah GALAT; disimpan dengan tempat dan sebabnya.",
    "tidak ada yang hilang",
)
UNDANGAN_01 = _rule(
    1,
    "Undangan adalah DOBEL bila undangan lain untuk orang yang sama dipakai.",
    "satu orang cukup satu surat panggilan",
)
UNDANGAN_02 = declare(
    "UNDANGAN-02",
    "MENINGGAL: kematian di register sampai tanggal acuan; atau, tanpa kematian di register, catatan desa menyebutnya.",
    Sumber(
        "UU 23/2006", "pasal 44: kematian dicatat berdasarkan laporan (perlu dicek); catatan desa: keputusan proyek"
    ),
)
UNDANGAN_03 = declare(
    "UNDANGAN-03",
    "PINDAH: pindah terakhir sampai tanggal acuan adalah keluar; atau, tanpa pindah di register, catatan desa menyebutnya.",
    Sumber("UU 23/2006", "pasal 15: pindah dengan surat keterangan (perlu dicek); catatan desa: keputusan proyek"),
)
UNDANGAN_04 = _rule(
    4,
    "TIDAK_TERDAFTAR: orangnya tidak ada di register mana pun di sini.",
    "yang tidak terdaftar di sini bukan wajib di sini",
)
UNDANGAN_05 = _rule(
    5, "BUKAN_WAJIB: terdaftar, tetapi tidak wajib pada tanggal acuan.", "alasannya ada dalam keputusan wajib"
)
UNDANGAN_06 = _rule(
    6,
    "ALAMAT_TIDAK_DIKETAHUI: catatan desa menyebutnya, atau desa/RW/RT undangan tidak ada di daftar alamat yang dikenal.",
    "alamat tidak mengeluarkan orang dari dasar wajib",
)
UNDANGAN_07 = _rule(7, "SAH: tidak satu pun dari yang di atas.", "urutan tabel keputusan")
UNDANGAN_08 = declare(
    "UNDANGAN-08",
    "PASTI BELUM: MENINGGAL dan PINDAH menurut catatan saja, ALAMAT_TIDAK_DIKETAHUI, dan yang wajibnya belum diketahui.",
    keputusan_proyek("kematian dan kepindahan memerlukan dokumen; yang belum pasti melebarkan batas cakupan"),
)

_KELUAR, _BELUM_DATANG, _KATEGORI_SAH = Domisili.KELUAR, Domisili.BELUM_DATANG, Kategori.SAH
_SAH = ids((UNDANGAN_07,))
_MENINGGAL = ids((UNDANGAN_02, WAJIB_06))
_MENINGGAL_CATATAN = ids((UNDANGAN_02, CATATAN_01))
_PINDAH = ids((UNDANGAN_03, WAJIB_07))
_PINDAH_CATATAN = ids((UNDANGAN_03, CATATAN_01))
_TIDAK_TERDAFTAR = ids((UNDANGAN_04,))
_BELUM_TIBA = ids((UNDANGAN_05, WAJIB_07))
_ALAMAT = ids((UNDANGAN_06,))
_ALAMAT_CATATAN = ids((UNDANGAN_06, CATATAN_01))


Putusan = tuple[Kategori, tuple[str, ...], tuple[Bukti, ...], bool]
"""Where a person's kept invitation ends, by which rules and evidence, and whether that is certain."""


@frozen
class CatatanDesa:
    """One note about a person: where it stands (an invitation, or a sweep list that came back), and what it says."""

    lembar: str
    baris: int
    kolom: str
    teks: str
    isi: Catatan
    sebab: str = ""

    def __str__(self) -> str:
        return f"{self.lembar} baris {self.baris} {self.teks!r}"


def notes_of(orang: Orang) -> list[CatatanDesa]:
    """The notes on a person's papers and on the lists that came back, as far as they say anything."""
    catatan: list[CatatanDesa] = []
    for s in orang.surat:
        u = s.undangan
        if u.keterangan:
            catatan.append(
                CatatanDesa(LEMBAR_UNDANGAN, u.baris, "KETERANGAN", u.keterangan, read_catatan(u.keterangan))
            )
    for k in orang.kembali:
        if k.isi.kategori or k.isi.ragu:
            catatan.append(CatatanDesa(k.lembar, k.baris, "TANDA", k.tertulis, k.isi, k.sebab))
    return catatan


def show_place(desa: str, rw: str, rt: str) -> str:
    """Where an invitation says that somebody lives, a part that it does not give as a dash."""
    return f"{desa} RW {rw or '-'} RT {rt or '-'}"


class Pemutus:
    """Decides the invitations of one person after another."""

    def __init__(self, on: date, alamat: DaftarAlamat | None, desa: NamaDesa) -> None:
        self._on = on
        self._alamat = alamat
        self._desa = desa

    def decide(self, orang: Orang, catatan: Sequence[CatatanDesa]) -> KeputusanUndangan:
        """Decide each of the person's papers, with the notes on them; gives the decision on the one that is kept."""
        match orang.surat:
            case [dipakai]:
                pass
            case semua:
                dipakai = min(semua, key=self._keep_order)
                for s in semua:
                    if s is not dipakai:
                        s.keputusan = self._double(s, dipakai)
        return self._kept(dipakai, self._decide_person(orang, dipakai, catatan))

    def _keep_order(self, s: Surat) -> tuple[object, ...]:
        return keep_order(s.undangan, sesuai=s.sesuai, alamat_dikenal=self._is_known(s))

    def _is_known(self, s: Surat) -> bool:
        u = s.undangan
        return self._alamat is None or self._alamat.knows(u.desa, u.rw, u.rt)

    def _kept(self, s: Surat, putusan: Putusan) -> KeputusanUndangan:
        orang, u = s.orang, s.undangan
        kategori, aturan, bukti, pasti = putusan
        keputusan = KeputusanUndangan(
            u,
            kategori,
            aturan + s.aturan if pasti else (*aturan, UNDANGAN_08.id, *s.aturan),
            bukti + s.bukti,
            s.nik_dipakai,
            "",
            pasti,
            orang.terekam,
            orang.utama.nama if orang.utama is not None else "",
            self._desa.show(u.desa or orang.desa),
            s.diperbaiki,
        )
        s.keputusan = keputusan
        return keputusan

    def _double(self, s: Surat, dipakai: Surat) -> KeputusanUndangan:
        u, kept = s.undangan, dipakai.undangan
        rujukan = f"{LEMBAR_UNDANGAN} baris {kept.baris}"
        bukti: tuple[Bukti, ...] = (
            Bukti(LEMBAR_UNDANGAN, u.baris, "NO_UNDANGAN", u.nomor, kept.nomor, rujukan),
            Bukti(LEMBAR_UNDANGAN, u.baris, "NIK", s.nik_dipakai, dipakai.nik_dipakai, rujukan),
        )
        aturan = (UNDANGAN_01.id, DOBEL_04.id, DOBEL_01.id)
        if s.nik_dipakai != dipakai.nik_dipakai:
            aturan = (UNDANGAN_01.id, DOBEL_04.id, DOBEL_02.id)
            bukti += _same_person(s, dipakai)
        return KeputusanUndangan(
            u,
            Kategori.DOBEL,
            aturan + s.aturan,
            bukti + s.bukti,
            s.nik_dipakai,
            kept.nomor,
            True,
            s.orang.terekam,
            s.orang.utama.nama if s.orang.utama is not None else "",
            self._desa.show(u.desa or s.orang.desa),
            s.diperbaiki,
            kept,
        )

    def _decide_person(self, orang: Orang, s: Surat, catatan: Sequence[CatatanDesa]) -> Putusan:
        oleh_catatan = {c.isi.putusan: c for c in reversed(catatan) if c.isi.putusan is not None} if catatan else {}
        if (mati := orang.mati_pada) is not None:
            tulis = f"meninggal {show_date(mati.tanggal, mati.tanggal_tertulis)}"
            return (
                Kategori.MENINGGAL,
                _MENINGGAL,
                (_registered(s, f"{LEMBAR_MENINGGAL} baris {mati.baris}", tulis),),
                True,
            )
        # An empty dict first: hashing a member of an enum is slow, and most people have no note.
        if oleh_catatan and Kategori.MENINGGAL in oleh_catatan and not orang.mati:
            return _by_note(Kategori.MENINGGAL, _MENINGGAL_CATATAN, oleh_catatan[Kategori.MENINGGAL])
        pindah = orang.pindah_penentu
        if orang.domisili is _KELUAR and pindah is not None:
            tulis = f"keluar {show_date(pindah.tanggal, pindah.tanggal_tertulis)}"
            return (Kategori.PINDAH, _PINDAH, (_registered(s, f"{LEMBAR_PINDAH} baris {pindah.baris}", tulis),), True)
        if oleh_catatan and Kategori.PINDAH in oleh_catatan and not orang.pindah:
            return _by_note(Kategori.PINDAH, _PINDAH_CATATAN, oleh_catatan[Kategori.PINDAH])
        if not orang.baris and not orang.terdaftar:
            bukti = Bukti(
                LEMBAR_UNDANGAN, s.undangan.baris, "NIK", s.nik_dipakai, "tidak ada di PENDUDUK, PINDAH, MENINGGAL"
            )
            return (Kategori.TIDAK_TERDAFTAR, _TIDAK_TERDAFTAR, (bukti,), True)
        if orang.domisili is _BELUM_DATANG and pindah is not None:
            kiri, kanan = f"DATANG {show_date(pindah.tanggal)}", f"per {show_date(self._on)}"
            bukti = Bukti(LEMBAR_PINDAH, pindah.baris, "TGL_PINDAH", kiri, kanan)
            return (Kategori.BUKAN_WAJIB, _BELUM_TIBA, (bukti,), True)
        wajib = orang.wajib
        if wajib is False:
            return self._not_wajib(orang)
        belum_tahu = () if wajib else ids((WAJIB_08,))
        if oleh_catatan and Kategori.ALAMAT_TIDAK_DIKETAHUI in oleh_catatan:
            return _by_note(
                Kategori.ALAMAT_TIDAK_DIKETAHUI,
                _ALAMAT_CATATAN + belum_tahu,
                oleh_catatan[Kategori.ALAMAT_TIDAK_DIKETAHUI],
            )
        u = s.undangan
        if self._alamat is not None and not self._alamat.knows(u.desa, u.rw, u.rt):
            tempat = show_place(u.desa, u.rw, u.rt)
            bukti = Bukti(LEMBAR_UNDANGAN, u.baris, "DESA/RW/RT", tempat, "tidak ada di daftar", LEMBAR_WILAYAH)
            return (Kategori.ALAMAT_TIDAK_DIKETAHUI, _ALAMAT + belum_tahu, (bukti,), False)
        return (_KATEGORI_SAH, _SAH + belum_tahu, () if s.bukti else _match(s), bool(wajib))

    def _not_wajib(self, orang: Orang) -> Putusan:
        baris = deciding_row(orang, self._on)
        aturan = (UNDANGAN_05.id, *rules_of(baris, orang.alasan, self._on))
        return (Kategori.BUKAN_WAJIB, aturan, evidence_of(baris, orang.alasan, self._on), True)


def _registered(s: Surat, rujukan: str, tulis: str) -> Bukti:
    return Bukti(LEMBAR_UNDANGAN, s.undangan.baris, "NIK", s.nik_dipakai, tulis, rujukan)


def _by_note(kategori: Kategori, aturan: tuple[str, ...], c: CatatanDesa) -> Putusan:
    if c.lembar != LEMBAR_UNDANGAN:
        aturan = (*aturan, KEMBALI_01.id)
    return (kategori, aturan, (Bukti(c.lembar, c.baris, c.kolom, c.teks, kategori.value),), False)


def _match(s: Surat) -> tuple[Bukti, ...]:
    p = s.orang.utama
    if p is None:
        # Known from the registers of events alone.
        for lembar, peristiwa in ((LEMBAR_MENINGGAL, s.orang.mati), (LEMBAR_PINDAH, s.orang.pindah)):
            for m in peristiwa:
                return (
                    Bukti(LEMBAR_UNDANGAN, s.undangan.baris, "NIK", s.nik_dipakai, m.nik, f"{lembar} baris {m.baris}"),
                )
        return ()
    return (
        Bukti(LEMBAR_UNDANGAN, s.undangan.baris, "NIK", s.nik_dipakai, p.nik, f"{LEMBAR_PENDUDUK} baris {p.baris}"),
    )


def _same_person(a: Surat, b: Surat) -> tuple[Bukti, ...]:
    """What makes two papers with different NIKs one person's: the fields that agree, with both values."""
    if a.orang.baris:
        semua = [traits_of_penduduk(p) for p in a.orang.baris]
        kiri = [c for c in semua if a.orang.full_form(c.nik) == a.nik_dipakai] or semua
        # The other paper's own row first; where the two are joined through a third, that one.
        kanan = sorted(semua, key=lambda c: a.orang.full_form(c.nik) != b.nik_dipakai)
    else:
        kiri, kanan = [traits_of_undangan(a.undangan)], [traits_of_undangan(b.undangan)]
    for x in kiri:
        for y in kanan:
            if x is not y and (sama := strong_evidence(x, y)):
                rujukan = f"{y.lembar} baris {y.baris}"
                return tuple(
                    Bukti(x.lembar, x.baris, kolom, show_trait(x, kolom), show_trait(y, kolom), rujukan)
                    for kolom in ("NAMA", *sama)
                )
    return ()
