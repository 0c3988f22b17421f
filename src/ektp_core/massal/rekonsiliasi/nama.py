"""Names and their keys, by the engine where the rules of spelling are plain, by the core for every other writing.

The words and the replacements are the core's own; here is only which names need no more than those.
"""

from collections.abc import Iterable, Sequence

import narwhals as nw

from ektp_core.massal.mesin import Mesin, Rangka, Skema
from ektp_core.massal.rekonsiliasi.baca import NAMA_BERSIH, Lembaran, is_odd, map_values
from ektp_core.masukan import clean_text
from ektp_core.nama import BERGELAR, GELAR_DEPAN, KATA_BAKU, PENGGANTI, normalize_nama

KUNCI = "kunci_nama"
SIDIK = "sidik"
_SKEMA: Skema = {NAMA_BERSIH: nw.String, KUNCI: nw.String}
_BERTITIK = r"^[A-Za-z]+\.?( [A-Za-z]+\.?)*\z"


def _any_of(kata: Iterable[str]) -> str:
    return "(" + "|".join(sorted(kata)) + ")"


_ADA_GELAR = "(^| )" + _any_of(BERGELAR) + r"( |\z)"
_GELAR = "^(" + _any_of(GELAR_DEPAN) + " )+"
_BERATURAN = "(^| )" + _any_of(BERGELAR | KATA_BAKU.keys()) + r"( |\z)|" + _any_of(lama for lama, _ in PENGGANTI)
ODD_NAME = nw.col("NAMA").str.contains(rf"[^A-Za-z ]|^ |  | \z|(?i:{_BERATURAN})")
"""The names that are more than plain words, or have a word or letters with a rule: all others are their own key."""


def add_name(mesin: Mesin, isi: Lembaran) -> Lembaran:
    """The sheet with `nama_bersih` (one clean line of text) and `kunci_nama` (its key for comparison)."""
    ganjil = is_odd(isi, "NAMA")
    if ganjil is None:
        return map_values(mesin, isi, ["NAMA"], _read_name, _SKEMA)
    tulis = nw.col("NAMA")
    teks = nw.when(ganjil).then(tulis.fill_null("")).alias("_tulis")
    beda = isi.asal.filter(ganjil).select(teks).group_by("_tulis").agg(nw.len())
    peta = _read_writings(mesin, beda).rename({NAMA_BERSIH: "_nama", KUNCI: "_kunci"})
    rangka = isi.rangka.with_columns(teks).join(peta, on="_tulis", how="left")
    return isi.replace(
        rangka.with_columns(
            nw.coalesce(nw.col("_nama"), tulis).alias(NAMA_BERSIH),
            nw.coalesce(nw.col("_kunci"), tulis.str.to_uppercase()).alias(KUNCI),
        ).drop("_nama", "_kunci", "_tulis")
    )


def add_fingerprint(mesin: Mesin, rangka: Rangka) -> Rangka:
    """The frame with `sidik`: one number for the key of the name and the birth date, null where either is unknown.

    Who shares both shares the number. Who shares the number nearly always shares both: it may only choose whom to look
    at, never answer.
    """
    rangka = mesin.add_hash(rangka, [KUNCI, "lahir"], SIDIK)
    tahu = ~nw.col("lahir").is_null() & (nw.col(KUNCI) != "")
    return rangka.with_columns(nw.when(tahu).then(nw.col(SIDIK)).alias(SIDIK))


def _read_writings(mesin: Mesin, beda: Rangka) -> Rangka:
    """Distinct writings that are not plain, with the clean name and its key: a title before, or a word of one spelling,
    is still the engine's; the rest comes here."""
    teks = nw.col("_tulis")
    kata = teks.str.replace_all(".", "", literal=True).str.to_uppercase().str.replace_all(_GELAR, "")
    bergelar = kata.str.contains(_ADA_GELAR)
    for baku in sorted(set(KATA_BAKU.values())):
        kata = kata.str.replace_all(rf"\b{_any_of(k for k, v in KATA_BAKU.items() if v == baku)}\b", baku)
    beda = mesin.keep(
        beda.with_columns(
            teks.alias(NAMA_BERSIH),
            spell(kata).alias(KUNCI),
            (teks.str.contains(_BERTITIK) & ~bergelar).alias("_mudah"),
        )
    )
    sulit = [r[0] for r in mesin.fetch(beda.filter(~nw.col("_mudah")).select("_tulis"))]
    mudah = beda.filter(nw.col("_mudah")).select("_tulis", *_SKEMA)
    lain = mesin.small({"_tulis": nw.String, **_SKEMA}, [(t, *_read_name(t)) for t in sulit])
    return nw.concat([mudah, lain], how="vertical")


def spell(nama: nw.Expr) -> nw.Expr:
    """The key of names in capital letters and single spaces, without a word that has a rule of its own."""
    for lama, baru in PENGGANTI:
        nama = nama.str.replace_all(lama, baru, literal=True)
    return nama


def _read_name(nilai: object) -> Sequence[object]:
    nama = clean_text(nilai)
    return nama, normalize_nama(nama)
