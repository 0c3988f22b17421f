"""`ektp uji-angka`: whether published figures can be true together. Reads no workbook and needs no extra package."""

from ektp_core.cakupan import UjiAngka, check_published
from ektp_core.galat import EktpError
from ektp_core.tulisan import show_count
from ektp_excel.perintah.argumen import Panggilan
from ektp_excel.perintah.layar import one_line, say


def uji_angka(panggilan: Panggilan) -> int:
    """Run the subcommand; gives the exit code."""
    if panggilan.wajib == 0:
        raise EktpError("--wajib 0: tidak ada wajib, persennya tidak ada")
    hasil = check_published(panggilan.persen, panggilan.wajib, sisa=panggilan.sisa, terekam=panggilan.terekam)
    dipakai = [u for u in hasil if panggilan.cara in ("", _name(u))]
    say(f"Angka terbitan: {one_line(_given(panggilan))}")
    say()
    for u in dipakai:
        say(f"  {_line(u, panggilan)}")
    say()
    say(_verdict(dipakai))
    return 0


def _name(u: UjiAngka) -> str:
    return "potong" if u.potong else "bulat"


def _given(p: Panggilan) -> str:
    isi = [f"{p.persen.strip().rstrip('% ')}% dari {show_count(p.wajib)}"]
    if p.terekam is not None:
        isi.append(f"terekam {show_count(p.terekam)}")
    if p.sisa is not None:
        isi.append(f"sisa {show_count(p.sisa)}")
    return ", ".join(isi)


def _line(u: UjiAngka, p: Panggilan) -> str:
    nama = f"Bila {'dipotong  ' if u.potong else 'dibulatkan'}"
    if u.persen is None:
        return f"{nama}  tidak ada jumlah orang yang tampil sebagai persen itu"
    sisa = tuple(max(0, p.wajib - n) for n in reversed(u.persen))
    isi = f"{nama}  terekam {_span(u.persen)}, sisa {_span(sisa)}"
    if p.sisa is None and p.terekam is None:
        return isi
    return f"{isi}; cocok dengan semuanya: {'tidak ada' if u.cocok is None else f'terekam {_span(u.cocok)}'}"


def _span(selang: tuple[int, ...]) -> str:
    return "–".join(show_count(n) for n in dict.fromkeys(selang))


def _verdict(hasil: list[UjiAngka]) -> str:
    benar = ["dipotong" if u.potong else "dibulatkan" for u in hasil if u.cocok is not None]
    if not benar:
        return "Tidak dapat benar bersama: paling sedikit satu angka keliru, atau penyebutnya lain (CAKUPAN-05)."
    return f"Dapat benar bersama bila persennya {' atau '.join(benar)} (CAKUPAN-05)."
