"""EKTP_NIK_SAH, EKTP_NIK_URAI, EKTP_NIK_SAMAR and EKTP_DOBEL: what a NIK says by itself, and whether it stands twice.

No register is known here. A NIK that is a number has lost its last digit, and is refused in its own row.
"""

from itertools import count
from typing import TypeGuard

from ektp_core.galat import EktpError
from ektp_core.masukan import clean_text
from ektp_core.nik import PANJANG, TIRUAN, mask_nik, parse_nik
from ektp_core.penduduk import read_jenis_kelamin
from ektp_excel.fungsi.bentuk import (
    Baris,
    Jawaban,
    Rentang,
    answer_each,
    answer_wide,
    flatten,
    formula,
    shape_like,
    used_length,
)
from ektp_excel.fungsi.nilai import (
    is_blank,
    read_tanggal,
    refuse,
    require_count,
    require_per,
    require_whole_nik,
    show_galat,
)

URAIAN = 4


@formula
def nik_sah(
    nik: Rentang | None = None,
    per: Rentang | None = None,
    tanggal_lahir: Rentang | None = None,
    jenis_kelamin: Rentang | None = None,
    *,
    sistem_1904: bool = False,
) -> Jawaban:
    """SAH, or SAH with what to look at."""

    def satu(isi: object, acuan: object, lahir: object, kelamin: object) -> str:
        on = require_per(acuan, sistem_1904=sistem_1904)
        nomor = require_whole_nik(isi)
        terdaftar = read_tanggal(lahir, sistem_1904=sistem_1904, latest=on)
        jenis = read_jenis_kelamin(clean_text(kelamin))
        if jenis is None and not is_blank(kelamin):
            raise EktpError("jenis kelamin tidak terbaca, tulis L atau P")
        uraian = parse_nik(nomor, on=on, lahir=terdaftar)
        periksa = []
        if terdaftar is not None and uraian.tanggal_lahir != terdaftar:
            periksa.append(f"tanggal di NIK {uraian.tanggal_lahir:%d-%m-%Y}")
        if jenis is not None and uraian.jenis_kelamin != jenis:
            periksa.append(f"kelamin di NIK {uraian.jenis_kelamin}")
        if uraian.wilayah.keterangan:
            periksa.append(uraian.wilayah.keterangan)
        return f"SAH, PERIKSA: {'; '.join(periksa)}" if periksa else "SAH"

    return answer_each(satu, nik, per, tanggal_lahir, jenis_kelamin, nama="nik")


@formula
def nik_urai(nik: Rentang | None = None, per: Rentang | None = None, *, sistem_1904: bool = False) -> Jawaban:
    """Region, birth date, sex and serial of each NIK, side by side."""

    def satu(isi: object, acuan: object) -> Baris:
        on = require_per(acuan, sistem_1904=sistem_1904)
        uraian = parse_nik(require_whole_nik(isi), on=on)
        return str(uraian.wilayah), uraian.tanggal_lahir, uraian.jenis_kelamin, uraian.nomor_urut

    return answer_wide(satu, nik, per, nama="nik", lebar=URAIAN)


@formula
def nik_samar(nik: Rentang | None = None, akhir: Rentang | None = None, *, sistem_1904: bool = False) -> Jawaban:
    """Each NIK with its last digits starred."""

    def satu(isi: object, angka: object) -> str:
        jumlah = 4 if is_blank(angka) else require_count(angka, "akhir")
        if jumlah > 16:
            raise EktpError("akhir harus 0 sampai 16")
        return mask_nik(require_whole_nik(isi), jumlah)

    return answer_each(satu, nik, akhir, nama="nik")


@formula
def dobel(nik: Rentang | None = None, *, sistem_1904: bool = False) -> Jawaban:
    """For each NIK that stood before, the position of its first; all 16 digits count."""
    if not nik:
        raise EktpError("isi nik")
    kolom = flatten(nik)
    kunci = [v if _is_plain(v) else _odd_key(v) for v in kolom[: used_length(kolom)]]
    pertama: dict[str, int] = {}
    awal = map(pertama.setdefault, kunci, count(1))
    jawab: list[object] = [None if satu == nomor else satu for nomor, satu in enumerate(awal, 1)]
    bukan = {satu: _explain_key(satu) for satu in pertama if satu in TIRUAN or not satu.isdigit()}
    if bukan:
        jawab = [bukan.get(k, satu) for k, satu in zip(kunci, jawab, strict=True)]
    return shape_like(nik, jawab)


def _is_plain(isi: object) -> TypeGuard[str]:
    return isinstance(isi, str) and len(isi) == PANJANG and isi.isdigit() and isi.isascii()


def _odd_key(isi: object) -> str:
    """The digits by which any other cell is compared; empty for blank, a GALAT text for what is no NIK."""
    if is_blank(isi):
        return ""
    try:
        refuse(isi)
        return require_whole_nik(isi)
    except EktpError as e:
        return show_galat(e)


def _explain_key(kunci: str) -> str | None:
    """What is answered for a key that is nobody's: a blank, a GALAT, a stand-in number."""
    return show_galat("nomor tiruan, bukan NIK") if kunci.isdigit() else kunci or None
