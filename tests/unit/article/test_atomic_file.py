from __future__ import annotations

import errno
import os
import signal
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from cuttings.article.atomic_file import (
    UnfinishedFile,
    path_beside,
    remove_leftovers,
    unfinished_folder,
    write_atomically,
)

WRITING = """
import sys
from pathlib import Path
from cuttings.article.atomic_file import UnfinishedFile, unfinished_folder
with UnfinishedFile(Path(sys.argv[1])), unfinished_folder(Path(sys.argv[2])) as folder:
    (folder / "part").write_text("text")
    print("unfinished", flush=True)
    sys.stdin.read()
"""


def test_writing_reports_each_step_and_leaves_nothing_beside(tmp_path: Path) -> None:
    steps: list[str] = []
    path = tmp_path / "2020" / "a.md"
    write_atomically(path, "new\n", steps.append)
    assert path.read_text(encoding="utf-8") == "new\n"
    assert steps == ["written beside", "renamed"]
    assert list(path.parent.iterdir()) == [path]


def test_a_stop_before_the_rename_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    write_atomically(path, "old\n")

    def stop(step: str) -> None:
        raise KeyboardInterrupt(step)

    with pytest.raises(KeyboardInterrupt):
        write_atomically(path, "new\n", stop)
    assert path.read_text(encoding="utf-8") == "old\n"
    assert list(tmp_path.iterdir()) == [path]


@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_what_cannot_be_written_leaves_nothing_beside(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    path = tmp_path / "a.md"
    write_atomically(path, "old\n")

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    if step == "fsync":
        monkeypatch.setattr("os.fsync", full)
    else:
        monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OSError, match="No space left"):
        write_atomically(path, "new\n")
    assert path.read_text(encoding="utf-8") == "old\n"
    assert list(tmp_path.iterdir()) == [path]


def test_two_writers_of_one_file_share_nothing_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    with UnfinishedFile(path) as one, UnfinishedFile(path) as other:
        one.stream.write(b"one, which is the longer text\n")
        other.stream.write(b"other\n")
        one.put_in_place()
        assert path.read_bytes() == b"one, which is the longer text\n"
        other.put_in_place()
    assert path.read_bytes() == b"other\n"
    assert list(tmp_path.iterdir()) == [path]


def test_the_longest_name_a_file_may_have_can_be_written(tmp_path: Path) -> None:
    path = tmp_path / ("é" * 126 + ".md")
    assert len(path.name.encode()) == 255
    write_atomically(path, "text\n")
    assert path.read_text(encoding="utf-8") == "text\n"


def test_no_build_and_no_inbox_takes_what_is_unfinished(tmp_path: Path) -> None:
    name = path_beside(tmp_path / "a.md").name
    assert name.startswith(".")
    assert name.endswith(".partial")


def test_a_file_keeps_the_rights_it_had(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    write_atomically(path, "old\n")
    path.chmod(0o640)
    write_atomically(path, "new\n")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_folder_has_its_name_when_it_is_whole(tmp_path: Path) -> None:
    place = tmp_path / "parts"
    with pytest.raises(FileExistsError), unfinished_folder(place) as beside:
        beside.mkdir()
    assert list(tmp_path.iterdir()) == []
    with unfinished_folder(place) as beside:
        (beside / "a").mkdir()
        assert not place.exists()
    assert list(tmp_path.iterdir()) == [place]


@pytest.fixture
def writer(tmp_path: Path) -> Callable[[], subprocess.Popen[str]]:
    """Start a process that writes a file and a folder below ``tmp_path`` until its input ends."""

    def start() -> subprocess.Popen[str]:
        places = [str(tmp_path / "2020" / name) for name in ("a.md", "parts")]
        process = subprocess.Popen(
            [sys.executable, "-c", WRITING, *places],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert process.stdout is not None
        assert process.stdout.readline() == "unfinished\n"
        return process

    return start


@pytest.mark.skipif(os.name != "posix", reason="kills by the signals of Unix")
def test_only_what_a_killed_writer_left_is_removed(
    tmp_path: Path, writer: Callable[[], subprocess.Popen[str]]
) -> None:
    folder = tmp_path / "2020"
    folder.mkdir()
    others = [folder / name for name in (".a.md.partial", "film.partial", ".cuttings-old.partial")]
    for other in others:
        other.write_text("of a person", encoding="utf-8")
    with writer() as killed, writer() as living:
        killed.send_signal(signal.SIGKILL)
        killed.wait()
        assert len(list(folder.iterdir())) == len(others) + 4
        remove_leftovers(tmp_path)
        assert len(list(folder.iterdir())) == len(others) + 2
        living.send_signal(signal.SIGKILL)
    remove_leftovers(tmp_path)
    assert sorted(folder.iterdir()) == sorted(others)


def test_leftovers_are_not_looked_for_behind_links(tmp_path: Path) -> None:
    root, elsewhere = tmp_path / "root", tmp_path / "elsewhere"
    root.mkdir()
    elsewhere.mkdir()
    left = path_beside(elsewhere / "a.md")
    left.write_text("text", encoding="utf-8")
    (root / "2020").symlink_to(elsewhere)
    path_beside(root / "a.md").symlink_to(left)
    remove_leftovers(root)
    assert left.exists()
