"""Limited processes: programs that read one file each, within bounds of time and memory.

A reader of an intricate format can be made to take any amount of both, or is native code. Whatever
a file does, it does to a process that has limits and is not the one that files articles.
"""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

_SECONDS = 8
"""Processor time that one file may take."""

_BYTES = 512 * 1024 * 1024
"""Address space that reading one file may take."""

_WAITING_SECONDS = 60
"""How long to wait for the process on a machine that does much else."""


def read_in_limited_process(module: str, content: bytes) -> dict[str, Any] | None:
    """Return what a program says of a file, or None if it failed or had to be stopped.

    Args:
        module: The program: it takes the file on its standard input and prints a JSON object.
        content: The whole file.
    """
    try:
        done = subprocess.run(  # noqa: S603 (only programs of our own)
            [sys.executable, "-m", module],
            input=content,
            capture_output=True,
            timeout=_WAITING_SECONDS,
            check=True,
        )
    except (subprocess.TimeoutExpired, subprocess.CalledProcessError):
        return None
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def limit_resources() -> None:
    """Limit the time and memory of this process, where the system can."""
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (_BYTES, _BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
