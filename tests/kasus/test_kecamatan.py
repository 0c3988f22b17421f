"""A small kecamatan, told as a story: each person stands for one thing that happens, and the figures are counted by hand."""

from __future__ import annotations

from datetime import date

import pytest

from ektp_core import Kategori, sweep
from strategies import Insan, Tabel

D = date(2012, 8, 28)


def orang(urut: int, nama: str, lahir: date = date(1970, 2, 3), **lain: object) -> Insan:
    """Somebody of Jaten with the NIK of the birth date."""
    nik = f"331311{lahir:%d%m%y}{urut:04d}"
    return Insan(nik, nama, lahir, **lain)  # type: ignore[arg-type]


SAH, TERCECER, MATI, PINDAH, ALAMAT, MUDA, KEMBAR, GAGAL = (
    orang(n, nama) for n, nama in enumerate(("Anom", "Bejo", "Cipto", "Darmo", "Eko", "Fajar", "Gito", "Heru"), 1)
)
PEMULA = orang(20, "Intan", date(1995, 8, 29))
CATATAN = orang(21, "Joyo")
LUAR = orang(22, "Kasno")

PENDUDUK = [SAH, TERCECER, MATI, PINDAH, ALAMAT, MUDA, KEMBAR, GAGAL, PEMULA, CATATAN]
BUKU = Tabel(
    D,
    tuple(o.listed() for o in PENDUDUK),
    (
        SAH.invited("1"),
        MATI.invited("2"),
        PINDAH.invited("3"),
        ALAMAT.invited("4", RT="099"),
        KEMBAR.invited("5"),
        KEMBAR.invited("50"),
        GAGAL.invited("6"),
        PEMULA.invited("7"),
        CATATAN.invited("8", KETERANGAN="alm."),
        LUAR.invited("9"),
        LUAR.invited("10", NIK="", NAMA="", TGL_LAHIR=None),
    ),
    (
        SAH.recorded(date(2012, 8, 1), "PRR"),
        KEMBAR.recorded(date(2012, 8, 2), "CARD_ISSUED"),
        MUDA.recorded(date(2012, 8, 2)),
        GAGAL.recorded(date(2012, 7, 1), "BIO_CAPTURED"),
        GAGAL.recorded(date(2012, 8, 20), "ENROLL_FAILURE_AT_CENTRAL"),
        PEMULA.recorded(date(2012, 8, 3)),
        MATI.recorded(date(2012, 8, 25)),
    ),
    (PINDAH.moved(date(2012, 5, 5)),),
    (MATI.dead(date(2012, 8, 20)),),
    ({"DESA": "Jaten", "RW": "001", "RT": "001"},),
)


@pytest.mark.aturan(
    "UNDANGAN-00",
    "UNDANGAN-01",
    "UNDANGAN-02",
    "UNDANGAN-03",
    "UNDANGAN-04",
    "UNDANGAN-05",
    "UNDANGAN-06",
    "UNDANGAN-07",
    "UNDANGAN-08",
)
def test_every_paper() -> None:
    h = BUKU.reconcile(pagu=10)
    assert {k.undangan.nomor: k.kategori.value for k in h.keputusan} == {
        "1": "SAH",
        "2": "MENINGGAL",
        "3": "PINDAH",
        "4": "ALAMAT_TIDAK_DIKETAHUI",
        "5": "SAH",
        "50": "DOBEL",
        "6": "SAH",
        "7": "BUKAN_WAJIB",
        "8": "MENINGGAL",
        "9": "TIDAK_TERDAFTAR",
    }
    assert h.kategori[Kategori.GALAT] == 1
    assert {k.undangan.nomor for k in h.keputusan if not k.pasti} == {"4", "8"}
    assert {k.undangan.nomor for k in h.keputusan if k.terekam} == {"1", "2", "5", "50", "7"}


@pytest.mark.aturan("CAKUPAN-01", "CAKUPAN-03", "NERACA-02", "NERACA-04", "NERACA-05")
def test_the_figures_counted_by_hand() -> None:
    """Nine of age in the list; one dead and one moved leave seven; three recorded; two of the other four not certain."""
    h = BUKU.reconcile(pagu=10)
    w = h.wajib
    assert (w.pagu, w.daftar, w.neto, w.belum_pasti, w.belum_diketahui) == (10, 9, 7, 2, 0)
    assert (h.terekam, h.belum_terekam, len(h.tercecer)) == (3, 4, 1)
    c = h.cakupan
    assert [str(x) for x in (c.pagu, c.daftar, c.neto, c.bawah, c.atas)] == [
        "30,00%",
        "33,33%",
        "42,86%",
        "42,86%",
        "60,00%",
    ]
    assert [(d.desa, d.wajib, d.terekam, d.belum) for d in h.desa] == [("Jaten", 7, 3, 4)]
    assert h.perekaman_harian == ((date(2012, 8, 1), 1), (date(2012, 8, 2), 2))
    assert all(n.seimbang for n in h.neraca)


def test_who_is_listed_where() -> None:
    h = BUKU.reconcile()
    assert [b.penduduk.nama for b in h.tercecer] == ["Bejo"]
    assert {(x.nik, x.sebab) for x in h.luar_dasar} == {(MATI.nik, "MENINGGAL"), (PEMULA.nik, "BELUM_17")}
    assert {e.jenis for e in h.perlu_dilihat} == {"REKAM_DIBATALKAN", "REKAM_SETELAH_MENINGGAL"}
    assert [(b.nama, b.sebab.name) for b in sweep(h.belum)] == [
        ("Bejo", "TERCECER"),
        ("Eko", "ALAMAT"),
        ("Heru", "BELUM_DATANG"),
        ("Joyo", "CATATAN_MENINGGAL"),
    ]


def test_the_sweep_walks_by_number_and_leaves_the_unknown_for_last() -> None:
    tempat = [("", ""), ("002", "001"), ("001", ""), ("001", "010"), ("001", "002"), ("2A", "1")]
    rows = tuple(orang(n, f"Orang {n}", rw=rw, rt=rt).listed() for n, (rw, rt) in enumerate(tempat, 30))
    pintu = sweep(Tabel(D, rows).reconcile().belum)
    assert [(p.rw, p.rt) for p in pintu] == [
        ("001", "002"),
        ("001", "010"),
        ("001", ""),
        ("002", "001"),
        ("02A", "001"),
        ("", ""),
    ]
