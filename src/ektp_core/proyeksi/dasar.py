"""The wajib base at a coming date, from what the registers already know; what they cannot know yet is named, not guessed.

Turning 17, a dated marriage, a dated move or death, and the end of an ITAP are known. Each person is decided as
`reconcile` decides at a date; the same person under two rows or two NIKs is one here too.
"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum

from attrs import evolve, frozen

from ektp_core.aturan import check_reference_date, declare, keputusan_proyek
from ektp_core.galat import EktpError
from ektp_core.keputusan import Alasan
from ektp_core.mutasi import Mutasi
from ektp_core.penduduk import Penduduk
from ektp_core.perekaman import Perekaman
from ektp_core.rekonsiliasi.keadaan import determine
from ektp_core.rekonsiliasi.kenali import Kenalan
from ektp_core.rekonsiliasi.orang import Orang
from ektp_core.tanggal import USIA_WAJIB, add_years
from ektp_core.tulisan import show_date
from ektp_core.undangan import Undangan
from ektp_core.wajib import Domisili

PROYEKSI_09 = declare(
    "PROYEKSI-09",
    "Dasar pada tanggal target adalah dasar pada tanggal acuan ditambah dan dikurangi peristiwa yang sudah diketahui register; "
    "yang belum diketahui disebut, tidak ditaksir.",
    keputusan_proyek(
        "kematian, kepindahan dan perkawinan yang akan datang tanpa catatan tidak dapat dihitung orang per orang"
    ),
)

BELUM_DAPAT_DIKETAHUI = (
    "kematian, kepindahan dan kedatangan sesudah tanggal acuan yang belum dicatat",
    "perkawinan di bawah 17 tahun yang belum dicatat",
    "perpanjangan atau penerbitan ITAP",
)
"""What no register can tell at the reference date, and what the base at the target therefore leaves out."""


class Perubahan(StrEnum):
    """What takes somebody into the base or out of it between two dates.

    >>> Perubahan.GENAP_17.masuk, Perubahan.MENINGGAL.masuk
    (True, False)
    """

    GENAP_17 = "GENAP 17 TAHUN"
    KAWIN = "KAWIN"
    DATANG = "DATANG"
    MENINGGAL = "MENINGGAL"
    PINDAH = "PINDAH"
    ITAP_HABIS = "ITAP HABIS"

    @property
    def masuk(self) -> bool:
        """Whether it takes somebody in."""
        return self in (Perubahan.GENAP_17, Perubahan.KAWIN, Perubahan.DATANG)


@frozen
class PerubahanDasar:
    """One person who comes into the base or leaves it, by what, and on which day."""

    perubahan: Perubahan
    tanggal: date
    nik: str
    nama: str
    desa: str
    terekam: bool


@frozen
class DasarTarget:
    """The base at the reference date and at the target, with everybody who comes or leaves between them.

    `sisa_kini` and `sisa_nanti` are the people of each base who are not recorded at the reference date; `belum_diketahui`
    counts those who are outside the base at the target because whether they are wajib is not known.
    """

    on: date
    target: date
    kini: int
    nanti: int
    sisa_kini: int
    sisa_nanti: int
    belum_diketahui: int
    perubahan: tuple[PerubahanDasar, ...]

    @property
    def jumlah(self) -> Mapping[Perubahan, int]:
        """How many people come or leave, by each kind of change."""
        banyak = Counter(p.perubahan for p in self.perubahan)
        return {jenis: banyak[jenis] for jenis in Perubahan}

    @property
    def seimbang(self) -> bool:
        """Whether the base now, with those who come and without those who leave, is the base at the target."""
        return self.kini + sum(1 if p.perubahan.masuk else -1 for p in self.perubahan) == self.nanti


def project_base(
    *,
    penduduk: Sequence[Penduduk],
    undangan: Sequence[Undangan] = (),
    perekaman: Sequence[Perekaman] = (),
    mutasi: Sequence[Mutasi] = (),
    on: date,
    target: date,
) -> DasarTarget:
    """The wajib base at `target`, as the registers know it at `on`; recordings after `on` are not looked at.

    A death or move without a readable date counts as dated `on`, as in `reconcile`. At `target == on` it is the present.
    Raises `EktpError` for a target before `on` and for dates before UU 23/2006.

    >>> budi = Penduduk("3313110109950001", "Budi", date(1995, 9, 1))
    >>> d = project_base(penduduk=[budi], on=date(2012, 8, 28), target=date(2012, 9, 30))
    >>> d.kini, d.nanti, d.perubahan[0].perubahan.value, d.perubahan[0].tanggal
    (0, 1, 'GENAP 17 TAHUN', datetime.date(2012, 9, 1))
    """
    check_reference_date(on)
    if target < on:
        raise EktpError(f"target {show_date(target)} sebelum tanggal acuan {show_date(on)}")
    bertanggal = [m if m.tanggal is not None else evolve(m, tanggal=on) for m in mutasi]
    kenalan = Kenalan.of(penduduk, undangan, perekaman, bertanggal)
    kini = nanti = sisa_kini = sisa_nanti = belum_diketahui = 0
    perubahan: list[PerubahanDasar] = []
    for orang in kenalan.register.orang:
        _, rekam = determine(orang, on)
        dulu, terekam = orang.dasar, rekam.terekam
        determine(orang, target)
        kini += dulu
        nanti += orang.dasar
        sisa_kini += dulu and not terekam
        sisa_nanti += orang.dasar and not terekam
        belum_diketahui += _is_unknown(orang)
        if dulu != orang.dasar:
            jenis, tanggal = _find_change(orang, on, target)
            perubahan.append(PerubahanDasar(jenis, tanggal, orang.nik, orang.nama, orang.desa, terekam))
    perubahan.sort(key=lambda p: (tuple(Perubahan).index(p.perubahan), p.tanggal, p.desa, p.nama, p.nik))
    return DasarTarget(on, target, kini, nanti, sisa_kini, sisa_nanti, belum_diketahui, tuple(perubahan))


def _is_unknown(orang: Orang) -> bool:
    return orang.alasan is Alasan.BELUM_DIKETAHUI and orang.mati_pada is None and orang.domisili is Domisili.DI_SINI


def _find_change(orang: Orang, on: date, target: date) -> tuple[Perubahan, date]:
    """What brought somebody into the base or out of it for the last time up to the target, and on which day."""
    determine(orang, on)
    dasar, domisili = orang.dasar, orang.domisili
    jenis, pada = Perubahan.GENAP_17, target
    for hari in sorted({h for h in _turning_days(orang) if on < h <= target}):
        determine(orang, hari)
        if orang.dasar != dasar:
            jenis, pada = _name_change(orang, domisili), hari
        dasar, domisili = orang.dasar, orang.domisili
    return jenis, pada


def _name_change(orang: Orang, dulu: Domisili) -> Perubahan:
    if not orang.dasar:
        if orang.mati_pada is not None:
            return Perubahan.MENINGGAL
        return Perubahan.PINDAH if orang.domisili is not Domisili.DI_SINI else Perubahan.ITAP_HABIS
    if dulu is not Domisili.DI_SINI:
        return Perubahan.DATANG
    return Perubahan.KAWIN if orang.alasan is Alasan.KAWIN else Perubahan.GENAP_17


def _turning_days(orang: Orang) -> Iterator[date]:
    """Every day on which the person's rows and events may turn the answer."""
    for p in orang.baris:
        if p.tanggal_lahir is not None:
            yield add_years(p.tanggal_lahir, USIA_WAJIB)
        if p.tanggal_kawin is not None:
            yield p.tanggal_kawin
        if p.itap_sampai is not None:
            yield p.itap_sampai + timedelta(days=1)
    peristiwa: tuple[Mutasi, ...] = (*orang.mati, *orang.pindah)
    yield from (m.tanggal for m in peristiwa if m.tanggal is not None)
