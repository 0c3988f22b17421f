"""The rows of PEREKAMAN: who has come and who has not, on which day, and what the status words say."""

from datetime import date, timedelta
from random import Random

from attrs import define

from ektp_excel.contoh.desa import DESA
from ektp_excel.contoh.hari import call_days, draw_days, to_working_day
from ektp_excel.contoh.nomor import to_number
from ektp_excel.contoh.orang import PER, Orang, Sel
from ektp_excel.contoh.panggung import Panggung

TEREKAM = frozenset(("biasa", "ganda", "gagal_lalu", "sehari", "duplikat", "adjudikasi", "kata_asing", "numerik"))
_GAGAL = ("ENROLL_FAILURE_AT_CENTRAL", "ENROLL_FAILURE_AT_REGIONAL", "SEARCH_FAILURE_AT_CENTRAL")
_LAMA = ("CARD_SHIPPED", "CARD_PRINTED", "CARD_PRINTED", "SENT_FOR_CARD_PRINTING", "PRINT_READY_RECORD", "CARD_ISSUED")
_BARU = ("BIO_CAPTURED", "PROCESSING", "SENT_FOR_ENROLLMENT", "RECEIVED_AT_CENTRAL", "PRINT_READY_RECORD", None)
_TETAP = {
    "unregistered": "UNREGISTERED",
    "duplikat": "DUPLICATE_RECORD",
    "adjudikasi": "ADJUDICATE_RECORD",
    "kata_asing": "TERKIRIM",
}
_TANGGAL_HILANG: tuple[Sel, ...] = (None, "31-06-2012", "lupa", None)


@define
class _Rekam:
    """One row: the true day, and what is written."""

    tanggal: date
    nik: Sel
    tulis: Sel
    status: str | None
    tempat: str


def decide_rekam(p: Panggung) -> None:
    """Choose who of the base has not come, so that the recorded are exactly as many as the story says."""
    dasar = [o for o in p.penduduk if o.dasar]
    ragu = [o for o in dasar if o.rekam == "?"]
    sudah = sum(o.rekam in TEREKAM for o in dasar)
    kurang = len(ragu) - (p.takaran.terekam - sudah)
    if not 0 <= kurang <= len(ragu):
        raise ValueError("terlalu sedikit penduduk untuk contoh ini: perbesar `wajib`")
    urut = sorted((p.acak.expovariate(1.0) / _reluctance(o), i) for i, o in enumerate(ragu))
    for letak, (_, i) in enumerate(urut):
        ragu[i].rekam = "" if letak < kurang else "biasa"
    for o in (*p.penduduk, *p.luar):
        o.terekam = o.rekam in TEREKAM


def make_perekaman(p: Panggung) -> tuple[list[tuple[Sel, ...]], dict[tuple[int, int], date]]:
    """The rows of PEREKAMAN in the order of the days, and the day to which each RW was called."""
    acak = p.acak
    semua = [o for o in (*p.penduduk, *p.luar) if o.rekam]
    datang = [o for o in semua if o.rekam != "sesudah" and not o.rekam_antara]
    hari = draw_days(acak, len(datang))
    giliran = {(d, rw): acak.random() * 0.6 + d * 0.05 for d, rw in sorted({(o.desa, o.rw) for o in datang})}
    urutan = sorted((giliran[o.desa, o.rw] + _lateness(acak), i) for i, o in enumerate(datang))
    hasil = [r for (_, i), tanggal in zip(urutan, hari, strict=True) for r in _record(p, datang[i], tanggal)]
    for o in semua:
        if o.rekam == "sesudah":
            hasil.append(_row(acak, o, date(2012, 8, acak.randint(29, 31)), "BIO_CAPTURED"))
        elif o.rekam_antara:
            tanggal = to_working_day(date.fromordinal(acak.randint(*o.rekam_antara)))
            hasil.append(_row(acak, o, tanggal, _status(acak, tanggal)))
    hasil += _guests(p)
    hasil.sort(key=lambda r: r.tanggal)
    return [(r.nik, r.tulis, r.status, r.tempat) for r in hasil], call_days(hari, giliran)


def _record(p: Panggung, o: Orang, tanggal: date) -> list[_Rekam]:
    """The rows of one person whose first day is given."""
    acak, jenis = p.acak, o.rekam
    if jenis == "biasa":
        return [_row(acak, o, tanggal, _status(acak, tanggal))]
    gagal = _GAGAL[int(acak.random() * 3)]
    if jenis in ("ganda", "gagal_lalu", "undo"):
        nanti = to_working_day(tanggal + timedelta(days=acak.randint(6, 30)))
        if nanti <= tanggal:
            tanggal = nanti - timedelta(days=8)
        kata = gagal if jenis == "gagal_lalu" else "BIO_CAPTURED"
        return [_row(acak, o, tanggal, kata), _row(acak, o, nanti, gagal if jenis == "undo" else _status(acak, nanti))]
    if jenis == "sehari":
        return [_row(acak, o, tanggal, "BIO_CAPTURED"), _row(acak, o, tanggal, "ENROLL_FAILURE_AT_REGIONAL")]
    satu = _row(acak, o, tanggal, _TETAP.get(jenis) or (gagal if jenis == "gagal" else _status(acak, tanggal)))
    if jenis in ("numerik", "numerik_galat"):
        satu.nik = to_number(o.nik)
    if jenis == "tanpa_tanggal":
        satu.tulis = _TANGGAL_HILANG[int(acak.random() * 4)]
    if jenis in ("numerik_galat", "tanpa_tanggal"):
        p.count_galat("PEREKAMAN")
    return [satu]


def _guests(p: Panggung) -> list[_Rekam]:
    """People of elsewhere who were recorded here, and rows that do not say who came."""
    hasil: list[_Rekam] = []
    for tanggal in draw_days(p.acak, p.takaran["rekam_tamu"]):
        lahir = p.acak.randint(date(1950, 1, 1).toordinal(), date(1994, 1, 1).toordinal())
        nik = p.penerbit.issue_nik(lahir, p.acak.random() < 0.5, luar=1.0)
        hasil.append(_Rekam(tanggal, nik, tanggal, _status(p.acak, tanggal), "Kecamatan Jaten"))
    for tanggal in draw_days(p.acak, p.takaran["rekam_tanpa_nik"]):
        p.count_galat("PEREKAMAN")
        hasil.append(_Rekam(tanggal, None, tanggal, "BIO_CAPTURED", "Kecamatan Jaten"))
    return hasil


def _row(acak: Random, o: Orang, tanggal: date, status: str | None) -> _Rekam:
    keliling = tanggal.weekday() == 6 or acak.random() < 0.04
    tempat = f"Balai Desa {DESA[o.desa].nama}" if keliling else "Kecamatan Jaten"
    return _Rekam(tanggal, o.nik_rekam or o.nik, tanggal, status, tempat)


def _status(acak: Random, tanggal: date) -> str | None:
    """How far a recording of that day has come by now."""
    kata = _LAMA if acak.random() < (PER - tanggal).days / 90 else _BARU
    return kata[int(acak.random() * len(kata))]


def _lateness(acak: Random) -> float:
    """How long after the turn of the RW a person comes: most with it, some much later."""
    return acak.gauss(0.0, 0.02) if acak.random() < 0.76 else acak.random() * 0.6


def _reluctance(o: Orang) -> float:
    tahun = (PER.toordinal() - o.lahir) / 365
    return DESA[o.desa].enggan * (2.4 if tahun > 70 else 1.5 if tahun < 35 and not o.perempuan else 1.0)
