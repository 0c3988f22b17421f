"""A template and its values -> the bytes of a Word document; the same values give the same bytes.

Values are data and nothing else: no mark of the template language, no XML and no control character in a cell of the workbook
means anything in the letter. A template is the office's own and may not be trusted either: it runs in a sandbox.
"""

import io
import zipfile
from collections.abc import Mapping
from typing import Any
from xml.parsers import expat

from docxtpl import DocxTemplate
from jinja2 import StrictUndefined, TemplateError, TemplateSyntaxError, UndefinedError
from jinja2.exceptions import SecurityError
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

from ektp_core.galat import EktpError
from ektp_core.tulisan import strip_invisible
from ektp_excel.buku.tulisan import cell_text

Isi = Mapping[str, Any]

# Zip's first day: the clock never enters a document.
_TERBESAR = 60_000_000
"""So many bytes a template may take when unpacked: with pictures it takes a few millions."""

_HARI_ZIP = (1980, 1, 1, 0, 0, 0)


def data(teks: str) -> Markup:
    """A value on one line, every sign that XML, the template language or docxtpl could read written as its number.

    >>> data("A & {{ 7*7 }}")
    Markup('A &#38; &#123;&#123; 7&#42;7 &#125;&#125;')
    """
    bersih = " ".join(cell_text(strip_invisible(teks)).split())
    return Markup("".join(h if h.isalnum() or h in " .,/:-" else f"&#{ord(h)};" for h in bersih))


def fill(templat: bytes, nama: str, isi: Isi) -> bytes:
    """The document that the template makes of the values; texts among them (at any depth) are taken as data.

    Raises `EktpError`, naming the template, when it is no Word document or its marks cannot be followed.
    """
    dokumen = _Dokumen(io.BytesIO(templat))
    try:
        with zipfile.ZipFile(io.BytesIO(templat)) as z:
            if sum(i.file_size for i in z.infolist()) > _TERBESAR:
                raise EktpError(f"templat {nama} terlalu besar bila dibuka")
        dokumen.init_docx()
    except EktpError:
        raise
    except (zipfile.BadZipFile, KeyError, ValueError, AttributeError) as e:
        raise EktpError(f"templat {nama} bukan dokumen Word (.docx)") from e
    keluar = io.BytesIO()
    try:
        dokumen.render(_as_data(isi), SandboxedEnvironment(undefined=StrictUndefined, autoescape=True))
        dokumen.save(keluar)
    except (TemplateError, expat.ExpatError, TypeError, ValueError, ArithmeticError, LookupError) as e:
        raise EktpError(f"templat {nama}: {_explain(e)}") from e
    return pack(keluar.getvalue())


class _Dokumen(DocxTemplate):  # type: ignore[misc]
    def fix_tables(self, xml: str) -> Any:
        # docxtpl reads on past broken XML, and what it cannot read is gone without a word.
        expat.ParserCreate().Parse(xml, True)
        return super().fix_tables(xml)

    def resolve_listing(self, xml: str) -> str:
        # Line ends, tabs and page breaks within a value: no value has any, and looking for them takes half the time.
        return xml


def _as_data(nilai: Any) -> Any:
    match nilai:
        case str():
            return data(nilai)
        case Mapping():
            return {kunci: _as_data(satu) for kunci, satu in nilai.items()}
        case list() | tuple():
            return [_as_data(satu) for satu in nilai]
        case _:
            return nilai


def _explain(e: Exception) -> str:
    match e:
        case SecurityError():
            return "memakai perintah yang tidak diizinkan"
        case UndefinedError():
            return f"isian tidak dikenal ({e.message})"
        case TemplateSyntaxError():
            return f"tanda {{{{ … }}}} atau {{% … %}} tidak dapat diikuti ({e.message})"
        case expat.ExpatError():
            return "tanda {%p … %} atau {%tr … %} tidak berpasangan pada tempatnya"
        case _:
            return f"tidak dapat diisi ({type(e).__name__})"


def pack(docx: bytes) -> bytes:
    """The same document with nothing of the clock in its zip."""
    keluar = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as asal, zipfile.ZipFile(keluar, "w", zipfile.ZIP_DEFLATED) as tujuan:
        for nama in asal.namelist():
            tujuan.writestr(zipfile.ZipInfo(nama, _HARI_ZIP), asal.read(nama), zipfile.ZIP_DEFLATED)
    return keluar.getvalue()
