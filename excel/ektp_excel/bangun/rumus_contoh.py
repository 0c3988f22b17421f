"""Every formula function at work on invented rows: real formulas on two sheets of the template.

Beside each formula stands how it is typed, and in it the answer that the functions give today, so that the sheets can be
read where the add-in is not installed.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from attrs import frozen
from xlsxwriter.utility import xl_range, xl_rowcol_to_cell

from ektp_excel.buku.gaya import PERSEN, TANGGAL, Gaya, Isi
from ektp_excel.buku.xlsx import Format, Workbook, Worksheet, serial
from ektp_excel.fungsi import FUNGSI

LEMBAR_SEL, LEMBAR_TABEL = "RUMUS", "RUMUS TABEL"

Nilai = str | int | float | date | None
_PER = date(2012, 8, 28)
_PANGGIL = {fungsi.nama: fungsi for fungsi in FUNGSI}


@frozen
class Contoh:
    """One formula on cells of its own: what it shows, the function, and the arguments in their order."""

    kalimat: str
    fungsi: str
    argumen: tuple[Nilai, ...] = ()
    persen: bool = False


_SEL = (
    Contoh("Tanggal dari tulisan apa pun", "EKTP_TANGGAL", ("17 Agustus 1945",)),
    Contoh("Umur pada tanggal acuan", "EKTP_UMUR", (date(1995, 8, 28), _PER)),
    Contoh("Tepat 17 tahun: wajib", "EKTP_WAJIB", (date(1995, 8, 28), _PER)),
    Contoh("Belum 17 tahun tetapi kawin: wajib", "EKTP_WAJIB", (date(1996, 5, 1), _PER, "KAWIN")),
    Contoh("Orang asing tanpa ITAP", "EKTP_ALASAN_WAJIB", (date(1980, 3, 2), _PER, "KAWIN", "WNA", None)),
    Contoh("Sejak kapan wajib", "EKTP_TANGGAL_WAJIB", (date(1995, 8, 28), "BELUM KAWIN")),
    Contoh("NIK dengan tanggal lahir yang cocok", "EKTP_NIK_SAH", ("3313114202850002", _PER, date(1985, 2, 2), "P")),
    Contoh("NIK yang kurang satu angka", "EKTP_NIK_SAH", ("331311420285000", _PER)),
    Contoh("Isi NIK dalam empat kolom", "EKTP_NIK_URAI", ("3313114202850002", _PER)),
    Contoh("NIK untuk papan pengumuman", "EKTP_NIK_SAMAR", ("3313114202850002", 10)),
    Contoh("Kategori catatan desa", "EKTP_ALASAN_KEMBALI", ("sdh pindah ke Jakarta",)),
    Contoh("Catatan yang meragukan", "EKTP_ALASAN_KEMBALI", ("belum pindah",)),
    Contoh("Cakupan (sel berformat persen)", "EKTP_CAKUPAN", (51_452, 55_865), persen=True),
    Contoh("Orang terekam di balik persen yang diumumkan", "EKTP_SELANG_TEREKAM", ("92,10%", 55_865)),
    Contoh("Hari kerja, Senin-Sabtu", "EKTP_HARI_KERJA", (_PER, date(2012, 9, 30), 6)),
    Contoh("Orang sehari kerja yang perlu", "EKTP_LAJU_PERLU", (4_413, _PER, date(2012, 9, 30), 6)),
    Contoh("Hari selesai dengan laju ini", "EKTP_PERKIRAAN_SELESAI", (4_413, 150, _PER, 6)),
    Contoh("Versi yang menjawab", "EKTP_VERSI"),
)
_KEPALA = ("CONTOH", "ARGUMEN 1", "ARGUMEN 2", "ARGUMEN 3", "ARGUMEN 4", "ARGUMEN 5", "DITULIS", "JAWABAN", "", "", "")
_LEBAR = (44, 20, 14, 14, 14, 14, 48, 22, 16, 10, 10)
_ARGUMEN, _DITULIS, _JAWABAN = 1, 6, 7

_PENDUDUK: tuple[tuple[Nilai, ...], ...] = (
    ("NIK", "NAMA", "TGL_LAHIR", "JENIS_KELAMIN", "STATUS_KAWIN", "RT", "RW", "DESA"),
    ("3313110101800001", "Budi", date(1980, 1, 1), "L", "KAWIN", "001", "002", "Jaten"),
    ("3313114202850002", "Siti", date(1985, 2, 2), "P", "KAWIN", "001", "002", "Jaten"),
    ("3313110303900003", "Agus", date(1990, 3, 3), "L", "BELUM KAWIN", "003", "001", "Dagen"),
    ("3313114404000004", "Rini", date(2000, 4, 4), "P", "BELUM KAWIN", "001", "002", "Jaten"),
    ("3313110505700005", "Joko", date(1970, 5, 5), "L", "KAWIN", "002", "001", "Dagen"),
)
_UNDANGAN: tuple[tuple[Nilai, ...], ...] = (
    ("NO_UNDANGAN", "NIK", "NAMA", "DESA", "KETERANGAN"),
    ("1", "3313110101800001", "Budi", "Jaten", None),
    ("2", "3313110101800001", "BUDI", "Jaten", None),
    ("3", "3313114202850002", "Siti", "Jaten", "alm."),
    ("4", "3313114404000004", "Rini", "Jaten", None),
    ("5", "3313110909900009", "Orang Lain", "Dagen", None),
)
_PEREKAMAN: tuple[tuple[Nilai, ...], ...] = (
    ("NIK", "TGL_REKAM", "STATUS"),
    ("3313110101800001", date(2012, 8, 1), "PRINT_READY_RECORD"),
)
_TABEL = (("UNDANGAN", _UNDANGAN), ("PENDUDUK", _PENDUDUK), ("PEREKAMAN", _PEREKAMAN))
_FUNGSI_TABEL = ("EKTP_REKON", "EKTP_TERCECER", "EKTP_PENYISIRAN", "EKTP_REKAP_DESA", "EKTP_DOBEL")


def add_contoh_rumus(buku: Workbook, gaya: Gaya) -> None:
    """Add both sheets."""
    _add_sel(buku, gaya)
    _add_tabel(buku, gaya)


def _add_sel(buku: Workbook, gaya: Gaya) -> None:
    ws = buku.add_worksheet(LEMBAR_SEL)
    bentuk = _Bentuk(buku)
    for kolom, (judul, lebar) in enumerate(zip(_KEPALA, _LEBAR, strict=True)):
        ws.set_column(kolom, kolom, lebar)
        ws.write_string(0, kolom, judul, gaya.kepala)
    ws.freeze_panes(1, 0)
    for baris, contoh in enumerate(_SEL, 1):
        ws.write_string(baris, 0, contoh.kalimat, gaya.biasa[Isi.TEKS])
        alamat = [xl_rowcol_to_cell(baris, _ARGUMEN + i) for i in range(len(contoh.argumen))]
        for i, nilai in enumerate(contoh.argumen):
            bentuk.write(ws, baris, _ARGUMEN + i, nilai)
        ws.write_string(baris, _DITULIS, f"={contoh.fungsi}({';'.join(alamat)})", gaya.biasa[Isi.TEKS])
        jawab = _PANGGIL[contoh.fungsi].panggil(*([[satu]] for satu in contoh.argumen))
        bentuk.write_formula(ws, baris, _JAWABAN, f"={contoh.fungsi}({','.join(alamat)})", jawab, contoh.persen)
    _print_setup(ws)


def _add_tabel(buku: Workbook, gaya: Gaya) -> None:
    ws = buku.add_worksheet(LEMBAR_TABEL)
    bentuk = _Bentuk(buku)
    ws.set_column(0, 7, 19)
    baris, letak = 0, dict[str, str]()
    for nama, isi in _TABEL:
        ws.write_string(baris, 0, f"Contoh {nama} (rekaan)", gaya.label)
        letak[nama] = xl_range(baris + 1, 0, baris + len(isi), len(isi[0]) - 1)
        _write_table(ws, bentuk, gaya, baris + 1, isi)
        baris += len(isi) + 2
    ws.write_string(baris, 0, "Tanggal acuan", gaya.label)
    bentuk.write(ws, baris, 1, _PER)
    alamat = [letak["UNDANGAN"], letak["PENDUDUK"], xl_rowcol_to_cell(baris, 1), letak["PEREKAMAN"]]
    isi_argumen: list[Sequence[Sequence[Nilai]]] = [_UNDANGAN, _PENDUDUK, [[_PER]], _PEREKAMAN]
    baris += 2
    for fungsi in _FUNGSI_TABEL:
        dipakai, argumen = alamat, isi_argumen
        if fungsi == "EKTP_DOBEL":
            dipakai, argumen = [_column_below(letak["UNDANGAN"])], [[[satu[1]] for satu in _UNDANGAN[1:]]]
        ws.write_string(baris, 0, f"={fungsi}({';'.join(dipakai)})", gaya.label)
        jawab = _PANGGIL[fungsi].panggil(*argumen)
        bentuk.write_formula(ws, baris + 1, 0, f"={fungsi}({','.join(dipakai)})", jawab, persen_di=_rasio(jawab))
        baris += len(jawab) + 2
    _print_setup(ws)


def _write_table(ws: Worksheet, bentuk: "_Bentuk", gaya: Gaya, dari: int, isi: Sequence[Sequence[Nilai]]) -> None:
    for kolom, judul in enumerate(isi[0]):
        ws.write_string(dari, kolom, str(judul), gaya.kepala)
    for i, satu in enumerate(isi[1:], dari + 1):
        for kolom, nilai in enumerate(satu):
            bentuk.write(ws, i, kolom, nilai)


def _column_below(rentang: str) -> str:
    """The second column of a table without its header, as an address.

    >>> _column_below("A2:E7")
    'B3:B7'
    """
    awal, akhir = rentang.split(":")
    return f"B{int(awal[1:]) + 1}:B{akhir[1:]}"


def _rasio(jawab: Sequence[Sequence[object]]) -> frozenset[int]:
    """The columns of an answer whose header is CAKUPAN."""
    return frozenset(i for i, judul in enumerate(jawab[0]) if judul == "CAKUPAN")


class _Bentuk:
    """Cells of every kind, and formulas with the answer that is kept in them."""

    def __init__(self, buku: Workbook) -> None:
        self._teks: Format = buku.add_format({"num_format": "@"})
        self._tanggal: Format = buku.add_format({"num_format": TANGGAL, "align": "left"})
        self._angka: Format = buku.add_format({"align": "left"})
        self._persen: Format = buku.add_format({"num_format": PERSEN, "align": "left"})

    def write(self, ws: Worksheet, baris: int, kolom: int, nilai: Nilai) -> None:
        match nilai:
            case None:
                return
            case str():
                ws.write_string(baris, kolom, nilai, self._teks)
            case date():
                ws.write_number(baris, kolom, int(serial(nilai)), self._tanggal)
            case _:
                ws.write_number(baris, kolom, nilai, self._angka)

    def write_formula(
        self,
        ws: Worksheet,
        baris: int,
        kolom: int,
        rumus: str,
        jawab: Sequence[Sequence[object]],
        persen: bool = False,
        persen_di: Iterable[int] = (),
    ) -> None:
        """One formula for the whole answer; more than one cell makes it an array formula."""
        persen_di = frozenset(range(len(jawab[0])) if persen else persen_di)
        utama = jawab[0][0]
        if len(jawab) == len(jawab[0]) == 1:
            ws.write_formula(baris, kolom, rumus, self._for(utama, 0 in persen_di), _cached(utama))
            return
        bawah, kanan = baris + len(jawab) - 1, kolom + len(jawab[0]) - 1
        ws.write_array_formula(baris, kolom, bawah, kanan, rumus, self._for(utama, 0 in persen_di), _cached(utama))
        for i, satu in enumerate(jawab):
            for j, nilai in enumerate(satu):
                if i or j:
                    bentuk = self._for(nilai, j in persen_di)
                    simpan = _cached(nilai)
                    write = ws.write_string if isinstance(simpan, str) else ws.write_number
                    write(baris + i, kolom + j, simpan, bentuk)

    def _for(self, nilai: object, persen: bool) -> Format:
        # Not the text format: a formula in such a cell turns into its own text when somebody edits it.
        if isinstance(nilai, date):
            return self._tanggal
        return self._persen if persen and isinstance(nilai, float) else self._angka


def _cached(nilai: object) -> str | float | bool:
    if nilai is None:
        return ""
    if isinstance(nilai, date):
        return int(serial(nilai))
    if isinstance(nilai, bool | int | float):
        return nilai
    return str(nilai)


def _print_setup(ws: Worksheet) -> None:
    ws.set_landscape()
    ws.set_paper(9)
    ws.fit_to_pages(1, 0)
