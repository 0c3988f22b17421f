"""Which files the guards read. Nothing here judges them."""

from __future__ import annotations

import importlib
import subprocess
from pathlib import Path

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


def module_name(path: Path) -> str:
    """The dotted name under which a file of the core is imported."""
    parts = path.relative_to(CORE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def import_core() -> None:
    """Import each module of the core but `massal`, so that every rule has been declared."""
    for path in core_files():
        if not is_massal(path):
            importlib.import_module(module_name(path))


def tracked_files() -> list[Path]:
    """Every file that git would hand to a clone."""
    names = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    return [ROOT / name for name in names.decode().split("\0") if name and (ROOT / name).is_file()]


def show(path: Path) -> str:
    """The path as a reader of a failure knows it."""
    return path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name
