"""Long work of a build that no stage waits for, done together by all processors."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

from cuttings.background_task import BackgroundTask
from cuttings.worker_pool import forked

Result = TypeVar("Result")

_KEY = "CUTTINGS_BUILD_WORK"

ROUND = 160
"""Tasks after which processes are forked anew: 20,000 pages, if each task writes as many as is
usual. Python writes into all that a process reads, so a process comes to have a copy of what it
shared with its parent; a new one shares all again.
"""


class BuildWork:
    """Collects what is to be done. Plugins share one through Pelican's settings."""

    def __init__(self) -> None:
        self._tasks: list[tuple[Callable[[], Any], Callable[[Any], None]]] = []
        self._begun: list[tuple[BackgroundTask[Any], Callable[[Any], None]]] = []

    @classmethod
    def of(cls, settings: dict[str, Any]) -> BuildWork:
        """Return the work of the build that has these settings."""
        work: BuildWork = settings.setdefault(_KEY, cls())
        return work

    def add(self, task: Callable[[], Result], done: Callable[[Result], None]) -> None:
        """Add work to be done with the rest of it.

        Args:
            task: Does it, perhaps in another process, so that only its result comes back.
            done: Called with the result in this process, in the order of the tasks.
        """
        self._tasks.append((task, done))

    def begin(self, task: Callable[[], Result], done: Callable[[Result], None]) -> None:
        """Begin work at once, in a process of its own; the rest of it ends with this.

        Args:
            task: As for ``add``.
            done: As for ``add``; called when what was added is done.
        """
        self._begun.append((BackgroundTask(task), done))

    def do(self, processes: int) -> None:
        """Do all that was added, and wait for what was begun.

        Args:
            processes: How many processes may share it (see ``forked``).

        Raises:
            WorkerError: If one of them dies.
        """
        added, self._tasks = self._tasks, []
        for start in range(0, len(added), ROUND):
            now = added[start : start + ROUND]
            results = forked([task for task, _ in now], processes)
            for (_, done), result in zip(now, results, strict=True):
                done(result)
        begun, self._begun = self._begun, []
        for begun_task, done in begun:
            done(begun_task.result())
