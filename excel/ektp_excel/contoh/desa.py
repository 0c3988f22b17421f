"""The eight desa of Jaten as this example has them: sizes, readiness to come, hamlets, and their invented RW and RT."""

from random import Random

from attrs import frozen


@frozen
class Desa:
    """One desa: its share of the people, how reluctant its people are to come, its number of RW, its address names."""

    nama: str
    kode: str
    bagian: float
    enggan: float
    jumlah_rw: int
    dusun: tuple[str, ...]
    jalan: tuple[str, ...]


_BURUNG = ("Merak", "Garuda", "Sibela", "Manyar", "Rajawali")

DESA: tuple[Desa, ...] = (
    Desa("Suruhkalang", "2001", 0.075, 0.60, 8, ("Suruh", "Kalangan", "Ngijo", "Tegalsari", "Bonagung"), ("Dahlia",)),
    Desa("Jati", "2002", 0.105, 0.85, 12, ("Jati Wetan", "Jati Kulon", "Gondangsari", "Pandes", "Sawah"), ("Melati",)),
    Desa("Jaten", "2003", 0.190, 1.00, 17, ("Jaten", "Getas", "Jumog", "Dalem"), ("Lawu", "Kenanga", "Serayu")),
    Desa("Dagen", "2004", 0.095, 0.80, 11, ("Dagen", "Wonolopo", "Tegalrejo", "Kebak"), ("Wijaya", "Cempaka")),
    Desa("Ngringo", "2005", 0.275, 1.60, 20, ("Ngringo", "Banaran", "Kenteng", "Gunungwijil"), _BURUNG),
    Desa("Jetis", "2006", 0.070, 0.75, 7, ("Jetis", "Ngasem", "Gempolan", "Karangrejo"), ("Anggrek",)),
    Desa("Sroyo", "2007", 0.125, 1.15, 13, ("Sroyo", "Pulosari", "Kaliwuluh", "Ngamban", "Bekonang"), ("Industri",)),
    Desa("Brujul", "2008", 0.065, 0.55, 6, ("Brujul", "Sidorejo", "Celep", "Purworejo"), ("Mawar",)),
)

RtRw = dict[int, list[tuple[int, int]]]


def make_rt_rw(acak: Random, wajib: int) -> RtRw:
    """The (RW, RT) that exist in each desa, by its place in DESA; a small example has fewer."""
    hasil: RtRw = {}
    for nomor, desa in enumerate(DESA):
        rw_banyak = max(2, min(desa.jumlah_rw, int(wajib * desa.bagian) // 20))
        rt_paling = min(6, max(2, int(wajib * desa.bagian) // (rw_banyak * 12)))
        hasil[nomor] = [(rw, rt) for rw in range(1, rw_banyak + 1) for rt in range(1, acak.randint(2, rt_paling) + 1)]
    return hasil


def make_alamat(acak: Random, nomor: int, rw: int) -> str:
    """An address line: a hamlet (one to an RW), a street with a number, or a block of a housing estate."""
    desa = DESA[nomor]
    r = acak.random()
    kota = 0.45 if len(desa.jalan) > 2 else 0.15
    if r < kota:
        return f"JL. {desa.jalan[rw % len(desa.jalan)]} NO. {int(acak.random() * 140) + 1}".upper()
    if r < kota * 1.5:
        perum = ("PERUM PALUR INDAH", "PERUM GRIYA LAWU", "PERUM JATEN PERMAI", "PERUM UNS")[rw % 4]
        return f"{perum} BLOK {'ABCDEF'[int(acak.random() * 6)]}-{int(acak.random() * 30) + 1}"
    return f"DK. {desa.dusun[rw % len(desa.dusun)]}".upper()
