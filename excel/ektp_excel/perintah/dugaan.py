"""`--dugaan statistik`: the doubles that probability finds, from the extra `massal`, which need not be installed."""

from collections.abc import Callable, Sequence

from ektp_core.galat import EktpError
from ektp_core.penduduk import Penduduk
from ektp_core.rekonsiliasi import Hasil
from ektp_core.rekonsiliasi.dugaan import add_similar
from ektp_excel import __version__

ATURAN, STATISTIK = "aturan", "statistik"


def load_statistics() -> Callable[[Hasil, Sequence[Penduduk]], Hasil]:
    """What adds them to a result; `EktpError` with what to install when the extra is missing."""
    try:
        from ektp_core.massal.dugaan.penduduk import CARA, find_similar
    except ModuleNotFoundError as e:
        raise EktpError(
            f'--dugaan statistik: paket {e.name} belum terpasang; jalankan: pip install "ektp-core[massal]"'
        ) from e

    def add(hasil: Hasil, penduduk: Sequence[Penduduk]) -> Hasil:
        return add_similar(hasil, penduduk, find_similar(penduduk), f"{CARA}, ektp {__version__}")

    return add
