"""Stories with thousands of names take time in step with their length."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]
_LENGTH = 3000
_STORIES = ("people", "one surname", "initials", "acronyms")
_LONGEST_RUN = 600


def test_names_take_linear_time_and_no_body_takes_long() -> None:
    run = subprocess.run(
        [sys.executable, "-m", "tests.linear.stories", str(_LENGTH), *_STORIES],
        cwd=_ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=_LONGEST_RUN,
        check=False,
    )
    assert run.returncode == 0, run.stderr[-2000:]
    assert run.stdout.splitlines() == [f"{len(_STORIES)} stories"]
