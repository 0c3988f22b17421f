"""Rows that lead to nobody, one by one: why they could not be used, and what is proposed, in the words that are shown."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve

from strategies import D, Insan, Tabel

BUDI = Insan()
TRI = Insan("3313114505700003", "Tri", date(1970, 5, 5), "P")
SEL = float(BUDI.nik)
SALAH = "3313113002800001"
L, S = BUDI.listed, BUDI.invited
ATAU = ", atau nama dan tanggal lahir satu penduduk"
TEKS, HILANG = "NIK 16 angka sebagai teks", "; sel angka kehilangan angka ke-16"
TIADA = "NIK yang dapat dipakai (tidak benar kalender dan tidak ada di PENDUDUK)"
DUA = "NIK yang dapat dipakai (dimiliki 2 baris PENDUDUK)"
SAMAR, SAMAR_SALAH = "331311010180****", "331311300280****"


def twins(banyak: int) -> tuple[dict[str, object], ...]:
    """People of one name and birth date."""
    return tuple(L(NIK=f"33131{n}0101800001") for n in range(banyak, 0, -1))


def same_15(banyak: int) -> tuple[dict[str, object], ...]:
    """People whose NIKs begin with the same fifteen digits."""
    return tuple(evolve(BUDI, nik=BUDI.nik[:15] + str(n), nama=f"Orang {n}").listed() for n in range(banyak))


def near(banyak: int) -> tuple[dict[str, object], ...]:
    """Namesakes whose NIKs differ from a calendar-false one in a digit."""
    return tuple(L(NIK=f"331311300{n}800001", TGL_LAHIR=date(1980, 1, n)) for n in range(9, 9 - banyak, -1))


@pytest.mark.parametrize(
    ("tabel", "nilai", "harusnya", "usul"),
    [
        pytest.param(*isi, id=nama, marks=pytest.mark.aturan(*nama.split()[:-1]))
        for nama, isi in {
            "NIK-08 tiada": (Tabel(D, (), (S(NIK=""),)), "", TEKS + ATAU, ""),
            "NIK-08 ilmiah": (Tabel(D, (), (S(NIK="3,31311E+15"),)), "3,31311E+15", TEKS + ATAU, ""),
            "NIK-08 dua": (
                Tabel(D, twins(2), (S(NIK=""),)), "", TEKS + ATAU,
                "2 penduduk bernama dan bertanggal lahir sama: 331311010180****, 331312010180****",
            ),
            "NIK-08 empat": (
                Tabel(D, twins(4), (S(NIK=""),)), "", TEKS + ATAU,
                "4 penduduk bernama dan bertanggal lahir sama: 331311010180****, 331312010180****, 331313010180****",
            ),
            "NIK-07 tiada": (Tabel(D, (), (S(NIK=SEL),)), SAMAR, TEKS + HILANG + ATAU, ""),
            "NIK-07 dua": (
                Tabel(D, same_15(2), (S(NIK=SEL, NAMA="Zulaikha", TGL_LAHIR=None),)), SAMAR, TEKS + HILANG + ATAU,
                "2 penduduk memiliki 15 angka ini",
            ),
            "NIK-10 salah": (Tabel(D, (), (S(NIK=SALAH, NAMA=""),)), SAMAR_SALAH, TIADA + ATAU, ""),
            "NIK-05 bersama": (
                Tabel(D, (L(NIK=SALAH), TRI.listed(NIK=SALAH)), (S(NIK=SALAH, NAMA=""),)), SAMAR_SALAH, DUA + ATAU, "",
            ),
            "NIK-12 satu": (
                Tabel(D, near(1), (S(NIK=SALAH),)), SAMAR_SALAH, TIADA + ATAU,
                "mungkin penduduk senama dengan NIK 331311300980****",
            ),
            "NIK-12 empat": (
                Tabel(D, near(4), (S(NIK=SALAH),)), SAMAR_SALAH, TIADA + ATAU,
                "mungkin penduduk senama dengan NIK 331311300680****, 331311300780****, 331311300880****",
            ),
        }.items()
    ],
)  # fmt: skip
def test_an_invitation_that_leads_to_nobody(tabel: Tabel, nilai: str, harusnya: str, usul: str) -> None:
    (g,) = tabel.reconcile().galat
    assert (g.lembar, g.baris, g.kolom, g.nilai, g.harusnya, g.usul) == ("UNDANGAN", 1, "NIK", nilai, harusnya, usul)


@pytest.mark.parametrize(
    ("penduduk", "nik", "nilai", "harusnya"),
    [
        pytest.param(*isi, id=nama, marks=pytest.mark.aturan(*nama.split()[:-1]))
        for nama, isi in {
            "NIK-11 tiada": ((), SEL, SAMAR, f"{TEKS} (tidak ada penduduk dengan 15 angka ini)"),
            "NIK-11 dua": (same_15(2), SEL, SAMAR, f"{TEKS} (2 penduduk memiliki 15 angka ini)"),
            "NIK-10 salah": ((), SALAH, SAMAR_SALAH, TIADA),
            "NIK-05 bersama": ((L(NIK=SALAH), TRI.listed(NIK=SALAH)), SALAH, SAMAR_SALAH, DUA),
        }.items()
    ],
)
def test_an_event_or_a_recording_that_leads_to_nobody(
    penduduk: tuple[dict[str, object], ...], nik: object, nilai: str, harusnya: str
) -> None:
    rekam, pindah, mati = BUDI.recorded(nik=nik), BUDI.moved(nik=nik), BUDI.dead(nik=nik)
    h = Tabel(D, penduduk, (), (rekam,), (pindah,), (mati,)).reconcile()
    assert [(g.lembar, g.baris, g.kolom, g.nilai, g.harusnya, g.usul) for g in h.galat] == [
        (lembar, 1, "NIK", nilai, harusnya, "") for lembar in ("PEREKAMAN", "PINDAH", "MENINGGAL")
    ]
