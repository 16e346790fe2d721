"""Long work of a build, done together."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import partial
from typing import Any

import pytest

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


ROUNDS = """
import os

from cuttings import build_work

build_work.ROUND = 2
work, done_by = build_work.BuildWork(), []
for _ in range(5):
    work.add(os.getpid, done_by.append)
work.do(2)
first, second, last = set(done_by[:2]), set(done_by[2:4]), set(done_by[4:])
print(len(done_by), first.isdisjoint(second), last == {os.getpid()})
"""


def test_each_round_has_processes_of_its_own_and_a_task_alone_needs_none() -> None:
    # In a process of its own: a browser's thread in this one would keep it from forking.
    done = subprocess.run(
        [sys.executable, "-c", ROUNDS], capture_output=True, text=True, check=True
    )
    assert done.stdout == "5 True True\n"
