"""A limit of time: the last resort against a source that nobody foresaw.

What is known to take long is bounded before it is read. This is for the rest: reading writes
nothing, so it can be given up at any point, and the next item is read as if nothing had been.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from cuttings.errors import ExcessError
from cuttings.ingest.raw.refusal import COPY_AND_SAVE

READING_SECONDS = 8.0
"""Processor time that reading one item may take; the largest pages that are read take five."""

_AGAIN = 0.5
"""Seconds after which reading that has swallowed the interruption is interrupted again."""


class _TimeIsUpError(BaseException):
    """Not an Exception, because libraries catch those and go on."""


@contextmanager
def time_limit(seconds: float = READING_SECONDS) -> Iterator[None]:
    """Interrupt what takes more processor time than it may.

    It works in the main thread, which reads in every process, where the system has timers (not on
    Windows). A call into a library's native code is interrupted when it returns.

    Raises:
        ExcessError: If the time is up.
    """
    if not _has_timers():
        yield
        return

    def interrupt(_signal: int, _frame: FrameType | None) -> None:
        raise _TimeIsUpError

    before = signal.signal(signal.SIGVTALRM, interrupt)
    try:
        signal.setitimer(signal.ITIMER_VIRTUAL, seconds, _AGAIN)
        try:
            yield
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)
    except _TimeIsUpError:
        raise ExcessError(
            f"reading it takes more than {seconds:g} seconds",
            COPY_AND_SAVE,
        ) from None
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _has_timers() -> bool:
    is_main = threading.current_thread() is threading.main_thread()
    return is_main and hasattr(signal, "setitimer")
