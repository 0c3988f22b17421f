"""Headers and sheet names are recognised however they are decorated, and nothing is taken for what it is not."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ektp_core import EktpError
from ektp_excel.kolom import GABUNGAN, LEMBAR, find_header, header_key, is_numbering_row, match_sheets

WAJIB = ["PENDUDUK", "UNDANGAN", "PEREKAMAN", "PINDAH", "MENINGGAL"]
EJAAN = [(lembar.nama, ejaan, bidang) for lembar in LEMBAR.values() for ejaan, (_, bidang) in lembar.ejaan.items()]
HIASAN = st.sampled_from(
    ["", " ", "  ", "\u00a0", "\u200b", "\ufeff", ".", "_", "-", "\n", "/", ":", "*", "\u2060", "\t"]
)


@given(st.sampled_from(EJAAN), st.data())
def test_decorations_change_nothing(satu: tuple[str, str, str], data: st.DataObject) -> None:
    lembar, ejaan, bidang = satu
    hiasan = data.draw(st.lists(HIASAN, min_size=len(ejaan) + 1, max_size=len(ejaan) + 1))
    besar = data.draw(st.lists(st.booleans(), min_size=len(ejaan), max_size=len(ejaan)))
    teks = hiasan[0] + "".join(
        (h if b else h.lower()) + sela for h, b, sela in zip(ejaan, besar, hiasan[1:], strict=True)
    )
    cocok = LEMBAR[lembar].find(teks)
    assert cocok is not None
    assert cocok[1] == bidang


@given(st.sampled_from(sorted(LEMBAR)), st.text(max_size=30))
@example("PENDUDUK", "NAMA IBU")
@example("PENDUDUK", "NAMA AYAH")
@example("UNDANGAN", "NO")
def test_only_whole_spellings_count(lembar: str, teks: str) -> None:
    cocok = LEMBAR[lembar].find(teks)
    ejaan = LEMBAR[lembar].ejaan
    assert (cocok is not None) == any(
        header_key(t) in ejaan for t in (teks, teks.split("(")[0].split("[")[0].split("{")[0])
    )


@pytest.mark.parametrize(
    ("lembar", "judul", "bidang"),
    [
        ("PENDUDUK", "NO. NIK", "NIK"),
        ("PENDUDUK", "Nomor Induk Kependudukan", "NIK"),
        ("PENDUDUK", "NAMA_LGKP", "NAMA"),
        ("PENDUDUK", "Nama Lengkap", "NAMA"),
        ("PENDUDUK", "NAMA_LGKP_IBU", "NAMA_IBU"),
        ("PENDUDUK", "Tgl. Lahir", "TGL_LAHIR"),
        ("PENDUDUK", "TGL_LHR", "TGL_LAHIR"),
        ("PENDUDUK", "Tanggal Lahir (hh-bb-tttt)", "TGL_LAHIR"),
        ("PENDUDUK", "JENIS_KLMIN", "JENIS_KELAMIN"),
        ("PENDUDUK", "Jenis Kelamin (L/P)", "JENIS_KELAMIN"),
        ("PENDUDUK", "L/P", "JENIS_KELAMIN"),
        ("PENDUDUK", "STAT_KWN", "STATUS_KAWIN"),
        ("PENDUDUK", "Status Perkawinan", "STATUS_KAWIN"),
        ("PENDUDUK", "Tanggal Perkawinan", "TGL_KAWIN"),
        ("PENDUDUK", "Warga Negara", "KEWARGANEGARAAN"),
        ("PENDUDUK", "ITAP s/d", "ITAP_SAMPAI"),
        ("PENDUDUK", "Masa Berlaku ITAP", "ITAP_SAMPAI"),
        ("PENDUDUK", "NKK", "NO_KK"),
        ("PENDUDUK", "NO_RT", "RT"),
        ("PENDUDUK", "Desa/Kel", "DESA"),
        ("PENDUDUK", "NAMA_KEL", "DESA"),
        ("UNDANGAN", "No. Undangan", "NO_UNDANGAN"),
        ("UNDANGAN", "Ket.", "KETERANGAN"),
        ("UNDANGAN", "Catatan", "KETERANGAN"),
        ("PEREKAMAN", "Tanggal Perekaman", "TGL_REKAM"),
        ("PEREKAMAN", "Status e-KTP", "STATUS"),
        ("PINDAH", "Jenis Pindah", "ARAH"),
        ("MENINGGAL", "Tanggal Kematian", "TGL_MENINGGAL"),
        ("PENDUDUK", "NIK Ybs.", "NIK"),
        ("PENDUDUK", "No. KTP-el", "NIK"),
        ("PENDUDUK", "Nama (sesuai KTP)", "NAMA"),
        ("PENDUDUK", "Nama sesuai KTP/KK", "NAMA"),
        ("PENDUDUK", "Tgl/Bln/Thn Lahir", "TGL_LAHIR"),
        ("PENDUDUK", "Tempat/Tanggal Lhr", "TEMPAT/TGL_LAHIR"),
        ("PENDUDUK", "Jns. Klmn", "JENIS_KELAMIN"),
        ("PENDUDUK", "Laki-laki/Perempuan", "JENIS_KELAMIN"),
        ("PENDUDUK", "Sts. Perkawinan", "STATUS_KAWIN"),
        ("PENDUDUK", "Status Kewarganegaraan", "KEWARGANEGARAAN"),
        ("PENDUDUK", "WNA/WNI", "KEWARGANEGARAAN"),
        ("PENDUDUK", "Tgl. berakhir ITAP", "ITAP_SAMPAI"),
        ("PENDUDUK", "Kalurahan", "DESA"),
        ("UNDANGAN", "Alasan kembali", "KETERANGAN"),
        ("UNDANGAN", "Catatan dari desa", "KETERANGAN"),
        ("PEREKAMAN", "Tgl rekam KTP-el", "TGL_REKAM"),
        ("PEREKAMAN", "Tgl direkam", "TGL_REKAM"),
        ("PINDAH", "Tgl pindah keluar", "TGL_PINDAH"),
        ("PINDAH", "Jenis perpindahan", "ARAH"),
        ("MENINGGAL", "Hari/Tgl meninggal", "TGL_MENINGGAL"),
        ("MENINGGAL", "Tgl. MD", "TGL_MENINGGAL"),
    ],
)
def test_spellings_of_offices(lembar: str, judul: str, bidang: str) -> None:
    cocok = LEMBAR[lembar].find(judul)
    assert cocok is not None
    assert cocok[1] == bidang


@pytest.mark.parametrize(
    ("lembar", "judul"),
    [
        ("PENDUDUK", "NO"),
        ("PENDUDUK", "NAMA AYAH"),
        ("PENDUDUK", "STATUS"),
        ("PENDUDUK", "NO_KEL"),
        ("MENINGGAL", "NAMA"),
        ("UNDANGAN", "NAMA IBU"),
        ("PEREKAMAN", "STATUS KAWIN"),
        ("PENDUDUK", "TGL_LAHIR IBU"),
        ("PENDUDUK", ""),
    ],
)
def test_what_is_not_a_column_is_not_taken(lembar: str, judul: str) -> None:
    assert LEMBAR[lembar].find(judul) is None


def test_no_spelling_stands_for_two_fields() -> None:
    for lembar in LEMBAR.values():
        for kolom in lembar.kolom:
            for ejaan in (kolom.nama, *kolom.sinonim, *kolom.lemah, *kolom.kuat):
                assert lembar.ejaan[header_key(ejaan)][1] == kolom.nama, (lembar.nama, ejaan)


def test_combined_fields_exist() -> None:
    semua = {kolom.nama for lembar in LEMBAR.values() for kolom in lembar.kolom}
    assert {bagian for isi in GABUNGAN.values() for bagian in isi} <= semua


def test_header_below_titles_and_blank_rows() -> None:
    rows: list[list[object]] = [
        ["DAFTAR KEMATIAN"],
        [],
        ["Desa: Jaten", None, 2012.0],
        ["No", "N I K", "Tgl. Meninggal"],
        ["1", "33", ""],
    ]
    judul = find_header(rows, LEMBAR["MENINGGAL"], "lembar X")
    assert (judul.awal, judul.akhir) == (3, 3)
    assert judul.calon == {"NIK": (1,), "TGL_MENINGGAL": (2,)}


def test_header_is_looked_for_in_twenty_rows() -> None:
    kepala = ["NIK", "TGL_MENINGGAL"]
    assert find_header([[]] * 19 + [kepala], LEMBAR["MENINGGAL"], "x").awal == 19
    with pytest.raises(EktpError, match="baris judul tidak ditemukan di 20 baris pertama"):
        find_header([[]] * 20 + [kepala], LEMBAR["MENINGGAL"], "x")


def test_header_in_two_lines_under_merged_cells() -> None:
    rows = [
        ["NO", "NIK", "NAMA", "", "TANGGAL", "", "JENIS", "STATUS", "ALAMAT", "", "", ""],
        ["", "", "LENGKAP", "IBU KANDUNG", "LAHIR", "KAWIN", "KELAMIN", "KAWIN", "JALAN", "RT", "RW", "DESA"],
        ["1", "3313111708900001", "BUDI", "ANI", "1-1-1990", "", "L", "K", "DK", "1", "2", "JATEN"],
    ]
    judul = find_header(rows, LEMBAR["PENDUDUK"], "x")
    assert (judul.awal, judul.akhir) == (0, 1)
    assert judul.calon == {
        "NIK": (1,), "NAMA": (2,), "NAMA_IBU": (3,), "TGL_LAHIR": (4,), "TGL_KAWIN": (5,), "JENIS_KELAMIN": (6,),
        "STATUS_KAWIN": (7,), "ALAMAT": (8,), "RT": (9,), "RW": (10,), "DESA": (11,),
    }  # fmt: skip


def test_name_of_another_person_is_not_taken_from_two_lines() -> None:
    rows = [
        ["NO UNDANGAN", "NIK", "KEPALA KELUARGA", "", "DESA"],
        ["", "", "NAMA", "NIK", ""],
        ["1", "3313111708900001", "PAK BUDI", "3313111708900009", "JATEN"],
    ]
    with pytest.raises(EktpError, match="kolom NAMA tidak ditemukan"):
        find_header(rows, LEMBAR["UNDANGAN"], "x")


NIK_SATU, NIK_DUA = "3313110606300012", "3313111708900001"


@pytest.mark.parametrize(
    ("lembar", "atas", "bawah", "harapan"),
    [
        ("MENINGGAL", "PELAPOR||JENAZAH|", "NIK|NAMA|NIK|TGL_MENINGGAL", {"NIK": (2,), "TGL_MENINGGAL": (3,)}),
        ("MENINGGAL", "YANG MELAPORKAN||YANG MENINGGAL|", "NIK|NAMA|NIK|TANGGAL", {"NIK": (2,), "TGL_MENINGGAL": (3,)}),
        ("MENINGGAL", "PELAPOR|JENAZAH|TANGGAL MENINGGAL", "NIK|NIK|", {"NIK": (1,), "TGL_MENINGGAL": (2,)}),
        ("MENINGGAL", "NO|NIK|NAMA|TANGGAL|", "|||LAPOR|MENINGGAL", {"NIK": (1,), "TGL_MENINGGAL": (4,)}),
        ("MENINGGAL", "NIK|TANGGAL|TANGGAL", "|LAPOR|MENINGGAL", {"NIK": (0,), "TGL_MENINGGAL": (2,)}),
        ("PEREKAMAN", "NIK|TANGGAL||STATUS", "|UNDANGAN|REKAM|", {"NIK": (0,), "TGL_REKAM": (2,), "STATUS": (3,)}),
        ("PINDAH", "PEMOHON||YANG PINDAH|", "NIK|NAMA|NIK|TGL_PINDAH", {"NIK": (2,), "TGL_PINDAH": (3,)}),
        (
            "UNDANGAN",
            "NO||NIK|NAMA|RT/RW||DESA",
            "URUT|UNDANGAN|||RT|RW|",
            {"NO_UNDANGAN": (1, 0), "NIK": (2,), "NAMA": (3,), "RT": (4,), "RW": (5,), "DESA": (6,)},
        ),
        (
            "UNDANGAN",
            "NO UNDANGAN|NIK|NAMA|ALAMAT ASAL||ALAMAT TUJUAN||ALAMAT|",
            "|||RT|DESA|RT|DESA|RT|DESA",
            {"NO_UNDANGAN": (0,), "NIK": (1,), "NAMA": (2,), "RT": (7,), "DESA": (8,)},
        ),
    ],
)
@pytest.mark.parametrize("di_atas", [[], [["DAFTAR"]], [["DATA PELAPOR DAN KEPALA DESA"], []]])
def test_second_line_tells_columns_apart(
    lembar: str, atas: str, bawah: str, harapan: dict[str, tuple[int, ...]], di_atas: list[list[str]]
) -> None:
    rows = [*di_atas, atas.split("|"), bawah.split("|"), [NIK_SATU] * 9]
    judul = find_header(rows, LEMBAR[lembar], "x")
    assert judul.akhir == len(di_atas) + 1
    assert judul.calon == harapan


@pytest.mark.parametrize(
    ("atas", "bawah"),
    [("PELAPOR||TGL_MENINGGAL", "NIK|NAMA|"), ("NIK|TGL_MENINGGAL", "PELAPOR|"), ("NIK||TGL_MENINGGAL", "AYAH|IBU|")],
)
def test_only_anothers_nik_is_refused(atas: str, bawah: str) -> None:
    rows = [atas.split("|"), bawah.split("|"), [NIK_SATU, "X", "1-1-2012"]]
    with pytest.raises(EktpError, match=r"kolom NIK tidak ditemukan; judul di baris 1-2: .*NIK"):
        find_header(rows, LEMBAR["MENINGGAL"], "x")


def test_title_over_one_line_changes_nothing() -> None:
    rows: list[list[object]] = [
        ["LAPORAN KEPALA DESA", "", "", "BULAN MEI"],
        ["NIK", "NAMA", "ALAMAT", "TGL MENINGGAL"],
        [NIK_SATU, "X", "Y", "1-1-2012"],
    ]
    assert find_header(rows, LEMBAR["MENINGGAL"], "x").calon == {"NIK": (0,), "TGL_MENINGGAL": (3,)}


def test_bracket_lowers_a_spelling_and_another_person_ends_it() -> None:
    rows = [["NIK (LAMA)", "NIK (16 angka)", "NIK KTP", "NIK (PELAPOR)", "TGL MENINGGAL"]]
    assert find_header(rows, LEMBAR["MENINGGAL"], "x").calon["NIK"] == (2, 1)
    for teks in ("NIK (KEPALA KELUARGA)", "NAMA (KK)", "DESA (ASAL)", "DESA [tujuan]"):
        assert LEMBAR["PENDUDUK"].find(teks) is None
    for teks, bidang in (("KEL. (L/P)", "JENIS_KELAMIN"), ("ALAMAT (sesuai KK)", "ALAMAT"), ("NIK (16 digit)", "NIK")):
        cocok = LEMBAR["PENDUDUK"].find(teks)
        assert cocok is not None
        assert cocok[1] == bidang
    assert LEMBAR["PENDUDUK"].find("KELURAHAN (L/P)") is None


def test_first_data_row_is_not_a_second_header_line() -> None:
    rows: list[list[object]] = [
        ["NIK", "NAMA", "TGL LAHIR", "JK", "STATUS", "KAWIN", "RT", "RW", "DESA"],
        [3313111708900001.0, "BUDI", "x", "L", "KAWIN", "y", "1", "2", "JATEN"],
    ]
    with pytest.raises(EktpError, match="STATUS_KAWIN"):
        find_header(rows, LEMBAR["PENDUDUK"], "x")


def test_canonical_name_wins_over_synonym_and_weak_one() -> None:
    rows = [["NO", "NO SURAT", "NIK", "NAMA LENGKAP", "NAMA", "KELURAHAN", "DESA", "NO_UNDANGAN"]]
    calon = find_header(rows, LEMBAR["UNDANGAN"], "x").calon
    assert {nama: semua[0] for nama, semua in calon.items()} == {"NO_UNDANGAN": 7, "NIK": 2, "NAMA": 4, "DESA": 6}
    tanpa = find_header([["NO", "NIK", "NAMA", "DESA"]], LEMBAR["UNDANGAN"], "x")
    assert tanpa.calon["NO_UNDANGAN"] == (0,)


def test_combined_columns_stand_in_for_missing_ones() -> None:
    rows = [["NIK", "NAMA", "TEMPAT/TGL LAHIR", "JK", "STATUS KAWIN", "RT/RW", "DESA"]]
    assert {"TGL_LAHIR", "RT", "RW"} <= find_header(rows, LEMBAR["PENDUDUK"], "x").bidang
    sendiri = find_header([[*rows[0], "RT", "RW"]], LEMBAR["PENDUDUK"], "x")
    assert "RT/RW" not in sendiri.calon


def test_missing_column_says_what_was_found_and_how_it_may_be_written() -> None:
    rows = [["NIK", "NAMA", "3313111708900001", "DESA"]]
    with pytest.raises(EktpError) as e:
        find_header(rows, LEMBAR["UNDANGAN"], "lembar UNDANGAN ('Surat')")
    assert str(e.value).startswith(
        "lembar UNDANGAN ('Surat'): kolom NO_UNDANGAN tidak ditemukan; judul di baris 1: NIK, NAMA"
    )
    assert "NOMOR UNDANGAN" in str(e.value)
    assert "3313111708900001" not in str(e.value)
    assert "\n" not in str(e.value)


def test_numbering_row() -> None:
    assert is_numbering_row(["1", "2", "3"])
    assert is_numbering_row([1.0, 2.0, "", 3.0])
    assert is_numbering_row(["(1)", "(2)"])
    for bukan in ([], ["1"], ["1", "3"], ["2", "3"], [1.0, "3313111708900001"], ["a", "b"]):
        assert not is_numbering_row(bukan)


@pytest.mark.parametrize(
    ("nama", "lembar"),
    [
        ("Data Penduduk", "PENDUDUK"),
        (" penduduk ", "PENDUDUK"),
        ("DAFTAR UNDANGAN", "UNDANGAN"),
        ("Undangan 2012", "UNDANGAN"),
        ("Rekam", "PEREKAMAN"),
        ("Hasil Perekaman", "PEREKAMAN"),
        ("Perekaman e-KTP", "PEREKAMAN"),
        ("Mutasi Pindah", "PINDAH"),
        ("PINDAH_(2)", "PINDAH"),
        ("Kematian", "MENINGGAL"),
        ("Data Wilayah", "WILAYAH"),
        ("Penduduk WNI", "PENDUDUK"),
        ("Wajib KTP", "PENDUDUK"),
        ("Undangan Perekaman", "UNDANGAN"),
        ("Undangan KTP-el", "UNDANGAN"),
        ("Perekaman KTP-el", "PEREKAMAN"),
        ("Perekaman Harian", "PEREKAMAN"),
        ("Laporan Perekaman", "PEREKAMAN"),
        ("Sudah Direkam", "PEREKAMAN"),
        ("Pindah dan Datang", "PINDAH"),
        ("Datang Pindah", "PINDAH"),
        ("Mutasi Pindah Keluar", "PINDAH"),
        ("Akta Kematian", "MENINGGAL"),
        ("Warga Meninggal 2012", "MENINGGAL"),
    ],
)
def test_sheet_names_of_offices(nama: str, lembar: str) -> None:
    semua = [nama, *(satu for satu in WAJIB if satu != lembar)]
    assert match_sheets(semua)[lembar] == 0


def test_exact_sheet_name_wins() -> None:
    assert match_sheets(["Data Penduduk", "penduduk", "PENDUDUK", *WAJIB[1:]])["PENDUDUK"] == 2
    assert match_sheets(["Data Penduduk", "penduduk", *WAJIB[1:]])["PENDUDUK"] == 1


def test_two_sheets_that_fit_equally_are_refused() -> None:
    with pytest.raises(EktpError, match=r"'Rekam' dan 'Hasil Perekaman' sama-sama terbaca sebagai PEREKAMAN"):
        match_sheets(["PENDUDUK", "UNDANGAN", "Rekam", "Hasil Perekaman", "PINDAH", "MENINGGAL"])


def test_missing_sheets_are_all_named_with_those_that_exist() -> None:
    with pytest.raises(EktpError, match=r"lembar PEREKAMAN, PINDAH tidak ditemukan; lembar yang ada: 'PENDUDUK'"):
        match_sheets(["PENDUDUK", "UNDANGAN", "MENINGGAL", "Rekap Penduduk"])
    with pytest.raises(EktpError, match="tidak satu pun"):
        match_sheets([])


@given(st.lists(st.text(max_size=12), max_size=8))
def test_any_sheet_names_give_an_answer_or_one_line(nama: list[str]) -> None:
    pesan, cocok = "", {}
    try:
        cocok = match_sheets([*WAJIB, *nama])
    except EktpError as e:
        pesan = str(e)
    assert pesan.isprintable()
    assert pesan or cocok.items() >= {(satu, i) for i, satu in enumerate(WAJIB)}


SEL = st.one_of(
    st.none(), st.text(max_size=8), st.floats(), st.sampled_from(["NIK", "NAMA", "DESA", "NO_UNDANGAN", "RT/RW"])
)


@given(st.lists(st.lists(SEL, max_size=6), max_size=8))
def test_any_cells_give_a_header_or_one_line(rows: list[list[object]]) -> None:
    pesan, judul = "", None
    try:
        judul = find_header(rows, LEMBAR["UNDANGAN"], "lembar UNDANGAN")
    except EktpError as e:
        pesan = str(e)
    assert "\n" not in pesan
    if judul:
        assert {"NO_UNDANGAN", "NIK", "NAMA", "DESA"} <= judul.bidang
        assert judul.awal <= judul.akhir < len(rows)
