"""A command with what it took: seconds, and memory of all its processes together."""

from __future__ import annotations

import os
import subprocess
import threading
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

_PAUSE = 1.0
"""Seconds between two looks at the memory."""

_PROCESSES = Path("/proc")


@dataclass(frozen=True, slots=True)
class Measured:
    """What a command took.

    Attributes:
        seconds: From its start to its end, by the clock.
        processor_seconds: What it and its processes took of all processors, whatever else the
            machine did.
        peak_megabytes: Most memory that it and its processes held at a time; what several share
            counts once (the proportional set size, so Linux only).
    """

    seconds: float
    processor_seconds: float
    peak_megabytes: float


def measure(command: Sequence[str], processors: Sequence[int]) -> Measured:
    """Run a command on some processors only.

    Args:
        command: The program and its arguments.
        processors: Numbers of the processors that it may use.

    Raises:
        subprocess.CalledProcessError: If it fails.
    """
    start = time.perf_counter()
    process = subprocess.Popen(
        command,
        stdout=subprocess.DEVNULL,
        preexec_fn=lambda: os.sched_setaffinity(0, processors),
    )
    ended = threading.Event()
    peaks = [0]
    watch = threading.Thread(target=_watch, args=(process.pid, ended, peaks))
    watch.start()
    _, waited, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = status = os.waitstatus_to_exitcode(waited)
    ended.set()
    watch.join()
    if status:
        raise subprocess.CalledProcessError(status, command)
    return Measured(seconds, used.ru_utime + used.ru_stime, max(peaks) / 1_000)


def _watch(process: int, ended: threading.Event, peaks: list[int]) -> None:
    while not ended.wait(_PAUSE):
        peaks.append(sum(map(_kilobytes, _with_children(process))))


def _with_children(process: int) -> list[int]:
    """Return the numbers of a process and of all that it started."""
    try:
        listed = (_PROCESSES / f"{process}/task/{process}/children").read_text()
    except OSError:
        return []
    return [process, *(one for child in listed.split() for one in _with_children(int(child)))]


def _kilobytes(process: int) -> int:
    try:
        lines = (_PROCESSES / f"{process}/smaps_rollup").read_text().splitlines()
    except OSError:
        return 0
    return next((int(line.split()[1]) for line in lines if line.startswith("Pss:")), 0)
