"""Questions that the guards ask of a piece of Python code, answered from its syntax tree alone."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator

CORE_MAY_IMPORT = sys.stdlib_module_names | {"attr", "attrs", "dateutil", "ektp_core"}

# Modules whose purpose is the world outside the arguments: files, processes, the clock, the machine.
OUTSIDE_MODULES = frozenset(
    {"builtins", "fileinput", "ftplib", "getpass", "glob", "http", "importlib", "io", "locale", "logging", "os"}
    | {"pathlib", "pkgutil", "platform", "secrets", "shutil", "signal", "socket", "sqlite3", "ssl", "subprocess"}
    | {"tempfile", "time", "urllib", "webbrowser"}
)
OUTSIDE_NAMES = frozenset({"print", "open", "input", "breakpoint", "eval", "exec", "__import__"})
OUTSIDE_ATTRIBUTES = frozenset({"today", "now", "utcnow", "read_text", "read_bytes", "write_text", "write_bytes"})
OUTSIDE_OF_SYS = frozenset({"stdin", "stdout", "stderr", "argv"})

Found = Iterator[tuple[int, str]]


def imports(tree: ast.Module, package: str) -> Found:
    """The line and full name of everything imported, also as the member of a package; relative names are resolved."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            parts = package.split(".")[: len(package.split(".")) - node.level + 1] if node.level else []
            base = ".".join([*parts, *([node.module] if node.module else [])])
            yield from ((node.lineno, f"{base}.{alias.name}") for alias in node.names)


def foreign_imports(tree: ast.Module, package: str) -> Found:
    """Imports that are neither the standard library, attrs, dateutil nor the core itself."""
    return ((line, name) for line, name in imports(tree, package) if name.split(".")[0] not in CORE_MAY_IMPORT)


def massal_imports(tree: ast.Module, package: str) -> Found:
    """Imports of `ektp_core.massal`, which would drag the extra into the core."""
    return ((line, name) for line, name in imports(tree, package) if (name + ".").startswith("ektp_core.massal."))


def outside_world(tree: ast.Module) -> Found:
    """Every place where code asks the clock, prints, opens a file, or draws a random number without a seed."""
    for line, name in imports(tree, "ektp_core"):
        if name.split(".")[0] in OUTSIDE_MODULES:
            yield line, f"import {name}"
        elif name.startswith("random.") and name != "random.Random":
            yield line, f"import {name}: hanya random.Random(benih)"
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load) and node.id in OUTSIDE_NAMES:
            yield node.lineno, node.id
        elif isinstance(node, ast.Attribute):
            if node.attr in OUTSIDE_ATTRIBUTES:
                yield node.lineno, f".{node.attr}"
            owner = node.value.id if isinstance(node.value, ast.Name) else ""
            if (owner == "sys" and node.attr in OUTSIDE_OF_SYS) or (owner == "random" and node.attr != "Random"):
                yield node.lineno, f"{owner}.{node.attr}"
        elif isinstance(node, ast.Call) and not node.args and ast.unparse(node.func) in {"Random", "random.Random"}:
            yield node.lineno, "Random() tanpa benih"


def undocumented(tree: ast.Module) -> Found:
    """Public functions and classes of the module without a docstring; an overload speaks through its implementation."""
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            is_overload = any(ast.unparse(d).endswith("overload") for d in node.decorator_list)
            if not node.name.startswith("_") and not is_overload and not ast.get_docstring(node):
                yield node.lineno, node.name


def rule_marks(tree: ast.Module) -> Found:
    """The rule ids that `pytest.mark.aturan(...)` names, on tests, on classes of tests, or for the whole file."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef):
            if node.name.lower().startswith("test"):
                yield from _ids(node.decorator_list)
        elif isinstance(node, ast.Assign) and [ast.unparse(t) for t in node.targets] == ["pytestmark"]:
            yield from _ids(node.value.elts if isinstance(node.value, ast.List | ast.Tuple) else [node.value])


def _ids(marks: list[ast.expr]) -> Found:
    for mark in marks:
        if isinstance(mark, ast.Call) and ast.unparse(mark.func).endswith("mark.aturan"):
            for arg in mark.args:
                # Anything but a literal shows as its code, which is no id of a rule: the guard then says so.
                text = arg.value if isinstance(arg, ast.Constant) and isinstance(arg.value, str) else ast.unparse(arg)
                yield mark.lineno, text
