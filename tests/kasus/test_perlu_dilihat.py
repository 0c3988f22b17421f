"""What a person must look at, kind by kind: the rule that asks for it, and both sides as they are shown."""

from __future__ import annotations

from datetime import date

import pytest

from ektp_core.rekonsiliasi import keadaan, pertentangan
from ektp_core.rekonsiliasi.perhatian import Jenis
from strategies import D, Insan, Tabel

BUDI = Insan(ibu="Wagiyem", alamat="Dusun Lor")
TRI = Insan("3313114505700003", "Tri", date(1970, 5, 5), "P")
LAIN = "3313110101800007"
DULU, LALU, BESOK = date(2012, 7, 1), date(2012, 8, 1), date(2012, 8, 29)
L, S = BUDI.listed, BUDI.invited


def t(
    penduduk: list[dict[str, object]],
    undangan: list[dict[str, object]] | None = None,
    perekaman: list[dict[str, object]] | None = None,
    pindah: list[dict[str, object]] | None = None,
    meninggal: list[dict[str, object]] | None = None,
) -> Tabel:
    """A table of these rows, sheet after sheet."""
    return Tabel(D, tuple(penduduk), *(tuple(x or ()) for x in (undangan, perekaman, pindah, meninggal)))


ADEGAN: tuple[tuple[str, str, Tabel, str, str], ...] = (
    (
        "SEL_TIDAK_TERBACA",
        "WAJIB-08",
        t([L(TGL_KAWIN="31-02-2000", ITAP_SAMPAI="entah 1")]),
        "PENDUDUK baris 1",
        "TGL_KAWIN '31-02-2000': tanggal 31 bulan 2 tahun 2000 tidak ada di kalender; "
        "ITAP_SAMPAI 'entah 1': tanggal tidak terbaca, tulis misalnya 28-08-2012",
    ),
    ("HANYA_MUTASI", "WAJIB-08", t([], [S()], [], [BUDI.moved(LALU, "DATANG")]), "UNDANGAN", "tidak ada di PENDUDUK"),
    (
        "ARAH_TIDAK_DIKENAL",
        "WAJIB-07",
        t([L()], [], [], [BUDI.moved(LALU, "?")]),
        "PINDAH baris 1 '?'",
        "dianggap KELUAR",
    ),
    ("NIK_TANGGAL", "NIK-04", t([L(TGL_LAHIR=date(1980, 1, 2))]), "NIK: 01-01-1980", "terdaftar: 02-01-1980"),
    (
        "NIK_TANGGAL",
        "NIK-04",
        t([L(NIK="3313113002800001")]),
        "NIK 3313113002800001 tidak benar kalender",
        "lahir 01-01-1980",
    ),
    ("NIK_KELAMIN", "NIK-04", t([L(JENIS_KELAMIN="P")]), "NIK: L", "terdaftar: P"),
    (
        "PENDUDUK_BEDA",
        "DOBEL-01",
        t([L(), L(NAMA="Sukarja", RT="")]),
        "NAMA Sukarjo; RT 001",
        "NAMA Sukarja; RT (kosong)",
    ),
    ("LAHIR_TIDAK_TERBACA", "WAJIB-08", t([L(TGL_LAHIR="31-02-1980")]), "31-02-1980", "NIK: 01-01-1980"),
    ("LAHIR_TIDAK_TERBACA", "WAJIB-08", t([L(TGL_LAHIR="", NIK="3313113002800001")]), "(kosong)", ""),
    (
        "WAJIB_TIDAK_DIKETAHUI",
        "WAJIB-08",
        t([L(TGL_LAHIR=date(2000, 1, 1), NIK="3313110101000001", STATUS_KAWIN="?")]),
        "? / WNI / ITAP -",
        "lahir 01-01-2000",
    ),
    ("KAWIN_BERTENTANGAN", "WAJIB-08", t([L(TGL_KAWIN=LALU)]), "BELUM KAWIN", "kawin 01-08-2012"),
    (
        "MENINGGAL_TANPA_TANGGAL",
        "WAJIB-06",
        t([L()], [], [], [], [BUDI.dead("akhir 2011")]),
        "MENINGGAL baris 1 'akhir 2011'",
        "dianggap 28-08-2012",
    ),
    (
        "PINDAH_TANPA_TANGGAL",
        "WAJIB-07",
        t([L()], [], [], [BUDI.moved("akhir 2011")]),
        "PINDAH baris 1 'akhir 2011'",
        "dianggap 28-08-2012",
    ),
    (
        "REKAM_SETELAH_MENINGGAL",
        "WAJIB-06",
        t([L()], [], [BUDI.recorded(LALU)], [], [BUDI.dead(DULU), BUDI.dead(LALU)]),
        "meninggal 01-07-2012",
        "terekam 01-08-2012",
    ),
    (
        "PINDAH_TAPI_TEREKAM",
        "WAJIB-07",
        t([L()], [], [BUDI.recorded(LALU)], [BUDI.moved(DULU)]),
        "pindah 01-07-2012",
        "terekam 01-08-2012",
    ),
    (
        "REKAM_DIBATALKAN",
        "REKAM-02",
        t([L()], [], [BUDI.recorded(DULU), BUDI.recorded(LALU, "UNREGISTERED")]),
        "01-07-2012 terekam",
        "01-08-2012 UNREGISTERED",
    ),
    (
        "REKAM_GANDA",
        "REKAM-03",
        t([L()], [], [BUDI.recorded(LALU, "DUPLICATE_RECORD")]),
        "01-08-2012 DUPLICATE_RECORD",
        "dihitung terekam",
    ),
    (
        "STATUS_TIDAK_DIKENAL",
        "REKAM-04",
        t([L()], [], [BUDI.recorded(LALU, "selesai")]),
        "SELESAI",
        "dianggap tanpa kata status",
    ),
    (
        "CATATAN_MERAGUKAN",
        "CATATAN-02",
        t([L()], [S(KETERANGAN="pindah?")]),
        "UNDANGAN baris 1 'pindah?'",
        "tidak memutuskan",
    ),
    (
        "CATATAN_GANDA",
        "CATATAN-03",
        t([L()], [S(KETERANGAN="pindah, alamat tidak jelas")]),
        "UNDANGAN baris 1 'pindah, alamat tidak jelas'",
        "PINDAH + ALAMAT_TIDAK_DIKETAHUI",
    ),
    (
        "CATATAN_BERBEDA",
        "CATATAN-03",
        t([L()], [S("1", KETERANGAN="pindah"), S("2", KETERANGAN="alm"), S("3", KETERANGAN="alamat tidak jelas")]),
        "UNDANGAN baris 2 'alm'",
        "UNDANGAN baris 1 'pindah'; UNDANGAN baris 3 'alamat tidak jelas'",
    ),
    (
        "CATATAN_DOBEL_TUNGGAL",
        "CATATAN-04",
        t([L()], [S(KETERANGAN="2x")]),
        "UNDANGAN baris 1 '2x'",
        "tidak ada undangan lain untuk orang ini",
    ),
    (
        "CATATAN_KALAH",
        "CATATAN-05",
        t([L()], [S(KETERANGAN="alm")], [], [], [BUDI.dead(BESOK), BUDI.dead(date(2013, 1, 1))]),
        "UNDANGAN baris 1 'alm'",
        "MENINGGAL baris 1 29-08-2012",
    ),
    (
        "CATATAN_KALAH",
        "CATATAN-05",
        t([L()], [S(KETERANGAN="pindah")], [], [BUDI.moved(BESOK), BUDI.moved(date(2013, 1, 1))]),
        "UNDANGAN baris 1 'pindah'",
        "PINDAH baris 1 KELUAR 29-08-2012",
    ),
    (
        "CATATAN_KALAH",
        "CATATAN-05",
        t([L()], [S(KETERANGAN="pindah")], [], [BUDI.moved(DULU), BUDI.moved(LALU, "DATANG")]),
        "UNDANGAN baris 1 'pindah'",
        "PINDAH baris 2 DATANG 01-08-2012",
    ),
    (
        "CATATAN_TAPI_TEREKAM",
        "CATATAN-05",
        t([L()], [S(KETERANGAN="alm")], [BUDI.recorded(DULU), BUDI.recorded(LALU), BUDI.recorded(D, "UNREGISTERED")]),
        "UNDANGAN baris 1 'alm'",
        "PEREKAMAN baris 2 01-08-2012",
    ),
    (
        "NIK_LAIN",
        "NIK-09",
        t([L()], [S(NIK=LAIN)]),
        "UNDANGAN baris 1 NIK 3313110101800007",
        "PENDUDUK NIK 3313110101800001",
    ),
    (
        "REKAM_NIK_LAIN",
        "NIK-09",
        t([L()], [S(NIK=LAIN)], [BUDI.recorded(LALU, nik=LAIN)]),
        "PEREKAMAN baris 1 NIK 3313110101800007",
        "PENDUDUK NIK 3313110101800001",
    ),
    (
        "NIK_USUL",
        "NIK-12",
        t([L()], [S(NIK=LAIN, RT="")]),
        "UNDANGAN baris 1 Sukarjo NIK 3313110101800007",
        "PENDUDUK Sukarjo NIK 3313110101800001; NIK berdekatan",
    ),
    (
        "NIK_USUL",
        "NIK-12",
        t([L(NIK="3374050101800042")], [S(NIK=LAIN, RT="")]),
        "UNDANGAN baris 1 Sukarjo NIK 3313110101800007",
        "PENDUDUK Sukarjo NIK 3374050101800042",
    ),
    (
        "NIK_PINJAMAN_GANDA",
        "NIK-06",
        t([L(NIK=float(BUDI.nik))], [], [BUDI.recorded(LALU, nik=LAIN), BUDI.recorded(LALU)]),
        "331311010180000?",
        "3313110101800001 / 3313110101800007",
    ),
    (
        "NIK_BERSAMA",
        "NIK-05",
        t([L(NIK="3313113002800001"), TRI.listed(NIK="3313113002800001")]),
        "3313113002800001",
        "2 baris PENDUDUK dengan NIK ini",
    ),
    (
        "IDENTITAS_BEDA",
        "DOBEL-01",
        t([L()], [TRI.invited(NIK=BUDI.nik)]),
        "UNDANGAN baris 1 Tri 05-05-1970",
        "PENDUDUK Sukarjo 01-01-1980",
    ),
    (
        "KELOMPOK_BESAR",
        "DOBEL-08",
        t([L(NIK=f"33131101018000{n:02d}") for n in range(1, 12)]),
        "11 NIK satu nama, tanggal lahir dan jenis kelamin: 3313110101800001, 3313110101800002, 3313110101800003, "
        "3313110101800004, 3313110101800005, dan 6 lainnya",
        "tidak digabungkan: lebih dari 10",
    ),
)


@pytest.mark.parametrize(
    ("jenis", "aturan", "tabel", "kiri", "kanan"),
    [pytest.param(*a, id=f"{a[0]}-{n}", marks=pytest.mark.aturan(a[1])) for n, a in enumerate(ADEGAN)],
)
def test_each_kind_is_asked_for_by_its_rule_with_both_sides(
    jenis: str, aturan: str, tabel: Tabel, kiri: str, kanan: str
) -> None:
    entri = [e for e in tabel.reconcile().perlu_dilihat if e.jenis == jenis]
    assert (entri[0].aturan, entri[0].kiri, entri[0].kanan) == (aturan, kiri, kanan)
    assert len(entri) == (2 if jenis == "NIK_BERSAMA" else 1)
    assert entri[0].desa == "Jaten"
    assert entri[0].nama == BUDI.nama


def test_every_kind_has_its_case() -> None:
    """But those of a returned sweep list (KEMBALI), which have a file of their own."""
    semua = {x.kata: x.aturan for m in (keadaan, pertentangan) for x in vars(m).values() if isinstance(x, Jenis)}
    lain = {kata for kata, aturan in semua.items() if aturan.startswith("KEMBALI")}
    assert {kata: aturan for kata, aturan in semua.items() if kata not in lain} == {a[0]: a[1] for a in ADEGAN}
