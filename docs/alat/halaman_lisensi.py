"""The licences of everything that comes along at run time: what each package's own metadata says, and which are allowed.

Called from the cog block of `docs/penjelasan/dependensi.md`; `tests/penjaga/test_lisensi.py` holds that all are allowed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from importlib.metadata import PackageNotFoundError, distribution

from attrs import frozen
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

TAMBAHAN = ("excel", "surat", "massal", "fungsi")
SISTEM = ("linux", "win32")
BOLEH = {
    "MIT": r"MIT( License)?",
    "BSD-2-Clause": r"BSD[- ]2[- ]Clause( License)?",
    "BSD-3-Clause": r"(BSD[- ]3[- ]Clause|New BSD|Modified BSD)( License)?",
    "BSD": r"BSD( License)?",
    "Apache-2.0": r"Apache([- ](Software )?(License)?[ ,-]*(Version )?2(\.0)?)?|Apache Software License",
    "PSF-2.0": r"PSF(-2\.0)?|Python Software Foundation License",
    "ISC": r"ISC( License( \(ISCL\))?)?",
    "0BSD": r"0BSD",
    "Zlib": r"Zlib",
    "CC0-1.0": r"CC0-1\.0",
    "MPL-2.0": r"MPL-2\.0|Mozilla Public License 2\.0 \(MPL 2\.0\)",
}
"""Licences that ask for no more than a notice, or (MPL) for the source of their own files when those are changed."""

DIJELASKAN = {"docxtpl": "LGPL-2.1", "num2words": "LGPL-2.1"}
"""Others, package by package, each explained in `docs/penjelasan/dependensi.md`."""

TAK_TERPASANG = {"pywin32": "PSF-2.0"}
"""What only another system installs; read from its own metadata there."""

_LGPL = re.compile(r"LGPL|Lesser General Public", re.IGNORECASE)


@frozen
class Paket:
    """An installed package, or one that only another system has (`versi` is empty), and what it says of its licence."""

    nama: str
    versi: str
    tertulis: tuple[str, ...]

    @property
    def lisensi(self) -> str | None:
        """The licence, by its short name, when all that is written is allowed; None otherwise."""
        if self.nama in DIJELASKAN:
            return DIJELASKAN[self.nama] if any(_LGPL.search(satu) for satu in self.tertulis) else None
        nama = [allowed(satu) for satu in self.tertulis]
        return " atau ".join(dict.fromkeys(satu for satu in nama if satu)) if nama and all(nama) else None


def allowed(tertulis: str) -> str | None:
    """The short names of what is written, or None when a part of it is not allowed; of an OR one side is enough.

    >>> allowed("BSD-3-Clause AND 0BSD"), allowed("Apache-2.0 OR GPL-3.0"), allowed("GPL-3.0")
    ('BSD-3-Clause dan 0BSD', 'Apache-2.0', None)
    """
    pilihan = []
    for satu in re.split(r"\s+OR\s+", tertulis.strip("() ")):
        bagian = [_short(b.strip("() ")) for b in re.split(r"\s+AND\s+", satu)]
        if all(bagian):
            pilihan.append(" dan ".join(b for b in bagian if b))
    return " atau ".join(pilihan) or None


def _short(tertulis: str) -> str | None:
    return next((nama for nama, pola in BOLEH.items() if re.fullmatch(pola, tertulis, re.IGNORECASE)), None)


def runtime_packages() -> list[Paket]:
    """What the extras bring with them, on any system, down to the last; by name."""
    hasil: dict[str, Paket] = {}
    antre = [("ektp-core", frozenset({t})) for t in TAMBAHAN]
    lewat: set[tuple[str, frozenset[str]]] = set()
    while antre:
        nama, tambahan = antre.pop()
        if (nama, tambahan) in lewat:
            continue
        lewat.add((nama, tambahan))
        if nama != "ektp-core":
            hasil[nama] = read_package(nama)
        antre += list(_needs(nama, tambahan))
    return [hasil[nama] for nama in sorted(hasil)]


def _needs(nama: str, tambahan: frozenset[str]) -> Iterator[tuple[str, frozenset[str]]]:
    try:
        perlu = distribution(nama).requires or []
    except PackageNotFoundError:
        return
    for satu in map(Requirement, perlu):
        lingkungan: list[Mapping[str, str]] = [
            {"sys_platform": sistem, "platform_system": {"linux": "Linux", "win32": "Windows"}[sistem], "extra": t}
            for sistem in SISTEM
            for t in (tambahan or frozenset({""}))
        ]
        if satu.marker is None or any(satu.marker.evaluate(dict(isi)) for isi in lingkungan):
            yield canonicalize_name(satu.name), frozenset(satu.extras)


def read_package(nama: str) -> Paket:
    """What an installed package says of its licence: the expression, else the classifiers, else the free text."""
    try:
        d = distribution(nama)
    except PackageNotFoundError:
        return Paket(nama, "", (TAK_TERPASANG[nama],) if nama in TAK_TERPASANG else ())
    if ungkapan := d.metadata.get_all("License-Expression"):
        return Paket(nama, d.version, tuple(ungkapan))
    awal = "License :: "
    golongan = [
        c.removeprefix(awal).removeprefix("OSI Approved :: ")
        for c in d.metadata.get_all("Classifier", [])
        if c.startswith(awal)
    ]
    golongan = [c for c in golongan if c != "OSI Approved"]
    teks = "\n".join(d.metadata.get_all("License") or []).strip().splitlines()
    return Paket(nama, d.version, tuple(golongan) or tuple(teks[:1]))


def tabel() -> str:
    """The packages under each licence, without versions: a new version with the same licence leaves the page as it is."""
    per: dict[str, list[str]] = {}
    for paket in runtime_packages():
        per.setdefault(paket.lisensi or f"TIDAK DIIZINKAN: {', '.join(paket.tertulis)}", []).append(f"`{paket.nama}`")
    baris = [f"| {lisensi} | {', '.join(nama)} |" for lisensi, nama in sorted(per.items())]
    return "\n" + "\n".join(["| lisensi | paket |", "|---|---|", *baris]) + "\n"
