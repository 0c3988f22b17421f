"""The contract's answers about a whole small table: every paper's end and every figure, by plain questions.

The measure against which the reconciliation is held. It knows nothing of how the core finds its answers: people are
found by comparing every pair (`orang`), and each line of the decision table is one question.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date

from attrs import frozen

from aturan.patokan.baris import is_wajib_by_row, natural
from aturan.patokan.orang import Patokan, Seorang, Surat
from ektp_core import Arah, Hasil, Kategori, Lingkungan, Perekaman, Pindah, Undangan, read_catatan
from ektp_core.alamat import normalize_desa
from strategies import Tabel

RANTAI = (
    "UNREGISTERED",
    "ENROLL_FAILURE_AT_CENTRAL ENROLL_FAILURE_AT_REGIONAL SEARCH_FAILURE_AT_CENTRAL",
    "BIO_CAPTURED",
    "PROCESSING",
    "SENT_FOR_ENROLLMENT",
    "RECEIVED_AT_CENTRAL",
    "ADJUDICATE_RECORD ADJUDICATE_IN_PROCESS",
    "DUPLICATE_RECORD",
    "PRINT_READY_RECORD",
    "SENT_FOR_CARD_PRINTING",
    "CARD_PRINTED",
    "CARD_SHIPPED",
    "CARD_ISSUED",
)


# Where a person stands


def is_dead(o: Seorang, on: date) -> bool:
    """A death dated on or before the date, or without a date."""
    return any(m.tanggal is None or m.tanggal <= on for m in o.mati)


def domicile(pindah: Iterable[Pindah], on: date) -> str:
    """SINI, KELUAR, or NANTI (the first move is an arrival after the date)."""
    urut = sorted((p.tanggal or on, "KELUAR DATANG".index(p.arah.value)) for p in pindah)
    sampai = [arah for tgl, arah in urut if tgl <= on]
    if sampai:
        return "KELUAR" if sampai[-1] == "KELUAR DATANG".index(Arah.KELUAR.value) else "SINI"
    return "NANTI" if urut and urut[0][1] else "SINI"


def is_recorded(rekam: Iterable[Perekaman], on: date) -> bool:
    """Whether the latest recording up to the date, of one day the one further along the chain, is no failure."""
    terbaik = max(((r.tanggal, rank(r.status)) for r in rekam if r.tanggal <= on), default=None)
    return terbaik is not None and terbaik[1] > 1


def rank(status: str) -> int:
    """The place in the chain; no word and an unknown word stand with BIO_CAPTURED."""
    return next((i for i, kata in enumerate(RANTAI) if status in kata.split()), 2)


def is_wajib_by_register(o: Seorang, on: date) -> bool | None:
    """Wajib if any row says so; not, if a row says that; else not known."""
    baris = [is_wajib_by_row(p, on) for p in o.baris]
    return True if True in baris else False if False in baris else None


def is_base(o: Seorang, on: date) -> bool:
    """In the wajib base: by the register, alive, and here."""
    return is_wajib_by_register(o, on) is True and not is_dead(o, on) and domicile(o.pindah, on) == "SINI"


def address_known(u: Undangan, wilayah: Sequence[Lingkungan] | None) -> bool:
    """Whether the parts that the invitation gives are in the list of known addresses; an empty list is none."""
    diberi = (normalize_desa(u.desa), u.rw, u.rt)
    if not wilayah or not any(diberi):
        return True
    return any(
        all(a in ("", b) or b == "" for a, b in zip(diberi, (normalize_desa(w.desa), w.rw, w.rt), strict=True))
        for w in wilayah
    )


def keep(o: Seorang, wilayah: Sequence[Lingkungan] | None) -> Surat:
    """The kept paper: NIK as the register writes it, smallest number, blank numbers last; of an exact tie the first row."""

    def order(s: Surat) -> tuple[object, ...]:
        u = s.undangan
        return not s.asli, u.nomor == "", natural(u.nomor), u.nomor, not address_known(u, wilayah)

    return min(o.surat, key=order)


def category(o: Seorang, kept: Surat, wilayah: Sequence[Lingkungan] | None, on: date) -> tuple[Kategori, bool]:
    """The first line of the table that applies to the person's kept paper, and whether it is certain."""
    kata = {read_catatan(s.undangan.keterangan).putusan for s in o.surat}
    wajib = is_wajib_by_register(o, on)
    di = domicile(o.pindah, on)
    if is_dead(o, on):
        return Kategori.MENINGGAL, True
    if not o.mati and Kategori.MENINGGAL in kata:
        return Kategori.MENINGGAL, False
    if di == "KELUAR":
        return Kategori.PINDAH, True
    if not o.pindah and Kategori.PINDAH in kata:
        return Kategori.PINDAH, False
    if not (o.baris or o.mati or o.pindah):
        return Kategori.TIDAK_TERDAFTAR, True
    if wajib is False or di == "NANTI":
        return Kategori.BUKAN_WAJIB, True
    if Kategori.ALAMAT_TIDAK_DIKETAHUI in kata or not address_known(kept.undangan, wilayah):
        return Kategori.ALAMAT_TIDAK_DIKETAHUI, False
    return Kategori.SAH, wajib is True


# The whole


@frozen
class SuratBerakhir:
    """Where one row of `UNDANGAN` ends."""

    kategori: Kategori
    nik_dipakai: str
    rujukan: str
    pasti: bool
    terekam: bool
    diperbaiki: bool


@frozen
class Jawaban:
    """The answers, in a shape that a `Hasil` can be brought to."""

    surat: dict[int, SuratBerakhir]
    galat: dict[str, int]
    daftar: int
    neto: int
    terekam: int
    belum_pasti: int
    belum_diketahui: int
    belum: Counter[tuple[str, str]]
    tercecer: Counter[tuple[str, str]]
    desa: dict[str, tuple[int, int, int]]
    luar_dasar: Counter[tuple[str, date, str]]


def answer(t: Tabel) -> Jawaban:
    """What the contract says about the table."""
    r, on = t.read(), t.on
    p = Patokan(on, r)
    surat: dict[int, SuratBerakhir] = {}
    belum_pasti = 0
    dasar = [o for o in p.penduduk if is_base(o, on)]
    for o in p.semua:
        if not o.surat:
            continue
        kept, rekam = keep(o, r.wilayah), is_recorded(o.rekam, on)
        kategori, pasti = category(o, kept, r.wilayah, on)
        belum_pasti += is_base(o, on) and not rekam and not pasti
        for s in o.surat:
            jadi = (kategori, "", pasti) if s is kept else (Kategori.DOBEL, kept.undangan.nomor, True)
            surat[s.undangan.baris] = SuratBerakhir(jadi[0], s.nik, jadi[1], jadi[2], rekam, s.diperbaiki)
    desa: dict[str, tuple[int, int, int]] = {}
    for o in dasar:
        kunci, ya = normalize_desa(o.utama.desa), is_recorded(o.rekam, on)
        w, k, b = desa.get(kunci, (0, 0, 0))
        desa[kunci] = (w + 1, k + ya, b + (not ya))
    belum = [o for o in dasar if not is_recorded(o.rekam, on)]
    return Jawaban(
        surat=surat,
        galat={k: n for k, n in p.galat.items() if n},
        daftar=sum(is_wajib_by_row(x, on) is True for x in r.penduduk),
        neto=len(dasar),
        terekam=sum(is_recorded(o.rekam, on) for o in dasar),
        belum_pasti=belum_pasti,
        belum_diketahui=sum(
            is_wajib_by_register(o, on) is None and not is_dead(o, on) and domicile(o.pindah, on) == "SINI"
            for o in p.penduduk
        ),
        belum=Counter((o.nik, o.utama.nama) for o in belum),
        tercecer=Counter((o.nik, o.utama.nama) for o in belum if not o.surat),
        desa=desa,
        luar_dasar=Counter(
            (o.full(x.nik), x.tanggal, x.status)
            for o in p.semua
            if not is_base(o, on)
            for x in o.rekam
            if x.tanggal <= on
        ),
    )


def answer_of(h: Hasil) -> Jawaban:
    """The same answers as the core gave them."""
    return Jawaban(
        surat={
            k.undangan.baris: SuratBerakhir(k.kategori, k.nik_dipakai, k.rujukan, k.pasti, k.terekam, k.diperbaiki)
            for k in h.keputusan
        },
        galat={k: n for k, n in h.galat_per_lembar.items() if n},
        daftar=h.wajib.daftar,
        neto=h.wajib.neto,
        terekam=h.terekam,
        belum_pasti=h.wajib.belum_pasti,
        belum_diketahui=h.wajib.belum_diketahui,
        belum=Counter((b.nik, b.penduduk.nama) for b in h.belum),
        tercecer=Counter((b.nik, b.penduduk.nama) for b in h.tercecer),
        desa={normalize_desa(d.desa.replace("(tanpa desa)", "")): (d.wajib, d.terekam, d.belum) for d in h.desa},
        luar_dasar=Counter((x.nik, x.tanggal, x.status) for x in h.luar_dasar),
    )
