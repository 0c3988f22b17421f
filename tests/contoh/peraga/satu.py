"""Peraga of single values: a NIK, a name, a date, a note."""

from __future__ import annotations

from datetime import timedelta

from contoh.peraga.masukan import Jawaban, Masukan, show_day, yes_no
from ektp_core import (
    EktpError,
    NikGalat,
    clean_nik,
    is_calendar_true,
    mask_nik,
    normalize_nama,
    parse_nik,
    read_catatan,
    read_date,
    read_penduduk,
    read_pindah,
)
from ektp_core.nik import explain_nik, is_near


def nik(m: Masukan) -> Jawaban:
    """A number as it stands in a cell -> what it says; `bilangan …` is a number cell."""
    tulis = m.text("ditulis")
    nilai: object = float(tulis.removeprefix("bilangan ")) if tulis.startswith("bilangan ") else tulis
    bersih = clean_nik(nilai)
    isi = {"terbaca": bersih, "benar kalender": yes_no(is_calendar_true(bersih)), "sebab": explain_nik(nilai)}
    try:
        n = parse_nik(nilai, on=m.per(), lahir=read_date(m.text("lahir terdaftar")))
    except NikGalat as e:
        isi |= {"wilayah": "", "tanggal lahir": "", "jenis kelamin": "", "nomor urut": ""}
        isi["sebab"] = isi["sebab"] or str(e)
    else:
        isi |= {
            "wilayah": str(n.wilayah),
            "tanggal lahir": show_day(n.tanggal_lahir),
            "jenis kelamin": n.jenis_kelamin,
            "nomor urut": n.nomor_urut,
        }
    return Jawaban(isi)


def samar(m: Masukan) -> Jawaban:
    """How a NIK is shown."""
    return Jawaban({"ditampilkan": mask_nik(m.text("NIK"), m.number("angka disamarkan", "4"))})


def tertukar(m: Masukan) -> Jawaban:
    """Whether two NIKs are near enough that one may be a slip of the other."""
    return Jawaban({"dekat": yes_no(is_near(m.text("NIK"), m.text("NIK lain")))})


def nama(m: Masukan) -> Jawaban:
    """Two names as written -> whether they are one name."""
    a, b = (normalize_nama(m.text(k)) for k in ("ditulis", "dan"))
    return Jawaban({"nama yang sama": yes_no(a == b != ""), "kunci": a})


def tanggal(m: Masukan) -> Jawaban:
    """A date as it stands in a cell of `lahir` (a birth) or `pindah` (an event), read at the reference date."""
    per, tulis = m.per(), m.text("ditulis")
    if (untuk := m.text("kolom", "lahir")) == "lahir":
        orang, _ = read_penduduk([{"NIK": "3313110101800001", "TGL_LAHIR": tulis}], on=per)
        hasil = orang[0].tanggal_lahir
    else:
        assert untuk == "pindah"
        pindah, _ = read_pindah([{"NIK": "3313110101800001", "TGL_PINDAH": tulis}], on=per)
        hasil = pindah[0].tanggal
    try:
        read_date(tulis, latest=per + timedelta(days=3653))
        sebab = ""
    except EktpError as e:
        sebab = str(e)
    return Jawaban({"dibaca": show_day(hasil), "sebab": sebab})


def catatan(m: Masukan) -> Jawaban:
    """A note of a desa -> the category that it would give."""
    c = read_catatan(m.text("catatan desa"))
    return Jawaban(
        {
            "memutuskan": c.putusan.value if c.putusan else "",
            "semua kategori": ", ".join(k.value for k in c.kategori),
            "meragukan": yes_no(c.ragu),
        }
    )
