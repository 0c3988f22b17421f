"""Supply chain: what comes along at run time, under which licences, and the weaknesses that PyPI has published of these versions.

The only part that needs the network: pip-audit (group `audit`) asks for each installed version. What it could not look up is
counted as not checked, never as clean.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from attrs import frozen
from bench.keandalan.laporan import Bagian, table
from halaman_lisensi import Paket, runtime_packages


@frozen
class Temuan:
    """What pip-audit says: packages checked, those it could not look up, and `paket versi: id` for each weakness."""

    diperiksa: int
    tak_ditemukan: int
    lemah: tuple[str, ...]


def measure() -> Bagian:
    """Read the licences, and ask for the weaknesses."""
    semua = [p for p in runtime_packages() if p.versi]
    tanpa = [f"{p.nama}: lisensi {', '.join(p.tertulis)}" for p in semua if p.lisensi is None]
    catatan = ""
    temuan = Temuan(0, len(semua), ())
    try:
        temuan = read_answer(ask(semua))
    except (subprocess.CalledProcessError, json.JSONDecodeError, OSError) as e:
        catatan = f"pip-audit tidak dapat dijalankan di sini ({type(e).__name__})"
    isi = [
        ("paket yang ikut saat jalan", len(semua)),
        ("lisensi di luar yang diizinkan", len(tanpa)),
        ("versi yang ditanyakan kepada layanan PyPI dan dijawab", temuan.diperiksa),
        ("versi yang tidak dijawab di jaringan ini", temuan.tak_ditemukan),
        ("kerentanan yang diumumkan", len(temuan.lemah)),
    ]
    if not catatan and temuan.tak_ditemukan:
        catatan = (
            "Layanan kerentanan tidak terjangkau dari mesin ini: yang tidak dijawab belum diperiksa, bukan bersih."
        )
    pokok = (
        f"{len(semua)} paket ikut, {len(tanpa)} lisensi di luar daftar; kerentanan: {temuan.diperiksa} versi diperiksa, "
        f"{len(temuan.lemah)} ditemukan"
    )
    return Bagian("audit", pokok, table(("apa", "jumlah"), isi), (*tanpa, *temuan.lemah), (catatan,) if catatan else ())


def ask(semua: Sequence[Paket]) -> Mapping[str, Any]:
    """pip-audit's answer on exactly these versions. Raises `CalledProcessError` when it is not there or gives none."""
    with tempfile.TemporaryDirectory(prefix="andal-") as tempat:
        daftar = Path(tempat) / "daftar.txt"
        daftar.write_text("".join(f"{p.nama}=={p.versi}\n" for p in semua), encoding="utf-8")
        perintah = [
            sys.executable,
            "-m",
            "pip_audit",
            "-s",
            "pypi",
            "-r",
            str(daftar),
            "--no-deps",
            "--disable-pip",
            "-f",
            "json",
        ]
        jalan = subprocess.run(perintah, capture_output=True, text=True, check=False)
    if jalan.returncode not in (0, 1):
        raise subprocess.CalledProcessError(jalan.returncode, perintah, stderr=jalan.stderr)
    jawab: Mapping[str, Any] = json.loads(jalan.stdout)
    return jawab


def read_answer(jawab: Mapping[str, Any]) -> Temuan:
    """Count an answer of pip-audit.

    >>> read_answer({"dependencies": [
    ...     {"name": "a", "version": "1", "vulns": []},
    ...     {"name": "b", "version": "2", "vulns": [{"id": "PYSEC-1", "fix_versions": ["3"]}]},
    ...     {"name": "c", "skip_reason": "not found"},
    ... ]})
    Temuan(diperiksa=2, tak_ditemukan=1, lemah=('b 2: PYSEC-1 (dibetulkan di 3)',))
    """
    semua = jawab["dependencies"]
    lemah = tuple(
        f"{d['name']} {d['version']}: {v['id']} (dibetulkan di {', '.join(v['fix_versions']) or 'belum ada'})"
        for d in semua
        for v in d.get("vulns", ())
    )
    lewat = sum("skip_reason" in d for d in semua)
    return Temuan(len(semua) - lewat, lewat, lemah)
