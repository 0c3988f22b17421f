"""`ektp rekon`: read, reconcile, write, and say the main figures. Nothing is written unless the books balance."""

import os
from datetime import date
from pathlib import Path

from attrs import frozen

from ektp_core.aturan import check_reference_date
from ektp_core.galat import EktpError
from ektp_core.pemulung import without_collector
from ektp_core.proyeksi import HariPerMinggu, LajuKeTarget, check_target, pace_to_target
from ektp_core.rekonsiliasi import Hasil
from ektp_excel.buku.json_ringkasan import write_json
from ektp_excel.buku.tulis import write_hasil
from ektp_excel.kalender import closed_days
from ektp_excel.perintah.angka import show_figures
from ektp_excel.perintah.argumen import Panggilan
from ektp_excel.perintah.cocok import match_buku, unbalanced
from ektp_excel.perintah.dugaan import STATISTIK
from ektp_excel.perintah.layar import Kemajuan, warn

SELESAI, TIDAK_SEIMBANG = 0, 3


@frozen
class Target:
    """The date to be done by, and how many days a week the office works."""

    tanggal: date
    hari_per_minggu: HariPerMinggu


def rekon(panggilan: Panggilan) -> int:
    """Run the subcommand; gives the exit code."""
    assert panggilan.per is not None
    keluaran = panggilan.keluaran or default_output(panggilan.buku)
    check_outputs(panggilan.buku, keluaran, panggilan.json, panggilan.kembali)
    target = None
    if panggilan.target is not None:
        target = Target(panggilan.target, panggilan.hari_kerja)
    return run(
        panggilan.buku,
        panggilan.per,
        panggilan.pagu,
        keluaran,
        panggilan.json,
        target,
        panggilan.kembali,
        statistik=panggilan.dugaan == STATISTIK,
    )


def run(
    buku: Path,
    per: date,
    pagu: int | None,
    keluaran: Path,
    json: Path | None = None,
    target: Target | None = None,
    kembali: Path | None = None,
    *,
    statistik: bool = False,
) -> int:
    """Reconcile the workbook, with the sweep lists that came back, into the output; gives the exit code."""
    check_reference_date(per)
    if target is not None:
        check_target(target.tanggal, on=per)
    kemajuan = Kemajuan()
    try:
        with without_collector():
            hasil, laporan = match_buku(buku, per, kemajuan, pagu=pagu, kembali=kembali, statistik=statistik)
            if timpang := unbalanced(hasil):
                kemajuan.clear()
                warn(f"neraca tidak seimbang, tidak ada yang ditulis: {timpang}")
                return TIDAK_SEIMBANG
            kemajuan.say(f"Menulis {keluaran.name} …")
            laju = None if target is None else _pace(hasil, target)
            write_hasil(keluaran, hasil, laporan, laju)
            if json:
                write_json(json, hasil)
    finally:
        kemajuan.clear()
    show_figures(hasil, laporan, keluaran, json, laju)
    return SELESAI


def _pace(hasil: Hasil, target: Target) -> LajuKeTarget:
    return pace_to_target(
        hasil.belum_terekam,
        on=hasil.on,
        target=target.tanggal,
        libur=closed_days(hasil.on, target.tanggal),
        hari_per_minggu=target.hari_per_minggu,
    )


def default_output(buku: Path, *, awalan: str = "hasil") -> Path:
    """Beside the input, `hasil_` (or another word) before its name.

    >>> default_output(Path("data/buku.xls")).as_posix()
    'data/hasil_buku.xlsx'
    """
    utuh = buku.resolve() if buku.name in ("", "..") else buku
    nama = utuh.name if utuh.is_dir() else utuh.stem
    if not nama:
        raise EktpError(f"{buku} tidak bernama; sebut tempat hasilnya dengan -o")
    return utuh.with_name(f"{awalan}_{nama}.xlsx")


def check_outputs(buku: Path, keluaran: Path, json: Path | None, kembali: Path | None = None) -> None:
    """Refuse, before anything is read, outputs that could not be written or would destroy the input."""
    if keluaran.suffix.lower() != ".xlsx":
        raise EktpError(f"hasil {keluaran.name or str(keluaran)!r} harus berakhiran .xlsx")
    for tujuan in (keluaran, json) if json else (keluaran,):
        check_output(buku, tujuan, kembali)
    if json and _is_same(json, keluaran):
        raise EktpError(f"{json} dipakai untuk hasil dan untuk JSON; pilih dua nama")


def check_output(buku: Path, tujuan: Path, kembali: Path | None = None) -> None:
    """Refuse one output that could not be written, would destroy the input, or would stand among the lists that came back."""
    refuse_among_returned(tujuan, kembali)
    if _is_same(tujuan, buku) or (tujuan.suffix.lower() == ".csv" and _is_same(tujuan.parent, buku)):
        raise EktpError(f"{tujuan} adalah berkas masukan, yang tidak pernah ditimpa; pilih nama lain")
    if tujuan.is_dir():
        raise EktpError(f"{tujuan} adalah sebuah map; tulis nama berkasnya")
    if tujuan.exists() and not tujuan.is_file():
        raise EktpError(f"{tujuan} bukan berkas biasa, tidak dapat diganti")
    if not tujuan.parent.is_dir():
        raise EktpError(f"map {tujuan.parent} tidak ada; buat dahulu")


def refuse_among_returned(tujuan: Path, kembali: Path | None) -> None:
    """An output there could replace what a desa has ticked, and would be read as a returned list the next time."""
    if kembali is not None and Path(os.path.realpath(tujuan)).is_relative_to(os.path.realpath(kembali)):
        raise EktpError(f"{tujuan} ada di map lembar sisir yang kembali, yang tidak pernah ditulisi; pilih tempat lain")


def _is_same(a: Path, b: Path) -> bool:
    # The same file under another name: a link, another case, a path with `..`.
    if a.exists() and b.exists():
        return os.path.samefile(a, b)
    return os.path.normcase(os.path.realpath(a)) == os.path.normcase(os.path.realpath(b))
