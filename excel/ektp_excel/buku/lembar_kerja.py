"""The working sheets, one record a row and the header in row 1, as people filter them and other programs read them.

The columns and their order are a contract. What is printed as a letter or shown as figures is made elsewhere.
"""

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from attrs import frozen

from ektp_core.dugaan import DugaanDobel
from ektp_core.galat import Galat
from ektp_core.keputusan import keputusan_row
from ektp_core.penyisiran import BarisPenyisiran, sweep
from ektp_core.rekonsiliasi.hasil import Hasil, KembalianDibaca, PerluDilihat, TerekamLuarDasar
from ektp_excel.buku.cetak import set_up_print
from ektp_excel.buku.gaya import Gaya, Isi
from ektp_excel.buku.tulisan import show_date
from ektp_excel.buku.xlsx import KolomXml, LembarPanjang, Workbook, serial

KEPUTUSAN = "KEPUTUSAN"
DUGAAN_DOBEL = "DUGAAN DOBEL"
PERLU_DILIHAT = "PERLU DILIHAT"
TERCECER = "TERCECER"
TEREKAM_LUAR_DASAR = "TEREKAM LUAR DASAR"
GALAT = "GALAT"
KEMBALIAN = "KEMBALIAN"

_T = TypeVar("_T")
LEBAR_NIK, LEBAR_NAMA, LEBAR_DESA = 18.0, 28.0, 16.0


@frozen
class Kolom:
    """One column of a sheet: its canonical header, its width in characters, and what its cells hold."""

    judul: str
    lebar: float
    isi: Isi = Isi.TEKS


@frozen
class Tabel(Generic[_T]):
    """One working sheet: its name, its columns, and how a record becomes a row of texts (numbers as their digits)."""

    nama: str
    kolom: tuple[Kolom, ...]
    baris: Callable[[_T], Sequence[str]]


def _dugaan_row(d: DugaanDobel) -> tuple[str, ...]:
    return d.nik_a, d.nama_a, d.nik_b, d.nama_b, d.kekuatan, d.penjelasan or _show_sides(d)


def _show_sides(d: DugaanDobel) -> str:
    """The rules, and field by field what stands left and right: what agrees, then what does not; the two rows once."""
    urut = sorted(d.bukti, key=lambda b: b.kolom.endswith("(beda)"))
    sisi = [str(b) if i == 0 else f"{b.kolom} {b.kiri!r} | {b.kanan}" for i, b in enumerate(urut)]
    return (", ".join(d.aturan) + ": " if d.aturan else "") + "; ".join(sisi)


def _perlu_dilihat_row(p: PerluDilihat) -> tuple[str, ...]:
    return p.jenis, p.nik, p.nama, p.desa, p.kiri, p.kanan, p.aturan, p.saran


def _tercecer_row(b: BarisPenyisiran) -> tuple[str, ...]:
    return b.nik, b.nama, b.desa, b.rw, b.rt


def _luar_dasar_row(t: TerekamLuarDasar) -> tuple[str, ...]:
    return t.nik, serial(t.tanggal), t.status, t.sebab


def _galat_row(g: Galat) -> tuple[str, ...]:
    return g.lembar, str(g.baris), g.kolom, g.nilai, g.harusnya, g.usul


_KEPUTUSAN = Tabel(
    KEPUTUSAN,
    (
        Kolom("BARIS", 8, Isi.ANGKA),
        Kolom("NO_UNDANGAN", 14),
        Kolom("NIK", LEBAR_NIK),
        Kolom("NIK_DIPAKAI", LEBAR_NIK),
        Kolom("NAMA", LEBAR_NAMA),
        Kolom("DESA", LEBAR_DESA),
        Kolom("KATEGORI", 26),
        Kolom("ATURAN", 24),
        Kolom("BUKTI", 70),
        Kolom("RUJUKAN", 14),
        Kolom("PASTI", 9),
        Kolom("TEREKAM", 11),
        Kolom("RT", 6),
        Kolom("RW", 6),
        Kolom("KETERANGAN", 30),
        Kolom("NAMA_TERDAFTAR", LEBAR_NAMA),
    ),
    keputusan_row,
)
_DUGAAN = Tabel(
    DUGAAN_DOBEL,
    (
        Kolom("NIK_A", LEBAR_NIK),
        Kolom("NAMA_A", LEBAR_NAMA),
        Kolom("NIK_B", LEBAR_NIK),
        Kolom("NAMA_B", LEBAR_NAMA),
        Kolom("KEKUATAN", 13),
        Kolom("BUKTI", 90),
    ),
    _dugaan_row,
)
_PERLU_DILIHAT = Tabel(
    PERLU_DILIHAT,
    (
        Kolom("JENIS", 34),
        Kolom("NIK", LEBAR_NIK),
        Kolom("NAMA", LEBAR_NAMA),
        Kolom("DESA", LEBAR_DESA),
        Kolom("KIRI", 45),
        Kolom("KANAN", 45),
        Kolom("ATURAN", 16),
        Kolom("SARAN", 60),
    ),
    _perlu_dilihat_row,
)
_TERCECER = Tabel(
    TERCECER,
    (
        Kolom("NIK", LEBAR_NIK),
        Kolom("NAMA", LEBAR_NAMA),
        Kolom("DESA", LEBAR_DESA),
        Kolom("RW", 7),
        Kolom("RT", 7),
    ),
    _tercecer_row,
)
_LUAR_DASAR = Tabel(
    TEREKAM_LUAR_DASAR,
    (
        Kolom("NIK", LEBAR_NIK),
        Kolom("TGL_REKAM", 13, Isi.TANGGAL),
        Kolom("STATUS", 28),
        Kolom("SEBAB", 60),
    ),
    _luar_dasar_row,
)
_GALAT = Tabel(
    GALAT,
    (
        Kolom("LEMBAR", 14),
        Kolom("BARIS", 9, Isi.ANGKA),
        Kolom("KOLOM", 16),
        Kolom("NILAI", 26),
        Kolom("HARUSNYA", 60),
        Kolom("USUL", 50),
    ),
    _galat_row,
)


def _kembalian_row(d: KembalianDibaca) -> tuple[str, ...]:
    k = d.kembalian
    arti = "SUDAH DATANG" if k.datang else " + ".join(x.value for x in k.isi.kategori)
    return (
        k.lembar,
        str(k.baris),
        d.nik,
        d.nama or k.nama,
        d.desa,
        k.tertulis,
        arti,
        d.nasib.value,
        d.aturan,
        d.baris_lain,
    )


_KEMBALIAN = Tabel(
    KEMBALIAN,
    (
        Kolom("LEMBAR", 28),
        Kolom("BARIS", 9, Isi.ANGKA),
        Kolom("NIK", LEBAR_NIK),
        Kolom("NAMA", LEBAR_NAMA),
        Kolom("DESA", LEBAR_DESA),
        Kolom("TERTULIS", 40),
        Kolom("ARTI", 26),
        Kolom("HASIL", 32),
        Kolom("ATURAN", 14),
        Kolom("BARIS_LAIN", 34),
    ),
    _kembalian_row,
)


def add_table(buku: Workbook, gaya: Gaya, tabel: Tabel[_T], isi: Sequence[_T], *, kaki: str) -> LembarPanjang:
    """Add one working sheet with its rows: frozen header, filter, widths; `kaki` is its printed footer."""
    lembar: LembarPanjang = buku.add_worksheet(tabel.nama, worksheet_class=LembarPanjang)
    lembar.fill(
        [KolomXml(k.judul, gaya.biasa[k.isi], k.isi is not Isi.TEKS) for k in tabel.kolom],
        gaya.kepala,
        isi,
        tabel.baris,
    )
    terakhir = len(tabel.kolom) - 1
    for i, k in enumerate(tabel.kolom):
        lembar.set_column(i, i, k.lebar)
    lembar.freeze_panes(1, 0)
    lembar.autofilter(0, 0, len(isi), terakhir)
    # A NIK is text on purpose: no green corner on every cell.
    lembar.ignore_errors({"number_stored_as_text": f"A1:{chr(ord('A') + terakhir)}{len(isi) + 1}"})
    set_up_print(lembar, f"{tabel.nama}, {kaki}")
    return lembar


def add_keputusan(buku: Workbook, gaya: Gaya, hasil: Hasil) -> None:
    """Add `KEPUTUSAN`: one row for each invitation that could be read."""
    add_table(buku, gaya, _KEPUTUSAN, hasil.keputusan, kaki=_as_of(hasil))


def add_dugaan_dobel(buku: Workbook, gaya: Gaya, hasil: Hasil) -> None:
    """Add `DUGAAN DOBEL`: pairs that may be one person."""
    add_table(buku, gaya, _DUGAAN, hasil.dugaan, kaki=_as_of(hasil))


def add_perlu_dilihat(buku: Workbook, gaya: Gaya, hasil: Hasil) -> None:
    """Add `PERLU DILIHAT`: contradictions and open questions, with both sides."""
    add_table(buku, gaya, _PERLU_DILIHAT, hasil.perlu_dilihat, kaki=_as_of(hasil))


def add_tercecer(buku: Workbook, gaya: Gaya, hasil: Hasil) -> None:
    """Add `TERCECER`: people of the base, not recorded, who were never invited."""
    add_table(buku, gaya, _TERCECER, sweep(hasil.tercecer), kaki=_as_of(hasil))


def add_luar_dasar(buku: Workbook, gaya: Gaya, hasil: Hasil) -> None:
    """Add `TEREKAM LUAR DASAR`: recordings of people who are not in the base."""
    add_table(buku, gaya, _LUAR_DASAR, hasil.luar_dasar, kaki=_as_of(hasil))


def add_galat(buku: Workbook, gaya: Gaya, hasil: Hasil) -> None:
    """Add `GALAT`: the rows that could not be used."""
    add_table(buku, gaya, _GALAT, hasil.galat, kaki=_as_of(hasil))


def add_kembalian(buku: Workbook, gaya: Gaya, hasil: Hasil) -> None:
    """Add `KEMBALIAN`: each row of the sweep lists that came back, and what became of it."""
    add_table(buku, gaya, _KEMBALIAN, hasil.kembalian, kaki=_as_of(hasil))


def _as_of(hasil: Hasil) -> str:
    return f"per {show_date(hasil.on)}"
