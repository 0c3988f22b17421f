"""The peer of `bench/rekon.py`: the same lists and figures from the same workbook, as an analyst would write it in pandas.

    python bench/rekon_pandas.py BUKU.xlsx HASIL.xlsx

Every cell is read as text, joined on the NIK, and written with openpyxl. It knows the plain cases only: no repaired NIK, no
two NIKs of one person, no contradictions. It is there to be timed; its figures come near the example's, not to them.
"""

from __future__ import annotations

import sys

import pandas as pd

PER = pd.Timestamp("2012-08-28")
_CATATAN = {
    "MENINGGAL": r"\balm|wafat|meninggal|^md$|mati|†",
    "PINDAH": r"pindah|pndh|boro|ikut|transmigrasi",
    "ALAMAT_TIDAK_DIKETAHUI": r"alamat|tidak dik|tdk dik|tidak ketemu",
}


def read(buku: str, lembar: str, kunci: str) -> pd.DataFrame:
    """A sheet as text, its header wherever it stands in the first rows, its NIKs without separators."""
    mentah = pd.read_excel(buku, sheet_name=lembar, header=None, dtype=str, engine="openpyxl")
    kepala = next(i for i in range(20) if kunci in mentah.iloc[i].tolist())
    isi = mentah.iloc[kepala + 1 :].set_axis(mentah.iloc[kepala].tolist(), axis=1).dropna(how="all")
    isi["NIK"] = isi[kunci].str.replace(r"\D", "", regex=True)
    return isi[isi["NIK"].str.len() == 16].reset_index(drop=True)


def day(kolom: pd.Series) -> pd.Series:
    """Date cells as they come, texts with the day first."""
    sel = pd.to_datetime(kolom, errors="coerce", format="%Y-%m-%d %H:%M:%S")
    return sel.fillna(pd.to_datetime(kolom.where(sel.isna()), errors="coerce", dayfirst=True, format="mixed"))


def main(buku: str, hasil: str) -> None:
    """Read, decide, write."""
    penduduk = read(buku, "PENDUDUK", "NIK").drop_duplicates("NIK")
    undangan = read(buku, "UNDANGAN", "NO. NIK")
    rekam, pindah, mati = (read(buku, nama, "NIK") for nama in ("PEREKAMAN", "PINDAH", "MENINGGAL"))
    wilayah = pd.read_excel(buku, sheet_name="WILAYAH", dtype=str, engine="openpyxl")

    lahir = day(penduduk["TGL_LHR"])
    kawin = ~penduduk["STATUS_KAWIN"].fillna("BELUM KAWIN").isin(["BELUM KAWIN", "1"])
    itap = day(penduduk["ITAP s/d"]) >= PER
    penduduk["WAJIB"] = ((lahir <= PER - pd.DateOffset(years=17)) | kawin) & (
        (penduduk["KEWARGANEGARAAN"] != "WNA") | itap
    )
    mati_nik = set(mati.loc[~(day(mati["TGL_MENINGGAL"]) > PER), "NIK"])
    pindah["TGL"] = day(pindah["TGL_PINDAH"]).fillna(PER)
    akhir = pindah[pindah["TGL"] <= PER].sort_values("TGL").drop_duplicates("NIK", keep="last")
    keluar = set(akhir.loc[akhir["ARAH"].fillna("KELUAR") == "KELUAR", "NIK"])
    rekam["TGL"] = day(rekam["TGL_REKAM"])
    rekam = rekam[rekam["TGL"] <= PER].sort_values("TGL").drop_duplicates("NIK", keep="last")
    gagal = rekam["STATUS"].fillna("").str.contains("FAILURE|UNREGISTERED")
    terekam = set(rekam.loc[~gagal, "NIK"])

    penduduk["DASAR"] = penduduk["WAJIB"] & ~penduduk["NIK"].isin(mati_nik | keluar)
    penduduk["TEREKAM"] = penduduk["NIK"].isin(terekam)
    u = undangan.merge(penduduk[["NIK", "NAMA_LGKP", "WAJIB", "TEREKAM"]], on="NIK", how="left")
    u["KATEGORI"] = "SAH"
    dikenal = set(zip(wilayah["DESA"].str.upper(), wilayah["RW"].str.zfill(3), wilayah["RT"].str.zfill(3), strict=True))
    desa = u["Desa/Kel"].fillna("").str.upper().str.replace(r"^DESA ", "", regex=True)
    tempat = zip(desa, u["RW"].fillna("").str.zfill(3), u["RT"].fillna("").str.zfill(3), strict=True)
    u.loc[[t not in dikenal for t in tempat], "KATEGORI"] = "ALAMAT_TIDAK_DIKETAHUI"
    ket = u["Ket."].fillna("").str.lower()
    u.loc[ket.str.contains(_CATATAN["ALAMAT_TIDAK_DIKETAHUI"]), "KATEGORI"] = "ALAMAT_TIDAK_DIKETAHUI"
    u.loc[u["WAJIB"].eq(False), "KATEGORI"] = "BUKAN_WAJIB"
    u.loc[u["WAJIB"].isna(), "KATEGORI"] = "TIDAK_TERDAFTAR"
    u.loc[ket.str.contains(_CATATAN["PINDAH"]) | u["NIK"].isin(keluar), "KATEGORI"] = "PINDAH"
    u.loc[ket.str.contains(_CATATAN["MENINGGAL"]) | u["NIK"].isin(mati_nik), "KATEGORI"] = "MENINGGAL"
    u.loc[u.sort_values("NO_UNDANGAN").duplicated("NIK").reindex(u.index), "KATEGORI"] = "DOBEL"
    u["ALASAN"] = "UNDANGAN NIK " + u["NIK"] + " | " + u["NAMA_LGKP"].fillna("tidak ada di PENDUDUK")

    belum = penduduk[penduduk["DASAR"] & ~penduduk["TEREKAM"]].sort_values(["DESA", "NO_RW", "NO_RT", "NAMA_LGKP"])
    rekap = penduduk[penduduk["DASAR"]].groupby("DESA")["TEREKAM"].agg(WAJIB="size", TEREKAM="sum").reset_index()
    rekap["BELUM"] = rekap["WAJIB"] - rekap["TEREKAM"]
    neto, sudah = int(rekap["WAJIB"].sum()), int(rekap["TEREKAM"].sum())
    ringkasan = pd.DataFrame(
        {"APA": ["neto", "terekam", "cakupan"], "ANGKA": [neto, sudah, round(100 * sudah / neto, 2)]}
    )
    senama = penduduk[penduduk.duplicated(["NAMA_LGKP", "TGL_LHR", "JENIS_KELAMIN"], keep=False)]
    with pd.ExcelWriter(hasil, engine="openpyxl") as tulis:
        for nama, isi in {
            "RINGKASAN": ringkasan,
            "KEPUTUSAN": u,
            "DUGAAN DOBEL": senama,
            "PENGEMBALIAN": u[u["KATEGORI"].isin(["DOBEL", *_CATATAN])],
            "REKAP DESA": rekap,
            "PENYISIRAN": belum,
            "TERCECER": belum[~belum["NIK"].isin(u["NIK"])],
            "TEREKAM LUAR DASAR": rekam[~rekam["NIK"].isin(penduduk.loc[penduduk["DASAR"], "NIK"])],
        }.items():
            isi.to_excel(tulis, sheet_name=nama, index=False)
    print(neto, sudah, dict(u["KATEGORI"].value_counts()))


if __name__ == "__main__":
    main(*sys.argv[1:])
