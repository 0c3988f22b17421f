"""Names keyed by the engine have the core's key, whatever titles, spellings and marks they carry."""

from __future__ import annotations

from hypothesis import example, given, settings
from hypothesis import strategies as st

from ektp_core.massal.mesin import MesinPolars
from ektp_core.massal.rekonsiliasi.baca import NAMA_BERSIH, mark_odd, open_sheet
from ektp_core.massal.rekonsiliasi.nama import KUNCI, ODD_NAME, add_name
from ektp_core.masukan import clean_text
from ektp_core.nama import BERGELAR, KATA_BAKU, normalize_nama
from massal.bingkai import Kotak, polars_frame
from strategies import nama_dua_ejaan

KATA = sorted(BERGELAR | KATA_BAKU.keys())


def keys_by_engine(nama: list[str | None]) -> list[tuple[str, str]]:
    """The clean name and its key, as Polars makes them."""
    mesin = MesinPolars()
    kotak: Kotak = {"NIK": [None] * len(nama), "NAMA": nama}
    asal = open_sheet(mesin, "PENDUDUK", polars_frame(kotak, {"NIK": str, "NAMA": str}), ["NIK", "NAMA"], "NIK")
    isi = add_name(mesin, mark_odd(mesin, asal, {"NAMA": ODD_NAME}, nik=False))
    return mesin.fetch(isi.rangka.sort("_urut").select(NAMA_BERSIH, KUNCI))


def sebuah_nama() -> st.SearchStrategy[str]:
    """A few words, plain or with a rule of their own, in any case, some with a dot, a comma or two spaces."""
    kata = st.one_of(
        st.sampled_from(KATA), nama_dua_ejaan().map(lambda n: n[0]), st.sampled_from(("S", "M", "A", "Tri"))
    )
    tulis = st.tuples(kata, st.sampled_from(("", "", "", ".", ",")), st.sampled_from((" ", " ", " ", "  ", "")))
    return st.lists(tulis, min_size=1, max_size=5).map(lambda semua: "".join(k + t + s for k, t, s in semua))


@settings(max_examples=60)
@given(st.lists(sebuah_nama() | st.text(max_size=12) | st.none(), min_size=1, max_size=40))
@example(["BUDI S ST", "H", "H. H.", "Dr H", "Moh. Moh Muh", "Sukarjo bin Karto", "-", "Tri.", None, "SE", "A.B. Budi"])
def test_engine_and_core_agree(nama: list[str | None]) -> None:
    benar = [(clean_text(n), normalize_nama(clean_text(n))) for n in nama]
    assert keys_by_engine(nama) == benar
