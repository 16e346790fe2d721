"""A task that a process of its own does, while this one goes on with something else."""

from __future__ import annotations

import logging
import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from typing import Any, Generic, TypeVar

from cuttings.errors import CuttingsError, WorkerError, described
from cuttings.worker_pool import ENDED, begin_worker, interrupts_ignored

Result = TypeVar("Result")


class BackgroundTask(Generic[Result]):
    """Begins a task at once in a forked process (see ``worker_pool.forked`` and ``may_fork``).

    No thread waits for it, so that this process may fork others meanwhile.

    Args:
        task: What to do; only its result comes back.
    """

    def __init__(self, task: Callable[[], Result]) -> None:
        context = multiprocessing.get_context("fork")
        self._receiver, sender = context.Pipe(duplex=False)
        self._process = context.Process(target=_do, args=(task, sender), daemon=True)
        with interrupts_ignored():
            self._process.start()
        sender.close()

    def result(self) -> Result:
        """Wait until the task is done, and return what it gave. Can be asked for once.

        Raises:
            CuttingsError: What the task raised of this kind.
            WorkerError: If it failed otherwise, or its process died.
        """
        try:
            outcome: Result | CuttingsError = self._receiver.recv()
        except EOFError as error:
            raise WorkerError(ENDED) from error
        finally:
            self._receiver.close()
        self._process.join()
        if isinstance(outcome, CuttingsError):
            raise outcome
        return outcome


def _do(task: Callable[[], Any], sender: Connection) -> None:
    logging.disable()
    begin_worker()
    outcome: Any
    try:
        outcome = task()
    except CuttingsError as error:
        outcome = error
    except Exception as error:
        outcome = WorkerError(described(error))
    sender.send(outcome)
