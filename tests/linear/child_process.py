"""Measuring in a process of its own, which nothing hangs and no other test slows."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

_ROOT = Path(__file__).resolve().parents[2]
_LONGEST_RUN = 1_800


def lines_of(module: str, *arguments: str) -> list[str]:
    """Run a module of this folder to its end and return the lines that it prints."""
    run = subprocess.run(
        [sys.executable, "-m", f"tests.linear.{module}", *arguments],
        cwd=_ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=_LONGEST_RUN,
        check=False,
    )
    assert run.returncode == 0, run.stderr[-2000:]
    return run.stdout.splitlines()
