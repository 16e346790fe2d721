"""Processor time of work on texts of growing length, and whether it grows faster than they do."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable
from types import FrameType
from typing import TypeVar

Work = Callable[[str], object]
Subject = TypeVar("Subject")

FLOOR = 0.01
"""Seconds below which a measurement says nothing of how time grows."""

MOST = 2.0
"""Seconds after which work is stopped, if nothing else is said."""

_LINEAR = 7.0
"""Growth over two doublings that is no sign of more than linear time: linear is 4, square is 16."""

TRIES = 3
"""Measurements before growth counts as more than linear: what else a processor does at the time
makes some of them longer, and none shorter."""


class _Stopped(BaseException):
    """Work took longer than it may; libraries catch what is an Exception."""


def _stop(_signal: int, _frame: FrameType | None) -> None:
    raise _Stopped


def seconds(work: Callable[[Subject], object], subject: Subject, most: float = MOST) -> float:
    """Return the processor time that some work takes, or infinity if it had to be stopped.

    The expressions of ``re`` look for signals while they work, so they can be stopped. The clock is
    that of the thread: the one of the process is coarse while its timer runs.

    Args:
        work: What is done.
        subject: What it is done with.
        most: Seconds after which it is stopped.
    """

    before = signal.signal(signal.SIGPROF, _stop)
    signal.setitimer(signal.ITIMER_PROF, most)
    begun = time.thread_time()
    try:
        work(subject)
        return time.thread_time() - begun
    except _Stopped:
        return float("inf")
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def superlinear(
    work: Work,
    text_of: Callable[[int], str],
    length: int,
    floor: float = FLOOR,
    most: float = MOST,
) -> str:
    """Return the seconds at n, 2n and 4n if work grows faster than its text, else "".

    Args:
        work: What is done with a text.
        text_of: Gives the text of a length.
        length: Characters of the text that is tried first: what takes no time with it is not
            looked at any further.
        floor: Seconds that count as no time.
        most: Seconds that no text may take, also one that is four times as long.
    """
    shortest = seconds(work, text_of(length), most)
    if shortest < floor:
        return ""
    if shortest > most:
        return f"more than {most} s for {length} characters"
    longest = float("inf")
    for _ in range(TRIES):
        shortest = min(shortest, seconds(work, text_of(length), most))
        longest = min(longest, seconds(work, text_of(4 * length), most))
        if longest < _LINEAR * max(shortest, floor / 2):
            return ""
        if longest == float("inf"):
            break
    middle = seconds(work, text_of(2 * length), most)
    return f"{shortest:.3f}, {middle:.3f}, {longest:.3f} s"
