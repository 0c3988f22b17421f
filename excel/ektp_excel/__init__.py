"""Everything that touches a workbook: reading and writing it, the command `ektp`, and later the add-in.

The rules are in `ektp_core`; nothing in this package decides who is wajib, double or recorded.
"""

from importlib.metadata import version as _version

__version__ = _version("ektp-core")
