"""One run, after everybody is known: once over the people, gathering what `Hasil` holds.

Each person is decided by the modules beside this one; here is only the order of the steps.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

from ektp_core.alamat import LEMBAR as LEMBAR_WILAYAH
from ektp_core.alamat import DaftarAlamat, Lingkungan
from ektp_core.cakupan import Cakupan
from ektp_core.galat import Galat
from ektp_core.kategori import Kategori
from ektp_core.keputusan import Alasan, KeputusanUndangan
from ektp_core.mutasi import LEMBAR_MENINGGAL, LEMBAR_PINDAH
from ektp_core.penduduk import LEMBAR as LEMBAR_PENDUDUK
from ektp_core.penduduk import Penduduk
from ektp_core.perekaman import LEMBAR as LEMBAR_PEREKAMAN
from ektp_core.rekonsiliasi.desa import NamaDesa
from ektp_core.rekonsiliasi.dugaan import find_guesses
from ektp_core.rekonsiliasi.hasil import AngkaWajib, BelumTerekam, Hasil, TerekamLuarDasar
from ektp_core.rekonsiliasi.hitung import Pengurang, balance, count_listed, recap_desa
from ektp_core.rekonsiliasi.keadaan import STATUS_TIDAK_DIKENAL, Pemeriksa, determine
from ektp_core.rekonsiliasi.kembali import LembarKembali, check_returned, messages_about_returned
from ektp_core.rekonsiliasi.kenali import Kenalan
from ektp_core.rekonsiliasi.orang import Orang
from ektp_core.rekonsiliasi.perhatian import Perhatian
from ektp_core.rekonsiliasi.pertentangan import check_identity, check_notes, check_register
from ektp_core.rekonsiliasi.pesan import messages
from ektp_core.rekonsiliasi.putuskan import Pemutus, notes_of
from ektp_core.rekonsiliasi.register import Register
from ektp_core.undangan import LEMBAR as LEMBAR_UNDANGAN
from ektp_core.wajib import Domisili

_URUTAN_LEMBAR = {
    lembar: i
    for i, lembar in enumerate(
        (LEMBAR_PENDUDUK, LEMBAR_UNDANGAN, LEMBAR_PEREKAMAN, LEMBAR_PINDAH, LEMBAR_MENINGGAL, LEMBAR_WILAYAH)
    )
}


class Jalannya:
    """One run, after everybody is known: goes once over the people and gathers what `Hasil` holds."""

    def __init__(
        self,
        register: Register,
        kenalan: Kenalan,
        wilayah: Sequence[Lingkungan] | None,
        on: date,
        kembali: LembarKembali,
        desa: NamaDesa | None = None,
    ) -> None:
        self._register = register
        self._kenalan = kenalan
        self._kembali = kembali
        self._wilayah = wilayah
        self._on = on
        self._desa_penduduk = Counter(p.desa for o in register.orang for p in o.baris)
        self._desa_undangan = Counter(s.undangan.desa for s in kenalan.surat)
        # A part of a larger run shows each desa by the name that it has in the whole.
        self._desa = desa or NamaDesa(Counter(x.desa for x in wilayah or ()), self._desa_penduduk, self._desa_undangan)
        self._perhatian = Perhatian(self._desa)
        self._pemeriksa = Pemeriksa(self._perhatian, on)
        self._pemutus = Pemutus(on, DaftarAlamat(wilayah) if wilayah else None, self._desa)
        self._pengurang = Pengurang()
        self._belum: list[BelumTerekam] = []
        self._luar_dasar: list[TerekamLuarDasar] = []
        self._harian: Counter[date] = Counter()
        self._dasar: list[Orang] = []
        self._penerima = self._diundang_belum = self._belum_pasti = self._belum_diketahui = 0

    def _visit(self, orang: Orang) -> None:
        wajib_baris, rekam = determine(orang, self._on)
        if wajib_baris:
            self._pengurang.add(orang, wajib_baris)
        self._pemeriksa.check(orang, rekam)
        dipakai = self._decide(orang) if orang.surat else None
        if orang.kembali:
            if not orang.surat:
                check_notes(self._perhatian, orang, notes_of(orang))
            check_returned(self._perhatian, orang)
        if orang.dasar:
            self._dasar.append(orang)
            if rekam.sejak is not None:
                self._harian[rekam.sejak] += 1
            else:
                self._not_recorded(orang, dipakai)
        else:
            if _is_unknown(orang):
                self._belum_diketahui += 1
            if orang.rekam:
                self._outside(orang)

    def _decide(self, orang: Orang) -> KeputusanUndangan:
        self._penerima += 1
        catatan = notes_of(orang)
        dipakai = self._pemutus.decide(orang, catatan)
        if catatan:
            check_notes(self._perhatian, orang, catatan)
        check_identity(self._perhatian, self._kenalan, orang)
        return dipakai

    def _not_recorded(self, orang: Orang, dipakai: KeputusanUndangan | None) -> None:
        if orang.utama is None:
            return
        catatan = _written_notes(orang)
        self._belum.append(BelumTerekam(orang.utama, orang.nik, self._desa.show(orang.desa), dipakai, catatan))
        if dipakai is not None:
            self._diundang_belum += 1
            self._belum_pasti += not dipakai.pasti

    def _outside(self, orang: Orang) -> None:
        if orang.mati_pada is not None:
            sebab = Kategori.MENINGGAL.value
        elif orang.domisili is Domisili.KELUAR:
            sebab = Kategori.PINDAH.value
        elif not orang.terdaftar:
            sebab = Kategori.TIDAK_TERDAFTAR.value
        elif orang.domisili is Domisili.BELUM_DATANG:
            sebab = Domisili.BELUM_DATANG.value
        else:
            sebab = orang.alasan.value
        for r in orang.rekam:
            if r.tanggal <= self._on:
                nik = orang.full_form(r.nik)
                self._luar_dasar.append(TerekamLuarDasar(nik, r.tanggal, r.status, sebab))

    def finish(
        self,
        penduduk: Sequence[Penduduk],
        dibaca: Mapping[str, int],
        galat: Sequence[Galat],
        pagu: int | None,
        jumlah_wilayah: int,
    ) -> Hasil:
        """Decide everybody and put the figures together."""
        for orang in self._register.orang:
            self._visit(orang)
        for orang in self._kenalan.outsiders:
            self._visit(orang)
        check_register(self._perhatian, self._register, self._kenalan)
        self._kembali.check_held(self._perhatian)
        per_lembar = Counter(g.lembar for g in galat)
        keputusan = tuple(s.keputusan for s in self._kenalan.surat)
        desa = recap_desa(self._dasar, self._desa)
        dugaan = find_guesses(self._kenalan)
        kembali = self._kembali.count_used()
        neto, terekam = len(self._dasar), sum(self._harian.values())
        daftar = count_listed(penduduk, self._on)
        self._belum.sort(key=lambda b: (b.desa, b.penduduk.rw, b.penduduk.rt, b.penduduk.nama, b.nik))
        neraca = balance(
            dibaca=dibaca,
            dipakai={**self._count_used(jumlah_wilayah), **kembali},
            galat=per_lembar,
            daftar=daftar,
            pengurang=self._pengurang,
            neto=neto,
            terekam=terekam,
            keputusan=keputusan,
            penerima=self._penerima,
            belum=self._belum,
            diundang_belum=self._diundang_belum,
            desa=desa,
        )
        kembalian = self._kembali.finish(self._desa)
        dibaca_kembali = {lembar: n for lembar, n in dibaca.items() if lembar not in _URUTAN_LEMBAR}
        return Hasil(
            on=self._on,
            dibaca=dibaca,
            galat=tuple(sorted(galat, key=_galat_order)),
            keputusan=keputusan,
            wajib=AngkaWajib(pagu, daftar, neto, self._belum_pasti, self._belum_diketahui),
            terekam=terekam,
            cakupan=Cakupan.of(terekam=terekam, pagu=pagu, daftar=daftar, neto=neto, belum_pasti=self._belum_pasti),
            desa=desa,
            belum=tuple(self._belum),
            luar_dasar=tuple(sorted(self._luar_dasar, key=lambda t: (t.sebab, t.nik, t.tanggal, t.status))),
            dugaan=dugaan.dugaan,
            perlu_dilihat=self._perhatian.sorted(),
            neraca=neraca,
            perekaman_harian=tuple(sorted(self._harian.items())),
            pesan=(
                *messages_about_returned(dibaca_kembali, kembalian, self._belum, per_lembar),
                *messages(
                    galat,
                    self._wilayah,
                    dugaan.terbatas,
                    len(self._register.terlalu_besar),
                    self._desa_penduduk,
                    self._desa_undangan,
                    self._perhatian.count(STATUS_TIDAK_DIKENAL),
                ),
            ),
            kembalian=kembalian,
        )

    def _count_used(self, jumlah_wilayah: int) -> dict[str, int]:
        """The rows that ended at somebody: counted at the people, not at the lists."""
        penduduk = undangan = perekaman = pindah = meninggal = 0
        for o in (*self._register.orang, *self._kenalan.outsiders):
            penduduk += len(o.baris)
            undangan += len(o.surat)
            perekaman += len(o.rekam)
            pindah += len(o.pindah)
            meninggal += len(o.mati)
        return {
            LEMBAR_PENDUDUK: penduduk,
            LEMBAR_UNDANGAN: undangan,
            LEMBAR_PEREKAMAN: perekaman,
            LEMBAR_PINDAH: pindah,
            LEMBAR_MENINGGAL: meninggal,
            LEMBAR_WILAYAH: jumlah_wilayah,
        }


def _written_notes(orang: Orang) -> tuple[str, ...]:
    semua = [*(s.undangan.keterangan for s in orang.surat), *(k.tertulis for k in orang.kembali)]
    return tuple(dict.fromkeys(filter(None, semua)))


def _galat_order(g: Galat) -> tuple[int, str, int]:
    return _URUTAN_LEMBAR.get(g.lembar, len(_URUTAN_LEMBAR)), g.lembar, g.baris


def _is_unknown(orang: Orang) -> bool:
    return (
        bool(orang.baris)
        and orang.alasan is Alasan.BELUM_DIKETAHUI
        and orang.mati_pada is None
        and orang.domisili is Domisili.DI_SINI
    )
