"""Trials: the tests run on a copy of the repository that holds a mutant."""

from __future__ import annotations

import compileall
import contextlib
import multiprocessing
import os
import re
import resource
import shutil
import signal
import sys
from pathlib import Path
from py_compile import PycInvalidationMode

import pytest
from tests.mutation.mutant import Mutant
from tests.mutation.nearby_tests import rings_of_tests

PACKAGES = Path("plugins")

_LEFT_OUT = shutil.ignore_patterns(
    ".git", ".venv", "node_modules", "output", "__pycache__", ".cache", ".*_cache", ".hypothesis",
    "work", "results",
)  # fmt: skip
_OWN = re.compile(r"(cuttings|tests|bench)(\.|$)")
_FAILED = re.compile(r"^(?:FAILED|ERROR) (\S+)", re.MULTILINE)

_OPTIONS = (
    "-x", "-q", "-rfE", "--tb=short", "-pno:cacheprovider",
    "-Wignore:Module already imported:pytest.PytestAssertRewriteWarning",
)  # fmt: skip

_MOST_SECONDS = 120
"""Processor time after which a process of the tests is taken to run for ever: the unit tests of the
longest stage take 30 s. Other work on the machine does not count."""

_MOST_SECONDS_OF_FILE = 40
"""The same for a single file of tests: the longest takes 10 s."""

_LONGEST_WAIT = 1200
"""Seconds after which a mutant is taken to wait for ever: chosen by eye."""


class FailingTestError(Exception):
    """A test fails without a mutant, so that it notices none."""


class Trial:
    """A copy of the repository in which one mutant after the other is tried.

    Args:
        repository: The root of the repository.
        folder: An empty folder for the copy.
        rings: How many groups of tests to run, from the nearest to a mutant on.
    """

    def __init__(self, repository: Path, folder: Path, rings: int) -> None:
        self._copy = folder / repository.name
        self._log = folder / "log"
        self._rings = rings
        self._passing: set[Path] = set()
        shutil.copytree(repository, self._copy, symlinks=True, ignore=_LEFT_OUT)
        modules = Path("theme/node_modules")
        if (repository / modules).exists():
            (self._copy / modules).symlink_to((repository / modules).resolve())
        # A mutant can have the size and, to the second, the time of the code: the hash tells them
        # apart.
        compileall.compile_dir(
            self._copy / PACKAGES, quiet=2, invalidation_mode=PycInvalidationMode.CHECKED_HASH
        )

    def noticed_by(self, mutant: Mutant) -> str:
        """Return the first test that fails on a mutant, or "" if none does.

        Raises:
            FailingTestError: The test fails without the mutant, too.
        """
        path = self._copy / PACKAGES / mutant.module
        source = path.read_text(encoding="utf-8")
        path.write_text(mutant.code, encoding="utf-8")
        try:
            rings = rings_of_tests(self._copy, mutant.module)[: self._rings]
            failed = next(filter(None, map(self._failed, rings)), "")
        finally:
            path.write_text(source, encoding="utf-8")
        file = Path(failed.partition("::")[0])
        if failed and file not in self._passing and (self._copy / file).is_file():
            if self._failed((file,)):
                raise FailingTestError(f"{file} fails without a mutant, too")
            self._passing.add(file)
        return failed

    def _failed(self, tests: tuple[Path, ...]) -> str:
        # The fork has the installed packages loaded already, which takes longer than most tests.
        process = multiprocessing.get_context("fork").Process(
            target=_run_tests, args=(self._copy, tests, self._log)
        )
        process.start()
        assert process.pid is not None
        process.join(_LONGEST_WAIT)
        is_waiting = process.is_alive()
        with contextlib.suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.join()
        return self._failure(process.exitcode, is_waiting)

    def _failure(self, exit_code: int | None, is_waiting: bool) -> str:
        if exit_code == 0:
            return ""
        if is_waiting:
            return "waiting for ever"
        if exit_code in {-signal.SIGXCPU, -signal.SIGKILL}:
            return "running for ever"
        found = _FAILED.search(self._log.read_text(encoding="utf-8", errors="replace"))
        return found[1] if found else f"exit status {exit_code}"


def _run_tests(repository: Path, tests: tuple[Path, ...], log: Path) -> None:
    """Run tests in this process, with the code in ``repository``, until the first one fails."""
    os.setsid()
    most = _MOST_SECONDS_OF_FILE if len(tests) == 1 and tests[0].suffix else _MOST_SECONDS
    resource.setrlimit(resource.RLIMIT_CPU, (most, resource.RLIM_INFINITY))
    output = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    os.dup2(output, 1)
    os.dup2(output, 2)
    sys.stdout = sys.stderr = os.fdopen(1, "w", encoding="utf-8", errors="replace")
    for name in [name for name in sys.modules if _OWN.match(name)]:
        del sys.modules[name]
    os.chdir(repository)
    sys.path[:0] = [str(repository), str(repository / PACKAGES)]
    os.environ["PYTHONPATH"] = str(repository / PACKAGES)
    code = pytest.main([*_OPTIONS, *map(str, tests)])
    sys.stdout.flush()
    os._exit(code)
