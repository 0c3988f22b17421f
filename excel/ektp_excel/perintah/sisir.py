"""`ektp sisir`: the sweep lists of every desa, ready to print and to tick. A list that exists is never written over."""

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from ektp_core.galat import EktpError
from ektp_core.pemulung import without_collector
from ektp_core.penyisiran import KelompokUmur, Sebab, sweep
from ektp_core.rekonsiliasi import Hasil
from ektp_core.tulisan import show_count
from ektp_excel.buku.nama_lembar import legal_names
from ektp_excel.buku.sisir import DaftarDesa, split_by_desa, write_sisir
from ektp_excel.buku.tulisan import show_date
from ektp_excel.buku.utuh import explain
from ektp_excel.perintah.argumen import Panggilan
from ektp_excel.perintah.cocok import match_buku, unbalanced
from ektp_excel.perintah.layar import Kemajuan, one_line, say, show_table, warn
from ektp_excel.perintah.rekon import refuse_among_returned

SELESAI, TIDAK_SEIMBANG = 0, 3


def sisir(panggilan: Panggilan) -> int:
    """Run the subcommand; gives the exit code."""
    assert panggilan.per is not None
    assert panggilan.keluaran is not None
    satu_berkas = panggilan.keluaran.suffix.lower() == ".xlsx"
    refuse_among_returned(panggilan.keluaran, panggilan.kembali)
    _check_output(panggilan.keluaran, satu_berkas=satu_berkas)
    kemajuan = Kemajuan()
    try:
        with without_collector():
            hasil, laporan = match_buku(panggilan.buku, panggilan.per, kemajuan, kembali=panggilan.kembali)
            if timpang := unbalanced(hasil):
                kemajuan.clear()
                warn(f"neraca tidak seimbang, tidak ada yang ditulis: {timpang}")
                return TIDAK_SEIMBANG
            daftar = split_by_desa(sweep(hasil.belum, on=hasil.on))
            tujuan = [panggilan.keluaran] if satu_berkas else _files(panggilan.keluaran, daftar)
            _refuse_existing(tujuan)
            kemajuan.say("Menulis lembar sisir …")
            if satu_berkas:
                write_sisir(panggilan.keluaran, daftar, on=hasil.on)
            else:
                _write_folder(tujuan, daftar, hasil)
    finally:
        kemajuan.clear()
    say(f"Lembar sisir per {show_date(hasil.on)} dari {one_line(laporan.nama)}")
    for pesan in dict.fromkeys((*laporan.pesan, *hasil.pesan)):
        say(f"  ! {one_line(pesan)}")
    say()
    show_table(_figures(daftar, hasil))
    say()
    say(f"Hasil: {panggilan.keluaran}" + ("" if satu_berkas else f" ({show_count(len(tujuan))} berkas)"))
    return SELESAI


def _check_output(keluaran: Path, *, satu_berkas: bool) -> None:
    if satu_berkas:
        if not keluaran.parent.is_dir():
            raise EktpError(f"map {keluaran.parent} tidak ada; buat dahulu")
        _refuse_existing([keluaran])
    elif keluaran.exists() and not keluaran.is_dir():
        raise EktpError(f"{keluaran} bukan map dan tidak berakhiran .xlsx")
    elif keluaran.suffix and not keluaran.exists():
        raise EktpError(f"hasil {keluaran.name!r} harus berakhiran .xlsx, atau sebuah map")


def _refuse_existing(tujuan: Sequence[Path]) -> None:
    """What stands there may have been ticked already."""
    for path in tujuan:
        if path.exists():
            raise EktpError(f"{path} sudah ada dan mungkin sudah ditandai desa; pilih nama atau map lain")


def _files(folder: Path, daftar: Sequence[DaftarDesa]) -> list[Path]:
    return [folder / f"sisir {nama}.xlsx" for nama in legal_names([d.desa for d in daftar])]


def _write_folder(tujuan: Sequence[Path], daftar: Sequence[DaftarDesa], hasil: Hasil) -> None:
    for path, satu in zip(tujuan, daftar, strict=True):
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as e:
            raise EktpError(f"map {path.parent} tidak dapat dibuat: {explain(e)}") from e
        write_sisir(path, [satu], on=hasil.on, rekap=False)


def _figures(daftar: Sequence[DaftarDesa], hasil: Hasil) -> Iterator[tuple[str, str, str]]:
    for satu in daftar:
        rt = len({(b.rw, b.rt) for b in satu.baris})
        yield satu.desa, show_count(len(satu.baris)), f"di {show_count(rt)} RT"
    semua = [b for satu in daftar for b in satu.baris]
    sebab, umur = Counter(b.sebab for b in semua), Counter(b.kelompok for b in semua)
    yield "Belum terekam", show_count(hasil.belum_terekam), ""
    for s in Sebab:
        yield f"  {s.value}", show_count(sebab[s]), ""
    yield "Lansia (60 tahun ke atas)", show_count(umur[KelompokUmur.LANSIA]), ""
    yield "Pemula baru (17-21 tahun)", show_count(umur[KelompokUmur.PEMULA_BARU]), ""
