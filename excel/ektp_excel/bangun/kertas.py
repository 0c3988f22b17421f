"""The paper, the letterhead and the blocks that the templates of the letters are put together from.

Arial, since every Windows has it; F4 (215 × 330 mm), the paper of the offices.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from docx import Document
from docx.document import Document as Dokumen
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt
from docx.table import Table, _Cell
from docx.text.paragraph import Paragraph

KIRI, TENGAH, KANAN, RATA = (
    WD_ALIGN_PARAGRAPH.LEFT,
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.RIGHT,
    WD_ALIGN_PARAGRAPH.JUSTIFY,
)
LEBAR = 16.5
"""The width of the text, in centimetres."""

_HURUF = "Arial"
_LAHIR = datetime(2012, 8, 28)
Wadah = Dokumen | _Cell


def new_document(judul: str) -> Dokumen:
    """An empty F4 page with the office's font, its footer, and nothing of who made it."""
    d = Document()
    for p in list(d.element.body.iterchildren(qn("w:p"))):
        d.element.body.remove(p)
    bagian = d.sections[0]
    bagian.page_width, bagian.page_height = Cm(21.5), Cm(33)
    bagian.left_margin, bagian.right_margin = Cm(3), Cm(2)
    bagian.top_margin, bagian.bottom_margin = Cm(1.5), Cm(2)
    bagian.header_distance = bagian.footer_distance = Cm(1)
    gaya: Any = d.styles["Normal"]
    gaya.font.name, gaya.font.size = _HURUF, Pt(11)
    huruf = gaya.element.get_or_add_rPr().get_or_add_rFonts()
    for nama in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        huruf.set(qn(nama), _HURUF)
    bahasa = OxmlElement("w:lang")
    bahasa.set(qn("w:val"), "id-ID")
    gaya.element.get_or_add_rPr().append(bahasa)
    gaya.paragraph_format.space_before = gaya.paragraph_format.space_after = Pt(0)
    for nomor, hubungan in list(d.part.package.rels.items()):
        if hubungan.reltype.endswith("/thumbnail"):
            del d.part.package.rels[nomor]
    inti = d.core_properties
    inti.title, inti.author, inti.last_modified_by, inti.comments, inti.language = judul, "", "", "", "id-ID"
    inti.created = inti.modified = _LAHIR
    inti.revision = 1
    return d


def write(
    di: Wadah,
    teks: str = "",
    *,
    rata: WD_ALIGN_PARAGRAPH = KIRI,
    tebal: bool = False,
    garis: bool = False,
    besar: float | None = None,
    kapital: bool = False,
    kiri: float = 0,
    gantung: float = 0,
    sesudah: float = 0,
    tab: Sequence[float] = (),
    bersama: bool = False,
) -> Paragraph:
    """Add one paragraph; lengths in centimetres, sizes and space in points; `gantung` hangs the first line out."""
    p = di.add_paragraph()
    p.alignment = rata
    bentuk = p.paragraph_format
    bentuk.left_indent, bentuk.first_line_indent = Cm(kiri + gantung), Cm(-gantung)
    bentuk.space_after = Pt(sesudah)
    bentuk.keep_with_next = bersama
    for jarak in tab:
        bentuk.tab_stops.add_tab_stop(Cm(jarak), WD_TAB_ALIGNMENT.LEFT)
    jalan = p.add_run(teks)
    jalan.bold, jalan.underline, jalan.font.all_caps = tebal or None, garis or None, kapital or None
    if besar:
        jalan.font.size = Pt(besar)
        _size_mark(p, besar)
    return p


def mark(di: Wadah, perintah: str) -> None:
    """A paragraph that only holds a command for whole paragraphs; it is not in the letter."""
    write(di, f"{{%p {perintah} %}}")


def letterhead(di: Wadah, *, kecil: bool = False) -> None:
    """Kabupaten, kecamatan and address, above the line."""
    a, b, c = (10.0, 11.0, 8.0) if kecil else (13.0, 15.0, 9.5)
    atas = write(di, "PEMERINTAH KABUPATEN {{ kabupaten }}", rata=TENGAH, tebal=True, besar=a, kapital=True)
    atas.paragraph_format.space_before = Pt(10 if kecil else 0)
    write(di, "KECAMATAN {{ kecamatan }}", rata=TENGAH, tebal=True, besar=b, kapital=True)
    alamat = write(di, "{{ alamat_kantor }}", rata=TENGAH, besar=c, sesudah=3)
    draw_line(alamat, "bottom", "thinThickSmallGap", 18)
    write(di, besar=6 if kecil else 8)


def draw_line(p: Paragraph, sisi: str, jenis: str = "single", tebal: int = 6) -> None:
    """A line along one side of a paragraph, `tebal` in eighths of a point."""
    tepi = OxmlElement("w:pBdr")
    tepi.append(_edge(sisi, jenis, tebal, jarak=1))
    sifat = p._p.get_or_add_pPr()
    sifat.insert_element_before(
        tepi, *(f"w:{n}" for n in "shd tabs suppressAutoHyphens spacing ind contextualSpacing jc rPr".split())
    )


def add_table(di: Wadah, lebar: Sequence[float], *, bergaris: bool = True, kiri: float = 0) -> Table:
    """An empty table of fixed widths (centimetres); without lines it only lays things out."""
    t = di.add_table(0, len(lebar))
    t.autofit = False
    t.alignment = WD_TABLE_ALIGNMENT.LEFT
    sifat = t._tbl.tblPr
    if bergaris:
        tepi = OxmlElement("w:tblBorders")
        for sisi in ("top", "left", "bottom", "right", "insideH", "insideV"):
            tepi.append(_edge(sisi, "single", 4))
        sifat.append(tepi)
    if kiri:
        geser = OxmlElement("w:tblInd")
        geser.set(qn("w:w"), str(int(Cm(kiri).twips)))
        geser.set(qn("w:type"), "dxa")
        sifat.append(geser)
    for kolom, satu in zip(t.columns, lebar, strict=True):
        kolom.width = Cm(satu)
    return t


def add_row(
    t: Table,
    isi: Sequence[str] = (),
    *,
    rata: Sequence[WD_ALIGN_PARAGRAPH] = (),
    tebal: bool = False,
    besar: float = 10,
    kepala: bool = False,
    jarak: float = 1,
) -> list[_Cell]:
    """A row of texts; `kepala` repeats it on each page. No row breaks across pages."""
    baris = t.add_row()  # type: ignore[no-untyped-call]
    sifat = baris._tr.get_or_add_trPr()
    sifat.append(OxmlElement("w:cantSplit"))
    if kepala:
        sifat.append(OxmlElement("w:tblHeader"))
    sel = list(baris.cells)
    for i, (satu, kolom) in enumerate(zip(sel, t.columns, strict=True)):
        satu.width = kolom.width or 0
        p = satu.paragraphs[0]
        if i < len(isi):
            p.alignment = rata[i] if i < len(rata) else (TENGAH if kepala else KIRI)
            p.paragraph_format.space_before = p.paragraph_format.space_after = Pt(jarak)
            jalan = p.add_run(isi[i])
            jalan.bold, jalan.font.size = (tebal or kepala) or None, Pt(besar)
            _size_mark(p, besar)
    if kepala:
        for satu in sel:
            _shade(satu)
    return sel


def loop(t: Table, perintah: str) -> None:
    """A row that only holds a command for whole rows; it is not in the letter."""
    add_row(t, [f"{{%tr {perintah} %}}"])


def dash(sel: _Cell, *sisi: str) -> None:
    """Dashed lines to cut along, on the named sides of a cell."""
    tepi = OxmlElement("w:tcBorders")
    for satu in sisi:
        tepi.append(_edge(satu, "dashed", 4))
    sel._tc.get_or_add_tcPr().append(tepi)


def clear(sel: _Cell) -> _Cell:
    """The cell without its first, empty paragraph, once something else stands in it."""
    pertama = sel.paragraphs[0]._p
    if len(sel._tc.p_lst) > 1 and not sel.paragraphs[0].text:
        sel._tc.remove(pertama)
    return sel


def signature(di: Wadah, *, kiri: float = 8.5, ruang: int = 4, besar: float | None = None) -> None:
    """The camat's block: office, room to sign, name, rank, NIP; it stays in one piece."""
    write(di, "CAMAT {{ kecamatan }},", kiri=kiri, kapital=True, tebal=True, besar=besar, bersama=True)
    for _ in range(ruang):
        write(di, kiri=kiri, besar=besar, bersama=True)
    write(di, "{{ camat }}", kiri=kiri, tebal=True, garis=True, besar=besar, bersama=True)
    write(di, "{{ pangkat_camat }}", kiri=kiri, besar=besar, bersama=True)
    write(di, "NIP. {{ nip_camat }}", kiri=kiri, besar=besar)


def copies(di: Wadah) -> None:
    """Tembusan, where the office named any."""
    mark(di, "if tembusan")
    write(di, sesudah=4)
    write(di, "Tembusan:", besar=10, garis=True, bersama=True)
    mark(di, "for t in tembusan")
    write(di, "{{ t.no }}.\t{{ t.nama }}", besar=10, gantung=0.7, tab=(0.7,))
    mark(di, "endfor")
    mark(di, "endif")


def footer(d: Dokumen, teks: str) -> None:
    """A small line at the foot of each page, with the page number."""
    p = d.sections[0].footer.paragraphs[0]
    p.style = d.styles["Normal"]  # the style of footers has tabs of its own
    p.paragraph_format.tab_stops.add_tab_stop(Cm(LEBAR), WD_TAB_ALIGNMENT.RIGHT)
    p.add_run(f"{teks}\thalaman ").font.size = Pt(8)
    for jenis, isi in (("begin", ""), ("", " PAGE "), ("separate", ""), ("text", "1"), ("end", "")):
        jalan = p.add_run(isi if jenis == "text" else "")
        jalan.font.size = Pt(8)
        if jenis == "":
            kode = OxmlElement("w:instrText")
            kode.set(qn("xml:space"), "preserve")
            kode.text = isi
            jalan._r.append(kode)
        elif jenis != "text":
            tanda = OxmlElement("w:fldChar")
            tanda.set(qn("w:fldCharType"), jenis)
            jalan._r.append(tanda)
    draw_line(p, "top", "single", 4)


def _size_mark(p: Paragraph, besar: float) -> None:
    """The size of the paragraph's own mark, which decides the height of an empty line."""
    ukuran = OxmlElement("w:sz")
    ukuran.set(qn("w:val"), str(int(besar * 2)))
    tanda = OxmlElement("w:rPr")
    tanda.append(ukuran)
    p._p.get_or_add_pPr().append(tanda)


def _edge(sisi: str, jenis: str, tebal: int, jarak: int = 0) -> Any:
    tepi = OxmlElement(f"w:{sisi}")
    for nama, nilai in (("val", jenis), ("sz", str(tebal)), ("space", str(jarak)), ("color", "000000")):
        tepi.set(qn(f"w:{nama}"), nilai)
    return tepi


def _shade(sel: _Cell) -> None:
    warna = OxmlElement("w:shd")
    for nama, nilai in (("val", "clear"), ("color", "auto"), ("fill", "E7E6E6")):
        warna.set(qn(f"w:{nama}"), nilai)
    sel._tc.get_or_add_tcPr().append(warna)
