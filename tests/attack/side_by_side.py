"""Two commands in one archive at the same time, and a reader who must never see half an article."""

from __future__ import annotations

import shutil
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from tests.attack.writing_command import (
    WRITING_COMMANDS,
    WritingCommand,
    base_archive,
    build_step,
    in_archive,
)
from tests.commands.forked_commands import ForkedCommands, Result

from cuttings.article.article_file import read_article
from cuttings.article.content_folder import ContentFolder

PAIRS = (
    ("tag", "tag"),
    ("tag --again", "tag --again"),
    ("tag --again", "add --inbox"),
    ("authority apply", "build"),
    ("add --inbox", "add"),
    ("build", "tag --again"),
    ("build", "add --inbox"),
)
"""Pairs of commands, by their names."""

_DONE = frozenset({0, 1, 2, 3})
"""Exit statuses of a command that said what it could not do."""

_STEPS = {command.name: command for command in WRITING_COMMANDS} | {
    "build": WritingCommand("build", lambda root: [build_step(root)])
}
"""Commands by their names; a build alone is ``make html`` without what comes before and after."""

_NEVER_PRINTED = ("Traceback", "report it")


@dataclass(frozen=True, slots=True)
class Meeting:
    """What became of two commands at once.

    Attributes:
        results: Of the one and the other.
        read: How many articles were read meanwhile.
    """

    results: tuple[Result, Result]
    read: int


def meet(
    root: Path, one: list[str], other: list[str], runners: tuple[ForkedCommands, ForkedCommands]
) -> Meeting:
    """Run two commands at once and read all articles over and over until both have ended.

    Raises:
        AssertionError: If an article could not be read, or a command did not end as it may.
    """
    folder = ContentFolder(root / "content")
    with ThreadPoolExecutor(2) as pool:
        waiting = [
            pool.submit(runner.run, in_archive(words, root))
            for words, runner in zip((one, other), runners, strict=True)
        ]
        read = 0
        while not all(one_result.done() for one_result in waiting):
            for path in folder.article_paths():
                article = read_article(path)
                assert article.title, path
                assert article.body.strip(), path
                read += 1
    first, second = (future.result() for future in waiting)
    for result in (first, second):
        assert result.status in _DONE, result.messages
        assert not [words for words in _NEVER_PRINTED if words in result.messages], result.messages
    assert 0 in {first.status, second.status}, f"{first.messages}\n{second.messages}"
    return Meeting((first, second), read)


def content_files(root: Path) -> dict[str, bytes]:
    """Return the files of an archive by their paths, but for the lock and what is kept of names.

    The latter holds times of files, and costs only time to lose.
    """
    folder = root / "content"
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and path.name not in {".cuttings.lock", ".cuttings-names.json"}
    }


class SideBySide:
    """Runs pairs of commands in archives below a folder.

    Args:
        folder: An empty folder.
        runners: Each runs one command at a time.
    """

    def __init__(self, folder: Path, runners: tuple[ForkedCommands, ForkedCommands]) -> None:
        self._runners = runners
        self._root = folder / "archive"
        self._base = base_archive(folder / "base", runners[0])

    def meet(self, one: str, other: str) -> int:
        """Run two commands at once, then again one after the other, and return how much was read.

        What they leave is what they leave one after the other without meeting.
        """
        pair = [_STEPS[one], _STEPS[other]]
        self._prepare(pair)
        self._run_in_turn(pair)
        expected = content_files(self._root)
        self._prepare(pair)
        steps = [command.steps(self._root)[-1] for command in pair]
        read = meet(self._root, steps[0], steps[1], self._runners).read
        self._run_in_turn(pair)
        assert content_files(self._root) == expected
        return read

    def _prepare(self, pair: list[WritingCommand]) -> None:
        shutil.rmtree(self._root, ignore_errors=True)
        shutil.copytree(self._base, self._root)
        for command in {command.name: command for command in pair}.values():
            command.prepare(self._root)

    def _run_in_turn(self, pair: list[WritingCommand]) -> None:
        for command in pair:
            for step in command.steps(self._root):
                result = self._runners[0].run(in_archive(step, self._root))
                assert result.status == 0, result.messages
