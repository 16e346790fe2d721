"""A document of any kind is read in time that grows as the document does."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]
_LENGTH = 5000
_LONGEST_RUN = 600


def test_every_document_is_read_in_linear_time() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "tests.linear.documents", str(_LENGTH)],
        cwd=_ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=_LONGEST_RUN,
        check=False,
    )
    *findings, count = run.stdout.splitlines() or [""]
    assert run.returncode == 0, run.stderr[-2000:]
    assert findings == []
    assert int(count.split()[0]) > 1000
