"""The figures, and the identities that must hold among them: each side is counted in its own way.

Counts people and papers that the other modules have decided; decides nothing.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from ektp_core.alamat import normalize_desa
from ektp_core.aturan import declare, keputusan_proyek
from ektp_core.kategori import Kategori
from ektp_core.keputusan import KeputusanUndangan
from ektp_core.penduduk import Penduduk
from ektp_core.rekonsiliasi.desa import NamaDesa
from ektp_core.rekonsiliasi.hasil import BelumTerekam, Neraca, RekapDesa
from ektp_core.rekonsiliasi.orang import Orang
from ektp_core.wajib import Domisili, ground_of, wajib_by

NERACA_01 = declare(
    "NERACA-01",
    "Baris yang dibaca sama dengan yang dipakai ditambah GALAT, untuk setiap lembar.",
    keputusan_proyek("tidak ada baris yang hilang tanpa terlihat"),
)
NERACA_02 = declare(
    "NERACA-02",
    "Daftar dikurangi dobel, meninggal dan pindah sama dengan neto.",
    keputusan_proyek("penyebut cakupan harus dapat dirunut dari daftar yang diterima"),
)
NERACA_03 = declare(
    "NERACA-03",
    "Undangan sama dengan jumlah semua kategori; undangan sama dengan orang ditambah DOBEL dan GALAT.",
    keputusan_proyek("setiap surat berakhir di tepat satu kategori"),
)
NERACA_04 = declare(
    "NERACA-04",
    "Neto sama dengan terekam ditambah belum; belum sama dengan yang diundang ditambah yang tercecer.",
    keputusan_proyek("setiap orang wajib ada di tepat satu daftar"),
)
NERACA_05 = declare(
    "NERACA-05",
    "Jumlah semua desa sama dengan angka kecamatan.",
    keputusan_proyek("angka desa dan kecamatan dilaporkan berdampingan"),
)


def count_listed(penduduk: Iterable[Penduduk], on: date) -> int:
    """The rows that are wajib by the register of residents alone: the denominator `daftar`."""
    return sum(1 for p in penduduk if wajib_by(ground_of(p, on)))


class Pengurang:
    """Counts what lies between `daftar` and `neto`: double rows, deaths, and moves."""

    def __init__(self) -> None:
        self.dobel = 0
        self.meninggal = 0
        self.pindah = 0

    def add(self, orang: Orang, wajib_baris: int) -> None:
        """Count one person of the register with the number of rows, at least one, that are wajib by themselves."""
        self.dobel += wajib_baris - 1
        if orang.mati_pada is not None:
            self.meninggal += 1
        elif orang.domisili is not Domisili.DI_SINI:
            self.pindah += 1


def recap_desa(dasar: Iterable[Orang], nama: NamaDesa) -> tuple[RekapDesa, ...]:
    """The base by desa, in order of name."""
    wajib: Counter[str] = Counter()
    terekam: Counter[str] = Counter()
    for (desa, sudah), banyak in Counter((orang.desa, orang.terekam) for orang in dasar).items():
        kunci = normalize_desa(desa)
        wajib[kunci] += banyak
        terekam[kunci] += banyak * sudah
    return tuple(RekapDesa(nama.show(k), wajib[k], terekam[k], wajib[k] - terekam[k]) for k in sorted(wajib))


def balance(
    *,
    dibaca: Mapping[str, int],
    dipakai: Mapping[str, int],
    galat: Mapping[str, int],
    daftar: int,
    pengurang: Pengurang,
    neto: int,
    terekam: int,
    keputusan: Sequence[KeputusanUndangan],
    penerima: int,
    belum: Sequence[BelumTerekam],
    diundang_belum: int,
    desa: Sequence[RekapDesa],
) -> tuple[Neraca, ...]:
    """The identities of a run."""
    kategori = Counter(k.kategori for k in keputusan)
    undangan = dibaca.get("UNDANGAN", 0)
    galat_undangan = galat.get("UNDANGAN", 0)
    tercecer = sum(1 for b in belum if b.keputusan is None)
    sisa = daftar - pengurang.dobel - pengurang.meninggal - pengurang.pindah
    return (
        *(
            Neraca(f"{lembar}: dibaca = dipakai + galat", jumlah, dipakai.get(lembar, 0) + galat.get(lembar, 0))
            for lembar, jumlah in dibaca.items()
        ),
        Neraca("daftar - dobel - meninggal - pindah = neto", sisa, neto),
        Neraca("undangan = jumlah semua kategori", undangan, sum(kategori.values()) + galat_undangan),
        Neraca("undangan = orang + DOBEL + GALAT", undangan, penerima + kategori[Kategori.DOBEL] + galat_undangan),
        Neraca("neto = terekam + belum terekam", neto, terekam + len(belum)),
        Neraca("belum terekam = diundang belum terekam + tercecer", len(belum), diundang_belum + tercecer),
        Neraca("jumlah wajib semua desa = neto", sum(d.wajib for d in desa), neto),
        Neraca("jumlah terekam semua desa = terekam", sum(d.terekam for d in desa), terekam),
        Neraca("jumlah belum semua desa = belum terekam", sum(d.belum for d in desa), len(belum)),
    )
