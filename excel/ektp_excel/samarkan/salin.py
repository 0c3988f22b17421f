"""The copy itself: every sheet of the contract, cell by cell, in its row and column; then the proof that nothing changed.

What the contract does not know (other sheets, other columns, what stands above a header, comments, properties) is left out.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from random import Random, SystemRandom

from attrs import define, field, frozen

from ektp_core.alamat import normalize_desa
from ektp_core.aturan import check_reference_date
from ektp_core.galat import EktpError
from ektp_core.masukan import PERISTIWA_KE_DEPAN, clean_text
from ektp_core.nama import normalize_nama
from ektp_core.nik import clean_nik
from ektp_excel.buku.baca import open_sumber, read_buku
from ektp_excel.buku.baca_lembar import open_sheet
from ektp_excel.buku.cocok import reconcile_isi
from ektp_excel.buku.json_ringkasan import summary
from ektp_excel.buku.laporan import JudulCocok
from ektp_excel.buku.sementara import scratch_folder
from ektp_excel.buku.utuh import write_whole
from ektp_excel.kolom import LEMBAR, match_sheets
from ektp_excel.samarkan.baris import BERNAMA, LAHIR, NOMOR, PERISTIWA, Penyalin
from ektp_excel.samarkan.kata import Penyamar, words_of
from ektp_excel.samarkan.nomor import PetaNomor, birth_of_nik
from ektp_excel.samarkan.tanggal import BacaTanggal, PetaLahir, PetaPeristiwa, digits_of
from ektp_excel.samarkan.tulis import write_copy

Baris = dict[str, object]
_PERCOBAAN = 5
"""So many draws before it is said that no copy gives the same figures: a draw may happen to put two strangers near each other."""


@frozen
class Salinan:
    """What a copy holds: the rows of each sheet that were copied, and the figures that both workbooks give."""

    baris: Mapping[str, int]
    angka: Mapping[str, object]


@define
class IsiAsli:
    """A workbook's sheets as they were read: the rows with their numbers, and the headers with their cells."""

    lembar: dict[str, list[tuple[int, Baris]]] = field(factory=dict)
    judul: dict[str, tuple[JudulCocok, ...]] = field(factory=dict)
    sistem_1904: bool = False

    def values(self, kolom: Iterable[str]) -> Iterator[object]:
        """Every cell of these columns, of every sheet."""
        cari = tuple(kolom)
        for baris in self.lembar.values():
            for _, isi in baris:
                yield from (isi[k] for k in cari if k in isi)


def disguise(buku: Path, keluaran: Path, *, on: date, benih: int | None = None) -> Salinan:
    """Write a disguised copy (.xlsx) of the workbook; its figures at the date `on` are those of the original.

    `benih` fixes the draw, for tests; without it the draw is secret and forgotten. Raises `EktpError` when the workbook
    cannot be read, or when a copy with the same figures cannot be made: then nothing is left behind.
    """
    check_reference_date(on)
    asli = _figures(buku, on)
    isi = _read(buku)
    acak = Random(SystemRandom().getrandbits(256) if benih is None else benih)
    for _ in range(_PERCOBAAN):
        penyalin = _make_penyalin(isi, on, acak)
        salinan = {nama: list(penyalin.rows(nama, baris)) for nama, baris in isi.lembar.items()}
        bita, angka = _write_and_read(salinan, isi, on)
        beda = list(_differences("", asli, angka))
        if not beda:
            with write_whole(keluaran) as tujuan:
                tujuan.write(bita)
            return Salinan({nama: len(baris) for nama, baris in salinan.items()}, asli)
    raise EktpError(
        f"salinan tersamar tidak memberi angka yang sama ({'; '.join(beda)[:300]}), jadi tidak ditulis; "
        "laporkan baris ini tanpa mengirim datanya"
    )


def _write_and_read(
    salinan: Mapping[str, list[tuple[int, Baris]]], isi: IsiAsli, on: date
) -> tuple[bytes, dict[str, object]]:
    """The copy's bytes, and the figures that it gives when it is read back."""
    with scratch_folder() as sementara:
        coba = Path(sementara) / "salinan.xlsx"
        with open(coba, "wb") as berkas:
            write_copy(berkas, salinan, isi.judul, sementara)
        return coba.read_bytes(), _figures(coba, on)


def _read(buku: Path) -> IsiAsli:
    sumber = open_sumber(buku)
    posisi = match_sheets(sumber.lembar)
    sumber.prepare(tuple(posisi.values()))
    isi = IsiAsli(sistem_1904=sumber.sistem_1904)
    for nama, satu in posisi.items():
        terbaca = open_sheet(sumber.read(satu), LEMBAR[nama], sumber.lembar[satu])
        isi.lembar[nama] = [(nomor, row) for row, nomor in zip(terbaca.rows, terbaca.nomor, strict=True)]
        isi.judul[nama] = terbaca.cocok
    return isi


def _make_penyalin(isi: IsiAsli, on: date, acak: Random) -> Penyalin:
    lahir = BacaTanggal(on, isi.sistem_1904)
    peristiwa = BacaTanggal(on + PERISTIWA_KE_DEPAN, isi.sistem_1904)
    nomor = [n for v in isi.values(NOMOR) if (n := clean_nik(v))]
    semua_lahir = [d for v in isi.values(LAHIR) if (d := lahir.read(v))]
    semua_lahir += [d for n in nomor if (d := birth_of_nik(n, on))]
    peta_lahir = PetaLahir(semua_lahir, on, acak)
    return Penyalin(
        lahir,
        peristiwa,
        peta_lahir,
        PetaPeristiwa((d for v in isi.values(PERISTIWA) if (d := peristiwa.read(v))), on, acak),
        PetaPeristiwa((d for v in isi.values(("ITAP_SAMPAI",)) if (d := peristiwa.read(v))), on, acak),
        PetaNomor(
            _named(isi, "PENDUDUK"), _named(isi, "UNDANGAN"), _agreeing(isi, lahir, on), nomor, peta_lahir, on, acak
        ),
        Penyamar(words_of(isi.values((*BERNAMA, "ALAMAT", "KETERANGAN", "TEMPAT", "DESA"))), acak),
        frozenset(_desa_of(isi)),
        acak,
    )


def _named(isi: IsiAsli, lembar: str) -> dict[str, str]:
    """The NIKs of a sheet, each with the key of the name beside it."""
    return {
        n: normalize_nama(clean_text(baris.get("NAMA")))
        for _, baris in isi.lembar[lembar]
        if (n := clean_nik(baris.get("NIK")))
    }


def _agreeing(isi: IsiAsli, lahir: BacaTanggal, on: date) -> frozenset[str]:
    """The registered NIKs that carry the birth date beside them."""
    semua = ((clean_nik(baris.get("NIK")), lahir.read(baris.get("TGL_LAHIR"))) for _, baris in isi.lembar["PENDUDUK"])
    return frozenset(n for n, d in semua if n and d and (b := birth_of_nik(n, on)) and digits_of(b) == digits_of(d))


def _desa_of(isi: IsiAsli) -> Iterator[str]:
    """The keys of the desa that may stay: those of people who can be counted, and those of the list of known addresses."""
    for nama in ("PENDUDUK", "WILAYAH"):
        for _, baris in isi.lembar.get(nama, ()):
            desa = baris.get("DESA")
            if isinstance(desa, str) and (nama == "WILAYAH" or clean_nik(baris.get("NIK"))):
                yield normalize_desa(desa)


def _figures(buku: Path, on: date) -> dict[str, object]:
    return summary(reconcile_isi(read_buku(buku, on=on), on=on))


def _differences(kunci: str, a: object, b: object) -> Iterator[str]:
    if isinstance(a, dict) and isinstance(b, dict) and a.keys() == b.keys():
        for k in a:
            yield from _differences(f"{kunci}.{k}".lstrip("."), a[k], b[k])
    elif a != b:
        yield f"{kunci}: {a} menjadi {b}"
