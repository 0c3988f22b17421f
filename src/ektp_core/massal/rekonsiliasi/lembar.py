"""The five sheets of rows about people, each made ready: who a row is about, and what decides, as small columns."""

from datetime import date
from typing import Any

import narwhals as nw
from attrs import evolve, frozen

from ektp_core.massal.mesin import URUT, Mesin, Rangka, Skema
from ektp_core.massal.rekonsiliasi import nilai, pola
from ektp_core.massal.rekonsiliasi.baca import (
    BARIS,
    NAMA_BERSIH,
    NAMA_BERTANDA,
    NOMOR_POLOS,
    STAND_IN,
    Lembaran,
    add_nik,
    add_text,
    map_values,
    mark_odd,
    open_sheet,
)
from ektp_core.massal.rekonsiliasi.nama import ODD_NAME, SIDIK, add_fingerprint, add_name
from ektp_core.mutasi import LEMBAR_MENINGGAL, LEMBAR_PINDAH
from ektp_core.penduduk import LEMBAR as LEMBAR_PENDUDUK
from ektp_core.perekaman import LEMBAR as LEMBAR_PEREKAMAN
from ektp_core.undangan import LEMBAR as LEMBAR_UNDANGAN

KOLOM = {
    LEMBAR_PENDUDUK: (
        "NIK NAMA TGL_LAHIR JENIS_KELAMIN STATUS_KAWIN TGL_KAWIN KEWARGANEGARAAN ITAP_SAMPAI NO_KK NAMA_IBU ALAMAT RT RW DESA"
    ).split(),
    LEMBAR_UNDANGAN: "NO_UNDANGAN NIK NAMA TGL_LAHIR ALAMAT RT RW DESA TGL_JADWAL KETERANGAN".split(),
    LEMBAR_PEREKAMAN: ["NIK", "TGL_REKAM", "STATUS"],
    LEMBAR_PINDAH: ["NIK", "TGL_PINDAH", "ARAH"],
    LEMBAR_MENINGGAL: ["NIK", "TGL_MENINGGAL"],
}


@frozen
class Siap:
    """A sheet made ready: as it was opened, and with what was read, held by the engine."""

    asal: Lembaran
    isi: Lembaran
    keep_without_nik: bool = False
    """Whether a row without a NIK may still be somebody's."""

    @property
    def rangka(self) -> Rangka:
        """The rows with what was read."""
        return self.isi.rangka


def _open(mesin: Mesin, lembar: str, native: Any, bawa: tuple[str, ...] = ()) -> Lembaran:
    return open_sheet(mesin, lembar, native, KOLOM[lembar], "NIK", bawa)


def _keep(mesin: Mesin, asal: Lembaran, isi: Lembaran, *kolom: str) -> Siap:
    return Siap(asal, isi.cut(mesin.keep(isi.rangka.select(URUT, BARIS, "k", "puluh", *kolom))))


_KOSONG: dict[str, Skema] = {
    "rekam": {"rekam": nw.Int64},
    "domisili": {"domisili": nw.String, pola.TULIS_PINDAH: nw.String},
    "mati": {"mati": nw.Boolean, pola.TULIS_MATI: nw.String},
}


def make_empty(mesin: Mesin, isi: str) -> Siap:
    """A register that was not handed over, made ready: `isi` is the column that it would decide by."""
    kolom: Skema = {URUT: nw.Int64, BARIS: nw.Int64, "k": nw.Int64, "puluh": nw.Int64, **_KOSONG[isi]}
    rangka = mesin.small(kolom, [])
    kosong = Lembaran("", rangka, {}, rangka)
    return Siap(kosong, kosong)


def prepare_penduduk(mesin: Mesin, native: Any, on: date) -> Siap:
    """Residents: `nama_bersih`, `sidik`, `wajib` (by this row alone), `belum_tahu`; a stand-in is no NIK."""
    asal = _open(mesin, LEMBAR_PENDUDUK, native)
    alasan = nilai.Alasan(on, itap_diketahui="ITAP_SAMPAI" in asal.jenis)
    isi = mark_odd(mesin, asal, {"NAMA": ODD_NAME})
    isi = add_name(mesin, add_nik(mesin, isi))
    isi = map_values(mesin, isi, ["TGL_LAHIR"], alasan.read_birth, {"lahir": nw.Int64, "_lahir": nw.Int64})
    isi = map_values(mesin, isi, ["TGL_KAWIN"], alasan.read_marriage, {"_kawin": nw.Int64})
    isi = map_values(mesin, isi, ["STATUS_KAWIN"], alasan.read_status, {"_status": nw.Int64})
    warga = ["KEWARGANEGARAAN", "ITAP_SAMPAI"]
    isi = map_values(mesin, isi, warga, alasan.read_citizen, {"_warga": nw.Int64})
    bagian = zip(("_lahir", "_kawin", "_status", "_warga"), alasan.factors, strict=True)
    kode = nw.sum_horizontal(*(nw.col(k) * f for k, f in bagian))
    milik = ~nw.col("k").is_in(STAND_IN)
    rangka = add_fingerprint(mesin, isi.rangka).with_columns(
        kode.is_in(alasan.ya).alias("wajib"),
        kode.is_in(alasan.belum_tahu).alias("belum_tahu"),
        nw.when(milik).then(nw.col("k")).alias("k"),
    )
    desa = ["DESA"] if "DESA" in isi.jenis else []
    return _keep(mesin, asal, isi.replace(rangka), NAMA_BERSIH, SIDIK, "wajib", "belum_tahu", *desa)


def prepare_undangan(mesin: Mesin, native: Any, bawa: tuple[str, ...]) -> Siap:
    """Invitations: `nik_bersih`, `nik_tulis`, `nomor`, `nama_bersih`, the note and what it decides; places stay as written."""
    asal = _open(mesin, LEMBAR_UNDANGAN, native, bawa)
    ganjil = {k: ~nw.col(k).str.contains(p) for k, p in (("NO_UNDANGAN", NOMOR_POLOS), ("NAMA", NAMA_BERTANDA))}
    isi = mark_odd(mesin, asal, ganjil)
    isi = add_text(mesin, add_nik(mesin, isi), "NO_UNDANGAN", pola.NOMOR)
    isi = add_text(mesin, isi, "NAMA", NAMA_BERSIH)
    catatan: Skema = {"catatan": nw.String, "putusan": nw.String, pola.KUTIPAN: nw.String}
    isi = map_values(mesin, isi, ["KETERANGAN"], nilai.read_note, catatan)
    tulisan = [k for k in ("TGL_LAHIR", "DESA", "RW", "RT") if k in isi.jenis]
    baru = (pola.NIK, "nik_tulis", pola.NOMOR, NAMA_BERSIH, *catatan)
    return evolve(_keep(mesin, asal, isi, *dict.fromkeys((*baru, *tulisan, *bawa))), keep_without_nik=True)


def prepare_perekaman(mesin: Mesin, native: Any, on: date) -> Siap:
    """Recordings: `rekam`, the greater the later and the further along the chain, odd when it counts as recorded; null
    for a row that is none on or before the date."""
    asal = _open(mesin, LEMBAR_PEREKAMAN, native)
    isi = map_values(
        mesin, add_nik(mesin, mark_odd(mesin, asal, {})), ["TGL_REKAM"], nilai.recording_reader(on), {"_hari": nw.Int64}
    )
    isi = map_values(mesin, isi, ["STATUS"], nilai.read_recording_status, {"_status": nw.Int64})
    rekam = nw.col("_hari") * nilai.BANYAK_PERINGKAT + nw.col("_status")
    return _keep(mesin, asal, isi.replace(isi.rangka.with_columns(rekam.alias("rekam"))), "rekam")


def prepare_pindah(mesin: Mesin, native: Any, on: date) -> Siap:
    """Moves: `domisili` (null for a row that is `Galat`), and the date as it is shown."""
    asal = _open(mesin, LEMBAR_PINDAH, native)
    skema: Skema = {"domisili": nw.String, pola.TULIS_PINDAH: nw.String}
    isi = map_values(
        mesin, add_nik(mesin, mark_odd(mesin, asal, {})), ["TGL_PINDAH", "ARAH"], nilai.move_reader(on), skema
    )
    return _keep(mesin, asal, isi, *skema)


def prepare_meninggal(mesin: Mesin, native: Any, on: date) -> Siap:
    """Deaths: `mati`, whether it had come at the date, and the date as it is shown."""
    asal = _open(mesin, LEMBAR_MENINGGAL, native)
    skema: Skema = {"mati": nw.Boolean, pola.TULIS_MATI: nw.String}
    isi = map_values(mesin, add_nik(mesin, mark_odd(mesin, asal, {})), ["TGL_MENINGGAL"], nilai.death_reader(on), skema)
    return _keep(mesin, asal, isi, *skema)
