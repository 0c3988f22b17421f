"""Names of files from whatever a desa may be called, and the office's own words from a file of Notepad."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ektp_core.galat import EktpError
from ektp_excel.surat.berkas import file_names
from ektp_excel.surat.isian import Isian, read_isian
from ektp_excel.surat.muat import SEMUA, Templat, copy_templates

DIPESAN = ["CON", "nul", "COM1", "aux.txt", "LPT9"]
SULIT = [
    "..",
    "../../etc",
    "a/b",
    "a\\b",
    "a:b",
    "a*?",
    "",
    " ",
    ".",
    "-",
    "Jaten",
    "JATEN",
    "jaten.",
    "Ja ten",
    "Jate\u0301n",
    "Jat\u00e9n",
]


@given(st.lists(st.text(max_size=80) | st.sampled_from(SULIT + DIPESAN), max_size=12))
@example(["Jaten"] * 3 + ["Jaten_2"])
@example(SULIT + DIPESAN)
def test_names_are_safe_everywhere_and_no_two_the_same(desa: list[str]) -> None:
    nama = file_names("edaran", desa)
    assert len(nama) == len(desa)
    assert len({unicodedata.normalize("NFKC", n).casefold() for n in nama}) == len(nama)
    for satu in nama:
        assert re.fullmatch(r"edaran_[\w-]+\.docx", satu)
        assert len(satu) <= 80
        assert satu.split(".")[0].upper() not in {d.upper() for d in DIPESAN}


def test_names_of_the_story_stay_readable() -> None:
    assert file_names("edaran", ["Suruhkalang", "Desa/Kel. Jati"]) == [
        "edaran_Suruhkalang.docx",
        "edaran_Desa_Kel_Jati.docx",
    ]


@pytest.mark.parametrize("sandi", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_what_notepad_saves_is_read(tmp_path: Path, sandi: str) -> None:
    isi = "# kop\r\nKecamatan = Jaten\r\ncamat=Drs. R\u00e9kaan, 100% = {{ 7 }}\r\ntanggal_surat = 28 Agustus 2012\r\nsifat =\r\n"
    (tmp_path / "isian.txt").write_bytes(isi.encode(sandi))
    isian = read_isian(tmp_path / "isian.txt")
    assert (isian.kecamatan, isian.camat) == ("Jaten", "Drs. R\u00e9kaan, 100% = {{ 7 }}")
    assert isian.tanggal_surat == date(2012, 8, 28)
    assert isian.sifat == Isian().sifat


@pytest.mark.parametrize(
    ("isi", "kata"),
    [
        ("kecamtan = Jaten", "isian 'kecamtan' tidak dikenal; yang ada: kabupaten, kecamatan"),
        ("camat = A\ncamat = B", "isian 'camat' ditulis dua kali"),
        ("camat = A\nJaten", r"satu 'nama = isi' sebaris \(baris 2\)"),
        ("[lain]\ncamat = A", r"baris \[lain\] tidak dikenal"),
        ("tanggal_surat = 31-02-2012", "tanggal_surat '31-02-2012'"),
        ("tanggal_surat = besok", "tanggal_surat 'besok'"),
        ("x" * 100_001, "terlalu besar"),
    ],
)
def test_a_fault_in_the_offices_words_is_one_line(tmp_path: Path, isi: str, kata: str) -> None:
    (tmp_path / "isian.txt").write_text(isi, encoding="utf-8")
    with pytest.raises(EktpError, match=rf"isian\.txt.*{kata}") as galat:
        read_isian(tmp_path / "isian.txt")
    assert "\n" not in str(galat.value)


def test_the_shipped_file_has_a_line_for_every_word_and_changes_nothing(tmp_path: Path) -> None:
    copy_templates(tmp_path)
    assert read_isian(tmp_path / "isian.txt") == Isian()
    baris = (tmp_path / "isian.txt").read_text(encoding="utf-8").splitlines()
    nama = [satu.split("=")[0].strip() for satu in baris if satu and not satu.startswith("#")]
    assert nama == list(Isian.__annotations__)


def test_copies_are_never_overwritten_and_are_used_instead(tmp_path: Path) -> None:
    asal = Templat()
    assert [p.name for p in copy_templates(tmp_path / "milik")] == [*SEMUA, "isian.txt"]
    (tmp_path / "milik" / SEMUA[0]).write_bytes(b"diubah")
    (tmp_path / "milik" / SEMUA[1]).unlink()
    with pytest.raises(EktpError, match="sudah berisi"):
        copy_templates(tmp_path / "milik")
    assert not (tmp_path / "milik" / SEMUA[1]).exists()
    milik = Templat(tmp_path / "milik")
    assert milik.read(SEMUA[0]) == b"diubah"
    assert milik.read(SEMUA[1]) == asal.read(SEMUA[1])


def test_a_folder_without_templates_is_refused(tmp_path: Path) -> None:
    with pytest.raises(EktpError, match="tidak berisi"):
        Templat(tmp_path)
    with pytest.raises(EktpError, match="--salin-templat"):
        Templat(tmp_path / "tiada")
