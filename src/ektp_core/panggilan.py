"""New invitations (surat panggilan) with a session each: who is called, who comes together, on which day and hour.

Only the schedule; the letter itself is written elsewhere. Which days the office is open is an argument.
"""

from collections.abc import Iterable, Sequence
from datetime import date, time
from heapq import heappop, heappush

from attrs import field, frozen

from ektp_core.alamat import normalize_alamat, normalize_desa
from ektp_core.aturan import Sumber, declare, keputusan_proyek
from ektp_core.galat import EktpError
from ektp_core.kategori import Kategori
from ektp_core.proyeksi import Kantor
from ektp_core.rekonsiliasi.hasil import BelumTerekam
from ektp_core.rekonsiliasi.orang import particulars
from ektp_core.tulisan import show_date
from ektp_core.undangan import natural_key

PANGGILAN_01 = declare(
    "PANGGILAN-01",
    "Dipanggil: setiap orang dasar yang belum terekam, kecuali yang undangannya berakhir MENINGGAL, PINDAH atau "
    "ALAMAT_TIDAK_DIKETAHUI.",
    keputusan_proyek(
        "surat disampaikan desa; ke alamat yang tidak ada, atau kepada orang yang dikatakan tiada, ia kembali"
    ),
)
PANGGILAN_02 = declare(
    "PANGGILAN-02",
    "Setiap orang yang dipanggil mendapat tepat satu surat panggilan, atas namanya sendiri.",
    Sumber(
        "Permendagri 9/2011",
        "surat panggilan ditandatangani camat dan disampaikan desa; setelah dicap menjadi bukti perekaman (pasal perlu dicek)",
    ),
)
PANGGILAN_03 = declare(
    "PANGGILAN-03",
    "Satu sesi tidak pernah memuat lebih banyak orang daripada kapasitasnya.",
    keputusan_proyek("alat rekam melayani satu orang sekali; yang menunggu terlalu lama pulang"),
)
PANGGILAN_04 = declare(
    "PANGGILAN-04",
    "Satu keluarga (NO_KK yang sama; tanpa NO_KK, alamat lengkap yang sama) datang dalam satu sesi, kecuali lebih besar "
    "daripada satu sesi: ia mengisi sesi yang berurutan dan disebut.",
    keputusan_proyek("keluarga datang dengan satu kendaraan dan satu kartu keluarga"),
)
PANGGILAN_05 = declare(
    "PANGGILAN-05",
    "Sesi hanya ada pada hari kerja, menurut tanggal lalu jam.",
    keputusan_proyek("orang yang datang ketika kantor tutup tidak datang lagi"),
)
PANGGILAN_06 = declare(
    "PANGGILAN-06",
    "Menurut urutan jalan (desa, RW, RT, alamat, nama), setiap keluarga mendapat sesi paling awal yang masih memuatnya.",
    keputusan_proyek("tetangga datang bersama dan kursi tidak terbuang; urutan baris tidak mengubah jadwal"),
)

_TIDAK_DIPANGGIL = frozenset((Kategori.MENINGGAL, Kategori.PINDAH, Kategori.ALAMAT_TIDAK_DIKETAHUI))

Keluarga = tuple[BelumTerekam, ...]


@frozen(order=True)
class Sesi:
    """One session at the recording desk.

    >>> Sesi(date(2012, 9, 3), time(8)) < Sesi(date(2012, 9, 3), time(10))
    True
    """

    tanggal: date
    mulai: time


@frozen
class JadwalSesi:
    """Who comes when: `isi` has one entry a session of `sesi`, its people in walking order.

    `tanpa_sesi` are the people for whom no seat was left; `terpecah` the families larger than a session.

    >>> JadwalSesi(50, (), (), ()).orang
    0
    """

    kapasitas: int
    sesi: tuple[Sesi, ...]
    isi: tuple[Keluarga, ...]
    tanpa_sesi: Keluarga
    terpecah: tuple[Keluarga, ...] = field(default=())

    @property
    def orang(self) -> int:
        """People who have a session."""
        return sum(map(len, self.isi))


def make_sessions(kantor: Kantor, awal: date, akhir: date, *, jam: Iterable[time]) -> tuple[Sesi, ...]:
    """The sessions from `awal` to `akhir` (both counted): each hour of `jam` on each day that the office is open, in order.

    Raises `EktpError` when no hour is given, or when there is no such day.

    >>> len(make_sessions(Kantor(hari_per_minggu=6), date(2012, 8, 29), date(2012, 9, 30), jam=[time(8), time(10)]))
    56
    """
    mulai = sorted(set(jam))
    if not mulai:
        raise EktpError("jam sesi belum diberikan")
    hari = kantor.days(awal, akhir)
    if not hari:
        raise EktpError(f"tidak ada hari kerja antara {show_date(awal)} dan {show_date(akhir)}")
    return tuple(Sesi(h, m) for h in hari for m in mulai)


def summon(belum: Iterable[BelumTerekam]) -> Keluarga:
    """The people not yet recorded (`Hasil.belum`) to whom a new invitation can be served, in walking order.

    >>> from ektp_core import Penduduk
    >>> budi = BelumTerekam(Penduduk("3313110101800001", "Budi", rt="2", rw="1"), "3313110101800001", "Jaten", None)
    >>> [b.penduduk.nama for b in summon([budi])]
    ['Budi']
    """
    dipanggil = (b for b in belum if b.keputusan is None or b.keputusan.kategori not in _TIDAK_DIPANGGIL)
    return tuple(sorted(dipanggil, key=walking_order))


def group_families(orang: Iterable[BelumTerekam]) -> tuple[Keluarga, ...]:
    """The people by family, families and members in walking order; somebody with neither card nor full address is alone.

    >>> from ektp_core import Penduduk
    >>> adik = [BelumTerekam(Penduduk(f"331311010180000{i}", no_kk="3313110101100001"), "", "Jaten", None) for i in (1, 2)]
    >>> [len(k) for k in group_families(adik)]
    [2]
    """
    keluarga: dict[object, list[BelumTerekam]] = {}
    for i, b in enumerate(sorted(orang, key=walking_order)):
        keluarga.setdefault(_family(b) or i, []).append(b)
    return tuple(map(tuple, keluarga.values()))


def schedule(orang: Iterable[BelumTerekam], *, sesi: Iterable[Sesi], kapasitas: int) -> JadwalSesi:
    """Give everybody a session of at most `kapasitas` people, families together; the order of `orang` does not matter.

    Raises `EktpError` for a capacity below 1. Who finds no seat is in `tanpa_sesi`, whole families.

    >>> from ektp_core import Penduduk
    >>> budi = BelumTerekam(Penduduk("3313110101800001", "Budi"), "3313110101800001", "Jaten", None)
    >>> j = schedule([budi], sesi=[Sesi(date(2012, 9, 3), time(8))], kapasitas=50)
    >>> j.orang, j.tanpa_sesi
    (1, ())
    """
    if kapasitas < 1:
        raise EktpError(f"kapasitas sesi paling sedikit 1 orang, bukan {kapasitas}")
    urut = tuple(sorted(set(sesi)))
    isi: list[list[BelumTerekam]] = [[] for _ in urut]
    kursi = _Kursi(len(urut), kapasitas)
    tanpa: list[BelumTerekam] = []
    terpecah: list[Keluarga] = []
    for keluarga in group_families(orang):
        if len(keluarga) > kapasitas:
            terpecah.append(keluarga)
        tempat = kursi.take(len(keluarga))
        if not tempat:
            tanpa.extend(keluarga)
        for i, ke in enumerate(tempat):
            isi[ke].extend(keluarga[i * kapasitas : (i + 1) * kapasitas])
    terisi = tuple(tuple(sorted(satu, key=walking_order)) for satu in isi)
    return JadwalSesi(kapasitas, urut, terisi, tuple(tanpa), tuple(terpecah))


def least_capacity(orang: Sequence[BelumTerekam], *, sesi: Sequence[Sesi]) -> int:
    """The smallest capacity at which `schedule` finds everybody a seat in these sessions; 1 for nobody.

    Raises `EktpError` without any session.

    >>> least_capacity([], sesi=[Sesi(date(2012, 9, 3), time(8))])
    1
    """
    if not sesi:
        raise EktpError("tidak ada sesi")
    # Fewer seats than people is never enough, so the search begins where the seats first reach them.
    kapasitas = max(1, -(-len(orang) // len(set(sesi))))
    while schedule(orang, sesi=sesi, kapasitas=kapasitas).tanpa_sesi:
        kapasitas += 1
    return kapasitas


class _Kursi:
    """The free seats: sessions are opened in order, and those opened are kept by how many seats they have left."""

    def __init__(self, sesi: int, kapasitas: int) -> None:
        self._sesi = sesi
        self._kapasitas = kapasitas
        self._dibuka = 0
        self._sisa: dict[int, list[int]] = {}

    def take(self, orang: int) -> tuple[int, ...]:
        """Seat a family: the earliest session that holds it, or successive new ones when none can; empty when full."""
        if orang <= self._kapasitas:
            muat = [(tunggu[0], sisa) for sisa, tunggu in self._sisa.items() if sisa >= orang]
            if muat:
                ke, sisa = min(muat)
                heappop(self._sisa[sisa])
                if not self._sisa[sisa]:
                    del self._sisa[sisa]
                self._keep(ke, sisa - orang)
                return (ke,)
        perlu = -(-orang // self._kapasitas)
        if self._dibuka + perlu > self._sesi:
            return ()
        tempat = tuple(range(self._dibuka, self._dibuka + perlu))
        self._dibuka += perlu
        self._keep(tempat[-1], perlu * self._kapasitas - orang)
        return tempat

    def _keep(self, ke: int, sisa: int) -> None:
        if sisa:
            heappush(self._sisa.setdefault(sisa, []), ke)


def _family(b: BelumTerekam) -> tuple[str, ...]:
    """What members of one family share; empty when nothing tells."""
    p = b.penduduk
    if p.no_kk:
        return (p.no_kk,)
    alamat = (normalize_desa(p.desa), p.rw, p.rt, normalize_alamat(p.alamat))
    return alamat if all(alamat) else ()


def walking_order(b: BelumTerekam) -> tuple[object, ...]:
    """A key that sorts people by desa, RW, RT, address and name.

    >>> from ektp_core import Penduduk
    >>> walking_order(BelumTerekam(Penduduk("3313110101800001", "Budi"), "3313110101800001", "Desa Jaten", None))[0]
    'JATEN'
    """
    p = b.penduduk
    # All particulars at the end, so that only people who differ in nothing could change places.
    tempat = (normalize_desa(b.desa), not p.rw, p.rw, not p.rt, p.rt, natural_key(normalize_alamat(p.alamat)))
    return (*tempat, p.nama, b.nik, particulars(p))
