"""A person, as the reconciliation knows one: the rows, papers, events and recordings that are theirs.

Only holds and chooses; who belongs together is found by `register` and `kenali`.
"""

from collections.abc import Iterable, Sequence

from ektp_core.kembalian import Kembalian
from ektp_core.keputusan import Alasan, Bukti, KeputusanUndangan
from ektp_core.mutasi import Meninggal, Pindah
from ektp_core.nik import HILANG
from ektp_core.penduduk import Penduduk
from ektp_core.perekaman import Perekaman
from ektp_core.undangan import Undangan
from ektp_core.wajib import Domisili


class Orang:
    """A person: with rows of the register, or known only by a NIK in other sheets (`baris` empty).

    `niks` are all the person's NIKs as cleaned (`?` for a lost digit); `nik` is the one that lists show. `tanpa_kunci`
    marks one row of several that share a calendar-false NIK: its NIK leads to nobody. What `keadaan` finds at the
    reference date, and nobody can ask before: `alasan` and `wajib` (by the register of residents), `mati_pada`, `domisili`
    with the move that decided, `dasar` (in the wajib base), `terekam`.
    """

    alasan: Alasan
    wajib: bool | None
    mati_pada: Meninggal | None
    domisili: Domisili
    pindah_penentu: Pindah | None
    dasar: bool
    terekam: bool

    __slots__ = (
        "alasan",
        "baris",
        "dasar",
        "domisili",
        "kembali",
        "mati",
        "mati_pada",
        "nik",
        "niks",
        "pindah",
        "pindah_penentu",
        "rekam",
        "surat",
        "tanpa_kunci",
        "terekam",
        "utama",
        "wajib",
        "wakil",
    )

    def __init__(self, nik: str, baris: tuple[Penduduk, ...] = (), *, tanpa_kunci: bool = False) -> None:
        self.nik = nik
        self.niks: tuple[str, ...] = (nik,)
        self.baris = baris
        self.utama: Penduduk | None = next(iter(baris), None)
        self.tanpa_kunci = tanpa_kunci
        self.wakil: Orang | None = None
        self.mati: tuple[Meninggal, ...] = ()
        self.pindah: tuple[Pindah, ...] = ()
        self.rekam: tuple[Perekaman, ...] = ()
        self.surat: tuple[Surat, ...] = ()
        self.kembali: tuple[Kembalian, ...] = ()

    @property
    def terdaftar(self) -> bool:
        """Whether the person is in any register here."""
        return bool(self.baris or self.mati or self.pindah)

    @property
    def nama(self) -> str:
        """The registered name, or that of the first paper by text."""
        if self.utama is not None:
            return self.utama.nama
        return min((s.undangan.nama for s in self.surat if s.undangan.nama), default="")

    @property
    def desa(self) -> str:
        """The registered desa as written, or that of the first paper by text."""
        if self.utama is not None:
            return self.utama.desa
        return min((s.undangan.desa for s in self.surat if s.undangan.desa), default="")

    def root(self) -> "Orang":
        """The person into whom this one was merged; itself when it was not."""
        orang = self
        while orang.wakil is not None:
            orang = orang.wakil
        return orang

    def absorb(self, lain: "Orang") -> None:
        """Make another person, not yet merged, one with this one; before papers and recordings are led to people."""
        self.niks = tuple(dict.fromkeys(self.niks + lain.niks))
        self.baris += lain.baris
        self.mati += lain.mati
        self.pindah += lain.pindah
        lain.wakil = self

    def settle(self) -> None:
        """Choose the row that stands for the person, and the NIK that lists show: never by position."""
        self.utama = max_fullness(self.baris)
        self.nik = self.full_form(self.utama.nik)

    def lost_digits(self) -> set[str]:
        """The fifteen known digits of each NIK that has lost its last one and of which no full form is known."""
        return {n[:15] for n in self.niks if self.full_form(n).endswith(HILANG)}

    def full_form(self, nik: str) -> str:
        """The person's full NIK that a NIK with a lost digit stands for; the same NIK when none is known."""
        if not nik.endswith(HILANG):
            return nik
        # A digit sorts before the sign of a lost one.
        return min((n for n in self.niks if n[:15] == nik[:15]), default=nik)


class Surat:
    """One invitation with the person it was found to be for, and how it was found.

    `sesuai`: its NIK matches the register as written. `aturan` and `bukti` speak only where it was found otherwise.
    `keputusan` is where it ends; nobody can ask before it is decided.
    """

    __slots__ = ("aturan", "bukti", "keputusan", "nik_dipakai", "orang", "sesuai", "undangan")

    keputusan: KeputusanUndangan

    def __init__(self, undangan: Undangan, orang: Orang, nik_dipakai: str, *, sesuai: bool) -> None:
        self.undangan = undangan
        self.orang = orang
        self.nik_dipakai = nik_dipakai
        self.sesuai = sesuai
        self.aturan: tuple[str, ...] = ()
        self.bukti: tuple[Bukti, ...] = ()

    @property
    def diperbaiki(self) -> bool:
        """Whether the person was found other than by the NIK as written."""
        return bool(self.bukti)


def distinct(orang: Iterable[Orang]) -> list[Orang]:
    """The people, each as the one into whom they were merged, once."""
    return list(dict.fromkeys(o.root() for o in orang))


def only(orang: Sequence[Orang]) -> Orang | None:
    """The one person that there is; None for nobody, and for several."""
    match orang:
        case [satu]:
            return satu
        case _:
            return None


def particulars(p: Penduduk) -> tuple[str, ...]:
    """The written particulars of a row as texts, in the order of the sheet's columns."""
    return (
        p.nik,
        p.nama,
        p.tanggal_lahir.isoformat() if p.tanggal_lahir else "",
        p.jenis_kelamin or "",
        p.status_kawin.value,
        p.tanggal_kawin.isoformat() if p.tanggal_kawin else "",
        p.kewarganegaraan.value,
        p.itap_sampai.isoformat() if p.itap_sampai else "",
        p.no_kk,
        p.nama_ibu,
        p.alamat,
        p.rt,
        p.rw,
        p.desa,
    )


def max_fullness(baris: Sequence[Penduduk]) -> Penduduk:
    """The row with the most filled particulars, then the first in text order."""
    return min(baris, key=lambda p: (-sum(map(bool, particulars(p))), particulars(p), p.baris))
