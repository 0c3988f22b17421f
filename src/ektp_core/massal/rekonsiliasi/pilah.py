"""Which rows a key alone cannot answer: the NIKs of the rest, found by joins, and closed.

A NIK is of the rest when another NIK may be the same person, when a row may be led to it by less than its NIK, or when
the person has more papers or events than the patterns word. Too many may come here; too few never.
"""

from collections.abc import Iterator
from datetime import date
from itertools import chain

import narwhals as nw
from attrs import evolve, frozen

from ektp_core.dobel import iter_strong_pairs, traits_of_penduduk
from ektp_core.massal.mesin import URUT, Mesin, Rangka
from ektp_core.massal.rekonsiliasi import pola
from ektp_core.massal.rekonsiliasi.baca import NAMA_BERSIH, Lembaran, map_values, mark_odd
from ektp_core.massal.rekonsiliasi.lembar import Siap
from ektp_core.massal.rekonsiliasi.nama import ODD_NAME, SIDIK, add_fingerprint, add_name
from ektp_core.massal.rekonsiliasi.nilai import birth_reader
from ektp_core.masukan import read_penduduk
from ektp_core.nik import is_calendar_true
from ektp_core.wajib import Domisili

NOMOR_BERURUT = r"^[1-9][0-9]{0,17}\z"
"""Numbers of invitations whose natural order is that of whole numbers."""


@frozen
class SemuaLembar:
    """The sheets made ready; a register that was not handed over is empty."""

    penduduk: Siap
    undangan: Siap
    perekaman: Siap
    pindah: Siap
    meninggal: Siap

    def __iter__(self) -> Iterator[Siap]:
        return iter((self.penduduk, self.undangan, self.perekaman, self.pindah, self.meninggal))


def known(rangka: Rangka, kolom: str = "k") -> Rangka:
    """The rows that have a value there: by default, a full NIK."""
    return rangka.drop_nulls(kolom)


def has_nik(rangka: Rangka) -> Rangka:
    """The rows with a NIK, one that has lost its last digit too."""
    return rangka.filter(~nw.col("k").is_null() | ~nw.col("puluh").is_null())


class Pemilah:
    """Finds the NIKs of the rest: those that do not answer for their rows by themselves."""

    def __init__(self, mesin: Mesin, semua: SemuaLembar, on: date) -> None:
        self._mesin = mesin
        self._semua = semua
        self._on = on
        self._terdaftar = known(semua.penduduk.rangka)
        self._surat = known(semua.undangan.rangka)
        self._kembar, self.bersurat_banyak, self._asing = mesin.together(
            lambda: mesin.keep(self._repeated(self._terdaftar, "k")),
            lambda: mesin.keep(self._repeated(self._surat, "k")),
            self._read_strangers,
        )
        """The residents' NIKs that stand twice, those of several papers, and the papers of strangers."""

    def find(self) -> Rangka:
        """The NIKs of the rest, as `k`, each once."""
        bagian = self._mesin.together(
            lambda: [self._kembar, self._terdaftar.filter(nw.col("belum_tahu")).select("k")],
            self._same_person,
            self._fifteen_digits,
            self._by_name,
            self._of_strangers,
            self._many_papers,
            self._many_events,
        )
        return self._mesin.keep(nw.concat(list(chain(*bagian)), how="vertical").unique(subset=["k"], keep="any"))

    def _repeated(self, rangka: Rangka, kolom: str) -> Rangka:
        """The values of a column that stand in more than one row."""
        jumlah = known(rangka, kolom).group_by(kolom).agg(nw.len().alias("_jumlah"))
        return self._mesin.group(jumlah.filter(nw.col("_jumlah") > 1).select(kolom))

    def _read_strangers(self) -> Rangka:
        """The papers whose NIK is no resident's: with name and birth date, and whether the NIK is calendar-true."""
        surat = self._surat.join(self._terdaftar.select("k"), on="k", how="anti")
        isi = self._with_fingerprint(surat)
        isi = evolve(isi, jenis={**isi.jenis, pola.NIK: nw.String()})
        isi = map_values(self._mesin, isi, [pola.NIK], lambda nik: (is_calendar_true(str(nik)),), {"benar": nw.Boolean})
        return self._mesin.keep(isi.rangka.select("k", SIDIK, "benar"))

    def _with_fingerprint(self, surat: Rangka) -> Lembaran:
        lahir = [k for k in ("TGL_LAHIR",) if k in self._semua.undangan.isi.jenis]
        surat = self._mesin.keep(surat.select("k", pola.NIK, nw.col(NAMA_BERSIH).alias("NAMA"), *lahir))
        isi = self._semua.undangan.isi.cut(surat)
        isi = mark_odd(
            self._mesin, evolve(isi, jenis={**isi.jenis, "NAMA": nw.String()}), {"NAMA": ODD_NAME}, nik=False
        )
        isi = map_values(
            self._mesin, add_name(self._mesin, isi), ["TGL_LAHIR"], birth_reader(self._on), {"lahir": nw.Int64}
        )
        return isi.replace(add_fingerprint(self._mesin, isi.rangka))

    def _same_person(self) -> list[Rangka]:
        """Residents under two NIKs: by the core's strong evidence, among those of one name and birth date."""
        penduduk = self._semua.penduduk
        bernama = has_nik(penduduk.rangka)
        urut = bernama.join(self._repeated(bernama, SIDIK), on=SIDIK, how="semi").select(URUT)
        kolom = list(penduduk.asal.jenis)
        rows = self._mesin.fetch(self._mesin.pick(penduduk.asal.rangka, urut).select(*kolom))
        orang, _ = read_penduduk([dict(zip(kolom, r, strict=True)) for r in rows], on=self._on)
        kelompok: dict[object, list[int]] = {}
        ciri = [traits_of_penduduk(p) for p in orang]
        for i, c in enumerate(ciri):
            kelompok.setdefault(c.pribadi, []).append(i)
        satu_orang: set[str] = set()
        for anggota in kelompok.values():
            for i, j in iter_strong_pairs([ciri[n] for n in anggota]):
                satu_orang.update((ciri[anggota[i]].nik, ciri[anggota[j]].nik))
        return [self._mesin.small({"k": nw.Int64}, [(int(n),) for n in sorted(satu_orang) if n.isdigit()])]

    def _fifteen_digits(self) -> list[Rangka]:
        """NIKs of any sheet that a lost digit somewhere leaves open."""
        terpotong = nw.concat([known(s.rangka, "puluh").select("puluh") for s in self._semua], how="vertical")
        terpotong = self._mesin.keep(terpotong.unique(subset=["puluh"], keep="any"))
        if not self._mesin.fetch(terpotong.head(1)):
            return []
        puluh = (nw.col("k") - nw.col("k") % 10).alias("puluh")
        semua = nw.concat([known(s.rangka).select("k", puluh) for s in self._semua], how="vertical")
        return [semua.join(terpotong, on="puluh", how="semi").select("k")]

    def _by_name(self) -> list[Rangka]:
        """Residents whom a paper without a usable NIK may mean by name and birth date, and strangers who may be residents."""
        undangan = self._semua.undangan.rangka
        tanpa = undangan.filter(nw.col("k").is_null())
        bersama = self._surat.join(self._kembar, on="k", how="semi")
        dibaca = self._with_fingerprint(nw.concat([tanpa, bersama], how="vertical")).rangka
        dicari = nw.concat([dibaca.select("k", SIDIK), self._asing.select("k", SIDIK)], how="vertical")
        orang = has_nik(self._semua.penduduk.rangka).select(SIDIK, nw.col("k").alias("_k_penduduk"))
        temu = self._mesin.keep(known(dicari, SIDIK).join(known(orang, SIDIK), on=SIDIK, how="inner"))
        return [known(temu, "_k_penduduk").select(nw.col("_k_penduduk").alias("k")), known(temu).select("k")]

    def _of_strangers(self) -> list[Rangka]:
        """Strangers' NIKs that are unusable, or of whom two may be one person."""
        berbeda = known(self._asing, SIDIK).select(SIDIK, "k").unique(subset=[SIDIK, "k"], keep="any")
        senama = self._repeated(berbeda, SIDIK)
        return [
            self._asing.filter(~nw.col("benar")).select("k"),
            berbeda.join(senama, on=SIDIK, how="semi").select("k"),
        ]

    def _many_papers(self) -> list[Rangka]:
        """People of several papers whose order or notes take more than a comparison of numbers."""
        banyak = self._surat.join(self.bersurat_banyak, on="k", how="semi").select("k", pola.NOMOR, "putusan")
        banyak = self._mesin.keep(banyak)
        nomor = nw.col(pola.NOMOR)
        sulit = (nw.col("putusan") != "") | ~((nomor == "") | nomor.str.contains(NOMOR_BERURUT))
        return [banyak.filter(sulit).select("k"), banyak.select("k").join(self._terdaftar, on="k", how="anti")]

    def _many_events(self) -> list[Rangka]:
        """People of several deaths or moves, who are still to come, or whom an event alone leaves undecided."""
        pindah, mati = known(self._semua.pindah.rangka), known(self._semua.meninggal.rangka)
        pindah = known(pindah, "domisili")
        peristiwa = nw.concat([pindah.select("k"), mati.select("k")], how="vertical")
        pergi = nw.concat(
            [
                pindah.filter(nw.col("domisili") == Domisili.KELUAR.value).select("k"),
                mati.filter(nw.col("mati")).select("k"),
            ],
            how="vertical",
        )
        tinggal = self._asing.select("k").join(peristiwa, on="k", how="semi").join(pergi, on="k", how="anti")
        return [
            self._repeated(pindah, "k"),
            self._repeated(mati, "k"),
            pindah.filter(nw.col("domisili") == Domisili.BELUM_DATANG.value).select("k"),
            tinggal,
        ]
