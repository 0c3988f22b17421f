"""Decision by decision: the rules that made it, in their order, and the evidence with both sides as it is shown."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from attrs import evolve

from ektp_core import Arah, Kewarganegaraan, Meninggal, Mutasi, Penduduk, Pindah, StatusKawin, decide_wajib
from strategies import D, Insan, Tabel

BUDI = Insan(ibu="Wagiyem", alamat="Dusun Lor")
TRI = Insan("3313114505700003", "Tri", date(1970, 5, 5), "P")
LAIN = "3313110101800007"
DULU, LALU, BESOK = date(2012, 7, 1), date(2012, 8, 1), date(2012, 8, 29)
KEMBAR = evolve(BUDI, nik="3313120101800009")
WIL: tuple[dict[str, object], ...] = ({"DESA": "Jaten", "RW": "001", "RT": "009"},)
L, S = BUDI.listed, BUDI.invited


def t(
    penduduk: list[dict[str, object]],
    undangan: list[dict[str, object]],
    pindah: list[dict[str, object]] | None = None,
    meninggal: list[dict[str, object]] | None = None,
    w: tuple[dict[str, object], ...] | None = None,
) -> Tabel:
    """A table of these rows, sheet after sheet."""
    return Tabel(D, tuple(penduduk), tuple(undangan), (), tuple(pindah or ()), tuple(meninggal or ()), w)


ADEGAN: dict[str, tuple[Tabel, str, str, list[str]]] = {
    "sah": (
        t([L()], [S()]),
        "SAH",
        "UNDANGAN-07",
        ["UNDANGAN baris 1 NIK '3313110101800001' | PENDUDUK baris 1: 3313110101800001"],
    ),
    "sah, hanya dari PINDAH": (
        t([], [S()], [BUDI.moved(LALU, "DATANG")]),
        "SAH",
        "UNDANGAN-07 WAJIB-08 UNDANGAN-08",
        ["UNDANGAN baris 1 NIK '3313110101800001' | PINDAH baris 1: 3313110101800001"],
    ),
    "sah, hanya dari MENINGGAL kelak": (
        t([], [S()], [], [BUDI.dead(BESOK)]),
        "SAH",
        "UNDANGAN-07 WAJIB-08 UNDANGAN-08",
        ["UNDANGAN baris 1 NIK '3313110101800001' | MENINGGAL baris 1: 3313110101800001"],
    ),
    "sah, belum diketahui": (
        t([L(TGL_LAHIR="")], [S()]),
        "SAH",
        "UNDANGAN-07 WAJIB-08 UNDANGAN-08",
        ["UNDANGAN baris 1 NIK '3313110101800001' | PENDUDUK baris 1: 3313110101800001"],
    ),
    "meninggal, register": (
        t([L()], [S()], [], [BUDI.dead(LALU)]),
        "MENINGGAL",
        "UNDANGAN-02 WAJIB-06",
        ["UNDANGAN baris 1 NIK '3313110101800001' | MENINGGAL baris 1: meninggal 01-08-2012"],
    ),
    "meninggal, tanpa tanggal": (
        t([L()], [S()], [], [BUDI.dead("akhir 2011")]),
        "MENINGGAL",
        "UNDANGAN-02 WAJIB-06",
        ["UNDANGAN baris 1 NIK '3313110101800001' | MENINGGAL baris 1: meninggal akhir 2011"],
    ),
    "meninggal, catatan": (
        t([L()], [S(KETERANGAN="alm")]),
        "MENINGGAL",
        "UNDANGAN-02 CATATAN-01 UNDANGAN-08",
        ["UNDANGAN baris 1 KETERANGAN 'alm' | MENINGGAL"],
    ),
    "pindah, register": (
        t([L()], [S()], [BUDI.moved(LALU)]),
        "PINDAH",
        "UNDANGAN-03 WAJIB-07",
        ["UNDANGAN baris 1 NIK '3313110101800001' | PINDAH baris 1: keluar 01-08-2012"],
    ),
    "pindah, tanpa tanggal": (
        t([L()], [S()], [BUDI.moved("akhir 2011")]),
        "PINDAH",
        "UNDANGAN-03 WAJIB-07",
        ["UNDANGAN baris 1 NIK '3313110101800001' | PINDAH baris 1: keluar akhir 2011"],
    ),
    "pindah, catatan": (
        t([L()], [S(KETERANGAN="pindah")]),
        "PINDAH",
        "UNDANGAN-03 CATATAN-01 UNDANGAN-08",
        ["UNDANGAN baris 1 KETERANGAN 'pindah' | PINDAH"],
    ),
    "tidak terdaftar": (
        t([], [S()]),
        "TIDAK_TERDAFTAR",
        "UNDANGAN-04",
        ["UNDANGAN baris 1 NIK '3313110101800001' | tidak ada di PENDUDUK, PINDAH, MENINGGAL"],
    ),
    "bukan wajib, belum 17": (
        t([L(TGL_LAHIR=date(2000, 1, 1))], [S()]),
        "BUKAN_WAJIB",
        "UNDANGAN-05 WAJIB-05",
        [
            "PENDUDUK baris 1 TGL_LAHIR '01-01-2000' | umur 12 per 28-08-2012, batas 17",
            "PENDUDUK baris 1 STATUS_KAWIN 'BELUM KAWIN' | per 28-08-2012",
        ],
    ),
    "bukan wajib, tanpa ITAP": (
        t([L(KEWARGANEGARAAN="WNA", ITAP_SAMPAI=LALU)], [S()]),
        "BUKAN_WAJIB",
        "UNDANGAN-05 WAJIB-03",
        ["PENDUDUK baris 1 ITAP_SAMPAI 'WNA 01-08-2012' | per 28-08-2012"],
    ),
    "bukan wajib, kawin kelak": (
        t([L(TGL_LAHIR=date(2000, 1, 1), STATUS_KAWIN="KAWIN", TGL_KAWIN=BESOK, KEWARGANEGARAAN="WNA")], [S()]),
        "BUKAN_WAJIB",
        "UNDANGAN-05 WAJIB-05",
        [
            "PENDUDUK baris 1 TGL_LAHIR '01-01-2000' | umur 12 per 28-08-2012, batas 17",
            "PENDUDUK baris 1 STATUS_KAWIN 'KAWIN 29-08-2012' | per 28-08-2012",
            "PENDUDUK baris 1 ITAP_SAMPAI 'WNA' | per 28-08-2012",
        ],
    ),
    "bukan wajib, datang kelak": (
        t([L()], [S()], [BUDI.moved(BESOK, "DATANG")]),
        "BUKAN_WAJIB",
        "UNDANGAN-05 WAJIB-07",
        ["PINDAH baris 1 TGL_PINDAH 'DATANG 29-08-2012' | per 28-08-2012"],
    ),
    "bukan wajib, hanya dari PINDAH kelak": (
        t([], [S()], [BUDI.moved(BESOK, "DATANG")]),
        "BUKAN_WAJIB",
        "UNDANGAN-05 WAJIB-07",
        ["PINDAH baris 1 TGL_PINDAH 'DATANG 29-08-2012' | per 28-08-2012"],
    ),
    "alamat, catatan": (
        t([L()], [S(KETERANGAN="alamat tidak jelas")]),
        "ALAMAT_TIDAK_DIKETAHUI",
        "UNDANGAN-06 CATATAN-01 UNDANGAN-08",
        ["UNDANGAN baris 1 KETERANGAN 'alamat tidak jelas' | ALAMAT_TIDAK_DIKETAHUI"],
    ),
    "alamat, daftar": (
        t([L()], [S(RT="") | {"RW": "003"}], w=WIL),
        "ALAMAT_TIDAK_DIKETAHUI",
        "UNDANGAN-06 UNDANGAN-08",
        ["UNDANGAN baris 1 DESA/RW/RT 'Jaten RW 003 RT -' | WILAYAH: tidak ada di daftar"],
    ),
    "alamat, daftar, RT": (
        t([L()], [S()], w=WIL),
        "ALAMAT_TIDAK_DIKETAHUI",
        "UNDANGAN-06 UNDANGAN-08",
        ["UNDANGAN baris 1 DESA/RW/RT 'Jaten RW 001 RT 001' | WILAYAH: tidak ada di daftar"],
    ),
    "alamat, belum diketahui": (
        t([L(TGL_LAHIR="")], [S()], w=WIL),
        "ALAMAT_TIDAK_DIKETAHUI",
        "UNDANGAN-06 WAJIB-08 UNDANGAN-08",
        ["UNDANGAN baris 1 DESA/RW/RT 'Jaten RW 001 RT 001' | WILAYAH: tidak ada di daftar"],
    ),
    "alamat, catatan, belum diketahui": (
        t([L(TGL_LAHIR="")], [S(KETERANGAN="alamat tidak jelas")]),
        "ALAMAT_TIDAK_DIKETAHUI",
        "UNDANGAN-06 CATATAN-01 WAJIB-08 UNDANGAN-08",
        ["UNDANGAN baris 1 KETERANGAN 'alamat tidak jelas' | ALAMAT_TIDAK_DIKETAHUI"],
    ),
    "dobel, satu NIK": (
        t([L()], [S("1"), S("2")]),
        "DOBEL",
        "UNDANGAN-01 DOBEL-04 DOBEL-01",
        [
            "UNDANGAN baris 2 NO_UNDANGAN '2' | UNDANGAN baris 1: 1",
            "UNDANGAN baris 2 NIK '3313110101800001' | UNDANGAN baris 1: 3313110101800001",
        ],
    ),
    "dobel, dua NIK": (
        t([L(), KEMBAR.listed()], [S("1"), KEMBAR.invited("2")]),
        "DOBEL",
        "UNDANGAN-01 DOBEL-04 DOBEL-02",
        [
            "UNDANGAN baris 2 NO_UNDANGAN '2' | UNDANGAN baris 1: 1",
            "UNDANGAN baris 2 NIK '3313120101800009' | UNDANGAN baris 1: 3313110101800001",
            "PENDUDUK baris 2 NAMA 'Sukarjo' | PENDUDUK baris 1: Sukarjo",
            "PENDUDUK baris 2 NAMA_IBU 'WAGIYEM' | PENDUDUK baris 1: WAGIYEM",
            "PENDUDUK baris 2 ALAMAT 'DUSUN LOR, 001, 001, JATEN' | PENDUDUK baris 1: DUSUN LOR, 001, 001, JATEN",
        ],
    ),
    "dobel, dua NIK tak terdaftar": (
        t([], [S("1"), KEMBAR.invited("2")]),
        "DOBEL",
        "UNDANGAN-01 DOBEL-04 DOBEL-02",
        [
            "UNDANGAN baris 2 NO_UNDANGAN '2' | UNDANGAN baris 1: 1",
            "UNDANGAN baris 2 NIK '3313120101800009' | UNDANGAN baris 1: 3313110101800001",
            "UNDANGAN baris 2 NAMA 'Sukarjo' | UNDANGAN baris 1: Sukarjo",
            "UNDANGAN baris 2 ALAMAT 'DUSUN LOR, 001, 001, JATEN' | UNDANGAN baris 1: DUSUN LOR, 001, 001, JATEN",
        ],
    ),
    "diperbaiki, 15 angka": (
        t([L()], [S(NIK=float(BUDI.nik))]),
        "SAH",
        "UNDANGAN-07 NIK-07",
        [
            "UNDANGAN baris 1 NIK '3313110101800001' | PENDUDUK baris 1: 3313110101800001",
            "UNDANGAN baris 1 NAMA 'Sukarjo' | PENDUDUK baris 1: Sukarjo",
            "UNDANGAN baris 1 TGL_LAHIR '01-01-1980' | PENDUDUK baris 1: 01-01-1980",
            "UNDANGAN baris 1 DESA/RW/RT 'Jaten RW 001 RT 001' | PENDUDUK baris 1: Jaten RW 001 RT 001",
        ],
    ),
    "diperbaiki, nama lahir": (
        t([L()], [S(NIK="", RT="")]),
        "SAH",
        "UNDANGAN-07 NIK-08",
        [
            "UNDANGAN baris 1 NIK '' | PENDUDUK baris 1: 3313110101800001",
            "UNDANGAN baris 1 NAMA 'Sukarjo' | PENDUDUK baris 1: Sukarjo",
            "UNDANGAN baris 1 TGL_LAHIR '01-01-1980' | PENDUDUK baris 1: 01-01-1980",
        ],
    ),
    "diperbaiki, semua bukti": (
        t([L()], [S(NIK=LAIN)]),
        "SAH",
        "UNDANGAN-07 NIK-09",
        [
            "UNDANGAN baris 1 NIK '3313110101800007' | PENDUDUK baris 1: 3313110101800001",
            "UNDANGAN baris 1 NAMA 'Sukarjo' | PENDUDUK baris 1: Sukarjo",
            "UNDANGAN baris 1 TGL_LAHIR '01-01-1980' | PENDUDUK baris 1: 01-01-1980",
            "UNDANGAN baris 1 DESA/RW/RT 'Jaten RW 001 RT 001' | PENDUDUK baris 1: Jaten RW 001 RT 001",
        ],
    ),
    "diperbaiki, dobel": (
        t([L()], [S("1"), S("2", NIK="")]),
        "DOBEL",
        "UNDANGAN-01 DOBEL-04 DOBEL-01 NIK-08",
        [
            "UNDANGAN baris 2 NO_UNDANGAN '2' | UNDANGAN baris 1: 1",
            "UNDANGAN baris 2 NIK '3313110101800001' | UNDANGAN baris 1: 3313110101800001",
            "UNDANGAN baris 2 NIK '' | PENDUDUK baris 1: 3313110101800001",
            "UNDANGAN baris 2 NAMA 'Sukarjo' | PENDUDUK baris 1: Sukarjo",
            "UNDANGAN baris 2 TGL_LAHIR '01-01-1980' | PENDUDUK baris 1: 01-01-1980",
            "UNDANGAN baris 2 DESA/RW/RT 'Jaten RW 001 RT 001' | PENDUDUK baris 1: Jaten RW 001 RT 001",
        ],
    ),
}


@pytest.mark.parametrize(
    ("tabel", "kategori", "aturan", "bukti"),
    [pytest.param(*a, id=nama, marks=pytest.mark.aturan(*a[2].split())) for nama, a in ADEGAN.items()],
)
def test_the_last_paper_is_decided_by_these_rules_on_this_evidence(
    tabel: Tabel, kategori: str, aturan: str, bukti: list[str]
) -> None:
    k = tabel.reconcile().keputusan[-1]
    assert (k.kategori.value, " ".join(k.aturan)) == (kategori, aturan)
    assert [str(b) for b in k.bukti] == bukti
    assert k.pasti == ("UNDANGAN-08" not in aturan)
    assert k.diperbaiki == ("NIK-" in aturan)
    assert k.rujukan == ("1" if kategori == "DOBEL" else "")


DEWASA, ANAK = date(1980, 1, 1), date(2000, 1, 1)
UMUR = "PENDUDUK baris 3 TGL_LAHIR '01-01-1980' | umur 32 per 28-08-2012, batas 17"
MUDA = "PENDUDUK baris 3 TGL_LAHIR '01-01-2000' | umur 12 per 28-08-2012, batas 17"
ITAP = "PENDUDUK baris 3 ITAP_SAMPAI 'WNA 29-08-2012' | per 28-08-2012"
WNA = {"kewarganegaraan": Kewarganegaraan.WNA, "itap_sampai": BESOK}
KAWIN = {"status_kawin": StatusKawin.KAWIN, "tanggal_kawin": LALU}
NIK = BUDI.nik
WAJIB: dict[str, tuple[dict[str, Any], list[Mutasi], str, str, list[str]]] = {
    "umur": ({"tanggal_lahir": DEWASA}, [], "UMUR", "WAJIB-01", [UMUR]),
    "umur, orang asing": ({"tanggal_lahir": DEWASA} | WNA, [], "UMUR", "WAJIB-01 WAJIB-03", [UMUR, ITAP]),
    "kawin": ({"tanggal_lahir": ANAK} | KAWIN, [], "KAWIN", "WAJIB-02",
              ["PENDUDUK baris 3 STATUS_KAWIN 'KAWIN 01-08-2012' | per 28-08-2012"]),
    "kawin, orang asing, tanpa tanggal": (
        {"status_kawin": StatusKawin.CERAI} | WNA, [], "KAWIN", "WAJIB-02 WAJIB-03",
        ["PENDUDUK baris 3 STATUS_KAWIN 'CERAI' | per 28-08-2012", ITAP]),
    "belum 17": ({"tanggal_lahir": ANAK}, [], "BELUM_17", "WAJIB-05",
                 [MUDA, "PENDUDUK baris 3 STATUS_KAWIN '' | per 28-08-2012"]),
    "tanpa ITAP": ({"tanggal_lahir": DEWASA, "kewarganegaraan": Kewarganegaraan.WNA}, [], "TANPA_ITAP", "WAJIB-03",
                   ["PENDUDUK baris 3 ITAP_SAMPAI 'WNA' | per 28-08-2012"]),
    "belum diketahui": ({"tanggal_lahir_tertulis": "31-02-1980"}, [], "BELUM_DIKETAHUI", "WAJIB-08",
                        ["PENDUDUK baris 3 TGL_LAHIR '31-02-1980' | per 28-08-2012",
                         "PENDUDUK baris 3 STATUS_KAWIN '' | per 28-08-2012"]),
    "meninggal": ({}, [Meninggal(NIK, LALU, 7), Meninggal(NIK, None, 8, "2012")], "MENINGGAL", "WAJIB-06",
                  ["MENINGGAL baris 7 TGL_MENINGGAL '01-08-2012' | per 28-08-2012"]),
    "meninggal tanpa tanggal": ({}, [Meninggal(NIK, None, 8, "2012"), Pindah(NIK, LALU)], "MENINGGAL", "WAJIB-06",
                                ["MENINGGAL baris 8 TGL_MENINGGAL '2012' | per 28-08-2012"]),
    "pindah": ({}, [Pindah(NIK, LALU, baris=5)], "PINDAH", "WAJIB-07",
               ["PINDAH baris 5 TGL_PINDAH 'KELUAR 01-08-2012' | per 28-08-2012"]),
    "pindah tanpa tanggal": ({}, [Pindah(NIK, baris=5, tanggal_tertulis="2011")], "PINDAH", "WAJIB-07",
                             ["PINDAH baris 5 TGL_PINDAH 'KELUAR 2011' | per 28-08-2012"]),
    "datang kelak": ({}, [Pindah(NIK, BESOK, Arah.DATANG, 5)], "BELUM_DATANG", "WAJIB-07",
                     ["PINDAH baris 5 TGL_PINDAH 'DATANG 29-08-2012' | per 28-08-2012"]),
}  # fmt: skip


@pytest.mark.parametrize(
    ("isi", "mutasi", "alasan", "aturan", "bukti"),
    [pytest.param(*a, id=nama, marks=pytest.mark.aturan(*a[3].split())) for nama, a in WAJIB.items()],
)
def test_a_resident_is_decided_by_these_rules_on_this_evidence(
    isi: dict[str, Any], mutasi: list[Mutasi], alasan: str, aturan: str, bukti: list[str]
) -> None:
    k = decide_wajib(Penduduk(NIK, baris=3, **isi), on=D, mutasi=mutasi)
    assert (k.alasan.value, " ".join(k.aturan)) == (alasan, aturan)
    assert [str(b) for b in k.bukti] == bukti
