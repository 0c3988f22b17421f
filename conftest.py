"""What holds for every test: the Hypothesis profiles, and Sybil, which runs each example that a reader could copy.

Choose a profile with `--hypothesis-profile`: `ci` (the default) always tries the same examples; `acak` looks for new
ones and says the seed with which its run can be repeated (`--hypothesis-seed`).
"""

from __future__ import annotations

import random
from doctest import ELLIPSIS, IGNORE_EXCEPTION_DETAIL

import pytest
from hypothesis import HealthCheck, settings
from sybil import Sybil
from sybil.document import PythonDocStringDocument
from sybil.parsers import markdown, rest
from sybil.sybil import SybilCollection

# A deadline or a slow machine says nothing about a property: several people share two cores here.
settings.register_profile("ci", derandomize=True, deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("acak", settings.get_profile("ci"), derandomize=False, max_examples=500, print_blob=True)
settings.load_profile("ci")

OPTIONS = ELLIPSIS | IGNORE_EXCEPTION_DETAIL

pytest_collect_file = SybilCollection(
    [
        Sybil(
            parsers=[markdown.PythonCodeBlockParser(doctest_optionflags=OPTIONS), markdown.SkipParser()],
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
    """Give a random run a seed that is known before it starts, so that the run can be repeated."""
    if config.getoption("--hypothesis-profile") == "acak" and config.getoption("--hypothesis-seed") is None:
        config.option.hypothesis_seed = str(random.SystemRandom().randrange(2**32))


def pytest_report_header(config: pytest.Config) -> str | None:
    """Say the seed of a random run; a derandomised run has none to say."""
    seed = config.getoption("--hypothesis-seed")
    return None if seed is None else f"benih acak: --hypothesis-profile=acak --hypothesis-seed={seed}"
