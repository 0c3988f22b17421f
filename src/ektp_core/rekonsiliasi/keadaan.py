"""Where a person stands at the reference date: alive, here, wajib, recorded; with what contradicts itself.

One person at a time; no figure is counted here.
"""

from datetime import date
from operator import attrgetter

from ektp_core.dobel import DOBEL_01
from ektp_core.keputusan import Alasan
from ektp_core.mutasi import LEMBAR_MENINGGAL, LEMBAR_PINDAH
from ektp_core.nik import NIK_04, is_calendar_true, parse_nik
from ektp_core.penduduk import Penduduk, StatusKawin
from ektp_core.rekonsiliasi.orang import Orang, particulars
from ektp_core.rekonsiliasi.perhatian import Jenis, Perhatian
from ektp_core.rekonsiliasi.terekam import REKAM_02, REKAM_03, REKAM_04, StatusRekam, recorded_at
from ektp_core.tulisan import show_date
from ektp_core.wajib import WAJIB_06, WAJIB_07, WAJIB_08, Domisili, death_at, domicile_at, ground_of, wajib_by

_BELUM_DIKETAHUI, _DI_SINI, _BELUM_KAWIN = Alasan.BELUM_DIKETAHUI, Domisili.DI_SINI, StatusKawin.BELUM
_TETAP = (Domisili.DI_SINI, None)
_is_plain = attrgetter("biasa")
_URUTAN_ALASAN = (Alasan.UMUR, Alasan.KAWIN, Alasan.BELUM_17, Alasan.TANPA_ITAP, Alasan.BELUM_DIKETAHUI)
_KOLOM = (
    "NIK NAMA TGL_LAHIR JENIS_KELAMIN STATUS_KAWIN TGL_KAWIN KEWARGANEGARAAN ITAP_SAMPAI NO_KK NAMA_IBU "
    "ALAMAT RT RW DESA"
).split()

SEL_TIDAK_TERBACA = Jenis("SEL_TIDAK_TERBACA", WAJIB_08.id, "perbaiki isi sel; untuk keputusan ia dianggap kosong")
HANYA_MUTASI = Jenis(
    "HANYA_MUTASI", WAJIB_08.id, "ada di PINDAH atau MENINGGAL tetapi tidak di PENDUDUK; lengkapi registernya"
)
ARAH_TIDAK_DIKENAL = Jenis("ARAH_TIDAK_DIKENAL", WAJIB_07.id, "tulis KELUAR atau DATANG; lihat surat pindahnya")
NIK_TANGGAL = Jenis("NIK_TANGGAL", NIK_04.id, "cocokkan tanggal lahir dengan akta atau KK; NIK tidak diubah")
NIK_KELAMIN = Jenis("NIK_KELAMIN", NIK_04.id, "cocokkan jenis kelamin dengan akta atau KK; NIK tidak diubah")
PENDUDUK_BEDA = Jenis("PENDUDUK_BEDA", DOBEL_01.id, "satu NIK ditulis berbeda; perbaiki baris yang keliru")
LAHIR_TIDAK_TERBACA = Jenis("LAHIR_TIDAK_TERBACA", WAJIB_08.id, "isi tanggal lahir dari akta atau KK")
WAJIB_TIDAK_DIKETAHUI = Jenis("WAJIB_TIDAK_DIKETAHUI", WAJIB_08.id, "lengkapi status kawin, kewarganegaraan atau ITAP")
KAWIN_BERTENTANGAN = Jenis(
    "KAWIN_BERTENTANGAN", WAJIB_08.id, "status belum kawin tetapi ada tanggal kawin; periksa akta"
)
MENINGGAL_TANPA_TANGGAL = Jenis(
    "MENINGGAL_TANPA_TANGGAL", WAJIB_06.id, "isi tanggal meninggal dari akta; dianggap pada tanggal acuan"
)
PINDAH_TANPA_TANGGAL = Jenis(
    "PINDAH_TANPA_TANGGAL", WAJIB_07.id, "isi tanggal pindah dari surat; dianggap pada tanggal acuan"
)
REKAM_SETELAH_MENINGGAL = Jenis(
    "REKAM_SETELAH_MENINGGAL", WAJIB_06.id, "periksa akta kematian dan buku perekaman; salah satunya keliru"
)
PINDAH_TAPI_TEREKAM = Jenis(
    "PINDAH_TAPI_TEREKAM", WAJIB_07.id, "periksa surat pindah dan buku perekaman; salah satunya keliru"
)
REKAM_DIBATALKAN = Jenis("REKAM_DIBATALKAN", REKAM_02.id, "panggil kembali untuk merekam ulang")
REKAM_GANDA = Jenis("REKAM_GANDA", REKAM_03.id, "selesaikan di Dukcapil; tetap dihitung terekam")
STATUS_TIDAK_DIKENAL = Jenis("STATUS_TIDAK_DIKENAL", REKAM_04.id, "tulis kata status SIAK; dihitung sebagai terekam")


def determine(orang: Orang, on: date) -> tuple[int, StatusRekam]:
    """Find the person's state at the date; gives the number of rows that are wajib by themselves, and the recording."""
    match orang.baris:
        case [satu]:
            orang.alasan = ground_of(satu, on)
            wajib_baris = 1 if wajib_by(orang.alasan) else 0
        case semua:
            alasan = [ground_of(p, on) for p in semua]
            wajib_baris = sum(1 for a in alasan if wajib_by(a))
            orang.alasan = min(alasan, key=_URUTAN_ALASAN.index, default=_BELUM_DIKETAHUI)
    orang.wajib = wajib_by(orang.alasan)
    orang.mati_pada = death_at(orang.mati, on) if orang.mati else None
    orang.domisili, orang.pindah_penentu = domicile_at(orang.pindah, on) if orang.pindah else _TETAP
    rekam = recorded_at(orang.rekam, on)
    orang.terekam = rekam.terekam
    orang.dasar = bool(wajib_baris) and orang.mati_pada is None and orang.domisili is _DI_SINI
    return wajib_baris, rekam


def deciding_row(orang: Orang, on: date) -> Penduduk:
    """The row of a resident that gave the ground: of those that say so, one with a birth date, then the first in text order."""
    sama = [p for p in orang.baris if ground_of(p, on) is orang.alasan]
    return min(sama, key=lambda p: (p.tanggal_lahir is None, particulars(p)))


class Pemeriksa:
    """Looks at each person for what contradicts itself, and enters it with both sides."""

    def __init__(self, perhatian: Perhatian, on: date) -> None:
        self._perhatian = perhatian
        self._on = on

    def _add(self, jenis: Jenis, orang: Orang, kiri: str, kanan: str) -> None:
        self._perhatian.add(jenis, orang.nik, orang.nama, orang.desa, kiri, kanan)

    def check(self, orang: Orang, rekam: StatusRekam) -> None:
        """Enter every contradiction of one person's rows, events and recordings."""
        for p in orang.baris:
            if not p.nik_cocok:
                self._check_nik(orang, p)
            if p.tak_terbaca:
                self._add(SEL_TIDAK_TERBACA, orang, f"PENDUDUK baris {p.baris}", p.tak_terbaca)
            if p.tanggal_kawin is not None and p.status_kawin is _BELUM_KAWIN:
                self._add(KAWIN_BERTENTANGAN, orang, p.status_kawin.value, f"kawin {show_date(p.tanggal_kawin)}")
        if len(orang.baris) > 1:
            self._check_rows(orang)
        if orang.alasan is _BELUM_DIKETAHUI and orang.baris:
            self._check_unknown(orang)
        peristiwa = orang.mati or orang.pindah
        if peristiwa:
            self._check_events(orang)
            if not orang.baris and orang.surat and orang.mati_pada is None and orang.domisili is Domisili.DI_SINI:
                self._add(HANYA_MUTASI, orang, "UNDANGAN", "tidak ada di PENDUDUK")
        if orang.rekam and (peristiwa or not all(map(_is_plain, orang.rekam))):
            self._check_recordings(orang, rekam)

    def _check_nik(self, orang: Orang, p: Penduduk) -> None:
        if not is_calendar_true(p.nik):
            if p.tanggal_lahir is not None:
                self._add(
                    NIK_TANGGAL, orang, f"NIK {p.nik} tidak benar kalender", f"lahir {show_date(p.tanggal_lahir)}"
                )
            return
        isi = parse_nik(p.nik, on=self._on, lahir=p.tanggal_lahir)
        if p.tanggal_lahir is not None and p.tanggal_lahir != isi.tanggal_lahir:
            self._add(
                NIK_TANGGAL, orang, f"NIK: {show_date(isi.tanggal_lahir)}", f"terdaftar: {show_date(p.tanggal_lahir)}"
            )
        if p.jenis_kelamin is not None and p.jenis_kelamin != isi.jenis_kelamin:
            self._add(NIK_KELAMIN, orang, f"NIK: {isi.jenis_kelamin}", f"terdaftar: {p.jenis_kelamin}")

    def _check_rows(self, orang: Orang) -> None:
        acuan = particulars(orang.utama or orang.baris[0])
        for p in orang.baris:
            beda = [
                (kolom, a, b)
                for kolom, a, b in zip(_KOLOM, acuan, particulars(p), strict=True)
                if a != b and kolom != "NIK"
            ]
            if beda:
                kiri = "; ".join(f"{kolom} {a or '(kosong)'}" for kolom, a, _ in beda)
                kanan = "; ".join(f"{kolom} {b or '(kosong)'}" for kolom, _, b in beda)
                self._add(PENDUDUK_BEDA, orang, kiri, kanan)

    def _check_unknown(self, orang: Orang) -> None:
        p = deciding_row(orang, self._on)
        if p.tanggal_lahir is not None:
            kiri = f"{p.status_kawin.value} / {p.kewarganegaraan.value} / ITAP {show_date(p.itap_sampai) or '-'}"
            self._add(WAJIB_TIDAK_DIKETAHUI, orang, kiri, f"lahir {show_date(p.tanggal_lahir)}")
            return
        usul = ""
        if is_calendar_true(p.nik):
            usul = f"NIK: {show_date(parse_nik(p.nik, on=self._on).tanggal_lahir)}"
        self._add(LAHIR_TIDAK_TERBACA, orang, p.tanggal_lahir_tertulis or "(kosong)", usul)

    def _check_events(self, orang: Orang) -> None:
        acuan = f"dianggap {show_date(self._on)}"
        for m in orang.mati:
            if m.tanggal is None:
                self._add(
                    MENINGGAL_TANPA_TANGGAL, orang, f"{LEMBAR_MENINGGAL} baris {m.baris} {m.tanggal_tertulis!r}", acuan
                )
        for k in orang.pindah:
            tempat = f"{LEMBAR_PINDAH} baris {k.baris}"
            if k.arah_tertulis:
                self._add(ARAH_TIDAK_DIKENAL, orang, f"{tempat} {k.arah_tertulis!r}", f"dianggap {k.arah.value}")
            if k.tanggal is None:
                self._add(PINDAH_TANPA_TANGGAL, orang, f"{tempat} {k.tanggal_tertulis!r}", acuan)

    def _check_recordings(self, orang: Orang, rekam: StatusRekam) -> None:
        sampai = [r for r in orang.rekam if r.tanggal <= self._on]
        mati = min((m.tanggal for m in orang.mati if m.tanggal), default=None)
        # What contradicts a death or a move does so whatever the reference date.
        akhir = max((r for r in orang.rekam if r.berhasil), key=lambda r: r.tanggal, default=None)
        if akhir is not None and mati is not None and akhir.tanggal > mati:
            self._add(
                REKAM_SETELAH_MENINGGAL, orang, f"meninggal {show_date(mati)}", f"terekam {show_date(akhir.tanggal)}"
            )
        if orang.domisili is Domisili.KELUAR and akhir is not None:
            di_mana, pindah = domicile_at(orang.pindah, akhir.tanggal)
            keluar = pindah.tanggal if pindah is not None and di_mana is Domisili.KELUAR else None
            if keluar is not None and akhir.tanggal > keluar:
                self._add(
                    PINDAH_TAPI_TEREKAM, orang, f"pindah {show_date(keluar)}", f"terekam {show_date(akhir.tanggal)}"
                )
        for status in {r.status for r in sampai if not r.dikenal}:
            self._add(STATUS_TIDAK_DIKENAL, orang, status, "dianggap tanpa kata status")
        penentu = rekam.penentu
        if penentu is None:
            return
        if rekam.dibatalkan is not None:
            kiri = f"{show_date(rekam.dibatalkan.tanggal)} {rekam.dibatalkan.status or 'terekam'}"
            self._add(REKAM_DIBATALKAN, orang, kiri, f"{show_date(penentu.tanggal)} {penentu.status}")
        if penentu.berhasil and penentu.perlu_periksa:
            self._add(REKAM_GANDA, orang, f"{show_date(penentu.tanggal)} {penentu.status}", "dihitung terekam")
