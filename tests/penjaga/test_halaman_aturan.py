"""Every rule has its entry in `docs/aturan`: law, executed example, what is not modelled, and the property that proves it."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Mapping

import pytest
import segarkan
from attrs import evolve
from halaman_aturan import Sifat, bukti, family, kepala, load_rules, properties

from contoh.jalan import play
from contoh.tabel import Contoh, Halaman, read_page, read_pages, unplayed
from ektp_core.aturan import KEPUTUSAN_PROYEK, Aturan, semua
from penjaga.berkas import core_files

_JUDUL_BAGIAN = ("Hukumnya", "Contoh", "Tidak dimodelkan", "Yang dibuktikan")
_VARIABEL = re.compile(r"[A-Z]+_\d\d")
_BLOK = re.compile(r'cog\.outl\(aturan\.(\w+)\("([A-Z]+-\d\d)"\)\) \]\]\] -->\n(.*?\n)<!-- \[\[\[end', re.DOTALL)
_PEMUTUS = ("CATATAN", "DOBEL", "KEMBALI", "NIK", "REKAM", "UNDANGAN", "WAJIB")
"""The families that decide about a person or a paper: each of their rules is carried by a decision, or by PERLU DILIHAT."""
_TIDAK_DIBAWA = frozenset("DOBEL-05 NIK-01 NIK-02 NIK-03 NIK-10 NIK-11 NIK-13 REKAM-01 REKAM-05 UNDANGAN-00".split())
"""But these: how a number is read and shown, and what ends in DUGAAN DOBEL, GALAT or a list instead."""


def _rules() -> tuple[Aturan, ...]:
    load_rules()
    return semua()


def _lead(bagian: str, judul: str) -> str:
    """What a section says under one of its bold leads."""
    cocok = re.search(
        rf"^\*\*{judul}\.\*\*(.*?)(?=^\*\*[A-Z][\w ]+\.\*\*|^<!-- \[\[\[|\Z)", bagian, re.DOTALL | re.MULTILINE
    )
    return cocok[1].strip() if cocok else ""


def missing_entries(aturan: Iterable[Aturan], halaman: Iterable[Halaman]) -> list[str]:
    """What the pages lack for each rule, and the entries that stand for no rule."""
    semua_aturan = {a.id: a for a in aturan}
    punya = {id: (h, isi) for h in halaman for id, isi in h.bagian.items()}
    salah = [
        f"{h.path.name}: {id} bukan aturan yang terdaftar" for id, (h, _) in punya.items() if id not in semua_aturan
    ]
    for id, a in semua_aturan.items():
        tempat = f"docs/aturan/{family(id)}.md"
        if id not in punya or punya[id][0].path.name != f"{family(id)}.md":
            salah.append(f"{id}: belum ada bagian '## {id} …' di {tempat}")
            continue
        h, isi = punya[id]
        perlu = [*_JUDUL_BAGIAN]
        if any(s.instrumen == KEPUTUSAN_PROYEK for s in a.sumber):
            perlu.append("Pilihan lain")
        salah += [f"{id}: '**{j}.**' tidak ada atau kosong di {tempat}" for j in perlu if not _lead(isi, j)]
        for blok in ("kepala", "bukti"):
            if f'[[[cog cog.outl(aturan.{blok}("{id}")) ]]]' not in isi:
                salah.append(f"{id}: blok {blok} tidak ada di {tempat}")
        if f"({id.lower()})=" not in h.path.read_text(encoding="utf-8"):
            salah.append(f"{id}: jangkar ({id.lower()})= tidak ada di {tempat}")
        if not any(c.aturan == id for c in h.contoh):
            salah.append(f"{id}: belum ada contoh yang dijalankan di {tempat}")
    return salah


def unproved(aturan: Iterable[Aturan], sifat: Iterable[Sifat]) -> list[str]:
    """The rules that no Hypothesis property names, and the names that are no rule."""
    terdaftar = {a.id for a in aturan}
    daftar = list(sifat)
    terbukti = {id for s in daftar if s.hypothesis for id in s.aturan}
    return [
        *(f"{id}: tidak ada sifat Hypothesis di tests/aturan yang menyebutnya" for id in sorted(terdaftar - terbukti)),
        *(
            f"{s.berkas}::{s.nama} menyebut {id}, yang tidak terdaftar"
            for s in daftar
            for id in s.aturan
            if id not in terdaftar
        ),
    ]


def carried_by_code(aturan: Iterable[Aturan]) -> set[str]:
    """The rules whose declared name the core uses: those that a decision, or an entry of PERLU DILIHAT, can carry."""
    dipakai: set[str] = set()
    for path in core_files():
        for simpul in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(simpul, ast.Name) and isinstance(simpul.ctx, ast.Load) and _VARIABEL.fullmatch(simpul.id):
                dipakai.add(simpul.id.replace("_", "-"))
    return dipakai & {a.id for a in aturan}


def stale_blocks(halaman: Iterable[Halaman]) -> list[str]:
    """The generated blocks of rules that are not what the code says now, by rule: cog's own check names only the page."""
    buat = {"kepala": kepala, "bukti": bukti}
    return [
        f"{id}: blok {blok} di docs/aturan/{h.path.name} usang; segarkan dengan {segarkan.PERINTAH}"
        for h in halaman
        for blok, id, isi in _BLOK.findall("\n".join(h.bagian.values()))
        if blok in buat and isi.strip() != buat[blok](id).strip()
    ]


def must_be_carried(aturan: Iterable[Aturan]) -> set[str]:
    """The rules that some decision has to carry: all of the deciding families, and whatever else the core uses by name."""
    daftar = tuple(aturan)
    memutus = {a.id for a in daftar if a.id.rsplit("-", 1)[0] in _PEMUTUS}
    return memutus - _TIDAK_DIBAWA | carried_by_code(daftar)


def unreached(dapat_dibawa: Iterable[str], dibawa: Mapping[str, set[str]]) -> list[str]:
    """The rules that a decision can carry and that no example of their own section makes a decision carry."""
    return [
        f"{id}: tidak satu pun contoh di bagiannya menghasilkan keputusan yang membawanya"
        for id in sorted(dapat_dibawa)
        if id not in dibawa.get(id, set())
    ]


def _played(contoh: Iterable[Contoh]) -> dict[str, set[str]]:
    dibawa: dict[str, set[str]] = {}
    for c in contoh:
        if c.aturan:
            dibawa.setdefault(c.aturan, set()).update(play(c).aturan)
    return dibawa


def test_every_rule_has_its_entry() -> None:
    salah = missing_entries(_rules(), read_pages())
    assert not salah, "\n".join(salah)


def test_every_block_of_a_rule_is_fresh() -> None:
    load_rules()
    salah = stale_blocks(read_pages())
    assert not salah, "\n".join(salah)


def test_every_table_of_answers_is_played() -> None:
    salah = [
        f"{id or 'tanpa aturan'}: tabel jawaban di docs/aturan/{h.path.name} baris {n} tidak bertanda <!-- contoh: … -->"
        for h in read_pages()
        for n, id in unplayed(h.path.read_text(encoding="utf-8"))
    ]
    assert not salah, "\n".join(salah)


def test_every_rule_is_proved_by_a_hypothesis_property() -> None:
    salah = unproved(_rules(), properties())
    assert not salah, "\n".join(salah)


def test_every_rule_that_a_decision_can_carry_is_carried() -> None:
    dapat = must_be_carried(_rules())
    assert not dapat & _TIDAK_DIBAWA, "dibawa keputusan, jadi bukan pengecualian lagi"
    salah = unreached(dapat, _played(c for h in read_pages() for c in h.contoh))
    assert not salah, "\n".join(salah)


@pytest.mark.parametrize(
    "hilang", ["**Hukumnya.**", "**Tidak dimodelkan.**", "**Pilihan lain.**", "## WAJIB-04", "<!-- contoh: wajib -->"]
)
def test_an_entry_without_one_of_its_parts_is_caught(hilang: str) -> None:
    asli = next(h for h in read_pages() if h.path.name == "wajib.md")
    awal, isi = asli.path.read_text(encoding="utf-8").split("(wajib-04)=")
    rusak = read_page(asli.path, awal + "(wajib-04)=" + isi.replace(hilang, "", 1))
    lain = [h for h in read_pages() if h.path.name != "wajib.md"]
    # What is missing elsewhere is for the guard to say, and must not hide which part of it works.
    lama = missing_entries(_rules(), [*lain, asli])
    salah = [satu for satu in missing_entries(_rules(), [*lain, rusak]) if satu not in lama]
    assert salah
    assert all("WAJIB-04" in satu for satu in salah)


def test_a_rule_without_property_and_an_unreached_rule_are_caught() -> None:
    tanpa = [evolve(s, hypothesis=False) if "WAJIB-04" in s.aturan else s for s in properties()]
    assert any("WAJIB-04" in satu for satu in unproved(_rules(), tanpa))
    asing = Sifat("tests/aturan/test_x.py", "test_x", ("WAJIB-99",), True)
    assert any("WAJIB-99" in satu for satu in unproved(_rules(), [*properties(), asing]))
    assert [satu.split(":")[0] for satu in unreached(["A-01", "A-02"], {"A-01": {"A-01"}, "A-02": {"A-01"}})] == [
        "A-02"
    ]


def test_a_stale_block_an_unplayed_table_and_a_rule_that_nobody_carries_are_caught() -> None:
    asli = next(h for h in read_pages() if h.path.name == "wajib.md")
    teks = asli.path.read_text(encoding="utf-8")
    usang = read_page(asli.path, teks.replace("> Yang lahir 29 Februari", "> Yang lahir 30 Februari", 1))
    assert [satu.split(":")[0] for satu in stale_blocks([usang])] == ["WAJIB-04"]
    tanpa_tanda = teks.replace("<!-- contoh: wajib -->\n", "", 1)
    assert [id for _, id in unplayed(tanpa_tanda)] == ["WAJIB-01", *(id for _, id in unplayed(teks))]
    tak_dipakai = evolve(next(a for a in _rules() if a.id == "NIK-12"), id="NIK-99")
    assert "NIK-99" in must_be_carried([*_rules(), tak_dipakai])
