"""Workbooks made dirty as offices do it: first a plain table of rows, then one kind of dirt after the other.

`BENTUK` is dirt of form: another spelling of the same cells, another place for the same table, another file format. It
changes no figure. `ISI` is dirt of substance: rows, cells and headers that are wrong. It may change anything, but no row
may be lost. Each kind is a name and a function, so that a failing example shrinks to the few kinds that it needs.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date, datetime, time, timedelta
from random import Random

from attrs import define, evolve, field

from buku.kebenaran.buku import JUDUL, KOLOM, SEBUTAN
from buku.kebenaran.kata import BULAN
from strategies import LEMBAR, Baris, Tabel

Isian = str | float | bool | date | None
Rows = list[list[Isian]]

NAMA_LEMBAR = {
    "PENDUDUK": ("Penduduk", "DATA PENDUDUK", "Daftar Penduduk 2012", "penduduk "),
    "UNDANGAN": ("Undangan", "Data Undangan", "DAFTAR UNDANGAN", " undangan"),
    "PEREKAMAN": ("Perekaman", "Rekam", "HASIL PEREKAMAN", "perekaman_"),
    "PINDAH": ("Pindah", "Mutasi Pindah", "KEPINDAHAN", "pindah."),
    "MENINGGAL": ("Meninggal", "Kematian", "DATA KEMATIAN", "meninggal"),
    "WILAYAH": ("Wilayah", "Data Wilayah", "DAFTAR WILAYAH", "wilayah"),
}
_TAK_TERLIHAT = ("\u200b", "\ufeff", "\u2060", "\u00ad")
_TANGGAL = ("TGL_LAHIR", "TGL_KAWIN", "ITAP_SAMPAI", "TGL_REKAM", "TGL_PINDAH", "TGL_MENINGGAL")
_SAMPAH: tuple[Isian, ...] = (
    "😀🇮🇩", "\u202eNIK", "٣٣١٣١١", "x" * 32_767, "=1+1", '=HYPERLINK("http://contoh.invalid")', "{{ 7*7 }}", "<b>&amp;",
    True, -1.0, 1e300, 41149.5, date(9999, 12, 31), date(1900, 1, 1), "1E+400", "00000000000000000000", "JUMLAH", "-", "\n",
    "#N/A", "#REF!", "1/2", "NULL", "nan", "3313110101800001 3313110101800002", "\u00a0", "'",
)  # fmt: skip


@define
class LembarKotor:
    """One sheet: its name in the contract, its name as written, the lines above the rows, the rows, and what hangs on them."""

    baku: str
    nama: str
    kolom: list[str]
    kepala: Rows
    rows: Rows
    tersembunyi: bool = False
    gabung: list[tuple[int, int, int]] = field(factory=list)
    catatan: bool = False
    geser: int = 0
    bernomor: bool = False


@define
class BukuKotor:
    """The sheets, what stands beside them, and the file that they become."""

    lembar: list[LembarKotor]
    on: date
    lain: list[str] = field(factory=list)
    bentuk: str = "xlsx"
    pemisah: str = ";"
    pengodean: str = "utf-8"
    sejak_1904: bool = False
    teracak: bool = False
    kotoran: frozenset[str] = frozenset()


def make_buku(t: Tabel) -> BukuKotor:
    """The plain workbook of a table: canonical names, the header in row 1."""
    semua = []
    for nama in LEMBAR:
        baris: Sequence[Baris] | None = getattr(t, nama)
        if baris is None:
            continue
        kolom = list(KOLOM[nama.upper()])
        rows: Rows = [[_to_cell(satu.get(k)) for k in kolom] for satu in baris]
        semua.append(LembarKotor(nama.upper(), nama.upper(), kolom, [list[Isian](kolom)], rows))
    return BukuKotor(semua, t.on)


def _to_cell(nilai: object) -> Isian:
    return float(nilai) if isinstance(nilai, int) else nilai  # type: ignore[return-value]


Kotoran = Callable[[BukuKotor, Random], None]
BENTUK: dict[str, Kotoran] = {}
ISI: dict[str, Kotoran] = {}


def _form(f: Kotoran) -> Kotoran:
    BENTUK[f.__name__] = f
    return f


def _substance(f: Kotoran) -> Kotoran:
    ISI[f.__name__] = f
    return f


def soil(buku: BukuKotor, kotoran: Iterable[str], acak: Random) -> BukuKotor:
    """The workbook with these kinds of dirt, always in the order in which they are declared."""
    buku.kotoran = frozenset(kotoran)
    for nama, f in (*BENTUK.items(), *ISI.items()):
        if nama in buku.kotoran:
            f(buku, acak)
    return buku


def count_rows(lembar: LembarKotor) -> int:
    """The rows below the header that are not blank."""
    return sum(map(_is_filled, lembar.rows))


def _is_filled(row: Sequence[Isian]) -> bool:
    return any(str("" if v is None else v).strip(" \n\t\u00a0\u200b\ufeff\u2060\u00ad") for v in row)


# Spellings of cells


def _each_cell(buku: BukuKotor, kolom: Iterable[str], ubah: Callable[[Isian], Isian]) -> None:
    for lembar in buku.lembar:
        for i in (i for i, k in enumerate(lembar.kolom) if k in set(kolom)):
            for row in lembar.rows:
                row[i] = ubah(row[i])


@_form
def tanggal_bermacam(buku: BukuKotor, acak: Random) -> None:
    """Dates as cells, moments, texts in many spellings, and bare day numbers."""

    def spell(v: Isian) -> Isian:
        if not isinstance(v, date):
            return v
        d, m, y = v.day, v.month, v.year
        cara: list[Isian] = [
            v, datetime.combine(v, time(8, 30)), f"{d:02}-{m:02}-{y}", f"{d}/{m}/{y}", f"{d} {BULAN[m - 1]} {y}", v.isoformat(),
            f"{d:02}.{m:02}.{y}", f" {d:02}-{m:02}-{y} ", f"'{d:02}-{m:02}-{y}", f"{d:02}–{m:02}–{y}",
            f"{y}-{m:02}-{d:02} 00:00:00",
        ]  # fmt: skip
        if not buku.sejak_1904:
            nomor = (v - date(1899, 12, 30)).days
            cara += [float(nomor), str(nomor)]
        if buku.on - timedelta(days=89 * 365) < v <= buku.on:
            cara += [f"{d}/{m}/{y % 100:02}", f"{d:02}-{m:02}-{y % 100:02}"]
        return acak.choice(cara)

    _each_cell(buku, _TANGGAL, spell)


@_form
def nik_berpemisah(buku: BukuKotor, acak: Random) -> None:
    """A NIK with blanks, dots, an apostrophe or invisible marks in it."""

    def spell(v: Isian) -> Isian:
        if not (isinstance(v, str) and len(v) == 16 and v.isdigit()):
            return v
        p = acak.choice((" ", ".", "-", "\u00a0", *_TAK_TERLIHAT))
        return acak.choice((p.join((v[:6], v[6:12], v[12:])), f"'{v}", f"{v} ", f"\u200b{v}", v))

    _each_cell(buku, ("NIK", "NO_KK"), spell)


@_form
def rt_rw_sekolom(buku: BukuKotor, acak: Random) -> None:
    """RT and RW together in one column, where every row has both or none."""
    for lembar in buku.lembar:
        if "RT" not in lembar.kolom or lembar.baku == "WILAYAH":
            continue
        rt, rw = lembar.kolom.index("RT"), lembar.kolom.index("RW")
        dua = [(_as_number(row[rt]), _as_number(row[rw])) for row in lembar.rows]
        if not all(bool(a) == bool(b) for a, b in dua):
            continue
        pisah = acak.choice(("/", " / ", "-"))
        for row, (a, b) in zip(lembar.rows, dua, strict=True):
            row[rt] = f"{a}{pisah}{b}" if a else None
        del lembar.kolom[rw]
        for row in (*lembar.kepala, *lembar.rows):
            del row[rw]
        lembar.kolom[rt] = lembar.kepala[-1][rt] = "RT/RW"


def _as_number(v: Isian) -> str:
    return str(int(v)) if isinstance(v, float) else v if isinstance(v, str) and v.isdigit() else ""


@_form
def tempat_dan_tanggal_lahir(buku: BukuKotor, acak: Random) -> None:
    """The place of birth before the date, in one column of texts."""
    for lembar in buku.lembar:
        if "TGL_LAHIR" not in lembar.kolom:
            continue
        i = lembar.kolom.index("TGL_LAHIR")
        if not all(isinstance(row[i], date) or row[i] is None for row in lembar.rows):
            continue
        for row in lembar.rows:
            v = row[i]
            row[i] = f"Karanganyar, {v:%d-%m-%Y}" if isinstance(v, date) else None
        lembar.kolom[i] = "TTL"
        lembar.kepala[-1][i] = acak.choice(("TEMPAT/TGL LAHIR", "Tempat dan Tanggal Lahir", "TTL"))


@_form
def angka_dan_teks(buku: BukuKotor, acak: Random) -> None:
    """RT and RW as numbers and as text, with zeros, with their name."""

    def spell(v: Isian) -> Isian:
        teks = str(int(v)) if isinstance(v, float) else v
        if not (isinstance(teks, str) and teks.isdigit()) or not int(teks):
            return v
        n = int(teks)
        return acak.choice((float(n), str(n), f"{n:02}", f"{n:03}", f"{n:03} ", f"RT {n}", f"{n}.0"))

    _each_cell(buku, ("RT", "RW"), spell)


@_form
def huruf_tak_terlihat(buku: BukuKotor, acak: Random) -> None:
    """Blanks around texts and marks that nobody sees inside them."""

    def spell(v: Isian) -> Isian:
        if not isinstance(v, str) or not v.strip() or acak.random() < 0.5:
            return v
        i = acak.randrange(len(v))
        return acak.choice((f" {v}", f"{v}\u00a0", v[:i] + acak.choice(_TAK_TERLIHAT) + v[i:], v.replace(" ", "  ")))

    _each_cell(buku, ("NAMA", "NAMA_IBU", "ALAMAT", "DESA", "KETERANGAN", "STATUS", "STATUS_KAWIN", "ARAH"), spell)


# Place and order of the same cells


@_form
def kolom_ditukar(buku: BukuKotor, acak: Random) -> None:
    """The columns in another order."""
    for lembar in buku.lembar:
        urut = acak.sample(range(len(lembar.kolom)), len(lembar.kolom))
        lembar.kolom = [lembar.kolom[i] for i in urut]
        lembar.kepala = [[row[i] for i in urut] for row in lembar.kepala]
        lembar.rows = [[row[i] for i in urut] for row in lembar.rows]


@_form
def baris_diacak(buku: BukuKotor, acak: Random) -> None:
    """The rows in another order."""
    buku.teracak = True
    for lembar in buku.lembar:
        acak.shuffle(lembar.rows)


@_form
def judul_lain_ejaan(buku: BukuKotor, acak: Random) -> None:
    """Headers as offices write them."""
    for lembar in buku.lembar:
        kepala = (acak.choice(SEBUTAN.get(k, (k,))) for k in lembar.kolom)
        lembar.kepala[-1] = [
            acak.choice((t, t, f" {t} ", t.upper(), t.replace(" ", "\n"), f"{t}\u200b")) for t in kepala
        ]


@_form
def kolom_lain(buku: BukuKotor, acak: Random) -> None:
    """Columns that are nobody's: a running number in front, the office's own mark behind."""
    for lembar in buku.lembar:
        lembar.kolom = ["", *lembar.kolom, ""]
        lembar.kepala = [["No. urut kerja", *row, "Paraf"] for row in lembar.kepala]
        lembar.rows = [
            [None, *row, acak.choice((None, "ok", "#N/A")) if _is_filled(row) else None] for row in lembar.rows
        ]


@_form
def alamat_dua_baris(buku: BukuKotor, acak: Random) -> None:
    """ALAMAT merged over the street, RT, RW and desa, which stand in a second line; the other headers reach over both."""
    for lembar in buku.lembar:
        ada = [k for k in ("ALAMAT", "RT", "RW", "DESA") if k in lembar.kolom]
        if len(ada) < 4 or len(lembar.kepala) > 1:
            continue
        i = lembar.kolom.index("ALAMAT")
        if lembar.kolom[i : i + 4] != ada:
            continue
        atas, bawah = list(lembar.kepala[0]), list[Isian]([None] * len(lembar.kolom))
        atas[i : i + 4] = ["ALAMAT", None, None, None]
        bawah[i : i + 4] = ["JALAN", "RT", "RW", "DESA"]
        lembar.kepala = [atas, bawah]
        lembar.gabung.append((0, i, i + 3))


@_form
def baris_kosong(buku: BukuKotor, acak: Random) -> None:
    """Blank rows among the others, also such that hold only blanks."""
    for lembar in buku.lembar:
        for _ in range(acak.randint(1, 4)):
            kosong: list[Isian] = [acak.choice((None, None, " ", "\u00a0")) for _ in lembar.kolom]
            lembar.rows.insert(acak.randint(0, len(lembar.rows)), kosong)


@_form
def judul_turun(buku: BukuKotor, acak: Random) -> None:
    """Titles and blank lines above the header, within the twenty lines in which it is looked for."""
    for lembar in buku.lembar:
        banyak = acak.randint(1, 20 - len(lembar.kepala))
        atas: Rows = [[JUDUL[i] if i < len(JUDUL) and acak.random() < 0.7 else None] for i in range(banyak)]
        lembar.gabung = [(r + banyak, a, b) for r, a, b in lembar.gabung]
        lembar.kepala = [*atas, *lembar.kepala]


@_form
def kolom_bernomor(buku: BukuKotor, acak: Random) -> None:
    """Under the header a row that numbers the columns."""
    for lembar in buku.lembar:
        lembar.bernomor = acak.random() < 0.7


@_form
def tabel_bergeser(buku: BukuKotor, acak: Random) -> None:
    """The table begins some columns to the right."""
    for lembar in buku.lembar:
        lembar.geser = acak.randint(1, 30)


# Sheets and files


@_form
def lembar_ganti_nama(buku: BukuKotor, acak: Random) -> None:
    """Sheets under other names."""
    for lembar in buku.lembar:
        lembar.nama = acak.choice(NAMA_LEMBAR[lembar.baku])


@_form
def lembar_tersembunyi(buku: BukuKotor, acak: Random) -> None:
    """Some sheets are hidden; a visible one stands before them."""
    buku.lain.append("Petunjuk")
    for lembar in buku.lembar:
        lembar.tersembunyi = acak.random() < 0.5


@_form
def lembar_diacak(buku: BukuKotor, acak: Random) -> None:
    """Sheets in another order, and sheets of the office's own."""
    acak.shuffle(buku.lembar)
    buku.lain.append("Rekap lama")


@_form
def komentar_di_sel(buku: BukuKotor, acak: Random) -> None:
    """Comments hang on cells."""
    for lembar in buku.lembar:
        lembar.catatan = True


@_form
def berkas_lain(buku: BukuKotor, acak: Random) -> None:
    """Another file format; a folder of .csv only where no NIK is a number, since text keeps what the number has lost."""
    pilihan = ["ods", "xlsb", "xls"]
    nik = (row[lembar.kolom.index("NIK")] for lembar in buku.lembar if "NIK" in lembar.kolom for row in lembar.rows)
    if not any(isinstance(v, float) for v in nik):
        pilihan += ["csv", "csv"]
    buku.bentuk = acak.choice(pilihan)
    buku.pemisah = acak.choice((";", ",", "\t", "|"))
    buku.pengodean = acak.choice(("utf-8", "utf-8-sig", "utf-16"))


@_form
def hitung_dari_1904(buku: BukuKotor, acak: Random) -> None:
    """The dates of an old Mac; bare day numbers become date cells first."""
    if buku.bentuk == "xlsx" and not any(isinstance(v, float) for v in _dates(buku)):
        buku.sejak_1904 = not any(isinstance(v, str) and v.strip().isdigit() for v in _dates(buku))


def _dates(buku: BukuKotor) -> Iterable[Isian]:
    for lembar in buku.lembar:
        for i, k in enumerate(lembar.kolom):
            if k in _TANGGAL:
                yield from (row[i] for row in lembar.rows)


# What is wrong


def _any_sheet(buku: BukuKotor, acak: Random) -> LembarKotor:
    return acak.choice(buku.lembar)


@_substance
def isi_sampah(buku: BukuKotor, acak: Random) -> None:
    """Cells that hold what no one meant."""
    for _ in range(acak.randint(1, 6)):
        lembar = _any_sheet(buku, acak)
        if lembar.rows:
            row = acak.choice(lembar.rows)
            row[acak.randrange(len(row))] = acak.choice(_SAMPAH)


@_substance
def nik_semua_angka(buku: BukuKotor, acak: Random) -> None:
    """A column of NIKs that Excel has taken for numbers."""
    lembar = _any_sheet(buku, acak)
    if "NIK" in lembar.kolom and buku.bentuk != "csv":
        i = lembar.kolom.index("NIK")
        for row in lembar.rows:
            v = row[i]
            if isinstance(v, str) and v.isascii() and v.isdigit() and len(v) == 16:
                row[i] = float(v[:15] + "0")


@_substance
def baris_jumlah(buku: BukuKotor, acak: Random) -> None:
    """Totals and signatures below the table."""
    for lembar in buku.lembar:
        for teks in acak.sample(("JUMLAH", "Total :", "Camat Jaten", "SUB TOTAL", "NIP. 19600101 198503 1 001"), 2):
            row: list[Isian] = [None] * len(lembar.kolom)
            row[acak.randrange(len(row))] = teks
            row[acak.randrange(len(row))] = float(len(lembar.rows))
            lembar.rows.insert(acak.choice((0, len(lembar.rows))), row)


@_substance
def judul_hilang(buku: BukuKotor, acak: Random) -> None:
    """A header cell is blank, or says something else."""
    lembar = _any_sheet(buku, acak)
    lembar.kepala[-1][acak.randrange(len(lembar.kolom))] = acak.choice((None, "KOLOM1", 2012.0, "3313110101800001"))


@_substance
def judul_dobel(buku: BukuKotor, acak: Random) -> None:
    """Two columns under one header."""
    lembar = _any_sheet(buku, acak)
    a, b = acak.randrange(len(lembar.kolom)), acak.randrange(len(lembar.kolom))
    lembar.kepala[-1][a] = lembar.kepala[-1][b]


@_substance
def judul_jauh(buku: BukuKotor, acak: Random) -> None:
    """The header below the lines in which it is looked for."""
    lembar = _any_sheet(buku, acak)
    kosong: Rows = [[None] for _ in range(25)]
    lembar.kepala = [*kosong, *lembar.kepala]


@_substance
def lembar_hilang(buku: BukuKotor, acak: Random) -> None:
    """A sheet is not there."""
    buku.lembar.remove(_any_sheet(buku, acak))


@_substance
def lembar_dobel(buku: BukuKotor, acak: Random) -> None:
    """The same sheet twice, under two names."""
    lembar = _any_sheet(buku, acak)
    nama = acak.choice((f"{lembar.baku} 2", f"Data {lembar.baku} 1", f"{lembar.baku}_"))
    buku.lembar.append(evolve(lembar, nama=nama if nama.lower() != lembar.nama.lower() else f"{nama} 3"))


def written(lembar: LembarKotor) -> Rows:
    """The whole sheet as rows of cells from A1."""
    nomor: Rows = [[float(i) for i in range(1, len(lembar.kolom) + 1)]] if lembar.bernomor else []
    semua = [*lembar.kepala, *nomor, *lembar.rows]
    lebar = max((len(row) for row in semua), default=0)
    return [[*[None] * lembar.geser, *row, *[None] * (lebar - len(row))] for row in semua]
