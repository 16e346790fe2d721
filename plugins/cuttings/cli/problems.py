"""What a command had to leave out: each a line on standard error, all in the exit status."""

from __future__ import annotations

import sys

from cuttings.errors import CuttingsError


class Problems:
    """Prints problems as they come, and remembers whether there were any."""

    def __init__(self) -> None:
        self._found = False

    def report(self, problem: CuttingsError) -> None:
        """Print a problem as one line; the command goes on."""
        self._found = True
        print(problem, file=sys.stderr)

    @property
    def status(self) -> int:
        """The command's exit status: 1 if something was left out, else 0."""
        return 1 if self._found else 0
