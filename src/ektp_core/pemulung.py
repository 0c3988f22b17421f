"""Python's garbage collector, out of the way while very many records are made that cannot hold a cycle.

Changes no answer; only when memory is looked through.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def without_collector() -> Iterator[None]:
    """Half a million records hold no cycles; looking for them again and again costs half of the run.

    The collector is as before afterwards: whoever finds it on puts it on again, however these nest or overlap.

    >>> with without_collector():
    ...     gc.isenabled()
    False
    >>> gc.isenabled()
    True
    """
    menyala = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if menyala:
            gc.enable()
