"""Nothing is lost: undo gives the bytes, and after a kill a decision is there in whole."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from cuttings.article.archive_lock import archive_lock
from cuttings.article.content_folder import ContentFolder
from cuttings.errors import BusyArchiveError, InputError, OpenDeskError, raise_error
from cuttings.review.changes.decision_log import DecisionLog, NewTexts
from cuttings.review.changes.journal import open_journal
from cuttings.review.changes.step import Answer

ONE, TWO = "authorities/people.csv", "articles/2020/one.md"


@pytest.fixture
def root(folder: ContentFolder) -> Path:
    for name in (ONE, TWO):
        (folder.root / name).parent.mkdir(parents=True)
        (folder.root / name).write_bytes(b"first\r\nsecond\r\n")
    return folder.root


def texts(root: Path, word: str) -> NewTexts:
    """Return a decision that changes a line of two files and makes a third."""
    changed = {root / name: (read(root / name), f"first\r\n{word}\r\n") for name in (ONE, TWO)}
    return {**changed, root / "authorities" / "countries.csv": (None, f"{word}\n")}


def read(path: Path) -> str:
    return path.read_bytes().decode()


def files(root: Path) -> dict[str, str]:
    found = (path for path in root.rglob("*") if path.is_file() and path.suffix in {".md", ".csv"})
    return {path.relative_to(root).as_posix(): read(path) for path in found}


def decide(root: Path, *words: str) -> None:
    folder = ContentFolder(root)
    with open_journal(folder.review_journal) as journal:
        log = DecisionLog(folder, journal, raise_error)
        for word in words:
            made = texts(root, word) if word == words[0] else {}
            log.decide(f"q {word}", Answer.SAME, word, 1, made)


def reopen(root: Path) -> str:
    """Return what was left unfinished."""
    folder = ContentFolder(root)
    with open_journal(folder.review_journal) as journal:
        return DecisionLog(folder, journal, raise_error).interrupted


def undo(root: Path, times: int = 1) -> list[str]:
    folder = ContentFolder(root)
    with open_journal(folder.review_journal) as journal:
        log = DecisionLog(folder, journal, raise_error)
        return [log.undo().text for _ in range(times)]


def test_undo_restores_the_bytes_also_after_closing(root: Path) -> None:
    before = files(root)
    decide(root, "third", "fourth")
    assert files(root) == {
        ONE: "first\r\nthird\r\n",
        TWO: "first\r\nthird\r\n",
        "authorities/countries.csv": "third\n",
    }
    assert undo(root, 2) == ["fourth", "third"]
    assert files(root) == before
    with pytest.raises(InputError, match="nothing to undo"):
        undo(root)


def test_a_kill_at_any_moment_leaves_a_whole_decision(root: Path) -> None:
    before = files(root)
    decide(root, "third")
    journal, after = (root / ".cuttings-review.jsonl").read_bytes(), files(root)
    for count in range(4):
        write_some(root, before, after, count)
        (root / ".cuttings-review.jsonl").write_bytes(journal)
        assert reopen(root) == ("third" if count < 3 else "")
        assert files(root) == after, count
        write_some(root, after, before, count)
        (root / ".cuttings-review.jsonl").write_bytes(journal + b'{"undone": 1}\n')
        assert reopen(root) == ("third" if count < 3 else "")
        assert files(root) == before, count


def write_some(root: Path, old: dict[str, str], new: dict[str, str], count: int) -> None:
    """Leave the files as a kill does when so many of them are written."""
    for number, name in enumerate(sorted({*old, *new})):
        content = (new if number < count else old).get(name)
        if content is None:
            (root / name).unlink(missing_ok=True)
        else:
            (root / name).write_bytes(content.encode())


def test_a_line_of_the_journal_that_a_kill_cut_off_never_happened(root: Path) -> None:
    before = files(root)
    decide(root, "third")
    undo(root)
    journal = root / ".cuttings-review.jsonl"
    whole = journal.read_bytes()
    journal.write_bytes(whole + b'{"step": {"number": 2, "que')
    decide(root)
    assert journal.read_bytes() == whole
    assert files(root) == before


def test_what_a_person_edited_meanwhile_stays(root: Path) -> None:
    decide(root, "third")
    edited = "added by hand\r\nfirst\r\nthird\r\n"
    (root / ONE).write_bytes(edited.encode())
    undo(root)
    assert files(root)[ONE] == "added by hand\r\nfirst\r\nsecond\r\n"


def test_a_decision_whose_lines_were_edited_is_not_taken_back(root: Path) -> None:
    decide(root, "third")
    (root / TWO).write_bytes(b"something else\n")
    now = files(root)
    with pytest.raises(
        InputError, match=r"one\.md: the lines that the decision wrote were changed"
    ):
        undo(root)
    assert files(root) == now


def test_a_file_that_changed_since_it_was_read_stops_the_whole_decision(root: Path) -> None:
    folder, made = ContentFolder(root), texts(root, "third")
    (root / TWO).write_bytes(b"edited by hand\n")
    now = files(root)
    with open_journal(folder.review_journal) as journal:
        log = DecisionLog(folder, journal, raise_error)
        with pytest.raises(InputError, match=r"one\.md: it was changed just now"):
            log.decide("q", Answer.SAME, "text", 1, made)
        assert log.steps == ()
    assert files(root) == now


def test_a_run_that_writes_in_the_archive_stops_a_decision(root: Path) -> None:
    folder, now = ContentFolder(root), files(root)
    with open_journal(folder.review_journal) as journal:
        log = DecisionLog(folder, journal, raise_error)
        with held_elsewhere(root), pytest.raises(BusyArchiveError):
            log.decide("q", Answer.SAME, "text", 1, texts(root, "third"))
    assert files(root) == now
    assert (root / ".cuttings-review.jsonl").read_bytes() == b""


@contextmanager
def held_elsewhere(root: Path) -> Iterator[None]:
    """Hold the archive's lock as another thread does, for which it is another run."""
    taken, released = threading.Event(), threading.Event()

    def hold() -> None:
        with archive_lock(root):
            taken.set()
            released.wait()

    thread = threading.Thread(target=hold)
    thread.start()
    taken.wait()
    try:
        yield
    finally:
        released.set()
        thread.join()


def test_there_is_one_desk_an_archive(root: Path) -> None:
    folder = ContentFolder(root)
    with (
        open_journal(folder.review_journal),
        pytest.raises(OpenDeskError, match="open already"),
        open_journal(folder.review_journal),
    ):
        pass


def test_a_file_that_is_no_journal_stays(root: Path) -> None:
    path = root / ".cuttings-review.jsonl"
    path.write_text(json.dumps({"mine": 1}) + "\n")
    with pytest.raises(InputError, match=r"line 1: it is not a line of the desk's journal"):
        decide(root)
    assert json.loads(path.read_text()) == {"mine": 1}
