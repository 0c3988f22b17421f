"""Service days around Idul Fitri of two years, aligned by their distance from the feast, with those who came from elsewhere.

By calendar date the two years would compare Ramadan with a holiday. The feasts are arguments; which log is which year's,
and whether the office was better or worse, is not decided here.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Set as AbstractSet
from datetime import date, timedelta

from attrs import frozen

from ektp_core.alamat import normalize_desa
from ektp_core.aturan import declare, keputusan_proyek
from ektp_core.mutasi import Mutasi
from ektp_core.penduduk import Penduduk
from ektp_core.perekaman import Perekaman
from ektp_core.proyeksi.kantor import Kantor
from ektp_core.rekonsiliasi.kenali import Kenalan
from ektp_core.rekonsiliasi.orang import Orang
from ektp_core.undangan import Undangan
from ektp_core.wajib import Domisili, domicile_at

PROYEKSI_10 = declare(
    "PROYEKSI-10",
    "Hari layanan sekitar Lebaran dua tahun disandingkan menurut jaraknya dari Idul Fitri, bukan menurut tanggal; hari yang "
    "tidak tercakup buku perekaman kosong, bukan nol.",
    keputusan_proyek("Idul Fitri maju sekitar 11 hari tiap tahun"),
)
PROYEKSI_11 = declare(
    "PROYEKSI-11",
    "Pemudik: terdaftar di luar tetapi direkam di sini, atau terdaftar di sini tetapi direkam di luar, pada hari perekamannya.",
    keputusan_proyek(
        "perekaman di luar domisili tanpa pindah data (Perpres 96/2018 pasal 22) tampak dari TEMPAT dan register"
    ),
)
PROYEKSI_12 = declare(
    "PROYEKSI-12",
    "TEMPAT perekaman di sini bila kosong, bila menyebut nama desa di sini saja, bila paling sering ditulis, atau bila disebut "
    "petugas; selain itu di luar.",
    keputusan_proyek("kolom TEMPAT tidak berkode; yang dianggap di luar ditampilkan agar dapat dibantah"),
)

JARAK = 14
_KATA = re.compile(r"[\W_]+")
_UMUM = frozenset(
    "AULA BALAI BALE DESA DS GEDUNG GEDONG KANTOR KEL KELURAHAN LURAH PENDOPO PENDAPA RUMAH KADES".split()
)


def place_key(tempat: str) -> str:
    """A place as it is compared: capitals, without the words that any place may have.

    >>> place_key("Balai Desa Ngringo"), place_key("Kantor Kec. Jaten"), place_key("-")
    ('NGRINGO', 'KECAMATAN JATEN', '')
    """
    kata = ("KECAMATAN" if k == "KEC" else k for k in _KATA.split(tempat.upper()))
    return " ".join(k for k in kata if k and k not in _UMUM)


def local_places(tempat: Iterable[str], desa: Iterable[str], sebut: Iterable[str] = ()) -> frozenset[str]:
    """The keys of the places that are here: the blank, the desa, those named, and the one that is written most often.

    >>> sorted(local_places(["Kec. Jaten", "Kec. Jaten", "Kota Solo"], ["JATI"]))
    ['', 'JATI', 'KECAMATAN JATEN']
    """
    banyak = Counter(map(place_key, tempat))
    del banyak[""]
    sering = min(banyak, key=lambda k: (-banyak[k], k), default="")
    return frozenset({"", sering, *map(place_key, sebut), *(place_key(normalize_desa(d)) for d in desa)})


@frozen
class Kunjungan:
    """One person at a recording desk on one day: whether the desk is here, and whether the person was registered here."""

    tanggal: date
    nik: str
    di_sini: bool
    terdaftar: bool


def find_visits(
    *,
    penduduk: Sequence[Penduduk],
    undangan: Sequence[Undangan] = (),
    perekaman: Sequence[Perekaman] = (),
    mutasi: Sequence[Mutasi] = (),
    tempat_sini: AbstractSet[str] = frozenset({""}),
) -> tuple[Kunjungan, ...]:
    """Who came to a desk on which day, once a day and place; every recording is a visit, whatever became of it.

    `tempat_sini` as `local_places` gives it. Registered here is who stands in `penduduk` and lived here on that day.

    >>> rekam = [Perekaman("3313110101800001", date(2012, 8, 20), tempat="Kec. Serpong")]
    >>> find_visits(penduduk=[Penduduk("3313110101800001")], perekaman=rekam)[0].di_sini
    False
    """
    kenalan = Kenalan.of(penduduk, undangan, perekaman, mutasi)
    luar = (o for o in kenalan.luar.values() if o.wakil is None)
    semua = {k: None for orang in (*kenalan.register.orang, *luar) for k in _visits_of(orang, tempat_sini)}
    return tuple(sorted(semua, key=lambda k: (k.tanggal, k.nik, k.di_sini)))


def _visits_of(orang: Orang, tempat_sini: AbstractSet[str]) -> Iterator[Kunjungan]:
    for r in orang.rekam:
        terdaftar = bool(orang.baris) and domicile_at(orang.pindah, r.tanggal)[0] is Domisili.DI_SINI
        yield Kunjungan(r.tanggal, orang.nik, place_key(r.tempat) in tempat_sini, terdaftar)


@frozen
class HariLebaran:
    """One day so many days from the feast: whether the office was open, and who came; None where the log says nothing.

    `orang` came here, `dari_luar` among them are registered elsewhere; `di_luar` are registered here and went elsewhere.
    """

    jarak: int
    tanggal: date
    buka: bool
    orang: int | None
    dari_luar: int | None
    di_luar: int | None


@frozen
class TahunLebaran:
    """The days around one feast, from the earliest on.

    >>> TahunLebaran(date(2012, 8, 19), ()).tercakup
    False
    """

    idul_fitri: date
    hari: tuple[HariLebaran, ...]

    @property
    def tercakup(self) -> bool:
        """Whether the log says anything of these days."""
        return any(h.orang is not None for h in self.hari)


@frozen
class JumlahLebaran:
    """Sums over the days that both years know: service days, people, from elsewhere here, and from here elsewhere."""

    hari_layanan: int
    orang: int
    dari_luar: int
    di_luar: int


@frozen
class BandingLebaran:
    """Two feasts side by side, the earlier first; `bersama` are the distances that the log covers in both years."""

    lalu: TahunLebaran
    kini: TahunLebaran

    @property
    def bersama(self) -> frozenset[int]:
        """The distances from the feast that can be compared."""
        lalu, kini = ({h.jarak for h in t.hari if h.orang is not None} for t in (self.lalu, self.kini))
        return frozenset(lalu & kini)

    def total(self, tahun: TahunLebaran, jarak: AbstractSet[int]) -> JumlahLebaran:
        """The sums of a year over the distances that can be compared, among these."""
        hari = [h for h in tahun.hari if h.jarak in self.bersama & jarak]
        return JumlahLebaran(
            sum(h.buka for h in hari),
            sum(h.orang or 0 for h in hari),
            sum(h.dari_luar or 0 for h in hari),
            sum(h.di_luar or 0 for h in hari),
        )


def compare_lebaran(
    kunjungan: Iterable[Kunjungan], *, idul_fitri: tuple[date, date], kantor: Kantor, on: date, jarak: int = JARAK
) -> BandingLebaran:
    """The days from H-`jarak` to H+`jarak` of two feasts (the earlier first), with who came on each.

    The log covers the days from the first visit up to `on`. A day on which people came is open, whatever the calendar.

    >>> datang = [Kunjungan(date(2012, 8, 18), "3313110101800001", True, True)]
    >>> b = compare_lebaran(datang, idul_fitri=(date(2011, 8, 30), date(2012, 8, 19)), kantor=Kantor(), on=date(2012, 8, 28))
    >>> b.lalu.tercakup, [(h.jarak, h.orang) for h in b.kini.hari if h.orang]
    (False, [(-1, 1)])
    """
    semua = [k for k in kunjungan if k.tanggal <= on]
    awal = min((k.tanggal for k in semua), default=None)
    di_sini = Counter(k.tanggal for k in semua if k.di_sini)
    dari_luar = Counter(k.tanggal for k in semua if k.di_sini and not k.terdaftar)
    di_luar = Counter(k.tanggal for k in semua if k.terdaftar and not k.di_sini)

    def day(raya: date, n: int) -> HariLebaran:
        hari = raya + timedelta(days=n)
        buka = kantor.is_open(hari) or di_sini[hari] > 0
        if awal is None or not awal <= hari <= on:
            return HariLebaran(n, hari, buka, None, None, None)
        return HariLebaran(n, hari, buka, di_sini[hari], dari_luar[hari], di_luar[hari])

    lalu, kini = (TahunLebaran(r, tuple(day(r, n) for n in range(-jarak, jarak + 1))) for r in sorted(idul_fitri))
    return BandingLebaran(lalu, kini)
