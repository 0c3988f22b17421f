"""How the sheets of the example look: title rows, headers as offices spell them, a totals row, blank rows, widths."""

from collections.abc import Sequence

from ektp_excel.contoh.lembar import Lembar
from ektp_excel.contoh.orang import Sel
from ektp_excel.contoh.susun import IsiBuku

JUDUL_UNDANGAN = (
    "DAFTAR UNDANGAN PEREKAMAN e-KTP",
    "KECAMATAN JATEN KABUPATEN KARANGANYAR",
    "Data rekaan untuk contoh",
    "",
)
_KEPALA: dict[str, tuple[str, ...]] = {
    "PENDUDUK": (
        "NIK", "NAMA_LGKP", "TGL_LHR", "JENIS_KELAMIN", "STATUS_KAWIN", "TGL_KAWIN", "KEWARGANEGARAAN", "ITAP s/d",
        "NO_KK", "NAMA_IBU", "ALAMAT", "NO_RT", "NO_RW", "DESA",
    ),
    "UNDANGAN": (
        "NO_UNDANGAN", "NO. NIK", "NAMA", "Tgl. Lahir", "ALAMAT", "RT", "RW", "Desa/Kel", "TGL_JADWAL", "Ket.",
    ),
    "PEREKAMAN": ("NIK", "TGL_REKAM", "STATUS", "TEMPAT"),
    "PINDAH": ("NIK", "TGL_PINDAH", "ARAH"),
    "MENINGGAL": ("NIK", "TGL_MENINGGAL"),
    "WILAYAH": ("DESA", "RW", "RT"),
}  # fmt: skip
_KOSONG: tuple[Sel, ...] = ()
_LEBAR: dict[str, tuple[int, ...]] = {
    "PENDUDUK": (18, 30, 12, 14, 14, 12, 17, 12, 18, 24, 32, 7, 7, 22),
    "UNDANGAN": (16, 20, 30, 18, 32, 6, 6, 22, 12, 28),
    "PEREKAMAN": (18, 12, 28, 24),
    "PINDAH": (18, 12, 10),
    "MENINGGAL": (18, 14),
    "WILAYAH": (14, 6, 6),
}


def make_lembar(isi: IsiBuku) -> list[Lembar]:
    """The sheets in the order of the book; the papers learn the row number at which Excel shows them."""
    hasil: list[Lembar] = []
    for nama, kepala in _KEPALA.items():
        baris: Sequence[Sequence[Sel]] = isi.lembar[nama]
        judul = JUDUL_UNDANGAN if nama == "UNDANGAN" else ()
        if nama == "UNDANGAN":
            for nomor, surat in enumerate(isi.surat):
                surat.baris = nomor + len(judul) + 2 + (nomor >= isi.susulan)
            jumlah = (None, None, "JUMLAH", None, None, None, None, None, None, f"{len(baris)} lembar")
            baris = [*baris[: isi.susulan], _KOSONG, *baris[isi.susulan :], _KOSONG, jumlah]
        hasil.append(Lembar(nama, judul, kepala, baris, _LEBAR[nama]))
    return hasil
