"""What contradicts itself between a person's papers, notes and the registers; and NIKs that are only proposed.

Enters both sides for a person to look at; decides nothing.
"""

from collections.abc import Sequence

from ektp_core.catatan import CATATAN_02, CATATAN_03, CATATAN_04, CATATAN_05
from ektp_core.dobel import BATAS_GABUNG, DOBEL_01, DOBEL_08
from ektp_core.kategori import Kategori
from ektp_core.kembalian import KEMBALI_02
from ektp_core.mutasi import LEMBAR_MENINGGAL, LEMBAR_PINDAH
from ektp_core.nik import is_near
from ektp_core.rekonsiliasi.kenali import NIK_09, NIK_12, Kenalan
from ektp_core.rekonsiliasi.orang import Orang, Surat
from ektp_core.rekonsiliasi.perhatian import Jenis, Perhatian
from ektp_core.rekonsiliasi.putuskan import CatatanDesa
from ektp_core.rekonsiliasi.register import NIK_05, NIK_06, Register, agrees_on_birth, agrees_on_name
from ektp_core.tulisan import show_date
from ektp_core.wajib import Domisili

CATATAN_MERAGUKAN = Jenis("CATATAN_MERAGUKAN", CATATAN_02.id, "tanyakan ke desa; catatan ini tidak memutuskan apa pun")
CATATAN_GANDA = Jenis("CATATAN_GANDA", CATATAN_03.id, "satu catatan dua kategori; tanyakan ke desa mana yang benar")
CATATAN_BERBEDA = Jenis("CATATAN_BERBEDA", CATATAN_03.id, "dua catatan berbeda untuk satu orang; tanyakan ke desa")
TANDA_MERAGUKAN = Jenis(
    "TANDA_MERAGUKAN", KEMBALI_02.id, "tanyakan ke desa; baris lembar sisir ini tidak memutuskan apa pun"
)
CATATAN_DOBEL_TUNGGAL = Jenis(
    "CATATAN_DOBEL_TUNGGAL", CATATAN_04.id, "catatan dobel tanpa undangan kedua; cari surat yang lain"
)
CATATAN_KALAH = Jenis(
    "CATATAN_KALAH", CATATAN_05.id, "register memuat tanggal lain; tanyakan ke desa lalu perbaiki registernya"
)
CATATAN_TAPI_TEREKAM = Jenis(
    "CATATAN_TAPI_TEREKAM", CATATAN_05.id, "catatan menyebut meninggal tetapi orangnya terekam; tanyakan ke desa"
)
NIK_LAIN = Jenis("NIK_LAIN", NIK_09.id, "undangan memakai NIK lain; pastikan NIK yang benar di Dukcapil")
REKAM_NIK_LAIN = Jenis("REKAM_NIK_LAIN", NIK_09.id, "perekaman di bawah NIK lain tidak dihitung; pastikan NIK-nya")
NIK_USUL = Jenis("NIK_USUL", NIK_12.id, "mungkin penduduk ini; cocokkan KK sebelum memperbaiki NIK")
NIK_PINJAMAN_GANDA = Jenis(
    "NIK_PINJAMAN_GANDA", NIK_06.id, "NIK utuh yang cocok tidak tunggal; tentukan yang benar di Dukcapil"
)
NIK_BERSAMA = Jenis("NIK_BERSAMA", NIK_05.id, "NIK tidak benar kalender dipakai beberapa orang; perbaiki di Dukcapil")
KELOMPOK_BESAR = Jenis(
    "KELOMPOK_BESAR",
    DOBEL_08.id,
    "isian bawaan yang sama pada banyak orang? perbaiki datanya; pasangannya di DUGAAN DOBEL",
)
IDENTITAS_BEDA = Jenis(
    "IDENTITAS_BEDA", DOBEL_01.id, "NIK undangan milik orang lain menurut nama dan tanggal lahir; periksa"
)


def _add(perhatian: Perhatian, jenis: Jenis, orang: Orang, kiri: str, kanan: str) -> None:
    perhatian.add(jenis, orang.nik, orang.nama, orang.desa, kiri, kanan)


def check_notes(perhatian: Perhatian, orang: Orang, catatan: Sequence[CatatanDesa]) -> None:
    """Enter what a person's notes contradict: each other, the registers, the recordings, or the papers there are."""
    for c in catatan:
        if c.isi.ragu:
            jenis, kanan = (TANDA_MERAGUKAN, c.sebab) if c.sebab else (CATATAN_MERAGUKAN, "tidak memutuskan")
            _add(perhatian, jenis, orang, str(c), kanan)
        elif len(c.isi.kategori) > 1:
            _add(perhatian, CATATAN_GANDA, orang, str(c), " + ".join(k.value for k in c.isi.kategori))
        if Kategori.DOBEL in c.isi.kategori and len(orang.surat) < 2:
            _add(perhatian, CATATAN_DOBEL_TUNGGAL, orang, str(c), "tidak ada undangan lain untuk orang ini")
    oleh = {c.isi.putusan: c for c in reversed(catatan) if c.isi.putusan is not None}
    if len(oleh) > 1:
        pertama, *sisa = (str(oleh[k]) for k in sorted(oleh, key=list(Kategori).index))
        _add(perhatian, CATATAN_BERBEDA, orang, pertama, "; ".join(sisa))
    if Kategori.MENINGGAL in oleh:
        _check_death_note(perhatian, orang, oleh[Kategori.MENINGGAL])
    if Kategori.PINDAH in oleh and orang.pindah and orang.domisili is not Domisili.KELUAR:
        lain = orang.pindah_penentu or min(orang.pindah, key=lambda p: f"{p.tanggal} {p.arah.value}")
        kanan = f"{LEMBAR_PINDAH} baris {lain.baris} {lain.arah.value} {show_date(lain.tanggal, lain.tanggal_tertulis)}"
        _add(perhatian, CATATAN_KALAH, orang, str(oleh[Kategori.PINDAH]), kanan)


def _check_death_note(perhatian: Perhatian, orang: Orang, c: CatatanDesa) -> None:
    if orang.mati and orang.mati_pada is None:
        m = min(orang.mati, key=lambda m: f"{m.tanggal}")
        _add(
            perhatian,
            CATATAN_KALAH,
            orang,
            str(c),
            f"{LEMBAR_MENINGGAL} baris {m.baris} {show_date(m.tanggal, m.tanggal_tertulis)}",
        )
    rekam = [r for r in orang.rekam if r.berhasil]
    if not orang.mati and rekam:
        akhir = max(rekam, key=lambda r: r.tanggal)
        _add(
            perhatian,
            CATATAN_TAPI_TEREKAM,
            orang,
            str(c),
            f"PEREKAMAN baris {akhir.baris} {show_date(akhir.tanggal)}",
        )


def check_identity(perhatian: Perhatian, kenalan: Kenalan, orang: Orang) -> None:
    """Enter papers whose NIK is in doubt: another NIK than the resident's, another person's, or one only proposed."""
    for s in orang.surat:
        u = s.undangan
        if s.sesuai:
            # Most papers end here: the NIK is a resident's, and so is the birth date.
            if u.tanggal_lahir is not None and u.nama and orang.baris and not agrees_on_birth(orang, u.tanggal_lahir):
                _check_other_person(perhatian, orang, s)
        elif NIK_09.id in s.aturan:
            _add(perhatian, NIK_LAIN, orang, f"UNDANGAN baris {u.baris} NIK {u.nik}", f"PENDUDUK NIK {s.nik_dipakai}")
        elif not orang.terdaftar:
            for usul in kenalan.proposals(u):
                dekat = "; NIK berdekatan" if is_near(usul.nik, u.nik) else ""
                kiri = f"UNDANGAN baris {u.baris} {u.nama} NIK {u.nik}"
                perhatian.add(NIK_USUL, u.nik, u.nama, u.desa, kiri, f"PENDUDUK {usul.nama} NIK {usul.nik}{dekat}")


def _check_other_person(perhatian: Perhatian, orang: Orang, s: Surat) -> None:
    u, p = s.undangan, orang.utama or orang.baris[0]
    if not agrees_on_name(orang, u.nama):
        kiri = f"UNDANGAN baris {u.baris} {u.nama} {show_date(u.tanggal_lahir)}"
        _add(perhatian, IDENTITAS_BEDA, orang, kiri, f"PENDUDUK {p.nama} {show_date(p.tanggal_lahir)}")


def check_register(perhatian: Perhatian, register: Register, kenalan: Kenalan) -> None:
    """Enter what the register of residents leaves open about NIKs."""
    for orang, niks in register.pinjaman_ganda:
        o = orang.root()
        _add(perhatian, NIK_PINJAMAN_GANDA, o, o.nik, " / ".join(niks))
    for anggota in register.terlalu_besar:
        semua_nik = sorted(o.root().nik for o in anggota)
        pertama = min((o.root() for o in anggota), key=lambda o: o.nik)
        sebagian = f"{', '.join(semua_nik[:5])}, dan {len(semua_nik) - 5} lainnya"
        kiri = f"{len(semua_nik)} NIK satu nama, tanggal lahir dan jenis kelamin: {sebagian}"
        _add(perhatian, KELOMPOK_BESAR, pertama, kiri, f"tidak digabungkan: lebih dari {BATAS_GABUNG}")
    for orang in register.orang:
        if orang.tanpa_kunci:
            banyak = len(register.bersama[orang.nik])
            _add(perhatian, NIK_BERSAMA, orang, orang.nik, f"{banyak} baris PENDUDUK dengan NIK ini")
    for nik, orang in kenalan.nik_lain.items():
        lain = kenalan.luar.get(nik)
        for r in lain.rekam if lain is not None else ():
            _add(perhatian, REKAM_NIK_LAIN, orang, f"PEREKAMAN baris {r.baris} NIK {nik}", f"PENDUDUK NIK {orang.nik}")
