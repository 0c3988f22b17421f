"""What goes to the terminal: plain lines, a progress line only where somebody watches, no control characters, no full NIK."""

import sys
from collections.abc import Iterable
from contextlib import suppress

from ektp_core.nik import mask_text

_LEBAR_KEMAJUAN = 60


def use_any_encoding() -> None:
    """Let no character stop the output: an old Windows console knows few."""
    for aliran in (sys.stdout, sys.stderr):
        if hasattr(aliran, "reconfigure"):
            aliran.reconfigure(errors="replace")


def one_line(teks: str) -> str:
    """The text on one line, without anything that a terminal would obey.

    >>> one_line("lembar 'A\\x1b[2J'\\n  kosong")
    "lembar 'A\ufffd[2J' kosong"
    """
    return "".join(huruf if huruf.isprintable() else "\ufffd" for huruf in " ".join(teks.split()))


def say(teks: str = "") -> None:
    """One line on stdout, where there is one."""
    if sys.stdout is not None:
        print(teks)


def warn(teks: str) -> None:
    """One line on stderr, with every NIK masked."""
    # Started without a console there is no stderr, and a full one must not hide the exit code.
    with suppress(OSError):
        if sys.stderr is not None:
            print(f"ektp: {mask_text(one_line(teks))}", file=sys.stderr, flush=True)


def show_table(baris: Iterable[tuple[str, str, str]]) -> None:
    """Lines of label, figure (flush right) and remark. A NIK that slipped into a label, as the name of a desa, is masked."""
    semua = [(mask_text(nama), isi, catatan) for nama, isi, catatan in baris]
    label = max(len(satu[0]) for satu in semua)
    angka = max(len(satu[1]) for satu in semua)
    for nama, isi, catatan in semua:
        say(f"  {nama:<{label}}  {isi:>{angka}}  {catatan}".rstrip())


class Kemajuan:
    """Tells a watcher on stderr what is being done; silent in a pipe."""

    def __init__(self) -> None:
        self._tampak = sys.stderr is not None and sys.stderr.isatty()

    def say(self, teks: str) -> None:
        """Replace the progress line."""
        if self._tampak:
            print(f"\r{one_line(teks)[:_LEBAR_KEMAJUAN]:<{_LEBAR_KEMAJUAN}}", end="", file=sys.stderr, flush=True)

    def clear(self) -> None:
        """Take the progress line away."""
        if self._tampak:
            print(f"\r{'':<{_LEBAR_KEMAJUAN}}\r", end="", file=sys.stderr, flush=True)
