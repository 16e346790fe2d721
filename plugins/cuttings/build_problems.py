"""Bad input during a build: each problem is one line, and the rest goes on."""

from __future__ import annotations

import logging
from typing import Any, NoReturn

from cuttings.errors import CuttingsError

FINISHED_WITH_PROBLEMS = 3
"""Exit status of a build that wrote a whole site but had to leave something out."""

_KEY = "CUTTINGS_BUILD_PROBLEMS"
_log = logging.getLogger(__name__)


class BuildProblems:
    """Counts what a build had to leave out. Plugins share one through Pelican's settings."""

    def __init__(self) -> None:
        self._lines: set[str] = set()

    @property
    def count(self) -> int:
        """How many there are; what two steps of a build report in the same words is one."""
        return len(self._lines)

    @classmethod
    def of(cls, settings: dict[str, Any]) -> BuildProblems:
        """Return the problems of the build that has these settings."""
        problems: BuildProblems = settings.setdefault(_KEY, cls())
        return problems

    def add(self, problem: object) -> None:
        """Report a problem as one warning; the build goes on."""
        line = str(problem)
        if line not in self._lines:
            self._lines.add(line)
            _log.warning("%s", line)

    def end_build(self) -> None:
        """Say at the end of a build that something was left out, and forget it.

        Raises:
            SystemExit: With ``FINISHED_WITH_PROBLEMS``, if there were problems
                and errors are fatal (``pelican --fatal errors``).
        """
        count = self.count
        self._lines.clear()
        if not count:
            return
        try:
            _log.error("The site is complete except for what the warnings above name: %d", count)
        except RuntimeError:
            # Pelican raises this behind a fatal error; its traceback would hide the warnings.
            raise SystemExit(FINISHED_WITH_PROBLEMS) from None


def stop_build(error: CuttingsError) -> NoReturn:
    """End a build that cannot go on, with one line where errors are fatal.

    Raises:
        SystemExit: If errors are fatal.
        CuttingsError: ``error`` itself, if they are not; a server that rebuilds goes on.
    """
    try:
        _log.error("%s", error)
    except RuntimeError:
        raise SystemExit(1) from None
    raise error
