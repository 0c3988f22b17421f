"""One shown name for each desa, however the sheets spell it.

Only names; which desa a person belongs to is not decided here.
"""

from collections import Counter
from collections.abc import Mapping

from ektp_core.alamat import normalize_desa, strip_prefix

TANPA_DESA = "(tanpa desa)"


class NamaDesa:
    """Shows each desa by its commonest spelling in the first source that has it; ties by text.

    A source is the spellings with how often each stands there.

    >>> n = NamaDesa({"Jaten": 2, "DESA JATEN": 1}, {"Dagen": 1})
    >>> n.show("desa jaten"), n.show("dagen"), n.show("")
    ('Jaten', 'Dagen', '(tanpa desa)')
    """

    def __init__(self, *sumber: Mapping[str, int]) -> None:
        self._nama: dict[str, str] = {"": TANPA_DESA}
        self._tampil: dict[str, str] = {}
        for tulisan in sumber:
            hitung: dict[str, Counter[str]] = {}
            for teks, jumlah in tulisan.items():
                kunci = normalize_desa(teks)
                hitung.setdefault(kunci, Counter())[strip_prefix(teks)] += jumlah
            for kunci, ejaan in hitung.items():
                self._nama.setdefault(kunci, min(ejaan, key=lambda t: (-ejaan[t], t)))

    def show(self, teks: str) -> str:
        """The shown name of a desa as written; an unknown one keeps its spelling."""
        nama = self._tampil.get(teks)
        if nama is None:
            nama = self._tampil[teks] = self._nama.get(normalize_desa(teks)) or strip_prefix(teks)
        return nama
