"""What a hostile sender writes into a workbook stands in the letters as words: no field, no link, no XML, no template.

Each hostile workbook has a twin with harmless words in the same cells. The letters of both must be made of the very same
elements, and differ in their words alone; so also whatever nobody has thought of would show.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping
from pathlib import Path
from xml.etree import ElementTree

import pytest

from buku.buatan import Tabel, write_xlsx
from buku.surat.docx_dibaca import words
from ektp_excel.perintah import main
from ektp_excel.perintah.argumen import parse

JAHAT = {
    "dde": '{ DDEAUTO c:\\\\windows\\\\system32\\\\cmd.exe "/k calc" }',
    "dde, tanda isian Word": '\x13DDEAUTO cmd "/k calc"\x14klik\x15',
    "includetext": '{ INCLUDETEXT "file:///etc/passwd" }',
    "includepicture": '{ INCLUDEPICTURE "http://contoh.invalid/x.png" \\d }',
    "isian sederhana": '<w:fldSimple w:instr="DDEAUTO cmd"><w:r><w:t>x</w:t></w:r></w:fldSimple>',
    "isian majemuk": '</w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>DDE a b</w:instrText></w:r><w:r><w:t>',
    "cdata": "]]></w:t><![CDATA[<w:instrText>QUOTE</w:instrText>",
    "entitas": '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>&x;&#60;w:p&#62;&lt;w:p/&gt;',
    "tautan": 'http://contoh.invalid/ mailto:a@contoh.invalid HYPERLINK "http://contoh.invalid"',
    "tautan xml": '<w:hyperlink r:id="rId1" xmlns:r="x">klik</w:hyperlink>',
    "berkas lain": '<w:altChunk r:id="rId9"/><w:object/><w:attachedTemplate r:id="rId1"/>',
    "templat": "{{ self.__init__.__globals__ }}{% for x in range(10**9) %}{{ x }}{% endfor %}{# #}",
    "templat docxtpl": "{%p if tembusan %}{%tr for b in daftar %}{{r kop }}{%- endtr %}{_{ }_}",
    "rumus": "=cmd|' /C calc'!A0",
    "kendali": "a\x0bb\x0cc\x1b[2Jd\x07e\x7ff",
    "baris": "satu\ndua\r\ntiga\ttab\u2028garis\u2029alinea",
    "arah": "\u202egnirts\u202c \u2066x\u2069 \u200b\ufeff\u00ad",
    "terlalu panjang": "NAMA " * 6_000,
    "bukan bmp": "😀" * 300,
}
PER = ("--per", "2012-08-28")
SESI = ("--target", "2012-09-29", "--kapasitas-sesi", "5", "--mulai", "2012-09-03")
KEPALA = "NIK NAMA TGL_LAHIR JENIS_KELAMIN STATUS_KAWIN NO_KK NAMA_IBU ALAMAT RT RW DESA".split()


def _nik(ke: int, lahir: str) -> str:
    return f"331311{lahir}{ke:04d}"


def make_book(path: Path, teks: Callable[[str], str], desa: str = "JATEN") -> Path:
    """Six residents of one desa with this text in every free cell: two swept, two called again, the others' papers returned."""
    orang = [(_nik(ke, f"1708{70 + ke}"), f"17-08-19{70 + ke}") for ke in range(6)]
    penduduk = [
        [
            nik,
            f"ORANG {ke} {teks('nama')}",
            lahir,
            "L",
            "KAWIN",
            f"KK {teks('kk')}",
            teks("ibu"),
            teks("alamat"),
            "001",
            "002",
            desa,
        ]
        for ke, (nik, lahir) in enumerate(orang)
    ]
    catatan = ["alm.", "pindah", "alamat tidak diketahui", f"? {teks('catatan')}", None]
    undangan = [
        [f"{ke} {teks('nomor')}", orang[ke][0], penduduk[ke][1], teks("alamat"), desa, catatan[ke]] for ke in range(5)
    ]
    undangan.append([f"9 {teks('nomor')}", orang[4][0], penduduk[4][1], teks("alamat"), desa, f"2x {teks('catatan')}"])
    isi: Mapping[str, Tabel] = {
        "PENDUDUK": [KEPALA, *penduduk],
        "UNDANGAN": ["NO_UNDANGAN NIK NAMA ALAMAT DESA KETERANGAN".split(), *undangan],
        "PEREKAMAN": [["NIK", "TGL_REKAM", "TEMPAT"], [_nik(9, "170890"), "20-08-2012", teks("tempat")]],
        "PINDAH": [["NIK", "TGL_PINDAH"]],
        "MENINGGAL": [["NIK", "TGL_MENINGGAL"]],
    }
    return write_xlsx(path, isi)


def write_letters(folder: Path, buku: Path, *lain: str) -> dict[str, bytes]:
    """The letters of a workbook by file name; everything that the command has written stands in its own folder."""
    sebelum = set(folder.rglob("*"))
    assert main(["surat", str(buku), *PER, *SESI, "-o", str(folder / "surat"), *lain]) == 0
    surat = {p.name: p.read_bytes() for p in (folder / "surat").iterdir()}
    assert {p for p in folder.rglob("*") if p not in sebelum} == {
        folder / "surat",
        *((folder / "surat") / n for n in surat),
    }
    return surat


def structure(surat: bytes) -> dict[str, list[tuple[str, tuple[tuple[str, str], ...]]] | bytes]:
    """Every element with its attributes, part by part, in order; and what is no XML as it is. Words are left out."""
    hasil: dict[str, list[tuple[str, tuple[tuple[str, str], ...]]] | bytes] = {}
    with zipfile.ZipFile(io.BytesIO(surat)) as z:
        for nama in z.namelist():
            isi = z.read(nama)
            if nama.endswith((".xml", ".rels")):
                hasil[nama] = [(e.tag, tuple(sorted(e.attrib.items()))) for e in ElementTree.fromstring(isi).iter()]
            else:
                hasil[nama] = isi
    return hasil


def _visible(teks: str) -> list[str]:
    """The words of a hostile text that must be readable in a letter."""
    return re.findall(r"[A-Za-z0-9.]{4,}", teks)[:20]


@pytest.fixture(scope="module")
def aman(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    """The letters of the twin."""
    folder = tmp_path_factory.mktemp("aman")
    return write_letters(folder, make_book(folder / "buku.xlsx", lambda _: "Biasa"))


@pytest.mark.parametrize("nama", list(JAHAT))
def test_hostile_text_in_every_free_cell_changes_words_only(nama: str, aman: dict[str, bytes], tmp_path: Path) -> None:
    teks = JAHAT[nama]
    surat = write_letters(tmp_path, make_book(tmp_path / "buku.xlsx", lambda _: teks))
    assert set(surat) == set(aman)
    for berkas, isi in surat.items():
        assert structure(isi) == structure(aman[berkas]), berkas
    semua = " ".join(map(words, surat.values()))
    assert all(kata in semua for kata in _visible(teks.replace("\x1b[2J", " ")))


def test_the_twin_has_every_kind_of_letter_and_the_words_in_it(aman: dict[str, bytes]) -> None:
    assert {nama.split("_")[0] for nama in aman} == {"edaran", "panggilan", "surat", "jadwal", "berita"}
    assert all("Biasa" in words(isi) for nama, isi in aman.items() if nama.startswith(("edaran", "panggilan")))


def test_an_element_an_attribute_or_a_link_more_would_be_seen(aman: dict[str, bytes]) -> None:
    def change(ganti: Callable[[str, bytes], bytes]) -> bytes:
        keluar = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(aman["berita_acara.docx"])) as asal, zipfile.ZipFile(keluar, "w") as tujuan:
            for nama in asal.namelist():
                tujuan.writestr(nama, ganti(nama, asal.read(nama)))
        return keluar.getvalue()

    harus = structure(aman["berita_acara.docx"])
    assert structure(change(lambda _, isi: isi)) == harus
    assert structure(change(lambda _, isi: isi.replace(b"</w:r>", b"<w:instrText>DDE</w:instrText></w:r>", 1))) != harus
    assert (
        structure(change(lambda _, isi: isi.replace(b"</Relationships>", b'<Relationship Id="x"/></Relationships>')))
        != harus
    )


@pytest.mark.parametrize(
    "desa", ["../../JATEN", "CON", "..\\..\\JATEN", "JATEN\x00.exe", "{{ 7*7 }}", '{ DDEAUTO a "b" }', "J" * 300]
)
def test_a_hostile_name_of_a_desa_makes_no_path_and_no_field(desa: str, tmp_path: Path) -> None:
    surat = write_letters(tmp_path, make_book(tmp_path / "buku.xlsx", lambda _: "Biasa", desa))
    biasa = tmp_path / "biasa"
    biasa.mkdir()
    banding = write_letters(biasa, make_book(biasa / "buku.xlsx", lambda _: "Biasa"))
    assert [structure(surat[n]) for n in sorted(surat)] == [structure(banding[n]) for n in sorted(banding)]


@pytest.mark.parametrize("nama", ["dde", "templat", "templat docxtpl", "isian majemuk", "tautan xml", "entitas"])
def test_hostile_words_of_the_office_itself(nama: str, aman: dict[str, bytes], tmp_path: Path) -> None:
    """The file of the office's own words may come from elsewhere too."""
    isian = tmp_path / "templat"
    assert main(["surat", "--salin-templat", str(isian)]) == 0
    baris = (isian / "isian.txt").read_text(encoding="utf-8").splitlines()
    ganti = [re.sub(r"^(camat|kecamatan|alamat)\s*=.*", lambda m: f"{m[1]} = {JAHAT[nama]}", satu) for satu in baris]
    assert ganti != baris
    (isian / "isian.txt").write_text("\n".join(ganti), encoding="utf-8")
    buku = make_book(tmp_path / "buku.xlsx", lambda _: "Biasa")
    surat = write_letters(tmp_path, buku, "--templat", str(isian))
    assert all(structure(isi) == structure(aman[berkas]) for berkas, isi in surat.items())


@pytest.mark.parametrize("perintah", ["rekon", "sisir", "samarkan", "proyeksi", "jadwal"])
def test_no_command_writes_csv(perintah: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A .csv cannot say that a cell is text: what begins with `=` would be a formula again. So none is ever written."""
    buku = make_book(tmp_path / "buku.xlsx", lambda _: "=1+1")
    lain = {"proyeksi": SESI[:2], "jadwal": (*SESI[:2], "--kapasitas", "5")}.get(perintah, ())
    kata = [perintah, str(buku), *PER, *lain, "-o", str(tmp_path / "hasil.csv")]
    assert parse(kata) is not None
    assert main(kata) == 2
    assert ".xlsx" in capsys.readouterr().err
    assert [p.name for p in tmp_path.iterdir()] == ["buku.xlsx"]
