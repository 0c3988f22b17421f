"""The region code PP.KK.CC of a NIK: where it was first issued, by the Kemendagri numbering.

An old code is a remark, never an error: a NIK keeps the code of the place and the year in which it was issued.
Names of regions are not here.
"""

from attrs import frozen

PROVINSI = frozenset(
    f"{k:02d}"
    for rentang in (
        range(11, 20),
        (21,),
        range(31, 37),
        range(51, 54),
        range(61, 66),
        range(71, 77),
        (81, 82),
        range(91, 97),
    )
    for k in rentang
)
"""Province codes in use today."""

_PINDAH_KODE = {
    "9101": "93.01",
    "9102": "95.01",
    "9104": "94.01",
    "9201": "96.01",
    "9271": "96.71",
}
_KALTARA_LAMA = frozenset(("6406", "6407", "6408", "6410", "6473"))


@frozen
class Wilayah:
    """A region code read from a NIK.

    >>> str(Wilayah("33", "13", "11"))
    '33.13.11'
    """

    provinsi: str
    kabupaten: str
    kecamatan: str

    def __str__(self) -> str:
        return f"{self.provinsi}.{self.kabupaten}.{self.kecamatan}"

    @property
    def keterangan(self) -> str:
        """A remark on the code, or empty when there is nothing to say.

        >>> Wilayah("91", "01", "05").keterangan
        'kode lama, kini 93.01'
        """
        kode = self.provinsi + self.kabupaten
        if kode in _PINDAH_KODE:
            return f"kode lama, kini {_PINDAH_KODE[kode]}"
        if kode in _KALTARA_LAMA:
            return "kode lama, kini provinsi 65 (Kalimantan Utara)"
        if self.provinsi not in PROVINSI:
            return f"kode provinsi {self.provinsi} tidak ada"
        nomor = int(self.kabupaten)
        if not (1 <= nomor <= 29 or 71 <= nomor <= 79):
            return f"kode kabupaten/kota {self.kabupaten} tidak lazim"
        return ""
