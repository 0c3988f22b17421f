"""Words of a disguised copy: names, streets, notes and places, each word by another that nobody is called by.

Two names that the core holds for one stay one, and no others become one; titles, BIN and BINTI stay. Of free text, only the
words that decide something stay.
"""

import re
from collections.abc import Iterable
from itertools import product
from random import Random

from ektp_core.catatan import Catatan, read_catatan
from ektp_core.kategori import Kategori
from ektp_core.nama import is_title, normalize_nama
from ektp_core.tulisan import strip_invisible

_KATA = re.compile(r"[^\W\d_]+(?:['’`][^\W\d_]+)*")
_DIPISAH = re.compile(r"[^\s,;/&()-]+")
_TETAP = frozenset(
    (
        # Of an address and of a place of recording.
        "JL JALAN JLN GG GANG NO NOMOR BLOK PERUM PERUMAHAN KAMPUNG KP DUSUN DSN DK DUKUH LINGKUNGAN LINK RT "
        "RW DESA DS KEL KELURAHAN KEC KECAMATAN KANTOR BALAI KAB KABUPATEN KOTA RUMAH RUMAHNYA KELILING TPDK "
        # Of a note: what the patterns of the core know, and the small words between.
        "ADA AKAN AKTA AKTE ALAMAT ALAMATNYA ALM ALMAT ALMARHUM ALMARHUMAH ALMH ALMT AMBIL ANAK ATAU BALIK "
        "BARANGKALI BATAL BELUM BENAR BERPULANG BLM BORO BUKAN CARI DATANG DBL DI DIAMBIL DIANTAR DIBAGI "
        "DIBAGIKAN DICARI DIDUGA DIKENAL DIKENALI DIKETAHUI DISAMPAIKAN DISERAHKAN DITEMUKAN DITERIMA "
        "DITITIPKAN DOBBEL DOBEL DOBL DOBLE DOKUMEN DOUBEL DOUBLE DUA DUBEL DUNIA DUPLIKAT ENTAH FIKTIF FOTO "
        "GANDA HADIR HAMPIR HENDAK IBU IKUT INFO ISTRI ISTERI JANGAN JELAS KABARNYA KALI KATA KATANYA KE "
        "KELIRU KELUARGA KEMBALI KENAL KERABAT KETEMU KETERANGAN KIRA KOSONG KRG KTP KURANG LAPOR LENGKAP "
        "MASIH MASUK MATI MAU MBORO MD MENINGGAL MENINGGL MENINGAL MENURUT MERANTAU MGL MNGGL MNINGGAL "
        "MUNGKIN OK OKE OLEH ORANG PALSU PERGI PINDA PINDAH PINDAHAN PINDH PIDAH PNDH PULANG RANGKAP RANTAU "
        "REKAM RENCANA SAH SALAH SAMPAI SDH SEPERTINYA SESUAI SUAMI SUDAH SURAT TAHU TAK TANPA TD TDK TELAH "
        "TEMPAT TERDAFTAR TERKIRIM TIDAK TIDK TITIP TRANSMIGRAN TRANSMIGRASI TUA TUTUP URUNG USIA VALID WAFAT "
        "X XX YBS "
    ).split()
)
_SUKU = [a + b for a, b in product("bdgklmnprstw", "aiu")]
_AKHIR = [f"{h}u" for h in "bdgklmnprstw"]
"""A made-up word ends in u and has another, so that it can be written in as many ways as the original is: each u is also oe."""
_CATATAN_BAKU = {
    Kategori.DOBEL: "dobel",
    Kategori.MENINGGAL: "meninggal",
    Kategori.PINDAH: "pindah",
    Kategori.ALAMAT_TIDAK_DIKETAHUI: "alamat tidak diketahui",
}


def words_of(nilai: Iterable[object]) -> set[str]:
    """Every word that stands in these cells, in capitals."""
    return {kata.upper() for satu in nilai if isinstance(satu, str) for kata in _KATA.findall(strip_invisible(satu))}


class PetaKata:
    """One made-up word for each word; `asli` are words that must not come back."""

    def __init__(self, asli: Iterable[str], acak: Random) -> None:
        self._acak = acak
        self._terpakai = {kata.upper() for kata in asli}
        self._ingat: dict[str, str] = {}
        huruf = list("BDGLNPTVWZ")
        acak.shuffle(huruf)
        self._huruf = huruf

    def of(self, kunci: str) -> str:
        """The word for a key, in capitals."""
        if kunci not in self._ingat:
            self._ingat[kunci] = self._invent() if len(kunci) > 1 else self._letter(kunci)
        return self._ingat[kunci]

    def _letter(self, kunci: str) -> str:
        return self._huruf[ord(kunci) % len(self._huruf)] if kunci.isascii() else "Z"

    def _invent(self) -> str:
        while True:
            kata = "".join(
                [*self._acak.choices(_SUKU, k=self._acak.choice((2, 2, 3))), self._acak.choice(_AKHIR)]
            ).upper()
            if (
                kata not in self._terpakai
                and kata.count("U") > 1
                and normalize_nama(kata) == kata
                and not is_title(kata)
                and kata not in _TETAP
            ):
                self._terpakai.add(kata)
                return kata


class Penyamar:
    """Rewrites texts by kind; the same text always becomes the same."""

    def __init__(self, asli: Iterable[str], acak: Random) -> None:
        asli = list(asli)
        self._nama, self._jalan = PetaKata(asli, acak), PetaKata(asli, acak)
        self._acak = acak
        self._catatan: dict[str, str] = {}
        self._ejaan: dict[str, dict[str, str]] = {}

    def name(self, nilai: object) -> object:
        """A name: each word by its key in the core, titles as they stand."""
        if not isinstance(nilai, str):
            return nilai
        return _DIPISAH.sub(self._name_part, nilai)

    def _name_part(self, cocok: re.Match[str]) -> str:
        bagian = cocok[0]
        return bagian if is_title(bagian) else _KATA.sub(self._name_word, _blind_digits(bagian))

    def _name_word(self, cocok: re.Match[str]) -> str:
        kata = cocok[0]
        if is_title(kata):
            return kata
        return _like(kata, self._spelling(normalize_nama(kata), kata.upper()))

    def _spelling(self, kunci: str, tertulis: str) -> str:
        """The new word, spelt another way for each way in which the old one is written, as far as there are ways."""
        ejaan = self._ejaan.setdefault(kunci, {})
        if tertulis not in ejaan:
            cara = _spellings(self._nama.of(kunci))
            ejaan[tertulis] = cara[min(len(ejaan), len(cara) - 1)]
        return ejaan[tertulis]

    def street(self, nilai: object) -> object:
        """A street or hamlet: words and numbers by others, the words that every address has as they stand."""
        if not isinstance(nilai, str):
            return nilai
        return _KATA.sub(self._street_word, re.sub(r"\d+", self._street_number, nilai))

    def _street_word(self, cocok: re.Match[str]) -> str:
        kata = cocok[0]
        return kata if kata.upper() in _TETAP else _like(kata, self._jalan.of(kata.upper()))

    def _street_number(self, cocok: re.Match[str]) -> str:
        # A number of a house becomes another of the same length; its digits alone tell nothing.
        return cocok[0].translate(str.maketrans("123456789", "371694825"))

    def place(self, nilai: object) -> object:
        """A place of recording, or any other text that decides nothing."""
        return self.street(nilai)

    def note(self, nilai: object) -> object:
        """A note of a desa: read by the core as before, and telling nothing else."""
        if not isinstance(nilai, str) or not nilai.strip():
            return nilai
        if nilai not in self._catatan:
            self._catatan[nilai] = self._rewrite_note(nilai)
        return self._catatan[nilai]

    def _rewrite_note(self, nilai: str) -> str:
        baca = read_catatan(nilai)
        teks = self.street(re.sub(r"(?<![A-Za-z])\d+(?!\s*(?:x|kali)\b)", "0", nilai))
        if isinstance(teks, str) and read_catatan(teks) == baca:
            return teks
        return _standard_note(baca)

    def unknown(self, nilai: str) -> str:
        """A coded word that the core does not know: another that it does not know either."""
        return _KATA.sub(lambda m: _like(m[0], self._jalan.of(m[0].upper())), _blind_digits(nilai))


def _spellings(kata: str) -> list[str]:
    """Every way of writing a made-up word with one key: each of its U in old spelling or in new."""
    return ["".join(satu) for satu in product(*(("U", "OE") if h == "U" else (h,) for h in kata))]


def _standard_note(baca: Catatan) -> str:
    if baca.ragu:
        return "perlu ditanyakan?"
    return ", ".join(_CATATAN_BAKU[k] for k in baca.kategori) or "ada"


def _blind_digits(teks: str) -> str:
    return re.sub(r"\d", "0", teks)


def _like(lama: str, baru: str) -> str:
    """The new word in the case of the old one."""
    if lama.isupper():
        return baru
    return baru.lower() if lama.islower() else baru.capitalize()
