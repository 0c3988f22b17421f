"""The whole reconciliation: lists in, a `Hasil` out. Pure, deterministic, and the same for any order of rows.

The steps stand in their own modules: `register` (who is who), `kenali` (whose is it), `kembali` (sweep lists that came
back), `keadaan` (where a person stands at the date), `putuskan` (where an invitation ends), `pertentangan` (what to look
at), `hitung` (figures and identities).
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from ektp_core.alamat import LEMBAR as LEMBAR_WILAYAH
from ektp_core.alamat import Lingkungan
from ektp_core.aturan import check_reference_date
from ektp_core.galat import EktpError, Galat
from ektp_core.kembalian import Kembalian
from ektp_core.mutasi import LEMBAR_MENINGGAL, LEMBAR_PINDAH, Meninggal, Mutasi, Pindah
from ektp_core.pemulung import without_collector
from ektp_core.penduduk import LEMBAR as LEMBAR_PENDUDUK
from ektp_core.penduduk import Penduduk
from ektp_core.perekaman import LEMBAR as LEMBAR_PEREKAMAN
from ektp_core.perekaman import Perekaman
from ektp_core.rekonsiliasi.hasil import (
    AngkaWajib,
    BelumTerekam,
    Hasil,
    KembalianDibaca,
    NasibKembalian,
    Neraca,
    PerluDilihat,
    RekapDesa,
    TerekamLuarDasar,
)
from ektp_core.rekonsiliasi.jalan import Jalannya
from ektp_core.rekonsiliasi.kembali import LembarKembali
from ektp_core.rekonsiliasi.kenali import Kenalan
from ektp_core.undangan import LEMBAR as LEMBAR_UNDANGAN
from ektp_core.undangan import Undangan

__all__ = [
    "AngkaWajib",
    "BelumTerekam",
    "Hasil",
    "KembalianDibaca",
    "NasibKembalian",
    "Neraca",
    "PerluDilihat",
    "RekapDesa",
    "TerekamLuarDasar",
    "reconcile",
]


def reconcile(
    *,
    penduduk: Sequence[Penduduk],
    undangan: Sequence[Undangan],
    perekaman: Sequence[Perekaman] = (),
    mutasi: Sequence[Mutasi] = (),
    wilayah: Sequence[Lingkungan] | None = None,
    galat: Iterable[Galat] = (),
    on: date,
    pagu: int | None = None,
    dibaca: Mapping[str, int] | None = None,
    kembalian: Sequence[Kembalian] = (),
) -> Hasil:
    """Bring the invitation list, the registers and the recordings to one answer at the date `on`.

    `mutasi` holds deaths and moves. `wilayah` lists the known addresses; None or nothing in it means that no such list
    exists, so that no address is called unknown. `galat` are the rows that the readers refused. `pagu` is a quota in
    people. `dibaca` gives the rows read per sheet as the reader counted them; without it, the records and `galat` are
    taken. `kembalian` are rows of sweep lists that came back: what the desa wrote there counts as a note.
    Raises `EktpError` for a date before UU 23/2006 or a negative quota.

    >>> budi = Penduduk("3313110101800001", "Budi", date(1980, 1, 1), desa="Jaten")
    >>> rekam = [Perekaman("3313110101800001", date(2012, 8, 1))]
    >>> h = reconcile(penduduk=[budi], undangan=[Undangan("1", budi.nik, "Budi")], perekaman=rekam, on=date(2012, 8, 28))
    >>> h.keputusan[0].kategori.value, str(h.cakupan.neto), all(n.seimbang for n in h.neraca)
    ('SAH', '100,00%', True)
    """
    check_reference_date(on)
    if pagu is not None and pagu < 0:
        raise EktpError(f"pagu tidak boleh negatif: {pagu}")
    with without_collector():
        return _reconcile(penduduk, undangan, perekaman, mutasi, wilayah, kembalian, list(galat), on, pagu, dibaca)


def _reconcile(
    penduduk: Sequence[Penduduk],
    undangan: Sequence[Undangan],
    perekaman: Sequence[Perekaman],
    mutasi: Sequence[Mutasi],
    wilayah: Sequence[Lingkungan] | None,
    kembalian: Sequence[Kembalian],
    ditolak: Sequence[Galat],
    on: date,
    pagu: int | None,
    dibaca: Mapping[str, int] | None,
) -> Hasil:
    kenalan = Kenalan.of(penduduk, undangan, perekaman, mutasi)
    if dibaca is None:
        dibaca = _count_read(penduduk, undangan, perekaman, mutasi, wilayah, kembalian, ditolak)
    kembali = LembarKembali(kenalan, kembalian)
    jalan = Jalannya(kenalan.register, kenalan, wilayah, on, kembali)
    return jalan.finish(penduduk, dibaca, [*ditolak, *kenalan.galat], pagu, len(wilayah or ()))


def _count_read(
    penduduk: Sequence[Penduduk],
    undangan: Sequence[Undangan],
    perekaman: Sequence[Perekaman],
    mutasi: Sequence[Mutasi],
    wilayah: Sequence[Lingkungan] | None,
    kembalian: Iterable[Kembalian],
    ditolak: Iterable[Galat],
) -> dict[str, int]:
    """The rows read per sheet, as far as records and refused rows tell."""
    jumlah = Counter(
        {
            LEMBAR_PENDUDUK: len(penduduk),
            LEMBAR_UNDANGAN: len(undangan),
            LEMBAR_PEREKAMAN: len(perekaman),
            LEMBAR_PINDAH: sum(isinstance(m, Pindah) for m in mutasi),
            LEMBAR_MENINGGAL: sum(isinstance(m, Meninggal) for m in mutasi),
        }
    )
    if wilayah is not None:
        jumlah[LEMBAR_WILAYAH] = len(wilayah)
    jumlah.update(k.lembar for k in kembalian)
    jumlah.update(g.lembar for g in ditolak)
    return dict(jumlah)
