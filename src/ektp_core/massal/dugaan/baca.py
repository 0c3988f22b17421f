"""A frame of residents -> arrays of codes to compare; what is read and normalised is read and normalised by the core.

A value that cannot be read is a missing value here, never an error: the frame of an analyst has no officer to ask.
"""

from collections.abc import Callable
from datetime import date

import numpy as np
import numpy.typing as npt
import polars as pl
from attrs import frozen

from ektp_core.alamat import normalize_alamat, normalize_desa, normalize_number
from ektp_core.dobel import known_text
from ektp_core.galat import TanggalGalat
from ektp_core.nama import normalize_nama
from ektp_core.nik import PANJANG, clean_nik, is_placeholder
from ektp_core.penduduk import read_jenis_kelamin
from ektp_core.tanggal import read_date

WAJIB = ("nik", "nama", "tanggal_lahir", "jenis_kelamin", "desa", "rt", "rw")
PILIHAN = ("nama_ibu", "tempat_lahir", "no_kk")

Larik = npt.NDArray[np.int64]
_EPOK = date(1970, 1, 1).toordinal()
_KOSONG = -1
_TIRUAN = (*(d * PANJANG for d in "0123456789"), "1234567890123456")


@frozen
class Register:
    """The rows as codes, in an order of their own that no order of the input changes; -1 where a value is missing.

    `posisi` gives each row's position in the input. `nama` and `ibu` are codes into `kunci_nama` and `kunci_ibu`; `lahir`
    counts days; `tanggal` has its eight digits DDMMYYYY a row; `rw` is a code of desa and RW, `rt` of desa, RW and RT.
    """

    posisi: Larik
    nik: Larik
    nama: Larik
    kunci_nama: list[str]
    lahir: Larik
    tanggal: npt.NDArray[np.int8]
    tahun: Larik
    kelamin: Larik
    desa: Larik
    rw: Larik
    rt: Larik
    ibu: Larik
    kunci_ibu: list[str]
    tempat: Larik
    kk: Larik

    @property
    def banyak(self) -> int:
        """How many rows there are."""
        return len(self.posisi)


def read_register(bingkai: pl.DataFrame) -> Register:
    """The register of a frame with the columns of `WAJIB`, and any of `PILIHAN`."""
    nik = _nik(bingkai["nik"])
    lahir = _date(bingkai["tanggal_lahir"])
    nama, kunci_nama = _code(bingkai["nama"], normalize_nama)
    ibu, kunci_ibu = _code(_optional(bingkai, "nama_ibu"), lambda t: known_text(normalize_nama(t)))
    desa, _ = _code(bingkai["desa"], normalize_desa)
    rw, _ = _code(bingkai["rw"], normalize_number)
    rt, _ = _code(bingkai["rt"], normalize_number)
    rw = _join(desa, rw)
    kolom = {
        "nik": nik,
        "nama": nama,
        "lahir": lahir,
        "kelamin": _sex(bingkai["jenis_kelamin"], nik),
        "desa": desa,
        "rw": rw,
        "rt": _join(rw, rt),
        "ibu": ibu,
        "tempat": _code(_optional(bingkai, "tempat_lahir"), lambda t: known_text(normalize_alamat(t)))[0],
        "kk": _recode(_nik(_optional(bingkai, "no_kk"))),
    }
    # Rows that are equal in all of these are interchangeable: this order is the same whatever order they came in.
    urut = np.lexsort(tuple(kolom.values()))
    kolom = {k: v[urut] for k, v in kolom.items()}
    tanggal, tahun = _digits(kolom["lahir"])
    return Register(posisi=urut, kunci_nama=kunci_nama, kunci_ibu=kunci_ibu, tanggal=tanggal, tahun=tahun, **kolom)


def _optional(bingkai: pl.DataFrame, kolom: str) -> pl.Series:
    return bingkai[kolom] if kolom in bingkai.columns else _blank(bingkai["nik"])


def _blank(isi: pl.Series) -> pl.Series:
    return pl.Series(isi.name, [None] * len(isi), dtype=pl.String)


def _text(isi: pl.Series) -> pl.Series:
    if isi.dtype == pl.String:
        return isi
    if isi.dtype.is_float():
        # 1.0 in a frame is how a column with blanks holds the number 1.
        bulat = isi.is_finite() & (isi == isi.floor())
        isi = isi.to_frame().select(pl.when(bulat).then(isi.cast(pl.Int64, strict=False))).to_series()
    if isi.dtype == pl.Object:
        return pl.Series(isi.name, [None if x is None or x != x else str(x) for x in isi], dtype=pl.String)
    return isi.cast(pl.String)


def _code(isi: pl.Series, normalize: Callable[[str], str]) -> tuple[Larik, list[str]]:
    """Each row's code into the sorted keys that the core's normaliser gives; every written text is normalised once."""
    teks = _text(isi)
    tertulis = teks.drop_nulls().unique()
    tabel = pl.DataFrame({"t": tertulis, "k": pl.Series([normalize(t) for t in tertulis], dtype=pl.String)})
    kunci = tabel.filter(pl.col("k") != "")["k"].unique().sort()
    nomor = pl.DataFrame({"k": kunci, "i": np.arange(len(kunci))})
    tabel = tabel.join(nomor, on="k", how="left")
    kode = pl.DataFrame({"t": teks}).join(tabel, on="t", how="left", maintain_order="left")["i"]
    return kode.fill_null(_KOSONG).cast(pl.Int64).to_numpy(), kunci.to_list()


def _nik(isi: pl.Series) -> Larik:
    """A NIK or family card number as an integer; a stand-in number and one that lost its last digit are missing."""
    if isi.dtype.is_integer():
        # An integer holds 16 digits; a spreadsheet's number has lost the last, and then (nearly) all of them end in 0.
        hilang = (isi % 10 == 0).mean()
        isi = _text(isi) if hilang is None or hilang < 0.9 else _blank(isi)  # type: ignore[operator]
    elif isi.dtype.is_float():
        isi = _blank(isi)
    teks = _text(isi)
    bersih = teks.str.contains(r"^[0-9]{16}$")
    kotor = teks.filter(~bersih).unique()
    if len(kotor):
        tabel = pl.DataFrame({"t": kotor, "n": pl.Series([clean_nik(t) for t in kotor], dtype=pl.String)})
        diganti = pl.DataFrame({"t": teks}).join(tabel, on="t", how="left", maintain_order="left")["n"]
        teks = pl.select(pl.when(bersih).then(teks).otherwise(diganti)).to_series()
    nomor = teks.cast(pl.Int64, strict=False).fill_null(_KOSONG).to_numpy().copy()
    # Numbers from before SIAK begin with 10; they are no keys either.
    nomor[(nomor // 10**14 == 10) | np.isin(nomor, [int(t) for t in _TIRUAN if is_placeholder(t)])] = _KOSONG
    return nomor


def _date(isi: pl.Series) -> Larik:
    """The day's ordinal number (so that none is negative); the core reads what is text."""
    if isi.dtype == pl.Datetime:
        isi = isi.cast(pl.Date)
    if isi.dtype != pl.Date:
        teks = _text(isi)
        tertulis = teks.drop_nulls().unique()
        tabel = pl.DataFrame({"t": tertulis, "d": pl.Series([_read(t) for t in tertulis], dtype=pl.Date)})
        isi = pl.DataFrame({"t": teks}).join(tabel, on="t", how="left", maintain_order="left")["d"]
    hari = isi.cast(pl.Int32).cast(pl.Int64)
    return (hari + _EPOK).fill_null(_KOSONG).to_numpy()


def _read(teks: str) -> date | None:
    try:
        return read_date(teks)
    except TanggalGalat:
        return None


def _digits(lahir: Larik) -> tuple[npt.NDArray[np.int8], Larik]:
    ada = lahir >= 0
    tanggal = pl.Series(np.where(ada, lahir - _EPOK, 0).astype(np.int32)).cast(pl.Date)
    hari, bulan, tahun = (
        x.cast(pl.Int64).to_numpy() for x in (tanggal.dt.day(), tanggal.dt.month(), tanggal.dt.year())
    )
    angka = hari * 1_000_000 + bulan * 10_000 + tahun
    digit = np.stack([angka // 10**p % 10 for p in range(7, -1, -1)], axis=1).astype(np.int8)
    digit[~ada] = _KOSONG
    return digit, np.where(ada, tahun, _KOSONG)


def _sex(isi: pl.Series, nik: Larik) -> Larik:
    kode, kunci = _code(isi, lambda t: read_jenis_kelamin(t) or "")
    # The codes follow the sorted keys, and either may be missing from a frame.
    angka = np.array([*("LP".index(k) for k in kunci), _KOSONG])
    hari = nik // 10**8 % 100
    dari_nik = np.where(nik < 0, _KOSONG, (hari > 40).astype(np.int64))
    tertulis = angka[kode]
    return np.where(tertulis >= 0, tertulis, dari_nik)


def _join(luar: Larik, dalam: Larik) -> Larik:
    """A code of both parts; missing when either is."""
    return _recode(np.where((luar < 0) | (dalam < 0), _KOSONG, luar * (dalam.max(initial=0) + 1) + dalam))


def _recode(nilai: Larik) -> Larik:
    """Small codes in the order of the values; what is missing stays missing."""
    _, kode = np.unique(nilai, return_inverse=True)
    return np.where(nilai < 0, _KOSONG, kode.astype(np.int64))
