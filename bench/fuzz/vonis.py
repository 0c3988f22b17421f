"""What one input is: nothing, or a finding; two inputs that fall for one reason are one finding."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from traceback import extract_tb


def signature(e: BaseException) -> str:
    """What makes two failures one finding: the broken invariant, or the error and its place in the project."""
    if type(e).__name__ == "Langgar":
        return str(e)
    tempat = [f for f in extract_tb(e.__traceback__) if "ektp_" in f.filename or "bench" in f.filename]
    di = f" di {Path(tempat[-1].filename).name}:{tempat[-1].name}" if tempat else ""
    return f"{type(e).__name__}{di}"


def judge(periksa: Callable[[bytes], None], detik: float, data: bytes) -> str:
    """The finding that an input is; empty when every invariant holds on it in time."""
    mulai = time.process_time()
    try:
        periksa(data)
    except KeyboardInterrupt:
        raise
    # A panic of calamine is no `Exception`.
    except BaseException as e:
        return signature(e)
    return f"lebih dari {detik:g} detik" if time.process_time() - mulai > detik else ""
