"""Commands beside another run that writes in the same archive."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest

from cuttings.article.archive_lock import LOCK_NAME, archive_lock
from cuttings.article.article_file import read_article
from cuttings.article.content_folder import ContentFolder
from cuttings.cli import main

STORIES = 200
# German, so that no model is loaded.
STORY = (
    "Title: Story {0}\nDate: 2020-05-05\nLanguage: de\nAdded: 2020-05-06\n\nPeru, {0}, und Chile.\n"
)


def _archive(root: Path, stories: int) -> ContentFolder:
    folder = ContentFolder(root)
    (folder.articles / "2020").mkdir(parents=True)
    for number in range(stories):
        path = folder.articles / "2020" / f"{number}.md"
        path.write_text(STORY.format(number), encoding="utf-8")
    return folder


@pytest.fixture
def folder(tmp_path: Path) -> ContentFolder:
    return _archive(tmp_path / "content", 2)


@contextmanager
def _busy(root: Path) -> Iterator[None]:
    """Hold an archive's lock in another thread, which is as good as another process."""
    with ThreadPoolExecutor(1) as thread:
        lock = archive_lock(root)
        thread.submit(lock.__enter__).result()
        try:
            yield
        finally:
            thread.submit(lock.__exit__, None, None, None).result()


def _files(folder: ContentFolder) -> dict[Path, bytes]:
    return {
        path: path.read_bytes()
        for path in folder.root.rglob("*")
        if path.is_file() and path.name != LOCK_NAME
    }


@pytest.mark.parametrize(
    "command",
    [
        "tag",
        "add --inbox",
        "add {root}/new.txt --report {root}/report.csv",
        "add --fetch",
        "authority apply {root}/merges.csv",
    ],
)
def test_a_second_writer_is_refused_in_one_line_and_changes_nothing(
    folder: ContentFolder, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    (folder.root / "new.txt").write_text("New\n\nDas Haus steht.\n", encoding="utf-8")
    (folder.root / "report.csv").write_text("of the run at work", encoding="utf-8")
    table = "kind,keep,merge,accept\ncountry,Inca,Peru,yes\n"
    (folder.root / "merges.csv").write_text(table, encoding="utf-8")
    before = _files(folder)
    with _busy(folder.root):
        words = command.format(root=folder.root).split()
        assert main([*words, "--content", str(folder.root)]) == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith(f"{folder.root / LOCK_NAME}: process ")
    assert line.endswith(" is writing in the archive; wait until it is done and try again")
    assert _files(folder) == before


@pytest.mark.parametrize(
    "command",
    [
        "add --inbox",
        "authority suggest {root}/merges.csv",
        "explain {root}/articles/2020/0.md",
        "extract --json {root}/articles/2020/0.md",
    ],
)
def test_who_has_nothing_to_write_in_the_archive_needs_no_lock(
    folder: ContentFolder, command: str
) -> None:
    assert main(["tag", "--content", str(folder.root)]) == 0
    with _busy(folder.root):
        words = command.format(root=folder.root).split()
        assert main([*words, "--content", str(folder.root)]) == 0


def test_two_runs_at_once_leave_each_article_whole_and_tagged(tmp_path: Path) -> None:
    folder = _archive(tmp_path / "content", STORIES)
    command = [sys.executable, "-m", "cuttings.cli", "tag", "--content", str(folder.root)]
    runs = [
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    while any(run.poll() is None for run in runs):
        for path in folder.article_paths():
            assert read_article(path).title == f"Story {path.stem}"
    told = [run.communicate()[1].splitlines() for run in runs]
    statuses = [run.returncode for run in runs]
    assert 0 in statuses
    assert set(statuses) <= {0, 2}
    assert all(len(lines) == (status == 2) for lines, status in zip(told, statuses, strict=True))
    assert {str(read_article(path).countries) for path in folder.article_paths()} == {
        "('Peru', 'Chile')"
    }
    assert {path.name for path in folder.root.iterdir()} == {"articles", folder.names_cache.name}


def test_what_an_earlier_run_left_untagged_is_tagged_with_an_empty_inbox(
    folder: ContentFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    folder.inbox.mkdir()
    assert main(["add", "--inbox", "--content", str(folder.root)]) == 0
    paths = list(folder.article_paths())
    lines = capsys.readouterr().out.splitlines()
    assert lines[: len(paths)] == [f"{path}: tagged" for path in paths]
    assert all(read_article(path).countries == ("Peru", "Chile") for path in paths)


def test_of_an_article_that_has_its_lines_no_more_is_read(folder: ContentFolder) -> None:
    assert main(["tag", "--content", str(folder.root)]) == 0
    path = next(folder.article_paths())
    path.write_bytes(path.read_bytes() + b"\xff")
    assert main(["add", "--inbox", "--content", str(folder.root)]) == 0
    assert main(["tag", "--content", str(folder.root)]) == 1
