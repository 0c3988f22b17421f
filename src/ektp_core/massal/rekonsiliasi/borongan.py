"""The bulk: people whom their NIK alone answers for, decided by joins and comparisons on any engine.

In what order the categories are tried is that of `Kategori`; how a decision is worded is cut from the core's own (`pola`).
"""

from collections.abc import Sequence
from datetime import date
from functools import reduce

import narwhals as nw
from attrs import frozen

from ektp_core.kategori import Kategori
from ektp_core.keputusan import show_yes
from ektp_core.massal.mesin import URUT, Mesin, Rangka
from ektp_core.massal.rekonsiliasi import pola
from ektp_core.massal.rekonsiliasi.baca import BARIS, NAMA_BERSIH, map_values
from ektp_core.massal.rekonsiliasi.lembar import Siap
from ektp_core.massal.rekonsiliasi.nilai import NIK_CONTOH
from ektp_core.massal.rekonsiliasi.pilah import NOMOR_BERURUT, SemuaLembar, known
from ektp_core.masukan import read_penduduk
from ektp_core.rekonsiliasi.putuskan import UNDANGAN_05
from ektp_core.wajib import Domisili, evidence_of, ground_of, rules_of

_TANDA = 987_654_321
_TAK_PERLU = {"puluh", "TGL_LAHIR", "DESA", "RW", "RT"}
"""What was needed of a paper only to read it."""
_BAGIAN = [f"bagian_{n}" for n in range(4)]
"""The parts of the evidence that somebody is not wajib, between which the number of the register's row stands."""


def _has(kolom: str) -> nw.Expr:
    return ~nw.col(kolom).is_null()


def _with_numbers(surat: Rangka) -> Rangka:
    """The papers with the numbers of rows that evidence names."""
    nomor = ((BARIS, pola.SURAT), ("_baris_terdaftar", pola.TERDAFTAR))
    return surat.with_columns(*(nw.col(k).cast(nw.String).alias(teks) for k, teks in nomor))


def _choose(kode: Sequence[nw.Expr]) -> nw.Expr:
    """For each row the value at the place that its column `_putusan` says."""
    awal, *lain = enumerate(kode)
    # The last first: nearly all rows end there, and need not be asked for the others.
    return reduce(lambda isi, satu: nw.when(nw.col("_putusan") == satu[0]).then(satu[1]).otherwise(isi), lain, awal[1])


class Borongan:
    """The people and the papers outside the rest."""

    def __init__(self, mesin: Mesin, semua: SemuaLembar, sisa: Rangka, on: date) -> None:
        self._mesin = mesin
        self._semua = semua
        self._on = on
        self._pola = pola.BukuPola(on)
        self._sisa = sisa
        mati, pindah = known(semua.meninggal.rangka), known(semua.pindah.rangka)
        nomor = nw.col(BARIS).cast(nw.String)
        self._mati = mati.select("k", "mati", pola.TULIS_MATI, nomor.alias(pola.MATI))
        self._pindah = known(pindah, "domisili").select("k", "domisili", pola.TULIS_PINDAH, nomor.alias(pola.PINDAH))
        rekam = known(known(semua.perekaman.rangka), "rekam").group_by("k").agg(nw.col("rekam").max())
        self._rekam = mesin.keep(mesin.group(rekam.select("k", (nw.col("rekam") % 2 == 1).alias("terekam"))))

    def without_rest(self, siap: Siap) -> Rangka:
        """The rows of a sheet that have a full NIK outside the rest."""
        return self._mesin.without(known(siap.rangka), self._sisa)

    def people(self, terdaftar: Rangka) -> Rangka:
        """The residents outside the rest, whether they are recorded, and whether they are of the base."""
        orang = terdaftar.join(self._rekam, on="k", how="left").with_columns(nw.col("terekam").fill_null(False))
        return self._with_events(orang)

    def _with_events(self, orang: Rangka, *lain: Rangka) -> Rangka:
        # Two events of one person would repeat a row; such people are of the rest.
        for peristiwa in (self._mati, self._pindah, *lain):
            orang = orang.join(peristiwa, on="k", how="left")
        orang = orang.with_columns(
            nw.col("mati").fill_null(False), nw.col("domisili").fill_null(Domisili.DI_SINI.value)
        )
        di_sini = nw.col("domisili") == Domisili.DI_SINI.value
        return orang.with_columns((nw.col("wajib") & ~nw.col("mati") & di_sini).alias("dasar"))

    def decide(
        self, surat: Rangka, terdaftar: Rangka, bersurat_banyak: Rangka, tanpa_desa: str, bawa: Sequence[str]
    ) -> Rangka:
        """Every paper outside the rest with the columns of `KEPUTUSAN`, and `dasar` of its person.

        `surat` carries its place as the core reads it, `terdaftar` are the residents outside the rest, `bersurat_banyak`
        the NIKs of several papers; `tanpa_desa` shows a desa that nobody has written.
        """
        dipakai = self._kept(surat, bersurat_banyak)
        kolom = [k for k in surat.collect_schema().names() if k not in _TAK_PERLU - {*bawa}]
        ditemukan = surat.select(*kolom).join(self._registered(terdaftar), on="k", how="left")
        ditemukan = ditemukan.join(self._rekam, on="k", how="left").with_columns(
            nw.col("terekam").fill_null(False),
            nw.col("wajib").fill_null(False),
            nw.col("NAMA_TERDAFTAR").fill_null(""),
            nw.coalesce(nw.col("desa_surat"), nw.col("desa_tampil"), nw.lit(tanpa_desa)).alias("DESA"),
        )
        if not self._mesin.semua_cabang:
            bukan = self._not_wajib(terdaftar, self._semua.undangan.rangka)
            return self._worded(self._with_events(ditemukan.join(dipakai, on="k", how="left"), bukan), bawa)
        return self._decide_apart(ditemukan, terdaftar, dipakai, bawa)

    def _decide_apart(self, surat: Rangka, terdaftar: Rangka, dipakai: Rangka, bawa: Sequence[str]) -> Rangka:
        """The same where evidence is better not made than not used: nearly all papers end in the table's last row."""
        berurusan = nw.concat([x.select("k") for x in (dipakai, self._mati, self._pindah)], how="vertical")
        berurusan = berurusan.unique(subset=["k"], keep="any").with_columns(nw.lit(True).alias("_berurusan"))
        # All that the rows above it ask.
        biasa = nw.col("wajib") & nw.col("dikenal") & (nw.col("putusan") == "") & nw.col("_berurusan").is_null()
        surat = self._mesin.keep(surat.join(berurusan, on="k", how="left").with_columns(biasa.alias("_biasa")))
        lain = surat.filter(~nw.col("_biasa"))
        bukan = self._not_wajib(terdaftar, lain)
        lain = self._with_events(lain.join(dipakai, on="k", how="left"), bukan)
        bagian = [self._worded_as_valid(surat.filter(nw.col("_biasa")), bawa), self._worded(lain, bawa)]
        return nw.concat(bagian, how="vertical")

    def _registered(self, terdaftar: Rangka) -> Rangka:
        ada = terdaftar.collect_schema().names()
        tampil = nw.col("desa_tampil") if "desa_tampil" in ada else nw.lit(None, dtype=nw.String)
        return terdaftar.select(
            "k",
            nw.col(BARIS).alias("_baris_terdaftar"),
            nw.col(NAMA_BERSIH).alias("NAMA_TERDAFTAR"),
            tampil.alias("desa_tampil"),
            "wajib",
        )

    def _kept(self, surat: Rangka, bersurat_banyak: Rangka) -> Rangka:
        """Of people with several papers, the one that is kept: the smallest number, then a known address, then the first."""
        banyak = surat.join(bersurat_banyak, on="k", how="semi")
        # Guarded by its own pattern, as an engine may cast before it has left out the people of one paper.
        berurut = nw.col(pola.NOMOR).str.contains(NOMOR_BERURUT)
        tanpa_nomor = 10**18  # above every number that the bulk compares
        banyak = self._mesin.keep(
            banyak.select(
                "k",
                URUT,
                pola.NOMOR,
                BARIS,
                nw.when(berurut).then(nw.col(pola.NOMOR)).cast(nw.Int64).fill_null(tanpa_nomor).alias("_nomor"),
                nw.when(nw.col("dikenal")).then(nw.lit(0)).otherwise(nw.lit(1)).alias("_asing"),
            )
        )
        for ukuran in ("_nomor", "_asing", URUT):
            terkecil = banyak.group_by("k").agg(nw.col(ukuran).min())
            banyak = banyak.join(terkecil, on=["k", ukuran], how="semi")
        return self._mesin.keep(
            banyak.select(
                "k",
                nw.col(URUT).alias("_urut_dipakai"),
                nw.col(BARIS).cast(nw.String).alias(pola.DIPAKAI),
                nw.col(pola.NOMOR).alias(pola.NOMOR_DIPAKAI),
            )
        )

    def _not_wajib(self, terdaftar: Rangka, surat: Rangka) -> Rangka:
        """Rules and evidence of the invited who are not wajib by the register, as the core gives them."""
        bukan = terdaftar.filter(~nw.col("wajib")).select(URUT, "k").join(surat.select("k"), on="k", how="semi")
        asal = self._semua.penduduk.asal
        kolom = ["TGL_LAHIR", "STATUS_KAWIN", "TGL_KAWIN", "KEWARGANEGARAAN", "ITAP_SAMPAI"]
        ada = [k for k in kolom if k in asal.jenis]

        def read(*tulisan: object) -> Sequence[object]:
            isi = {k: v for k, v in zip(kolom, tulisan, strict=True) if k in ada}
            p = read_penduduk([{"NIK": NIK_CONTOH, **isi}], on=self._on, baris=[_TANDA])[0][0]
            alasan = ground_of(p, self._on)
            aturan = (UNDANGAN_05.id, *rules_of(p, alasan, self._on))
            bukti = "; ".join(map(str, evidence_of(p, alasan, self._on))).split(str(_TANDA))
            return *bukti, *[None] * (len(_BAGIAN) - len(bukti)), ", ".join(aturan)

        isi = asal.cut(self._mesin.keep(asal.rangka.select(URUT, *ada).join(bukan, on=URUT, how="inner")))
        skema = dict.fromkeys((*_BAGIAN, "aturan_bukan"), nw.String)
        return self._mesin.keep_light(map_values(self._mesin, isi, kolom, read, skema).rangka.select("k", *skema))

    def _worded(self, surat: Rangka, bawa: Sequence[str]) -> Rangka:
        putusan = self._table()
        kode = nw.lit(len(putusan) - 1)
        for i, satu in reversed(list(enumerate(putusan[:-1]))):
            kode = nw.when(satu.kapan).then(nw.lit(i)).otherwise(kode)
        surat = _with_numbers(surat).with_columns(kode.alias("_putusan"))
        return surat.select(*_columns(putusan), *bawa)

    def _worded_as_valid(self, surat: Rangka, bawa: Sequence[str]) -> Rangka:
        surat = _with_numbers(surat).with_columns(nw.lit(True).alias("dasar"))
        return surat.select(*_columns(self._table()[-1:]), *bawa)

    def _table(self) -> list["_Putusan"]:
        """The decision table in the order of `Kategori`."""
        p = self._pola
        tanpa_mati, tanpa_pindah = nw.col(pola.MATI).is_null(), nw.col(pola.PINDAH).is_null()
        asing = nw.col(pola.TERDAFTAR).is_null()
        catatan = {k: nw.col("putusan") == k.value for k in p.catatan}
        bermakna = {Kategori.MENINGGAL: tanpa_mati, Kategori.PINDAH: tanpa_pindah}
        dari_pola: list[tuple[nw.Expr, pola.Pola]] = [
            (_has("_urut_dipakai") & (nw.col("_urut_dipakai") != nw.col(URUT)), p.dobel),
            (nw.col("mati"), p.meninggal),
            (nw.col("domisili") == Domisili.KELUAR.value, p.pindah),
            (asing & tanpa_mati & tanpa_pindah, p.tidak_terdaftar),
            *((catatan[k] & bermakna.get(k, nw.lit(True)), satu) for k, satu in p.catatan.items()),
            (~nw.col("dikenal"), p.alamat),
            (nw.lit(True), p.sah),
        ]
        tabel = [_Putusan(kapan, x.kategori, nw.lit(x.aturan), x.evidence(), x.pasti) for kapan, x in dari_pola]
        nomor = nw.col(pola.TERDAFTAR)
        awal, kedua, *lain = (nw.col(b) for b in _BAGIAN)
        bukti = nw.concat_str([awal, nomor, kedua])
        for bagian in lain:
            tambah = nw.concat_str([nomor, bagian])
            bukti = nw.concat_str([bukti, nw.when(~bagian.is_null()).then(tambah).otherwise(nw.lit(""))])
        tabel.append(_Putusan(~nw.col("wajib"), Kategori.BUKAN_WAJIB, nw.col("aturan_bukan"), bukti, True))
        urutan = list(Kategori)
        return sorted(tabel, key=lambda satu: urutan.index(satu.kategori))


@frozen
class _Putusan:
    """One row of the decision table: when it applies, the category, its rules and evidence, and whether it is certain."""

    kapan: nw.Expr
    kategori: Kategori
    aturan: nw.Expr
    bukti: nw.Expr
    pasti: bool


def _columns(putusan: Sequence[_Putusan]) -> list[nw.Expr]:
    """The columns of `KEPUTUSAN`, for rows whose column `_putusan` says which of these it is."""
    ya, belum = nw.lit(show_yes(True)), nw.lit(show_yes(False))
    rujukan = [nw.col(pola.NOMOR_DIPAKAI) if p.kategori is Kategori.DOBEL else nw.lit("") for p in putusan]
    tertulis = _has("nik_tulis") & (nw.col("nik_tulis") != "")
    return [
        nw.col(URUT),
        nw.col(BARIS),
        nw.col(pola.NOMOR).alias("NO_UNDANGAN"),
        nw.when(tertulis).then(nw.col("nik_tulis")).otherwise(nw.col(pola.NIK)).alias("NIK"),
        nw.col(pola.NIK).alias("NIK_DIPAKAI"),
        nw.col(NAMA_BERSIH).alias("NAMA"),
        nw.col("DESA"),
        _choose([nw.lit(p.kategori.value) for p in putusan]).alias("KATEGORI"),
        _choose([p.aturan for p in putusan]).alias("ATURAN"),
        _choose([p.bukti for p in putusan]).alias("BUKTI"),
        _choose(rujukan).alias("RUJUKAN"),
        _choose([ya if p.pasti else belum for p in putusan]).alias("PASTI"),
        nw.when(nw.col("terekam")).then(ya).otherwise(belum).alias("TEREKAM"),
        nw.col("rt_surat").alias("RT"),
        nw.col("rw_surat").alias("RW"),
        nw.col("catatan").alias("KETERANGAN"),
        nw.col("NAMA_TERDAFTAR"),
        nw.col("dasar"),
    ]
