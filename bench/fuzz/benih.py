"""Where the search begins: inputs that make sense to each reader, from the tests' own corpus and the words in the code."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.fuzz.sifat_berkas import BAGIAN, S1

from buku.buatan import ISI, parts, to_rows, write_ods, write_xlsx
from buku.korpus import KORPUS
from ektp_core import tanggal as _tanggal
from ektp_core.nama import BERGELAR, KATA_BAKU
from ektp_excel.kolom import GABUNGAN, KEMBALI, LEMBAR
from rekaan import CATATAN, DESA, EJAAN, STATUS

NIK = ("3171011708450001", "3171015708450001", "3171013002001234", "1234567890123456", "331311010180000?")
_PISAH = (" ", ".", "-", "'", "\u200b", "/", "*", "|", "\u00a0", "\t")
ANGKA = (
    3313110101800001.0,
    3.31311e15,
    41149.0,
    60.0,
    2012.0,
    28082012.0,
    -1.0,
    1e308,
    float("inf"),
    float("nan"),
    1.0,
)


def _cells() -> Iterator[bytes]:
    for angka in ANGKA:
        yield b"\x01" + struct.pack("<d", angka)
    yield b"\x02" + (3313110101800001).to_bytes(8, "little", signed=True)
    yield b"\x02" + b"\xff" * 8
    yield b"\x033.31311E+15"
    yield b"\x031E+400"
    for hari in (date(2012, 8, 28), date(1900, 2, 28), date(9999, 12, 31)):
        yield b"\x04" + (hari.toordinal() - 1).to_bytes(4, "little")
    yield b"\x05" + (3_000_000_000).to_bytes(5, "little")
    yield from (b"\x06" + bytes([i]) for i in range(4))


def sel() -> list[bytes]:
    """Texts of cells and every other kind of value."""
    teks = "001/002|RW 02 RT. 01|Karanganyar, 17-08-1980|3,31311E+15|JUMLAH|12.0|-|Sub Total :|RT 1".split("|")
    return [*(t.encode() for t in (*teks, *NIK)), *_cells()]


def panjang() -> list[bytes]:
    """Short texts that make a pattern go back again and again when they are repeated."""
    teks = "1|12 |1-|. |alm |tidak ada |RT 1 |a|(|ikut |'|\u200b|sudah direkam |17 |DESA |-1|BIN |S.Pd. |?|=\""
    return [t.encode() for t in teks.split("|")]


def nik() -> list[bytes]:
    """NIKs whole, damaged, and with each separator."""
    berjarak = [p.join((n[:6], n[6:12], n[12:])) for n in NIK[:2] for p in _PISAH]
    return [*(t.encode() for t in (*NIK, *berjarak, "3,31311E+15", "3313110101800001.0")), *_cells()]


def tanggal() -> list[bytes]:
    """Every spelling of a month, and the forms of a date."""
    bulan = [f"17 {nama} 1945" for nama in _tanggal._BULAN]
    bentuk = (
        "17-08-1945|17/8/45|1945-08-17|17.8.1945|17081945|19450817|41149|Jum'at Kliwon, 17 Agustus 1945|tgl. 17-8-1945|"
        "17-VIII-1945|2012-08-28 08:30:15|28/8/2012 08.30 WIB|17–08–1945|1945-08-17T00:00:00Z|17 8 '45|31-02-1980|"
        "17-08-1945 (67 th)|0-0-0000|29-2-00"
    )
    return [*(t.encode() for t in (*bulan, *bentuk.split("|"))), *_cells()]


def catatan() -> list[bytes]:
    """The notes of the tests, and the traps among them."""
    jebakan = "belum pindah|istri alm|ikut suami|menurut istri sudah meninggal|alamat ini tidak ada|tidak lapor pindah|✓|sudah"
    return [t.encode() for t in (*(t for isi in CATATAN.values() for t in isi), *jebakan.split("|"))]


def nama() -> list[bytes]:
    """Names in all their spellings, titles, and standard words."""
    berejaan = [t for satu in EJAAN.values() for t in satu]
    return [t.encode() for t in (*berejaan, *sorted(BERGELAR), *KATA_BAKU, "Drs. H. Aḥmad bin ‘Abdullāh, S.Pd., M.M.")]


def alamat() -> list[bytes]:
    """Desa with prefixes, RT and RW as text and number."""
    teks = "Desa Jaten|KEL. JATEN|Ds/Kel Dagen|RT. 01|RW 002|NO. RT 3|IV|012|1.0|00|X|Jl. Lawu No.12|Dusun Lor 2/3|-|desa".split(
        "|"
    )
    return [*(t.encode() for t in (*teks, *DESA)), *_cells()]


def kata() -> list[bytes]:
    """Words of the status chain, of marriage, citizenship, sex and direction."""
    lain = "Kawin Belum Tercatat|Cerai Mati|1|2|belum kawin|WNI|Malaysia|WNA|L|Perempuan|pindah datang|Dtg.|A-9\nA-10\n007\n7"
    return [t.encode() for t in (*STATUS, *lain.split("|"))]


def judul() -> list[bytes]:
    """Each sheet's canonical header, each in other spellings, and headers in two lines."""
    hasil = []
    for lembar in (*LEMBAR.values(), KEMBALI):
        for ejaan in range(4):
            kolom = [(k.nama, *k.sinonim, *k.lemah, *k.kuat) for k in lembar.kolom]
            hasil.append("\t".join(k[ejaan % len(k)] for k in kolom).encode())
    hasil += [f"NIK\tNAMA\t{g}\tDESA".encode() for g in GABUNGAN]
    hasil.append(b"DATA KEMATIAN\n\nNO\tJENAZAH\t\tPELAPOR\t\n\tNIK\tTGL MENINGGAL\tNIK\tNAMA\n1\t2\t3\t4\t5")
    hasil.append("\t".join(LEMBAR).encode())
    hasil.append("\t".join(f"Data {s or n}" for n, x in LEMBAR.items() for s in x.sinonim[:1]).encode())
    return hasil


def lembar() -> list[bytes]:
    """The good workbook's sheets, row by row, under the header of the contract and under their own."""
    hasil = []
    for i, nama_lembar in enumerate(LEMBAR):
        tabel = ISI.get(nama_lembar, [["DESA", "RW", "RT"], ["JATEN", "001", "002"], [None, None, "003"]])
        isi = ["\t".join("" if v is None else str(v) for v in row) for row in tabel]
        urut = {k.nama: j for j, k in enumerate(LEMBAR[nama_lembar].kolom)}
        baku = []
        for row in tabel[1:]:
            sel_baris = [""] * len(urut)
            for kolom, v in zip(tabel[0], row, strict=True):
                sel_baris[urut[str(kolom)]] = "" if v is None else str(v)
            baku.append("\t".join(sel_baris))
        hasil += [bytes([i]) + "\n".join(baku).encode(), bytes([132 + i]) + "\n".join(isi).encode()]
    return hasil


def _corpus(ambil: str) -> Iterator[tuple[str, bytes]]:
    """The files of the corpus of broken workbooks that end in this, none larger than a fuzzer can turn over."""
    for jenis in KORPUS:
        with TemporaryDirectory() as folder:
            jenis.buat(Path(folder))
            for path in Path(folder).rglob(f"*{ambil}"):
                if path.is_file() and path.stat().st_size < 4096 and _opened(path) < 65536:
                    yield path.stem, path.read_bytes()


def _opened(path: Path) -> int:
    """How many bytes a file is once it is inflated."""
    if not zipfile.is_zipfile(path):
        return 0
    with zipfile.ZipFile(path) as z:
        return sum(info.file_size for info in z.infolist())


def csv() -> list[bytes]:
    """The corpus's .csv files, as the sheet that they are and as the other one."""
    isi = [(nama_berkas, b) for nama_berkas, b in _corpus(".csv") if nama_berkas in ("PENDUDUK", "UNDANGAN")]
    return [(b"\1" if nama_berkas == "UNDANGAN" else b"\0") + b for nama_berkas, b in isi]


def xlsx() -> list[bytes]:
    """The corpus's .xlsx files whole, and every part of the good one by itself."""
    baik = {**parts({n: to_rows(t) for n, t in ISI.items()}), "xl/sharedStrings.xml": "<sst><si><t>NIK</t></si></sst>"}
    satu = [bytes([i]) + baik[bagian].encode() for i, bagian in enumerate(BAGIAN) if bagian]
    ragam = (
        '<row r="2" ht="12"><c r="A2" t="e"><v>#N/A</v></c><c r="B2" t="s"><v>0</v></c><c r="AA2" s="1"><v>41149</v></c></row>'
        '<row r="3"><c r="A3" t="b"><v>1</v></c><c r="B3" t="str"><f>A1</f><v>x</v></c><c r="C3"/></row>'
    )
    kepala = baik[S1].split("</sheetData>")[0]
    satu.append(b"\0" + f"{kepala.split('</row>')[0]}</row>{ragam}</sheetData></worksheet>".encode())
    with TemporaryDirectory() as folder:
        utuh = write_xlsx(Path(folder) / "b.xlsx").read_bytes()
    return [*satu, bytes([len(BAGIAN) - 1]) + utuh, *(bytes([len(BAGIAN) - 1]) + b for _, b in _corpus(".xlsx"))]


def ods() -> list[bytes]:
    """The content of a good .ods."""
    with TemporaryDirectory() as folder:
        path = write_ods(Path(folder) / "b.ods")
        with zipfile.ZipFile(path) as z:
            return [z.read("content.xml")]


def perintah() -> list[bytes]:
    """Calls of the command, one word a line, and words by themselves."""
    kata = (
        "2012-08-28|28 Agustus 2012|55.865|55865|20,200,700|2012-09-02, 2012-09-08..2012-09-10|2012-09-03..2012-09-08=60|"
        "08.00,10.00|8:30|2012|31-02-2012|..|=|,"
    )
    panggilan = (
        "rekon b.xlsx --per 2012-08-28 --pagu 55.865 --target 2012-09-30 --hari-kerja 6 -o h.xlsx --json r.json",
        "proyeksi b --per 2012-08-28 --target 2012-09-30 --laju 20,200 --malam 2012-09-03=60 --benih 7",
        "uji-angka --persen 92,10 --wajib 55.865 --sisa 4.416",
        "periksa b.ods",
        "sisir b.xls --per 2012-08-28 -o map",
        "--help",
    )
    return [*(t.encode() for t in kata.split("|")), *("\n".join(p.split()).encode() for p in panggilan)]
