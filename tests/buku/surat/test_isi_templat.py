"""Templates filled: values are data whatever they look like, and a template that cannot be used is named in one line."""

from __future__ import annotations

import io
import unicodedata
import zipfile

import pytest
from docx import Document
from hypothesis import example, given, settings
from hypothesis import strategies as st

from buku.surat.docx_dibaca import open_docx, rows_under, words
from ektp_core.galat import EktpError
from ektp_excel.surat.isi_templat import data, fill

JAHAT = [
    *("{{ 7*7 }}", "{% for x in y %}", "{%p if tembusan %}", "{# catatan #}", "{_{ nama }_}", "{_% x %_}"),
    *("<w:p>", "</w:t></w:r></w:p>", "&amp; &lt;b&gt;", "<!-- x -->", "]]>", "<?xml version='1.0'?>", "\"'`", "&#0;"),
    *("a\x00b\x1b[2J\x07", "a\tb\nc\x0bd\fe\rf", "\ud800", "\ufffe", "\u202etxet", "\u200b", "Ñandú ☃ 😀", "=1+1", "_"),
    *("{{ self.__init__.__globals__ }}", "{{ ''.__class__.__mro__ }}", "x" * 5000),
]


def make_template(*paragraf: str) -> bytes:
    """A template of these paragraphs, and a table of the list `daftar`."""
    d = Document()
    for teks in paragraf:
        d.add_paragraph(teks)
    t = d.add_table(4, 2)
    for baris, isi in enumerate((("NAMA", "NIK"), ("{%tr for b in daftar %}",), ("{{ b.nama }}", "{{ b.nik }}"))):
        for kolom, teks in enumerate(isi):
            t.cell(baris, kolom).text = teks
    t.cell(3, 0).text = "{%tr endfor %}"
    keluar = io.BytesIO()
    d.save(keluar)
    return keluar.getvalue()


TEMPLAT = make_template("Yth. {{ kepada }}.")


def clean(teks: str) -> str:
    """What of a value can stand on one line of an XML document: spaces for all that breaks lines, marks for what XML bars."""
    terlihat = "".join(h for h in teks if unicodedata.category(h) != "Cf" or h not in "\u00ad\u200b\u202e\ufeff")
    sah = "".join("\ufffd" if (h < " " and h not in "\t\n\r") or h in "\ud800\ufffe\uffff" else h for h in terlihat)
    return " ".join(sah.split())


@pytest.mark.parametrize("nilai", JAHAT)
def test_a_value_is_data_in_a_paragraph_and_in_a_list(nilai: str) -> None:
    surat = fill(
        TEMPLAT, "t.docx", {"kepada": nilai, "daftar": [{"nama": nilai, "nik": "1"}, {"nama": "B", "nik": nilai}]}
    )
    assert words(surat).splitlines()[0] == f"Yth. {clean(nilai)}."
    assert list(rows_under(surat, "NAMA", "NIK")) == [[clean(nilai), "1"], ["B", clean(nilai)]]


PECAHAN = st.lists(
    st.sampled_from([*"{}%#_<>&;\"'\\/ \n\taé-", "{{", "}}", "{%", "%}", "<w:t>", "&#95;", "w:p"]), max_size=12
)


@settings(max_examples=40)
@given(st.lists(PECAHAN.map("".join), min_size=1, max_size=4))
@example(["}_}{_{"])
def test_any_mix_of_marks_comes_back_as_written(nama: list[str]) -> None:
    surat = fill(TEMPLAT, "t.docx", {"kepada": "".join(nama), "daftar": [{"nama": n, "nik": ""} for n in nama]})
    assert words(surat).splitlines()[0] == f"Yth. {' '.join(''.join(nama).split())}."
    assert [b[0] for b in rows_under(surat, "NAMA")] == [" ".join(n.split()) for n in nama]


@given(st.text())
def test_no_sign_of_markup_is_left_in_a_value(teks: str) -> None:
    assert not set(data(teks)) & set("<>{}%_\"'\n\t")


def test_the_same_values_give_the_same_bytes_and_nothing_of_the_clock() -> None:
    nilai = {"kepada": "Camat", "daftar": []}
    surat = fill(TEMPLAT, "t.docx", nilai)
    assert surat == fill(TEMPLAT, "t.docx", nilai)
    with zipfile.ZipFile(io.BytesIO(surat)) as z:
        assert {i.date_time for i in z.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert open_docx(surat).paragraphs[0].text == "Yth. Camat."


@pytest.mark.parametrize(
    ("paragraf", "kata"),
    [
        ("{{ kepda }}", r"isian tidak dikenal \('kepda' is undefined\)"),
        ("{{ kepada.x.y }}", "isian tidak dikenal"),
        ("{{ kepada", "tidak dapat diikuti"),
        ("{% if kepada %}", "tidak dapat diikuti"),
        ("{{ kepada|nyanyi }}", "tidak dapat diikuti"),
        ("{{ ''.__class__.__mro__ }}", "tidak diizinkan"),
        ("{{ 1/0 }}", "tidak dapat diisi"),
        ("{%p if kepada %}x", "tidak dapat diikuti"),
        ("{% include 'x' %}", "tidak dapat diisi"),
    ],
)
def test_a_template_with_a_fault_is_named(paragraf: str, kata: str) -> None:
    with pytest.raises(EktpError, match=rf"^templat milik\.docx.*{kata}"):
        fill(make_template(paragraf), "milik.docx", {"kepada": "x", "daftar": []})


def test_xml_that_a_template_breaks_is_refused_and_not_mended() -> None:
    d = Document()
    d.add_paragraph("{{ kepada }}")
    keluar = io.BytesIO()
    d.save(keluar)
    rusak = io.BytesIO()
    with zipfile.ZipFile(keluar) as asal, zipfile.ZipFile(rusak, "w") as tujuan:
        for nama in asal.namelist():
            isi = asal.read(nama)
            if nama == "word/document.xml":
                isi = isi.replace(b"{{ kepada }}", b"{{ '&lt;/w:t&gt;'|safe }}")
            tujuan.writestr(nama, isi)
    with pytest.raises(EktpError, match="tidak berpasangan"):
        fill(rusak.getvalue(), "rusak.docx", {"kepada": "x"})


@pytest.mark.parametrize("isi", [b"", b"bukan zip", make_template()[:-30], b"PK\x03\x04" + b"\0" * 30])
def test_what_is_no_word_document_is_named(isi: bytes) -> None:
    with pytest.raises(EktpError, match=r"templat a\.docx bukan dokumen Word"):
        fill(isi, "a.docx", {})


def test_another_zip_is_no_word_document() -> None:
    lain = io.BytesIO()
    with zipfile.ZipFile(lain, "w") as z:
        z.writestr("a.txt", "x")
    with pytest.raises(EktpError, match="bukan dokumen Word"):
        fill(lain.getvalue(), "a.docx", {})


def test_a_template_that_swells_is_not_opened() -> None:
    bom = io.BytesIO(TEMPLAT)
    with zipfile.ZipFile(bom, "a", zipfile.ZIP_DEFLATED) as z:
        z.writestr("word/media/bom.bin", b"\0" * 70_000_000)
    assert len(bom.getvalue()) < 200_000
    with pytest.raises(EktpError, match="terlalu besar bila dibuka"):
        fill(bom.getvalue(), "a.docx", {})
