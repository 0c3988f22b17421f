"""Sweep lists: the people of the base who are not recorded, in walking order, with why.

Only the plain list; who walks where and when is not here.
"""

from collections.abc import Iterable
from enum import StrEnum

from attrs import frozen

from ektp_core.alamat import normalize_desa
from ektp_core.kategori import Kategori
from ektp_core.rekonsiliasi.hasil import BelumTerekam
from ektp_core.undangan import natural_key


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


_SEBAB = {
    Kategori.ALAMAT_TIDAK_DIKETAHUI: Sebab.ALAMAT,
    Kategori.MENINGGAL: Sebab.CATATAN_MENINGGAL,
    Kategori.PINDAH: Sebab.CATATAN_PINDAH,
}


@frozen
class BarisPenyisiran:
    """One door to knock on: one row of the sheet `PENYISIRAN`.

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


def sweep(belum: Iterable[BelumTerekam]) -> tuple[BarisPenyisiran, ...]:
    """The people not yet recorded (`Hasil.belum`) by desa, RW, RT, address and name, each with the reason.

    >>> from ektp_core import Penduduk
    >>> budi = BelumTerekam(Penduduk("3313110101800001", "Budi", rt="2", rw="1"), "3313110101800001", "Jaten", None)
    >>> sweep([budi])[0].sebab
    <Sebab.TERCECER: 'TERCECER: belum pernah diundang'>
    """
    baris = [
        BarisPenyisiran(
            b.desa,
            b.penduduk.rw,
            b.penduduk.rt,
            b.nik,
            b.penduduk.nama,
            b.penduduk.alamat,
            b.keputusan.undangan.nomor if b.keputusan else "",
            _SEBAB.get(b.keputusan.kategori, Sebab.BELUM_DATANG) if b.keputusan else Sebab.TERCECER,
        )
        for b in belum
    ]
    return tuple(sorted(baris, key=_walking_order))


def _walking_order(b: BarisPenyisiran) -> tuple[object, ...]:
    return (normalize_desa(b.desa), not b.rw, b.rw, not b.rt, b.rt, natural_key(b.alamat), b.nama, b.nik)
