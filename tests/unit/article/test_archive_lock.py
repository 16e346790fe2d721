from __future__ import annotations

import datetime
import os
import subprocess
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from cuttings.article import file_lock
from cuttings.article.archive_lock import LOCK_NAME, archive_lock
from cuttings.article.atomic_file import path_beside
from cuttings.article.content_folder import ContentFolder
from cuttings.article.file_lock import folder_lock
from cuttings.cli import main
from cuttings.errors import BusyArchiveError, UnwritableArchiveError
from cuttings.ingest.filing.intake import Intake

HOLDING = """
import sys
from pathlib import Path
from cuttings.article.archive_lock import archive_lock
with archive_lock(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def _holder(root: Path) -> subprocess.Popen[str]:
    """Return a process that holds the lock of ``root`` until its input ends."""
    process = subprocess.Popen(
        [sys.executable, "-c", HOLDING, str(root)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def _is_busy(root: Path) -> bool:
    """Whether another thread, which is as good as another process, is refused."""

    def take() -> bool:
        try:
            with archive_lock(root):
                return False
        except BusyArchiveError:
            return True

    with ThreadPoolExecutor(1) as thread:
        return thread.submit(take).result()


def test_a_second_run_learns_who_is_at_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    raw = tmp_path / "inbox" / "a.txt"
    raw.parent.mkdir()
    raw.write_text("Bridge opens\n\nThe bridge is open.", encoding="utf-8")
    with _holder(tmp_path) as holder:
        assert main(["add", "--inbox", "--content", str(tmp_path)]) == 2
        (line,) = capsys.readouterr().err.splitlines()
        holder.communicate("")
    assert line == (
        f"{tmp_path / LOCK_NAME}: process {holder.pid} is writing in the archive; "
        "wait until it is done and try again"
    )
    assert [path.name for path in tmp_path.iterdir()] == ["inbox"]
    assert raw.exists()


def test_a_run_that_was_killed_leaves_nothing_locked(tmp_path: Path) -> None:
    with _holder(tmp_path) as holder:
        holder.kill()
        holder.wait()
    assert (tmp_path / LOCK_NAME).exists()
    with archive_lock(tmp_path):
        assert (tmp_path / LOCK_NAME).read_text() == f"{os.getpid()}\n"
    assert list(tmp_path.iterdir()) == []


def test_a_run_that_is_left_in_the_middle_releases_it(tmp_path: Path) -> None:
    raw = tmp_path / "a.csv"
    raw.write_text("title,text\nWall,It fell.\nRing,It was lost.\n", encoding="utf-8")
    folder = ContentFolder(tmp_path / "content")
    outcomes = Intake(folder, datetime.date(2026, 1, 2)).take_files([raw])
    next(outcomes)
    assert _is_busy(folder.root)
    outcomes.close()  # type: ignore[attr-defined]
    assert not _is_busy(folder.root)


def test_a_command_of_several_steps_holds_it_from_the_first_to_the_last(tmp_path: Path) -> None:
    with archive_lock(tmp_path):
        with archive_lock(tmp_path / ".." / tmp_path.name):
            assert _is_busy(tmp_path)
        assert _is_busy(tmp_path)
    assert not _is_busy(tmp_path)


def test_what_a_killed_run_left_unfinished_is_removed_by_the_next(tmp_path: Path) -> None:
    year = tmp_path / "articles" / "2020"
    year.mkdir(parents=True)
    left = path_beside(year / "a.md")
    left.write_bytes(b"Title")
    with archive_lock(tmp_path):
        assert left.exists()
    with _holder(tmp_path) as holder:
        holder.kill()
        holder.wait()
    with archive_lock(tmp_path):
        assert not left.exists()


def test_a_new_archive_is_locked_wherever_it_lies(tmp_path: Path) -> None:
    new = tmp_path / "papers" / "content"
    with archive_lock(new):
        assert (new / LOCK_NAME).exists()
    assert list(new.iterdir()) == []


def test_a_folder_that_is_none_is_reported(tmp_path: Path) -> None:
    (tmp_path / "content").write_text("a file", encoding="utf-8")
    with (
        pytest.raises(UnwritableArchiveError, match="nothing can be written there"),
        archive_lock(tmp_path / "content"),
    ):
        pass


def _open_files() -> int:
    return len(list(Path("/proc/self/fd").iterdir()))


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="the system does not list them")
def test_no_file_stays_open(tmp_path: Path) -> None:
    before = _open_files()
    with archive_lock(tmp_path):
        assert _is_busy(tmp_path)
    assert _open_files() == before


def test_a_folder_is_waited_for_and_left_as_it_is(tmp_path: Path) -> None:
    taken = threading.Event()
    order = []

    def wait() -> None:
        taken.set()
        with folder_lock(tmp_path):
            order.append("second")

    with ThreadPoolExecutor(1) as thread:
        with folder_lock(tmp_path):
            waiting = thread.submit(wait)
            taken.wait()
            order.append("first")
        waiting.result()
    assert order == ["first", "second"]
    assert list(tmp_path.iterdir()) == []


def test_a_system_without_such_locks_lets_everyone_write(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(file_lock, "flock", None)
    with folder_lock(tmp_path), folder_lock(tmp_path), archive_lock(tmp_path):
        assert not _is_busy(tmp_path)
