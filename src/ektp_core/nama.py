"""Names of people as a key for comparison; what is shown to people is always the written name.

The key drops case, punctuation, titles and `BIN`/`BINTI` with what follows, and gives one spelling to old and new
spelling and to the many spellings of Muhammad. It is no measure of likeness: two keys are equal or they are not.
"""

import re
import unicodedata
from functools import lru_cache

from ektp_core.aturan import declare, keputusan_proyek
from ektp_core.tulisan import TAK_TERLIHAT

NAMA_01 = declare(
    "NAMA-01",
    "Nama dibandingkan tanpa huruf besar-kecil, tanda baca, gelar dan BIN/BINTI; ejaan lama sama dengan ejaan baru.",
    keputusan_proyek("nama yang sama ditulis berbeda-beda dalam daftar; hukum tidak mengatur pembandingannya"),
)

GELAR_DEPAN = frozenset(
    "H HJ HAJI HAJJAH KH K KYAI KIAI DR DRS DRA DRG IR PROF NY NYONYA TN TUAN BPK BAPAK SDR SDRI NN ALM ALMH "
    "R RR RM RA RADEN RNGT APT USTADZ UST".split()
)
_GELAR_BELAKANG = frozenset(
    "SPD SPDI SPDSD SH SE SEI ST SAG SSOS SSI SKOM SIP SKM SKEP SP SPT SPI SHUT SS SSN SSTP SST SPSI SFARM SHI STP SIKOM "
    "STRKEB STRKEP SGZ SAK SAP SAB SKED SKG SKH SPDK MPD MPDI MSI MSC MH MHUM MKES MKN MM MT MAG MKOM MSOS MAP MAK MBA MA ME "
    "MPSI MFARM MIKOM AMD AMDKEB AMDKEP AMDPK AMAPD BA BSC BE PHD SPOG SPA SPPD SPB SPM NS NERS LC CES".split()
)
_BIN = frozenset(("BIN", "BINTI", "BT", "BTE", "BINTE"))
KATA_BAKU = {
    **dict.fromkeys(
        "MUHAMAD MOHAMMAD MOHAMAD MOCHAMAD MOCHAMMAD MUCHAMAD MUCHAMMAD MOKHAMAD MOKHAMMAD MUKHAMAD MUKHAMMAD "
        "MUHAMMED MUHAMED MOHAMMED MOHAMED MOH MUH MOCH MUCH MOKH MUKH MOHD MUHD MHD MUHAMAT MUHAMMAT MOHAMAT MUHAMADD".split(),
        "MUHAMMAD",
    ),
    **dict.fromkeys("ACHMAD AKHMAD AHMED ACHMED AHMAT ACHMAT ACH AKH".split(), "AHMAD"),
    "ABD": "ABDUL",
    "SRY": "SRI",
}
PENGGANTI = (("OE", "U"), ("TJ", "C"), ("DJ", "Y"), ("CH", "KH"), ("J", "Y"))
"""Old spelling to one key. `dj` and `j` meet in `y`, as do old and new `j`/`y`, `nj`/`ny` and `sj`/`sy`: a name has one
key however its letters were modernised."""

_ANTARA = re.compile(r"[^A-Z0-9.]+")
_BUANG = re.compile(f"['`´‘’ʼ{TAK_TERLIHAT}]")


@lru_cache(maxsize=65536)
def _spell(kata: str) -> str:
    baku = KATA_BAKU.get(kata)
    if baku is None:
        baku = kata
        for lama, baru in PENGGANTI:
            baku = baku.replace(lama, baru)
    return baku


def _words(nama: str) -> list[str]:
    teks = nama.upper()
    if not teks.isascii():
        teks = unicodedata.normalize("NFKD", teks)
        teks = "".join(h for h in teks if not unicodedata.combining(h))
    teks = _BUANG.sub("", teks)
    kata: list[str] = []
    for bagian in _ANTARA.split(teks):
        if "." not in bagian:
            kata.append(bagian)
            continue
        rapat = bagian.replace(".", "")
        kata.extend([rapat] if rapat in _GELAR_BELAKANG or rapat in GELAR_DEPAN else bagian.split("."))
    return [k for k in kata if k]


BERGELAR = GELAR_DEPAN | _GELAR_BELAKANG | _BIN | {g[1:] for g in _GELAR_BELAKANG}
"""Words without which a name has no title and no BIN to drop."""


def is_title(kata: str) -> bool:
    """Whether one written word is a title, before or behind a name, or BIN/BINTI.

    >>> is_title("S.Pd."), is_title("Hj."), is_title("binti"), is_title("Budi")
    (True, True, True, False)
    """
    rapat = "".join(h for h in kata.upper() if h.isalpha())
    return rapat in GELAR_DEPAN or rapat in _GELAR_BELAKANG or rapat in _BIN


def _strip_titles(kata: list[str]) -> list[str]:
    for i in range(1, len(kata)):
        if kata[i] in _BIN:
            kata = kata[:i]
            break
    while kata[1:] and kata[0] in GELAR_DEPAN:
        kata = kata[1:]
    while kata[1:]:
        if kata[2:] and len(kata[-2]) == 1 and kata[-2] + kata[-1] in _GELAR_BELAKANG:
            kata = kata[:-2]
        elif kata[-1] in _GELAR_BELAKANG:
            kata = kata[:-1]
        else:
            break
    return kata


def normalize_nama(nama: str) -> str:
    """The key of a name: two names with one key are written variants of one name; empty for blank.

    >>> normalize_nama("H. Moh. Soekardjo, S.Pd.") == normalize_nama("MUHAMMAD SUKARJO")
    True
    >>> normalize_nama("Djoko Tjahjono bin Karto") == normalize_nama("JOKO CAHYONO")
    True
    """
    if not nama:
        return ""
    kata = nama.upper().split() if nama.isascii() and nama.replace(" ", "").isalpha() else _words(nama)
    if len(kata) > 1 and not BERGELAR.isdisjoint(kata):
        kata = _strip_titles(kata)
    return " ".join([_spell(k) for k in kata])
