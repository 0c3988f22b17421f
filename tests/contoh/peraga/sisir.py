"""Peraga of sweep lists: a door on the list, and a row of a list that came back (with the small kecamatan of `jaten`)."""

from __future__ import annotations

from contoh.peraga.masukan import Jawaban, Masukan
from ektp_core import Penduduk, read_kembalian, read_penduduk, sweep
from ektp_core.kategori import Kategori
from ektp_core.kembalian import Tanda
from ektp_core.keputusan import KeputusanUndangan
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
