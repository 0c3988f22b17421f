"""Peraga of what is to come: finish days, the log's promise, the base by then, Lebaran, and figures of the press."""

from __future__ import annotations

from datetime import date, timedelta

from contoh.peraga.masukan import Jawaban, Masukan, read_rows, show_day, yes_no
from ektp_core import Mutasi, Perekaman, read_date, read_meninggal, read_penduduk, read_pindah
from ektp_core.cakupan import check_published
from ektp_core.proyeksi import (
    HariPerMinggu,
    Kantor,
    LogTerlaluPendek,
    compare_lebaran,
    estimate_finish,
    find_visits,
    finish_date,
    label_days,
    local_places,
    pace_to_target,
    project_base,
)
from ektp_core.proyeksi.lebaran import Kunjungan, place_key
from ektp_core.tulisan import show_count

_NIK = "3313110101800001"


def _days(teks: str) -> frozenset[date]:
    return frozenset(h for satu in teks.split(",") if (h := read_date(satu.strip())) is not None)


def _malam(teks: str) -> dict[date, int]:
    pasangan = (satu.partition("=") for satu in teks.split(",") if satu.strip())
    return {h: int(orang) for hari, _, orang in pasangan if (h := read_date(hari.strip())) is not None}


def _kantor(m: Masukan) -> Kantor:
    seminggu: HariPerMinggu = 6 if m.number("hari seminggu", "6") == 6 else 5
    return Kantor(
        _days(m.text("libur")), hari_per_minggu=seminggu, tutup=_days(m.text("tutup")), buka=_days(m.text("buka"))
    )


def target(m: Masukan) -> Jawaban:
    """What is left until a target."""
    perlu = pace_to_target(
        m.number("sisa"), on=m.per(), target=m.day("target"), kantor=_kantor(m), malam=_malam(m.text("malam"))
    )
    laju = "" if perlu.laju is None else show_count(perlu.laju)
    return Jawaban({"hari kerja": str(perlu.hari_kerja), "orang malam": str(perlu.malam), "orang sehari": laju})


def selesai(m: Masukan) -> Jawaban:
    """The day on which a pace is done."""
    hari = finish_date(
        m.number("sisa"), m.number("laju"), mulai=m.day("mulai"), kantor=_kantor(m), malam=_malam(m.text("malam"))
    )
    return Jawaban({"selesai": show_day(hari)})


def perkiraan(m: Masukan) -> Jawaban:
    """A log that ends before the first coming day, written as `12 × 20` (twelve service days of 20) -> three days."""
    kantor, mulai = _kantor(m), m.day("mulai")
    orang = [int(n) for satu in m.text("buku").split(",") for n in [satu.split("×")[1]] * int(satu.split("×")[0])]
    hari = kantor.days(mulai - timedelta(days=4 * len(orang) + 14), mulai - timedelta(days=1))[-len(orang) :]
    raya = [h for h in (read_date(m.text("idul fitri")),) if h is not None]
    hasil = estimate_finish(
        m.number("sisa"),
        list(zip(hari, orang, strict=True)),
        mulai=mulai,
        kantor=kantor,
        label=label_days(raya, lambda _: frozenset()),
        benih=1,
    )
    if isinstance(hasil, LogTerlaluPendek):
        pendek = f"buku terlalu pendek: {hasil.hari_log} dari {hasil.perlu} hari"
        return Jawaban({"P10": pendek, "P50": pendek, "P90": pendek})
    return Jawaban({"P10": show_day(hasil.p10), "P50": show_day(hasil.p50), "P90": show_day(hasil.p90)})


def musim(m: Masukan) -> Jawaban:
    """The kind of a day."""
    libur = _days(m.text("libur"))
    label = label_days([m.day("idul fitri")], lambda _: libur)(m.day("hari"))
    return Jawaban({"musim": label[0], "hari dalam minggu": label[1]})


def dasar(m: Masukan) -> Jawaban:
    """One resident between two dates."""
    per = m.per()
    kolom = {"lahir": "TGL_LAHIR", "status kawin": "STATUS_KAWIN", "tanggal kawin": "TGL_KAWIN"}
    kolom |= {"kewarganegaraan": "KEWARGANEGARAAN", "ITAP sampai": "ITAP_SAMPAI"}
    baris = {"NIK": _NIK, "STATUS_KAWIN": "BELUM KAWIN", **{k: m.text(n) for n, k in kolom.items() if m.has(n)}}
    mutasi: list[Mutasi] = [
        *read_pindah(read_rows(m.text("pindah"), {"NIK": _NIK}), on=per)[0],
        *read_meninggal(read_rows(m.text("meninggal"), {"NIK": _NIK}), on=per)[0],
    ]
    d = project_base(penduduk=read_penduduk([baris], on=per)[0], mutasi=mutasi, on=per, target=m.day("target"))
    ubah = d.perubahan[0] if d.perubahan else None
    return Jawaban(
        {
            "kini": yes_no(d.kini == 1),
            "pada target": yes_no(d.nanti == 1),
            "perubahan": ubah.perubahan.value if ubah else "",
            "sejak": show_day(ubah.tanggal) if ubah else "",
        }
    )


def lebaran(m: Masukan) -> Jawaban:
    """People who came on so many days from two feasts; a day that the log does not cover is empty."""
    datang = [
        Kunjungan(hari, str(i), True, True)
        for satu in m.text("datang").split(",")
        if (hari := read_date(satu.split("×")[1].strip())) is not None
        for i in range(int(satu.split("×")[0]))
    ]
    raya = m.day("idul fitri lalu"), m.day("idul fitri kini")
    b = compare_lebaran(datang, idul_fitri=raya, kantor=Kantor(hari_per_minggu=6), on=m.per())
    jarak = int(m.text("jarak").removeprefix("H").replace("−", "-"))
    lalu, kini = (next(h for h in t.hari if h.jarak == jarak) for t in (b.lalu, b.kini))
    isi: dict[str, str] = {}
    for nama, h in (("lalu", lalu), ("kini", kini)):
        isi |= {f"tanggal {nama}": show_day(h.tanggal), f"orang {nama}": "" if h.orang is None else str(h.orang)}
    return Jawaban(isi)


def pemudik(m: Masukan) -> Jawaban:
    """One recording: where it was, and whose."""
    per = m.day("direkam")
    penduduk = read_penduduk([{"NIK": _NIK}], on=per)[0] if m.text("di PENDUDUK") == "ya" else []
    (k,) = find_visits(
        penduduk=penduduk,
        perekaman=[Perekaman(_NIK, per, tempat=m.text("tempat"))],
        mutasi=read_pindah(read_rows(m.text("pindah"), {"NIK": _NIK}), on=per)[0],
        tempat_sini=local_places(["Kecamatan Jaten"], ["Jati"]),
    )
    pulang = "direkam di sini, terdaftar di luar" if not k.terdaftar and k.di_sini else ""
    pergi = "terdaftar di sini, direkam di luar" if k.terdaftar and not k.di_sini else ""
    return Jawaban({"pemudik": pulang or pergi})


def tempat(m: Masukan) -> Jawaban:
    """Whether a place is here."""
    sini = local_places(m.text("semua tempat").split("; "), m.text("desa").split("; "), _named(m.text("disebut")))
    return Jawaban({"di sini?": yes_no(place_key(m.text("tempat")) in sini)})


def _named(teks: str) -> list[str]:
    return [teks] if teks else []


def uji(m: Masukan) -> Jawaban:
    """Published figures against each way of shortening the percentage."""
    hasil = check_published(
        m.text("persen"),
        m.number("wajib"),
        sisa=m.number("sisa") if m.text("sisa") else None,
        terekam=m.number("terekam") if m.text("terekam") else None,
    )
    isi = {}
    for u, nama in zip(hasil, ("dibulatkan", "dipotong"), strict=True):
        isi[nama] = "tidak mungkin" if u.cocok is None else " – ".join(map(show_count, dict.fromkeys(u.cocok)))
    return Jawaban(isi)
