"""The SIAK status words: the chain word by word, and what a person's recordings make of them."""

from __future__ import annotations

from datetime import date

import pytest

from ektp_core import Perekaman
from ektp_core.rekonsiliasi.terekam import recorded_at

NIK = "3313110101800001"
SATU, DUA, D, BESOK = date(2012, 7, 1), date(2012, 8, 1), date(2012, 8, 28), date(2012, 8, 29)
RANTAI = [
    "UNREGISTERED", "ENROLL_FAILURE_AT_CENTRAL", "BIO_CAPTURED", "PROCESSING", "SENT_FOR_ENROLLMENT", "RECEIVED_AT_CENTRAL",
    "ADJUDICATE_IN_PROCESS", "DUPLICATE_RECORD", "PRINT_READY_RECORD", "SENT_FOR_CARD_PRINTING", "CARD_PRINTED",
    "CARD_SHIPPED", "CARD_ISSUED",
]  # fmt: skip


def rekam(*isi: tuple[date, str]) -> bool:
    return recorded_at([Perekaman(NIK, tgl, status) for tgl, status in isi], D).terekam


@pytest.mark.aturan("REKAM-01")
def test_the_chain() -> None:
    peringkat = [Perekaman(NIK, D, kata).peringkat for kata in RANTAI]
    assert peringkat == sorted(set(peringkat))


@pytest.mark.aturan("REKAM-01", "REKAM-03", "REKAM-04")
@pytest.mark.parametrize("kata", RANTAI)
def test_each_word_alone(kata: str) -> None:
    gagal = kata in ("UNREGISTERED", "ENROLL_FAILURE_AT_CENTRAL")
    assert rekam((DUA, kata)) is not gagal
    assert rekam((D, kata)) is not gagal
    assert rekam((BESOK, kata)) is False


@pytest.mark.aturan("REKAM-02")
@pytest.mark.parametrize(
    "kata", ["ENROLL_FAILURE_AT_CENTRAL", "ENROLL_FAILURE_AT_REGIONAL", "SEARCH_FAILURE_AT_CENTRAL"]
)
def test_a_failure_undoes_an_earlier_success_and_is_undone_by_a_later_one(kata: str) -> None:
    assert rekam((SATU, "PRINT_READY_RECORD"), (DUA, kata)) is False
    assert rekam((SATU, kata), (DUA, "BIO_CAPTURED")) is True
    assert rekam((DUA, kata), (DUA, "BIO_CAPTURED")) is True


@pytest.mark.aturan("REKAM-01")
def test_what_happens_after_the_reference_date_is_not_known_yet() -> None:
    assert rekam((DUA, "CARD_ISSUED"), (BESOK, "ENROLL_FAILURE_AT_CENTRAL")) is True
    assert rekam((DUA, "UNREGISTERED"), (BESOK, "CARD_ISSUED")) is False


@pytest.mark.aturan("REKAM-04")
def test_no_word_and_an_unknown_word_count() -> None:
    assert rekam((DUA, "")) is True
    assert rekam((DUA, "-")) is True
    assert rekam((DUA, "selesai")) is True
    assert not Perekaman(NIK, DUA, "selesai").dikenal
    assert Perekaman(NIK, DUA, "").dikenal


@pytest.mark.aturan("REKAM-04")
def test_short_words_of_the_desk() -> None:
    assert Perekaman(NIK, D, "PRR").status == "PRINT_READY_RECORD"
    assert Perekaman(NIK, D, "sfe").status == "SENT_FOR_ENROLLMENT"
    assert Perekaman(NIK, D, "Print Ready Record").status == "PRINT_READY_RECORD"


@pytest.mark.aturan("REKAM-03")
def test_duplicate_and_adjudicate_count_and_must_be_looked_at() -> None:
    for kata in ("DUPLICATE_RECORD", "ADJUDICATE_RECORD", "ADJUDICATE_IN_PROCESS"):
        r = Perekaman(NIK, D, kata)
        assert (r.berhasil, r.perlu_periksa) == (True, True)
    assert not Perekaman(NIK, D, "PRINT_READY_RECORD").perlu_periksa


@pytest.mark.aturan("REKAM-01")
def test_failures_of_other_places_are_failures() -> None:
    for kata in ("ENROLL_FAILURE_AT_DISTRICT", "search failure at regional"):
        assert not Perekaman(NIK, D, kata).berhasil
        assert rekam((SATU, "CARD_ISSUED"), (DUA, kata)) is False


@pytest.mark.aturan("REKAM-03")
def test_other_words_of_adjudication_count_and_must_be_looked_at() -> None:
    r = Perekaman(NIK, D, "ADJUDICATE_LAIN")
    assert (r.berhasil, r.perlu_periksa, r.dikenal) == (True, True, True)
