"""Where each invitation ends: against the measure, and each line of the decision table by itself."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from itertools import combinations

import pytest
from attrs import asdict, evolve
from hypothesis import given, settings
from hypothesis import strategies as st

from aturan.patokan.jawaban import answer, answer_of
from ektp_core import Hasil, Kategori, KeputusanUndangan
from strategies import CATATAN, NIK_BURUK, Baris, D, Insan, Tabel, tabel, tanggal_acuan

URUTAN: list[Kategori] = [k for k in Kategori if k is not Kategori.GALAT]
ATURAN = {k: f"UNDANGAN-{n:02d}" for n, k in enumerate(Kategori)}
HARI = timedelta(days=1)
TETANGGA = Insan("3313114505700003", "Tri", date(1970, 5, 5), "P")


@pytest.mark.aturan(
    "UNDANGAN-00", "UNDANGAN-01", "UNDANGAN-02", "UNDANGAN-03", "UNDANGAN-04", "UNDANGAN-05", "UNDANGAN-06", "UNDANGAN-07",
    "UNDANGAN-08", "DOBEL-01", "DOBEL-02", "DOBEL-04", "NIK-05", "NIK-06", "NIK-07", "NIK-08", "NIK-09", "NIK-10", "NIK-11",
    "REKAM-01", "REKAM-05", "NERACA-02",
)  # fmt: skip
@settings(max_examples=700)
@given(tabel(tanggal_acuan()))
def test_every_answer_is_the_contracts(t: Tabel) -> None:
    """Every paper's category, NIK, kept paper, certainty and recording; every figure; every list: as by brute force."""
    jadi, harus = (asdict(x, recurse=False) for x in (answer_of(t.reconcile()), answer(t)))
    for nama in harus:
        assert jadi[nama] == harus[nama], nama


@pytest.mark.aturan(
    "UNDANGAN-00",
    "UNDANGAN-01",
    "UNDANGAN-02",
    "UNDANGAN-03",
    "UNDANGAN-04",
    "UNDANGAN-05",
    "UNDANGAN-06",
    "UNDANGAN-07",
)
@settings(max_examples=200)
@given(tabel())
def test_the_decision_names_its_rule_and_shows_its_evidence(t: Tabel) -> None:
    h = t.reconcile()
    for k in h.keputusan:
        assert k.aturan[0] == ATURAN[k.kategori]
        assert [a for a in k.aturan if a.startswith("UNDANGAN-0") and a != "UNDANGAN-08"] == [ATURAN[k.kategori]]
        assert k.bukti
        assert all(b.lembar and b.kolom for b in k.bukti)
        assert (k.rujukan == "") or k.kategori is Kategori.DOBEL
    for g in h.galat:
        assert g.harusnya


@pytest.mark.aturan("UNDANGAN-08")
@settings(max_examples=200)
@given(tabel())
def test_certain_except_by_note_address_or_unknown_duty(t: Tabel) -> None:
    for k in t.reconcile().keputusan:
        catatan = "CATATAN-01" in k.aturan
        tidak_tahu = "WAJIB-08" in k.aturan
        lemah = k.kategori in (Kategori.MENINGGAL, Kategori.PINDAH) and catatan
        alamat = k.kategori is Kategori.ALAMAT_TIDAK_DIKETAHUI
        if k.kategori is Kategori.SAH and k.undangan.nik and k.pasti is False:
            assert tidak_tahu
        assert (not k.pasti) == (lemah or alamat or (tidak_tahu and k.kategori is Kategori.SAH))
        assert ("UNDANGAN-08" in k.aturan) == (not k.pasti)


# One line after another: what puts a paper there, added to a table in which it stands nowhere else.

BUDI = Insan(ibu="Wagiyem", alamat="Dusun Lor")
DASAR = Tabel(D, (BUDI.listed(), TETANGGA.listed()), (BUDI.invited("5"), TETANGGA.invited("6")))


def _with_note(t: Tabel, teks: str) -> Tabel:
    isi = tuple(
        b | {"KETERANGAN": f"{b['KETERANGAN']}, {teks}".strip(", ")} if b["NIK"] == BUDI.nik else b for b in t.undangan
    )
    return evolve(t, undangan=isi)


SEBAB: dict[Kategori, tuple[Callable[[Tabel], Tabel], ...]] = {
    Kategori.MENINGGAL: (
        lambda t: t.plus(meninggal=BUDI.dead(D)),
        lambda t: t.plus(meninggal=BUDI.dead(None)),
        lambda t: _with_note(t, "alm"),
    ),
    Kategori.PINDAH: (
        lambda t: t.plus(pindah=BUDI.moved(D)),
        lambda t: t.plus(pindah=BUDI.moved(None, "")),
        lambda t: _with_note(t, "pindah"),
    ),
    Kategori.TIDAK_TERDAFTAR: (lambda t: evolve(t, penduduk=tuple(b for b in t.penduduk if b["NIK"] != BUDI.nik)),),
    Kategori.BUKAN_WAJIB: (
        lambda t: evolve(t, penduduk=tuple(b | {"TGL_LAHIR": D} if b["NIK"] == BUDI.nik else b for b in t.penduduk)),
        lambda t: evolve(t, penduduk=tuple(b | {"KEWARGANEGARAAN": "WNA"} if b["NIK"] == BUDI.nik else b for b in t.penduduk)),
    ),
    Kategori.ALAMAT_TIDAK_DIKETAHUI: (
        lambda t: _with_note(t, "alamat tidak dikenal"),
        lambda t: evolve(t, wilayah=({"DESA": "Jaten", "RW": "001", "RT": "009"},)),
    ),
}  # fmt: skip


def own(h: Hasil) -> KeputusanUndangan:
    """The decision on the person's kept paper."""
    (k,) = [x for x in h.keputusan if x.undangan.nik == BUDI.nik and x.kategori is not Kategori.DOBEL]
    return k


@pytest.mark.aturan(
    "UNDANGAN-02", "UNDANGAN-03", "UNDANGAN-04", "UNDANGAN-05", "UNDANGAN-06", "UNDANGAN-07"
)  # fmt: skip
@pytest.mark.parametrize("kategori", list(SEBAB))
def test_one_reason_gives_its_category_and_without_it_the_paper_is_sah(kategori: Kategori) -> None:
    assert own(DASAR.reconcile()).kategori is Kategori.SAH
    for sebab in SEBAB[kategori]:
        h = sebab(DASAR).reconcile()
        assert own(h).kategori is kategori
        assert all(n.seimbang for n in h.neraca)


@pytest.mark.aturan("UNDANGAN-02", "UNDANGAN-03", "UNDANGAN-04", "UNDANGAN-05", "UNDANGAN-06")
@pytest.mark.parametrize(("dulu", "kemudian"), list(combinations(SEBAB, 2)))
def test_of_two_reasons_the_first_of_the_table_counts(dulu: Kategori, kemudian: Kategori) -> None:
    for a in SEBAB[dulu]:
        for b in SEBAB[kemudian]:
            for t in (b(a(DASAR)), a(b(DASAR))):
                (k,) = [x for x in t.reconcile().keputusan if x.undangan.nomor == "5"]
                if dulu is Kategori.PINDAH and kemudian is Kategori.TIDAK_TERDAFTAR:
                    assert k.kategori is Kategori.PINDAH
                elif kemudian is Kategori.TIDAK_TERDAFTAR and any(t.meninggal + t.pindah):
                    assert k.kategori is dulu
                else:
                    assert k.kategori is min((dulu, kemudian), key=URUTAN.index)


@pytest.mark.aturan("UNDANGAN-01")
@pytest.mark.parametrize("kategori", list(SEBAB))
def test_a_double_is_double_whatever_the_person_is(kategori: Kategori) -> None:
    """Paper before people: the kept one of two takes the category, the other is DOBEL and points to it."""
    for sebab in SEBAB[kategori]:
        t = sebab(evolve(DASAR, undangan=(BUDI.invited("9"), *DASAR.undangan, BUDI.invited("12"))))
        h = t.reconcile()
        milik = {k.undangan.nomor: k for k in h.keputusan if k.undangan.nik == BUDI.nik}
        assert {n: k.kategori for n, k in milik.items()} == {
            "5": kategori,
            "9": Kategori.DOBEL,
            "12": Kategori.DOBEL,
        }
        assert milik["9"].rujukan == milik["12"].rujukan == "5"


@pytest.mark.aturan("UNDANGAN-00", "NIK-10")
@settings(max_examples=100)
@given(tabel(), st.sampled_from([n for n in NIK_BURUK if "lama" not in str(n)]), st.integers(0, 2))
def test_a_paper_without_a_usable_identity_is_galat_and_nothing_else(t: Tabel, nik: object, bentuk: int) -> None:
    """Without a usable NIK, and with no name, no birth date, or a name that nobody has."""
    asing = Insan(nama="Zulaikha", lahir=date(1971, 1, 7))
    buruk = asing.invited("77", NIK=nik) | ({"NAMA": ""}, {"TGL_LAHIR": None}, {})[bentuk]
    lama, baru = t.reconcile(), t.plus(undangan=buruk).reconcile()
    assert baru.kategori[Kategori.GALAT] == lama.kategori[Kategori.GALAT] + 1
    assert [k.kategori for k in baru.keputusan] == [k.kategori for k in lama.keputusan]
    assert (baru.wajib, baru.cakupan, len(baru.tercecer)) == (lama.wajib, lama.cakupan, len(lama.tercecer))
    (g,) = [g for g in baru.galat if g.lembar == "UNDANGAN" and g.baris == len(t.undangan) + 1]
    assert g.kolom in ("NIK", "TGL_LAHIR")
    assert g.harusnya


@pytest.mark.aturan("UNDANGAN-06")
@given(
    st.lists(
        st.tuples(*[st.sampled_from(("001", "002", ""))] * 2, st.sampled_from(("Jaten", "Dagen", ""))), max_size=3
    ),
    st.tuples(*[st.sampled_from(("001", "002", "003", ""))] * 2, st.sampled_from(("Jaten", "DESA DAGEN", "Sroyo", ""))),
)
def test_an_address_is_known_by_the_parts_that_are_given(
    ada: list[tuple[str, str, str]], diberi: tuple[str, str, str]
) -> None:
    """A blank part, on either side, excludes nothing; without a list, or with an empty one, no address is unknown."""
    daftar: tuple[Baris, ...] = tuple({"RT": rt, "RW": rw, "DESA": desa} for rt, rw, desa in ada if desa)
    surat = BUDI.invited("1", RT=diberi[0], RW=diberi[1], DESA=diberi[2])
    dasar = Tabel(D, (BUDI.listed(),), (surat,))
    desa = diberi[2].removeprefix("DESA ").title()
    cocok = [
        w
        for w in daftar
        if (w["RT"] in ("", diberi[0]) or not diberi[0])
        and (w["RW"] in ("", diberi[1]) or not diberi[1])
        and (w["DESA"] == desa or not desa)
    ]
    kenal = bool(cocok) or not any(diberi) or not daftar
    k = own(evolve(dasar, wilayah=daftar).reconcile())
    assert k.kategori is (Kategori.SAH if kenal else Kategori.ALAMAT_TIDAK_DIKETAHUI)
    assert k.pasti == kenal
    assert own(dasar.reconcile()).kategori is Kategori.SAH


@pytest.mark.aturan("UNDANGAN-06", "CAKUPAN-03")
@settings(max_examples=100)
@given(tabel(kotor=False))
def test_an_unknown_address_takes_nobody_out_of_the_base(t: Tabel) -> None:
    """With no address known the base, the recorded and the never invited stay, and the upper bound only rises."""
    semua = evolve(t, wilayah=None).reconcile()
    tak_satu_pun = evolve(t, wilayah=({"DESA": "Tiada", "RW": "099", "RT": "099"},)).reconcile()
    assert (semua.wajib.neto, semua.terekam) == (tak_satu_pun.wajib.neto, tak_satu_pun.terekam)
    assert len(semua.tercecer) == len(tak_satu_pun.tercecer)
    assert semua.wajib.belum_pasti <= tak_satu_pun.wajib.belum_pasti
    alamat = {k.undangan.baris for k in tak_satu_pun.keputusan if k.kategori is Kategori.ALAMAT_TIDAK_DIKETAHUI}
    assert {k.undangan.baris for k in semua.keputusan if k.kategori is Kategori.ALAMAT_TIDAK_DIKETAHUI} <= alamat


@pytest.mark.aturan("UNDANGAN-04", "UNDANGAN-05")
@pytest.mark.parametrize("hari", [-400, -1, 0, 1, 400])
def test_who_comes_after_the_date_is_registered_but_not_wajib(hari: int) -> None:
    """In PENDUDUK or only in PINDAH: an arrival after D is no absence from the registers."""
    for t in (DASAR, SEBAB[Kategori.TIDAK_TERDAFTAR][0](DASAR)):
        k = own(t.plus(pindah=BUDI.moved(D + hari * HARI, "DATANG")).reconcile())
        assert k.kategori is (Kategori.BUKAN_WAJIB if hari > 0 else Kategori.SAH)
        assert k.pasti == (hari > 0 or t is DASAR)


@pytest.mark.aturan("UNDANGAN-07", "UNDANGAN-08", "WAJIB-08")
@pytest.mark.parametrize("teks", ["", "31-02-1980", "tidak terbaca"])
def test_unknown_duty_is_decided_by_the_rest_of_the_table_and_is_not_certain(teks: str) -> None:
    """Never BUKAN_WAJIB; the NIK's date is proposed; a death or a move in the register is certain all the same."""
    buta = evolve(DASAR, penduduk=(BUDI.listed(TGL_LAHIR=teks), TETANGGA.listed()))
    for kategori, sebab in SEBAB.items():
        if kategori in (Kategori.TIDAK_TERDAFTAR, Kategori.BUKAN_WAJIB):
            continue
        for s in sebab:
            k = own(s(buta).reconcile())
            assert k.kategori is kategori
            assert k.pasti == own(s(DASAR).reconcile()).pasti
    h = buta.reconcile()
    assert (own(h).kategori, own(h).pasti) == (Kategori.SAH, False)
    assert (h.wajib.belum_diketahui, h.wajib.neto) == (1, 1)
    (entri,) = [e for e in h.perlu_dilihat if e.jenis == "LAHIR_TIDAK_TERBACA"]
    assert "01-01-1980" in entri.kanan
    kawin = evolve(buta, penduduk=(BUDI.listed(TGL_LAHIR=teks, STATUS_KAWIN="KAWIN"), TETANGGA.listed())).reconcile()
    assert (own(kawin).pasti, kawin.wajib.belum_diketahui, kawin.wajib.neto) == (True, 0, 2)


def test_each_reason_is_written_in_words_of_the_table() -> None:
    assert [k.value for k in SEBAB] == [k.value for k in URUTAN if k not in (Kategori.DOBEL, Kategori.SAH)]
    assert set(CATATAN) - {"RAGU", ""} <= {k.value for k in Kategori}
