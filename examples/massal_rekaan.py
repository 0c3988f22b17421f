"""Invented residents of some kabupaten, with their invitations, recordings, moves and deaths, as Parquet: for `massal.py`.

    uv run python examples/massal_rekaan.py MAP --orang 1000000 [--kabupaten 4] [--benih 1] [--bersih]

Writes MAP/<LEMBAR>/KABUPATEN=<kode>/0.parquet, one kabupaten after another, so that memory does not grow with the number
of people. Nobody is real: names are made of syllables, and the serial of a NIK runs from 1 for each day. `--bersih`
leaves out what needs more than a NIK (damaged NIKs, the same person under two).
"""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

import numpy as np
import polars as pl

ON = date(2012, 8, 28)
LEMBAR = ("PENDUDUK", "UNDANGAN", "PEREKAMAN", "PINDAH", "MENINGGAL", "WILAYAH")
SUKU = [a + b for a in "bdgklmnprstw" for b in ("a", "i", "u", "o", "an", "ur")]
CATATAN = ["alm.", "Almarhumah", "meninggal dunia", "pindah", "pndh", "ikut suami", "alamat tdk jelas", "tidak ketemu"]
CATATAN_LAIN = ["merantau", "belum pindah", "sudah diserahkan", "dobel", "istri alm"]
STATUS = ["", "BIO_CAPTURED", "PRINT_READY_RECORD", "CARD_ISSUED", "SENT_FOR_ENROLLMENT", "DUPLICATE_RECORD"]
GAGAL = ["UNREGISTERED", "ENROLL_FAILURE_AT_CENTRAL"]


def pick(acak: np.random.Generator, pilihan: list[str], n: int) -> pl.Series:
    """`n` of these texts by chance."""
    return pl.Series(pilihan).gather(acak.integers(0, len(pilihan), n))


def make_names(acak: np.random.Generator, n: int) -> pl.Series:
    """Names of two words, some with a title or an old spelling."""
    suku = pl.Series(SUKU)
    bagian = [suku.gather(acak.integers(0, len(SUKU), n)) for _ in range(5)]
    nama = pl.DataFrame(bagian).select(
        n=pl.concat_str(
            pl.col("column_0") + pl.col("column_1"), pl.lit(" "), pl.col("column_2"), "column_3", "column_4"
        )
    )["n"]
    depan = pl.Series(["", "", "", "", "", "", "", "", "", "", "", "", "", "", "Moh. ", "H. ", "Sri "])
    return (depan.gather(acak.integers(0, len(depan), n)) + nama).str.to_titlecase()


def make_dates(acak: np.random.Generator, n: int, awal: date, akhir: date) -> pl.Series:
    """Dates between two days, both counted."""
    return (
        pl.Series(acak.integers(awal.toordinal(), akhir.toordinal() + 1, n) - date(1970, 1, 1).toordinal())
        .cast(pl.Int32)
        .cast(pl.Date)
    )


def make_residents(acak: np.random.Generator, kode: str, n: int) -> pl.DataFrame:
    """The register of residents of one kabupaten."""
    orang = pl.DataFrame(
        {
            "lahir": make_dates(acak, n, date(1930, 1, 1), ON),
            "L": acak.random(n) < 0.5,
            "kec": acak.integers(1, 18, n),
            "desa": acak.integers(1, 16, n),
            "NAMA": make_names(acak, n),
            "NAMA_IBU": make_names(acak, n),
            "RT": acak.integers(1, 9, n),
            "RW": acak.integers(1, 13, n),
            "kk": acak.integers(1, n // 3 + 2, n),
            "kawin": acak.random(n),
        }
    )
    hari = pl.col("lahir").dt.day() + pl.when("L").then(0).otherwise(40)
    enam = pl.concat_str(
        hari.cast(pl.String).str.zfill(2), pl.col("lahir").dt.strftime("%m"), pl.col("lahir").dt.strftime("%y")
    )
    orang = orang.with_columns(awal=pl.lit(kode) + pl.col("kec").cast(pl.String).str.zfill(2) + enam)
    orang = orang.with_columns(urut=pl.int_range(1, pl.len() + 1).over("awal"))
    dewasa = pl.col("lahir") <= pl.lit(date(1993, 1, 1))
    return orang.select(
        NIK=pl.col("awal") + pl.col("urut").cast(pl.String).str.zfill(4),
        NAMA="NAMA",
        TGL_LAHIR=pl.col("lahir").dt.strftime("%d-%m-%Y"),
        JENIS_KELAMIN=pl.when("L").then(pl.lit("L")).otherwise(pl.lit("P")),
        STATUS_KAWIN=pl.when(dewasa & (pl.col("kawin") < 0.8)).then(pl.lit("KAWIN")).otherwise(pl.lit("BELUM KAWIN")),
        KEWARGANEGARAAN=pl.lit("WNI"),
        NO_KK=pl.lit(kode + "01010101") + pl.col("kk").cast(pl.String).str.zfill(8).str.tail(4),
        NAMA_IBU="NAMA_IBU",
        ALAMAT=pl.lit("Dusun ") + pl.col("desa").cast(pl.String),
        RT=pl.col("RT").cast(pl.String).str.zfill(3),
        RW=pl.col("RW").cast(pl.String).str.zfill(3),
        DESA=pl.lit("Desa ") + pl.col("kec").cast(pl.String) + pl.lit("-") + pl.col("desa").cast(pl.String),
        lahir="lahir",
    )


def make_invitations(acak: np.random.Generator, orang: pl.DataFrame, *, bersih: bool) -> pl.DataFrame:
    """Papers for nearly all who are 16 and over: a few twice, to strangers, with notes, or to a place that is none."""
    surat = orang.filter((pl.col("lahir") <= pl.lit(date(1996, 1, 1))) & pl.Series(acak.random(orang.height) < 0.97))
    lagi = surat.filter(pl.Series(acak.random(surat.height) < 0.015))
    surat = pl.concat([surat, lagi])
    n = surat.height
    dadu = pl.Series(acak.random(n))
    catatan = (
        pl.when(dadu < 0.025)
        .then(pick(acak, CATATAN, n))
        .when(dadu < 0.035)
        .then(pick(acak, CATATAN_LAIN, n))
        .otherwise(pl.lit(""))
    )
    lain = pl.Series(acak.random(n))
    nik = pl.col("NIK")
    bertitik = pl.concat_str(nik.str.slice(0, 6), pl.lit("."), nik.str.slice(6, 6), pl.lit("."), nik.str.slice(12, 4))
    asing = pl.lit("3401") + nik.str.slice(4, 8) + pl.lit("9") + nik.str.slice(13, 3)
    rusak = pl.when(lain < 0.004).then(pl.lit("")).when(lain < 0.006).then(nik.str.slice(0, 15) + pl.lit("0.0"))
    tertulis = pl.when(lain > 0.997).then(bertitik).when(lain > 0.99).then(asing).otherwise(nik)
    surat = surat.with_columns(
        KETERANGAN=catatan,
        NIK=tertulis if bersih else rusak.otherwise(tertulis),
        NAMA=pl.when(lain > 0.99).then(pl.col("NAMA") + pl.lit(" baru")).otherwise(pl.col("NAMA")),
        RT=pl.when(pl.Series(acak.random(n) < 0.004)).then(pl.lit("099")).otherwise(pl.col("RT")),
    )
    surat = surat.sample(fraction=1.0, shuffle=True, seed=int(acak.integers(0, 2**31)))
    return surat.select(
        NO_UNDANGAN=pl.int_range(1, n + 1).cast(pl.String),
        NIK="NIK",
        NAMA="NAMA",
        TGL_LAHIR="TGL_LAHIR",
        ALAMAT="ALAMAT",
        RT="RT",
        RW="RW",
        DESA="DESA",
        KETERANGAN="KETERANGAN",
    )


def make_recordings(acak: np.random.Generator, orang: pl.DataFrame) -> pl.DataFrame:
    """Recordings of most who are 16 and over, one in ten with a second row."""
    rekam = orang.filter((pl.col("lahir") <= pl.lit(date(1996, 1, 1))) & pl.Series(acak.random(orang.height) < 0.92))
    rekam = pl.concat([rekam, rekam.filter(pl.Series(acak.random(rekam.height) < 0.1))])
    n = rekam.height
    status = pl.when(pl.Series(acak.random(n) < 0.02)).then(pick(acak, GAGAL, n)).otherwise(pick(acak, STATUS, n))
    hari = make_dates(acak, n, date(2011, 9, 1), date(2012, 9, 10)).dt.strftime("%Y-%m-%d")
    return rekam.select(NIK="NIK", TGL_REKAM=hari, STATUS=status)


def make_moves(acak: np.random.Generator, orang: pl.DataFrame) -> pl.DataFrame:
    """Moves of some residents, most of them outward."""
    pindah = orang.filter(pl.Series(acak.random(orang.height) < 0.012))
    n = pindah.height
    hari = make_dates(acak, n, date(2010, 1, 1), date(2012, 12, 1)).dt.strftime("%d-%m-%Y")
    arah = pl.when(pl.Series(acak.random(n) < 0.2)).then(pl.lit("DATANG")).otherwise(pl.lit("KELUAR"))
    return pindah.select(NIK="NIK", TGL_PINDAH=hari, ARAH=arah)


def make_deaths(acak: np.random.Generator, orang: pl.DataFrame) -> pl.DataFrame:
    """Deaths of some residents, some of them after the reference date."""
    mati = orang.filter(pl.Series(acak.random(orang.height) < 0.006))
    hari = make_dates(acak, mati.height, date(2010, 1, 1), date(2012, 12, 1)).dt.strftime("%d-%m-%Y")
    return mati.select(NIK="NIK", TGL_MENINGGAL=hari)


def make_kabupaten(kode: str, n: int, benih: int, *, bersih: bool = False) -> dict[str, pl.DataFrame]:
    """All sheets of one kabupaten; one of its people in a hundred has a second NIK, unless `bersih`."""
    acak = np.random.default_rng([benih, int(kode)])
    orang = make_residents(acak, kode, n)
    if not bersih:
        dua = orang.filter(pl.Series(acak.random(n) < 0.002))
        nik = pl.lit("3372") + pl.col("NIK").str.slice(4, 12)
        orang = pl.concat([orang, dua.with_columns(NIK=nik).unique("NIK", maintain_order=True)])
    desa = orang.select("DESA", "RW", "RT").unique(maintain_order=True)
    return {
        "PENDUDUK": orang.drop("lahir"),
        "UNDANGAN": make_invitations(acak, orang, bersih=bersih),
        "PEREKAMAN": make_recordings(acak, orang),
        "PINDAH": make_moves(acak, orang),
        "MENINGGAL": make_deaths(acak, orang),
        "WILAYAH": desa,
    }


def write(folder: Path, orang: int, kabupaten: int, benih: int, *, bersih: bool = False) -> None:
    """The people of some kabupaten as Parquet, `orang` in all."""
    for i in range(kabupaten):
        kode = f"33{i + 1:02d}"
        for lembar, isi in make_kabupaten(kode, orang // kabupaten, benih, bersih=bersih).items():
            tempat = folder / lembar / f"KABUPATEN={kode}"
            tempat.mkdir(parents=True, exist_ok=True)
            isi.write_parquet(tempat / "0.parquet")


def main() -> None:
    """Write what the command line asks for."""
    pilihan = argparse.ArgumentParser(description="Penduduk rekaan untuk massal.py, sebagai Parquet")
    pilihan.add_argument("folder", type=Path)
    pilihan.add_argument("--orang", type=int, default=1_000_000)
    pilihan.add_argument("--kabupaten", type=int, default=4)
    pilihan.add_argument("--benih", type=int, default=1)
    pilihan.add_argument("--bersih", action="store_true")
    isi = pilihan.parse_args()
    write(isi.folder, isi.orang, isi.kabupaten, isi.benih, bersih=isi.bersih)


if __name__ == "__main__":
    main()
