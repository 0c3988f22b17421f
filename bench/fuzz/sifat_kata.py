"""Invariants of what reads words: notes of a desa, names, parts of an address, and the codes of a register."""

from __future__ import annotations

import re
from itertools import pairwise

from bench.fuzz.sifat import PER, hold, to_cell, to_text

from ektp_core.alamat import DaftarAlamat, Lingkungan, normalize_alamat, normalize_desa, normalize_number, strip_prefix
from ektp_core.catatan import URUTAN, is_denied, read_catatan
from ektp_core.kategori import Kategori
from ektp_core.masukan import clean_text
from ektp_core.mutasi import Arah, is_clear_arah, read_arah
from ektp_core.nama import is_title, normalize_nama
from ektp_core.penduduk import (
    Kewarganegaraan,
    StatusKawin,
    read_jenis_kelamin,
    read_kewarganegaraan,
    read_status_kawin,
)
from ektp_core.perekaman import Perekaman, read_status
from ektp_core.undangan import natural_key

_KUNCI_NAMA = re.compile(r"(?:[A-Z0-9]+(?: [A-Z0-9]+)*)?")
_ADA_HURUF = re.compile(r"[A-Za-z0-9]")
_NIK = "3313110101800001"


def _spread(teks: str) -> tuple[str, ...]:
    """The same words as another hand writes them: around them blanks, among them what nobody sees, in other case."""
    tengah = len(teks) // 2
    lain = [f" \u00a0{teks}\t", f"{teks[:tengah]}\u200b{teks[tengah:]}", f"\ufeff{teks}"]
    if teks.isascii():
        lain += [teks.upper(), teks.lower()]
    return tuple(lain)


def check_catatan(data: bytes) -> None:
    """A note: its categories once each and in order; doubt decides nothing; case and blanks do not matter."""
    teks = to_text(data)
    catatan = read_catatan(teks)
    hold(catatan.kategori == tuple(k for k in URUTAN if k in catatan.kategori), "kategori sekali saja dan berurutan")
    hold(not (catatan.ragu and catatan.kategori), "catatan yang ragu tanpa kategori")
    hold(catatan.putusan is None or catatan.putusan in catatan.kategori, "putusan adalah salah satu kategorinya")
    hold(catatan.putusan is not Kategori.DOBEL, "DOBEL saja tidak memutuskan")
    for lain in _spread(teks):
        hold(read_catatan(lain) == catatan, "tepi kosong, tanda tak terlihat dan huruf besar tidak mengubah catatan")
    if catatan.kategori:
        for ragu in (f"mungkin {teks}", f"{teks} ?", f"{teks}?", f"katanya {teks}"):
            hold(read_catatan(ragu).putusan is None, "keraguan menghapus putusan")
    hold(is_denied(f"{teks}?"), "tanda tanya meragukan")


def check_nama(data: bytes) -> None:
    """A name: a key of letters and digits, blank only for a blank name; the fast way and the long way agree."""
    teks = to_text(data)
    kunci = normalize_nama(teks)
    hold(_KUNCI_NAMA.fullmatch(kunci) is not None, "kunci nama: huruf besar, angka, spasi tunggal")
    hold(kunci != "" or _ADA_HURUF.search(teks) is None, "nama berhuruf punya kunci")
    for lain in _spread(teks):
        hold(normalize_nama(lain) == kunci, "tepi kosong, tanda tak terlihat dan huruf besar tidak mengubah kunci")
    if not any(huruf.isdigit() for huruf in teks):
        hold(normalize_nama(clean_text(teks)) == kunci, "nama yang dibersihkan punya kunci yang sama")
    is_title(teks)


def check_alamat(data: bytes) -> None:
    """An address: a second reading of a key gives the key; a place that is listed is known."""
    nilai = to_cell(data)
    nomor = normalize_number(nilai)
    hold(normalize_number(nomor) == nomor, "kunci RT tidak berubah lagi")
    hold(
        nomor == "" or (len(nomor) >= 3 and re.fullmatch("[0-9A-Z]+", nomor) is not None), "kunci RT tiga huruf ke atas"
    )
    if isinstance(nilai, float) and nilai.is_integer() and abs(nilai) < 1e15:
        hold(normalize_number(int(nilai)) == normalize_number(str(int(nilai))) == nomor, "RT angka sama dengan RT teks")
    if not isinstance(nilai, str):
        return
    desa, jalan = normalize_desa(nilai), normalize_alamat(nilai)
    hold(normalize_desa(desa) == desa, "kunci desa tidak berubah lagi")
    hold(normalize_desa(strip_prefix(nilai)) == desa, "desa tanpa awalan punya kunci yang sama")
    hold(normalize_alamat(jalan) == jalan, "kunci alamat tidak berubah lagi")
    for lain in _spread(nilai):
        hold(normalize_desa(lain) == desa, "tepi kosong, tanda tak terlihat dan huruf besar tidak mengubah desa")
        hold(normalize_alamat(lain) == jalan, "tepi kosong, tanda tak terlihat dan huruf besar tidak mengubah alamat")
        hold(normalize_number(lain) == nomor, "tepi kosong, tanda tak terlihat dan huruf besar tidak mengubah RT")
    if desa:
        daftar = DaftarAlamat([Lingkungan(nilai, nomor, "001")])
        hold(daftar.knows(nilai, nomor, "001") and daftar.knows(desa, "", ""), "alamat yang terdaftar dikenal")
        hold(not daftar.knows(f"{nilai} lain", nomor, "001"), "desa lain tidak dikenal")


def check_kata(data: bytes) -> None:
    """Codes and words of the register: total, once and for all, and numbers of invitations sort in one order."""
    teks = to_text(data)
    status = read_status(teks)
    hold(read_status(status) == status, "kata status tidak berubah lagi")
    rekam = Perekaman(_NIK, PER, teks)
    hold(rekam.status == status and not (rekam.perlu_periksa and not rekam.berhasil), "yang diperiksa sudah berhasil")
    hold(not rekam.biasa or (rekam.berhasil and rekam.dikenal and not rekam.perlu_periksa), "yang biasa berhasil")
    hold(read_arah(teks) is Arah.KELUAR or bool(teks.strip()), "arah kosong berarti keluar")
    hold(isinstance(is_clear_arah(teks), bool), "arah jelas atau tidak")
    hold(read_jenis_kelamin(teks) in ("L", "P", None), "jenis kelamin")
    kawin, warga = read_status_kawin(teks), read_kewarganegaraan(teks)
    hold("?" not in teks or kawin is StatusKawin.TIDAK_TERBACA, "status kawin bertanda tanya tidak terbaca")
    hold("?" not in teks or warga is Kewarganegaraan.TIDAK_TERBACA, "kewarganegaraan bertanda tanya tidak terbaca")
    hold(StatusKawin(kawin) is kawin and Kewarganegaraan(warga) is warga, "jawaban adalah anggota")
    if teks.isascii():
        hold(
            read_status_kawin(f" {teks.lower()} ") is read_status_kawin(teks.upper()), "besar-kecil huruf status kawin"
        )
    nomor = teks.split("\n")
    urut, balik = sorted(nomor, key=natural_key), nomor[::-1]
    balik.sort(key=natural_key)
    hold(balik == urut, "urutan undangan tidak bergantung pada urutan baris")
    hold(all(natural_key(a) <= natural_key(b) for a, b in pairwise(urut)), "urutan undangan utuh")
