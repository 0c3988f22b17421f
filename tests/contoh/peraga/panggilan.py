"""Peraga of the new invitations: who is called, which sessions there are, and who sits in which."""

from __future__ import annotations

from datetime import date, time, timedelta

from contoh.peraga.masukan import Jawaban, Masukan, show_day, yes_no
from ektp_core import Kategori, KeputusanUndangan, Penduduk, Undangan, read_date
from ektp_core.panggilan import Keluarga, Sesi, make_sessions, schedule, summon
from ektp_core.proyeksi import Kantor
from ektp_core.rekonsiliasi import BelumTerekam


def _warga(urut: int, nama: str, k: KeputusanUndangan | None = None) -> BelumTerekam:
    """`ANI` alone, `ANI/2` on family card 2, `ANI@Lawu 5` without a card at an address."""
    nama, _, kk = nama.partition("/")
    nama, _, alamat = nama.partition("@")
    nik = f"331311010180{urut:04d}"
    nomor = f"33131101011{kk:>05}" if kk else ""
    return BelumTerekam(Penduduk(nik, nama, no_kk=nomor, alamat=alamat, rt="1", rw="1", desa="Jaten"), nik, "Jaten", k)


def _names(orang: Keluarga) -> str:
    return ", ".join(b.penduduk.nama for b in orang)


def dipanggil(m: Masukan) -> Jawaban:
    """Somebody not recorded whose invitation ended so (blank: never invited)."""
    kategori = m.text("undangan")
    k = KeputusanUndangan(Undangan("1"), Kategori(kategori), ()) if kategori else None
    return Jawaban({"dipanggil?": yes_no(bool(summon([_warga(1, "ANI", k)])))})


def jam_sesi(m: Masukan) -> Jawaban:
    """The sessions between two days."""
    jam = [time(int(satu[:2]), int(satu[3:])) for satu in m.text("jam").split(", ")]
    tutup = frozenset(h for satu in m.text("tutup").split(",") if (h := read_date(satu.strip())) is not None)
    kantor = Kantor(hari_per_minggu=6 if m.number("hari seminggu") == 6 else 5, tutup=tutup)
    sesi = make_sessions(kantor, m.day("awal"), m.day("akhir"), jam=jam)
    pertama, terakhir = (f"{show_day(s.tanggal)} pukul {s.mulai:%H.%M}" for s in (sesi[0], sesi[-1]))
    return Jawaban({"sesi": str(len(sesi)), "pertama": pertama, "terakhir": terakhir})


def isi_sesi(m: Masukan) -> Jawaban:
    """Who sits in each session; `/` stands between sessions."""
    orang = [_warga(i, nama) for i, nama in enumerate(m.text("orang").split(", "), 1)]
    sesi = [Sesi(date(2012, 9, 3) + timedelta(days=i), time(8)) for i in range(m.number("sesi"))]
    j = schedule(orang, sesi=sesi, kapasitas=m.number("kapasitas"))
    return Jawaban(
        {
            "isi": " / ".join(map(_names, j.isi)).rstrip(" /"),
            "tanpa sesi": _names(j.tanpa_sesi),
            "terpecah": " / ".join(map(_names, j.terpecah)),
        }
    )
