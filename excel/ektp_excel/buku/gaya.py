"""How the result workbook looks: one set of formats, and the number formats of Indonesia.

`[$-421]` is Indonesian: LibreOffice then shows 55.865 and 92,10% on any computer. Excel takes the separators of a number
from the computer it runs on, whatever the format says: a computer set to English shows 55,865 there.
"""

from enum import Enum

from attrs import frozen

from ektp_excel.buku.xlsx import Format, Workbook

ANGKA = "[$-421]#,##0"
PERSEN = "[$-421]0.00%"
TANGGAL = "[$-421]dd-mm-yyyy"
# Text stays text when somebody edits the cell: a NIK keeps its 16th digit, and "=..." never turns into a formula.
TEKS = "@"

_ABU = "#D9E2EC"
_GARIS = {"border": 1, "border_color": "#8899A6"}


class Isi(Enum):
    """What the cells of a column hold."""

    TEKS = TEKS
    ANGKA = ANGKA
    PERSEN = PERSEN
    TANGGAL = TANGGAL


@frozen
class Gaya:
    """The formats of one workbook; `biasa` for the long working sheets, `kotak` with borders for what is printed."""

    judul: Format
    anak_judul: Format
    bagian: Format
    label: Format
    kecil: Format
    pesan: Format
    bahaya: Format
    catatan: Format
    kepala: Format
    tautan: Format
    tanggal_kiri: Format
    baik: Format
    buruk: Format
    biasa: dict[Isi, Format]
    kotak: dict[Isi, Format]
    jumlah: dict[Isi, Format]

    @classmethod
    def of(cls, buku: Workbook) -> "Gaya":
        """The formats, made in this workbook."""

        def make(**sifat: object) -> Format:
            return buku.add_format({"num_format": TEKS, "valign": "vcenter", **sifat})

        lipat = {"text_wrap": True}
        return cls(
            judul=make(bold=True, font_size=13),
            anak_judul=make(),
            bagian=make(bold=True, font_color="#FFFFFF", bg_color="#34556E"),
            label=make(bold=True),
            kecil=make(font_size=8, font_color="#444444", valign="top", **lipat),
            pesan=make(bg_color="#FFF2CC", valign="top", **lipat, **_GARIS),
            bahaya=make(bold=True, font_color="#9C0006", bg_color="#FFC7CE", valign="top", **lipat, **_GARIS),
            catatan=make(italic=True, font_color="#444444", valign="top", **lipat),
            kepala=make(bold=True, bg_color=_ABU, align="center", **lipat, **_GARIS),
            tautan=make(font_color="#0563C1", underline=1, **_GARIS),
            tanggal_kiri=make(num_format=TANGGAL, align="left"),
            baik=make(bold=True, font_color="#006100", bg_color="#C6EFCE", **_GARIS),
            buruk=make(bold=True, font_color="#9C0006", bg_color="#FFC7CE", **_GARIS),
            biasa={isi: buku.add_format({"num_format": isi.value}) for isi in Isi},
            kotak={isi: make(num_format=isi.value, **(lipat if isi is Isi.TEKS else {}), **_GARIS) for isi in Isi},
            jumlah={isi: make(num_format=isi.value, bold=True, bg_color="#EEF2F6", **_GARIS) for isi in Isi},
        )
