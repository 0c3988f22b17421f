"""The readers: whatever a cell holds, a row becomes a record or a `Galat` with its place, and nothing raises."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from ektp_core import (
    Galat,
    is_wajib,
    read_meninggal,
    read_penduduk,
    read_perekaman,
    read_pindah,
    read_undangan,
    read_wilayah,
    reconcile,
)
from strategies import BARIS_KOSONG, NIK_BURUK, Baris, D, Insan, Tabel, nik, tabel

Pembaca = Callable[..., tuple[list[Any], list[Galat]]]

PEMBACA: dict[str, tuple[Pembaca, tuple[str, ...]]] = {
    "PENDUDUK": (read_penduduk, tuple(Insan().listed())),
    "UNDANGAN": (read_undangan, (*Insan().invited(), "TGL_JADWAL")),
    "PEREKAMAN": (read_perekaman, ("NIK", "TGL_REKAM", "STATUS", "TEMPAT")),
    "PINDAH": (read_pindah, ("NIK", "TGL_PINDAH", "ARAH")),
    "MENINGGAL": (read_meninggal, ("NIK", "TGL_MENINGGAL")),
    "WILAYAH": (read_wilayah, ("DESA", "RW", "RT")),
}
ANEH: tuple[object, ...] = (
    float("nan"), float("inf"), float("-inf"), -1, 0, 10**20, 1e300, True, False, b"NIK", time(7, 30), datetime(2012, 8, 28, 7),
    Decimal("1.5"), "#N/A", "#REF!", "=1+1", "\u0663\u0663", "²", "None", "nan", "\x00", "=CMD|' /C calc'!A0",
)  # fmt: skip

sel = st.one_of(
    st.none(),
    st.text(max_size=8),
    st.sampled_from(ANEH),
    st.sampled_from(NIK_BURUK),
    st.floats(),
    st.integers(),
    nik(),
    nik().map(float),
    st.dates(date(1900, 1, 1), date(2030, 1, 1)),
)


@pytest.mark.aturan("NERACA-01", "UNDANGAN-00", "NIK-10")
@pytest.mark.parametrize("lembar", list(PEMBACA))
@settings(max_examples=80)
@given(data=st.data())
def test_any_cells_make_a_record_or_a_galat(lembar: str, data: st.DataObject) -> None:
    baca, kolom = PEMBACA[lembar]
    rows = data.draw(st.lists(st.fixed_dictionaries({}, optional=dict.fromkeys(kolom, sel)), max_size=4))
    rekaman, galat = baca(rows) if lembar == "WILAYAH" else baca(rows, on=D)
    tempat = [r.baris for r in rekaman] + [g.baris for g in galat]
    assert sorted(tempat) == sorted(set(tempat))
    assert set(tempat) <= set(range(1, len(rows) + 1))
    for n, baris in enumerate(rows, 1):
        if any(isinstance(v, int | float | date) and v == v for v in baris.values()):
            assert n in tempat, "a row with a value may not vanish"
    for g in galat:
        assert (g.lembar, bool(g.harusnya)) == (lembar, True)
        assert g.kolom in kolom
        assert "\n" not in str(g)


@pytest.mark.aturan("NERACA-01")
@pytest.mark.parametrize("lembar", list(PEMBACA))
@pytest.mark.parametrize("aneh", ANEH, ids=repr)
def test_a_strange_value_in_any_column_never_raises(lembar: str, aneh: object) -> None:
    baca, kolom = PEMBACA[lembar]
    baik: Baris = Insan().listed() | {"NO_UNDANGAN": "1", "TGL_REKAM": D, "TGL_PINDAH": D, "TGL_MENINGGAL": D}
    for k in kolom:
        rekaman, galat = baca([baik | {k: aneh}])
        assert len(rekaman) + len(galat) == 1, k


@pytest.mark.aturan("NERACA-01")
@pytest.mark.parametrize("lembar", list(PEMBACA))
def test_a_value_that_is_no_cell_never_raises(lembar: str) -> None:
    """A source that is no sheet (JSON) may hold a list where a text should stand."""
    test_a_strange_value_in_any_column_never_raises(lembar, [])


@pytest.mark.aturan("NERACA-01")
@pytest.mark.parametrize("lembar", list(PEMBACA))
def test_blank_rows_are_no_rows_and_totals_rows_are_galat(lembar: str) -> None:
    baca, kolom = PEMBACA[lembar]
    assert baca([BARIS_KOSONG, {}, dict.fromkeys(kolom), dict.fromkeys(kolom, " \u00a0\u200b")]) == ([], [])
    for kata in ("JUMLAH", "Jumlah :", "TOTAL", "total seluruhnya", "Jml."):
        for k in ("NIK", "NAMA", "DESA"):
            rekaman, galat = baca([{"NIK": None, "DESA": "", k: kata, "RT": 12}])
            assert (rekaman, len(galat)) == ([], 1), (kata, k)
            assert "jumlah" in galat[0].harusnya.lower()


@pytest.mark.aturan("NERACA-01")
@given(st.lists(st.sampled_from((BARIS_KOSONG, {"NIK": "0"}, Insan().listed())), max_size=5), st.integers(2, 90))
def test_the_row_numbers_are_those_of_the_source(rows: list[Baris], awal: int) -> None:
    nomor = range(awal, awal + 2 * len(rows), 2)
    rekaman, galat = read_penduduk(rows, baris=nomor)
    assert [r.baris for r in rekaman] == [n for n, b in zip(nomor, rows, strict=True) if b.get("NAMA") == "Sukarjo"]
    assert [g.baris for g in galat] == [n for n, b in zip(nomor, rows, strict=True) if b.get("NIK") == "0"]


@pytest.mark.aturan("NIK-10")
@pytest.mark.parametrize("lembar", ["PENDUDUK", "PEREKAMAN", "PINDAH", "MENINGGAL"])
@pytest.mark.parametrize("buruk", [*NIK_BURUK, "9999999999999999", "331311010180000١"], ids=repr)
def test_a_blank_or_stand_in_nik_is_galat(lembar: str, buruk: object) -> None:
    baca, _ = PEMBACA[lembar]
    isi: Baris = Insan().listed() | {"TGL_REKAM": D, "TGL_PINDAH": D, "TGL_MENINGGAL": D}
    rekaman, galat = baca([isi | {"NIK": buruk}])
    assert (rekaman, [g.kolom for g in galat]) == ([], ["NIK"])


@pytest.mark.aturan("WAJIB-08")
@pytest.mark.parametrize(
    ("lembar", "kolom", "jadi_galat"),
    [
        ("PENDUDUK", "TGL_LAHIR", False),
        ("PEREKAMAN", "TGL_REKAM", True),
        ("MENINGGAL", "TGL_MENINGGAL", False),
        ("PINDAH", "TGL_PINDAH", False),
    ],
)
@pytest.mark.parametrize("buruk", ["31-02-2012", "tidak tahu", "", None, "13/13/2012", 0])
def test_an_unreadable_date_refuses_only_what_cannot_do_without(
    lembar: str, kolom: str, jadi_galat: bool, buruk: object
) -> None:
    """A resident, a death and an outward move stay without their date; a recording does not, nor an arrival."""
    baca, _ = PEMBACA[lembar]
    rekaman, galat = baca([Insan().listed() | {kolom: buruk}], on=D)
    assert (len(rekaman), [g.kolom for g in galat]) == ((0, [kolom]) if jadi_galat else (1, []))
    if lembar == "PINDAH":
        rekaman, galat = baca([Insan().moved(buruk, "DATANG")], on=D)
        assert (len(rekaman), [g.kolom for g in galat]) == (0, [kolom])
    if not jadi_galat and str(buruk or "").strip():
        tulis = rekaman[0].tanggal_lahir_tertulis if lembar == "PENDUDUK" else baca([Insan().dead(buruk)])[0]
        assert tulis


@pytest.mark.aturan("WAJIB-03", "WAJIB-08")
@given(st.sampled_from((None, "", " ", "tidak terbaca")), st.sampled_from(("WNA", "2", "Malaysia")))
def test_a_missing_permit_column_leaves_open_what_a_blank_cell_decides(isi: object, warga: str) -> None:
    ada = Insan().listed(KEWARGANEGARAAN=warga, ITAP_SAMPAI=isi)
    tanpa = {k: v for k, v in ada.items() if k != "ITAP_SAMPAI"}
    jawab = [is_wajib(read_penduduk([b], on=D)[0][0], on=D) for b in (ada, tanpa)]
    assert jawab == [False, None]


@pytest.mark.aturan("TANGGAL-01")
@given(st.integers(0, 99), st.integers(-3, 3))
def test_two_digit_years_never_pass_the_reference_date_for_births(dua: int, hari: int) -> None:
    """Births and marriages are not after D; without D a two-digit year is not read at all."""
    tulis = f"{max(1, 28 + hari):02d}/08/{dua:02d}"
    (p,), _ = read_penduduk([Insan().listed(TGL_LAHIR=tulis)], on=D)
    (q,), _ = read_penduduk([Insan().listed(TGL_LAHIR=tulis)])
    assert q.tanggal_lahir is None
    assert q.tanggal_lahir_tertulis == tulis
    assert p.tanggal_lahir is not None
    assert D.replace(year=D.year - 100) <= p.tanggal_lahir <= D


@pytest.mark.aturan("TANGGAL-02")
@given(st.permutations([1, True, 1.0, Decimal("1.0"), "1"]))
def test_a_cell_is_read_by_itself_whatever_stood_before(isi: list[object]) -> None:
    """Values that compare equal are not one cell: what a row says does not depend on the rows above it."""
    kolom = ("DESA", "RT", "STATUS_KAWIN", "JENIS_KELAMIN", "KEWARGANEGARAAN", "NAMA", "TGL_LAHIR")
    for k in kolom:
        rows = [Insan().listed(**{k: nilai}) for nilai in isi]
        sendiri = [read_penduduk([b], on=D)[0][0] for b in rows]
        assert [evolve(p, baris=1) for p in read_penduduk(rows, on=D)[0]] == sendiri, k


def shows_a_nik(teks: str, niks: set[str]) -> bool:
    """Whether the last four digits of one of these can be read from the text, behind its first twelve."""
    angka = re.sub(r"[^0-9*]", "", teks)
    return any(n[:15] in angka for n in niks)


@settings(max_examples=150)
@given(tabel(), st.sampled_from(("{}", "{} (lama)", "'{}", "NIK {}", "{0} {0}", "{0}/{0}", "{}9", "{}X", "x{}")))
def test_galat_messages_and_words_never_show_a_nik(t: Tabel, bentuk: str) -> None:
    """GALAT, the messages and the identities mask what was written, in whatever company it stands."""
    niks = {str(b["NIK"]) for b in (*t.penduduk, *t.undangan) if isinstance(b.get("NIK"), str)}
    niks = {n for n in niks if n.isdigit() and len(n) == 16 and len(set(n)) > 2}
    kotor = [
        tuple(b | {"NIK": bentuk.format(b["NIK"])} if b.get("NIK") in niks else b for b in getattr(t, x))
        for x in ("undangan", "perekaman", "pindah")
    ]
    u = evolve(t, undangan=kotor[0], perekaman=kotor[1], pindah=kotor[2])
    h = u.reconcile()
    for teks in (*map(str, h.galat), *(g.usul for g in h.galat), *h.pesan, *map(str, h.neraca)):
        assert not shows_a_nik(teks, niks), teks
    assert all(n.seimbang for n in h.neraca)


def test_records_made_by_hand_reconcile_as_those_that_were_read() -> None:
    """Row numbers of 0, as a Python caller leaves them, are no different."""
    (p,), _ = read_penduduk([Insan().listed()])
    h = reconcile(penduduk=[p], undangan=[], on=D)
    assert (h.wajib.neto, h.dibaca["PENDUDUK"]) == (1, 1)
