"""``python -m cuttings.cli`` is ``cuttings``."""

from __future__ import annotations

import sys

from cuttings.cli import main

if __name__ == "__main__":
    sys.exit(main())
