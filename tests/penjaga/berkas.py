"""Which files the guards read. Nothing here judges them."""

from __future__ import annotations

import importlib
import pkgutil
import subprocess
from pathlib import Path

import ektp_core

ROOT = Path(__file__).resolve().parents[2]
CORE = ROOT / "src" / "ektp_core"
EXCEL = ROOT / "excel" / "ektp_excel"


def is_massal(path: Path) -> bool:
    """Whether the file belongs to `ektp_core.massal`, the one room of the core with an extra."""
    return path.relative_to(CORE).parts[0].removesuffix(".py") == "massal"


def core_files() -> list[Path]:
    """Every Python file of the core, `massal` included."""
    return sorted(CORE.rglob("*.py"))


def package_files() -> list[Path]:
    """Every Python file of both packages."""
    return [*core_files(), *sorted(EXCEL.rglob("*.py"))]


def import_core() -> None:
    """Import each module of the core but `massal`, so that every rule has been declared."""
    for module in pkgutil.iter_modules(ektp_core.__path__, "ektp_core."):
        if module.name != "ektp_core.massal":
            importlib.import_module(module.name)


def tracked_files() -> list[Path]:
    """Every file that git would hand to a clone."""
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    return [ROOT / name for name in names.decode().split("\0") if name and (ROOT / name).is_file()]


def show(path: Path) -> str:
    """The path as a reader of a failure knows it."""
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name
