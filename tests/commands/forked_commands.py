"""Runs commands of Cuttings, each in a process forked from one that has everything loaded.

``python -m tests.commands.forked_commands`` reads a JSON object from each line of standard input,
a ``Command`` as a dictionary, and answers with one line, a ``Result``. Loading the stages and the
model takes longer than what most commands then do.
"""

from __future__ import annotations

import contextlib
import datetime
import functools
import gc
import importlib
import json
import os
import pkgutil
import resource
import runpy
import signal
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from types import SimpleNamespace

ROOT = Path(__file__).resolve().parents[2]

_TODAY = datetime.date(2026, 1, 2)
"""The day on which commands run, so that those before and after midnight give the same."""

_CHANGES = frozenset(
    "os.mkdir os.rename os.remove os.rmdir os.link os.truncate shutil.move shutil.rmtree".split()
)
"""What the system tells of before it is done; so are files opened to be written."""


@dataclass(frozen=True, slots=True)
class Command:
    """A command to run.

    Attributes:
        words: ``cuttings``, ``pelican`` or ``swap`` and the words behind it, or ``python``, a
            module to run and the words behind that.
        root: Changes below this folder are counted; none are if it is "".
        deadly: The number of the change, from 1, before which the process is killed; 0 for none.
        after: Seconds after which it is killed, or 0.
        memory: Bytes of addresses that it may take, or 0 for any number.
        environment: Variables that it has beside those of this process. Those that Python reads
            when it starts come too late, except PYTHONPATH.
    """

    words: list[str]
    root: str = ""
    deadly: int = 0
    after: float = 0
    memory: int = 0
    environment: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Result:
    """What became of it.

    Attributes:
        status: The exit status, negative for a signal.
        changes: How many changes were about to be made.
        messages: What it printed.
        was_helped: Whether other processes worked for it; not known of one that was killed.
    """

    status: int
    changes: int
    messages: str
    was_helped: bool = False

    @property
    def killed(self) -> bool:
        """Whether it was killed."""
        return self.status == -signal.SIGKILL


class ForkedCommands:
    """Runs commands; made by ``forked_commands``.

    Args:
        process: That which forks.
    """

    def __init__(self, process: subprocess.Popen[str]) -> None:
        self._process = process

    def run(self, command: Command) -> Result:
        """Run a command to its end, which may be a kill."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        print(json.dumps(asdict(command)), file=self._process.stdin, flush=True)
        return Result(**json.loads(self._process.stdout.readline()))


@contextmanager
def forked_commands() -> Iterator[ForkedCommands]:
    """Start the process that has everything loaded, and end it in the end."""
    with subprocess.Popen(
        [sys.executable, "-m", "tests.commands.forked_commands"],
        cwd=ROOT,
        env={**os.environ, "COLUMNS": "2000"},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        encoding="utf-8",
    ) as process:
        yield ForkedCommands(process)
        assert process.stdin is not None
        process.stdin.close()


def _execute(words: list[str]) -> int:
    program, *arguments = words
    if program == "cuttings":
        from cuttings.cli import main

        return main(arguments)
    if program == "swap":
        from cuttings.site import site_folder

        return site_folder.main(arguments)
    if program == "python":
        sys.argv = arguments
        runpy.run_module(arguments[0], run_name="__main__")
        return 0
    import pelican

    pelican.main(arguments)
    return 0


def _count_changes(command: Command, counter: int) -> None:
    """Write a byte to ``counter`` before each change, and kill this process before one of them."""
    passed = 0

    def audit(event: str, arguments: tuple[object, ...]) -> None:
        nonlocal passed
        writes = event == "open" and int(str(arguments[2])) & (os.O_WRONLY | os.O_RDWR)
        if (writes or event in _CHANGES) and str(arguments[0]).startswith(command.root):
            passed += 1
            os.write(counter, b".")
            if passed == command.deadly:
                os.kill(os.getpid(), signal.SIGKILL)

    sys.addaudithook(audit)


def _prepare(command: Command, counter: int) -> None:
    """Make the process of a command what the command wants."""
    os.environ.update(command.environment)
    sys.path[1:1] = command.environment.get("PYTHONPATH", "").split(os.pathsep)
    if command.memory:
        resource.setrlimit(resource.RLIMIT_AS, (command.memory, command.memory))
    if command.root:
        _count_changes(command, counter)


def _run_forked(command: Command) -> Result:
    with (
        tempfile.TemporaryFile() as messages,
        tempfile.TemporaryFile() as counter,
        tempfile.TemporaryFile() as helped,
    ):
        process = os.fork()
        if process == 0:
            status = 70
            with contextlib.suppress(BaseException):
                os.dup2(messages.fileno(), 1)
                os.dup2(messages.fileno(), 2)
                _prepare(command, counter.fileno())
                status = _status(command.words)
                sys.stdout.flush()
                sys.stderr.flush()
                if _was_helped():
                    os.write(helped.fileno(), b".")
            os._exit(status)
        killing = threading.Timer(command.after, os.kill, (process, signal.SIGKILL))
        if command.after:
            killing.start()
        _, waited = os.waitpid(process, 0)
        killing.cancel()
        messages.seek(0)
        return Result(
            os.waitstatus_to_exitcode(waited),
            os.fstat(counter.fileno()).st_size,
            messages.read().decode("utf-8", "backslashreplace"),
            os.fstat(helped.fileno()).st_size > 0,
        )


def _was_helped() -> bool:
    """Whether processes that this one started have taken memory: the system tells of no others."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss > 0


def _status(words: list[str]) -> int:
    try:
        return _execute(words)
    except SystemExit as ended:
        if isinstance(ended.code, str):
            print(ended.code, file=sys.stderr)
        return ended.code if isinstance(ended.code, int) else int(ended.code is not None)
    except BaseException:
        import traceback

        traceback.print_exc()
        return 70


def _load_everything(templates: str) -> None:
    """Load all that commands load late, and keep compiled templates in a folder."""
    import jinja2
    import pelican  # noqa: F401

    import cuttings
    from cuttings.article.markup import render_html
    from cuttings.cli import intake
    from cuttings.entities.countries.country_names import country_names
    from cuttings.entities.countries.place_country import place_country
    from cuttings.entities.recognition.model import Model, load_language
    from cuttings.versions.shingle_set import ShingleSet

    for info in pkgutil.walk_packages(cuttings.__path__, "cuttings."):
        if not info.name.endswith("__main__"):
            importlib.import_module(info.name)
    load_language(Model("sm"))
    assert len(ShingleSet.of("").signature)
    assert place_country("Toronto, Ontario")
    assert country_names()
    assert render_html("a")
    fixed = SimpleNamespace(date=SimpleNamespace(today=lambda: _TODAY))
    intake.__dict__["datetime"] = fixed
    jinja2.Environment.__init__ = functools.partialmethod(  # type: ignore[assignment]
        jinja2.Environment.__init__, bytecode_cache=jinja2.FileSystemBytecodeCache(templates)
    )
    gc.freeze()


def main() -> None:
    """Answer commands until there are no more."""
    with tempfile.TemporaryDirectory() as templates:
        _load_everything(templates)
        for line in sys.stdin:
            result = _run_forked(Command(**json.loads(line)))
            print(json.dumps(asdict(result)), flush=True)


if __name__ == "__main__":
    main()
