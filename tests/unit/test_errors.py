from __future__ import annotations

import errno
import pickle
from pathlib import Path

import pytest

from cuttings.errors import (
    BusyArchiveError,
    FetchError,
    FrontMatterError,
    InputError,
    UnreadableSourceError,
)

PATH = Path("content/articles/2020/a.md")


class _SilentError(Exception):
    def __str__(self) -> str:
        raise ValueError


@pytest.mark.parametrize(
    ("error", "line"),
    [
        (
            ValueError("bad\nvalue"),
            "it cannot be tagged (ValueError: bad value); take it out and report it",
        ),
        (KeyError("a"), "it cannot be tagged (KeyError: 'a'); take it out and report it"),
        (MemoryError(), "it cannot be tagged (MemoryError); take it out and report it"),
        (
            OSError(errno.ENOSPC, "No space left on device"),
            "it cannot be tagged (No space left on device); "
            "check the free space and the permissions of its folder",
        ),
    ],
)
def test_what_nobody_foresaw_is_one_line_that_names_the_item(error: Exception, line: str) -> None:
    made = InputError.unforeseen(PATH, error, "row 3", "tagged")
    assert str(made) == f"{PATH}, row 3: {line}"
    assert made.__cause__ is error


def test_an_exception_that_cannot_be_printed_is_named() -> None:
    assert "_SilentError" in str(InputError.unforeseen(PATH, _SilentError()))


def test_what_was_foreseen_keeps_its_words() -> None:
    known = FrontMatterError(PATH, "it has no Title line", "add one")
    assert FrontMatterError.unforeseen("other", known) is known
    assert InputError.unforeseen("other", known) is known
    made = UnreadableSourceError.unforeseen("other", known)
    assert type(made) is UnreadableSourceError
    assert str(made) == str(known)


def test_a_reason_that_quotes_a_file_is_short_and_printable() -> None:
    text = str(InputError(PATH, "'Date: \x1b[2J\n\ud800" + "x" * 200_000, "write it anew"))
    assert text.isprintable()
    assert len(text) < 400
    assert text.endswith("…; write it anew")


@pytest.mark.parametrize("kind", [InputError, UnreadableSourceError, FetchError])
def test_errors_travel_between_processes(kind: type[InputError]) -> None:
    error = kind("https://planet.example/a", "it is gone", "look elsewhere")
    assert str(pickle.loads(pickle.dumps(error))) == str(error)


@pytest.mark.parametrize(("process", "holder"), [("17", "process 17"), ("", "another process")])
def test_a_busy_archive_says_who_writes_in_it(process: str, holder: str) -> None:
    assert str(BusyArchiveError(Path("content/.lock"), process)) == (
        f"content/.lock: {holder} is writing in the archive; wait until it is done and try again"
    )
