"""The reconciliation by hand in Polars: one lazy query."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

import polars as pl
from bench.massal_rekan import ATURAN, BATAS, KATEGORI, KOLOM, ON, PER, decide_note, rank_status

C = pl.col


def _parse(kolom: str, bentuk: str = "%d-%m-%Y") -> pl.Expr:
    return C(kolom).str.to_date(bentuk)


def _map(kolom: str, isi: pl.Series, fungsi: object) -> pl.Expr:
    unik = isi.unique().to_list()
    return C(kolom).replace_strict(unik, [fungsi(t) for t in unik])  # type: ignore[operator]


def reconcile(b: Mapping[str, pl.DataFrame], engine: Literal["auto", "in-memory"] = "auto") -> pl.DataFrame:
    """The sixteen columns for the six sheets; `engine` is that of Polars, whose own choice is to stream."""
    umur = ON.year - C("lahir").dt.year() - (C("lahir").dt.strftime("%m%d") > f"{ON:%m%d}").cast(pl.Int32)
    penduduk = (
        b["PENDUDUK"]
        .lazy()
        .with_row_index("pb", 1)
        .with_columns(lahir=_parse("TGL_LAHIR"))
        .select(
            k=C("NIK").cast(pl.Int64),
            pb="pb",
            NAMA_TERDAFTAR="NAMA",
            tgl="TGL_LAHIR",
            umur=umur,
            wajib=(C("lahir") <= BATAS) | (C("STATUS_KAWIN") == "KAWIN"),
        )
    )
    mati = (
        b["MENINGGAL"]
        .lazy()
        .with_row_index("mb", 1)
        .select(k=C("NIK").cast(pl.Int64), mb="mb", mtgl="TGL_MENINGGAL", mati=_parse("TGL_MENINGGAL") <= ON)
    )
    pindah = (
        b["PINDAH"]
        .lazy()
        .with_row_index("kb", 1)
        .with_columns(lalu=_parse("TGL_PINDAH") <= ON)
        .select(
            k=C("NIK").cast(pl.Int64),
            kb="kb",
            ktgl="TGL_PINDAH",
            keluar=C("lalu") & (C("ARAH") == "KELUAR"),
            kelak=~C("lalu") & (C("ARAH") == "DATANG"),
        )
    )
    rekam = b["PEREKAMAN"].lazy().with_columns(tgl=_parse("TGL_REKAM", "%Y-%m-%d")).filter(C("tgl") <= ON)
    tingkat = _map("STATUS", b["PEREKAMAN"]["STATUS"], rank_status)
    rekam = rekam.group_by(k=C("NIK").cast(pl.Int64)).agg(
        terekam=(C("tgl").to_physical().cast(pl.Int64) * 100 + tingkat).max() % 2 == 1
    )
    wilayah = b["WILAYAH"].lazy().select("DESA", "RW", "RT", ada=pl.lit(True))
    surat = (
        b["UNDANGAN"]
        .lazy()
        .with_row_index("BARIS", 1)
        .with_columns(
            NIK_DIPAKAI=C("NIK").str.replace_all(".", "", literal=True),
            nomor=C("NO_UNDANGAN").cast(pl.Int64),
            catatan=_map("KETERANGAN", b["UNDANGAN"]["KETERANGAN"], decide_note),
        )
    )
    surat = surat.with_columns(k=C("NIK_DIPAKAI").cast(pl.Int64))
    dipakai = (
        surat.group_by("k")
        .agg(
            C("nomor").min().alias("nomor_dipakai"),
            C("BARIS").sort_by("nomor").first().alias("baris_dipakai"),
            n=pl.len(),
        )
        .filter(C("n") > 1)
        .drop("n")
    )
    semua = surat.join(dipakai, on="k", how="left")
    for huruf in "MPA":
        kata = (
            surat.filter(C("catatan") == huruf)
            .group_by("k")
            .agg(C("KETERANGAN").sort_by("BARIS").first().alias(f"t{huruf}"), C("BARIS").min().alias(f"b{huruf}"))
        )
        semua = semua.join(kata, on="k", how="left")
    semua = (
        semua.join(penduduk, on="k", how="left")
        .join(mati, on="k", how="left")
        .join(pindah, on="k", how="left")
        .join(rekam, on="k", how="left")
        .join(wilayah, on=["DESA", "RW", "RT"], how="left")
    )
    cara = (
        pl.when(C("nomor_dipakai") != C("nomor"))
        .then(pl.lit("DOBEL"))
        .when(C("mati"))
        .then(pl.lit("MENINGGAL"))
        .when(C("tM").is_not_null() & C("mb").is_null())
        .then(pl.lit("MENINGGAL?"))
        .when(C("keluar"))
        .then(pl.lit("PINDAH"))
        .when(C("tP").is_not_null() & C("kb").is_null())
        .then(pl.lit("PINDAH?"))
        .when(C("pb").is_null() & C("mb").is_null() & C("kb").is_null())
        .then(pl.lit("TIDAK_TERDAFTAR"))
        .when(C("kelak"))
        .then(pl.lit("BELUM_DATANG"))
        .when(~C("wajib"))
        .then(pl.lit("BUKAN_WAJIB"))
        .when(C("tA").is_not_null())
        .then(pl.lit("ALAMAT?"))
        .when(C("ada").is_null())
        .then(pl.lit("ALAMAT"))
        .otherwise(pl.lit("SAH"))
    )
    f = pl.format
    nik = f("UNDANGAN baris {} NIK '{}' | ", "BARIS", "NIK_DIPAKAI")
    bukti = {
        "DOBEL": f(
            "UNDANGAN baris {} NO_UNDANGAN '{}' | UNDANGAN baris {}: {}; UNDANGAN baris {} NIK '{}' | UNDANGAN baris {}: {}",
            "BARIS", "NO_UNDANGAN", "baris_dipakai", "nomor_dipakai", "BARIS", "NIK_DIPAKAI", "baris_dipakai", "NIK_DIPAKAI",
        ),
        "MENINGGAL": f("{}MENINGGAL baris {}: meninggal {}", nik, "mb", "mtgl"),
        "MENINGGAL?": f("UNDANGAN baris {} KETERANGAN '{}' | MENINGGAL", "bM", "tM"),
        "PINDAH": f("{}PINDAH baris {}: keluar {}", nik, "kb", "ktgl"),
        "PINDAH?": f("UNDANGAN baris {} KETERANGAN '{}' | PINDAH", "bP", "tP"),
        "TIDAK_TERDAFTAR": f("{}tidak ada di PENDUDUK, PINDAH, MENINGGAL", nik),
        "BELUM_DATANG": f("PINDAH baris {} TGL_PINDAH 'DATANG {}' | per " + PER, "kb", "ktgl"),
        "BUKAN_WAJIB": f(
            "PENDUDUK baris {} TGL_LAHIR '{}' | umur {} per " + PER + ", batas 17; "
            "PENDUDUK baris {} STATUS_KAWIN 'BELUM KAWIN' | per " + PER,
            "pb", "tgl", "umur", "pb",
        ),
        "ALAMAT?": f("UNDANGAN baris {} KETERANGAN '{}' | ALAMAT_TIDAK_DIKETAHUI", "bA", "tA"),
        "ALAMAT": f(
            "UNDANGAN baris {} DESA/RW/RT '{} RW {} RT {}' | WILAYAH: tidak ada di daftar", "BARIS", "DESA", "RW", "RT"
        ),
        "SAH": f("{}PENDUDUK baris {}: {}", nik, "pb", "NIK_DIPAKAI"),
    }  # fmt: skip
    hasil = semua.with_columns(cara=cara)
    isi = pl.lit("")
    for satu, teks in reversed(bukti.items()):
        isi = pl.when(C("cara") == satu).then(teks).otherwise(isi)
    ragu = C("ATURAN").str.ends_with("UNDANGAN-08")
    hasil = hasil.with_columns(
        KATEGORI=C("cara").replace_strict(KATEGORI),
        ATURAN=C("cara").replace_strict(ATURAN),
        BUKTI=isi,
        RUJUKAN=pl.when(C("cara") == "DOBEL").then(C("nomor_dipakai").cast(pl.String)).otherwise(pl.lit("")),
        TEREKAM=pl.when(C("terekam")).then(pl.lit("YA")).otherwise(pl.lit("BELUM")),
        DESA=C("DESA").str.strip_prefix("Desa "),
        NAMA_TERDAFTAR=C("NAMA_TERDAFTAR").fill_null(""),
        BARIS=C("BARIS").cast(pl.Int64),
    ).with_columns(PASTI=pl.when(ragu).then(pl.lit("BELUM")).otherwise(pl.lit("YA")))
    return hasil.select(KOLOM).sort("BARIS").collect(engine=engine)
