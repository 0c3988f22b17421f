"""A result made by hand, small and of every kind, so that the sheets are tested without any rule deciding what is on them."""

from __future__ import annotations

from datetime import date
from typing import Any

from ektp_core.cakupan import Cakupan
from ektp_core.dugaan import DugaanDobel
from ektp_core.galat import Galat
from ektp_core.kategori import Kategori
from ektp_core.keputusan import Bukti, KeputusanUndangan
from ektp_core.penduduk import Penduduk
from ektp_core.rekonsiliasi.hasil import (
    AngkaWajib,
    BelumTerekam,
    Hasil,
    Neraca,
    PerluDilihat,
    RekapDesa,
    TerekamLuarDasar,
)
from ektp_core.undangan import Undangan
from ektp_excel.buku.laporan import JudulCocok, LaporanBaca

D = date(2012, 8, 28)
LAPORAN = LaporanBaca(
    nama="buku rekaan.xlsx",
    sha256="ab" * 32,
    versi="0.1.0",
    cocok=(
        JudulCocok("Data Penduduk", "PENDUDUK", "NIK", "NO. NIK", "B4"),
        JudulCocok("Data Penduduk", "PENDUDUK", "NAMA", "Nama Lengkap", "C4"),
        JudulCocok("UNDANGAN", "UNDANGAN", "KETERANGAN", "Ket.", "J1"),
    ),
    tidak_ada=("Kolom ITAP_SAMPAI tidak ada: orang asing tidak diputuskan.",),
    pesan=("Impor kolom NIK sebagai teks.",),
)


def nik(urut: int) -> str:
    """An invented NIK of the story's kecamatan."""
    return f"331311010180{urut:04d}"


def keputusan(urut: int, kategori: Kategori, **ubah: Any) -> KeputusanUndangan:
    """A decision on the invitation in row `urut + 1`; `u_…` changes its invitation."""
    surat: dict[str, Any] = {
        "nomor": str(urut),
        "nik": nik(urut),
        "nama": f"WARGA {urut}",
        "rt": "2",
        "rw": "1",
        "desa": "JATEN",
        "baris": urut + 1,
    }
    surat |= {kunci[2:]: ubah.pop(kunci) for kunci in list(ubah) if kunci.startswith("u_")}
    u = Undangan(**surat)
    bukti = (Bukti("UNDANGAN", urut + 1, "NIK", u.nik, u.nik, f"PENDUDUK baris {urut}"),)
    isi = {"bukti": bukti, "nik_dipakai": u.nik, "nama_terdaftar": u.nama, "desa": "Jaten"}
    return KeputusanUndangan(u, kategori, ("UNDANGAN-01", "NIK-01"), **{**isi, **ubah})


_PERTAMA = keputusan(1, Kategori.SAH, terekam=True)
KEPUTUSAN = (
    _PERTAMA,
    keputusan(2, Kategori.DOBEL, rujukan="1", nik_dipakai=nik(1), u_keterangan="2x", dipakai=_PERTAMA.undangan),
    keputusan(3, Kategori.PINDAH, pasti=False, u_keterangan="pindah", u_rt="1"),
    keputusan(4, Kategori.PINDAH, desa="Dagen", u_rw="10"),
    keputusan(5, Kategori.PINDAH, desa="Dagen", u_rw="9"),
    keputusan(6, Kategori.MENINGGAL, pasti=False, u_keterangan="=1+1"),
    keputusan(7, Kategori.ALAMAT_TIDAK_DIKETAHUI, pasti=False),
    keputusan(8, Kategori.TIDAK_TERDAFTAR, diperbaiki=True, u_nik_tertulis="3313110101800000"),
    keputusan(9, Kategori.SAH),
    keputusan(10, Kategori.BUKAN_WAJIB, u_keterangan="<b>&amp;"),
)


def warga(urut: int, desa: str, rw: str, rt: str, k: KeputusanUndangan | None = None) -> BelumTerekam:
    """Somebody of the base who is not recorded."""
    return BelumTerekam(
        Penduduk(nik(urut), f"WARGA {urut}", alamat=f"Jl. Lawu {urut}", rt=rt, rw=rw), nik(urut), desa, k
    )


def make_hasil(**ubah: Any) -> Hasil:
    """The result: 8 people wajib, 3 recorded, 1 paper that could not be read."""
    isi: dict[str, Any] = {
        "on": D,
        "dibaca": {"PENDUDUK": 12, "UNDANGAN": 11, "PEREKAMAN": 5},
        "galat": (Galat("UNDANGAN", 12, "NIK", "33131101********", "NIK 16 angka", "impor sebagai teks"),),
        "keputusan": KEPUTUSAN,
        "wajib": AngkaWajib(pagu=2, daftar=10, neto=8, belum_pasti=3, belum_diketahui=1),
        "terekam": 3,
        "cakupan": Cakupan.of(terekam=3, pagu=2, daftar=10, neto=8, belum_pasti=3),
        "desa": (RekapDesa("Dagen", 2, 0, 2), RekapDesa("Jaten", 6, 3, 3), RekapDesa("Kosong", 0, 0, 0)),
        "belum": (
            warga(9, "Jaten", "2", "1", KEPUTUSAN[8]),
            warga(21, "Dagen", "1", "2"),
            warga(22, "Dagen", "1", "1"),
            warga(6, "Jaten", "1", "2", KEPUTUSAN[5]),
            warga(3, "Jaten", "1", "2", KEPUTUSAN[2]),
        ),
        "luar_dasar": (TerekamLuarDasar(nik(30), date(2012, 7, 1), "PRINT_READY_RECORD", "MENINGGAL"),),
        "dugaan": (DugaanDobel(nik(1), "ANI", nik(2), "ANY", "SEDANG", (Bukti("PENDUDUK", 2, "NAMA", "ANI", "ANY"),)),),
        "perlu_dilihat": (PerluDilihat("NIK_TANGGAL", nik(4), "BUDI", "Dagen", "kiri", "kanan", "NIK-04", "cocokkan"),),
        "neraca": (Neraca("neto = terekam + belum terekam", 8, 8),),
        "perekaman_harian": ((date(2012, 8, 1), 1), (date(2012, 8, 27), 2)),
        "pesan": ("PENDUDUK: 1 penduduk tanpa NIK.",),
    }
    return Hasil(**{**isi, **ubah})
