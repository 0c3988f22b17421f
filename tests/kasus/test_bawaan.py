"""What a record says where its maker said nothing: unknown, and never a number, a word or a date of its own."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import asdict

from ektp_core import (
    Arah,
    Bukti,
    Galat,
    Kategori,
    Keputusan,
    Kewarganegaraan,
    Lingkungan,
    Meninggal,
    Penduduk,
    Perekaman,
    Pindah,
    StatusKawin,
    Undangan,
)
from ektp_core.keputusan import Alasan, KeputusanUndangan
from ektp_core.rekonsiliasi.terekam import StatusRekam

NIK = "3313110101800001"
D = date(2012, 8, 28)


@pytest.mark.aturan("WAJIB-03", "WAJIB-08")
def test_a_resident_of_whom_only_the_nik_is_known() -> None:
    """A citizen until something else is written; a permit column is there until its absence is said."""
    p = asdict(Penduduk(NIK))
    assert (p.pop("nik"), p.pop("status_kawin"), p.pop("kewarganegaraan")) == (
        NIK,
        StatusKawin.KOSONG,
        Kewarganegaraan.WNI,
    )
    assert p.pop("itap_diketahui") is True
    assert (p.pop("baris"), p.pop("nik_cocok")) == (0, False)
    assert set(map(repr, p.values())) == {"None", "''"}


@pytest.mark.aturan("WAJIB-07", "REKAM-04", "NERACA-01")
def test_events_papers_and_places_of_which_little_is_known() -> None:
    assert asdict(Pindah(NIK)) == {
        "nik": NIK, "tanggal": None, "arah": Arah.KELUAR, "baris": 0, "tanggal_tertulis": "", "arah_tertulis": "",
    }  # fmt: skip
    assert asdict(Meninggal(NIK)) == {"nik": NIK, "tanggal": None, "baris": 0, "tanggal_tertulis": ""}
    assert asdict(Perekaman(NIK, D)) == {
        "nik": NIK,
        "tanggal": D,
        "status": "",
        "tempat": "",
        "baris": 0,
        "biasa": True,
    }
    assert asdict(Lingkungan("Jaten")) == {"desa": "Jaten", "rw": "", "rt": "", "baris": 0}
    u = asdict(Undangan())
    assert u.pop("baris") == 0
    assert set(map(repr, u.values())) == {"None", "''"}
    assert Galat("PINDAH", 1, "NIK", "", "").usul == Bukti("PINDAH", 1, "NIK", "", "").rujukan == ""


@pytest.mark.aturan("UNDANGAN-08")
def test_a_decision_is_certain_unless_it_says_otherwise() -> None:
    k = KeputusanUndangan(Undangan(), Kategori.SAH, ())
    assert (k.bukti, k.nik_dipakai, k.rujukan, k.pasti, k.terekam) == ((), "", "", True, False)
    assert (k.nama_terdaftar, k.desa, k.diperbaiki, k.dipakai) == ("", "", False, None)
    assert Keputusan(None, Alasan.UMUR, ()).bukti == ()
    assert StatusRekam(False) == StatusRekam(False, None, None, None)
