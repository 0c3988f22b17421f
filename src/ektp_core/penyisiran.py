"""Sweep lists: the people of the base who are not recorded, in walking order, with why, how old, and what to bring.

Only the list; who walks where and when is `jemput_bola`.
"""

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from attrs import frozen

from ektp_core.alamat import normalize_desa
from ektp_core.aturan import Sumber, declare, keputusan_proyek
from ektp_core.kategori import Kategori
from ektp_core.penduduk import Kewarganegaraan, Penduduk
from ektp_core.rekonsiliasi.hasil import BelumTerekam
from ektp_core.tanggal import age
from ektp_core.undangan import natural_key

PENYISIRAN_01 = declare(
    "PENYISIRAN-01",
    "Daftar penyisiran memuat setiap orang wajib yang belum terekam tepat satu kali, menurut desa, RW, RT, alamat, dan nama.",
    keputusan_proyek("petugas berjalan dari rumah ke rumah; yang tanpa RW, RT atau alamat berdiri paling akhir"),
)
PENYISIRAN_02 = declare(
    "PENYISIRAN-02",
    "Sebabnya satu: tercecer; atau menurut kategori undangannya: catatan tanpa dokumen, alamat tidak diketahui, belum datang.",
    keputusan_proyek("sebab menentukan apa yang ditanyakan di pintu rumah"),
)
USIA_DEWASA, USIA_LANSIA = 22, 60
PENYISIRAN_03 = declare(
    "PENYISIRAN-03",
    "Kelompok umur per tanggal acuan: di bawah 17, pemula baru (17-21), dewasa (22-59), lansia (60 ke atas).",
    Sumber(
        "UU 23/2006",
        "pasal 63 (17 tahun) dan 64 (60 tahun, KTP seumur hidup; perlu dicek); lansia: UU 13/1998 pasal 1 (perlu dicek); "
        "batas 21: keputusan proyek, yang baru wajib dicari lewat sekolah dan keluarga",
    ),
)
PENYISIRAN_04 = declare(
    "PENYISIRAN-04",
    "Yang dibawa mengikuti sebabnya: surat undangan, KK, dan KTP lama; atau dokumen yang belum ada menurut catatan desa.",
    keputusan_proyek(
        "Permendagri 9/2011: surat panggilan; Perpres 96/2018 pasal 15: KK (sebelumnya praktik); UU 23/2006 pasal 44 dan 15: "
        "dokumen kematian dan kepindahan; Perpres 35/2010 pasal 6: orang asing di Instansi Pelaksana (pasal-pasal perlu dicek)"
    ),
)


class Sebab(StrEnum):
    """Why somebody of the base is on the sweep list.

    >>> Sebab.TERCECER.value
    'TERCECER: belum pernah diundang'
    """

    TERCECER = "TERCECER: belum pernah diundang"
    BELUM_DATANG = "DIUNDANG, BELUM DATANG"
    ALAMAT = "ALAMAT TIDAK DIKETAHUI"
    CATATAN_MENINGGAL = "CATATAN DESA: MENINGGAL, TANPA DOKUMEN"
    CATATAN_PINDAH = "CATATAN DESA: PINDAH, TANPA DOKUMEN"


class KelompokUmur(StrEnum):
    """The age group at the reference date; who is under 17 is wajib by marriage.

    >>> KelompokUmur.of(17).value, KelompokUmur.of(21).value, KelompokUmur.of(60).value, KelompokUmur.of(None).value
    ('PEMULA BARU', 'PEMULA BARU', 'LANSIA', 'UMUR TIDAK DIKETAHUI')
    """

    DI_BAWAH_17 = "DI BAWAH 17"
    PEMULA_BARU = "PEMULA BARU"
    DEWASA = "DEWASA"
    LANSIA = "LANSIA"
    TIDAK_DIKETAHUI = "UMUR TIDAK DIKETAHUI"

    @classmethod
    def of(cls, umur: int | None) -> "KelompokUmur":
        """The group of an age in whole years; None where the birth date is not known."""
        if umur is None:
            return cls.TIDAK_DIKETAHUI
        if umur < USIA_DEWASA:
            return cls.DI_BAWAH_17 if umur < 17 else cls.PEMULA_BARU
        return cls.LANSIA if umur >= USIA_LANSIA else cls.DEWASA


_SEBAB = {
    Kategori.ALAMAT_TIDAK_DIKETAHUI: Sebab.ALAMAT,
    Kategori.MENINGGAL: Sebab.CATATAN_MENINGGAL,
    Kategori.PINDAH: Sebab.CATATAN_PINDAH,
}
_BAWA = {
    Sebab.TERCECER: ("KK", "KTP lama bila ada"),
    Sebab.BELUM_DATANG: ("surat undangan", "KK", "KTP lama bila ada"),
    Sebab.ALAMAT: ("KK", "KTP lama bila ada", "keterangan alamat dari ketua RT"),
    Sebab.CATATAN_MENINGGAL: ("akta atau surat keterangan kematian", "KK"),
    Sebab.CATATAN_PINDAH: ("surat keterangan pindah", "KK"),
}
_DOKUMEN_SAJA = (Sebab.CATATAN_MENINGGAL, Sebab.CATATAN_PINDAH)


@frozen
class BarisPenyisiran:
    """One door to knock on: one row of the sheet `PENYISIRAN`.

    `umur` is in whole years at the reference date, None when it is not known; `bawa` is what to bring; `catatan` is what
    the desa has written of the person so far.

    >>> BarisPenyisiran("Jaten", "001", "002", "3313110101800001", "Budi", "", "", Sebab.TERCECER).rt
    '002'
    """

    desa: str
    rw: str
    rt: str
    nik: str
    nama: str
    alamat: str
    nomor_undangan: str
    sebab: Sebab
    umur: int | None = None
    kelompok: KelompokUmur = KelompokUmur.TIDAK_DIKETAHUI
    bawa: tuple[str, ...] = ()
    catatan: tuple[str, ...] = ()


def sweep(belum: Iterable[BelumTerekam], *, on: date | None = None) -> tuple[BarisPenyisiran, ...]:
    """The people not yet recorded (`Hasil.belum`) by desa, RW, RT, address and name, each with the reason.

    `on` is the reference date for ages; without it they stay unknown.

    >>> from ektp_core import Penduduk
    >>> budi = BelumTerekam(Penduduk("3313110101800001", "Budi", date(1980, 1, 1)), "3313110101800001", "Jaten", None)
    >>> satu, = sweep([budi], on=date(2012, 8, 28))
    >>> satu.sebab.name, satu.kelompok.value, satu.bawa
    ('TERCECER', 'DEWASA', ('KK', 'KTP lama bila ada'))
    """
    return tuple(sorted((_row(b, on) for b in belum), key=_walking_order))


def _row(b: BelumTerekam, on: date | None) -> BarisPenyisiran:
    p, surat = b.penduduk, b.keputusan
    sebab = Sebab.TERCECER if surat is None else _SEBAB.get(surat.kategori, Sebab.BELUM_DATANG)
    umur = None if on is None or p.tanggal_lahir is None else age(p.tanggal_lahir, on=on)
    kelompok = KelompokUmur.of(umur)
    return BarisPenyisiran(
        b.desa,
        p.rw,
        p.rt,
        b.nik,
        p.nama,
        p.alamat,
        "" if surat is None else surat.undangan.nomor,
        sebab,
        umur,
        kelompok,
        _what_to_bring(p, sebab, kelompok),
        b.catatan,
    )


def _what_to_bring(p: Penduduk, sebab: Sebab, kelompok: KelompokUmur) -> tuple[str, ...]:
    bawa = _BAWA[sebab]
    if sebab in _DOKUMEN_SAJA:
        return bawa
    if p.kewarganegaraan is Kewarganegaraan.WNA:
        return ("paspor dan ITAP; perekaman di Dinas", *(b for b in bawa if not b.startswith("KTP")))
    if kelompok is KelompokUmur.DI_BAWAH_17:
        return (*(b for b in bawa if not b.startswith("KTP")), "buku nikah atau akta perkawinan")
    if kelompok is KelompokUmur.PEMULA_BARU and sebab is Sebab.TERCECER:
        return (*bawa, "akta kelahiran atau ijazah")
    return bawa


def _walking_order(b: BarisPenyisiran) -> tuple[object, ...]:
    return (normalize_desa(b.desa), not b.rw, b.rw, not b.rt, b.rt, natural_key(b.alamat), b.nama, b.nik)
