"""`python -m ektp_excel.perintah` is `ektp`."""

import sys

from ektp_excel.perintah import main

if __name__ == "__main__":
    sys.exit(main())
