"""EKTP_VERSI: which version answers, so that two PCs with different figures can be compared."""

from ektp_excel import __version__
from ektp_excel.fungsi.bentuk import Jawaban, formula


@formula
def versi(*, sistem_1904: bool = False) -> Jawaban:
    """Name and version of the package."""
    return [[f"ektp-core {__version__}"]]
