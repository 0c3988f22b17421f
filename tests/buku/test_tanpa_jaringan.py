"""No command opens a socket, asks for a name, or starts another program that could: everything stays on the machine.

Each command runs in a process of its own under an audit hook that ends it at the first such event. `paket-luring` is not here:
fetching packages is what it is for, and no workbook is near it.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from penjaga.berkas import ROOT

CONTOH = ROOT / "examples" / "buku_jaten.xlsx"
PENJAGA = """
import sys

DILARANG = "socket. urllib. http. ftplib. smtplib. webbrowser. subprocess. os.system os.exec os.posix_spawn".split()

def jaga(peristiwa, isi):
    # A reader of odd formats tries a file in a child of its own: that is Python itself, and nothing else.
    if peristiwa == "subprocess.Popen" and isi[0] == sys.executable:
        return
    if peristiwa.startswith(tuple(DILARANG)):
        sys.stderr.write(f"TERLARANG {peristiwa} {isi!r}\\n")
        sys.stderr.flush()
        import os
        os._exit(99)

sys.addaudithook(jaga)
"""
AWAL = PENJAGA + "from ektp_excel.perintah import main\nsys.exit(main(sys.argv[1:]))\n"
PER = ("--per", "2012-08-28")
PANGGILAN = {
    "rekon": ("rekon", "BUKU", *PER, "-o", "HASIL", "--json", "ANGKA", "--target", "2012-09-30"),
    "periksa": ("periksa", "BUKU", *PER),
    "sisir": ("sisir", "BUKU", *PER, "-o", "HASIL"),
    "samarkan": ("samarkan", "BUKU", *PER, "-o", "HASIL"),
    "surat": ("surat", "BUKU", *PER, "-o", "SURAT", "--target", "2012-09-30", "--kapasitas-sesi", "10"),
    "jadwal": ("jadwal", "BUKU", *PER, "--target", "2012-09-30", "--kapasitas", "50", "-o", "HASIL"),
    "proyeksi": ("proyeksi", "BUKU", *PER, "--target", "2012-09-30", "-o", "HASIL"),
    "uji-angka": ("uji-angka", "--persen", "92,10", "--wajib", "55865"),
}


def run(kode: str, *kata: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-c", kode, *kata], cwd=cwd, capture_output=True, text=True, check=False)


@pytest.mark.parametrize("nama", PANGGILAN)
def test_no_command_touches_the_network(nama: str, tmp_path: Path) -> None:
    ganti = {"BUKU": str(CONTOH), "HASIL": str(tmp_path / "hasil.xlsx"), "ANGKA": str(tmp_path / "angka.json")}
    hasil = run(AWAL, *(ganti.get(kata, kata) for kata in PANGGILAN[nama]), cwd=tmp_path)
    assert hasil.returncode == 0, hasil.stderr[-1000:]


@pytest.mark.parametrize(
    "kode",
    [
        "import socket; socket.socket()",
        "import socket; socket.getaddrinfo('contoh.invalid', 80)",
        "import urllib.request; urllib.request.urlopen('http://contoh.invalid/')",
        "import os; os.system('true')",
    ],
)
def test_the_watch_would_see_it(kode: str, tmp_path: Path) -> None:
    hasil = run(PENJAGA + kode, cwd=tmp_path)
    assert hasil.returncode == 99
    assert "TERLARANG" in hasil.stderr


def test_every_command_is_watched() -> None:
    from halaman_perintah import subcommands

    lain = {"paket-luring", "pasang", "copot", "contoh"}
    assert set(subcommands()) - lain <= set(PANGGILAN), "perintah baru: tambahkan di PANGGILAN"
