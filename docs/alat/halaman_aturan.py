"""What the pages of `docs/aturan` show of the code: a rule's sentence, its sources, and the properties that prove it.

Called from the cog blocks of those pages; `python docs/alat/segarkan.py` writes them anew, and a test holds them fresh.
"""

from __future__ import annotations

import ast
import importlib
import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from pathlib import Path

from attrs import frozen

from ektp_core import aturan
from ektp_core.aturan import KEPUTUSAN_PROYEK, UU_23_2006, Aturan, Sumber

ROOT = Path(__file__).resolve().parents[2]
ATURAN = ROOT / "docs" / "aturan"
UJI = ROOT / "tests" / "aturan"
_LUAS = 6
"""A property that names more rules than this is shown once, on the page `bukti-luas`, and not under each of them."""

_JUDUL = re.compile(r"^# (.+)$", re.MULTILINE)
_JUDUL_ATURAN = re.compile(r"^## ([A-Z]+-\d\d) · (.+)$", re.MULTILINE)


def load_rules() -> None:
    """Import every module of the core, so that every rule has been declared."""
    inti = ROOT / "src" / "ektp_core"
    for path in sorted(inti.rglob("*.py")):
        bagian = path.relative_to(inti.parent).with_suffix("").parts
        importlib.import_module(".".join(bagian[:-1] if bagian[-1] == "__init__" else bagian))


def family(id: str) -> str:
    """The page on which a rule stands: its id without the number, in lower case."""
    return id.rsplit("-", 1)[0].lower()


@frozen
class Sifat:
    """One test that names rules: where it stands, what it is called, which rules it names, and whether Hypothesis runs it."""

    berkas: str
    nama: str
    aturan: tuple[str, ...]
    hypothesis: bool

    @property
    def jangkar(self) -> str:
        """The anchor of the test on the page `bukti-luas`."""
        return self.nama.replace("_", "-")


def _marks(fungsi: ast.FunctionDef) -> Iterator[str]:
    for hiasan in fungsi.decorator_list:
        if isinstance(hiasan, ast.Call) and ast.unparse(hiasan.func).endswith("mark.aturan"):
            yield from (a.value for a in hiasan.args if isinstance(a, ast.Constant) and isinstance(a.value, str))


@cache
def properties() -> tuple[Sifat, ...]:
    """Every test of `tests/aturan` that names a rule, in order of file and line."""
    semua = []
    for path in sorted(UJI.glob("test_*.py")):
        for simpul in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(simpul, ast.FunctionDef) and (ids := tuple(_marks(simpul))):
                given = any(
                    ast.unparse(h).split("(")[0] in ("given", "hypothesis.given") for h in simpul.decorator_list
                )
                semua.append(Sifat(f"tests/aturan/{path.name}", simpul.name, ids, given))
    return tuple(semua)


def show_period(s: Sumber) -> str:
    """From when until when a version is in force, as the pages write it."""
    sejak = f"sejak {_day(s.sejak)}"
    return sejak if s.sampai is None else f"{_day(s.sejak)} sampai {_day(s.sampai)}"


def _day(tanggal: date) -> str:
    return f"{tanggal.day}-{tanggal.month}-{tanggal.year}"


def _join(*baris: str) -> str:
    return "\n".join(baris)


def kepala(id: str) -> str:
    """The rule as the code states it, and its sources."""
    a = aturan.get(id)
    dasar = (f"| {s.instrumen} | {s.rincian} | {_period_of(s)} |" for s in a.sumber)
    return _join("", f"> {a.teks}", "", "| dasar | isinya | berlaku |", "|---|---|---|", *dasar, "")


def _period_of(s: Sumber) -> str:
    if s.instrumen == KEPUTUSAN_PROYEK and s.sejak == UU_23_2006 and s.sampai is None:
        return "selalu"
    return show_period(s)


def bukti(id: str) -> str:
    """The source of each property that names the rule, included from its file."""
    sifat = [s for s in properties() if id in s.aturan]
    baris = ["", f"::::{{dropdown}} Uji yang membuktikannya ({len(sifat)})"]
    for s in sifat:
        if len(s.aturan) <= _LUAS:
            baris += _include(s)
    if luas := [s for s in sifat if len(s.aturan) > _LUAS]:
        tautan = ", ".join(f"[{s.nama}](bukti-luas.md#{s.jangkar})" for s in luas)
        baris += ["", f"Juga dibuktikan bersama aturan lain oleh {tautan}."]
    return _join(*baris, "::::", "")


def bukti_luas() -> str:
    """The properties that name many rules at once, each with its anchor."""
    baris: list[str] = []
    for s in properties():
        if len(s.aturan) > _LUAS:
            baris += ["", f"({s.jangkar})=", f"## {s.nama}", "", f"Menyebut {', '.join(map(_link, s.aturan))}."]
            baris += [*_include(s), ""]
    return _join(*baris)


def _include(s: Sifat) -> tuple[str, ...]:
    return (
        "",
        f"```{{literalinclude}} ../../{s.berkas}",
        f":pyobject: {s.nama}",
        f":caption: {s.berkas}",
        "```",
    )


def _link(id: str) -> str:
    return f"[{id}]({family(id)}.md#{id.lower()})"


def _by_family() -> dict[str, list[Aturan]]:
    load_rules()
    keluarga: dict[str, list[Aturan]] = {}
    for a in aturan.semua():
        keluarga.setdefault(family(a.id), []).append(a)
    urutan = _reading_order()
    return dict(sorted(keluarga.items(), key=lambda isi: urutan.index(isi[0]) if isi[0] in urutan else len(urutan)))


def title_of(keluarga: str) -> str:
    """The title of a family's page."""
    judul = _JUDUL.search((ATURAN / f"{keluarga}.md").read_text(encoding="utf-8"))
    assert judul is not None, f"docs/aturan/{keluarga}.md tanpa judul"
    return judul[1]


def _reading_order() -> tuple[str, ...]:
    """The pages in the order of the table of contents: who must hold a card first, arithmetic and plans last."""
    isi = (ATURAN / "index.md").read_text(encoding="utf-8").rpartition(":hidden:")[2]
    return tuple(isi.split("```")[0].split())


def daftar() -> str:
    """The table of all families, in reading order, with the title of each rule: ids alone help nobody to find one."""
    baris = (
        f"| [{title_of(keluarga)}]({keluarga}.md) | {'<br>'.join(_titled(keluarga, semua))} |"
        for keluarga, semua in _by_family().items()
    )
    return _join("", "| keluarga | aturan |", "|---|---|", *baris, "")


def _titled(keluarga: str, semua: Iterable[Aturan]) -> Iterator[str]:
    judul = dict(_JUDUL_ATURAN.findall((ATURAN / f"{keluarga}.md").read_text(encoding="utf-8")))
    return (f"{_link(a.id)} {judul.get(a.id, '')}" for a in semua)


def cetak() -> str:
    """Every rule in one row: id, sentence, sources; a table for each family."""
    baris: list[str] = []
    for keluarga, semua in _by_family().items():
        baris += ["", f"## {title_of(keluarga)}", "", "| nomor | aturan | dasar |", "|---|---|---|"]
        for a in semua:
            dasar = "<br>".join(f"{s.instrumen}: {s.rincian} ({_period_of(s)})" for s in a.sumber)
            baris.append(f"| {_link(a.id)} | {a.teks} | {dasar} |")
    return _join(*baris, "")
