from __future__ import annotations

import re
import signal
import threading
from collections.abc import Callable
from contextlib import suppress

import pytest

from cuttings.errors import ExcessError, UnreadableSourceError
from cuttings.ingest.raw import record as record_module
from cuttings.ingest.raw.record import Record
from cuttings.ingest.raw.source_file import SourceFile
from cuttings.ingest.raw.time_limit import time_limit

pytestmark = pytest.mark.skipif(
    not hasattr(signal, "setitimer"), reason="this system has no timers"
)
MakeSource = Callable[..., SourceFile]
ENDLESS = re.compile("(a|aa)+$")


def _for_ever() -> None:
    while True:
        # A library that goes on whatever happens.
        with suppress(Exception):
            sum(range(1000))


@pytest.mark.parametrize("work", [_for_ever, lambda: ENDLESS.match("a" * 60 + "b")])
def test_what_never_ends_is_interrupted(work: Callable[[], object]) -> None:
    with pytest.raises(ExcessError, match=r"more than 0\.1 seconds"), time_limit(0.1):
        work()
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0.0, 0.0)


def test_what_swallows_the_interruption_is_interrupted_again() -> None:
    swallowed = []

    def work() -> None:
        while True:
            try:
                _for_ever()
            except BaseException:
                swallowed.append(1)
                if len(swallowed) == 2:
                    raise

    with pytest.raises(ExcessError), time_limit(0.1):
        work()


def test_what_ends_in_time_leaves_no_trace() -> None:
    before = signal.getsignal(signal.SIGVTALRM)
    with time_limit(60):
        pass
    with pytest.raises(ZeroDivisionError), time_limit(60):
        _ = 1 / 0
    assert signal.getsignal(signal.SIGVTALRM) is before
    assert signal.getitimer(signal.ITIMER_VIRTUAL) == (0.0, 0.0)


def test_another_thread_has_no_limit() -> None:
    done = []

    def work() -> None:
        with time_limit(0.001):
            sum(range(1_000_000))
        done.append(True)

    thread = threading.Thread(target=work)
    thread.start()
    thread.join()
    assert done == [True]


def test_an_item_that_takes_too_long_is_reported(
    make_source: MakeSource, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(record_module, "time_limit", lambda: time_limit(0.1))
    part = make_source("a\nb").part(b"a", "row 1")
    with pytest.raises(UnreadableSourceError) as told:
        Record(part, lambda _source: _for_ever()).read()  # type: ignore[arg-type,return-value]
    assert "row 1: reading it takes more than 0.1 seconds; copy the story" in str(told.value)
