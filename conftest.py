"""What holds for every test: the Hypothesis profiles, Sybil (it runs each example that a reader could copy), and the names
of the rules that a failure leaves unproved.

Choose a profile with `--hypothesis-profile`: `ci` (the default) always tries the same examples; `acak` looks for new
ones and says the seed with which its run can be repeated (`--hypothesis-seed`).
"""

from __future__ import annotations

import os
import random
import sysconfig
from collections.abc import Generator
from doctest import ELLIPSIS, IGNORE_EXCEPTION_DETAIL
from pathlib import Path

import blok_perintah
import pytest
from hypothesis import HealthCheck, settings
from sybil import Sybil
from sybil.document import PythonDocStringDocument
from sybil.parsers import markdown, rest
from sybil.sybil import SybilCollection

import ektp_core
import ektp_excel

# A deadline or a slow machine says nothing about a property: several people share two cores here.
settings.register_profile("ci", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("acak", settings.get_profile("ci"), derandomize=False, max_examples=500, print_blob=True)
settings.load_profile("ci")

OPTIONS = ELLIPSIS | IGNORE_EXCEPTION_DETAIL

pytest_collect_file = SybilCollection(
    [
        Sybil(
            parsers=[
                markdown.PythonCodeBlockParser(doctest_optionflags=OPTIONS),
                markdown.SkipParser(),
                *blok_perintah.parsers(),
            ],
            patterns=["README.md", "docs/*.md", "docs/**/*.md"],
        ),
        Sybil(
            parsers=[rest.DocTestParser(optionflags=OPTIONS)],
            patterns=[
                "src/ektp_core/*.py",
                "src/ektp_core/**/*.py",
                "excel/ektp_excel/*.py",
                "excel/ektp_excel/**/*.py",
            ],
            document_types={".py": PythonDocStringDocument},
        ),
    ]
).pytest()


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Give a random run a seed that is known before it starts; and refuse to test the tree where the wheel is meant."""
    if os.environ.get("EKTP_RODA") == "1":
        for paket in (ektp_core, ektp_excel):
            if not Path(paket.__path__[0]).is_relative_to(sysconfig.get_path("purelib")):
                raise pytest.UsageError(f"{paket.__name__} dari {paket.__path__[0]}, bukan dari roda yang terpasang")
    if config.getoption("--hypothesis-profile") == "acak" and config.getoption("--hypothesis-seed") is None:
        config.option.hypothesis_seed = str(random.SystemRandom().randrange(2**32))


def pytest_report_header(config: pytest.Config) -> str | None:
    """Say the seed of a random run; a derandomised run has none to say."""
    seed = config.getoption("--hypothesis-seed")
    return None if seed is None else f"benih acak: --hypothesis-profile=acak --hypothesis-seed={seed}"


ATURAN = "aturan yang tidak lagi terbukti"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Write the rules that a failed test proves into its report: a reader of rules asks which rule, not which test."""
    report = yield
    rules = sorted({str(id) for mark in item.iter_markers("aturan") for id in mark.args})
    if report.failed and rules:
        report.sections.append((ATURAN, ", ".join(rules)))
        report.user_properties = [*report.user_properties, *(("aturan", id) for id in rules)]
    return report


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """End with every rule that is no longer proved, and the tests that say so."""
    tests: dict[str, list[str]] = {}
    for report in (*terminalreporter.getreports("failed"), *terminalreporter.getreports("error")):
        for name, id in getattr(report, "user_properties", ()):
            if name == "aturan":
                tests.setdefault(str(id), []).append(report.nodeid)
    for id in sorted(tests):
        terminalreporter.write_line(f"{ATURAN.upper()}: {id} ({', '.join(tests[id])})", red=True)
