"""Every mutant of a module: the source with one change, the line, and the operator that made it.

The changes are cosmic-ray's and those of `operator`; left out of cosmic-ray's are only exchanges that say nothing about
a rule (identity for equality) or that mostly cannot even be loaded (`+` for `<<`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import parso
from attrs import frozen
from bench.mutasi.operator import is_annotation, own_operators
from cosmic_ray.ast import ast_nodes
from cosmic_ray.mutating import MutationVisitor
from cosmic_ray.operators.provider import OperatorProvider

_HITUNGAN = "Add_Sub Sub_Add Mul_FloorDiv FloorDiv_Mul Mod_FloorDiv Pow_Mul BitOr_BitAnd BitAnd_BitOr BitOr_Sub".split()
_BANDINGAN = re.compile(
    r"ReplaceComparisonOperator_(?:(?:Eq|NotEq|LtE?|GtE?)_(?:Eq|NotEq|LtE?|GtE?)|Is_IsNot|IsNot_Is)"
)
_LAIN = (
    "ReplaceUnaryOperator_Delete_Not",
    "ReplaceUnaryOperator_USub_UAdd",
    "AddNot",
    "ReplaceTrueWithFalse",
    "ReplaceFalseWithTrue",
    "ReplaceAndWithOr",
    "ReplaceOrWithAnd",
    "ReplaceBreakWithContinue",
    "ReplaceContinueWithBreak",
    "ExceptionReplacer",
    "NumberReplacer",
    "RemoveDecorator",
    "ZeroIterationForLoop",
)
COSMIC = (
    *(f"ReplaceBinaryOperator_{n}" for n in _HITUNGAN),
    *(n for n in OperatorProvider() if _BANDINGAN.fullmatch(n)),
    *_LAIN,
)


@frozen
class Mutan:
    """One change: `tempat` is the function, class or name in which it stands, `baris` the line in the module."""

    operator: str
    tempat: str
    baris: int
    lama: str
    baru: str
    sumber: str

    @property
    def kunci(self) -> str:
        """Operator, line and what changed, as a survivor is listed."""
        return f"{self.baris} {self.tempat}: {self.lama} -> {self.baru} ({self.operator})"


def _operators(sumber: str) -> list[tuple[str, Any]]:
    semua = OperatorProvider()
    return [
        *((n.removeprefix("Replace"), semua[n]()) for n in COSMIC),
        *((type(o).__name__, o) for o in own_operators(sumber)),
    ]


def _place(kepala: Any, baris: int) -> str:
    """The innermost function or class of a top-level statement around a line, or the name that it assigns."""
    nama = ""
    for simpul in ast_nodes(kepala):
        if simpul.type in ("funcdef", "classdef") and simpul.start_pos[0] <= baris <= simpul.end_pos[0]:
            nama = f"{nama}.{simpul.name.value}".lstrip(".")
    if not nama:
        nama = next((d.value for d in ast_nodes(kepala) if d.type == "name" and d.is_definition()), "")
    return nama


def _difference(lama: str, baru: str) -> tuple[str, str]:
    """The changed part of both codes, with a little of what stands around it, each on one line."""
    awal = 0
    while awal < min(len(lama), len(baru)) and lama[awal] == baru[awal]:
        awal += 1
    akhir = 0
    while akhir < min(len(lama), len(baru)) - awal and lama[-1 - akhir] == baru[-1 - akhir]:
        akhir += 1
    awal, akhir = max(0, awal - 12), max(0, akhir - 12)
    kiri, kanan = lama[awal : len(lama) - akhir], baru[awal : len(baru) - akhir]
    return " ".join(kiri.split())[:90], " ".join(kanan.split())[:90]


def iter_mutants(path: Path) -> Iterator[Mutan]:
    """The mutants of a module that differ in source, in order of place; a docstring or an import has none."""
    sumber = path.read_text(encoding="utf-8")
    operator = _operators(sumber)
    sudah: set[str] = {sumber}
    atas = parso.parse(sumber).children
    for nomor, kepala in enumerate(atas):
        kode = kepala.get_code()
        if kepala.type not in ("simple_stmt", "funcdef", "classdef", "decorated", "if_stmt") or re.match(
            r"\s*(?:from|import|\"\"\"|\w+ = declare\(|__all__)", kode
        ):
            continue
        depan = "".join(k.get_code() for k in atas[:nomor])
        belakang = "".join(k.get_code() for k in atas[nomor + 1 :])
        pohon = parso.parse(kode)
        simpul = list(ast_nodes(pohon))
        for nama, o in operator:
            letak = [(s, p) for s in simpul for p in o.mutation_positions(s)]
            for ke, (s, (awal, _)) in enumerate(letak):
                if is_annotation(s):
                    continue  # nothing runs by it
                baru = MutationVisitor.mutate_code(kode, o, ke)
                if baru is None or (jadi := depan + baru + belakang) in sudah:
                    continue
                sudah.add(jadi)
                lama_teks, baru_teks = _difference(kode, baru)
                baris = depan.count("\n") + awal[0]
                yield Mutan(nama, _place(pohon.children[0], awal[0]), baris, lama_teks, baru_teks, jadi)
