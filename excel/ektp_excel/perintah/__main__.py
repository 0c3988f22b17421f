"""`python -m ektp_excel.perintah` is `ektp`."""

import sys

from ektp_excel.perintah import main

sys.exit(main())
