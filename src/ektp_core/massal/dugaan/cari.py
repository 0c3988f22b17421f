"""A frame of residents in, the pairs that may be one person out, in the same kind of frame."""

from typing import Any

import narwhals as nw
import numpy as np
import numpy.typing as npt
import polars as pl

from ektp_core.dobel import BATAS_DOBEL, BATAS_PERIKSA
from ektp_core.galat import EktpError
from ektp_core.massal.dugaan.asing import Asing, meet_strangers
from ektp_core.massal.dugaan.baca import PILIHAN, WAJIB, Larik, Register, read_register
from ektp_core.massal.dugaan.banding import BEDA, Lahir, Nik, Pembanding, Perbandingan
from ektp_core.massal.dugaan.calon import SEKALI, find_candidates
from ektp_core.massal.dugaan.model import Bukti, fit, is_promising
from ektp_core.massal.dugaan.nama import Hubungan

DOBEL, PERIKSA = "DOBEL", "PERIKSA"

KOLOM_BUKTI = (*WAJIB, *PILIHAN)
"""The fields that bear evidence, each in a column `bukti_<field>`; then `bukti_awal` and `bukti_serumah`."""


def find_dugaan_dobel(frame: Any) -> Any:
    """Pairs of rows that may be one person, with the probability that they are (rule DOBEL-05).

    `frame`: any frame that Narwhals knows (Polars, pandas, PyArrow, DuckDB, …), eager or lazy, a row a person, with the
    columns `nik, nama, tanggal_lahir, jenis_kelamin, desa, rt, rw` and, where there are, `nama_ibu, tempat_lahir, no_kk`;
    other columns are ignored. Dates are dates or text, day first; a value that is missing or cannot be read says nothing.
    `EktpError` when one of the seven columns is missing.

    The answer is a frame of the same kind, the strongest pair first:
    `a`, `b`: positions of the rows, from 0, a < b;
    `kekuatan`: 0 to 1, the probability of one person; pairs under 0,1 are left out;
    `putusan`: `DOBEL` from 0,5 on, or `PERIKSA` for a person to decide: under 0,5, and always where another birth date (or
    none) or another mother under another NIK, neighbouring serials (or no NIK) of two names, two sexes, or one NIK under two
    names stands against it;
    `bukti_<field>`: what that field says, in bits (+1 doubles the odds, -1 halves them, 0 says nothing). With `bukti_awal`
    (how rare doubles are in this frame) and `bukti_serumah` (twins, household, namesakes) they add up to
    log2(kekuatan / (1 - kekuatan)).

    Nothing is tuned and no labels are needed: all weights are estimated from the frame itself, so few rows (under some
    hundreds) are judged by general expectations. The order of rows changes no pair and no strength.
    Source: Fellegi and Sunter, "A Theory for Record Linkage", JASA 64 (1969).

    >>> import polars as pl
    >>> orang = pl.DataFrame({
    ...     "nik": ["3313110101800001", "3313120101800003", "3313114502790001"],
    ...     "nama": ["Soekardjo", "SUKARJO", "Sri Lestari"],
    ...     "tanggal_lahir": ["01-01-1980", "1980-01-01", "5 Februari 1979"],
    ...     "jenis_kelamin": ["L", "L", "P"],
    ...     "desa": ["Jaten"] * 3, "rt": ["1"] * 3, "rw": ["2"] * 3,
    ... })
    >>> find_dugaan_dobel(orang).select("a", "b", "putusan").rows()
    [(0, 1, 'DOBEL')]
    """
    masuk = nw.from_native(frame)
    return _return_as(masuk, _find(_take(masuk)))


def _take(masuk: Any) -> pl.DataFrame:
    ada = masuk.collect_schema().names()
    if kurang := [k for k in WAJIB if k not in ada]:
        raise EktpError(f"bingkai data tidak punya kolom {', '.join(kurang)}")
    masuk = masuk.select(*WAJIB, *(k for k in PILIHAN if k in ada))
    if isinstance(masuk, nw.LazyFrame):
        masuk = masuk.collect(backend="polars")
    hasil: pl.DataFrame = masuk.to_polars()
    return hasil


def _return_as(masuk: Any, hasil: pl.DataFrame) -> Any:
    keluar = nw.from_native(hasil, eager_only=True)
    asal = masuk.implementation
    if isinstance(masuk, nw.LazyFrame):
        if asal.is_pyspark() or asal.is_sqlframe() or asal.is_ibis():
            return keluar.lazy(backend=asal, session=_session(masuk)).to_native()
        return keluar.lazy(backend=asal).to_native()
    if asal.is_polars():
        return hasil
    return nw.from_dict(
        {k: hasil[k].to_numpy() if hasil[k].dtype.is_numeric() else hasil[k].to_list() for k in hasil.columns},
        backend=asal,
    ).to_native()


def _session(masuk: Any) -> Any:
    return getattr(masuk.to_native(), "sparkSession", None)


def _find(bingkai: pl.DataFrame) -> pl.DataFrame:
    r = read_register(bingkai)
    pembanding = Pembanding.of(r)
    i, j = find_candidates(r, lambda i, j: _is_worth(pembanding, i, j))
    if len(i) == 0:
        return _table(r, i, j, None, np.zeros(0, np.bool_))
    asing = meet_strangers(pembanding)
    i, j, banding = _compare(pembanding, asing, i, j)
    return _table(r, i, j, fit(banding, asing), _speaks_against(banding))


def _compare(p: Pembanding, asing: Asing, i: Larik, j: Larik) -> tuple[Larik, Larik, Perbandingan]:
    """The pairs that have any chance, compared; a part at a time, as most of a million rows' pairs have none."""
    bagian, layak = [], []
    for awal in range(0, len(i), SEKALI):
        banding = p.compare(i[awal : awal + SEKALI], j[awal : awal + SEKALI], asing.lahir)
        layak.append(is_promising(banding, asing))
        bagian.append(banding.take(layak[-1]))
    semua = np.concatenate(layak)
    return i[semua], j[semua], Perbandingan.join(bagian)


def _is_worth(p: Pembanding, i: Larik, j: Larik) -> npt.NDArray[np.bool_]:
    """Names that are no spelling of each other leave one reason to look: the same NIK."""
    hubungan, _ = p.nama.compare(p.r.nama[i], p.r.nama[j])
    satu_nik = (p.r.nik[i] == p.r.nik[j]) & (p.r.nik[i] >= 0)
    hasil: npt.NDArray[np.bool_] = (hubungan < Hubungan.LAIN) | satu_nik
    return hasil


def _speaks_against(p: Perbandingan) -> npt.NDArray[np.bool_]:
    """What no probability outweighs: for a person to decide, as an officer of Dukcapil would."""
    dua_nik = p.nik > Nik.SALAH_TULIS
    # Where a date is missing, nothing tells a father from his son.
    lain_lahir = (p.lahir != Lahir.SAMA) & np.where(p.lahir == Lahir.KOSONG, dua_nik, p.nik != Nik.SAMA)
    nama = p.bidang["nama"].tingkat
    kembar = ((p.nik == Nik.URUTAN_SEBELAH) | (p.nik == Nik.KOSONG)) & (nama != Hubungan.SAMA)
    lain_nama = ~dua_nik & ((nama == Hubungan.LAIN) | (nama < 0))
    lain_ibu = dua_nik & (p.bidang["nama_ibu"].tingkat == Hubungan.LAIN)
    lain_kelamin = p.bidang["jenis_kelamin"].tingkat == BEDA
    hasil: npt.NDArray[np.bool_] = lain_lahir | kembar | lain_nama | lain_ibu | lain_kelamin
    return hasil


def _table(r: Register, i: Larik, j: Larik, bukti: Bukti | None, ragu: npt.NDArray[np.bool_]) -> pl.DataFrame:
    kekuatan = bukti.kekuatan if bukti else np.zeros(len(i))
    cukup = kekuatan >= BATAS_PERIKSA
    a, b = r.posisi[i][cukup], r.posisi[j][cukup]
    isi = {
        "a": np.minimum(a, b).astype(np.int64),
        "b": np.maximum(a, b).astype(np.int64),
        "kekuatan": kekuatan[cukup],
        "putusan": np.where((kekuatan >= BATAS_DOBEL) & ~ragu, DOBEL, PERIKSA)[cukup],
    }
    for kolom in KOLOM_BUKTI:
        isi[f"bukti_{kolom}"] = bukti.bidang[kolom][cukup] if bukti else np.zeros(0)
    isi["bukti_awal"] = bukti.awal[cukup] if bukti else np.zeros(0)
    isi["bukti_serumah"] = bukti.serumah[cukup] if bukti else np.zeros(0)
    hasil = pl.DataFrame(isi, schema_overrides={"putusan": pl.String})
    return hasil.sort("kekuatan", "a", "b", descending=[True, False, False])
