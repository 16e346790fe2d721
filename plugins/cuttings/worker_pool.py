"""Work spread over processes, with its results in the order of the work."""

from __future__ import annotations

import gc
import logging
import multiprocessing
import os
import signal
import sys
import threading
import warnings
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from itertools import islice
from typing import Any, Protocol, TypeVar

from cuttings.errors import CuttingsError, WorkerError, described
from cuttings.number_setting import number_setting

Item = TypeVar("Item")
Result = TypeVar("Result")

PROCESSES_SETTING = "CUTTINGS_PROCESSES"
"""Pelican setting: how many processes may share the work on many files; by default ``auto``."""


class Workers(Protocol):
    """Workers elsewhere that share the work in place of processes of this machine."""

    @property
    def count(self) -> int:
        """How many items they can be at once."""

    def taking(self, work: Callable[[Any], Any]) -> Callable[[Any], Awaited]:
        """Return what hands them one item of some work."""


class Awaited(Protocol):
    """The result of an item that was handed out."""

    def result(self) -> Any:  # noqa: ANN401
        """Return it, or raise what the work raised."""


_elsewhere: Workers | None = None
"""Who shares the work at the moment, if not processes of this machine."""

_AHEAD = 2
"""How many items a process are handed out before the first result is asked for."""

BATCH = 128
"""Items that are worth handing to another process together: many times what handing over costs."""

_OBJECTS_BETWEEN_SEARCHES = 5_000
"""New objects after which a process looks for cycles among them; Python's default is 700."""

ENDED = "it was ended from outside, perhaps for lack of memory"
"""What is said of a process that gives no result."""

_MOST_BY_DEFAULT = 4
"""Most processes unless more are asked for: each holds a model of half a gigabyte."""


@contextmanager
def handing_work_to(workers: Workers) -> Iterator[None]:
    """Have others do meanwhile what processes of this machine would do.

    What is not worth a second process is still done in this one, and what is forked on this
    machine.
    """
    global _elsewhere
    _elsewhere = workers
    try:
        yield
    finally:
        _elsewhere = None


def default_processes() -> int:
    """Return how many processes to use: one for each processor that may be used, at most four.

    If others share the work, as many as they are.
    """
    if _elsewhere is not None:
        return _elsewhere.count
    if hasattr(os, "sched_getaffinity"):
        return min(len(os.sched_getaffinity(0)), _MOST_BY_DEFAULT)
    return min(os.cpu_count() or 1, _MOST_BY_DEFAULT)


def processes_setting(settings: Mapping[str, Any]) -> int | None:
    """Return how many processes may share the work on many files, None for ``auto``.

    Raises:
        SettingsError: If it is neither.
    """
    if settings.get(PROCESSES_SETTING, "auto") == "auto":
        return None
    return number_setting(settings, PROCESSES_SETTING, "auto")


def build_processes(settings: Mapping[str, Any]) -> int:
    """Return how many processes may share the work of a build.

    Raises:
        SettingsError: If the setting is wrong (see ``processes_setting``).
    """
    return processes_setting(settings) or default_processes()


def in_order(
    work: Callable[[Item], Result], items: Iterable[Item], processes: int
) -> Iterator[Result]:
    """Yield what ``work`` gives for each item, in the order of the items.

    Processes are spawned, never forked, so that all systems do the same and no thread
    is caught halfway. They begin at once, so the caller may do other work before it asks
    for the first result, and end with the last item, an error, an interrupt, or the
    death of this process.

    Args:
        work: What to do with an item; it goes to each process once, pickled.
        items: What to work through; few are taken ahead of the results.
        processes: How many processes; with one, the work is done in this process.

    Raises:
        CuttingsError: What ``work`` raises of this kind.
        WorkerError: If it fails otherwise in another process, or the process dies.
    """
    if processes == 1:
        return map(work, items)
    if _elsewhere is not None:
        return _hand_out(_elsewhere.taking(work), iter(items), _AHEAD * processes)
    return _spread(work, items, processes)


def each_in_order(
    work: Callable[[Item], Result], items: Iterable[Item], processes: int
) -> Iterator[Result | WorkerError]:
    """Yield as ``in_order`` does, but for an item that fails its error, and go on.

    If a process dies, it is not known which of the items at work then ended it: they are done
    again, each in a process of its own. With one process, only what is raised can be survived.

    Raises:
        CuttingsError: What ``work`` raises of this kind.
    """
    waiting: deque[Item] = deque()
    remaining = iter(items)

    def noted() -> Iterator[Item]:
        for item in remaining:
            waiting.append(item)
            yield item

    again = True
    while again:
        again = False
        try:
            for result in in_order(work, noted(), processes):
                waiting.popleft()
                yield result
        except WorkerError:
            again = True
        except CuttingsError:
            raise
        except Exception as error:
            again = True
            waiting.popleft()
            yield WorkerError(described(error))
        while waiting:
            yield _alone(work, waiting.popleft())


def forked(tasks: Sequence[Callable[[], Result]], processes: int) -> Iterator[Result]:
    """Yield what each task gives, in the order of the tasks.

    The processes are forked: each has in memory what this one has, so that only results go from
    one to the other, and what a task logs is lost. With one task or one process, and where forking
    is not safe (see ``may_fork``), the tasks are done one after the other in this process.

    Args:
        tasks: What is to be done, the longest first; none may need what another does.
        processes: How many processes.

    Raises:
        CuttingsError: What a task raises of this kind.
        WorkerError: If it fails otherwise in another process, or the process dies.
    """
    count = min(processes, len(tasks))
    if count <= 1 or not may_fork():
        return (task() for task in tasks)

    def do(number: int) -> Result:
        logging.disable()
        return tasks[number]()

    return _spread(do, range(len(tasks)), count, "fork", ahead=len(tasks))


def in_batches(
    work: Callable[[Sequence[Item]], Result], items: Sequence[Item], processes: int
) -> Iterator[Result]:
    """Yield what ``work`` gives for each ``BATCH`` neighbouring items, in their order.

    Args:
        work: What to do with some items.
        items: What to work through.
        processes: How many processes may share the work (see ``forked``).

    Raises:
        CuttingsError: What ``work`` raises of this kind.
        WorkerError: If it fails otherwise in another process, or the process dies.
    """
    starts = range(0, len(items), BATCH)
    return forked([partial(work, items[start : start + BATCH]) for start in starts], processes)


def may_fork() -> bool:
    """Return whether this process may share work by forking.

    It may not on systems that cannot, on macOS, whose libraries do not expect it, and beside other
    threads, which a fork would catch halfway. The thread that turns the sign of a waiting command
    is not a danger: it holds the terminal alone, and a forked process leaves that alone.
    """
    can_fork = "fork" in multiprocessing.get_all_start_methods() and sys.platform != "darwin"
    others = [one for one in threading.enumerate() if one is not threading.main_thread()]
    is_alone = all(type(other).__module__.startswith("rich.") for other in others)
    return can_fork and is_alone and not multiprocessing.current_process().daemon


def _alone(work: Callable[[Item], Result], item: Item) -> Result | WorkerError:
    try:
        (result,) = _spread(work, [item], 1)
    except WorkerError as error:
        return error
    return result


def _spread(
    work: Callable[[Item], Result],
    items: Iterable[Item],
    processes: int,
    start_method: str = "spawn",
    ahead: int = 0,
) -> Iterator[Result]:
    """Do the work in other processes (see ``in_order``)."""
    context = multiprocessing.get_context(start_method)
    pool = ProcessPoolExecutor(processes, context, initializer=_begin, initargs=(work,))

    def submit(item: Item) -> Awaited:
        return pool.submit(_do, item)

    remaining = iter(items)
    try:
        with interrupts_ignored(), warnings.catch_warnings():
            # Newer Pythons warn of each fork beside a thread.
            warnings.simplefilter("ignore", DeprecationWarning)
            handed_out = islice(remaining, ahead or _AHEAD * processes)
            waiting: deque[Awaited] = deque(map(submit, handed_out))
    except BrokenProcessPool as error:
        raise WorkerError(ENDED) from error
    return _results(submit, waiting, remaining, partial(pool.shutdown, cancel_futures=True))


def _hand_out(
    submit: Callable[[Any], Awaited], remaining: Iterator[Any], ahead: int
) -> Iterator[Any]:
    """Hand out the first items at once, and yield the results of all."""
    waiting = deque(map(submit, islice(remaining, ahead)))
    return _results(submit, waiting, remaining, end=lambda: None)


def _results(
    submit: Callable[[Any], Awaited],
    waiting: deque[Awaited],
    remaining: Iterator[Any],
    end: Callable[[], None],
) -> Iterator[Any]:
    """Yield the results of items handed out, handing out one more for each; then end."""
    try:
        while waiting:
            yield waiting.popleft().result()
            waiting.extend(map(submit, islice(remaining, 1)))
    except (CuttingsError, GeneratorExit):
        raise
    except BrokenProcessPool as error:
        raise WorkerError(ENDED) from error
    except Exception as error:
        raise WorkerError(described(error)) from error
    finally:
        end()


_work: Callable[[Any], Any] | None = None
"""What this process was started for."""


def search_cycles_seldom() -> None:
    """Have Python look for reference cycles less often, and not in what is in memory already.

    That takes a twentieth of the time of long work among many objects.
    """
    gc.freeze()
    gc.set_threshold(_OBJECTS_BETWEEN_SEARCHES)


def _begin(work: Callable[[Any], Any]) -> None:
    global _work
    _work = work
    begin_worker()


def begin_worker() -> None:
    """Prepare this process to work for its parent: it leaves interrupts to it and ends with it."""
    search_cycles_seldom()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _do(item: Any) -> Any:  # noqa: ANN401
    assert _work is not None  # noqa: S101
    return _work(item)


@contextmanager
def interrupts_ignored() -> Iterator[None]:
    """Ignore Ctrl-C for a moment; processes started meanwhile ignore it from their first line."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
