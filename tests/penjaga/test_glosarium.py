"""The glossary names things that exist, and every category is in it."""

from __future__ import annotations

import importlib
import re
from functools import reduce

import pytest

from ektp_core.kategori import Kategori
from penjaga.berkas import ROOT

PAGE = (ROOT / "docs" / "glosarium.md").read_text(encoding="utf-8")
NAME_IN_CODE = re.compile(r"`([a-z_]+)\.([A-Za-z_][\w.]*)`")


def missing_names(page: str) -> list[str]:
    """Names written as `module.Name` that `ektp_core` does not have."""
    missing = []
    for module, name in NAME_IN_CODE.findall(page):
        try:
            reduce(getattr, name.split("."), importlib.import_module(f"ektp_core.{module}"))
        except (ImportError, AttributeError):
            missing.append(f"{module}.{name}")
    return missing


def test_names_in_the_glossary_exist() -> None:
    assert len(NAME_IN_CODE.findall(PAGE)) > 10
    assert not missing_names(PAGE)


@pytest.mark.parametrize("kategori", list(Kategori))
def test_every_category_is_in_the_glossary(kategori: Kategori) -> None:
    assert re.search(rf"\| [^|]*\b{kategori.value}\b[^|]* \| [^|]+ \|$", PAGE, re.MULTILINE)


def test_missing_name_is_caught() -> None:
    assert missing_names("| `nik.Nik` | `nik.Tiada`, `tiada.Nik` | `alm.` | `cakupan.Cakupan.neto` |") == [
        "nik.Tiada",
        "tiada.Nik",
    ]
