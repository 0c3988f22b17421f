"""Everything that is said of a target, put together: pace, scenarios and promise for those left now and by the target."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date, timedelta

from attrs import frozen

from ektp_core.mutasi import Mutasi
from ektp_core.penduduk import Penduduk
from ektp_core.perekaman import Perekaman
from ektp_core.proyeksi.dasar import DasarTarget, project_base
from ektp_core.proyeksi.kantor import Kantor
from ektp_core.proyeksi.laju import LajuKeTarget, Malam, Skenario, check_target, compare_paces, pace_to_target
from ektp_core.proyeksi.selang import Label, LogTerlaluPendek, Perkiraan, estimate_finish, service_log
from ektp_core.rekonsiliasi import Hasil
from ektp_core.undangan import Undangan

BENIH = 2012
"""The seed where none is given: the same call gives the same days."""


@frozen
class Rencana:
    """What one base (`sisa` people left) asks for until the target."""

    perlu: LajuKeTarget
    skenario: tuple[Skenario, ...]
    perkiraan: Perkiraan | LogTerlaluPendek


@frozen
class Proyeksi:
    """What is left at the reference date (`kini`) and of the base at the target (`nanti`), with that base itself."""

    on: date
    target: date
    kini: Rencana
    nanti: Rencana
    dasar: DasarTarget


def project(
    hasil: Hasil,
    *,
    penduduk: Sequence[Penduduk],
    undangan: Sequence[Undangan] = (),
    perekaman: Sequence[Perekaman] = (),
    mutasi: Sequence[Mutasi] = (),
    target: date,
    kantor: Kantor,
    label: Callable[[date], Label],
    laju: Iterable[int] = (),
    malam: Malam | None = None,
    benih: int = BENIH,
    buku_sejak: date | None = None,
) -> Proyeksi:
    """The projection from a reconciliation and the records that it was made of.

    `label` tells the kinds of days apart (see `selang.label_days`); the log counts from `buku_sejak` on. Raises
    `EktpError` for a target that is not after the reference date, and as `pace_to_target`, `finish_date` and
    `estimate_finish`.

    >>> from ektp_core import reconcile
    >>> budi = Penduduk("3313110101800001", "Budi", date(1980, 1, 1))
    >>> hasil = reconcile(penduduk=[budi], undangan=[], on=date(2012, 8, 28))
    >>> p = project(hasil, penduduk=[budi], target=date(2012, 9, 30), kantor=Kantor(), label=lambda h: (), laju=[1])
    >>> p.kini.perlu.laju, p.kini.skenario[0].selesai, p.kini.perkiraan.hari_log, p.dasar.nanti
    (1, datetime.date(2012, 8, 29), 0, 1)
    """
    on, semua = hasil.on, tuple(laju)
    check_target(target, on=on)
    harian = ((hari, orang) for hari, orang in hasil.perekaman_harian if buku_sejak is None or hari >= buku_sejak)
    log = service_log(harian, kantor=kantor, on=on)
    malam = malam or {}
    dasar = project_base(penduduk=penduduk, undangan=undangan, perekaman=perekaman, mutasi=mutasi, on=on, target=target)

    def plan(sisa: int) -> Rencana:
        return Rencana(
            pace_to_target(sisa, on=on, target=target, kantor=kantor, malam=malam),
            compare_paces(sisa, semua, on=on, target=target, kantor=kantor, malam=malam),
            estimate_finish(
                sisa,
                log,
                mulai=on + timedelta(days=1),
                kantor=kantor,
                label=label,
                benih=benih,
                target=target,
                malam=malam,
            ),
        )

    return Proyeksi(on, target, plan(hasil.belum_terekam), plan(dasar.sisa_nanti), dasar)
