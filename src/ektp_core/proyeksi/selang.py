"""When the rest will be done, as far as the recording log can say: P10, P50 and P90 by resampling blocks of service days.

A coming day takes the total of a logged day of the same kind, and the days after it take those that followed in the log:
slow weeks stay slow, Ramadan stays Ramadan, and no peak day is drawn out into a line. What has never happened (fewer
left to come, a broken machine) is not in it.

The only chance is `random.Random(benih).random()`, whose sequence Python's documentation promises for every version; its
other methods carry no such promise and are not used.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import date, timedelta
from random import Random

from attrs import frozen

from ektp_core.aturan import declare, keputusan_proyek
from ektp_core.galat import EktpError
from ektp_core.proyeksi.kantor import Kantor
from ektp_core.proyeksi.laju import Malam
from ektp_core.tulisan import show_date

PROYEKSI_06 = declare(
    "PROYEKSI-06",
    "Perkiraan selesai (P10, P50, P90) mengulang blok hari kerja berurutan dari buku perekaman: tiap hari mendatang mengambil "
    "jumlah hari yang sejenis, menurut musim lalu hari dalam minggu.",
    keputusan_proyek("laju tidak tetap; menarik garis dari hari puncak menjanjikan tanggal yang tidak tercapai"),
)
PROYEKSI_07 = declare(
    "PROYEKSI-07",
    "Buku perekaman yang kurang dari empat minggu hari kerja tidak menjawab perkiraan selesai.",
    keputusan_proyek("di bawah empat minggu tiap hari dalam minggu terlihat paling banyak tiga kali"),
)
PROYEKSI_08 = declare(
    "PROYEKSI-08",
    "Musim sebuah hari: RAMADAN dalam 29 hari sebelum Idul Fitri, LIBUR bila libur nasional atau cuti bersama, selain itu BIASA.",
    keputusan_proyek(
        "bulan kamariah 29 atau 30 hari: 29 hari sebelum Idul Fitri pasti Ramadan, hari ke-30 hanya mungkin; Idul Fitri "
        "menurut keputusan bersama tiga menteri"
    ),
)

Label = tuple[str, ...]
"""The kind of a day, the weightiest part first: a day without its like in the log takes one that shares the first parts."""

MINGGU_TERPENDEK = 4
_TAHUN_DEPAN = 5
_HARI_RAMADAN = 29
_HARI = ("SENIN", "SELASA", "RABU", "KAMIS", "JUMAT", "SABTU", "MINGGU")


def label_days(idul_fitri: Iterable[date], libur: Callable[[int], AbstractSet[date]]) -> Callable[[date], Label]:
    """How days are told apart: by season (RAMADAN, LIBUR, BIASA), then by the day of the week.

    `idul_fitri` are the feasts of the years that matter, `libur` gives the closed days of a year.

    >>> label = label_days([date(2012, 8, 19)], lambda tahun: frozenset({date(2012, 8, 17)}))
    >>> label(date(2012, 7, 21)), label(date(2012, 7, 20)), label(date(2012, 8, 17))[0]
    (('RAMADAN', 'SABTU'), ('BIASA', 'JUMAT'), 'LIBUR')
    """
    ramadan = {hari - timedelta(days=i) for hari in idul_fitri for i in range(1, _HARI_RAMADAN + 1)}

    def label(hari: date) -> Label:
        musim = "LIBUR" if hari in libur(hari.year) else "RAMADAN" if hari in ramadan else "BIASA"
        return musim, _HARI[hari.weekday()]

    return label


def service_log(harian: Iterable[tuple[date, int]], *, kantor: Kantor, on: date) -> tuple[tuple[date, int], ...]:
    """The log as service days up to `on`: days with people, and the working days among them on which nobody came.

    >>> service_log([(date(2012, 8, 24), 5), (date(2012, 8, 28), 7)], kantor=Kantor(), on=date(2012, 8, 28))[1]
    (datetime.date(2012, 8, 27), 0)
    """
    orang = {hari: jumlah for hari, jumlah in harian if hari <= on}
    if not orang:
        return ()
    return tuple((hari, orang.get(hari, 0)) for hari in sorted({*orang, *kantor.days(min(orang), on)}))


@frozen
class Perkiraan:
    """The days on which the rest is done in 10, 50 and 90 of 100 runs; None means after `batas`, the last day tried.

    `hari_log` counts the service days of the log; `sampai_target` the runs done by the target (None without a target);
    `tanpa_contoh` names the kinds of day that the log has never seen and that took the totals of others.
    """

    p10: date | None
    p50: date | None
    p90: date | None
    batas: date
    hari_log: int
    ulangan: int
    benih: int
    sampai_target: int | None
    tanpa_contoh: tuple[Label, ...]


@frozen
class LogTerlaluPendek:
    """Why no day is given: the log has `hari_log` service days, and `perlu` are needed."""

    hari_log: int
    perlu: int


def estimate_finish(
    sisa: int,
    log: Sequence[tuple[date, int]],
    *,
    mulai: date,
    kantor: Kantor,
    label: Callable[[date], Label],
    benih: int,
    target: date | None = None,
    ulangan: int = 1000,
    malam: Malam | None = None,
) -> Perkiraan | LogTerlaluPendek:
    """When `sisa` people are done if the coming days, from `mulai` on, are like those of the log (see `service_log`).

    A block is a week of service days. The same `benih` gives the same answer on every Python. Raises `EktpError` for a
    negative rest and for fewer than one run.

    >>> awal = date(2012, 6, 4)
    >>> log = [(awal + timedelta(days=i), 50) for i in range(40)]
    >>> p = estimate_finish(200, log, mulai=date(2012, 8, 29), kantor=Kantor(), label=lambda h: (), benih=1)
    >>> p.p10 == p.p90 == date(2012, 9, 3)
    True
    """
    if sisa < 0:
        raise EktpError("sisa orang tidak boleh negatif")
    if ulangan < 1:
        raise EktpError(f"ulangan harus 1 atau lebih, bukan {ulangan}")
    perlu = MINGGU_TERPENDEK * kantor.hari_per_minggu
    if len(log) < perlu:
        return LogTerlaluPendek(len(log), perlu)
    depan = kantor.days(mulai, date(mulai.year + _TAHUN_DEPAN, 12, 31))
    if not depan:
        raise EktpError(f"tidak ada hari kerja dalam {_TAHUN_DEPAN} tahun sesudah {show_date(mulai)}")
    jenis = [label(hari) for hari in depan]
    undian = Undian([label(hari) for hari, _ in log], kantor.hari_per_minggu)
    tambah = [(malam or {}).get(hari, 0) for hari in depan]
    jumlah = [orang for _, orang in log]
    # A chance of its own for each run: one that ends later leaves the next as it was, so more left never ends earlier.
    acak = (Random(benih * ulangan + i) for i in range(ulangan))
    akhir = sorted(_run_out(sisa, jumlah, undian.draw(jenis, satu), tambah) for satu in acak)

    def day(persen: int) -> date | None:
        letak = akhir[-(-persen * ulangan // 100) - 1]
        return None if letak >= len(depan) else depan[letak] if letak >= 0 else mulai

    terpakai = jenis[: akhir[-(-90 * ulangan // 100) - 1] + 1]
    sampai = None if target is None else sum(i < len(depan) and (i < 0 or depan[i] <= target) for i in akhir)
    return Perkiraan(day(10), day(50), day(90), depan[-1], len(log), ulangan, benih, sampai, undian.unseen(terpakai))


def _run_out(sisa: int, jumlah: Sequence[int], letak: Iterator[int], tambah: Sequence[int]) -> int:
    """The place among the coming days on which the rest is done; -1 when it already is, their number when it never is."""
    if sisa == 0:
        return -1
    for i, (dari, malam) in enumerate(zip(letak, tambah, strict=True)):
        sisa -= jumlah[dari] + malam
        if sisa <= 0:
            return i
    return len(tambah)


class Undian:
    """Draws a logged day for each coming day, in blocks of consecutive logged days of the same kinds.

    `jenis` are the kinds of the logged days in order, `blok` the most days that are taken in a row.

    >>> undian = Undian([("BIASA", "SENIN"), ("BIASA", "SELASA")], 5)
    >>> list(undian.draw([("BIASA", "SENIN"), ("BIASA", "SELASA"), ("BIASA", "SELASA")], Random(1)))
    [0, 1, 1]
    """

    def __init__(self, jenis: Sequence[Label], blok: int) -> None:
        self._jenis, self._blok = jenis, blok
        self._letak: Mapping[Label, list[int]] = defaultdict(list)
        for i, label in enumerate(jenis):
            for panjang in range(len(label) + 1):
                self._letak[label[:panjang]].append(i)

    def draw(self, depan: Iterable[Label], acak: Random) -> Iterator[int]:
        """The place in the log for each coming day: the one after the last drawn, while its kind and the block allow it."""
        akhir = len(self._jenis) - 1
        letak, tersisa = akhir, 0
        for label in depan:
            if tersisa and letak < akhir and self._jenis[letak + 1] == label:
                letak, tersisa = letak + 1, tersisa - 1
            else:
                calon = self._alike(label)
                letak, tersisa = calon[int(acak.random() * len(calon))], self._blok - 1
            yield letak

    def _alike(self, label: Label) -> Sequence[int]:
        panjang = next(n for n in range(len(label), -1, -1) if label[:n] in self._letak)
        return self._letak[label[:panjang]]

    def unseen(self, depan: Iterable[Label]) -> tuple[Label, ...]:
        """The kinds among these that the log does not have."""
        return tuple(label for label in dict.fromkeys(depan) if label not in self._letak)
