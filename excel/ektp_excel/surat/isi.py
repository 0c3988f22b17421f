"""What each letter says, as plain texts under the names that the templates use; every figure is that of the `Hasil`.

The lists hold NIK, name and address, which whoever knocks on the door needs; never a birth date, a family card or a mother.
"""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby

from ektp_core.alamat import normalize_desa
from ektp_core.kategori import Kategori
from ektp_core.keputusan import KeputusanUndangan
from ektp_core.panggilan import JadwalSesi, Keluarga, Sesi, walking_order
from ektp_core.penyisiran import BarisPenyisiran, Sebab, sweep
from ektp_core.rekonsiliasi.desa import TANPA_DESA
from ektp_core.rekonsiliasi.hasil import BelumTerekam, Hasil, RekapDesa
from ektp_core.tulisan import show_count
from ektp_excel.buku.pengembalian import SEBUTAN, recap_returned, returned
from ektp_excel.buku.tulisan import show_date
from ektp_excel.surat.isi_templat import Isi
from ektp_excel.surat.isian import Isian
from ektp_excel.surat.kata import show_day, show_hour, spell, spell_date

_PENDEK, _PANJANG = "." * 12, "." * 28
_SEBAB = {
    Sebab.TERCECER: ("tercecer", "belum pernah diundang"),
    Sebab.BELUM_DATANG: ("belum datang", "sudah diundang"),
    Sebab.ALAMAT: ("alamat tidak diketahui", "menurut catatan desa atau daftar alamat"),
    Sebab.CATATAN_MENINGGAL: ("catatan meninggal", "tanpa dokumen"),
    Sebab.CATATAN_PINDAH: ("catatan pindah", "tanpa dokumen"),
}
"""Each reason as the list calls it, and what the letter adds."""

_KETERANGAN = {
    Kategori.DOBEL: "undangan yang dipakai disebut dalam daftar",
    Kategori.ALAMAT_TIDAK_DIKETAHUI: "orangnya tetap wajib; perlu cek lapangan",
}


def office(hasil: Hasil, isian: Isian) -> dict[str, object]:
    """What every letter has: letterhead, place and date, signature, the reference date; blanks are dotted lines."""
    kecamatan = isian.kecamatan or _PANJANG
    tanggal = show_date(isian.tanggal_surat) if isian.tanggal_surat else _PANJANG
    return {
        "kabupaten": isian.kabupaten or _PANJANG,
        "kecamatan": kecamatan,
        "alamat_kantor": isian.alamat_kantor or _PANJANG * 3,
        "tempat_tanggal": f"{isian.tempat or _PANJANG}, {tanggal}",
        "tanggal": tanggal,
        "sifat": isian.sifat,
        "camat": isian.camat or f"( {_PANJANG * 2} )",
        "pangkat_camat": isian.pangkat_camat or _PANJANG,
        "nip_camat": isian.nip_camat or _PANJANG,
        "dinas": isian.dinas,
        "tempat_dinas": isian.tempat_dinas or _PANJANG,
        "penerima": isian.penerima or f"( {_PANJANG * 2} )",
        "jabatan_penerima": isian.jabatan_penerima or _PANJANG,
        "nip_penerima": isian.nip_penerima or _PANJANG,
        "tempat_rekam": isian.tempat_rekam or f"Kantor Kecamatan {kecamatan}",
        "zona": isian.zona,
        "per": show_date(hasil.on),
    }


def edaran(hasil: Hasil, isian: Isian, target: date | None) -> list[tuple[RekapDesa, Isi]]:
    """One letter for each desa where somebody is not recorded, with its people in walking order."""
    per_desa: dict[str, list[BarisPenyisiran]] = {}
    for baris in sweep(hasil.belum):
        per_desa.setdefault(normalize_desa(baris.desa), []).append(baris)
    umum = office(hasil, isian)
    return [
        (desa, {**umum, **_edaran(isian, desa, per_desa[normalize_desa(desa.desa)], target)})
        for desa in hasil.desa
        if desa.belum
    ]


def _edaran(isian: Isian, desa: RekapDesa, baris: Sequence[BarisPenyisiran], target: date | None) -> dict[str, object]:
    sebab = Counter(b.sebab for b in baris)
    return {
        "nomor": isian.nomor_edaran or _PANJANG,
        "kepala_desa": isian.kepala_desa,
        "desa": _addressee(desa.desa),
        "wajib": show_count(desa.wajib),
        "terekam": show_count(desa.terekam),
        "cakupan": str(desa.cakupan),
        "belum": show_count(desa.belum),
        "belum_kata": spell(desa.belum),
        "target": show_day(target) if target else "",
        "sebab": [{"nama": "{} ({})".format(*_SEBAB[s]), "jumlah": show_count(sebab[s])} for s in Sebab if sebab[s]],
        "daftar": [
            {"no": show_count(i), "nik": b.nik, "nama": b.nama, "rw": b.rw, "rt": b.rt}
            | {"alamat": b.alamat, "sebab": _SEBAB[b.sebab][0]}
            for i, b in enumerate(baris, 1)
        ],
        "tembusan": _copies(isian.tembusan_edaran),
    }


def kembali(hasil: Hasil, isian: Isian) -> Isi | None:
    """The covering letter and the berita acara of the returned invitations; None when none goes back."""
    surat = returned(hasil.keputusan)
    if not surat:
        return None
    semua = Counter(k.kategori for k in surat)
    return {
        **office(hasil, isian),
        "nomor": isian.nomor_pengantar or _PANJANG,
        "nomor_berita_acara": isian.nomor_berita_acara or _PANJANG,
        "hari_tanggal": spell_date(isian.tanggal_surat) if isian.tanggal_surat else _blank_day(),
        "tanggal_angka": f"{isian.tanggal_surat:%d-%m-%Y}" if isian.tanggal_surat else _PENDEK,
        "jumlah": show_count(len(surat)),
        "jumlah_kata": spell(len(surat)),
        "alasan": [
            {
                "no": str(i),
                "nama": nama,
                "nama_kecil": nama.lower(),
                "jumlah": show_count(semua[kategori]),
                "kata": spell(semua[kategori]),
                "keterangan": _remark(kategori, surat),
            }
            for i, (kategori, nama) in enumerate(((k, n) for k, n in SEBUTAN.items() if semua[k]), 1)
        ],
        "desa": [
            {"no": str(i), "desa": desa, "angka": list(map(show_count, angka)), "jumlah": show_count(sum(angka))}
            for i, (desa, angka) in enumerate(recap_returned(surat), 1)
        ],
        "desa_jumlah": [show_count(semua[kategori]) for kategori in SEBUTAN],
        "tembusan": _copies(isian.tembusan_pengantar),
    }


def panggilan(hasil: Hasil, isian: Isian, jadwal: JadwalSesi) -> list[tuple[str, int, Isi]]:
    """The new invitations by desa, in the order in which the desa serves them; with how many they are."""
    kapan = [(b, s) for s, satu in zip(jadwal.sesi, jadwal.isi, strict=True) for b in satu]
    per_desa: dict[str, list[dict[str, str]]] = {}
    for b, s in sorted(kapan, key=lambda satu: walking_order(satu[0])):
        surat = per_desa.setdefault(b.desa, [])
        surat.append(_panggilan(len(surat) + 1, b, s))
    umum = {**office(hasil, isian), "nomor": isian.nomor_panggilan or _PANJANG, "kepala_desa": isian.kepala_desa}
    return [
        (desa, len(surat), {**umum, "desa": _addressee(desa), "jumlah": show_count(len(surat)), "surat": surat})
        for desa, surat in per_desa.items()
    ]


def _panggilan(urut: int, b: BelumTerekam, sesi: Sesi) -> dict[str, str]:
    p = b.penduduk
    return {
        "no": show_count(urut),
        "nik": b.nik,
        "nama": p.nama,
        "alamat": p.alamat,
        "rw": p.rw,
        "rt": p.rt,
        "desa": b.desa,
        "hari": show_day(sesi.tanggal),
        "jam": show_hour(sesi.mulai),
    }


def sesi(hasil: Hasil, isian: Isian, jadwal: JadwalSesi) -> Isi:
    """The list for the recording desk: who comes in each session."""
    terisi = [(s, satu) for s, satu in zip(jadwal.sesi, jadwal.isi, strict=True) if satu]
    return {
        **office(hasil, isian),
        "kapasitas": show_count(jadwal.kapasitas),
        "jumlah": show_count(jadwal.orang),
        "jumlah_kata": spell(jadwal.orang),
        "hari": [_day(hari, list(satu)) for hari, satu in groupby(terisi, key=lambda satu: satu[0].tanggal)],
        "sesi": [
            {
                "hari": show_day(s.tanggal),
                "jam": show_hour(s.mulai),
                "jumlah": show_count(len(satu)),
                "orang": _seats(satu),
            }
            for s, satu in terisi
        ],
        "terpecah": [
            {"jumlah": show_count(len(k)), "nama": k[0].penduduk.nama, "desa": k[0].desa} for k in jadwal.terpecah
        ],
    }


def _day(hari: date, terisi: Sequence[tuple[Sesi, Keluarga]]) -> dict[str, str]:
    sesi = "; ".join(f"{show_hour(s.mulai)} ({show_count(len(orang))})" for s, orang in terisi)
    return {"hari": show_day(hari), "sesi": sesi, "jumlah": show_count(sum(len(orang) for _, orang in terisi))}


def _seats(orang: Sequence[BelumTerekam]) -> list[dict[str, str]]:
    return [
        {"no": str(i), "nik": b.nik, "nama": b.penduduk.nama, "desa": b.desa, "rw": b.penduduk.rw, "rt": b.penduduk.rt}
        for i, b in enumerate(orang, 1)
    ]


def _remark(kategori: Kategori, surat: Sequence[KeputusanUndangan]) -> str:
    if kategori in _KETERANGAN:
        return _KETERANGAN[kategori]
    pasti = Counter(k.pasti for k in surat if k.kategori is kategori)
    bagian = ((pasti[True], "menurut register"), (pasti[False], "menurut catatan desa, perlu dokumen"))
    return "; ".join(f"{show_count(n)} {kata}" for n, kata in bagian if n)


def _addressee(desa: str) -> str:
    return _PANJANG if desa == TANPA_DESA else desa


def _copies(teks: str) -> list[Mapping[str, str]]:
    """The addressees of copies, written with `;` between them."""
    return [{"no": str(i), "nama": nama} for i, nama in enumerate(filter(None, map(str.strip, teks.split(";"))), 1)]


def _blank_day() -> str:
    return f"{_PENDEK} tanggal {_PANJANG} bulan {_PENDEK} tahun {_PANJANG}"
