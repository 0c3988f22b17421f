"""Damaged NIKs: repaired only with their evidence, lent only to the one whom they fit, and otherwise shown."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import pytest
from attrs import evolve
from hypothesis import example, given, settings
from hypothesis import strategies as st

from aturan.patokan.jawaban import answer, answer_of
from ektp_core import Hasil, Kategori, KeputusanUndangan, is_calendar_true, normalize_nama
from ektp_core.nik import iter_near
from strategies import Baris, D, Insan, Tabel, make_nik, orang, tabel

LAHIR = date(1980, 1, 1)
BUDI = Insan(ibu="Wagiyem")
SALAH_KALENDER = "3313113002800001"


def same_15(banyak: int, **lain: str) -> list[Insan]:
    """People whose NIKs differ in the last digit only, each with a name and a birth date of their own by default."""
    nama = ("Sukarjo", "Tri", "Muhammad Cahya", "Siti Khotijah")
    return [evolve(BUDI, nik=f"331311010180000{n}", nama=nama[n - 1], **lain) for n in range(1, banyak + 1)]  # type: ignore[arg-type]


def only(h: Hasil) -> KeputusanUndangan:
    """The one decision."""
    (k,) = h.keputusan
    return k


def kinds(h: Hasil) -> set[str]:
    """The kinds of entries in PERLU DILIHAT."""
    return {e.jenis for e in h.perlu_dilihat}


def pin(penduduk: Sequence[Baris], **lain: Baris) -> Tabel:
    """A table to hold an example."""
    return Tabel(D, tuple(penduduk)).plus(**lain)


TERPOTONG = BUDI.listed(NIK=float(BUDI.nik))


@pytest.mark.aturan("NIK-05", "NIK-06", "NIK-07", "NIK-08", "NIK-09", "NIK-11")
@settings(max_examples=300)
@given(tabel())
@example(pin([TERPOTONG, BUDI.listed(NIK="3313120101800001")], meninggal=BUDI.dead()))
@example(pin([TERPOTONG, BUDI.listed(NIK="3313120101800001")], perekaman=BUDI.recorded(), undangan=BUDI.invited()))
@example(
    pin(
        [
            BUDI.listed(),
            BUDI.listed(NIK="3313110101800002"),
            BUDI.listed(NIK=float(BUDI.nik), JENIS_KELAMIN="P", NAMA_IBU=""),
        ]
    )
)
@example(pin([BUDI.listed(NAMA_IBU=""), TERPOTONG, BUDI.listed(NIK="3313120101800001")]))
def test_a_lost_digit_leads_where_the_measure_leads(t: Tabel) -> None:
    """Every number of such a sheet written as a number: rows whose 16th digit is not known."""
    for hilang in ((), ("undangan",), ("penduduk",), ("perekaman", "pindah", "meninggal")):
        lain = {x: tuple(b | {"NIK": _as_number(b["NIK"])} for b in getattr(t, x)) for x in hilang}
        u = evolve(t, **lain)  # type: ignore[arg-type]
        assert answer_of(u.reconcile()) == answer(u)


def _as_number(nik: object) -> object:
    return float(nik) if isinstance(nik, str) and nik.isdigit() and len(nik) == 16 else nik


@pytest.mark.aturan("NIK-07")
@given(st.integers(1, 4), st.sampled_from(("nama", "lahir", "dua-duanya", "tidak")), st.integers(0, 3), st.booleans())
def test_a_numeric_paper_needs_its_digits_and_a_name_or_birth_date(
    banyak: int, bukti: str, ke: int, lahir_sama: bool
) -> None:
    """Against everybody with these fifteen digits: exactly one who agrees, or it is found by name and birth date, or GALAT."""
    semua = [o if lahir_sama else evolve(o, lahir=date(1980, 1, n)) for n, o in enumerate(same_15(banyak), 1)]
    tujuan = semua[ke % banyak]
    surat = tujuan.invited(
        NIK=float(tujuan.nik),
        NAMA=tujuan.nama if bukti in ("nama", "dua-duanya") else "Zulaikha",
        TGL_LAHIR=tujuan.lahir if bukti in ("lahir", "dua-duanya") else date(1999, 9, 9),
    )
    cocok = [
        o
        for o in semua
        if normalize_nama(o.nama) == normalize_nama(str(surat["NAMA"])) or o.lahir == surat["TGL_LAHIR"]
    ]
    h = Tabel(D, tuple(o.listed() for o in semua), (surat,)).reconcile()
    if len(cocok) == 1 or (bukti == "dua-duanya"):
        k = only(h)
        assert (k.nik_dipakai, k.diperbaiki, k.kategori) == (tujuan.nik, True, Kategori.SAH)
        assert ("NIK-07" in k.aturan) == (len(cocok) == 1)
        assert {b.kolom for b in k.bukti} >= {"NIK"} | ({"NAMA"} if "nama" in bukti else set())
        assert h.diperbaiki == 1
    else:
        assert (h.keputusan, h.kategori[Kategori.GALAT], h.diperbaiki) == ((), 1, 0)


@pytest.mark.aturan("NIK-08")
@given(
    st.integers(0, 3),
    st.sampled_from(("", None, "3,31311E+15", "12345", float("3313119999999999"))),
    st.sampled_from(("Sukarjo", "SOEKARDJO", "H. Sukarjo")),
    st.sampled_from(("nama", "lahir", "")),
)
def test_without_a_usable_nik_name_and_birth_date_must_mean_exactly_one(
    banyak: int, nik: object, tulis: str, tanpa: str
) -> None:
    kembar = [evolve(BUDI, nik=f"33131{n}0101800001", ibu=f"Ibu {n}") for n in range(banyak)]
    lain = [Insan("3313110101810001", "Sukarjo", date(1981, 1, 1)), Insan("3313110101800008", "Tri", LAHIR)]
    surat = BUDI.invited(NIK=nik, NAMA="" if tanpa == "nama" else tulis, TGL_LAHIR=None if tanpa == "lahir" else LAHIR)
    h = Tabel(D, tuple(o.listed() for o in (*lain, *kembar)), (surat,)).reconcile()
    if banyak == 1 and not tanpa:
        k = only(h)
        assert (k.nik_dipakai, k.kategori, k.diperbaiki, "NIK-08" in k.aturan) == (
            kembar[0].nik,
            Kategori.SAH,
            True,
            True,
        )
        assert {b.kolom for b in k.bukti} >= {"NIK", "NAMA", "TGL_LAHIR"}
    else:
        assert (h.keputusan, h.kategori[Kategori.GALAT]) == ((), 1)


LAIN = {
    "NAMA": "Zulaikha",
    "TGL_LAHIR": date(1980, 1, 2),
    "NIK": make_nik(LAHIR, "P", 7),
    "RT": "009",
    "RW": "009",
    "DESA": "Dagen",
}


@pytest.mark.aturan("NIK-09")
@given(
    st.lists(st.sampled_from(sorted(LAIN)), unique=True, max_size=2),
    st.sampled_from(("", "penduduk", "pindah", "meninggal")),
    st.booleans(),
)
def test_another_nik_is_the_resident_s_only_when_everything_fits_and_no_register_has_it(
    beda: list[str], terdaftar: str, kembar: bool
) -> None:
    """Name, birth date, the sex of the NIK, desa, RW and RT; one of them different, or two who fit: not the resident."""
    surat = BUDI.invited(NIK=make_nik(LAHIR, "L", 7)) | {k: LAIN[k] for k in beda}
    nik = str(surat["NIK"])
    orang_lain = Insan(nik, "Tri", date(1955, 5, 5), desa="Sroyo")
    t = Tabel(D, (BUDI.listed(),), (surat,), (BUDI.recorded(nik=nik),))
    if kembar:
        t = t.plus(penduduk=BUDI.listed(NIK="3313120101800005", NAMA_IBU="Suparmi"))
    if terdaftar:
        baris = {"penduduk": orang_lain.listed(), "pindah": orang_lain.moved(), "meninggal": orang_lain.dead()}
        t = t.plus(**{terdaftar: baris[terdaftar]})
    h = t.reconcile()
    (k,) = [k for k in h.keputusan if k.undangan.nomor == "1"]
    cocok = not beda and not terdaftar and not kembar
    assert k.diperbaiki == cocok
    assert k.nik_dipakai == (BUDI.nik if cocok else nik)
    assert {"NIK_LAIN", "REKAM_NIK_LAIN"} <= kinds(h) if cocok else not kinds(h) & {"NIK_LAIN", "REKAM_NIK_LAIN"}
    assert not any(b.nik != BUDI.nik and not terdaftar and not kembar for b in h.belum)
    if not terdaftar:
        # What was recorded under the other NIK is shown, and counted for nobody.
        assert (k.kategori is Kategori.TIDAK_TERDAFTAR) == (not cocok)
        assert (h.terekam, k.terekam) == (0, not cocok)
        assert {x.nik for x in h.luar_dasar} == {nik}


@pytest.mark.aturan("NIK-09")
@pytest.mark.parametrize("kosong", ["DESA", "RT", "RW"])
def test_a_place_that_neither_side_gives_is_no_agreement(kosong: str) -> None:
    nik = make_nik(LAHIR, "L", 7)
    h = Tabel(D, (BUDI.listed(**{kosong: ""}),), (BUDI.invited(NIK=nik, **{kosong: ""}),)).reconcile()
    assert (only(h).kategori, only(h).nik_dipakai) == (Kategori.TIDAK_TERDAFTAR, nik)


@pytest.mark.aturan("NIK-09")
@pytest.mark.parametrize("urut", [(0, 1), (1, 0)])
def test_one_unregistered_nik_that_means_two_residents_means_neither(urut: tuple[int, int]) -> None:
    """Each of its papers fits another resident in everything; one NIK is one person, so it is nobody's here."""
    nik = make_nik(LAHIR, "L", 7)
    dua = [BUDI, Insan("3313120101800003", "Tri", LAHIR)]
    surat = [o.invited(n, NIK=nik) for n, o in enumerate(dua, 1)]
    h = Tabel(D, tuple(o.listed() for o in dua), tuple(surat[i] for i in urut)).reconcile()
    assert {k.nik_dipakai for k in h.keputusan} == {nik}
    assert sorted(k.kategori for k in h.keputusan) == [Kategori.DOBEL, Kategori.TIDAK_TERDAFTAR]
    assert len(h.tercecer) == 2


@pytest.mark.aturan("NIK-10", "NIK-05")
@given(st.integers(0, 3), st.sampled_from((SALAH_KALENDER, "3313110101800000", "1013110101800001")), st.booleans())
def test_a_calendar_false_nik_keys_somebody_only_where_it_stands_once(banyak: int, nik: str, sama: bool) -> None:
    """Once in PENDUDUK it is usable everywhere; never or twice it leads to nobody, and its rows stay apart."""
    rows = [BUDI.listed(NIK=nik, NAMA=BUDI.nama if sama else f"Orang {n}") for n in range(banyak)]
    surat = BUDI.invited(NIK=nik, NAMA="", TGL_LAHIR=None)
    t = Tabel(D, tuple(rows), (surat,), (BUDI.recorded(nik=nik),), (BUDI.moved(date(2013, 1, 1), nik=nik),))
    h = t.plus(meninggal=BUDI.dead(date(2013, 1, 1), nik=nik)).reconcile()
    assert h.wajib.neto == banyak
    if banyak == 1:
        assert (only(h).kategori, only(h).nik_dipakai, h.terekam) == (Kategori.SAH, nik, 1)
        assert not h.galat
    else:
        assert [g.lembar for g in h.galat] == ["UNDANGAN", "PEREKAMAN", "PINDAH", "MENINGGAL"]
        assert h.terekam == 0
    assert ("NIK_BERSAMA" in kinds(h)) == (banyak > 1)


@pytest.mark.aturan("NIK-11", "NIK-03")
@given(st.integers(0, 4), st.integers(0, 3), st.sampled_from(("perekaman", "pindah", "meninggal")), st.booleans())
def test_a_numeric_event_needs_exactly_one_resident_with_its_digits(
    banyak: int, ke: int, lembar: str, utuh: bool
) -> None:
    semua = same_15(banyak) or [BUDI]
    tujuan = semua[ke % len(semua)]
    nik: object = tujuan.nik if utuh else float(tujuan.nik)
    baris = {"perekaman": tujuan.recorded(nik=nik), "pindah": tujuan.moved(nik=nik), "meninggal": tujuan.dead(nik=nik)}
    t = Tabel(D, tuple(o.listed() for o in same_15(banyak)))
    lama, h = t.reconcile(), t.plus(**{lembar: baris[lembar]}).reconcile()
    kena = banyak > 0 if utuh else banyak == 1
    berubah = (h.terekam - lama.terekam, lama.wajib.neto - h.wajib.neto)
    assert berubah == ((0, 0) if not kena else (1, 0) if lembar == "perekaman" else (0, 1))
    assert bool(h.galat) == (not utuh and banyak != 1)
    if h.galat:
        assert (h.galat[0].lembar, h.galat[0].kolom) == (lembar.upper(), "NIK")
        assert any(lembar.upper() in p for p in h.pesan)
        assert tujuan.nik[:15] not in str(h.galat[0])


@pytest.mark.aturan("NIK-06")
@given(
    st.lists(st.sampled_from(("1", "2", "7")), max_size=4),
    st.lists(st.sampled_from(("undangan", "perekaman", "pindah", "meninggal")), min_size=4, max_size=4),
    st.booleans(),
)
def test_a_full_nik_is_lent_to_the_one_whom_it_alone_fits(ekor: list[str], lembar: list[str], dua: bool) -> None:
    """In PENDUDUK a number; in other sheets full NIKs that begin with its digits: one is lent, two different are not."""
    besok = date(2012, 8, 29)
    t = Tabel(D, (TERPOTONG,))
    if dua:  # somebody else with the same fifteen digits, a number too: then it fits nobody alone
        t = t.plus(penduduk=BUDI.listed(NIK=float(BUDI.nik), NAMA="Tri", TGL_LAHIR=date(1981, 1, 1)))
    for e, x in zip(ekor, lembar, strict=False):
        nik = BUDI.nik[:15] + e
        t = t.plus(
            **{
                x: {
                    "undangan": BUDI.invited(NIK=nik, DESA="Sroyo"),
                    "perekaman": BUDI.recorded(nik=nik),
                    "pindah": BUDI.moved(besok, nik=nik),
                    "meninggal": BUDI.dead(besok, nik=nik),
                }[x]
            }
        )
    h = t.reconcile()
    dipakai = list(zip(ekor, lembar, strict=False))
    cocok = {e for e, x in dipakai if not dua or x == "undangan"}
    terpinjam = len(cocok) == 1
    assert ("NIK_PINJAMAN_GANDA" in kinds(h)) == (len(cocok) > 1)
    assert h.wajib.neto == 1 + dua
    assert answer_of(h) == answer(t)
    if terpinjam:
        nik = BUDI.nik[:15] + next(iter(cocok))
        (milik,) = [b.nik for b in h.belum if b.penduduk.nama == BUDI.nama] or [nik]
        assert milik == nik
        assert h.terekam == int(any(x == "perekaman" and e in cocok for e, x in dipakai))
        assert all(k.kategori in (Kategori.SAH, Kategori.DOBEL) for k in h.keputusan if k.nik_dipakai == nik)
    else:
        assert all(b.nik.endswith("?") for b in h.belum)


@pytest.mark.aturan("NIK-06", "NIK-03")
@settings(max_examples=120)
@given(tabel(kotor=False))
def test_numbers_in_penduduk_lose_nobody(t: Tabel) -> None:
    """With the whole column numeric, who is wajib by PENDUDUK alone stays so, and everybody with a name is in the base."""
    angka = evolve(t, penduduk=tuple(b | {"NIK": _as_number(b["NIK"])} for b in t.penduduk))
    a, b = t.reconcile(), angka.reconcile()
    assert a.wajib.daftar == b.wajib.daftar
    assert a.galat_per_lembar["PENDUDUK"] == b.galat_per_lembar["PENDUDUK"]
    assert all(n.seimbang for n in b.neraca)


@pytest.mark.aturan("NIK-12")
@given(st.integers(0, 200), st.booleans(), st.sampled_from(("", "Zulaikha")))
@example(0, True, "")
def test_a_neighbouring_nik_is_proposed_and_never_repaired(ke: int, lahir_sama: bool, nama: str) -> None:
    """One digit wrong or two swapped, same name: TIDAK_TERDAFTAR, with the resident beside it to look at."""
    dekat = [n for n in iter_near(BUDI.nik) if is_calendar_true(n)]
    nik = dekat[ke % len(dekat)]
    surat = BUDI.invited(NIK=nik, NAMA=nama or BUDI.nama, TGL_LAHIR=LAHIR if lahir_sama else None, RT="")
    h = Tabel(D, (BUDI.listed(),), (surat,)).reconcile()
    k = only(h)
    assert (k.kategori, k.nik_dipakai, k.diperbaiki) == (Kategori.TIDAK_TERDAFTAR, nik, False)
    assert len(h.tercecer) == 1
    usul = [e for e in h.perlu_dilihat if e.jenis == "NIK_USUL"]
    assert len(usul) == int(not nama)
    if usul:
        assert BUDI.nik in usul[0].kanan
        assert nik in usul[0].kiri


@pytest.mark.aturan("NIK-12")
@given(st.sampled_from(("3313110101800002", "3274110506700009")), st.booleans())
def test_a_far_nik_is_proposed_only_with_name_and_birth_date(nik: str, sama_lahir: bool) -> None:
    """Same name and birth date, another number: proposed; the name alone under a far number: not."""
    jauh = Insan("3374050101800042", BUDI.nama, LAHIR)
    surat = jauh.invited(NIK=nik, TGL_LAHIR=LAHIR if sama_lahir else None, DESA="Dagen")
    h = Tabel(D, (jauh.listed(),), (surat,)).reconcile()
    assert ("NIK_USUL" in kinds(h)) == sama_lahir
    assert only(h).kategori is Kategori.TIDAK_TERDAFTAR


@pytest.mark.aturan("NIK-04")
@given(orang(), st.sampled_from("LP"), st.sampled_from((LAHIR, date(1995, 8, 28), date(1970, 3, 3), None)))
def test_a_nik_that_disagrees_with_the_register_is_shown_and_the_register_holds(
    o: Insan, kelamin: str, lahir: date | None
) -> None:
    h = Tabel(D, (o.listed(JENIS_KELAMIN=kelamin, TGL_LAHIR=lahir),), (o.invited(),)).reconcile()
    tulis = {e.jenis: e for e in h.perlu_dilihat}
    beda_tanggal = lahir is not None and make_nik(lahir, "L", 1)[8:12] + str(lahir.day) != o.nik[8:12] + str(
        o.lahir.day
    )
    assert ("NIK_TANGGAL" in tulis) == beda_tanggal
    assert ("NIK_KELAMIN" in tulis) == (kelamin != o.kelamin)
    if beda_tanggal and lahir is not None:
        assert lahir.strftime("%d-%m-%Y") in tulis["NIK_TANGGAL"].kanan
        assert o.lahir.strftime("%d-%m") in tulis["NIK_TANGGAL"].kiri
    if lahir is not None:
        assert h.wajib.neto == int(lahir <= date(1995, 8, 28))


@pytest.mark.aturan("NIK-04")
@pytest.mark.parametrize("kelamin", ["L", "P"])
def test_a_century_that_the_digits_leave_open_is_no_contradiction(kelamin: str) -> None:
    """Born in 1911 or in 2011 the number is the same: the registered year is the one that it means."""
    nik = make_nik(date(1911, 8, 17), "L", 1)
    h = Tabel(D, (BUDI.listed(NIK=nik, TGL_LAHIR=date(1911, 8, 17), JENIS_KELAMIN=kelamin),)).reconcile()
    assert kinds(h) == ({"NIK_KELAMIN"} if kelamin == "P" else set())
    assert h.wajib.neto == 1
