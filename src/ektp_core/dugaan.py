"""Who may be the same person without strong evidence: pairs for somebody to decide, with what agrees and what does not.

Proposes and weighs one pair of rows at a time; merges nobody. Strong evidence is in `dobel`.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import combinations
from typing import TypeVar

from attrs import frozen

from ektp_core.aturan import declare, keputusan_proyek
from ektp_core.dobel import Ciri, family_evidence, show_trait, strong_evidence
from ektp_core.keputusan import Bukti
from ektp_core.nik import HILANG, is_slip
from ektp_core.tulisan import show_date

DOBEL_03 = declare(
    "DOBEL-03",
    "Nama, tanggal lahir dan jenis kelamin yang sama tanpa persamaan lain hanyalah dugaan dobel; orang yang memutuskan.",
    keputusan_proyek("menggabungkan dua orang berarti menghapus satu orang wajib dari dasar"),
)
DOBEL_06 = declare(
    "DOBEL-06",
    "NIK yang salah ketik di 12 angka pertama adalah dugaan dobel bila nama, jenis kelamin, dan tanggal lahir atau ibunya sama.",
    keputusan_proyek(
        "satu angka beda atau dua angka bersebelahan tertukar; nomor urut sama, karena yang lahir sehari dan kembar berdekatan "
        "nomornya. Bila tanggal lahirnya beda, namanya lebih dari satu kata dan ibunya sama; KK dan alamat tidak cukup, karena "
        "ayah dan anak senama juga sekeluarga dan serumah. Bila namanya beda, semua yang ditemukan di buku contoh kebetulan"
    ),
)
DOBEL_07 = declare(
    "DOBEL-07",
    "Dugaan senama turun satu tingkat bila nama ibunya beda, atau namanya satu kata dan tanggal lahirnya tanggal pengganti.",
    keputusan_proyek(
        "nama ibu yang memutuskan (praktik Dukcapil); 1 Januari, 1 Juli dan 31 Desember ditulis bila harinya tidak diketahui, "
        "sehingga banyak orang bernama satu kata bertemu di sana"
    ),
)

_Satu = TypeVar("_Satu")

KUAT, SEDANG, LEMAH = "KUAT", "SEDANG", "LEMAH"
"""How much there is to a guess, the strongest first: the order in which the list is worked through."""

BATAS_PASANGAN = 25
"""How many people of one name, birth date and sex are paired with each other; beyond it, each only with the first."""

_TANGGAL_PENGGANTI = ((1, 1), (7, 1), (12, 31))


@frozen
class DugaanDobel:
    """Two people of whom weak evidence says that they may be one; for a person to decide, never merged.

    `kekuatan` is a word: KUAT (a mistyped NIK, or strong evidence that was not let merge), SEDANG, or LEMAH; or a probability
    such as `0,931` (rule DOBEL-05), and then `penjelasan` says what each field weighs. `bukti` has
    one entry a field that both sides give, `(beda)` behind its name where they differ. `aturan` are the ids of the rules.

    >>> DugaanDobel("3313110101800001", "Budi", "3313110101800002", "BUDI", "SEDANG", ()).kekuatan
    'SEDANG'
    """

    nik_a: str
    nama_a: str
    nik_b: str
    nama_b: str
    kekuatan: str
    bukti: tuple[Bukti, ...]
    penjelasan: str = ""
    aturan: tuple[str, ...] = ()


def is_substitute_date(lahir: date) -> bool:
    """Whether offices write this day of the year where the day of birth is not known.

    >>> is_substitute_date(date(1950, 7, 1)), is_substitute_date(date(1950, 7, 2))
    (True, False)
    """
    return (lahir.month, lahir.day) in _TANGGAL_PENGGANTI


def is_mistyped(a: Ciri, b: Ciri) -> bool:
    """Whether one row's NIK may be the other's, mistyped: a slip under one name, with the birth date or the mother.

    >>> from ektp_core.dobel import traits_of_penduduk
    >>> from ektp_core.penduduk import Penduduk
    >>> a = traits_of_penduduk(Penduduk("3313110101800001", "Budi Jati", date(1980, 1, 1), "L", nama_ibu="Siti"))
    >>> b = traits_of_penduduk(Penduduk("3313110101300001", "Budi Jati", date(1930, 1, 1), "L", nama_ibu="Siti"))
    >>> c = traits_of_penduduk(Penduduk("3313110101300001", "Budi Jati", date(1930, 1, 1), "L", nama_ibu="Tuti"))
    >>> is_mistyped(a, b), is_mistyped(a, c)
    (True, False)
    """
    if not a.kunci_nama or a.kunci_nama != b.kunci_nama or not is_slip(a.nik_baris, b.nik_baris):
        return False
    if a.kelamin is None or a.kelamin != b.kelamin or a.nik_baris.endswith(HILANG):
        return False
    return a.lahir == b.lahir is not None or (" " in a.kunci_nama and a.ibu == b.ibu != "")


def rules_of_guess(a: Ciri, b: Ciri) -> tuple[str, ...]:
    """The rules by which two rows of different people make a guess; empty when they make none.

    >>> from ektp_core.dobel import traits_of_penduduk
    >>> from ektp_core.penduduk import Penduduk
    >>> a, b = (traits_of_penduduk(Penduduk(f"331311170880000{i}", "Budi Rekaan", date(1980, 8, 17))) for i in (1, 2))
    >>> rules_of_guess(a, b)
    ('DOBEL-03',)
    """
    senama = a.pribadi is not None and a.pribadi == b.pribadi
    aturan = [DOBEL_03.id] if senama else []
    if is_mistyped(a, b):
        aturan.append(DOBEL_06.id)
    if senama and _is_weak(a, b):
        aturan.append(DOBEL_07.id)
    return tuple(aturan)


def _is_weak(a: Ciri, b: Ciri) -> bool:
    """Of two rows with one personal key: what speaks against one person, or explains how two people share so much."""
    ibu_beda = bool(a.ibu and b.ibu) and a.ibu != b.ibu
    lazim = " " not in a.kunci_nama and a.lahir is not None and is_substitute_date(a.lahir)
    return ibu_beda or lazim


def _strength(a: Ciri, b: Ciri, aturan: Sequence[str]) -> str:
    lebih = DOBEL_06.id in aturan or bool(strong_evidence(a, b))
    if DOBEL_07.id in aturan:
        return SEDANG if lebih else LEMAH
    return KUAT if lebih else SEDANG


def order_of(c: Ciri) -> tuple[str, str, str, int]:
    """The order in which two rows stand in a guess: by the shown NIK, then by what no row order changes."""
    return c.nik, c.nama, c.lembar, c.baris


def guess(a: Ciri, b: Ciri) -> DugaanDobel | None:
    """The proposal that the people of two rows may be one, the smaller NIK first; None where nothing says so.

    >>> from ektp_core.dobel import traits_of_penduduk
    >>> from ektp_core.penduduk import Penduduk
    >>> a = traits_of_penduduk(Penduduk("3313110101800001", "Budi", date(1980, 1, 1)))
    >>> b = traits_of_penduduk(Penduduk("3313110101800002", "BUDI", date(1980, 1, 1)))
    >>> d = guess(b, a)
    >>> d.nik_a, d.kekuatan, d.aturan
    ('3313110101800001', 'LEMAH', ('DOBEL-03', 'DOBEL-07'))
    """
    a, b = sorted((a, b), key=order_of)
    aturan = rules_of_guess(a, b)
    if not aturan:
        return None
    bukti = tuple(
        Bukti(a.lembar, a.baris, kolom, kiri, kanan, f"{b.lembar} baris {b.baris}")
        for kolom, kiri, kanan in _compared(a, b, DOBEL_06.id in aturan)
    )
    return DugaanDobel(a.nik, a.nama, b.nik, b.nama, _strength(a, b, aturan), bukti, aturan=aturan)


def _compared(a: Ciri, b: Ciri, salah_ketik: bool) -> Iterator[tuple[str, str, str]]:
    """Every field that both sides give, with both values: those that agree, and those that do not."""
    if salah_ketik:
        yield "NIK (salah ketik)", a.nik_baris, b.nik_baris
    sama = family_evidence(a, b)
    isi = [
        ("NAMA", a.kunci_nama == b.kunci_nama, a.nama, b.nama),
        ("TGL_LAHIR", a.lahir == b.lahir, show_date(a.lahir), show_date(b.lahir)),
        ("JENIS_KELAMIN", a.kelamin == b.kelamin, a.kelamin or "", b.kelamin or ""),
    ]
    isi += [
        (kolom, kolom in sama, show_trait(a, kolom), show_trait(b, kolom)) for kolom in ("NAMA_IBU", "NO_KK", "ALAMAT")
    ]
    for kolom, cocok, kiri, kanan in isi:
        if kiri and kanan:
            yield kolom if cocok else f"{kolom} (beda)", kiri, kanan


def iter_pairs(anggota: Sequence[_Satu]) -> Iterator[tuple[_Satu, _Satu]]:
    """The pairs to look at among people who share so much: all, or each with the first where they are very many.

    >>> list(iter_pairs("abc")), len(list(iter_pairs(range(100))))
    ([('a', 'b'), ('a', 'c'), ('b', 'c')], 99)
    """
    if len(anggota) <= BATAS_PASANGAN:
        yield from combinations(anggota, 2)
    else:
        yield from ((anggota[0], lain) for lain in anggota[1:])
