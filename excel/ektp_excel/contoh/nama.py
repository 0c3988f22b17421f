"""Nama rekaan: word lists of Central-Javanese names and how an age and a sex choose among them.

Every name is put together here from words; none belongs to a known person. `fold` gives a key that is coarser than any
normalisation the product uses, so that two people whose keys differ can never be taken for one another by name.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from random import Random
from typing import TypeVar

from attrs import frozen

_T = TypeVar("_T")


_LIPAT = (
    ("oe", "u"), ("dj", "i"), ("tj", "c"), ("kh", "h"), ("ch", "h"), ("sj", "s"), ("sy", "s"), ("nj", "n"), ("ny", "n"),
    ("j", "i"), ("y", "i"), ("iy", "i"), ("ii", "i"),
)  # fmt: skip


def _words(teks: str) -> tuple[str, ...]:
    return tuple(teks.split())


_TUA_L = _words(
    "Paimin Paijo Paiman Sadiman Sadimin Wagimin Wagiman Wagiyo Ngadiman Ngadimin Ngadiyo Ngatiman Ngatimin Kasiman "
    "Kasimin Karso Karsono Sarno Sarjono Sarman Sutarno Suparno Suyono Sugiyo Sukardi Sunarto Suharno Samino Samidi "
    "Sakimin Sakiman Tukiman Tukimin Tukino Tugimin Tugiman Parjo Parjiman Parmin Parman Parno Marno Marimin "
    "Marsono Warsito Wardoyo Warno Warjono Wakimin Wakidi Giman Gimin Giyono Giyatno Giyarto Jumadi Jumari Jumino "
    "Juwadi Kadiman Kadiyo Kadimin Kamidi Kamino Katimin Katiman Kemis Kliwon Legimin Legiman Lasiman Lasimin "
    "Lasiyo Maridi Mitro Mujiman Mulyono Narimo Pardi Pardiman Poniman Ponimin Ponidi Radiman Rakimin Ratno Rebo "
    "Sabar Saiman Saimin Salimin Samijo Samiyo Saridi Sarimin Sarimo Satiman Satimin Senen Sidik Slamet Sodikin "
    "Sogiman Sudarmo Sudarto Sudiman Sugiman Sugimin Sukidi Sukiman Sukimin Sukino Sumardi Sumarno "
    "Sumarto Sumidi Suminto Sungkono Supardi Suparman Supono Suradi Suranto Surip Suripto Surono Suroto Suroso "
    "Sutardi Sutarjo Sutimin Sutino Sutopo Suwandi Suwardi Suwarno Suwarto Suwito Suyadi Suyamto Suyanto Suyatno "
    "Tarmin Tarno Tarsono Tasman Tentrem Timbul Tumin Tumino Untung Wiji Wiryono Yatimin Yatmin Yatno Yitno Yono"
)
_TUA_P = _words(
    "Sukinem Sukini Sukiyem Paikem Painem Painah Paijem Paini Wagiyem Wagini Waginem Wagirah Ngatinem Ngatini "
    "Ngatiyem Ngadinah Ngadinem Ngadiyem Kasinem Kasini Kasiyem Kartinem Kartini Sarinem Sarini Sariyem Suminem "
    "Sumini Sumiyem Suminah Tukinem Tukini Tukiyem Tugiyem Tuginem Tugini Parinem Parini Pariyem Parmi Parminem "
    "Parmini Marni Marinem Mariyem Marsinem Samiyem Saminem Samini Sakinem Sakiyem Lasmi Lasmini Lasinem Lasiyem "
    "Rubinem Rubiyem Rubini Satinem Satini Satiyem Daliyem Dalinem Dalini Giyem Giyarti Giyatmi Ginem Ginah Jumiyem "
    "Juminem Juminah Jumirah Jinem Jikem Kadinem Kadiyem Kaminem Kamiyem Karinem Karni Karti Katinem Katiyem Kemi "
    "Kinem Kiyem Legiyem Leginem Legini Lestari Minem Mintarsih Misinem Mujinem Mujiyem Mulyani Mulyati Munjiyem "
    "Muryati Narsi Narti Ngadikem Ngatmi Pademi Ponikem Poniyem Ponirah Poninem Radinem Rakinem Ratinem Ratmi Rebi "
    "Rukinem Rukini Rukiyem Sademi Saikem Saiyem Sainem Salinem Saliyem Samikem Saparti Sarmi Sarmini Sarti Sartini "
    "Semi Senik Sinem Siyem Siti Sudarmi Sudarti Sugiyem Suginem Sugini Suharti Sukarmi Sukarni Sukarti Sularmi "
    "Sularni Sulasmi Sulastri Sumarmi Sumarni Sumarti Sunarmi Sunarni Sunarti Suparmi Suparni Suparti Supini "
    "Supinah Supiyem Suprapti Surami Surati Surip Suti Sutami Sutarmi Sutarni Sutarti Sutini Sutinah Sutinem "
    "Sutiyem Suwarni Suwarti Suyami Suyatmi Suyatni Tarmi Tarni Tinem Tiyem Tumini Tuminah Tuminem Tumiyem Wakinem "
    "Wakiyem Warni Warsini Warti Wiji Yatinem Yatmi Yatini Yatiyem"
)
_KARTO = _words("Karto Harjo Marto Wiryo Kromo Darmo Sastro Pawiro Atmo Joyo Mulyo Hadi Noto Parto Reso Cipto Wongso")
_WIYONO = _words(
    "Wiyono Sumarto Suwito Diharjo Suwarno Utomo Wiharjo Miharjo Sentono Semito Rejo Taruno Dimejo Dikromo Sudarmo "
    "Pawiro Sugito Wardoyo Prayitno Suparto"
)
_DEPAN_L = _words(
    "Agus Budi Eko Dwi Tri Catur Joko Bambang Heru Hendra Hendro Andi Arif Ari Aris Wahyu Dedi Didik Edi Endro "
    "Fajar Galih Gunawan Hari Haris Imam Indra Irfan Iwan Muhammad Nanang Nur Puji Purwo Rudi Ridwan Rohmad Rofiq "
    "Setyo Sigit Slamet Sri Suryo Taufik Teguh Totok Tulus Untung Widi Yudi Yuli Yusuf Zainal Ahmad Abdul Anton "
    "Ardi Bagus Bayu Danang Dian Doni Feri Guntur Hanafi Ilham Jaka Kuncoro Lilik Mulyadi Nugroho Oki Prima Rizki "
    "Rio Satria Tomi Vino Wawan Yoga Yanuar Alfian Dimas Bima Krisna Pandu Rangga Surya Topan Cahyo Anggit Ganang "
    "Hafid Khoirul Miftah"
)
_BELAKANG_L = _words(
    "Santoso Setiawan Prasetyo Nugroho Wibowo Saputro Saputra Kurniawan Susanto Hidayat Purnomo Widodo Raharjo "
    "Haryanto Riyadi Utomo Handoko Wicaksono Pamungkas Hartono Sulistyo Wijaya Wijanarko Budianto Cahyono Darmawan "
    "Efendi Firmansyah Gunadi Hermawan Irawan Junaidi Kristanto Laksono Mulyono Nurcahyo Prabowo Pratama Priyono "
    "Rahmanto Ramadhan Rohman Sanjaya Sasongko Subagyo Sudrajat Sugiarto Supriyadi Supriyanto Suryanto Suseno "
    "Sutrisno Syaifudin Triyono Wahyudi Wardana Widianto Winarno Yulianto Yunianto Arifin Anggoro Basuki Ardianto "
    "Hanafi Maulana Mustofa Nurohman Prihanto Purwanto Rahardian Sarwono Setyawan Sunaryo Widagdo"
)
_DEPAN_P = _words(
    "Siti Sri Dwi Tri Endang Nur Rina Rini Retno Ratna Yuni Wulan Wahyu Ika Eka Dewi Diah Fitri Indah Lestari Maya "
    "Nita Nanik Puji Umi Titik Tutik Wiwik Yanti Anik Erna Evi Ani Anita Atik Ayu Bekti Citra Desi Diana Dina Eni "
    "Eny Esti Farida Hana Heni Hesti Ida Isti Kartika Kristin Lia Lilis Lina Linda Lusi Mamik Mei Mira Murni Nani "
    "Neni Novi Nunik Nurul Oktavia Prapti Rahma Rani Ria Rita Rosa Sari Septi Shinta Suci Susi Tika Tina Uswatun "
    "Vera Vina Widi Winda Yani Yayuk Yulia Yuliana Zulaikah Alfi Anisa Aprilia Bella Febri Galuh Intan Khusnul "
    "Laila Mega Putri Reni Tiara"
)
_BELAKANG_P = _words(
    "Lestari Rahayu Wahyuni Astuti Handayani Suryani Widyastuti Kusumawati Ningsih Utami Pratiwi Fitriani Hidayati "
    "Aminah Khasanah Mulyani Wulandari Purwanti Setyowati Setyaningsih Rahmawati Puspitasari Permatasari Wijayanti "
    "Susanti Sulistyowati Hartati Hastuti Indriyani Kurniawati Kurniasih Maryani Maryati Nuraini Oktaviani Palupi "
    "Puspita Rohmah Rukmini Safitri Sukmawati Suharyati Sumarsih Sundari Supriyati Suprihatin Susilowati Suwarsih "
    "Triyani Tuminah Widayati Widowati Winarsih Wiyarti Yuliani Yuliastuti Zubaidah Anggraini Andriyani Cahyani "
    "Damayanti Ekawati Fatimah Halimah Istiqomah Kartikasari Maharani Nurhayati Nurjanah Prihatin Romlah Sholikah "
    "Windarti Yunita"
)
_ASING = (
    ("Kim Min Ho", False), ("Park Sung Jin", False), ("Lee Dong Hyun", False), ("Choi Eun Kyung", True),
    ("Tanaka Hiroshi", False), ("Suzuki Kenji", False), ("Yamada Akira", False), ("Sato Yumiko", True),
    ("Li Guo Wei", False), ("Chen Zhi Ming", False), ("Wang Xiao Li", True), ("Zhang Jian", False),
    ("Rajesh Kumar", False), ("Anil Sharma", False), ("Sunil Mehta", False), ("Priya Nair", True),
    ("Lin Chun Hsiung", False), ("Huang Mei Ling", True), ("Tsai Wen Chieh", False), ("Peter van Houten", False),
)  # fmt: skip
_TERKENAL = frozenset(("Joko Widodo", "Sri Mulyani", "Budi Gunawan", "Agus Harimurti", "Puan Maharani"))
_GELAR_DEPAN_L = ("H. ", "H. ", "Drs. ", "Ir. ", "Drs. H. ", "dr. ")
_GELAR_DEPAN_P = ("Hj. ", "Hj. ", "Dra. ", "dr. ", "Dra. Hj. ")
_GELAR_BELAKANG = (", S.Pd.", ", SE", ", SH", ", S.Pd", ", ST", ", S.Ag", ", A.Md", ", S.Sos")
_MUHAMMAD = ("Moh.", "Muh.", "Mochamad", "Mohammad", "Mohamad", "Muhamad")


@frozen
class Gaya:
    """How people born in a span of years are named: odds of one word and of three words."""

    satu: float
    tiga: float


_GAYA = ((1955, Gaya(0.84, 0.0)), (1975, Gaya(0.42, 0.02)), (1990, Gaya(0.12, 0.18)), (2100, Gaya(0.03, 0.4)))


def make_nama(acak: Random, perempuan: bool, tahun: int) -> str:
    """A name as the registry would first write it: new spelling, no title, one to three words."""
    while (nama := _compose(acak, perempuan, tahun)) in _TERKENAL:
        pass
    return nama


def _compose(acak: Random, perempuan: bool, tahun: int) -> str:
    gaya = next(g for sampai, g in _GAYA if tahun < sampai)
    r = acak.random()
    if r < gaya.satu:
        return _pick(acak, _TUA_P if perempuan else _TUA_L)
    if tahun < 1955 and not perempuan:
        return f"{_pick(acak, _KARTO)} {_pick(acak, _WIYONO)}"
    depan, belakang = (_DEPAN_P, _BELAKANG_P) if perempuan else (_DEPAN_L, _BELAKANG_L)
    satu, dua = _pick(acak, depan), _pick(acak, belakang)
    if r < gaya.satu + gaya.tiga:
        tengah = _pick(acak, depan)
        if tengah != satu and tengah != dua:
            return f"{satu} {tengah} {dua}"
    return f"{satu} {dua}" if satu != dua else satu


def make_nama_asing(acak: Random) -> tuple[str, bool]:
    """A foreigner's name and whether it is a woman's."""
    return _pick(acak, _ASING)


def add_gelar(acak: Random, nama: str, perempuan: bool) -> str:
    """The same name with a title before or behind it."""
    if acak.random() < 0.5:
        return _pick(acak, _GELAR_DEPAN_P if perempuan else _GELAR_DEPAN_L) + nama
    return nama + _pick(acak, _GELAR_BELAKANG)


def respell(acak: Random, nama: str, perempuan: bool) -> str:
    """The same name as another clerk would write it: old spelling, Muhammad shortened, or the father's name added.

    Names with *y* keep their vowels: an old *j* for *y* beside an old *oe* would be another name for some readers.
    """
    if "Muhammad" in nama:
        return nama.replace("Muhammad", _pick(acak, _MUHAMMAD))
    lama = nama
    if not re.search("[yY]", nama):
        for baru, tua in (("u", "oe"), ("U", "Oe"), ("j", "dj"), ("J", "Dj"), ("c", "tj"), ("C", "Tj")):
            lama = lama.replace(baru, tua)
    return lama if lama != nama else f"{nama} {'binti' if perempuan else 'bin'} {_pick(acak, _TUA_L)}"


def fold(nama: str) -> str:
    """A key so coarse that names which the product could call equal always share it."""
    return " ".join([_fold_kata(kata) for kata in nama.split()])


@lru_cache(maxsize=4096)
def _fold_kata(kata: str) -> str:
    teks = re.sub("[^a-z]", "", kata.lower())
    for dari, ke in _LIPAT:
        teks = teks.replace(dari, ke)
    return re.sub(r"(.)\1+", r"\1", teks)


def _pick(acak: Random, pilihan: Sequence[_T]) -> _T:
    return pilihan[int(acak.random() * len(pilihan))]
