"""EKTP_WAJIB, EKTP_ALASAN_WAJIB and EKTP_TANGGAL_WAJIB: the core's decision for one resident a row."""

from collections.abc import Callable
from datetime import date
from functools import cache

from ektp_core import aturan
from ektp_core.aturan import KEPUTUSAN_PROYEK, check_reference_date
from ektp_core.galat import EktpError
from ektp_core.keputusan import Alasan
from ektp_core.masukan import clean_text, read_penduduk
from ektp_core.penduduk import Kewarganegaraan, Penduduk, StatusKawin, read_kewarganegaraan, read_status_kawin
from ektp_core.wajib import BELUM_DIKETAHUI, ground_of, rules_of, wajib_by, wajib_since
from ektp_excel.fungsi.bentuk import Jawaban, Rentang, answer_each, formula
from ektp_excel.fungsi.nilai import is_blank, read_tanggal, require_per, require_tanggal

_SIAPA_SAJA = "3171011708450001"
"""Stands for the NIK of a resident of whom only dates and status are known; no answer here depends on it."""


@formula
def wajib(
    tanggal_lahir: Rentang | None = None,
    per: Rentang | None = None,
    status_kawin: Rentang | None = None,
    warga_negara: Rentang | None = None,
    itap_sampai: Rentang | None = None,
    *,
    sistem_1904: bool = False,
) -> Jawaban:
    """TRUE, FALSE, or a text where it cannot be known."""

    def show(orang: Penduduk, on: date) -> object:
        jawab = wajib_by(ground_of(orang, on))
        return BELUM_DIKETAHUI if jawab is None else jawab

    satu = _decider(show, itap_sampai is not None, sistem_1904)
    return answer_each(satu, tanggal_lahir, per, status_kawin, warga_negara, itap_sampai, nama="tanggal_lahir")


@formula
def alasan_wajib(
    tanggal_lahir: Rentang | None = None,
    per: Rentang | None = None,
    status_kawin: Rentang | None = None,
    warga_negara: Rentang | None = None,
    itap_sampai: Rentang | None = None,
    *,
    sistem_1904: bool = False,
) -> Jawaban:
    """The ground, the rules and their articles on one line."""

    def show(orang: Penduduk, on: date) -> object:
        alasan = ground_of(orang, on)
        return explain_ground(alasan, rules_of(orang, alasan, on), on)

    satu = _decider(show, itap_sampai is not None, sistem_1904)
    return answer_each(satu, tanggal_lahir, per, status_kawin, warga_negara, itap_sampai, nama="tanggal_lahir")


@formula
def tanggal_wajib(
    tanggal_lahir: Rentang | None = None,
    status_kawin: Rentang | None = None,
    tanggal_kawin: Rentang | None = None,
    *,
    sistem_1904: bool = False,
) -> Jawaban:
    """The first date on which a citizen is wajib, or `belum diketahui`."""

    def satu(lahir: object, status: object, kawin: object) -> object:
        orang = Penduduk(
            _SIAPA_SAJA,
            tanggal_lahir=require_tanggal(lahir, "tanggal lahir", sistem_1904=sistem_1904),
            status_kawin=read_status_kawin(clean_text(status)),
            tanggal_kawin=read_tanggal(kawin, sistem_1904=sistem_1904),
        )
        return wajib_since(orang)

    return answer_each(satu, tanggal_lahir, status_kawin, tanggal_kawin, nama="tanggal_lahir")


def explain_ground(alasan: Alasan, nomor: tuple[str, ...], on: date) -> str:
    """Ground, rule ids and articles on one line.

    >>> explain_ground(Alasan.UMUR, ("WAJIB-01",), date(2012, 8, 28))
    'UMUR: WAJIB-01 (UU 23/2006 pasal 63 ayat (1))'
    """
    return f"{alasan.value}: {'; '.join(_cite(satu, on) for satu in nomor)}"


def _cite(nomor: str, on: date) -> str:
    sumber = aturan.get(nomor).version_on(on)
    if sumber.instrumen == KEPUTUSAN_PROYEK:
        return f"{nomor} ({KEPUTUSAN_PROYEK})"
    return f"{nomor} ({sumber.instrumen} {sumber.rincian.partition(':')[0]})"


def _decider(show: Callable[[Penduduk, date], object], itap_ada: bool, sistem_1904: bool) -> Callable[..., object]:
    """From one row's cells to the resident as the core's reader would make it, and what `show` says of it."""

    @cache
    def read_per(per: object) -> date:
        return check_reference_date(require_per(per, sistem_1904=sistem_1904))

    @cache
    def read_status(status: object) -> StatusKawin:
        return read_status_kawin(clean_text(status))

    @cache
    def is_wni(warga: object) -> bool:
        return read_kewarganegaraan(clean_text(warga)) is Kewarganegaraan.WNI

    def satu(lahir: object, per: object, status: object, warga: object, itap: object) -> object:
        on = read_per(per)
        tanggal_lahir = require_tanggal(lahir, "tanggal lahir", sistem_1904=sistem_1904, latest=on)
        if is_wni(warga):
            return show(Penduduk(_SIAPA_SAJA, "", tanggal_lahir, None, read_status(status)), on)
        isi = {
            "NIK": _SIAPA_SAJA,
            "TGL_LAHIR": tanggal_lahir,
            "STATUS_KAWIN": status,
            "KEWARGANEGARAAN": warga,
            **({"ITAP_SAMPAI": itap} if itap_ada else {}),
        }
        orang = read_penduduk([isi], on=on, sistem_1904=sistem_1904)[0][0]
        if orang.itap_sampai is None and not is_blank(itap):
            require_tanggal(itap, "itap_sampai", sistem_1904=sistem_1904)
            raise EktpError("itap_sampai tidak terbaca")
        return show(orang, on)

    return satu
