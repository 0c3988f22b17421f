"""Named cases from the edge: what a review of the whole once found wrong, each pinned by the sheet it would spoil."""

from datetime import date

import pytest

from ektp_core import Kategori, read_penduduk, read_perekaman, read_undangan, reconcile, sweep
from ektp_core.rekonsiliasi import Hasil

D = date(2012, 8, 28)
BUDI: dict[str, object] = {
    "NIK": "3313110101800001",
    "NAMA": "Budi",
    "TGL_LAHIR": "1-1-1980",
    "JENIS_KELAMIN": "L",
    "RT": "1",
    "RW": "1",
    "DESA": "Jaten",
}


def run(
    penduduk: list[dict[str, object]],
    undangan: list[dict[str, object]] | None = None,
    perekaman: list[dict[str, object]] | None = None,
) -> Hasil:
    """The three sheets through their readers and the reconciliation."""
    p, gp = read_penduduk(penduduk, on=D)
    u, gu = read_undangan(undangan or [], on=D)
    r, gr = read_perekaman(perekaman or [], on=D)
    return reconcile(penduduk=p, undangan=u, perekaman=r, galat=[*gp, *gu, *gr], on=D)


@pytest.mark.aturan("DOBEL-04")
def test_digits_that_are_no_ascii_digits_sort_as_text() -> None:
    hasil = run(
        [{**BUDI, "ALAMAT": "Blok C 5²"}],
        [{"NO_UNDANGAN": "1²", "NIK": BUDI["NIK"]}, {"NO_UNDANGAN": "9" * 5000, "NIK": BUDI["NIK"]}],
    )
    assert [b.alamat for b in sweep(hasil.belum)] == ["Blok C 5²"]
    assert [k.kategori for k in hasil.keputusan] == [Kategori.SAH, Kategori.DOBEL]


@pytest.mark.aturan("DOBEL-02")
def test_two_niks_of_one_person_show_what_agrees_on_both_sides() -> None:
    lain = {**BUDI, "NIK": "3313110101800002", "NAMA": "Boedi", "NAMA_IBU": "Siti"}
    hasil = run(
        [{**BUDI, "NAMA_IBU": "SITI"}, lain],
        [{"NO_UNDANGAN": "1", "NIK": BUDI["NIK"]}, {"NO_UNDANGAN": "2", "NIK": lain["NIK"]}],
    )
    dobel = hasil.keputusan[1]
    assert (dobel.kategori, dobel.rujukan, dobel.nik_dipakai) == (Kategori.DOBEL, "1", lain["NIK"])
    isi = {b.kolom: (b.baris, b.kiri, b.kanan, b.rujukan) for b in dobel.bukti}
    assert isi["NAMA"] == (2, "Boedi", "Budi", "PENDUDUK baris 1")
    assert isi["NAMA_IBU"] == (2, "SITI", "SITI", "PENDUDUK baris 1")


@pytest.mark.aturan("NIK-11")
def test_every_refused_recording_may_hide_somebody() -> None:
    kembar = {**BUDI, "NIK": "3313110101800002", "NAMA": "Joko"}
    angka = {"NIK": 3313110101800000.0, "TGL_REKAM": "1-8-2012"}
    hasil = run([BUDI, kembar], perekaman=[angka, dict(angka), {**angka, "NIK": "3,31311E+15"}, {"NIK": "JUMLAH"}])
    assert any("paling banyak 3 orang tampak belum terekam" in p for p in hasil.pesan)


@pytest.mark.aturan("NERACA-01")
def test_a_totals_row_is_no_resident_without_a_nik() -> None:
    assert run([BUDI, {"NIK": None, "NAMA": "JUMLAH"}]).pesan == ()
    assert "1 penduduk tanpa NIK" in run([BUDI, {"NIK": "-", "NAMA": "Joko"}]).pesan[0]


@pytest.mark.aturan("TANGGAL-02")
def test_a_year_alone_is_no_serial() -> None:
    hasil = run([{**BUDI, "TGL_LAHIR": 1980.0}])
    assert (hasil.wajib.neto, hasil.wajib.belum_diketahui) == (0, 1)
    assert run([{**BUDI, "TGL_LAHIR": 17081980.0}]).wajib.neto == 1


@pytest.mark.aturan("UNDANGAN-06")
def test_a_list_of_addresses_without_rows_condemns_nobody() -> None:
    p, _ = read_penduduk([BUDI])
    u, _ = read_undangan([{**BUDI, "NO_UNDANGAN": "1"}])
    hasil = reconcile(penduduk=p, undangan=u, wilayah=[], on=D)
    assert hasil.keputusan[0].kategori is Kategori.SAH
    assert any(pesan.startswith("WILAYAH:") for pesan in hasil.pesan)


@pytest.mark.aturan("WAJIB-08")
def test_an_itap_without_a_citizenship_leaves_the_question_open() -> None:
    lewat = {**BUDI, "KEWARGANEGARAAN": "", "ITAP_SAMPAI": "27-8-2012"}
    assert run([lewat]).wajib.belum_diketahui == 1
    assert run([{**lewat, "ITAP_SAMPAI": "28-8-2012"}]).wajib.neto == 1
    assert run([{**lewat, "ITAP_SAMPAI": ""}]).wajib.neto == 1


@pytest.mark.aturan("WAJIB-08")
def test_an_itap_that_cannot_be_read_is_shown() -> None:
    hasil = run([{**BUDI, "KEWARGANEGARAAN": "WNA", "ITAP_SAMPAI": "31-12-20l5"}])
    assert hasil.wajib.neto == 0
    assert [x.jenis for x in hasil.perlu_dilihat] == ["SEL_TIDAK_TERBACA"]


@pytest.mark.aturan("DOBEL-03")
def test_two_papers_of_one_unregistered_person_are_a_guess() -> None:
    tono = {"NAMA": "Tono", "TGL_LAHIR": "15-8-1985"}
    hasil = run([BUDI], [{**tono, "NIK": "3313111508850001"}, {**tono, "NIK": "3313111508850002"}])
    assert [(d.nik_a, d.nik_b) for d in hasil.dugaan] == [("3313111508850001", "3313111508850002")]


@pytest.mark.aturan("NIK-12")
def test_a_near_nik_is_proposed_for_a_row_that_cannot_be_used() -> None:
    hasil = run([BUDI], [{"NO_UNDANGAN": "1", "NIK": "3313118101800001", "NAMA": "Budi"}])
    assert "331311010180****" in hasil.galat[0].usul
