"""The same rules on dataframes (extra `massal`): Narwhals in, the same kind out.

Only names stand here; the core never imports this room.
"""

from ektp_core.massal.dugaan import find_dugaan_dobel
from ektp_core.massal.rekonsiliasi import HasilMassal, reconcile, reconcile_with_figures

__all__ = ["HasilMassal", "find_dugaan_dobel", "reconcile", "reconcile_with_figures"]
