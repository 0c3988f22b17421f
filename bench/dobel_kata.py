"""Words and spelling habits of invented people, for the generator of doubles.

Nothing here comes from the product's normaliser: its rules would then be measured against themselves.
"""

import random
from functools import cache

_DEPAN_L = (
    "AGUS BAMBANG BUDI DEDI DWI EKO HADI HARI HERU IMAM INDRA IRWAN JOKO KARDI MARYONO MULYADI NUR PARDI RUDI SAPTO SARDI "
    "SARJI SARNO SIGIT SLAMET SRI SUGENG SUHARDI SUKARDI SUKIRNO SUMARNO SUNARTO SUPARDI SUPARNO SURADI SURATNO SURYA SUTARNO "
    "SUTRISNO SUWARDI SUWARNO SUYANTO TEGUH TRI UNTUNG WAHYU WAGIMIN WARSITO WIDODO YATNO YUSUF ZAENAL ABDUL AHMAD ALI ARIF "
    "FAJAR FAUZI HASAN HUSEN IBRAHIM KHOIRUL MUHAMMAD MUSTOFA RAHMAT RIDWAN SALIM TAUFIK UMAR WAHID DONI RIZKI YOGA ANDI DANI"
).split()
_DEPAN_P = (
    "SITI SRI DEWI DWI ENDANG ERNA ETIK FITRI INDAH KARTINI LESTARI LILIK MARNI MARYATI MULYANI NANIK NUR PARMI PARINI RATNA "
    "RINA RINI RUKMINI SARINEM SARMI SUKARTI SULASTRI SUMARNI SUMIYATI SUNARTI SUPARMI SUPARTI SURATMI SURTINI SUTARMI SUTINAH "
    "SUWARNI SUYATMI TITIK TRI TUKINEM TUMINI WAGINEM WAGIYEM WARSINI WATI WIDYA WINARNI YANI YULI YUNI AMINAH AISYAH FATIMAH "
    "KHADIJAH NURUL ROHMAH ZAENAB ZULAIKAH ANA ANI DIAN EKA EVI FIFI IKA LIA MEGA NOVI PUJI PUTRI RATIH TIKA VINA WULAN"
).split()
_BELAKANG = (
    "ADI AJI ARIFIN ARIYANTO CAHYONO DARMAWAN GUNAWAN HANDAYANI HARTONO HARYANTO HASTUTI HIDAYAT IRAWAN ISWANTO JATMIKO "
    "KURNIAWAN KUSUMA LESTARI MAHENDRA MARGONO NUGROHO NURHAYATI PAMUNGKAS PERMATA PRABOWO PRAKOSO PRASETYO PRATAMA PRAYITNO "
    "PURNOMO PURWANTO PUSPITA RAHARJO RAHAYU RAHMAWATI RIYANTO SAPUTRA SAPUTRI SARASWATI SANTOSO SARI SETIAWAN SETYOWATI "
    "SISWANTO SUBEKTI SUDARMO SULISTYO SUSANTO SUSILO SUSILOWATI SUTOPO SUSANTI TRIYONO UTAMI UTOMO WAHYUDI WARDANI WIBOWO "
    "WICAKSONO WIDIASTUTI WIDODO WIJAYA WIJAYANTI WINARTO WULANDARI YULIANTO YULIANTI YUNIARTI ZULKARNAIN"
).split()
_AWAL = "WA NGA PO SA SU KA TU LE MU JU PA RA DA MI TA NO GI SI RU KI BE DJA TJI LA".split()
_TENGAH = "GI TI RI MI NI YA RA DI LI KI WA TO RU MA SI NA".split()
_AKHIR_L = "MIN MAN NO YO DI JO RAN TO KIR MUN".split()
_AKHIR_P = "NEM YEM NAH RAH TI NI MI SIH KEM TUN".split()


@cache
def _made_up(kelamin: str, banyak: int) -> tuple[str, ...]:
    """Old single-word names, put together from syllables; the same ones every time."""
    acak = random.Random(f"suku {kelamin}")
    akhir = _AKHIR_L if kelamin == "L" else _AKHIR_P
    jadi: dict[str, None] = {}
    while len(jadi) < banyak:
        jadi["".join((acak.choice(_AWAL), acak.choice(_TENGAH), acak.choice(akhir)))] = None
    return tuple(jadi)


class Kolam:
    """A pool of names: `jawa` (many single words), `campur` (two or three words), `padat` (few names, much shared)."""

    def __init__(self, nama: str, acak: random.Random) -> None:
        self._acak = acak
        tunggal, suku, besar = {"jawa": (0.35, 900, 1.0), "campur": (0.1, 500, 1.0), "padat": (0.25, 60, 0.4)}[nama]
        self._tunggal = tunggal
        self._depan, self._bobot_depan, self._sendiri, self._bobot_sendiri = {}, {}, {}, {}
        for kelamin, depan in (("L", _DEPAN_L), ("P", _DEPAN_P)):
            pilihan = depan[: max(20, int(len(depan) * besar))]
            acak.shuffle(pilihan := list(pilihan))
            self._depan[kelamin], self._bobot_depan[kelamin] = pilihan, _falling(len(pilihan), 0.7)
            sendiri = [*pilihan, *_made_up(kelamin, suku)]
            acak.shuffle(sendiri)
            self._sendiri[kelamin], self._bobot_sendiri[kelamin] = sendiri, _falling(len(sendiri), 0.8)
        self._belakang = list(_BELAKANG[: max(20, int(len(_BELAKANG) * besar))])
        acak.shuffle(self._belakang)
        self._bobot_belakang = _falling(len(self._belakang), 0.6)

    def name(self, kelamin: str, tahun: int) -> str:
        """A name for somebody of this sex and year of birth: the old have single words more often."""
        acak = self._acak
        tunggal = self._tunggal * (1.7 if tahun < 1960 else 0.5 if tahun > 1985 else 1.0)
        if acak.random() < tunggal:
            return acak.choices(self._sendiri[kelamin], cum_weights=self._bobot_sendiri[kelamin])[0]
        kata = [acak.choices(self._depan[kelamin], cum_weights=self._bobot_depan[kelamin])[0]]
        if acak.random() < 0.25:
            kata.append(acak.choices(self._depan[kelamin], cum_weights=self._bobot_depan[kelamin])[0])
        kata.append(acak.choices(self._belakang, cum_weights=self._bobot_belakang)[0])
        return " ".join(dict.fromkeys(kata))

    def twin_name(self, nama: str, kelamin: str, tahun: int) -> str:
        """A twin's name: another first word, often the same end, now and then nearly the same sound."""
        acak = self._acak
        kata = nama.split()
        mirip = [k for k in self._depan[kelamin] if k[:2] == kata[0][:2] and k != kata[0]]
        if mirip and acak.random() < 0.3:
            kata[0] = acak.choice(mirip)
        elif len(kata) > 1 and acak.random() < 0.6:
            kata[0] = acak.choice(self._depan[kelamin])
        else:
            return self.name(kelamin, tahun)
        return " ".join(kata) if " ".join(kata) != nama else self.name(kelamin, tahun)


def _falling(banyak: int, pangkat: float) -> list[float]:
    jumlah, hasil = 0.0, []
    for i in range(banyak):
        jumlah += 1 / (i + 3) ** pangkat
        hasil.append(jumlah)
    return hasil


_KEBIASAAN = (
    ("U", "OE"), ("J", "DJ"), ("C", "TJ"), ("Y", "J"), ("I", "IE"), ("NY", "NJ"), ("SY", "SJ"), ("KH", "CH"), ("KH", "H"),
    ("O", "A"), ("A", "O"), ("I", "Y"), ("Y", "I"), ("TH", "T"), ("DH", "D"), ("T", "TH"), ("F", "P"), ("Z", "J"), ("V", "F"),
    ("IY", "Y"), ("UW", "W"), ("AE", "AI"), ("S", "SS"), ("M", "MM"), ("N", "NN"), ("W", "V"), ("H", ""), ("K", "Q"),
)  # fmt: skip
_TETANGGA = dict(
    zip(
        "ABCDEFGHIJKLMNOPQRSTUVWXYZ",
        "QSZ VNG XVD SFE WRD DGR FHT GJY UOK HKU JLI KOP NJK BMH IPL OL WA ETF ADW RYG YIJ CBF QES ZCS TUH XAS".split(),
        strict=True,
    )
)


def respell(nama: str, acak: random.Random) -> str:
    """The same name as another clerk writes it: one habit of spelling, an abbreviation, a title, a word dropped."""
    kata = nama.split()
    cara = acak.random()
    if cara < 0.1 and len(kata) > 1:
        i = acak.randrange(len(kata))
        kata[i] = kata[i][0] + acak.choice(("", "."))
        return " ".join(kata)
    if cara < 0.18 and len(kata) > 1:
        del kata[acak.randrange(1, len(kata)) if acak.random() < 0.7 else 0]
        return " ".join(kata)
    if cara < 0.24:
        return acak.choice(("H. {}", "HJ. {}", "DRS. {}", "{}, S.PD", "{}, SH", "{} BIN KARTO")).format(nama)
    if cara < 0.28 and len(kata) > 1:
        return "".join(kata) if len(kata) == 2 and acak.random() < 0.5 else " ".join([kata[1], kata[0], *kata[2:]])
    if cara < 0.34 and "MUHAMMAD" in kata:
        return nama.replace("MUHAMMAD", acak.choice(("MOH", "MUH.", "M.", "MOCHAMAD", "MUCHAMMAD")))
    bisa = [(a, b) for a, b in _KEBIASAAN if a in nama]
    if not bisa:
        return mistype(nama, acak, "bunyi")
    for a, b in acak.sample(bisa, min(len(bisa), 2 if acak.random() < 0.25 else 1)):
        di = [i for i in range(len(nama)) if nama.startswith(a, i)]
        if di:
            i = acak.choice(di)
            nama = nama[:i] + b + nama[i + len(a) :]
    return nama


def mistype(nama: str, acak: random.Random, cara: str) -> str:
    """One slip of the fingers: `seragam` any letter, `papan` a neighbouring key, `bunyi` a like sound."""
    i = acak.randrange(len(nama))
    jenis = acak.random()
    if jenis < 0.2 and i + 1 < len(nama):
        return nama[:i] + nama[i + 1] + nama[i] + nama[i + 2 :]
    if jenis < 0.4 and len(nama) > 3:
        return nama[:i] + nama[i + 1 :]
    if jenis < 0.55:
        return nama[:i] + (nama[i] if cara != "seragam" else acak.choice("ABDEGHIKLMNOPRSTUWY")) + nama[i:]
    huruf = nama[i]
    if not huruf.isalpha():
        return nama[:i] + nama[i + 1 :]
    if cara == "papan":
        ganti = _TETANGGA[huruf]
    elif cara == "bunyi":
        ganti = next((g for g in ("AEIOU", "BPF", "DT", "GK", "CJSZ", "MN", "LR", "WVY") if huruf in g), "H")
    else:
        ganti = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    return nama[:i] + acak.choice([h for h in ganti if h != huruf] or ["H"]) + nama[i + 1 :]
