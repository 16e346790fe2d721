from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from typing import NoReturn

import pytest

from cuttings.errors import SettingsError, WorkerError
from cuttings.worker_pool import default_processes, each_in_order, in_order


def _process_and_square(number: int) -> tuple[int, int]:
    return os.getpid(), number * number


def _refuse(_item: int) -> NoReturn:
    raise SettingsError("not installed")


def _fail(_item: int) -> NoReturn:
    raise ValueError("on two\nlines")


def _die(_item: int) -> NoReturn:
    os._exit(9)


@pytest.mark.parametrize("processes", [1, 2])
def test_results_keep_the_order_of_the_items(processes: int) -> None:
    results = list(in_order(_process_and_square, range(20), processes))
    assert [square for _, square in results] == [n * n for n in range(20)]
    assert (os.getpid() in {process for process, _ in results}) is (processes == 1)


def test_no_items_have_no_results() -> None:
    assert list(in_order(_process_and_square, [], 2)) == []


def test_a_known_error_passes_as_it_is() -> None:
    with pytest.raises(SettingsError, match=r"^not installed$"):
        list(in_order(_refuse, range(3), 2))


@pytest.mark.parametrize(
    ("work", "reason"), [(_fail, "ValueError: on two lines"), (_die, "ended from outside")]
)
def test_any_other_failure_is_one_line(work: object, reason: str) -> None:
    with pytest.raises(WorkerError) as raised:
        list(in_order(work, range(3), 2))  # type: ignore[arg-type]
    assert reason in str(raised.value)
    assert "\n" not in str(raised.value)


def _square_or_fail(number: int) -> int:
    if number % 10 == 3:
        raise ValueError("bad number")
    return number * number


def _square_or_die(number: int) -> int:
    if number % 10 == 3:
        os._exit(9)
    return number * number


@pytest.mark.parametrize(
    ("work", "processes", "reason"),
    [
        (_square_or_fail, 1, "ValueError: bad number"),
        (_square_or_fail, 2, "ValueError: bad number"),
        (_square_or_die, 2, "ended from outside"),
    ],
)
def test_what_one_item_fails_with_is_its_own(
    work: Callable[[int], int], processes: int, reason: str
) -> None:
    results = list(each_in_order(work, range(20), processes))
    failed = [result for result in results if isinstance(result, WorkerError)]
    assert len(failed) == 2
    assert all(reason in str(error) for error in failed)
    assert [one for one in results if one not in failed] == [
        number * number for number in range(20) if number % 10 != 3
    ]
    assert [number for number, one in enumerate(results) if one in failed] == [3, 13]


@pytest.mark.parametrize("processes", [1, 2])
def test_a_known_error_ends_all(processes: int) -> None:
    with pytest.raises(SettingsError, match=r"^not installed$"):
        list(each_in_order(_refuse, range(3), processes))


_FORKED = """
import os, sys
from functools import partial
from cuttings.background_task import BackgroundTask
from cuttings.errors import SettingsError
from cuttings.worker_pool import forked, in_batches, may_fork
here = os.getpid()
def refuse(reason):
    raise SettingsError(reason)
if sys.argv[1] == "background":
    tasks = [BackgroundTask(lambda: os.getpid() != here), BackgroundTask(partial(refuse, "no"))]
    tasks += [BackgroundTask(partial(int, "x")), BackgroundTask(partial(os._exit, 9))]
    print(may_fork(), *list(forked([tasks[0].result, os.getpid], 1))[:1])
    for task in tasks[1:]:
        try:
            task.result()
        except Exception as error:
            print(type(error).__name__, str(error).partition(";")[0])
    sys.exit()
numbers = {number: [number] for number in range(300)}
def doubled(some):
    return os.getpid() != here, [2 * numbers[number][0] for number in some]
if sys.argv[1] == "die":
    list(forked([partial(os._exit, 9), int], 2))
found = list(in_batches(doubled, range(300), int(sys.argv[1])))
assert [number for _, some in found for number in some] == [2 * number for number in range(300)]
print(*(elsewhere for elsewhere, _ in found))
"""


def _run_forked(argument: str) -> subprocess.CompletedProcess[str]:
    """Run the script above by itself: a process of the tests has threads, and may not fork."""
    command = [sys.executable, "-c", _FORKED, argument]
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.skipif(sys.platform == "darwin", reason="there no process is forked")
def test_forked_processes_know_what_this_one_knows() -> None:
    assert _run_forked("2").stdout == "True True True\n"
    assert _run_forked("1").stdout == "False False False\n"
    died = _run_forked("die")
    assert died.returncode == 1
    assert "cuttings.errors.WorkerError: a worker process failed (it was ended" in died.stderr


@pytest.mark.skipif(sys.platform == "darwin", reason="there no process is forked")
def test_a_task_in_the_background_gives_its_result_or_why_there_is_none() -> None:
    failed = "WorkerError a worker process failed"
    assert _run_forked("background").stdout.splitlines() == [
        "True True",
        "SettingsError no",
        f"{failed} (ValueError: invalid literal for int() with base 10: 'x')",
        f"{failed} (it was ended from outside, perhaps for lack of memory)",
    ]


def test_processes_are_few() -> None:
    assert 1 <= default_processes() <= 4
