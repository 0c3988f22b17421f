"""What the desa write on invitations that they could not serve, by what it must be read as."""

from random import Random

MENINGGAL = (
    "alm", "alm.", "Alm", "almarhum", "almarhumah", "wafat", "meninggal", "meninggal dunia", "MD", "mati", "†",
    "sdh meninggal", "sudah meninggal", "meninggal th 2011", "MENINGGAL", "Meninggal Dunia",
)  # fmt: skip
PINDAH = (
    "pindah", "pindah rumah", "pndh", "boro", "ikut suami", "transmigrasi", "pindah ke Solo", "PINDAH", "sdh pindah",
    "sudah pindah", "pindah Jakarta", "pindah ke Sragen", "transmigrasi ke Lampung", "Pindah",
)  # fmt: skip
ALAMAT = (
    "alamat tdk jelas", "alamat tidak jelas", "alamat tidak diketahui", "alamat tdk diketahui", "tdk dikenal",
    "tidak dikenal", "tidak ketemu", "alamat tdk ketemu", "ALAMAT TIDAK DIKETAHUI", "Alamat tidak dikenal",
)  # fmt: skip
DOBEL = ("dobel", "double", "doubel", "dobl", "ganda", "2x", "Dobel", "DOBEL", "undangan dobel")
AMBIGU = (
    "pindah?", "belum pindah", "blm pindah", "istri alm", "istri alm.", "suami alm", "merantau", "merantau?",
    "tidak ada di tempat?", "alm?", "tidak meninggal", "belum meninggal", "dobel?", "alamat tdk jelas?",
)  # fmt: skip
NETRAL = ("diterima sendiri", "diterima keluarga", "sudah rekam", "ok", "diterima")
MATI_DAN_PINDAH = ("pindah / alm", "alm, dulu pindah", "pindah, meninggal di Jakarta")
DOBEL_DAN_PINDAH = ("dobel, pindah", "ganda / pindah", "2x, pindah")


def pick(acak: Random, pilihan: tuple[str, ...]) -> str:
    """One of the wordings."""
    return pilihan[int(acak.random() * len(pilihan))]
