"""A corpus of broken, odd and hostile workbooks, each with the outcome that is owed to its sender.

Made by code from one good workbook of invented people, so that each kind differs from it in one thing only. A kind either
ends in one line that holds given words (exit 2), or is read with every row accounted for: so many rows of a sheet used, so many
refused. `KORPUS` holds them all; `tests/buku/test_korpus.py` plays each through the command.
"""

from __future__ import annotations

import codecs
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path

from attrs import field, frozen

from buku.buatan import (
    BUDI,
    ISI,
    Sel,
    Tabel,
    change,
    parts,
    to_rows,
    wrap_ole,
    write_csv,
    write_ods,
    write_xls,
    write_xlsb,
    write_xlsx,
    write_zip,
)

Buat = Callable[[Path], Path]


@frozen
class Jenis:
    """One kind: how it is made in a folder, and what is owed. `galat` counts refused rows per sheet; without words it is read."""

    nama: str
    buat: Buat
    kata: tuple[str, ...] = ()
    galat: Mapping[str, int] = field(factory=dict)
    neto: int | None = None
    terekam: int | None = None

    @property
    def ditolak(self) -> bool:
        """Whether the workbook is owed a refusal."""
        return bool(self.kata)


KORPUS: list[Jenis] = []
_BAIK = {nama: to_rows(tabel) for nama, tabel in ISI.items()}
_PENDUDUK, _S1 = "PENDUDUK", "xl/worksheets/s1.xml"


def _refuse(nama: str, *kata: str) -> Callable[[Buat], Buat]:
    def masukkan(buat: Buat) -> Buat:
        KORPUS.append(Jenis(nama, buat, kata))
        return buat

    return masukkan


def _reads(nama: str, buat: Buat, *, neto: int = 2, terekam: int = 1, **galat: int) -> None:
    KORPUS.append(Jenis(nama, buat, (), galat, neto, terekam))


def _file(nama: str, isi: bytes) -> Buat:
    def buat(map_kerja: Path) -> Path:
        path = map_kerja / nama
        path.write_bytes(isi)
        return path

    return buat


def _spoilt(**ganti: str | bytes | None) -> Buat:
    """The good workbook with a part exchanged: `s1`, `buku`, `rel`, `sst`; None drops it."""
    nama = {"s1": _S1, "buku": "xl/workbook.xml", "rel": "xl/_rels/workbook.xml.rels", "sst": "xl/sharedStrings.xml"}

    def buat(map_kerja: Path) -> Path:
        bagian: dict[str, str | bytes] = dict(parts(_BAIK))
        for kunci, isi in ganti.items():
            if isi is None:
                del bagian[nama[kunci]]
            else:
                bagian[nama[kunci]] = isi
        return write_zip(map_kerja / "buku.xlsx", bagian)

    return buat


def _rows(tambahan: str) -> Buat:
    return lambda m: write_zip(m / "buku.xlsx", parts({**_BAIK, _PENDUDUK: _BAIK[_PENDUDUK] + tambahan}))


def _with(**lembar: Tabel) -> Buat:
    return lambda m: write_xlsx(m / "buku.xlsx", change(**lembar))


def _truncated(tulis: Callable[[Path], Path], akhiran: str, sisa: float) -> Buat:
    def buat(map_kerja: Path) -> Path:
        path = tulis(map_kerja / f"buku.{akhiran}")
        isi = path.read_bytes()
        path.write_bytes(isi[: int(len(isi) * sisa)])
        return path

    return buat


def _column(lembar: str, kolom: str, ubah: Callable[[Sel], Sel]) -> Tabel:
    """A sheet of the good workbook with one column changed."""
    kepala, *baris = ISI[lembar]
    i = list(kepala).index(kolom)
    return [kepala, *([*row[:i], ubah(row[i]), *row[i + 1 :]] for row in baris)]


def _csv(ubah: Callable[[str], bytes], pemisah: str = ";") -> Buat:
    """A folder of .csv whose texts are encoded by `ubah`."""

    def buat(map_kerja: Path) -> Path:
        folder = write_csv(map_kerja / "csv")
        for path in folder.iterdir():
            teks = path.read_text(encoding="utf-8-sig").replace(";", pemisah)
            path.write_bytes(ubah(teks))
        return folder

    return buat


# What is no workbook at all

_KOSONG: tuple[tuple[str, str, bytes, str], ...] = (
    ("berkas kosong", "b.xlsx", b"", "kosong (0 bita)"),
    ("teks bernama xlsx", "b.xlsx", b"halo", "bukan buku kerja"),
    ("halaman web bernama xls", "b.xls", b"<html><table><tr><td>NIK</td></tr></table></html>", "halaman web"),
    ("teks bertabulasi bernama xls", "b.xls", b"\xef\xbb\xbfNIK\tNAMA\n", "halaman web atau teks"),
    ("awal zip lalu nol", "b.xlsx", b"PK\x03\x04" + b"\0" * 500, "rusak"),
    ("bita acak bernama ods", "b.ods", bytes(range(256)) * 9, "rusak"),
    ("awal OLE lalu nol", "b.xls", bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 3000, "rusak"),
    ("gambar bernama xlsx", "b.xlsx", b"\x89PNG\r\n\x1a\n" + bytes(2000), "rusak"),
    ("pdf", "b.pdf", b"%PDF-1.7", "hanya .xlsx"),
    ("satu csv saja", "PENDUDUK.csv", b"NIK;NAMA\n", "berikan map"),
    ("tanpa akhiran", "buku", b"x", "hanya .xlsx"),
)
for _nama, _berkas, _isi, _kata in _KOSONG:
    KORPUS.append(Jenis(_nama, _file(_berkas, _isi), (_kata,)))
KORPUS.append(Jenis("terkunci kata sandi", _file("b.xlsx", wrap_ole("EncryptedPackage", b"x" * 9000)), ("kata sandi",)))

for _tulis, _akhiran in ((write_xlsx, "xlsx"), (write_xls, "xls"), (write_xlsb, "xlsb"), (write_ods, "ods")):
    for _sisa in (0.3, 0.9):
        _n = f"{_akhiran} terpotong pada {_sisa:.0%}"
        KORPUS.append(Jenis(_n, _truncated(_tulis, _akhiran, _sisa), ("tidak dapat dibaca",)))

# An archive that is broken, or hostile, inside

_LEMBAR = '<worksheet><sheetData><row r="1">{}</row></sheetData></worksheet>'
_DALAM: tuple[tuple[str, dict[str, str | bytes | None], str], ...] = (
    ("tanpa daftar lembar", {"buku": None}, "rusak"),
    ("lembar yang hilang dari arsip", {"s1": None}, "rusak"),
    ("tanpa daftar hubungan", {"rel": None}, "rusak"),
    ("daftar lembar kosong", {"buku": ""}, "rusak"),
    ("XML yang berhenti di tengah", {"s1": '<worksheet><sheetData><row r="1"><c r="A1"'}, "rusak"),
    ("lembar yang bukan XML", {"s1": "halo"}, "rusak"),
    ("nomor teks bersama di luar daftar", {"s1": _LEMBAR.format('<c r="A1" t="s"><v>7</v></c>')}, "rusak"),
    ("alamat sel yang mustahil", {"s1": _LEMBAR.format('<c r="1A"><v>7</v></c>')}, "rusak"),
    ("galat sel yang tidak dikenal", {"s1": _LEMBAR.format('<c r="A1" t="e"><v>#BARU!</v></c>')}, "rusak"),
    (
        "bom XML (entitas bertingkat)",
        {"buku": '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><workbook>&b;</workbook>'},
        "DTD",
    ),
    (
        "entitas luar di daftar lembar",
        {"buku": '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///rahasia">]><workbook>&a;</workbook>'},
        "DTD",
    ),
    ("bom zip di lembar", {"s1": b"<worksheet><sheetData>" + b" " * (64 << 20)}, "mengembang"),
    ("bom zip di teks bersama", {"sst": b" " * (64 << 20)}, "mengembang"),
)
for _nama, _ganti, _kata in _DALAM:
    KORPUS.append(Jenis(_nama, _spoilt(**_ganti), (_kata,)))


@_refuse("entitas luar di lembar", "rusak")
def _entity(map_kerja: Path) -> Path:
    bagian = dict(parts(_BAIK))
    bagian[_S1] = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///rahasia">]>' + bagian[_S1].replace("BUDI REKAAN", "&e;")
    return write_zip(map_kerja / "buku.xlsx", bagian)


for _nama, _row, _kata in (
    ("sel di pojok terjauh", '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>', "XFD1048576"),
    ("baris di luar Excel", '<row r="1048577"><c r="A1048577"><v>1</v></c></row>', "di luar batas Excel"),
    ("kolom di luar Excel", '<row r="9"><c r="XFE9"><v>1</v></c></row>', "di luar batas Excel"),
    (
        "baris tidak berurutan",
        f'<row r="2"><c r="A2" t="inlineStr"><is><t>{BUDI}</t></is></c></row>',
        "tidak berurutan",
    ),
):
    KORPUS.append(Jenis(_nama, _rows(_row), (_kata,)))

# Large but harmless

_reads("satu sel jauh di bawah", _rows('<row r="900000"><c r="B900000"><v>1</v></c></row>'), PENDUDUK=1)
_reads("satu sel di kolom terakhir", _rows('<row r="5"><c r="XFD5"><v>1</v></c></row>'), PENDUDUK=1)
_reads("sejuta baris kosong berformat", _rows("".join(f'<row r="{r}" ht="15"/>' for r in range(5, 1_000_000, 1))))
_reads(
    "16.384 judul kolom",
    _with(PEREKAMAN=[["NIK", "TGL_REKAM", *(f"K{n}" for n in range(16_382))], [BUDI, "20-08-2012"]]),
)
_reads("sel 32.767 huruf", _with(UNDANGAN=_column("UNDANGAN", "KETERANGAN", lambda v: v or "x" * 32_767)))

# Sheets and headers

_reads(
    "judul di baris ke-12",
    lambda m: write_zip(m / "buku.xlsx", parts({**_BAIK, _PENDUDUK: to_rows(ISI[_PENDUDUK], 12)})),
)
_reads(
    "tabel mulai di kolom H",
    lambda m: write_zip(m / "buku.xlsx", parts({**_BAIK, _PENDUDUK: to_rows(ISI[_PENDUDUK], 1, 7)})),
)
_reads(
    "judul dengan nama SIAK",
    _with(PENDUDUK=["NIK NAMA_LGKP TGL_LHR JENIS_KLMIN STAT_KWN NO_RT NO_RW NAMA_KEL".split(), *ISI[_PENDUDUK][1:]]),
)
_reads(
    "kolom kembar dengan nama yang sama",
    _with(UNDANGAN=[[*ISI["UNDANGAN"][0], "KETERANGAN"], *([*r, None] for r in ISI["UNDANGAN"][1:])]),
)
_reads("baris penomoran di bawah judul", _with(PENDUDUK=[ISI[_PENDUDUK][0], [*range(1, 9)], *ISI[_PENDUDUK][1:]]))
_reads(
    "baris jumlah dan tanda tangan",
    _with(UNDANGAN=[*ISI["UNDANGAN"], ["JUMLAH", "2"], [None, None, "Camat Jaten"]]),
    UNDANGAN=2,
)
_reads(
    "nama lembar lain ejaan",
    lambda m: write_xlsx(
        m / "buku.xlsx",
        {{"PENDUDUK": "Data Penduduk", "MENINGGAL": "Kematian"}.get(k, k.lower()): v for k, v in ISI.items()},
    ),
)
_reads("lembar tersembunyi", lambda m: write_xlsx(m / "buku.xlsx", keadaan={_PENDUDUK: "hidden"}))
_reads("lembar sangat tersembunyi", lambda m: write_xlsx(m / "buku.xlsx", keadaan={_PENDUDUK: "veryHidden"}))
_reads("lembar lain yang kosong", lambda m: write_xlsx(m / "buku.xlsx", {**ISI, "Sheet9": []}))
_refuse("tanpa lembar wajib", "MENINGGAL")(
    lambda m: write_xlsx(m / "buku.xlsx", {k: v for k, v in ISI.items() if k != "MENINGGAL"})
)
_refuse("dua lembar untuk satu arti", "sama-sama terbaca")(
    lambda m: write_xlsx(
        m / "buku.xlsx",
        {**{k: v for k, v in ISI.items() if k != "MENINGGAL"}, "Kematian": ISI["MENINGGAL"], "Wafat": ISI["MENINGGAL"]},
    )
)
_refuse("tanpa kolom NIK", "NIK")(_with(PENDUDUK=[["NAMA", "TGL_LAHIR", "DESA"], ["BUDI", "1-1-1980", "JATEN"]]))
_refuse("lembar wajib tanpa judul", "PENDUDUK")(_with(PENDUDUK=[]))

# What stands in cells

_reads("NIK sel angka seluruhnya", _with(PENDUDUK=_column(_PENDUDUK, "NIK", lambda v: float(str(v)))))
_reads("NIK ilmiah di undangan", _with(UNDANGAN=_column("UNDANGAN", "NIK", lambda _: "3,31311E+15")), UNDANGAN=2)
_reads(
    "NIK ilmiah di perekaman",
    _with(PEREKAMAN=_column("PEREKAMAN", "NIK", lambda _: "3,31311E+15")),
    PEREKAMAN=1,
    terekam=0,
)
_reads(
    "NIK bertitik dan berspasi",
    _with(PENDUDUK=_column(_PENDUDUK, "NIK", lambda v: f"{str(v)[:4]}.{str(v)[4:10]} {str(v)[10:]}")),
)
_reads("NIK berspasi tak terlihat", _with(PENDUDUK=_column(_PENDUDUK, "NIK", lambda v: f"\u200b\u00a0{v}\u200e")))
_reads(
    "NIK berangka Arab",
    _with(PEREKAMAN=_column("PEREKAMAN", "NIK", lambda v: "".join(chr(0x660 + int(h)) for h in str(v)))),
    PEREKAMAN=1,
    terekam=0,
)
_reads(
    "NIK kosong di penduduk",
    _with(PENDUDUK=[*ISI[_PENDUDUK], [None, "ANI REKAAN", "1-1-1980", "P", "KAWIN", "1", "1", "JATEN"]]),
    PENDUDUK=1,
)
_reads(
    "NIK tiruan",
    _with(PENDUDUK=[*ISI[_PENDUDUK], ["0" * 16, "ANI REKAAN", "1-1-1980", "P", "KAWIN", "1", "1", "JATEN"]]),
    PENDUDUK=1,
)
_reads(
    "tanggal sel tanggal",
    _with(PENDUDUK=_column(_PENDUDUK, "TGL_LAHIR", lambda v: date(int(str(v)[6:]), int(str(v)[3:5]), int(str(v)[:2])))),
)
_reads(
    "tanggal sejak 1904",
    lambda m: write_xlsx(
        m / "buku.xlsx", change(PEREKAMAN=[["NIK", "TGL_REKAM"], [BUDI, date(2008, 8, 19)]]), sistem_1904=True
    ),
)
for _ke, _tulis_tanggal in enumerate(
    (
        "20-08-2012",
        "20/8/12",
        "20.08.2012",
        "20 Agustus 2012",
        "20 AGT 2012",
        "2012-08-20",
        "20082012",
        "Senin, 20-08-2012",
        "41141",
        "20 - 8 - 2012",
    )
):
    _reads(f"tanggal bercara tulis {_ke + 1}", _with(PEREKAMAN=[["NIK", "TGL_REKAM"], [BUDI, _tulis_tanggal]]))
_reads("tanggal yang tidak ada", _with(PEREKAMAN=[["NIK", "TGL_REKAM"], [BUDI, "31-02-2012"]]), PEREKAMAN=1, terekam=0)
_reads(
    "galat rumus di NIK",
    _with(PEREKAMAN=[["NIK", "TGL_REKAM"], ["#N/A", "20-08-2012"], [BUDI, "20-08-2012"]]),
    PEREKAMAN=1,
)
_reads("galat rumus di nama", _with(UNDANGAN=_column("UNDANGAN", "NAMA", lambda _: "#REF!")))
_reads("emoji dan tanda kanan-ke-kiri", _with(UNDANGAN=_column("UNDANGAN", "NAMA", lambda v: f"\u202e{v} 😀")))
_reads("huruf bertanda dan gabungan", _with(UNDANGAN=_column("UNDANGAN", "NAMA", lambda v: f"{v}\u0301é")))
_reads(
    "rumus sebagai teks", _with(UNDANGAN=_column("UNDANGAN", "NAMA", lambda _: '=HYPERLINK("http://contoh.invalid")'))
)
_reads(
    "setengah pasangan huruf", _csv(lambda t: t.replace("BUDI REKAAN", "BU\ud800DI").encode("utf-8", "surrogatepass"))
)

# Other formats, and folders of .csv

_reads("xls", lambda m: write_xls(m / "buku.xls"))
_reads("xlsb", lambda m: write_xlsb(m / "buku.xlsb"))
_reads("ods", lambda m: write_ods(m / "buku.ods"))
_reads("csv titik koma", _csv(str.encode))
_reads("csv koma", _csv(str.encode, ","))
_reads("csv tabulasi", _csv(str.encode, "\t"))
_reads("csv UTF-8 dengan BOM", _csv(lambda t: codecs.BOM_UTF8 + t.encode()))
_reads("csv UTF-16", _csv(lambda t: t.encode("utf-16")))
_reads("csv UTF-16 tanpa BOM", _csv(lambda t: t.encode("utf-16-le")))
_reads("csv cp1252", _csv(lambda t: t.replace("BUDI REKAAN", "BUDI REKÄAN").encode("cp1252")))
_reads("csv baris Mac lama", _csv(lambda t: t.replace("\r\n", "\n").replace("\n", "\r").encode()))
_reads("csv kutip melintasi baris", _csv(lambda t: t.replace("alm.", '"alm.\nkata RT"').encode()))
_reads("csv NUL", _csv(lambda t: t.replace("SITI REKAAN", "SITI\0 REKAAN").encode()))
_reads("csv koma desimal", _csv(lambda t: t.replace(";001;", ";1,0;").encode()))
_refuse("csv kutip tak tertutup", "tanda kutip")(_csv(lambda t: t.replace("BUDI REKAAN", '"BUDI').encode()))
_refuse("map tanpa csv", "tidak memuat satu pun berkas .csv")(lambda m: (m / "map").mkdir() or m / "map")  # type: ignore[func-returns-value]
