from __future__ import annotations

import contextlib

import pytest

from cuttings.ingest.fetching import time_allowance
from cuttings.ingest.fetching.time_allowance import TimeAllowance


class Clock:
    def __init__(self) -> None:
        self.now = 100.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(time_allowance, "time", clock)
    return clock


def test_time_runs_only_while_a_server_is_asked(clock: Clock) -> None:
    allowance = TimeAllowance(10, 0)
    clock.now += 50
    assert allowance.left == 10
    with allowance.running():
        clock.now += 4
        assert allowance.left == 6
    clock.now += 50
    assert allowance.left == 6
    with contextlib.suppress(OSError), allowance.running():
        clock.now += 5
        raise OSError
    assert allowance.left == 1
    with allowance.running():
        clock.now += 50
        assert allowance.left == 0
    assert allowance.left == 0


def test_waits_have_a_time_of_their_own() -> None:
    allowance = TimeAllowance(10, 3)
    assert allowance.take_wait(2)
    assert not allowance.take_wait(2)
    assert allowance.take_wait(1)
    assert not allowance.take_wait(0.1)
    assert allowance.left == 10
