"""`ektp proyeksi`: what is left until a target, said on the terminal and, where a place is given, written as a workbook."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta

from ektp_core.aturan import check_reference_date
from ektp_core.galat import EktpError
from ektp_core.pemulung import without_collector
from ektp_core.proyeksi import (
    BandingLebaran,
    Kantor,
    LogTerlaluPendek,
    Proyeksi,
    Rencana,
    check_target,
    compare_lebaran,
    find_visits,
    label_days,
    local_places,
    project,
)
from ektp_core.proyeksi.lebaran import JARAK, place_key
from ektp_core.rekonsiliasi import Hasil
from ektp_core.tulisan import show_count
from ektp_excel.buku.baca import IsiBuku, read_buku
from ektp_excel.buku.bahan_proyeksi import (
    BahanProyeksi,
    KantorDipakai,
    TempatRekam,
    explain_base,
    explain_estimate,
    explain_lebaran,
    show_estimate,
    show_finish,
)
from ektp_excel.buku.cocok import reconcile_isi
from ektp_excel.buku.tulis_proyeksi import write_proyeksi
from ektp_excel.buku.tulisan import show_date
from ektp_excel.kalender import closed_in, idul_fitri
from ektp_excel.perintah.argumen import Panggilan
from ektp_excel.perintah.layar import Kemajuan, one_line, say, show_table, warn
from ektp_excel.perintah.rekon import SELESAI, TIDAK_SEIMBANG, check_outputs

_SEMUA = frozenset(range(-JARAK, JARAK + 1))


def proyeksi(panggilan: Panggilan) -> int:
    """Run the subcommand; gives the exit code."""
    on, target = panggilan.per, panggilan.target
    assert on is not None
    assert target is not None
    check_reference_date(on)
    check_target(target, on=on)
    kantor = Kantor(closed_in, hari_per_minggu=panggilan.hari_kerja, tutup=panggilan.tutup_kantor, buka=panggilan.buka)
    if panggilan.keluaran is not None:
        check_outputs(panggilan.buku, panggilan.keluaran, None)
    kemajuan = Kemajuan()
    try:
        with without_collector():
            kemajuan.say(f"Membuka {panggilan.buku.name} …")
            isi = read_buku(panggilan.buku, on=on, progress=lambda lembar: kemajuan.say(f"Membaca {lembar} …"))
            kemajuan.say("Mencocokkan …")
            hasil = reconcile_isi(isi, on=on)
            kemajuan.say("Menghitung ke depan …")
            bahan = _project(panggilan, isi, hasil, kantor)
            if not (all(n.seimbang for n in hasil.neraca) and bahan.proyeksi.dasar.seimbang):
                kemajuan.clear()
                warn("neraca tidak seimbang, tidak ada yang ditulis; jalankan ektp rekon")
                return TIDAK_SEIMBANG
            if panggilan.keluaran is not None:
                kemajuan.say(f"Menulis {panggilan.keluaran.name} …")
                write_proyeksi(panggilan.keluaran, bahan)
    finally:
        kemajuan.clear()
    _show(bahan)
    if panggilan.keluaran is not None:
        say()
        say(f"Hasil: {panggilan.keluaran}")
    return SELESAI


def _project(panggilan: Panggilan, isi: IsiBuku, hasil: Hasil, kantor: Kantor) -> BahanProyeksi:
    target = panggilan.target
    assert target is not None
    malam = _evenings(panggilan, kantor)
    raya = _feasts(panggilan.idul_fitri, isi, hasil.on, target)
    p = project(
        hasil,
        penduduk=isi.penduduk,
        undangan=isi.undangan,
        perekaman=isi.perekaman,
        mutasi=isi.mutasi,
        target=target,
        kantor=kantor,
        label=label_days(raya, closed_in),
        laju=panggilan.laju,
        malam=malam,
        benih=panggilan.benih,
        buku_sejak=panggilan.buku_sejak,
    )
    sini = local_places(
        (r.tempat for r in isi.perekaman),
        {*(x.desa for x in isi.penduduk), *(w.desa for w in isi.wilayah or ())},
        panggilan.tempat_sini,
    )
    datang = find_visits(
        penduduk=isi.penduduk,
        undangan=isi.undangan,
        perekaman=isi.perekaman,
        mutasi=isi.mutasi,
        tempat_sini=sini,
    )
    lebaran = compare_lebaran(datang, idul_fitri=_last_two(raya, hasil.on), kantor=kantor, on=hasil.on)
    dipakai = KantorDipakai(
        panggilan.hari_kerja,
        kantor.days(hasil.on + timedelta(days=1), target),
        panggilan.tutup_kantor,
        panggilan.buka,
        malam,
    )
    pesan = tuple(dict.fromkeys((*isi.laporan.pesan, *hasil.pesan)))
    return BahanProyeksi(p, dipakai, lebaran, _places(isi, sini), isi.laporan, pesan)


def _evenings(panggilan: Panggilan, kantor: Kantor) -> dict[date, int]:
    """The people of each evening. Of a span only the working days; a single day as it was written, to be refused."""
    semua: dict[date, int] = {}
    assert panggilan.per is not None
    assert panggilan.target is not None
    for m in panggilan.malam:
        if m.awal <= panggilan.per or m.akhir > panggilan.target:
            raise EktpError(
                f"--malam {show_date(m.awal)}: pelayanan malam harus sesudah tanggal acuan {show_date(panggilan.per)} "
                f"dan sampai target {show_date(panggilan.target)}"
            )
        for hari in (m.awal,) if m.awal == m.akhir else kantor.days(m.awal, m.akhir):
            semua[hari] = semua.get(hari, 0) + m.orang
    return semua


def _feasts(sebut: Iterable[date], isi: IsiBuku, on: date, target: date) -> tuple[date, ...]:
    """Idul Fitri of every year that the log and the estimate may reach; a day that was named stands for that year's."""
    awal = min((r.tanggal.year for r in isi.perekaman), default=on.year)
    ganti: dict[int, date] = {}
    for hari in sorted(sebut):
        if hari.year in ganti:
            raise EktpError(f"--idul-fitri: {show_date(ganti[hari.year])} dan {show_date(hari)} setahun; sebut satu")
        ganti[hari.year] = hari
    bawaan = idul_fitri(max(1990, min(awal, on.year - 2)), max(target.year, on.year) + 6)
    return tuple(sorted({ganti.get(hari.year, hari) for hari in bawaan}))


def _last_two(raya: Sequence[date], on: date) -> tuple[date, date]:
    """The latest feast whose days before it have begun, and the one before."""
    letak = max(i for i, hari in enumerate(raya) if hari - timedelta(days=JARAK) <= on)
    return raya[letak - 1], raya[letak]


def _places(isi: IsiBuku, sini: frozenset[str]) -> tuple[TempatRekam, ...]:
    """The places of the log: those elsewhere first, then by how often they are written."""
    banyak = Counter(r.tempat for r in isi.perekaman)
    semua = (TempatRekam(t, n, place_key(t) in sini) for t, n in banyak.items())
    return tuple(sorted(semua, key=lambda t: (t.di_sini, -t.banyak, t.tempat)))


def _show(bahan: BahanProyeksi) -> None:
    p, kantor = bahan.proyeksi, bahan.kantor
    say(f"Proyeksi per {show_date(p.on)} sampai {show_date(p.target)} dari {one_line(bahan.laporan.nama)}")
    for pesan in bahan.pesan:
        say(f"  ! {one_line(pesan)}")
    say()
    besok = show_date(p.on + timedelta(days=1))
    say(
        f"{len(kantor.hari)} hari kerja dari {besok} sampai {show_date(p.target)}, {kantor.hari_per_minggu} hari seminggu"
    )
    say()
    show_table(_paces(p))
    say()
    say("Kapan selesai menurut buku perekaman:")
    for kalimat in (*_estimates(p), *explain_estimate(p.nanti.perkiraan)):
        say(f"  {kalimat}")
    say()
    show_table(_base(p))
    say(f"  {explain_base()}")
    say()
    _show_lebaran(bahan.lebaran)


def _both(p: Proyeksi) -> tuple[tuple[str, Rencana], tuple[str, Rencana]]:
    return ("Sisa per tanggal acuan", p.kini), ("Sisa dari dasar pada tanggal target", p.nanti)


def _paces(p: Proyeksi) -> Iterator[tuple[str, str, str]]:
    for nama, rencana in _both(p):
        perlu = rencana.perlu
        laju = (
            "tidak ada hari kerja" if perlu.laju is None else f"laju yang perlu {show_count(perlu.laju)} orang sehari"
        )
        malam = f", di luar {show_count(perlu.malam)} orang malam hari" if perlu.malam else ""
        yield nama, show_count(perlu.sisa), laju + malam
        for s in rencana.skenario:
            selesai = "tidak pernah selesai" if s.selesai is None else f"selesai {show_date(s.selesai)}"
            yield f"  {show_count(s.laju)} orang sehari", show_count(s.kapasitas), f"{show_finish(s)}; {selesai}"


def _estimates(p: Proyeksi) -> Iterator[str]:
    for nama, rencana in _both(p):
        k = rencana.perkiraan
        if not isinstance(k, LogTerlaluPendek):
            tanggal = ", ".join(
                f"{label} {show_estimate(hari, k)}" for label, hari in (("P10", k.p10), ("P50", k.p50), ("P90", k.p90))
            )
            sampai = f"target tercapai pada {show_count(k.sampai_target or 0)} dari {show_count(k.ulangan)} ulangan"
            yield f"{nama}: {tanggal}; {sampai}"


def _base(p: Proyeksi) -> Iterator[tuple[str, str, str]]:
    d = p.dasar
    yield f"Wajib (neto) per {show_date(d.on)}", show_count(d.kini), ""
    for jenis, banyak in d.jumlah.items():
        if banyak:
            yield f"  {jenis.value}", f"{'+' if jenis.masuk else '-'}{show_count(banyak)}", ""
    yield f"Wajib (neto) pada {show_date(d.target)}", show_count(d.nanti), ""


def _show_lebaran(b: BandingLebaran) -> None:
    say(f"Lebaran {b.lalu.idul_fitri.year} dan {b.kini.idul_fitri.year}, H-{JARAK} sampai H+{JARAK}:")
    for kalimat in explain_lebaran(b):
        say(f"  {kalimat}")
    if b.bersama:
        baris = []
        for tahun in (b.lalu, b.kini):
            j = b.total(tahun, _SEMUA)
            baris.append(
                (
                    f"Idul Fitri {show_date(tahun.idul_fitri)}",
                    show_count(j.orang),
                    f"orang pada {j.hari_layanan} hari layanan; {show_count(j.dari_luar)} terdaftar di luar; "
                    f"{show_count(j.di_luar)} dari sini direkam di luar",
                )
            )
        show_table(baris)
