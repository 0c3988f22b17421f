"""Who goes first when a team comes, and who waits for a document instead of a camera."""

import re
from enum import StrEnum

from ektp_core.aturan import declare, keputusan_proyek
from ektp_core.penyisiran import BarisPenyisiran, KelompokUmur, Sebab

JEMPUT_02 = declare(
    "JEMPUT-02",
    "Didahulukan: yang menurut catatan desa sakit, difabel, atau hamil, lalu yang berumur 60 tahun ke atas.",
    keputusan_proyek(
        "merekalah yang tidak dapat datang ke kecamatan; UU 8/2016 dan UU 13/1998 memberi kemudahan layanan (perlu dicek), "
        "tanpa menyebut urutan"
    ),
)
JEMPUT_03 = declare(
    "JEMPUT-03",
    "Yang menurut catatan desa meninggal atau pindah, dan yang alamatnya tidak diketahui, tidak dijadwalkan tetapi didaftar.",
    keputusan_proyek(
        "regu tidak dapat merekam mereka; yang diperlukan dokumen atau penyisiran, dan mereka tetap wajib"
    ),
)


class Prioritas(StrEnum):
    """Why somebody goes first; the members stand in the order in which they are served.

    >>> [p.value for p in Prioritas]
    ['SAKIT ATAU DIFABEL', 'LANSIA', '']
    """

    SAKIT = "SAKIT ATAU DIFABEL"
    LANSIA = "LANSIA"
    BIASA = ""

    __hash__ = str.__hash__


_TAK_DIDATANGI = (Sebab.ALAMAT, Sebab.CATATAN_MENINGGAL, Sebab.CATATAN_PINDAH)
_SAKIT = re.compile(
    r"\b(?:sakit|stroke|strok|struk|lumpuh|opname|rawat inap|dirawat|difabel|disabilitas|cacat|penyandang|tuna ?(?:netra|rungu|"
    r"wicara|daksa|grahita)|buta|tuli|bisu|kursi roda|pincang|jompo|pikun|odgj|hamil|(?:tidak|tdk|tak|gak|ga) (?:bisa|dapat|"
    r"mampu) (?:jalan|berjalan|bangun|keluar|datang))\b"
)
_SEMBUH = re.compile(r"\b(?:rumah sakit|sudah sembuh|sdh sembuh|rs)\b")


def is_visited(b: BarisPenyisiran) -> bool:
    """Whether a team can record the person at home: the address is known, and no note says dead or moved.

    >>> is_visited(BarisPenyisiran("Jaten", "", "", "", "", "", "", Sebab.TERCECER))
    True
    """
    return b.sebab not in _TAK_DIDATANGI


def priority_of(b: BarisPenyisiran) -> Prioritas:
    """Why the person goes first, from what the desa wrote and from the age.

    >>> priority_of(BarisPenyisiran("Jaten", "", "", "", "", "", "", Sebab.TERCECER, catatan=("sakit stroke",))).value
    'SAKIT ATAU DIFABEL'
    """
    for catatan in b.catatan:
        kecil = " ".join(catatan.lower().split())
        # Who works at a hospital, or was ill, is neither ill nor bound to the house.
        if _SAKIT.search(_SEMBUH.sub(" ", kecil)) and "sembuh" not in kecil:
            return Prioritas.SAKIT
    return Prioritas.LANSIA if b.kelompok is KelompokUmur.LANSIA else Prioritas.BIASA
