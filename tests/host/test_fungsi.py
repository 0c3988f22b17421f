"""The formula functions called plainly: the cases, and what holds for every input."""

from __future__ import annotations

import subprocess
import sys
import time
from collections import Counter
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ektp_core import (
    Hasil,
    Kategori,
    read_meninggal,
    read_penduduk,
    read_perekaman,
    read_pindah,
    read_undangan,
    read_wilayah,
    reconcile,
)
from ektp_core.aturan import UU_23_2006
from ektp_core.nik import is_placeholder
from ektp_core.wajib import decide_wajib
from ektp_excel.fungsi import FUNGSI
from ektp_excel.fungsi.bentuk import Jawaban
from ektp_excel.kolom import LEMBAR
from host.muat_kasus import Kasus, SelGalat, differences, load_cases
from strategies import Baris, Tabel, tabel

D = date(2012, 8, 28)
PANGGIL = {fungsi.nama: fungsi.panggil for fungsi in FUNGSI}
KASUS = load_cases()
BARIS_EXCEL = 1_048_576
SEMUA_TABEL = ("undangan", "penduduk", "perekaman", "pindah", "meninggal")
# Words that VBA keeps for itself; xlwings' generator writes argument names as they are.
KATA_VBA = frozenset(
    "and as byref call case const date dim do each else end error exit for get if in is let like loop me "
    "mod new next not nothing null on option or private public set single step stop string sub then to true type until "
    "variant wend while with xor".split()
)


def _plain(nilai: object) -> object:
    return nilai.teks if isinstance(nilai, SelGalat) else nilai


def call(nama: str, *rentang: object, sistem_1904: bool = False) -> Jawaban:
    """Call by rows; a value that is no list is one cell."""
    return PANGGIL[nama](
        *(r if r is None or isinstance(r, list) else [[r]] for r in rentang),
        sistem_1904=sistem_1904,
    )


@pytest.mark.parametrize("kasus", KASUS, ids=lambda k: f"{k.fungsi}-{k.nomor}")
def test_case(kasus: Kasus) -> None:
    rentang = [r and [[_plain(v) for v in baris] for baris in r] for r in kasus.argumen]
    assert differences(PANGGIL[kasus.fungsi](*rentang, sistem_1904=kasus.sistem_1904), kasus) == []


def test_every_function_has_its_cases() -> None:
    jumlah = Counter(kasus.fungsi for kasus in KASUS)
    assert set(jumlah) == set(PANGGIL)
    assert [nama for nama, n in jumlah.items() if n < 8] == ["EKTP_VERSI"]  # it takes no argument


def test_every_dated_function_has_a_case_in_both_date_systems() -> None:
    bertanggal = {k.fungsi for k in KASUS if any(isinstance(v, date) for v in k.sel.values())}
    assert bertanggal == {k.fungsi for k in KASUS if k.sistem_1904 and k.fungsi in bertanggal}


def test_wizard_texts_are_short_and_complete() -> None:
    for fungsi in FUNGSI:
        assert 0 < len(fungsi.doc) <= 255
        assert fungsi.nama.replace("_", "").isalpha()
        assert fungsi.nama.startswith("EKTP_")
        for argumen in fungsi.argumen:
            assert 0 < len(argumen.doc) <= 255, argumen
            # Letters only is no cell address, and one letter alone would be R or C.
            assert argumen.nama.replace("_", "").isalpha()
            assert len(argumen.nama) > 1
            assert argumen.nama not in KATA_VBA
        wajib = [argumen.wajib for argumen in fungsi.argumen]
        assert wajib == sorted(wajib, reverse=True), "an optional argument stands before a required one"


# What one cell may hold, as any host gives it.
_TANGGAL = st.dates(date(1900, 3, 1), date(2030, 1, 1))
_SEL = st.one_of(
    st.none(),
    st.just(""),
    st.booleans(),
    st.floats(allow_nan=True, allow_infinity=True),
    st.integers(-10, 10**17),
    _TANGGAL,
    st.datetimes(timezones=st.sampled_from([None, UTC])),
    st.sampled_from(
        ["#N/A", "GALAT: NIK kosong", " ", "-", "17-08-1945", "17/8/45", "KAWIN", "WNA", "3171011708450001"]
    ),
    st.text(max_size=20),
    st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-10, max_value=10**6),
)
_SERUPA = ["EKTP_TANGGAL", "EKTP_UMUR", "EKTP_WAJIB", "EKTP_ALASAN_WAJIB", "EKTP_TANGGAL_WAJIB", "EKTP_NIK_SAH"]
_SERUPA += ["EKTP_NIK_SAMAR", "EKTP_DOBEL", "EKTP_ALASAN_KEMBALI", "EKTP_CAKUPAN", "EKTP_HARI_KERJA"]
_SERUPA += ["EKTP_LAJU_PERLU", "EKTP_PERKIRAAN_SELESAI"]


@given(
    nama=st.sampled_from(_SERUPA),
    isi=st.lists(_SEL, min_size=1, max_size=6),
    lain=st.lists(_SEL, max_size=3),
    lebar=st.sampled_from([1, 2]),
)
@example("EKTP_DOBEL", [float("nan")], [], 1)
@example("EKTP_UMUR", [datetime.max], [D], 1)
@example("EKTP_NIK_SAMAR", [float("inf")], [], 1)
def test_any_cells_are_answered_in_their_shape(nama: str, isi: list[object], lain: list[object], lebar: int) -> None:
    rentang = [isi[i : i + lebar] for i in range(0, len(isi) - len(isi) % lebar, lebar)] or [[*isi, None]]
    jawab = call(nama, rentang, *lain[: _most_arguments(nama)])
    assert [len(b) for b in jawab] == [len(b) for b in rentang]
    for nilai in (v for baris in jawab for v in baris):
        assert nilai is None or type(nilai) in (str, int, float, bool, date), nilai
        assert not (isinstance(nilai, str) and "kesalahan program" in nilai), nilai


def _most_arguments(nama: str) -> int:
    return next(len(f.argumen) for f in FUNGSI if f.nama == nama) - 1


@given(
    nama=st.sampled_from([n for n in _SERUPA if n not in ("EKTP_DOBEL", "EKTP_CAKUPAN", "EKTP_LAJU_PERLU")]),
    isi=st.lists(_SEL, min_size=2, max_size=6),
    lain=st.lists(_SEL, max_size=3),
)
@example("EKTP_TANGGAL", [1, True, 1.0], [])
def test_one_cell_answers_as_it_does_in_a_column(nama: str, isi: list[object], lain: list[object]) -> None:
    if nama == "EKTP_PERKIRAAN_SELESAI" and "GALAT: NIK kosong" in isi:
        return  # it refuses the column
    lain = lain[: _most_arguments(nama)]
    assert call(nama, [[v] for v in isi], *lain) == [call(nama, [[v]], *lain)[0] for v in isi]


@given(lahir=_TANGGAL, per=st.dates(UU_23_2006, date(2030, 1, 1)), status=st.sampled_from(["KAWIN", "1", "2", "?", ""]))
@example(date(1996, 2, 29), date(2013, 2, 28), "")
def test_wajib_is_what_the_core_decides(lahir: date, per: date, status: str) -> None:
    orang = read_penduduk([{"NIK": "3313110101800001", "TGL_LAHIR": lahir, "STATUS_KAWIN": status}], on=per)[0][0]
    putusan = decide_wajib(orang, on=per)
    jawab = call("EKTP_WAJIB", lahir, per, status)[0][0]
    assert jawab == ("belum diketahui" if putusan.wajib is None else putusan.wajib)
    alasan = str(call("EKTP_ALASAN_WAJIB", lahir, per, status)[0][0])
    assert alasan.startswith(f"{putusan.alasan.value}: ")
    assert all(nomor in alasan for nomor in putusan.aturan)


@given(st.lists(st.sampled_from([f"331311010180{i:04d}" for i in range(1, 5)]), max_size=12))
def test_dobel_points_to_the_first(nik: list[str]) -> None:
    jawab = call("EKTP_DOBEL", [[v] for v in nik] or [[None]])
    for i, (awal,) in enumerate(jawab[: len(nik)]):
        assert awal == (nik.index(nik[i]) + 1 if nik[i] in nik[:i] else None)


@given(st.sampled_from(["0", "7", "1234567890123456"]), st.integers(0, 15), st.sampled_from("0123456789"))
def test_dobel_knows_the_stand_in_numbers_of_the_core(awal: str, di: int, angka: str) -> None:
    nik = (awal * 16)[:16]
    for nomor in (nik, nik[:di] + angka + nik[di + 1 :]):
        assert (call("EKTP_DOBEL", nomor) == [[None]]) is not is_placeholder(nomor)


@given(terekam=st.integers(0, 10**6), wajib=st.integers(1, 10**6))
def test_published_coverage_goes_back_to_a_range_that_holds_it(terekam: int, wajib: int) -> None:
    persen = (Decimal(terekam) * 100 / wajib).quantize(Decimal("0.01"), "ROUND_HALF_UP")
    paling_sedikit, paling_banyak = call("EKTP_SELANG_TEREKAM", f"{persen}%", wajib)[0]
    assert paling_sedikit <= terekam <= paling_banyak  # type: ignore[operator]


@given(sisa=st.integers(1, 5000), laju=st.integers(1, 300), mulai=st.dates(date(2012, 1, 1), date(2013, 12, 31)))
def test_the_finish_date_needs_this_pace_and_no_less(sisa: int, laju: int, mulai: date) -> None:
    selesai = call("EKTP_PERKIRAAN_SELESAI", sisa, laju, mulai, 6)[0][0]
    perlu = call("EKTP_LAJU_PERLU", sisa, mulai, selesai, 6)[0][0]
    assert isinstance(perlu, int)
    assert perlu <= laju
    hari = call("EKTP_HARI_KERJA", mulai, selesai, 6)[0][0]
    assert isinstance(hari, int)
    assert (hari - 1) * laju < sisa <= hari * laju


def _rekon_tables() -> tuple[list[list[object]], list[list[object]], list[list[object]]]:
    isi = {k.rumus: k for k in KASUS if k.fungsi == "EKTP_REKON"}
    kasus = next(k for rumus, k in isi.items() if "Y1:Z2" in rumus)
    undangan, penduduk, _, perekaman, *_ = kasus.argumen
    assert undangan
    assert penduduk
    assert perekaman
    return undangan, penduduk, perekaman


def _mappings(tabel: list[list[object]]) -> list[dict[str, object]]:
    return [dict(zip(map(str, tabel[0]), baris, strict=True)) for baris in tabel[1:]]


def _decision_rows(hasil: Hasil) -> list[list[str]]:
    return [
        [
            k.undangan.nomor,
            k.nik_dipakai,
            k.kategori.value,
            ", ".join(k.aturan),
            "; ".join(map(str, k.bukti)),
            k.rujukan,
            "YA" if k.pasti else "BELUM",
        ]
        for k in hasil.keputusan
    ]


def test_rekon_answers_what_reconcile_decides() -> None:
    undangan, penduduk, perekaman = _rekon_tables()
    mulai = range(2, 1000)
    u, g1 = read_undangan(_mappings(undangan), on=D, baris=mulai)
    p, g2 = read_penduduk(_mappings(penduduk), on=D, baris=mulai)
    r, g3 = read_perekaman(_mappings(perekaman), on=D, baris=mulai)
    hasil = reconcile(undangan=u, penduduk=p, perekaman=r, galat=[*g1, *g2, *g3], on=D)
    jawab = call("EKTP_REKON", undangan, penduduk, D, perekaman)
    dibaca = [b for b in jawab[1:] if b[2] != "GALAT"]
    assert dibaca == _decision_rows(hasil)
    assert len(jawab) - 1 - len(dibaca) == len(g1) == 1
    rekap = call("EKTP_REKAP_DESA", undangan, penduduk, D, perekaman)
    assert rekap[-1][1:4] == [hasil.wajib.neto, hasil.terekam, hasil.belum_terekam]
    assert len(call("EKTP_TERCECER", undangan, penduduk, D, perekaman)) - 1 == len(hasil.tercecer)
    assert len(call("EKTP_PENYISIRAN", undangan, penduduk, D, perekaman)) - 1 == len(hasil.belum)


def _as_table(nama: str, rows: tuple[Baris, ...]) -> tuple[list[list[object]], list[Baris]]:
    """The rows as a table with every column of the sheet, and as mappings with the same columns."""
    kolom = [k.nama for k in LEMBAR[nama].kolom]
    penuh: list[Baris] = [{k: b.get(k) for k in kolom} for b in rows]
    return [list(kolom), *(list(b.values()) for b in penuh)], penuh


@given(tabel())
def test_rekon_answers_any_table_as_reconcile_does(t: Tabel) -> None:
    bentuk = {nama: _as_table(nama.upper(), getattr(t, nama)) for nama in SEMUA_TABEL}
    wilayah = None if t.wilayah is None else _as_table("WILAYAH", t.wilayah)
    baris = range(2, 1000)
    u, galat = read_undangan(bentuk["undangan"][1], on=t.on, baris=baris)
    hasil = reconcile(
        undangan=u,
        penduduk=read_penduduk(bentuk["penduduk"][1], on=t.on, baris=baris)[0],
        perekaman=read_perekaman(bentuk["perekaman"][1], on=t.on, baris=baris)[0],
        mutasi=[
            *read_pindah(bentuk["pindah"][1], on=t.on, baris=baris)[0],
            *read_meninggal(bentuk["meninggal"][1], on=t.on, baris=baris)[0],
        ],
        wilayah=None if wilayah is None else read_wilayah(wilayah[1])[0],
        galat=galat,
        on=t.on,
    )
    rentang = [bentuk["undangan"][0], bentuk["penduduk"][0], t.on, *(bentuk[n][0] for n in SEMUA_TABEL[2:])]
    jawab = call("EKTP_REKON", *rentang, wilayah and wilayah[0])
    assert [b for b in jawab[1:] if b[2] != "GALAT"] == _decision_rows(hasil)
    assert len(jawab) - 1 == len(hasil.keputusan) + hasil.kategori[Kategori.GALAT]


def test_blank_rows_inside_a_table_are_no_rows() -> None:
    undangan, penduduk, _ = _rekon_tables()
    lebar = len(undangan[0])
    berlubang = [undangan[0], [None] * lebar, *undangan[1:3], [""] * lebar, *undangan[3:], *[[None] * lebar] * 20]
    assert [b[:3] for b in call("EKTP_REKON", berlubang, penduduk, D)] == [
        b[:3] for b in call("EKTP_REKON", undangan, penduduk, D)
    ]


@pytest.mark.parametrize("nama", ["EKTP_WAJIB", "EKTP_DOBEL", "EKTP_TANGGAL", "EKTP_ALASAN_KEMBALI", "EKTP_NIK_SAH"])
def test_a_whole_column_is_answered_quickly(nama: str) -> None:
    kolom: Jawaban = [[None] for _ in range(BARIS_EXCEL)]
    kolom[0] = ["3171011708450001"]
    mulai = time.process_time()
    jawab = call(nama, kolom, *([D] if nama in ("EKTP_WAJIB", "EKTP_NIK_SAH") else []))
    lama = time.process_time() - mulai
    assert len(jawab) == BARIS_EXCEL
    assert all(baris == [None] for baris in jawab[1:])
    assert lama < 3.0  # half a second; a loop that does real work on each row takes many


def test_whole_columns_serve_as_tables() -> None:
    undangan, penduduk, _ = _rekon_tables()
    kosong: list[list[object]] = [[None] * len(undangan[0])] * (BARIS_EXCEL - len(undangan))
    assert call("EKTP_REKON", undangan + kosong, penduduk, D) == call("EKTP_REKON", undangan, penduduk, D)


def test_functions_need_no_host_and_no_workbook_library() -> None:
    """LibreOffice has no xlwings, Lite has no calamine."""
    periksa = "import sys, ektp_excel.fungsi; print(*(m for m in sys.modules if m.partition('.')[0] in sys.argv[1:]))"
    asing = ("xlwings", "python_calamine", "xlsxwriter", "openpyxl", "polars", "numpy")
    keluar = subprocess.run([sys.executable, "-c", periksa, *asing], capture_output=True, text=True, check=True)
    assert keluar.stdout.split() == []


def test_no_exception_reaches_a_cell(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("ektp_excel.fungsi.rekon.reconcile", fail)
    undangan, penduduk, _ = _rekon_tables()
    assert call("EKTP_REKON", undangan, penduduk, D) == [
        ["GALAT: kesalahan program (ZeroDivisionError), mohon dilaporkan"]
    ]


def test_a_cell_never_shows_a_whole_nik_in_its_galat() -> None:
    for nilai in ("3171011708450001x", "31710117084500012", "NIK 3171011708450001"):
        for nama in ("EKTP_NIK_SAMAR", "EKTP_TANGGAL", "EKTP_DOBEL"):
            teks = str(call(nama, nilai)[0][0])
            assert teks.startswith("GALAT: ")
            assert "3171011708450001" not in teks
