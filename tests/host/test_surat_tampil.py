"""The letters open in a real word processor, which finds in them the figures, the names and the paper of an office."""

from __future__ import annotations

import re
import subprocess
import zlib
from datetime import date, time
from pathlib import Path

import pytest

from buku.hasil_rekaan import make_hasil, nik
from ektp_core.panggilan import Sesi, schedule, summon
from ektp_excel.surat.muat import Templat
from ektp_excel.surat.susun import compose
from host.conftest import do_without

TULISAN = {
    "edaran_Jaten": ("SURAT CAMAT", "Yth. Kepala Desa Jaten", nik(9), "3 (tiga) orang"),
    "surat_pengantar": ("SURAT PENGANTAR", "6 (enam) lembar"),
    "berita_acara": ("PIHAK KEDUA", "enam"),
    "panggilan_Dagen": ("SURAT PANGGILAN", "08.00 WIB", nik(22)),
    "jadwal_sesi": ("JADWAL SESI", "2 (dua) orang"),
}


@pytest.fixture(scope="module")
def tampil(libreoffice: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the letters as text and as PDF, made by LibreOffice."""
    if not list(libreoffice.resolve().parent.glob("*swlo.*")):
        do_without("LibreOffice Writer")
    folder = tmp_path_factory.mktemp("surat")
    hasil = make_hasil()
    jadwal = schedule(summon(hasil.belum)[:2], sesi=[Sesi(date(2012, 9, 3), time(8))], kapasitas=9)
    for surat in compose(hasil, Templat(), jadwal=jadwal):
        (folder / surat.berkas).write_bytes(surat.dokumen)
    for bentuk in ("txt:Text (encoded):UTF8", "pdf"):
        subprocess.run(
            [
                str(libreoffice),
                f"-env:UserInstallation={(folder / 'profil').as_uri()}",
                "--headless",
                "--convert-to",
                bentuk,
                "--outdir",
                str(folder),
                *(str(folder / f"{nama}.docx") for nama in TULISAN),
            ],
            # With the tests' own Python on the path the office waits for ever.
            env={"PATH": "/usr/bin:/bin", "HOME": str(folder), "LANG": "C.UTF-8"},
            timeout=240,
            check=True,
            capture_output=True,
            start_new_session=True,
        )
    return folder


@pytest.mark.parametrize("nama", list(TULISAN))
def test_the_word_processor_shows_what_the_letter_says(tampil: Path, nama: str) -> None:
    teks = (tampil / f"{nama}.txt").read_text(encoding="utf-8-sig")
    hilang = [kata for kata in TULISAN[nama] if kata not in teks]
    assert not hilang
    assert not re.search(r"\{[{%#]|[%#}]\}", teks)


@pytest.mark.parametrize("nama", list(TULISAN))
def test_the_paper_is_f4_and_the_small_letters_take_one_page(tampil: Path, nama: str) -> None:
    pdf = (tampil / f"{nama}.pdf").read_bytes()
    isi = pdf + b"".join(map(_inflate, re.findall(rb"stream\r?\n(.*?)endstream", pdf, re.DOTALL)))
    kertas = re.findall(rb"/MediaBox\s*\[\s*0 0 ([\d.]+) ([\d.]+)", isi)
    assert {(round(float(a) * 25.4 / 72), round(float(b) * 25.4 / 72)) for a, b in kertas} == {(215, 330)}
    halaman = len(re.findall(rb"/Type\s*/Page\b", isi))
    assert halaman == (2 if nama.startswith("edaran") else 1)


def _inflate(isi: bytes) -> bytes:
    try:
        return zlib.decompress(isi)
    except zlib.error:
        return b""
