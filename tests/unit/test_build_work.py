"""Long work of a build, done together."""

from __future__ import annotations

import os
from functools import partial
from typing import Any

import pytest

from cuttings import build_work
from cuttings.build_work import BuildWork


@pytest.mark.parametrize("processes", [1, 2])
def test_results_come_in_the_order_of_the_tasks_and_once(processes: int) -> None:
    settings: dict[str, Any] = {}
    results: list[int] = []
    for number in range(5):
        BuildWork.of(settings).add(partial(pow, number, 2), results.append)
    assert results == []
    BuildWork.of(settings).do(processes)
    assert results == [0, 1, 4, 9, 16]
    BuildWork.of(settings).do(processes)
    assert results == [0, 1, 4, 9, 16]


def test_what_comes_of_work_is_seen_by_this_process() -> None:
    work, done_by = BuildWork(), []
    work.add(lambda: None, lambda _: done_by.append(os.getpid()))
    work.do(2)
    assert done_by == [os.getpid()]
    assert BuildWork.of({}) is not BuildWork.of({})


def test_each_round_has_processes_of_its_own(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(build_work, "ROUND", 2)
    work = BuildWork()
    done_by: list[int] = []
    for _ in range(5):
        work.add(os.getpid, done_by.append)
    work.do(2)
    first, second, last = set(done_by[:2]), set(done_by[2:4]), set(done_by[4:])
    assert len(done_by) == 5
    assert first.isdisjoint(second)
    assert last == {os.getpid()}, "one task alone needs no process"
