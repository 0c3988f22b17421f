"""Who must hold an e-KTP at a date: the law's three grounds, and being registered here and alive.

The reference date is always an argument. Nothing here knows of invitations or recordings.
"""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Final, Literal

from ektp_core.aturan import UU_24_2013, Aturan, Sumber, check_reference_date, declare, ids, keputusan_proyek
from ektp_core.keputusan import Alasan, Bukti, Keputusan
from ektp_core.mutasi import Arah, Meninggal, Mutasi, Pindah
from ektp_core.penduduk import LEMBAR, Kewarganegaraan, Penduduk, StatusKawin
from ektp_core.tanggal import USIA_WAJIB, add_years, age, latest_birth
from ektp_core.tulisan import show_date

BELUM_DIKETAHUI: Final = "belum diketahui"
_AKHIR_UU_23_2006 = date(2013, 12, 23)


def _pasal_63(rincian: str) -> tuple[Sumber, Sumber]:
    return (
        Sumber("UU 23/2006", f"pasal 63 ayat (1): {rincian}", sampai=_AKHIR_UU_23_2006),
        Sumber("UU 24/2013", f"pasal 63 ayat (1): {rincian}", sejak=UU_24_2013),
    )


WAJIB_01 = declare(
    "WAJIB-01",
    "Penduduk yang telah berumur 17 tahun, sejak ulang tahun ke-17 itu sendiri, wajib memiliki e-KTP.",
    *_pasal_63(
        "telah berumur 17 tahun; hari ulang tahun ikut dihitung (Permendagri 2/2016: KIA sampai 17 kurang satu hari)"
    ),
)
WAJIB_02 = declare(
    "WAJIB-02",
    "Penduduk yang kawin atau pernah kawin wajib memiliki e-KTP pada umur berapa pun, sejak tanggal kawinnya.",
    *_pasal_63("telah kawin atau pernah kawin, tanpa batas umur bawah"),
)
WAJIB_03 = declare(
    "WAJIB-03",
    "Orang asing wajib hanya selama Izin Tinggal Tetap (ITAP) miliknya berlaku; hari terakhir ITAP ikut dihitung.",
    *_pasal_63("Orang Asing yang memiliki Izin Tinggal Tetap"),
)
WAJIB_04 = declare(
    "WAJIB-04",
    "Yang lahir 29 Februari genap 17 tahun pada 28 Februari bila tahun itu bukan kabisat.",
    keputusan_proyek("hukum diam; mengikuti python-dateutil, sedangkan DATEDIF di Excel menunggu 1 Maret"),
)
WAJIB_05 = declare(
    "WAJIB-05",
    "Yang belum 17 tahun dan belum pernah kawin bukan wajib; pemula yang direkam pada umur 16 tidak masuk cakupan.",
    *_pasal_63("kebalikan dari tiga alasan wajib"),
)
WAJIB_06 = declare(
    "WAJIB-06",
    "Yang wajib adalah penduduk yang hidup; kematian pada atau sebelum tanggal acuan, atau tanpa tanggal, mengakhirinya.",
    Sumber("UU 23/2006", "pasal 1 angka 2 dan pasal 44: penduduk, dan pencatatan kematian (perlu dicek)"),
)
WAJIB_07 = declare(
    "WAJIB-07",
    "Yang wajib di sini terdaftar di sini: pindah terakhir pada atau sebelum tanggal acuan menentukan; DATANG sesudah KELUAR.",
    Sumber("UU 23/2006", "pasal 15: pindah datang penduduk (perlu dicek)"),
)
WAJIB_08 = declare(
    "WAJIB-08",
    "Bila sel yang menentukan tidak terbaca, atau ITAP orang asing tidak punya kolom, jawabannya belum diketahui.",
    keputusan_proyek("angka yang tidak diketahui tidak boleh tampak sebagai tidak wajib"),
)


def _is_married(penduduk: Penduduk, on: date) -> bool:
    kawin = penduduk.status_kawin.pernah_kawin
    if kawin is None:
        return penduduk.tanggal_kawin is not None and penduduk.tanggal_kawin <= on
    return kawin and (penduduk.tanggal_kawin is None or penduduk.tanggal_kawin <= on)


def _ground_of_young(penduduk: Penduduk, on: date) -> Alasan:
    """Of whom it is not known that the age alone makes them wajib."""
    lahir = penduduk.tanggal_lahir
    if penduduk.status_kawin is not StatusKawin.BELUM and _is_married(penduduk, on):
        return Alasan.KAWIN
    if lahir is None or (penduduk.status_kawin is StatusKawin.TIDAK_TERBACA and lahir <= on):
        return Alasan.BELUM_DIKETAHUI
    return Alasan.BELUM_17


_BATAS = lru_cache(maxsize=512)(latest_birth)
# Until Python 3.11 a member asked of its enum costs ten times a name of the module; these are asked of everybody.
_UMUR, _WNI = Alasan.UMUR, Kewarganegaraan.WNI


def ground_of(penduduk: Penduduk, on: date) -> Alasan:
    """The ground by this row alone, as `decide_wajib`, without building the evidence.

    >>> ground_of(Penduduk("3313110101800001", tanggal_lahir=date(1980, 1, 1)), date(2012, 8, 28))
    <Alasan.UMUR: 'UMUR'>
    """
    lahir = penduduk.tanggal_lahir
    alasan = _UMUR if lahir is not None and lahir <= _BATAS(on) else _ground_of_young(penduduk, on)
    if penduduk.kewarganegaraan is _WNI or alasan is Alasan.BELUM_17:
        return alasan
    if penduduk.itap_sampai is not None and penduduk.itap_sampai >= on:
        return alasan
    if penduduk.kewarganegaraan is Kewarganegaraan.WNA and penduduk.itap_diketahui:
        return Alasan.TANPA_ITAP
    return Alasan.BELUM_DIKETAHUI


_YA = frozenset((Alasan.UMUR, Alasan.KAWIN))


def wajib_by(alasan: Alasan) -> bool | None:
    """What a ground means: wajib, not wajib, or (None) not known.

    >>> wajib_by(Alasan.KAWIN), wajib_by(Alasan.TANPA_ITAP), wajib_by(Alasan.BELUM_DIKETAHUI)
    (True, False, None)
    """
    return True if alasan in _YA else None if alasan is Alasan.BELUM_DIKETAHUI else False


_ATURAN = {
    Alasan.UMUR: (WAJIB_01,),
    Alasan.KAWIN: (WAJIB_02,),
    Alasan.BELUM_17: (WAJIB_05,),
    Alasan.TANPA_ITAP: (WAJIB_03,),
    Alasan.BELUM_DATANG: (WAJIB_07,),
    Alasan.PINDAH: (WAJIB_07,),
    Alasan.MENINGGAL: (WAJIB_06,),
    Alasan.BELUM_DIKETAHUI: (WAJIB_08,),
}


def _is_leap_day_case(penduduk: Penduduk, on: date) -> bool:
    lahir = penduduk.tanggal_lahir
    return (
        lahir is not None
        and (lahir.month, lahir.day) == (2, 29)
        and (on.year - lahir.year, on.month, on.day) == (USIA_WAJIB, 2, 28)
    )


def rules_of(penduduk: Penduduk, alasan: Alasan, on: date) -> tuple[str, ...]:
    """The ids of the rules behind a ground.

    >>> rules_of(Penduduk("3313110101800001", tanggal_lahir=date(1980, 1, 1)), Alasan.UMUR, date(2012, 8, 28))
    ('WAJIB-01',)
    """
    aturan: tuple[Aturan, ...] = _ATURAN[alasan]
    if alasan is Alasan.UMUR and _is_leap_day_case(penduduk, on):
        aturan = (*aturan, WAJIB_04)
    if wajib_by(alasan) and penduduk.kewarganegaraan is not Kewarganegaraan.WNI:
        aturan = (*aturan, WAJIB_03)
    return ids(aturan)


def evidence_of(penduduk: Penduduk, alasan: Alasan, on: date) -> tuple[Bukti, ...]:
    """The fields of the register that gave the ground, each beside what it was compared with.

    >>> len(evidence_of(Penduduk("3313110101800001", tanggal_lahir=date(1980, 1, 1)), Alasan.UMUR, date(2012, 8, 28)))
    1
    """
    acuan = f"per {show_date(on)}"
    p = penduduk
    umur = f"umur {age(p.tanggal_lahir, on=on)} {acuan}, batas {USIA_WAJIB}" if p.tanggal_lahir else acuan
    lahir = Bukti(LEMBAR, p.baris, "TGL_LAHIR", show_date(p.tanggal_lahir, p.tanggal_lahir_tertulis), umur)
    kawin = Bukti(
        LEMBAR, p.baris, "STATUS_KAWIN", f"{p.status_kawin.value} {show_date(p.tanggal_kawin)}".strip(), acuan
    )
    itap = Bukti(LEMBAR, p.baris, "ITAP_SAMPAI", f"{p.kewarganegaraan.value} {show_date(p.itap_sampai)}".strip(), acuan)
    asing = (itap,) if p.kewarganegaraan is not Kewarganegaraan.WNI else ()
    match alasan:
        case Alasan.UMUR:
            return (lahir, *asing)
        case Alasan.KAWIN:
            return (kawin, *asing)
        case Alasan.TANPA_ITAP:
            return (itap,)
        case _:
            return (lahir, kawin, *asing)


def death_at(meninggal: Iterable[Meninggal], on: date) -> Meninggal | None:
    """The earliest death on or before the date; one without a readable date counts as dated that day.

    >>> death_at([Meninggal("3313110101800001", date(2012, 9, 1))], date(2012, 8, 28)) is None
    True
    """
    sampai = [m for m in meninggal if m.tanggal is None or m.tanggal <= on]
    return min(sampai, key=lambda m: (m.tanggal or on, m.tanggal is None), default=None)


class Domisili(StrEnum):
    """Where the moves leave somebody at a date.

    >>> [d.value for d in Domisili]
    ['DI_SINI', 'KELUAR', 'BELUM_DATANG']
    """

    DI_SINI = "DI_SINI"
    KELUAR = "KELUAR"
    BELUM_DATANG = "BELUM_DATANG"


def domicile_at(pindah: Iterable[Pindah], on: date) -> tuple[Domisili, Pindah | None]:
    """Where the moves leave somebody at the date, and the move that says so (None without a move on or before it).

    The latest move on or before the date decides; an outward move without a readable date counts as dated that day; on
    one day DATANG stands after KELUAR. Whose first move is an arrival after the date was not registered here.

    >>> domicile_at([Pindah("3313110101800001", date(2012, 9, 1), Arah.DATANG)], date(2012, 8, 28))[0].value
    'BELUM_DATANG'
    """

    def order(p: Pindah) -> tuple[date, bool, bool, str]:
        return p.tanggal or on, p.arah is Arah.DATANG, p.tanggal is not None, p.tanggal_tertulis

    urut = sorted(pindah, key=order)
    terakhir = next((p for p in reversed(urut) if order(p)[0] <= on), None)
    if terakhir is not None:
        return (Domisili.KELUAR if terakhir.arah is Arah.KELUAR else Domisili.DI_SINI), terakhir
    if urut and urut[0].arah is Arah.DATANG:
        return Domisili.BELUM_DATANG, urut[0]
    return Domisili.DI_SINI, None


_DOMISILI = {Domisili.KELUAR: Alasan.PINDAH, Domisili.BELUM_DATANG: Alasan.BELUM_DATANG}


def decide_wajib(penduduk: Penduduk, *, on: date, mutasi: Iterable[Mutasi] = ()) -> Keputusan:
    """Whether this resident is wajib e-KTP on the date, on what ground, by which rules, with the evidence.

    `mutasi`: this person's own deaths and moves. `Keputusan.wajib` is None when it cannot be known. `EktpError` for a
    date before 29 December 2006. Source: UU 23/2006 and UU 24/2013 art. 63 (1).

    >>> budi = Penduduk("3313112908950001", "Budi", date(1995, 8, 29))
    >>> k = decide_wajib(budi, on=date(2012, 8, 28))
    >>> k.wajib, k.alasan.value, k.aturan
    (False, 'BELUM_17', ('WAJIB-05',))
    >>> decide_wajib(budi, on=date(2012, 8, 29)).alasan.value
    'UMUR'
    """
    check_reference_date(on)
    peristiwa = list(mutasi)
    mati = death_at((m for m in peristiwa if isinstance(m, Meninggal)), on)
    if mati is not None:
        bukti = Bukti(
            "MENINGGAL",
            mati.baris,
            "TGL_MENINGGAL",
            show_date(mati.tanggal, mati.tanggal_tertulis),
            f"per {show_date(on)}",
        )
        return Keputusan(False, Alasan.MENINGGAL, rules_of(penduduk, Alasan.MENINGGAL, on), (bukti,))
    domisili, pindah = domicile_at((m for m in peristiwa if isinstance(m, Pindah)), on)
    if pindah is not None and domisili in _DOMISILI:
        tulis = f"{pindah.arah.value} {show_date(pindah.tanggal, pindah.tanggal_tertulis)}".strip()
        bukti = Bukti("PINDAH", pindah.baris, "TGL_PINDAH", tulis, f"per {show_date(on)}")
        alasan = _DOMISILI[domisili]
        return Keputusan(False, alasan, rules_of(penduduk, alasan, on), (bukti,))
    alasan = ground_of(penduduk, on)
    return Keputusan(wajib_by(alasan), alasan, rules_of(penduduk, alasan, on), evidence_of(penduduk, alasan, on))


def is_wajib(penduduk: Penduduk, *, on: date, mutasi: Iterable[Mutasi] = ()) -> bool | None:
    """Whether this resident is wajib e-KTP on the date; None when it cannot be known. As `decide_wajib`.

    >>> is_wajib(Penduduk("3313110101800001", tanggal_lahir=date(1980, 1, 1)), on=date(2012, 8, 28))
    True
    """
    return decide_wajib(penduduk, on=on, mutasi=mutasi).wajib


def wajib_since(penduduk: Penduduk) -> date | Literal["belum diketahui"] | None:
    """The first date on which this resident is wajib by age or marriage; None for a foreigner who never is.

    The marriage date is needed for anybody who is or was married, since the marriage may have come before the age of
    17; without it, or without a birth date, the answer is `belum diketahui`. Source: UU 23/2006 art. 63 (1).

    >>> wajib_since(Penduduk("3313112902960001", tanggal_lahir=date(1996, 2, 29)))
    datetime.date(2013, 2, 28)
    >>> wajib_since(Penduduk("3313112902960001", tanggal_lahir=date(1996, 2, 29), status_kawin=StatusKawin.KAWIN))
    'belum diketahui'
    """
    p = penduduk
    kawin = p.status_kawin.pernah_kawin
    if p.tanggal_lahir is None or p.status_kawin is StatusKawin.TIDAK_TERBACA or (kawin and p.tanggal_kawin is None):
        sejak = None
    elif p.tanggal_kawin is not None and kawin is not False:
        sejak = min(add_years(p.tanggal_lahir, USIA_WAJIB), p.tanggal_kawin)
    else:
        sejak = add_years(p.tanggal_lahir, USIA_WAJIB)
    if p.kewarganegaraan is Kewarganegaraan.WNI:
        return sejak or BELUM_DIKETAHUI
    if p.itap_sampai is not None and (sejak is None or sejak <= p.itap_sampai):
        return sejak or BELUM_DIKETAHUI
    return None if p.kewarganegaraan is Kewarganegaraan.WNA and p.itap_diketahui else BELUM_DIKETAHUI
