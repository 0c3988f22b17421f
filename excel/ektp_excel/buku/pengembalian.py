"""The sheet `PENGEMBALIAN`: the invitations that go back to Disdukcapil, as the list under the camat's letter.

One table, sorted by reason; then the totals per reason and desa, and the place for a signature. Which papers go back was
decided before.
"""

from collections import Counter
from collections.abc import Mapping, Sequence

from ektp_core.alamat import normalize_desa
from ektp_core.kategori import KEMBALI as DIKEMBALIKAN
from ektp_core.kategori import Kategori
from ektp_core.kembalian import LEMBAR as KEMBALI
from ektp_core.keputusan import KeputusanUndangan
from ektp_core.rekonsiliasi.hasil import Hasil
from ektp_core.tulisan import show_count
from ektp_core.undangan import Undangan, natural_key
from ektp_excel.buku.cetak import set_up_print
from ektp_excel.buku.gaya import Gaya, Isi
from ektp_excel.buku.pena import TINGGI_GARIS, Nilai, line_count, write_header, write_row
from ektp_excel.buku.tulisan import show_date
from ektp_excel.buku.xlsx import Format, Workbook, Worksheet

PENGEMBALIAN = "PENGEMBALIAN"
_KOLOM = (
    ("NO", 6),
    ("NO_UNDANGAN", 14),
    ("NIK", 17.5),
    ("NAMA", 26),
    ("DESA", 14),
    ("RW", 6),
    ("RT", 6),
    ("ALASAN", 28),
    ("KETERANGAN", 26),
    ("DOKUMEN", 16),
    ("UNDANGAN_DIPAKAI", 20),
    ("NIK_UNDANGAN_DIPAKAI", 24),
)
KEPALA = 5
"""The row, from 0, of the table's header: a title of four lines and a blank one stand above it."""

_SATU_HALAMAN = 12
_DESA, _PINDAH, _ALASAN = 2, 4, 7
_TITIK = "." * 30
SEBUTAN = {
    Kategori.MENINGGAL: "Orang meninggal",
    Kategori.PINDAH: "Orang pindah",
    Kategori.DOBEL: "Undangan dobel",
    Kategori.ALAMAT_TIDAK_DIKETAHUI: "Alamat tidak diketahui",
}
"""The reasons as recaps call them: not the categories' names, which somebody may count in the column ALASAN."""

_DOKUMEN = {
    Kategori.MENINGGAL: ("ada di register", "perlu dokumen"),
    Kategori.PINDAH: ("ada di register", "perlu dokumen"),
    Kategori.ALAMAT_TIDAK_DIKETAHUI: ("", "cek lapangan"),
}
_URUTAN = {kategori: i for i, kategori in enumerate(DIKEMBALIKAN)}


def add_pengembalian(buku: Workbook, gaya: Gaya, hasil: Hasil) -> None:
    """Add `PENGEMBALIAN` with its table, its recap and the signature block."""
    lembar = buku.add_worksheet(PENGEMBALIAN)
    kembali = returned(hasil.keputusan)
    dipakai = _kept_papers(hasil.keputusan)
    for i, (_, lebar) in enumerate(_KOLOM):
        lembar.set_column(i, i, lebar)
    keadaan = f"Keadaan per {show_date(hasil.on)}: {show_count(len(kembali))} undangan"
    lembar.write_string(0, 0, "DAFTAR UNDANGAN PEREKAMAN e-KTP YANG DIKEMBALIKAN", gaya.judul)
    lembar.write_string(1, 0, "kepada Dinas Kependudukan dan Pencatatan Sipil", gaya.anak_judul)
    lembar.write_string(2, 0, f"Kecamatan {_TITIK} Kabupaten/Kota {_TITIK}", gaya.anak_judul)
    lembar.write_string(3, 0, keadaan, gaya.anak_judul)
    write_header(lembar, KEPALA, 0, [judul for judul, _ in _KOLOM], gaya.kepala)
    lembar.set_row(KEPALA, 32)
    baris = KEPALA
    for baris, k in enumerate(kembali, KEPALA + 1):
        nilai = _row(baris - KEPALA, k, dipakai)
        write_row(lembar, baris, 0, nilai, gaya.kotak)
        if (garis := line_count(nilai, [lebar for _, lebar in _KOLOM])) > 1:
            lembar.set_row(baris, garis * TINGGI_GARIS)
    lembar.autofilter(KEPALA, 0, baris, len(_KOLOM) - 1)
    lembar.freeze_panes(KEPALA + 1, 0)
    lembar.ignore_errors({"number_stored_as_text": f"A1:L{baris + 1}"})
    set_up_print(lembar, f"{PENGEMBALIAN}, per {show_date(hasil.on)}", kepala=KEPALA)
    if len(kembali) > _SATU_HALAMAN:
        lembar.set_h_pagebreaks([baris + 1])
    baris = _write_recap(lembar, gaya, kembali, baris + 2)
    _write_signature(lembar, gaya, baris + 2)


def returned(keputusan: Sequence[KeputusanUndangan]) -> list[KeputusanUndangan]:
    """The invitations that go back, by reason in the order of the letter, then desa, RW, RT and number."""
    kembali = [k for k in keputusan if k.kategori in _URUTAN]
    return sorted(kembali, key=_letter_order)


def recap_returned(kembali: Sequence[KeputusanUndangan]) -> list[tuple[str, list[int]]]:
    """Each desa, as shown, with its returned papers for each reason of `SEBUTAN`."""
    jumlah = Counter((k.desa, k.kategori) for k in kembali)
    urut = sorted({k.desa for k in kembali}, key=normalize_desa)
    return [(desa or "(tanpa desa)", [jumlah[desa, alasan] for alasan in SEBUTAN]) for desa in urut]


def _letter_order(k: KeputusanUndangan) -> tuple[object, ...]:
    u = k.undangan
    tempat = (normalize_desa(k.desa), not u.rw, u.rw, not u.rt, u.rt)
    return (_URUTAN[k.kategori], *tempat, natural_key(u.nomor), k.nik_dipakai, u.nama, u.baris)


def _kept_papers(keputusan: Sequence[KeputusanUndangan]) -> dict[Undangan, KeputusanUndangan]:
    """The decision on each kept paper that a double refers to; not by its number, as two desa may number alike."""
    dirujuk = {k.dipakai for k in keputusan if k.dipakai is not None}
    return {k.undangan: k for k in keputusan if k.undangan in dirujuk}


def _row(nomor: int, k: KeputusanUndangan, dipakai: Mapping[Undangan, KeputusanUndangan]) -> list[Nilai]:
    u, asli = k.undangan, dipakai.get(k.dipakai) if k.dipakai else None
    dokumen = _DOKUMEN.get(k.kategori, ("", ""))[not k.pasti]
    nik = k.nik_dipakai or u.nik_tertulis
    keterangan = next((b.kiri for b in k.bukti if b.lembar.startswith(KEMBALI)), u.keterangan)
    return [
        *(nomor, u.nomor, nik, u.nama, k.desa, u.rw, u.rt, k.kategori.value, keterangan, dokumen),
        *(k.rujukan, asli.nik_dipakai if asli else ""),
    ]


def _write_recap(lembar: Worksheet, gaya: Gaya, kembali: Sequence[KeputusanUndangan], baris: int) -> int:
    """Write the papers per desa and reason with their totals; the row after them is given back."""
    lembar.write_string(baris, _DESA, "REKAP PER DESA DAN ALASAN", gaya.label)
    _recap_row(lembar, baris + 1, ["DESA", *SEBUTAN.values(), "JUMLAH"], dict.fromkeys(Isi, gaya.kepala))
    baris += 2
    for desa, angka in recap_returned(kembali):
        _recap_row(lembar, baris, [desa, *angka, sum(angka)], gaya.kotak)
        baris += 1
    semua = Counter(k.kategori for k in kembali)
    _recap_row(lembar, baris, ["JUMLAH", *(semua[a] for a in SEBUTAN), len(kembali)], gaya.jumlah)
    belum = Counter(k.kategori for k in kembali if not k.pasti)
    lembar.write_string(
        baris + 1,
        _DESA,
        "Hanya menurut catatan desa, perlu dokumen: "
        f"meninggal {show_count(belum[Kategori.MENINGGAL])}, pindah {show_count(belum[Kategori.PINDAH])}.",
        gaya.anak_judul,
    )
    return baris + 2


def _recap_row(lembar: Worksheet, baris: int, nilai: Sequence[Nilai], bentuk: Mapping[Isi, Format]) -> None:
    """One row of the recap, below the columns of the big table; RW and RT are too narrow to stand alone."""
    kiri, tengah, kanan = nilai[: _PINDAH - _DESA], nilai[_PINDAH - _DESA], nilai[_PINDAH - _DESA + 1 :]
    lembar.merge_range(baris, _PINDAH, baris, _ALASAN - 1, "", bentuk[Isi.TEKS])
    write_row(lembar, baris, _DESA, kiri, bentuk)
    write_row(lembar, baris, _PINDAH, [tengah], bentuk)
    write_row(lembar, baris, _ALASAN, kanan, bentuk)


def _write_signature(lembar: Worksheet, gaya: Gaya, baris: int) -> None:
    """The place for the camat's signature; place, date and name stay blank."""
    for turun, teks in (
        (0, f"{_TITIK}, {_TITIK}"),
        (1, f"CAMAT {_TITIK}"),
        (6, f"( {_TITIK}{_TITIK} )"),
        (7, f"NIP. {_TITIK}"),
    ):
        lembar.write_string(baris + turun, _ALASAN, teks, gaya.anak_judul)
