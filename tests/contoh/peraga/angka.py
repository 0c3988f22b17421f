"""Peraga of figures: coverage, percentages, working days, pace."""

from __future__ import annotations

from contoh.peraga.masukan import Jawaban, Masukan
from ektp_core import Cakupan, Rasio, distribute_percent, read_date, recorded_range
from ektp_core.proyeksi import required_pace, working_days
from ektp_core.tulisan import show_count


def cakupan(m: Masukan) -> Jawaban:
    """Recorded people over each denominator that the table gives."""
    terekam = m.number("terekam")
    if not m.has("neto"):
        return Jawaban({"cakupan": str(Rasio(terekam, m.number("wajib")))})
    pagu = m.number("pagu") if m.has("pagu") else None
    daftar = m.number("daftar") if m.has("daftar") else m.number("neto")
    c = Cakupan.of(
        terekam=terekam, pagu=pagu, daftar=daftar, neto=m.number("neto"), belum_pasti=m.number("belum pasti")
    )
    isi = {"per daftar": c.daftar, "per neto": c.neto, "bawah": c.bawah, "atas": c.atas}
    if c.pagu is not None:
        isi["per pagu"] = c.pagu
    return Jawaban({k: str(v) for k, v in isi.items()})


def selang(m: Masukan) -> Jawaban:
    """A published percentage -> the least and most people that show as it."""
    potong = m.text("cara", "dibulatkan") == "dipotong"
    jangka = recorded_range(m.text("persen terbit"), m.number("wajib"), potong=potong)
    isi = "tidak mungkin" if jangka is None else f"{show_count(jangka[0])} – {show_count(jangka[1])}"
    return Jawaban({"terekam": isi})


def bagi(m: Masukan) -> Jawaban:
    """Counts -> percentages that add to 100,00."""
    persen = distribute_percent([int(j) for j in m.text("jumlah").split(" + ")])
    return Jawaban({"persen": " + ".join(str(p).replace(".", ",") for p in persen)})


def hari_kerja(m: Masukan) -> Jawaban:
    """The working days between two dates."""
    libur = frozenset(h for satu in m.text("tutup").split(",") if (h := read_date(satu.strip())) is not None)
    seminggu = m.number("hari seminggu", "5")
    assert seminggu in (5, 6)
    hari = working_days(m.day("awal"), m.day("akhir"), libur=libur, hari_per_minggu=6 if seminggu == 6 else 5)
    return Jawaban({"hari kerja": str(len(hari))})


def laju(m: Masukan) -> Jawaban:
    """The pace that a rest needs."""
    perlu = required_pace(m.number("sisa"), m.number("hari kerja"))
    return Jawaban({"orang sehari": "" if perlu is None else show_count(perlu)})
