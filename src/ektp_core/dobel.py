"""The same person twice: what is strong evidence, who is merged by it, and which paper is kept.

Works on comparable traits (`Ciri`), whether they come from the register or from an invitation. Merging is an
equivalence relation over strong evidence only; what weaker evidence says is proposed by `dugaan`, never merged.
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from datetime import date
from typing import TypeVar

from attrs import frozen

from ektp_core.alamat import normalize_alamat, normalize_desa
from ektp_core.aturan import Sumber, declare, keputusan_proyek
from ektp_core.nama import normalize_nama
from ektp_core.nik import JenisKelamin, sex_of
from ektp_core.penduduk import LEMBAR as LEMBAR_PENDUDUK
from ektp_core.penduduk import Penduduk
from ektp_core.undangan import LEMBAR as LEMBAR_UNDANGAN
from ektp_core.undangan import Undangan, natural_key

DOBEL_01 = declare(
    "DOBEL-01",
    "Satu NIK adalah satu orang; barisnya yang paling lengkap mewakilinya, dan beda isinya diperiksa orang.",
    Sumber("UU 23/2006", "pasal 13: setiap penduduk memiliki satu NIK seumur hidup"),
)
DOBEL_02 = declare(
    "DOBEL-02",
    "Dua NIK adalah satu orang bila nama, tanggal lahir, jenis kelamin sama, dan ibu, KK, atau alamat lengkap sama.",
    keputusan_proyek(
        "praktik Dukcapil: nama, tanggal lahir dan jenis kelamin yang sama saja bukan bukti (perlu dicek)"
    ),
)
DOBEL_04 = declare(
    "DOBEL-04",
    "Dari undangan dobel dipakai yang NIK-nya sesuai register, lalu nomor terkecil, lalu alamat dikenal, lalu baris pertama.",
    keputusan_proyek("satu cara memilih yang tidak bergantung pada urutan baris"),
)
DOBEL_05 = declare(
    "DOBEL-05",
    "Dugaan statistik menyebut peluang dua baris itu satu orang: DOBEL sejak 0,5, PERIKSA sejak 0,1 atau bila ada yang melawan.",
    keputusan_proyek(
        "cara Fellegi dan Sunter, A Theory for Record Linkage, JASA 64 (1969); tanggal lahir atau ibu lain di bawah "
        "NIK lain, kembar, beda jenis kelamin, dan satu NIK dengan dua nama selalu diputuskan orang"
    ),
)
DOBEL_08 = declare(
    "DOBEL-08",
    "Lebih dari sepuluh NIK yang terhubung bukti kuat tidak digabungkan; semuanya dugaan, dan kelompoknya diperiksa orang.",
    keputusan_proyek(
        "orang ber-NIK sebanyak itu tidak ada; yang sama di situ isian bawaan (nama BAYI, satu KK untuk semua), bukan orangnya"
    ),
)

BATAS_DOBEL, BATAS_PERIKSA = 0.5, 0.1
"""From which probability on a pair is more likely one person than two, and from which on it is worth a person's look."""

BATAS_GABUNG = 10
"""How many NIKs strong evidence may make one person."""

KunciPribadi = tuple[str, date, JenisKelamin]


@frozen
class Ciri:
    """What is compared between two rows about people; an empty part agrees with nothing.

    `nik` is the one that lists show for the person, `nik_baris` that of the row; `kelamin` is that of the NIK where none
    is written.
    """

    lembar: str
    baris: int
    nik: str
    nik_baris: str
    nama: str
    kunci_nama: str
    lahir: date | None
    kelamin: JenisKelamin | None
    ibu: str
    no_kk: str
    alamat: tuple[str, str, str, str] | None

    @property
    def pribadi(self) -> KunciPribadi | None:
        """Normalised name, birth date and sex; None when a part is missing.

        >>> traits_of_penduduk(Penduduk("3313110101800001", "Budi", date(1980, 1, 1))).pribadi
        ('BUDI', datetime.date(1980, 1, 1), 'L')
        """
        if self.kunci_nama and self.lahir and self.kelamin:
            return self.kunci_nama, self.lahir, self.kelamin
        return None


_TANPA_ISI = frozenset(
    kunci
    for teks in {
        "TIDAK DIKETAHUI",
        "TDK DIKETAHUI",
        "TIDAK TAHU",
        "TIDAK ADA",
        "TDK ADA",
        "TIDAK JELAS",
        "KOSONG",
        "NN",
        "N A",
        "NA",
    }
    for kunci in {teks, normalize_nama(teks)}
)
"""What people write where they know nothing: two of these are no agreement."""


def known_text(kunci: str) -> str:
    """A normalised text, or empty where it only says that nothing is known.

    >>> known_text("SITI"), known_text("TIDAK DIKETAHUI"), known_text("XXX")
    ('SITI', '', '')
    """
    return "" if kunci in _TANPA_ISI or not kunci.strip("X ") else kunci


def _full_address(alamat: str, rt: str, rw: str, desa: str) -> tuple[str, str, str, str] | None:
    bagian = known_text(normalize_alamat(alamat)), rt, rw, normalize_desa(desa)
    return bagian if all(bagian) else None


def traits_of_penduduk(p: Penduduk) -> Ciri:
    """The traits of a row of the register.

    >>> traits_of_penduduk(Penduduk("3313110101800001", "Budi", date(1980, 1, 1))).pribadi
    ('BUDI', datetime.date(1980, 1, 1), 'L')
    """
    return Ciri(
        LEMBAR_PENDUDUK,
        p.baris,
        p.nik,
        p.nik,
        p.nama,
        p.kunci_nama,
        p.tanggal_lahir,
        p.jenis_kelamin or sex_of(p.nik),
        known_text(p.kunci_ibu),
        p.no_kk,
        _full_address(p.alamat, p.rt, p.rw, p.desa),
    )


def traits_of_undangan(u: Undangan) -> Ciri:
    """The traits of an invitation; its sex is that of its NIK, and it knows neither mother nor family card.

    >>> traits_of_undangan(Undangan("1", "3313110101800001", "Budi", date(1980, 1, 1))).pribadi
    ('BUDI', datetime.date(1980, 1, 1), 'L')
    """
    return Ciri(
        LEMBAR_UNDANGAN,
        u.baris,
        u.nik,
        u.nik,
        u.nama,
        normalize_nama(u.nama),
        u.tanggal_lahir,
        sex_of(u.nik),
        "",
        "",
        _full_address(u.alamat, u.rt, u.rw, u.desa),
    )


def _extras(c: Ciri) -> dict[str, object]:
    """What each field that makes evidence strong says; one field is enough."""
    return {"NAMA_IBU": c.ibu, "NO_KK": c.no_kk, "ALAMAT": c.alamat}


def family_evidence(a: Ciri, b: Ciri) -> tuple[str, ...]:
    """Of mother, family card and full address, the fields in which two rows agree.

    >>> a, b = (traits_of_penduduk(Penduduk(f"331311010180000{i}", nama_ibu="Siti")) for i in (1, 2))
    >>> family_evidence(a, b)
    ('NAMA_IBU',)
    """
    lain = _extras(b)
    return tuple(nama for nama, isi in _extras(a).items() if isi and isi == lain[nama])


def strong_evidence(a: Ciri, b: Ciri) -> tuple[str, ...]:
    """The fields that make two rows one person beyond name, birth date and sex; empty when it is no strong evidence.

    >>> a = traits_of_penduduk(Penduduk("3313110101800001", "Budi", date(1980, 1, 1), nama_ibu="Siti"))
    >>> b = traits_of_penduduk(Penduduk("3313110101800002", "BUDI", date(1980, 1, 1), nama_ibu="Siti"))
    >>> strong_evidence(a, b)
    ('NAMA_IBU',)
    >>> c, d = (traits_of_penduduk(Penduduk(n, "Budi", date(1980, 1, 1), nama_ibu="tidak diketahui")) for n in (a.nik, b.nik))
    >>> strong_evidence(c, d)
    ()
    """
    if a.pribadi is None or a.pribadi != b.pribadi:
        return ()
    return family_evidence(a, b)


def iter_strong_pairs(ciri: Sequence[Ciri]) -> Iterator[tuple[int, int]]:
    """Pairs of positions that strong evidence joins, enough to span every group; the rows share one personal key.

    >>> orang = [Penduduk(f"331311010180000{i}", "Budi", date(1980, 1, 1), nama_ibu="Siti") for i in (1, 2, 3)]
    >>> list(iter_strong_pairs([traits_of_penduduk(p) for p in orang]))
    [(0, 1), (0, 2)]
    """
    pertama: dict[tuple[str, object], int] = {}
    for i, c in enumerate(ciri):
        for bukti in _extras(c).items() if c.pribadi else ():
            if bukti in pertama:
                yield pertama[bukti], i
            elif bukti[1]:
                pertama[bukti] = i


_Satu = TypeVar("_Satu", bound=Hashable)


def join_pairs(pasangan: Iterable[tuple[_Satu, _Satu]]) -> list[list[_Satu]]:
    """The classes of the smallest equivalence that joins every pair; whoever is in no pair is in no class.

    >>> join_pairs([(1, 2), (4, 5), (3, 2)])
    [[1, 2, 3], [4, 5]]
    """
    kelas: dict[_Satu, list[_Satu]] = {}
    for a, b in pasangan:
        besar, kecil = sorted((kelas.setdefault(a, [a]), kelas.setdefault(b, [b])), key=len, reverse=True)
        if besar is not kecil:
            besar += kecil
            kelas |= dict.fromkeys(kecil, besar)
    return list({id(k): k for k in kelas.values()}.values())


def show_trait(c: Ciri, kolom: str) -> str:
    """The value that was compared in a field of the evidence.

    >>> show_trait(traits_of_penduduk(Penduduk("3313110101800001", "Budi", nama_ibu="Siti")), "NAMA_IBU")
    'SITI'
    """
    return {"NAMA_IBU": c.ibu, "NO_KK": c.no_kk, "ALAMAT": ", ".join(c.alamat or ()), "NAMA": c.nama}[kolom]


@frozen
class Mirip:
    """Two rows of the register, by position, that are one person with this probability; `penjelasan` says why.

    >>> Mirip(0, 1, 0.93, "DOBEL: nama SUKARJO (+13,2)").kekuatan
    0.93
    """

    a: int
    b: int
    kekuatan: float
    penjelasan: str


def keep_order(undangan: Undangan, *, sesuai: bool, alamat_dikenal: bool) -> tuple[object, ...]:
    """The key by which the kept one of several invitations to one person comes first (stable for an exact tie).

    `sesuai`: its NIK matches the register as written. `alamat_dikenal` only breaks the tie of two papers with one
    number, so that the order of rows never decides where a person ends.

    >>> a, b = Undangan("10"), Undangan("9")
    >>> min((a, b), key=lambda u: keep_order(u, sesuai=True, alamat_dikenal=True)).nomor
    '9'
    """
    return (not sesuai, natural_key(undangan.nomor), not alamat_dikenal)
