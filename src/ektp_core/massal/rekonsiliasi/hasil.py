"""What a reconciliation of frames answers: the decisions as a frame, and the figures of coverage.

The figures of the bulk are counted by the engine, those of the rest by the core, and added.
"""

from collections import Counter
from collections.abc import Mapping
from functools import cached_property
from typing import Any

import narwhals as nw

from ektp_core.cakupan import Cakupan
from ektp_core.kategori import Kategori
from ektp_core.keputusan import show_yes
from ektp_core.massal.mesin import URUT, Rangka
from ektp_core.massal.rekonsiliasi.jalan import Jalan
from ektp_core.rekonsiliasi.hasil import AngkaWajib, RekapDesa


def _count(syarat: nw.Expr, nama: str) -> nw.Expr:
    return nw.when(syarat).then(nw.lit(1)).otherwise(nw.lit(0)).cast(nw.Int64).sum().alias(nama)


class HasilMassal:
    """The answer for frames: `keputusan` of the same kind as the frames, and figures that are counted when asked for."""

    def __init__(self, jalan: Jalan, pagu: int | None, *, seketika: bool) -> None:
        self._jalan = jalan
        self._pagu = pagu
        self._seketika = seketika

    @cached_property
    def keputusan(self) -> Any:
        """The columns of `KEPUTUSAN`, a row an invitation that could be read; an eager frame has the order of the list."""
        semua = self._jalan.keputusan
        if not self._seketika:
            return semua.drop(URUT).to_native()
        return semua.sort(URUT).drop(URUT).to_native().collect(engine="in-memory")

    @cached_property
    def _orang(self) -> Rangka:
        return self._jalan.mesin.keep(self._jalan.orang.select("desa_tampil", "wajib", "dasar", "terekam"))

    @cached_property
    def wajib(self) -> AngkaWajib:
        """The people who must hold an e-KTP, by each way of counting."""
        sisa = self._jalan.sisa.wajib
        daftar = self._ask_one(self._orang.select(_count(nw.col("wajib"), "daftar")))
        return AngkaWajib(
            self._pagu,
            sisa.daftar + daftar,
            sum(d.wajib for d in self.desa),
            sisa.belum_pasti + self._invited[False],
            # Whoever is not known to be wajib is of the rest.
            sisa.belum_diketahui,
        )

    @cached_property
    def terekam(self) -> int:
        """People of the base who are recorded."""
        return sum(d.terekam for d in self.desa)

    @property
    def belum_terekam(self) -> int:
        """People of the base who are not recorded."""
        return self.wajib.neto - self.terekam

    @property
    def tercecer(self) -> int:
        """People of the base who are not recorded and were never invited."""
        sisa = self._jalan.sisa
        return self.belum_terekam - self._invited.total() - (sisa.belum_terekam - len(sisa.tercecer))

    @property
    def cakupan(self) -> Cakupan:
        """The coverage by its named denominators, and its bounds."""
        w = self.wajib
        return Cakupan.of(terekam=self.terekam, pagu=w.pagu, daftar=w.daftar, neto=w.neto, belum_pasti=w.belum_pasti)

    @cached_property
    def desa(self) -> tuple[RekapDesa, ...]:
        """The base by desa, in order of name."""
        wajib: Counter[str] = Counter()
        terekam: Counter[str] = Counter()
        dasar = self._orang.filter(nw.col("dasar")).group_by("desa_tampil")
        hitung = dasar.agg(nw.len().cast(nw.Int64).alias("wajib"), _count(nw.col("terekam"), "terekam"))
        for desa, n, r in self._ask(hitung.select("desa_tampil", "wajib", "terekam")):
            wajib[desa] += int(n)
            terekam[desa] += int(r)
        for d in self._jalan.sisa.desa:
            wajib[d.desa] += d.wajib
            terekam[d.desa] += d.terekam
        return tuple(RekapDesa(d, wajib[d], terekam[d], wajib[d] - terekam[d]) for d in sorted(wajib))

    @cached_property
    def kategori(self) -> Mapping[Kategori, int]:
        """How many invitations end in each category, those that could not be read among them."""
        jumlah = Counter(self._jalan.sisa.kategori)
        hitung = self._jalan.borongan.group_by("KATEGORI").agg(nw.len().cast(nw.Int64).alias("n"))
        for kategori, n in self._ask(hitung.select("KATEGORI", "n")):
            jumlah[Kategori(kategori)] += int(n)
        return {k: jumlah[k] for k in Kategori}

    @cached_property
    def _invited(self) -> Counter[bool]:
        """People of the base in the bulk who were invited and are not recorded, by whether their category is certain."""
        dipakai = nw.col("dasar") & (nw.col("KATEGORI") != Kategori.DOBEL.value)
        belum = self._jalan.borongan.filter(dipakai & (nw.col("TEREKAM") == show_yes(False)))
        hitung = belum.group_by("PASTI").agg(nw.len().cast(nw.Int64).alias("n")).select("PASTI", "n")
        return Counter({pasti == show_yes(True): int(n) for pasti, n in self._ask(hitung)})

    def _ask(self, rangka: Rangka) -> list[tuple[Any, ...]]:
        return self._jalan.mesin.fetch(rangka)

    def _ask_one(self, rangka: Rangka) -> int:
        return int(self._ask(rangka)[0][0] or 0)
