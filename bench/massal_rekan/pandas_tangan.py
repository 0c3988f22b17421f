"""The reconciliation by hand in pandas: merges, and one mask after another."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd
from bench.massal_rekan import ATURAN, BATAS, KATEGORI, KOLOM, ON, PER, decide_note, rank_status

D = pd.Timestamp(ON)


def _number(bingkai: Any, nama: str) -> Any:
    return bingkai.assign(**{nama: np.arange(1, len(bingkai) + 1)})


def _text(*bagian: Any) -> Any:
    hasil = None
    for satu in bagian:
        satu = satu if isinstance(satu, str) else satu.astype(str)
        hasil = satu if hasil is None else hasil + satu
    return hasil


def reconcile(b: Mapping[str, Any]) -> Any:
    """The sixteen columns for the six frames."""
    p = _number(b["PENDUDUK"], "pb")
    lahir = pd.to_datetime(p["TGL_LAHIR"], format="%d-%m-%Y")
    belum_ulang_tahun = lahir.dt.month * 100 + lahir.dt.day > ON.month * 100 + ON.day
    penduduk = pd.DataFrame(
        {
            "k": p["NIK"].astype("int64"),
            "pb": p["pb"],
            "NAMA_TERDAFTAR": p["NAMA"],
            "tgl": p["TGL_LAHIR"],
            "umur": ON.year - lahir.dt.year - belum_ulang_tahun,
            "wajib": (lahir <= pd.Timestamp(BATAS)) | (p["STATUS_KAWIN"] == "KAWIN"),
        }
    )
    m = _number(b["MENINGGAL"], "mb")
    mati = pd.DataFrame(
        {
            "k": m["NIK"].astype("int64"),
            "mb": m["mb"],
            "mtgl": m["TGL_MENINGGAL"],
            "mati": pd.to_datetime(m["TGL_MENINGGAL"], format="%d-%m-%Y") <= D,
        }
    )
    k = _number(b["PINDAH"], "kb")
    lalu = pd.to_datetime(k["TGL_PINDAH"], format="%d-%m-%Y") <= D
    pindah = pd.DataFrame(
        {
            "k": k["NIK"].astype("int64"),
            "kb": k["kb"],
            "ktgl": k["TGL_PINDAH"],
            "keluar": lalu & (k["ARAH"] == "KELUAR"),
            "kelak": ~lalu & (k["ARAH"] == "DATANG"),
        }
    )
    r = b["PEREKAMAN"]
    hari = pd.to_datetime(r["TGL_REKAM"], format="%Y-%m-%d")
    tingkat = r["STATUS"].map({t: rank_status(t) for t in r["STATUS"].unique()})
    nilai = pd.DataFrame({"k": r["NIK"].astype("int64"), "n": (hari - pd.Timestamp(0)).dt.days * 100 + tingkat})[
        hari <= D
    ]
    rekam = (nilai.groupby("k")["n"].max() % 2 == 1).rename("terekam").reset_index()
    u = _number(b["UNDANGAN"], "BARIS")
    u["NIK_DIPAKAI"] = u["NIK"].str.replace(".", "", regex=False)
    u["k"] = u["NIK_DIPAKAI"].astype("int64")
    u["nomor"] = u["NO_UNDANGAN"].astype("int64")
    u["catatan"] = u["KETERANGAN"].map({t: decide_note(t) for t in u["KETERANGAN"].unique()})
    ganda = u[u.duplicated("k", keep=False)].sort_values("nomor").drop_duplicates("k")
    s = u.merge(
        ganda[["k", "nomor", "BARIS"]].rename(columns={"nomor": "nomor_dipakai", "BARIS": "baris_dipakai"}), "left", "k"
    )
    for h in "MPA":
        kata = u[u["catatan"] == h].drop_duplicates("k")[["k", "BARIS", "KETERANGAN"]]
        s = s.merge(kata.rename(columns={"BARIS": f"b{h}", "KETERANGAN": f"t{h}"}), "left", "k")
    for lain in (penduduk, mati, pindah, rekam):
        s = s.merge(lain, "left", "k")
    s = s.merge(b["WILAYAH"][["DESA", "RW", "RT"]].assign(ada=True), "left", ["DESA", "RW", "RT"])

    def true(kolom: str) -> Any:
        return s[kolom].eq(True)

    syarat = {
        "DOBEL": s["nomor_dipakai"].notna() & (s["nomor_dipakai"] != s["nomor"]),
        "MENINGGAL": true("mati"),
        "MENINGGAL?": s["tM"].notna() & s["mb"].isna(),
        "PINDAH": true("keluar"),
        "PINDAH?": s["tP"].notna() & s["kb"].isna(),
        "TIDAK_TERDAFTAR": s["pb"].isna() & s["mb"].isna() & s["kb"].isna(),
        "BELUM_DATANG": true("kelak"),
        "BUKAN_WAJIB": s["wajib"].eq(False),
        "ALAMAT?": s["tA"].notna(),
        "ALAMAT": s["ada"].isna(),
    }
    cara = pd.Series(np.select(list(syarat.values()), list(syarat), "SAH"), index=s.index)
    s["cara"] = cara
    bukti = pd.Series("", index=s.index, dtype=object)
    for nama in ATURAN:
        x = s[cara == nama]
        x = x.assign(
            **{n: x[n].astype("Int64") for n in ("pb", "mb", "kb", "bM", "bP", "bA", "baris_dipakai", "nomor_dipakai")}
        )
        bukti[x.index] = _evidence(nama, x)
    ragu = s["cara"].map(ATURAN).str.endswith("UNDANGAN-08")
    dobel = cara == "DOBEL"
    s["KATEGORI"], s["ATURAN"], s["BUKTI"] = cara.map(KATEGORI), cara.map(ATURAN), bukti
    s["RUJUKAN"] = ""
    s.loc[dobel, "RUJUKAN"] = s.loc[dobel, "nomor_dipakai"].astype("int64").astype(str)
    s["PASTI"] = np.where(ragu, "BELUM", "YA")
    s["TEREKAM"] = np.where(true("terekam"), "YA", "BELUM")
    s["DESA"] = s["DESA"].str.removeprefix("Desa ")
    s["NAMA_TERDAFTAR"] = s["NAMA_TERDAFTAR"].fillna("")
    return s[KOLOM]


def _evidence(cara: str, x: Any) -> Any:
    nik = _text("UNDANGAN baris ", x["BARIS"], " NIK '", x["NIK_DIPAKAI"], "' | ")
    if cara == "DOBEL":
        di = _text("UNDANGAN baris ", x["baris_dipakai"], ": ")
        nomor = _text("UNDANGAN baris ", x["BARIS"], " NO_UNDANGAN '", x["NO_UNDANGAN"], "' | ", di, x["nomor_dipakai"])
        return _text(nomor, "; ", nik, di, x["NIK_DIPAKAI"])
    if cara.endswith("?"):
        h = cara[0]
        return _text("UNDANGAN baris ", x[f"b{h}"], " KETERANGAN '", x[f"t{h}"], f"' | {KATEGORI[cara]}")
    match cara:
        case "MENINGGAL":
            return _text(nik, "MENINGGAL baris ", x["mb"], ": meninggal ", x["mtgl"])
        case "PINDAH":
            return _text(nik, "PINDAH baris ", x["kb"], ": keluar ", x["ktgl"])
        case "TIDAK_TERDAFTAR":
            return _text(nik, "tidak ada di PENDUDUK, PINDAH, MENINGGAL")
        case "BELUM_DATANG":
            return _text("PINDAH baris ", x["kb"], " TGL_PINDAH 'DATANG ", x["ktgl"], f"' | per {PER}")
        case "BUKAN_WAJIB":
            umur = _text("PENDUDUK baris ", x["pb"], " TGL_LAHIR '", x["tgl"], "' | umur ", x["umur"].astype("Int64"))
            return _text(
                umur, f" per {PER}, batas 17; PENDUDUK baris ", x["pb"], f" STATUS_KAWIN 'BELUM KAWIN' | per {PER}"
            )
        case "ALAMAT":
            tempat = _text("UNDANGAN baris ", x["BARIS"], " DESA/RW/RT '", x["DESA"], " RW ", x["RW"], " RT ", x["RT"])
            return _text(tempat, "' | WILAYAH: tidak ada di daftar")
        case _:
            return _text(nik, "PENDUDUK baris ", x["pb"], ": ", x["NIK_DIPAKAI"])
