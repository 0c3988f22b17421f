"""The sheet `LEBARAN`: the days around Idul Fitri of two years side by side, those from elsewhere, and a chart.

It shows what was counted elsewhere.
"""

from collections.abc import Sequence

from ektp_core.proyeksi.lebaran import BandingLebaran, HariLebaran, JumlahLebaran
from ektp_excel.buku.bahan_proyeksi import BahanProyeksi, TempatRekam, explain_lebaran
from ektp_excel.buku.cetak import set_up_print_by_scale
from ektp_excel.buku.gaya import Gaya
from ektp_excel.buku.grafik import add_lebaran_chart, chart_rows
from ektp_excel.buku.halaman import Halaman
from ektp_excel.buku.pena import Nilai
from ektp_excel.buku.tulisan import show_date
from ektp_excel.buku.xlsx import Workbook

LEBARAN = "LEBARAN"
_LEBAR = (26, *[12] * 10)
_HURUF = 165
"""Characters on one line across the page."""
_TINGGI_KEPALA = 28
_TEMPAT_TERBANYAK = 12

_BAGIAN = (
    ("Sebelum: H-14 sampai H-1", frozenset(range(-14, 0))),
    ("Idul Fitri: H dan H+1", frozenset((0, 1))),
    ("Sesudah: H+2 sampai H+14", frozenset(range(2, 15))),
)


def add_lebaran(buku: Workbook, gaya: Gaya, bahan: BahanProyeksi) -> None:
    """Add `LEBARAN`: sums before, during and after, the chart, each day, and which places count as elsewhere."""
    b = bahan.lebaran
    lembar = buku.add_worksheet(LEBARAN)
    for i, lebar in enumerate(_LEBAR):
        lembar.set_column(i, i, lebar)
    hal = Halaman(lembar, gaya, kolom=len(_LEBAR), akhir=len(_LEBAR) - 1, huruf=_HURUF)
    tahun = " DAN ".join(str(t.idul_fitri.year) for t in (b.lalu, b.kini))
    lembar.write_string(0, 0, f"PELAYANAN SEKITAR LEBARAN {tahun}", gaya.judul)
    hal.baris = 1
    for t in (b.lalu, b.kini):
        lembar.write_string(hal.baris, 0, f"Idul Fitri {t.idul_fitri.year}", gaya.label)
        lembar.write_string(hal.baris, 1, show_date(t.idul_fitri), gaya.anak_judul)
        hal.baris += 1
    for kalimat in explain_lebaran(b):
        hal.sentence(kalimat, gaya.pesan)
    hal.sentence(
        "Disandingkan menurut jarak dari Idul Fitri, bukan menurut tanggal. Orang: yang datang ke tempat perekaman di sini, apa "
        "pun hasilnya. Dari luar: di antaranya yang tidak terdaftar di sini. Di luar: yang terdaftar di sini tetapi direkam di "
        "tempat lain. Kosong: tidak tercakup buku perekaman.",
        gaya.catatan,
    )
    hal.baris += 1
    if b.bersama:
        _write_sums(hal, b)
    di = hal.baris
    hal.baris += chart_rows()
    tabel = _write_days(hal, b)
    tahun_grafik = str(b.lalu.idul_fitri.year), str(b.kini.idul_fitri.year)
    add_lebaran_chart(buku, lembar, tahun_grafik, hari=len(b.kini.hari), tabel=tabel, di=(di, 0))
    if bahan.tempat:
        _write_places(hal, bahan.tempat)
    set_up_print_by_scale(lembar, f"{LEBARAN}, per {show_date(bahan.proyeksi.on)}", _LEBAR)
    lembar.set_h_pagebreaks([tabel - 1])


def _table(
    hal: Halaman,
    b: BandingLebaran,
    awal: str,
    judul: Sequence[str],
    isi: Sequence[Sequence[Nilai]],
    jumlah: Sequence[Nilai] = (),
) -> None:
    """A table with two columns, the earlier year's first, under each of the headings."""
    hal.lembar.set_row(hal.baris, _TINGGI_KEPALA)
    hal.table([awal, *(f"{j} {t.idul_fitri.year}" for j in judul for t in (b.lalu, b.kini))], isi, jumlah)


def _pair(nama: str, lalu: Sequence[Nilai], kini: Sequence[Nilai]) -> tuple[Nilai, ...]:
    return (nama, *(v for dua in zip(lalu, kini, strict=True) for v in dua))


def _write_sums(hal: Halaman, b: BandingLebaran) -> None:
    hal.section("JUMLAH")
    semua = ("Jumlah", frozenset().union(*(jarak for _, jarak in _BAGIAN)))
    isi = [
        _pair(nama, _sums(b.total(b.lalu, jarak)), _sums(b.total(b.kini, jarak))) for nama, jarak in (*_BAGIAN, semua)
    ]
    _table(hal, b, "", ("HARI BUKA", "ORANG", "DARI LUAR", "DI LUAR", "ORANG SEHARI"), isi[:-1], isi[-1])


def _sums(j: JumlahLebaran) -> tuple[Nilai, ...]:
    sehari = None if not j.hari_layanan else (2 * j.orang + j.hari_layanan) // (2 * j.hari_layanan)
    return j.hari_layanan, j.orang, j.dari_luar, j.di_luar, sehari


def _write_days(hal: Halaman, b: BandingLebaran) -> int:
    """Write one row a distance; gives the row of the table's header."""
    tabel = hal.section("HARI DEMI HARI")
    isi = [_pair(_distance(k.jarak), _day(m), _day(k)) for m, k in zip(b.lalu.hari, b.kini.hari, strict=True)]
    _table(hal, b, "JARAK", ("TANGGAL", "ORANG", "DARI LUAR", "DI LUAR"), isi)
    return tabel


def _day(h: HariLebaran) -> tuple[Nilai, ...]:
    return h.tanggal, h.orang if h.buka else " tutup", h.dari_luar, h.di_luar


def _distance(jarak: int) -> str:
    return "Idul Fitri" if jarak == 0 else f"H{jarak:+d}"


def _write_places(hal: Halaman, tempat: tuple[TempatRekam, ...]) -> None:
    hal.section("TEMPAT PEREKAMAN (kolom TEMPAT)")
    baris: list[tuple[Nilai, ...]] = [
        (t.tempat or "(kosong)", "di sini" if t.di_sini else "di luar", t.banyak) for t in tempat[:_TEMPAT_TERBANYAK]
    ]
    if lain := tempat[_TEMPAT_TERBANYAK:]:
        baris.append((f"{len(lain)} tempat lain", "campuran", sum(t.banyak for t in lain)))
    hal.table(["TEMPAT", "DIANGGAP", "PEREKAMAN"], baris)
    hal.baris -= 1
    hal.sentence("Keliru? Sebut tempat yang di sini dengan --tempat (PROYEKSI-12).", hal.gaya.catatan)
    hal.baris += 1
