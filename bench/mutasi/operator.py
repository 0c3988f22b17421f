"""Changes that cosmic-ray does not know: words of lists and patterns, order, membership, the rule a decision names.

Each class has the shape of a cosmic-ray operator (`mutation_positions`, `mutate`), so that its visitor applies them like
its own. A text that only people read (a sentence, a message) is no rule and is left alone.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Any

from parso.python.tree import Name

Simpul = Any
"""A node or leaf of parso's tree."""
Letak = tuple[tuple[int, int], tuple[int, int]]

_SATU_KATA = re.compile(r"""[bB]?(["'])(?!\1\1)(\S*)\1""")
_BANYAK_KATA = re.compile(r"""(["'])([A-Za-z0-9 ]+)\1""")
_NAMA_ATURAN = re.compile(r"\b[A-Z]+_\d\d\b")
_TANPA_URUTAN = {"frozenset", "set", "fromkeys"}
_ENUM: dict[str, Sequence[str]] = {
    "Kategori": "GALAT DOBEL MENINGGAL PINDAH TIDAK_TERDAFTAR BUKAN_WAJIB ALAMAT_TIDAK_DIKETAHUI SAH".split(),
    "Alasan": "UMUR KAWIN BELUM_17 TANPA_ITAP BELUM_DATANG PINDAH MENINGGAL BELUM_DIKETAHUI".split(),
    "Domisili": "DI_SINI KELUAR BELUM_DATANG".split(),
    "Arah": "KELUAR DATANG".split(),
    "StatusKawin": "BELUM KAWIN CERAI PERNAH KOSONG TIDAK_TERBACA".split(),
    "Kewarganegaraan": "WNI WNA TIDAK_TERBACA".split(),
}


def _texts(simpul: Simpul) -> list[str]:
    """The elements of a display as code, without the commas."""
    unsur, kini = [], ""
    for anak in simpul.children:
        if anak.type == "operator" and anak.value == ",":
            unsur.append(kini)
            kini = ""
        else:
            kini += anak.get_code()
    return [*unsur, kini] if kini.strip() else unsur


def _is_display(simpul: Simpul) -> bool:
    """A tuple, list, set or dict written out (no comprehension, no `__all__`)."""
    if simpul.type not in ("testlist_comp", "dictorsetmaker", "testlist_star_expr", "testlist"):
        return False
    if any(a.type in ("comp_for", "sync_comp_for") for a in simpul.children):
        return False
    pernyataan = simpul.search_ancestor("expr_stmt")
    if simpul.parent.type in ("expr_stmt", "for_stmt") and simpul.parent.children[-1] is not simpul:
        return False  # the targets of an assignment
    return pernyataan is None or not pernyataan.get_code().lstrip().startswith("__")


def _caller(simpul: Simpul) -> str:
    """The name of the function whose only argument this display is; empty for any other place."""
    kurung = simpul.parent
    trailer = kurung.parent
    if kurung.type != "atom" or trailer is None or trailer.type not in ("trailer", "arglist"):
        return ""
    sebelum = trailer.get_previous_leaf() if trailer.type == "trailer" else trailer.parent.get_previous_leaf()
    return sebelum.value if sebelum is not None else ""


def _is_membership(simpul: Simpul) -> bool:
    """Whether the display only stands to the right of `in`."""
    kurung = simpul.parent
    return (
        kurung.type == "atom"
        and kurung.parent.type == "comparison"
        and kurung.parent.children[1].get_code().strip() in ("in", "not in")
    )


def is_annotation(simpul: Simpul) -> bool:
    """Whether the node stands in the annotation of a parameter, an answer or a variable."""
    anak = simpul
    while anak.parent is not None:
        induk = anak.parent
        if induk.type in ("tfpdef", "param") and anak is not induk.children[-1]:
            return True
        if induk.type == "tfpdef" or (induk.type == "annassign" and anak is induk.children[1]):
            return True
        if induk.type == "funcdef" and anak is getattr(induk, "annotation", None):
            return True
        anak = induk
    return False


def _is_docstring(daun: Simpul) -> bool:
    return daun.parent.type in ("simple_stmt", "file_input")


class Penulis:
    """What the operators share: each place of the tree gives other codes, one a mutant."""

    def variants(self, simpul: Simpul) -> list[str]:
        """The codes that may stand in the node's place, without the white space before it."""
        raise NotImplementedError

    def mutation_positions(self, simpul: Simpul) -> Iterator[Letak]:
        """One place a variant, as cosmic-ray asks."""
        for _ in self.variants(simpul):
            yield simpul.start_pos, simpul.end_pos

    def mutate(self, simpul: Simpul, index: int) -> Simpul:
        """The node's code exchanged for its variant."""
        awalan = simpul.get_first_leaf().prefix
        return Name(self.variants(simpul)[index].lstrip(), simpul.start_pos, prefix=awalan)


class HapusUnsur(Penulis):
    """Leaves one element out of a tuple, list, set or dict."""

    def variants(self, simpul: Simpul) -> list[str]:
        """The display without each of its elements."""
        if not _is_display(simpul):
            return []
        unsur = _texts(simpul)
        sisa = [unsur[:i] + unsur[i + 1 :] for i in range(len(unsur))]
        return [",".join(s) + ("," if len(s) == 1 and simpul.type != "dictorsetmaker" else "") for s in sisa if s]


class TukarUnsur(Penulis):
    """Exchanges two neighbours of a tuple or list in which order may say something."""

    def variants(self, simpul: Simpul) -> list[str]:
        """The display with each pair of neighbours exchanged."""
        if not _is_display(simpul) or simpul.type == "dictorsetmaker":
            return []
        if _caller(simpul) in _TANPA_URUTAN or _is_membership(simpul):
            return []
        u = _texts(simpul)
        return [
            ",".join([*u[:i], u[i + 1], u[i], *u[i + 2 :]])
            for i in range(len(u) - 1)
            if u[i].strip() != u[i + 1].strip()
        ]


class TukarAnggota(Penulis):
    """Exchanges two neighbouring members of an enumeration."""

    def variants(self, simpul: Simpul) -> list[str]:
        """The class with each pair of members exchanged."""
        if simpul.type != "classdef" or "Enum" not in simpul.children[3].get_code():
            return []
        isi = [
            a
            for a in simpul.children[-1].children
            if a.type == "simple_stmt" and re.match(r"\s*[A-Z]\w* = ", a.get_code())
        ]
        kode, hasil = simpul.get_code(), []
        for a, b in pairwise(isi):
            kiri, kanan = a.get_code(), b.get_code()
            hasil.append(kode.replace(kiri + kanan, kanan + kiri, 1))
        return [h for h in hasil if h != kode]


class UbahKata(Penulis):
    """Changes a word that the code compares, looks up or shows as a code; leaves one word out of a list of words."""

    def variants(self, simpul: Simpul) -> list[str]:
        """Another word in the string's place, or the words without one of them."""
        if simpul.type != "string" or _is_docstring(simpul) or is_annotation(simpul):
            return []
        if cocok := _SATU_KATA.fullmatch(simpul.value):
            return [simpul.value[: cocok.start(2)] + cocok[2] + "Q" + simpul.value[cocok.end(2) :]]
        pernyataan = simpul.search_ancestor("expr_stmt")
        if pernyataan is None or not (cocok := _BANYAK_KATA.fullmatch(simpul.value)):
            return []
        if ".split()" not in pernyataan.get_code():
            return []
        kata = cocok[2].split()
        # A space at the end keeps the words of the string that follows apart.
        return [f'"{" ".join(kata[:i] + kata[i + 1 :])} "' for i in range(len(kata))]


_POTONGAN = re.compile(
    r"""\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|\{[A-Za-z_]\w*\}|\((?:\?(?:[:=!]|<[=!]|P<\w+>))?|.""", re.DOTALL
)
"""A pattern's pieces: an escape, a class, a field of an f-string, the opening of a group, or one sign."""


def alternatives(pola: str) -> list[str]:
    """The pattern without each of the alternatives that it offers, in any group.

    >>> alternatives("a|(?:b|c)d"), alternatives("[|]x")
    (['(?:b|c)d', 'a', 'a|(?:c)d', 'a|(?:b)d'], [])
    """
    awal: list[list[int]] = [[0]]
    ruas: list[tuple[int, int]] = []

    def close(akhir: int) -> None:
        tanda = awal.pop()
        if len(tanda) > 1:
            ruas.extend(zip(tanda, [*(t - 1 for t in tanda[1:]), akhir], strict=True))

    for potong in _POTONGAN.finditer(pola):
        if potong[0].startswith("("):
            awal.append([potong.end()])
        elif potong[0] == ")" and len(awal) > 1:
            close(potong.start())
        elif potong[0] == "|":
            awal[-1].append(potong.end())
    while awal:
        close(len(pola))
    return [pola[:a] + pola[b + 1 :] if pola[b : b + 1] == "|" else pola[: a - 1] + pola[b:] for a, b in sorted(ruas)]


class HapusCabang(Penulis):
    """Leaves one alternative out of a regular expression."""

    def variants(self, simpul: Simpul) -> list[str]:
        """The string without each of its alternatives."""
        if simpul.type not in ("string", "fstring") or is_annotation(simpul):
            return []
        kode = simpul.get_code().lstrip()
        cocok = re.fullmatch(r"""([rRfF]*)(["'])(.*)\2""", kode)
        if cocok is None or "|" not in cocok[3]:
            return []
        return [f"{cocok[1]}{cocok[2]}{p}{cocok[2]}" for p in alternatives(cocok[3])]


class BalikKeanggotaan(Penulis):
    """Exchanges `in` and `not in`."""

    def variants(self, simpul: Simpul) -> list[str]:
        """The comparison with the other question."""
        if simpul.type != "comparison":
            return []
        hasil = []
        for i, operator in enumerate(simpul.children[1::2]):
            lawan = {"in": " not in", "not in": " in"}.get(operator.get_code().strip())
            if lawan:
                bagian = [a.get_code() for a in simpul.children]
                bagian[2 * i + 1] = lawan
                hasil.append("".join(bagian))
        return hasil


class HapusPernyataan(Penulis):
    """Leaves a statement of a function out, or gives None instead of the answer."""

    def variants(self, simpul: Simpul) -> list[str]:
        """`pass`, or `return None`."""
        if simpul.parent is None or simpul.parent.type != "simple_stmt" or simpul.search_ancestor("funcdef") is None:
            return []
        if simpul.type == "return_stmt":
            return [] if simpul.children[1].get_code().strip() == "None" else ["return None"]
        if simpul.type in ("raise_stmt", "keyword") and simpul.get_code().strip() != "pass":
            return ["pass"]
        if simpul.type == "expr_stmt" or (simpul.type in ("atom_expr", "power") and "(" in simpul.get_code()):
            return ["pass"]
        return []


class TukarNama(Penulis):
    """Exchanges a function for its counterpart."""

    LAWAN = {
        a: b
        for satu, dua in (
            ("min", "max"),
            ("any", "all"),
            ("startswith", "endswith"),
            ("lstrip", "rstrip"),
            ("upper", "lower"),
            ("fullmatch", "match"),
            ("sorted", "list"),
            ("timedelta", "relativedelta"),
        )
        for a, b in ((satu, dua), (dua, satu))
    } | {"list": ""}

    def variants(self, simpul: Simpul) -> list[str]:
        """The counterpart's name, where the name is called or handed over."""
        if simpul.type != "name" or is_annotation(simpul) or simpul.is_definition():
            return []
        lawan = self.LAWAN.get(simpul.value)
        berikut = simpul.get_next_leaf()
        return [lawan] if lawan and berikut is not None and berikut.value == "(" else []


class GantiAnggota(Penulis):
    """Names the next member of an enumeration instead."""

    def variants(self, simpul: Simpul) -> list[str]:
        """`Kategori.PINDAH` for `Kategori.MENINGGAL`, and so on around."""
        if simpul.type not in ("atom_expr", "power") or len(simpul.children) < 2 or is_annotation(simpul):
            return []
        anggota = _ENUM.get(simpul.children[0].get_code().strip(), ())
        kini = simpul.children[1].get_code().strip().removeprefix(".")
        if kini not in anggota:
            return []
        sisa = "".join(a.get_code() for a in simpul.children[2:])
        lain = anggota[(anggota.index(kini) + 1) % len(anggota)]
        return [f"{simpul.children[0].get_code().strip()}.{lain}{sisa}"]


class GantiAturan(Penulis):
    """Names another rule of the same module where a decision says which rule made it."""

    def __init__(self, aturan: Sequence[str]) -> None:
        self._aturan = aturan

    def variants(self, simpul: Simpul) -> list[str]:
        """Another rule's name."""
        if simpul.type != "name" or not _NAMA_ATURAN.fullmatch(simpul.value) or simpul.is_definition():
            return []
        if simpul.search_ancestor("import_from", "import_name") is not None:
            return []
        return [nama for nama in self._aturan if nama != simpul.value][:1]


def own_operators(sumber: str) -> tuple[Penulis, ...]:
    """The operators for a module's source."""
    aturan = sorted(set(_NAMA_ATURAN.findall(sumber)))
    return (
        HapusUnsur(),
        TukarUnsur(),
        TukarAnggota(),
        UbahKata(),
        HapusCabang(),
        BalikKeanggotaan(),
        HapusPernyataan(),
        TukarNama(),
        GantiAnggota(),
        GantiAturan(aturan),
    )
