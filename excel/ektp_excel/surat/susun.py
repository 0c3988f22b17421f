"""All the letters of one result, made in memory: nothing is written before every one of them could be made."""

from collections.abc import Callable
from datetime import date

from attrs import frozen

from ektp_core.panggilan import JadwalSesi
from ektp_core.rekonsiliasi.hasil import Hasil
from ektp_excel.buku.pengembalian import returned
from ektp_excel.surat import isi
from ektp_excel.surat.berkas import file_names
from ektp_excel.surat.isi_templat import Isi, fill
from ektp_excel.surat.muat import BERITA_ACARA, EDARAN, PANGGILAN, PENGANTAR, SESI, Templat


@frozen
class Surat:
    """One letter: the name of its file, what it is about and how many people or papers, and the document itself."""

    berkas: str
    perihal: str
    jumlah: int
    dokumen: bytes


def compose(
    hasil: Hasil,
    templat: Templat,
    *,
    target: date | None = None,
    jadwal: JadwalSesi | None = None,
    progress: Callable[[str], None] = lambda berkas: None,
) -> list[Surat]:
    """Every letter that the result calls for; raises `EktpError` when a template cannot be used."""
    surat: list[Surat] = []

    def add(berkas: str, perihal: str, jumlah: int, acuan: str, nilai: Isi) -> None:
        progress(berkas)
        surat.append(Surat(berkas, perihal, jumlah, fill(templat.read(acuan), acuan, nilai)))

    isian = templat.isian
    semua = isi.edaran(hasil, isian, target)
    for (desa, nilai), nama in zip(semua, file_names("edaran", (d.desa for d, _ in semua)), strict=True):
        add(nama, "orang belum terekam", desa.belum, EDARAN, nilai)
    pulang = isi.kembali(hasil, isian)
    if pulang is not None:
        banyak = len(returned(hasil.keputusan))
        add(PENGANTAR, "undangan dikembalikan", banyak, PENGANTAR, pulang)
        add(BERITA_ACARA, "undangan dikembalikan", banyak, BERITA_ACARA, pulang)
    if jadwal is not None and jadwal.orang:
        baru = isi.panggilan(hasil, isian, jadwal)
        for (_, orang, nilai), nama in zip(baru, file_names("panggilan", (d for d, _, _ in baru)), strict=True):
            add(nama, "surat panggilan", orang, PANGGILAN, nilai)
        add(SESI, "orang dalam semua sesi", jadwal.orang, SESI, isi.sesi(hasil, isian, jadwal))
    return surat
