"""The parts of the story told by notes and papers: the words of the desa, doubles, damaged numbers, strangers."""

from ektp_excel.contoh import catatan
from ektp_excel.contoh.nasib import hold_twin, is_twin
from ektp_excel.contoh.orang import Orang
from ektp_excel.contoh.panggung import ENGGAN, Panggung, is_tua


def tell_catatan(p: Panggung) -> None:
    """Notes that decide a paper and leave the person in the base, and notes that decide nothing."""
    acak = p.acak
    for jenis, pilihan, kategori, rekam in (
        ("catatan_mati", catatan.MENINGGAL, "MENINGGAL", ""),
        ("catatan_mati_terekam", catatan.MENINGGAL, "MENINGGAL", "biasa"),
        ("catatan_mati_dan_pindah", catatan.MATI_DAN_PINDAH, "MENINGGAL", ""),
        ("catatan_pindah", catatan.PINDAH, "PINDAH", ""),
        ("catatan_pindah_terekam", catatan.PINDAH, "PINDAH", "biasa"),
        ("catatan_dobel_dan_pindah", catatan.DOBEL_DAN_PINDAH, "PINDAH", ""),
        ("catatan_alamat", catatan.ALAMAT, "ALAMAT_TIDAK_DIKETAHUI", ""),
        ("catatan_alamat_terekam", catatan.ALAMAT, "ALAMAT_TIDAK_DIKETAHUI", "biasa"),
    ):
        cocok = is_tua if jenis == "catatan_mati" else None
        for o in p.cast(jenis, bobot=ENGGAN, cocok=cocok):
            o.catatan, o.kategori, o.pasti, o.rekam = catatan.pick(acak, pilihan), kategori, False, rekam
    for jenis, rekam in (("alamat_asing", ""), ("alamat_asing_terekam", "biasa")):
        for o in p.cast(jenis, bobot=ENGGAN):
            o.surat_utama, o.kategori, o.pasti, o.rekam = "alamat_asing", "ALAMAT_TIDAK_DIKETAHUI", False, rekam
    for o in p.cast("catatan_ambigu"):
        o.catatan = catatan.pick(acak, catatan.AMBIGU)
    for o in p.cast("catatan_dobel_saja"):
        o.catatan = catatan.pick(acak, catatan.DOBEL)


def tell_dobel(p: Panggung) -> None:
    """Papers of which another of the same person is kept."""
    for jenis, utama, lain in (
        ("dobel_susulan", "", ("susulan",)),
        ("dobel_tiga", "", ("susulan", "susulan")),
        ("dobel_rusak_dulu", "numerik", ("utuh_menang",)),
        ("dobel_kosong", "", ("kosong",)),
        ("dobel_nik_salah", "", ("nik_salah",)),
        ("dobel_dua_rusak", "numerik", ("kosong",)),
    ):
        for o in p.cast(jenis):
            o.surat_utama, o.surat_lain = utama, lain
            if jenis == "dobel_nik_salah":
                o.nik_salah = p.penerbit.issue_salah(o.nik)
    for i, o in enumerate(p.cast("dobel_sama")):
        o.surat_lain = ("sama_jauh",) if i % 4 == 3 else ("sama",)
    for o in p.cast("dobel_catatan"):
        o.surat_lain, o.kategori, o.pasti, o.rekam = ("catatan_pindah",), "PINDAH", False, ""


def tell_surat_rusak(p: Panggung) -> None:
    """NIKs on papers that lost a digit, are blank, show as a power of ten or are misread; found again or not."""
    for jenis in ("numerik", "numerik_tanpa_lahir", "kosong", "eksponen", "nik_salah"):
        cocok = None if jenis != "numerik_tanpa_lahir" else lambda o: p.penerbit.is_tunggal(o.nik)
        for o in p.cast(jenis, cocok=cocok):
            o.surat_utama = jenis
            if jenis == "nik_salah":
                o.nik_salah = p.penerbit.issue_salah(o.nik)
    for o in p.cast("numerik_kembar", cocok=is_twin):
        hold_twin(o)
        o.surat_utama = "numerik"
    for jenis in ("galat_kosong", "galat_eksponen", "galat_rusak"):
        for i, o in enumerate(p.cast(jenis)):
            utama = jenis.removeprefix("galat_") + "_galat"
            o.surat_utama, o.rekam = utama if i % 3 != 2 else "salah_eja_galat", "biasa" if i % 2 else ""
    for o in p.cast("nik_salah_kurang"):
        o.surat_utama, o.rekam = "nik_salah_kurang", "biasa" if p.acak.random() < 0.5 else ""
        o.nik_salah = p.penerbit.issue_salah(o.nik)
    for _ in range(p.takaran["galat_numerik"]):
        o = _add_stranger(p, "GALAT")
        while not p.penerbit.is_tunggal(o.nik):
            o.nik = p.penerbit.issue_nik(o.lahir, o.perempuan, luar=0.9)
        p.penerbit.guard(o.nik)
        o.surat_utama = "numerik_galat"


def tell_luar(p: Panggung) -> None:
    """Papers for people whom no register knows; and people whom no paper reached, whether they came or not."""
    for _ in range(p.takaran["tidak_terdaftar"]):
        _add_stranger(p, "TIDAK_TERDAFTAR")
    for _ in range(p.takaran["tidak_terdaftar_terekam"]):
        _add_stranger(p, "TIDAK_TERDAFTAR").rekam = "biasa"
    for i in range(p.takaran["tidak_terdaftar_catatan"]):
        o = _add_stranger(p, "PINDAH" if i % 2 else "MENINGGAL")
        o.pasti, o.catatan = False, catatan.pick(p.acak, catatan.PINDAH if i % 2 else catatan.MENINGGAL)
    for o in p.cast("tercecer", bobot=ENGGAN):
        o.diundang, o.rekam = False, ""
    for o in p.cast("datang_sendiri"):
        o.diundang, o.rekam = False, "biasa"


def tell_rekam_ganjil(p: Panggung) -> None:
    """Recordings that failed, were undone, came too late, cannot be read, or need a look."""
    for jenis in ("sesudah", "gagal", "undo", "unregistered", "gagal_lalu", "sehari", "ganda", "duplikat", "adjudikasi",
                  "kata_asing", "tanpa_tanggal"):  # fmt: skip
        for o in p.cast(f"rekam_{jenis}"):
            o.rekam = jenis
    for o in p.cast("rekam_numerik", cocok=lambda o: p.penerbit.is_tunggal(o.nik)):
        p.penerbit.guard(o.nik)
        o.rekam = "numerik"
    for o in p.cast("rekam_galat_numerik", cocok=is_twin):
        hold_twin(o)
        o.rekam = "numerik_galat"
    for o in p.cast("rekam_nik_salah"):
        o.surat_utama, o.rekam = "nik_salah", "nik_salah"
        o.nik_salah = o.nik_rekam = p.penerbit.issue_salah(o.nik)


def _add_stranger(p: Panggung, kategori: str) -> Orang:
    p.luar.append(o := p.warga.make_luar())
    o.rekam, o.kategori = "", kategori
    return o
