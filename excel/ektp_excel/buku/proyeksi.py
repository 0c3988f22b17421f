"""The sheets `PROYEKSI` and `PERUBAHAN DASAR`: what is left until the target, what each pace reaches, who comes and leaves.

It shows what was counted elsewhere; only the fall of the rest from day to day, for the chart, is reckoned here.
"""

from collections.abc import Sequence

from ektp_core.proyeksi import LogTerlaluPendek, PerubahanDasar, Rencana
from ektp_core.tulisan import show_count
from ektp_excel.buku.bahan_proyeksi import (
    BahanProyeksi,
    KantorDipakai,
    explain_base,
    explain_estimate,
    show_estimate,
    show_finish,
)
from ektp_excel.buku.cetak import set_up_print_by_scale
from ektp_excel.buku.gaya import Gaya, Isi
from ektp_excel.buku.grafik import add_pace_chart, chart_rows
from ektp_excel.buku.halaman import Halaman
from ektp_excel.buku.lembar_kerja import LEBAR_DESA, LEBAR_NAMA, LEBAR_NIK, Kolom, Tabel, add_table
from ektp_excel.buku.pena import Nilai
from ektp_excel.buku.tulisan import cell_text, show_date
from ektp_excel.buku.xlsx import Workbook, serial

PROYEKSI = "PROYEKSI"
PERUBAHAN_DASAR = "PERUBAHAN DASAR"
_LEBAR = (42, 36, 18, 18, 18)
_HURUF = 150
"""Characters on one line across the page."""
_HARI_GRAFIK = 400
"""Beyond so many days a chart of each day shows nothing."""


def add_proyeksi(buku: Workbook, gaya: Gaya, bahan: BahanProyeksi) -> None:
    """Add `PROYEKSI`: the office, the pace, the scenarios, the promise of the log, the base at the target, a chart."""
    lembar = buku.add_worksheet(PROYEKSI)
    for i, lebar in enumerate(_LEBAR):
        lembar.set_column(i, i, lebar)
    hal = Halaman(lembar, gaya, kolom=len(_LEBAR), akhir=len(_LEBAR) - 1, huruf=_HURUF)
    p = bahan.proyeksi
    _write_identity(hal, bahan)
    _write_office(hal, bahan.kantor)
    _write_pace(hal, bahan)
    if p.kini.skenario:
        _write_paces(hal, f"LAJU: {_kini(bahan)}", p.kini)
        _write_paces(hal, f"LAJU: {_nanti(bahan)}", p.nanti)
    halaman_kedua = hal.baris
    _write_estimate(hal, bahan)
    _write_base(hal, bahan)
    if p.nanti.skenario and 0 < len(bahan.kantor.hari) <= _HARI_GRAFIK:
        di = hal.baris
        hal.baris += chart_rows()
        # The days are there for the chart; printed, they would be a page of numbers.
        lembar.print_area(0, 0, hal.baris - 1, len(_LEBAR) - 1)
        tabel = _write_days(hal, bahan)
        laju = [s.laju for s in p.nanti.skenario]
        add_pace_chart(buku, lembar, laju, hari=len(bahan.kantor.hari) + 1, tabel=tabel, di=(di, 0))
    set_up_print_by_scale(lembar, f"{PROYEKSI}, per {show_date(p.on)}", _LEBAR)
    lembar.set_h_pagebreaks([halaman_kedua])


def add_perubahan_dasar(buku: Workbook, gaya: Gaya, bahan: BahanProyeksi) -> None:
    """Add `PERUBAHAN DASAR`: everybody who comes into the base or leaves it until the target."""
    kaki = f"sampai {show_date(bahan.proyeksi.target)}"
    add_table(buku, gaya, _PERUBAHAN, bahan.proyeksi.dasar.perubahan, kaki=kaki)


def _row_perubahan(p: PerubahanDasar) -> tuple[str, ...]:
    arah = "MASUK" if p.perubahan.masuk else "KELUAR"
    return arah, p.perubahan.value, p.nik, p.nama, p.desa, "YA" if p.terekam else "BELUM", serial(p.tanggal)


_PERUBAHAN = Tabel(
    PERUBAHAN_DASAR,
    (
        Kolom("ARAH", 10),
        Kolom("PERUBAHAN", 18),
        Kolom("NIK", LEBAR_NIK),
        Kolom("NAMA", LEBAR_NAMA),
        Kolom("DESA", LEBAR_DESA),
        Kolom("TEREKAM", 11),
        Kolom("TANGGAL", 13, Isi.TANGGAL),
    ),
    _row_perubahan,
)


def _kini(bahan: BahanProyeksi) -> str:
    return f"sisa per {show_date(bahan.proyeksi.on)}"


def _nanti(bahan: BahanProyeksi) -> str:
    return f"sisa dari dasar pada {show_date(bahan.proyeksi.target)}"


def _write_identity(hal: Halaman, bahan: BahanProyeksi) -> None:
    lembar, gaya, p = hal.lembar, hal.gaya, bahan.proyeksi
    lembar.write_string(0, 0, f"PROYEKSI PEREKAMAN e-KTP SAMPAI {show_date(p.target).upper()}", gaya.judul)
    for baris, (label, isi) in enumerate(
        [
            ("Berkas masukan", bahan.laporan.nama),
            ("SHA-256", bahan.laporan.sha256),
            ("Versi ektp", bahan.laporan.versi),
            ("Per tanggal", show_date(p.on)),
        ],
        1,
    ):
        lembar.write_string(baris, 0, label, gaya.label)
        lembar.write_string(baris, 1, cell_text(isi), gaya.anak_judul)
    hal.baris = 6
    for pesan in bahan.pesan:
        hal.sentence(pesan, gaya.pesan)
    hal.baris += bool(bahan.pesan)


def _write_office(hal: Halaman, kantor: KantorDipakai) -> None:
    hal.section("KANTOR")
    baris: list[tuple[Nilai, ...]] = [("Hari kerja seminggu", kantor.hari_per_minggu)]
    if kantor.tutup:
        baris.append(("Tutup tambahan, hari", len(kantor.tutup)))
    if kantor.buka:
        baris.append(("Buka tambahan (Minggu, libur, cuti bersama), hari", len(kantor.buka)))
    if kantor.malam:
        baris.append(("Malam hari, kali", len(kantor.malam)))
    hal.table(["", "JUMLAH"], baris)
    for nama, hari in (("Tutup", kantor.tutup), ("Buka", kantor.buka), ("Malam", kantor.malam.keys())):
        if hari:
            # Above the blank row that closed the table.
            hal.baris -= 1
            hal.sentence(f"{nama}: {', '.join(f'{h:%d-%m-%Y}' for h in sorted(hari))}.", hal.gaya.catatan)
            hal.baris += 1


def _write_pace(hal: Halaman, bahan: BahanProyeksi) -> None:
    hal.section("SAMPAI TARGET")
    baris: list[tuple[Nilai, ...]] = []
    for nama, rencana in ((_kini(bahan), bahan.proyeksi.kini), (_nanti(bahan), bahan.proyeksi.nanti)):
        p = rencana.perlu
        laju: Nilai = "tidak ada hari" if p.laju is None else p.laju
        baris.append((f"{nama[0].upper()}{nama[1:]}", laju, p.sisa, p.hari_kerja, p.malam))
    hal.table(["", "LAJU YANG PERLU, orang sehari", "ORANG", "HARI KERJA", "DARI MALAM"], baris)


def _write_paces(hal: Halaman, judul: str, rencana: Rencana) -> None:
    hal.section(judul)
    hal.table(
        ["LAJU", "TARGET", "SELESAI", "KAPASITAS", "MASIH TERSISA"],
        [
            (
                f"{show_count(s.laju)} orang sehari",
                show_finish(s),
                "tidak pernah" if s.selesai is None else show_date(s.selesai),
                s.kapasitas,
                s.sisa_pada_target,
            )
            for s in rencana.skenario
        ],
    )


def _write_estimate(hal: Halaman, bahan: BahanProyeksi) -> None:
    p = bahan.proyeksi
    hal.section("KAPAN SELESAI MENURUT BUKU PEREKAMAN")
    baris: list[tuple[Nilai, ...]] = []
    for nama, rencana in ((_kini(bahan), p.kini), (_nanti(bahan), p.nanti)):
        k = rencana.perkiraan
        if isinstance(k, LogTerlaluPendek):
            continue
        hari = [show_estimate(h, k) for h in (k.p10, k.p50, k.p90)]
        sampai = f"tercapai pada {k.sampai_target} dari {show_count(k.ulangan)} ulangan"
        baris.append((f"{nama[0].upper()}{nama[1:]}", sampai, *hari))
    if baris:
        hal.table(["", "SAMPAI TARGET", "P10", "P50", "P90"], baris)
        hal.baris -= 1
    for kalimat in explain_estimate(p.nanti.perkiraan):
        hal.sentence(kalimat, hal.gaya.catatan)
    hal.baris += 1


def _write_base(hal: Halaman, bahan: BahanProyeksi) -> None:
    d = bahan.proyeksi.dasar
    hal.section("DASAR WAJIB (NETO) PADA TANGGAL TARGET")
    baris: list[tuple[Nilai, ...]] = [(f"Wajib per {show_date(d.on)}", d.kini)]
    for jenis, banyak in d.jumlah.items():
        baris.append((f"   {'masuk' if jenis.masuk else 'keluar'}: {jenis.value}", banyak if jenis.masuk else -banyak))
    hal.table(["", "ORANG"], baris, (f"Wajib pada {show_date(d.target)}", d.nanti))
    hal.baris -= 1
    hal.sentence(f"{explain_base()} Orangnya ada di lembar {PERUBAHAN_DASAR}.", hal.gaya.catatan)
    hal.baris += 1


def _write_days(hal: Halaman, bahan: BahanProyeksi) -> int:
    """Write the rest after each service day at each pace; gives the row of the table's header."""
    rencana = bahan.proyeksi.nanti
    tabel = hal.section("SISA HARI DEMI HARI (data grafik)")
    sisa = [rencana.perlu.sisa for _ in rencana.skenario]
    isi: list[Sequence[Nilai]] = [(bahan.proyeksi.on, *sisa)]
    for hari in bahan.kantor.hari:
        malam = bahan.kantor.malam.get(hari, 0)
        sisa = [max(0, s - k.laju - malam) for s, k in zip(sisa, rencana.skenario, strict=True)]
        isi.append((hari, *sisa))
    hal.table(["TANGGAL", *(f"{show_count(s.laju)} SEHARI" for s in rencana.skenario)], isi)
    return tabel
