"""Makes the templates of the letters that the package carries: `python -m ektp_excel.bangun.templat_surat`.

An office edits its own copies in Word (`ektp surat --salin-templat`); these are only what it begins with.
"""

import io
from collections.abc import Callable, Sequence
from pathlib import Path

from docx.document import Document as Dokumen
from docx.enum.table import WD_ROW_HEIGHT_RULE
from docx.shared import Cm
from docx.table import _Cell

from ektp_excel.bangun.kertas import (
    KANAN,
    KIRI,
    RATA,
    TENGAH,
    add_row,
    add_table,
    clear,
    copies,
    dash,
    footer,
    letterhead,
    loop,
    mark,
    new_document,
    signature,
    write,
)
from ektp_excel.buku.pengembalian import SEBUTAN
from ektp_excel.buku.utuh import write_whole
from ektp_excel.surat.isi_templat import pack
from ektp_excel.surat.muat import BERITA_ACARA, EDARAN, PANGGILAN, PENGANTAR, SESI

MAP = Path(__file__).parents[1] / "surat" / "templat"
PERINTAH = "python -m ektp_excel.bangun.templat_surat"
_PRIBADI = "Dokumen kerja: memuat data pribadi, tidak untuk ditempel atau disebarkan"


def make_edaran() -> Dokumen:
    """The circular to a desa, with the list of its people who are not recorded."""
    d = new_document("Surat edaran penyisiran e-KTP")
    letterhead(d)
    _opening(
        d,
        ("Nomor", "{{ nomor }}"),
        ("Sifat", "{{ sifat }}"),
        ("Lampiran", "1 (satu) daftar"),
        ("Hal", "Penyisiran penduduk wajib e-KTP yang belum direkam"),
        kepada="{{ kepala_desa }} {{ desa }}",
        di="{{ desa }}",
    )
    _body(
        d,
        "Berdasarkan pencocokan undangan perekaman e-KTP Kecamatan {{ kecamatan }} keadaan tanggal {{ per }}, dari {{ wajib }} "
        "penduduk wajib e-KTP di Desa {{ desa }} telah direkam {{ terekam }} orang ({{ cakupan }}). Yang belum direkam "
        "{{ belum }} ({{ belum_kata }}) orang, yaitu:",
    )
    t = add_table(d, (9.5, 2.5), kiri=1.3)
    loop(t, "for s in sebab")
    add_row(t, ("{{ s.nama }}", "{{ s.jumlah }}"), rata=(KIRI, KANAN))
    loop(t, "endfor")
    add_row(t, ("JUMLAH", "{{ belum }}"), rata=(KIRI, KANAN), tebal=True)
    write(d, besar=6)
    _body(d, "Sehubungan dengan itu diminta Saudara:")
    for nomor, teks in enumerate(
        (
            "menyisir penduduk yang tercantum dalam lampiran dari rumah ke rumah menurut RW dan RT"
            "{% if target %}, selambat-lambatnya hari {{ target }}{% endif %};",
            "mengarahkan mereka untuk direkam di {{ tempat_rekam }}; yang belum pernah menerima undangan (tercecer) "
            "datang langsung dengan membawa kartu keluarga;",
            "mencatat pada lampiran siapa yang ternyata meninggal, pindah, atau tidak diketahui alamatnya, disertai surat "
            "keterangannya; tanpa surat itu yang bersangkutan tetap dihitung wajib e-KTP;",
            "mengembalikan lampiran yang sudah diisi kepada Camat.",
        ),
        1,
    ):
        write(d, f"{nomor}.\t{teks}", rata=RATA, kiri=1.3, gantung=0.7, tab=(2,), sesudah=3)
    _body(d, "Lampiran memuat NIK lengkap dan hanya untuk petugas; tidak untuk ditempel atau disebarkan.")
    _body(d, "Demikian untuk menjadi perhatian dan dilaksanakan dengan penuh tanggung jawab.", sesudah=12)
    signature(d)
    copies(d)
    lampiran = write(d, "LAMPIRAN SURAT CAMAT {{ kecamatan }}", kapital=True, besar=10)
    lampiran.paragraph_format.page_break_before = True
    write(d, "Nomor\t: {{ nomor }}", besar=10, tab=(2,))
    write(d, "Tanggal\t: {{ tanggal }}", besar=10, tab=(2,), sesudah=8)
    write(d, "DAFTAR PENDUDUK WAJIB e-KTP YANG BELUM DIREKAM", rata=TENGAH, tebal=True)
    write(d, "DESA {{ desa }}, KEADAAN {{ per }}", rata=TENGAH, tebal=True, kapital=True, sesudah=6)
    _people(
        d,
        (
            ("NO", 1.0),
            ("NIK", 2.9),
            ("NAMA", 3.5),
            ("RW", 0.9),
            ("RT", 0.9),
            ("ALAMAT", 2.7),
            ("SEBAB", 2.5),
            ("HASIL", 2.1),
        ),
    )
    write(d, besar=6)
    write(d, "Jumlah: {{ belum }} ({{ belum_kata }}) orang.", besar=10, sesudah=12)
    signature(d)
    footer(d, _PRIBADI)
    return d


def make_pengantar() -> Dokumen:
    """The covering letter of the returned invitations to Disdukcapil, in the form of a surat pengantar."""
    d = new_document("Surat pengantar pengembalian undangan e-KTP")
    letterhead(d)
    write(d, "{{ tempat_tanggal }}", kiri=8.5, sesudah=6)
    write(d, "Kepada", kiri=8.5)
    write(d, "Yth. Kepala {{ dinas }}", kiri=8.5, gantung=0.95)
    write(d, "di –", kiri=9.45)
    write(d, "{{ tempat_dinas }}", kiri=10.2, kapital=True, sesudah=10)
    write(d, "SURAT PENGANTAR", rata=TENGAH, tebal=True, garis=True, besar=12)
    write(d, "Nomor: {{ nomor }}", rata=TENGAH, sesudah=8)
    t = add_table(d, (1.1, 4.6, 4.6, 6.2))
    add_row(t, ("NO", "JENIS YANG DIKIRIM", "BANYAKNYA", "KETERANGAN"), kepala=True)
    loop(t, "for a in alasan")
    add_row(
        t,
        (
            "{{ a.no }}",
            "Undangan e-KTP: {{ a.nama_kecil }}",
            "{{ a.jumlah }} ({{ a.kata }}) lembar",
            "{{ a.keterangan }}",
        ),
        rata=(TENGAH,),
        besar=9.5,
    )
    loop(t, "endfor")
    add_row(t, ("", "JUMLAH", "{{ jumlah }} ({{ jumlah_kata }}) lembar", ""), tebal=True)
    write(d, besar=8)
    _body(
        d,
        "Dikirim dengan hormat untuk diteliti dan ditindaklanjuti. Rincian setiap lembar ada dalam Daftar Undangan yang "
        "Dikembalikan (lembar PENGEMBALIAN pada buku kerja, keadaan tanggal {{ per }}). Rekapnya menurut desa:",
    )
    _recap(d)
    t = add_table(d, (8.25, 8.25), bergaris=False)
    kiri, kanan = add_row(t)
    write(kiri, "Diterima tanggal ............................", sesudah=2)
    write(kiri, "Yang menerima,")
    write(kiri, "{{ jabatan_penerima }}")
    for _ in range(2):
        write(kiri)
    write(kiri, "{{ penerima }}", tebal=True, garis=True)
    write(kiri, "NIP. {{ nip_penerima }}")
    write(kanan, "Yang mengirim,", sesudah=2)
    signature(kanan, kiri=0, ruang=3)
    clear(kiri)
    clear(kanan)
    copies(d)
    footer(d, "Dibuat rangkap dua: satu untuk penerima, satu kembali kepada pengirim")
    return d


def make_berita_acara() -> Dokumen:
    """The minutes by which both offices sign for the returned invitations."""
    d = new_document("Berita acara pengembalian undangan e-KTP")
    letterhead(d)
    write(d, "BERITA ACARA", rata=TENGAH, tebal=True, besar=12)
    write(d, "PENGEMBALIAN UNDANGAN PEREKAMAN e-KTP", rata=TENGAH, tebal=True, garis=True, besar=12)
    write(d, "Nomor: {{ nomor_berita_acara }}", rata=TENGAH, sesudah=12)
    _body(d, "Pada hari ini, {{ hari_tanggal }} ({{ tanggal_angka }}), kami yang bertanda tangan di bawah ini:")
    for nomor, nama, nip, jabatan, pihak in (
        ("1", "{{ camat }}", "{{ nip_camat }}", "Camat {{ kecamatan }}", "PERTAMA"),
        ("2", "{{ penerima }}", "{{ nip_penerima }}", "{{ jabatan_penerima }}, {{ dinas }}", "KEDUA"),
    ):
        for awal, kata, isi in ((f"{nomor}.", "Nama", nama), ("", "NIP", nip), ("", "Jabatan", jabatan)):
            write(d, f"{awal}\t{kata}\t: {isi}", gantung=3.2, tab=(0.7, 3.0, 3.2))
        write(d, f"selanjutnya disebut PIHAK {pihak};", kiri=0.7, sesudah=6)
    _body(
        d,
        "menyatakan bahwa PIHAK PERTAMA telah menyerahkan kepada PIHAK KEDUA, dan PIHAK KEDUA telah menerima, undangan "
        "perekaman e-KTP Kecamatan {{ kecamatan }} yang dikembalikan sebanyak {{ jumlah }} ({{ jumlah_kata }}) lembar, menurut "
        "keadaan tanggal {{ per }}, dengan rincian:",
    )
    t = add_table(d, (1.1, 5.6, 2.4, 7.4))
    add_row(t, ("NO", "ALASAN", "LEMBAR", "TERBILANG"), kepala=True)
    loop(t, "for a in alasan")
    add_row(t, ("{{ a.no }}", "{{ a.nama }}", "{{ a.jumlah }}", "{{ a.kata }}"), rata=(TENGAH, KIRI, KANAN, KIRI))
    loop(t, "endfor")
    add_row(t, ("", "JUMLAH", "{{ jumlah }}", "{{ jumlah_kata }}"), rata=(TENGAH, KIRI, KANAN, KIRI), tebal=True)
    write(d, besar=8)
    _body(
        d,
        "Daftar setiap lembar menjadi lampiran yang tidak terpisahkan. Penyerahan ini tidak menghapus seorang pun dari "
        "penduduk wajib e-KTP; orang yang meninggal atau pindah menurut catatan desa saja masih memerlukan dokumen.",
    )
    _body(d, "Demikian berita acara ini dibuat rangkap 2 (dua) untuk dipergunakan sebagaimana mestinya.", sesudah=12)
    t = add_table(d, (8.25, 8.25), bergaris=False)
    kiri, kanan = add_row(t)
    for sel, pihak, nama, nip in (
        (kiri, "KEDUA", "{{ penerima }}", "{{ nip_penerima }}"),
        (kanan, "PERTAMA", "{{ camat }}", "{{ nip_camat }}"),
    ):
        write(sel, f"PIHAK {pihak},", rata=TENGAH, tebal=True)
        for _ in range(5):
            write(sel)
        write(sel, nama, rata=TENGAH, tebal=True, garis=True)
        write(sel, f"NIP. {nip}", rata=TENGAH)
        clear(sel)
    footer(d, "Berita acara pengembalian undangan perekaman e-KTP")
    return d


def make_panggilan() -> Dokumen:
    """The new invitations of a desa, two on a page, each with the slip on which its receipt is signed."""
    d = new_document("Surat panggilan perekaman e-KTP")
    bagian = d.sections[0]
    bagian.left_margin, bagian.right_margin, bagian.top_margin, bagian.bottom_margin = Cm(1.5), Cm(1.2), Cm(1), Cm(1)
    t = add_table(d, (13.6, 5.2), bergaris=False)
    loop(t, "for s in surat")
    surat, tanda = add_row(t)
    t.rows[-1].height, t.rows[-1].height_rule = Cm(15.4), WD_ROW_HEIGHT_RULE.AT_LEAST
    _invitation(surat)
    _slip(tanda)
    dash(surat, "bottom")
    dash(tanda, "left", "bottom")
    loop(t, "endfor")
    return d


def _invitation(sel: _Cell) -> None:
    letterhead(sel, kecil=True)
    write(sel, "SURAT PANGGILAN", rata=TENGAH, tebal=True, garis=True)
    write(sel, "PEREKAMAN e-KTP", rata=TENGAH, tebal=True)
    write(sel, "Nomor: {{ nomor }}", rata=TENGAH, besar=9.5, sesudah=5)
    write(sel, "Diharap dengan hormat kehadiran Saudara:", besar=10, sesudah=2)
    data = (("Nama", "{{ s.nama }}"), ("NIK", "{{ s.nik }}"), ("Alamat", "{{ s.alamat }}"))
    for kata, nilai in (*data, ("RT / RW", "{{ s.rt }} / {{ s.rw }}"), ("Desa", "{{ s.desa }}")):
        write(sel, f"{kata}\t: {nilai}", besar=10, kiri=0.5, gantung=2.7, tab=(3.0, 3.2), tebal=kata == "Nama")
    write(sel, besar=5)
    write(sel, "untuk direkam (foto, sidik jari, iris mata, tanda tangan) pada:", besar=10, sesudah=2)
    for kata, nilai in (
        ("Hari, tanggal", "{{ s.hari }}"),
        ("Pukul", "{{ s.jam }} {{ zona }}"),
        ("Tempat", "{{ tempat_rekam }}"),
    ):
        write(sel, f"{kata}\t: {nilai}", besar=10, kiri=0.5, gantung=2.7, tab=(3.0, 3.2), tebal=kata != "Tempat")
    write(sel, besar=5)
    write(
        sel,
        "Bawalah surat panggilan ini dan kartu keluarga (KTP lama bila ada). Datanglah bersama keluarga yang dipanggil pada "
        "jam yang sama. Tidak dipungut biaya.",
        rata=RATA,
        besar=9.5,
        sesudah=5,
    )
    t = add_table(sel, (5.9, 7.4), bergaris=False)
    kiri, kanan = add_row(t)
    write(kiri, "Telah direkam tanggal:", besar=8.5)
    write(kiri, "......................................", besar=8.5, sesudah=2)
    write(kiri, "Petugas (tanda tangan dan cap):", besar=8.5)
    write(kanan, "{{ tempat_tanggal }}", besar=9.5)
    signature(kanan, kiri=0, ruang=3, besar=9.5)
    for satu in (kiri, kanan, sel):
        clear(satu)
    write(sel, "Setelah ditandatangani dan dicap petugas, surat ini menjadi bukti perekaman.", besar=8)


def _slip(sel: _Cell) -> None:
    write(sel, besar=8)
    for teks, tebal in (("TANDA TERIMA", True), ("SURAT PANGGILAN", True), ("Nomor urut {{ s.no }}", False)):
        write(sel, teks, rata=TENGAH, tebal=tebal, besar=9.5, sesudah=2)
    write(sel, besar=6)
    for kata, nilai in (
        ("Nama", "{{ s.nama }}"),
        ("RT / RW", "{{ s.rt }} / {{ s.rw }}"),
        ("Desa", "{{ s.desa }}"),
        ("Datang", "{{ s.hari }}, pukul {{ s.jam }}"),
    ):
        write(sel, f"{kata}:", besar=8.5, kiri=0.3)
        write(sel, nilai, besar=9.5, kiri=0.3, sesudah=3)
    write(sel, besar=6)
    for teks in (
        "Diterima tanggal:",
        "................................",
        "Nama penerima:",
        "................................",
    ):
        write(sel, teks, besar=8.5, kiri=0.3, sesudah=4)
    write(sel, "Tanda tangan:", besar=8.5, kiri=0.3)
    for _ in range(3):
        write(sel)
    write(sel, "................................", besar=8.5, kiri=0.3, sesudah=6)
    write(sel, "Petugas desa: ...................", besar=8.5, kiri=0.3)
    clear(sel)


def make_sesi() -> Dokumen:
    """The list for the recording desk: who comes in each session."""
    d = new_document("Jadwal sesi perekaman e-KTP")
    letterhead(d)
    write(d, "JADWAL SESI PEREKAMAN e-KTP", rata=TENGAH, tebal=True, besar=12)
    write(d, "Keadaan {{ per }}; paling banyak {{ kapasitas }} orang satu sesi", rata=TENGAH, sesudah=8)
    t = add_table(d, (5.5, 8.5, 2.5))
    add_row(t, ("HARI, TANGGAL", "PUKUL (ORANG)", "ORANG"), kepala=True)
    loop(t, "for h in hari")
    add_row(t, ("{{ h.hari }}", "{{ h.sesi }}", "{{ h.jumlah }}"), rata=(KIRI, KIRI, KANAN))
    loop(t, "endfor")
    add_row(t, ("JUMLAH", "", "{{ jumlah }}"), rata=(KIRI, KIRI, KANAN), tebal=True)
    write(d, besar=6)
    write(d, "Jumlah: {{ jumlah }} ({{ jumlah_kata }}) orang.", besar=10, sesudah=6)
    mark(d, "if terpecah")
    write(d, "Keluarga yang lebih besar daripada satu sesi, karena itu dipanggil dalam sesi yang berurutan:", besar=10)
    mark(d, "for k in terpecah")
    write(d, "–\tkeluarga {{ k.nama }}, Desa {{ k.desa }}: {{ k.jumlah }} orang", besar=10, gantung=0.5, tab=(0.5,))
    mark(d, "endfor")
    mark(d, "endif")
    mark(d, "for sesi_ini in sesi")
    judul = write(
        d,
        "{{ sesi_ini.hari }}, pukul {{ sesi_ini.jam }}: {{ sesi_ini.jumlah }} orang",
        tebal=True,
        sesudah=3,
        bersama=True,
    )
    judul.paragraph_format.space_before = Cm(0.5)
    _people(
        d,
        (("NO", 1.1), ("NIK", 3.3), ("NAMA", 4.6), ("DESA", 2.6), ("RW", 1.0), ("RT", 1.0), ("TANDA TANGAN", 2.9)),
        daftar="sesi_ini.orang",
    )
    mark(d, "endfor")
    footer(d, _PRIBADI)
    return d


def _opening(d: Dokumen, *baris: tuple[str, str], kepada: str, di: str) -> None:
    """Nomor, Sifat, Lampiran, Hal on the left; place, date and addressee on the right."""
    t = add_table(d, (2.3, 0.5, 6.0, 7.7), bergaris=False)
    kanan = ("{{ tempat_tanggal }}", "Kepada", f"Yth. {kepada}", "         di –")
    for (kata, isi), teks in zip(baris, kanan, strict=True):
        add_row(t, (kata, ":", isi, teks), besar=11, jarak=0)
    tujuan = add_row(t, ("", "", "", di), besar=11, jarak=0)[-1].paragraphs[0]
    tujuan.paragraph_format.left_indent = Cm(1.6)
    tujuan.runs[0].font.all_caps = True
    write(d, sesudah=6)


def _body(d: Dokumen, teks: str, *, sesudah: float = 6) -> None:
    p = write(d, teks, rata=RATA, sesudah=sesudah)
    p.paragraph_format.first_line_indent = Cm(1.3)


def _people(d: Dokumen, kolom: Sequence[tuple[str, float]], daftar: str = "daftar") -> None:
    """A list of people; the last column is left to be written on."""
    t = add_table(d, [lebar for _, lebar in kolom])
    add_row(t, [judul for judul, _ in kolom], kepala=True, besar=8)
    loop(t, f"for b in {daftar}")
    rata = [TENGAH if judul in ("NO", "RW", "RT", "NIK") else KIRI for judul, _ in kolom]
    add_row(t, [*(f"{{{{ b.{judul.lower()} }}}}" for judul, _ in kolom[:-1]), ""], rata=rata, besar=8)
    t.rows[-1].height, t.rows[-1].height_rule = Cm(0.7), WD_ROW_HEIGHT_RULE.AT_LEAST  # room to write by hand
    loop(t, "endfor")


def _recap(d: Dokumen) -> None:
    """Returned papers by desa and reason."""
    t = add_table(d, (1.1, 4.0, *(2.35 for _ in SEBUTAN), 2.0))
    add_row(t, ("NO", "DESA", *(nama.upper() for nama in SEBUTAN.values()), "JUMLAH"), kepala=True, besar=8)
    loop(t, "for d in desa")
    angka = [f"{{{{ d.angka[{i}] }}}}" for i in range(len(SEBUTAN))]
    rata = (TENGAH, KIRI, *(KANAN for _ in SEBUTAN), KANAN)
    add_row(t, ("{{ d.no }}", "{{ d.desa }}", *angka, "{{ d.jumlah }}"), rata=rata, besar=9.5)
    loop(t, "endfor")
    semua = [f"{{{{ desa_jumlah[{i}] }}}}" for i in range(len(SEBUTAN))]
    add_row(t, ("", "JUMLAH", *semua, "{{ jumlah }}"), rata=rata, tebal=True, besar=9.5)
    write(d, besar=8)


TEMPLAT: dict[str, Callable[[], Dokumen]] = {
    EDARAN: make_edaran,
    PENGANTAR: make_pengantar,
    BERITA_ACARA: make_berita_acara,
    PANGGILAN: make_panggilan,
    SESI: make_sesi,
}


def make(nama: str) -> bytes:
    """One template as the package carries it; the same bytes each time."""
    keluar = io.BytesIO()
    TEMPLAT[nama]().save(keluar)
    return pack(keluar.getvalue())


if __name__ == "__main__":
    for satu in TEMPLAT:
        with write_whole(MAP / satu) as berkas:
            berkas.write(make(satu))
