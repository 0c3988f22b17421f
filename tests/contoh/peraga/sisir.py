"""Peraga of sweep lists and what follows: a door on the list, a row of a list that came back, a schedule of jemput bola."""

from __future__ import annotations

from datetime import date, timedelta

from attrs import evolve

from contoh.peraga.masukan import Jawaban, Masukan, show_day, yes_no
from ektp_core import Penduduk, read_date, read_kembalian, read_penduduk, sweep
from ektp_core.jemput_bola import is_visited, priority_of, schedule
from ektp_core.kategori import Kategori
from ektp_core.kembalian import Tanda
from ektp_core.keputusan import KeputusanUndangan
from ektp_core.penyisiran import BarisPenyisiran, KelompokUmur, Sebab
from ektp_core.proyeksi import Kantor
from ektp_core.rekonsiliasi import BelumTerekam
from ektp_core.undangan import Undangan

_NIK = "3313111708800001"


def _person(m: Masukan, urut: int = 0, **isi: object) -> BelumTerekam:
    kategori = m.text("undangan", "SAH")
    surat = None if kategori == "tidak ada" else KeputusanUndangan(Undangan("1"), Kategori(kategori), ())
    baris: dict[str, object] = {"NIK": f"{_NIK[:15]}{urut}", "NAMA": "BUDI REKAAN", **isi}
    (p,), _ = read_penduduk([baris], on=m.per())
    assert isinstance(p, Penduduk)
    return BelumTerekam(p, p.nik, p.desa or "Jaten", surat)


def pintu(m: Masukan) -> Jawaban:
    """One person on the sweep list."""
    b = _person(m, TGL_LAHIR=m.text("lahir"), KEWARGANEGARAAN=m.text("kewarganegaraan"))
    (satu,) = sweep([b], on=m.per())
    umur = "" if satu.umur is None else str(satu.umur)
    return Jawaban(
        {"umur": umur, "kelompok": satu.kelompok.value, "sebab": satu.sebab.value, "dibawa": ", ".join(satu.bawa)}
    )


def jalan(m: Masukan) -> Jawaban:
    """Several doors, written `desa/RW/RT/alamat` with semicolons between, in walking order."""
    orang = []
    for i, tempat in enumerate(m.text("rumah").split(";")):
        desa, rw, rt, alamat = tempat.strip().split("/")
        orang.append(_person(m, i, DESA=desa, RW=rw, RT=rt, ALAMAT=alamat))
    urut = [f"{b.desa}/{b.rw.lstrip('0')}/{b.rt.lstrip('0')}/{b.alamat}" for b in sweep(orang, on=m.per())]
    return Jawaban({"urutan jalan": "; ".join(urut)})


def tanda(m: Masukan) -> Jawaban:
    """One row of a list that came back, by itself."""
    isi = {t.value: m.text(t.judul) for t in Tanda} | {"CATATAN": m.text("CATATAN"), "NIK": _NIK}
    ((k,), _) = read_kembalian([isi], on=m.per())
    arti = "SUDAH DATANG" if k.datang else "" if k.isi.putusan is None else k.isi.putusan.value
    return Jawaban({"dibaca": arti or " + ".join(x.value for x in k.isi.kategori), "sebab meragukan": k.sebab})


def jemput(m: Masukan) -> Jawaban:
    """A schedule of places written `Jaten 001=250+12; Dagen 002=40`: people, and after + those who go first among them."""
    pintu: list[BarisPenyisiran] = []
    for satu in m.text("tempat").split(";"):
        nama, _, jumlah = satu.strip().partition("=")
        desa, _, rw = nama.partition(" ")
        biasa, _, dahulu = jumlah.partition("+")
        for kelompok, n in ((KelompokUmur.DEWASA, biasa), (KelompokUmur.LANSIA, dahulu or "0")):
            for _ in range(int(n)):
                nik = f"{len(pintu):05}"
                pintu.append(BarisPenyisiran(desa, rw, "", nik, nik, "", "", Sebab.TERCECER, kelompok=kelompok))
    hari = Kantor(hari_per_minggu=6, tutup=_days(m.text("tutup"))).days(m.per() + timedelta(days=1), m.day("target"))
    j = schedule(pintu, hari=hari, regu=m.number("regu", "1"), kapasitas=m.number("kapasitas"))
    jalan = [f"{show_day(k.tanggal)[:-5]} regu {k.regu} {k.tempat} {len(k.orang)}" for k in j.kunjungan]
    return Jawaban(
        {
            "jadwal": "<br>".join(jalan),
            "selesai": show_day(j.selesai),
            "tidak terlayani": str(len(j.tidak_terlayani)),
            "batas tidak terlayani": str(j.batas_kekurangan),
            "singgah": str(j.singgah),
            "batas singgah": str(j.batas_singgah),
            "didahulukan": str(sum(k.didahulukan for k in j.kunjungan)),
        }
    )


def didatangi(m: Masukan) -> Jawaban:
    """Whether a team comes to one person, and whether that person goes first."""
    catatan = tuple(filter(None, [m.text("catatan desa")]))
    b = evolve(_person(m, TGL_LAHIR=m.text("lahir", "17-8-1980")), catatan=catatan)
    (satu,) = sweep([b], on=m.per())
    dijadwalkan = is_visited(satu)
    return Jawaban({"dijadwalkan": yes_no(dijadwalkan), "didahulukan": priority_of(satu).value if dijadwalkan else ""})


def _days(teks: str) -> frozenset[date]:
    return frozenset(h for satu in teks.split(",") if (h := read_date(satu.strip())) is not None)
