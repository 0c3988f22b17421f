"""One row of the contract at a time: wajib by a register row, sex, full address, strong evidence, invitation numbers.

Part of the measure against which the reconciliation is held (see `aturan.patokan.jawaban`): slow and simple on purpose,
and written from the contract. It shares with the core only the records and what has properties of its own (keys of
names and places, notes, calendar-true NIKs).
"""

from __future__ import annotations

from datetime import date

from ektp_core import Kewarganegaraan, Penduduk, StatusKawin, Undangan, normalize_nama
from ektp_core.alamat import normalize_alamat, normalize_desa


def birthday_17(lahir: date) -> tuple[int, int, int]:
    """The 17th birthday as year, month, day; of 29 February the 28th, since 17 years later is never a leap year."""
    return lahir.year + 17, lahir.month, 28 if (lahir.month, lahir.day) == (2, 29) else lahir.day


def is_wajib_by_row(p: Penduduk, on: date) -> bool | None:
    """Wajib by this row of `PENDUDUK` alone; None when it cannot be known."""
    dewasa = None if p.tanggal_lahir is None else birthday_17(p.tanggal_lahir) <= (on.year, on.month, on.day)
    sudah_kawin = p.tanggal_kawin is None or p.tanggal_kawin <= on
    if p.status_kawin in (StatusKawin.KAWIN, StatusKawin.CERAI, StatusKawin.PERNAH):
        kawin: bool | None = sudah_kawin
    elif p.status_kawin is StatusKawin.BELUM:
        kawin = False
    elif p.tanggal_kawin is not None and sudah_kawin:
        kawin = True
    else:
        kawin = None if p.status_kawin is StatusKawin.TIDAK_TERBACA else False
    if dewasa or kawin:
        oleh_umur_atau_kawin: bool | None = True
    else:
        oleh_umur_atau_kawin = None if None in (dewasa, kawin) else False
    if p.kewarganegaraan is Kewarganegaraan.WNI or oleh_umur_atau_kawin is False:
        return oleh_umur_atau_kawin
    if p.itap_sampai is not None and on <= p.itap_sampai:
        return oleh_umur_atau_kawin
    return False if p.kewarganegaraan is Kewarganegaraan.WNA and p.itap_diketahui else None


def sex(kelamin: str | None, nik: str) -> str | None:
    """The written sex, or that of a NIK whose date is of the calendar."""
    if kelamin or not _has_a_date(nik):
        return kelamin
    return "P" if int(nik[6:8]) > 40 else "L"


def _has_a_date(nik: str) -> bool:
    if len(nik) != 16:
        return False
    hari, bulan, tahun = (int(nik[i : i + 2]) for i in (6, 8, 10))
    try:
        date(2000 + tahun, bulan, hari - 40 if hari > 40 else hari)
    except ValueError:
        return False
    return True


def full_address(x: Penduduk | Undangan) -> tuple[str, ...] | None:
    """ALAMAT, RT, RW and desa, when none is blank."""
    bagian = (normalize_alamat(x.alamat), x.rt, x.rw, normalize_desa(x.desa))
    return bagian if all(bagian) else None


def same_name_birth_sex(a: Penduduk | Undangan, b: Penduduk | Undangan) -> bool:
    """The three that even weak evidence needs, all known."""
    sa, sb = (sex(x.jenis_kelamin if isinstance(x, Penduduk) else None, x.nik) for x in (a, b))
    return (
        normalize_nama(a.nama) == normalize_nama(b.nama) != ""
        and a.tanggal_lahir == b.tanggal_lahir is not None
        and sa == sb is not None
    )


def is_strong(a: Penduduk | Undangan, b: Penduduk | Undangan) -> bool:
    """Strong evidence: name, birth date, sex, and mother, family card or full address."""
    if not same_name_birth_sex(a, b):
        return False
    lagi = [full_address(a) == full_address(b) is not None]
    if isinstance(a, Penduduk) and isinstance(b, Penduduk):
        lagi.append(normalize_nama(a.nama_ibu) == normalize_nama(b.nama_ibu) != "")
        lagi.append(a.no_kk == b.no_kk != "")
    return any(lagi)


def is_slip_apart(a: str, b: str) -> bool:
    """One of the first twelve digits replaced, or two neighbours among them exchanged, and nothing else."""
    if "?" in a + b or a[12:] != b[12:]:
        return False
    satu = {a[:i] + angka + a[i + 1 :] for i in range(12) for angka in "0123456789"}
    tukar = {a[:i] + a[i + 1] + a[i] + a[i + 2 :] for i in range(11)}
    return b != a and b in satu | tukar


def guess_of(p: Penduduk, q: Penduduk) -> str | None:
    """How strong a guess two rows of different people make, by the sentences of DOBEL-03, -06 and -07; None for none."""
    nama, sp, sq = normalize_nama(p.nama), sex(p.jenis_kelamin, p.nik), sex(q.jenis_kelamin, q.nik)
    if nama == "" or nama != normalize_nama(q.nama) or sp is None or sp != sq:
        return None
    lahir = p.tanggal_lahir == q.tanggal_lahir is not None
    ibu = normalize_nama(p.nama_ibu), normalize_nama(q.nama_ibu)
    salah_ketik = is_slip_apart(p.nik, q.nik) and (lahir or (" " in nama and ibu[0] == ibu[1] != ""))
    if not lahir:
        return "KUAT" if salah_ketik else None
    assert p.tanggal_lahir is not None
    pengganti = (p.tanggal_lahir.day, p.tanggal_lahir.month) in ((1, 1), (1, 7), (31, 12))
    turun = (" " not in nama and pengganti) or (all(ibu) and ibu[0] != ibu[1])
    return ("LEMAH", "SEDANG", "KUAT")[1 + (salah_ketik or is_strong(p, q)) - turun]


def natural(nomor: str) -> list[tuple[int, int, str]]:
    """An invitation number's parts: digits by value, before text by capitals."""
    bagian: list[str] = []
    for huruf in nomor:
        if bagian and bagian[-1][-1].isdigit() == huruf.isdigit():
            bagian[-1] += huruf
        else:
            bagian.append(huruf)
    return [(0, int(b), "") if b.isdigit() else (1, 0, b.upper()) for b in bagian]
