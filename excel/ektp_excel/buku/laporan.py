"""What the reader of a workbook says of it: the facts that stand on top of the result and that `ektp periksa` shows.

Only the shapes are here; `baca*` fills them, the result workbook shows them.
"""

from collections.abc import Iterable

from attrs import field, frozen

from ektp_core.nik import mask_text


def _mask(teks: str) -> str:
    return mask_text(teks)


def _mask_all(semua: Iterable[str]) -> tuple[str, ...]:
    return tuple(map(mask_text, semua))


@frozen
class JudulCocok:
    """One column that was recognised: the canonical `lembar` and `kolom`, and how the workbook writes them.

    `sel` is the header's cell such as `C4`. What people wrote is masked: a NIK can stand in a header too.
    """

    lembar_tertulis: str = field(converter=_mask)
    lembar: str
    kolom: str
    judul: str = field(converter=_mask)
    sel: str


@frozen
class LaporanBaca:
    """One workbook as it was read.

    `nama` is the file's name without its folder, `sha256` of its bytes, `versi` that of this program. `tidak_ada` has a
    sentence for each optional sheet or column that is missing, with what stays undecided; `pesan` has the reader's
    other remarks, the most urgent first.
    """

    nama: str
    sha256: str
    versi: str
    cocok: tuple[JudulCocok, ...]
    tidak_ada: tuple[str, ...] = field(default=(), converter=_mask_all)
    pesan: tuple[str, ...] = field(default=(), converter=_mask_all)
