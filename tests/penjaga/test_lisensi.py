"""Nothing comes along at run time whose licence is not allowed, or not known."""

from __future__ import annotations

import pytest
from halaman_lisensi import DIJELASKAN, Paket, allowed, runtime_packages

from penjaga.berkas import ROOT


def refused(semua: list[Paket]) -> list[str]:
    """The packages that may not come along, with what they say of themselves."""
    return [f"{p.nama} {p.versi}: {', '.join(p.tertulis) or 'tanpa lisensi'}" for p in semua if p.lisensi is None]


def test_every_package_that_comes_along_has_an_allowed_licence() -> None:
    semua = runtime_packages()
    assert not refused(semua), "\n".join(refused(semua))
    # The walk went through every extra, to the second and third step, and to what only Windows installs.
    nama = {p.nama for p in semua}
    assert {"attrs", "six", "markupsafe", "lxml", "docopt", "polars", "numpy", "holidays", "xlwings", "pywin32"} <= nama
    assert not {"pytest", "pandas", "ektp-core"} & nama


def test_what_needs_an_explanation_has_one() -> None:
    halaman = (ROOT / "docs" / "penjelasan" / "dependensi.md").read_text(encoding="utf-8")
    for nama, lisensi in DIJELASKAN.items():
        assert any(f"| `{nama}` |" in baris and lisensi in baris for baris in halaman.splitlines())


@pytest.mark.parametrize(
    ("tertulis", "boleh"),
    [
        ("MIT", True),
        ("MIT License", True),
        ("BSD-3-Clause AND 0BSD AND MIT", True),
        ("MIT OR GPL-3.0-only", True),
        ("Apache Software License", True),
        ("Apache-2.0", True),
        ("GPL-3.0-only", False),
        ("MIT AND GPL-3.0-only", False),
        ("LGPL-2.1-only", False),
        ("GNU Affero General Public License v3", False),
        ("Proprietary", False),
        ("Bukan MIT", False),
        ("", False),
    ],
)
def test_the_list_of_allowed_licences(tertulis: str, boleh: bool) -> None:
    assert (allowed(tertulis) is not None) == boleh
    assert bool(refused([Paket("x", "1", (tertulis,))])) != boleh


def test_a_package_that_says_nothing_or_one_thing_too_many_is_refused() -> None:
    assert refused([Paket("x", "1", ())]) == ["x 1: tanpa lisensi"]
    assert refused([Paket("x", "1", ("MIT License", "GNU General Public License v3 (GPLv3)"))])
    # Explained is this licence of this package, and no other.
    assert refused([Paket("docxtpl", "1", ("GPL-3.0-only",))])
    assert refused([Paket("lain", "1", ("LGPL-2.1-only",))])
