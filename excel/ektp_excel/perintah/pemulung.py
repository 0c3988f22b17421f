"""Python's garbage collector, out of the way while a workbook is read and reconciled."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collector() -> Iterator[None]:
    """Half a million records hold no cycles; looking for them again and again costs a third of the run."""
    menyala = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if menyala:
            gc.enable()
