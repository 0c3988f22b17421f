"""Invariants of what reads one cell: its text, two fields in one cell, dates, and NIKs."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from bench.fuzz.sifat import PER, attempt, check_hidden, check_message, hold, to_cell

from ektp_core.galat import NikGalat, TanggalGalat
from ektp_core.masukan import clean_text, is_blank_row, is_total_row, show_value
from ektp_core.nik import (
    birth_digits,
    births_of,
    clean_nik,
    explain_nik,
    is_calendar_true,
    is_near,
    is_placeholder,
    mask_nik,
    mask_text,
    mask_written_nik,
    parse_nik,
    require_nik,
    sex_of,
)
from ektp_core.tanggal import age, read_date
from ektp_core.tulisan import strip_invisible
from ektp_excel.kolom import header_key, show_written
from ektp_excel.sel import is_damaged_nik, split_rt_rw, take_birth_date

TERAWAL, TERAKHIR = date(1850, 1, 1), date(2200, 12, 31)
_SISTEM = (timedelta(1462), timedelta(1461))  # 1461 before the day that 1900 never had


def check_sel(data: bytes) -> None:
    """A cell: text is clean once and for all, masks hide, two fields come apart without a rest."""
    nilai = to_cell(data)
    teks = clean_text(nilai)
    hold(clean_text(teks) == teks, "teks yang bersih tidak berubah lagi")
    hold(teks == teks.strip() and len(teks.splitlines()) <= 1, "teks yang bersih satu baris tanpa tepi kosong")
    hold(strip_invisible(teks) == teks, "teks yang bersih tanpa huruf yang tak terlihat")
    hold(is_blank_row({"NAMA": nilai}) <= (teks == ""), "baris kosong tidak punya teks")
    hold(not is_total_row({"NAMA": nilai}) or isinstance(nilai, str), "hanya teks menandai baris jumlah")
    check_hidden(mask_text(show_value(nilai)))
    for bagian in split_rt_rw(nilai):
        if isinstance(nilai, str) and bagian is not None:
            hold(str(bagian) in nilai or str(bagian) in nilai.upper(), "RT dan RW adalah bagian selnya")
    lahir = take_birth_date(nilai)
    hold(lahir is nilai or (isinstance(nilai, str) and nilai.endswith(str(lahir))), "tanggal lahir adalah ekor selnya")
    if is_damaged_nik(nilai):
        hold(not clean_nik(nilai).isdigit(), "NIK rusak tidak pernah dipercaya")
    if isinstance(nilai, str):
        _check_shown(nilai)


def _check_shown(teks: str) -> None:
    tampil = show_written(teks)
    hold(len(tampil) <= 40 and tampil.isprintable(), "yang ditampilkan pendek dan tercetak")
    check_hidden(tampil)
    samar = mask_text(teks)
    _check_more_hidden(teks, samar)
    _check_more_hidden(samar, mask_text(samar))
    check_hidden(samar)
    hold(header_key(header_key(teks)) == header_key(teks), "kunci judul tetap")


def _check_more_hidden(lama: str, baru: str) -> None:
    """Masking takes nothing away and shows nothing anew, however often it is done."""
    hold(len(lama) == len(baru), "samaran sepanjang aslinya")
    hold(all(b in (a, "*") for a, b in zip(lama, baru, strict=True)), "samaran hanya mengganti dengan bintang")


def check_tanggal(data: bytes) -> None:
    """A date: within the span, the same when written plainly, whatever stands around it; a refusal says why in one line."""
    nilai = to_cell(data)
    tanggal, sebab = attempt(TanggalGalat, lambda: read_date(nilai, latest=PER))
    sejak_1904, _ = attempt(TanggalGalat, lambda: read_date(nilai, latest=PER, sistem_1904=True))
    tanpa, _ = attempt(TanggalGalat, lambda: read_date(nilai))
    if tanggal is None:
        hold(tanpa is None, "yang terbaca tanpa batas terbaca juga dengannya")
        return
    hold(not isinstance(tanggal, datetime), "tanggal tanpa jam")
    if not isinstance(nilai, date):
        hold(TERAWAL <= tanggal <= TERAKHIR, "tanggal di dalam rentang")
    hold(tanpa in (None, tanggal), "batas tahun dua angka tidak mengubah tahun empat angka")
    hold(tanpa is not None or tanggal <= PER, "tahun dua angka tidak sesudah batasnya")
    if sejak_1904 not in (None, tanggal):
        hold(sejak_1904 - tanggal in _SISTEM, "dua sistem tanggal berjarak tetap")
    if TERAWAL <= tanggal <= TERAKHIR:
        for bentuk in (
            tanggal.strftime("%d-%m-%Y"),
            tanggal.isoformat(),
            f"{tanggal.day}/{tanggal.month}/{tanggal.year}",
        ):
            hold(read_date(bentuk) == tanggal, "tanggal yang ditulis baku terbaca sama")
    if isinstance(nilai, str):
        for lain in (f"  {nilai}\u00a0", f"\u200b{nilai}\ufeff", nilai.upper() if nilai.isascii() else nilai):
            hold(read_date(lain, latest=PER) == tanggal, "tepi kosong dan huruf besar tidak mengubah tanggal")
    hold(age(tanggal, on=tanggal) == 0, "umur pada hari lahir nol")
    hold(sebab == "", "tanggal yang terbaca tanpa sebab")


def check_nik(data: bytes) -> None:
    """A NIK: cleaned to one of three forms, once and for all; read back digit by digit; never shown whole."""
    nilai = to_cell(data)
    bersih = clean_nik(nilai)
    hold(clean_nik(bersih) == bersih, "NIK yang bersih tidak berubah lagi")
    utuh = bersih.isascii() and bersih.isdigit() and len(bersih) == 16
    rusak = len(bersih) == 16 and bersih[15] == "?" and bersih[:15].isascii() and bersih[:15].isdigit()
    hold(bersih == "" or utuh or rusak, "NIK yang bersih: 16 angka, 15 angka dan ?, atau kosong")
    hold(isinstance(nilai, str) or not utuh, "NIK dalam sel angka tidak pernah utuh")
    sebab = explain_nik(nilai)
    hold((bersih == "") == (sebab != ""), "bukan NIK, maka ada sebabnya")
    if sebab:
        check_message(sebab)
    wajib, kata = attempt(NikGalat, lambda: require_nik(nilai))
    hold((wajib or "") == bersih and kata == sebab, "require_nik sama dengan clean_nik dan explain_nik")
    _check_parsed(nilai, bersih)
    if isinstance(nilai, str):
        for lain in (f" {nilai}\t", "\u200b".join(nilai)):
            hold(
                clean_nik(lain) == bersih or nilai.strip() != nilai or bersih.endswith("?"),
                "pemisah tidak mengubah NIK",
            )
        samar = mask_written_nik(nilai)
        _check_more_hidden(nilai, samar)
        _check_more_hidden(samar, mask_written_nik(samar))
        if sum(h.isdigit() for h in nilai) >= 12:
            hold(sum(h.isalnum() for h in samar) <= 12, "dari NIK tertulis paling banyak 12 huruf dan angka tampak")


def _check_parsed(nilai: object, bersih: str) -> None:
    nik, sebab = attempt(NikGalat, lambda: parse_nik(nilai, on=PER))
    if nik is None:
        hold(not (bersih.isdigit() and is_calendar_true(bersih)), "NIK benar kalender terurai")
        hold(births_of([bersih], on=PER) == [None], "births_of sama dengan parse_nik")
        return
    hold(sebab == "", "NIK terurai tanpa sebab")
    dua_arah = f"{nik.wilayah}".replace(".", "") + birth_digits(nik.tanggal_lahir, nik.jenis_kelamin) + nik.nomor_urut
    hold(dua_arah == bersih, "NIK yang diurai dan disusun lagi sama")
    hold(nik.tanggal_lahir <= PER, "tidak lahir sesudah tanggal acuan")
    hold(is_calendar_true(bersih) and not is_placeholder(bersih), "NIK yang terurai benar kalender")
    if bersih.isdigit():
        hold(births_of([bersih], on=PER) == [(nik.tanggal_lahir, nik.jenis_kelamin)], "births_of sama dengan parse_nik")
    hold(sex_of(bersih) == nik.jenis_kelamin, "sex_of sama dengan parse_nik")
    hold(not is_near(bersih, bersih), "sebuah NIK tidak berdekatan dengan dirinya")
    for akhir in (4, 10):
        samar = mask_nik(bersih, akhir)
        hold(
            samar[: 16 - akhir] == bersih[: 16 - akhir] and samar[16 - akhir :] == "*" * akhir,
            "samaran menutup ekornya",
        )
