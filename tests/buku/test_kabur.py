"""The fuzzer's invariants without the fuzzer: on what once fell, on every seed, and on whatever Hypothesis makes of both.

`python -m bench.fuzz` looks further (atheris, Linux); what it finds is pinned in `JATUH`.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from attrs import frozen
from bench.fuzz import __main__ as perintah
from bench.fuzz import sifat_lembar, sifat_sel
from bench.fuzz.daftar import PER_NAMA, SEMUA
from bench.fuzz.jalan import Hasil, Temuan
from bench.fuzz.sifat import Langgar
from bench.fuzz.susut import shrink
from bench.fuzz.vonis import judge
from hypothesis import given, settings
from hypothesis import strategies as st


@frozen
class Jatuh:
    """An input on which a reader once failed, and what failed."""

    pembaca: str
    data: bytes
    apa: str


JATUH = (
    Jatuh("alamat", b"NO. RT 3", "kunci RT tidak berubah lagi"),
    Jatuh("alamat", b"0RT0", "kunci RT tidak berubah lagi"),
    Jatuh("alamat", b"?Ds", "kunci desa tidak berubah lagi"),
    Jatuh("csv", b"\0\xef\xbb\xbfNIK" + b"\0 " * 40, "isi yang sama, ditulis baku, dibaca sama banyak"),
    Jatuh("lembar", b"0\x01000000\xff\xff", "ValueError di judul.py:<listcomp>"),
    Jatuh("panjang", b"1", "ValueError di penduduk.py:read_status_kawin"),
    Jatuh("sel", b"00000000*00000", "tidak ada NIK utuh yang tampak"),
    Jatuh("sel", b"0000000-----000000", "tidak ada NIK utuh yang tampak"),
    Jatuh("tanggal", b"`00002", "tepi kosong dan huruf besar tidak mengubah tanggal"),
)
LAMBAT = ("panjang", "csv", "xlsx", "judul", "ods")
"""Readers of which one input takes milliseconds."""


@pytest.mark.parametrize("jatuh", [pytest.param(j, id=f"{j.pembaca}-{i}") for i, j in enumerate(JATUH)])
def test_what_once_fell_stays_mended(jatuh: Jatuh) -> None:
    PER_NAMA[jatuh.pembaca].periksa(jatuh.data)


@cache
def _seeds(nama: str) -> list[bytes]:
    return PER_NAMA[nama].benih()


@pytest.mark.parametrize("nama", PER_NAMA)
def test_every_seed_holds(nama: str) -> None:
    assert _seeds(nama)
    for data in _seeds(nama)[:: 4 if nama == "panjang" else 1]:
        PER_NAMA[nama].periksa(data)


_SISIPAN = st.binary(max_size=12) | (st.text(max_size=12) | st.text("0123456789.,-'?RTNO \t\n", max_size=12)).map(
    str.encode
)


@st.composite
def _inputs(draw: st.DrawFn, nama: str) -> bytes:
    """Any bytes, any text, or a seed with a piece of it exchanged."""
    lain = draw(_SISIPAN)
    data = draw(st.sampled_from((b"", *_seeds(nama))))
    i = draw(st.integers(0, len(data)))
    return data[:i] + lain + data[i + draw(st.integers(0, 8)) :]


@pytest.mark.parametrize("nama", PER_NAMA)
def test_whatever_is_read_keeps_its_invariants(nama: str) -> None:
    terpanjang, periksa = PER_NAMA[nama].terpanjang, PER_NAMA[nama].periksa

    @settings(max_examples=15 if nama in LAMBAT else 150)
    @given(_inputs(nama))
    def hold(data: bytes) -> None:
        periksa(data[:terpanjang])

    hold()


def test_a_reader_has_one_name() -> None:
    assert len(PER_NAMA) == len(SEMUA) >= 10


Salah = Callable[[Any], Any]


@pytest.mark.parametrize(
    ("modul", "nama", "salah", "pembaca", "data"),
    [
        (sifat_sel, "mask_text", lambda t: t, "sel", b"3171011708450001"),
        (sifat_sel, "clean_text", lambda v: f"{v} ", "sel", b"a"),
        (sifat_sel, "clean_nik", lambda v: str(v)[:16], "nik", b"3171-01170845"),
        (sifat_sel, "explain_nik", lambda v: "", "nik", b"12"),
        (sifat_sel, "read_date", lambda v, **_: sifat_sel.TERAWAL.replace(year=1700), "tanggal", b"1-1-1980"),
        (sifat_lembar, "is_numbering_row", lambda row: True, "lembar", b"\x043171011708450001\t1-8-2012"),
    ],
)
def test_a_fault_is_a_finding(
    modul: Any, nama: str, salah: Salah, pembaca: str, data: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    p = PER_NAMA[pembaca]
    assert judge(p.periksa, 60, data) == ""
    monkeypatch.setattr(modul, nama, salah)
    assert judge(p.periksa, 60, data)


def test_a_lost_row_is_a_finding(monkeypatch: pytest.MonkeyPatch) -> None:
    baca = sifat_lembar.PEMBACA["MENINGGAL"]

    def lose(rows: Any, **cara: Any) -> Any:
        rekaman, galat = baca(rows, **cara)
        return rekaman[1:], galat

    monkeypatch.setitem(sifat_lembar.PEMBACA, "MENINGGAL", lose)
    with pytest.raises(Langgar, match="dibaca = dipakai"):
        sifat_lembar.check_lembar(b"\x043171011708450001\t1-8-2012")


def test_an_input_is_made_small() -> None:
    def falls(data: bytes) -> bool:
        return b"x" in data and len(data) > 2

    assert shrink(b"abcxdefghijkl", falls, detik=5) in (b"0x0", b"x00", b"00x")


def test_what_is_slow_is_a_finding() -> None:
    assert judge(lambda data: None, 5, b"") == ""
    assert judge(lambda data: None, -1, b"") == "lebih dari -1 detik"


def test_without_atheris_one_line(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(perintah, "find_spec", lambda _: None)
    assert perintah.main(["tanggal"]) == 2
    cetak = capsys.readouterr()
    assert cetak.out == ""
    assert cetak.err == f"{perintah.TIDAK_ADA}\n"


def test_findings_are_told_and_counted(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def run(nama: str, detik: float, korpus: Path | None) -> Hasil:
        return Hasil(nama, 10, 2.0, 7, [Temuan(nama, "contoh", b"\0a")] if nama == "nik" else [])

    monkeypatch.setattr(perintah, "find_spec", lambda _: True)
    monkeypatch.setattr(perintah, "run_reader", run)
    angka = tmp_path / "angka.json"
    pilihan = ["--json", str(angka), "--temuan", str(tmp_path)]
    assert perintah.main(["sel", *pilihan]) == 0
    assert perintah.main(["sel", "nik", *pilihan]) == 1
    cetak = capsys.readouterr().out
    assert "Jatuh('nik', b'\\x00a', 'contoh')," in cetak
    assert [p.read_bytes() for p in tmp_path.glob("nik-*.bin")] == [b"\0a"]
    isi = json.loads(angka.read_text(encoding="utf-8"))
    assert isi["nik"] == {"masukan": 10, "temuan": 1, "detik": 2.0, "per_detik": 5, "tepi": 7}
