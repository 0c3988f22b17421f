"""Whose row of a returned sweep list is whose, and what it contradicts: the registers, the recordings, another row.

A note of the desa is merged with those on the person's invitations (`putuskan.notes_of`); nobody leaves the base by one.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from ektp_core.alamat import normalize_desa
from ektp_core.aturan import declare, keputusan_proyek
from ektp_core.galat import Galat
from ektp_core.kembalian import KEMBALI_01, KEMBALI_02, Kembalian
from ektp_core.nama import normalize_nama
from ektp_core.nik import HILANG, is_calendar_true, mask_nik
from ektp_core.rekonsiliasi.desa import NamaDesa
from ektp_core.rekonsiliasi.hasil import BelumTerekam, KembalianDibaca, NasibKembalian
from ektp_core.rekonsiliasi.kenali import Kenalan
from ektp_core.rekonsiliasi.orang import Orang, only
from ektp_core.rekonsiliasi.perhatian import Jenis, Perhatian
from ektp_core.rekonsiliasi.putuskan import notes_of
from ektp_core.tulisan import show_count
from ektp_core.wajib import Domisili

KEMBALI_03 = declare(
    "KEMBALI-03",
    "SUDAH DATANG pada lembar sisir tidak menjadikan orang terekam; tanpa perekaman sampai tanggal acuan ia diperiksa orang.",
    keputusan_proyek(
        "yang menentukan terekam adalah PEREKAMAN; tanda desa menunjukkan perekaman yang hilang atau gagal"
    ),
)
KEMBALI_04 = declare(
    "KEMBALI-04",
    "Catatan lembar sisir bergabung dengan catatan undangan orang itu; yang sama dihitung sekali, yang berlainan diperiksa.",
    keputusan_proyek("desa dapat mengirim dua berkas; satu orang tidak boleh hilang atau dihitung dua kali karenanya"),
)
KEMBALI_05 = declare(
    "KEMBALI-05",
    "Baris lembar sisir yang NIK dan namanya milik dua orang berbeda tidak memutuskan apa pun dan diperiksa orang.",
    keputusan_proyek("mengurutkan sebagian kolom di Excel memindahkan tanda ke orang lain"),
)
KEMBALI_06 = declare(
    "KEMBALI-06",
    "Baris lembar sisir dengan NIK yang tidak ada di lembar mana pun disimpan dan diperiksa orang; tanpa NIK terbaca ia GALAT.",
    keputusan_proyek("desa menambahkan orang dengan tangan; tidak ada baris yang hilang"),
)
KEMBALI_07 = declare(
    "KEMBALI-07",
    "Catatan lembar sisir tentang orang tanpa undangan disimpan dan diperlihatkan; ia tetap tercecer dan tetap di dalam dasar.",
    keputusan_proyek(
        "catatan tidak mengeluarkan siapa pun dari dasar; tanpa undangan tidak ada surat yang diberi kategori"
    ),
)

DATANG_BELUM_TEREKAM = Jenis(
    "DATANG_BELUM_TEREKAM", KEMBALI_03.id, "cari di SIAK; bila tidak ada, panggil kembali untuk merekam"
)
DATANG_TAPI_CATATAN = Jenis(
    "DATANG_TAPI_CATATAN", KEMBALI_04.id, "satu menyebut sudah datang, lainnya tidak; tanyakan ke desa"
)
NAMA_KEMBALI_BEDA = Jenis(
    "NAMA_KEMBALI_BEDA", KEMBALI_05.id, "lembar mungkin terurut sebagian; pastikan tandanya milik siapa"
)
KEMBALI_TIDAK_DIKENAL = Jenis(
    "KEMBALI_TIDAK_DIKENAL", KEMBALI_06.id, "periksa NIK di KK; orang ini tidak ada di lembar mana pun"
)
CATATAN_TANPA_UNDANGAN = Jenis(
    "CATATAN_TANPA_UNDANGAN", KEMBALI_07.id, "minta dokumennya; tanpa itu orang ini tetap wajib dan tercecer"
)


class LembarKembali:
    """The rows of returned lists, each led to a person or held back with the reason."""

    def __init__(self, kenalan: Kenalan, kembalian: Sequence[Kembalian]) -> None:
        self._kenalan = kenalan
        self._baris: list[tuple[Kembalian, Orang | None, NasibKembalian]] = []
        for k in kembalian:
            self._lead(k)

    def _lead(self, k: Kembalian) -> None:
        calon = self._find(k)
        cocok = [o for o in calon if _agrees_on_name(o, k.nama)]
        if len(cocok) > 1:
            cocok = [o for o in cocok if _agrees_on_place(o, k)]
        if (orang := only(cocok)) is not None:
            orang.kembali += (k,)
            self._baris.append((k, orang, _fate(k)))
        elif (orang := only(calon)) is not None:
            self._baris.append((k, orang, NasibKembalian.NAMA_BEDA))
        elif not calon and not k.nik.endswith(HILANG) and is_calendar_true(k.nik):
            self._baris.append((k, None, NasibKembalian.TIDAK_DIKENAL))
        else:
            self._refuse(k, len(calon))

    def _find(self, k: Kembalian) -> list[Orang]:
        """The person of this NIK; else those who share it, or whose own has lost its last digit."""
        register, luar = self._kenalan.register, self._kenalan.luar
        orang = register.find_nik(k.nik) or luar.get(k.nik)
        if orang is not None:
            return [orang.root()]
        calon = register.find_15(k.nik)
        if k.nik.endswith(HILANG):
            return calon
        return [o for o in calon if k.nik in o.niks or k.nik[:15] in o.lost_digits()]

    def _refuse(self, k: Kembalian, calon: int) -> None:
        sebab = f"{calon} penduduk cocok" if calon else "tidak benar kalender dan tidak ada di PENDUDUK"
        if not calon and k.nik.endswith(HILANG):
            sebab = "sel angka kehilangan angka ke-16, dan tidak ada penduduk dengan 15 angka ini"
        self._kenalan.galat.append(
            Galat(k.lembar, k.baris, "NIK", mask_nik(k.nik), f"NIK yang menunjuk satu orang ({sebab})", k.tertulis)
        )

    def count_used(self) -> Counter[str]:
        """The rows per file that ended at somebody, counted at the people, and those held back."""
        orang = {id(o): o for _, o, _ in self._baris if o is not None}
        jumlah = Counter(k.lembar for o in orang.values() for k in o.kembali)
        jumlah.update(k.lembar for k, _, nasib in self._baris if nasib in _DITAHAN)
        return jumlah

    def check_held(self, perhatian: Perhatian) -> None:
        """Enter the rows that were led to nobody, when they say something or name somebody unknown."""
        for k, orang, nasib in self._baris:
            if nasib is NasibKembalian.TIDAK_DIKENAL:
                perhatian.add(KEMBALI_TIDAK_DIKENAL, k.nik, k.nama, k.desa, _place(k), "tidak ada di lembar mana pun")
            elif nasib is NasibKembalian.NAMA_BEDA and orang is not None:
                kanan = f"NIK ini milik {orang.nama}"
                perhatian.add(NAMA_KEMBALI_BEDA, k.nik, orang.nama, orang.desa, f"{_place(k)} {k.nama}", kanan)

    def finish(self, desa: NamaDesa) -> tuple[KembalianDibaca, ...]:
        """Every row with what became of it, in the order read."""
        tempat: dict[int, list[str]] = {}
        for k, orang, nasib in self._baris:
            if orang is not None and nasib not in _DITAHAN:
                tempat.setdefault(id(orang), []).append(f"{k.lembar} baris {k.baris}")
        return tuple(
            KembalianDibaca(
                k,
                nasib,
                k.nik if orang is None else orang.nik,
                "" if orang is None else orang.nama,
                desa.show(k.desa if orang is None else orang.desa),
                _ATURAN[nasib],
                "; ".join(t for t in tempat.get(id(orang), ()) if t != f"{k.lembar} baris {k.baris}"),
            )
            for k, orang, nasib in self._baris
        )


_DITAHAN = frozenset({NasibKembalian.NAMA_BEDA, NasibKembalian.TIDAK_DIKENAL})
_ATURAN = {
    NasibKembalian.CATATAN: KEMBALI_01.id,
    NasibKembalian.DATANG: KEMBALI_03.id,
    NasibKembalian.RAGU: KEMBALI_02.id,
    NasibKembalian.KOSONG: "",
    NasibKembalian.NAMA_BEDA: KEMBALI_05.id,
    NasibKembalian.TIDAK_DIKENAL: KEMBALI_06.id,
}

_KATA = {
    NasibKembalian.CATATAN: "menjadi catatan",
    NasibKembalian.DATANG: "sudah datang",
    NasibKembalian.RAGU: "meragukan dan tidak dipakai",
    NasibKembalian.NAMA_BEDA: "bernama lain dan tidak dipakai",
    NasibKembalian.TIDAK_DIKENAL: "ber-NIK tak dikenal",
    NasibKembalian.KOSONG: "belum ditandai",
}


def _fate(k: Kembalian) -> NasibKembalian:
    if k.kosong:
        return NasibKembalian.KOSONG
    if k.datang:
        return NasibKembalian.DATANG
    return NasibKembalian.RAGU if k.isi.ragu else NasibKembalian.CATATAN


def _agrees_on_name(orang: Orang, nama: str) -> bool:
    """Whether the name is one of the person's; a blank one, or a person without any, contradicts nothing."""
    milik = {normalize_nama(n) for n in (*(p.nama for p in orang.baris), *(s.undangan.nama for s in orang.surat))}
    milik.discard("")
    return not nama or not milik or normalize_nama(nama) in milik


def _agrees_on_place(orang: Orang, k: Kembalian) -> bool:
    ditulis = (normalize_desa(k.desa), k.rw, k.rt)
    return any(
        all(not a or a == b for a, b in zip(ditulis, (normalize_desa(p.desa), p.rw, p.rt), strict=True))
        for p in orang.baris
    )


def _place(k: Kembalian) -> str:
    return f"{k.lembar} baris {k.baris} {k.tertulis!r}"


def check_returned(perhatian: Perhatian, orang: Orang) -> None:
    """Enter what the rows about one person contradict: the recordings, the registers, and the person's notes."""

    def add(jenis: Jenis, kiri: str, kanan: str) -> None:
        perhatian.add(jenis, orang.nik, orang.nama, orang.desa, kiri, kanan)

    catatan = [c for c in notes_of(orang) if c.isi.putusan is not None]
    datang = sorted(_place(k) for k in orang.kembali if k.datang)
    if datang and not orang.terekam:
        add(DATANG_BELUM_TEREKAM, "; ".join(datang), _why_not_recorded(orang))
    if datang and catatan:
        add(DATANG_TAPI_CATATAN, "; ".join(datang), "; ".join(sorted(map(str, catatan))))
    if catatan and not orang.surat and orang.dasar:
        kategori = " + ".join(sorted({c.isi.putusan.value for c in catatan if c.isi.putusan}))
        add(CATATAN_TANPA_UNDANGAN, "; ".join(sorted(map(str, catatan))), f"{kategori} tanpa undangan dan dokumen")


def _why_not_recorded(orang: Orang) -> str:
    if orang.mati_pada is not None:
        return "meninggal menurut register"
    if orang.domisili is Domisili.KELUAR:
        return "pindah keluar menurut register"
    return "tidak ada perekaman yang berhasil sampai tanggal acuan"


def messages_about_returned(
    dibaca: Mapping[str, int], kembalian: Sequence[KembalianDibaca], belum: Iterable[BelumTerekam], galat: Counter[str]
) -> tuple[str, ...]:
    """What the summary says of the returned lists; nothing without any. `dibaca` counts their rows by file."""
    if not dibaca:
        return ()
    n = Counter(k.nasib for k in kembalian)
    ditolak = sum(galat[lembar] for lembar in dibaca)
    isi = [f"{show_count(n[nasib])} {_KATA[nasib]}" for nasib in NasibKembalian if n[nasib]]
    isi += [f"{show_count(ditolak)} galat"] if ditolak else []
    jumlah = show_count(sum(dibaca.values()))
    pesan = [f"Lembar sisir yang kembali: {len(dibaca)} lembar, {jumlah} baris: {', '.join(isi) or 'kosong'}."]
    kembar = len({k.nik for k in kembalian if k.baris_lain and not k.kembalian.kosong})
    if kembar:
        pesan.append(
            f"Lembar sisir yang kembali: {show_count(kembar)} orang ditandai dan ada di lebih dari satu baris; "
            "masing-masing dihitung satu kali."
        )
    ada = {normalize_desa(k.desa) for k in kembalian}
    if kurang := sorted({b.desa for b in belum if normalize_desa(b.desa) not in ada}):
        pesan.append(f"Belum ada lembar sisir yang kembali dari: {', '.join(kurang)}.")
    return tuple(pesan)
